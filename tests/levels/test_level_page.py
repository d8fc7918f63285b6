"""The page for level makers: what it shows is there, and what it teaches the game understands."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from game.app.levels_check import played
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.complaints import Complaints
from game.levels.folders import DATA_ROOT
from game.levels.loader import load_level
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


def test_the_first_level_of_the_page_is_finished_by_a_bot(tmp_path: Path, catalog: Catalog) -> None:
    """Its screenplay word for word, on the map that was drawn as the page says."""
    folder = tmp_path / "levels"
    shutil.copytree(DATA_ROOT / "levels" / "tilesets", folder / "tilesets")
    shutil.copytree(DATA_ROOT / "levels" / "templates", folder / "templates")
    drawn = (DATA_ROOT / "levels" / "sandbox" / "first_job.tmx").read_text(encoding="utf-8")
    path = folder / "my_job.tmx"
    path.write_text(drawn.replace('"../', '"'), encoding="utf-8")
    path.with_suffix(".toml").write_text(re.sub(r"(?m)^ {3}", "", SNIPPETS[0]), encoding="utf-8")
    assert [str(fault) for fault in check_level(path, catalog)] == []
    assert [str(fault) for fault in played(path, load_level(path, catalog), catalog, seed=1)] == []


@pytest.mark.parametrize("path", re.findall(r"`((?:vehicles|people|zones|markers|ways|lights)/\w+)`", PAGE))
def test_every_template_that_the_page_names_is_there(path: str) -> None:
    assert (DATA_ROOT / "levels" / "templates" / f"{path}.tx").is_file()


def test_there_are_recipes() -> None:
    assert len(SNIPPETS) >= 7
