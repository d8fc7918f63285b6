"""Triggers: rates of fire, magazines, reloads, cones."""

from __future__ import annotations

from statistics import pstdev

import pytest

from game.sim import events
from game.sim.angles import direction, turn
from game.sim.systems import shooting
from game.sim.world import World
from tests.worlds import armed, catalog, gun, person, play, those, who, yard

AUTOMATICS = ("carbine", "fnc", "galil", "ak_folding", "m16", "smg", "machine_pistol")
SINGLES = ("hk91", "shotgun_pump", "shotgun_auto", "pistol_45", "pistol_9", "usp", "revolver_38")


def shooter(weapon: str, magazines: int = 3, rounds: int = 0) -> World:
    world = yard([person("neil", 20, 50)])
    piece = armed(world, "neil", weapon, magazines)
    if rounds:
        piece.rounds = rounds
    return world


def shots(world: World, script: str) -> int:
    return len(those(play(world, script), events.ShotFired))


@pytest.mark.parametrize("weapon", AUTOMATICS)
def test_rate_of_fire_over_ten_seconds(weapon: str) -> None:
    expected = catalog().weapons[weapon].rounds_per_minute / 6
    assert abs(shots(shooter(weapon, rounds=999), "fire 600") - expected) <= 1


@pytest.mark.parametrize("weapon", SINGLES)
def test_a_single_shot_weapon_wants_a_new_press_and_keeps_its_rate(weapon: str) -> None:
    world = shooter(weapon, rounds=999)
    assert shots(world, "fire 120") == 1
    expected = catalog().weapons[weapon].rounds_per_minute / 6
    hammered = shots(world, ", ".join(["wait 1", "fire 1"] * 300))
    assert 0.85 * expected - 1 <= hammered <= expected + 1


def test_an_empty_magazine_clicks_then_the_hand_goes_for_the_next() -> None:
    world = shooter("carbine")
    found = play(world, "fire 160")
    assert len(those(found, events.ShotFired)) == 30
    assert not those(found, events.DryFire)
    found = play(world, "wait 1, fire 2")
    assert len(those(found, events.DryFire)) == 1
    assert those(found, events.ReloadStarted)[0].is_empty


@pytest.mark.parametrize("weapon", ["carbine", "usp", "smg"])
def test_an_empty_reload_takes_longer_than_a_tactical_one(weapon: str) -> None:
    spec = catalog().weapons[weapon]
    full, empty = shooter(weapon), shooter(weapon)
    gun(full, "neil").rounds, gun(empty, "neil").rounds = 5, 0
    for world, ticks in ((full, spec.reload_ticks), (empty, spec.reload_empty_ticks)):
        play(world, "reload 1")
        assert not those(play(world, f"wait {ticks - 2}"), events.ReloadEnded)
        assert those(play(world, "wait 4"), events.ReloadEnded)
    assert gun(full, "neil").rounds == spec.magazine + 1, "the round in the chamber stays"
    assert gun(empty, "neil").rounds == spec.magazine


def test_a_magazine_put_back_half_full_comes_out_half_full() -> None:
    world = shooter("carbine", magazines=1)
    gun(world, "neil").rounds = 12
    play(world, "reload 1, wait 150")
    assert gun(world, "neil").rounds == 31
    assert gun(world, "neil").spares == [11]
    play(world, "fire 300, wait 1, reload 1, wait 200")
    assert gun(world, "neil").rounds == 11
    assert gun(world, "neil").spares == []
    assert not those(play(world, "wait 1, reload 1"), events.ReloadStarted), "nothing left to put in"


def test_no_rounds_are_made_or_lost_by_reloading() -> None:
    world = shooter("fnc", magazines=2)
    fired = 0
    for _ in range(12):
        fired += shots(world, "fire 23, wait 1, reload 1, wait 170")
    piece = gun(world, "neil")
    assert fired + piece.rounds + sum(piece.spares) == 90


def test_shells_go_in_until_the_finger_is_on_the_trigger_again() -> None:
    world = shooter("shotgun_pump")
    gun(world, "neil").rounds = 3
    play(world, "reload 1, wait 30")
    assert shots(world, "fire 1") == 1
    assert gun(world, "neil").reload_ticks == 0
    assert gun(world, "neil").rounds == 2


def test_no_shells_are_lost_by_filling_up() -> None:
    world = shooter("shotgun_pump", magazines=1)
    gun(world, "neil").rounds = 5
    play(world, "reload 1, wait 300")
    assert gun(world, "neil").rounds + sum(gun(world, "neil").spares) == 12


def test_the_press_that_breaks_a_reload_off_fires() -> None:
    world = shooter("shotgun_pump")
    gun(world, "neil").rounds = 3
    play(world, "reload 1, wait 30")
    assert shots(world, "fire 10") == 1


def test_drawing_another_weapon_takes_its_time() -> None:
    world = yard([person("neil", 20, 50)])
    assert gun(world, "neil").weapon == "carbine"
    found = play(world, "next_weapon 1, fire 2")
    assert those(found, events.WeaponDrawn)[0].weapon == "usp"
    assert not those(found, events.ShotFired)
    play(world, f"wait {catalog().weapons['usp'].draw_ticks}")
    assert shots(world, "fire 2") == 1


# --------------------------------------------------------------------------- cones


def spread(script: str, weapon: str = "hk91", suppression: float = 0.0, arm_wounds: int = 0) -> float:
    """Standard deviation of 60 single shots, in thousandths of a radian."""
    world = shooter(weapon, rounds=999)
    who(world, "neil").arm_wounds = arm_wounds
    angles: list[float] = []
    for _ in range(60):
        who(world, "neil").suppression = suppression
        who(world, "neil").near_miss_tick = world.tick
        gun(world, "neil").recoil = 0.0
        gun(world, "neil").wait = 0
        play(world, script)
        before = list(world.bullets)
        shooting._fire(world, who(world, "neil"), gun(world, "neil"), catalog().weapons[weapon])
        for bullet in world.bullets[len(before) :]:
            angles.append(turn(0, direction(bullet.dx, bullet.dy)) * 6283.2 / 65536)
        world.bullets.clear()
    return pstdev(angles)


def test_aimed_fire_is_tighter_than_fire_from_the_hip() -> None:
    assert spread("wait 2") > 3 * spread("aim 2")
    assert spread("aim 2") == pytest.approx(
        catalog().weapons["hk91"].spread_mrad * catalog().people["neil"].aim, rel=0.4
    )


def test_fire_on_the_move_is_wider() -> None:
    assert spread("aim+east 4") > 1.5 * spread("aim 2")


def test_suppression_and_a_wounded_arm_widen_the_cone() -> None:
    steady = spread("aim 1")
    assert spread("aim 1", suppression=0.5) > 1.3 * steady
    assert spread("aim 1", suppression=0.9) > 1.9 * steady
    assert spread("aim 1", arm_wounds=2) > 1.5 * steady


def test_a_long_burst_opens_up_and_a_pause_closes_it() -> None:
    world = shooter("carbine")
    play(world, "aim+fire 40")
    hot = gun(world, "neil").recoil
    play(world, "aim 60")
    assert hot > catalog().weapons["carbine"].spread_mrad
    assert gun(world, "neil").recoil == 0
