"""A robbery: weapons under coats, everybody down, one gun for eight people, keys, packs, bags on straps, the calm way out."""

from __future__ import annotations

import pytest

from game.content.level import Beat, Fixture, Item, Marker
from game.sim.ai.behaviours import fight
from game.sim.entities import Stance
from game.sim.events import Spoken
from game.sim.input_frame import Button, InputFrame
from game.sim.mission import actions, triggers
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.systems import arms, carrying, damage, deeds, dispatch, hands, holding, spawning, wanted
from game.sim.world import World
from tests.worlds import (
    call,
    catalog,
    person,
    plan,
    play,
    put,
    run,
    run_until,
    vehicle,
    wall,
    who,
    yard,
    yard_level,
    zone,
)

NEIL = person("neil", 50, 50)
HALL = zone("hall", 40, 40, 40, 20)


def bag(x: float, y: float, seconds: float = 4.0, kind: str = "duffel_bag", name: str = "bag") -> Item:
    return Item(x, y, name, kind, seconds=seconds, weight=30.0)


def conceal(world: World, *names: str) -> None:
    actions.Arms(names, is_out=False).act(world)


# --------------------------------------------------------------------------- under coats, in holsters


def test_a_guard_takes_an_armed_man_without_a_gun_in_his_hand_for_a_customer() -> None:
    world = yard([NEIL, person("guard", 42, 50)])
    conceal(world, "neil", "guard")
    run(world, 4)
    assert who(world, "guard").gun < 0
    assert who(world, "guard").stance == Stance.STAND
    assert world.mission.counters.get("shots", 0) == 0


def test_a_guard_with_a_gun_on_him_before_his_own_is_out_gives_up() -> None:
    world = yard([NEIL, person("guard", 45, 50)])
    conceal(world, "neil", "guard")
    run(world, 0.5)
    actions.Arms(("neil",)).act(world)
    play(world, "aim west, wait 60")
    assert who(world, "guard").stance == Stance.KNEEL
    assert who(world, "guard").gun < 0


def test_a_guard_who_sees_a_gun_that_is_not_on_him_draws_and_not_at_once() -> None:
    world = yard([NEIL, person("guard", 34, 50)])  # beyond what one man holds
    conceal(world, "guard")
    run_until(world, lambda w: who(w, "guard").gun >= 0, 4)
    assert who(world, "guard").gun >= 0
    assert world.tick > 60


def test_whoever_is_shot_at_reaches_under_his_coat() -> None:
    world = yard([NEIL])
    conceal(world, "neil")
    run(world, 1)
    assert arms.is_concealed(who(world, "neil"))
    who(world, "neil").near_miss_tick = world.tick
    run(world, 0.3)
    assert who(world, "neil").gun == 0


def test_a_concealed_weapon_is_drawn_with_the_key_that_changes_weapons() -> None:
    world = yard([NEIL])
    conceal(world, "neil")
    play(world, "next_weapon 1")
    assert who(world, "neil").gun == 0


def test_passers_by_fear_the_gun_and_not_the_man() -> None:
    world = yard([NEIL, person("pedestrian", 42, 50)], still=["pedestrian"])
    conceal(world, "neil")
    run(world, 3)
    assert who(world, "pedestrian").fear == 0.0
    actions.Arms(("neil",)).act(world)
    run(world, 2)
    assert who(world, "pedestrian").fear > 0.3


def test_the_police_know_faces_only_once_they_have_been_described() -> None:
    world = yard([NEIL, person("hanna", 70, 50, "west")])
    conceal(world, "neil", "hanna")
    neil = who(world, "neil")
    world.heat.stage = 3
    hanna = world.minds[who(world, "hanna").id]
    assert not wanted.recognises(world, hanna, neil, 400.0)
    actions.Describe().act(world)
    assert wanted.recognises(world, hanna, neil, 400.0)


# --------------------------------------------------------------------------- everybody down


def crowd(count: int, spec: str = "pedestrian", **more: object) -> World:
    """Neil in the middle, a row of people before him, all down."""
    people = [person(spec, 54 + n % 3 * 1.2, 45 + n // 3 * 1.5, name=f"one_{n}") for n in range(count)]
    world = yard([NEIL, *people], zones=[HALL], **more)
    holding.get_down(world, world.zones["hall"])
    return world


def down(world: World) -> int:
    return sum(1 for p in world.people if p.stance == Stance.KNEEL)


def test_everybody_in_the_zone_gets_down_but_crew_police_and_drawn_guns() -> None:
    outside, armed = person("pedestrian_b", 90, 50), person("guard", 60, 55, name="armed")
    people = [NEIL, person("pedestrian", 60, 50), person("guard", 60, 45), armed, outside, person("patrol", 62, 50)]
    world = yard(people, zones=[HALL])
    conceal(world, "guard")
    holding.get_down(world, world.zones["hall"])
    kneeling = [p.name for p in world.people if p.stance == Stance.KNEEL]
    assert kneeling == ["pedestrian", "guard"]


def test_one_gun_holds_eight() -> None:
    world = crowd(15)
    play(world, "aim east, wait 3600")
    assert down(world) == 8


def test_eight_are_held_as_long_as_one_looks() -> None:
    world = crowd(8)
    play(world, "aim east, wait 3600")
    assert down(world) == 8


def test_looking_from_one_half_to_the_other_holds_them_all() -> None:
    world = crowd(12)
    for _ in range(12):
        play(world, "aim north_east, wait 240, aim south_east, wait 240")
    assert down(world) == 12


def test_a_timid_bystander_stays_down_longer_than_a_brave_one() -> None:
    def seconds(spec: str) -> float:
        world = crowd(1, spec)
        play(world, "aim west, wait 1")
        run_until(world, lambda w: down(w) == 0, 90)
        return world.tick / 60

    assert 20 < seconds("pedestrian_d") < seconds("pedestrian") < 60


def test_a_brave_one_goes_for_the_alarm_and_it_is_heard() -> None:
    called = 0
    for seed in range(6):
        world = crowd(1, "pedestrian_d", fixtures=[Fixture(58, 48, "alarm", "alarm")], seed=seed)
        play(world, "aim west, wait 1")
        run(world, 45)
        called += world.mission.counters.get("calls", 0)
    assert called >= 3  # three of four are brave


def test_whoever_is_not_brave_runs() -> None:
    world = crowd(1, "pedestrian")
    start = world.position(who(world, "one_0").id)
    play(world, "aim west, wait 1")
    run(world, 60)
    x, y = world.position(who(world, "one_0").id)
    assert (x - start[0]) ** 2 + (y - start[1]) ** 2 > 100
    assert world.mission.counters["control_lost"] == 1


# --------------------------------------------------------------------------- gun, pockets, tie


def test_secure_takes_the_gun_empties_the_pockets_and_ties() -> None:
    key = Item(54, 50, "key", "key", inside="guard", seconds=1.0)
    world = yard(
        [NEIL, person("guard", 55, 50, "west")],
        items=[key],
        plans=[plan("neil", start=call("secure", people=("guard",)))],
    )
    conceal(world, "guard")
    holding.hold(world, who(world, "guard"))
    secured = triggers.Secured(("guard",), 1)
    assert not secured.holds(world, 0)
    while world.tick < 900:
        world.step(world.suggest())
    guard = who(world, "guard")
    assert guard.guns == [] and guard.stance == Stance.TIED
    assert world.item_named["key"].is_found
    assert secured.holds(world, 0)


# --------------------------------------------------------------------------- packs and bags


def test_what_is_locked_away_cannot_be_taken_and_packing_takes_its_time() -> None:
    world = yard([NEIL], items=[bag(50.5, 50)])
    actions.Lock(("bag",)).act(world)
    play(world, "use 120")
    assert world.item_named["bag"].state == "locked"
    actions.Lock(("bag",), is_locked=False).act(world)
    play(world, "wait 10, use 200")
    assert world.item_named["bag"].state == "shelved"
    play(world, "wait 10, use 260")
    assert world.item_named["bag"].state == "carried"
    assert triggers.Carried(("bag",)).holds(world, 0)


def test_a_bag_put_down_is_picked_up_at_once() -> None:
    world = yard([NEIL], items=[bag(50.5, 50, 20.0)])
    play(world, "use 60")
    assert world.item_named["bag"].state == "carried"


def test_one_fires_with_a_bag_on_the_shoulder_and_not_with_one_in_the_hands() -> None:
    for kind, fires in (("duffel_bag", True), ("cash_bag", False)):
        world = yard([NEIL], items=[bag(50.5, 50, kind=kind)])
        play(world, "use 60, wait 30")
        assert world.item_named["bag"].state == "carried"
        assert hands.are_full(world, who(world, "neil")) is not fires
        play(world, "fire+aim 30")
        assert (who(world, "neil").shots > 0) is fires


def test_deliver_packs_it_and_puts_it_down_at_the_marker() -> None:
    world = yard(
        [NEIL], items=[bag(54, 50, 1.0)], markers=[Marker(62, 50, "drop")], zones=[zone("there", 60, 48, 4, 4)],
        plans=[plan("neil", start=call("deliver", item="bag", to="drop"))],
    )  # fmt: skip
    actions.Lock(("bag",), is_locked=False).act(world)
    lies = triggers.ItemInZone("bag", "there")
    assert not lies.holds(world, 0)
    while world.tick < 1200:
        world.step(world.suggest())
    assert lies.holds(world, 0)
    assert world.item_named["bag"].state == "lying"


def test_whoever_still_holds_another_bag_puts_it_down_at_the_marker_and_then_fetches_his() -> None:
    world = yard(
        [NEIL, person("chris", 52, 54)], items=[bag(54, 50), bag(52, 54, name="other")], markers=[Marker(62, 50, "drop")],
        zones=[zone("there", 60, 48, 4, 4)], plans=[plan("chris", start=call("deliver", item="bag", to="drop"))],
        still=("neil",),
    )  # fmt: skip
    carrying.take(world, who(world, "chris"), world.item_named["other"])
    run_until(world, lambda w: all(triggers.ItemInZone(name, "there").holds(w, 0) for name in ("other", "bag")), 20)
    run(world, 1)
    assert who(world, "chris").item == -1, "and leaves both there"


def test_a_bag_is_brought_out_once_it_lies_outside_or_is_carried_on_beyond() -> None:
    vault, back = zone("vault", 45, 45, 10, 10), zone("back", 45, 45, 16, 10)
    world = yard([NEIL], items=[bag(50.5, 50), bag(50, 53, name="bag_2")], zones=[vault, back])
    out = triggers.BroughtOut(("bag", "bag_2"), "vault", "back")
    assert not out.holds(world, 0)
    play(world, "use 60, wait 30")
    put(world, "neil", 58, 50)
    play(world, "wait 2")
    assert not out.holds(world, 0)  # in hands on the way
    play(world, "drop 2, wait 2")
    assert out.holds(world, 0) and not triggers.BroughtOut(("bag", "bag_2"), "vault", "back", 2).holds(world, 0)
    play(world, "use 60, wait 30")
    assert world.item_named["bag"].state == "carried" and not out.holds(world, 0)
    put(world, "neil", 64, 50)
    play(world, "wait 2")
    assert out.holds(world, 0)


def test_whoever_has_a_bag_in_his_hands_is_told_that_he_can_put_it_down_until_they_are_after_him() -> None:
    world = yard([NEIL], items=[bag(50.5, 50)])
    play(world, "use 60, wait 30")
    put(world, "neil", 60, 50)
    play(world, "wait 2")
    assert picture(world).hud.prompt == "put_down"
    dispatch.raise_stage(world, 1, "shots")
    play(world, "wait 2")
    assert picture(world).hud.prompt == ""


def test_two_men_who_take_do_not_take_the_same() -> None:
    names = ("bag", "bag_2")
    world = yard(
        [NEIL, person("chris", 50, 52)], items=[bag(54, 50), bag(54, 52, name="bag_2")],
        plans=[plan("neil", start=call("take", items=names)), plan("chris", start=call("take", items=names))],
    )  # fmt: skip
    while world.tick < 600:
        world.step(world.suggest())
    assert {who(world, "neil").item, who(world, "chris").item} == {0, 1}


def test_walk_goes_at_a_walk() -> None:
    world = yard([NEIL], markers=[Marker(70, 50, "door", 16384)], plans=[plan("neil", start=call("walk", at="door"))])
    fastest = 0.0
    while world.tick < 900:
        world.step(world.suggest())
        fastest = max(fastest, world.speed(world.player))
        assert not who(world, "neil").buttons & Button.RUN
    x, _ = world.position(world.player)
    assert abs(x - 70) < 1.0 and fastest < 3.0


# --------------------------------------------------------------------------- what else the story needed


def test_a_vehicle_whose_place_is_taken_stays_away_with_its_driver() -> None:
    world = yard(
        [NEIL, person("driver", 80, 50, vehicle="late")],
        [vehicle("sedan", 80, 50, name="first"), vehicle("sedan", 81, 50, name="late", is_absent=True)],
    )
    spawning.appear(world, "late")
    assert world.vehicle_named["late"].is_absent and who(world, "driver").is_absent
    put(world, "first", 20, 20)
    spawning.appear(world, "late")
    assert not world.vehicle_named["late"].is_absent and not who(world, "driver").is_absent


def test_a_beat_may_ask_for_the_plan_of_the_run() -> None:
    beat = Beat("chosen", when=call("fact", name="plan", equals="two_bags"))
    for name, comes in (("two_bags", True), ("", False)):
        world = World.new(yard_level([NEIL], beats=[beat]), catalog(), RunSetup("yard", plan=name))
        run(world, 0.5)
        assert ("chosen" in world.mission.reached) is comes


def test_nobody_fights_with_his_gun_under_the_coat() -> None:
    world = yard([NEIL, person("hanna", 70, 50, "west")])
    conceal(world, "neil")
    mind = world.minds[world.player]
    mind.target, mind.seen_tick = who(world, "hanna").id, world.tick
    assert not fight.wants_to(world, who(world, "neil"), mind)


# --------------------------------------------------------------------------- from man to man, on the back, at the scanner


def test_a_bag_goes_from_man_to_man() -> None:
    world = yard(
        [NEIL, person("chris", 60, 50), person("cheritto", 70, 50)],
        items=[bag(56, 50)],
        plans=[plan("chris", start=call("relay", item="bag", to="cheritto"))],
        still=("neil", "cheritto"),
    )
    run_until(world, lambda w: who(w, "cheritto").item == 0, 15)
    assert who(world, "chris").item == -1 and world.items[0].carrier == who(world, "cheritto").id
    run(world, 2)
    assert who(world, "cheritto").item == 0, "and it stays there"


def test_nobody_is_handed_a_second_bag_or_given_one_when_he_is_down() -> None:
    for hinder in ("full", "down"):
        world = yard(
            [NEIL, person("chris", 60, 50), person("cheritto", 70, 50)],
            items=[bag(56, 50), bag(70, 50, name="other")],
            plans=[plan("chris", start=call("relay", item="bag", to="cheritto"))],
            still=("neil", "cheritto"),
        )
        if hinder == "full":
            carrying.take(world, who(world, "cheritto"), world.items[1])
        else:
            damage.fall(world, who(world, "cheritto"), -1)
        run(world, 12)
        assert who(world, "chris").item == 0


def test_a_player_hands_his_bag_to_the_friend_he_points_at() -> None:
    world = yard(
        [NEIL, person("chris", 51, 51), person("cheritto", 51, 49)], items=[bag(50.5, 50)], still=("chris", "cheritto")
    )
    play(world, "use 60, wait 2")
    assert who(world, "neil").item == 0 and picture(world).hud.prompt == "put_down", "he points at neither"
    play(world, "aim south_east, wait 2")
    assert picture(world).hud.prompt == f"hand:{world.label_of('chris')}"
    play(world, "use 60")
    assert who(world, "neil").item == -1 and who(world, "chris").item == 0
    assert world.items[0].carrier == who(world, "chris").id
    play(world, "aim north_east, wait 2")
    assert picture(world).hud.prompt == "", "there is nothing left to hand on"


def test_the_key_that_took_a_bag_does_not_go_on_to_give_it_away() -> None:
    world = yard([NEIL, person("chris", 51, 50)], items=[bag(50.5, 50)], still=("chris",))
    play(world, "aim east, use 120")
    assert who(world, "neil").item == 0 and who(world, "chris").item == -1
    play(world, "wait 2, use 60")
    assert who(world, "chris").item == 0, "pressed anew it does"


@pytest.mark.parametrize("named", ["nobody", "chris", "bag"])
def test_whoever_means_something_else_hands_nothing_to_the_friend_he_happens_to_face(named: str) -> None:
    """The crew's own mind in the player's body names what it means: what is out of reach does not make it give its bag away."""
    world = yard([NEIL, person("chris", 51, 50)], items=[bag(50.5, 50), bag(70, 50, name="far")], still=("chris",))
    play(world, "use 30, wait 2")
    assert who(world, "neil").item == 0
    target = {"nobody": -1, "chris": who(world, "chris").id, "bag": deeds.ITEM_TARGET + 1}[named]
    run(world, 1, InputFrame(0, 0, 0, 40, Button.USE, 0, target, 0))
    assert (who(world, "neil").item == 0) is (named == "bag")


@pytest.mark.parametrize(
    ("height", "material", "is_offered"), [(3.0, "concrete", False), (3.0, "glass", False), (1.0, "wood", True)]
)
def test_a_bag_goes_over_a_counter_and_not_through_a_wall(height: float, material: str, is_offered: bool) -> None:
    between = wall(50.5, 48, 0.2, 4, height=height, material=material)
    world = yard([NEIL, person("chris", 51.2, 50)], items=[bag(49.6, 50)], walls=[between], still=("chris",))
    play(world, "use 60, aim east, wait 2")
    assert (picture(world).hud.prompt == f"hand:{world.label_of('chris')}") is is_offered


def test_a_bag_is_not_handed_to_a_full_man_nor_to_anybody_but_a_friend() -> None:
    world = yard(
        [NEIL, person("chris", 51, 51), person("guard", 51, 49)], items=[bag(50.5, 50), bag(51.5, 51, name="other")]
    )
    carrying.take(world, who(world, "chris"), world.items[1])
    play(world, "use 60, aim south_east, wait 2")
    assert picture(world).hud.prompt == "put_down"
    play(world, "aim north_east, wait 2")
    assert picture(world).hud.prompt == "put_down"


def test_whoever_stands_over_a_held_man_is_told_that_he_can_tie_him() -> None:
    world = yard([NEIL, person("guard", 51, 50)])
    holding.hold(world, who(world, "guard"))
    play(world, "wait 2")
    assert who(world, "neil").zip_ties > 0 and picture(world).hud.prompt == "tie"
    play(world, "use 120")
    assert who(world, "guard").stance == Stance.TIED
    play(world, "wait 2")
    assert picture(world).hud.prompt == ""


def test_who_has_no_ties_left_is_told_so_and_that_he_can_take_the_gun() -> None:
    world = yard([NEIL, person("guard", 51, 50)])
    holding.hold(world, who(world, "guard"))
    who(world, "neil").zip_ties = 0
    play(world, "wait 2")
    assert (picture(world).hud.prompt, picture(world).hud.prompt_wound) == ("no_ties", "disarm")
    play(world, "disarm 70, wait 2")
    assert who(world, "guard").guns == []
    assert (picture(world).hud.prompt, picture(world).hud.prompt_wound) == ("no_ties", "")


def test_nothing_is_told_of_ties_or_guns_to_who_still_has_one() -> None:
    world = yard([NEIL, person("guard", 51, 50)])
    holding.hold(world, who(world, "guard"))
    play(world, "wait 2")
    assert (picture(world).hud.prompt, picture(world).hud.prompt_wound) == ("tie", "")


def test_who_carries_a_wounded_friend_has_a_pistol_in_the_other_hand() -> None:
    world = yard([NEIL, person("chris", 51, 50), person("patrol", 70, 50, "west")], still=("chris", "patrol"))
    neil = who(world, "neil")
    assert not world.catalog.weapons[neil.guns[neil.gun].weapon].is_one_handed
    damage.fall(world, who(world, "chris"), -1)
    play(world, "use 60")
    assert neil.lifting == who(world, "chris").id
    assert world.catalog.weapons[neil.guns[neil.gun].weapon].is_one_handed
    run(world, 1)
    play(world, "aim+fire 3, aim 20")
    assert neil.shots == 1 and neil.lifting >= 0
    play(world, "drop 2, wait 10")
    assert neil.lifting < 0 and neil.gun == 0, "both hands on the rifle again"


@pytest.mark.parametrize(("step", "is_heard"), [("listen", True), ("wait", False)])
def test_the_polices_radio_is_heard_by_who_sits_at_the_scanner(step: str, is_heard: bool) -> None:
    tip = Beat("tip", when=call("seconds", after=1.0), do=(call("say", who="Radio", line="A tip.", on_scanner=True),))
    world = yard([NEIL, person("breedan", 60, 50)], beats=[tip], plans=[plan("breedan", start=call(step))])
    found = run(world, 3)
    assert any(isinstance(event, Spoken) and event.line == "A tip." for event in found) is is_heard


def test_chris_goes_on_packing_when_a_friend_who_watched_the_hall_has_fallen() -> None:
    """What the fallen did is less than what he is at: he does not leave the vault to stand in a hall."""
    world = yard(
        [NEIL, person("chris", 52, 54), person("cheritto", 70, 50)], items=[bag(56, 54, 1.0)],
        markers=[Marker(62, 54, "drop"), Marker(72, 50, "post")],
        plans=[
            plan("neil", start=call("watch", at="post")), plan("cheritto", start=call("watch", at="post")),
            plan("chris", start=call("deliver", item="bag", to="drop")),
        ],
    )  # fmt: skip
    actions.Lock(("bag",), is_locked=False).act(world)
    damage.die(world, who(world, "cheritto"), who(world, "cheritto").id, "shot")
    run(world, 20)
    lies = world.item_named["bag"]
    assert lies.state == "lying" and abs(lies.x - 62) < 2.0
