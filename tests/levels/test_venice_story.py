"""What the screenplay of Venice Boulevard promises whoever plays it."""

from __future__ import annotations

from pathlib import Path

from game.content.catalog import load_catalog
from game.levels.loader import load_level
from game.sim.mission import director
from game.sim.run_setup import RunSetup
from game.sim.world import World

LEVEL = Path(__file__).resolve().parents[2] / "levels" / "venice_blvd.tmx"
CATALOG = load_catalog()


def world_after(*beats: str) -> World:
    """The street when these beats have come."""
    level = load_level(LEVEL, CATALOG)
    world = World.new(level, CATALOG, RunSetup(level.name, seed=1))
    world.mission.reached |= dict.fromkeys(beats, 1)
    return world


def test_everybody_leaves_when_the_crew_pulls_out() -> None:
    for plan in load_level(LEVEL, CATALOG).screenplay.plans:
        if plan.who.startswith("guard"):
            continue
        steps = {step.beat: step.step.name for step in plan.steps}
        assert steps.get("pull_out") in ("board", "escape"), f"{plan.who} stays behind"


def test_a_truck_that_got_past_the_block_is_not_to_be_rammed_any_more() -> None:
    beat = director.goal(world_after("setup", "masks", "block", "passed"))
    assert beat is not None
    assert beat.id == "walk_now"
    beat = director.goal(world_after("setup", "masks", "block"))
    assert beat is not None
    assert beat.id == "down"


def test_after_the_switch_one_is_told_to_burn_then_to_board_then_to_drive() -> None:
    told = []
    beats = ["setup", "masks", "block", "down", "doors", "guards_out", "envelope", "pull_out", "aboard", "at_switch"]
    for come in ("at_switch", "burned", "in_wagon"):
        beats += [come] if come not in beats else []
        beat = director.goal(world_after(*beats))
        assert beat is not None
        told.append(beat.id)
    assert told == ["burned", "in_wagon", "away"]
