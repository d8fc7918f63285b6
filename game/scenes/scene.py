"""What a scene is: one screenful of the game with its own events, ticks and picture, and the scene that follows.

Owns the base class alone. The loop of `game.app` runs exactly one scene at a time and moves on when `next` is
set; nothing else may change scenes.
"""

from __future__ import annotations

import pygame


class Scene:
    """One screenful: title, brief, play, results and so on."""

    wants_cursor = True
    """The system's arrow is shown."""

    def __init__(self) -> None:
        self.next: Scene | None = None
        """The scene to go on with; the loop takes it and sets it back to None."""
        self.is_over = False
        """The player wants to leave the game."""

    @property
    def pace(self) -> float:
        """How fast its ticks come, as a share of real time."""
        return 1.0

    def enter(self) -> None:
        """Called each time the scene comes on, also when it comes back from under another."""

    def leave(self) -> None:
        """Called each time another scene takes over, for good or for a while."""

    def event(self, event: pygame.event.Event) -> None:
        """One event of pygame. The loop has fed it to the devices already."""

    def tick(self) -> None:
        """A sixtieth of a second passes."""

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """Draw everything; `alpha` says how far the next tick is, 0 to 1."""

    def close(self) -> None:
        """The window goes: keep what must be kept."""
