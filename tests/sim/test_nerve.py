"""What men do when it goes against them: fall back, give up, fire blind, see to the wounded, fetch the long gun, wait in ambush."""

from __future__ import annotations

import pytest

from game.app.bench_hits import rate
from game.sim.ai import cover, nerve, pressing
from game.sim.ai.behaviours import aid, arming, fight
from game.sim.entities import Stance
from game.sim.events import PersonHurt, ShotFired
from game.sim.input_frame import NEUTRAL, Button
from game.sim.mission import staging
from game.sim.systems import blind_fire, boarding, damage, dispatch, projectiles, using
from game.sim.world import World
from tests.worlds import call, car, catalog, mind, person, plan, put, run, those, vehicle, wall, who, yard

CREW = ("neil", "chris", "cheritto", "trejo")


def knows(world: World, observer: str, target: str) -> None:
    """One has just seen the other, and knows him."""
    one, other = mind(world, observer), who(world, target)
    one.target, one.seen_tick, one.first_tick, one.is_visible = other.id, world.tick, world.tick - 60, True
    one.last_x, one.last_y = world.position(other.id)


# ------------------------------------------------------------------ falling back


def outgunned(officers: int) -> World:
    """Four rifles up the street from some patrolmen, a block of houses behind these."""
    crew = [person(name, 30, 40 + 4 * k, is_masked=True) for k, name in enumerate(CREW)]
    police = [person("patrol", 60, 44 + 3 * k, "west", name=f"officer_{k}") for k in range(officers)]
    world = yard([*crew, *police], walls=[wall(64, 36, 4, 9), wall(64, 50, 4, 9)], still=[*CREW], crew=CREW)
    dispatch.raise_stage(world, 3, "shots")
    run(world, 0.1)
    for k in range(officers):
        knows(world, f"officer_{k}", "neil")
    for name in CREW:
        who(world, name).shot_tick = world.tick
        for gun in who(world, name).guns:
            gun.rounds, gun.spares = 0, []
    return world


def test_a_policeman_alone_before_four_rifles_falls_back_out_of_their_sight() -> None:
    world = outgunned(1)
    run(world, 0.5)
    assert mind(world, "officer_0").act == nerve.FALLS_BACK
    run(world, 9)
    x, y = world.position(who(world, "officer_0").id)
    assert x > 61 and mind(world, "officer_0").act == nerve.REGROUPS
    assert not any(world.physics.is_clear(x, y, *world.position(who(world, name).id), 1) for name in CREW)


def test_enough_of_them_stand() -> None:
    world = outgunned(5)
    run(world, 0.5)
    assert all(mind(world, f"officer_{k}").act != nerve.FALLS_BACK for k in range(5))


# ------------------------------------------------------------------ giving up


def surrounded(rounds: int = 0, health: float = 0.3) -> World:
    """Chris between two policemen, hurt, without a round."""
    world = yard(
        [
            person("neil", 10, 90),
            person("chris", 50, 50, is_masked=True),
            person("patrol", 60, 50, "west"),
            person("detective", 44, 58, "north"),
        ],
        still=["neil"],
        plans=[plan("chris", start=call("wait"))],
        crew=["neil", "chris"],
    )
    dispatch.raise_stage(world, 3, "shots")
    chris = who(world, "chris")
    for gun in chris.guns:
        gun.rounds, gun.spares = rounds, []
    chris.health = health * chris.full_health
    chris.full_health, chris.health = 1e6, health * 1e6
    return world


def test_out_of_rounds_wounded_and_surrounded_he_gives_up_and_is_arrested() -> None:
    world = surrounded()
    run(world, 2.5)
    chris = who(world, "chris")
    assert chris.stance == Stance.HANDS_UP and mind(world, "chris").act == nerve.GIVES_UP
    assert chris.gun < 0
    shots = those(run(world, 10), ShotFired)
    assert chris.is_arrested and chris.stance == Stance.TIED
    assert len(shots) <= 3  # nobody goes on firing at a man with his hands up


def test_with_rounds_and_strength_he_fights() -> None:
    world = surrounded(rounds=20, health=0.9)
    run(world, 2.5)
    assert who(world, "chris").stance != Stance.HANDS_UP


def test_the_player_decides_for_himself() -> None:
    world = surrounded()
    world.player = who(world, "chris").id
    run(world, 2.5)
    assert who(world, "chris").stance != Stance.HANDS_UP


def test_whoever_is_left_standing_with_his_hands_up_takes_his_weapon_again() -> None:
    world = yard([person("neil", 10, 90), person("chris", 50, 50)], still=["neil"], crew=["neil", "chris"])
    run(world, 0.1)
    nerve.give_up(world, who(world, "chris"), mind(world, "chris"))
    run(world, nerve.LEFT_TICKS / 60 - 1)
    assert who(world, "chris").stance == Stance.HANDS_UP
    run(world, 2)
    assert who(world, "chris").stance == Stance.STAND and who(world, "chris").gun >= 0


# ------------------------------------------------------------------ blind fire, and what cars are worth


def test_over_a_low_wall_and_round_a_corner_one_fires_blind_but_not_in_the_open() -> None:
    world = yard([person("neil", 49, 50)], walls=[wall(50, 40, 0.5, 11, height=1.0), wall(50, 60, 1, 10)])
    neil = who(world, "neil")
    run(world, 0.1, NEUTRAL._replace(buttons=Button.CROUCH))
    assert neil.stance == Stance.CROUCH
    assert blind_fire.muzzle(world, neil) == world.position(neil.id)
    put(world, "neil", 49.3, 60.4)
    at = blind_fire.muzzle(world, neil)
    assert at is not None and at[1] < 60.0  # the weapon is held out beside the wall, the man is not
    put(world, "neil", 30, 80)
    assert blind_fire.muzzle(world, neil) is None


def test_blind_fire_keeps_heads_down_and_hardly_hits() -> None:
    for spec, metres in (("patrol", 12), ("casals", 25)):
        aimed, _ = rate(catalog(), spec, metres, seeds=4)
        blind, shots = rate(catalog(), spec, metres, "shooter_blind", seeds=4)
        assert aimed is not None and blind is not None and shots > 30
        assert blind < 0.5 * aimed


def test_a_pinned_policeman_fires_blind_from_his_cover() -> None:
    world = yard(
        [person("neil", 30, 50, is_masked=True), person("patrol", 50, 50, "west")],
        walls=[wall(48.6, 46, 0.5, 8, height=1.0)],
        still=["neil"],
    )
    dispatch.raise_stage(world, 3, "shots")
    fired, acts = [], set()
    for _ in range(6 * 60):
        patrol = who(world, "patrol")
        patrol.suppression, patrol.near_miss_tick, patrol.fired_at_by = 1.0, world.tick, who(world, "neil").id
        who(world, "neil").health = 1e6
        happened = run(world, 1 / 60)
        acts.add(mind(world, "patrol").act)
        fired += [patrol.stance for event in those(happened, ShotFired) if event.who == patrol.id]
    assert len(fired) > 3 and set(fired) == {Stance.CROUCH}
    assert world.mission.counters["blind_police"] == len(fired)
    assert fight.BLIND_FIRE in acts


def test_what_flies_over_a_car_passes_above_those_who_crouch_behind_it() -> None:
    hits = []
    for stance in (Button.CROUCH, 0):
        world = yard(
            [person("neil", 20, 50), person("patrol", 49.6, 50, "west")],
            [vehicle("patrol_car", 47.9, 51.8, "north")],
            still=["neil", "patrol"],
        )
        patrol = who(world, "patrol")
        patrol.health = patrol.full_health = 1e9
        count = 0
        for tick in range(900):
            mind(world, "patrol").hands.buttons = stance
            patrol.buttons = stance
            who(world, "neil").guns[0].rounds = 30
            frame = Button.AIM | (Button.FIRE if tick % 60 < 15 else 0)
            count += len(those(run(world, 1 / 60, NEUTRAL._replace(aim_distance=120, buttons=frame)), PersonHurt))
        hits.append(count)
    assert hits[0] * 4 < hits[1]


# ------------------------------------------------------------------ the wounded


def a_comrade_down() -> World:
    """One policeman lies in the open, another stands by a wall; one of the crew was seen beyond it."""
    world = yard(
        [
            person("neil", 10, 10),
            person("patrol", 52, 54, "west"),
            person("detective", 56, 56, "west"),
        ],
        walls=[wall(48, 58, 1, 6)],
        still=["neil"],
    )
    dispatch.raise_stage(world, 3, "shots")
    run(world, 0.2)
    damage.fall(world, who(world, "detective"), who(world, "neil").id)
    return world


def test_a_policeman_presses_the_wound_of_a_comrade_who_lies_safely() -> None:
    world = a_comrade_down()
    run(world, 0.6)
    assert mind(world, "patrol").aids == who(world, "detective").id
    run(world, 7)
    assert who(world, "detective").bleed_ticks == 0 and who(world, "detective").stance == Stance.DOWN
    assert mind(world, "patrol").aids < 0 and mind(world, "patrol").act != aid.TREATS


def test_out_of_the_line_of_fire_he_is_dragged_first() -> None:
    world = a_comrade_down()
    put(world, "neil", 30, 56)
    knows(world, "patrol", "neil")
    neil = who(world, "neil")
    x, y = world.position(who(world, "detective").id)
    for _ in range(12 * 60):
        neil.suppression, neil.near_miss_tick = 1.0, world.tick  # kept down, but there
        neil.is_masked = True
        run(world, 1 / 60)
    nx, ny = world.position(who(world, "detective").id)
    assert abs(nx - x) + abs(ny - y) > 2.0
    assert cover.protects(world, nx, ny, 30, 56) or not world.physics.is_clear(nx, ny, 30, 56, 1)
    assert who(world, "detective").bleed_ticks == 0


def test_nobody_walks_into_a_lane_that_is_watched_for_it() -> None:
    world = a_comrade_down()
    put(world, "neil", 30, 56)
    knows(world, "patrol", "neil")
    for _ in range(90):
        who(world, "neil").is_masked, who(world, "neil").suppression = True, 0.0
        knows(world, "patrol", "neil")
        run(world, 1 / 60)
        assert mind(world, "patrol").aids < 0


# ------------------------------------------------------------------ the long gun, and the ambush


def test_an_officer_with_a_pistol_fetches_the_rifle_from_the_trunk() -> None:
    world = yard(
        [person("neil", 10, 10), person("patrol", 60, 56, "west")],
        [vehicle("detective_sedan", 56, 50, "west")],
        still=["neil"],
    )
    dispatch.raise_stage(world, 3, "shots")
    run(world, 1)
    assert mind(world, "patrol").act == arming.FETCHES
    run(world, 8)
    patrol = who(world, "patrol")
    assert patrol.guns[patrol.gun].weapon == "m16" and car(world, "detective_sedan").trunk == []
    assert mind(world, "patrol").act == ""


def test_nobody_goes_to_a_trunk_a_level_has_emptied() -> None:
    world = yard(
        [person("neil", 10, 10), person("patrol", 60, 56, "west")],
        [vehicle("detective_sedan", 56, 50, "west", name="sedan")],
        still=["neil"],
    )
    staging.EmptyTrunk(("sedan",)).act(world)
    dispatch.raise_stage(world, 3, "shots")
    run(world, 1)
    assert mind(world, "patrol").act != arming.FETCHES


def test_two_at_one_trunk_in_the_same_moment_get_one_rifle() -> None:
    world = yard(
        [
            person("neil", 10, 10),
            person("patrol", 59, 50, "west", name="one"),
            person("patrol", 59, 51, "west", name="two"),
        ],
        [vehicle("detective_sedan", 56, 50, "west", name="sedan")],
        still=["neil", "one", "two"],
    )
    run(world, 2 / 60)  # between two looks at what there is to be done
    for name in ("one", "two"):
        officer = who(world, name)
        officer.use, officer.use_target = "rearm", car(world, "sedan").id
        officer.use_ticks, officer.use_total, officer.buttons = 99, 100, Button.USE
    using.advance(world)
    carried = [gun.weapon for name in ("one", "two") for gun in who(world, name).guns]
    assert carried.count("m16") == 1 and car(world, "sedan").trunk == []


@pytest.mark.parametrize(("metres", "fires"), [(26, False), (14, True)])
def test_unseen_they_hold_their_fire_until_it_is_worth_it(metres: float, fires: bool) -> None:
    world = yard([person("neil", 60 - metres, 50, is_masked=True), person("patrol", 60, 50, "west")], still=["neil"])
    dispatch.raise_stage(world, 3, "shots")
    who(world, "neil").health = 1e9
    shots = [event for event in those(run(world, 5), ShotFired) if event.who == who(world, "patrol").id]
    assert bool(shots) == fires


def test_whoever_stands_in_their_way_stays_there() -> None:
    world = yard([person("neil", 40, 50), person("patrol", 70, 52, "west")], still=["neil", "patrol"])
    world.heat.heading, world.heat.seen_tick = 0, world.tick
    assert pressing.blocks(world, who(world, "patrol"), 40, 50)
    world.heat.heading = 32768
    assert not pressing.blocks(world, who(world, "patrol"), 40, 50)


def test_the_sim_counts_what_is_under_a_bullet_by_the_vehicle_it_flew_over() -> None:
    world = yard([person("neil", 20, 50)], [vehicle("sedan", 50, 50)])
    assert boarding.gap(world, car(world, "sedan"), 50, 51.7) < projectiles.UNDER_METRES


def test_with_an_empty_rifle_he_takes_his_sidearm() -> None:
    world = yard(
        [person("neil", 10, 90), person("chris", 40, 50, is_masked=True), person("patrol", 50, 50, "west")],
        still=["neil", "patrol"],
        crew=["neil", "chris"],
        plans=[plan("chris", start=call("wait"))],
    )
    chris = who(world, "chris")
    chris.guns[0].rounds, chris.guns[0].spares = 0, []
    run(world, 2)
    assert chris.gun == 1 and chris.guns[1].weapon == "usp"


def test_who_lies_low_in_his_seat_is_covered_better_but_not_at_the_wheel() -> None:
    world = yard([person("neil", 10, 10)], [vehicle("sedan", 50, 50)])
    neil = who(world, "neil")
    neil.vehicle, neil.seat, neil.suppression = car(world, "sedan").id, 1, 1.0
    assert projectiles.keeps_head_down(neil)
    neil.buttons = Button.FIRE
    assert not projectiles.keeps_head_down(neil)
    neil.buttons, neil.seat = 0, 0
    assert not projectiles.keeps_head_down(neil)


def test_he_looks_round_the_other_side_of_what_he_lies_behind_once_he_was_met_at_one() -> None:
    world = yard([person("neil", 49, 50)], walls=[wall(50, 49.6, 1, 0.8)])
    spot = cover.Spot(49, 50, 49, 49.3, True)
    before = cover.side_of(spot.x, spot.y, spot.peek_x, spot.peek_y, 80, 50)
    other = cover.other_side(world, spot, 80, 50)
    after = cover.side_of(other.x, other.y, other.peek_x, other.peek_y, 80, 50)
    assert {before, after} == {"left", "right"}
    assert cover.side_of(49, 50, 49, 50, 80, 50) == "over"
