"""People at gunpoint, and the man who should not be left alone with them."""

from __future__ import annotations

from game.sim import events
from game.sim.entities import Stance
from game.sim.systems import holding
from game.sim.world import World
from tests.worlds import disarmed, person, play, put, run, run_until, those, turn_to, wall, who, yard

NEIL = person("neil", 50, 50)


def held(*more: object, guards: int = 1, spec: str = "guard") -> World:
    """Guards on their knees four metres east of neil, without guns."""
    people = [NEIL, *more, *(person(spec, 54, 49 + 2 * n, name=f"guard_{n}") for n in range(guards))]
    world = yard(people, still=[p.name for p in more])  # type: ignore[arg-type, attr-defined]
    for n in range(guards):
        disarmed(world, f"guard_{n}")
        holding.hold(world, who(world, f"guard_{n}"))
    return world


def test_with_a_gun_on_him_he_stays_on_his_knees() -> None:
    world = held()
    play(world, "aim east, wait 1800")
    assert who(world, "guard_0").stance == Stance.KNEEL
    assert who(world, "guard_0").control > 0.9


def test_unwatched_he_is_lost_in_about_twelve_seconds() -> None:
    world = held()
    turn_to(world, 32768)
    found = run_until(world, lambda w: who(w, "guard_0").stance != Stance.KNEEL, 20)
    assert 11 < world.tick / 60 < 13
    assert [e.who for e in those(found, events.ControlLost)] == [who(world, "guard_0").id]
    assert any(cause.key == "got_up" for cause in world.mission.causes)


def test_a_glance_every_few_seconds_is_enough() -> None:
    world = held()
    for _ in range(6):
        play(world, "aim west, wait 400, aim east, wait 90")
    assert who(world, "guard_0").stance == Stance.KNEEL


def test_a_wall_between_is_as_good_as_looking_away() -> None:
    world = yard([NEIL, person("guard", 54, 50)], walls=[wall(51.8, 45, 0.4, 10)])
    disarmed(world, "guard")
    holding.hold(world, who(world, "guard"))
    play(world, "aim east, wait 900")
    assert who(world, "guard").stance != Stance.KNEEL


def test_a_shout_restores_control() -> None:
    world = held()
    play(world, "aim west, wait 540")
    low = who(world, "guard_0").control
    play(world, "aim east, shout 1")
    assert who(world, "guard_0").control > low + 0.3


def test_the_ankle_gun_comes_out_when_nobody_looks_and_not_before() -> None:
    world = held(spec="guard_brave")
    who(world, "guard_0").has_hidden_gun = True
    play(world, "aim east, wait 900")
    assert who(world, "guard_0").guns == []
    play(world, "aim west, wait 900")
    assert who(world, "guard_0").gun >= 0
    assert world.mission.counters["hidden_gun_drawn"] == 1


def test_a_search_takes_the_ankle_gun_away() -> None:
    world = held(spec="guard_brave")
    who(world, "guard_0").has_hidden_gun = True
    put(world, "neil", 53, 49)
    play(world, "aim east, disarm 70")
    assert not who(world, "guard_0").has_hidden_gun


def hothead(at: tuple[float, float]) -> World:
    """Waingro beside three guards on their knees; neil at a place."""
    world = held(person("waingro", 52, 52), guards=3)
    put(world, "neil", *at)
    return world


def test_alone_with_prisoners_the_hothead_heats_up_and_cools_beside_the_leader() -> None:
    world = hothead((20, 50))
    run(world, 5)
    heated = who(world, "waingro").temper
    assert 0.4 < heated < 0.7
    put(world, "neil", 50, 52)
    run(world, 3)
    assert who(world, "waingro").temper < heated - 0.4


def test_left_alone_he_warns_and_then_fires() -> None:
    world = hothead((20, 50))
    found = run_until(world, lambda w: who(w, "waingro").temper >= 1, 12)
    assert not those(found, events.ShotFired), "nine seconds of grace"
    found = run(world, 1.5)
    assert not those(found, events.ShotFired), "and a warning"
    found = run(world, 8)
    fired = those(found, events.ShotFired)
    assert fired
    assert {e.who for e in fired} == {who(world, "waingro").id}
    assert those(found, events.PersonHurt)
    assert any(cause.key == "fired" for cause in world.mission.causes)


def test_a_disarmed_hothead_cannot() -> None:
    world = hothead((20, 50))
    disarmed(world, "waingro")
    found = run(world, 25)
    assert not those(found, events.ShotFired)
    assert not those(found, events.PersonKilled)


def test_away_from_prisoners_nothing_heats() -> None:
    world = hothead((20, 50))
    put(world, "waingro", 80, 80)
    run(world, 20)
    assert who(world, "waingro").temper == 0
