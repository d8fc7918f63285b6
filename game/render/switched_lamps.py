"""Lamps of the place that go on and out: the light they throw now, and how bright they themselves look.

Owns which of a level's switched lamps burn, how they come up and die away, and their glow. The light map draws their light like a
moving one, with shadows. Called by `lighting` and the renderer.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from game.content.level import Level
from game.content.lit_windows import SKIRT
from game.render.baked_light import deep
from game.render.frame import Frame
from game.render.glows import Glows
from game.render.lights import Light
from game.render.noise import rgb
from game.render.palette import Colour, Hour

WARM_TICKS, COOL_TICKS = 14.0, 26.0
"""A lamp comes up to its full strength and dies away over so many ticks."""
UP_TO = 120.0
"""Metres beyond the picture from which a lamp may reach in."""
GLOW_METRES, GLOW_SHARE = 1.5, 0.10
"""How wide a lamp glows itself: a strong one, made for eyes three miles off, far wider."""
LENS = 0.55
"""Metres that a lens is wide: a crisp point within its glow."""


@dataclasses.dataclass(slots=True)
class SwitchedLamp:
    """One of them: where it is, what it throws and how it looks itself, how far, from how high, how strongly."""

    x: float
    y: float
    thrown: Colour
    looks: Colour
    reach: float
    tall: float
    power: float


class SwitchedLamps:
    """All lamps of one level that belong to a group."""

    def __init__(self, level: Level, hour: Hour) -> None:
        self._groups: dict[str, list[SwitchedLamp]] = {}
        for lamp in level.lamps:
            if lamp.group and hour.lamps > 0:
                colour = rgb(lamp.colour)
                made = SwitchedLamp(
                    lamp.x, lamp.y, deep(colour), colour, lamp.radius * SKIRT, lamp.height, lamp.power * hour.lamps
                )
                self._groups.setdefault(lamp.group, []).append(made)
        self._strength: dict[str, float] = {}
        self._tick = -1

    def lights(self, frame: Frame) -> list[Light]:
        """The light of those that burn, or have just gone out, and reach into the picture."""
        if not self._groups:
            return []
        self._follow(frame.view.tick, frame.view.lit_groups)
        found = []
        for group, strength in self._strength.items():
            if strength <= 0.02:
                continue
            for lamp in self._groups[group]:
                if frame.sees(lamp.x, lamp.y, min(UP_TO, lamp.reach)):
                    power = lamp.power * strength
                    found.append(Light("pool", lamp.x, lamp.y, lamp.reach, lamp.thrown, power, lamp.tall))
        return found

    def burning(self) -> Iterator[tuple[SwitchedLamp, float]]:
        """Those that burn as of the last frame, and how strongly, 0 to 1."""
        for group, strength in self._strength.items():
            if strength > 0.02:
                for lamp in self._groups[group]:
                    yield lamp, strength

    def shine(self, frame: Frame, glows: Glows) -> None:
        """The lamps themselves."""
        for group, strength in self._strength.items():
            if strength <= 0.02:
                continue
            for lamp in self._groups[group]:
                wide = max(GLOW_METRES, lamp.reach * GLOW_SHARE)
                if frame.sees(lamp.x, lamp.y, wide):
                    at = frame.at(lamp.x, lamp.y)
                    glows.put(glows.halo(int(wide * frame.scale), lamp.looks, 0.4 * strength), *at)
                    glows.put(glows.halo(max(6, int(LENS * 1.6 * frame.scale)), (255, 255, 250), strength), *at)
                    glows.put(glows.halo(max(4, int(LENS * frame.scale)), (255, 255, 250), strength), *at)

    def _follow(self, tick: int, lit: tuple[str, ...]) -> None:
        """Strengths go where they should at their own pace; after a jump in time they are there at once."""
        gone = tick - self._tick if self._tick >= 0 else 10_000
        if gone < 0:
            gone = 10_000
        self._tick = tick
        for group in self._groups:
            now, wanted = self._strength.get(group, 0.0), 1.0 if group in lit else 0.0
            if now < wanted:
                now = min(wanted, now + gone / WARM_TICKS)
            else:
                now = max(wanted, now - gone / COOL_TICKS)
            self._strength[group] = now
