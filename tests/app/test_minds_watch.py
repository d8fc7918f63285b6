"""What counts as stuck, frozen, blind, friendly and covered: each shown on a small world made for it."""

from __future__ import annotations

from game.app.minds_counts import Counts
from game.app.minds_idle import IdleWatch, is_at_his_post
from game.app.minds_moves import MoveWatch
from game.app.minds_shots import ShotWatch
from game.sim.ai.steps import Board, Hold, Respond
from game.sim.events import PersonHurt
from game.sim.input_frame import NEUTRAL, InputFrame
from game.sim.systems import damage
from game.sim.world import World
from tests import worlds
from tests.worlds import BUTTONS, PUSH, call, mind, person, place_of, plan, put, turn_to, vehicle, wall, who, yard, zone

EAST = NEUTRAL._replace(move_x=PUSH["east"][0])
WALL_AHEAD = (wall(21, 40, 1, 20),)


def watched(world: World, seconds: float, frame: InputFrame = NEUTRAL) -> Counts:
    """Plays a world with the idle watch on."""
    counts = Counts()
    watch = IdleWatch(counts)
    for _ in range(round(seconds * 60)):
        watch.take(world, world.step(frame._replace(aim=world.person(world.player).aim)))
    watch.finish(world)
    return counts


def errand(world: World) -> World:
    """Gives Neil somewhere to be, far away."""
    mind(world, "neil").step = Hold("far")
    return world


def lone_neil(**more: object) -> World:
    """Neil by himself, at (20, 50), with an errand at the other end of the yard."""
    return errand(yard([person("neil", 20, 50)], zones=[zone("far", 180, 40, 10, 10)], still=["neil"], **more))  # type: ignore[arg-type]


def hold_the_errand(world: World, seconds: float, frame: InputFrame = NEUTRAL) -> Counts:
    """As `watched`, but nothing makes Neil think better of his errand."""
    counts = Counts()
    watch = IdleWatch(counts)
    for _ in range(round(seconds * 60)):
        happened = world.step(frame._replace(aim=world.person(world.player).aim))
        errand(world)
        watch.take(world, happened)
    watch.finish(world)
    return counts


def test_who_pushes_against_a_wall_is_stuck_after_two_seconds() -> None:
    counts = hold_the_errand(lone_neil(walls=WALL_AHEAD), 3.0, EAST)
    assert 2.0 <= counts.get("stuck_seconds") <= 3.0
    assert counts.get("frozen_seconds") == 0.0
    assert abs(counts.get("mind_seconds") - 3.0) < 0.1


def test_who_pushes_for_a_second_and_a_half_is_not_stuck() -> None:
    world = lone_neil(walls=WALL_AHEAD)
    assert hold_the_errand(world, 1.5, EAST).get("stuck_seconds") == 0.0


def test_who_walks_is_neither() -> None:
    counts = hold_the_errand(lone_neil(), 6.0, EAST)
    assert counts.get("stuck_seconds") == counts.get("frozen_seconds") == 0.0


def test_who_stands_about_with_an_errand_is_frozen_after_four_seconds() -> None:
    assert hold_the_errand(lone_neil(), 3.8).get("frozen_seconds") == 0.0
    assert hold_the_errand(lone_neil(), 5.0).get("frozen_seconds") >= 4.8


def test_who_is_told_to_wait_or_is_where_he_should_be_is_not_frozen() -> None:
    assert watched(yard([person("neil", 20, 50)], still=["neil"]), 6.0).get("frozen_seconds") == 0.0
    world = lone_neil()
    put(world, "neil", 185, 45)
    assert hold_the_errand(world, 6.0).get("frozen_seconds") == 0.0


def test_the_pinned_are_not_frozen_and_their_time_is_kept() -> None:
    world = lone_neil()
    counts = Counts()
    watch = IdleWatch(counts)
    for _ in range(6 * 60):
        who(world, "neil").suppression = 0.9
        happened = world.step(NEUTRAL)
        errand(world)
        watch.take(world, happened)
    watch.finish(world)
    assert counts.get("frozen_seconds") == 0.0
    assert counts.get("pins/crew") == 1
    assert abs(counts.get("pinned_seconds/crew") - 6.0) < 0.2


def test_a_turn_or_a_shot_ends_the_spell_and_the_sway_of_an_aim_does_not() -> None:
    for swing, is_frozen in ((400, True), (8000, False)):
        world = lone_neil()
        counts = Counts()
        watch = IdleWatch(counts)
        for tick in range(5 * 60):
            turn_to(world, swing if tick // 60 % 2 else 0)
            happened = world.step(NEUTRAL._replace(aim=who(world, "neil").aim))
            errand(world)
            watch.take(world, happened)
        watch.finish(world)
        assert (counts.get("frozen_seconds") > 0.0) == is_frozen
    world = lone_neil()
    fire = NEUTRAL._replace(buttons=BUTTONS["fire"])
    assert hold_the_errand(world, 2.0, fire).get("frozen_seconds") == 0.0


def test_waiting_at_a_car_door_is_frozen_and_sitting_in_the_car_is_not() -> None:
    for seat, is_frozen in (({}, True), ({"vehicle": "car"}, False)):
        world = yard([person("neil", 20, 50, **seat)], [vehicle("sedan", 24, 50, name="car")], still=["neil"])  # type: ignore[arg-type]
        counts = Counts()
        watch = IdleWatch(counts)
        for _ in range(5 * 60):
            happened = world.step(NEUTRAL)
            mind(world, "neil").step = Board("car")
            watch.take(world, happened)
        watch.finish(world)
        assert (counts.get("frozen_seconds") > 0.0) == is_frozen


def test_the_dead_have_no_mind_to_count() -> None:
    world = lone_neil()
    damage.wound(world, who(world, "neil"), 9000.0, -1, "shot")
    counts = watched(world, 5.0)
    assert counts.get("mind_seconds") == counts.get("frozen_seconds") == 0.0


# --------------------------------------------------------------------------- shots


def shots_of(world: World, frame: InputFrame, ticks: int) -> tuple[Counts, list[str]]:
    """Plays with the shot watch on: the sums, and what kinds of events came."""
    counts, seen = Counts(), []
    watch = ShotWatch(counts)
    for _ in range(ticks):
        happened = world.step(frame._replace(aim=world.person(world.player).aim))
        watch.take(world, happened)
        seen += [type(event).__name__ for event in happened]
    return counts, seen


def test_a_shot_at_nobody_is_blind_and_one_at_a_believed_enemy_is_not() -> None:
    fire = NEUTRAL._replace(buttons=BUTTONS["fire"])
    world = yard([person("neil", 20, 50)], still=["neil"])
    counts, _ = shots_of(world, fire, 12)
    assert counts.get("shots") >= 2
    assert counts.get("blind_shots") == counts.get("blind_because/nobody") == counts.get("shots")

    world = yard([person("neil", 20, 50), person("patrol", 45, 50, "east")], still=["neil", "patrol"])
    own = mind(world, "neil")
    own.target, own.is_visible, own.seen_tick = who(world, "patrol").id, True, world.tick
    own.last_x, own.last_y = place_of(world, "patrol")
    counts, _ = shots_of(world, fire._replace(buttons=BUTTONS["fire"] | BUTTONS["aim"]), 12)
    assert counts.get("shots") >= 2
    assert counts.get("blind_shots") == 0
    assert counts.get("aimed/crew/rifle/20_to_40") == counts.get("shots")


def test_a_shot_the_other_way_is_off_and_one_on_an_old_belief_is_old() -> None:
    fire = NEUTRAL._replace(buttons=BUTTONS["fire"])
    for facing, age, reason in (("west", 0, "off"), ("east", 1000, "old")):
        world = yard([person("neil", 80, 50, facing), person("patrol", 45, 90, "east")], still=["neil", "patrol"])
        own = mind(world, "neil")
        own.target, own.is_visible, own.seen_tick = who(world, "patrol").id, False, world.tick - age
        own.last_x, own.last_y = 120.0, 50.0
        counts, _ = shots_of(world, fire, 4)
        assert counts.get(f"blind_because/{reason}") == counts.get("shots") > 0


def test_a_friend_who_is_hit_counts_as_a_friendly_hit() -> None:
    world = yard([person("neil", 20, 50), person("chris", 26, 50)], still=["neil", "chris"])
    counts, seen = shots_of(world, NEUTRAL._replace(buttons=BUTTONS["fire"] | BUTTONS["aim"]), 40)
    assert seen.count("PersonHurt") >= 1
    assert counts.get("friendly_hits") == counts.get("friendly_hits/crew") == counts.get("hits") >= 1


def test_a_blow_with_the_gun_is_no_hit() -> None:
    world = yard([person("neil", 20, 50), person("patrol", 21, 50)], still=["neil", "patrol"])
    counts, seen = shots_of(world, NEUTRAL._replace(buttons=BUTTONS["melee"]), 4)
    assert "PersonStruck" in seen
    assert PersonHurt.__name__ in seen
    assert counts.get("hits") == 0


# --------------------------------------------------------------------------- moves


def moves_under(suppression: float, others: tuple[float, ...] = (), walls: tuple[object, ...] = ()) -> Counts:
    """Neil has just been shot at and runs north, across a lane whose officer is suppressed so far."""
    spots = [(60.0, 50.0), (20.0, 97.0)]
    names = ["patrol", "patrol_2"][: 1 + len(others)]
    officers = [person("patrol", *spots[i], "west", name=name) for i, name in enumerate(names)]
    world = yard([person("neil", 20, 50), *officers], walls=walls, still=["neil", *names])  # type: ignore[arg-type]
    worlds.run(world, 0.5)
    counts = Counts()
    watch = MoveWatch(counts)
    who(world, "neil").near_miss_tick = world.tick
    for _ in range(150):
        for name, amount in zip(names, (suppression, *others), strict=True):
            who(world, name).suppression = amount
            own = mind(world, name)
            own.target, own.seen_tick = who(world, "neil").id, world.tick
        world.step(NEUTRAL._replace(move_y=-127, buttons=BUTTONS["run"]))
        watch.take(world)
    watch.finish(world)
    return counts


def test_a_move_is_covered_when_the_lane_is_suppressed_as_he_leaves() -> None:
    covered, bare = moves_under(0.5), moves_under(0.3)
    assert covered.get("moves_under_fire") >= 1
    assert covered.get("covered_moves") == covered.get("moves_under_fire")
    assert bare.get("moves_under_fire") >= 1
    assert bare.get("covered_moves") == 0


def test_another_lane_that_is_open_shows_in_the_stricter_figure_only() -> None:
    counts = moves_under(0.5, others=(0.0,))
    assert counts.get("covered_moves") == counts.get("moves_under_fire") >= 1
    assert counts.get("covered_all_moves") == 0


def test_a_move_that_nobody_can_see_begins_in_dead_ground() -> None:
    counts = moves_under(0.0, walls=(wall(40, 20, 1, 60),))
    assert counts.get("moves_under_fire") == 0
    assert counts.get("moves_from_dead_ground") >= 1


def test_a_long_run_is_several_moves() -> None:
    assert moves_under(0.0).get("moves") == 1  # 150 ticks bring him less than twelve metres
    world = yard([person("neil", 20, 50)], still=["neil"])
    counts = Counts()
    watch = MoveWatch(counts)
    for _ in range(60 * 8):
        world.step(EAST._replace(buttons=BUTTONS["run"]))
        watch.take(world)
    watch.finish(world)
    assert counts.get("moves") == 4


def test_who_is_shot_down_on_his_first_step_has_made_a_move() -> None:
    world = yard([person("neil", 20, 50), person("patrol", 60, 50, "west")], still=["neil", "patrol"])
    counts = Counts()
    watch = MoveWatch(counts)
    for tick in range(40):
        mind(world, "patrol").target, mind(world, "patrol").seen_tick = who(world, "neil").id, world.tick
        if tick == 25:
            damage.wound(world, who(world, "neil"), 2500.0, who(world, "patrol").id, "shot")
        world.step(NEUTRAL._replace(move_y=-127))
        watch.take(world)
    assert not who(world, "neil").is_able
    assert counts.get("moves_under_fire") == 1
    assert counts.get("covered_moves") == 0


def test_officers_with_nobody_left_to_take_are_done() -> None:
    world = yard([person("neil", 20, 50), person("patrol", 60, 50, "west")], plans=[plan("patrol", start=call("wait"))])
    officer = who(world, "patrol")
    assert not is_at_his_post(world, officer, Respond(""))
    who(world, "neil").is_arrested = True
    assert is_at_his_post(world, officer, Respond(""))
