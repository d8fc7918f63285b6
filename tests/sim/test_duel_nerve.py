"""What whoever has perceived the other first makes of it in a duel, and what he dares when time runs out."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from game.content.level import Lamp
from game.sim import events
from game.sim.ai import duel_senses
from game.sim.ai.behaviours import duel, duel_exits, duel_feet, duel_ground, duel_gun, duel_hunter, duel_wire
from game.sim.angles import turn
from game.sim.input_frame import NEUTRAL, Button
from game.sim.systems import cutting
from game.sim.world import World
from tests.sim.test_duel import _bound, begun, field, of, turn_to
from tests.sim.test_duel_light import GROUND, JET, at_the_wire, minds_begin
from tests.worlds import call, wall


def hunted(world: World):  # type: ignore[no-untyped-def]
    """Neil, his mind and his belief, once he has begun to think of the other."""
    minds_begin(world)
    neil = world.person_named["neil"]
    return neil, world.minds[neil.id], of(world, "neil")


def test_he_who_lies_in_ambush_lets_the_one_he_has_seen_come_on(monkeypatch: pytest.MonkeyPatch) -> None:
    world = at_the_wire()
    neil, mind, belief = hunted(world)
    x, y = world.position(neil.id)
    belief.see(x + 12.0, y)
    belief.learn(world.tick, "sight", x + 12.0, y)
    belief.is_seen, belief.mode = True, "ambush"
    assert duel_wire.lies_in_ambush(world, neil, mind, belief)
    monkeypatch.setattr(duel_ground, "coming_light", lambda *_: 60)
    belief.mode = "away"
    assert not duel_wire.lies_in_ambush(world, neil, mind, belief), "nobody lurks in the light"


@pytest.mark.parametrize("left", [duel_wire.SOONER_CUT - 60, duel_wire.SOONER_CUT + 60])
def test_what_is_nearly_cut_is_cut_through_whoever_comes(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    world = at_the_wire()
    neil, _, belief = hunted(world)
    x, y = world.position(neil.id)
    belief.see(x + duel_wire.LEAD_TO_CLIMB + 10.0, y)
    belief.is_seen = True
    monkeypatch.setattr(cutting, "left", lambda *_: left)
    assert duel_wire.has_time(world, neil, belief) is (left < duel_wire.SOONER_CUT)


@pytest.mark.parametrize(("far", "climbs"), [(20.0, False), (duel_wire.LEAD_TO_CLIMB + 10.0, True)])
def test_whoever_is_seen_climbs_only_with_a_lead(far: float, climbs: bool) -> None:
    """Over the fence he is shut in until he is through the outer wire, and everybody has heard it."""
    world = at_the_wire()
    neil, _, belief = hunted(world)
    x, y = world.position(neil.id)
    belief.see(x + far, y)
    assert duel_wire.has_time(world, neil, belief), "unseen he has time"
    belief.is_seen = True
    assert duel_wire.has_time(world, neil, belief) is not climbs


@pytest.mark.parametrize(("far", "about", "light", "lurks"), [
    (10.0, True, 60, True), (25.0, True, 60, False), (25.0, True, 5, True), (80.0, True, 5, False), (25.0, False, 5, False),
])  # fmt: skip
def test_he_who_lurks_gets_up_for_light_and_when_nobody_is_about(
    monkeypatch: pytest.MonkeyPatch, far: float, about: bool, light: int, lurks: bool
) -> None:
    world = at_the_wire()
    neil, _, belief = hunted(world)
    x, y = world.position(neil.id)
    belief.see(x + far, y)
    belief.learn(world.tick if about else world.tick - duel_wire.AMBUSH_TICKS - 1, "step", x + far, y)
    belief.mode = "ambush"
    monkeypatch.setattr(duel_ground, "coming_light", lambda *_: light)
    assert duel_wire.still_lurks(world, neil, belief) is lurks


@pytest.mark.parametrize(("far", "mode"), [(30.0, "shade"), (9.0, "ambush"), (90.0, "away")])
def test_who_is_heard_coming_to_a_lit_wire_makes_him_leave_it_for_a_shadow(far: float, mode: str) -> None:
    world = at_the_wire()
    neil, _, belief = hunted(world)
    x, y = world.position(neil.id)
    belief.mode = "away"
    belief.see(x + far, y)
    belief.learn(world.tick, "step", x + far, y)
    assert duel_wire.slips_aside(world, neil, belief) is (mode != "away")
    assert belief.mode == mode
    if mode == "shade":
        assert world.light.most(belief.goal_x, belief.goal_y) <= 20


def test_a_way_out_that_is_watched_is_the_last_that_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once he has seen police at it he turns away, however near it is: whoever cuts there is taken."""
    world = at_the_wire()
    neil, mind, belief = hunted(world)
    spots = {"hole": (4.0, 50.0, 32768), "far_off": (190.0, 90.0, 0)}
    monkeypatch.setattr(World, "spot", lambda _, name: spots[name])
    belief.exit, belief.exits_watched = "", ["hole"]
    duel_exits.mind_the_exits(world, neil, belief, dataclasses.replace(mind.step, exits=("hole", "far_off")))
    assert belief.exit == "far_off"


def test_the_hunter_runs_on_to_a_way_out_and_does_not_listen_at_every_corner() -> None:
    world = begun(field((4.0, 4.0), (190.0, 50.0), hanna_exits=("hole",)), 4)
    stops, was = [], ""
    for _ in range(2400):
        world.step(NEUTRAL)
        belief = of(world, "hanna")
        if was == "bar" and belief.mode == "listen":
            stops.append(world.tick)
        was = belief.mode
    assert stops, "she listens"
    assert all(after - before >= duel_hunter.LISTENS_EACH for before, after in pairwise(stops))


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
    duel_feet._walk(world, neil, world.minds[neil.id], belief, 10.0, False, False)
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


def armed(world: World, rounds: int, spare: int = 0):  # type: ignore[no-untyped-def]
    """Hanna with a shotgun and so many shells, her mind and her belief."""
    hanna = world.person_named["hanna"]
    _bound(call("gear", who="hanna", weapon="shotgun_pump", rounds=rounds, spare=spare)).act(world)
    return hanna, world.minds[hanna.id], of(world, "hanna")


@pytest.mark.parametrize(("rounds", "far", "backs_off"), [(0, 15.0, True), (0, 50.0, False), (1, 15.0, False)])
def test_a_hunter_without_a_shell_keeps_out_of_his_reach(rounds: int, far: float, backs_off: bool) -> None:
    world = begun(field((20.0, 50.0), (100.0, 50.0)), 4)
    hanna, mind, belief = armed(world, rounds)
    x, y = world.position(hanna.id)
    belief.see(x - far, y)
    mind.hands.move_x = 0
    assert duel_hunter.keeps_off(world, hanna, mind, belief) is backs_off
    assert (mind.hands.move_x > 0) is backs_off


@pytest.mark.parametrize(("speed", "far", "fires"), [(0.0, 8.0, True), (5.0, 8.0, False), (5.0, 4.0, True)])
def test_whoever_runs_comes_to_a_stand_before_he_fires(
    monkeypatch: pytest.MonkeyPatch, speed: float, far: float, fires: bool
) -> None:
    world = begun(field((92.0, 50.0), (100.0, 50.0)), 4)
    hanna, mind, belief = armed(world, 4)
    neil = world.person_named["neil"]
    x, y = world.position(hanna.id)
    world.physics.place(neil.id, x - far, y, 0.0)
    belief.see(x - far, y)
    belief.is_seen, belief.seen_tick = True, world.tick
    mind.target, mind.is_visible, mind.last_x, mind.last_y = neil.id, True, x - far, y
    mind.first_tick = world.tick - 400
    monkeypatch.setattr(World, "speed", lambda _, who: speed if who == hanna.id else 0.0)
    turn_to(world, "hanna", "neil")
    mind.hands.buttons = hanna.held_before = 0
    assert duel_gun.fires(world, hanna, mind, belief)
    assert bool(mind.hands.buttons & Button.FIRE) is fires


@pytest.mark.parametrize(("since", "waits"), [(0, True), (duel.LAST_TICKS + 60, False)])
def test_at_the_very_end_he_cuts_whatever_he_hears(since: int, waits: bool) -> None:
    world = at_the_wire(dataclasses.replace(JET, first_seconds=500.0))
    _, _, belief = hunted(world)
    for _ in range(200):
        world.step(world.suggest())
    belief.begun_tick = world.tick - since
    world.make_noise(20.0, 50.0, 8.0, "step", world.person_named["hanna"].id)
    for _ in range(20):
        world.step(world.suggest())
    assert belief.cue == "step"
    assert (belief.mode == "ambush") is waits


def fires_from(patch: pytest.MonkeyPatch, far: float, *, lit: bool, speed: float, mode: str) -> list[int]:
    """Ticks at which Neil, who is in the dark and sees Hanna so far off in the light or in the dark, fires."""
    lamps = (Lamp(102.0 + far, 47.0, "#ffffff", 8.0, 6.0, 1.0),) if lit else ()
    world = begun(field((100.0, 50.0), (100.0 + far, 50.0), lamps=lamps, hanna_step="wait"), 2)
    neil, mind, belief = hunted(world)
    _bound(call("gear", who="neil", weapon="usp", rounds=7)).act(world)
    patch.setattr(duel_senses, "_look", lambda *_: None)
    shots = []
    for _ in range(90):
        turn_to(world, "neil", "hanna")
        belief.see(100.0 + far, 50.0)
        belief.is_seen, belief.seen_tick, belief.seen_vx = True, world.tick, -speed
        mind.target, mind.last_x, mind.last_y, mind.is_visible = belief.who, 100.0 + far, 50.0, True
        if belief.mode != "fire":
            belief.mode = mode
        happened = world.step(world.suggest())
        shots += [world.tick for one in happened if isinstance(one, events.ShotFired) and one.who == neil.id]
    return shots


@pytest.mark.parametrize(("far", "speed", "fires"), [(11.0, 0.0, True), (18.0, 0.0, False), (11.0, 5.0, False)])
def test_out_of_the_dark_a_pistol_is_fired_at_who_is_near_and_does_not_run(
    monkeypatch: pytest.MonkeyPatch, far: float, speed: float, fires: bool
) -> None:
    assert bool(fires_from(monkeypatch, far, lit=True, speed=speed, mode="")) is fires


def test_he_who_lurked_fires_without_a_pause_until_he_is_fired_at(monkeypatch: pytest.MonkeyPatch) -> None:
    shots = fires_from(monkeypatch, 5.0, lit=False, speed=0.0, mode="ambush")
    assert len(shots) >= 4
    assert max(b - a for a, b in pairwise(shots[:4])) <= duel_gun.DRILL_TICKS + 3


@pytest.mark.parametrize(
    ("rounds", "shaken", "far", "fires"),
    [(3, 1.0, 9.0, False), (3, 0.0, 9.0, True), (6, 1.0, 9.0, True), (3, 1.0, 4.0, True)],
)
def test_the_last_rounds_are_not_thrown_away_with_a_hand_that_shakes(
    rounds: int, shaken: float, far: float, fires: bool
) -> None:
    world = begun(field((100.0, 50.0), (100.0 + far, 50.0), hanna_step="wait"), 2)
    neil, _, _ = hunted(world)
    _bound(call("gear", who="neil", weapon="usp", rounds=rounds)).act(world)
    neil.suppression = shaken
    assert duel_gun._shakes(neil, far) is not fires


@pytest.mark.parametrize(("far", "rounds", "turns"), [(8.0, 3, True), (30.0, 3, False), (8.0, 0, False)])
def test_who_is_fired_at_from_behind_turns_to_it(far: float, rounds: int, turns: bool) -> None:
    world = begun(field((60.0, 50.0), (60.0 + far, 50.0), hanna_step="wait"), 2)
    neil, mind, belief = hunted(world)
    _bound(call("gear", who="neil", weapon="usp", rounds=rounds)).act(world)
    belief.see(60.0 + far, 50.0)
    belief.learn(world.tick, "shot", 60.0 + far, 50.0)
    neil.aim = mind.hands.aim = 32768
    assert not duel_gun.turns(world, neil, mind, belief), "nobody has fired at him yet"
    neil.near_miss_tick = world.tick
    assert duel_gun.turns(world, neil, mind, belief) is turns
    assert (abs(turn(mind.hands.aim, 0)) < 4000) is turns


@pytest.mark.parametrize(("light", "left", "goes_on"), [(60, 2000, True), (10, 2000, False), (60, 60, False)])
def test_nobody_goes_to_a_lit_wire_before_the_hunters_eyes(
    monkeypatch: pytest.MonkeyPatch, light: int, left: int, goes_on: bool
) -> None:
    """In the dark he may, or when what is left of it is soon cut."""
    world = at_the_wire()
    neil, _, belief = hunted(world)
    monkeypatch.setattr(type(world.light), "standing", lambda *_: light)
    monkeypatch.setattr(cutting, "left", lambda *_: left)
    belief.is_seen = False
    belief.begun_tick = world.tick - 6000
    assert not duel_wire.is_driven_off(world, neil, belief)
    belief.is_seen = True
    assert duel_wire.is_driven_off(world, neil, belief) is goes_on


def test_he_goes_round_a_way_out_at_which_he_has_seen_police() -> None:
    world = at_the_wire()
    neil, _, belief = hunted(world)
    ex, ey, _ = world.spot("hole")
    x, y = world.position(neil.id)
    belief.exit = "hole"
    free = duel_ground.evading(world, neil, belief, ex + 10.0, ey + 4.0, x, y)
    far = duel_ground.evading(world, neil, belief, ex + 60.0, ey, x, y)
    belief.exits_watched.append("hole")
    assert duel_ground.evading(world, neil, belief, ex + 10.0, ey + 4.0, x, y) < free - 20.0
    assert duel_ground.evading(world, neil, belief, ex + 60.0, ey, x, y) == far
