"""The page for level makers: what it shows is there, and what it teaches the game understands."""

from __future__ import annotations

import re
import tomllib

import pytest

from game.levels.complaints import Complaints
from game.levels.folders import DATA_ROOT
from game.levels.screenplay import read_screenplay
from game.levels.vocabulary import game_vocabulary

PAGE = (DATA_ROOT / "docs" / "LEVELS.md").read_text(encoding="utf-8")
SNIPPETS = [text for text in re.findall(r"(?ms)^ *```toml\n(.*?)^ *```", PAGE) if "[[" in text]


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]*\]\(([^)]+)\)", PAGE))
def test_every_picture_is_there(picture: str) -> None:
    assert (DATA_ROOT / "docs" / picture).is_file()


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_every_recipe_is_a_screenplay(number: int) -> None:
    complaints = Complaints("LEVELS.md")
    text = re.sub(r"(?m)^ {3}", "", SNIPPETS[number])
    raw = {"title": "x"} | tomllib.loads(text)
    read_screenplay(raw, game_vocabulary(), complaints)
    assert [str(fault) for fault in complaints.faults] == []


def test_there_are_recipes() -> None:
    assert len(SNIPPETS) >= 7
