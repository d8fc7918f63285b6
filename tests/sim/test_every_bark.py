"""Every bark of the text file has a cause in play: one scenario for each, and what must not make anybody call."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content.text import load_text
from game.sim.ai import bounding, nerve, pressing
from game.sim.ai.behaviours import drive, outburst, rescue
from game.sim.ai.steps import GoTo
from game.sim.entities import NOBODY
from game.sim.input_frame import NEUTRAL, Button, InputFrame, Order
from game.sim.mission import speech
from game.sim.systems import calling, damage, dispatch
from game.sim.world import World
from tests.sim.test_barks import facing_neil
from tests.sim.test_bounding import BREASTWORK, seen, two_and_a_policeman
from tests.sim.test_cordons import street
from tests.sim.test_holding import held, hothead
from tests.sim.test_nerve import a_comrade_down, knows, outgunned, surrounded
from tests.worlds import call, disarmed, mind, person, plan, put, run, turn_to, vehicle, wall, who, yard

BARKS = tuple(key for key in load_text() if key.startswith("bark."))
Scene = Callable[[], list[str]]
SCENES: dict[str, Scene] = {}


def scene(*barks: str) -> Callable[[Scene], Scene]:
    """This function plays what makes somebody call these, and returns what was called."""

    def keep(play: Scene) -> Scene:
        for name in barks:
            assert f"bark.{name}" not in SCENES, name
            SCENES[f"bark.{name}"] = play
        return play

    return keep


def listen(world: World, seconds: float = 0.0, frame: InputFrame = NEUTRAL) -> list[str]:
    """All that is called in so many seconds, each of it into a silence; with no seconds what has just been called."""
    lines = [line for _, line, _ in world.mission.lines]
    quiet(world)
    for _ in range(round(seconds * 60)):
        world.step(frame._replace(aim=world.person(world.player).aim))
        lines += [line for _, line, _ in world.mission.lines] + ([world.mission.line] if world.mission.line else [])
        quiet(world)
    return lines


def quiet(world: World) -> None:
    """Nothing is being said, nor was lately."""
    world.mission.lines.clear()
    world.mission.line, world.mission.line_until = "", world.tick - 200


def under_fire() -> World:
    """Chris and Cheritto behind a wall before a policeman, Chris told to go elsewhere, Neil within earshot; nobody can cover anybody."""
    world = two_and_a_policeman(walls=[*BREASTWORK, wall(41, 37, 0.6, 5, height=1.0)])
    put(world, "neil", 30, 46)
    disarmed(world, "neil")
    seen(world)
    quiet(world)
    mind(world, "chris").obey(GoTo(40, 20))
    for name in ("chris", "cheritto"):
        for one in who(world, name).guns:
            one.rounds, one.spares = 0, []
    return world


def watched(world: World, seconds: float, suppression: float) -> list[str]:
    """What is called while the policeman has them in his sights, and is kept down so far."""
    patrol, lines = who(world, "patrol"), []
    for _ in range(round(seconds * 60)):
        patrol.suppression, patrol.near_miss_tick = suppression, world.tick
        who(world, "chris").near_miss_tick = world.tick
        lines += listen(world, 1 / 60)
    return lines


def after(world: World, happens: Callable[[], None]) -> list[str]:
    """What is called when something has happened in the tick that is just over."""
    quiet(world)
    world.events = []
    happens()
    calling.advance(world)
    return listen(world)


# ------------------------------------------------------------------ the crew under fire


@scene("cover", "moving", "set")
def bounds_uncovered() -> list[str]:
    return watched(under_fire(), 16, 0.0)


@scene("yes")
def goes_as_he_is_covered() -> list[str]:
    world = under_fire()
    assert "bark.yes" not in watched(world, 1, 0.0)
    return watched(world, 2, 0.9)


@scene("go")
def covers() -> list[str]:
    world = yard(
        [person("neil", 30, 54), person("chris", 40, 50), person("cheritto", 44, 60), person("patrol", 70, 50, "west")],
        still=["neil", "chris", "cheritto", "patrol"],
    )
    dispatch.raise_stage(world, 3, "shots")
    run(world, 1)
    quiet(world)
    mind(world, "cheritto").bound, mind(world, "cheritto").menaced_by = bounding.WAITS, [who(world, "patrol").id]
    mind(world, "chris").covers, mind(world, "chris").bound_tick = NOBODY, world.tick
    who(world, "chris").near_miss_tick = world.tick
    bounding.look_out(world, who(world, "chris"), mind(world, "chris"))
    return listen(world)


def a_duel(spec: str = "patrol") -> World:
    """Chris and a policeman who see each other, Neil beside."""
    world = yard(
        [person("neil", 34, 60), person("chris", 40, 50, is_masked=True), person(spec, 54, 50, "west", name="officer")],
        still=["neil", "officer"],
        crew=["neil", "chris"],
        plans=[plan("chris", start=call("wait"))],
    )
    dispatch.raise_stage(world, 3, "shots")
    for name in ("chris", "officer", "neil"):
        who(world, name).health = who(world, name).full_health = 1e6
    return world


@scene("reloading")
def reloads() -> list[str]:
    world = a_duel()
    who(world, "chris").guns[0].rounds = 0
    return listen(world, 4)


@scene("out")
def takes_the_pistol() -> list[str]:
    world = a_duel()
    who(world, "chris").guns[0].rounds, who(world, "chris").guns[0].spares = 0, []
    return listen(world, 4)


@scene("cover_reload")
def a_policeman_reloads() -> list[str]:
    world = a_duel()
    run(world, 2)
    who(world, "officer").guns[0].rounds = 0
    return listen(world, 3)


@scene("hit")
def is_hit() -> list[str]:
    world = a_duel()
    run(world, 0.1)
    return after(world, lambda: damage.wound(world, who(world, "chris"), 50.0, who(world, "officer").id, "shot"))


@scene("down")
def sees_him_fall() -> list[str]:
    world = a_duel()
    run(world, 0.1)
    knows(world, "chris", "officer")
    return after(world, lambda: damage.fall(world, who(world, "officer"), who(world, "neil").id))


@scene("no_shot")
def a_friend_stands_in_the_line() -> list[str]:
    world = a_duel()
    put(world, "neil", 46, 50.4)
    return listen(world, 4)


@scene("clear")
def nobody_is_left() -> list[str]:
    world = a_duel()
    run(world, 2)
    who(world, "officer").health = 1.0
    damage.fall(world, who(world, "officer"), who(world, "chris").id)
    return listen(world, 16)


@scene("blind")
def fires_blind() -> list[str]:
    world = yard(
        [person("neil", 30, 50, is_masked=True), person("patrol", 50, 50, "west")],
        walls=[wall(48.6, 46, 0.5, 8, height=1.0)],
        still=["neil"],
    )
    dispatch.raise_stage(world, 3, "shots")
    lines = []
    for _ in range(5 * 60):
        patrol = who(world, "patrol")
        patrol.suppression, patrol.near_miss_tick, patrol.fired_at_by = 1.0, world.tick, who(world, "neil").id
        who(world, "neil").health = 1e6
        lines += listen(world, 1 / 60)
    return lines


@scene("give_up")
def has_had_enough() -> list[str]:
    world = surrounded()
    put(world, "neil", 30, 60)
    return listen(world, 2.5)


@scene("hands")
def is_cuffed() -> list[str]:
    world = surrounded()
    put(world, "neil", 30, 80)
    disarmed(world, "neil")
    return listen(world, 12)


@scene("got_him")
def lifts_a_friend() -> list[str]:
    world = yard([person("neil", 30, 54), person("chris", 50, 50), person("cheritto", 51, 50)], still=["neil", "chris"])
    damage.fall(world, who(world, "cheritto"), NOBODY)
    who(world, "cheritto").bleed_ticks = 0
    quiet(world)
    rescue.fetch(world, who(world, "chris"), mind(world, "chris"))
    return listen(world)


# ------------------------------------------------------------------ the crew at work


@scene("get_in")
def the_driver_waits_for_the_player() -> list[str]:
    world = yard(
        [person("neil", 50, 50), person("trejo", 40, 50, vehicle="car")], [vehicle("sedan", 40, 50, name="car")]
    )
    dispatch.raise_stage(world, 2, "shots")
    world.tick = drive.CALL_TICKS * 4
    drive.is_ready(world, mind(world, "trejo"), world.vehicle_named["car"].id)
    return listen(world)


def told(order: int, metres: float = 20.0, **more: object) -> list[str]:
    """Neil gives Chris an order."""
    world = yard([person("neil", 50, 50), person("chris", 52, 54)], still=["chris"], **more)  # type: ignore[arg-type]
    run(world, 0.5)
    frame = NEUTRAL._replace(order=order, aim_distance=int(metres * 4))
    return [*listen(world, 1 / 60, frame), *listen(world, 8)]


@scene("nobody_down")
def told_to_pick_up_nobody() -> list[str]:
    return told(Order.PICK_UP)


@scene("cannot")
def told_to_go_where_no_way_leads() -> list[str]:
    room = [wall(64, 44, 12, 1), wall(64, 56, 12, 1), wall(64, 45, 1, 11), wall(75, 45, 1, 11)]
    return told(Order.MOVE_UP, walls=room)


@scene("ankle")
def nobody_looks_at_the_guard() -> list[str]:
    world = held(spec="guard_brave")
    who(world, "guard_0").has_hidden_gun = True
    turn_to(world, 32768)
    return listen(world, 15)


@scene("look_at_me", "witnesses")
def the_hothead_alone_with_them() -> list[str]:
    world = hothead((20, 50))
    who(world, "waingro").temper = 1.0
    return listen(world, (outburst.WARNING_TICKS / 60) + 9)


@scene("stay_down")
def shouts_at_whom_he_holds() -> list[str]:
    world = held()
    return listen(world, 0.2, NEUTRAL._replace(buttons=Button.SHOUT))


# ------------------------------------------------------------------ the police


@scene("contact")
def a_policeman_sees_them() -> list[str]:
    return listen(a_duel(), 3)


@scene("freeze")
def a_policeman_challenges_a_man_with_a_gun() -> list[str]:
    world = yard([person("neil", 44, 50), person("patrol", 54, 50, "west")], still=["neil"])
    dispatch.raise_stage(world, 2, "silent")
    return listen(world, 4)


def pressed(officers: int) -> tuple[World, list[str]]:
    """Policemen who fight Neil and decide on their parts."""
    world = facing_neil(officers)
    lines = []
    for n in range(officers):
        pressing.take_a_role(world, who(world, f"officer_{n}"), mind(world, f"officer_{n}"))
        lines += listen(world)
    return world, lines


@scene("pin", "flank")
def they_press() -> list[str]:
    return pressed(3)[1]


@scene("block")
def he_shuts_their_way() -> list[str]:
    world = facing_neil(2)
    world.heat.heading, world.heat.seen_tick = 0, world.tick
    pressing.take_a_role(world, who(world, "officer_0"), mind(world, "officer_0"))
    return listen(world)


@scene("fall_back")
def too_many() -> list[str]:
    world = outgunned(1)
    put(world, "neil", 34, 46)
    mind(world, "officer_0").is_fighting = True  # he has called out already that they are there
    return listen(world, 1)


@scene("regroup")
def falls_back_and_waits() -> list[str]:
    world = facing_neil(1)
    officer, found = who(world, "officer_0"), mind(world, "officer_0")
    found.act, found.act_until = nerve.FALLS_BACK, world.tick + 600
    found.spot_x, found.spot_y = world.position(officer.id)
    nerve.falls_back(world, officer, found)
    return listen(world)


@scene("drag", "treat")
def sees_to_a_comrade() -> list[str]:
    world = a_comrade_down()
    put(world, "neil", 50, 84)
    who(world, "neil").is_masked = False
    turn_to(world, 16384)
    quiet(world)
    return listen(world, 9)


@scene("long_gun")
def fetches_the_rifle() -> list[str]:
    world = yard(
        [person("neil", 30, 30), person("patrol", 60, 56, "west")],
        [vehicle("detective_sedan", 56, 50, "west")],
        walls=[wall(20, 36, 30, 2)],
        still=["neil"],
    )
    dispatch.raise_stage(world, 3, "shots")
    return listen(world, 1)


@scene("stand_back")
def keeps_the_tape() -> list[str]:
    world = street(plans=[plan("officer", start=call("cordon", at="post"))])
    put(world, "walker", 76, 58.5)
    return listen(world, 3)


# ------------------------------------------------------------------ all of them


def test_there_is_a_scene_for_every_bark_of_the_text_file() -> None:
    assert sorted(SCENES) == sorted(BARKS)


@pytest.mark.parametrize("bark", BARKS)
def test_a_bark_has_a_cause(bark: str) -> None:
    assert bark in SCENES[bark]()


# ------------------------------------------------------------------ when nobody calls


def test_nobody_calls_the_same_again_at_once_but_something_else_he_may() -> None:
    world = a_duel()
    run(world, 0.1)
    chris, officer = who(world, "chris"), who(world, "officer")
    assert after(world, lambda: damage.wound(world, chris, 9.0, officer.id, "shot")) == ["bark.hit"]
    assert after(world, lambda: damage.wound(world, chris, 9.0, officer.id, "shot")) == []
    knows(world, "chris", "officer")
    assert after(world, lambda: damage.fall(world, officer, chris.id)) == ["bark.down"]
    world.tick += calling.HIT_AGAIN
    assert after(world, lambda: damage.wound(world, chris, 9.0, officer.id, "shot")) == ["bark.hit"]


def test_nobody_calls_into_what_is_being_said_nor_from_out_of_earshot() -> None:
    world = a_duel()
    run(world, 0.1)
    quiet(world)
    world.mission.line_until = world.tick + 30
    speech.call(world, who(world, "chris").id, "bark.set")
    assert listen(world) == []
    put(world, "chris", 40 + speech.EARSHOT + 30, 50)
    speech.call(world, who(world, "chris").id, "bark.set")
    assert listen(world) == []


def test_a_wound_of_ones_own_making_and_the_players_own_are_not_called_out() -> None:
    world = a_duel()
    run(world, 0.1)
    chris, neil, officer = who(world, "chris"), who(world, "neil"), who(world, "officer")
    assert after(world, lambda: damage.wound(world, chris, 9.0, NOBODY, "crash")) == []
    assert after(world, lambda: damage.wound(world, chris, 9.0, neil.id, "shot")) == []
    assert after(world, lambda: damage.wound(world, neil, 9.0, officer.id, "shot")) == []


def test_nobody_speaks_of_a_fall_he_did_not_see_or_of_one_who_bleeds_to_death() -> None:
    world = a_duel()
    run(world, 0.1)
    officer, neil = who(world, "officer"), who(world, "neil")
    mind(world, "chris").target = NOBODY
    assert after(world, lambda: damage.fall(world, officer, neil.id)) == []
    knows(world, "chris", "officer")
    assert after(world, lambda: damage.die(world, officer, neil.id, "bled")) == []


def test_a_shout_at_an_empty_street_says_nothing() -> None:
    world = yard([person("neil", 50, 50)])
    assert listen(world, 0.2, NEUTRAL._replace(buttons=Button.SHOUT)) == []


def test_whoever_can_get_there_does_not_say_he_cannot() -> None:
    lines = told(Order.MOVE_UP)
    assert "bark.cannot" not in lines and "bark.yes" in lines


def test_without_a_fight_nobody_says_that_it_is_over() -> None:
    world = yard([person("neil", 40, 50), person("chris", 44, 50)], still=["chris"])
    assert "bark.clear" not in listen(world, 12)


def test_a_wounded_man_in_the_line_of_another_side_is_no_friend() -> None:
    world = a_duel()
    assert "bark.no_shot" not in listen(world, 4), "nobody stands in the way"


def test_calls_change_nothing_but_what_is_said() -> None:
    """The same fight with and without calls: every man stands, fires and falls alike."""

    def fight(is_silent: bool) -> list[object]:
        world = two_and_a_policeman()
        put(world, "neil", 30, 52)
        seen(world)
        mind(world, "chris").obey(GoTo(40, 20))
        for _ in range(60 * 8):
            if is_silent:
                world.mission.line_until = world.tick + 60
            run(world, 1 / 60)
        return [(p.id, p.health, p.aim, world.position(p.id), p.shots) for p in world.people]

    assert fight(True) == fight(False)
