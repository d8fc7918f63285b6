"""The settings: one page a table of preferences, and the pages on which every control can be given away.

Owns the rows and what they change. Saving is the app's (`Theatre.save`), done once on the way out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pygame

from game.input.bindings import MOST_CONTROLS, Action, standard_bindings
from game.input.controls import CHORD_PREFIX, CHORDABLE, MOUSE_BUTTONS, PAD_BUTTONS, TRIGGERS, key_name, label
from game.scenes.menu_scene import MenuScene
from game.scenes.preferences import TABLES, Preferences, is_shown, stepped
from game.scenes.scene import Scene
from game.scenes.theatre import Row, Theatre
from game.scenes.title import MessageScene, menu_hint

PAGES = (*TABLES, "keys", "pad")
PAGE_WORDS = {"keys": "keyboard", "pad": "gamepad"}
TRIGGER_PRESSED = 16_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """An action that waits for its new control, and which of its two places it will take."""

    action: Action
    slot: int


class SettingsScene(MenuScene):
    """Everything that can be chosen, page by page."""

    def __init__(self, theatre: Theatre, beneath: Scene) -> None:
        super().__init__(theatre)
        self.page = 0
        self.waiting: Waiting | None = None
        self._beneath = beneath
        self._shoulder = False

    def rows(self) -> list[Row]:
        """The page's name first (left and right turn it), then its settings, then the way back to the standard."""
        words = self.theatre.words
        name = PAGES[self.page]
        head = Row(words(f"setting.{PAGE_WORDS.get(name, name)}"), f"{self.page + 1} / {len(PAGES)}")
        return [head, *self._page_rows(name), Row(words("menu.reset"))]

    def accept(self, index: int) -> None:
        """Wait for a control, turn a value on, or put the page back to the standard."""
        name = PAGES[self.page]
        count = len(self.rows())
        if index == count - 1:
            self._standard(name)
        elif index == 0 or name in TABLES:
            self.change(index, 1)
        else:
            controls = self.theatre.preferences.bindings.controls(self._action(index), name == "pad")
            self.waiting = Waiting(self._action(index), len(controls) % MOST_CONTROLS)

    def change(self, index: int, direction: int) -> None:
        """Another page, or another value."""
        name = PAGES[self.page]
        if index == 0:
            self.page = (self.page + direction) % len(PAGES)
        elif name in TABLES and index <= len(_fields(name)):
            field = _fields(name)[index - 1]
            preferences = self.theatre.preferences
            setattr(preferences, field, stepped(field, getattr(preferences, field), direction))
            self.theatre.apply()

    def clear(self, index: int) -> None:
        """Take all controls from the action."""
        name = PAGES[self.page]
        if name in TABLES or not 0 < index < len(self.rows()) - 1:
            return
        bindings = self.theatre.preferences.bindings
        (bindings.pad if name == "pad" else bindings.desk)[self._action(index)] = ()
        self.theatre.apply()

    def back(self) -> None:
        """Save and return."""
        self._save()
        if self.next is None:
            self.next = self._beneath

    def event(self, event: pygame.event.Event) -> None:
        """While an action waits, the next thing pressed is its control; Escape gives up."""
        if self.waiting is None:
            super().event(event)
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.waiting = None
        else:
            control = self._pressed(event)
            if control:
                self._bind(control)

    def tick(self) -> None:
        """No repeats while an action waits."""
        if self.waiting is None:
            super().tick()

    def draw(self, surface: pygame.Surface, alpha: float) -> None:
        """The page."""
        words = self.theatre.words
        hint = menu_hint(self.theatre, "apply")
        if self.waiting is not None:
            hint = words("setting.press_key", action=words(f"action.{self.waiting.action}"))
        elif PAGES[self.page] not in TABLES:
            hint += f"     {'X' if self.theatre.devices.is_on_pad else 'Del'}  {words('menu.delete')}"
        pages = [words(f"setting.{PAGE_WORDS.get(name, name)}") for name in PAGES]
        self.places = self.theatre.art.settings(surface, self.rows(), self.chosen, hint, pages, self.page)

    def close(self) -> None:
        """The window goes: save, and keep what lies beneath."""
        self.theatre.save()
        self._beneath.close()

    def _page_rows(self, name: str) -> list[Row]:
        preferences, words = self.theatre.preferences, self.theatre.words
        if name in TABLES:
            values = {field: getattr(preferences, field) for field in _fields(name)}
            return [Row(words(f"setting.{field}"), _shown(words, value)) for field, value in values.items()]
        printed = self.theatre.devices.printed
        rows = []
        for action in Action:
            controls = preferences.bindings.controls(action, name == "pad")
            is_waiting = self.waiting is not None and self.waiting.action is action
            value = "..." if is_waiting else ", ".join(label(control, printed) for control in controls)
            rows.append(Row(words(f"action.{action}"), value or "-"))
        return rows

    def _action(self, index: int) -> Action:
        return tuple(Action)[index - 1]

    def _pressed(self, event: pygame.event.Event) -> str:
        """The control an event pressed on the device of this page, or ""."""
        if PAGES[self.page] == "keys":
            if event.type == pygame.KEYDOWN:
                return key_name(event.scancode)
            if event.type == pygame.MOUSEWHEEL and event.y:
                return "wheel.up" if event.y > 0 else "wheel.down"
            return MOUSE_BUTTONS.get(event.button, "") if event.type == pygame.MOUSEBUTTONDOWN else ""
        return self._pressed_on_pad(event)

    def _pressed_on_pad(self, event: pygame.event.Event) -> str:
        """The shoulder counts when it is let go alone: held, it makes a chord of the next button."""
        if event.type == pygame.CONTROLLERAXISMOTION and event.value > TRIGGER_PRESSED:
            return TRIGGERS.get(event.axis, "")
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            name = PAD_BUTTONS.get(event.button, "")
            if name == "pad.leftshoulder":
                self._shoulder = True
                return ""
            return CHORD_PREFIX + name.removeprefix("pad.") if self._shoulder and name in CHORDABLE else name
        if event.type == pygame.CONTROLLERBUTTONUP and PAD_BUTTONS.get(event.button) == "pad.leftshoulder":
            was_held, self._shoulder = self._shoulder, False
            return "pad.leftshoulder" if was_held else ""
        return ""

    def _bind(self, control: str) -> None:
        assert self.waiting is not None
        preferences = self.theatre.preferences
        preferences.bindings = preferences.bindings.rebound(self.waiting.action, control, self.waiting.slot)
        self.waiting, self._shoulder = None, False
        self.theatre.apply()

    def _standard(self, name: str) -> None:
        preferences, standard = self.theatre.preferences, Preferences()
        for field in _fields(name) if name in TABLES else ():
            setattr(preferences, field, getattr(standard, field))
        if name == "keys":
            preferences.bindings = type(preferences.bindings)(standard_bindings().desk, preferences.bindings.pad)
        elif name == "pad":
            preferences.bindings = type(preferences.bindings)(preferences.bindings.desk, standard_bindings().pad)
        self.theatre.apply()

    def _save(self) -> None:
        fault = self.theatre.save()
        if fault:
            self.next = MessageScene(self.theatre, [fault], self._beneath)


def _fields(table: str) -> tuple[str, ...]:
    return tuple(name for name in TABLES[table] if is_shown(name))


def _shown(words: Any, value: object) -> str:
    if isinstance(value, bool):
        return str(words("choice.on" if value else "choice.off"))
    if isinstance(value, float):
        return f"{round(value * 100)} %"
    return str(words(f"choice.{value}")) if isinstance(value, str) and not value.isdigit() else str(value)
