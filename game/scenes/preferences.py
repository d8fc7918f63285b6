"""What the player has chosen once for all runs: loudness, picture, reading, hands, difficulty.

Owns the fields, their bounds and their standard values; one declaration a field serves the settings file, its
strict reading and the settings screen. Does not touch the disk: that is `game.app.settings`. Scenes read and
change it; the app loads and saves it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from game.audio.sound import Volumes
from game.input.bindings import Bindings, standard_bindings
from game.input.devices import Toggles

SUBTITLE_SCALES = {"normal": 1.0, "large": 1.3, "huge": 1.65}
MOST_WORD = 64
"""Longest free text in settings (a level's name)."""


def _share(table: str, value: float, step: float = 0.1, least: float = 0.0, most: float = 1.0) -> Any:
    return field(default=value, metadata={"table": table, "least": least, "most": most, "step": step})


def _switch(table: str, value: bool) -> Any:
    return field(default=value, metadata={"table": table})


def _choice(table: str, value: str, *choices: str) -> Any:
    return field(default=value, metadata={"table": table, "choices": choices})


def _number(table: str, value: int, least: int, most: int, step: int = 1, is_shown: bool = True) -> Any:
    bounds = {"least": least, "most": most, "step": step, "shown": is_shown}
    return field(default=value, metadata={"table": table, **bounds})


def _word(table: str, value: str) -> Any:
    return field(default=value, metadata={"table": table, "shown": False})


@dataclass(slots=True)
class Preferences:
    """Everything the settings screen offers, and what the game remembers between two evenings."""

    difficulty: str = _choice("play", "film", "story", "film", "professional")
    game_speed: int = _number("play", 100, 70, 100, 5)
    """Percent of real time."""
    aim_assist: bool = _switch("play", True)
    """The sim draws the aim of a stick toward the nearest enemy, as strongly as the difficulty says."""
    mouse_sensitivity: float = _share("play", 1.0, 0.1, 0.3, 3.0)
    """Way of the aim for the same way of the mouse, in a run; 1 leaves the system's own cursor alone."""
    run_mode: str = _choice("play", "hold", "hold", "toggle")
    crouch_mode: str = _choice("play", "toggle", "hold", "toggle")
    aim_mode: str = _choice("play", "hold", "hold", "toggle")
    rumble: float = _share("play", 0.8)
    hit_stop: bool = _switch("play", False)
    """The picture holds for a few frames on a kill, a ram and a blast; no tick runs meanwhile."""
    last_level: str = _word("play", "")
    last_seed: int = _number("play", 1, 0, 2**53, is_shown=False)

    volume_master: float = _share("sound", 0.9)
    volume_effects: float = _share("sound", 1.0)
    volume_engines: float = _share("sound", 0.8)
    volume_music: float = _share("sound", 0.7)
    volume_speech: float = _share("sound", 1.0)
    volume_ui: float = _share("sound", 0.8)
    mono_sound: bool = _switch("sound", False)
    """Both ears hear the same."""

    fullscreen: bool = _switch("picture", False)
    scale: str = _choice("picture", "auto", "auto", "1", "2", "3")
    """Times 1280 x 720 of the window; "auto" takes what fits the screen."""
    fps_cap: int = _number("picture", 60, 30, 240, 30)
    quality: str = _choice("picture", "high", "low", "medium", "high")
    shake: float = _share("picture", 1.0)
    reduce_flashes: bool = _switch("picture", False)

    subtitle_size: str = _choice("reading", "normal", "normal", "large", "huge")
    subtitle_box: bool = _switch("reading", True)
    captions: bool = _switch("reading", True)
    """Sounds that matter are written down with their direction."""
    hud_clock: bool = _switch("reading", True)
    hud_crew: bool = _switch("reading", True)
    hud_goal: bool = _switch("reading", True)
    hud_ammo: bool = _switch("reading", True)
    hud_prompts: bool = _switch("reading", True)
    hud_markers: bool = _switch("reading", True)

    bindings: Bindings = field(default_factory=standard_bindings, metadata={"table": ""})

    def assists(self) -> tuple[str, ...]:
        """What a run is told of these choices: words of its setup, which the replay keeps."""
        words = [f"speed_{self.game_speed}"] if self.game_speed < 100 else []
        return tuple(words if self.aim_assist else [*words, "no_aim_assist"])

    def subtitle_scale(self) -> float:
        """How much larger than usual subtitles are."""
        return SUBTITLE_SCALES[self.subtitle_size]

    def volumes(self) -> Volumes:
        """How loud everything is, as the sound wants it."""
        buses = (self.volume_effects, self.volume_engines, self.volume_music, self.volume_speech, self.volume_ui)
        return Volumes(self.volume_master, *buses, self.mono_sound)

    def toggles(self) -> Toggles:
        """Which held actions toggle, as the devices want it."""
        return Toggles(self.run_mode == "toggle", self.crouch_mode == "toggle", self.aim_mode == "toggle")


TABLES: dict[str, tuple[str, ...]] = {
    table: tuple(entry.name for entry in fields(Preferences) if entry.metadata["table"] == table)
    for table in ("play", "sound", "picture", "reading")
}
"""Tables of the settings file with the names of their fields, in order."""

RULES: dict[str, dict[str, Any]] = {entry.name: dict(entry.metadata) for entry in fields(Preferences)}
"""Bounds and choices of each field."""

STANDARD = Preferences()


def complaint(name: str, value: object) -> str:
    """What is wrong with a value for the field, or "" when it fits; true is not a number."""
    rule, standard = RULES[name], getattr(STANDARD, name)
    if isinstance(standard, bool):
        return "" if isinstance(value, bool) else f"is {value!r}, expected true or false"
    if isinstance(standard, str):
        return _complaint_of_word(rule, value)
    kinds = "a whole number" if isinstance(standard, int) else "a number"
    is_number = type(value) is int or (type(value) is float and isinstance(standard, float))
    if not is_number or not rule["least"] <= value <= rule["most"]:
        return f"is {value!r}, expected {kinds} from {rule['least']} to {rule['most']}"
    return ""


def _complaint_of_word(rule: dict[str, Any], value: object) -> str:
    choices = rule.get("choices")
    if choices is None:
        is_word = isinstance(value, str) and len(value) <= MOST_WORD and value.isprintable()
        return "" if is_word else f"is {value!r}, expected a text of at most {MOST_WORD} characters"
    return "" if value in choices else f"is {value!r}, expected one of {', '.join(choices)}"


def stepped(name: str, value: Any, direction: int) -> Any:
    """The next value of a field to the right (1) or to the left (-1), as the settings screen offers them."""
    rule = RULES[name]
    if isinstance(value, bool):
        return not value
    if "choices" in rule:
        choices = rule["choices"]
        return choices[(choices.index(value) + direction) % len(choices)]
    moved = value + direction * rule["step"]
    kept = max(rule["least"], min(moved, rule["most"]))
    return round(kept, 3) if isinstance(value, float) else kept


def is_shown(name: str) -> bool:
    """The settings screen has a row for the field."""
    return bool(RULES[name].get("shown", True)) and bool(RULES[name]["table"])
