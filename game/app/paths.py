"""Where things lie: the data that ships with the game, and the player's own folders.

Owns every lookup of a folder or of a level by name. Reads no level. Called by the commands, the loop and scenes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

from game.app.packs import unpacked
from game.content.faults import Fault, UnusableFile
from game.levels.listing import in_story_order

DATA_VARIABLE = "AROUND_THE_CORNER_DATA"
USER_VARIABLE = "AROUND_THE_CORNER_HOME"
_PACKAGE = Path(__file__).resolve().parent.parent


def data_root() -> Path:
    """The folder that holds `levels/` and `assets/`: named by the environment, bundled, installed, or the checkout."""
    named = os.environ.get(DATA_VARIABLE, "")
    if named:
        root = Path(named).resolve()
        if not (root / "levels").is_dir():
            raise UnusableFile([Fault(named, DATA_VARIABLE, "no levels/ in it; expected the game's data folder")])
        return root
    bundle = getattr(sys, "_MEIPASS", "")
    for root in ([Path(bundle)] if bundle else []) + [_PACKAGE / "_data", _PACKAGE.parent]:
        if (root / "levels").is_dir():
            return root
    raise UnusableFile([Fault(str(_PACKAGE), "", f"the game's levels/ and assets/ are missing; set {DATA_VARIABLE}")])


def levels_folder() -> Path:
    """The levels that ship with the game."""
    return data_root() / "levels"


def assets_folder() -> Path:
    """The baked sprites, sounds and music."""
    return data_root() / "assets"


def user_folder() -> Path:
    """The player's own folder; made when it is first asked for."""
    named = os.environ.get(USER_VARIABLE, "")
    folder = Path(named) if named else Path(platformdirs.user_data_dir("around-the-corner", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def replays_folder() -> Path:
    """Where runs are recorded; made when it is first asked for."""
    folder = user_folder() / "replays"
    folder.mkdir(exist_ok=True)
    return folder


def packs_folder() -> Path:
    """Where packs that the player dropped into his levels folder are unpacked."""
    return user_folder() / "packs"


def level_paths() -> list[Path]:
    """Every level that can be named: shipped ones in the story's order, then sandboxes, the player's own and packs, each by name."""
    found: list[Path] = []
    for folder in (levels_folder(), levels_folder() / "sandbox", user_folder() / "levels"):
        if folder.is_dir():
            found += in_story_order(folder.glob("*.tmx"))
    return found + unpacked(user_folder() / "levels", packs_folder())[0]


def broken_packs() -> list[Fault]:
    """What is wrong with packs in the player's levels folder that cannot be used."""
    return unpacked(user_folder() / "levels", packs_folder())[1]


def pack_of(path: Path) -> str:
    """The pack a level was unpacked from; empty for one that is no pack's."""
    packs = packs_folder()
    return path.relative_to(packs).parts[0] if path.is_relative_to(packs) else ""


def is_own(path: Path) -> bool:
    """Whether a level lies in the player's own levels folder."""
    return path.is_relative_to(user_folder() / "levels")


def level_names() -> dict[str, Path]:
    """What each level is called. Of several with one name the first keeps it (shipped, sandboxes, own, packs); the others are called by
    where they come from as well: `own:NAME`, `PACK:NAME`."""
    found: dict[str, Path] = {}
    for path in level_paths():
        name = path.stem
        found.setdefault(name if name not in found else f"{pack_of(path) or 'own'}:{name}", path)
    return found


def find_level(word: str) -> Path:
    """The .tmx that `word` names: a path to one, or the name of a level. Raises UnusableFile."""
    if word.endswith((".tmx", ".toml")) or "/" in word or os.sep in word:
        path = Path(word).with_suffix(".tmx")
        if not path.is_file():
            raise UnusableFile([Fault(word, "", "no such level file; expected a .tmx")])
        return path.resolve()
    names = level_names()
    if word in names:
        return names[word]
    known = ", ".join(names) or "none"
    raise UnusableFile([Fault(word, "", f"there is no level of this name; there are: {known}")])
