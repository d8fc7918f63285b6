"""Where levels may reach: paths named inside a map stay within the `levels/` and `assets/` folders.

Owns the containment rule and how a path is shown. Does not open anything. Called by the readers of maps.
"""

from __future__ import annotations

from pathlib import Path

_CODE = Path(__file__).resolve().parents[1]
DATA_ROOT = _CODE / "_data" if (_CODE / "_data").is_dir() else _CODE.parent
"""The folder that holds `levels` and `assets`: the repository, or the installed game's own."""


def allowed_roots(level: Path) -> tuple[Path, ...]:
    """Folders a map may name files in: its own `levels` folder with the `assets` beside it, and the game's."""
    folder = level.resolve().parent
    home = next((one for one in (folder, *folder.parents) if one.name == "levels"), folder)
    return (home, home.parent / "assets", DATA_ROOT / "levels", DATA_ROOT / "assets")


def resolve_inside(named: str, beside: Path, roots: tuple[Path, ...], endings: tuple[str, ...]) -> Path | str:
    """The file that `named` means, seen from the file `beside`; or, as text, why it may not be used."""
    if not named or "\\" in named or "\0" in named or named.startswith("/") or ":" in named:
        return f'path "{named[:80]}" must be relative, with forward slashes'
    if not named.lower().endswith(endings):
        return f'path "{named[:80]}" must end in {" or ".join(endings)}'
    path = (beside.parent / named).resolve()
    if not any(path.is_relative_to(root) for root in roots):
        return f'path "{named[:80]}" leads out of the levels and assets folders'
    if not path.is_file():
        return f'file "{named[:80]}" is missing (looked for {shown(path)})'
    return path


def shown(path: Path) -> str:
    """A path as messages and levels spell it: below the data root with forward slashes, else as it is."""
    whole = path.resolve()
    return whole.relative_to(DATA_ROOT).as_posix() if whole.is_relative_to(DATA_ROOT) else whole.as_posix()
