"""The list of levels: what ships, what the player made, packs he dropped in, and those of them that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.house import House
from game.app.paths import find_level, level_names, user_folder
from game.app.settings import load_settings
from game.levels.packing import pack


@pytest.mark.usefixtures("yard")
def test_packs_stand_in_the_list_and_a_torn_one_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    dropped: Path = user_folder() / "levels"
    dropped.mkdir(exist_ok=True)
    content = pack(find_level("yard"), "", "", "")
    (dropped / "friend.zip").write_bytes(content)
    (dropped / "torn.zip").write_bytes(content[:900])
    house = House(load_settings(), lambda: None, lambda word, work: work())
    *whole, torn = house.levels()
    assert [card.fault for card in whole] == [""] * len(whole)
    assert any("packs" in card.path.parts for card in whole)
    assert torn.title == "torn.zip" and "is no zip archive that can be read" in torn.fault and "\n" not in torn.fault


@pytest.mark.usefixtures("yard")
def test_levels_of_one_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    dropped: Path = user_folder() / "levels"
    dropped.mkdir(exist_ok=True)
    own = find_level("yard")
    content = pack(own, "", "", "")
    (dropped / "friend.zip").write_bytes(content)
    (dropped / "other.zip").write_bytes(content)
    assert find_level("yard") == own, "the first of them keeps its name"
    friend, other = find_level("friend:yard"), find_level("other:yard")
    assert len({own, friend, other}) == 3 and friend.stem == other.stem == "yard"
    assert list(level_names()).count("yard") == 1 and {"friend:yard", "other:yard"} < set(level_names())
    house = House(load_settings(), lambda: None, lambda word, work: work())
    titles = {card.path: card.title for card in house.levels()}
    assert (titles[own], titles[friend], titles[other]) == ("Yard (yours)", "Yard (pack friend)", "Yard (pack other)")
