"""Fences that are cut: slow, hardly heard, and open to everybody afterwards."""

from __future__ import annotations

import dataclasses

import pytest

from game.content.level import Item, Level, Marker
from game.sim import events, guidance, snapshot
from game.sim.checksum import checksum, difference
from game.sim.entities import Noise
from game.sim.input_frame import NEUTRAL, Button, InputFrame
from game.sim.mission.calls import bind
from game.sim.systems import climbing, cutting
from game.sim.world import World
from tests.sim.test_duel import begun, field, of
from tests.worlds import call, vehicle, wall, zone

CUT = InputFrame(aim=0, buttons=Button.DISARM)
GO_THROUGH = InputFrame(aim=0, buttons=Button.USE)


def fenced(hanna: tuple[float, float] = (140.0, 50.0), hanna_step: str = "wait") -> Level:
    """Neil before a fence to the east of him that may be climbed; cutters lie far off."""
    mesh = wall(70.0, 0.0, 0.3, 100.0, "fence", 2.2)
    gap = zone("gap", 66.0, 40.0, 8.0, 20.0, "climb")
    items = (Item(20.0, 20.0, "cutters", "cutters"),)
    level = field((68.9, 50.0), hanna, (mesh,), zones=(gap,), items=items, hanna_step=hanna_step)
    return dataclasses.replace(level, markers=(*level.markers, Marker(68.9, 50.0, "east")))


def with_cutters(level: Level | None = None) -> World:
    world = begun(level or fenced(), 4)
    bind(call("pocket", who="neil", item="cutters"), {}).act(world)
    return world


def cut_through(world: World, ticks: int = cutting.CUT_TICKS + 30) -> list[events.Event]:
    found: list[events.Event] = []
    for _ in range(ticks):
        found += world.step(CUT)
        if world.gaps and world.gaps[0].is_open:
            break
    return found


def test_who_has_cutters_cuts_a_gap_and_goes_through_it() -> None:
    world = with_cutters()
    assert world.person_named["neil"].item < 0, "they are in a pocket, the hands are free"
    happened = cut_through(world)
    assert cutting.CUT_TICKS <= world.tick <= cutting.CUT_TICKS + 20
    assert (
        len([one for one in happened if isinstance(one, events.WireSnipped)]) == cutting.CUT_TICKS // cutting.WIRE_TICKS
    )
    assert len([one for one in happened if isinstance(one, events.FenceCut)]) == 1
    assert world.position(world.player)[0] < 70.0
    for _ in range(cutting.THROUGH_TICKS + 20):
        world.step(GO_THROUGH)
        if world.gaps[0].passed:
            break
    assert world.position(world.player)[0] > 70.3
    assert world.gaps[0].passed == [world.player]


@pytest.mark.parametrize("aim", [0x4000, 0x8000, 0xC000])
def test_who_stands_at_the_wire_is_offered_it_wherever_he_looks(aim: int) -> None:
    """A player's eyes are on who comes after him: with his back to the hole he has cut he still goes through it."""
    world = with_cutters()
    world.physics.place(world.player, 69.2, 50.0, 0.0)
    assert guidance.prompts(world, world.person(world.player))[:2] == ("climb", "cut")
    cut_through(world)
    away = InputFrame(aim=aim)
    world.step(away)
    assert world.person(world.player).aim == aim
    assert guidance.prompts(world, world.person(world.player))[0] == "through"
    for _ in range(cutting.THROUGH_TICKS + 20):
        world.step(InputFrame(aim=aim, buttons=Button.USE))
    assert world.gaps[0].passed == [world.player]
    assert world.position(world.player)[0] > 70.3


@pytest.mark.parametrize("is_cut", [False, True])
def test_who_keeps_the_button_down_is_not_taken_back(is_cut: bool) -> None:
    """The fence is at his back then: only when he has let go of the button does it count again."""
    world = with_cutters()
    world.physics.place(world.player, 69.2, 50.0, 0.0)
    if is_cut:
        cut_through(world)
    for _ in range(3 * climbing.CLIMB_TICKS):
        world.step(GO_THROUGH)
    assert world.position(world.player)[0] > 70.3
    world.step(InputFrame(aim=0x8000))
    for _ in range(climbing.CLIMB_TICKS + 20):
        world.step(InputFrame(aim=0x8000, buttons=Button.USE))
    assert world.position(world.player)[0] < 70.0


@pytest.mark.parametrize("aim", [0x1000, 0x2C00, 0xD400, 0xF000])
def test_at_an_open_hole_he_is_offered_to_go_through_however_far_along_the_wire_he_looks(aim: int) -> None:
    """And comes out behind the hole, not where he looked."""
    world = with_cutters()
    cut_through(world)
    gap, neil = world.gaps[0], world.person_named["neil"]
    world.physics.place(neil.id, 69.2, gap.y, 0.0)
    world.step(InputFrame(aim=aim))
    looked_at = climbing.fence(world, neil)
    assert looked_at is not None
    if aim in (0x2C00, 0xD400):
        assert abs(looked_at[1] - gap.y) > cutting.ASIDE
    assert guidance.prompts(world, neil)[:2] == ("through", ""), "neither over it, nor a second hole beside the first"
    for _ in range(cutting.THROUGH_TICKS + 20):
        world.step(InputFrame(aim=aim, buttons=Button.USE))
        if gap.passed:
            break
    x, y = world.position(neil.id)
    assert x > 70.3 and abs(y - gap.y) < 0.3


def test_from_two_steps_off_he_has_to_look_at_the_wire() -> None:
    world = with_cutters()
    world.physics.place(world.player, 69.85 - climbing.AT_HAND - 0.1, 50.0, 0.0)
    assert guidance.prompts(world, world.person(world.player))[:2] == ("climb", "cut")
    world.step(InputFrame(aim=0x8000))
    assert guidance.prompts(world, world.person(world.player))[:2] == ("", "")


def test_nobody_cuts_without_the_tool_or_where_the_map_lets_nobody_climb() -> None:
    bare = begun(fenced(), 4)
    for _ in range(120):
        bare.step(CUT)
    assert bare.gaps == []
    world = with_cutters()
    world.physics.place(world.player, 68.9, 20.0, 0.0)
    for _ in range(120):
        world.step(CUT)
    assert world.gaps == []


def test_what_is_cut_stays_cut_when_one_lets_go() -> None:
    world = with_cutters()
    cut_through(world, 400)
    done = world.gaps[0].cut_ticks
    assert 380 < done <= 400
    for _ in range(90):
        world.step(NEUTRAL)
    assert world.gaps[0].cut_ticks == done
    world.step(CUT)
    world.step(CUT)
    assert world.person_named["neil"].use_total == cutting.CUT_TICKS - done
    assert len(world.gaps) == 1, "it is the same gap"


def test_a_gap_serves_the_other_man_too() -> None:
    world = with_cutters()
    cut_through(world)
    hanna = world.person_named["hanna"]
    world.physics.place(hanna.id, 68.9, 50.0, 0.0)
    hanna.aim = 0
    gap = cutting.at_hand(world, hanna)
    assert gap is not None
    cutting.through(world, hanna, gap.id)
    assert gap.passed == [hanna.id]
    assert world.position(hanna.id)[0] > 70.3


def test_cutting_is_heard_near_by_where_climbing_is_heard_afar() -> None:
    from game.sim.ai import duel_ears

    def reach(radius: float, kind: str, far: float) -> bool:
        world = begun(field((100.0, 50.0), (100.0 + far, 50.0)), 4)
        neil, hanna = world.person_named["neil"], world.person_named["hanna"]
        return duel_ears.audible(world, hanna, Noise(100.0, 50.0, radius, kind, neil.id)) >= 0.0

    assert reach(cutting.SNIP, "snip", 30.0)
    assert not reach(cutting.SNIP, "snip", 45.0)
    assert reach(climbing.RATTLE, "fence", 80.0)


def test_a_hunter_who_hears_wires_part_knows_about_where() -> None:
    world = with_cutters(fenced((77.0, 50.0), "hunt"))
    found = of(world, "hanna")
    found.cue = ""
    world.make_noise(70.0, 50.0, cutting.SNIP, "snip", world.person_named["neil"].id)
    world.step(NEUTRAL)
    assert found.cue == "snip"
    assert found.share_near(70.0, 50.0, 3) > 50


@pytest.mark.parametrize("has", [True, False])
def test_the_prompt_offers_it_to_who_can(has: bool) -> None:
    world = with_cutters() if has else begun(fenced(), 4)
    neil = world.person_named["neil"]
    neil.aim = 0
    assert guidance.prompts(world, neil)[1] == ("cut" if has else "")


def test_the_story_knows_who_slipped_through_which_fence() -> None:
    world = with_cutters()
    slipped = bind(call("slipped", who="neil", zone="gap"), {})
    assert not slipped.holds(world, 0)
    cut_through(world)
    assert not slipped.holds(world, 0)
    cutting.through(world, world.person_named["neil"], 0)
    assert slipped.holds(world, 0)


@pytest.mark.parametrize("has", [True, False])
def test_a_mind_cuts_its_way_and_climbs_without_cutters(has: bool) -> None:
    world = begun(fenced((64.0, 50.0)), 4)
    hanna = world.person_named["hanna"]
    world.physics.place(world.player, 20.0, 50.0, 0.0)
    if has:
        bind(call("pocket", who="hanna", item="cutters"), {}).act(world)
    world.minds[hanna.id].give(bind(call("cut", at="east"), {}))
    for _ in range(cutting.CUT_TICKS + 400):
        world.step(NEUTRAL)
        if world.position(hanna.id)[0] > 70.5:
            break
    assert world.position(hanna.id)[0] > 70.5
    assert bool(world.gaps) is has


def test_a_cut_fence_is_part_of_what_is_restored_and_compared() -> None:
    world = with_cutters()
    for _ in range(296):
        world.step(CUT)
    assert world.tick % 60 == 0
    kept = snapshot.take(world)
    before = checksum(world)
    for _ in range(120):
        world.step(CUT)
    assert checksum(world) != before
    again = snapshot.restore(kept, world.level, world.catalog)
    for _ in range(120):
        again.step(CUT)
    assert difference(world, again) == []
    world.gaps[0].cut_ticks += 1
    assert [line for line in difference(world, again) if "gaps[0].cut_ticks" in line]


@pytest.mark.parametrize("cars", [0, 1, 4])
def test_before_the_wire_only_the_wire_is_offered_however_many_cars_stand_about(cars: int) -> None:
    parked = tuple(vehicle("sedan", 20.0 + 6.0 * number, 20.0, name=f"car_{number}") for number in range(cars))
    world = with_cutters(dataclasses.replace(fenced(), vehicles=parked))
    assert guidance.prompts(world, world.person(world.player)) == ("climb", "cut", "")
