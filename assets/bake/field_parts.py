"""What stands on airfields, in docks and at drive-ins, seen from above: boxes of instruments, lights, bollards, speakers, fans.

Owns their shapes. What is solid is said by the sheet that lays them (`tile_field.py`). Metres, origin in the middle.
"""

from __future__ import annotations

import numpy as np

from assets.bake.relief import Relief, ink
from game.render.noise import cloud, dice

RED, WHITE, STEEL, IRON = ink("#a3322c"), ink("#d8d6ce"), ink("#99a1a6"), ink("#40464b")
BLACK, YELLOW, RUST = ink("#15171a"), ink("#c99a2e"), ink("#7d5236")


def _grime(r: Relief, name: str, strength: float = 0.3) -> None:
    r.albedo[..., :3] *= (1 - strength * cloud((r.h, r.w), 40, name, 4))[..., None]


def nav_box(r: Relief) -> None:
    """A hut of instruments in red and white squares: plates with seams and rivets, paint that has chalked and run, a hatch, a fan, a
    cable duct, a ladder, and a red lamp on its foot."""
    half_x, half_y = r.w / r.h * 1.5 - 0.06, 1.44
    r.box(0, 0, half_x, half_y, IRON, 0.02, 0.4, 2.05, bevel=0.03)
    r.box(0, 0, half_x - 0.05, half_y - 0.05, WHITE, 0.03, 0.3, 2.2, bevel=0.07)
    columns = round(half_x * 2)
    wide, high = half_x * 2 / columns, half_y * 2 / 3
    for column in range(columns):
        for row in range(3):
            x, y = -half_x + (column + 0.5) * wide, -half_y + (row + 0.5) * high
            is_red = (column + row) % 2 == 0
            # No two plates have weathered alike.
            tone = 0.80 + 0.34 * float(dice(f"plate{column}{row}{columns}").random())
            colour = RED * tone if is_red else WHITE * tone
            r.box(x, y, wide / 2 - 0.012, high / 2 - 0.012, colour, 0.0, 0.3, None, on_top=True)
            for corner_x in (-1, 1):
                for corner_y in (-1, 1):
                    r.disc(
                        x + corner_x * (wide / 2 - 0.09),
                        y + corner_y * (high / 2 - 0.09),
                        0.022,
                        STEEL,
                        0.6,
                        on_top=True,
                    )
    for column in range(1, columns):
        r.seam(-half_x + column * wide, -half_y + 0.05, -half_x + column * wide, half_y - 0.05, 0.014, 0.55)
    for row in (1, 2):
        r.seam(-half_x + 0.05, -half_y + row * high, half_x - 0.05, -half_y + row * high, 0.014, 0.55)
    _run_down(r, half_x, half_y)
    r.rod(-half_x + 0.14, -half_y + 0.2, half_x - 0.14, -half_y + 0.2, 0.045, 0.045, STEEL, 0.5, 2.28)
    r.box(0.75, -0.1, 0.38, 0.32, IRON, 0.03, 0.4, 2.3, bevel=0.03)
    r.box(0.75, -0.1, 0.32, 0.26, STEEL, 0.03, 0.6, 2.55, bevel=0.06)
    r.seam(0.46, -0.1, 1.04, -0.1, 0.012, 0.6)
    r.disc(-0.1, 0.62, 0.22, IRON, 0.4, 2.32, 0.03)
    for turn in range(3):
        angle = turn * np.pi / 3
        dx, dy = 0.19 * float(np.cos(angle)), 0.19 * float(np.sin(angle))
        r.rod(-0.1 - dx, 0.62 - dy, -0.1 + dx, 0.62 + dy, 0.02, 0.02, STEEL, 0.5, 2.36)
    for step in range(5):
        r.rod(
            half_x - 0.02,
            -0.2 + step * 0.12,
            half_x + 0.05,
            -0.2 + step * 0.12,
            0.02,
            0.02,
            STEEL,
            0.5,
            1.0 + step * 0.25,
        )
    r.disc(-0.9, 0.5, 0.19, IRON, 0.4, 2.4, 0.03)
    r.disc(-0.9, 0.5, 0.12, ink("#e03028", 1.5), 0.9, 2.6, 0.06)
    _grime(r, "nav", 0.36)


def _run_down(r: Relief, half_x: float, half_y: float) -> None:
    """Rust that has run from the rim of a roof inward, and chalk where rain stands."""
    rim = np.minimum(half_x - np.abs(r.x + 0 * r.y), half_y - np.abs(r.y + 0 * r.x))
    edge = np.clip(1 - rim / 0.34, 0, 1)
    stain = np.clip(cloud((r.h, r.w), 22, "nav run", 5) - 0.46, 0, 1) * 4.2
    cover = np.clip(edge * stain, 0, 0.72)[..., None] * r.cover[..., None]
    r.albedo = r.albedo * (1 - cover) + RUST * cover
    chalk = np.clip(cloud((r.h, r.w), 54, "nav chalk", 4) - 0.58, 0, 1)[..., None] * 1.1
    r.albedo = r.albedo * (1 - chalk * 0.5) + ink("#b9b6ae") * chalk * 0.5


def edge_light(r: Relief, colour: str) -> None:
    """A runway's lamp on its disc of concrete."""
    r.disc(0, 0, 0.34, ink("#85857f"), 0.2, 0.03, 0.01)
    r.disc(0, 0, 0.17, IRON, 0.5, 0.25, 0.03)
    r.disc(0, 0, 0.11, ink(colour, 1.4), 0.95, 0.35, 0.06)


def white_light(r: Relief) -> None:
    edge_light(r, "#fff4d8")


def blue_light(r: Relief) -> None:
    edge_light(r, "#4a78ff")


def red_light(r: Relief) -> None:
    edge_light(r, "#ff3a30")


def green_light(r: Relief) -> None:
    edge_light(r, "#3ae07a")


def bollard(r: Relief) -> None:
    """A mooring bollard with a loop of rope."""
    r.box(0, 0, 0.36, 0.30, ink("#55585a"), 0.05, 0.3, 0.1, bevel=0.03)
    r.rod(-0.22, 0, 0.22, 0, 0.14, 0.14, ink("#2b2e31"), 0.5, 0.6)
    for turn in range(3):
        r.rod(-0.26 + turn * 0.07, -0.2, -0.22 + turn * 0.07, 0.24, 0.028, 0.028, ink("#9a8560"), 0.1, 0.5)


def container(r: Relief, colour: str) -> None:
    """The roof of a shipping container: ribs, corner castings, dents, rust."""
    half_x, half_y = 2.98, 0.98
    r.box(0, 0, half_x, half_y, ink(colour), 0.02, 0.35, 2.3, bevel=0.03)
    ribs = 0.02 * np.sin(r.x * 2 * np.pi / 0.30)
    inner = (np.abs(r.x) < 2.8) & (np.abs(r.y) < 0.86)
    r.height += np.where(inner, ribs + 0 * r.y, 0)
    for side in (-1, 1):
        r.box(0, side * 0.92, half_x, 0.05, ink(colour, 1.25), 0.0, 0.4, None, on_top=True)
        for end in (-1, 1):
            r.box(end * 2.88, side * 0.88, 0.09, 0.09, IRON, 0.02, 0.5, 2.35, bevel=0.02)
    rust = np.clip(cloud((r.h, r.w), 90, colour, 5) - 0.56, 0, 1) * 5
    cover = np.clip(rust, 0, 0.8)[..., None] * r.cover[..., None]
    r.albedo = r.albedo * (1 - cover) + RUST * cover
    _grime(r, colour + "grime", 0.25)


def container_red(r: Relief) -> None:
    container(r, "#7e3a30")


def container_blue(r: Relief) -> None:
    container(r, "#2f4f74")


def container_green(r: Relief) -> None:
    container(r, "#3f5e44")


def container_orange(r: Relief) -> None:
    container(r, "#a3622c")


def girder(r: Relief) -> None:
    """Two metres of a crane's beam: lattice between two rails, a walkway beside it."""
    for y in (-0.78, 0.78):
        r.box(0, y, 1.05, 0.12, YELLOW, 0.0, 0.4, 1.4, bevel=0.03)
        r.box(0, y, 1.05, 0.03, ink("#e0b648"), 0.0, 0.5, None, on_top=True)
    for x in (-1.0, 0.0):
        r.rod(x, -0.7, x + 1.0, 0.7, 0.06, 0.06, ink("#ab8328"), 0.4, 1.1)
        r.rod(x + 1.0, -0.7, x, 0.7, 0.06, 0.06, ink("#ab8328"), 0.4, 1.1)
    for x in np.linspace(-0.9, 0.9, 10):
        r.rod(float(x), 0.52, float(x), 0.66, 0.02, 0.02, STEEL, 0.5, 1.2)
    _grime(r, "girder", 0.3)


def trolley(r: Relief) -> None:
    """The crane's trolley: winch, drums, cab, cables."""
    r.box(0, 0, 0.95, 0.95, ink("#b98c2a"), 0.03, 0.4, 1.8, bevel=0.05)
    r.rod(-0.55, -0.5, -0.55, 0.5, 0.22, 0.22, IRON, 0.5, 2.0)
    for y in np.linspace(-0.4, 0.4, 9):
        r.rod(-0.76, float(y), -0.34, float(y), 0.012, 0.012, STEEL, 0.7, None, on_top=True)
    r.box(0.35, -0.35, 0.34, 0.34, STEEL, 0.03, 0.5, 2.1, bevel=0.05)
    r.box(0.45, 0.45, 0.36, 0.32, ink("#5b7480"), 0.04, 0.9, 2.2, bevel=0.05)
    _grime(r, "trolley", 0.3)


def speaker(r: Relief) -> None:
    """A drive-in's post with its two loudspeakers."""
    r.disc(0, 0, 0.16, ink("#7a7a74"), 0.2, 0.08, 0.02)
    r.disc(0, 0, 0.05, STEEL, 0.5, 1.2)
    for side in (-1, 1):
        r.box(side * 0.14, 0, 0.09, 0.11, ink("#8f9690"), 0.04, 0.5, 1.15, bevel=0.04)
        r.disc(side * 0.14, 0, 0.05, BLACK, 0.3, on_top=True)


def reel_hut(r: Relief) -> None:
    """A ticket or projection hut, its hatch toward +x."""
    r.box(0, 0, 1.44, 1.44, ink("#8c8a80"), 0.03, 0.2, 2.2, bevel=0.05)
    r.box(0, 0, 1.30, 1.30, ink("#5d6063"), 0.03, 0.1, None, on_top=True)
    r.box(-0.5, -0.5, 0.36, 0.36, STEEL, 0.04, 0.5, 2.5, bevel=0.06)
    r.box(1.38, 0, 0.10, 0.40, ink("#c7a24a"), 0.02, 0.4, 2.0, bevel=0.02)
    r.disc(0.5, 0.6, 0.14, STEEL, 0.5, 2.4, 0.03)
    _grime(r, "hut", 0.4)


def windsock(r: Relief) -> None:
    r.disc(-0.75, 0, 0.09, STEEL, 0.5, 4.0)
    for index in range(5):
        x0, x1 = -0.7 + index * 0.28, -0.42 + index * 0.28
        colour = ink("#d2622a") if index % 2 == 0 else WHITE
        r.rod(x0, 0.02 * index, x1, 0.02 * index + 0.02, 0.20 - 0.02 * index, 0.18 - 0.02 * index, colour, 0.2, 4.2)


def tyres(r: Relief) -> None:
    """A stack of old tyres."""
    for x, y, top in ((-0.2, -0.18, 0.5), (0.24, 0.0, 0.3), (-0.06, 0.22, 0.7)):
        r.disc(x, y, 0.26, ink("#1e2022"), 0.2, top, 0.03)
        r.disc(x, y, 0.13, BLACK, 0.05, on_top=True)
        r.disc(x, y, 0.22, ink("#2b2d30"), 0.2, on_top=True)
        r.disc(x, y, 0.12, BLACK, 0.05, on_top=True)
