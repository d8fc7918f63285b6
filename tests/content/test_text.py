"""The words of the game: every key the code asks for is there, lines fill in, faults are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game
from game.content.catalog import load_catalog
from game.content.faults import ContentError, UnusableFile
from game.content.text import MissingText, load_text
from game.input.bindings import Action
from game.scenes.preferences import RULES, is_shown
from game.sim.input_frame import Order

SOURCE = Path(game.__file__).parent
ASKED = re.compile(r"""\b(?:text|words)\(\s*"([a-z_0-9]+\.[a-z_0-9.]+)\"""")

OFFERED = re.compile(r"""\bDeed\(\s*"([a-z_]+)\"""")


def test_every_key_the_code_asks_for_is_there() -> None:
    text = load_text()
    asked = {
        (key, path.relative_to(SOURCE).as_posix())
        for path in sorted(SOURCE.rglob("*.py"))
        for key in ASKED.findall(path.read_text(encoding="utf-8"))
    }
    assert sorted(pair for pair in asked if pair[0] not in text) == []


def test_every_deed_the_sim_offers_has_a_verb() -> None:
    text = load_text()
    deeds = {verb for path in SOURCE.glob("sim/**/*.py") for verb in OFFERED.findall(path.read_text(encoding="utf-8"))}
    assert sorted(verb for verb in deeds if f"verb.{verb}" not in text) == []
    assert sorted(verb for verb in deeds if f"crew.{verb}" not in text) == []


NAMES = {
    "verb": "search take plant drag tie lay light free lift carry hang_up disarm search_person enter leave hijack"
    " board",
    "awareness": "calm search know lost",
    "stage": "0 1 2 3 4 5",
    "order": "hold cover_me move_up follow pick_up get_car fall_back job plan",
    "result": "escaped walked arrested killed lost",
    "cause": "shot run_over crash blast bled struck fire",
    "menu": "title play continue restart levels replays settings quit resume leave results next back",
    "crew": "dead down hurt driving",
    "caption": "pistol revolver smg rifle shotgun sniper siren left right line",
    "side": "crew police",
}


@pytest.mark.parametrize("table", NAMES)
def test_names_that_the_game_makes_up_have_words(table: str) -> None:
    text = load_text()
    assert [name for name in NAMES[table].split() if f"{table}.{name}" not in text] == []


def test_settings_actions_orders_and_difficulties_have_words() -> None:
    text = load_text()
    wanted = [f"action.{action.value}" for action in Action]
    wanted += [f"setting.{name}" for name in RULES if is_shown(name)]
    wanted += [
        f"choice.{choice}" for rule in RULES.values() for choice in rule.get("choices", ()) if not choice.isdigit()
    ]
    wanted += [f"difficulty.{name}" for name in load_catalog().difficulties]
    wanted += [f"order.{name.lower()}" for name in vars(Order) if name.isupper()]
    assert [key for key in wanted if key not in text] == []


def test_words_of_difficulties_agree_with_the_catalog() -> None:
    text = load_text()
    for name, spec in load_catalog().difficulties.items():
        assert text(f"difficulty.{name}") == spec.label


def test_lines_are_fit_to_show() -> None:
    text = load_text()
    for key in text:
        line = text(key, **dict.fromkeys(PLACEHOLDERS, "x"))
        assert line == line.strip() and line.isprintable(), key
        if key.startswith(("verb.", "order.", "action.")):
            assert len(line) <= 24, f"{key} must fit beside a key cap"
        assert len(line) <= (80 if key == "maker.keys" else 48), (
            f"{key}: only the level maker's line has the whole width"
        )


PLACEHOLDERS = (
    "action", "button", "cause", "count", "name", "seconds", "side", "sound", "spec", "speed", "time", "verb", "way", "who",
    "words",
)  # fmt: skip


def test_the_name_of_the_game() -> None:
    assert load_text()("menu.title") == "Around the Corner"


def test_missing_words_are_named() -> None:
    text = load_text()
    with pytest.raises(MissingText, match=r"text_en.toml: key menu.pley: is missing"):
        text("menu.pley")
    with pytest.raises(KeyError):
        text("menu.pley")
    with pytest.raises(ContentError, match=r"key menu.confirm_delete: .* cannot be filled in"):
        text("menu.confirm_delete")
    assert text("menu.confirm_delete", name="run 7") == "Delete run 7?"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("play = 5", "key menu.play: is 5, expected a line of text"),
        ('play = ""', "key menu.play: is empty"),
        ('play = "{"', "key menu.play: is '{'"),
        ('play = "{}"', "key menu.play: has the placeholder {}"),
        ('play = "{a.b}"', "key menu.play: has the placeholder {a.b}"),
        ('"a.b" = "c"', "key menu.a.b: has a dot"),
        ('a.b.c.d = "e"', "key menu.a.b: is a table, expected at most 3 parts"),
    ],
)
def test_faults_of_a_text_file(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "text_en.toml").write_text(f"[menu]\n{line}\n")
    with pytest.raises(ContentError) as caught:
        load_text(folder=tmp_path)
    assert message in str(caught.value) and len(caught.value.faults) == 1


def test_files_that_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match=r"text_de\.toml: is missing"):
        load_text("de", tmp_path)
    with pytest.raises(ContentError, match="two small letters"):
        load_text("../en", tmp_path)
    (tmp_path / "text_fr.toml").write_text("")
    with pytest.raises(ContentError, match="is empty"):
        load_text("fr", tmp_path)
