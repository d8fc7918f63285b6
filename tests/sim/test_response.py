"""What a radio stage brings of its own accord, and the roadblocks: where they stand, whom they spike, when they move on."""

from __future__ import annotations

from typing import Any

from game.content.level import Beat, Item, Lane, Marker, Roadblock
from game.sim import events
from game.sim.ai.steps import ManBlock, Respond
from game.sim.entities import Stance
from game.sim.input_frame import NEUTRAL
from game.sim.systems import chaos, dispatch, driving, roadblocks
from game.sim.world import World
from tests.worlds import (
    call,
    car,
    disarmed,
    distance,
    mind,
    person,
    place_of,
    push,
    put,
    run,
    speed_of,
    those,
    told_of,
    vehicle,
    wall,
    who,
    yard,
)

EAST = Lane(((5.0, 52.0), (995.0, 52.0)), speed=14.0)


def city(stages: tuple[int, ...] = (1, 2, 3), **more: Any) -> World:
    """Neil on foot in the middle; a patrol that answers at each of the stages; entries at both ends."""
    people, cars = [person("neil", 500, 50)], []
    for n, stage in enumerate(stages):
        people += [
            person("patrol", 10, 50, name=f"unit_{n}_{k}", group=f"unit_{n}", vehicle=f"unit_{n}", is_absent=True)
            for k in range(2)
        ]
        cars.append(vehicle("patrol_car", 10, 50, name=f"unit_{n}", group=f"unit_{n}", is_absent=True, answers=stage))
    markers = [
        Marker(20, 52, "west_end", kind="entry"),
        Marker(980, 48, "east_end", 32768, kind="entry"),
        Marker(5, 5, "air", kind="air_entry"),
    ]
    return yard(people, cars, markers=markers, lanes=[EAST], size=(1000, 100), still=["neil"], **more)


def stands(world: World, name: str) -> bool:
    return not car(world, name).is_absent


def test_each_stage_brings_its_units_after_a_while_and_not_before() -> None:
    world = city()
    run(world, 12)
    assert not stands(world, "unit_0"), "routine"
    dispatch.raise_stage(world, 1, "witness")
    run(world, 5)
    assert not stands(world, "unit_0"), "they have a way to come"
    run(world, 6)
    assert stands(world, "unit_0") and not stands(world, "unit_1")
    assert car(world, "unit_0").siren and who(world, "unit_0_0").is_present
    dispatch.raise_stage(world, 3, "shots")
    run(world, 26)
    assert stands(world, "unit_1") and stands(world, "unit_2")


def test_a_level_that_does_not_ask_for_it_gets_nobody() -> None:
    world = city(stages=())
    dispatch.raise_stage(world, 5, "city")
    found = run(world, 40)
    assert world.heat.arrivals == [] and world.heat.called == {}
    assert not those(found, events.SirenSwitched)


def test_units_do_not_appear_before_the_crews_eyes() -> None:
    world = city()
    put(world, "neil", 20, 60)
    world.heat.last_x, world.heat.last_y = 20.0, 60.0
    dispatch.raise_stage(world, 1, "witness")
    run(world, 10.5)
    assert stands(world, "unit_0")
    assert place_of(world, "unit_0")[0] > 800.0, "by the other end"


def test_the_air_unit_comes_from_stage_four_on() -> None:
    world = city()
    dispatch.raise_stage(world, 3, "shots")
    run(world, 2)
    assert world.helicopters == []
    dispatch.raise_stage(world, 4, "officer_down")
    run(world, 2)
    assert len(world.helicopters) == 1
    run(world, 28)
    assert world.helicopters[0].state == 1


def shot_at(world: World) -> World:
    """A bystander sees the crew shoot somebody."""
    world.heat.chaos += 0
    for _ in range(4):
        world.events = [events.PersonKilled(who(world, "victim").id, who(world, "neil").id, 0.0, 0.0, "shot")]
        world.minds[who(world, "victim").id].heard_tick = world.tick
        chaos.advance(world)
    return world


def test_a_beat_that_pins_the_stage_holds_it_and_one_that_does_not_lets_crimes_raise_it() -> None:
    for is_pinned in (True, False):
        beats = [Beat("seen", do=(call("stage", stage=2, cause="seen", is_pinned=is_pinned),))]
        world = yard([person("neil", 50, 50), person("pedestrian", 60, 50, name="victim")], beats=beats, still=["neil"])
        run(world, 1)
        assert world.heat.stage == 2
        assert world.is_stage_scripted == is_pinned
        if not is_pinned:
            assert world.heat.chaos >= chaos.THRESHOLDS[1], (
                "the next stage is no farther off than if crimes had raised this one"
            )
            world.heat.chaos = chaos.THRESHOLDS[2] - 60
            shot_at(world)
            assert world.heat.stage == 3


def closed(gap: float = 125.0, speed: float = 15.0, **more: Any) -> World:
    """Neil drives east in a known car at stage 3; a place for a block lies ahead of him, and a group of two cars with a strip waits."""
    people = [person("neil", 300, 52, vehicle="car", name="neil")]
    cars = [vehicle("getaway_sedan", 300, 52, name="car")]
    for n in range(2):
        cars.append(
            vehicle(
                "patrol_car",
                10,
                80 + 5 * n,
                name=f"road_{n}",
                group="road",
                is_absent=True,
                answers=3,
                duty="roadblock",
            )
        )
        people += [
            person("patrol", 10, 80, name=f"road_{n}_{k}", vehicle=f"road_{n}", group="road", is_absent=True)
            for k in range(2)
        ]
    places = [Roadblock(300 + gap, 50, "place", 0, 12.0)]
    items = [Item(10, 80, "strip", "spike_strip", inside="road_0", seconds=1.0)]
    world = yard(people, cars, items=items, roadblocks=places, lanes=[EAST], size=(1000, 100), still=["neil"], **more)
    disarmed(world, "neil", *(f"road_{n}_{k}" for n in range(2) for k in range(2)))
    world.heat.stage = 3
    car(world).is_known = True
    push(world, "car", speed)
    return world


def flee(world: World, seconds: float, speed: float = 15.0, until: Any = None) -> list[events.Event]:
    """Drives on and is known."""
    found: list[events.Event] = []
    for _ in range(round(seconds * 60)):
        world.heat.seen_tick = world.tick
        world.heat.last_x, world.heat.last_y = place_of(world)
        told_of(world, *place_of(world), world.tick, speed=speed_of(world))
        found += world.step(NEUTRAL._replace(move_y=-90 if speed_of(world) < speed else 0))
        if until is not None and until(world):
            break
    return found


def test_a_block_is_set_up_ahead_of_a_hunted_car_out_of_its_sight() -> None:
    world = closed(gap=160)
    far: list[float] = []

    def note(w: World) -> bool:
        if not car(w, "road_0").is_absent:
            far.append(distance(w, "car", "road_0"))
        return bool(far)

    flee(world, 14, until=note)
    assert far and far[0] > 45.0
    ys = sorted(place_of(world, f"road_{n}")[1] for n in range(2))
    assert 44.0 < ys[0] < 50.0 < ys[1] < 56.0, "side by side across the road"
    for n in range(2):
        for k in range(2):
            officer = who(world, f"road_{n}_{k}")
            assert officer.is_present and officer.vehicle < 0 and isinstance(mind(world, officer.name).step, ManBlock)
    behind = [who(world, f"road_{n}_{k}") for n in range(2) for k in range(2) if who(world, f"road_{n}_{k}").item < 0]
    assert len(behind) == 3 and all(officer.stance == Stance.CROUCH for officer in behind)
    assert all(place_of(world, officer.name)[0] > place_of(world, "road_0")[0] for officer in behind), (
        "the cars between it and them"
    )


def test_no_block_where_nobody_flees_by_car_or_before_its_stage() -> None:
    world = closed()
    world.heat.stage = 2
    flee(world, 9)
    assert world.heat.blocks == [] and car(world, "road_0").is_absent


def test_the_strip_is_thrown_before_the_car_and_not_before_a_police_car() -> None:
    world = closed(gap=160)
    found = flee(world, 14, until=lambda w: place_of(w)[0] > 460 - roadblocks.STRIP_METRES + 6)
    laid = those(found, events.StripLaid)
    assert len(laid) == 1
    assert sum(leak > 0.0 for leak in car(world).leaks) == 4, "whoever does not brake drives over it"
    strip = world.item_named["strip"]
    put(world, "car", 700, 52)  # it got through
    flee(world, 3, 0.0)
    assert strip.state == "carried", "drawn in behind it, for those who come after it"
    steps = [mind(world, f"road_{n}_{k}").step for n in range(2) for k in range(2)]
    assert any(isinstance(step, Respond) for step in steps) or world.heat.blocks[0].is_passed is False


def told_and_then_gone(to: tuple[float, float], speed: float) -> list[object]:
    """The block stands; the car was told of far before the strip a moment ago, and is now behind a row of houses beside the road. What
    those who man the block do from then on: whether the strip lies, whether they think it got through, what they press."""
    world = closed(gap=160, walls=[wall(380, 70, 120, 1)])
    flee(world, 14, until=lambda w: not car(w, "road_0").is_absent)
    block, place = world.heat.blocks[0], world.place.roadblocks["place"]
    crew = [f"road_{n}_{k}" for n in range(2) for k in range(2)]
    told_of(world, place.x - 84.0, 52.0, world.tick, speed=speed_of(world))
    world.heat.last_x, world.heat.last_y, world.heat.seen_tick = place.x - 84.0, 52.0, world.tick
    did: list[object] = []
    for _ in range(60 * 5):
        put(world, "car", *to)
        push(world, "car", speed, 0.0)
        world.noises.clear()  # nor does anybody hear it
        world.step(NEUTRAL)
        did.append(
            (world.item_named["strip"].state, block.is_passed, block.due, *(mind(world, n).hands.frame() for n in crew))
        )
    return did


def test_nobody_at_a_block_knows_where_a_car_is_that_none_of_them_sees() -> None:
    far_off = told_and_then_gone((300.0, 95.0), 0.0)
    assert far_off == told_and_then_gone((425.0, 85.0), 15.0), "level with the strip"
    assert far_off == told_and_then_gone((470.0, 77.0), 15.0), "beyond the block"


def test_a_block_moves_on_when_the_car_is_believed_to_be_far_wherever_it_is() -> None:
    for metres, stands_on in ((-200.0, False), (-70.0, True)):
        world = closed(gap=160, walls=[wall(380, 70, 120, 1)])
        flee(world, 14, until=lambda w: not car(w, "road_0").is_absent)
        place = world.place.roadblocks["place"]
        put(world, "car", place.x - 80.0, 85.0)
        told_of(world, place.x + metres, 52.0, world.tick, -1)
        world.heat.blocks[0].since = world.tick - roadblocks.STANDS_TICKS
        run(world, 1.2)
        assert (not car(world, "road_0").is_absent) == stands_on


def test_what_the_radio_told_just_now_is_enough_to_throw_the_strip() -> None:
    world = closed(gap=160)
    flee(world, 14, until=lambda w: not car(w, "road_0").is_absent)
    place = world.place.roadblocks["place"]
    put(world, "car", 100, 95)  # it is elsewhere, but a caller has it here, on its way to them
    found: list[events.Event] = []
    for metres in range(60, 30, -1):
        told_of(world, place.x - 10.0 - metres, 52.0, world.tick, speed=13.0)
        found += run(world, 1 / 13)
    assert those(found, events.StripLaid)


def test_a_block_that_is_left_behind_moves_on() -> None:
    world = closed(gap=160)
    flee(world, 12, until=lambda w: not car(w, "road_0").is_absent)
    assert not car(world, "road_0").is_absent
    put(world, "car", 120, 52)
    world.heat.blocks[0].since = world.tick - roadblocks.STANDS_TICKS
    flee(world, 1.2, 0.0)
    assert car(world, "road_0").is_absent and car(world, "road_1").is_absent
    assert not any(who(world, f"road_{n}_{k}").is_present for n in range(2) for k in range(2))
    assert world.item_named["strip"].state == "inside"
    assert world.heat.blocks == []


def test_whoever_gets_through_a_block_is_hunted_by_those_who_manned_it() -> None:
    world = closed(gap=160)
    flee(world, 12, until=lambda w: not car(w, "road_0").is_absent)
    put(world, "car", 474, 52)
    push(world, "car", 12.0, 0.0)
    flee(world, 1.0)
    assert world.heat.blocks[0].is_passed
    steps = [mind(world, f"road_{n}_{k}").step for n in range(2) for k in range(2)]
    assert sum(isinstance(step, Respond) for step in steps) >= 3
    driving.wake(world, car(world, "road_0").id)
    flee(world, 12)
    assert any(who(world, f"road_{n}_{k}").vehicle >= 0 for n in range(2) for k in range(2)), "back into their cars"
