"""What is bound to what: every action of the player, with up to two controls at the desk and two on the pad.

Owns the list of actions, the standard layout, rebinding and the strict reading of bindings out of settings.
Knows neither devices (`keyboard`, `pad`) nor where the settings lie (`game.app.settings`). A few actions count
only at the wheel of a vehicle; while driving, a control bound to one of those serves nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from game.content.faults import Fault
from game.input.controls import DESK_CONTROLS, PAD_CONTROLS, label
from game.sim.input_frame import Button, Order


class Action(StrEnum):
    """One thing the player can ask for; the values are the words of the settings file."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRE = "fire"
    AIM = "aim"
    RUN = "run"
    CROUCH = "crouch"
    RELOAD = "reload"
    USE = "use"
    ENTER = "enter"
    DROP = "drop"
    THROW = "throw"
    MELEE = "melee"
    SHOUT = "shout"
    NEXT_WEAPON = "next_weapon"
    MASK = "mask"
    DISARM = "disarm"
    LEAVE = "leave"
    GAS = "gas"
    BRAKE = "brake"
    HANDBRAKE = "handbrake"
    HORN = "horn"
    SIREN = "siren"
    FIRE_FROM_CAR = "fire_from_car"
    ORDERS = "orders"
    ORDER_HOLD = "order_hold"
    ORDER_COVER = "order_cover"
    ORDER_FOLLOW = "order_follow"
    ORDER_PLAN = "order_plan"
    SWITCH_1 = "switch_1"
    SWITCH_2 = "switch_2"
    SWITCH_3 = "switch_3"
    SWITCH_4 = "switch_4"
    SWITCH_5 = "switch_5"
    SWITCH_6 = "switch_6"
    PAUSE = "pause"
    RESTART = "restart"


BUTTON_OF: dict[Action, int] = {
    Action.FIRE: Button.FIRE,
    Action.AIM: Button.AIM,
    Action.RUN: Button.RUN,
    Action.CROUCH: Button.CROUCH,
    Action.RELOAD: Button.RELOAD,
    Action.USE: Button.USE,
    Action.ENTER: Button.ENTER,
    Action.DROP: Button.DROP,
    Action.THROW: Button.THROW,
    Action.MELEE: Button.MELEE,
    Action.SHOUT: Button.SHOUT,
    Action.NEXT_WEAPON: Button.NEXT_WEAPON,
    Action.HANDBRAKE: Button.HANDBRAKE,
    Action.HORN: Button.HORN,
    Action.SIREN: Button.SIREN,
    Action.MASK: Button.MASK,
    Action.DISARM: Button.DISARM,
    Action.LEAVE: Button.LEAVE,
    Action.FIRE_FROM_CAR: Button.FIRE,
}
"""The bit of `InputFrame.buttons` each action holds."""

AT_THE_WHEEL = frozenset({Action.GAS, Action.BRAKE, Action.HANDBRAKE, Action.HORN, Action.SIREN, Action.FIRE_FROM_CAR})
"""Actions that exist only while driving."""

SWITCHES = (
    Action.SWITCH_1,
    Action.SWITCH_2,
    Action.SWITCH_3,
    Action.SWITCH_4,
    Action.SWITCH_5,
    Action.SWITCH_6,
)

QUICK_ORDERS: dict[Action, int] = {
    Action.ORDER_HOLD: Order.HOLD,
    Action.ORDER_COVER: Order.COVER_ME,
    Action.ORDER_FOLLOW: Order.FOLLOW,
    Action.ORDER_PLAN: Order.PLAN,
}
"""Orders that have a key of their own beside the wheel."""

MOST_CONTROLS = 2

Controls = tuple[str, ...]

_DESK: dict[Action, Controls] = {
    Action.UP: ("key.w", "key.up"),
    Action.DOWN: ("key.s", "key.down"),
    Action.LEFT: ("key.a", "key.left"),
    Action.RIGHT: ("key.d", "key.right"),
    Action.FIRE: ("mouse.left",),
    Action.AIM: ("mouse.right",),
    Action.RUN: ("key.lshift", "key.rshift"),
    Action.CROUCH: ("key.c", "key.lctrl"),
    Action.RELOAD: ("key.r",),
    Action.USE: ("key.e",),
    Action.ENTER: ("key.f",),
    Action.DROP: ("key.g",),
    Action.THROW: ("key.h",),
    Action.MELEE: ("key.v",),
    Action.SHOUT: ("key.q",),
    Action.NEXT_WEAPON: ("key.x", "wheel.any"),
    Action.MASK: ("key.m",),
    Action.DISARM: ("key.t",),
    Action.LEAVE: ("key.backspace",),
    Action.HANDBRAKE: ("key.space",),
    Action.HORN: ("key.b",),
    Action.SIREN: ("key.l",),
    Action.ORDERS: ("key.tab",),
    Action.ORDER_HOLD: ("key.z",),
    Action.ORDER_COVER: ("key.y",),
    Action.ORDER_FOLLOW: ("key.u",),
    Action.ORDER_PLAN: ("key.j",),
    Action.SWITCH_1: ("key.1",),
    Action.SWITCH_2: ("key.2",),
    Action.SWITCH_3: ("key.3",),
    Action.SWITCH_4: ("key.4",),
    Action.SWITCH_5: ("key.5",),
    Action.SWITCH_6: ("key.6",),
    Action.PAUSE: ("key.escape", "key.p"),
    # Far from the fighting hand on purpose: one press is enough and nobody is asked.
    Action.RESTART: ("key.f5", "key.home"),
}

_PAD: dict[Action, Controls] = {
    Action.FIRE: ("pad.righttrigger",),
    Action.AIM: ("pad.lefttrigger",),
    Action.RUN: ("pad.leftstick",),
    Action.CROUCH: ("pad.b",),
    Action.RELOAD: ("pad.x",),
    Action.USE: ("pad.a",),
    Action.ENTER: ("pad.y",),
    Action.DROP: ("pad.leftshoulder+b",),
    Action.THROW: ("pad.leftshoulder+a",),
    Action.MELEE: ("pad.rightstick",),
    Action.SHOUT: ("pad.rightshoulder",),
    Action.NEXT_WEAPON: ("pad.leftshoulder+x",),
    Action.MASK: ("pad.leftshoulder+y",),
    Action.DISARM: ("pad.leftshoulder+rightshoulder",),
    Action.LEAVE: ("pad.leftshoulder+back",),
    Action.GAS: ("pad.righttrigger",),
    Action.BRAKE: ("pad.lefttrigger",),
    Action.HANDBRAKE: ("pad.a",),
    Action.HORN: ("pad.leftstick",),
    Action.SIREN: ("pad.leftshoulder+rightshoulder",),
    Action.FIRE_FROM_CAR: ("pad.rightshoulder",),
    Action.ORDERS: ("pad.leftshoulder",),
    Action.ORDER_PLAN: ("pad.leftshoulder+leftstick",),
    Action.SWITCH_1: ("pad.dpad_up",),
    Action.SWITCH_2: ("pad.dpad_right",),
    Action.SWITCH_3: ("pad.dpad_down",),
    Action.SWITCH_4: ("pad.dpad_left",),
    Action.PAUSE: ("pad.start",),
    Action.RESTART: ("pad.back",),
}


@dataclass(frozen=True, slots=True)
class Bindings:
    """The player's own layout: what each action answers to at the desk and on the pad."""

    desk: dict[Action, Controls]
    pad: dict[Action, Controls]

    def controls(self, action: Action, on_pad: bool) -> Controls:
        """What the action answers to on that device; may be empty."""
        return (self.pad if on_pad else self.desk).get(action, ())

    def prompt(self, action: Action, on_pad: bool, printed: dict[str, str]) -> str:
        """Label of the first control of the action on that device, or "" when it has none there."""
        controls = self.controls(action, on_pad)
        return label(controls[0], printed) if controls else ""

    def rebound(self, action: Action, control: str, slot: int = 0) -> Bindings:
        """The same layout with `control` in one of the action's two places, taken from whatever else had it.

        A control may serve one action on foot and another at the wheel, so only rivals of the same kind lose it.
        """
        on_pad = control in PAD_CONTROLS
        table = dict(self.pad if on_pad else self.desk)
        is_wheel = action in AT_THE_WHEEL
        for other, controls in table.items():
            if control in controls and (other in AT_THE_WHEEL) == is_wheel:
                table[other] = tuple(name for name in controls if name != control)
        kept = list(table.get(action, ()))
        kept[slot : slot + 1] = [control]
        table[action] = tuple(kept[:MOST_CONTROLS])
        return replace(self, pad=table) if on_pad else replace(self, desk=table)

    def plain(self) -> dict[str, dict[str, list[str]]]:
        """Tables `keys` and `pad` for the settings file, with every action that can be bound."""
        return {
            "keys": {action.value: list(self.desk.get(action, ())) for action in Action},
            "pad": {action.value: list(self.pad.get(action, ())) for action in Action},
        }


def standard_bindings() -> Bindings:
    """The layout the game comes with."""
    return Bindings(_whole(_DESK), _whole(_PAD))


def read_bindings(tables: dict[str, object], file: str) -> tuple[Bindings, list[Fault]]:
    """The layout of the tables `keys` and `pad` of a settings file, and everything wrong with them.

    An action that is not mentioned keeps its standard controls; an empty list unbinds it.
    """
    faults: list[Fault] = []
    desk = _read_table(tables.get("keys", {}), "keys", _DESK, DESK_CONTROLS, file, faults)
    pad = _read_table(tables.get("pad", {}), "pad", _PAD, PAD_CONTROLS, file, faults)
    return Bindings(desk, pad), faults


def _read_table(
    table: object, name: str, standard: dict[Action, Controls], known: frozenset[str], file: str, faults: list[Fault]
) -> dict[Action, Controls]:
    result = _whole(standard)
    if not isinstance(table, dict):
        faults.append(Fault(file, f"[{name}]", f"is {table!r}, expected a table of actions"))
        return result
    for word, controls in table.items():
        place = f"[{name}] {word}"
        if word not in _WORDS:
            faults.append(Fault(file, place, "no such action; expected one of " + ", ".join(Action)))
        elif not isinstance(controls, list) or len(controls) > MOST_CONTROLS:
            faults.append(Fault(file, place, f"is {controls!r}, expected a list of at most {MOST_CONTROLS} controls"))
        else:
            strange = [control for control in controls if not isinstance(control, str) or control not in known]
            for control in strange:
                faults.append(Fault(file, place, f"no such control {control!r}; expected a name like {_example(name)}"))
            if not strange:
                result[Action(word)] = tuple(dict.fromkeys(controls))
    return result


_WORDS = frozenset(action.value for action in Action)


def _whole(table: dict[Action, Controls]) -> dict[Action, Controls]:
    """The table with an entry for every action, so that equal layouts are equal."""
    return {action: table.get(action, ()) for action in Action}


def _example(table: str) -> str:
    return '"key.w", "mouse.left" or "wheel.up"' if table == "keys" else '"pad.a" or "pad.leftshoulder+a"'
