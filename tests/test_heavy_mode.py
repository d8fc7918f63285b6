"""Heavy mode: a world put aside and taken up again goes on as if nothing had been.

At every keyframe a second world is restored from a snapshot of the first and must stay equal to it, tick by tick, until
the next; and any tick can be reached from the keyframe before it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from game.content.level import Level
from game.levels.loader import load_level
from game.sim import snapshot
from game.sim.checksum import checksum, difference
from game.sim.input_frame import InputFrame
from game.sim.run_setup import RunSetup
from game.sim.world import KEYFRAME_TICKS, World
from tests.sim.crowd import HOUSE, crowd, firing_range, restless
from tests.worlds import TICKS, catalog

VENICE_KEYFRAMES = 4
Frames = Callable[[int, World], InputFrame]


@cache
def venice() -> Level:
    return load_level(HOUSE / "levels" / "venice_blvd.tmx", catalog())


def venice_world(seed: int = 1) -> World:
    return World.new(venice(), catalog(), RunSetup(venice().name, seed=seed))


def bot(tick: int, world: World) -> InputFrame:
    return world.suggest()


def restored(world: World) -> World:
    return snapshot.restore(snapshot.take(world), world.level, world.catalog)


def follow(world: World, frames: Frames, keyframes: int) -> None:
    """Plays on with a double freshly restored at every keyframe; both must want, do and become the same."""
    for _ in range(keyframes):
        if world.is_over:
            return
        double = restored(world)
        assert difference(world, double) == [], f"restored at tick {world.tick}"
        for _ in range(KEYFRAME_TICKS):
            frame = frames(world.tick + 1, world)
            assert frame == frames(double.tick + 1, double), (
                f"the two would press different keys at tick {world.tick + 1}"
            )
            assert repr(world.step(frame)) == repr(double.step(frame)), f"different events in tick {world.tick}"
        if checksum(world) != checksum(double):
            pytest.fail(
                f"parted between tick {world.tick - KEYFRAME_TICKS} and {world.tick}: {difference(world, double)[:8]}"
            )


def test_a_street_fight_restored_at_every_keyframe() -> None:
    follow(crowd(), restless, 4)


def test_the_range_restored_at_every_keyframe() -> None:
    follow(firing_range(), restless, 2)


def test_a_level_restored_at_every_keyframe() -> None:
    follow(venice_world(), bot, VENICE_KEYFRAMES)


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_whole_level_restored_at_every_keyframe(seed: int) -> None:
    world = venice_world(seed)
    follow(world, bot, 15 * 60 * TICKS // KEYFRAME_TICKS)
    assert world.is_over, "the bot did not bring the level to an end in fifteen minutes"


def test_a_snapshot_lives_on_untouched() -> None:
    """Taken once, restored twice: the second world is no less equal for the first one's having been played."""
    world, later = crowd(), range(KEYFRAME_TICKS + 1, 2 * KEYFRAME_TICKS + 1)
    for tick in range(1, KEYFRAME_TICKS + 1):
        world.step(restless(tick, world))
    kept = snapshot.take(world)
    for _ in range(2):
        double = snapshot.restore(kept, world.level, world.catalog)
        for tick in later:
            double.step(restless(tick, double))
    for tick in later:
        world.step(restless(tick, world))
    assert difference(world, double) == []


def test_any_tick_can_be_sought() -> None:
    """The keyframe before it, and the same frames again."""
    world, frames, marks, kept = crowd(), [], [], []
    for tick in range(1, 601):
        if world.tick % KEYFRAME_TICKS == 0:
            kept.append(snapshot.take(world))
        frames.append(restless(tick, world))
        world.step(frames[-1])
        marks.append(checksum(world))
    for number in range(8):
        wanted = (number * 397 + 101) % 600 + 1
        double = snapshot.restore(kept[(wanted - 1) // KEYFRAME_TICKS], world.level, world.catalog)
        for frame in frames[double.tick : wanted]:
            double.step(frame)
        assert double.tick == wanted
        assert checksum(double) == marks[wanted - 1], f"tick {wanted} is another one when sought"


def test_off_a_keyframe_there_is_no_snapshot() -> None:
    world = crowd()
    world.step(restless(1, world))
    with pytest.raises(ValueError, match="no keyframe"):
        snapshot.take(world)


def test_suggesting_changes_nothing() -> None:
    world, other = crowd(), crowd()
    for tick in range(1, 91):
        frame = restless(tick, world)
        for _ in range(3):
            other.suggest()
        world.step(frame)
        other.step(frame)
    assert difference(world, other) == []
