"""From synthetic events to frames: what fingers ask for is what the sim gets, in the sim's small integers."""

from __future__ import annotations

import pygame
import pytest

from game.input.bindings import Action
from game.input.devices import Devices, Footing, Toggles
from game.input.pad import Pads
from game.input.wheel import TAP_TICKS
from game.sim.input_frame import Button, InputFrame, Order
from tests.input.fingers import FakePad, axis, button, key, motion, mouse, notch, plug, unplug

FOOT = Footing(10.0, 10.0, False, (31, 32, 33))
WHEEL = Footing(10.0, 10.0, True)


def to_world(pixel: tuple[float, float]) -> tuple[float, float]:
    """Twenty-four pixels a metre, the middle of the window at (10, 10)."""
    return 10.0 + (pixel[0] - 640) / 24, 10.0 + (pixel[1] - 360) / 24


def frame(devices: Devices, *events: pygame.event.Event, footing: Footing = FOOT) -> InputFrame:
    """Feed events, then one tick."""
    for event in events:
        devices.take(event)
    return devices.frame(footing, to_world)


@pytest.fixture
def devices() -> Devices:
    """Keyboard, mouse and one pad."""
    made = Devices(pads=Pads(lambda index: FakePad()))
    made.take(plug())
    return made


def test_a_stick_is_not_told_as_keys(devices: Devices) -> None:
    frame(devices, key(pygame.KSCAN_W))
    assert devices.label(Action.LEFT) == "A"
    frame(devices, button(pygame.CONTROLLER_BUTTON_A))
    assert devices.label(Action.LEFT) == "", "the pad's player is not sent to the keyboard"
    assert devices.label(Action.SWITCH_5) == ""


def test_keys_move_and_diagonals_are_no_faster(devices: Devices) -> None:
    assert frame(devices, key(pygame.KSCAN_W))[:2] == (0, -127)
    diagonal = frame(devices, key(pygame.KSCAN_D))
    assert diagonal[:2] == (90, -90)
    assert frame(devices, key(pygame.KSCAN_W, False), key(pygame.KSCAN_A))[:2] == (0, 0), "left and right cancel"


def test_at_the_wheel_keys_steer_and_accelerate_in_full(devices: Devices) -> None:
    driven = frame(devices, key(pygame.KSCAN_W), key(pygame.KSCAN_A), footing=WHEEL)
    assert driven[:2] == (-127, -127)


@pytest.mark.parametrize(
    ("scancode", "bit"),
    [
        (pygame.KSCAN_LSHIFT, Button.RUN),
        (pygame.KSCAN_LCTRL, Button.CROUCH),
        (pygame.KSCAN_R, Button.RELOAD),
        (pygame.KSCAN_E, Button.USE),
        (pygame.KSCAN_F, Button.ENTER),
        (pygame.KSCAN_G, Button.DROP),
        (pygame.KSCAN_H, Button.THROW),
        (pygame.KSCAN_V, Button.MELEE),
        (pygame.KSCAN_Q, Button.SHOUT),
        (pygame.KSCAN_X, Button.NEXT_WEAPON),
        (pygame.KSCAN_M, Button.MASK),
        (pygame.KSCAN_T, Button.DISARM),
        (pygame.KSCAN_BACKSPACE, Button.LEAVE),
    ],
)
def test_each_key_holds_its_button(devices: Devices, scancode: int, bit: int) -> None:
    assert frame(devices, key(scancode)).buttons == bit
    assert frame(devices).buttons == bit, "held"
    assert frame(devices, key(scancode, False)).buttons == 0


@pytest.mark.parametrize(
    ("scancode", "bit"),
    [(pygame.KSCAN_SPACE, Button.HANDBRAKE), (pygame.KSCAN_B, Button.HORN), (pygame.KSCAN_L, Button.SIREN)],
)
def test_driving_keys_do_nothing_on_foot(devices: Devices, scancode: int, bit: int) -> None:
    assert frame(devices, key(scancode)).buttons == 0
    assert frame(devices, footing=WHEEL).buttons == bit


def test_a_press_shorter_than_a_tick_still_counts(devices: Devices) -> None:
    tapped = frame(devices, mouse(1), mouse(1, False))
    assert tapped.buttons == Button.FIRE
    assert frame(devices).buttons == 0
    assert frame(devices, notch(-1)).buttons == Button.NEXT_WEAPON
    assert frame(devices).buttons == 0


@pytest.mark.parametrize(
    ("pos", "aim"), [((880, 360), 0), ((640, 600), 16384), ((400, 360), 32768), ((640, 120), 49152)]
)
def test_the_mouse_aims_from_the_body_to_the_cursor(devices: Devices, pos: tuple[int, int], aim: int) -> None:
    made = frame(devices, motion(*pos))
    assert (made.aim, made.aim_distance) == (aim, 40), "ten metres are forty quarters"


def test_aim_distance_ends_where_the_frame_ends(devices: Devices) -> None:
    devices.take(motion(640, 360))
    assert devices.frame(FOOT, lambda pixel: (1000.0, 10.0)).aim_distance == 255


def test_through_a_pause_what_moves_goes_on_and_what_shoots_does_not(devices: Devices) -> None:
    assert frame(devices, key(pygame.KSCAN_D), mouse(1)).buttons & Button.FIRE
    devices.release()
    devices.resume(is_driving=False)
    after = frame(devices)
    assert after.move_x == 127
    assert not after.buttons & Button.FIRE
    devices.release()
    devices.take(key(pygame.KSCAN_D, False))  # let go in the menu
    devices.resume(is_driving=False)
    assert frame(devices).move_x == 0


def test_through_a_pause_the_foot_stays_on_the_gas_of_a_pad(devices: Devices) -> None:
    frame(devices, axis(pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1.0), axis(pygame.CONTROLLER_AXIS_LEFTX, -1.0))
    devices.release()
    assert frame(devices, footing=WHEEL).move_y == 0
    devices.resume(is_driving=True)
    after = frame(devices, footing=WHEEL)
    assert after.move_y == -127
    assert after.move_x == -127
    devices.release()
    devices.resume(is_driving=False)
    assert not frame(devices).buttons & Button.FIRE


def test_a_lost_window_lets_go_of_everything(devices: Devices) -> None:
    frame(devices, key(pygame.KSCAN_W), mouse(1))
    made = frame(devices, pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert (made.move_y, made.buttons) == (0, 0)


def test_dead_zone_is_round_and_the_rest_is_stretched(devices: Devices) -> None:
    still = frame(devices, axis(0, 0.12), axis(1, 0.12))
    assert still[:2] == (0, 0)
    edge = frame(devices, axis(0, 0.2), axis(1, 0.0))
    assert 0 < edge.move_x < 10
    full = frame(devices, axis(0, 0.72), axis(1, 0.72))
    assert full.move_x == full.move_y == 90, "a round stick, not a square one"


def test_the_right_stick_aims_and_keeps_its_last_word(devices: Devices) -> None:
    aimed = frame(devices, axis(2, 0.0), axis(3, 1.0))
    assert aimed.aim == 16384
    assert aimed.buttons & Button.PAD
    far = aimed.aim_distance
    half = frame(devices, axis(3, 0.5))
    assert half.aim_distance < far
    assert frame(devices, axis(3, 0.0)).aim == 16384


def test_triggers_fire_on_foot_and_drive_at_the_wheel(devices: Devices) -> None:
    assert frame(devices, axis(5, 1.0)).buttons & Button.FIRE
    driven = frame(devices, footing=WHEEL)
    assert not driven.buttons & Button.FIRE
    assert driven.move_y == -127
    braked = frame(devices, axis(5, 0.0), axis(4, 0.5), footing=WHEEL)
    assert 40 < braked.move_y < 80
    fired = frame(devices, button(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER), footing=WHEEL)
    assert fired.buttons & Button.FIRE and not fired.buttons & Button.SHOUT


def test_the_shoulder_makes_chords_and_no_order(devices: Devices) -> None:
    frame(devices, button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    thrown = frame(devices, button(pygame.CONTROLLER_BUTTON_A))
    assert thrown.buttons & Button.THROW and not thrown.buttons & Button.USE
    let_go = frame(devices, button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER, False))
    assert let_go.order == Order.NONE
    assert not let_go.buttons & Button.USE, "a button means what it meant when it was pressed"
    assert not frame(devices, button(pygame.CONTROLLER_BUTTON_A, False)).buttons & (Button.USE | Button.THROW)


def test_the_device_used_last_gives_aim_and_prompts(devices: Devices) -> None:
    frame(devices, axis(2, 1.0))
    assert devices.label(Action.USE) == "A"
    assert not frame(devices, motion(880, 360, (1, 1))).buttons & ~Button.PAD
    assert devices.is_on_pad, "a nudge of the table is no decision"
    made = frame(devices, motion(640, 600, (0, 40)))
    assert (made.aim, made.buttons) == (16384, 0)
    assert devices.label(Action.USE) == "E"
    assert devices.label(Action.HANDBRAKE) == "Space"


def test_prompts_show_what_is_printed_on_the_key(devices: Devices) -> None:
    frame(devices, key(pygame.KSCAN_Q, code=ord("a")))
    assert devices.label(Action.SHOUT) == "A"


def test_the_wheel_orders_on_letting_go(devices: Devices) -> None:
    frame(devices, motion(640, 600), key(pygame.KSCAN_TAB))
    aimed = frame(devices, motion(800, 600))
    assert devices.wheel.is_open and devices.wheel.choice == Order.JOB
    assert aimed.aim == 16384, "the aim waits while an order is chosen"
    assert frame(devices, mouse(1, pos=(800, 600)), mouse(1, False)).buttons == 0, "no shot while choosing"
    chosen = frame(devices, key(pygame.KSCAN_TAB, False))
    assert (chosen.order, chosen.target) == (Order.JOB, -1)
    assert frame(devices).order == Order.NONE


def test_the_wheel_speaks_to_one_of_the_crew(devices: Devices) -> None:
    frame(devices, motion(640, 360), key(pygame.KSCAN_TAB))
    named = frame(devices, motion(640, 200), key(pygame.KSCAN_2))
    assert named.switch == 0
    chosen = frame(devices, key(pygame.KSCAN_TAB, False))
    assert (chosen.order, chosen.target) == (Order.MOVE_UP, 32)


def test_the_middle_of_the_wheel_is_the_plan(devices: Devices) -> None:
    frame(devices, key(pygame.KSCAN_TAB))
    for _ in range(TAP_TICKS):
        frame(devices)
    assert devices.wheel.is_shown
    assert frame(devices, key(pygame.KSCAN_TAB, False)).order == Order.PLAN
    assert frame(devices, key(pygame.KSCAN_Z)).order == Order.HOLD


def test_a_tap_of_the_wheels_key_is_the_word_that_fits(devices: Devices) -> None:
    frame(devices, key(pygame.KSCAN_TAB))
    frame(devices)
    assert devices.wheel.is_open and not devices.wheel.is_shown
    assert frame(devices, key(pygame.KSCAN_TAB, False)).order == Order.CONTEXT
    frame(devices, key(pygame.KSCAN_TAB))
    frame(devices, motion(900, 360))
    assert frame(devices, key(pygame.KSCAN_TAB, False)).order != Order.CONTEXT, "a flick chooses as ever"


def test_the_wheel_by_stick_keeps_the_last_direction(devices: Devices) -> None:
    frame(devices, button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    frame(devices, axis(2, -1.0))
    frame(devices, axis(2, 0.0))
    assert frame(devices, button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER, False)).order == Order.FOLLOW


def test_switch_keys_and_directions_change_bodies_once(devices: Devices) -> None:
    assert frame(devices, key(pygame.KSCAN_3)).switch == 3
    assert frame(devices).switch == 0, "held is not pressed again"
    assert frame(devices, button(pygame.CONTROLLER_BUTTON_DPAD_RIGHT)).switch == 2


def test_on_a_pad_the_same_direction_again_is_the_fifth_man(devices: Devices) -> None:
    five = Footing(10.0, 10.0, False, (31, 32, 33, 34, 35), 1)
    assert frame(devices, button(pygame.CONTROLLER_BUTTON_DPAD_UP), footing=five).switch == 5
    frame(devices, button(pygame.CONTROLLER_BUTTON_DPAD_UP, False), footing=five)
    assert frame(devices, button(pygame.CONTROLLER_BUTTON_DPAD_RIGHT), footing=five).switch == 2
    devices.take(button(pygame.CONTROLLER_BUTTON_DPAD_RIGHT, False))
    frame(devices, footing=five)
    assert frame(devices, key(pygame.KSCAN_1), footing=five).switch == 1  # keys have a number for everybody


def test_toggles_hold_until_the_next_press(devices: Devices) -> None:
    devices.toggles = Toggles(crouch=True)
    assert frame(devices, key(pygame.KSCAN_C)).buttons == Button.CROUCH
    assert frame(devices, key(pygame.KSCAN_C, False)).buttons == Button.CROUCH
    assert frame(devices, key(pygame.KSCAN_C)).buttons == 0
    frame(devices, key(pygame.KSCAN_C, False), key(pygame.KSCAN_C))
    devices.begin()
    assert frame(devices).buttons == 0, "a new run begins on two feet"


def test_pads_come_and_go() -> None:
    pads: dict[int, FakePad] = {0: FakePad(7), 1: FakePad(9)}
    devices = Devices(pads=Pads(pads.get))
    frame(devices, plug(0), plug(1), plug(0))
    assert frame(devices, axis(0, 1.0, 9)).move_x == 127
    frame(devices, unplug(9))
    assert devices.pads.was_lost and devices.pads.is_present
    devices.pads.was_lost = False
    frame(devices, unplug(9), button(0, True, 9), axis(0, 1.0, 9))
    assert not devices.pads.was_lost
    assert frame(devices).move_x == 0


def test_a_pad_that_cannot_be_opened_is_no_pad() -> None:
    devices = Devices(pads=Pads(lambda index: None))
    frame(devices, plug(0), button(0), axis(5, 1.0))
    assert not devices.pads.is_present


def test_own_cursor_goes_its_own_way(devices: Devices) -> None:
    devices.desk.sensitivity = 2.0
    frame(devices, motion(641, 361, (30, -10)))
    assert devices.desk.cursor == (700.0, 340.0)
    frame(devices, motion(0, 0, (-4000, 9000)))
    assert devices.desk.cursor == (0.0, 719.0)
