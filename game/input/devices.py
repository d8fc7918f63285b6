"""From fingers to `InputFrame`: what keyboard, mouse and pad together ask for in one tick.

Owns the devices, the order wheel, hold-or-toggle and the quantising; knows nothing of the world but where the
player's body is (`Footing`). Whatever was used last gives the aim and the prompts. Called by the scenes, once a
tick. Libm is allowed here: the numbers are rounded to the frame's integers before anybody uses them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import atan2, sqrt, tau

import pygame

from game.input.bindings import AT_THE_WHEEL, BUTTON_OF, QUICK_ORDERS, SWITCHES, Action, Bindings, standard_bindings
from game.input.controls import learn_cap
from game.input.keyboard import Desk
from game.input.pad import Pads
from game.input.wheel import MIDDLE_PX, MIDDLE_SHARE, OrderWheel, order_at
from game.sim.input_frame import AIM_DISTANCE_STEP, FULL_TURN, Button, InputFrame, Order

FULL_MOVE = 127
PAD_NEAR_METRES = 3.0
PAD_FAR_METRES = 26.0
"""How far the point aimed at with a stick lies, at the least and at full deflection."""
AIM_STICK_REST = 0.15
"""Below this the right stick keeps its last direction."""
MOST_DISTANCE = 255
STEERED_BY = {Action.GAS: Action.UP, Action.BRAKE: Action.DOWN, Action.FIRE_FROM_CAR: Action.FIRE}
"""At the desk the keys of somebody on foot serve at the wheel, too, where it has none of its own."""

STEADY = frozenset({Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.RUN, Action.CROUCH})
STEADY_AT_THE_WHEEL = frozenset(
    {Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.GAS, Action.BRAKE, Action.HANDBRAKE}
)
"""What goes on through a pause where it stays held."""
PAD_DIRECTIONS = 4

NOT_ON_A_PAD = frozenset({Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.SWITCH_5, Action.SWITCH_6})
"""Whoever holds a pad is not sent to the keyboard for these: sticks move, and four of a crew are on the cross."""

ToWorld = Callable[[tuple[float, float]], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Footing:
    """Where the player's body is and what it can do there: all that a hand needs to know of the world."""

    x: float = 0.0
    y: float = 0.0
    is_driving: bool = False
    crew: tuple[int, ...] = ()
    """EntityIds of the crew in the order of the switch keys."""
    member: int = 0
    """Which of them the player is, from 1; 0 = none."""


@dataclass(slots=True)
class Toggles:
    """Which held actions are switched on by one press and off by the next."""

    run: bool = False
    crouch: bool = False
    aim: bool = False

    def actions(self) -> frozenset[Action]:
        """The actions that toggle."""
        chosen = ((Action.RUN, self.run), (Action.CROUCH, self.crouch), (Action.AIM, self.aim))
        return frozenset(action for action, is_toggled in chosen if is_toggled)


@dataclass(slots=True)
class Devices:
    """Everything in the player's hands."""

    bindings: Bindings = field(default_factory=standard_bindings)
    toggles: Toggles = field(default_factory=Toggles)
    desk: Desk = field(default_factory=Desk)
    pads: Pads = field(default_factory=Pads)
    wheel: OrderWheel = field(default_factory=OrderWheel)
    is_on_pad: bool = False
    """The pad was used last: its aim counts and its buttons are in the prompts."""
    printed: dict[str, str] = field(default_factory=dict)
    """What is printed on the keys pressed so far."""
    _before: frozenset[Action] = frozenset()
    _switched_on: set[Action] = field(default_factory=set)
    _aim: int = 0
    _distance: int = 40

    def take(self, event: pygame.event.Event) -> None:
        """Follow one event of pygame; events that are no business of fingers are ignored."""
        if event.type == pygame.KEYDOWN:
            learn_cap(self.printed, event)
        if self.desk.take(event):
            self.is_on_pad = False
        elif self.pads.take(event):
            self.is_on_pad = True

    def is_held(self, action: Action) -> bool:
        """Held on any device, or pressed since the last tick."""
        return any(self.desk.is_held(name) for name in self.bindings.controls(action, False)) or any(
            self.pads.is_held(name) for name in self.bindings.controls(action, True)
        )

    def is_pressed(self, action: Action) -> bool:
        """Pressed since the last tick, on any device."""
        return any(self.desk.is_tapped(name) for name in self.bindings.controls(action, False)) or any(
            self.pads.is_tapped(name) for name in self.bindings.controls(action, True)
        )

    def end_tick(self) -> None:
        """Forget the presses of this tick, where no frame is made of them."""
        self.desk.end_tick()
        self.pads.end_tick()

    def label(self, action: Action) -> str:
        """What a prompt shows for the action: on the device used last, else on the other."""
        here = self.bindings.prompt(action, self.is_on_pad, self.printed)
        if not here and not self.is_on_pad and action in STEERED_BY:
            here = self.bindings.prompt(STEERED_BY[action], False, self.printed)
        if self.is_on_pad and action in NOT_ON_A_PAD:
            return ""
        return here or self.bindings.prompt(action, not self.is_on_pad, self.printed)

    def labels(self) -> dict[str, str]:
        """Prompts of every action, by its word."""
        return {action.value: self.label(action) for action in Action}

    def frame(self, footing: Footing, to_world: ToWorld) -> InputFrame:
        """What is asked for in this tick. `to_world` turns window pixels into metres."""
        held = self._acting(footing.is_driving)
        pressed = held - self._before
        # Before the orders: one that says "there" means where the hands aimed when the wheel was opened.
        if not self.wheel.is_open:
            self._take_aim(footing, to_world)
        order, target = self._orders(held, pressed, footing)
        move_x, move_y = self._move(held, footing.is_driving)
        buttons = self._buttons(held, pressed)
        switch = 0 if self.wheel.is_open else self._member(pressed, footing.member, footing)
        self._before = held
        self.end_tick()
        return InputFrame(move_x, move_y, self._aim, self._distance, buttons, order, target, switch)

    def begin(self) -> None:
        """Forget the last run: nothing is held, nothing is switched on, the wheel is shut."""
        self.release()
        self._switched_on.clear()

    def release(self) -> None:
        """Let go of everything (a pause, a lost window, a lost pad)."""
        self.desk.release()
        self.pads.release()
        self.wheel.is_open = False
        self._before = frozenset()

    def resume(self, is_driving: bool) -> None:
        """What moves the body goes on where fingers have stayed on it (a stick, the gas): after a pause one does not begin anew."""
        controls = {
            name
            for action in (STEADY_AT_THE_WHEEL if is_driving else STEADY)
            for on_pad in (False, True)
            for name in self.bindings.controls(action, on_pad)
        }
        self.desk.resume(controls)
        self.pads.resume(controls)
        self._before = self._acting(is_driving)

    def _acting(self, is_driving: bool) -> frozenset[Action]:
        """The actions held, each control serving only the wheel's actions while driving and never else."""
        wheel_controls = {
            name
            for action in AT_THE_WHEEL
            for on_pad in (False, True)
            for name in self.bindings.controls(action, on_pad)
        }
        held = set()
        for action in Action:
            if action in AT_THE_WHEEL and not is_driving:
                continue
            for on_pad in (False, True):
                device = self.pads if on_pad else self.desk
                for name in self.bindings.controls(action, on_pad):
                    if is_driving and action not in AT_THE_WHEEL and name in wheel_controls:
                        continue
                    if device.is_held(name):
                        held.add(action)
        return frozenset(held)

    def _buttons(self, held: frozenset[Action], pressed: frozenset[Action]) -> int:
        toggled = self.toggles.actions()
        self._switched_on &= toggled
        self._switched_on ^= pressed & toggled
        bits = Button.PAD if self.is_on_pad else 0
        for action, bit in BUTTON_OF.items():
            is_on = action in self._switched_on if action in toggled else action in held
            # The stick or mouse is choosing an order: a click while it does must not be a shot.
            if is_on and not (self.wheel.is_open and bit == Button.FIRE):
                bits |= bit
        return bits

    def _move(self, held: frozenset[Action], is_driving: bool) -> tuple[int, int]:
        x = float((Action.RIGHT in held) - (Action.LEFT in held))
        y = float((Action.DOWN in held) - (Action.UP in held))
        stick_x, stick_y = self.pads.left()
        if is_driving:
            # Steering and gas are two things: no circle round them.
            pull = self._pull(Action.BRAKE, held) - self._pull(Action.GAS, held)
            return _unit(x or stick_x), _unit(y or pull)
        if x and y:
            x, y = x * 0.7071, y * 0.7071
        if x or y:
            return _unit(x), _unit(y)
        return _unit(stick_x), _unit(stick_y)

    def _pull(self, action: Action, held: frozenset[Action]) -> float:
        pulls = [self.pads.pull(name) for name in self.bindings.controls(action, True)]
        has_key = any(self.desk.is_held(name) for name in self.bindings.controls(action, False))
        return max([1.0 if has_key else 0.0, *pulls])

    def _take_aim(self, footing: Footing, to_world: ToWorld) -> None:
        if self.is_on_pad:
            x, y = self.pads.right()
            reach = sqrt(x * x + y * y)
            if reach > AIM_STICK_REST:
                metres = PAD_NEAR_METRES + (PAD_FAR_METRES - PAD_NEAR_METRES) * min(reach, 1.0)
                self._point(x, y, metres)
            return
        world_x, world_y = to_world(self.desk.cursor)
        x, y = world_x - footing.x, world_y - footing.y
        distance = sqrt(x * x + y * y)
        if distance > 0.01:
            self._point(x, y, distance)

    def _point(self, x: float, y: float, metres: float) -> None:
        self._aim = round(atan2(y, x) / tau * FULL_TURN) % FULL_TURN
        self._distance = max(0, min(round(metres / AIM_DISTANCE_STEP), MOST_DISTANCE))

    def _orders(self, held: frozenset[Action], pressed: frozenset[Action], footing: Footing) -> tuple[int, int]:
        """The order of this tick and the EntityId it is for, from the wheel or from a key of its own."""
        wheel = self.wheel
        if Action.ORDERS in pressed:
            wheel.open(*self.desk.cursor)
        if not wheel.is_open:
            quick = [order for action, order in QUICK_ORDERS.items() if action in pressed]
            return (quick[0] if quick else Order.NONE), -1
        wheel.ticks += 1
        wheel.is_spent |= self.is_on_pad and bool(pressed & _CHORDED)
        wheel.member = self._member(pressed, wheel.member, footing) or wheel.member
        self._choose()
        if Action.ORDERS in held:
            return Order.NONE, -1
        order, member = wheel.close()
        has_member = order != Order.NONE and 0 < member <= len(footing.crew)
        return order, footing.crew[member - 1] if has_member else -1

    def _member(self, pressed: frozenset[Action], current: int, footing: Footing) -> int:
        """The member of the crew that is asked for; on a pad, which has four directions, the same one again is the man four on."""
        asked = _first_switch(pressed)
        behind = asked + PAD_DIRECTIONS
        return behind if self.is_on_pad and 0 < asked == current and behind <= len(footing.crew) else asked

    def _choose(self) -> None:
        wheel = self.wheel
        if self.is_on_pad:
            x, y = self.pads.right()
            # A stick springs back before the shoulder is let go: the last word stands.
            if x * x + y * y > MIDDLE_SHARE * MIDDLE_SHARE:
                wheel.choice = order_at(x, y, MIDDLE_SHARE)
        else:
            x, y = self.desk.cursor
            wheel.choice = order_at(x - wheel.x, y - wheel.y, MIDDLE_PX)


_CHORDED = frozenset(BUTTON_OF) | frozenset(QUICK_ORDERS)
"""What a button of the pad may mean while the shoulder is held for it and not for the wheel."""


def _first_switch(pressed: frozenset[Action]) -> int:
    return next((number for number, action in enumerate(SWITCHES, 1) if action in pressed), 0)


def _unit(value: float) -> int:
    return max(-FULL_MOVE, min(round(value * FULL_MOVE), FULL_MOVE))
