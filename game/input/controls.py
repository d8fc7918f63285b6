"""Names for everything a finger can press: keys, mouse buttons, the wheel, pad buttons and triggers.

Owns the words the settings file uses ("key.w", "mouse.left", "wheel.up", "pad.a", "pad.leftshoulder+a") and
the short labels prompts show for them. Keys are places on the keyboard (scancodes), so the standard layout
sits under the same fingers on AZERTY and Dvorak; what is printed on a key is learned as it is pressed.
Knows no actions: that is `bindings`. Called by `bindings`, `keyboard` and `pad`.
"""

from __future__ import annotations

import pygame

CHORD_PREFIX = "pad.leftshoulder+"
"""A pad has fewer buttons than a robbery has verbs: with the left shoulder held, a button means a second thing."""


def _scancode_names() -> dict[int, str]:
    names: dict[int, str] = {}
    for constant in sorted(dir(pygame)):
        if constant.startswith("KSCAN_") and constant != "KSCAN_UNKNOWN":
            names.setdefault(getattr(pygame, constant), "key." + constant[6:].lower())
    return names


def _pad_button_names() -> dict[int, str]:
    prefix = "CONTROLLER_BUTTON_"
    words = [constant for constant in dir(pygame) if constant.startswith(prefix)]
    return {
        getattr(pygame, word): "pad." + word[len(prefix) :].lower()
        for word in words
        if not word.endswith(("_INVALID", "_MAX", "_GUIDE"))
    }


KEYS: dict[int, str] = _scancode_names()
"""Scancode to name."""
MOUSE_BUTTONS: dict[int, str] = {
    1: "mouse.left",
    2: "mouse.middle",
    3: "mouse.right",
    6: "mouse.back",
    7: "mouse.forward",
}
"""Button number of a mouse event to name; 4 and 5 are the wheel's old numbers and come as MOUSEWHEEL."""
WHEEL = ("wheel.up", "wheel.down", "wheel.any")
"""Notches of the mouse wheel; "any" answers to both directions."""
PAD_BUTTONS: dict[int, str] = _pad_button_names()
"""Controller button to name."""
TRIGGERS: dict[int, str] = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: "pad.lefttrigger",
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "pad.righttrigger",
}
"""Controller axis to name of the trigger on it."""

CHORDABLE = frozenset(PAD_BUTTONS.values()) - {
    "pad.leftshoulder",
    "pad.start",
    "pad.dpad_up",
    "pad.dpad_down",
    "pad.dpad_left",
    "pad.dpad_right",
}
"""Pad buttons that mean something else under the left shoulder; triggers, directions and Start stay what they are."""
DESK_CONTROLS = frozenset(KEYS.values()) | frozenset(MOUSE_BUTTONS.values()) | frozenset(WHEEL)
"""Everything that may be bound on keyboard and mouse."""
PAD_CONTROLS = (
    frozenset(PAD_BUTTONS.values())
    | frozenset(TRIGGERS.values())
    | frozenset(CHORD_PREFIX + name.removeprefix("pad.") for name in CHORDABLE)
)
"""Everything that may be bound on a pad, chords with the left shoulder included."""

_LABELS: dict[str, str] = {
    "mouse.left": "Left mouse",
    "mouse.middle": "Middle mouse",
    "mouse.right": "Right mouse",
    "mouse.back": "Mouse back",
    "mouse.forward": "Mouse forward",
    "wheel.up": "Wheel up",
    "wheel.down": "Wheel down",
    "wheel.any": "Wheel",
    "pad.leftshoulder": "LB",
    "pad.rightshoulder": "RB",
    "pad.lefttrigger": "LT",
    "pad.righttrigger": "RT",
    "pad.leftstick": "LS",
    "pad.rightstick": "RS",
    "pad.dpad_up": "D-pad ↑",
    "pad.dpad_down": "D-pad ↓",
    "pad.dpad_left": "D-pad ←",
    "pad.dpad_right": "D-pad →",
    "key.tab": "Tab",
    "key.up": "Up",
    "key.lshift": "Shift",
    "key.rshift": "Right shift",
    "key.lctrl": "Ctrl",
    "key.rctrl": "Right ctrl",
    "key.lalt": "Alt",
    "key.ralt": "Right alt",
    "key.kp_enter": "Keypad enter",
    "key.pageup": "Page up",
    "key.pagedown": "Page down",
}


def key_name(scancode: int) -> str:
    """Name of the key at that place, or "" for one that has none."""
    return KEYS.get(scancode, "")


def label(control: str, printed: dict[str, str]) -> str:
    """Short words for a control as a prompt shows them; `printed` is what has been learned of the keys' caps."""
    if control.startswith(CHORD_PREFIX):
        return "LB + " + label("pad." + control[len(CHORD_PREFIX) :], printed)
    if control in _LABELS:
        return _LABELS[control]
    if control in printed:
        return printed[control]
    word = control.partition(".")[2].replace("_", " ")
    return word.upper() if len(word) <= 3 else word.capitalize()


def learn_cap(printed: dict[str, str], event: pygame.event.Event) -> None:
    """Remember what is printed on the key of a KEYDOWN event (AZERTY prints A where QWERTY prints Q)."""
    name = key_name(event.scancode)
    if name and name not in _LABELS and 33 <= event.key < 0x110000 and chr(event.key).isprintable():
        printed[name] = chr(event.key).upper()
