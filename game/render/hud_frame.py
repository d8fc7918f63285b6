"""What every part of the HUD is handed: the words, the measures, the keys' labels, what is switched on.

Owns no drawing. `hud.Hud` makes one and passes it to the parts for each frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pygame

from game.content.specs import PersonSpec, WeaponSpec
from game.content.text import Text
from game.sim.view import View

from .hud_stamps import Colour, Memo

ToScreen = Callable[[float, float], tuple[float, float]]

BIG, READ, SMALL = 24, 21, 18
"""Type sizes in pixels at 720 lines. 21 is the least for what must be read in play (32 at 1080 lines)."""
SUBTITLE = 32
SUBTITLE_CHARACTERS = 42


STEEL_COAT: Colour = (74, 84, 96)
DARK_HAIR: Colour = (38, 34, 32)


@dataclass
class Show:
    """Which parts of the HUD are on: the player's settings."""

    clock: bool = True
    goal: bool = True
    weapon: bool = True
    prompt: bool = True
    crew: bool = True
    held: bool = True
    police: bool = True
    take: bool = True
    subtitles: bool = True
    subtitle_box: bool = True
    subtitle_scale: float = 1.0
    """Enlargement of subtitles beyond the HUD's own."""
    captions: bool = True
    threats: bool = True
    markers: bool = True
    speed: bool = True
    veils: bool = True
    hits: bool = True


@dataclass
class Frame:
    """The HUD's own measures, words and memory of panels."""

    text: Text
    size: tuple[int, int]
    ui: float
    """Pixels of the screen to one of the 1280 x 720 layout."""
    labels: Mapping[str, str]
    people: Mapping[str, PersonSpec]
    weapons: Mapping[str, WeaponSpec]
    show: Show
    memo: Memo = field(default_factory=lambda: Memo(240))
    taken: list[pygame.Rect] = field(default_factory=list)
    """What the panels of this frame have covered so far; pointers keep off it."""
    foot: int = 0
    """Pixels at the lower edge that are another's (the replay viewer's strip); nobody is asked to press a key then."""
    is_handbraking: bool = False
    """The player's hand is on the brake: the View does not say so, the scene does."""
    _colours: dict[str, tuple[Colour, Colour]] = field(default_factory=dict)

    def px(self, units: float) -> int:
        """A length of the layout in whole pixels."""
        return max(1, round(units * self.ui))

    def key(self, action: str) -> str:
        """What is printed on the key or button of an action."""
        return self.labels.get(action, action.upper())

    def colours(self, spec: str) -> tuple[Colour, Colour]:
        """Coat and hair of somebody by the name of his kind."""
        if spec not in self._colours:
            known = self.people.get(spec)
            self._colours[spec] = (_colour(known.coat), _colour(known.hair)) if known else (STEEL_COAT, DARK_HAIR)
        return self._colours[spec]

    def sided(self, group: str, name: str, side: str) -> str:
        """As `word`, by the player's side: a group `GROUP_police` has what the other side says otherwise."""
        own = f"{group}_{side}"
        return self.text.word(own if f"{own}.{name}" in self.text else group, name)

    def word(self, group: str, name: str) -> str:
        """The word for a name that the sim or a level made up: the text file's, or else the name itself, spelt out."""
        return self.text.word(group, name)


@dataclass(frozen=True, slots=True)
class Scene:
    """One frame to draw on: the surface, the tick as it looks, and where places are on the screen."""

    surface: pygame.Surface
    view: View
    to_screen: ToScreen


@lru_cache(maxsize=32)
def initials(names: tuple[str, ...]) -> dict[str, str]:
    """What stands for each name on a small disc: its first letter, and where two begin alike the first that differs."""
    found = {}
    for name in names:
        rivals = [other for other in names if other != name and other[:1].upper() == name[:1].upper()]
        at = max((_parting(name, other) for other in rivals), default=0)
        found[name] = name[:1].upper() + (name[at : at + 1].lower() if at else "")
    return found


def _parting(name: str, other: str) -> int:
    """Where two names first differ."""
    return next(
        (at for at, pair in enumerate(zip(name.upper(), other.upper(), strict=False)) if pair[0] != pair[1]), len(other)
    )


def _colour(written: str) -> Colour:
    colour = pygame.Color(written)
    return colour.r, colour.g, colour.b
