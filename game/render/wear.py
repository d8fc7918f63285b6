"""What time has left on the ground: stains as wide as a street, soiled gutters, cracks, tar, oil, gum, litter.

Owns where decals lie, which follows from the place alone, so that every run sees the same street; their pictures are baked
(`assets/props/decals`). Called by the ground while it composes a chunk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
import pygame

from game.content.level import Level
from game.render import atlas
from game.render.canvas import grown
from game.render.noise import cloud
from game.render.tiles import GID_MASK
from game.render.turned import TurnedCache

SHEET = "props/decals"
STEP = 4
"""Metres of the squares into which decals are dealt."""
REACH = 5
"""Metres by which a decal may reach out of its square's middle."""
MACRO_METRES, MACRO_PPM = 64, 8
"""The wide stains repeat after so many metres."""
SLAB = 2
RIM = 2
"""Cells about a chunk that its gutters depend on."""
GUTTER = 0.32
MIXED_KEPT = 3
"""Soils that wait to be laid: as many chunks as are composed beside the picture and at other scales in turn."""
"""The share of its light that a gutter loses."""
COARSE = 24
"""Up to this scale wide stains are painted at half their fineness."""

TONES = {
    "crack": 0.50,
    "alligator": 0.40,
    "seal": 0.60,
    "patch": 0.42,
    "dirt": 0.55,
    "oil": 0.46,
    "skid": 0.8,
    "tuft": 0.72,
}
"""How strongly a kind is laid down: less than it was painted with, or the wear would drown the lane paint."""

Tint = Callable[[int, int, int, int], pygame.Surface | None]
"""What a square is multiplied with, by its left and top metres, its span, and pixels to a metre."""
Deck = tuple[tuple[str, int], ...]
ROAD: Deck = (("crack", 8), ("seal", 5), ("alligator", 1), ("patch", 1), ("dirt", 5), ("wash", 4), ("skid", 3))
PAVED: Deck = (("gum", 36), ("slab", 12), ("litter", 5), ("dirt", 12))
YARD: Deck = (
    ("crack", 6),
    ("oil", 9),
    ("dirt", 16),
    ("wash", 18),
    ("tuft", 4),
    ("litter", 4),
    ("seal", 4),
    ("patch", 2),
)
SOIL: Deck = (("wash", 22), ("tuft", 26), ("dirt", 16), ("litter", 6), ("skid", 6))
FIELD: Deck = (("clump", 40), ("rut", 8), ("bare", 5), ("hollow", 4), ("tuft", 10))
DECKS: dict[str, Deck] = {
    "asphalt": ROAD, "wet_asphalt": ROAD, "sidewalk": PAVED, "pavement": PAVED, "concrete": YARD, "gravel": SOIL, "dirt": SOIL,
    "field": FIELD,
}  # fmt: skip
"""What is dealt on a surface, in hundredths of the squares."""
OPEN, OPEN_METRES = ("grass", "field"), 6
"""Grass from whose edge it is so far is a field: nobody mows it as he does a lawn."""
SMALL = ("oil", "gum", "litter", "tuft", "slab", "clump", "bare")
"""What may lie anywhere on its surface; the rest keeps clear of kerbs and edges."""


class Wear:
    """The wear of one level's ground."""

    def __init__(self, level: Level) -> None:
        self._level = level
        self._cells = np.frombuffer(level.ground, np.uint8).reshape(level.height, level.width)
        kinds = [1 if DECKS.get(name) is ROAD else 2 if DECKS.get(name) is PAVED else 0 for name in level.surfaces]
        self._kinds = np.array(kinds, np.uint8)[self._cells]
        """1 = roadway, 2 = pavement, for every cell."""
        self._is_taken = np.zeros(self._cells.shape, bool)
        """Where something stands that tiles show: nothing lies on it."""
        for layer in level.layers:
            if layer.role == "walls":
                gids = np.array(layer.cells, np.int64).reshape(self._cells.shape)
                self._is_taken |= gids & GID_MASK != 0
        self._is_open = _inner(np.array([name == OPEN[0] for name in level.surfaces])[self._cells], OPEN_METRES)
        self._frames = atlas.book(SHEET)["frames"]
        self._sheet = atlas.sheet(f"{SHEET}.png")
        self._counts: dict[str, int] = {}
        for name in self._frames:
            kind = name.rpartition("-")[0]
            self._counts[kind] = self._counts.get(kind, 0) + 1
        self._pictures = TurnedCache(24_000_000)
        self._mixed: dict[tuple[int, int, int], pygame.Surface] = {}
        _macro(MACRO_PPM // 2)  # painted now, while the level loads

    def take_over(self, before: Wear) -> None:
        """Keep the pictures: they are the same everywhere."""
        self._pictures = before._pictures

    def mix(self, chunk: pygame.Surface, scale: int, left: int, top: int, tint: Tint | None = None) -> None:
        """Mix the soil that `soil` will lay on a chunk next: that takes about as long as laying it."""
        self._mixed[scale, left, top] = self._soiled(chunk.get_width() // scale, scale, left, top, tint)
        if len(self._mixed) > MIXED_KEPT:
            self._mixed.pop(next(iter(self._mixed)))

    def soil(self, chunk: pygame.Surface, scale: int, left: int, top: int, tint: Tint | None = None) -> None:
        """Wide stains, tones of slabs and dirt in gutters, on a chunk whose corner lies at (left, top) metres; with a `tint`
        what that makes of it as well."""
        small = self._mixed.pop((scale, left, top), None)
        if small is None:
            small = self._soiled(chunk.get_width() // scale, scale, left, top, tint)
        chunk.blit(grown(small, chunk.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def _soiled(self, span: int, scale: int, left: int, top: int, tint: Tint | None) -> pygame.Surface:
        """What a square of `span` metres is to be multiplied with."""
        k = MACRO_PPM if scale > COARSE else MACRO_PPM // 2
        macro = pygame.Rect(left % MACRO_METRES * k, top % MACRO_METRES * k, span * k, span * k)
        small = _macro(k).subsurface(macro).copy()
        more = tint(left, top, span, k) if tint is not None else None
        if more is not None:
            small.blit(more, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        kinds = _cut(self._kinds, left - RIM, top - RIM, span + 2 * RIM)
        walks = kinds[RIM:-RIM, RIM:-RIM] == 2
        if walks.any():
            slabs = _gathered(self._slabs(left, top, span, walks))
            small.blit(pygame.transform.scale(slabs, small.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
            dirt = _gutters(kinds, k)
            if dirt is not None:
                small.blit(
                    _gathered((1 - dirt * GUTTER)[..., None].repeat(3, 2)), (0, 0), special_flags=pygame.BLEND_RGB_MULT
                )
        return small

    def paint(self, chunk: pygame.Surface, scale: int, left: int, top: int, layer: int, half: int) -> None:
        """Lay the decals of one of a chunk's two layers, of the squares in its upper (0) or lower (1) half."""
        blits = []
        for name, x, y, turn in self._dealt(left, top, chunk.get_width() // scale, layer, half):
            picture = self._picture(name, turn, scale)
            at = (x - left) * scale - picture.get_width() / 2, (y - top) * scale - picture.get_height() / 2
            blits.append((picture, (round(at[0]), round(at[1]))))
        chunk.fblits(blits)

    # ---- decals

    def _dealt(
        self, left: int, top: int, span: int, layer: int, half: int | None = None
    ) -> Iterator[tuple[str, float, float, int]]:
        """Name, place and turn of every decal that may touch a chunk; with a `half` those of its upper or lower rows."""
        rows = range((top - REACH) // STEP, (top + span + REACH) // STEP + 1)
        middle = len(rows) // 2
        for row in rows if half is None else rows[middle:] if half else rows[:middle]:
            for column in range((left - REACH) // STEP, (left + span + REACH) // STEP + 1):
                dealt = self._deal(column, row, layer)
                if dealt is not None:
                    yield dealt

    def _deal(self, column: int, row: int, layer: int) -> tuple[str, float, float, int] | None:
        luck = mixed(column, row, layer)
        x = column * STEP + (luck & 63) / 16
        y = row * STEP + (luck >> 6 & 63) / 16
        surface = self._surface(x, y)
        share = (luck >> 12 & 1023) * 100 / 1024
        kind = ""
        for named, part in DECKS.get(surface, ()):
            if share < part:
                kind = named
                break
            share -= part
        if not kind:
            return None
        turn = luck >> 22 & 7
        name = f"{kind}-{(luck >> 25) % self._counts[kind]}"
        if kind == "slab":
            # It takes the place of one slab, whose joints the tiles have drawn.
            x, y = int(x) // SLAB * SLAB + SLAB / 2, int(y) // SLAB * SLAB + SLAB / 2
        elif kind == "skid":
            turn &= 4
        if kind not in SMALL and not self._lies_within(name, surface, x, y, turn):
            return None
        return name, x, y, turn

    def _lies_within(self, name: str, surface: str, x: float, y: float, turn: int) -> bool:
        _, _, wide, high = self._frames[name]["rect"]
        half_x, half_y = wide / atlas.PPM * 0.42, high / atlas.PPM * 0.42
        if turn & 1:
            half_x, half_y = half_y, half_x
        return all(
            self._surface(x + dx, y + dy) == surface
            for dx, dy in ((-half_x, -half_y), (half_x, -half_y), (-half_x, half_y), (half_x, half_y))
        )

    def _surface(self, x: float, y: float) -> str:
        level = self._level
        if not (0 <= x < level.width and 0 <= y < level.height) or self._is_taken[int(y), int(x)]:
            return ""
        return OPEN[1] if self._is_open[int(y), int(x)] else level.surfaces[self._cells[int(y), int(x)]]

    def _picture(self, name: str, turn: int, scale: int) -> pygame.Surface:
        return self._pictures.get((name, turn, scale), lambda: self._make(name, turn, scale))

    def _make(self, name: str, turn: int, scale: int) -> pygame.Surface:
        part = self._sheet.subsurface(self._frames[name]["rect"])
        size = max(1, part.get_width() * scale // atlas.PPM), max(1, part.get_height() * scale // atlas.PPM)
        made = pygame.transform.flip(pygame.transform.smoothscale(part, size), bool(turn & 4), bool(turn & 2))
        tone = TONES.get(name.rpartition("-")[0])
        if tone is not None:
            made.fill((255, 255, 255, round(255 * tone)), special_flags=pygame.BLEND_RGBA_MULT)
        return (pygame.transform.rotate(made, 90) if turn & 1 else made).convert_alpha()

    @staticmethod
    def _slabs(left: int, top: int, span: int, walks: np.ndarray) -> np.ndarray:
        """The tone of every cell's slab, 1 where nothing is paved."""
        x, y = np.arange(left, left + span) // SLAB, np.arange(top, top + span) // SLAB
        luck = mixed(x[None, :], y[:, None], 7)
        light = (238 + (luck & 15) - np.where(luck >> 4 & 15 == 0, 16, 0)) / 250
        tint = np.stack([light, light, light - (luck >> 8 & 7) / 320], axis=-1).astype(np.float32)
        return np.where(walks[..., None], tint, np.float32(1))


def _gutters(kinds: np.ndarray, k: int) -> np.ndarray | None:
    """How dirty the road is along straight kerbs, 0 to 1, `k` pixels a cell; `kinds` has a rim."""
    is_walk = kinds == 2
    beside = sum(np.roll(is_walk, way, axis).astype(np.uint8) for axis in (0, 1) for way in (-1, 1))
    dirty = (kinds == 1) & (beside == 1)
    inner = (slice(RIM, -RIM), slice(RIM, -RIM))
    if not dirty[inner].any():
        return None
    span = kinds.shape[0] - 2 * RIM
    fine = np.zeros((span * k, span * k), np.float32)
    along = (np.tile(np.arange(k), span) + 0.5) / k
    for axis in (0, 1):
        for way in (-1, 1):
            beside_one = np.roll(is_walk, way, axis) & dirty
            if not beside_one.any():
                continue
            whole = beside_one.astype(np.float32)
            # It thins out where the kerb ends or turns.
            beside_it = np.roll(whole, 1, 1 - axis) + np.roll(whole, -1, 1 - axis)
            edge = (whole * (0.2 + 0.4 * beside_it))[inner]
            fall = np.clip(1 - (1 - along if way < 0 else along) / 0.8, 0, 1).astype(np.float32) ** 2
            fine = np.maximum(fine, edge.repeat(k, 0).repeat(k, 1) * (fall[:, None] if axis == 0 else fall[None, :]))
    return fine


def _inner(cells: np.ndarray, metres: int) -> np.ndarray:
    """Which of the cells have nothing else about them within so many metres each way; beyond the map it goes on as at its border."""
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (metres, metres)
        wide = np.pad(cells, padding, mode="edge")
        cells = np.logical_and.reduce(
            [np.take(wide, np.arange(cells.shape[axis]) + step, axis) for step in range(2 * metres + 1)]
        )
    return cells


def _cut(field: np.ndarray, left: int, top: int, span: int) -> np.ndarray:
    """A square of a field, filled up with what lies at its rim where it leaves the map."""
    rows = np.clip(np.arange(top, top + span), 0, field.shape[0] - 1)
    return field[np.ix_(rows, np.clip(np.arange(left, left + span), 0, field.shape[1] - 1))]


def mixed(x, y, salt: int):
    """Thirty-two even bits that belong to a place; for numbers or for arrays of them."""
    value = (x * 0x9E3779B1 ^ y * 0x85EBCA77 ^ salt * 0xC2B2AE3D) & 0xFFFFFFFF
    for _ in range(2):
        value = value ^ value >> 15
        value = value * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ value >> 13


def _gathered(light: np.ndarray) -> pygame.Surface:
    """Shares of light (rows, columns, colours) as a picture to be multiplied with."""
    pixels = np.ascontiguousarray((np.clip(light, 0, 1) * 255).astype(np.uint8))
    return pygame.image.frombytes(pixels.tobytes(), (light.shape[1], light.shape[0]), "RGB").convert()


@lru_cache(maxsize=2)
def _macro(ppm: int) -> pygame.Surface:
    """Wide soft stains with a tint, wrapped so that chunks meet, with a rim so that any chunk can be cut from it."""
    if ppm != MACRO_PPM:
        step = MACRO_PPM // ppm
        whole = _macro(MACRO_PPM)
        return pygame.transform.scale(whole, (whole.get_width() // step, whole.get_height() // step))
    size = MACRO_METRES * MACRO_PPM
    wide = cloud((size, size), 150, "macro", 4, wraps=True) - 0.5
    fine = cloud((size, size), 34, "macro fine", 4, wraps=True) - 0.5
    warm = cloud((size, size), 120, "macro warm", 3, wraps=True) - 0.5
    light = 0.935 + 0.25 * wide + 0.15 * fine
    field = np.clip(np.dstack([light + 0.05 * warm, light + 0.012 * warm, light - 0.045 * warm]), 0, 1)
    return _gathered(np.pad(field, ((0, size), (0, size), (0, 0)), mode="wrap"))
