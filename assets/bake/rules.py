"""Draws Tiled's automapping rules: `python -m assets.bake.rules` writes levels/rules, which the Tiled project names.

Kerbs round every pavement and parapets round every roof, as *Map, AutoMap* lays them. A rule is a cross of cells: what must lie in
them, what must not, and the tile that goes on top of the middle. Written as Tiled 1.8 reads rules; newer Tiled does, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assets.bake import tile_street
from assets.bake.tile_sheet import Sheet

FOLDER = Path(__file__).resolve().parents[2] / "levels" / "rules"
TEXTURE_TILES = 16
STEP = 5
PER_ROW = 6
AROUND = {"n": (0, -1), "e": (1, 0), "s": (0, 1), "w": (-1, 0)}
CORNERS = {"ne": (1, -1), "se": (1, 1), "sw": (-1, 1), "nw": (-1, -1)}
SIDES = ("n", "e", "s", "w", "ne", "es", "sw", "nw")


@dataclass(frozen=True)
class RuleSet:
    """One rule map: what is enclosed on which layer, and the lines that go round it on which other one."""

    file: str
    reads: str
    writes: str
    textures: tuple[str, ...]
    border: str
    has_notches: bool


SETS = (
    RuleSet("kerbs", "ground", "marks", ("sidewalk",), "kerb", True),
    RuleSet("parapets", "roofs", "roofs edge", ("roof_tar", "roof_gravel", "roof_white"), "parapet_pale", False),
)


def rule_map(rules: RuleSet, first: dict[str, int]) -> str:
    """The .tmx of a set of rules."""
    cases: list[tuple[int, list[tuple[int, int]], list[tuple[int, int]]]] = []
    for sides in SIDES:
        outside = [AROUND[side] for side in sides]
        cases.append(
            (first[f"{rules.border}_{sides}"], [(0, 0), *(at for at in AROUND.values() if at not in outside)], outside)
        )
    for corner, at in CORNERS.items() if rules.has_notches else ():
        cases.append((first[f"notch_{corner}"], [(0, 0), *AROUND.values()], [at]))
    width, height = PER_ROW * STEP, -(-len(cases) // PER_ROW) * STEP
    tiles = [first[texture] + number + 1 for texture in rules.textures for number in range(TEXTURE_TILES)]
    regions, output = _empty(width, height), _empty(width, height)
    inside, outside_of = _empty(width, height), _empty(width, height)
    for number, (tile, within, without) in enumerate(cases):
        x, y = number % PER_ROW * STEP + 2, number // PER_ROW * STEP + 2
        output[y][x] = tile + 1
        for cells, layer in ((within, inside), (without, outside_of)):
            for dx, dy in cells:
                layer[y + dy][x + dx] = regions[y + dy][x + dx] = 1
    layers = [("regions", regions)]
    layers += [(f"input_{rules.reads}", _painted(inside, tile)) for tile in tiles]
    layers += [(f"inputnot_{rules.reads}", _painted(outside_of, tile)) for tile in tiles]
    layers.append((f"output_{rules.writes}", output))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" renderorder="right-down" width="{width}" '
        f'height="{height}" tilewidth="24" tileheight="24" infinite="0" nextlayerid="{len(layers) + 1}" nextobjectid="1">',
        ' <tileset firstgid="1" source="../tilesets/street.tsx"/>',
    ]
    for number, (name, rows) in enumerate(layers, 1):
        lines += [f' <layer id="{number}" name="{name}" width="{width}" height="{height}">', '  <data encoding="csv">']
        lines += [",\n".join(",".join(map(str, row)) for row in rows), "</data>", " </layer>"]
    return "\n".join([*lines, "</map>", ""])


def _empty(width: int, height: int) -> list[list[int]]:
    return [[0] * width for _ in range(height)]


def _painted(rows: list[list[int]], tile: int) -> list[list[int]]:
    return [[tile if cell else 0 for cell in row] for row in rows]


def rules_text() -> str:
    """The list of rule maps."""
    return "# What Map, AutoMap does; made by assets/bake/rules.py\n" + "".join(f"./{one.file}.tmx\n" for one in SETS)


def files() -> dict[str, str]:
    """Every file of the folder with its text."""
    sheet: Sheet = tile_street.build_sheet()
    made = {f"{one.file}.tmx": rule_map(one, sheet.first) for one in SETS}
    return made | {"rules.txt": rules_text()}


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
