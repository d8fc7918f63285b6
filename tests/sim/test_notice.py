"""How long it takes to be noticed, what is heard through walls, what is told by radio, and what nobody can know."""

from __future__ import annotations

import pytest

from game.content.level import Level
from game.sim.ai import notice
from game.sim.entities import Stance
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import catalog, disarmed, hold, mind, person, place_of, put, run, wall, who, yard, yard_level

TICKS = 60


def seconds_to_notice(metres: float, **neil: object) -> float:
    """Until a policeman at his ease who looks that way has a masked man for his target; 99 = never."""
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 50 + metres, 50, "west")], still=["patrol"])
    for name, value in neil.items():
        setattr(who(world, "neil"), name, value)
    return until_noticed(world)


def until_noticed(world: World, limit: int = 30) -> float:
    for tick in range(limit * TICKS):
        if mind(world, "patrol").target >= 0:
            return tick / TICKS
        run(world, 1 / TICKS)
    return 99.0


def test_the_farther_the_later() -> None:
    near, middle, far = (seconds_to_notice(metres) for metres in (3, 12, 24))
    assert near < middle < far
    assert near == pytest.approx(0.3 * notice.STILL, abs=0.2)
    assert seconds_to_notice(24.9) == pytest.approx(2.0 * notice.STILL, abs=0.25)


def test_who_crouches_or_wears_their_clothes_is_noticed_later() -> None:
    plain = seconds_to_notice(12)
    assert seconds_to_notice(12, disguise=True) == pytest.approx(plain * notice.DISGUISED, rel=0.2)
    assert seconds_to_notice(12, disguise=True, rule_tick=0) < plain * 2, "but not once he has broken a rule"
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 62, 50, "west")], still=["patrol"])
    neil, patrol = who(world, "neil"), who(world, "patrol")
    standing = notice.ticks_to_notice(world, patrol, mind(world, "patrol"), neil, 12.0)
    neil.stance = Stance.CROUCH
    assert notice.ticks_to_notice(world, patrol, mind(world, "patrol"), neil, 12.0) == pytest.approx(standing * 1.6)


def test_the_dark_hides() -> None:
    seen = {}
    for hour in ("noon", "night"):
        level = yard_level([person("neil", 50, 50, is_masked=True), person("patrol", 60, 50, "west")], still=["patrol"])
        level = Level(
            **{name: getattr(level, name) for name in Level.__dataclass_fields__} | {"hour": hour, "digest": hour}
        )
        seen[hour] = until_noticed(World.new(level, catalog(), RunSetup(level.name, seed=1)))
    assert seen["night"] > seen["noon"] * 1.5


def test_a_shot_gives_him_away_at_once() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 74, 50, "west")], still=["patrol"])
    who(world, "neil").shot_tick = 0
    assert until_noticed(world) < 0.3


def test_a_meter_fills_in_sight_and_drains_out_of_it() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 70, 50, "west")], still=["patrol"])
    run(world, 1.5)
    patrol, neil = mind(world, "patrol"), who(world, "neil").id
    half = notice.meter_of(world, patrol, neil)
    assert 0 < half < notice.FULL
    assert notice.fullest(world, patrol) == (neil, half)
    put(world, "neil", 90, 50)
    run(world, 0.9)
    assert notice.meter_of(world, patrol, neil) >= half, "he still thinks he saw something"
    run(world, 6)
    assert notice.meter_of(world, patrol, neil) == 0
    assert patrol.target == -1


def test_he_stops_and_looks_at_what_he_is_not_sure_of_yet() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 60, 50, "west")])
    run(world, 1)
    assert notice.is_suspicious(world, mind(world, "patrol"))
    before = place_of(world, "patrol")
    run(world, 0.4)
    assert place_of(world, "patrol") == pytest.approx(before, abs=0.3)
    run(world, 3)
    assert mind(world, "patrol").target == who(world, "neil").id


def test_a_shoulder_at_a_corner_is_not_enough() -> None:
    """Two of three points of a body must be in sight."""
    seen = []
    for edge in (49.9, 50.15, 50.4):
        world = yard(
            [person("neil", 50, 50, is_masked=True), person("patrol", 58, 50, "west")],
            walls=[wall(51, edge - 30, 0.3, 30)],
            still=["patrol"],
        )
        seen.append(until_noticed(world, 8) < 99)
    assert seen == [True, False, False]


def test_walls_muffle_what_is_heard() -> None:
    heard = []
    for walls in ((), (wall(60, 10, 0.4, 80),), (wall(60, 10, 0.4, 80), wall(64, 10, 0.4, 80), wall(68, 10, 0.4, 80))):
        world = yard([person("neil", 50, 50), person("patrol", 130, 50, "east")], walls=walls, still=["patrol"])
        world.make_noise(50, 50, 120.0, "shot", who(world, "neil").id)
        run(world, 1.5)
        heard.append(mind(world, "patrol").heard_kind)
    assert heard == ["shot", "", ""], "120 m less a wall is 66"


def test_who_runs_up_behind_a_policeman_is_heard_who_walks_is_not() -> None:
    for kind, is_heard in ((8.0, True), (3.0, False)):
        world = yard([person("neil", 50, 50), person("patrol", 55, 50, "east")], still=["patrol"])
        world.make_noise(50, 50, kind, "step", who(world, "neil").id)
        run(world, 1.5)
        assert (mind(world, "patrol").heard_kind == "step") == is_heard
        assert not notice.is_alarmed(world, who(world, "patrol"), mind(world, "patrol")), "he only looks round"


def test_a_sighting_is_his_alone_until_he_has_told_it() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 56, 50, "west")], still=["patrol"])
    world.heat.stage = 2
    until_noticed(world)
    assert mind(world, "patrol").target >= 0
    assert world.heat.seen_tick < 0
    run(world, 1.3)
    assert world.heat.seen_tick > 0


def test_whoever_falls_before_he_has_told_it_tells_nobody() -> None:
    world = yard([person("neil", 50, 50, is_masked=True), person("patrol", 56, 50, "west")], still=["patrol"])
    world.heat.stage = 2
    until_noticed(world)
    patrol = who(world, "patrol")
    patrol.stance, patrol.is_able = Stance.DOWN, False
    run(world, 3)
    assert world.heat.seen_tick < 0
    assert not world.heat.reports


# --------------------------------------------------------------------------- nobody knows what he cannot


def searchers(hides_at: tuple[float, float], stage: int) -> World:
    """Three policemen who search, and one of the crew behind walls where they neither see nor hear him."""
    walls = [wall(20, 20, 50, 0.6), wall(20, 80, 50, 0.6), wall(20, 20, 0.6, 60), wall(70, 20, 0.6, 60.6)]
    people = [person("neil", *hides_at, is_masked=True)]
    people += [person("patrol", 110 + 9 * n, 40 + 8 * n, "west", f"patrol_{n}") for n in range(3)]
    world = yard(people, walls=walls)
    disarmed(world, "neil")
    world.heat.stage = stage
    world.heat.last_x, world.heat.last_y = 100.0, 50.0
    return world


@pytest.mark.parametrize("stage", [0, 2, 4])
@pytest.mark.parametrize("is_down", [False, True])
def test_moving_somebody_unseen_and_unheard_changes_nothing_for_those_who_look_for_him(
    stage: int, is_down: bool
) -> None:
    worlds = [searchers((30, 30), stage), searchers((60, 70), stage)]
    for world in worlds:
        world.heat.seen_tick = 1
        neil = who(world, "neil")
        if is_down:
            neil.stance, neil.is_able, neil.bleed_ticks = Stance.DOWN, False, 99_999
    for _ in range(20 * TICKS):
        for world in worlds:
            hold(world, world.frame._replace(move_x=0, move_y=0, buttons=0), 1)
        one, other = worlds
        for n in range(3):
            name = f"patrol_{n}"
            assert place_of(one, name) == place_of(other, name), f"at tick {one.tick}"
            assert mind(one, name) == mind(other, name)
    assert worlds[0].heat == worlds[1].heat
