"""What lies on an open field of grass: clumps of taller stalks, ruts of wheels, bare earth, wet hollows.

Owns their shapes, as `decals.py` owns those of streets. Where they lie is the game's (`wear.py`). Called by `decal_sheets.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.bake.decals import Layers
from assets.bake.sheets import Picture
from game.render.noise import blur, cloud, dice, step

SHADE, EARTH, STRAW, SKY, PALE = (26, 31, 28), (84, 76, 60), (158, 152, 112), (84, 98, 112), (166, 178, 190)
STALKS = ((112, 122, 82), (134, 136, 96), (92, 104, 72), (166, 160, 120), (74, 88, 60))


def clump(name: str) -> Picture:
    """Taller grass that was left standing: stalks that lean one way, pale at their tips, in their own shade."""
    roll, made = dice(name), Layers(2.6, 2.0)
    made.lay(np.roll(made.island(name, 0.9), (3, 4), (0, 1)), SHADE, 0.50)
    lean = float(roll.uniform(-0.7, 0.7)) - np.pi / 2
    for _ in range(190):
        x, y = roll.normal(0, 0.40), roll.normal(0, 0.26) + 0.12
        a, long = lean + roll.normal(0, 0.42), roll.uniform(0.16, 0.40)
        dx, dy = made.x - x, made.y - y
        along, aside = dx * np.cos(a) + dy * np.sin(a), np.abs(-dx * np.sin(a) + dy * np.cos(a))
        share = np.clip(along / long, 0, 1)
        blade = step(0.018, 0.006, aside + 0.012 * share) * (along > 0) * (along < long)
        made.lay(blade, STALKS[int(roll.integers(5))], 0.80)
        made.lay(blade * share**3, STRAW, 0.55)
    return made.picture()


def rut(name: str) -> Picture:
    """Where a service car drove: two lanes of pressed grass, which shines, with dark edges; it thins out and comes again."""
    roll, made = dice(name), Layers(13.0, 3.4)
    bend = float(roll.uniform(-0.016, 0.016))
    ends = step(-6.5, -3.6, made.x) * step(6.5, 3.6, made.x)
    worn = step(0.34, 0.62, cloud(made.shape, 60, name + "worn", 4))
    pressed = 0.4 + 0.6 * cloud(made.shape, 7, name + "pressed", 3)
    for at in (-0.78, 0.78):
        far = np.abs(made.y - at - bend * made.x * made.x + 0.10 * np.sin(made.x * 0.9))
        made.lay(blur(step(0.34, 0.14, far), 2) * ends * (0.40 + 0.60 * worn), SHADE, 0.42)
        made.lay(blur(step(0.18, 0.04, far), 1) * ends * (0.15 + 0.85 * worn) * pressed, STRAW, 0.30)
    return made.picture()


def bare(name: str) -> Picture:
    """Earth that shows where nothing grows, with stones and a rim of dry stalks."""
    roll, made = dice(name), Layers(3.6, 2.8)
    deep = made.island(name, 0.95)
    made.lay(step(0.02, 0.35, deep), STRAW, 0.22)
    made.lay(step(0.25, 0.75, deep) * (0.5 + 0.5 * cloud(made.shape, 12, name + "grain", 3)), EARTH, 0.6)
    for _ in range(int(roll.integers(16, 34))):
        x, y, r = roll.normal(0, 0.55), roll.normal(0, 0.42), roll.uniform(0.02, 0.055)
        for shift, colour in ((0.02, SHADE), (0.0, (148, 142, 130))):
            made.lay(step(r * 1.2, r * 0.7, np.hypot(made.x - x - shift, made.y - y - shift)), colour, 0.8)
    return made.picture()


def hollow(name: str) -> Picture:
    """Where water stands in the grass: a dark soaked shore, stalks that come through along it, and a little of the sky."""
    roll, made = dice(name), Layers(4.6, 3.0)
    deep = made.island(name, 0.8)
    made.lay(blur(step(0.02, 0.45, deep), 3), SHADE, 0.58)
    water = blur(step(0.42, 0.66, deep), 2)
    made.lay(water, SKY, 0.45)
    made.lay(water * step(0.46, 0.80, cloud(made.shape, 40, name + "sheen", 3)), PALE, 0.34)
    for _ in range(150):
        x, y = roll.uniform(-1.9, 1.9), roll.uniform(-1.2, 1.2)
        a, long = roll.normal(-1.5, 0.5), roll.uniform(0.10, 0.30)
        dx, dy = made.x - x, made.y - y
        along, aside = dx * np.cos(a) + dy * np.sin(a), np.abs(-dx * np.sin(a) + dy * np.cos(a))
        blade = step(0.018, 0.006, aside) * (along > 0) * (along < long)
        made.lay(blade * step(0.04, 0.2, deep) * step(0.95, 0.6, deep), STALKS[int(roll.integers(5))], 0.75)
    return made.picture()


KINDS: dict[str, tuple[Callable[[str], Picture], int]] = {
    "clump": (clump, 6), "rut": (rut, 4), "bare": (bare, 4), "hollow": (hollow, 4),
}  # fmt: skip
"""Each with how many there are of it."""
