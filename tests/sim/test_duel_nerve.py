"""What whoever has perceived the other first makes of it in a duel, and what he dares when time runs out."""

from __future__ import annotations

import pytest

from game.content.level import Lamp
from game.sim.ai.behaviours import duel, duel_ground
from game.sim.input_frame import NEUTRAL, Button
from game.sim.systems import cutting
from game.sim.world import World
from tests.sim.test_duel import _bound, begun, field, of, turn_to
from tests.sim.test_duel_light import GROUND, at_the_wire, minds_begin
from tests.worlds import call, wall


def hunted(world: World):  # type: ignore[no-untyped-def]
    """Neil, his mind and his belief, once he has begun to think of the other."""
    minds_begin(world)
    neil = world.person_named["neil"]
    return neil, world.minds[neil.id], of(world, "neil")


def test_he_who_lies_in_ambush_lets_the_one_he_has_seen_come_on() -> None:
    world = at_the_wire()
    neil, mind, belief = hunted(world)
    x, y = world.position(neil.id)
    belief.see(x + 12.0, y)
    belief.learn(world.tick, "sight", x + 12.0, y)
    belief.is_seen, belief.mode = True, "ambush"
    assert duel._lies_in_ambush(world, neil, mind, belief)
    belief.mode = "away"
    assert not duel._lies_in_ambush(world, neil, mind, belief), "who is seen first is not lain in wait for"


@pytest.mark.parametrize("left", [duel.SOONER_CUT - 60, duel.SOONER_CUT + 60])
def test_what_is_nearly_cut_is_cut_through_whoever_comes(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    world = at_the_wire()
    neil, _, belief = hunted(world)
    belief.is_seen = True
    monkeypatch.setattr(cutting, "left", lambda *_: left)
    assert duel._has_time(world, neil, belief) is (left < duel.SOONER_CUT)


@pytest.mark.parametrize(("since", "cue", "presses"), [(0, 9999, False), (60, 9999, True), (60, 10, False)])
def test_late_and_unwarned_the_hunted_takes_risks(since: int, cue: int, presses: bool) -> None:
    world = begun(field((60.0, 50.0), (190.0, 90.0), hanna_step="wait"), 4)
    neil, _, belief = hunted(world)
    belief.begun_tick = world.tick - (duel_ground.PRESSED_TICKS + since if since else 0)
    belief.cue_tick = world.tick - cue
    assert duel_ground.is_pressed(world, neil, belief) is presses
    belief.see(70.0, 50.0)  # near by his own idea: else he would run in any case
    belief.mode = "listen"
    duel._decide(world, neil, belief, duel_ground.evading)
    duel._walk(world, neil, world.minds[neil.id], belief, 10.0, False, False)
    assert bool(world.minds[neil.id].hands.buttons & Button.RUN) is presses


def test_the_hunter_never_takes_the_risks_of_the_hunted() -> None:
    world = begun(field((60.0, 50.0), (100.0, 50.0)), 4)
    belief = of(world, "hanna")
    belief.begun_tick = 0 - 10 * duel_ground.PRESSED_TICKS
    assert not duel_ground.is_pressed(world, world.person_named["hanna"], belief)


@pytest.mark.parametrize("ignores", [False, True])
def test_whoever_ignores_light_sees_a_lit_man_no_farther_than_one_in_the_dark(ignores: bool) -> None:
    lamps = (Lamp(100.0, 42.0, "#ffffff", 22.0, 6.0, 1.0),)
    world = begun(field((100.0, 50.0), (124.0, 50.0), lamps=lamps, hanna_step="wait"), 4)
    hanna = world.person_named["hanna"]
    world.minds[hanna.id].give(_bound(call("hunt", who="neil", ground=GROUND)))
    for _ in range(40):
        if hanna.id in world.beliefs:
            of(world, "hanna").ignores_light = ignores
        turn_to(world, "hanna", "neil")
        world.step(NEUTRAL)
    assert (world.tick - of(world, "hanna").seen_tick < 60) is not ignores


@pytest.mark.parametrize("hides", [False, True])
def test_the_hunt_begins_where_he_was_seen_to_go_and_nowhere_else(hides: bool) -> None:
    """Behind a wall he might be anywhere: only ears tell more."""
    walls = (wall(110.0, 20.0, 2.0, 60.0),) if hides else ()
    world = begun(field((100.0, 50.0), (140.0, 50.0), walls), 4)
    assert (of(world, "hanna").share_near(100.0, 50.0, 6) > 60) is not hides
