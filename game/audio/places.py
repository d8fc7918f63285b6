"""What kind of place a point lies in, as it answers to a shot: street, crossing, alley, underpass, hall, open ground.

Owns that reading of the level, made once when it begins: covered places by the names of their zones and the floor under
them, open ones by how far tall walls stand off in sixteen directions. Called by `street` for every shot, by `loops` for the room.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

import numpy as np

from game.audio.barriers import OPEN_ROOFS, fill, is_named
from game.audio.ears import SOUND_SPEED
from game.content.level import Level, Point

CELL = 2
TALL = 4.5
"""Metres from which a wall throws sound back over people's heads."""
REACH = 66
"""Metres: a facade further off answers too late to make a street."""
RAYS = 16
ALLEY_METRES = 13.0
NEAR_METRES = 44.0
"""Within this a wall belongs to the crossing or the street one stands in."""
STREETS = {"canyon_narrow": 18.0, "canyon": 26.0, "canyon_wide": 34.0}
"""Baked widths of a street between its facades; the first answer comes after that way."""
SPARE_METRES = 2.0
"""A street may be so much narrower than the one that was baked: 6 ms."""
COVERED = {
    "vault": ("vault", "strongroom"),
    "lobby": ("lobby", "bank", "hall", "foyer"),
    "car_park": ("car_park", "garage"),
    "underpass": ("underpass", "tunnel", "bridge"),
}
"""Covered places by words in the names of their zones; the first that fits."""
OPEN = {"airfield": ("airfield", "runway", "apron", "taxiway"), "alley": ("alley",)}
FLOORS = {"marble": "lobby", "tile": "lobby", "carpet": "room"}
"""What a roof means by the floor below it; all other floors are a car park's."""
KINDS = ("lot", "alley", "canyon", "crossing", "airfield", "underpass", "car_park", "lobby", "vault", "room")
INSIDE = frozenset({"car_park", "lobby", "vault", "room"})
EDGE = 5.0
"""Metres from a border within which both places answer."""
LEAST_SHARE = 0.12


class Answer(NamedTuple):
    """One place's share in what comes back."""

    tail: str
    share: float
    """Of the loudness; the shares' powers sum to one."""
    wait: float
    """Seconds that a wider street answers later than the one that was baked."""


class Places:
    """The places of one level."""

    def __init__(self, level: Level) -> None:
        self._columns, self._rows = -(-level.width // CELL), -(-level.height // CELL)
        self._away = self._rays(level)
        self._kinds = self._open(level)
        self._cover(level)

    def at(self, x: float, y: float) -> str:
        """One of KINDS."""
        return KINDS[self._kinds[self._row(y), self._column(x)]]

    def width(self, x: float, y: float) -> float:
        """Metres from facade to facade across the street; infinity where none stand on both sides."""
        away = self._away[:, self._row(y), self._column(x)]
        return float((away[: RAYS // 2] + away[RAYS // 2 :]).min())

    def answers(self, x: float, y: float) -> list[Answer]:
        """What the place gives back: one tail, or two near a border, the louder first."""
        shares: dict[str, float] = {}
        for dx, dy in ((0, 0), (EDGE, 0), (-EDGE, 0), (0, EDGE), (0, -EDGE)):
            kind = self.at(x + dx, y + dy)
            shares[kind] = shares.get(kind, 0.0) + (0.4 if not dx and not dy else 0.15)
        best = sorted(shares.items(), key=lambda row: -row[1])[:2]
        best = [row for row in best if row[1] >= LEAST_SHARE]
        power = sum(share for _, share in best)
        return [self._answer(kind, (share / power) ** 0.5, x, y) for kind, share in best]

    def _answer(self, kind: str, share: float, x: float, y: float) -> Answer:
        if kind != "canyon":
            return Answer("lobby" if kind == "room" else kind, share, 0.0)
        wide = min(self.width(x, y), float(REACH))
        fitting = [(metres, name) for name, metres in STREETS.items() if metres <= wide + SPARE_METRES]
        metres, name = max(fitting, default=(STREETS["canyon_narrow"], "canyon_narrow"))
        return Answer(name, share, max(0.0, wide - metres) / SOUND_SPEED)

    def _column(self, x: float) -> int:
        return min(max(int(x) // CELL, 0), self._columns - 1)

    def _row(self, y: float) -> int:
        return min(max(int(y) // CELL, 0), self._rows - 1)

    def _rays(self, level: Level) -> np.ndarray:
        """Metres to the next tall wall for every ray and cell, all cells at a time; infinity where none is near."""
        met = np.zeros((self._rows, self._columns), bool)
        for wall in level.walls:
            if wall.height >= TALL:
                met |= self._cells(wall.points)
        # What lies beyond the level is open.
        edge = REACH // CELL + 1
        walls = np.pad(met, edge)
        away = np.full((RAYS, self._rows, self._columns), np.inf, np.float32)
        for ray in range(RAYS):
            x, y = cos(2 * pi * ray / RAYS), sin(2 * pi * ray / RAYS)
            for step in range(REACH // CELL, 0, -1):
                down, right = edge + round(y * step), edge + round(x * step)
                met = walls[down : down + self._rows, right : right + self._columns]
                away[ray][met] = (step - 0.5) * CELL
        return away

    def _open(self, level: Level) -> np.ndarray:
        """What each cell would be without a roof."""
        half = RAYS // 2
        wide = (self._away[:half] + self._away[half:]).min(axis=0)
        near = self._away < NEAR_METRES
        # A crossing: three ways out of four are open, walls stand at the corners between.
        ways = (~near[:: RAYS // 4]).sum(axis=0)
        corners = near[RAYS // 8 :: RAYS // 4].sum(axis=0)
        kinds = np.zeros(wide.shape, np.uint8)
        kinds[wide < REACH] = KINDS.index("canyon")
        kinds[(ways >= 3) & (corners >= 2)] = KINDS.index("crossing")
        kinds[wide <= ALLEY_METRES] = KINDS.index("alley")
        return kinds

    def _cover(self, level: Level) -> None:
        """Zones that say what they are, and roofs."""
        inside = self._roofed(level)
        for zone in level.zones:
            if is_named(zone.name, OPEN_ROOFS):
                inside &= ~self._cells(zone.points)
        # Covered places last: the bridge over an alley is called after both.
        for name, words in (*OPEN.items(), *COVERED.items()):
            for zone in level.zones:
                if is_named(zone.name, words):
                    here = self._cells(zone.points)
                    self._kinds[here] = KINDS.index(name)
                    inside &= ~here
        floors = np.frombuffer(level.ground, np.uint8).reshape(level.height, level.width)[::CELL, ::CELL]
        names = [FLOORS.get(surface, "car_park") for surface in level.surfaces]
        table = np.array([KINDS.index(name) for name in names], np.uint8)
        self._kinds[inside] = table[floors[: self._rows, : self._columns]][inside]

    def _cells(self, points: tuple[Point, ...]) -> np.ndarray:
        marks = bytearray(self._columns * self._rows)
        fill(marks, self._columns, self._rows, points, CELL)
        return np.frombuffer(bytes(marks), np.uint8).reshape(self._rows, self._columns).astype(bool)

    def _roofed(self, level: Level) -> np.ndarray:
        if level.hour == "interior":
            return np.ones((self._rows, self._columns), bool)
        found = np.zeros((level.height, level.width), bool)
        for layer in level.layers:
            if layer.role == "roofs" and layer.name == "roofs":
                found |= np.array(layer.cells, np.int64).reshape(level.height, level.width) != 0
        return found[::CELL, ::CELL][: self._rows, : self._columns].copy()
