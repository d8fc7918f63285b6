"""What time leaves on ground and roofs: cracks, tar seals, oil, repairs, gum, dirt, litter, dried puddles.

Owns their shapes as flat pictures with alpha, four or more of each kind. Where they lie is the game's (`wear.py`,
`roof_parts.py`). Called by `decal_sheets.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.bake.sheets import Picture
from game.render.atlas import PPM
from game.render.noise import F, blur, cloud, dice, step

Field = np.ndarray

TAR, OIL, SOOT = (38, 40, 43), (24, 24, 27), (44, 42, 40)
DUST, RUST, PALE = (168, 158, 138), (112, 74, 48), (206, 204, 196)


class Layers:
    """Colours with alpha, laid over one another; all fields are as large as the decal."""

    def __init__(self, width: float, height: float) -> None:
        self.shape = (round(height * PPM), round(width * PPM))
        self.y, self.x = np.mgrid[0 : self.shape[0], 0 : self.shape[1]].astype(F) / PPM
        self.x -= width / 2
        self.y -= height / 2
        self.half = (width / 2, height / 2)
        self.colour = np.zeros((*self.shape, 3), F)
        self.alpha = np.zeros(self.shape, F)

    def lay(self, cover: Field, colour: tuple[int, int, int], opacity: float = 1.0) -> None:
        """Paint a colour where `cover` (0 to 1) says."""
        cover = np.clip(cover, 0, 1) * opacity
        total = cover + self.alpha * (1 - cover)
        share = (cover / np.maximum(total, 1e-5))[..., None]
        self.colour = self.colour * (1 - share) + np.array(colour, F) * share
        self.alpha = total

    def island(self, name: str, ragged: float = 0.55) -> Field:
        """A blot with a ragged shore, 1 in the middle and 0 well before the rim."""
        far = np.sqrt((self.x / self.half[0]) ** 2 + (self.y / self.half[1]) ** 2)
        shore = cloud(self.shape, min(self.shape) / 3.2, name, 4)
        return step(0.86, 0.50, far + ragged * (shore - 0.5) * 2) * step(1.0, 0.9, far)

    def veins(self, name: str, grain: float, width_px: float) -> Field:
        """Lines where a noise crosses its mean: how mud and asphalt crack; of even width, whatever the slope."""
        noise = cloud(self.shape, grain * PPM, name, 5)
        gy, gx = np.gradient(noise)
        far = np.abs(noise - float(np.median(noise))) / np.maximum(np.hypot(gx, gy), 1e-4)
        return step(width_px + 0.8, max(0.0, width_px - 0.6), far)

    def picture(self) -> Picture:
        """The finished decal."""
        field = np.dstack([self.colour, self.alpha * 255])
        return (np.clip(field, 0, 255) + 0.5).astype(np.uint8)


def crack(name: str) -> Picture:
    """A net of cracks, with the lip that catches the light beside it."""
    made = Layers(6.0, 4.6)
    keep = made.island(name + "where", 0.75)
    lines = np.maximum(made.veins(name, 1.9, 0.75), 0.75 * made.veins(name + "b", 1.2, 0.5) * step(0.45, 0.6, keep))
    lines *= step(0.06, 0.35, keep)
    made.lay(np.roll(lines, (1, 1), (0, 1)), (150, 150, 146), 0.22)
    made.lay(blur(lines, 2), TAR, 0.24)
    made.lay(lines, (34, 36, 39), 0.62)
    return made.picture()


def alligator(name: str) -> Picture:
    """Ground that has broken into scales under wheels."""
    made = Layers(3.2, 2.4)
    keep = made.island(name + "where", 0.7)
    lines = np.maximum(made.veins(name, 0.42, 0.55), made.veins(name + "b", 0.55, 0.5)) * step(0.1, 0.5, keep)
    made.lay(keep, (58, 60, 62), 0.30)
    made.lay(np.roll(lines, (1, 1), (0, 1)), (150, 150, 146), 0.16)
    made.lay(lines, (28, 30, 33), 0.62)
    return made.picture()


def seal(name: str) -> Picture:
    """Old cracks filled with tar by hand: smooth black ribbons."""
    made = Layers(7.0, 3.0)
    keep = made.island(name + "where", 0.5)
    line = blur(made.veins(name, 2.3, 2.1), 1) * step(0.10, 0.25, keep)
    made.lay(line, (34, 35, 38), 0.55)
    made.lay(np.roll(line, (1, 1), (0, 1)) - line, (128, 130, 132), 0.25)
    return made.picture()


def patch(name: str) -> Picture:
    """A trench that was opened and closed again: newer asphalt between sealed edges, cracked at one end."""
    roll = dice(name)
    width, height = float(roll.uniform(2.2, 5.0)), float(roll.uniform(1.1, 2.0))
    made = Layers(width + 0.5, height + 0.5)
    wave = 0.05 * (cloud(made.shape, 40, name + "edge", 3) - 0.5) * 2
    d = np.maximum(np.abs(made.x) - width / 2, np.abs(made.y) - height / 2) + wave
    tone = int(roll.integers(62, 92))
    grain = (roll.random(made.shape).astype(F) - 0.5) * 26
    made.lay(step(0.06, 0.02, d), (44, 46, 48), 0.42)
    made.lay(step(-0.03, -0.06, d), (tone, tone + 3, tone + 6), 0.30)
    made.colour += (grain * 0.7 * step(-0.03, -0.06, d))[..., None]
    made.lay(made.veins(name + "crack", 0.9, 0.5) * step(-0.05, -0.1, d) * step(0.2, 0.9, made.x), (34, 36, 38), 0.6)
    return made.picture()


def oil(name: str) -> Picture:
    """What engines drip where cars stand."""
    roll, made = dice(name), Layers(2.4, 1.8)
    made.lay(made.island(name, 0.8) ** 1.5, OIL, 0.34)
    for _ in range(int(roll.integers(5, 11))):
        x, y, r = roll.normal(0, 0.42), roll.normal(0, 0.28), roll.uniform(0.05, 0.24)
        far = np.hypot(made.x - x, (made.y - y) * 1.15)
        made.lay(step(r * 1.25, r * 0.55, far), OIL, float(roll.uniform(0.25, 0.6)))
    return made.picture()


def dirt(name: str) -> Picture:
    """A wide soft stain: dust and soot that rain has gathered."""
    made = Layers(6.0, 6.0)
    made.lay(made.island(name, 0.9) * (0.4 + 0.6 * cloud(made.shape, 30, name + "grain", 3)), SOOT, 0.22)
    return made.picture()


def wash(name: str) -> Picture:
    """Pale dust where nobody drives."""
    made = Layers(5.0, 3.4)
    made.lay(made.island(name, 0.9) * (0.3 + 0.7 * cloud(made.shape, 16, name + "grain", 3)), DUST, 0.20)
    return made.picture()


def gum(name: str) -> Picture:
    """Trodden chewing gum, drips and a scuff: what a pavement collects."""
    roll, made = dice(name), Layers(3.6, 3.0)
    made.lay(made.island(name, 0.9), SOOT, 0.16)
    for _ in range(int(roll.integers(14, 30))):
        x, y, r = roll.uniform(-1.6, 1.6), roll.uniform(-1.3, 1.3), roll.uniform(0.02, 0.05)
        made.lay(step(r * 1.3, r * 0.7, np.hypot(made.x - x, made.y - y)), (66, 64, 60), float(roll.uniform(0.3, 0.7)))
    return made.picture()


def slab(name: str) -> Picture:
    """A paving slab that has cracked across, with a sunken corner."""
    made = Layers(1.96, 1.96)
    d = np.maximum(np.abs(made.x), np.abs(made.y))
    inside = step(0.96, 0.93, d)
    tone = int(dice(name).integers(0, 2))
    made.lay(inside, ((96, 92, 84), (214, 210, 200))[tone], 0.15)
    lines = made.veins(name, 0.9, 0.75) * inside
    made.lay(np.roll(lines, (1, 1), (0, 1)), (214, 212, 204), 0.30)
    made.lay(lines, (64, 62, 58), 0.75)
    return made.picture()


def litter(name: str) -> Picture:
    """Paper, cups, leaves, a can: blown together."""
    roll, made = dice(name), Layers(2.6, 2.2)
    for _ in range(int(roll.integers(6, 13))):
        x, y = roll.normal(0, 0.55), roll.normal(0, 0.42)
        hx, hy, turn = roll.uniform(0.03, 0.11), roll.uniform(0.02, 0.07), roll.uniform(0, np.pi)
        c, s = float(np.cos(turn)), float(np.sin(turn))
        for shift, colour, opacity in (
            (0.03, (20, 22, 26), 0.35),
            (
                0.0,
                ((224, 220, 208), (132, 108, 70), (96, 84, 58), (196, 186, 160), (170, 58, 48))[roll.integers(5)],
                0.92,
            ),
        ):
            dx, dy = made.x - x - shift, made.y - y - shift
            u, v = np.abs(dx * c + dy * s) - hx, np.abs(-dx * s + dy * c) - hy
            made.lay(step(0.012, -0.012, np.maximum(u, v)), colour, opacity)
    return made.picture()


def skid(name: str) -> Picture:
    """Two old tyre tracks that faded."""
    roll, made = dice(name), Layers(10.0, 2.6)
    bend = float(roll.uniform(-0.012, 0.012))
    fade = step(-5.0, -2.0, made.x) * step(5.0, 3.4, made.x)
    tread = 0.6 + 0.4 * np.sin(made.x * 90)
    for at in (-0.72, 0.72):
        far = np.abs(made.y - at - bend * made.x * made.x)
        made.lay(step(0.14, 0.07, far) * fade * tread, (26, 27, 29), 0.30)
    return made.picture()


def tuft(name: str) -> Picture:
    """Weeds that grow out of a joint."""
    roll, made = dice(name), Layers(1.3, 0.9)
    made.lay(made.island(name, 0.8), (74, 68, 48), 0.4)
    for _ in range(46):
        x, y = roll.normal(0, 0.24), roll.normal(0, 0.13)
        a, long = roll.uniform(0, 2 * np.pi), roll.uniform(0.08, 0.22)
        dx, dy = made.x - x, made.y - y
        along, aside = dx * np.cos(a) + dy * np.sin(a), np.abs(-dx * np.sin(a) + dy * np.cos(a))
        green = ((92, 108, 58), (112, 124, 66), (70, 86, 48))[roll.integers(3)]
        made.lay(step(0.016, 0.006, aside) * (along > 0) * (along < long), green, 0.9)
    return made.picture()


def pond(name: str) -> Picture:
    """Where rain stands on a flat roof: a dark floor and pale rims, one within the other."""
    made = Layers(5.6, 4.4)
    deep = made.island(name, 0.6)
    made.lay(deep, (44, 44, 46), 0.24)
    for level in (0.28, 0.55, 0.8):
        made.lay(step(0.05, 0.01, np.abs(deep - level)) * step(0.02, 0.1, deep), PALE, 0.20)
    return made.picture()


def tar(name: str) -> Picture:
    """A leak that was mopped over with tar, more than once."""
    roll, made = dice(name), Layers(3.4, 2.6)
    for _ in range(int(roll.integers(2, 5))):
        x, y = roll.uniform(-0.9, 0.9), roll.uniform(-0.6, 0.6)
        hx, hy = roll.uniform(0.3, 0.75), roll.uniform(0.2, 0.6)
        ragged = 0.10 * (cloud(made.shape, 18, f"{name}{x:.3f}", 3) - 0.5) * 2
        d = np.maximum(np.abs(made.x - x) - hx, np.abs(made.y - y) - hy) + ragged
        made.lay(step(0.04, -0.03, d), (int(roll.integers(34, 58)),) * 3, 0.72)
    return made.picture()


def streak(name: str) -> Picture:
    """Rust and soot that run down from a machine, toward +y."""
    made = Layers(1.6, 4.0)
    down = np.clip((made.y + 2.0) / 4.0, 0, 1)
    comb = cloud((1, made.shape[1]), 9, name, 3)
    made.lay(step(0.42, 0.72, comb) * (1 - down) ** 1.3 * step(0.8, 0.4, np.abs(made.x)), RUST, 0.34)
    return made.picture()


KINDS: dict[str, tuple[Callable[[str], Picture], int]] = {
    "crack": (crack, 7), "alligator": (alligator, 4), "seal": (seal, 5), "patch": (patch, 5), "oil": (oil, 6),
    "dirt": (dirt, 4), "wash": (wash, 3), "gum": (gum, 5), "slab": (slab, 6), "litter": (litter, 5),
    "skid": (skid, 3), "tuft": (tuft, 4), "pond": (pond, 5), "tar": (tar, 5), "streak": (streak, 3),
}  # fmt: skip
"""Each with how many there are of it."""
