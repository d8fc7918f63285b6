"""Two runs whose fingerprints are kept, and a program that prints them second by second.

`python -m tests.sim.crowd crowd` plays a yard of 30 people and 12 vehicles in which everything happens at once;
`range` plays levels/sandbox/range.tmx. The determinism tests call it in other processes, on other mathematics.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from game.content.level import Item
from game.levels.loader import load_level
from game.sim import dice
from game.sim.ai import steps
from game.sim.checksum import checksum
from game.sim.input_frame import InputFrame
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests import worlds
from tests.worlds import call, person, plan, vehicle, wall, zone

HOUSE = Path(__file__).resolve().parents[2]
CROWD_TICKS = 900
RANGE_TICKS = 240
CREW = ("neil", "chris", "cheritto", "trejo", "waingro")
POLICE = ("patrol", "patrol_shotgun", "detective", "swat", "swat_entry")
OTHERS = ("pedestrian", "pedestrian_b", "pedestrian_c", "businessman", "homeless")
CARS = (
    ("armored_truck", 60, 41, "south", 0), ("tow_truck", 47, 41, "east", 16), ("sedan", 58, 58, "east", 14),
    ("taxi", 78, 66, "north_west", 13), ("hatchback", 62, 72, "north_east", 13), ("van", 96, 62, "west", 12),
    ("patrol_car", 100, 45, "west", 12), ("patrol_car", 92, 36, "south_west", 12), ("pickup", 50, 66, "south_east", 9),
    ("box_truck", 84, 52, "south_east", 0), ("getaway_sedan", 70, 56, "south_east", 0),
    ("swat_van", 110, 60, "north_west", 8),
)  # fmt: skip


def crowd() -> World:
    """A street fight: crew behind parked cars, police from two sides, people who run, cars that meet at every angle."""
    people = [person(name, 52 + 3 * n, 54 + n % 2) for n, name in enumerate(CREW)]
    people += [
        person(POLICE[n % 5], 76 + 2 * n, 47 + 5 * (n % 4), "west", f"unit_{n}", group="unit") for n in range(10)
    ]
    people += [person(OTHERS[n % 5], 46 + 5 * n, 34 + 9 * (n % 5), "south", f"passer_{n}") for n in range(12)]
    people += [person("guard", 60, 40, name="guard_1", vehicle="car_0"), person("guard", 61, 46, name="guard_2")]
    people += [person("tow_driver", 30, 41, name="ram", vehicle="car_1")]
    units = tuple(f"unit_{n}" for n in range(10))
    world = worlds.yard(
        people,
        [vehicle(spec, x, y, facing, f"car_{n}") for n, (spec, x, y, facing, _) in enumerate(CARS)],
        [
            wall(75, 45, 6, 1.2, height=1.0),
            wall(84, 44, 0.6, 5, "glass"),
            wall(66, 48, 4, 3, "brick"),
            wall(82, 60, 5, 0.4, "wood"),
        ],
        items=[Item(70.0, 62.0, "strip", "spike_strip")],
        zones=[zone("street", 45, 35, 60, 35)],
        plans=[plan(name, start=call("shoot", people=units[k:])) for k, name in enumerate(CREW)],
        size=(160, 100),
        seed=7,
    )
    world.items[0].state = "laid"
    world.heat.stage, world.heat.knows_faces = 2, True
    for body in world.people:
        body.is_masked = body.side == "crew"
        if body.side == "police":
            world.minds[body.id].give(steps.Respond("street"))
    for number, (*_, speed) in enumerate(CARS):
        worlds.push(world, f"car_{number}", speed)
    world.physics.rebase()  # speeds were changed from outside: tick 0 is a keyframe too
    return world


def firing_range() -> World:
    """The shipped sandbox."""
    level = load_level(HOUSE / "levels" / "sandbox" / "range.tmx", worlds.catalog())
    return World.new(level, worlds.catalog(), RunSetup(level.name, seed=3))


def restless(tick: int, world: World) -> InputFrame:
    """What the player does: now the crew's own mind, now runs about and fires wherever he looks."""
    if tick // 150 % 2:
        return world.suggest()
    push = tick // 40 % 4
    buttons = (tick // 20 % 3 != 0) | (tick // 90 % 2) << 1 | (tick % 170 == 0) << 4 | (tick % 211 == 0) << 6
    return InputFrame((127, 0, -127, 60)[push], (0, 127, 40, -127)[push], tick * 137 & 65535, 60, buttons)


RUNS = {"crowd": (crowd, CROWD_TICKS), "range": (firing_range, RANGE_TICKS)}


def fingerprints(name: str) -> Iterator[tuple[int, int]]:
    """(tick, number) at every keyframe of a run.

    Each number stands for all ticks up to it: a difference that lasts one tick (a bullet in the air) is not forgotten.
    """
    make, ticks = RUNS[name]
    world = make()
    chain = 0
    for tick in range(1, ticks + 1):
        world.step(restless(tick, world))
        chain = dice.draw(chain, 0, 0, checksum(world))
        if tick % worlds.TICKS == 0:
            yield tick, chain


if __name__ == "__main__":
    print(json.dumps({f"{tick}": f"{number:016x}" for tick, number in fingerprints(sys.argv[1])}))
