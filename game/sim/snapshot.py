"""A world put aside at a keyframe and taken up again: plain data, in memory only, never read from a file.

Restore-and-continue equals the unbroken run exactly, because the live world rebases at the same ticks. The tables are kept as
bytes (a pickle that never leaves the process), so that the snapshot shares nothing with the world it was taken from.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.level import Level
from game.content.specs import Catalog
from game.sim import founding
from game.sim.physics import BodySpec, Physics
from game.sim.place import place_of
from game.sim.systems import doors

if TYPE_CHECKING:
    from game.sim.run_setup import RunSetup
    from game.sim.world import World

_TABLES = (
    "tick",
    "vehicles",
    "people",
    "items",
    "doors",
    "minds",
    "bullets",
    "helicopters",
    "noises",
    "mission",
    "heat",
    "tempo",
    "surveillance",
    "beliefs",
    "gaps",
    "player",
    "touching",
    "path_queue",
    "search",
    "own_searches",
    "maneuver_queue",
    "maneuver",
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One keyframe."""

    tick: int
    setup: RunSetup
    tables: bytes
    poses: tuple[tuple[float, ...], ...]
    categories: tuple[int, ...]


def take(world: World) -> Snapshot:
    """The world as it is. Raises ValueError off a keyframe, where a restored world would part from the live one."""
    from game.sim.world import KEYFRAME_TICKS

    if world.tick % KEYFRAME_TICKS:
        raise ValueError(f"tick {world.tick} is no keyframe: snapshots are taken every {KEYFRAME_TICKS} ticks")
    tables = pickle.dumps({name: getattr(world, name) for name in _TABLES}, pickle.HIGHEST_PROTOCOL)
    return Snapshot(
        world.tick,
        world.setup,
        tables,
        tuple(tuple(row) for row in world.physics.poses()),
        tuple(world.physics.categories),
    )


def restore(snapshot: Snapshot, level: Level, catalog: Catalog) -> World:
    """A world that goes on from the snapshot as the one it was taken from did."""
    from game.sim.world import World

    world = World()
    world.level, world.catalog, world.setup = level, catalog, snapshot.setup
    world.place = place_of(level, catalog)
    world.difficulty = catalog.difficulties[snapshot.setup.difficulty]
    for name, value in pickle.loads(snapshot.tables).items():
        setattr(world, name, value)
    bodies = [
        BodySpec(catalog.vehicles[v.spec].mass, catalog.vehicles[v.spec].length, catalog.vehicles[v.spec].width, 0.0)
        for v in world.vehicles
    ]
    bodies += [BodySpec(catalog.people[p.spec].mass, 0.0, 0.0, p.radius) for p in world.people]
    world.physics = Physics(world.place.statics, bodies, snapshot.poses, snapshot.categories)
    doors.settle_all(world)
    founding.call_the_roll(world)
    world.index()
    return world
