"""A relief: signed-distance shapes painted as colour, height and gloss at twice the sprite's size.

Owns the drawing of shaped, solid-looking things before light falls on them and the places on them that the game asks
for (sockets); the game's `lit_sprite.py` owns the light. Called by the generators. Metres, x forward, y right, origin
in the middle.
"""

from __future__ import annotations

import numpy as np

from game.render.atlas import PPM
from game.render.noise import F, blur, linear, step

SAMPLES = 2
"""Samples per pixel and axis while painting."""

Ink = np.ndarray
"""Linear red, green, blue and the share of the thing's own paint."""


def ink(colour: str, factor: float = 1.0) -> Ink:
    """A fixed colour."""
    return np.append(linear(colour) * factor, 0.0).astype(F)


def own(factor: float = 1.0) -> Ink:
    """The paint the vehicle is seen in, lighter or darker by `factor`."""
    return np.array([0.0, 0.0, 0.0, factor], F)


def smooth_min(a: np.ndarray, b: np.ndarray, k: float) -> np.ndarray:
    """The lesser of two fields with the corner between them rounded over `k`."""
    h = np.clip(0.5 + 0.5 * (b - a) / k, 0, 1)
    return b * (1 - h) + a * h - k * h * (1 - h)


def box_distance(x, y, cx, cy, hx, hy, r=0.0, turn=0.0):
    """Distance to a box with rounded corners, turned by `turn` radians."""
    dx, dy = x - cx, y - cy
    if turn:
        c, s = np.cos(turn), np.sin(turn)
        dx, dy = dx * c + dy * s, -dx * s + dy * c
    qx, qy = np.abs(dx) - hx + r, np.abs(dy) - hy + r
    return np.hypot(np.maximum(qx, 0), np.maximum(qy, 0)) + np.minimum(np.maximum(qx, qy), 0) - r


def capsule_distance(x, y, ax, ay, bx, by, ra, rb):
    """Distance to a tapered rod, and how far along it each point lies."""
    px, py, ex, ey = x - ax, y - ay, bx - ax, by - ay
    t = np.clip((px * ex + py * ey) / max(ex * ex + ey * ey, 1e-9), 0, 1)
    return np.hypot(px - ex * t, py - ey * t) - (ra + (rb - ra) * t), t


class Relief:
    """One thing while it is painted: colour, cover, height, gloss, panes and sockets, at sample size."""

    def __init__(self, length: float, width: float) -> None:
        k = PPM * SAMPLES
        self.w = int(np.ceil(length * PPM / 2) * 2) * SAMPLES
        self.h = int(np.ceil(width * PPM / 2) * 2) * SAMPLES
        self.x = ((np.arange(self.w) + 0.5 - self.w / 2) / k).astype(F)[None, :]
        self.y = ((np.arange(self.h) + 0.5 - self.h / 2) / k).astype(F)[:, None]
        self.albedo = np.zeros((self.h, self.w, 4), F)
        self.cover = np.zeros((self.h, self.w), F)
        self.height = np.zeros((self.h, self.w), F)
        self.gloss = np.zeros((self.h, self.w), F)
        self.glass = np.zeros((self.h, self.w), F)
        self.edge = 0.75 / k
        self.sockets: dict[str, list[tuple[float, float]]] = {}

    def socket(self, kind: str, x: float, y: float) -> None:
        """Name a place on the thing: a lamp, a pipe, a hinge."""
        self.sockets.setdefault(kind, []).append((round(x, 3), round(y, 3)))

    def window(self, cx: float, cy: float, reach_x: float, reach_y: float):
        """Slices and coordinates of the samples about a place, so that small marks cost little."""
        k = PPM * SAMPLES
        x0 = max(0, int((cx - reach_x) * k + self.w / 2) - 2)
        x1 = min(self.w, int((cx + reach_x) * k + self.w / 2) + 3)
        y0 = max(0, int((cy - reach_y) * k + self.h / 2) - 2)
        y1 = min(self.h, int((cy + reach_y) * k + self.h / 2) + 3)
        at = (slice(y0, max(y0, y1)), slice(x0, max(x0, x1)))
        return at, self.x[:, at[1]], self.y[at[0], :]

    def everywhere(self):
        """The whole relief as a window."""
        return (slice(0, self.h), slice(0, self.w))

    def inside(self, distance: np.ndarray) -> np.ndarray:
        """Cover of a shape: 1 inside, 0 outside, smooth over one sample."""
        return step(self.edge, -self.edge, distance)

    def lay(self, at, mask, colour: Ink | None = None, gloss=None, height=None, glass=0.0, on_top=False) -> None:
        """Lay a shape down; `on_top` keeps it within what is there already."""
        if on_top:
            mask = mask * self.cover[at]
        m = mask[..., None]
        if colour is not None:
            self.albedo[at] = self.albedo[at] * (1 - m) + colour * m
            self.glass[at] = self.glass[at] * (1 - mask) + glass * mask
        if gloss is not None:
            self.gloss[at] = self.gloss[at] * (1 - mask) + gloss * mask
        if height is not None:
            self.height[at] = np.where(mask > 0.5, np.maximum(self.height[at], height), self.height[at])
        self.cover[at] = np.maximum(self.cover[at], mask)

    def box(
        self, cx, cy, hx, hy, colour, r=0.03, gloss=0.3, height=None, turn=0.0, bevel=0.04, on_top=False, glass=0.0
    ):
        """A box with rounded corners and a bevelled rim."""
        reach = max(hx, hy) if turn else 0
        at, x, y = self.window(cx, cy, max(hx, reach) + 0.05, max(hy, reach) + 0.05)
        d = box_distance(x, y, cx, cy, hx, hy, r, turn)
        top = None if height is None else height - bevel * 1.5 * np.exp(-np.clip(-d, 0, 1) / max(bevel, 1e-3))
        self.lay(at, self.inside(d), colour, gloss, top, glass, on_top)

    def disc(self, cx, cy, radius, colour, gloss=0.3, height=None, dome=0.0, on_top=False):
        """A round thing; `dome` metres higher in the middle than at the rim."""
        at, x, y = self.window(cx, cy, radius + 0.05, radius + 0.05)
        d = np.hypot(x - cx, y - cy) - radius
        top = None if height is None else height - dome * np.clip(1 + d / radius, 0, 1) ** 2
        self.lay(at, self.inside(d), colour, gloss, top, on_top=on_top)

    def oval(self, cx, cy, rx, ry, colour, gloss=0.2, height=None, dome=0.0, turn=0.0, on_top=False):
        """An oval; `dome` metres higher in the middle than at the rim."""
        reach = max(rx, ry) + 0.05
        at, x, y = self.window(cx, cy, reach, reach)
        c, s = np.cos(turn), np.sin(turn)
        u, v = ((x - cx) * c + (y - cy) * s) / rx, (-(x - cx) * s + (y - cy) * c) / ry
        far = np.sqrt(u * u + v * v)
        d = (far - 1) * far / np.maximum(np.sqrt((u / rx) ** 2 + (v / ry) ** 2), 1e-6)
        top = None if height is None else height - dome * np.clip(far, 0, 1.2) ** 2.4
        self.lay(at, self.inside(d), colour, gloss, top, on_top=on_top)

    def wedge(self, points, colour, gloss=0.2, height=None, on_top=False):
        """A convex polygon, its corners in clockwise order on the screen."""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        at, x, y = self.window((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2,
                               (max(xs) - min(xs)) / 2 + 0.03, (max(ys) - min(ys)) / 2 + 0.03)  # fmt: skip
        d = np.full((y.shape[0], x.shape[1]), -1e3, F)
        for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
            length = float(np.hypot(bx - ax, by - ay)) or 1e-6
            d = np.maximum(d, ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length)
        self.lay(at, self.inside(d), colour, gloss, height, on_top=on_top)

    def rod(self, ax, ay, bx, by, ra, rb, colour, gloss=0.4, height=None, on_top=False):
        """A tapered rod, round in section."""
        reach = max(ra, rb) + 0.05
        at, x, y = self.window((ax + bx) / 2, (ay + by) / 2, abs(bx - ax) / 2 + reach, abs(by - ay) / 2 + reach)
        d, _ = capsule_distance(x, y, ax, ay, bx, by, ra, rb)
        top = None if height is None else height - 0.6 * np.clip(1 + d / max(ra, rb), 0, 1) ** 2 * max(ra, rb)
        self.lay(at, self.inside(d), colour, gloss, top, on_top=on_top)

    def groove(self, cx, cy, hx, hy, width=0.014, dark=0.4, r=0.03) -> None:
        """A panel gap along the rim of a box."""
        at, x, y = self.window(cx, cy, hx + 0.05, hy + 0.05)
        m = self.inside(np.abs(box_distance(x, y, cx, cy, hx, hy, r)) - width) * self.cover[at]
        self.albedo[at] *= (1 - m * (1 - dark))[..., None]
        self.height[at] -= m * 0.012
        self.gloss[at] *= 1 - m * 0.7

    def seam(self, ax, ay, bx, by, width=0.012, dark=0.45) -> None:
        """A straight gap from one point to another."""
        at, x, y = self.window((ax + bx) / 2, (ay + by) / 2, abs(bx - ax) / 2 + 0.05, abs(by - ay) / 2 + 0.05)
        d, _ = capsule_distance(x, y, ax, ay, bx, by, width, width)
        m = self.inside(d) * self.cover[at]
        self.albedo[at] *= (1 - m * (1 - dark))[..., None]
        self.height[at] -= m * 0.012

    def strokes(self, lines, colour: Ink, width: float) -> None:
        """Letters and marks: line segments painted flat on what is there."""
        for ax, ay, bx, by in lines:
            self.rod(ax, ay, bx, by, width, width, colour, None, None, on_top=True)

    def shrink(self, field: np.ndarray) -> np.ndarray:
        """Average samples to pixels, weighted by cover where the caller has multiplied it in."""
        h, w = self.h // SAMPLES, self.w // SAMPLES
        return field.reshape(h, SAMPLES, w, SAMPLES, *field.shape[2:]).mean(axis=(1, 3))

    def normals(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Surface direction of every pixel from the height field, with slopes clamped."""
        gy, gx = np.gradient(self.shrink(blur(self.height, 1)))
        k = PPM * 1.3
        gx, gy = np.clip(gx * k, -2, 2), np.clip(gy * k, -2, 2)
        nz = 1.0 / np.sqrt(1 + gx * gx + gy * gy)
        return -gx * nz, -gy * nz, nz

    def occlusion(self) -> np.ndarray:
        """How open the sky is above every pixel, 0.3 to 1."""
        height = self.shrink(self.height)
        open_sky = np.ones_like(height)
        for metres, weight in ((0.06, 0.9), (0.18, 0.7)):
            wide = blur(height, int(metres * PPM))
            open_sky -= np.clip((wide - height) * weight / metres * 0.5, 0, 0.3)
        return np.clip(open_sky, 0.3, 1.0)
