"""The list of levels: what ships, what the player made, packs he dropped in, and those of them that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.house import House
from game.app.paths import find_level, level_names, user_folder
from game.app.settings import load_settings
from game.levels.packing import pack


@pytest.fixture
def dropped(yard: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder into which a player drops packs; nothing is shown or heard."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    folder: Path = user_folder() / "levels"
    folder.mkdir(exist_ok=True)
    return folder


def test_packs_stand_in_the_list_and_a_torn_one_says_why(dropped: Path) -> None:
    content = pack(find_level("yard"), "", "", "")
    (dropped / "friend.zip").write_bytes(content)
    (dropped / "torn.zip").write_bytes(content[:900])
    house = House(load_settings(), lambda: None, lambda word, work: work())
    *whole, torn = house.levels()
    assert [card.fault for card in whole] == [""] * len(whole)
    assert any("packs" in card.path.parts for card in whole)
    assert torn.title == "torn.zip" and "is no zip archive that can be read" in torn.fault and "\n" not in torn.fault


def test_levels_of_one_name_are_told_apart(dropped: Path) -> None:
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
