"""The bake as its users meet it: what is committed belongs to the recipes, a change is told, nothing grows too large."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from assets.bake import bake, sheets
from game.app.cli import main

LIMIT = 40 * 2**20


def test_what_is_committed_is_what_the_recipes_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assets", "check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"faults": []}


def test_the_manifest_names_every_baked_file_and_no_other() -> None:
    named = {name for entry in sheets.read_manifest()["items"].values() for name in entry["files"]}
    folders = {Path(name).parent for name in named}
    lying = {str(path.relative_to(sheets.ASSETS)) for folder in folders for path in (sheets.ASSETS / folder).iterdir()}
    assert lying == named


def test_all_of_it_stays_small() -> None:
    assert sum(path.stat().st_size for path in sheets.ASSETS.rglob("*") if path.is_file()) < LIMIT


def test_a_changed_file_and_a_changed_recipe_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = copy.deepcopy(sheets.read_manifest())
    first, second = sorted(manifest["items"])[:2]
    name = next(iter(manifest["items"][first]["files"]))
    manifest["items"][first]["files"][name] = "0" * 16
    manifest["items"][second]["from"] = "0" * 16
    monkeypatch.setattr(sheets, "read_manifest", lambda: manifest)
    monkeypatch.setattr(bake, "SAMPLE", 10**6)
    monkeypatch.setattr(bake, "compare", lambda baked, tolerance: [])
    faults = dict(bake.check_all(2, False))
    assert "not the file" in faults[name]
    assert "have changed" in faults[second]


def test_an_installed_game_says_that_it_cannot_bake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "levels").mkdir()
    monkeypatch.setenv("AROUND_THE_CORNER_DATA", str(tmp_path))
    assert main(["assets", "check"]) == 2
    assert "checkout" in capsys.readouterr().err
