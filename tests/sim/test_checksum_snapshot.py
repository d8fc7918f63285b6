"""Fingerprints see everything; a snapshot keeps everything and shares nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content.level import Item
from game.sim import snapshot
from game.sim.checksum import checksum, difference
from game.sim.entities import Bullet, Noise
from game.sim.world import KEYFRAME_TICKS, World
from tests.worlds import TICKS, person, play, run, vehicle, yard


def small(seed: int = 1) -> World:
    return yard(
        [person("neil", 20, 50), person("patrol", 60, 50)],
        [vehicle("sedan", 40, 60, name="car")],
        items=[Item(5, 5, "bag", "cash_bag")],
        seed=seed,
    )


CHANGES: dict[str, Callable[[World], object]] = {
    "tick": lambda w: setattr(w, "tick", w.tick + 60),
    "bodies[1].x": lambda w: w.physics.x.__setitem__(1, w.physics.x[1] + 1 / 65536),
    "bodies[0].w": lambda w: w.physics.w.__setitem__(0, 1 / 65536),
    "people[0].health": lambda w: setattr(w.people[0], "health", w.people[0].health - 1e-9),
    "people[0].guns[0].rounds": lambda w: setattr(w.people[0].guns[0], "rounds", 3),
    "people[0].guns[0].spares": lambda w: w.people[0].guns[0].spares.append(1),
    "vehicles[0].tyres": lambda w: w.vehicles[0].tyres.__setitem__(2, 0.5),
    "items[0].state": lambda w: setattr(w.items[0], "state", "carried"),
    "minds[2].target": lambda w: setattr(w.minds[2], "target", 0),
    "minds[2].hands.aim": lambda w: setattr(w.minds[2].hands, "aim", 5),
    "mission.counters": lambda w: w.count("shots"),
    "heat.stage": lambda w: setattr(w.heat, "stage", 3),
    "bullets[0].x": lambda w: w.bullets.append(Bullet(1, 1, 1, 0, 1, 1, 1, False)),
    "noises[0].x": lambda w: w.noises.append(Noise(1, 1, 1, "shot", 1)),
    "player": lambda w: setattr(w, "player", 2),
}


@pytest.mark.parametrize("field", sorted(CHANGES))
def test_the_checksum_sees_every_kind_of_change_and_difference_names_it(field: str) -> None:
    one, other = small(), small()
    assert checksum(one) == checksum(other)
    CHANGES[field](other)
    assert checksum(one) != checksum(other)
    assert any(line.startswith(f"{field}: ") for line in difference(one, other)), difference(one, other)


def test_another_seed_is_another_run_once_chance_has_spoken() -> None:
    one, other = small(1), small(2)
    for world in (one, other):
        play(world, "aim east, fire 60, wait 60")
    assert checksum(one) != checksum(other)


def test_equal_worlds_stay_equal() -> None:
    one, other = small(), small()
    for world in (one, other):
        play(world, "aim east, fire 60, run+south 60, enter 1, wait 60")
    assert difference(one, other) == []
    assert checksum(one) == checksum(other)


def test_a_snapshot_is_a_world_of_its_own() -> None:
    world = small()
    run(world, KEYFRAME_TICKS / TICKS)
    kept = snapshot.take(world)
    number = checksum(world)
    double = snapshot.restore(kept, world.level, world.catalog)
    play(double, "aim east, fire 30, run+south 30")
    assert checksum(world) == number
    assert checksum(snapshot.restore(kept, world.level, world.catalog)) == number


def test_a_snapshot_of_a_snapshot_is_the_same() -> None:
    world = small()
    play(world, f"aim east, fire {KEYFRAME_TICKS}")
    double = snapshot.restore(snapshot.take(world), world.level, world.catalog)
    third = snapshot.restore(snapshot.take(double), world.level, world.catalog)
    for one in (world, double, third):
        play(one, "run+south 90, fire 30")
    assert checksum(world) == checksum(double) == checksum(third)


def test_a_seated_player_is_restored_in_his_seat() -> None:
    world = yard([person("neil", 40, 60, vehicle="car")], [vehicle("sedan", 40, 60, name="car")])
    play(world, f"north {KEYFRAME_TICKS}")
    double = snapshot.restore(snapshot.take(world), world.level, world.catalog)
    for one in (world, double):
        play(one, "north+east 60")
    assert difference(world, double) == []
