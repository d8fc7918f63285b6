"""Friends who lie wounded: who goes for them under fire, out of what they are pulled, and who keeps heads down meanwhile."""

from __future__ import annotations

import pytest

from game.sim.ai import bounding, menace
from game.sim.ai.behaviours import rescue
from game.sim.entities import NOBODY, Stance
from game.sim.events import ShotFired
from game.sim.input_frame import Button
from game.sim.picture import picture
from game.sim.systems import boarding, damage, deeds, dispatch
from game.sim.world import World
from tests.worlds import call, car, mind, person, place_of, plan, run, run_until, those, vehicle, who, yard, zone

POSTS = [zone("post", 36, 44, 4, 4), zone("other", 36, 54, 4, 4)]


def alarm(world: World, *names: str) -> None:
    """The officer has just fired at these and they know where he is; whatever hits him, he stays a danger."""
    officer = who(world, "patrol")
    officer.health = officer.full_health = 1e6
    for name in names:
        who(world, name).near_miss_tick = world.tick
        found = mind(world, name)
        found.target, found.seen_tick = officer.id, world.tick
        found.last_x, found.last_y = place_of(world, "patrol")


def street() -> World:
    """Chris and Cheritto hold two posts, an officer thirty-five metres east has them in sight, Trejo lies between the posts and him."""
    world = yard(
        [
            person("neil", 30, 62),
            person("chris", 38, 46, is_masked=True),
            person("cheritto", 38, 56, is_masked=True),
            person("trejo", 50, 46),
            person("patrol", 75, 50, "west"),
        ],
        zones=POSTS,
        still=["neil", "trejo", "patrol"],
        plans=[
            plan("chris", start=call("hold", zone="post", towards="other")),
            plan("cheritto", start=call("hold", zone="other", towards="post")),
        ],
    )
    run(world, 1)
    dispatch.raise_stage(world, menace.SHOTS_FIRED, "shots")
    alarm(world, "chris", "cheritto")
    damage.fall(world, who(world, "trejo"), who(world, "patrol").id)
    return world


def test_a_friend_in_the_street_is_fetched_while_an_enemy_looks_on_and_the_other_fires() -> None:
    world = street()
    chris, trejo = who(world, "chris"), who(world, "trejo")
    fired = []
    for _ in range(60 * 25):
        fired += those(world.step(world.suggest()), ShotFired)
        if trejo.lifted_by == chris.id:
            break
    assert trejo.lifted_by == chris.id
    assert any(shot.who == who(world, "cheritto").id for shot in fired), "somebody keeps heads down for him"
    run_until(world, lambda w: trejo.lifted_by == NOBODY and place_of(w, "trejo")[0] < 42, 25)


def test_who_is_kept_down_himself_does_not_go() -> None:
    world = street()
    chris = who(world, "chris")
    chris.suppression = 1.0
    chris.near_miss_tick = world.tick + 600
    assert not rescue.comes_first(world, chris, mind(world, "chris"))
    chris.suppression = 0.0
    mind(world, "chris").fight_tick = world.tick - rescue.TURN_TICKS
    mind(world, "chris").bound = bounding.SET
    who(world, "patrol").suppression = 1.0
    assert rescue.comes_first(world, chris, mind(world, "chris"))


def test_under_fire_one_goes_when_heads_are_down_and_two_keep_them_so() -> None:
    world = street()
    chris, neil = who(world, "chris"), who(world, "neil")
    run(world, 0.5)
    assert mind(world, "chris").menaced_by
    who(world, "patrol").suppression = 0.0
    assert rescue.reach(world, chris, mind(world, "chris")) == 0.0
    who(world, "patrol").suppression = 1.0
    assert rescue.reach(world, chris, mind(world, "chris")) == rescue.DASH_METRES
    damage.fall(world, neil, NOBODY)
    assert rescue.reach(world, chris, mind(world, "chris")) == 0.0
    mind(world, "chris").menaced_by = []
    assert rescue.reach(world, chris, mind(world, "chris")) == rescue.RADIUS


def wreck() -> World:
    """Trejo lies wounded on the back seat of a car that the others have left; Chris holds a post ten metres from it."""
    world = yard(
        [person("neil", 10, 90), person("chris", 38, 46), person("trejo", 50, 60, vehicle="car", seat="back_left")],
        [vehicle("sedan", 50, 50, name="car")],
        zones=POSTS,
        still=["neil", "trejo"],
        plans=[plan("chris", start=call("hold", zone="post", towards="other"))],
    )
    damage.fall(world, who(world, "trejo"), NOBODY)
    return world


def test_a_wounded_friend_is_pulled_out_of_the_car_he_was_left_in() -> None:
    world = wreck()
    chris, trejo = who(world, "chris"), who(world, "trejo")
    assert trejo.stance == Stance.DOWN and trejo.vehicle == car(world).id
    run_until(world, lambda w: trejo.lifted_by == chris.id and trejo.vehicle == NOBODY, 15)
    run_until(world, lambda w: trejo.bleed_ticks == 0 and trejo.is_present, 25)


def test_nobody_is_pulled_out_of_a_car_in_which_a_friend_sits_with_him() -> None:
    world = wreck()
    boarding.enter(world, who(world, "neil"), car(world))
    assert not rescue.lies(world, who(world, "trejo").id)
    assert not deeds.is_left_in(world, car(world))


def waiting_car(*, is_carrying: bool) -> World:
    """Cheritto is to board a car; thirty metres off Chris comes, with Trejo on his back or without, and an officer has him in sight."""
    world = yard(
        [
            person("neil", 10, 90),
            person("cheritto", 96, 54, is_masked=True),
            person("chris", 64, 50, is_masked=True),
            person("trejo", 64, 50.6),
            person("patrol", 64, 20, "south"),
        ],
        [vehicle("sedan", 100, 50, name="car")],
        still=["neil", "patrol"],
        plans=[
            plan("chris", start=call("board", vehicle="car", seat="driver")),
            plan("cheritto", start=call("board", vehicle="car")),
        ],
    )
    dispatch.raise_stage(world, menace.SHOTS_FIRED, "shots")
    chris, trejo = who(world, "chris"), who(world, "trejo")
    if is_carrying:
        damage.fall(world, trejo, NOBODY)
        chris.lifting, trejo.lifted_by = trejo.id, chris.id
    alarm(world, "chris", "cheritto")
    return world


def test_who_is_at_the_car_keeps_the_way_for_the_one_who_carries() -> None:
    world = waiting_car(is_carrying=True)
    run(world, 0.5)
    for _ in range(60 * 6):
        world.step(world.suggest())
        if place_of(world, "chris")[0] < 88 and mind(world, "chris").menaced_by:
            assert who(world, "cheritto").vehicle == NOBODY
    assert who(world, "cheritto").vehicle == NOBODY


def test_nobody_stands_about_for_one_who_carries_nobody() -> None:
    world = waiting_car(is_carrying=False)
    run_until(world, lambda w: who(w, "cheritto").vehicle == car(w).id, 8)


@pytest.mark.parametrize(("is_under_fire", "gets_out"), [(False, True), (True, False)])
def test_who_sits_aboard_gets_out_for_a_friend_far_off_only_while_nobody_fires(
    is_under_fire: bool, gets_out: bool
) -> None:
    world = yard(
        [person("neil", 20, 90), person("chris", 100, 50, vehicle="car", seat="passenger"), person("trejo", 100, 70)],
        [vehicle("sedan", 100, 50, name="car")],
        still=["neil", "trejo"],
        plans=[plan("chris", start=call("board", vehicle="car"))],
    )
    run(world, 0.5)
    damage.fall(world, who(world, "trejo"), NOBODY)
    left = False
    for _ in range(120):
        if is_under_fire:
            who(world, "chris").near_miss_tick = world.tick
        run(world, 1 / 60)
        left = left or who(world, "chris").vehicle == NOBODY
    assert left is gets_out


def test_use_beside_the_wreck_lifts_him_out() -> None:
    world = wreck()
    neil = who(world, "neil")
    world.physics.place(neil.id, 50.0, 48.6, 0.0)
    run(world, 0.1)
    found = deeds.option(world, neil)
    assert found is not None and found.verb == "lift" and found.target == who(world, "trejo").id
    held = world.frame._replace(buttons=Button.USE)
    run_until(world, lambda w: who(w, "trejo").lifted_by == neil.id, 3, held)
    assert who(world, "trejo").vehicle == NOBODY


def test_the_crews_list_says_how_long_a_wounded_man_has_and_who_sits_in_the_car() -> None:
    world = yard(
        [person("neil", 10, 90), person("chris", 50, 46), person("trejo", 50, 70)],
        [vehicle("sedan", 50, 50, name="car")],
        still=["neil", "trejo"],
        plans=[plan("chris", start=call("board", vehicle="car"))],
    )
    rows = {row.id: row for row in picture(world).crew}
    assert rows[who(world, "chris").id].doing != "riding"
    run_until(world, lambda w: who(w, "chris").vehicle == car(w).id, 8)
    damage.fall(world, who(world, "trejo"), NOBODY)
    who(world, "neil").bleed_ticks = 600
    rows = {row.id: row for row in picture(world).crew}
    assert rows[who(world, "chris").id].doing == "riding"
    assert rows[who(world, "trejo").id].bleed_seconds == damage.BLEED_TICKS // 60
    assert rows[who(world, "neil").id].bleed_seconds == 0, "he is on his feet"
    who(world, "trejo").bleed_ticks = 0
    assert not any(row.bleed_seconds for row in picture(world).crew), "the wound is pressed"
