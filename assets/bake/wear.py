"""What blows, bullets and fire do to a vehicle, painted into its relief before light falls on it.

Owns the four stages of damage. Where a vehicle was hit is drawn by its name: one front corner, the other rear corner,
a flank. Metal gives way there: the outline is pushed in, the height is dented and creased (light does the rest), paint
comes off along edges, lamps and panes break. Called by `vehicle_sheets.py`.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from assets.bake.relief import SAMPLES, Relief, ink
from game.render.atlas import PPM
from game.render.noise import F, blur, cloud, dice, linear, step

SAMPLE_PPM = PPM * SAMPLES
PUSH = (0.0, 0.03, 0.15, 0.30, 0.30)
"""Metres by which the hit corner is pushed in, stage by stage."""
DENTS = (0, 5, 10, 17, 17)
HOLES = (0, 0, 7, 16, 12)
SCRAPE = (0.0, 0.7, 0.85, 1.0, 0.0)
PRIMER, STEEL = linear("#6f6a63"), linear("#8f9294")
GLASS_RIM, SHARDS = linear("#9fb2ba"), linear("#c6d6dc")


@dataclasses.dataclass(frozen=True, slots=True)
class Hits:
    """Where a vehicle was hit, from its name: the same at every stage, only worse."""

    corner: tuple[float, float]
    rear: tuple[float, float]
    flank: tuple[float, float]
    nose_side: int

    @staticmethod
    def of(name: str, reach: float, half: float) -> Hits:
        """Draw the places for a body of that size."""
        roll = dice(name + "hits")
        side = 1 if roll.random() < 0.5 else -1
        return Hits(
            (reach, side * half), (-reach, -side * half), (float(roll.uniform(-0.3, 0.3)) * reach, -side * half), side
        )


def worn(r: Relief, name: str, stage: int, reach: float, half: float, toughness: float = 1.0) -> None:
    """Wear a relief down to a stage (1 to 4); `toughness` over 1 dents less."""
    if stage <= 0:
        return
    hits = Hits.of(name, reach, half)
    near = _nearness(r, hits, stage)
    _push_in(r, hits, near, name, PUSH[stage] / toughness)
    _dent(r, hits, name, stage, toughness)
    _crease(r, near, name, stage, toughness)
    _scrape(r, near, name, stage)
    _break_lamps(r, hits, stage, name)
    _shoot(r, name, HOLES[stage])
    panes = r.glass.copy()
    _break_panes(r, name, stage)
    if stage == 3:
        _soot(r, name, reach)
    if stage == 4:
        _burn(r, name, reach, panes)


def _nearness(r: Relief, hits: Hits, stage: int) -> np.ndarray:
    """How close each sample lies to a place of impact, 0 to 1."""
    near = np.zeros((r.h, r.w), F)
    places = ((hits.corner, 1.15, 1.0), (hits.rear, 0.8, 0.35 + 0.2 * stage), (hits.flank, 0.7, 0.2 * stage))
    for (px, py), size, weight in places:
        far = np.hypot((r.x - px) / 1.3, r.y - py) / size
        near = np.maximum(near, weight * np.exp(-far * far))
    return np.clip(near, 0, 1).astype(F)


def _push_in(r: Relief, hits: Hits, near: np.ndarray, name: str, metres: float) -> None:
    """Move everything near a hit toward the middle, unevenly: the outline crumples with what is painted on it."""
    wave = cloud((r.h, r.w), SAMPLE_PPM * 0.34, name + "crush", 3) - 0.5
    push = near * metres * (1 + 2.2 * wave)
    toward = np.sign(r.x) + 0 * r.y
    dx = push * toward
    dy = push * 0.55 * np.sign(r.y) * np.abs(r.y) / max(1e-3, float(np.abs(r.y).max())) + near * wave * metres * 0.5
    column = np.clip(np.arange(r.w)[None, :] + dx * SAMPLE_PPM, 0, r.w - 1.001)
    row = np.clip(np.arange(r.h)[:, None] + dy * SAMPLE_PPM, 0, r.h - 1.001)
    x0, y0 = column.astype(np.int32), row.astype(np.int32)
    fx, fy = (column - x0).astype(F), (row - y0).astype(F)

    def moved(field: np.ndarray) -> np.ndarray:
        u, v = (fx[..., None], fy[..., None]) if field.ndim == 3 else (fx, fy)
        upper = field[y0, x0] * (1 - u) + field[y0, x0 + 1] * u
        lower = field[y0 + 1, x0] * (1 - u) + field[y0 + 1, x0 + 1] * u
        return upper * (1 - v) + lower * v

    r.albedo, r.cover, r.height = moved(r.albedo), moved(r.cover), moved(r.height)
    r.gloss, r.glass = moved(r.gloss), moved(r.glass)


def _dent(r: Relief, hits: Hits, name: str, stage: int, toughness: float) -> None:
    """Bowls with a sharp rim, most of them about the hits."""
    roll = dice(name + "dents")
    for index in range(DENTS[stage]):
        place = (hits.corner, hits.corner, hits.rear, hits.flank, (0.0, 0.0))[index % 5]
        spread = 0.55 if index % 5 < 4 else 1.1
        cx, cy = place[0] * 0.88 + roll.normal(0, spread), place[1] * 0.72 + roll.normal(0, spread * 0.45)
        rx, ry = roll.uniform(0.18, 0.50), roll.uniform(0.07, 0.18)
        depth = roll.uniform(0.02, 0.055) * (0.6 + 0.25 * stage) / toughness
        turn = roll.uniform(0, np.pi)
        at, x, y = r.window(cx, cy, rx + ry, rx + ry)
        c, s = np.cos(turn), np.sin(turn)
        u, v = ((x - cx) * c + (y - cy) * s) / rx, (-(x - cx) * s + (y - cy) * c) / ry
        d = np.sqrt(u * u + v * v)
        bowl = np.clip(1 - d * d, 0, 1) ** 1.5 - 0.12 * np.exp(-(((d - 1.05) / 0.16) ** 2))
        r.height[at] -= depth * bowl * (1 - r.glass[at] * 0.8)


def _crease(r: Relief, near: np.ndarray, name: str, stage: int, toughness: float) -> None:
    """Folded sheet metal: ridges of noise where it was pushed, and a buckled bonnet from stage 3."""
    fold = np.abs(cloud((r.h, r.w), SAMPLE_PPM * 0.42, name + "fold", 2) - 0.5) * 2
    fine = np.abs(cloud((r.h, r.w), SAMPLE_PPM * 0.16, name + "fine", 2) - 0.5) * 2
    depth = (0.0, 0.02, 0.09, 0.16, 0.14)[stage] / toughness
    soft = step(0.10, 0.55, near) * (1 - r.glass * 0.9)
    r.height -= depth * soft * (0.75 * (1 - fold) + 0.25 * (1 - fine))


def _scrape(r: Relief, near: np.ndarray, name: str, stage: int) -> None:
    """Paint gone along edges and in long strokes: primer, and steel in the middle of it."""
    amount = SCRAPE[stage]
    if not amount:
        return
    edge = np.clip((r.height - blur(r.height, 7)) / 0.035, 0, 1)
    streak = cloud((r.h * 4, r.w), SAMPLE_PPM * 0.5, name + "streak", 3)[::4]
    grain = cloud((r.h, r.w), SAMPLE_PPM * 0.05, name + "grain", 2)
    side = np.abs(r.y) / max(1e-3, float(np.abs(r.y).max()) - 0.3)
    wanted = near * 0.8 + 0.35 * edge + 0.18 * step(0.75, 0.95, side)
    bare = step(0.86, 0.98, wanted * (0.55 + 0.25 * amount) + 0.5 * streak + 0.22 * grain) * (1 - r.glass) * r.cover
    core = step(0.99, 1.10, wanted * (0.55 + 0.25 * amount) + 0.5 * streak + 0.22 * grain) * (1 - r.glass) * r.cover
    _cover_with(r, bare * 0.62 * amount, PRIMER, 0.15)
    _cover_with(r, core * 0.7 * amount, STEEL, 0.6)


def _cover_with(r: Relief, mask: np.ndarray, colour: np.ndarray, gloss: float) -> None:
    m = mask[..., None]
    r.albedo = r.albedo * (1 - m) + np.append(colour, 0).astype(F) * m
    r.gloss = r.gloss * (1 - mask) + gloss * mask


def _break_lamps(r: Relief, hits: Hits, stage: int, name: str) -> None:
    """The lamps at the hits go first; at stage 3 only one is left."""
    broken = {
        2: [("head", hits.nose_side)],
        3: [("head", hits.nose_side), ("head", -hits.nose_side), ("tail", -hits.nose_side)],
    }
    gone = broken.get(stage, []) if stage < 4 else [(kind, side) for kind in ("head", "tail") for side in (-1, 1)]
    roll = dice(name + "lamps")
    for kind, side in gone:
        for x, y in [place for place in r.sockets.get(kind, ()) if place[1] * side > 0]:
            r.box(x - 0.02, y, 0.09, 0.15, ink("#0b0b0c"), 0.04, 0.1, on_top=True)
            for _ in range(5):
                sx, sy = x + roll.normal(0, 0.05), y + roll.normal(0, 0.08)
                r.disc(sx, sy, 0.018, ink("#c9d2d6"), 0.9, on_top=True)
            r.sockets[kind] = [place for place in r.sockets[kind] if place != (x, y)]


def _shoot(r: Relief, name: str, count: int) -> None:
    """Bullet holes with their ring of bare metal; on panes a white bloom with short cracks."""
    roll = dice(name + "holes")
    placed = 0
    while placed < count:
        row, column = int(roll.uniform(0.1, 0.9) * r.h), int(roll.uniform(0.06, 0.94) * r.w)
        x, y = float(r.x[0, column]), float(r.y[row, 0])
        placed += 1
        if r.cover[row, column] < 0.9:
            continue
        if r.glass[row, column] > 0.5:
            _star(r, x, y, 0.17, roll)
            continue
        r.disc(x, y, 0.052, ink("#a3a5a6"), 0.7, on_top=True)
        r.disc(x, y, 0.030, ink("#08080a"), 0.0, on_top=True)


def _star(r: Relief, x: float, y: float, reach: float, roll: np.random.Generator) -> None:
    """Cracks that run out from a hit, joined by broken rings."""
    at, px, py = r.window(x, y, reach * 1.7, reach * 1.7)
    pane = r.glass[at] > 0.5
    turn, d = np.arctan2(py - y, px - x), np.hypot(px - x, py - y)
    rays = int(roll.integers(7, 11))
    bent = turn + 0.35 * np.sin(d * 21 + roll.uniform(0, 6))
    line = np.abs(((bent / (2 * np.pi) * rays + roll.uniform(0, 1)) % 1) - 0.5) * (2 * np.pi / rays) * d
    rays_at = np.clip(1 - line / 0.012, 0, 1) * np.clip(1 - d / (reach * 1.6), 0, 1) ** 0.5
    rings = np.maximum(
        np.clip(1 - np.abs(d - reach * 0.45) / 0.012, 0, 1), np.clip(1 - np.abs(d - reach) / 0.012, 0, 1) * 0.6
    )
    bloom = np.clip(1 - d / (reach * 0.30), 0, 1)
    white = np.clip(rays_at + rings * 0.6 + bloom, 0, 1) * pane * 0.75
    m = white[..., None]
    r.albedo[at] = r.albedo[at] * (1 - m) + np.append(SHARDS, 0).astype(F) * m


def _break_panes(r: Relief, name: str, stage: int) -> None:
    """Stage 2: cracked through. Stage 3: out, dark inside with splinters along the frame. Stage 4: nothing is left."""
    if stage < 2:
        return
    pane = step(0.5, 0.9, r.glass)
    roll = dice(name + "panes")
    if stage == 2:
        spots = np.argwhere(pane > 0.9)
        for row, column in spots[roll.integers(0, max(1, len(spots)), 3)] if len(spots) else ():
            _star(r, float(r.x[0, column]), float(r.y[row, 0]), 0.36, roll)
        return
    inner = step(0.30, 0.80, blur(pane, 6))
    teeth = step(0.40, 0.50, cloud((r.h, r.w), SAMPLE_PPM * 0.09, name + "teeth", 2))
    hole = pane * np.clip(inner + teeth * 0.8, 0, 1) if stage == 3 else pane
    rim = np.clip(pane - hole, 0, 1)
    seats = cloud((r.h, r.w), SAMPLE_PPM * 0.30, name + "seats", 2)[..., None] * linear("#2a2725")
    _cover_with(r, hole * 0.92, linear("#050607"), 0.02)
    r.albedo[..., :3] += seats * (0.6 * hole * inner)[..., None]
    _cover_with(r, rim * 0.65, GLASS_RIM, 0.8)
    if stage == 3:
        crumbs = step(0.86, 0.90, cloud((r.h, r.w), SAMPLE_PPM * 0.04, name + "crumbs", 1)) * step(
            0.04, 0.4, blur(pane, 12)
        )
        _cover_with(r, crumbs * r.cover * 0.45, SHARDS, 0.8)
    r.glass = r.glass * (1 - hole)
    r.height = r.height - 0.10 * blur(hole, 2)


def _soot(r: Relief, name: str, reach: float) -> None:
    """Smoke from under the bonnet, drawn backward by the way it drove."""
    rise = step(0.35, 0.95, r.x / reach) * step(1.05, 0.2, np.abs(r.y) / (float(np.abs(r.y).max()) * 0.8))
    smoke = np.clip(rise * (0.25 + 0.9 * cloud((r.h, r.w), SAMPLE_PPM * 0.7, name + "soot", 3)) - 0.30, 0, 0.72)
    _cover_with(r, (smoke * r.cover).astype(F), linear("#100f0e"), 0.05)


def _burn(r: Relief, name: str, reach: float, panes: np.ndarray) -> None:
    """Burnt out: ash and soot with rust along edges; at the tail some paint is left."""
    shape = (r.h, r.w)
    slow, fast = cloud(shape, SAMPLE_PPM * 0.9, name + "burn", 3), cloud(shape, SAMPLE_PPM * 0.10, name + "ash", 3)
    burnt = np.clip(1.05 - 0.75 * step(-0.35, -1.0, r.x / reach) * step(0.40, 0.62, slow), 0.25, 1) * r.cover
    height = r.height - blur(r.height, 14)
    ash = np.clip(0.34 + 1.1 * (slow - 0.46) + 0.7 * (fast - 0.5) + 5 * height, 0, 1)[..., None]
    char = linear("#191818") * (1 - ash) + linear("#66635e") * ash
    rust = cloud(shape, SAMPLE_PPM * 0.5, name + "rust", 4)
    rust = np.clip(step(0.46, 0.86, rust + 1.5 * np.abs(height)) * 0.55, 0, 0.55)[..., None]
    char = char * (1 - rust) + (linear("#4a3126") + linear("#5e4436") * 0.3 * fast[..., None]) * rust
    char = char * (1 - 0.88 * step(0.3, 0.8, panes))[..., None]
    m = burnt[..., None].astype(F)
    r.albedo = r.albedo * (1 - m) + np.concatenate([char, np.zeros((*shape, 1))], axis=2).astype(F) * m
    r.gloss = r.gloss * (1 - burnt * 0.92)
    r.glass = r.glass * 0
