"""The air unit: its shadow on the street, its searchlight's disc and beam, and itself over the roofs.

Owns where it is drawn between two ticks and its pictures. It hangs high over the place, so it leans away from the middle of the
picture further than any roof; where it would hide the player it is faint. Called by the renderer; the light map is given its
disc by `lights`.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import pygame

from game.render.frame import FULL_TURN, Frame
from game.render.glows import Glows
from game.render.lights import Light
from game.render.palette import Colour, Hour
from game.render.searchlight import COLOUR, HIGH, Beam
from game.render.turned import TurnedCache, bucket_of, turned
from game.sim.view import HelicopterView

PPM = 32
LEAN = 1.30
"""How much further from the middle of the picture it is drawn than it stands."""
LARGER = 1.15
LAMP_POWER = 0.95
BUCKETS = 96
ROTOR = 5.2
"""Metres from the mast to a blade's tip."""
BLADE_TURN = 0.83
"""Radians a tick: too fast to be followed, and no whole share of a turn."""
HULL: Colour = (38, 46, 62)
HULL_LIT: Colour = (86, 98, 118)
BELLY: Colour = (206, 210, 214)
GLASS: Colour = (24, 32, 42)
GLINT: Colour = (150, 178, 196)
DARK: Colour = (22, 24, 30)
SHADOW = (8, 10, 16, 96)
SOLID, FAINT = 244, 96
HIDES = 7.0
"""Metres about the player within which it is faint."""
BLINK_TICKS = 66
SEEN = 30.0


@dataclasses.dataclass(slots=True)
class Flight:
    """One helicopter in this frame."""

    view: HelicopterView
    x: float
    y: float
    angle: float
    spot_x: float
    spot_y: float


class Helicopters:
    """Everything that hovers over a level."""

    def __init__(self, hour: Hour, glows: Glows, size: tuple[int, int]) -> None:
        self._beam = Beam(size)
        self._hour = hour
        self._glows = glows
        self._flights: list[Flight] = []
        self._pictures = TurnedCache(8_000_000)

    def begin(self, before: Sequence[HelicopterView], now: Sequence[HelicopterView], alpha: float) -> None:
        """A frame between two ticks begins."""
        earlier = {one.id: one for one in before}
        self._flights = [_between(earlier.get(one.id, one), one, alpha) for one in now]

    def lights(self, frame: Frame) -> list[Light]:
        """The discs of those whose lamp burns."""
        return [
            Light("spot", flight.spot_x, flight.spot_y, flight.view.spot_radius, COLOUR, LAMP_POWER, HIGH)
            for flight in self._flights
            if flight.view.has_light and frame.sees(flight.spot_x, flight.spot_y, flight.view.spot_radius)
        ]

    def draw_shadows(self, frame: Frame) -> None:
        """By day: the shadow that runs over street and cars."""
        sx, sy = self._hour.shadow
        if (sx, sy) == (0.0, 0.0):
            return
        for flight in self._flights:
            x, y = flight.x + sx * HIGH, flight.y + sy * HIGH
            if frame.sees(x, y, 9):
                frame.put(self._picture("shadow", flight.angle, frame.scale), x, y)

    def draw(self, frame: Frame, player: tuple[float, float], time: float) -> None:
        """Beams, hulls and rotors over everything that stands."""
        cx, cy = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        for flight in self._flights:
            x, y = cx + (flight.x - cx) * LEAN, cy + (flight.y - cy) * LEAN
            if flight.view.has_light:
                self._beam.draw(frame, (flight.spot_x, flight.spot_y), (x, y), flight.view.spot_radius)
            if frame.sees(x, y, SEEN / 2):
                self._draw_one(frame, flight, x, y, math.dist((x, y), player) < HIDES, time)
        self._glows.draw(frame.surface)

    def _draw_one(self, frame: Frame, flight: Flight, x: float, y: float, is_faint: bool, time: float) -> None:
        hull = self._picture("hull", flight.angle, frame.scale)
        hull.set_alpha(FAINT if is_faint else SOLID)
        frame.put(hull, x, y)
        self._blades(frame, x, y, time, is_faint)
        c, s = math.cos(flight.angle), math.sin(flight.angle)
        scale, blinks = frame.scale, (time % BLINK_TICKS) / BLINK_TICKS
        lamps = [(0.6, -1.3, (255, 60, 50), 0.7), (0.6, 1.3, (70, 240, 130), 0.7)]
        # It swells and dies away once a second: never on and off.
        lamps.append((-6.4, 0.0, (255, 255, 255), max(0.1, math.sin(blinks * math.pi) ** 3)))
        for u, v, colour, power in lamps:
            at = frame.at(x + (c * u - s * v) * LARGER, y + (s * u + c * v) * LARGER)
            self._glows.put(self._glows.halo(int(2.4 * scale), colour, power * 0.8), *at)

    def _blades(self, frame: Frame, x: float, y: float, time: float, is_faint: bool) -> None:
        """A disc that dims what is under it, and two blades caught in it."""
        disc = self._picture("rotor", 0.0, frame.scale)
        disc.set_alpha(FAINT if is_faint else 255)
        frame.put(disc, x, y)
        px, py = frame.at(x, y)
        for blade in range(2):
            a = time * BLADE_TURN + blade * math.pi / 2
            ex, ey = math.cos(a) * ROTOR * LARGER * frame.scale, math.sin(a) * ROTOR * LARGER * frame.scale
            pygame.draw.aaline(frame.surface, DARK, (px - ex, py - ey), (px + ex, py + ey))

    def _picture(self, name: str, angle: float, scale: int) -> pygame.Surface:
        bucket = bucket_of(angle, BUCKETS) if name != "rotor" else 0
        return self._pictures.get((name, bucket, scale), lambda: self._make(name, bucket, scale))

    def _make(self, name: str, bucket: int, scale: int) -> pygame.Surface:
        source = _rotor() if name == "rotor" else _hull()
        if name == "shadow":
            shape = pygame.mask.from_surface(source, 60)
            source = shape.to_surface(setcolor=SHADOW, unsetcolor=(0, 0, 0, 0))
            source.blit(_rotor(), _rotor().get_rect(center=source.get_rect().center))
        elif name == "hull":
            light: Colour = tuple(min(255, int(level * 1.05) + 26) for level in self._hour.roof)  # type: ignore[assignment]
            source.fill((*light, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return turned(source, bucket * math.tau / BUCKETS, scale * LARGER, PPM)


def _between(old: HelicopterView, new: HelicopterView, alpha: float) -> Flight:
    def mixed(a: float, b: float) -> float:
        return a + (b - a) * alpha

    start, goal = (one.heading / FULL_TURN * math.tau for one in (old, new))
    turn = (goal - start + math.pi) % math.tau - math.pi
    return Flight(
        new, mixed(old.x, new.x), mixed(old.y, new.y), start + turn * alpha, mixed(old.spot_x, new.spot_x),
        mixed(old.spot_y, new.spot_y),
    )  # fmt: skip


def _hull() -> pygame.Surface:
    """From above, looking along +x: a round cabin of glass, the mast, a long tail with its fin and rotor, skids."""
    wide, high = 15 * PPM, 5 * PPM
    made = pygame.Surface((wide, high), pygame.SRCALPHA)
    cx, cy = wide // 2, high // 2

    def oval(colour: Colour, x: float, y: float, length: float, breadth: float) -> None:
        box = pygame.Rect(0, 0, round(length * PPM), round(breadth * PPM))
        box.center = (round(cx + x * PPM), round(cy + y * PPM))
        pygame.draw.ellipse(made, colour, box)

    def shape(colour: Colour, *points: tuple[float, float]) -> None:
        pygame.draw.polygon(made, colour, [(cx + x * PPM, cy + y * PPM) for x, y in points])

    for side in (-1, 1):
        shape(
            DARK, (-1.3, side * 1.18), (2.2, side * 1.18), (2.4, side * 1.08), (2.2, side * 1.28), (-1.3, side * 1.28)
        )
        for x in (-0.6, 1.3):
            shape(DARK, (x, side * 0.5), (x + 0.14, side * 0.5), (x + 0.14, side * 1.2), (x, side * 1.2))
    shape(DARK, (-1.2, -0.52), (-1.2, 0.52), (-6.6, 0.16), (-6.6, -0.16))
    shape(HULL, (-1.2, -0.46), (-1.2, 0.46), (-6.5, 0.12), (-6.5, -0.12))
    shape(HULL_LIT, (-1.2, -0.42), (-1.2, -0.2), (-6.5, -0.05), (-6.5, -0.11))
    shape(DARK, (-5.2, -0.95), (-4.7, -0.95), (-4.5, 0.95), (-5.0, 0.95))
    shape(HULL, (-6.9, -0.08), (-5.9, -0.08), (-5.9, 0.08), (-6.9, 0.08))
    shape(DARK, (-6.6, 0.2), (-6.3, 0.2), (-6.3, 0.36), (-6.6, 0.36))
    oval(DARK, 0.5, 0, 4.5, 1.95)
    oval(HULL, 0.5, 0, 4.35, 1.80)
    oval(BELLY, 0.35, 0, 2.6, 1.80)
    oval(HULL, 0.0, 0, 2.4, 1.62)
    oval(GLASS, 1.75, 0, 1.75, 1.42)
    shape(HULL, (1.0, -0.06), (2.6, -0.06), (2.6, 0.06), (1.0, 0.06))
    shape(GLINT, (1.5, -0.56), (2.0, -0.46), (1.9, -0.30), (1.45, -0.36))
    shape(HULL_LIT, (-0.9, -0.55), (0.7, -0.62), (0.7, -0.46), (-0.9, -0.40))
    oval(DARK, -0.1, 0, 1.1, 0.72)
    oval(HULL_LIT, -0.1, 0, 0.5, 0.42)
    return made


def _rotor() -> pygame.Surface:
    """The blades' disc: thin, with rings where their tips run."""
    size = round(ROTOR * 2 * PPM)
    made = pygame.Surface((size, size), pygame.SRCALPHA)
    middle = (size // 2, size // 2)
    pygame.draw.circle(made, (20, 24, 30, 34), middle, size // 2)
    pygame.draw.circle(made, (200, 210, 220, 26), middle, size // 2, 4)
    pygame.draw.circle(made, (20, 24, 30, 46), middle, size // 4, size // 12)
    return made
