"""Settings: they come back as they were written, faults are told and set aside, and no power cut spoils the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.settings import load_settings, parse_settings, save_settings, settings_path, to_toml
from game.content.text import load_text
from game.input.bindings import Action
from game.scenes.preferences import RULES, TABLES, Preferences, complaint, is_shown, stepped


def test_the_home_variable_moves_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AROUND_THE_CORNER_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "settings.toml"


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    written = Preferences(game_speed=80, shake=0.3, difficulty="story", fullscreen=True, last_level='a "b" \\ c')
    written.bindings = written.bindings.rebound(Action.FIRE, "key.space")
    assert save_settings(written, path) is None
    loaded = load_settings(path)
    assert loaded.faults == ()
    assert loaded.preferences == written
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"], "nothing is left beside it"


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "settings.toml")
    assert (loaded.preferences, loaded.message) == (Preferences(), "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[play]\ngame_speed = 50\n", "[play] game_speed: is 50, expected a whole number from 70 to 100"),
        ("[play]\ngame_speed = true\n", "is True, expected a whole number"),
        ("[play]\ngame_speed = 80.0\n", "is 80.0, expected a whole number"),
        ("[play]\nhit_stop = 1\n", "is 1, expected true or false"),
        ("[sound]\nvolume_music = nan\n", "is nan, expected a number"),
        ("[play]\ndifficulty = 'god'\n", "expected one of story, film, professional"),
        ("[play]\ngravity = 1\n", "no such setting"),
        ("[cheats]\n", "[cheats]: no such table"),
        ("play = 3\n", "expected a table"),
        ("[keys]\nfire = ['key.nothing']\n", "no such control"),
        ("[play\n", "is not TOML"),
        ("\xff", "is not TOML"),
    ],
)
def test_a_bad_file_is_told_once_and_set_aside(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("latin-1"))
    loaded = load_settings(path)
    assert loaded.preferences == Preferences(), "standard settings for this run"
    assert len(loaded.faults) == 1
    assert words in loaded.message and "settings.toml.bad" in loaded.message
    assert not path.exists()
    assert (tmp_path / "settings.toml.bad").read_bytes() == text.encode("latin-1")


def test_every_fault_is_found_at_once() -> None:
    _, faults = parse_settings(b"[play]\ngame_speed = 1\nrumble = 'x'\n[keys]\ndance = []\n")
    assert len(faults) == 3


def test_a_huge_file_is_not_swallowed(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"#" * (1 << 20))
    assert "larger than" in load_settings(path).message


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    assert "cannot be read" in load_settings(path).message
    fault = save_settings(Preferences(), path)
    assert fault is not None and "cannot be written" in str(fault)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "settings.toml"
    assert save_settings(Preferences(shake=0.5), path) is None

    def refuse(*words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, refuse)
    fault = save_settings(Preferences(shake=0.1), path)
    monkeypatch.undo()
    assert fault is not None and "No space left" in str(fault)
    assert load_settings(path).preferences.shake == 0.5
    assert len(list(tmp_path.iterdir())) == 1


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    preferences, faults = parse_settings(raw)
    assert isinstance(preferences, Preferences) and isinstance(faults, list)


def test_every_step_of_the_screen_is_a_value_of_the_file() -> None:
    standard = Preferences()
    for name in (name for table in TABLES for name in TABLES[table] if is_shown(name)):
        for direction in (1, -1):
            value = getattr(standard, name)
            for _ in range(40):
                value = stepped(name, value, direction)
                assert complaint(name, value) == "", name


def test_every_setting_and_action_has_its_words() -> None:
    text = load_text()
    for name in (name for table in TABLES for name in TABLES[table] if is_shown(name)):
        assert f"setting.{name}" in text
        for choice in RULES[name].get("choices", ()):
            assert choice.isdigit() or f"choice.{choice}" in text
    assert all(f"action.{action}" in text for action in Action)


def test_the_file_says_what_it_is() -> None:
    assert to_toml(Preferences()).startswith("# Settings of Around the Corner")
