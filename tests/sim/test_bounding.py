"""One fires, one moves: who leaves a place under fire, when, and who keeps heads down for him."""

from __future__ import annotations

from game.content.text import load_text
from game.sim.ai import aiming, bounding, menace
from game.sim.ai.behaviours import fight
from game.sim.ai.steps import GoTo
from game.sim.entities import NOBODY, Stance
from game.sim.events import PersonHurt, ShotFired, Spoken
from game.sim.input_frame import Button, InputFrame
from game.sim.systems import boarding, damage, dispatch
from game.sim.world import World
from tests.worlds import (
    call,
    car,
    catalog,
    distance,
    mind,
    person,
    place_of,
    plan,
    play,
    push,
    put,
    run,
    those,
    vehicle,
    wall,
    who,
    yard,
    zone,
)

BREASTWORK = [wall(41, 46, 0.6, 12, height=1.0)]


def two_and_a_policeman(*, walls: object = BREASTWORK) -> World:
    """Chris and Cheritto behind a low wall, a policeman 36 metres off who has them in sight, Neil far from it all."""
    world = yard(
        [
            person("neil", 10, 90),
            person("chris", 40, 50, is_masked=True),
            person("cheritto", 40, 54, is_masked=True),
            person("patrol", 76, 52, "west"),
        ],
        walls=walls,
        still=["neil", "cheritto", "patrol"],
        plans=[plan("chris", start=call("wait"))],
    )
    dispatch.raise_stage(world, menace.SHOTS_FIRED, "shots")
    who(world, "patrol").health = who(world, "patrol").full_health = 1e6  # whatever hits him, he stays a danger
    return world


def seen(world: World) -> None:
    """Everybody knows of everybody, and a bullet has just gone past Chris."""
    run(world, 0.5)
    for one in ("chris", "cheritto"):
        who(world, one).near_miss_tick = world.tick
        found = mind(world, one)
        found.target, found.seen_tick = who(world, "patrol").id, world.tick
        found.last_x, found.last_y = place_of(world, "patrol")


def test_with_nobody_about_he_goes_at_once() -> None:
    world = yard([person("neil", 10, 90), person("chris", 40, 50)], still=["neil", "chris"])
    run(world, 0.5)
    mind(world, "chris").obey(GoTo(40, 20))
    run(world, 1.5)
    assert place_of(world, "chris")[1] < 47


def test_under_fire_he_leaves_once_the_lane_is_kept_down() -> None:
    world = two_and_a_policeman()
    officer = who(world, "patrol")
    seen(world)
    mind(world, "chris").obey(GoTo(40, 20))
    fired, left = [], None
    for _ in range(60 * 12):
        events = world.step(world.suggest())
        fired += [event for event in those(events, ShotFired) if event.who == who(world, "cheritto").id]
        if left is None and place_of(world, "chris")[1] < 47.5:
            left = officer.suppression
            assert officer.is_able
            assert fired, "a friend fires before he goes"
            break
    assert left is not None, "he goes in the end"
    assert left >= 0.4


def test_the_one_who_covers_stays_while_the_other_moves() -> None:
    world = two_and_a_policeman()
    seen(world)
    mind(world, "chris").obey(GoTo(40, 20))
    mind(world, "cheritto").obey(GoTo(40, 80))
    for _ in range(60 * 6):
        world.step(world.suggest())
        moving = [one for one in ("chris", "cheritto") if mind(world, one).bound == bounding.MOVES]
        assert len(moving) < 2 or not mind(world, "chris").menaced_by


def test_it_is_called_out_with_a_subtitle() -> None:
    world = two_and_a_policeman()
    put(world, "neil", 30, 52)
    seen(world)
    mind(world, "chris").obey(GoTo(40, 20))
    spoken = []
    for _ in range(60 * 8):
        spoken += [event.line for event in those(run(world, 1 / 60), Spoken) if not event.is_radio]
    calls = {"bark.cover", "bark.moving", "bark.set", "bark.reloading", "bark.contact", "bark.flank"}
    assert spoken and set(spoken) <= calls
    assert all(load_text().said(key) != key for key in calls)


def test_a_friend_near_a_long_line_of_fire_is_spared() -> None:
    world = yard([person("neil", 10, 50), person("chris", 40, 51.1), person("patrol", 60, 50, "west")], still=["chris"])
    shooter = who(world, "neil")
    brain = catalog().brains[mind(world, "neil").brain]
    assert not aiming.is_line_free(world, shooter, brain, 60.0, 50.0)
    put(world, "chris", 40, 53)
    run(world, 0.2)
    assert aiming.is_line_free(world, shooter, brain, 60.0, 50.0)


def test_nobody_fires_into_a_line_a_friend_is_about_to_step_into_or_lies_in() -> None:
    world = yard([person("neil", 10, 50), person("chris", 20, 52.2), person("patrol", 60, 50, "west")], still=["chris"])
    shooter = who(world, "neil")
    brain = catalog().brains[mind(world, "neil").brain]
    run(world, 0.2)
    assert aiming.is_line_free(world, shooter, brain, 60.0, 50.0)
    push(world, "chris", 3.0, 270.0)  # north, into it
    assert not aiming.is_line_free(world, shooter, brain, 60.0, 50.0)
    push(world, "chris", 3.0, 90.0)  # away from it
    assert aiming.is_line_free(world, shooter, brain, 60.0, 50.0)
    push(world, "chris", 0.0)
    put(world, "chris", 20, 50.4)
    damage.fall(world, who(world, "chris"), who(world, "patrol").id)
    run(world, 0.2)
    assert not aiming.is_line_free(world, shooter, brain, 60.0, 50.0)


def test_an_unsteady_muzzle_that_points_at_a_friend_does_not_fire() -> None:
    world = yard([person("neil", 10, 50), person("chris", 22, 53), person("patrol", 60, 50, "west")], still=["chris"])
    shooter, found = who(world, "neil"), mind(world, "neil")
    brain = catalog().brains[found.brain]
    run(world, 0.2)
    for degrees, fires in ((0, True), (14, False), (-14, True)):
        found.hands.buttons, found.hands.aim, found.pause_until = 0, (degrees * 65536 // 360) & 65535, 0
        shooter.held_before = 0
        aiming.press_trigger(world, shooter, found, brain, shooter.guns[shooter.gun], 1.0, 60.0, 50.0)
        assert bool(found.hands.buttons & Button.FIRE) == fires


def test_who_is_cut_off_does_not_wait_for_what_nobody_can_give_him() -> None:
    for friend_at, goes in ((54.0, False), (90.0, True)):
        world = two_and_a_policeman()
        seen(world)
        put(world, "cheritto", 40, friend_at)
        chris, waiting = who(world, "chris"), mind(world, "chris")
        waiting.menaced_by, waiting.bound = [who(world, "patrol").id], bounding.WAITS
        waiting.bound_tick, who(world, "patrol").suppression = world.tick - bounding.CUT_OFF_TICKS - 1, 0.0
        assert bounding._may_go(world, chris, waiting, is_safe=True) == goes


def test_who_is_held_back_lets_go_of_the_trigger_before_he_turns_to_the_lane() -> None:
    world = two_and_a_policeman()
    seen(world)
    chris, shooting = who(world, "chris"), mind(world, "chris")
    who(world, "patrol").suppression = 1.0  # he is kept down: nothing to fire at there
    shooting.menaced_by, shooting.hands.buttons = [who(world, "patrol").id], Button.FIRE
    fight.wait_for_cover(world, chris, shooting)
    assert not shooting.hands.buttons & Button.FIRE


SLIPS_AWAY = 80


def covering_a_man_who_slips_away(to: tuple[float, float]) -> list[tuple[InputFrame, int, tuple[float, float]]]:
    """Cheritto sees a policeman and asks, Chris keeps that one down; then he slips out of everybody's sight, without a sound. What Chris
    does from then on: (hands, whom he covers, where he believes him)."""
    world = two_and_a_policeman(walls=[wall(70, 30, 1, 21), wall(70, 54, 1, 30)])
    shooter, found = who(world, "chris"), mind(world, "chris")
    put(world, "chris", 40, 52.0)
    officer = who(world, "patrol")
    officer.guns, officer.gun = [officer.guns[officer.gun]], 0
    asker = mind(world, "cheritto")
    did = []
    for tick in range(200):
        officer.guns[0].rounds, officer.guns[0].spares = 0, []  # not a shot of his tells where he is
        put(world, "patrol", *((76.0, 52.6) if tick < SLIPS_AWAY else to), degrees=180)
        asker.bound, asker.bound_tick = bounding.WAITS, world.tick - 30
        who(world, "cheritto").near_miss_tick = shooter.near_miss_tick = world.tick
        world.step(world.suggest())
        if tick >= SLIPS_AWAY:
            did.append((found.hands.frame(), found.covers, found.covers_at))
    return did


def test_who_covers_fires_where_he_was_told_and_not_where_the_hidden_man_has_gone() -> None:
    stayed = covering_a_man_who_slips_away((76.0, 49.0))
    assert any(frame.buttons & Button.FIRE and covers != NOBODY for frame, covers, _ in stayed), "fires at where he was"
    assert stayed == covering_a_man_who_slips_away((76.0, 34.0)) == covering_a_man_who_slips_away((76.0, 60.0))


def test_what_strikes_the_car_he_lies_behind_makes_him_duck() -> None:
    world = yard(
        [person("neil", 20, 50), person("patrol", 62.2, 50, "west")],
        [vehicle("van", 60, 50, "south", name="car")],
        still=["patrol"],
    )
    run(world, 1)
    play(world, "aim east, fire 60")
    assert who(world, "patrol").suppression > 0.05


def test_who_holds_a_place_brings_a_wounded_friend_to_it() -> None:
    world = yard(
        [person("neil", 10, 90), person("chris", 50, 50), person("cheritto", 64, 50)],
        zones=[zone("corner", 46, 46, 8, 8)],
        still=["neil", "cheritto"],
        plans=[plan("chris", start=call("hold", zone="corner"))],
    )
    run(world, 3)
    damage.fall(world, who(world, "cheritto"), NOBODY)
    run(world, 20)
    assert who(world, "chris").lifting == NOBODY
    assert distance(world, "chris", "cheritto") < 7.0


def test_the_dead_are_laid_down() -> None:
    world = yard(
        [person("neil", 10, 90), person("chris", 50, 50), person("cheritto", 64, 50)],
        zones=[zone("corner", 46, 46, 8, 8)],
        still=["neil", "cheritto"],
        plans=[plan("chris", start=call("hold", zone="corner"))],
    )
    run(world, 3)
    damage.fall(world, who(world, "cheritto"), NOBODY)
    for _ in range(60 * 15):
        run(world, 1 / 60)
        if who(world, "chris").lifting >= 0:
            break
    assert who(world, "chris").lifting >= 0
    damage.die(world, who(world, "cheritto"), NOBODY, "bled")
    run(world, 1)
    assert who(world, "chris").lifting == NOBODY


def test_nobody_stays_in_a_car_that_goes_nowhere() -> None:
    world = yard(
        [person("neil", 10, 90), person("chris", 50, 50)],
        [vehicle("sedan", 52, 50, "east", name="car")],
        still=["neil"],
        plans=[plan("chris", start=call("board", vehicle="car"))],
    )
    run(world, 6)
    assert who(world, "chris").vehicle == car(world).id
    damage.kill_engine(world, car(world))
    run(world, 4)
    assert who(world, "chris").vehicle == NOBODY
    assert who(world, "chris").stance != Stance.DOWN
    assert boarding.gap(world, car(world), *place_of(world, "chris")) < 6.0


def test_a_first_burst_from_behind_goes_past_the_player_but_on_professional() -> None:
    hurt = {}
    for difficulty in ("film", "professional"):
        hurt[difficulty] = 0
        for seed in range(1, 7):
            world = yard(
                [person("neil", 50, 50, is_masked=True), person("swat", 40, 50)],
                seed=seed,
                difficulty=difficulty,
                still=["neil", "swat"],
            )
            dispatch.raise_stage(world, 3, "shots")
            shooter = who(world, "swat")
            for _ in range(180):
                events = world.step(world.frame._replace(aim=0))
                struck = [event for event in those(events, PersonHurt) if event.who == who(world, "neil").id]
                if shooter.shots and world.tick - shooter.string_tick <= 40:
                    hurt[difficulty] += len(struck)
    assert hurt["film"] == 0
    assert hurt["professional"] > 0
