"""Those who look out for one man: cars on their rounds, watchmen; whom they make out and tell of, and how he keeps out of their lamps."""

from __future__ import annotations

import dataclasses

import pytest

from game.content.level import Flight, Item, Lamp, Level, Marker, Route
from game.sim import events
from game.sim.ai.behaviours import duel_beams, duel_exits, lookout
from game.sim.ai.steps import Respond, Rounds
from game.sim.input_frame import NEUTRAL
from game.sim.mission.calls import bind
from game.sim.run_setup import RunSetup
from game.sim.systems import cutting
from game.sim.world import World
from tests.sim.test_duel import GROUND, begun, field, of
from tests.worlds import call, catalog, person, plan, vehicle, wall, zone

LOOP = Route(
    (*((40.0 + 20.0 * n, 60.0) for n in range(6)), (140.0, 90.0), (40.0, 90.0)), "loop", is_loop=True, speed=8.0
)
STOP = Marker(80.0, 60.0, "stop", 0)


def with_a_car(level: Level, x: float = 40.0, y: float = 60.0, facing: int = 0, **step: object) -> Level:
    """The field with a police car on its rounds, from here."""
    officer = dataclasses.replace(person("patrol", x, y, "east", "officer"), vehicle="car", facing=facing)
    car = dataclasses.replace(vehicle("patrol_car", x, y, "east", "car"), facing=facing)
    rounds = call("rounds", route="loop", who="neil", **step)
    play = level.screenplay
    return dataclasses.replace(
        level,
        people=(*level.people, officer),
        vehicles=(car,),
        routes=(LOOP,),
        markers=(*level.markers, STOP),
        screenplay=dataclasses.replace(play, plans=(*play.plans, plan("officer", start=rounds))),
        digest=f"{level.digest} car {x} {y} {facing} {step}",
    )


def told(world: World, ticks: int) -> int:
    """The tick of the last report, after so many more."""
    for _ in range(ticks):
        world.step(NEUTRAL)
    return world.heat.seen_tick


def test_a_car_goes_round_and_round_and_stands_at_its_stop() -> None:
    world = begun(with_a_car(field((20.0, 10.0), (180.0, 10.0), hanna_step="wait"), stops=("stop",)), 1)
    car = world.vehicle_named["car"].id
    stood, laps, was_near = 0, 0, False
    for _ in range(75 * 60):
        world.step(NEUTRAL)
        x, y = world.position(car)
        is_near = abs(x - 80.0) < 9.0 and abs(y - 60.0) < 4.0
        stood += is_near and world.speed(car) < 0.5
        laps += is_near and not was_near
        was_near = is_near
    assert laps >= 2
    assert stood > 2 * 200, "some seconds each time"


@pytest.mark.parametrize(("x", "y", "sees"), [(95.0, 52.0, False), (68.0, 60.0, True)])
def test_who_stands_in_the_lamps_is_called_in_and_who_lies_in_the_dark_is_not(x: float, y: float, sees: bool) -> None:
    level = field((x, y), (190.0, 10.0), hanna_step="wait")
    world = begun(with_a_car(level, 52.0, 60.0, stops=("stop",)), 1)
    world.minds[world.person_named["neil"].id].ask_after = 1 << 30
    assert (told(world, 600) > 0) is sees


def test_the_hunter_hears_by_radio_where_he_stood_and_nobody_gets_out_or_fires() -> None:
    world = begun(
        with_a_car(field((68.0, 60.0), (190.0, 10.0), (wall(150.0, 0.0, 2.0, 100.0, height=4.0),)), 52.0, 60.0), 1
    )
    hanna, officer = world.person_named["hanna"], world.person_named["officer"]
    fired: list[events.Event] = []
    for _ in range(600):
        fired += [event for event in world.step(NEUTRAL) if isinstance(event, events.ShotFired)]
        if hanna.id in world.beliefs and of(world, "hanna").cue == "radio":
            break
    assert of(world, "hanna").cue == "radio"
    assert of(world, "hanna").share_near(68.0, 60.0, 5) > 50
    assert any(kind == "radio" for _, kind, _, _ in of(world, "hanna").marks), "a mark in her picture"
    for _ in range(300):
        fired += [event for event in world.step(NEUTRAL) if isinstance(event, events.ShotFired)]
    assert not fired
    assert officer.vehicle >= 0


def test_whoever_stays_in_sight_is_held_there() -> None:
    world = begun(with_a_car(field((68.0, 60.0), (190.0, 10.0), hanna_step="wait"), 52.0, 60.0), 1)
    held = bind(call("held_in_sight", who="neil", metres=24.0, seconds=8.0), {})
    far = bind(call("held_in_sight", who="neil", metres=4.0, seconds=8.0), {})
    told(world, 420)
    assert not held.holds(world, 0), "not at once"
    told(world, 420)
    assert held.holds(world, 0)
    assert not far.holds(world, 0)
    world.physics.place(world.person_named["neil"].id, 20.0, 20.0, 0.0)
    told(world, 120)
    assert not held.holds(world, 0), "out of the light, he is gone"


def test_who_is_shot_at_looks_out_no_longer() -> None:
    world = begun(with_a_car(field((20.0, 10.0), (190.0, 10.0), hanna_step="wait"), 52.0, 60.0), 30)
    officer = world.person_named["officer"]
    assert isinstance(world.minds[officer.id].step, Rounds)
    officer.near_miss_tick = world.tick
    told(world, 40)
    assert isinstance(world.minds[officer.id].step, Respond)


@pytest.mark.parametrize(("lit", "sees"), [(True, True), (False, False)])
def test_a_watchman_at_a_hole_sees_who_comes_in_the_light(lit: bool, sees: bool) -> None:
    lamps = (Lamp(100.0, 42.0, "#ffffff", 22.0, 6.0, 1.0),) if lit else ()
    level = field((100.0, 48.0), (190.0, 10.0), lamps=lamps, hanna_step="wait")
    watchman = person("patrol", 120.0, 48.0, "west", "watchman")
    plans = (*level.screenplay.plans, plan("watchman", start=call("look_out", who="neil", towards="hole")))
    level = dataclasses.replace(
        level,
        people=(*level.people, watchman),
        screenplay=dataclasses.replace(level.screenplay, plans=plans),
        digest=f"{level.digest} watchman",
    )
    world = begun(level, 1)
    stood = world.position(world.person_named["watchman"].id)
    assert (told(world, 600) > 0) is sees
    after = world.position(world.person_named["watchman"].id)
    assert abs(after[0] - stood[0]) + abs(after[1] - stood[1]) < 0.5, "he calls, he does not hunt"


# ---------------------------------------------------------------- how the hunted keeps out of their lamps


def at_the_wire_with_a_car(blind: bool = False, flight: tuple[Flight, ...] = ()) -> World:
    """Neil at his hole in the west; a car comes up along the wire from the south, its lamps on."""
    mesh = wall(2.0, 0.0, 1.0, 100.0, "fence", 2.2)
    level = field(
        (6.0, 30.0), (190.0, 90.0), (mesh,), hanna_step="wait", flights=flight,
        zones=(zone("gap", 0.0, 20.0, 8.0, 60.0, "climb"),), items=(Item(20.0, 20.0, "cutters", "cutters"),),
    )  # fmt: skip
    ground = zone(GROUND, 3.0, 0.0, 197.0, 100.0)
    level = dataclasses.replace(level, zones=(ground, *(one for one in level.zones if one.name != GROUND)))
    hole = dataclasses.replace(level.markers[0], x=4.0, y=30.0)
    way = Route(((9.0, 97.0), (9.0, 80.0), (9.0, 60.0), (9.0, 40.0), (9.0, 5.0)), "loop", is_loop=True, speed=8.0)
    level = dataclasses.replace(with_a_car(level, 9.0, 96.0, 49152), routes=(way,), markers=(hole, STOP))
    world = begun(level, 1)
    bind(call("pocket", who="neil", item="cutters"), {}).act(world)
    for _ in range(20):
        world.step(world.suggest())
    of(world, "neil").ignores_light = blind
    return world


def lit_ticks(world: World, ticks: int) -> tuple[int, list[str]]:
    """Ticks in which light from a car is on Neil, and what he is about all the while."""
    neil, lit, modes = world.person_named["neil"], 0, []
    for _ in range(ticks):
        world.step(world.suggest())
        x, y = world.position(neil.id)
        lit += world.light.level(x, y) - world.light.standing(x, y) >= duel_beams.IN_ITS_LIGHT
        mode = of(world, "neil").mode
        if not modes or modes[-1] != mode:
            modes.append(mode)
    return lit, modes


def test_he_leaves_the_wire_before_the_lamps_are_on_it_and_comes_back_when_they_are_past() -> None:
    world = at_the_wire_with_a_car()
    lit, modes = lit_ticks(world, 1500)
    assert "beam" in modes
    assert modes[modes.index("beam") :].count("away") >= 1, "back to the wire"
    assert lit < 30, lit
    assert world.heat.seen_tick < 0, "nobody saw him"
    assert world.gaps, "and he cuts"


def test_who_minds_no_light_is_caught_in_them() -> None:
    world = at_the_wire_with_a_car(blind=True)
    lit, modes = lit_ticks(world, 1500)
    assert "beam" not in modes
    assert lit > 60
    assert world.heat.seen_tick > 0


def test_what_is_cut_before_the_car_is_there_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    world = at_the_wire_with_a_car()
    neil, car = world.person_named["neil"], world.vehicle_named["car"]
    gap = world.gaps[0] if world.gaps else None
    while gap is None:
        world.step(world.suggest())
        gap = world.gaps[0] if world.gaps else None
    world.physics.place(car.id, 9.0, 90.0, world.physics.angle[car.id])
    monkeypatch.setattr(World, "speed", lambda _, who: 8.0 if who == car.id else 0.0)
    monkeypatch.setattr(cutting, "left", lambda *_: 60)
    assert duel_beams._is_through_first(world, neil, car)
    monkeypatch.setattr(cutting, "left", lambda *_: 600)
    assert not duel_beams._is_through_first(world, neil, car)


def test_a_car_that_drives_past_does_not_bar_a_way_out() -> None:
    world = at_the_wire_with_a_car()
    officer = world.person_named["officer"]
    world.physics.place(world.vehicle_named["car"].id, 9.0, 32.0, 0.0)
    world.physics.place(officer.id, 9.0, 32.0, 0.0)
    assert not duel_exits.is_barred(world, "hole")
    world.minds[officer.id].step = Respond("")
    assert duel_exits.is_barred(world, "hole")


def test_the_rounds_are_the_same_after_a_restore() -> None:
    from game.sim import snapshot
    from game.sim.checksum import checksum, difference

    level = with_a_car(field((68.0, 60.0), (190.0, 10.0)), 52.0, 60.0, stops=("stop",))
    world = World.new(level, catalog(), RunSetup("yard", seed=1, difficulty="professional"))
    told(world, 240)
    kept = snapshot.take(world)
    told(world, 180)
    again = snapshot.restore(kept, level, catalog())
    told(again, 180)
    assert difference(world, again) == []
    assert checksum(world) == checksum(again)


def test_lookout_keeps_his_eyes_on_him_alone() -> None:
    world = begun(with_a_car(field((68.0, 60.0), (190.0, 10.0)), 52.0, 60.0), 30)
    officer = world.minds[world.person_named["officer"].id]
    assert not lookout.has_before_him(world, officer, world.person_named["hanna"].id)


@pytest.mark.parametrize(
    ("deaf", "faces_it", "knows"), [(False, False, True), (True, True, True), (True, False, False)]
)
def test_whoever_looks_at_the_wire_hears_a_car_before_he_sees_it(deaf: bool, faces_it: bool, knows: bool) -> None:
    world = at_the_wire_with_a_car()
    neil, car, belief = world.person_named["neil"], world.vehicle_named["car"], of(world, "neil")
    belief.is_deaf, belief.mode = deaf, "away"
    neil.aim = 16384 if faces_it else 32768
    assert duel_beams._knows_of(world, neil, belief, car, 60.0) is knows


@pytest.mark.parametrize("faces_it", [True, False])
def test_whoever_waits_for_a_car_knows_no_more_of_it_than_he_sees_and_hears(faces_it: bool) -> None:
    world = at_the_wire_with_a_car()
    neil, car, belief = world.person_named["neil"], world.vehicle_named["car"], of(world, "neil")
    belief.is_deaf, belief.mode = True, "beam"
    neil.aim = 16384 if faces_it else 32768
    assert duel_beams._knows_of(world, neil, belief, car, 60.0) is faces_it


def test_whoever_gets_out_of_the_light_in_between_is_not_held_in_it() -> None:
    """Five seconds before their lamps, a short one in the dark, and five again: that is not eight on end."""
    world = begun(with_a_car(field((68.0, 60.0), (190.0, 10.0), hanna_step="wait"), 52.0, 60.0), 1)
    neil, held = world.person_named["neil"].id, bind(call("held_in_sight", who="neil", metres=24.0, seconds=8.0), {})
    told(world, 330)
    world.physics.place(neil, 20.0, 20.0, 0.0)
    told(world, 70)
    world.physics.place(neil, 68.0, 60.0, 0.0)
    for _ in range(330):
        world.step(NEUTRAL)
        assert not held.holds(world, 0)
    told(world, 300)
    assert held.holds(world, 0), "and then it is"


@pytest.mark.parametrize(("far", "leaves"), [(10.0, True), (40.0, False)])
def test_nobody_stays_beside_a_car_that_stands(far: float, leaves: bool) -> None:
    """In the dark, out of its lamps, but so near that whoever sits in it might make him out."""
    level = field((60.0 + far, 52.0), (190.0, 95.0), hanna_step="wait")
    world = begun(with_a_car(level, 60.0, 52.0, 32768, seconds=60.0, stops=("stop",)), 2)
    car = world.vehicle_named["car"]
    for _ in range(40):
        world.physics.place(car.id, 60.0, 52.0, world.physics.angle[car.id])
        world.step(world.suggest())
    assert (of(world, "neil").mode == "beam") is leaves
