"""One word to the crew, and the player in another body."""

from __future__ import annotations

import pytest

from game.content.level import Beat, Marker
from game.sim import events
from game.sim.ai import controller, steps
from game.sim.entities import Stance
from game.sim.input_frame import NEUTRAL, InputFrame, Order
from game.sim.systems import damage, holding
from game.sim.world import World
from tests.worlds import (
    aim_at,
    armed,
    call,
    car,
    disarmed,
    distance,
    mind,
    person,
    place_of,
    plan,
    play,
    run,
    run_until,
    those,
    vehicle,
    who,
    yard,
    zone,
)

NEIL = person("neil", 100, 50)
CHRIS = person("chris", 108, 50)


def two(*vehicles: object, **more: object) -> World:
    """Neil, and Chris eight metres east of him with nothing planned."""
    return yard([NEIL, CHRIS], vehicles, still=["chris"], **more)  # type: ignore[arg-type]


def order(world: World, word: int, target: int = -1, metres: float = 10.0) -> list[events.Event]:
    """The player says one word, aiming as he does now, once everybody has begun with his plan."""
    run(world, 0.5)
    body = world.person(world.player)
    frame = NEUTRAL._replace(aim=body.aim, aim_distance=int(metres * 4), order=word, target=target)
    return [*world.step(frame), *world.step(frame._replace(order=Order.NONE))]


def test_follow_brings_him_along_until_he_is_told_to_hold() -> None:
    world = two()
    order(world, Order.FOLLOW)
    play(world, "run+west 240, wait 90")
    assert distance(world, "neil", "chris") < 7
    order(world, Order.HOLD)
    stood = place_of(world, "chris")
    play(world, "run+west 240")
    x, y = place_of(world, "chris")
    assert abs(x - stood[0]) + abs(y - stood[1]) < 3
    assert distance(world, "neil", "chris") > 15


def test_move_up_sends_him_to_where_the_giver_aims() -> None:
    world = two()
    aim_at(world, 100, 80)
    order(world, Order.MOVE_UP, metres=24.0)
    run(world, 8)
    x, y = place_of(world, "chris")
    assert abs(x - 100) < 3 and abs(y - 74) < 3


def test_fall_back_brings_everybody_to_the_one_who_says_it() -> None:
    world = yard([NEIL, CHRIS, person("cheritto", 130, 60)], still=["chris", "cheritto"])
    order(world, Order.FALL_BACK)
    run(world, 8)
    assert all(distance(world, "neil", name) < 5.0 for name in ("chris", "cheritto"))


def test_an_order_to_one_man_is_not_heard_by_the_others() -> None:
    world = yard([NEIL, CHRIS, person("cheritto", 100, 60)], still=["chris", "cheritto"])
    told = those(order(world, Order.HOLD, target=who(world, "chris").id), events.OrderGiven)
    assert [event.to for event in told] == [who(world, "chris").id]
    assert who(world, "cheritto").order == Order.NONE


def test_a_fresh_order_comes_before_what_the_plan_comes_to_meanwhile_and_a_stale_one_does_not() -> None:
    beats = [Beat("soon", when=call("seconds", after=3.0))]
    plans = [plan("chris", start=call("wait"), soon=call("run_to", at="far"))]
    world = yard([NEIL, CHRIS], beats=beats, plans=plans, markers=[Marker(150, 50, "far")])
    order(world, Order.HOLD)
    run(world, 8)
    assert "soon" in world.mission.reached
    assert who(world, "chris").order == Order.HOLD and place_of(world, "chris")[0] < 111
    run(world, controller.ORDER_TICKS / 60)
    assert who(world, "chris").order == Order.NONE and place_of(world, "chris")[0] > 115


def test_back_to_the_plan_takes_the_order_off_him() -> None:
    world = yard(
        [NEIL, CHRIS],
        zones=[zone("post", 120, 48, 4, 4)],
        plans=[plan("chris", start=call("hold", zone="post"))],
    )
    order(world, Order.FOLLOW)
    play(world, "run+west 180")
    assert place_of(world, "chris")[0] < 108
    order(world, Order.PLAN)
    run(world, 14)
    assert place_of(world, "chris")[0] > 115


def test_he_picks_up_whom_he_finds_lying_and_brings_him() -> None:
    world = yard([NEIL, CHRIS, person("trejo", 116, 50)], still=["chris", "trejo"])
    lying = who(world, "trejo")
    damage.fall(world, lying, -1)
    order(world, Order.PICK_UP, target=who(world, "chris").id)
    run_until(world, lambda w: lying.lifted_by == who(w, "chris").id, 12)
    run_until(world, lambda w: distance(w, "trejo", "neil") < 6, 15)


def test_get_the_car_means_the_car_one_points_at() -> None:
    world = two(vehicle("sedan", 100, 70, name="near"), vehicle("sedan", 150, 50, name="far"))
    aim_at(world, 100, 70)
    order(world, Order.GET_CAR, metres=20.0)
    run_until(world, lambda w: who(w, "chris").vehicle == car(w, "near").id, 15)


def test_cover_me_makes_him_shoot_at_whoever_threatens_before_he_is_shot_at() -> None:
    def shots(word: int) -> int:
        world = yard([NEIL, CHRIS, person("patrol", 138, 50, "west", name="cop")], still=["chris", "cop"], seed=3)
        disarmed(world, "cop")
        armed(world, "cop", "pistol_9")
        order(world, word)
        who(world, "cop").guns[0].rounds = 0
        who(world, "cop").guns[0].spares.clear()
        run(world, 6)
        return who(world, "chris").shots

    assert shots(Order.COVER_ME) > 0
    assert shots(Order.HOLD) == 0


def test_the_nearest_job_is_the_one_he_points_at() -> None:
    world = yard(
        [NEIL, CHRIS, person("trejo", 90, 50)],
        zones=[zone("east", 130, 48, 4, 4), zone("south", 98, 80, 4, 4)],
        plans=[plan("neil", start=call("hold", zone="east")), plan("trejo", start=call("hold", zone="south"))],
        still=["chris"],
    )
    aim_at(world, 100, 82)
    order(world, Order.JOB, target=who(world, "chris").id, metres=30.0)
    run(world, 10)
    x, y = place_of(world, "chris")
    assert abs(x - 100) < 8 and y > 72


def test_the_player_goes_on_in_the_body_he_switches_to_and_the_one_left_keeps_his_plan() -> None:
    world = yard(
        [NEIL, CHRIS],
        zones=[zone("post", 100, 20, 4, 4)],
        plans=[plan("neil", start=call("hold", zone="post"))],
        still=["chris"],
    )
    found = world.step(NEUTRAL._replace(switch=2))
    assert [event.who for event in those(found, events.BodySwitched)] == [who(world, "chris").id]
    play(world, "run+east 120")
    assert place_of(world, "chris")[0] > 113, "the keys move Chris"
    run(world, 8)
    assert place_of(world, "neil")[1] < 30, "Neil goes to his post by himself"


@pytest.mark.parametrize("number", [0, 3, 9])
def test_nobody_can_be_switched_to_who_is_not_there(number: int) -> None:
    world = two()
    world.step(NEUTRAL._replace(switch=number))
    assert world.player == who(world, "neil").id


def test_the_wounded_cannot_be_switched_to() -> None:
    world = two()
    damage.fall(world, who(world, "chris"), -1)
    world.step(NEUTRAL._replace(switch=2))
    assert world.player == who(world, "neil").id


def test_a_hotheads_gun_can_be_taken_and_that_is_the_end_of_his_temper() -> None:
    world = yard([NEIL, person("waingro", 101, 50), person("guard", 104, 50, name="guard_0")], still=["waingro"])
    disarmed(world, "guard_0")
    holding.hold(world, who(world, "guard_0"))
    who(world, "waingro").temper = 0.8
    aim_at(world, 101, 50)
    play(world, "disarm 90", target=who(world, "waingro").id)
    assert who(world, "waingro").gun == -1
    assert who(world, "waingro").temper == 0.0


def test_told_to_kneel_or_to_give_up_people_do() -> None:
    world = yard(
        [NEIL, person("pedestrian", 110, 50, name="one"), person("patrol", 120, 50, name="two")],
        plans=[plan("one", start=call("kneel")), plan("two", start=call("surrender"))],
    )
    world.step(InputFrame())
    run(world, 1)
    assert who(world, "one").stance == Stance.KNEEL
    assert who(world, "two").stance == Stance.HANDS_UP


def test_told_to_pick_up_where_nobody_lies_he_says_so_and_goes_on_with_his_plan() -> None:
    world = two()
    heard = [*order(world, Order.PICK_UP, target=who(world, "chris").id), *run(world, 2)]
    said = [event.line for event in heard if isinstance(event, events.Spoken)]
    assert said == ["bark.nobody_down"]
    assert who(world, "chris").order == Order.NONE


def waiting_ambulance() -> World:
    """Chris sits in the back of a standing ambulance when Trejo is hit a dozen metres from it."""
    world = yard(
        [person("neil", 20, 90), person("chris", 100, 50), person("trejo", 110, 62)],
        [vehicle("ambulance", 110, 50, name="car")],
        plans=[plan("chris", start=call("board", vehicle="car"))],
        still=["neil", "trejo"],
    )
    run_until(world, lambda w: who(w, "chris").vehicle == car(w, "car").id, 30)
    damage.fall(world, who(world, "trejo"), -1)
    return world


def test_who_sits_aboard_already_gets_out_again_for_a_friend_who_lies_near() -> None:
    world = waiting_ambulance()
    chris, trejo = who(world, "chris"), who(world, "trejo")
    run_until(world, lambda w: chris.vehicle < 0, 5)
    run_until(world, lambda w: trejo.vehicle == car(w, "car").id and chris.vehicle == car(w, "car").id, 30)


def test_the_bleeding_stops_while_a_friend_sits_beside_him_in_the_back() -> None:
    world = waiting_ambulance()
    trejo = who(world, "trejo")
    run_until(world, lambda w: trejo.vehicle == car(w, "car").id, 30)
    left = trejo.bleed_ticks = 600  # as if nobody had pressed the wound before he was lifted
    run(world, 60)
    assert trejo.stance == Stance.DOWN and trejo.bleed_ticks == left


def test_the_short_word_asks_for_cover_and_then_calls_them_up() -> None:
    world = yard([person("neil", 50, 50), person("chris", 54, 50), person("cheritto", 56, 50)])
    order(world, Order.CONTEXT)
    assert [who(world, name).order for name in ("chris", "cheritto")] == [Order.COVER_ME, Order.COVER_ME]
    assert isinstance(mind(world, "chris").ordered, steps.Cover)
    order(world, Order.CONTEXT)
    assert [who(world, name).order for name in ("chris", "cheritto")] == [Order.FOLLOW, Order.FOLLOW]
