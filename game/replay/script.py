"""Inputs as lines of text that people read, compare and edit, and back without loss.

Owns the words: `frames, words` a line, where the words are held that many ticks: `left right up down` are full
tilt, `x-40` and `y90` anything between, `a16384` the aim, `d40` its distance, buttons by name, `order=hold`,
`target=12`, `switch=2`. `#` begins a comment. Called by `replay export --as text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from game.replay.columns import check_frame
from game.sim.input_frame import NEUTRAL, Button, InputFrame, Order

BUTTONS = {name.lower(): bit for name, bit in vars(Button).items() if name.isupper()}
ORDERS = {name.lower(): number for name, number in vars(Order).items() if name.isupper()}
ORDER_NAMES = {number: name for name, number in ORDERS.items()}
TILTS = {"left": ("move_x", -127), "right": ("move_x", 127), "up": ("move_y", -127), "down": ("move_y", 127)}
NUMBERS = {"x": "move_x", "y": "move_y", "a": "aim", "d": "aim_distance"}


class BadScript(ValueError):
    """A line of a script that cannot be read; says which one."""


def write_script(frames: Iterable[InputFrame]) -> str:
    """The script of `frames`, one line for each stretch of equal ones."""
    return "".join(f"{len(list(same))}, {_words(frame)}\n" for frame, same in groupby(frames))


def read_script(text: str) -> list[InputFrame]:
    """The frames of a script. Raises BadScript with the line."""
    frames: list[InputFrame] = []
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.split("#", 1)[0].strip()
        if not plain:
            continue
        count, _, words = plain.partition(",")
        if not count.strip().isdecimal() or not 1 <= int(count) <= 1_000_000:
            raise BadScript(f"line {number}: {count.strip()!r} is not a number of ticks")
        try:
            frame = _frame(words.split())
            check_frame(frame)
        except ValueError as cause:
            raise BadScript(f"line {number}: {cause}") from cause
        frames += [frame] * int(count)
    return frames


def _words(frame: InputFrame) -> str:
    words = []
    for letter, name in NUMBERS.items():
        value = getattr(frame, name)
        if value != getattr(NEUTRAL, name):
            tilt = next((word for word, held in TILTS.items() if held == (name, value)), "")
            words.append(tilt or f"{letter}{value}")
    words += [name for name, bit in BUTTONS.items() if frame.buttons & bit]
    unnamed = frame.buttons & ~sum(BUTTONS.values())
    if unnamed:
        words.append(f"buttons={unnamed}")
    if frame.order:
        words.append(f"order={ORDER_NAMES.get(frame.order, frame.order)}")
    if frame.target != -1:
        words.append(f"target={frame.target}")
    if frame.switch:
        words.append(f"switch={frame.switch}")
    return " ".join(words)


def _frame(words: list[str]) -> InputFrame:
    fields = NEUTRAL._asdict()
    for word in words:
        key, _, value = word.partition("=")
        if word in TILTS:
            name, held = TILTS[word]
            fields[name] = held
        elif word in BUTTONS:
            fields["buttons"] |= BUTTONS[word]
        elif key == "order" and value in ORDERS:
            fields["order"] = ORDERS[value]
        elif key == "buttons" and value.isdecimal():
            fields["buttons"] |= int(value)
        elif key in ("order", "target", "switch") and value.isdecimal():
            fields[key] = int(value)
        elif word[0] in NUMBERS and word[1:].removeprefix("-").isdecimal():
            fields[NUMBERS[word[0]]] = int(word[1:])
        else:
            raise ValueError(f"{word!r} is not a word of a script")
    return InputFrame(**fields)
