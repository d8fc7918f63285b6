"""How long a level maker waits: from the moment his file is written to the first picture of the level loaded anew.

Owns a copy of the level that it writes to, and the loop it plays it in: the game's own window, watch, world and picture. Called by
`bench reload`. Times are by the wall, and as the process's own, which other programs do not lengthen (what the watch waits is not in them).
`later` is the longest frame of the second after that picture: clearing away the run before, and what is composed only when it is seen.
`total` is both together, the stop a player feels. `usual` is the longest frame of the same street before anything was saved.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import pygame

from game.app.house import House
from game.app.loop import Loop
from game.app.settings import load_settings
from game.app.window import close_window, open_window
from game.content.faults import Fault, UnusableFile
from game.levels.folders import allowed_roots
from game.scenes.play import PlayScene
from game.scenes.title import TitleScene, start_run
from game.sim.run_setup import RunSetup

TIMES = 5
FRAME = 1.0 / 60.0
SETTLES = 40
FOLLOWS = 60
"""Frames after the first picture in which the reload may still be felt."""
LONGEST_SECONDS = 60.0
SHARED = ("tilesets", "templates")
TEMPLATE = "templates/props/bin.tx"
TILESET = "tilesets/street.png"


def bench_reload(path: Path, setup: RunSetup) -> dict[str, object]:
    """Milliseconds from save to the picture in which the new level is seen, for each kind of change: median and longest."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(path, Path(folder))
        window = open_window()
        # A window that nobody sees has no focus to lose, and must not pause.
        pygame.event.set_blocked(pygame.WINDOWFOCUSLOST)
        house = House(load_settings(), lambda: None, lambda word, work: work())
        house.theatre.briefed.add(copy)
        loop = Loop(window, house, start_run(house.theatre, copy, setup, TitleScene(house.theatre)))
        try:
            home = allowed_roots(copy)[0]
            lacking = {
                name for name, file in (("tileset", TILESET), ("template", TEMPLATE)) if not (home / file).is_file()
            }
            rows = {name: _measured(loop, copy, change) for name, change in CHANGES.items() if name not in lacking}
        finally:
            loop.scene.close()
            close_window()
    return {"level": path.stem, "times": TIMES, **rows}


def _copied(path: Path, folder: Path) -> Path:
    """The level's files in a levels folder of their own."""
    home = allowed_roots(path)[0]
    target = folder / "levels"
    for name in SHARED:
        if (home / name).is_dir():
            shutil.copytree(home / name, target / name)
    here = target / path.relative_to(home)
    here.parent.mkdir(parents=True, exist_ok=True)
    for file in (path, path.with_suffix(".toml")):
        if file.exists():
            shutil.copy2(file, here.with_suffix(file.suffix))
    back = "/".join([".."] * (len(here.relative_to(target).parts) - 1) + [TEMPLATE])
    if (target / TEMPLATE).is_file():
        _add(here, 90000, f'<object id="90000" template="{back}" x="60" y="72"/>')
    return here


def _measured(loop: Loop, path: Path, change: Callable[[Path, int], None]) -> dict[str, float]:
    seconds, later, own, own_later, usual = [], [], [], [], []
    for number in range(TIMES):
        usual.append(max(_frame(loop)[0] for _ in range(SETTLES)))
        before = loop.scene
        change(path, number)
        began, own_began = perf_counter(), process_time()
        while loop.scene is before:
            if perf_counter() - began > LONGEST_SECONDS:
                faults = before.makers._faults if isinstance(before, PlayScene) else ()
                raise UnusableFile(
                    [Fault(str(path), "", f"was not loaded anew: {'; '.join(faults) or 'nothing happened'}")]
                )
            loop.show(FRAME)
        seconds.append(perf_counter() - began)
        own.append(process_time() - own_began)
        own_began = process_time()
        loop.house.sweep()
        swept, own_swept = perf_counter() - began - seconds[-1], process_time() - own_began
        frames = [(swept, own_swept), *(_frame(loop) for _ in range(FOLLOWS))]
        later.append(max(wall for wall, _ in frames))
        own_later.append(max(cost for _, cost in frames))
    totals = [one + other for one, other in zip(seconds, later, strict=True)]
    own_totals = [one + other for one, other in zip(own, own_later, strict=True)]
    figures = {
        "median": statistics.median(seconds), "max": max(seconds), "later_max": max(later), "total_median": statistics.median(totals),
        "total_max": max(totals), "own_max": max(own), "own_later_max": max(own_later), "own_total_max": max(own_totals),
        "usual_max": max(usual),
    }  # fmt: skip
    return {f"{name}_ms": round(value * 1e3, 1) for name, value in figures.items()}


def _frame(loop: Loop) -> tuple[float, float]:
    """One frame as the game makes them: seconds by the wall, and of the process itself."""
    began, own_began = perf_counter(), process_time()
    loop.frame(FRAME)
    return perf_counter() - began, process_time() - own_began


def _written(path: Path, text: str) -> None:
    """As editors save: a new file, moved over the old one."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def _add(path: Path, id: int, thing: str) -> None:
    """One more object on a layer of its own."""
    group = f'<objectgroup id="{id}" name="bench {id}">{thing}</objectgroup></map>'
    _written(path, path.read_text(encoding="utf-8").replace("</map>", group))


def _moved(path: Path, number: int) -> None:
    """One more marker."""
    id = 90001 + number
    _add(path, id, f'<object id="{id}" name="bench_{number}" type="Marker" x="{48 + number}" y="48"><point/></object>')


def _built(path: Path, number: int) -> None:
    """One more wall: what the sim, the light and the roofs see of the place is another one."""
    id = 91001 + number
    _add(path, id, f'<object id="{id}" type="Wall" x="{72 + 24 * number}" y="72" width="20" height="20"/>')


def _lit(path: Path, number: int) -> None:
    """One more lamp in the middle of the map."""
    id, text = 92001 + number, path.read_text(encoding="utf-8")
    across, down = (int(text.split(f' {side}="', 1)[1].split('"', 1)[0]) * 12 for side in ("width", "height"))
    _add(path, id, f'<object id="{id}" type="Lamp" x="{across + 48 * number}" y="{down}"><point/></object>')


def _painted(path: Path, number: int) -> None:
    """Another tile in the last cell of the last tile layer that is not empty."""
    text, mark = path.read_text(encoding="utf-8"), '<data encoding="csv">'
    start = text.rfind(mark)
    while start >= 0:
        end = text.index("</data>", start)
        cells = text[start + len(mark) : end]
        others = [cell for cell in dict.fromkeys(cells.replace("\n", "").split(",")) if cell.strip() not in ("", "0")]
        if others:
            body, comma, _ = cells.rstrip().rpartition(",")
            _written(path, f"{text[: start + len(mark)]}{body}{comma}{others[number % len(others)]}\n{text[end:]}")
            return
        start = text.rfind(mark, 0, start)
    raise UnusableFile(
        [Fault(str(path), "", "has no tile layer with tiles saved as CSV, which the bench could paint on")]
    )


def _repainted(path: Path, number: int) -> None:
    """Another picture of a tileset the map uses: a pixel of the sheet is of another colour."""
    file = allowed_roots(path)[0] / TILESET
    picture = pygame.image.load(str(file))
    picture.set_at((number, 0), (200, 40 + number, 40, 255))
    fresh = file.with_name("fresh.png")
    pygame.image.save(picture, str(fresh))
    fresh.replace(file)


def _stamped(path: Path, number: int) -> None:
    """Another template of an object on the map: it is a little wider."""
    file = allowed_roots(path)[0] / TEMPLATE
    text = file.read_text(encoding="utf-8")
    wide = text.split(' width="', 1)[1].split('"', 1)[0]
    _written(file, text.replace(f' width="{wide}"', f' width="{float(wide) + 1:g}"', 1))


def _said(path: Path, number: int) -> None:
    """One more line of the screenplay."""
    file = path.with_suffix(".toml")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    _written(file, f'{text}\n[[chance]]\nname = "bench_{number}"\npick = ["a", "b"]\n')


CHANGES: dict[str, Callable[[Path, int], None]] = {
    "object": _moved, "wall": _built, "lamp": _lit, "tile": _painted, "screenplay": _said, "tileset": _repainted,
    "template": _stamped,
}  # fmt: skip
"""What is done to the level, each a few times."""
