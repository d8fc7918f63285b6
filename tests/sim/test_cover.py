"""Places to fight from: what protects, what one can fire from, and where nobody fits."""

from __future__ import annotations

import pytest

from game.app.bench_hits import PISTOL_RATE, RIFLE_RATE, rate
from game.content.level import Marker
from game.sim.ai import cover, pressing
from game.sim.ai.behaviours import fight
from game.sim.ai.steps import Hold, Shoot
from game.sim.checksum import checksum
from game.sim.entities import Stance
from game.sim.input_frame import Button
from game.sim.picture import picture
from game.sim.systems import boarding, dispatch
from game.sim.world import World
from tests.worlds import (
    armed,
    call,
    car,
    catalog,
    gun,
    mind,
    person,
    place_of,
    plan,
    put,
    run,
    vehicle,
    wall,
    who,
    yard,
    zone,
)


def test_behind_a_corner_he_fires_from_a_step_to_the_side() -> None:
    world = yard([person("neil", 48, 50)], walls=[wall(50, 40, 1, 10)])
    spot = cover.place_near(world, who(world, "neil"), 48, 49, 80, 48, 6)
    assert spot.sees
    assert (spot.x, spot.y) != (spot.peek_x, spot.peek_y)
    assert abs(spot.x - spot.peek_x) + abs(spot.y - spot.peek_y) < 1.6
    assert cover.protects(world, spot.x, spot.y, 80, 48)


def test_the_middle_of_a_long_wall_is_no_place_to_fight_from() -> None:
    world = yard([person("neil", 48, 50)], walls=[wall(50, 20, 1, 60), wall(44, 52.6, 1, 3, height=1.0)])
    spot = cover.place_near(world, who(world, "neil"), 48, 50, 80, 50, 6)
    assert not spot.sees


def test_nobody_takes_cover_between_two_bumpers() -> None:
    world = yard(
        [person("neil", 50, 55)],
        [vehicle("sedan", 50, 50, "south", name="one"), vehicle("sedan", 52.6, 50, "south", name="other")],
    )
    run(world, 1)
    spot = cover.place_near(world, who(world, "neil"), 51, 52, 90, 50, 8)
    for name in ("one", "other"):
        assert boarding.gap(world, car(world, name), spot.x, spot.y) >= cover.TIGHT


def test_a_car_covers_behind_its_end_when_the_danger_looks_along_it() -> None:
    world = yard([person("neil", 46, 52)], [vehicle("sedan", 50, 50, "east", name="car")])
    run(world, 1)
    spot = cover.place_near(world, who(world, "neil"), 48, 51, 90, 50, 8)
    assert spot.x < 48.0 and abs(spot.y - 50) < 0.5


def test_what_is_narrower_than_a_man_does_not_hide_him() -> None:
    world = yard([person("neil", 48, 50)], walls=[wall(50, 49.85, 0.3, 0.3), wall(50, 58, 1, 4, height=1.0)])
    run(world, 0.1)
    assert cover.protects(world, 49, 50, 80, 50) and not cover.hides_all(world, 49, 50, 80, 50)
    assert cover.hides_all(world, 49, 60, 80, 60)


def test_a_policeman_who_holds_a_place_lies_in_wait_once_shots_have_been_fired() -> None:
    world = yard([person("neil", 50, 20), person("patrol", 50, 60, name="officer")], still=("neil",))
    mind(world, "officer").given = Hold("", "neil", at="officer")
    run(world, 1)
    assert not mind(world, "officer").hands.buttons & Button.CROUCH
    dispatch.raise_stage(world, 3, "shots")
    run(world, 1)
    assert mind(world, "officer").hands.buttons & Button.CROUCH and mind(world, "officer").ready_tick > 60


def test_the_overlay_is_told_what_places_are_worth_and_being_told_changes_nothing() -> None:
    world = squad()
    before = checksum(world)
    shown = {one.id: one for one in picture(world, debug=True).debug}
    fighting = [one for one in shown.values() if one.activity == "fight"]
    assert fighting and all(one.places for one in fighting)
    assert checksum(world) == before
    assert all(not one.places for one in shown.values() if one.activity != "fight")


def squad() -> World:
    """Five policemen round one masked man."""
    officers = [person("patrol", 66 + k, 44 + 3 * k, "west", name=f"officer_{k}") for k in range(5)]
    world = yard(
        [person("neil", 50, 50, is_masked=True), *officers], still=["neil", *(f"officer_{k}" for k in range(5))]
    )
    dispatch.raise_stage(world, 3, "shots")
    run(world, 1.2)
    return world


def test_no_more_than_four_fire_at_one_man_and_some_come_round_the_side() -> None:
    world = squad()
    minds = [mind(world, f"officer_{k}") for k in range(5)]
    assert all(one.is_fighting for one in minds)
    assert sorted(one.queue for one in minds) == [0, 1, 2, 3, 4]
    x, y = world.position(who(world, "neil").id)
    may = [pressing.may_fire(world, world.person(one.id), one, x, y) for one in minds]
    assert sum(may) == pressing.TOKENS
    assert sum(one.pinner >= 0 for one in minds) == 2


@pytest.mark.parametrize(
    ("spec", "metres", "wanted"),
    [("patrol", 12, PISTOL_RATE), ("detective", 12, PISTOL_RATE), ("swat", 25, RIFLE_RATE), ("casals", 25, RIFLE_RATE),
     ("chris", 25, RIFLE_RATE)],
)  # fmt: skip
def test_hit_rates_on_a_man_in_the_open_are_those_of_the_reference(
    spec: str, metres: float, wanted: tuple[float, float]
) -> None:
    found, shots = rate(catalog(), spec, metres, seeds=6)
    assert found is not None and shots > 60
    spread = 2.0 * (found * (1.0 - found) / shots) ** 0.5
    assert wanted[0] - spread <= found <= wanted[1] + spread


@pytest.mark.parametrize("case", ["runs", "in_cover", "shooter_suppressed"])
def test_who_runs_is_covered_or_keeps_his_enemy_down_is_hit_less(case: str) -> None:
    standing, _ = rate(catalog(), "casals", 25, seeds=4)
    found, _ = rate(catalog(), "casals", 25, case, seeds=4)
    assert standing is not None and found is not None
    assert 0.1 < found / standing < 0.75


def test_nobody_fires_a_shotgun_down_the_street() -> None:
    assert rate(catalog(), "patrol_shotgun", 32, seeds=1)[0] is None
    assert (rate(catalog(), "patrol_shotgun", 8, seeds=1)[0] or 0.0) > 0.5


@pytest.mark.parametrize(("spares", "reloads"), [([30], True), ([], False)])
def test_who_has_nothing_left_to_load_does_not_reach_for_it_but_fires_what_is_in_it(
    spares: list[int], reloads: bool
) -> None:
    world = yard([person("chris", 40, 50), person("patrol", 90, 50)], still=["chris", "patrol"])
    man, weapon = who(world, "chris"), gun(world, "chris")
    weapon.rounds, weapon.spares = 5, spares
    assert fight._reloads(world, man, mind(world, "chris"), weapon) is reloads


def test_a_policeman_who_holds_a_place_looks_for_cover_about_it_and_does_not_creep_up() -> None:
    blocks = [wall(x, y, 1, 2, height=1.0) for x in range(60, 100, 4) for y in (46, 52)]
    world = yard(
        [person("neil", 40, 50), person("patrol_shotgun", 90, 50, facing="west", name="officer")],
        walls=blocks,
        zones=[zone("post", 84, 44, 12, 12)],
        markers=[Marker(40.0, 50.0, "there", 0, "stand")],
        plans=[plan("officer", start=call("hold", zone="post", towards="there"))],
        still=["neil"],
    )
    run(world, 3)
    officer, its = who(world, "officer"), mind(world, "officer")
    put(world, "officer", its.spot_x - 14.0, its.spot_y)
    its.target = who(world, "neil").id
    x, y = world.position(officer.id)
    fight._choose_cover(world, officer, its, world.catalog.brains[its.brain], x, y, 40.0, 50.0)
    assert its.cover_x > its.spot_x - 9.0
    its.phase = 0  # not there yet: cover on the spot
    fight._choose_cover(world, officer, its, world.catalog.brains[its.brain], x, y, 40.0, 50.0)
    assert its.cover_x < its.spot_x - 9.0


def test_whoever_is_to_shoot_a_pinned_man_goes_round_the_side_of_what_he_crouches_behind() -> None:
    """However near, nothing gets through a low wall at one who crouches behind it: it takes a step to the side, not a magazine."""
    for seed in range(1, 4):
        world = yard(
            [person("neil", 50.9, 48.9, is_masked=True), person("guard", 53.5, 50.2, "west")],
            walls=[wall(51.5, 49, 0.6, 2, "wood", 1.1)],
            seed=seed,
            plans=[plan("neil", start=call("wait"))],
            still=["guard"],
        )
        guard, his = who(world, "guard"), mind(world, "guard")
        armed(world, "guard", "revolver_38", 2)
        for tick in range(60 * 14):
            guard.suppression, guard.near_miss_tick = (
                1.0,
                world.tick,
            )  # pinned: he keeps his head down, and that is all he does
            his.target, his.seen_tick, guard.guns[0].reload_ticks = who(world, "neil").id, world.tick, 60
            his.last_x, his.last_y = place_of(world, "neil")
            his.cover_x, his.cover_y, his.has_cover, his.cover_until = 53.5, 50.2, True, world.tick + 60
            his.peek_x, his.peek_y = 53.5, 50.2
            if tick == 30:
                assert guard.stance == Stance.CROUCH
                mind(world, "neil").give(Shoot(("guard",)))
            run(world, 1 / 60) if tick < 30 else world.step(world.suggest())
            if guard.stance >= Stance.DOWN:
                break
        assert guard.stance >= Stance.DOWN, f"seed {seed}: {who(world, 'neil').shots} rounds"


@pytest.mark.parametrize("is_shot_at", [False, True])
def test_a_policeman_on_his_way_to_a_place_runs_on_past_what_his_gun_reaches_unless_he_is_fired_at(
    is_shot_at: bool,
) -> None:
    world = yard(
        [person("neil", 130, 50), person("patrol", 20, 50, name="officer")],
        walls=[wall(x, 54, 4, 1, height=1.0) for x in range(20, 90, 12)],
        zones=[zone("post", 76, 46, 8, 10)],
        plans=[plan("officer", start=call("hold", zone="post"))],
        still=["neil"],
    )
    world.heat.stage = 4
    officer, its = who(world, "officer"), mind(world, "officer")
    for _ in range(8 * 60):
        its.target, its.is_visible, its.seen_tick = who(world, "neil").id, True, world.tick
        its.last_x, its.last_y = world.position(who(world, "neil").id)
        if is_shot_at:
            officer.near_miss_tick = world.tick
        world.step(world.suggest())
    assert (world.position(officer.id)[0] < 40.0) is is_shot_at
    assert its.is_fighting is is_shot_at
