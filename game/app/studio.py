"""Pictures without a window: a surface in memory with the renderer and the HUD on it, as in the game.

Owns what `screenshot` and `bench frame` share, and the overlay of minds. SDL's dummy driver stands in for a screen.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.app.settings import cache_folder
from game.content.level import Level
from game.content.specs import Catalog
from game.content.text import load_text
from game.input.devices import Devices
from game.render import overlay_minds, shelf
from game.render.hud import Hud
from game.render.renderer import Renderer
from game.sim.events import Event
from game.sim.view import BeliefView, View

BELIEFS = ((255, 96, 72), (72, 150, 255))
"""By who believes: the map of where he thinks the other is."""


class Studio:
    """A renderer and a HUD that see every tick and draw when they are asked to."""

    def __init__(self, level: Level, catalog: Catalog, size: tuple[int, int]) -> None:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        os.environ["SDL_AUDIODRIVER"] = "dummy"
        pygame.display.init()
        # A display must be there before pictures can take its pixel format.
        self.surface = pygame.display.set_mode(size)
        shelf.open_at(cache_folder())
        self.renderer = Renderer(level, catalog, size)
        self.hud = Hud(load_text(), size, people=catalog.people, weapons=catalog.weapons)
        self.hud.labels = Devices().labels()  # the standard keys, whatever this player has bound

    def take(self, events: Sequence[Event], view: View) -> None:
        """One tick of the run, in order; what is drawn depends on the ticks before (smoke, marks, captions)."""
        self.renderer.take(events, view)
        self.hud.take(events, view)

    def draw(self, before: View, now: View, alpha: float = 1.0) -> None:
        """The picture between two ticks."""
        self.renderer.draw(self.surface, before, now, alpha)
        self.hud.draw(self.surface, now, self.renderer.to_screen)

    def draw_minds(self, view: View) -> None:
        """What everybody is at, where he means to go, and whom he means; `view` was made with its debug part."""
        for belief in view.beliefs:
            self._draw_belief(belief)
        overlay_minds.draw(self.surface, view, self.renderer.to_screen)

    def _draw_belief(self, belief: BeliefView) -> None:
        """Where somebody thinks another one is: each cell as strong as its chance."""
        colour = BELIEFS[belief.who % len(BELIEFS)]
        x0, y0 = self.renderer.to_screen(0.0, 0.0)
        px = self.renderer.to_screen(float(belief.cell), 0.0)[0] - x0
        patch = pygame.Surface((int(px) - 1, int(px) - 1), pygame.SRCALPHA)
        for index, chance in enumerate(belief.chances):
            row, column = divmod(index, belief.columns)
            x, y = x0 + column * px, y0 + row * px
            if chance > 8 and -px < x < self.surface.get_width() and -px < y < self.surface.get_height():
                patch.fill((*colour, min(170, 14 + chance // 5)))
                self.surface.blit(patch, (x, y))

    def save(self, path: Path) -> None:
        """The picture as a PNG. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            pygame.image.save(self.surface, str(path))
        except pygame.error as cause:
            raise OSError(5, str(cause), str(path)) from cause

    def close(self) -> None:
        """Give SDL back."""
        pygame.display.quit()
