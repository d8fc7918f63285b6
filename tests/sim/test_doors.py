"""Doors: what a leaf stops, who gets it open and how, what breaks it, and how minds find their way through."""

from __future__ import annotations

import pytest

from game.content.level import Beat, Door, Item, Marker
from game.sim import checksum, events, snapshot
from game.sim.ai import hearing
from game.sim.entities import Door as DoorState
from game.sim.entities import Noise
from game.sim.input_frame import NEUTRAL, InputFrame
from game.sim.physics import BULLET_MASK, SIGHT_MASK, SOLID
from game.sim.picture import picture
from game.sim.world import World
from tests.worlds import (
    at_the_wheel,
    call,
    car,
    drive,
    person,
    place_of,
    plan,
    play,
    run,
    run_until,
    speed_of,
    those,
    turn_to,
    wall,
    who,
    yard,
)

ROOM = (wall(0, 49.5, 100, 1), wall(101, 49.5, 99, 1))
"""A wall across the yard with a doorway of a metre at 100."""
SOUTH = 16384


def door(kind: str = "single", material: str = "wood", width: float = 1.0, **more: object) -> Door:
    """A door in the wall's gap that swings south."""
    return Door(100.0 + width / 2.0, 50.0, "door", kind, width, material=material, facing=SOUTH, **more)  # type: ignore[arg-type]


def house(one: Door, *people: object, y: float = 48.0, **more: object) -> World:
    """Neil north of the wall before the door."""
    gap = one.width
    walls = (wall(0, 49.5, 100, 1), wall(100 + gap, 49.5, 100 - gap, 1))
    neil = person("neil", 100.0 + gap / 2.0, y, "south")
    return yard([neil, *people], [], walls, doors=(one,), **more)  # type: ignore[arg-type, list-item]


def state(world: World) -> DoorState:
    return world.doors[0]


def test_who_walks_into_a_door_opens_it_and_it_falls_shut_behind_him() -> None:
    world = house(door())
    found = play(world, "south 120")
    assert place_of(world, "neil")[1] > 50.6, "he walked through"
    (opened,) = those(found, events.DoorOpened)
    assert opened.who == who(world, "neil").id and opened.kind == "single"
    found = run(world, 4.0)
    assert those(found, events.DoorShut) and state(world).swing == 0


def test_it_does_not_shut_on_anybody() -> None:
    world = house(door(closes_after=0.5))
    play(world, "south 40")
    while place_of(world, "neil")[1] < 49.9:
        play(world, "south 1")
    found = run(world, 6.0)
    assert not those(found, events.DoorShut), "he stands in it"
    assert 2 * state(world).swing >= world.place.doorways[0].kind.swing_ticks


def test_one_that_stays_open_is_shut_by_hand() -> None:
    world = house(door(closes_after=0.0), y=49.0)
    play(world, "use 12, wait 30")
    assert picture(world).doors[0].opening == 1.0
    run(world, 10.0)
    assert picture(world).doors[0].opening == 1.0
    assert picture(world).hud.prompt == "close"
    play(world, "use 12, wait 30")
    assert picture(world).doors[0].opening == 0.0


def test_a_locked_door_is_no_way_and_rattles() -> None:
    world = house(door(is_locked=True))
    found = play(world, "south 240")
    assert place_of(world, "neil")[1] < 49.8
    assert 1 <= len(those(found, events.DoorLocked)) <= 3
    who(world, "neil").charges = 0
    assert picture(world).hud.prompt == ""


def test_its_key_opens_it_for_all_of_the_crew() -> None:
    key = Item(100.5, 47.5, "key_1", "key")
    world = house(door(is_locked=True, key="key_1"), person("chris", 98, 48), items=(key,), still=("chris",))
    play(world, "use 40")
    assert world.item_named["key_1"].is_found and who(world, "neil").item == -1, "in his pocket"
    play(world, "south 60, wait 1")
    assert picture(world).hud.prompt == "unlock"
    play(world, "use 30, wait 5")
    assert state(world).is_locked, "let go too soon"
    found = play(world, "use 70, wait 30")
    assert those(found, events.DoorOpened) and not state(world).is_locked


@pytest.mark.parametrize(
    ("kind", "material", "sight", "bullets", "feet"),
    [
        ("single", "wood", False, False, False),
        ("double", "glass", True, False, False),
        ("gate", "fence", True, True, False),
        ("vault", "metal", False, False, False),
        ("revolving", "glass", True, False, True),
    ],
)
def test_what_a_shut_leaf_lets_through(kind: str, material: str, sight: bool, bullets: bool, feet: bool) -> None:
    world = house(door(kind, material, 2.0, is_open=False))
    clear = [world.physics.is_clear(101, 48, 101, 52, mask) for mask in (SIGHT_MASK, BULLET_MASK, SOLID)]
    assert clear == [sight, bullets, feet]
    state(world).is_wanted_open = True
    run(world, 3.0)
    clear = [world.physics.is_clear(101, 48, 101, 52, mask) for mask in (SIGHT_MASK, BULLET_MASK, SOLID)]
    assert clear == ([True, False, True] if kind == "revolving" else [True, True, True])


def test_a_revolving_door_is_walked_through_slowly_and_turns() -> None:
    world = house(door("revolving", "glass", 2.4))
    play(world, "run+south 240")
    assert place_of(world, "neil")[1] > 51.5
    assert state(world).turn > 8000
    quick = house(door("double", "glass", 2.4))
    play(quick, "run+south 240")
    assert place_of(quick, "neil")[1] > place_of(world, "neil")[1] + 2.0


def test_bullets_break_a_pane_and_at_last_a_wooden_door_but_no_vault() -> None:
    for kind, material, shots, is_broken in (
        ("single", "glass", 1, True),
        ("single", "wood", 1, False),
        ("single", "wood", 24, True),
        ("vault", "metal", 24, False),
    ):
        world = house(door(kind, material, is_locked=True))
        turn_to(world, SOUTH)
        for _ in range(shots):
            play(world, "fire+aim 4, aim 20")
        assert state(world).is_broken == is_broken, (kind, material, shots)
    assert world.mission.counters.get("doors_broken", 0) == 0


def test_a_charge_blows_a_vault() -> None:
    world = yard([person("chris", 100.5, 49.0, "south")], [], ROOM, doors=(door("vault", "metal", is_locked=True),))
    assert picture(world).hud.prompt == "plant_door"
    found = play(world, "use 230")
    assert those(found, events.ChargePlanted) and picture(world).doors[0].has_charge
    play(world, "run+north 120")
    found = play(world, "wait 120")
    assert those(found, events.DoorBroken)[0].cause == "blast" and those(found, events.Exploded)
    play(world, "run+south 300")
    assert place_of(world, "chris")[1] > 51


def test_a_car_bursts_a_gate_and_goes_on_slower() -> None:
    walls = (wall(60, 0, 1, 47), wall(60, 53, 1, 47))
    world = at_the_wheel(walls=walls, doors=(Door(60.5, 50.0, "gate", "gate", 6.0, material="fence", is_locked=True),))
    found = drive(world, "gas 360")
    assert those(found, events.DoorBroken)[0].cause == "crash"
    assert place_of(world)[0] > 66 and speed_of(world) > 2.0
    assert car(world).damage > 0


def test_an_open_gate_is_driven_through() -> None:
    walls = (wall(60, 0, 1, 47), wall(60, 53, 1, 47))
    world = at_the_wheel(walls=walls, doors=(Door(60.5, 50.0, "gate", "gate", 6.0, material="fence", is_open=True),))
    found = drive(world, "gas 240")
    assert place_of(world)[0] > 66 and not those(found, events.DoorBroken)


@pytest.mark.parametrize("kind", ["single", "double", "revolving", "vault", "gate", "shutter"])
def test_minds_go_through_every_kind(kind: str) -> None:
    shape = door(kind, "metal" if kind in ("vault", "shutter") else "wood", 2.0)
    there = Marker(101, 60, "there")
    world = house(
        shape,
        person("chris", 95, 40),
        markers=(there,),
        plans=(plan("chris", start=call("walk", at="there")),),
        still=("neil",),
        y=30.0,
    )
    run_until(world, lambda w: place_of(w, "chris")[1] > 58, 30.0)


def test_a_mind_unlocks_what_it_has_the_key_for_and_goes_round_what_it_has_not() -> None:
    walls = (wall(90, 49.5, 10, 1), wall(101, 49.5, 10, 1))  # one can go round
    for with_key in (True, False):
        key = Item(0, 0, "key_1", "key", inside="chris" if with_key else "bosko")
        people = [person("neil", 10, 10), person("chris", 100.5, 44, "south"), person("bosko", 195, 95)]
        world = yard(
            people,
            [],
            walls,
            doors=(door(is_locked=True, key="key_1"),),
            items=(key,),
            markers=(Marker(100.5, 56, "there"),),
            plans=(plan("chris", start=call("walk", at="there")),),
            still=("neil",),
        )
        run_until(world, lambda w: place_of(w, "chris")[1] > 54, 60.0)
        assert state(world).is_locked != with_key


def test_passers_by_push_and_do_not_touch_gates() -> None:
    for kind, gets_in in (("single", True), ("gate", False)):
        there = Marker(101, 60, "there")
        world = house(
            door(kind, "wood", 2.0),
            person("pedestrian", 101, 44, "south"),
            markers=(there,),
            plans=(plan("pedestrian", start=call("walk", at="there")),),
            still=("neil",),
            y=30.0,
        )
        run(world, 20.0)
        assert (place_of(world, "pedestrian")[1] > 51) == gets_in


def test_beats_open_lock_and_ask_for_doors() -> None:
    beats = (
        Beat("locks", do=(call("lock_door", doors=("door",)),)),
        Beat("opens", after=("locks",), when=call("seconds", after=1.0), do=(call("open_door", doors=("door",)),)),
        Beat("is_open", after=("opens",), when=call("door_opened", door="door")),
        Beat("shuts", after=("is_open",), do=(call("open_door", doors=("door",), is_open=False),)),
        Beat(
            "is_shut",
            after=("shuts",),
            when=call("door_opened", door="door", is_open=False),
            do=(call("lock_door", doors=("door",)), call("unlock_door", doors=("door",))),
        ),
    )
    world = house(door(), beats=beats)
    run(world, 0.5)
    assert state(world).is_locked
    run(world, 4.0)
    assert list(world.mission.reached) == [beat.id for beat in beats]
    assert not state(world).is_locked


@pytest.mark.parametrize("way", ["key", "charge"])
def test_the_step_open(way: str) -> None:
    keys = (Item(0, 0, "key_1", "key", inside="chris"),) if way == "key" else ()
    shape = door("vault", "metal", is_locked=True, key="key_1" if keys else "")
    world = house(
        shape,
        person("chris", 100.5, 42, "south"),
        items=keys,
        plans=(plan("chris", start=call("open", door="door")),),
        still=("neil",),
        y=20.0,
    )
    run_until(world, lambda w: not state(w).is_locked, 30.0)
    run(world, 4.0)
    assert state(world).is_broken == (way == "charge")
    assert who(world, "chris").health == who(world, "chris").full_health, "he stood clear"


def test_doors_are_in_the_snapshot_and_the_checksum() -> None:
    world = house(door("vault", "metal"), y=49.0)
    play(world, "use 100, wait 20")
    assert world.tick == 120 and 0 < state(world).swing < 150
    taken = snapshot.take(world)
    again = snapshot.restore(taken, world.level, world.catalog)
    assert checksum.checksum(again) == checksum.checksum(world)
    for _ in range(120):
        play(world, "south 1")
        play(again, "south 1")
    assert checksum.difference(world, again) == []
    assert place_of(again, "neil")[1] > 50.5
    state(again).swing -= 1
    assert checksum.difference(world, again) == [f"doors[0].swing: {state(world).swing} != {state(again).swing}"]
    assert checksum.checksum(again) != checksum.checksum(world)


def test_a_shut_door_muffles_what_a_mind_hears() -> None:
    heard = {}
    for is_open in (False, True):
        world = house(door(is_open=is_open), person("chris", 100.5, 55.0, "north"))
        chris = who(world, "chris")
        shout = Noise(100.5, 46.0, 13.0, "shout", who(world, "neil").id)
        heard[is_open] = hearing._carries(world, chris, shout, 81.0)
    assert heard == {False: False, True: True}, "nine metres of thirteen, and a leaf leaves little more than half"


def test_a_revolving_door_passes_one_at_a_time() -> None:
    there = Marker(101, 60, "there")
    names = ("pedestrian", "businessman", "shopper_1")
    people = [person("pedestrian", 100.2 + 0.8 * i, 46, "south", name=name) for i, name in enumerate(names)]
    world = house(
        door("revolving", "glass", 2.4),
        *people,
        markers=(there,),
        plans=tuple(plan(name, start=call("walk", at="there")) for name in names),
        still=("neil",),
        y=20.0,
    )
    way = world.place.doorways[0]
    most = passed = 0
    for _ in range(40 * 60):
        world.step(world.suggest())
        spots = [place_of(world, name) for name in names]
        most = max(most, sum(1 for x, y in spots if (x - way.door.x) ** 2 + (y - way.door.y) ** 2 < way.half**2))
        passed = sum(1 for _, y in spots if y > 52)
        if passed == 3:
            break
    assert passed == 3, "everybody gets through"
    assert most <= 2, "the next one comes in when the one before is past the middle"


def test_two_who_meet_in_a_revolving_door_get_past_each_other() -> None:
    markers = (Marker(101, 60, "south_end"), Marker(101, 40, "north_end"))
    people = (
        person("pedestrian", 101.2, 46, "south", name="one"),
        person("pedestrian", 101.2, 54, "north", name="two"),
    )
    world = house(
        door("revolving", "glass", 2.4),
        *people,
        markers=markers,
        plans=(plan("one", start=call("walk", at="south_end")), plan("two", start=call("walk", at="north_end"))),
        still=("neil",),
        y=20.0,
    )
    run_until(world, lambda w: place_of(w, "one")[1] > 52 and place_of(w, "two")[1] < 48, 40.0)


def longest_stand(world: World, frame: InputFrame, seconds: float) -> tuple[float, float]:
    """How far south the player came by holding one frame, and the longest he stood within two metres of the door's middle, in seconds."""
    way, stood, longest = world.place.doorways[0], 0, 0
    for _ in range(round(seconds * 60)):
        x, y = place_of(world, "neil")
        world.step(frame)
        nx, ny = place_of(world, "neil")
        moved = (nx - x) ** 2 + (ny - y) ** 2
        near = (nx - way.door.x) ** 2 + (ny - way.door.y) ** 2 < 4.0
        stood = stood + 1 if near and moved < (0.2 / 60) ** 2 else 0
        longest = max(longest, stood)
    return place_of(world, "neil")[1] - 50.0, longest / 60


@pytest.mark.parametrize("push", [(0, 127), (50, 115), (-50, 115), (90, 90), (-90, 90)])
@pytest.mark.parametrize("is_outward", [True, False])
@pytest.mark.parametrize("crowd", ["nobody", "comes", "goes", "both", "stands"])
def test_nobody_who_pushes_on_is_kept_at_a_wing_for_two_seconds(
    push: tuple[int, int], is_outward: bool, crowd: str
) -> None:
    sign = 1 if is_outward else -1
    markers = (Marker(101.5, 50 + 12 * sign, "there"), Marker(101.5, 50 - 12 * sign, "here"), Marker(101.5, 50, "in"))
    comes = [person("pedestrian", 101.2 + 0.4 * i, 50 + (2.2 + i) * sign, name=f"comes_{i}") for i in range(2)]
    goes = [person("pedestrian", 101.2 + 0.4 * i, 50 - (1.9 + i) * sign, name=f"goes_{i}") for i in range(2)]
    stands = [person("pedestrian", 102.3, 50, name="stands")]
    people = {"nobody": [], "comes": comes, "goes": goes, "both": [*comes, *goes], "stands": stands}[crowd]
    to = {"comes": "here", "goes": "there", "stands": "in"}
    plans = tuple(plan(one.name, start=call("walk", at=to[one.name.split("_")[0]])) for one in people)
    at = 101.5 - push[0] / push[1] * 2.0
    neil = person("neil", at, 50 - 3.2 * sign, "south")
    gap = 3.0
    walls = (wall(0, 49.5, 100, 1), wall(100 + gap, 49.5, 100 - gap, 1))
    world = yard([neil, *people], [], walls, doors=(door("revolving", "glass", gap),), markers=markers, plans=plans)
    south, longest = longest_stand(world, NEUTRAL._replace(move_x=push[0], move_y=push[1] * sign), 9.0)
    assert longest < 2.0, "who pushes on is let in"
    assert south * sign > 2.0, "and comes out at the other side"


@pytest.mark.parametrize("start", [43.0, 44.0, 45.3, 46.1, 47.0, 48.4])
def test_whoever_is_told_to_open_a_vault_comes_within_arms_reach_of_it(start: float) -> None:
    """The leaf is half a metre thick: he stood a centimetre too far back of it, hand out, until the run was over."""
    key = Item(0, 0, "vault_key", "key", inside="chris")
    for shift in (-0.9, 0.0, 0.7):
        world = house(
            door("vault", "metal", 4.0, is_locked=True, key="vault_key"),
            person("chris", 102.0 + shift, start, "south"),
            plans=(plan("chris", start=call("open", door="door")),),
            items=(key,),
            still=("neil",),
            y=20.0,
        )
        run_until(world, lambda w: state(w).is_wanted_open, 20.0)
