"""What a player is pointed at and offered: the goal's marker, the deed at hand, the seat of a car. Reads everything, changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import view
from game.sim.entities import NOBODY, Person, Vehicle
from game.sim.mission import director
from game.sim.mission.calls import fill
from game.sim.systems import boarding, cutting, deeds, fires, hands

if TYPE_CHECKING:
    from game.sim.world import World


def markers(world: World) -> tuple[view.MarkerView, ...]:
    """Where the goal of now lies: at one of these places."""
    beat = director.goal(world)
    if beat is None:
        return ()
    return tuple(_marker(world, fill(name, world.mission.facts), beat.goal) for name in beat.marker)


def _marker(world: World, name: str, goal: str) -> view.MarkerView:
    x, y, _ = world.spot(name)
    vehicle = world.vehicle_named.get(name)
    if vehicle is not None and world.vehicle_specs[vehicle.id].has_cargo_doors and _is_still(vehicle):
        # There is nothing to do about it but at its doors.
        x, y = fires.stern(world, vehicle)
        return view.MarkerView(x, y, goal, "goal")
    kind = "vehicle" if name in world.vehicle_named else "person" if name in world.person_named else "goal"
    return view.MarkerView(x, y, goal, kind)


def _is_still(vehicle: Vehicle) -> bool:
    return vehicle.is_on_side or vehicle.is_open or not vehicle.has_engine


def prompts(world: World, body: Person) -> tuple[str, str, str]:
    """What the hand could do here (`take_firebomb`, `hand:Chris`, `drop`, `put_down`) or lacks (`no_ties`), what a door is for (`enter`,
    `hijack`, `leave`, `wheel`), and what the key for guns and wounds would do (`treat`, `disarm`): a man who lies there can be lifted or
    seen to, and both are offered."""
    if body.vehicle >= 0:
        deed = deeds.seated(world, body) if body.is_able else None
        verb = deed.verb if deed is not None else ""
        return verb, "wheel" if boarding.has_lost_its_driver(world, body) else "leave", ""
    if body.lifting >= 0:
        return "drop", _door_for_two(world, body), ""
    deed = deeds.option(world, body) if body.is_able else None
    vehicle = boarding.nearest(world, body) if body.is_able else None
    enter = ""
    if vehicle is not None:
        seat = boarding.free_seat(world, body, vehicle)
        enter = "hijack" if vehicle.seats[seat] >= 0 else "enter"
    if not enter and body.is_able and world.place.climbs and cutting.could_cut(world, body):
        enter = "cut"
    own = _wound_or_gun(world, body) if body.is_able else ""
    verb = _named(world, deed) if deed is not None else _without_a_deed(world, body)
    # While DISARM is held the hand at work is DISARM's: it is told once, on its own key.
    return "" if verb == own else verb, enter, own


def _door_for_two(world: World, body: Person) -> str:
    """Whether a car is at hand for him and the wounded man he carries: one key puts both into it."""
    is_own = world.person(body.lifting).side == body.side
    return "load" if is_own and body.is_able and boarding.nearest(world, body) is not None else ""


def _has_bag(world: World, body: Person) -> bool:
    """Whether he has a bag in his hands, which he can set down while nobody is after him yet."""
    return world.heat.stage == 0 and body.item >= 0 and world.items[body.item].kind in hands.BAGS


def _without_a_deed(world: World, body: Person) -> str:
    """What is told where the hand can do nothing: that a bag can be put down, or what is missing to tie a prisoner."""
    if _has_bag(world, body):
        return "put_down"
    return "no_ties" if body.is_able and deeds.kneeling_untied(world, body) else ""


def _wound_or_gun(world: World, body: Person) -> str:
    """What DISARM would do to one of his own; and to a guard who kneels, where there is no tie left that would settle his gun too."""
    guards = [other.id for other in deeds.kneeling_untied(world, body) if other.side != "civilian"]
    own = [
        deed
        for deed in deeds.disarm_deeds(world, body)
        if deed.target != NOBODY and (world.person(deed.target).side == body.side or deed.target in guards)
    ]
    return "treat" if any(deed.verb == "treat" for deed in own) else "disarm" if own else ""


def _named(world: World, deed: deeds.Deed) -> str:
    """The verb of a deed; of taking also what: `take_firebomb`; of handing on also to whom: `hand:Chris`."""
    if deed.verb == "hand":
        return f"hand:{world.label_of(world.person(deed.target).name)}"
    if deed.verb != "take":
        return deed.verb
    return f"take_{world.items[deed.target - deeds.ITEM_TARGET].kind}"
