"""Aircraft: those that stand on the apron, drawn over people and seen through from below, and jets that come over low.

Owns their turned pictures, the shade under them, and a jet's lamps: what they throw ahead of it and how they look themselves.
Pictures are baked (`assets/props/aircraft`). Called by the renderer and by `lighting`.
"""

from __future__ import annotations

import math

import pygame

from game.content.level import Aircraft, Level
from game.render import atlas
from game.render.canvas import cut_out
from game.render.frame import Frame
from game.render.glows import Glows
from game.render.lights import Light
from game.render.noise import rgb
from game.render.palette import Colour
from game.render.turned import TurnedCache, bucket_of, turned
from game.sim.view import JetView

SHEET = "props/aircraft"
BUCKETS = 64
SEEN_THROUGH = 92
"""Opacity of an aircraft with the player under it."""
UNDER_SHARE = 0.47
"""Half the length and span of the box in which one counts as under it."""
JET_LIVERY = "#46586f"
JET_SCALES = (8, 12, 16, 24, 36)
GROWS = 0.011
"""A jet looks larger by so much for each metre it is above the ground: it is nearer to the eye."""
NIGHT: Colour = (70, 78, 98)
"""What of a jet is seen by night, lit by nothing but the field."""
BEAM_AHEAD, BEAM_REACH, BEAM_POWER = 34.0, 44.0, 0.8
BEAM: Colour = (236, 240, 255)
STROBE_TICKS, STROBE_LIT = 72, 5
RED, GREEN, WHITE = (255, 44, 36), (60, 255, 120), (250, 252, 255)


def flat_picture(spec: str, livery: str) -> pygame.Surface:
    """One type in one livery, nose to the east, at the sheet's own scale."""
    frames, sheet = atlas.book(SHEET)["frames"], atlas.sheet(f"{SHEET}.png")
    found = sheet.subsurface(frames[spec]["rect"]).copy()
    paint = sheet.subsurface(frames[f"{spec}-livery"]["rect"]).copy()
    paint.fill((*rgb(livery), 255), special_flags=pygame.BLEND_RGBA_MULT)
    found.blit(paint, (0, 0))
    return found


class AircraftPainter:
    """Parked aircraft of one level, and jets that pass."""

    def __init__(self, level: Level) -> None:
        self._parked = level.aircraft
        self._has_any = bool(level.aircraft or level.flights)
        self._book = atlas.book(SHEET) if self._has_any else {}
        self._turned = TurnedCache(90_000_000)
        self._painted: dict[tuple[str, str], pygame.Surface] = {}
        self._under = ""

    def take(self, x: float, y: float) -> None:
        """Where the player is: the aircraft he is under is seen through."""
        self._under = next((one.name for one in self._parked if self._covers(one, x, y)), "")

    def _covers(self, one: Aircraft, x: float, y: float) -> bool:
        length, span = self._book["frames"][one.spec]["size"]
        c, s = math.cos(one.facing / 65536 * math.tau), math.sin(one.facing / 65536 * math.tau)
        u, v = (x - one.x) * c + (y - one.y) * s, (y - one.y) * c - (x - one.x) * s
        return abs(u) < length * UNDER_SHARE and abs(v) < span * UNDER_SHARE

    def draw_shade(self, frame: Frame) -> None:
        """The shade under them, on the ground before anybody stands there."""
        for one in self._parked:
            if self._is_near(frame, one):
                frame.put(self._shade(one.spec, one.facing, frame.scale), one.x, one.y)

    def draw_parked(self, frame: Frame) -> None:
        """Their bodies over people and vehicles, in the light of the field."""
        for one in self._parked:
            if self._is_near(frame, one):
                is_faint = one.name == self._under
                frame.put(self._picture(one.spec, one.livery, one.facing, frame.scale, is_faint), one.x, one.y)

    def _is_near(self, frame: Frame, one: Aircraft) -> bool:
        return bool(frame.sees(one.x, one.y, max(self._book["frames"][one.spec]["size"]) / 2 + 2.0))

    # ---- jets

    def lights(self, frame: Frame) -> list[Light]:
        """What the lamps of jets throw on the ground ahead of them."""
        found = []
        for jet in frame.view.jets:
            a = jet.facing / 65536 * math.tau
            x, y = jet.x + math.cos(a) * BEAM_AHEAD, jet.y + math.sin(a) * BEAM_AHEAD
            if frame.sees(x, y, BEAM_REACH):
                found.append(
                    Light("pool", x, y, BEAM_REACH, BEAM, BEAM_POWER, max(6.0, jet.height), a, has_shadows=False)
                )
        return found

    def draw_jets(self, frame: Frame, glows: Glows, time: float) -> None:
        """Jets in the air, over everything, with their lamps."""
        for jet in frame.view.jets:
            size = 1.0 + jet.height * GROWS
            if not frame.sees(jet.x, jet.y, 40.0 * size):
                continue
            scale = min(JET_SCALES, key=lambda one: abs(one - frame.scale * size))
            frame.put(self._dark(scale, jet.facing), jet.x, jet.y)
            self._lamps(frame, glows, jet, scale / frame.scale, time)

    def _dark(self, scale: int, facing: int) -> pygame.Surface:
        key = ("dark", scale, bucket_of(facing / 65536 * math.tau, BUCKETS))

        def make() -> pygame.Surface:
            picture = self._made("freighter", JET_LIVERY, facing, scale)
            picture.fill((*NIGHT, 255), special_flags=pygame.BLEND_RGBA_MULT)
            return cut_out(picture)

        return self._turned.get(key, make)

    def _lamps(self, frame: Frame, glows: Glows, jet: JetView, size: float, time: float) -> None:
        a = jet.facing / 65536 * math.tau
        c, s = math.cos(a), math.sin(a)

        def put(u: float, v: float, metres: float, colour: Colour, power: float) -> None:
            u, v = u * size, v * size
            at = frame.at(jet.x + c * u - s * v, jet.y + s * u + c * v)
            glows.put(glows.halo(int(metres * frame.scale), colour, power), *at)

        put(-16.0, -31.5, 2.6, RED, 1.0)
        put(-16.0, 31.5, 2.6, GREEN, 1.0)
        for side in (-1, 1):
            put(9.0, side * 5.0, 7.0, WHITE, 1.0)
        if (time + jet.number * 13) % STROBE_TICKS < STROBE_LIT:
            put(-34.0, 0.0, 4.0, WHITE, 0.9)
            put(2.0, 0.0, 3.4, RED, 0.9)

    # ---- pictures

    def _picture(self, spec: str, livery: str, facing: int, scale: int, is_faint: bool) -> pygame.Surface:
        """One that is parked: most of its box is empty, so it is laid down run by run, but for the one that is seen through."""

        def make() -> pygame.Surface:
            picture = self._made(spec, livery, facing, scale)
            if not is_faint:
                return cut_out(picture)
            picture.set_alpha(SEEN_THROUGH)
            return picture

        key = (spec, livery, bucket_of(facing / 65536 * math.tau, BUCKETS), scale, is_faint)
        return self._turned.get(key, make)

    def _made(self, spec: str, livery: str, facing: int, scale: int) -> pygame.Surface:
        angle = bucket_of(facing / 65536 * math.tau, BUCKETS) * math.tau / BUCKETS
        return turned(self._flat(spec, livery), angle, scale, self._book["ppm"])

    def _shade(self, spec: str, facing: int, scale: int) -> pygame.Surface:
        bucket = bucket_of(facing / 65536 * math.tau, BUCKETS)

        def make() -> pygame.Surface:
            flat = atlas.sheet(f"{SHEET}.png").subsurface(self._book["frames"][f"{spec}-shade"]["rect"])
            return turned(flat, bucket * math.tau / BUCKETS, scale, self._book["shade_ppm"])

        return self._turned.get(("shade", spec, bucket, scale), make)

    def _flat(self, spec: str, livery: str) -> pygame.Surface:
        """One type in one livery, not turned."""
        found = self._painted.get((spec, livery))
        if found is None:
            found = self._painted[spec, livery] = flat_picture(spec, livery)
        return found
