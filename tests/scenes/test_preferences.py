"""Preferences that reach further than their own page: the words of a run's setup, sizes, the renderer's quality."""

from __future__ import annotations

from game.content.text import load_text
from game.render.renderer import DIVISORS
from game.scenes.preferences import RULES, TABLES, Preferences, is_shown


def test_assists_become_words_of_the_setup() -> None:
    assert Preferences().assists() == ()
    assert Preferences(aim_assist=False, game_speed=80).assists() == ("speed_80", "no_aim_assist")


def test_qualities_are_those_of_the_renderer() -> None:
    assert set(RULES["quality"]["choices"]) == set(DIVISORS)


def test_larger_subtitles_are_larger() -> None:
    sizes = [Preferences(subtitle_size=size).subtitle_scale() for size in RULES["subtitle_size"]["choices"]]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 3


def test_every_shown_setting_and_choice_has_words() -> None:
    text = load_text()
    names = [name for table in TABLES.values() for name in table if is_shown(name)]
    assert [name for name in names if f"setting.{name}" not in text] == []
    choices = {choice for name in names for choice in RULES[name].get("choices", ()) if not choice.isdigit()}
    assert [choice for choice in sorted(choices) if f"choice.{choice}" not in text] == []
