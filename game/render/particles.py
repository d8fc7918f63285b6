"""Particles: smoke, dust, sparks, fire, glass, brass and blood in the air.

Owns their motion (once a tick) and where they are drawn; `specks.py` has their pictures. What starts them is in
`effects.py`. All of them move at once, as columns of one array: a few hundred cost less that way than one by one.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from random import Random

import numpy as np
import pygame

from game.render.palette import Colour
from game.render.specks import ALPHAS, SHINING, SOLID, Look, SpeckPictures

LIMIT = 520
"""Specks in the air at most, unless the renderer's quality says otherwise."""
SIZES = 4
"""Puffs are cached in steps of this many pixels."""
SHARE = 24
"""Pictures of specks that are made in one frame before others stand in."""
STEP_AWAY = SIZES * 2 << 4
"""In the key of a picture: one step of size, where puffs are large enough to be many."""
GRAVITY = 9.8 / 60
LIFT = 0.45
"""Share of its height by which something in the air is drawn further up."""
BOUNCE, SLOWED = 0.42, 0.55
"""What is left of its fall and of its way when something hard meets the ground."""
FLUTTER = 0.09
"""Metres a second by which paper sways, more with each tick."""
RIM = 80
"""Pixels outside the picture in which something is still drawn: it may be large."""
TAIL = 0.022
"""Seconds of its way that a spark is long."""

Blit = tuple[pygame.Surface, tuple[int, int]]


@dataclasses.dataclass(slots=True)
class Particle:
    """One speck: where it is, how it moves, how it grows and fades."""

    kind: str
    x: float
    y: float
    vx: float
    vy: float
    life: int
    size: float
    grow: float = 0.0
    colour: Colour = (255, 255, 255)
    alpha: float = 1.0
    drag: float = 0.92
    turn: int = 0
    z: float = 0.0
    vz: float = 0.0
    age: int = 0


NUMBERS = ("x", "y", "vx", "vy", "life", "size", "grow", "alpha", "drag", "turn", "z", "vz", "age")
"""Rows of the array; the last row but these is which look it has."""
X, Y, VX, VY, LIFE, SIZE, GROW, ALPHA, DRAG, TURN, Z, VZ, AGE = range(len(NUMBERS))
LOOK = len(NUMBERS)


class Particles:
    """Everything in the air."""

    def __init__(self) -> None:
        self.limit = LIMIT
        self.pictures = SpeckPictures()
        self._flying = np.zeros((LOOK + 1, 0))
        self._fresh: list[tuple[float, ...]] = []
        """Added since the others were last moved or drawn: the columns they will be."""
        self._looks: list[Look] = []
        self._numbers: dict[Look, int] = {}
        self._is_solid = self._is_shining = self._is_spark = self._is_note = np.zeros(0, bool)
        self._share = SHARE
        """Pictures that may still be made in this frame."""
        self._bright: list[Blit] = []
        """What shines in this frame, and waits until the light has fallen."""
        self._sparks: list[tuple[Colour, tuple[float, float], tuple[float, float], int]] = []

    def __len__(self) -> int:
        return self._flying.shape[1] + len(self._fresh)

    def __iter__(self) -> Iterator[Particle]:
        """Copies of all specks, the oldest first."""
        self._join()
        for column in self._flying.T.tolist():
            kind, _, colour = self._looks[int(column[LOOK])]
            row = dict(zip(NUMBERS, column[:LOOK], strict=True))
            row |= {name: int(row[name]) for name in ("life", "turn", "age")}
            yield Particle(kind=kind, colour=colour, **row)  # type: ignore[arg-type]

    def prepare(self) -> None:
        """Paint what a blast throws up before there is one."""
        self.pictures.prepare()

    def clear(self) -> None:
        """Clear the air."""
        self._flying = self._flying[:, :0]
        self._fresh.clear()

    def add(self, particle: Particle) -> None:
        """Put a speck into the air; the oldest goes when there are too many."""
        p = particle
        self._fresh.append(
            (p.x, p.y, p.vx, p.vy, max(1, p.life), p.size, p.grow, p.alpha, p.drag, p.turn, p.z, p.vz, p.age,
             self._look_of(p.kind, p.turn, p.colour))
        )  # fmt: skip

    def burst(
        self, roll: Random, kind: str, x: float, y: float, count: int, speed: float, life: int, size: float, **look
    ) -> None:
        """Specks flying in all directions, or in a cone when `angle` and `cone` are given (radians).

        With `spread` (metres) they begin as far out as they are fast.
        """
        angle, cone, spread = look.pop("angle", 0.0), look.pop("cone", math.pi), look.pop("spread", 0.0)
        plain = Particle(kind, x, y, 0.0, 0.0, life, size, **look)
        colour, grow, alpha, drag = plain.colour, plain.grow, plain.alpha, plain.drag
        z, vz, age, uniform = plain.z, plain.vz, plain.age, roll.uniform
        for _ in range(count):
            a, v = angle + uniform(-cone, cone), speed * uniform(0.25, 1.0)
            wait, across, out = uniform(0.6, 1.2), math.cos(a), spread * v / speed
            down, large, turn = math.sin(a), size * uniform(0.7, 1.3), roll.randrange(4)
            self._fresh.append(
                (x + across * out, y + down * out, across * v, down * v, max(1, int(life * wait)), large, grow, alpha, drag,
                 turn, z, vz, age, self._look_of(kind, turn, colour))
            )  # fmt: skip

    def _join(self) -> None:
        """Bring what was added to the others."""
        if not self._fresh:
            return
        columns = np.array(self._fresh)
        self._fresh.clear()
        if len(self._is_solid) < len(self._looks):
            kinds = [kind for kind, _, _ in self._looks]
            self._is_solid = np.array([kind in SOLID for kind in kinds])
            self._is_shining = np.array([kind in SHINING for kind in kinds])
            self._is_spark = np.array([kind == "spark" for kind in kinds])
            self._is_note = np.array([kind == "note" for kind in kinds])
        self._flying = np.concatenate((self._flying, columns.T), axis=1)[:, -self.limit :]

    def _look_of(self, kind: str, turn: int, colour: Colour) -> int:
        """The number of a look."""
        look = (kind, turn, colour)
        if look not in self._numbers:
            self._numbers[look] = len(self._looks)
            self._looks.append(look)
        return self._numbers[look]

    def take(self) -> list[tuple[str, float, float]]:
        """Move everything on by a tick; kind and place of what ended (brass and glass come to rest)."""
        self._join()
        flying = self._flying
        if not flying.shape[1]:
            return []
        flying[AGE] += 1
        flying[X] += flying[VX] / 60
        flying[Y] += flying[VY] / 60
        flying[VX : VY + 1] *= flying[DRAG]
        flying[SIZE] += flying[GROW] / 60
        falls = np.nonzero((flying[Z] > 0.0) | (flying[VZ] > 0.0))[0]
        if len(falls):
            is_note = self._is_note[flying[LOOK, falls].astype(np.int64)]
            self._sail(falls[is_note])
            self._fall(falls[~is_note])
        lives = flying[AGE] < flying[LIFE]
        if lives.all():
            return []
        ended = flying[:, ~lives]
        self._flying = flying[:, lives]
        places = zip(ended[LOOK].tolist(), ended[X].tolist(), ended[Y].tolist(), strict=True)
        return [(self._looks[int(look)][0], x, y) for look, x, y in places]

    def _sail(self, which: np.ndarray) -> None:
        """One tick of paper, which sinks and sways."""
        flying, age, turn = self._flying, self._flying[AGE, which], self._flying[TURN, which]
        flying[Z, which] = np.maximum(0.0, flying[Z, which] - 0.5 / 60)
        flying[VX, which] += FLUTTER * np.sin(age * 0.11 + turn * 1.7)
        flying[VY, which] += FLUTTER * np.cos(age * 0.09 + turn)

    def _fall(self, which: np.ndarray) -> None:
        """One tick of brass and splinters, which bounce."""
        flying = self._flying
        vz = flying[VZ, which] - GRAVITY
        z = flying[Z, which] + vz / 60
        hits = z <= 0.0
        flying[Z, which] = np.where(hits, 0.0, z)
        flying[VZ, which] = np.where(hits, np.where(vz < -0.6, -vz * BOUNCE, 0.0), vz)
        flying[VX : VY + 1, which] *= np.where(hits, SLOWED, 1.0)

    def draw(self, surface: pygame.Surface, left: float, top: float, scale: int, alpha: float) -> None:
        """Lay the specks that do not shine over the picture; those that do wait for `draw_bright`."""
        self._join()
        self._bright, self._sparks, self._share = [], [], SHARE
        if not self._flying.shape[1]:
            return
        flying, late = self._flying, (alpha - 1) / 60
        x = (flying[X] + flying[VX] * late - left) * scale
        y = (flying[Y] - flying[Z] * LIFT + flying[VY] * late - top) * scale
        width, height = surface.get_size()
        seen = (x > -RIM) & (x < width + RIM) & (y > -RIM) & (y < height + RIM)
        look = flying[LOOK].astype(np.int64)
        is_spark = self._is_spark.take(look)
        sparks = np.nonzero(seen & is_spark)[0]
        if len(sparks):
            self._sparks = self._lines(flying.take(sparks, axis=1), x.take(sparks), y.take(sparks), scale)
        rest = np.nonzero(seen & ~is_spark)[0]
        look = look.take(rest)
        px, level = _extents(flying.take(rest, axis=1), self._is_solid.take(look), scale)
        # What has all but faded would cost as much as what is thick.
        some = np.nonzero(level)[0]
        px, look = px.take(some), look.take(some)
        keys = (look << 16) + (px << 4) + level.take(some)
        rest = rest.take(some)
        # Pygame cuts off what is behind the point, so does this.
        corners = np.stack((x.take(rest) - px / 2, y.take(rest) - px / 2), axis=1).astype(np.int64)
        is_bright = self._is_shining.take(look)
        self._bright = self._pictured(keys[is_bright], corners[is_bright])
        surface.fblits(self._pictured(keys[~is_bright], corners[~is_bright]), pygame.BLEND_PREMULTIPLIED)

    def _pictured(self, keys: np.ndarray, corners: np.ndarray) -> list[Blit]:
        """The picture of each key and where its corner goes."""
        get, other = self.pictures.get, self._other
        pictures = [get(key) or other(key) for key in keys.tolist()]
        return list(zip(pictures, map(tuple, corners.tolist()), strict=True))

    def _other(self, key: int) -> pygame.Surface:
        """A picture that is not held: made while the frame's share lasts, then the next weaker, stronger, smaller or larger one
        stands in, if there is one. A blast wants a hundred at once."""
        get = self.pictures.get
        if self._share <= 0:
            near = get(key - 1) or get(key + 1) or get(key - STEP_AWAY) or get(key + STEP_AWAY)
            if near is not None:
                return near
        self._share -= 1
        return self.pictures.make(key, self._looks[key >> 16], key >> 4 & 0xFFF, key & 0xF)

    def _lines(
        self, flying: np.ndarray, x: np.ndarray, y: np.ndarray, scale: int
    ) -> list[tuple[Colour, tuple[float, float], tuple[float, float], int]]:
        """Sparks: colour, both ends, thickness."""
        fade = 1 - flying[AGE] / flying[LIFE]
        ends = (x - flying[VX] * TAIL * scale).tolist(), (y - flying[VY] * TAIL * scale).tolist()
        found = []
        for look, x0, y0, x1, y1, left in zip(
            flying[LOOK].tolist(), x.tolist(), y.tolist(), *ends, fade.tolist(), strict=True
        ):
            share = 0.35 + 0.65 * left
            red, green, blue = self._looks[int(look)][2]
            colour = (int(red * share), int(green * share), int(blue * share))
            found.append((colour, (x0, y0), (x1, y1), 2 if left > 0.6 else 1))
        return found

    def draw_bright(self, surface: pygame.Surface) -> None:
        """Add the specks of this frame that shine."""
        for spark in self._sparks:
            pygame.draw.line(surface, *spark)
        surface.fblits(self._bright, pygame.BLEND_RGB_ADD)


def _extents(flying: np.ndarray, is_solid: np.ndarray, scale: int) -> tuple[np.ndarray, np.ndarray]:
    """Pixels across (in steps, under 4096) and strength of each picture."""
    age, wide = flying[AGE], flying[SIZE] * scale
    fade = flying[ALPHA] * (1 - age / flying[LIFE])
    fade = np.where(age < 3, fade * (age + 1) / 4, fade)
    level = (fade * ALPHAS + 0.5).astype(np.int64)
    # Large clouds in larger steps: nobody sees four pixels of a hundred.
    grain = np.where(wide < 48, SIZES, np.where(wide < 96, SIZES * 2, SIZES * 4))
    cloud = np.maximum((wide / grain + 0.5).astype(np.int64) * grain, SIZES)
    chip = np.maximum(2, (wide + 0.5).astype(np.int64))
    return np.minimum(np.where(is_solid, chip, cloud), 0xFFF), np.where(is_solid, ALPHAS, np.minimum(level, 0xF))
