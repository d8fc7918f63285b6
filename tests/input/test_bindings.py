"""The layout: complete, unambiguous, given away and read back, and strict about what it is told."""

from __future__ import annotations

import itertools

import pygame
import pytest

from game.input.bindings import AT_THE_WHEEL, BUTTON_OF, Action, read_bindings, standard_bindings
from game.input.controls import DESK_CONTROLS, PAD_CONTROLS, label
from game.input.menu import FIRST_REPEAT_TICKS, REPEAT_TICKS, MenuReader, Word
from game.input.wheel import WHEEL
from game.render.hud_wheel import WHEEL as PAINTED_WHEEL
from game.sim.input_frame import Button
from tests.input.fingers import axis, button, key


def test_every_button_of_the_frame_can_be_pressed() -> None:
    bits = {bit for name, bit in vars(Button).items() if not name.startswith("_") and bit != Button.PAD}
    assert set(BUTTON_OF.values()) == bits


def test_the_standard_layout_names_real_controls_once() -> None:
    standard = standard_bindings()
    for table, known in ((standard.desk, DESK_CONTROLS), (standard.pad, PAD_CONTROLS)):
        assert all(control in known for controls in table.values() for control in controls)
        for is_wheel in (True, False):
            used = [name for action, names in table.items() if (action in AT_THE_WHEEL) == is_wheel for name in names]
            assert len(used) == len(set(used))


def test_everything_can_be_done_on_either_device() -> None:
    standard = standard_bindings()
    walking = {Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT}
    for action in set(BUTTON_OF) - walking - {Action.FIRE_FROM_CAR}:
        assert standard.controls(action, False) and standard.controls(action, True), action


def test_rebinding_takes_the_control_from_its_rival() -> None:
    changed = standard_bindings().rebound(Action.USE, "key.f")
    assert changed.desk[Action.USE] == ("key.f",)
    assert changed.desk[Action.ENTER] == ()
    two = changed.rebound(Action.USE, "mouse.middle", 1)
    assert two.desk[Action.USE] == ("key.f", "mouse.middle")
    pad = two.rebound(Action.USE, "pad.leftshoulder+x")
    assert pad.pad[Action.USE] == ("pad.leftshoulder+x",)
    assert pad.pad[Action.NEXT_WEAPON] == ()
    assert pad.rebound(Action.HANDBRAKE, "pad.b").pad[Action.CROUCH] == ("pad.b",), "at the wheel is another matter"


def test_a_layout_survives_being_written_down() -> None:
    changed = standard_bindings().rebound(Action.FIRE, "key.space").rebound(Action.MASK, "pad.rightstick")
    again, faults = read_bindings(dict(changed.plain()), "settings.toml")
    assert faults == []
    assert again.plain() == changed.plain()


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({"keys": {"dance": ["key.w"]}}, "no such action"),
        ({"keys": {"fire": ["key.hyperspace"]}}, "no such control"),
        ({"keys": {"fire": ["pad.a"]}}, "no such control"),
        ({"pad": {"fire": ["key.a"]}}, "no such control"),
        ({"keys": {"fire": "mouse.left"}}, "expected a list"),
        ({"keys": {"fire": ["key.a", "key.b", "key.c"]}}, "at most 2"),
        ({"keys": {"fire": [3]}}, "no such control"),
        ({"keys": 5}, "expected a table"),
    ],
)
def test_a_wrong_layout_says_where(tables: dict[str, object], words: str) -> None:
    _, faults = read_bindings(tables, "settings.toml")
    assert len(faults) == 1
    assert words in str(faults[0]) and "settings.toml" in str(faults[0])


def test_labels_are_short() -> None:
    assert [label(name, {}) for name in ("key.w", "key.f5", "key.backspace", "pad.a", "pad.leftshoulder+x")] == [
        "W",
        "F5",
        "Backspace",
        "A",
        "LB + X",
    ]


def test_the_painted_wheel_is_the_wheel_in_the_hand() -> None:
    assert tuple(order for order, _ in PAINTED_WHEEL) == WHEEL


def test_menus_answer_to_keys_pad_and_stick() -> None:
    reader = MenuReader()
    assert reader.read(key(pygame.KSCAN_S, code=pygame.K_s)) is Word.DOWN
    assert reader.read(key(0, code=pygame.K_RETURN)) is Word.ACCEPT
    assert reader.read(button(pygame.CONTROLLER_BUTTON_B)) is Word.BACK
    assert reader.read(axis(1, 0.9)) is Word.DOWN
    assert reader.read(axis(1, 1.0)) is None, "still the same push"
    words = [reader.tick() for _ in itertools.repeat(None, FIRST_REPEAT_TICKS + REPEAT_TICKS)]
    assert words.count(Word.DOWN) == 2, "held over, it repeats"
    assert reader.read(axis(1, 0.0)) is None
    assert reader.tick() is None
