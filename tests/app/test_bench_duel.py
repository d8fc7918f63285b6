"""What `bench duel` calls stuck: whoever neither leaves a spot nor gets on with anything there, whatever he holds in his hand."""

from __future__ import annotations

import pytest

from game.app import bench_duel
from game.app.bench_duel import Duel, Place
from game.sim.entities import Gap
from tests.sim.test_duel import begun, field


@pytest.mark.parametrize(("busy", "cuts", "is_stuck"), [(False, False, True), (True, False, True), (True, True, False)])
def test_a_deed_that_does_not_get_on_does_not_count(busy: bool, cuts: bool, is_stuck: bool) -> None:
    world = begun(field((6.0, 50.0), (150.0, 50.0), hanna_step="wait"), 30)
    neil = world.person_named["neil"]
    neil.use = "cut" if busy else ""
    world.gaps.append(Gap(0, 4.5, 50.0, 32768))
    duel, places = Duel(1), dict[int, Place]()
    for second in range(bench_duel.STILL_TICKS // 60 + 2):
        world.tick = 100 + second * 60
        world.gaps[0].cut_ticks += 60 if cuts else 0
        bench_duel._watch(world, duel, places)
    assert ("neil" in duel.stuck) is is_stuck


def test_whoever_goes_on_is_not_stuck() -> None:
    world = begun(field((6.0, 50.0), (150.0, 50.0), hanna_step="wait"), 30)
    neil = world.person_named["neil"]
    duel, places = Duel(1), dict[int, Place]()
    for second in range(120):
        world.tick = 100 + second * 60
        world.physics.place(neil.id, 20.0 + second, 50.0, 0.0)
        bench_duel._watch(world, duel, places)
    assert duel.stuck == []
