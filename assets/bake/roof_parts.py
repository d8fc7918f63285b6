"""What stands on flat roofs, seen from above: coolers, ducts, vents, tanks, huts, skylights, dishes, aerials.

Owns their shapes as reliefs, and which of them shine at night. Where they stand is the game's (`roof_parts.py`). Called by
`roof_sheets.py`. Metres, origin in the middle.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.bake.relief import Relief, ink
from game.render.noise import cloud

ZINC, PALE, GREY, DARK = ink("#a9adab"), ink("#c3c3bb"), ink("#7d8285"), ink("#33373b")
BLACK, RUST, WOOD, TARP = ink("#101215"), ink("#7d5236"), ink("#6b5138"), ink("#4c5157")
GLASS, GLASS_LIT = ink("#5d7f94"), ink("#89a9b8")

Draw = Callable[[Relief], None]


def _weather(r: Relief, name: str, strength: float = 0.3) -> None:
    """Soot in streaks, so that no two sheets of zinc are alike."""
    grime = cloud((r.h, r.w), 70, name, 4)
    r.albedo[..., :3] *= (1 - strength * np.clip(grime - 0.35, 0, 1) * 1.6)[..., None]


def _fan(r: Relief, x: float, y: float, radius: float, top: float) -> None:
    """A fan in its ring, behind a guard of wire."""
    r.disc(x, y, radius, GREY, 0.5, top + 0.10, 0.02)
    r.disc(x, y, radius * 0.88, BLACK, 0.1, on_top=True)
    r.height -= 0.25 * (np.hypot(r.x - x, r.y - y) < radius * 0.88)
    for blade in range(5):
        a = blade * np.pi * 0.4 + x
        tip = (x + np.cos(a) * radius * 0.72, y + np.sin(a) * radius * 0.72)
        r.rod(x, y, float(tip[0]), float(tip[1]), radius * 0.08, radius * 0.24, ink("#5a6064"), 0.4, on_top=True)
    r.disc(x, y, radius * 0.22, ZINC, 0.5, on_top=True)
    for ring in (0.45, 0.68):
        at, wx, wy = r.window(x, y, radius, radius)
        far = np.abs(np.hypot(wx - x, wy - y) - radius * ring)
        r.lay(at, r.inside(far - 0.012), ink("#8b9195"), 0.5, None, on_top=True)
    for a in (0.4, 1.97):
        c, s = float(np.cos(a)) * radius * 0.86, float(np.sin(a)) * radius * 0.86
        r.rod(x - c, y - s, x + c, y + s, 0.012, 0.012, ink("#8b9195"), 0.5, on_top=True)


def _louvres(r: Relief, cx: float, cy: float, hx: float, hy: float, is_across: bool = False) -> None:
    """A grille of slats in a side."""
    r.box(cx, cy, hx, hy, DARK, 0.01, 0.3, on_top=True)
    long, short = (hy, hx) if is_across else (hx, hy)
    count = max(2, int(long / 0.05))
    for index in range(count):
        at = -long + (index + 0.5) * 2 * long / count
        if is_across:
            r.rod(cx - short * 0.9, cy + at, cx + short * 0.9, cy + at, 0.014, 0.014, GREY, 0.5, on_top=True)
        else:
            r.rod(cx + at, cy - short * 0.9, cx + at, cy + short * 0.9, 0.014, 0.014, GREY, 0.5, on_top=True)


def _curb(r: Relief, hx: float, hy: float) -> None:
    """The tarred upstand on which a machine stands."""
    r.box(0, 0, hx, hy, ink("#43464a"), 0.04, 0.1, 0.25, bevel=0.06)


def _cooler(r: Relief) -> None:
    _curb(r, 0.74, 0.74)
    r.box(0, 0, 0.62, 0.62, PALE, 0.05, 0.4, 1.0, bevel=0.05)
    _fan(r, 0, 0, 0.44, 1.0)
    for x, y in ((-0.53, -0.53), (0.53, -0.53), (-0.53, 0.53), (0.53, 0.53)):
        r.disc(x, y, 0.03, DARK, 0.3, on_top=True)
    r.rod(0.62, 0.3, 0.95, 0.3, 0.045, 0.045, TARP, 0.3, 0.3)
    _weather(r, "cooler")


def _package(r: Relief) -> None:
    """A packaged unit: two fans, a louvred end, a hood over the intake."""
    _curb(r, 1.72, 1.02)
    r.box(0, 0, 1.60, 0.90, PALE, 0.05, 0.4, 1.5, bevel=0.06)
    for x in (-1.05, -0.18):
        _fan(r, x, 0, 0.40, 1.5)
    r.groove(0.92, 0, 0.55, 0.78, 0.016, 0.6)
    r.groove(0.92, -0.02, 0.02, 0.78, 0.012, 0.6)
    _louvres(r, 1.30, 0, 0.12, 0.70, is_across=True)
    r.wedge([(1.55, -0.72), (2.02, -0.66), (2.02, 0.66), (1.55, 0.72)], GREY, 0.4, 1.1)
    r.seam(1.60, 0, 2.0, 0, 0.012, 0.6)
    _weather(r, "package", 0.4)


def _chiller(r: Relief) -> None:
    """Three pairs of fans on steel legs."""
    _curb(r, 2.75, 1.12)
    r.box(0, 0, 2.62, 1.0, ZINC, 0.05, 0.4, 1.8, bevel=0.06)
    for x in (-1.85, -0.62, 0.62, 1.85):
        for y in (-0.48, 0.48):
            _fan(r, x, y, 0.41, 1.8)
    for x in (-1.23, 0.0, 1.23):
        r.seam(x, -0.98, x, 0.98, 0.014, 0.6)
    r.rod(2.62, -0.5, 3.15, -0.5, 0.09, 0.09, ink("#8d6a4a"), 0.3, 0.8)
    r.rod(2.62, 0.3, 3.15, 0.3, 0.09, 0.09, ink("#54718b"), 0.3, 0.8)
    _weather(r, "chiller", 0.35)


def _duct(r: Relief) -> None:
    """A run of sheet-metal duct with its flanges, turned down at one end."""
    r.box(0, 0, 2.3, 0.34, ZINC, 0.03, 0.6, 0.9, bevel=0.09)
    for x in (-1.72, -0.58, 0.58, 1.72):
        r.box(x, 0, 0.03, 0.39, GREY, 0.01, 0.5, 0.95)
    for x in (-1.2, 1.2):
        r.rod(x, -0.42, x, 0.42, 0.035, 0.035, DARK, 0.3, 0.3)
    r.box(2.42, 0, 0.32, 0.46, ZINC, 0.06, 0.6, 1.1, bevel=0.12)
    r.box(2.42, 0, 0.17, 0.28, BLACK, 0.02, 0.1, on_top=True)
    _weather(r, "duct", 0.4)


def _mushroom(r: Relief) -> None:
    r.box(0, 0, 0.36, 0.36, ink("#43464a"), 0.03, 0.1, 0.3, bevel=0.05)
    r.disc(0, 0, 0.36, ZINC, 0.6, 0.8, 0.10)
    r.disc(0, 0, 0.16, PALE, 0.6, 0.95, 0.06)
    _weather(r, "mushroom")


def _turbine(r: Relief) -> None:
    """A ball of vanes that the wind turns."""
    r.disc(0, 0, 0.30, GREY, 0.5, 0.4, 0.02)
    r.disc(0, 0, 0.25, ZINC, 0.7, 0.8, 0.16)
    for vane in range(12):
        a = vane * np.pi / 6
        r.seam(
            float(np.cos(a)) * 0.06,
            float(np.sin(a)) * 0.06,
            float(np.cos(a + 0.5)) * 0.24,
            float(np.sin(a + 0.5)) * 0.24,
            0.010,
            0.5,
        )
    r.disc(0, 0, 0.05, PALE, 0.6, 0.95)


def _stack(r: Relief) -> None:
    """A soil pipe in its lead collar."""
    r.disc(0, 0, 0.22, ink("#4a4d50"), 0.1, 0.06, 0.03)
    r.disc(0, 0, 0.09, ink("#9b9c98"), 0.4, 0.6, 0.02)
    r.disc(0, 0, 0.055, BLACK, 0.1, on_top=True)


def _flue(r: Relief) -> None:
    """A kitchen's exhaust with its grease."""
    r.oval(0.5, 0.2, 0.95, 0.62, ink("#2c2a28"), 0.3, 0.012)
    r.box(0, 0, 0.40, 0.40, ZINC, 0.05, 0.5, 0.7, bevel=0.06)
    r.disc(0, 0, 0.33, ink("#8e9290"), 0.6, 1.1, 0.06)
    r.disc(0, 0, 0.22, BLACK, 0.1, on_top=True)
    _weather(r, "flue", 0.5)


def _hut(r: Relief) -> None:
    """The head of a stair: its own small roof, a door on the side of +y, a lamp over it."""
    r.box(0, 0, 1.55, 1.25, ink("#9a948a"), 0.03, 0.2, 2.6, bevel=0.03)
    r.box(0, 0, 1.43, 1.13, ink("#5b5d60"), 0.02, 0.1, on_top=True)
    r.height -= 0.12 * ((np.abs(r.x) < 1.43) & (np.abs(r.y) < 1.13))
    r.seam(-0.4, -1.1, -0.4, 1.1, 0.012, 0.7)
    r.box(0.55, -0.3, 0.34, 0.34, ZINC, 0.03, 0.5, 2.8, bevel=0.05)
    r.disc(-0.85, 0.45, 0.10, GREY, 0.4, 2.9, 0.02)
    r.box(0.1, 1.36, 0.5, 0.13, ink("#6d6a64"), 0.02, 0.2, 2.2, bevel=0.03)
    r.box(0.1, 1.56, 0.42, 0.08, ink("#4b4e52"), 0.0, 0.2, 0.05)
    _weather(r, "hut", 0.3)


def _skylight(r: Relief) -> None:
    """A ridge of wired glass on a curb."""
    r.box(0, 0, 1.30, 0.86, PALE, 0.04, 0.3, 0.4, bevel=0.05)
    for side in (-1, 1):
        slope = 0.85 - 0.5 * np.abs(r.y) / 0.8
        at, x, y = r.window(0, side * 0.4, 1.25, 0.42)
        d = np.maximum(np.abs(x) - 1.2, np.abs(y - side * 0.4) - 0.38)
        r.lay(at, r.inside(d), GLASS if side > 0 else GLASS_LIT, 0.9, (slope + 0 * r.x)[at])
    for x in np.linspace(-1.2, 1.2, 7):
        r.rod(float(x), -0.8, float(x), 0.8, 0.022, 0.022, PALE, 0.4, None, on_top=True)
    r.rod(-1.2, 0, 1.2, 0, 0.045, 0.045, PALE, 0.5, 0.95)


def _domes(r: Relief) -> None:
    """A row of three plastic domes."""
    for x in (-1.25, 0.0, 1.25):
        r.box(x, 0, 0.50, 0.50, PALE, 0.06, 0.3, 0.3, bevel=0.05)
        at, wx, wy = r.window(x, 0, 0.45, 0.45)
        d = np.maximum(np.abs(wx - x), np.abs(wy)) - 0.40
        far = ((wx - x) ** 2 + wy**2) / 0.32
        r.lay(at, r.inside(d), ink("#93a9b0"), 0.95, 0.62 - 0.28 * np.clip(far, 0, 1))


def _tank(r: Relief) -> None:
    """A wooden tank with iron hoops and a conical roof on a steel frame."""
    for x in (-1.05, 1.05):
        r.rod(x, -1.1, x, 1.1, 0.07, 0.07, ink("#4a4038"), 0.3, 0.5)
    for y in (-1.05, 1.05):
        r.rod(-1.1, y, 1.1, y, 0.07, 0.07, ink("#4a4038"), 0.3, 0.5)
    r.disc(0, 0, 1.12, WOOD, 0.2, 3.4, 0.0)
    far = np.hypot(r.x, r.y)
    at = r.everywhere()
    r.lay(at, r.inside(far - 1.04), ink("#5e564d"), 0.2, 4.3 - 0.75 * far)
    for seam in range(16):
        a = seam * np.pi / 8
        r.seam(0.0, 0.0, float(np.cos(a)) * 1.02, float(np.sin(a)) * 1.02, 0.012, 0.62)
    r.disc(0, 0, 0.10, RUST, 0.3, 4.5, 0.05)
    r.box(0.42, 0.42, 0.20, 0.20, ink("#3f3a34"), 0.02, 0.2, on_top=True, turn=0.785)
    _weather(r, "tank", 0.35)


def _dish(r: Relief) -> None:
    r.box(0.25, 0.25, 0.22, 0.22, GREY, 0.03, 0.3, 0.2, bevel=0.04)
    r.rod(0.25, 0.25, 0, 0, 0.05, 0.05, DARK, 0.4, 0.6)
    far = np.hypot(r.x, r.y)
    r.lay(r.everywhere(), r.inside(far - 0.62), PALE, 0.4, 0.75 + 0.45 * far * far)
    r.rod(-0.05, -0.05, -0.42, -0.42, 0.02, 0.02, DARK, 0.4, 1.2)
    r.disc(-0.08, -0.08, 0.06, DARK, 0.5, 1.25, 0.02)


def _aerial(r: Relief) -> None:
    for a in (0.5, 2.6, 4.7):
        r.rod(0, 0, float(np.cos(a)) * 0.9, float(np.sin(a)) * 0.9, 0.010, 0.010, GREY, 0.4, 0.1)
    r.rod(-0.95, -0.12, 0.95, 0.12, 0.02, 0.02, ZINC, 0.6, 3.0)
    for x in np.linspace(-0.9, 0.9, 8):
        half = 0.20 + 0.10 * (x + 0.9)
        r.rod(float(x), float(x) * 0.13 - half, float(x), float(x) * 0.13 + half, 0.012, 0.012, ZINC, 0.6, 3.0)
    r.disc(0, 0, 0.05, DARK, 0.4, 3.1)


def _hatch(r: Relief) -> None:
    r.box(0, 0, 0.50, 0.42, ink("#4b4e52"), 0.03, 0.2, 0.35, bevel=0.04)
    r.box(0, 0, 0.44, 0.36, ZINC, 0.03, 0.5, 0.45, bevel=0.05)
    r.rod(-0.12, 0.28, 0.12, 0.28, 0.02, 0.02, DARK, 0.5, on_top=True)


def _pipes(r: Relief) -> None:
    """Three pipes on sleepers."""
    for x in (-1.9, -0.65, 0.65, 1.9):
        r.box(x, 0, 0.09, 0.34, ink("#59493a"), 0.02, 0.2, 0.10)
    for y, colour, radius in ((-0.20, GREY, 0.05), (0.0, ink("#a0683f"), 0.04), (0.17, PALE, 0.07)):
        r.rod(-2.4, y, 2.4, y, radius, radius, colour, 0.5, 0.25)


def _box(r: Relief) -> None:
    """A switch box with its conduit."""
    r.rod(-1.3, 0.1, 0, 0.1, 0.03, 0.03, GREY, 0.4, 0.1)
    r.box(0, 0, 0.28, 0.20, ink("#8a9188"), 0.02, 0.4, 0.9, bevel=0.03)
    r.groove(0, 0, 0.22, 0.14, 0.012, 0.6)


def _boards(r: Relief) -> None:
    """Left over by roofers: a stack of boards under a sheet, a roll of felt, a bucket."""
    for index, y in enumerate((-0.35, -0.12, 0.10)):
        r.box(-0.1, y, 0.85, 0.10, ink("#8f7350", 0.9 + 0.1 * index), 0.01, 0.2, 0.22, bevel=0.02)
    r.box(0.35, -0.1, 0.38, 0.44, ink("#3f5f78"), 0.08, 0.4, 0.34, bevel=0.12)
    r.rod(-0.6, 0.45, 0.25, 0.52, 0.12, 0.12, ink("#2f3134"), 0.3, 0.25)
    r.disc(0.75, 0.48, 0.12, ink("#8b8d8a"), 0.5, 0.3)
    r.disc(0.75, 0.48, 0.09, BLACK, 0.3, on_top=True)


def _tower(r: Relief) -> None:
    """A cooling tower, open at the top."""
    _curb(r, 1.55, 1.55)
    r.box(0, 0, 1.42, 1.42, ink("#8e958f"), 0.05, 0.4, 3.0, bevel=0.08)
    _louvres(r, 0, -1.30, 1.2, 0.09)
    _louvres(r, 0, 1.30, 1.2, 0.09)
    _fan(r, 0, 0, 1.05, 3.0)
    _weather(r, "tower", 0.5)


PARTS: dict[str, tuple[Draw, float, float, float]] = {
    "cooler": (_cooler, 2.1, 1.7, 1.1), "package": (_package, 4.3, 2.3, 1.5), "chiller": (_chiller, 6.4, 2.5, 1.8),
    "duct": (_duct, 5.7, 1.1, 0.9), "mushroom": (_mushroom, 0.9, 0.9, 0.8), "turbine": (_turbine, 0.8, 0.8, 0.8),
    "stack": (_stack, 0.6, 0.6, 0.6), "flue": (_flue, 3.0, 1.7, 1.1), "hut": (_hut, 3.6, 5.4, 2.6),
    "skylight": (_skylight, 2.8, 2.0, 0.7), "domes": (_domes, 3.7, 1.2, 0.5), "tank": (_tank, 2.5, 2.5, 4.2),
    "dish": (_dish, 1.5, 1.5, 1.1), "aerial": (_aerial, 2.1, 2.0, 3.0), "hatch": (_hatch, 1.2, 1.0, 0.4),
    "pipes": (_pipes, 5.0, 0.9, 0.3), "box": (_box, 2.8, 0.6, 0.8), "boards": (_boards, 2.1, 1.5, 0.3),
    "cooling_tower": (_tower, 3.3, 3.3, 3.0),
}  # fmt: skip
"""Each with its length and breadth in metres and how high it stands over the roof."""


def lights(name: str, x: np.ndarray, y: np.ndarray) -> np.ndarray | None:
    """What shines of a part at night: colour for every pixel (linear), None for what stays dark."""
    if name == "skylight":
        panes = (np.abs(x) < 1.18) & (np.abs(y) < 0.76) & (np.abs(y) > 0.05) & (np.abs((x + 1.2) % 0.4 - 0.2) < 0.17)
        glow = np.exp(-((x / 1.3) ** 4) - (y / 0.9) ** 4) * 0.10
        room = 0.5 + 0.5 * np.cos(x * 1.9 + 0.6) * np.cos(y * 1.4)
        return (panes * (0.08 + 0.38 * room**2) + glow)[..., None] * np.array((1.0, 0.36, 0.05))
    if name == "domes":
        cell = (x + 1.875) % 1.25 - 0.625
        panes = np.exp(-((np.hypot(cell, y) / 0.36) ** 4)) * (np.abs(x) < 1.9)
        return (0.24 * panes)[..., None] * np.array((0.42, 0.86, 0.80))
    if name == "hut":
        far = np.hypot((x - 0.1) / 1.1, (y - 1.62) / 0.8)
        glow = 0.55 * np.exp(-far * far * 3.0) * (y > 1.3) + 0.9 * (np.hypot(x - 0.1, y - 1.42) < 0.07)
        return glow[..., None] * np.array((1.0, 0.62, 0.26))
    return None
