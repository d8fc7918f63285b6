"""How bright it is somewhere now: the light that minds see by, the same that the picture shows.

Adds to the place's standing light (`light_field.py`) the groups of lamps that burn, head lights, fires and the flash of shots. Reads
only; nothing here is state: a restored world works it out anew. Asked by perception, by minds and by the picture of the HUD.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.sim import flights
from game.sim.angles import COS, SIN, direction, from_radians, turn
from game.sim.light_field import LightField, Source
from game.sim.physics import WALL
from game.sim.systems.doors import is_shut

if TYPE_CHECKING:
    from game.sim.world import World

FLASH_TICKS = 20
"""For so long a shot lights its surroundings: as long as the picture shows it."""
FLASH_REACH, FLASH_POWER = 8.5, 0.6
HEAD_REACH, HEAD_POWER, HEAD_WIDE = 24.0, 0.56, 5200
"""Metres, share of full light in the middle, and 65,536ths of a turn to the rim of the cone."""
SIREN_REACH, SIREN_POWER = 17.0, 0.2
FIRE_REACH, FIRE_POWER = 11.0, 0.86
SPOT_REACH, SPOT_POWER = 9.0, 1.0
"""The disc of a helicopter's searchlight."""
DARK, DIM, BRIGHT = 16, 34, 60
"""Levels below which one is hardly seen, seen late, and from which one is plainly seen."""


class Glow(NamedTuple):
    """A light that moves or dies away: shines all round, or over a cone about where it looks."""

    x: float
    y: float
    reach: float
    power: float
    facing: int
    wide: int
    """Half its cone in 65,536ths of a turn; 32,768 = all round."""


class Illumination:
    """The light of one world."""

    def __init__(self, world: World, field: LightField) -> None:
        self._world = world
        self.field = field
        self._tick = -1
        self._lit: tuple[str, ...] = ()
        self._cells = field.levels(())
        self._soon: bytes | None = None
        self._behind = field.behind_doors(())
        self._glows: list[Glow] = []
        self._burning: list[Source] | None = None
        self._places = np.zeros((0, 3))

    def level(self, x: float, y: float) -> int:
        """How bright it is at a point in metres, 0 (black) to 100 (as bright as the picture gets). Off the map: 0."""
        if self._tick != self._world.tick:
            self._look()
        column, row, field = int(x), int(y), self.field
        if not (0 <= column < field.width and 0 <= row < field.height):
            return 0
        found = self._cells[row * field.width + column]
        if self._behind:
            found = self._behind_doors(row * field.width + column, found)
        for glow in self._glows:
            found += self._from(glow, x, y)
        return found if found < 100 else 100

    def standing(self, x: float, y: float) -> int:
        """The same without what moves or dies away: what one may count on while the same lamps burn."""
        if self._tick != self._world.tick:
            self._look()
        column, row, field = int(x), int(y), self.field
        inside = 0 <= column < field.width and 0 <= row < field.height
        return self._behind_doors(row * field.width + column, self._cells[row * field.width + column]) if inside else 0

    def soon(self, x: float, y: float) -> int:
        """The standing light while those lamps burn, too, whose jet can be heard coming: what one will be seen in."""
        if self._tick != self._world.tick:
            self._look()
        if self._soon is None:
            heard = flights.heard_groups(self._world)
            lit = tuple(group for group in self._world.lamp_groups if group in self._lit or group in heard)
            self._soon = self._cells if lit == self._lit else self.field.levels(lit)
        column, row, field = int(x), int(y), self.field
        if self._soon is self._cells or not (0 <= column < field.width and 0 <= row < field.height):
            return self.standing(x, y)
        return self._soon[row * field.width + column]

    def most(self, x: float, y: float) -> int:
        """The standing light of a point while every lamp burns: what one will be seen in sooner or later."""
        column, row, field = int(x), int(y), self.field
        if not (0 <= column < field.width and 0 <= row < field.height):
            return 0
        return field.levels(field.group_names)[row * field.width + column]

    def _behind_doors(self, cell: int, level: int) -> int:
        """What is left of a cell's standing light behind the doors that are shut now."""
        world = self._world
        for number, left in self._behind.get(cell, ()):
            if left < level and is_shut(world, world.doors[number]):
                level = left
        return level

    def standing_cells(self) -> bytes:
        """The standing light of every cell, row by row, as if all doors stood open."""
        if self._tick != self._world.tick:
            self._look()
        return self._cells

    def burning_near(self, x: float, y: float) -> list[Source]:
        """The lamps that burn now and shine as far as a point, in the order of the level."""
        if self._tick != self._world.tick:
            self._look()
        if self._burning is None:
            lit = self._lit
            self._burning = [one for one in self.field.sources if not one.group or one.group in lit]
            rows = [(one.x, one.y, one.reach * one.reach) for one in self._burning]
            self._places = np.array(rows, np.float64).reshape(-1, 3)
        off = self._places[:, :2] - (x, y)
        near = off[:, 0] * off[:, 0] + off[:, 1] * off[:, 1] < self._places[:, 2]
        return [self._burning[index] for index in np.nonzero(near)[0].tolist()]

    def is_lit(self, group: str) -> bool:
        """Whether the lamps of a group burn."""
        if self._tick != self._world.tick:
            self._look()
        return group in self._lit

    def _look(self) -> None:
        """What burns in this tick."""
        world = self._world
        self._tick, self._soon = world.tick, None
        lit = flights.lit_groups(world) if world.lamp_groups else ()
        if lit != self._lit:
            self._lit, self._cells = lit, self.field.levels(lit)
            self._behind = self.field.behind_doors(lit)
            self._burning = None
        self._glows = _glows(world) if self.field.lamps > 0.0 else []

    def _from(self, glow: Glow, x: float, y: float) -> int:
        dx, dy = x - glow.x, y - glow.y
        far = (dx * dx + dy * dy) / (glow.reach * glow.reach)
        if far >= 1.0:
            return 0
        r = sqrt(far)
        share = (1.0 - r) * sqrt(1.0 - r) / (1.0 + 5.0 * far) * 1.15
        if glow.wide < 32768:
            off = abs(turn(glow.facing, direction(dx, dy)))
            if off >= glow.wide:
                return 0
            beside = off / glow.wide
            share = (1.0 - r) / (1.0 + 1.5 * r) * 1.5 * (1.0 - beside * beside) * (1.0 - beside * beside)
        if share <= 0.0:
            return 0
        if not self._world.physics.is_clear(glow.x, glow.y, x, y, WALL):
            return 0
        return int(min(1.0, sqrt(share) * sqrt(sqrt(share))) * glow.power * 86.0)


def _glows(world: World) -> list[Glow]:
    """Every light of the moment, in id order."""
    found: list[Glow] = []
    tick, x, y = world.tick, world.physics.x, world.physics.y
    for vehicle in world.vehicles:
        if vehicle.is_absent or not (vehicle.siren or vehicle.burning_ticks or vehicle.seats[0] >= 0):
            continue
        number = vehicle.id
        if vehicle.burning_ticks:
            found.append(Glow(x[number], y[number], FIRE_REACH, FIRE_POWER, 0, 32768))
        if vehicle.stage >= 4:
            continue
        if not vehicle.is_on_side and any(who >= 0 for who in vehicle.seats):
            facing = from_radians(world.physics.angle[number])
            ahead = world.vehicle_specs[number].length / 2.0
            nose_x, nose_y = x[number] + COS[facing] * ahead, y[number] + SIN[facing] * ahead
            found.append(Glow(nose_x, nose_y, HEAD_REACH, HEAD_POWER, facing, HEAD_WIDE))
        if vehicle.siren:
            found.append(Glow(x[number], y[number], SIREN_REACH, SIREN_POWER, 0, 32768))
    for one in world.helicopters:
        if one.has_light and one.state:
            found.append(Glow(one.spot_x, one.spot_y, SPOT_REACH, SPOT_POWER, 0, 32768))
    for person in world.people:
        age = tick - person.shot_tick
        if 0 <= age < FLASH_TICKS and person.shots and not person.is_absent:
            power = FLASH_POWER * (FLASH_TICKS - age) / FLASH_TICKS
            found.append(Glow(x[person.id], y[person.id], FLASH_REACH, power, 0, 32768))
    return found
