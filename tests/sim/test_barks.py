"""What men call to each other in a fight: every act of a squad has a short call, with its subtitle, where the player can hear it."""

from __future__ import annotations

from game.content.text import load_text
from game.sim.ai import bounding, nerve, pressing
from game.sim.ai.behaviours import aid, fight
from game.sim.ai.mind import Mind
from game.sim.entities import NOBODY, Person, Stance
from game.sim.events import Spoken
from game.sim.input_frame import NEUTRAL
from game.sim.mission import speech
from game.sim.systems import damage, dispatch, spawning
from game.sim.world import World
from tests.worlds import mind, person, put, run, those, who, yard


def spoken(world: World, seconds: float = 1.0) -> list[str]:
    """What is said meanwhile."""
    found = []
    for _ in range(round(seconds * 60)):
        found += [event.line for event in those(world.step(NEUTRAL), Spoken)]
    return found


def next_line(world: World) -> str:
    """What was just called out and waits to be shown."""
    return world.mission.lines[-1][1] if world.mission.lines else ""


def facing_neil(officers: int) -> World:
    """Neil, and policemen who fight him within earshot."""
    police = [person("patrol", 62 + 2 * k, 46 + 4 * k, "west", name=f"officer_{k}") for k in range(officers)]
    names = [f"officer_{k}" for k in range(officers)]
    world = yard([person("neil", 40, 50), *police], still=["neil", *names])
    dispatch.raise_stage(world, 3, "shots")
    run(world, 2)
    world.mission.lines.clear()
    world.mission.line_until = world.tick - 200
    for name in names:
        found = mind(world, name)
        found.target, found.seen_tick, found.is_fighting = who(world, "neil").id, world.tick, True
        found.last_x, found.last_y = world.position(who(world, "neil").id)
        found.act, found.pinner = "", NOBODY
    return world


def one(world: World, name: str) -> tuple[Person, Mind]:
    return who(world, name), mind(world, name)


def test_whoever_pins_a_man_for_the_others_says_so_once() -> None:
    world = facing_neil(3)
    pressing.take_a_role(world, *one(world, "officer_0"))
    assert mind(world, "officer_0").act == pressing.PINS
    assert next_line(world) == "bark.pin"
    world.mission.lines.clear()
    pressing.take_a_role(world, *one(world, "officer_0"))
    assert next_line(world) == ""


def test_one_alone_has_nobody_to_say_it_to() -> None:
    world = facing_neil(1)
    pressing.take_a_role(world, *one(world, "officer_0"))
    assert mind(world, "officer_0").act == pressing.PINS
    assert next_line(world) == ""


def test_whoever_shuts_their_way_tells_the_others_to_let_them_come() -> None:
    world = facing_neil(2)
    world.heat.heading, world.heat.seen_tick = 0, world.tick
    pressing.take_a_role(world, *one(world, "officer_0"))
    assert mind(world, "officer_0").act == pressing.BLOCKS
    assert next_line(world) == "bark.block"


def test_whoever_has_fallen_back_calls_the_others_to_him() -> None:
    world = facing_neil(1)
    officer, found = one(world, "officer_0")
    found.act, found.act_until = nerve.FALLS_BACK, world.tick + 600
    found.spot_x, found.spot_y = world.position(officer.id)
    for _ in range(30):
        nerve.falls_back(world, officer, found)
    assert found.act == nerve.REGROUPS and next_line(world) == "bark.regroup"


def test_he_speaks_to_the_comrade_whose_wound_he_presses() -> None:
    world = yard([person("neil", 30, 54), person("patrol", 54, 56), person("detective", 56, 56)], still=["neil"])
    run(world, 2)
    damage.fall(world, who(world, "detective"), who(world, "neil").id)
    lines = spoken(world, 8)
    assert who(world, "detective").bleed_ticks == 0
    assert {"bark.drag", "bark.treat"} & set(lines)


def test_one_of_the_crew_speaks_as_he_kneels_by_a_friend() -> None:
    world = yard([person("neil", 30, 54), person("chris", 50, 50), person("cheritto", 51, 50)], still=["neil", "chris"])
    run(world, 0.2)
    damage.fall(world, who(world, "cheritto"), who(world, "neil").id)
    run(world, 2)
    world.mission.lines.clear()
    world.mission.line_until = world.tick - 200
    put(world, "chris", 50, 50)
    mind(world, "chris").act = ""
    assert aid.press_wounds(world, *one(world, "chris"))
    assert next_line(world) == "bark.treat"


def test_whoever_begins_to_cover_a_friend_tells_him_to_go() -> None:
    world = yard(
        [person("neil", 30, 54), person("chris", 40, 50), person("cheritto", 44, 60), person("patrol", 70, 50, "west")],
        still=["neil", "chris", "cheritto", "patrol"],
    )
    dispatch.raise_stage(world, 3, "shots")
    run(world, 1)
    world.mission.lines.clear()
    world.mission.line_until = world.tick - 200
    enemy = who(world, "patrol").id
    mind(world, "cheritto").bound, mind(world, "cheritto").menaced_by = bounding.WAITS, [enemy]
    mind(world, "chris").covers, mind(world, "chris").bound_tick = NOBODY, world.tick
    mind(world, "chris").phase = 1
    who(world, "chris").near_miss_tick = world.tick
    bounding.look_out(world, *one(world, "chris"))
    assert mind(world, "chris").covers == enemy
    assert next_line(world) == "bark.go"


def test_every_act_has_its_words() -> None:
    for key in ("pin", "block", "flank", "regroup", "fall_back", "treat", "drag", "go", "blind", "hands", "got_him"):
        assert load_text().said(f"bark.{key}") != f"bark.{key}"
    assert fight.BLIND_FIRE == "blind fire"


def test_what_a_man_was_about_to_say_is_not_said_after_his_death() -> None:
    world = yard([person("neil", 40, 50), person("chris", 44, 50)], still=["neil", "chris"])
    speech.say(world, "neil", "One.")
    speech.say(world, "chris", "Two.")
    speech.say(world, "neil", "Three.")
    run(world, 0.5)
    spawning.set_stance(world, who(world, "chris"), Stance.DEAD)
    assert spoken(world, 8.0) == ["Three."]
