"""What light and sound make the two men of a duel do: look by a landing, leave the wire before it, let steps come."""

from __future__ import annotations

import dataclasses

import pytest

from game.content.level import Flight, Item, Lamp, Level, Marker
from game.sim import flights, status
from game.sim.ai import duel_ears, homeward
from game.sim.ai.behaviours import duel_feet, duel_hunter, duel_wire
from game.sim.ai.belief import WHOLE
from game.sim.entities import Stance
from game.sim.input_frame import NEUTRAL
from game.sim.mission.calls import bind
from game.sim.run_setup import RunSetup
from game.sim.systems import cutting
from game.sim.world import World
from tests.sim.test_cutting import fenced, with_cutters
from tests.sim.test_duel import GROUND, begun, field, of
from tests.worlds import call, catalog, wall, zone

BARS = (Lamp(20.0, 80.0, "#ffffff", 80.0, 0.9, 1.0, 360, "bars"),)
JET = Flight(((190.0, 95.0), (10.0, 95.0)), "heavy", "bars", 9.0, 600.0, 0.0, 1.0, 5.0, 6.0)
"""Heard from 2.0 s of the run on; its lamps burn from 8.0 to 13.0 s."""


def minds_begin(world: World) -> None:
    """Until Neil has begun to think of the other."""
    while world.person_named["neil"].id not in world.beliefs:
        world.step(world.suggest())


def at_the_wire(flight: Flight = JET, hanna: tuple[float, float] = (150.0, 50.0)) -> World:
    """Neil with cutters at his hole in the west, which the bars of a landing light; a box throws a shadow beside it."""
    mesh = wall(2.0, 0.0, 1.0, 100.0, "fence", 2.2)
    box = wall(12.0, 57.0, 6.0, 3.0, height=2.4)
    level = field(
        (6.0, 50.0), hanna, (mesh, box), lamps=BARS, flights=(flight,), hanna_step="wait",
        zones=(zone("gap", 0.0, 40.0, 8.0, 20.0, "climb"),), items=(Item(20.0, 20.0, "cutters", "cutters"),),
    )  # fmt: skip
    ground = zone(GROUND, 3.0, 0.0, 197.0, 100.0)  # what lies beyond the mesh is no shadow to hide in
    level = dataclasses.replace(level, zones=(ground, *(one for one in level.zones if one.name != GROUND)))
    world = begun(level, 4)
    bind(call("pocket", who="neil", item="cutters"), {}).act(world)
    minds_begin(world)
    return world


def cuts_in(world: World, ticks: int) -> int:
    neil = world.person_named["neil"]
    before = world.gaps[0].cut_ticks if world.gaps else 0
    for _ in range(ticks):
        world.step(world.suggest())
    assert neil.is_able
    return (world.gaps[0].cut_ticks if world.gaps else 0) - before


def test_he_who_cuts_leaves_the_wire_for_a_shadow_before_the_lamps_and_comes_back() -> None:
    world = at_the_wire()
    neil = world.person_named["neil"]
    assert cuts_in(world, 240) > 60
    while flights.lit_for(world) != 0:
        world.step(world.suggest())
    for _ in range(60):
        world.step(world.suggest())
    assert of(world, "neil").mode == "shade"
    assert world.light.level(*world.position(neil.id)) <= 20, "in the shadow of the box"
    while flights.lit_for(world) == 0:
        world.step(world.suggest())
    assert cuts_in(world, 600) > 120, "what was cut stayed, and he goes on"


def test_he_who_ignores_light_goes_on_cutting_in_it() -> None:
    world = at_the_wire()
    neil = world.person_named["neil"]
    while flights.lit_for(world) != 0:
        of(world, "neil").ignores_light = True
        world.step(world.suggest())
    for _ in range(60):
        of(world, "neil").ignores_light = True
        world.step(world.suggest())
    assert of(world, "neil").mode == "away"
    assert world.light.level(*world.position(neil.id)) > 40


@pytest.mark.parametrize("comes", [True, False])
def test_steps_that_come_to_the_wire_are_let_come(comes: bool) -> None:
    world = at_the_wire(dataclasses.replace(JET, first_seconds=500.0))
    for _ in range(200):
        world.step(world.suggest())
    neil = world.person_named["neil"]
    if comes:
        world.make_noise(20.0, 50.0, 8.0, "step", world.person_named["hanna"].id)
    for _ in range(20):
        world.step(world.suggest())
    assert (of(world, "neil").mode == "ambush") is comes
    assert (neil.stance == Stance.CROUCH and of(world, "neil").cue == "step") is comes or not comes


@pytest.mark.parametrize("ignores", [False, True])
def test_the_hunter_stands_still_in_the_dark_and_looks_by_a_landing(ignores: bool) -> None:
    world = begun(field((4.0, 4.0), (150.0, 10.0), lamps=BARS, flights=(JET,)), 4)
    hanna = world.person_named["hanna"]
    while flights.lit_for(world) != 0:
        of(world, "hanna").ignores_light = ignores
        world.step(NEUTRAL)
    for _ in range(40):
        of(world, "hanna").ignores_light = ignores
        world.step(NEUTRAL)
    looked = 0
    for _ in range(60):
        of(world, "hanna").ignores_light = ignores
        world.step(NEUTRAL)
        looked += of(world, "hanna").mode == "look" and world.speed(hanna.id) < 0.3
    assert looked == (0 if ignores else 60)


def test_the_hunter_who_knows_the_place_goes_there_while_the_lamps_burn() -> None:
    """As above, but he has just been told where the other is: he does not stand and look, he goes."""
    world = begun(field((4.0, 4.0), (150.0, 10.0), lamps=BARS, flights=(JET,)), 4)
    hanna = world.person_named["hanna"]
    while flights.lit_for(world) != 0:
        world.step(NEUTRAL)
    x = world.position(hanna.id)[0]
    belief = of(world, "hanna")
    belief.learn(world.tick, "shadow", 60.0, 10.0)
    for _ in range(140):
        belief.see(60.0, 10.0)
        world.step(NEUTRAL)
        assert belief.mode != "look"
    assert world.position(hanna.id)[0] < x - 4.0


@pytest.mark.parametrize(
    ("x", "says"), [(10.0, [homeward.AFTER_THAT, 1]), (190.0, [1, homeward.AFTER_THAT]), (100.0, None)]
)
def test_a_trace_at_a_way_out_says_that_it_is_that_one(x: float, says: list[int] | None) -> None:
    world = begun(two_ways_out(), 4)
    assert homeward.at_one(world, ("hole", "far"), x, 50.0) == says
    belief = of(world, "hanna")
    before = [int(layer.sum()) for layer in belief.mass]
    belief.raise_about(x, 50.0, 6.0, 78, says)
    after = [int(layer.sum()) for layer in belief.mass]
    changed = [new / old for new, old in zip(after, before, strict=True)]
    if says is None:
        assert abs(changed[0] - changed[1]) < 0.5
    else:
        likelier = says.index(homeward.AFTER_THAT)
        assert changed[likelier] > 1.5 * changed[1 - likelier]


@pytest.mark.parametrize(("x", "tells"), [(12.0, True), (100.0, False)])
def test_a_report_from_about_a_way_out_says_which_one_he_is_after(x: float, tells: bool) -> None:
    world = begun(two_ways_out(), 4)
    found = of(world, "hanna")
    before = [int(layer.sum()) for layer in found.mass]
    world.heat.seen_tick, world.heat.last_x, world.heat.last_y = world.tick, x, 50.0
    duel_ears.listen_in(world, world.person_named["hanna"], found)
    after = [int(layer.sum()) for layer in found.mass]
    assert found.cue == "radio"
    assert (after[0] > 2 * after[1]) is tells
    assert (after[0] > before[0]) is tells or abs(after[0] - before[0]) < WHOLE // 10


def test_nobody_looks_a_way_out_over_with_the_hunter_on_his_heels_or_when_no_jet_is_heard() -> None:
    lamps = (dataclasses.replace(BARS[0], x=100.0, y=95.0, radius=20.0),)  # the place itself stays dark
    world = begun(field((36.0, 50.0), (150.0, 50.0), lamps=lamps, flights=(JET,), hanna_step="wait"), 4)
    minds_begin(world)
    belief = of(world, "neil")
    belief.exit, belief.scouted = "hole", ""
    assert flights.lit_for(world) < 0
    assert not duel_wire.scouts(world, belief, 36.0, 50.0)
    while flights.lit_for(world) < 0:
        world.tick += 1
    belief.see(60.0, 50.0)
    belief.learn(world.tick, "step", 60.0, 50.0)
    assert not duel_wire.scouts(world, belief, 36.0, 50.0)
    belief.cue_tick = world.tick - duel_wire.ON_HIS_HEELS_TICKS
    assert duel_wire.scouts(world, belief, 36.0, 50.0)
    assert belief.mode == "scout"


def two_ways_out() -> Level:
    level = field((100.0, 50.0), (140.0, 50.0), hanna_exits=("hole", "far"))
    return dataclasses.replace(level, markers=(*level.markers, Marker(196.0, 50.0, "far")))


@pytest.mark.parametrize(("x", "vx", "likelier"), [(40.0, 0.0, 0), (160.0, 0.0, 1), (100.0, -4.0, 0), (100.0, 4.0, 1)])
def test_a_sight_tells_which_way_out_he_makes_for(x: float, vx: float, likelier: int) -> None:
    world = begun(two_ways_out(), 4)
    found = homeward.leanings(world, ("hole", "far"), x, 50.0, vx, 0.0)
    assert found[likelier] > found[1 - likelier]
    belief = of(world, "hanna")
    belief.see(x, 50.0, found)
    assert belief.likeliest(x, 50.0) == likelier


def test_a_difficulty_makes_the_other_man_slower_at_the_wire_and_the_player_quicker() -> None:
    def needed(who: str, difficulty: str) -> int:
        world = World.new(fenced(), catalog(), RunSetup("yard", "crew", 1, difficulty))
        return cutting.needed(world, world.person_named[who])

    assert needed("neil", "professional") == needed("hanna", "professional") == cutting.CUT_TICKS
    seconds = {who: needed(who, "film") // 60 for who in ("neil", "hanna")}
    assert seconds == {"neil": 20, "hanna": 64}, "as the level maker's page says"


def test_only_the_other_man_and_only_whom_a_difficulty_dulls_gets_out_of_breath() -> None:
    def walks(who: str, difficulty: str) -> int:
        world = World.new(field((60.0, 50.0), (66.0, 50.0)), catalog(), RunSetup("yard", "crew", 1, difficulty))
        belief = of(begun(field((60.0, 50.0), (66.0, 50.0))), "hanna")
        belief.breath = duel_ears.WINDED
        found = 0
        for world.tick in range(duel_feet.SPENT_EVERY):
            found += duel_feet._is_spent(world, world.person_named[who], belief)
        return found

    assert walks("hanna", "film") == duel_feet.SPENT_TICKS
    assert walks("neil", "film") == walks("hanna", "professional") == 0


def test_whoever_has_seen_the_other_fall_goes_straight_home() -> None:
    world = begun(field((60.0, 50.0), (66.0, 50.0), hanna_step="wait"), 4)
    world.person_named["hanna"].stance = Stance.DOWN
    minds_begin(world)
    belief = of(world, "neil")
    belief.has_fallen = True
    x = world.position(world.person_named["neil"].id)[0]
    for _ in range(180):
        belief.has_fallen = True
        world.step(world.suggest())
    assert world.position(world.person_named["neil"].id)[0] < x - 10.0


def test_what_an_enemy_has_in_his_pocket_is_not_shown() -> None:
    world = with_cutters()
    assert "cutters" in status.hud(world, world.person_named["neil"]).found
    assert "cutters" not in status.hud(world, world.person_named["hanna"]).found


@pytest.mark.parametrize(("far", "learned", "jet", "waits"), [
    (20.0, True, True, True), (20.0, True, False, False), (20.0, False, True, False), (60.0, True, True, False),
])  # fmt: skip
def test_the_hunter_who_is_near_him_lets_a_landing_light_him_first(
    far: float, learned: bool, jet: bool, waits: bool
) -> None:
    box = wall(112.0, 57.0, 6.0, 3.0, height=2.4)
    bars = (dataclasses.replace(BARS[0], x=100.0, y=80.0, radius=100.0),)
    flight = JET if jet else dataclasses.replace(JET, first_seconds=500.0)
    world = begun(field((20.0, 10.0), (115.0, 54.0), (box,), lamps=bars, flights=(flight,)), 4)
    while jet and flights.lit_for(world) < 0:
        world.tick += 1
    hanna, belief = world.person_named["hanna"], of(world, "hanna")
    x, y = world.position(hanna.id)
    belief.see(x - far, y)
    belief.is_seen = False
    if learned:
        belief.learn(world.tick, "snip", x - far, y)
    assert duel_hunter.lets_it_grow_light(world, hanna, belief) is waits
    if waits:
        goal = (belief.goal_x, belief.goal_y) if belief.goal_x >= 0.0 else (x, y)
        assert world.light.most(*goal) <= 20, "in the dark herself"


@pytest.mark.parametrize(("lit", "short"), [(False, True), (True, False)])
def test_the_hunter_does_not_run_into_the_dark_after_him(lit: bool, short: bool) -> None:
    """Where he has gone out of sight into the dark she stops short and listens; into the light she goes on."""
    lamps = (Lamp(60.0, 46.0, "#ffffff", 30.0, 6.0, 1.0),) if lit else ()
    world = begun(field((20.0, 10.0), (90.0, 50.0), lamps=lamps), 4)
    hanna, belief = world.person_named["hanna"], of(world, "hanna")
    mind = world.minds[hanna.id]
    for _ in range(300):
        mind.last_x, mind.last_y = 60.0, 50.0
        belief.is_seen, belief.seen_tick, belief.mode = False, world.tick, "chase"
        duel_hunter.chases(world, hanna, mind, belief)
        world.step(NEUTRAL)
    assert (world.position(hanna.id)[0] > 60.0 + duel_hunter.INTO_THE_DARK - 2.5) is short
