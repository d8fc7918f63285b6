"""`bench light`: what the light of the sim costs: to bake, to switch, and each time a mind asks.

Owns the stopwatch. Called by `bench_commands`.
"""

from __future__ import annotations

import argparse
from time import perf_counter

from game.app.flags import add_run_flags, level_and_catalog, setup_from
from game.app.report import GOOD, answer
from game.sim.light_field import LightField
from game.sim.world import World

QUERIES = 200_000


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    verb = verbs.add_parser("light", help="what it costs to know how bright it is")
    add_run_flags(verb)
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Bakes the level's light, then asks for it all over the map."""
    _, level, catalog = level_and_catalog(args.level)
    setup = setup_from(args, level, catalog)
    before = perf_counter()
    field = LightField(level)
    baked = perf_counter()
    field.levels(field.group_names)
    switched = perf_counter()
    world = World.new(level, catalog, setup)
    ask, width, height = world.light.level, level.width, level.height
    start = perf_counter()
    for number in range(QUERIES):
        ask(number * 7 % width + 0.5, number * 13 % height + 0.5)
    end = perf_counter()
    found = {
        "lamps": len(field.sources),
        "groups": len(field.group_names),
        "bake_ms": round((baked - before) * 1e3, 1),
        "switch_ms": round((switched - baked) * 1e3, 2),
        "ask_us": round((end - start) / QUERIES * 1e6, 3),
    }
    lines = "\n".join(f"{name:>10} {value}" for name, value in found.items())
    answer(args.json, {"level": level.name, **found}, lines)
    return GOOD
