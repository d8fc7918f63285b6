"""Gamepads: sticks with a round dead zone, buttons, triggers, coming and going at any time, rumble.

Owns the state of the pad used last; others that are plugged in wait until somebody touches them. Every event is
keyed by its instance id: the device index of the "added" event means something else a moment later.
Called by `devices`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from math import sqrt
from typing import Protocol

import pygame

from game.input.controls import CHORD_PREFIX, CHORDABLE, PAD_BUTTONS, TRIGGERS

DEAD_ZONE = 0.18
"""Inner share of a stick's way that is rest: worn sticks drift up to 0.15."""
LIVE_ZONE = 0.95
"""From here on a stick is at its end: few reach 1.0 in the corners."""
TRIGGER_HELD = 0.35
"""A trigger pulled this far is a pressed button."""
STICK_IN_USE = 0.4

Stick = tuple[float, float]


class PadDevice(Protocol):
    """What is needed of a real controller."""

    @property
    def id(self) -> int:
        """Instance id."""

    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        """Shake for `duration` milliseconds."""

    def stop_rumble(self) -> None:
        """Be still."""


def round_dead_zone(x: float, y: float) -> Stick:
    """A stick with its rest taken out and the remaining way stretched to 0..1, direction untouched.

    Round, not one dead zone an axis: that would pull slow diagonals onto the axes.
    """
    length = sqrt(x * x + y * y)
    if length <= DEAD_ZONE:
        return 0.0, 0.0
    share = min((length - DEAD_ZONE) / (LIVE_ZONE - DEAD_ZONE), 1.0)
    return x / length * share, y / length * share


@dataclass(slots=True)
class PadState:
    """One pad: the raw axes in -1..1 and which controls are down."""

    device: PadDevice
    axes: dict[int, float] = field(default_factory=dict)
    down: set[str] = field(default_factory=set)
    tapped: set[str] = field(default_factory=set)
    swung: dict[int, float] = field(default_factory=dict)
    """The axes as fingers have them, whether they count or not, and `fingers` the controls under them: they go on through menus."""
    fingers: set[str] = field(default_factory=set)


def open_controller(index: int) -> PadDevice | None:
    """The controller at a device index, or None when SDL has no map of its buttons or it is already gone."""
    from pygame._sdl2 import controller

    try:
        return controller.Controller(index) if controller.is_controller(index) else None
    except pygame.error:
        return None


class Pads:
    """All pads that are plugged in; the one touched last is the player's."""

    def __init__(self, opener: Callable[[int], PadDevice | None] = open_controller) -> None:
        self.was_lost = False
        """The player's pad went away since somebody last looked; whoever looks sets it back."""
        self._opener = opener
        self._pads: dict[int, PadState] = {}
        self._current = -1

    @property
    def is_present(self) -> bool:
        """At least one pad is plugged in."""
        return bool(self._pads)

    def take(self, event: pygame.event.Event) -> bool:
        """Follow one event; True when a person used a pad on purpose."""
        kind = event.type
        if kind == pygame.CONTROLLERDEVICEADDED:
            self._add(event.device_index)
        elif kind == pygame.CONTROLLERDEVICEREMOVED:
            self._remove(event.instance_id)
        elif kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            return self._turn(event, kind == pygame.CONTROLLERBUTTONDOWN)
        elif kind == pygame.CONTROLLERAXISMOTION:
            return self._swing(event)
        return False

    def is_held(self, control: str) -> bool:
        """Held now, or pressed since the last tick."""
        pad = self._pads.get(self._current)
        return pad is not None and (control in pad.down or control in pad.tapped)

    def is_tapped(self, control: str) -> bool:
        """Pressed since the last tick."""
        pad = self._pads.get(self._current)
        return pad is not None and control in pad.tapped

    def left(self) -> Stick:
        """The left stick, dead zone taken out."""
        return self._stick(pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY)

    def right(self) -> Stick:
        """The right stick, dead zone taken out."""
        return self._stick(pygame.CONTROLLER_AXIS_RIGHTX, pygame.CONTROLLER_AXIS_RIGHTY)

    def pull(self, control: str) -> float:
        """How far a trigger is pulled, or 1 for a button that is held: 0 to 1."""
        pad = self._pads.get(self._current)
        for axis, name in TRIGGERS.items():
            if name == control and pad is not None:
                value = pad.axes.get(axis, 0.0)
                return max(0.0, min((value - 0.06) / 0.9, 1.0))
        return 1.0 if self.is_held(control) else 0.0

    def end_tick(self) -> None:
        """Forget the short presses: their tick is over."""
        for pad in self._pads.values():
            pad.tapped.clear()

    def release(self) -> None:
        """Let go of everything."""
        for pad in self._pads.values():
            pad.down.clear()
            pad.tapped.clear()
            pad.axes.clear()

    def resume(self, controls: Collection[str]) -> None:
        """Of these controls, whatever fingers have stayed on counts again; a stick that is held over always does."""
        for pad in self._pads.values():
            pad.down |= pad.fingers.intersection(controls)
            for axis, value in pad.swung.items():
                if TRIGGERS.get(axis, "") in controls or axis not in TRIGGERS:
                    pad.axes[axis] = value

    def rumble(self, low: float, high: float, milliseconds: int) -> None:
        """Shake the player's pad; silently nothing on a pad without motors."""
        pad = self._pads.get(self._current)
        if pad is not None:
            pad.device.rumble(min(low, 1.0), min(high, 1.0), milliseconds)

    def _stick(self, x_axis: int, y_axis: int) -> Stick:
        pad = self._pads.get(self._current)
        if pad is None:
            return 0.0, 0.0
        return round_dead_zone(pad.axes.get(x_axis, 0.0), pad.axes.get(y_axis, 0.0))

    def _add(self, index: int) -> None:
        device = self._opener(index)
        # SDL announces a pad that was there at the start twice; the second must not wipe its state.
        if device is not None and device.id not in self._pads:
            self._pads[device.id] = PadState(device)
            if self._current not in self._pads:
                self._current = device.id

    def _remove(self, instance: int) -> None:
        if self._pads.pop(instance, None) is not None and instance == self._current:
            self.was_lost = True
            self._current = next(iter(self._pads), -1)

    def _turn(self, event: pygame.event.Event, is_down: bool) -> bool:
        pad = self._pads.get(event.instance_id)
        name = PAD_BUTTONS.get(event.button, "")
        if pad is None or not name:
            return False
        _hold(pad, name, is_down)
        if is_down:
            self._current = event.instance_id
        return is_down

    def _swing(self, event: pygame.event.Event) -> bool:
        pad = self._pads.get(event.instance_id)
        if pad is None:
            return False
        value = max(-1.0, event.value / 32767.0)
        pad.axes[event.axis] = pad.swung[event.axis] = value
        if event.axis in TRIGGERS:
            name = TRIGGERS[event.axis]
            if (value >= TRIGGER_HELD) != (name in pad.down):
                _hold(pad, name, value >= TRIGGER_HELD)
        is_meant: bool = abs(value) > STICK_IN_USE
        if is_meant:
            self._current = event.instance_id
        return is_meant


def _hold(pad: PadState, name: str, is_down: bool) -> None:
    """A button means what it meant when it was pressed, however the left shoulder moves until it is let go."""
    chord = CHORD_PREFIX + name.removeprefix("pad.")
    if is_down:
        meant = chord if name in CHORDABLE and "pad.leftshoulder" in pad.down else name
        pad.down.add(meant)
        pad.fingers.add(meant)
        pad.tapped.add(meant)
    else:
        pad.down -= {name, chord}
        pad.fingers -= {name, chord}
