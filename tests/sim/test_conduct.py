"""Before anybody knows: haste, staring and a calm walk under the eyes of those on duty; masks and coats by hand."""

from __future__ import annotations

import pytest

from game.content.level import Beat
from game.sim import events
from game.sim.input_frame import NEUTRAL, Button
from game.sim.picture import picture
from game.sim.systems import arms
from game.sim.world import World
from tests.worlds import aim_at, call, person, play, put, run, run_until, those, who, yard

NEIL = person("neil", 50, 50)


def before(guard: tuple[float, float] = (60, 50), facing: str = "west", **more: object) -> World:
    """Neil with his gun under his coat ten metres before a guard whose own is in its holster."""
    world = yard([NEIL, person("guard", *guard, facing)], still=["guard"], **more)  # type: ignore[arg-type]
    for name in ("neil", "guard"):
        arms.conceal(who(world, name))
    return world


def test_haste_under_his_eyes_is_noticed_and_a_calm_walk_lowers_it_again() -> None:
    world = before()
    for _ in range(3):
        play(world, "run+north 25, run+south 25")
    raised = who(world, "neil").suspicion
    assert 0.4 < raised < 1.0
    for _ in range(4):
        play(world, "north 60, south 60")
    assert who(world, "neil").suspicion < raised - 0.15


def test_nobody_minds_haste_that_nobody_on_duty_sees() -> None:
    world = before(facing="east")
    for _ in range(6):
        play(world, "run+north 25, run+south 25")
    assert who(world, "neil").suspicion == 0.0


def test_when_it_is_full_the_guard_draws_and_it_is_told() -> None:
    world = before(beats=[Beat("seen", when=call("suspicious", who="neil"))])
    found: list[events.Event] = []
    for _ in range(12):
        found += play(world, "run+north 25, run+south 25")
        if those(found, events.Suspected):
            break
    run(world, 0.3)
    assert those(found, events.Suspected) and who(world, "guard").gun >= 0
    assert world.mission.counters["suspected"] == 1


def test_staring_at_a_guard_close_by_is_noticed_and_looking_past_him_is_not() -> None:
    for y, noticed in ((50.0, True), (62.0, False)):
        world = before()
        aim_at(world, 60, y)
        run(world, 5, NEUTRAL._replace(aim=who(world, "neil").aim))
        assert (who(world, "neil").suspicion > 0.3) is noticed


def test_the_hud_says_so() -> None:
    world = before()
    assert picture(world).hud.is_gun_hidden and picture(world).hud.suspicion == 0.0
    play(world, "run+north 30, run+south 30")
    assert picture(world).hud.suspicion > 0.1


def test_the_last_weapon_goes_under_the_coat_and_comes_out_again() -> None:
    world = yard([NEIL])
    neil = who(world, "neil")
    assert neil.gun == 0
    play(world, "next_weapon 1, wait 1")
    assert neil.gun == 1
    found = play(world, "next_weapon 1, wait 1")
    assert arms.is_concealed(neil) and those(found, events.GunHidden)
    play(world, "next_weapon 1, wait 1")
    assert neil.gun == 0


@pytest.mark.parametrize("reason", ["masked", "shot at"])
def test_nobody_hides_a_gun_behind_a_mask_or_under_fire(reason: str) -> None:
    world = yard([NEIL])
    neil = who(world, "neil")
    if reason == "masked":
        play(world, "mask 1, wait 1")
        assert neil.is_masked
    else:
        run(world, 0.2)
        neil.near_miss_tick = world.tick
    play(world, "next_weapon 1, wait 1, next_weapon 1, wait 1")
    assert neil.gun == 0


def test_a_mask_goes_on_and_off_by_hand() -> None:
    world = yard([NEIL])
    found = play(world, "mask 1, wait 1, mask 1, wait 1")
    assert [event.is_on for event in those(found, events.MaskChanged)] == [True, False]


def test_a_policeman_who_has_seen_enough_tells_it() -> None:
    world = yard([NEIL, person("patrol", 60, 50, "west")], still=["patrol"])
    arms.conceal(who(world, "neil"))
    put(world, "patrol", 60, 50)
    who(world, "patrol").aim = 32768
    frame = NEUTRAL._replace(move_y=-127, buttons=Button.RUN)
    for _ in range(10):
        run(world, 0.4, frame)
        run(world, 0.4, frame._replace(move_y=127))
        if world.mission.counters.get("suspected"):
            break
    run_until(world, lambda w: w.heat.seen_tick > 0, 6)


def test_nobody_fires_at_a_man_who_has_shown_nothing() -> None:
    for stage, fires in ((2, False), (3, True)):
        world = yard([NEIL, person("patrol", 60, 50, "west")], still=["patrol"])
        arms.conceal(who(world, "neil"))
        world.heat.stage, world.heat.knows_faces = stage, True
        run(world, 5)
        assert (who(world, "patrol").shots > 0) is fires
