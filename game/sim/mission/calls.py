"""Names a screenplay may use, and how what it says becomes trigger, action and step objects.

`bind` resolves facts ("$name", or {name} inside a text) and nested calls. The level loader checks names and arguments with the same tables.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache

from game.content.level import Call
from game.sim.ai import steps
from game.sim.mission import actions, duel_calls, light_actions, police_actions, staging, triggers

Facts = dict[str, tuple[str, ...]]

TRIGGERS: dict[str, type] = {
    "seconds": triggers.Seconds,
    "vehicle_in_zone": triggers.VehicleInZone,
    "person_in_zone": triggers.PersonInZone,
    "distance_below": triggers.DistanceBelow,
    "stopped": triggers.Stopped,
    "stuck": triggers.Stuck,
    "tipped": triggers.Tipped,
    "disabled": triggers.Disabled,
    "rammed": triggers.Rammed,
    "opened": triggers.Opened,
    "door_opened": triggers.DoorOpened,
    "out": triggers.Out,
    "held": triggers.Held,
    "aboard": triggers.Aboard,
    "found": triggers.Found,
    "clock_below": triggers.ClockBelow,
    "counted": triggers.Counted,
    "fact": triggers.Fact,
    "died": triggers.Died,
    "arrested": triggers.Arrested,
    "fired": triggers.Fired,
    "temper_over": triggers.TemperOver,
    "unseen": triggers.Unseen,
    "stage_at_least": triggers.StageAtLeast,
    "burning": triggers.Burning,
    "laid": triggers.Laid,
    "crew_out": triggers.CrewOut,
    "carried": triggers.Carried,
    "item_in_zone": triggers.ItemInZone,
    "brought_out": triggers.BroughtOut,
    "secured": triggers.Secured,
    "shielded": triggers.Shielded,
    "tyre_out": triggers.TyreOut,
    "suspicious": triggers.Suspicious,
    "came": triggers.Came,
    "spent": duel_calls.Spent,
    "facing": duel_calls.Facing,
    "slipped": duel_calls.Slipped,
    "held_in_sight": duel_calls.HeldInSight,
    "all": triggers.All,
    "any": triggers.AnyOf,
    "not": triggers.Not,
}

ACTIONS: dict[str, type] = {
    "say": actions.Say,
    "clock": actions.Clock,
    "set_fact": actions.SetFact,
    "give_step": actions.GiveStep,
    "mask": actions.Mask,
    "dispatch": actions.Dispatch,
    "appear": actions.Appear,
    "stage": actions.Stage,
    "deafen": actions.Deafen,
    "window": actions.Window,
    "allow_leave": actions.AllowLeave,
    "hush": actions.Hush,
    "count": actions.Count,
    "cause": actions.Cause,
    "switch_sound": actions.SwitchSound,
    "switch_lights": light_actions.SwitchLights,
    "temper": actions.Temper,
    "wanted": actions.Wanted,
    "hide_gun": actions.HideGun,
    "hasten": actions.Hasten,
    "arms": actions.Arms,
    "get_down": actions.GetDown,
    "lock": actions.Lock,
    "open_door": actions.OpenDoor,
    "lock_door": actions.LockDoor,
    "unlock_door": actions.UnlockDoor,
    "describe": actions.Describe,
    "change_clothes": police_actions.ChangeClothes,
    "siren": police_actions.Siren,
    "disguise": police_actions.Disguise,
    "report_car": police_actions.ReportCar,
    "report_person": police_actions.ReportPerson,
    "air_unit": police_actions.AirUnit,
    "roadblock": police_actions.Roadblock,
    "close_street": police_actions.CloseStreet,
    "place": staging.Place,
    "put": staging.Put,
    "tie": staging.Tie,
    "vest": staging.Vest,
    "empty_trunk": staging.EmptyTrunk,
    "gather": staging.Gather,
    "gear": duel_calls.Gear,
    "pocket": duel_calls.Pocket,
    "end": actions.End,
}

_STEP_CLASSES = (
    steps.Wait, steps.DriveRoute, steps.DriveInto, steps.Tail, steps.Hold, steps.Watch, steps.Fetch, steps.Charge,
    steps.Search, steps.Lay, steps.Board, steps.Escape, steps.Burn, steps.Follow, steps.Strike, steps.Shoot,
    steps.WalkRoute, steps.Wander, steps.CallPhone, steps.Gawk, steps.Respond, steps.PatrolThrough, steps.Traffic,
    steps.Kneel, steps.Flee, steps.GoTo, steps.PickUp, steps.Surrender, steps.Secure, steps.Take, steps.Deliver, steps.Walk,
    steps.Open, steps.Arrest, steps.Flank, steps.Pursue, steps.Seize, steps.RunTo, steps.Climb, steps.Cut, steps.Hunt, steps.Evade,
    steps.ManBlock, steps.ShakeOff, steps.Change, steps.Report, steps.Challenge, steps.Relay, steps.Listen, steps.Disable,
    steps.Cordon, steps.Rounds, steps.LookOut,
)  # fmt: skip


@cache
def snake(name: str) -> str:
    """The name a screenplay uses for a class: DriveRoute -> drive_route."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


STEPS: dict[str, type] = {snake(kind.__name__): kind for kind in _STEP_CLASSES}


def spoken(step: object) -> str:
    """A step as a screenplay writes it: its name, then whatever is not as when it is left out."""
    said = [snake(type(step).__name__)]
    for one in fields(step):  # type: ignore[arg-type]
        value = getattr(step, one.name)
        if value != one.default:
            said.append(f"{one.name}={_short(value)}")
    return " ".join(said)


def _short(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_short, value))
    return f"{value:.1f}" if isinstance(value, float) else str(value).lower() if isinstance(value, bool) else str(value)


def bind(call: Call, facts: Facts) -> object:
    """The trigger, action or step that `call` names, with "$fact" arguments filled in. Assumes a checked level."""
    kind = TRIGGERS.get(call.name) or ACTIONS.get(call.name) or STEPS[call.name]
    return kind(**{name: _value(kind, name, value, facts) for name, value in call.args})


def fill(text: str, facts: Facts) -> str:
    """A text with every {fact} replaced by what was drawn."""
    for fact in re.findall(r"{(\w+)}", text):
        if fact in facts:
            text = text.replace("{" + fact + "}", facts[fact][0])
    return text


def _value(kind: type, name: str, value: object, facts: Facts) -> object:
    if isinstance(value, str) and "{" in value:
        return fill(value, facts)
    if isinstance(value, Call):
        return bind(value, facts)
    if isinstance(value, tuple):
        bound: list[object] = []
        for one in value:
            if isinstance(one, str) and one.startswith("$"):
                bound.extend(facts[one[1:]])
            else:
                bound.append(_value(kind, name, one, facts))
        return tuple(bound)
    if isinstance(value, str) and value.startswith("$"):
        drawn = facts[value[1:]]
        wanted = str(kind.__dataclass_fields__[name].type)  # type: ignore[attr-defined]
        if wanted.startswith("tuple"):
            return drawn
        return float(drawn[0]) if wanted == "float" else int(drawn[0]) if wanted == "int" else drawn[0]
    return value
