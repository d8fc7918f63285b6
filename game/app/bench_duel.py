"""`bench duel`: mind against mind over many seeds of a level in which one man hunts another: who wins, how, how long it takes.

Owns the runs and the summing up; either mind can be made deaf, or blind to what light and shadow tell, to see what the sense is
worth. Called by `bench_commands`.
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from dataclasses import dataclass, field

from game.app.even_terms import put_on_even_terms
from game.app.flags import level_and_catalog
from game.app.report import GOOD, answer
from game.app.session import quiet_collector
from game.content.level import Level
from game.content.specs import Catalog
from game.sim import events
from game.sim.entities import Person
from game.sim.run_setup import RunSetup
from game.sim.systems.shooting import gun_of
from game.sim.world import World

LIMIT_TICKS = 12 * 60 * 60
STILL_TICKS = 45 * 60
"""Somebody who has not left a spot for so long while the duel goes on, and gets on with nothing there, is stuck."""
AT_HAND = 4.0
"""Metres along a fence from whoever cuts it, at most."""
REASON_TICKS = 60
"""A shot has a reason when he who fires has seen the other so lately."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was when he last moved or got on with something."""

    x: float
    y: float
    tick: int
    done: tuple[int, ...]


@dataclass(slots=True)
class Duel:
    """One run."""

    seed: int
    result: str = ""
    ending: str = ""
    ticks: int = 0
    shots: Counter[str] = field(default_factory=Counter)
    unreasoned: int = 0
    stuck: list[str] = field(default_factory=list)

    @property
    def winner(self) -> str:
        """crew when he is away, police when he is not; empty when it never ended."""
        if not self.result:
            return ""
        return "crew" if self.result in ("escaped", "walked") else "police"


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    verb = verbs.add_parser("duel", help="mind against mind where one man hunts another")
    verb.add_argument("level", metavar="LEVEL", help="name of a level with a `hunt` and an `evade`")
    verb.add_argument("--seeds", type=int, default=20, metavar="N", help="seeds 1 to N (20)")
    verb.add_argument("--first", type=int, default=1, metavar="N", help="begin with this seed (1)")
    verb.add_argument("--deaf", default="", metavar="SIDE", help="crew or police: that mind hears nothing")
    verb.add_argument(
        "--blind",
        default="",
        metavar="SIDE",
        help="crew or police: no light or shadow for that mind: it sees as in the dark",
    )
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """One line a seed, then the sum."""
    _, level, catalog = level_and_catalog(args.level)
    quiet_collector()
    duels = []
    for seed in range(args.first, args.first + args.seeds):
        duel = fought(level, catalog, seed, args.deaf, args.blind)
        duels.append(duel)
        if not args.json:
            print(_line(duel), flush=True)
    found = summed(duels)
    lines = "\n".join(f"{name:>12} {value}" for name, value in found.items())
    answer(args.json, {"level": level.name, "deaf": args.deaf, "blind": args.blind, **found}, lines)
    return GOOD


def fought(level: Level, catalog: Catalog, seed: int, deaf: str = "", blind: str = "") -> Duel:
    """A run with both minds at work."""
    world = World.new(level, catalog, RunSetup(level.name, level.screenplay.sides[0].name, seed))
    put_on_even_terms(world)
    duel = Duel(seed)
    places: dict[int, Place] = {}
    while not world.is_over and world.tick < LIMIT_TICKS:
        for who, belief in world.beliefs.items():
            side = world.person(who).side
            belief.is_deaf, belief.ignores_light = side == deaf, side == blind
        for event in world.step(world.suggest()):
            if isinstance(event, events.ShotFired) and event.who in world.beliefs:
                duel.shots[world.person(event.who).name] += 1
                if world.tick - world.beliefs[event.who].seen_tick > REASON_TICKS:
                    duel.unreasoned += 1
        if world.tick % 60 == 0:
            _watch(world, duel, places)
    duel.result, duel.ending, duel.ticks = world.result, world.mission.ending, world.tick
    return duel


def _watch(world: World, duel: Duel, places: dict[int, Place]) -> None:
    for who in world.beliefs:
        person = world.person(who)
        x, y = world.position(who)
        done = _done(world, person)
        old = places.get(who)
        if old is None or abs(old.x - x) + abs(old.y - y) > 2.0 or not person.is_able or done != old.done:
            places[who] = Place(x, y, world.tick, done)
        elif world.tick - old.tick > STILL_TICKS and person.name not in duel.stuck:
            duel.stuck.append(person.name)


def _done(world: World, person: Person) -> tuple[int, ...]:
    """How far he is with what takes long on one spot: the wire he cuts, rounds in his gun. Who only holds a key down gets no farther."""
    x, y = world.position(person.id)
    cut = max((gap.cut_ticks for gap in world.gaps if abs(gap.x - x) + abs(gap.y - y) < AT_HAND), default=0)
    gun = gun_of(person)
    return cut, gun.rounds if gun is not None else 0


def summed(duels: list[Duel]) -> dict[str, object]:
    """Win rates, lengths and what should never happen."""
    ended = [duel for duel in duels if duel.result]
    seconds = sorted(duel.ticks / 60 for duel in ended) or [0.0]
    endings = Counter(f"{duel.result}: {duel.ending}" for duel in ended)
    return {
        "duels": len(duels),
        "crew_wins": sum(duel.winner == "crew" for duel in duels),
        "police_wins": sum(duel.winner == "police" for duel in duels),
        "median_s": round(statistics.median(seconds)),
        "shortest_s": round(seconds[0]),
        "longest_s": round(seconds[-1]),
        "endings": dict(endings.most_common()),
        "never_ended": sum(not duel.result for duel in duels),
        "stuck": [f"{duel.seed} {name}" for duel in duels for name in duel.stuck],
        "shots": sum(sum(duel.shots.values()) for duel in duels),
        "no_reason": sum(duel.unreasoned for duel in duels),
    }


def _line(duel: Duel) -> str:
    shots = ", ".join(f"{name} {count}" for name, count in sorted(duel.shots.items()))
    stuck = f", stuck: {', '.join(duel.stuck)}" if duel.stuck else ""
    return f"{duel.seed:>4} {duel.result or 'no end':>9} {duel.ticks // 60:>4} s  {duel.ending} ({shots or 'no shot'}{stuck})"
