"""Nobody in a duel knows what he could not perceive: over seeds, on both sides, with landings, lamps and shadows, on the real level too."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from game.content.level import Flight, Lamp
from game.levels.loader import load_level
from game.sim.ai import navigation
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.sim.test_duel import actions_of, begun, field
from tests.worlds import catalog, person, wall

RUNWAYS = Path("levels/lax_runways.tmx")
LIT = (
    Lamp(40.0, 85.0, "#ffffff", 60.0, 0.9, 1.0, 360, "bars"),
    Lamp(160.0, 85.0, "#ffffff", 60.0, 0.9, 1.0, 360, "bars"),
)
JET = Flight(((190.0, 95.0), (10.0, 95.0)), "heavy", "bars", 5.0, 9.0, 1.0, 1.0, 4.0, 2.0)
"""The lamps come on twice in what is watched, on both sides of the wall."""


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("watched", ["hanna", "neil"])
def test_under_landings_and_lamps_a_hidden_man_who_moves_changes_nothing(watched: str, seed: int) -> None:
    """A wall from end to end lies between them; lamps burn on either side, he throws shadows, and nobody sees them."""
    level = field((64.0, 50.0), (136.0, 50.0), (wall(99.0, 0.0, 2.0, 100.0, height=4.0),), lamps=LIT, flights=(JET,))
    x = 64.0 if watched == "hanna" else 136.0
    still = actions_of(watched, level, lambda tick: (x, 50.0), seed=seed)
    moved = actions_of(watched, level, lambda tick: (x, 50.0 + (25.0 if tick % 300 > 60 else -20.0)), seed=seed)
    assert still == moved
    assert len({frame[:3] for frame in still}) > 10, "he looks for him, or goes his way"


@pytest.mark.parametrize("watched", ["hanna", "neil"])
def test_without_the_wall_he_is_seen_by_those_lamps(watched: str) -> None:
    """So that the test above could fail: the same lamps, the same places, and nothing between."""
    level = field((64.0, 50.0), (136.0, 50.0), lamps=LIT, flights=(JET,))
    x = 64.0 if watched == "hanna" else 136.0
    still = actions_of(watched, level, lambda tick: (x, 50.0), may_see=True)
    assert still != actions_of(watched, level, lambda tick: (x, 50.0 + (25.0 if tick > 60 else 0.0)), may_see=True)


BOXES = tuple(
    wall(10.0 + 11.0 * column, 4.0 + 12.0 * row + 6.0 * (column % 2), 4.0, 8.0, height=3.0)
    for column in (0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15)
    for row in range(7)
)


@pytest.mark.parametrize("moment", [45, 250, 610])
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("watched", ["hanna", "neil"])
def test_a_hidden_man_who_is_moved_at_any_moment_and_looks_for_ways_changes_nothing(
    watched: str, seed: int, moment: int
) -> None:
    """Both have to look for ways round what stands about, the hidden one from ever other places: neither waits for the other's search."""
    level = field((64.0, 50.0), (136.0, 50.0), (wall(99.0, 0.0, 2.0, 100.0, height=4.0), *BOXES))
    x = 62.0 if watched == "hanna" else 138.0
    still = actions_of(watched, level, lambda tick: (x, 50.0), seed=seed)
    moved = actions_of(watched, level, lambda tick: (x, 24.0 if tick > moment else 50.0), seed=seed)
    assert still == moved
    assert len({frame[:3] for frame in still}) > 10, "he looks for him, or goes his way"


def ticks_to_a_way(others: int) -> int:
    """Of Hanna, round a wall, while so many passers-by ask for theirs before him."""
    passers = tuple(person("pedestrian", 150.0 + n, 90.0, name=f"passer_{n}") for n in range(12))
    level = field((20.0, 50.0), (180.0, 50.0), (wall(140.0, 20.0, 1.0, 60.0, height=4.0),))
    world = begun(dataclasses.replace(level, people=level.people + passers, digest=f"{level.digest} {others}"), 4)
    hanna = world.minds[world.person_named["hanna"].id]
    world.own_searches.clear()
    hanna.is_waiting_for_path, hanna.ask_after, hanna.path = False, 0, []
    for number in range(others):
        navigation.ask(world, world.minds[world.person_named[f"passer_{number}"].id], 10.0, 10.0)
    navigation.ask(world, hanna, 100.0, 50.0)
    waited = 0
    while hanna.is_waiting_for_path:
        navigation.advance(world)
        waited += 1
    assert hanna.path
    return waited


def test_whoever_is_in_a_duel_has_his_way_as_soon_however_many_wait_for_theirs() -> None:
    alone = ticks_to_a_way(0)
    assert alone > 10, "the way round that wall takes some looking for"
    assert ticks_to_a_way(12) == alone


CORNERS = ((6.0, 6.0), (514.0, 6.0))
"""In the street before the fence, hundreds of metres from the field: whoever is there in silence is perceived by nobody on it."""


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("watched", "hidden"), [("hanna", "neil"), ("neil", "hanna")])
def test_on_the_runways_where_the_hidden_man_is_changes_nothing_over_two_landings(
    watched: str, hidden: str, seed: int
) -> None:
    """Once both are in, one of them is put far off, here or there; the other hunts, or goes home, for eighty seconds."""

    def acts(corner: tuple[float, float]) -> list[tuple[int, ...]]:
        level = load_level(RUNWAYS, catalog())
        world = World.new(level, catalog(), RunSetup(level.name, "crew", seed, "professional"))
        one, other = world.person_named[watched], world.person_named[hidden]
        while "inside" not in world.mission.reached or world.beliefs.get(one.id) is None:
            world.step(world.suggest())
        done: list[tuple[int, ...]] = []
        begun = world.tick
        while world.tick < begun + 80 * 60 and not world.is_over:
            world.physics.place(other.id, *corner, 0.0)
            world.beliefs.pop(other.id, None)
            other.move_x = other.move_y = other.buttons = 0
            hands = world.minds[one.id].hands
            world.step(world.suggest() if watched == "neil" else _nothing(world, other.id))
            done.append((hands.move_x, hands.move_y, hands.aim, hands.buttons))
            if world.tick > begun + 60:
                assert not world.beliefs[one.id].is_seen
        assert len(done) > 60 * 60 or watched == "neil"
        return done

    first, second = (acts(corner) for corner in CORNERS)
    assert first == second
    assert len({frame[:3] for frame in first}) > 100


def _nothing(world: World, who: int):  # type: ignore[no-untyped-def]
    from game.sim.input_frame import NEUTRAL

    hands = world.minds[who].hands
    hands.move_x = hands.move_y = hands.buttons = 0
    return NEUTRAL
