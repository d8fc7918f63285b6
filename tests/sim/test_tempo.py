"""Peaks and valleys: what is measured, what it holds back, and that it never touches whether shots hit."""

from __future__ import annotations

import pytest

from game.sim import events
from game.sim.ai import pressing
from game.sim.picture import picture
from game.sim.systems import dispatch, tempo
from game.sim.world import World
from tests.sim.test_dispatch import precinct, sent
from tests.worlds import car, disarmed, mind, person, run, those, who, yard


def fight(seed: int = 1) -> World:
    """Neil, and four policemen about him who cannot shoot."""
    people = [person("neil", 100, 50)]
    people += [person("patrol", 96 + 3 * n, 58, "north", f"officer_{n}") for n in range(4)]
    world = yard(people, still=[f"officer_{n}" for n in range(4)], seed=seed)
    disarmed(world, *(f"officer_{n}" for n in range(4)), "neil")
    return world


def hurt(world: World) -> None:
    """A second under fire that tells."""
    neil = who(world, "neil")
    for _ in range(4):
        neil.health -= neil.full_health * 0.15
        neil.suppression = 0.9
        run(world, 0.25)


def test_intensity_is_hurt_suppression_and_how_many_are_close() -> None:
    world = fight()
    run(world, 1)
    assert world.tempo.intensity == pytest.approx(tempo.CLOSE)
    who(world, "neil").suppression, who(world, "neil").near_miss_tick = 1.0, 10_000
    run(world, 0.5)
    assert world.tempo.intensity == pytest.approx(tempo.CLOSE + tempo.KEPT_DOWN)
    who(world, "neil").health -= who(world, "neil").full_health / 2
    run(world, 0.3)
    assert world.tempo.intensity == pytest.approx(tempo.CLOSE + tempo.KEPT_DOWN + tempo.HURT / 2, abs=0.05)


def test_a_peak_is_sustained_fades_and_lets_the_crew_breathe() -> None:
    world = fight()
    run(world, 1)
    hurt(world)
    assert world.tempo.phase == tempo.PEAKS
    who(world, "neil").suppression = 0.0
    found = run(world, 60)
    changes = [event.phase for event in those(found, events.TempoChanged)]
    assert changes[:3] == [tempo.FADES, tempo.RELAXED, tempo.BUILDS]


def test_units_that_are_due_wait_from_a_peak_on_but_not_for_ever() -> None:
    world = sent(precinct(units=1), seconds=2)
    disarmed(world, "neil")
    world.tempo.phase, world.tempo.lasts = tempo.RELAXED, 10_000
    world.tempo.x, world.tempo.y = world.position(world.player)
    run(world, 20)
    assert car(world, "car_0").is_absent
    run(world, 14)
    assert not car(world, "car_0").is_absent, "half a minute late at most"


def test_the_first_unit_of_a_quiet_street_comes_when_it_is_due() -> None:
    world = sent(precinct(units=1), seconds=8)
    run(world, 8.5)
    assert not car(world, "car_0").is_absent


def test_a_lull_brings_the_next_unit_sooner() -> None:
    world = sent(precinct(units=1), seconds=100)
    dispatch.raise_stage(world, 2, "shots")
    before = world.heat.arrivals[0][0]
    run(world, 27)
    assert world.heat.arrivals[0][0] == before - tempo.SOONER_TICKS


def test_nobody_presses_on_while_it_eases() -> None:
    world = fight()
    run(world, 1)
    officer, own = who(world, "officer_1"), mind(world, "officer_1")
    own.target, own.is_visible = who(world, "neil").id, False
    assert pressing.may_press_on(world, officer, own)
    world.tempo.phase = tempo.FADES
    assert not pressing.may_press_on(world, officer, own)


def test_how_long_it_lasts_is_the_seeds() -> None:
    lengths = []
    for seed in (1, 1, 2):
        world = fight(seed)
        run(world, 1)
        hurt(world)
        lengths.append(world.tempo.lasts)
    assert lengths[0] == lengths[1] != lengths[2]


def test_the_overlay_is_told() -> None:
    world = fight()
    run(world, 1)
    seen = picture(world, debug=True).police
    assert seen is not None
    assert (seen.phase, seen.belief) == ("build", "calm")
    assert picture(world).police is None
