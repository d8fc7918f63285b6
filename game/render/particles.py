"""Particles: smoke, dust, sparks, fire, glass, brass and blood in the air.

Owns their motion (once a tick) and their pictures (bounded). What starts them is in `effects.py`. Plain lists,
because a few hundred particles cost less that way than as objects.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import product
from random import Random

import numpy as np
import pygame

from game.render.noise import cloud, step
from game.render.palette import Colour

LIMIT = 520
"""Specks in the air at most, unless the renderer's quality says otherwise."""
ALPHAS = 8
SIZES = 4
"""Puffs are cached in steps of this many pixels."""
BLAST: dict[str, tuple[Colour, ...]] = {
    "fire": ((255, 116, 34), (255, 206, 120)), "smoke": ((50, 47, 46), (196, 186, 168)),
}  # fmt: skip
"""Colours of a blast's fire, smoke and dust."""
GRAVITY = 9.8 / 60
LIFT = 0.45
"""Share of its height by which something in the air is drawn further up."""
BOUNCE, SLOWED = 0.42, 0.55
"""What is left of its fall and of its way when something hard meets the ground."""
FLUTTER = 0.09
"""Metres a second by which paper sways, more with each tick."""
PICTURES_KEPT = 1400
PAINTED_KEPT = 600
SHINING = frozenset(("spark", "fire", "glow"))
SOLID = frozenset(("brass", "shard", "drop", "note"))

Blit = tuple[pygame.Surface, tuple[float, float]]


class Particle:
    """One speck: where it is, how it moves, how it grows and fades."""

    __slots__ = (
        "age",
        "alpha",
        "colour",
        "drag",
        "grow",
        "kind",
        "life",
        "size",
        "turn",
        "vx",
        "vy",
        "vz",
        "x",
        "y",
        "z",
    )

    def __init__(
        self,
        kind,
        x,
        y,
        vx,
        vy,
        life,
        size,
        grow=0.0,
        colour=(255, 255, 255),
        alpha=1.0,
        drag=0.92,
        turn=0,
        z=0.0,
        vz=0.0,
    ) -> None:
        self.z, self.vz = z, vz
        self.kind = kind
        self.x, self.y, self.vx, self.vy = x, y, vx, vy
        self.age, self.life = 0, max(1, life)
        self.size, self.grow, self.colour, self.alpha, self.drag, self.turn = size, grow, colour, alpha, drag, turn


class Particles:
    """Everything in the air."""

    def __init__(self) -> None:
        self._all: list[Particle] = []
        self.limit = LIMIT
        self._bright: list[Blit] = []
        self._sparks: list[tuple[Particle, float, float]] = []
        """What shines in this frame, and waits until the light has fallen."""
        self._pictures: dict[tuple[str, int, Colour, int, int], pygame.Surface] = {}
        self._painted: dict[tuple[str, int, Colour, int], pygame.Surface] = {}

    def __len__(self) -> int:
        return len(self._all)

    def prepare(self) -> None:
        """Paint what a blast throws up before there is one: all of it is wanted in a single frame."""
        for kind, colours in BLAST.items():
            for colour, turn, level in product(colours, range(4), range(1, ALPHAS + 1)):
                self._painted[(kind, turn, colour, level)] = _paint_puff(kind, turn, colour, level)

    def clear(self) -> None:
        """Clear the air."""
        self._all.clear()

    def add(self, particle: Particle) -> None:
        """Put a speck into the air; the oldest goes when there are too many."""
        if len(self._all) >= self.limit:
            self._all.pop(0)
        self._all.append(particle)

    def burst(
        self, roll: Random, kind: str, x: float, y: float, count: int, speed: float, life: int, size: float, **look
    ) -> None:
        """Specks flying in all directions, or in a cone when `angle` and `cone` are given (radians).

        With `spread` (metres) they begin as far out as they are fast.
        """
        angle, cone, spread = look.pop("angle", 0.0), look.pop("cone", math.pi), look.pop("spread", 0.0)
        for _ in range(count):
            a, v = angle + roll.uniform(-cone, cone), speed * roll.uniform(0.25, 1.0)
            wait = roll.uniform(0.6, 1.2)
            particle = Particle(
                kind,
                x + math.cos(a) * spread * v / speed,
                y + math.sin(a) * spread * v / speed,
                math.cos(a) * v,
                math.sin(a) * v,
                int(life * wait),
                size * roll.uniform(0.7, 1.3),
                turn=roll.randrange(4),
                **look,
            )
            self.add(particle)

    def take(self) -> list[Particle]:
        """Move everything on by a tick; returns the specks that ended (brass and glass come to rest)."""
        ended: list[Particle] = []
        alive: list[Particle] = []
        for p in self._all:
            p.age += 1
            p.x += p.vx / 60
            p.y += p.vy / 60
            p.vx *= p.drag
            p.vy *= p.drag
            p.size += p.grow / 60
            if p.z > 0.0 or p.vz > 0.0:
                _fall(p)
            (alive if p.age < p.life else ended).append(p)
        self._all = alive
        return ended

    def draw(self, surface: pygame.Surface, left: float, top: float, scale: int, alpha: float) -> None:
        """Lay the specks that do not shine over the picture; those that do wait for `draw_bright`."""
        dull: list[Blit] = []
        bright: list[Blit] = []
        self._sparks = []
        right, bottom = surface.get_width() + 80, surface.get_height() + 80
        late = (alpha - 1) / 60
        pictures = self._pictures
        for p in self._all:
            x = (p.x + p.vx * late - left) * scale
            y = (p.y - p.z * LIFT + p.vy * late - top) * scale
            if not (-80 < x < right and -80 < y < bottom):
                continue
            if p.kind == "spark":
                self._sparks.append((p, x, y))
                continue
            size, level = (max(2, int(p.size * scale + 0.5)), ALPHAS) if p.kind in SOLID else _extent(p, p.size * scale)
            key = (p.kind, p.turn, p.colour, size, level)
            picture = pictures.get(key)
            if picture is None:
                if len(pictures) >= PICTURES_KEPT:
                    pictures.clear()
                picture = pictures[key] = self._make(key)
            half = size / 2
            (bright if p.kind in SHINING else dull).append((picture, (x - half, y - half)))
        surface.fblits(dull)
        self._bright = bright

    def draw_bright(self, surface: pygame.Surface, scale: int) -> None:
        """Add the specks of this frame that shine."""
        for spark, x, y in self._sparks:
            self._draw_spark(surface, spark, x, y, scale)
        surface.fblits(self._bright, pygame.BLEND_RGB_ADD)

    def _make(self, key: tuple[str, int, Colour, int, int]) -> pygame.Surface:
        kind, turn, colour, px, level = key
        return _chip(colour, px) if kind in SOLID else self._puff(kind, turn, colour, px, level)

    def _draw_spark(self, surface: pygame.Surface, p: Particle, x: float, y: float, scale: int) -> None:
        fade = 1 - p.age / p.life
        colour = tuple(int(c * (0.35 + 0.65 * fade)) for c in p.colour)
        tail = 0.022 * scale
        pygame.draw.line(surface, colour, (x, y), (x - p.vx * tail, y - p.vy * tail), 2 if fade > 0.6 else 1)

    def _puff(self, kind: str, turn: int, colour: Colour, px: int, level: int) -> pygame.Surface:
        """A puff at its size: the painted one of its strength, stretched."""
        look = (kind, turn % 4, colour, level)
        if look not in self._painted:
            if len(self._painted) >= PAINTED_KEPT:
                self._painted.clear()
            self._painted[look] = _paint_puff(*look)
        return pygame.transform.smoothscale(self._painted[look], (px, px))


def _extent(p: Particle, wide: float) -> tuple[int, int]:
    """Pixels across and strength of a cloud's picture."""
    age = p.age
    fade = p.alpha * (1 - age / p.life)
    if age < 3:
        fade *= (age + 1) / 4
    level = int(fade * ALPHAS + 0.5) or 1
    # Large clouds in larger steps: nobody sees four pixels of a hundred.
    grain = SIZES if wide < 48 else SIZES * 2 if wide < 96 else SIZES * 4
    return int(wide / grain + 0.5) * grain or SIZES, level


def _fall(p: Particle) -> None:
    """One tick of height: brass and splinters bounce, paper sails."""
    if p.kind == "note":
        p.z = max(0.0, p.z - 0.5 / 60)
        p.vx += FLUTTER * math.sin(p.age * 0.11 + p.turn * 1.7)
        p.vy += FLUTTER * math.cos(p.age * 0.09 + p.turn)
        return
    p.vz -= GRAVITY
    p.z += p.vz / 60
    if p.z <= 0.0:
        p.z = 0.0
        p.vz = -p.vz * BOUNCE if p.vz < -0.6 else 0.0
        p.vx, p.vy = p.vx * SLOWED, p.vy * SLOWED


def _paint_puff(kind: str, turn: int, colour: Colour, level: int) -> pygame.Surface:
    """A puff 64 pixels across: fire and glow to be added, smoke to be laid over."""
    field, fade = _puff_field(turn), level / ALPHAS
    if kind in ("fire", "glow"):
        shine = np.clip(field if kind == "fire" else _glow_field(), 0, 1)[..., None] * np.array(colour) * fade
        return pygame.image.frombytes(shine.astype(np.uint8).tobytes(), (64, 64), "RGB").convert()
    pixels = np.zeros((64, 64, 4), np.uint8)
    light = 0.80 + 0.4 * np.linspace(0.5, -0.5, 64, dtype=np.float32)[:, None]
    pixels[..., :3] = np.clip(np.array(colour) * (light * (0.85 + 0.3 * (field - 0.3)))[..., None], 0, 255)
    pixels[..., 3] = np.clip(field * fade, 0, 1) * 255
    return pygame.image.frombytes(pixels.tobytes(), (64, 64), "RGBA").convert_alpha()


@lru_cache(maxsize=1)
def _glow_field() -> np.ndarray:
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    return np.clip(1 - np.hypot(axis[None, :], axis[:, None]), 0, 1) ** 2.2


@lru_cache(maxsize=4)
def _puff_field(index: int) -> np.ndarray:
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 32 - 1
    r = np.hypot(axis[None, :], axis[:, None])
    ragged = cloud((64, 64), 22, f"puff{index}", 4)
    return step(0.98, 0.10, r + 0.5 * (ragged - 0.5)) * step(1.0, 0.85, r) * (0.55 + 0.45 * ragged)


def _chip(colour: Colour, px: int) -> pygame.Surface:
    chip = pygame.Surface((px, max(1, px // 2)))
    chip.fill(colour)
    return chip
