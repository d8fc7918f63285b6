"""Bullets: what stops them, what lets them through, whom they make duck."""

from __future__ import annotations

import pytest

from game.sim import events
from game.sim.entities import Bullet, Stance
from game.sim.mission import staging
from game.sim.systems import projectiles, spawning
from game.sim.world import World
from tests.worlds import armed, car, catalog, gun, person, play, those, vehicle, wall, who, yard

NEIL = person("neil", 20, 50)


def target(x: float, y: float = 50.0, spec: str = "pedestrian"):  # type: ignore[no-untyped-def]
    return person(spec, x, y, "west", "target")


def range_of(spec: str = "pedestrian", x: float = 40.0, weapon: str = "hk91", **more: object) -> World:
    """Neil at 20, somebody unarmed who stands still at x; between them whatever is given."""
    world = yard([NEIL, target(x, spec=spec)], still=["target"], **more)  # type: ignore[arg-type]
    armed(world, "neil", weapon)
    who(world, "target").guns, who(world, "target").gun = [], -1
    return world


def bullet(world: World, weapon: str = "carbine", y: float = 50.0, x: float = 20.5) -> list[events.Event]:
    """One bullet due east, dead straight; what happens until it is gone."""
    spec = catalog().weapons[weapon]
    world.bullets.append(
        Bullet(x, y, 1.0, 0.0, spec.muzzle_speed / 60, spec.energy, who(world, "neil").id, False, skips_low=False)
    )
    return play(world, "wait 40")


def hurt(found: list[events.Event]) -> list[events.PersonHurt]:
    return those(found, events.PersonHurt)


def test_a_bullet_hits_who_stands_in_its_way() -> None:
    world = range_of()
    found = bullet(world)
    assert [e.who for e in hurt(found)] == [who(world, "target").id]
    assert world.bullets == []


@pytest.mark.parametrize("offset", [0.0, 0.31, 1.7, 4.9, 6.66, 9.9, 13.95])
def test_no_bullet_tunnels_through_a_thin_wall(offset: float) -> None:
    """838 m/s is 14 m a tick; the wall is ten centimetres."""
    world = range_of(x=60, walls=[wall(35 + offset, 40, 0.1, 20)])
    found = bullet(world, "carbine")
    assert not hurt(found)
    assert [e.material for e in those(found, events.BulletImpact)] == ["concrete"]


def test_what_hides_need_not_protect() -> None:
    assert hurt(bullet(range_of(walls=[wall(30, 40, 0.3, 20, "plaster")]), "carbine"))
    assert hurt(bullet(range_of(walls=[wall(30, 40, 0.3, 20, "wood")]), "carbine"))
    assert not hurt(bullet(range_of(walls=[wall(30, 40, 0.3, 20, "brick")]), "carbine"))
    assert hurt(bullet(range_of(walls=[wall(30, 40, 0.3, 20, "fence")]), "revolver_38"))


def test_glass_breaks_and_lets_through() -> None:
    found = bullet(range_of(walls=[wall(30, 40, 0.2, 20, "glass")]), "pistol_9")
    assert those(found, events.GlassBroken)
    assert hurt(found)


def hits_behind(weapon: str, spec: str, dx: float = 0.0) -> int:
    """Of 20 rounds (20 seeds), how many reach somebody behind a vehicle, dx metres forward of its middle."""
    count = 0
    for seed in range(20):
        people = [person("neil", 40 + dx, 40), person("pedestrian", 40 + dx, 56, name="target")]
        world = yard(people, [vehicle(spec, 40, 50, name="car")], still=["target"], seed=seed)
        figures = catalog().weapons[weapon]
        world.bullets.append(
            Bullet(
                40 + dx,
                41.0,
                0.0,
                1.0,
                figures.muzzle_speed / 60,
                figures.energy,
                who(world, "neil").id,
                False,
                skips_low=False,
            )
        )
        count += bool(hurt(play(world, "wait 10")))
    return count


def test_a_car_body_lets_a_rifle_through_and_a_pistol_less() -> None:
    rifle, pistol = hits_behind("hk91", "sedan"), hits_behind("usp", "sedan")
    assert rifle == 20
    assert hits_behind("revolver_38", "van") == 0
    assert 0 < pistol <= 20


def test_an_engine_block_is_cover_and_armour_is_more() -> None:
    assert hits_behind("hk91", "sedan", dx=2.0) < 14, "only what goes over the bonnet"
    assert hits_behind("hk91", "van", dx=2.3) == 0
    assert hits_behind("hk91", "armored_truck") == 0


def test_a_bullet_through_a_door_hits_the_driver_unless_a_pillar_or_the_seat_stops_it() -> None:
    found = []
    for seed in range(30):
        people = [person("neil", 40, 40), person("driver", 40, 50, name="target", vehicle="car")]
        world = yard(people, [vehicle("sedan", 40, 50, name="car")], still=["target"], seed=seed)
        spec = catalog().weapons["carbine"]
        world.bullets.append(
            Bullet(40.25, 41.0, 0.0, 1.0, spec.muzzle_speed / 60, spec.energy, who(world, "neil").id, False)
        )
        found += hurt(play(world, "wait 10"))
    assert 10 <= len(found) <= 24
    assert all(one.joules < spec.energy for one in found if one.place == "torso")


def test_a_vest_stops_pistols_more_often_than_rifles() -> None:
    stopped = {"pistol_9": 0, "hk91": 0}
    for weapon in stopped:
        for seed in range(24):
            world = range_of("hanna", seed=seed)
            stopped[weapon] += bool(those(bullet(world, weapon), events.VestHit))
    assert stopped["pistol_9"] >= 5
    assert stopped["hk91"] <= 1


def test_plates_under_the_coat_stop_what_woven_stuff_lets_through() -> None:
    hurt = {}
    for material in ("", "vest_hard"):
        world = yard([person("neil", 10, 50), person("chris", 20, 50)], still=["chris"])
        if material:
            staging.Vest(("chris",), material).act(world)
        assert who(world, "chris").vest == (material or "vest_soft")
        lost = 0.0
        for _ in range(40):
            world.tick += 1
            target = who(world, "chris")
            target.health, target.stance = 1e6, Stance.STAND
            projectiles._strike_person(
                world, Bullet(19.5, 50.0, 1.0, 0.0, 14.0, 1250.0, who(world, "neil").id, False), target
            )
            lost += 1e6 - target.health
        hurt[material] = lost
    assert hurt["vest_hard"] < 0.7 * hurt[""]


def test_a_grazing_bullet_may_whine_off_a_steel_wall_a_square_one_never() -> None:
    glanced = 0
    for seed in range(20):
        world = range_of(seed=seed, x=90, walls=[wall(30, 50.8, 20, 1, "metal")])
        spec = catalog().weapons["usp"]
        world.bullets.append(
            Bullet(22, 49.0, 0.9848, 0.1736, spec.muzzle_speed / 60, spec.energy, who(world, "neil").id, False)
        )
        glanced += bool(those(play(world, "wait 10"), events.Ricochet))
    assert 3 <= glanced <= 17
    for seed in range(10):
        assert not those(bullet(range_of(seed=seed, walls=[wall(30, 40, 1, 20, "metal")]), "usp"), events.Ricochet)


def test_a_near_miss_makes_a_policeman_duck_his_head() -> None:
    world = range_of("patrol")
    found = bullet(world, y=50.8)
    assert those(found, events.NearMiss)[0].distance == pytest.approx(0.8, abs=0.1)
    assert who(world, "target").suppression > 0.05
    for _ in range(5):
        bullet(world, y=50.8)
    held = who(world, "target").suppression
    play(world, "wait 400")
    assert who(world, "target").suppression < held, "it passes"


def test_a_bullet_far_off_suppresses_nobody() -> None:
    world = range_of("patrol")
    bullet(world, y=58)
    assert who(world, "target").suppression == 0


def test_behind_a_low_wall_the_crouched_are_safe_and_the_standing_are_not() -> None:
    for stance, is_hit in ((Stance.STAND, True), (Stance.COWER, False)):
        world = range_of(walls=[wall(38.6, 45, 0.4, 10, height=1.0)])
        spawning.set_stance(world, who(world, "target"), stance)
        who(world, "target").fear = 0.5 if stance == Stance.COWER else 0.0
        assert bool(hurt(bullet(world))) == is_hit


def test_one_fires_over_the_wall_one_crouches_behind() -> None:
    world = range_of(x=30, walls=[wall(21, 45, 0.4, 10, height=1.0)])
    found = play(world, "aim east, crouch+aim 5, crouch+aim+fire 2, crouch 10")
    assert hurt(found)


def test_nobody_is_hit_by_a_bullet_that_has_left_the_map() -> None:
    world = range_of(x=40)
    spec = catalog().weapons["hk91"]
    world.bullets.append(Bullet(199, 50, 1.0, 0.0, spec.muzzle_speed / 60, spec.energy, who(world, "neil").id, False))
    play(world, "wait 2")
    assert world.bullets == []


def test_a_wounded_friend_on_the_back_is_not_hit_by_ones_own_gun() -> None:
    world = yard([NEIL, person("chris", 20.6, 50)], still=["chris"])
    chris, neil = who(world, "chris"), who(world, "neil")
    spawning.set_stance(world, chris, Stance.DOWN)
    chris.bleed_ticks = 2000
    play(world, "use 60")
    assert chris.lifted_by == neil.id
    armed(world, "neil", "usp")
    found = play(world, "aim west, fire 2, wait 5")
    assert those(found, events.ShotFired)
    assert not hurt(found)


def test_a_rifle_needs_two_hands_a_pistol_one() -> None:
    world = yard([NEIL, person("chris", 20.6, 50)], still=["chris"])
    spawning.set_stance(world, who(world, "chris"), Stance.DOWN)
    who(world, "chris").bleed_ticks = 2000
    play(world, "use 60")
    assert not those(play(world, "fire 10"), events.ShotFired)
    armed(world, "neil", "usp")
    assert those(play(world, "wait 1, fire 2"), events.ShotFired)


def test_rounds_through_the_engine_kill_it() -> None:
    world = yard([person("neil", 30, 50)], [vehicle("sedan", 40, 50, "west", name="car")])
    armed(world, "neil", "hk91")
    gun(world, "neil").rounds = 99
    found = play(world, ", ".join(["aim+wait 20", "aim+fire 1"] * 60))
    assert not car(world).has_engine
    assert those(found, events.EngineStalled)
