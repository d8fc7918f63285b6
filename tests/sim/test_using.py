"""Deeds that take time: the charge, the guards, the cases, the money, the strip, the fire."""

from __future__ import annotations

import pytest

from game.content.level import Item
from game.sim import events
from game.sim.entities import NOBODY, Stance
from game.sim.picture import picture
from game.sim.systems import damage, fires, holding
from game.sim.systems.deeds import ITEM_TARGET
from game.sim.world import World
from tests.worlds import (
    call,
    car,
    disarmed,
    distance,
    drive,
    person,
    place_of,
    plan,
    play,
    push,
    run,
    speed_of,
    those,
    vehicle,
    who,
    yard,
)

TRUCK = vehicle("armored_truck", 50, 50, name="truck")
AT_THE_DOORS = person("chris", 45.5, 50)
CASES = tuple(Item(50, 50, f"case_{n}", "case", inside="truck", seconds=2) for n in range(6))
BAGS = (
    Item(50, 50, "bag_1", "cash_bag", inside="truck", seconds=1, weight=30, value=100),
    Item(50, 50, "bag_2", "cash_bag", inside="truck", seconds=1, weight=30),
)


def truck(*more: object, is_open: bool = True, items: tuple[Item, ...] = ()) -> World:
    world = yard([AT_THE_DOORS, *more], [TRUCK], items=items)  # type: ignore[list-item]
    car(world, "truck").is_open = is_open
    return world


def test_a_charge_is_planted_and_blows_the_doors_after_its_fuse() -> None:
    world = truck(is_open=False)
    found = play(world, "aim east, use 230")
    assert those(found, events.ChargePlanted)
    assert who(world, "chris").charges == 1
    assert not car(world, "truck").is_open
    play(world, "run+west 60")
    found = play(world, "wait 180")
    assert those(found, events.Exploded)
    assert car(world, "truck").is_open
    assert who(world, "chris").health == who(world, "chris").full_health, "he stood clear"


def test_letting_go_breaks_it_off() -> None:
    world = truck(is_open=False)
    found = play(world, "use 150, wait 5, use 100, wait 5")
    assert not those(found, events.ChargePlanted)
    assert len(those(found, events.UseStarted)) == 2


def test_who_stands_at_the_doors_is_hurt_and_who_sits_inside_is_deaf() -> None:
    world = truck(person("guard", 50, 50, vehicle="truck", seat="cargo_left"), is_open=False)
    found = play(world, "use 400")
    assert who(world, "chris").health < who(world, "chris").full_health
    assert who(world, "guard").deaf_until > world.tick + 50 * 60
    assert who(world, "guard").id in [e.who for e in those(found, events.Deafened)]


def test_a_guard_is_dragged_out_and_kneels_without_his_gun() -> None:
    world = truck(person("guard", 50, 50, vehicle="truck", seat="cargo_left"))
    play(world, "use 130")
    guard = who(world, "guard")
    assert guard.lifted_by == who(world, "chris").id
    assert guard.vehicle == -1
    assert guard.guns == []
    play(world, "west 120, drop 1, wait 1")
    assert guard.stance == Stance.KNEEL
    assert guard.control > 0.9
    assert place_of(world, "guard")[0] < 45


def prompt(world: World) -> str:
    return picture(world).hud.prompt


def world_prompts(world: World) -> tuple[str, str, str]:
    hud = picture(world).hud
    return hud.prompt, hud.prompt_enter, hud.prompt_wound


@pytest.mark.parametrize("y", [48.6, 50.0, 51.4])
def test_a_guard_inside_is_offered_before_cases_and_cash_wherever_one_stands_at_the_doors(y: float) -> None:
    world = yard(
        [person("chris", 45.5, y), person("guard", 50, 50, vehicle="truck", seat="cargo_left")],
        [TRUCK],
        items=(*CASES, *BAGS),
    )
    car(world, "truck").is_open = True
    play(world, "wait 2")
    assert prompt(world) == "drag"


def test_the_rear_corner_of_the_box_is_near_enough_to_reach_in() -> None:
    world = yard([person("chris", 46.6, 52.2), person("guard", 50, 50, vehicle="truck", seat="cargo_left")], [TRUCK])
    car(world, "truck").is_open = True
    play(world, "wait 2")
    assert prompt(world) == "drag"


def test_the_prompt_says_what_would_be_taken() -> None:
    world = truck(items=BAGS)
    play(world, "wait 1")
    assert prompt(world) == "take_cash_bag"


def test_the_prompt_tells_that_a_hotheads_gun_can_be_taken() -> None:
    world = yard([person("neil", 20, 50), person("waingro", 21, 50)], still=("waingro",))
    play(world, "wait 2")
    assert world_prompts(world) == ("", "", "disarm")
    play(world, "disarm 70, wait 2")
    assert world_prompts(world) == ("", "", "")


def test_a_wounded_friend_can_be_lifted_or_seen_to_and_both_are_offered() -> None:
    world = yard([person("neil", 20, 50), person("chris", 21, 50)], still=("chris",))
    damage.fall(world, who(world, "chris"), NOBODY)
    play(world, "wait 2")
    assert world_prompts(world) == ("lift", "", "treat")
    play(world, "disarm 400, wait 2")
    assert who(world, "chris").bleed_ticks == 0
    assert world_prompts(world) == ("lift", "", "")


def test_who_carries_a_wounded_friend_is_told_that_a_car_takes_both() -> None:
    people = [person("neil", 20, 50), person("chris", 21, 50)]
    world = yard(people, [vehicle("sedan", 20, 48, name="wagon")], still=("chris",))
    damage.fall(world, who(world, "chris"), NOBODY)
    play(world, "use 120, wait 2")
    assert who(world, "neil").lifting == who(world, "chris").id
    assert world_prompts(world) == ("drop", "load", "")
    play(world, "enter 1, wait 2")
    assert car(world, "wagon").seats[0] == who(world, "neil").id
    assert who(world, "chris").vehicle == car(world, "wagon").id


def test_who_carries_him_far_from_any_car_is_told_only_how_to_let_go() -> None:
    people = [person("neil", 20, 50), person("chris", 21, 50)]
    world = yard(people, [vehicle("sedan", 60, 20, name="wagon")], still=("chris",))
    damage.fall(world, who(world, "chris"), NOBODY)
    play(world, "use 120, wait 2")
    assert world_prompts(world) == ("drop", "", "")


def test_partners_let_each_other_pass_and_prisoners_do_not() -> None:
    world = yard([person("neil", 20, 50), person("chris", 22, 50), person("guard", 28, 50)], still=("chris",))
    disarmed(world, "guard")
    holding.hold(world, who(world, "guard"))
    play(world, "east 90")
    assert place_of(world, "neil")[0] > 23.5, "past Chris, who has not moved"
    assert place_of(world, "chris") == (22.0, 50.0)
    play(world, "east 180")
    assert distance(world, "neil", "guard") > 0.4, "a man on his knees has to be walked round"


def searched(world: World, seconds: float) -> list[events.ItemSearched]:
    return those(play(world, f"use {round(seconds * 60)}"), events.ItemSearched)


def test_cases_are_gone_through_until_the_right_one() -> None:
    world = truck(items=CASES)
    world.item_named["case_3"].is_wanted = True
    assert [e.was_found for e in searched(world, 9)] == [False, False, False, True]
    assert world.item_named["case_3"].is_found


def test_the_search_is_over_when_the_right_case_is_found() -> None:
    world = truck(items=CASES)
    world.item_named["case_3"].is_wanted = True
    assert len(searched(world, 20)) == 4


def test_the_route_sheet_spares_most_of_the_search() -> None:
    sheet = Item(50, 50, "sheet", "route_sheet", inside="guard", seconds=1)
    world = truck(person("guard", 45.5, 51, name="guard"), items=(*CASES, sheet))
    world.item_named["case_5"].is_wanted = True
    guard = who(world, "guard")
    disarmed(world, "guard")
    holding.hold(world, guard)
    play(world, "aim south, use 70", target=guard.id)
    assert world.item_named["sheet"].is_found
    play(world, "wait 2")
    found = searched(world, 12)
    assert len(found) <= 3
    assert found[-1].was_found


def test_a_bag_is_taken_and_its_weight_slows() -> None:
    world = truck(items=BAGS)
    found = play(world, "use 70", target=ITEM_TARGET)
    assert len(those(found, events.ItemTaken)) == 1
    play(world, "west 60")
    laden = speed_of(world, "chris")
    play(world, "drop 1, west 60")
    assert laden < 0.8 * speed_of(world, "chris")


def test_a_bag_can_be_thrown_and_picked_up() -> None:
    world = truck(items=BAGS)
    play(world, "use 70", target=ITEM_TARGET)
    bag = world.item_named["bag_1"]
    play(world, "aim west, throw 1, wait 60")
    assert bag.state == "lying"
    assert 42 > bag.x > 38


def test_prisoners_are_tied_once_for_each_tie() -> None:
    world = yard([person("neil", 20, 50), person("guard", 21, 50, name="one"), person("guard", 20, 51, name="two")])
    for name in ("one", "two"):
        disarmed(world, name)
        holding.hold(world, who(world, name))
    found = play(world, "aim east, use 100, wait 2, use 100")
    assert len(those(found, events.PersonTied)) == 1
    assert who(world, "one").stance == Stance.TIED


def test_a_hothead_is_disarmed_by_his_own() -> None:
    world = yard([person("neil", 20, 50), person("waingro", 21, 50)], still=["waingro"])
    who(world, "waingro").temper = 0.8
    play(world, "aim east, disarm 70")
    assert who(world, "waingro").guns == []
    assert who(world, "waingro").temper == 0


def test_a_strip_laid_across_the_road_opens_tyres() -> None:
    strip = Item(60, 48, "strip", "spike_strip", seconds=1)
    world = yard(
        [person("neil", 60, 48.5)], [vehicle("patrol_car", 35, 50, name="car")], items=[strip], size=(400, 100)
    )
    play(world, "use 40, wait 2")
    assert those(play(world, "aim east, use 70"), events.StripLaid)
    play(world, "run+north 120")
    push(world, "car", 20)
    found = run(world, 3)
    assert len({e.tyre for e in those(found, events.TyreBurst)}) == 4
    assert all(e.cause == "spikes" for e in those(found, events.TyreBurst))
    run(world, 4)
    assert max(car(world).tyres) < 0.2


def test_a_strip_in_the_hands_opens_nothing() -> None:
    strip = Item(60, 48, "strip", "spike_strip", seconds=1)
    world = yard([person("neil", 60, 46)], [vehicle("patrol_car", 45, 50, name="car")], items=[strip])
    push(world, "car", 15)
    assert not those(run(world, 3), events.TyreBurst)


def test_a_firebomb_burns_a_car_and_drives_people_out() -> None:
    bomb = Item(40, 47, "bomb", "firebomb", seconds=2)
    world = yard(
        [person("neil", 40, 47.5), person("chris", 40, 50, vehicle="car")],
        [vehicle("van", 40, 50, name="car")],
        items=[bomb],
        still=["chris"],
    )
    play(world, "use 40, wait 2")
    found = play(world, "aim south, use 130")
    assert those(found, events.FireStarted)
    found = run(world, 2)
    assert those(found, events.Left)
    run(world, 21)
    assert car(world).stage == 4
    assert not car(world).has_engine


@pytest.mark.parametrize("spec", ["sedan", "van"])
def test_only_armoured_trucks_and_their_like_have_doors_to_blow(spec: str) -> None:
    world = yard([person("chris", 45.5, 50)], [vehicle(spec, 50, 50)])
    assert not those(play(world, "use 300"), events.ChargePlanted)


def test_a_burnt_out_car_does_not_drive() -> None:
    world = yard([person("neil", 40, 50, vehicle="car")], [vehicle("van", 40, 50, name="car")])
    fires.ignite(world, car(world))
    car(world).burning_ticks = 20 * 60 - 2
    drive(world, "gas 60")
    assert not car(world).has_engine


def test_while_the_wound_is_seen_to_that_is_told_once() -> None:
    world = yard([person("neil", 20, 50), person("chris", 21, 50)], still=("chris",))
    damage.fall(world, who(world, "chris"), NOBODY)
    play(world, "disarm 30")
    assert world_prompts(world) == ("", "", "treat")


def test_who_goes_through_a_truck_finds_a_way_to_its_doors_past_what_rammed_it() -> None:
    world = yard(
        [person("chris", 42, 46), person("neil", 42, 44)],
        [TRUCK, vehicle("tow_truck", 44.4, 51.2, "south", name="rig")],
        items=CASES,
        plans=[plan("chris", start=call("search", vehicle="truck"))],
    )
    car(world, "truck").is_open = True
    for _ in range(40 * 60):
        world.step(world.suggest())
        if any(item.is_searched for item in world.items):
            return
    raise AssertionError("he never reached them")
