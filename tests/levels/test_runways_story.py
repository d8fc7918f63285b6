"""The Runways as they ship: nothing wrong with the map, five facts for a second run, and bots that bring both sides to an end."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from game.app.bench_duel import fought
from game.app.bot import run_bot
from game.levels.check import check_level
from game.levels.loader import load_level
from game.sim import events, guidance
from game.sim.angles import from_radians, turn
from game.sim.entities import Gap, Stance
from game.sim.input_frame import NEUTRAL, Button, InputFrame
from game.sim.mission import director
from game.sim.mission.calls import bind
from game.sim.mission.scoring import counters, result
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import call, catalog

PATH = Path("levels/lax_runways.tmx")
LEAVES = InputFrame(buttons=Button.LEAVE)


def test_nothing_is_wrong_with_it() -> None:
    assert [str(fault) for fault in check_level(PATH, catalog())] == []


def test_it_is_large_dark_and_never_the_same() -> None:
    level = load_level(PATH, catalog())
    assert level.width >= 500
    assert level.height >= 350
    assert level.hour == "midnight"
    assert len(level.screenplay.chances) >= 5
    assert {side.name for side in level.screenplay.sides} == {"crew", "police"}
    assert len(level.aircraft) == 3


def test_neil_has_seven_rounds_and_one_of_three_ways_out_is_watched() -> None:
    level = load_level(PATH, catalog())
    watched = set()
    for seed in range(1, 9):
        world = World.new(level, catalog(), RunSetup(level.name, "crew", seed))
        for _ in range(12):
            world.step(world.suggest())
        gun = world.person_named["neil"].guns[0]
        assert (gun.rounds, gun.spares) == (7, [])
        there = {person.group for person in world.people if person.group and person.is_present}
        assert len(there) == 1
        watched |= there
    assert watched == {"watch_west", "watch_south", "watch_east"}


@pytest.mark.long
@pytest.mark.parametrize("side", ["crew", "police"])
@pytest.mark.parametrize("seed", range(1, 11))
def test_bots_bring_both_sides_to_an_end(side: str, seed: int) -> None:
    run = run_bot(load_level(PATH, catalog()), catalog(), RunSetup("lax_runways", side, seed))
    assert run.result
    assert run.ticks < 7 * 60 * 60


@pytest.mark.long
def test_no_shot_without_a_reason_and_nobody_stuck() -> None:
    level = load_level(PATH, catalog())
    for seed in range(1, 6):
        duel = fought(level, catalog(), seed)
        assert duel.result
        assert duel.unreasoned == 0
        assert duel.stuck == []


def played(side: str, frames: Callable[[World], InputFrame], seconds: float, seed: int = 1) -> tuple[World, list[str]]:
    """A run by those hands, to its end or for so long; and the beats it reached."""
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, side, seed, "film"))
    beats: list[str] = []
    while not world.is_over and world.tick < seconds * 60:
        beats += [event.beat for event in world.step(frames(world)) if isinstance(event, events.BeatReached)]
    return world, beats


def test_the_thirty_seconds_can_be_taken_at_the_fence_and_not_behind_it() -> None:
    world, _ = played("crew", lambda _: InputFrame(buttons=Button.LEAVE), 3.0)
    assert world.result == "walked"
    world, beats = played("crew", lambda w: w.suggest() if "over" not in w.mission.reached else LEAVES, 20.0)
    assert "over" in beats
    assert not world.mission.can_leave
    assert world.result != "walked"
    world, _ = played("crew", lambda w: w.suggest(), 10.0)
    assert picture(world).hud.window_ticks == 0, "a window that is shut is not counted down"


def test_the_thirty_seconds_are_not_offered_to_whoever_is_after_him() -> None:
    world, _ = played("police", lambda _: LEAVES, 3.0)
    assert not world.mission.can_leave
    assert not world.is_over


def test_hanna_is_told_what_she_has_to_do_next() -> None:
    """The fence while she stands before it, wherever he is by then; then to stay on him; and the hunt once she is on the grass."""
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, "police", 2, "film"))
    told: list[tuple[str, bool]] = []
    while not world.is_over and world.tick < 100 * 60 and len(told) < 3:
        world.step(world.suggest())
        beat = director.goal(world)
        if beat is not None and world.tick > 12 and (not told or told[-1][0] != beat.goal):
            told.append((beat.goal, "over_police" in world.mission.reached))
    assert told == [
        ("After him, over the fence", False),
        ("Stay on him: through the freight", True),
        ("Find him before he finds the wire", True),
    ]


def test_patrol_cars_halt_with_their_lamps_along_the_road() -> None:
    """Out through the wire they would light nobody."""
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, "police", 1, "film"))
    stops = {marker.name: marker for marker in level.markers if marker.name.startswith("stop_")}
    seen: dict[str, int] = {}
    while not world.is_over and len(seen) < len(stops) and world.tick < 150 * 60:
        world.step(world.suggest())
        for car in (one for one in world.vehicles if one.name.startswith("rounds_")):
            x, y = world.position(car.id)
            at = min(stops.values(), key=lambda stop: (stop.x - x) ** 2 + (stop.y - y) ** 2)
            if world.speed(car.id) < 0.1 and abs(at.x - x) + abs(at.y - y) < 8.0:
                ahead = from_radians(world.physics.angle[car.id])
                seen[at.name] = max(seen.get(at.name, 0), abs(turn(at.facing, ahead)))
    assert set(seen) == set(stops)
    assert max(seen.values()) < 65536 * 12 // 360, seen


def test_whoever_stays_at_the_wire_is_called_upon_and_then_taken_without_a_shot() -> None:
    world, beats = played("crew", lambda _: NEUTRAL, 60.0)
    assert (world.result, world.mission.ending) == ("arrested", "Taken at the fence")
    assert "at_fence" in beats
    assert not any(person.shots for person in world.people)


def test_the_last_beat_has_no_clock_over_it() -> None:
    """Whether he falls or gives up, the first thing that happens is that the picture is left alone."""
    level = load_level(PATH, catalog())
    ends = ("fallen", "taken", "lit", "lit_police")
    last = {beat.id: beat.do[0].name for beat in level.screenplay.beats if beat.id in ends}
    assert last == dict.fromkeys(ends, "hush")
    world = World.new(level, catalog(), RunSetup(level.name, "police", 1, "film"))
    for _ in range(director.PERIOD):
        world.step(NEUTRAL)
    assert not picture(world).hud.is_hushed
    bind(call("hush"), {}).act(world)
    assert picture(world).hud.is_hushed


@pytest.mark.parametrize(
    ("side", "word", "is_closed"),
    [("police", "arrested", 1), ("police", "killed", 1), ("police", "lost", 0), ("crew", "arrested", 0)],
)
def test_the_case_is_closed_for_whoever_got_him_with_or_without_handcuffs(side: str, word: str, is_closed: int) -> None:
    """He who gave up in the lamps, or lies there, is what the hunter came for."""
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, side, 1, "film"))
    world.mission.result = word
    assert counters(world)["caught"] == is_closed


def test_nothing_is_shown_before_the_stage_is_set() -> None:
    """What the first beat takes away, and the gun it puts into his hand, are not seen to change."""
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, "crew", 1, "film"))
    shown = []
    for _ in range(12):
        world.step(NEUTRAL)
        shown.append(("setup" in world.mission.reached, picture(world).hud.is_hushed))
    assert all(is_set is not is_hushed for is_set, is_hushed in shown)
    assert {is_set for is_set, _ in shown} == {True, False}


def test_on_the_way_to_the_wire_he_is_pointed_at_each_hole() -> None:
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, "crew", 1, "film"))
    for beat in ("setup", "over", "field"):
        world.mission.reached[beat] = 0
    goal = director.goal(world)
    assert goal is not None and goal.goal == "Out through the wire"
    holes = [world.spot(name)[:2] for name in ("hole_west", "hole_south", "hole_east")]
    assert [(one.x, one.y) for one in guidance.markers(world)] == holes


@pytest.mark.parametrize("side", ["crew", "police"])
def test_whoever_loses_is_told_why(side: str) -> None:
    """Every end that is not what the side wants has a cause of its own, or somebody who died."""
    level = load_level(PATH, catalog())
    beats = {one.id: one for one in level.screenplay.beats if one.side in ("", side)}
    good = {"crew": ("escaped", "walked"), "police": ("arrested", "killed", "walked")}[side]
    lost = 0
    for beat in beats.values():
        if any(name not in beats for name in beat.after):
            continue  # the other side's
        for what in beat.do:
            result = dict(what.args).get("result") if what.name == "end" else None
            if result is None or result in good or result == "killed":
                continue
            lost += 1
            before = [beats[name] for name in beat.after if name in beats]
            assert any(one.name == "cause" for part in (beat, *before) for one in part.do), beat.id
    assert lost >= 3


def test_whoever_stays_in_the_lamps_of_a_patrol_car_is_called_upon_before_it_is_over() -> None:
    world, _ = played("crew", lambda w: w.suggest() if "over" not in w.mission.reached else NEUTRAL, 12.0)
    neil, car = world.person_named["neil"], next(one for one in world.vehicles if one.name.startswith("rounds_"))
    since = 0
    for _ in range(30 * 60):
        x, y = world.position(car.id)
        angle = world.physics.angle[car.id]
        world.physics.place(neil.id, x + 9.0 * math.cos(angle), y + 9.0 * math.sin(angle), 0.0)
        beats = [event.beat for event in world.step(NEUTRAL) if isinstance(event, events.BeatReached)]
        since = world.tick if "lit" in beats else since
        if world.is_over:
            break
    assert since
    assert 3 * 60 < world.tick - since < 6 * 60, "there is time to see who has him"
    assert (world.result, world.mission.ending) == ("arrested", "He stood in their lamps")
    assert neil.stance in (Stance.HANDS_UP, Stance.KNEEL)
    assert result(world).causes


def test_whoever_went_through_cut_wire_is_away_and_not_left_behind() -> None:
    """He lands a hand's breadth from the mesh, not yet where the zone beyond begins."""
    level = load_level(PATH, catalog())
    world = World.new(level, catalog(), RunSetup(level.name, "crew", 1, "film"))
    neil = world.person_named["neil"]
    world.physics.place(neil.id, 5.97, 242.0, 0.0)
    world.mission.result, world.mission.ending = "escaped", "Nobody heard the wire"
    assert [cause.key for cause in result(world).causes] == ["left_behind"]
    world.gaps.append(Gap(0, 6.5, 242.0, 32768, passed=[neil.id]))
    assert result(world).causes == ()
    assert counters(world)["crew_out"] == 1


def test_played_as_the_hunter_it_is_a_hunt_and_not_one_burst_at_the_fence() -> None:
    """Neil is round a corner before Hanna is over: in forty seconds he is seldom taken by the gun, and never in the first thirty."""
    fallen = []
    for seed in range(1, 6):
        world, beats = played("police", lambda w: w.suggest(), 40.0, seed)
        assert "inside" in beats
        assert world.tick > 30 * 60
        fallen.append("fallen" in beats)
    assert sum(fallen) <= 1, fallen
