"""The camera: where it looks, how close, and how it shakes.

Owns the look-ahead, the critically damped follow, the change of scale and trauma-squared shake; knows nothing of
what is drawn. Moved once a tick by the renderer's `take`, read between two ticks by its `draw`.
"""

from __future__ import annotations

import math

from game.sim.view import View

SCALES = (16, 24, 36)
FOLLOW = 0.13
"""Stiffness of the follow per tick: about a quarter second to arrive without overshoot."""
ZOOM_TICKS = 20
AIM_SHARE = 0.34
AIM_REACH = 6.0
"""Metres the picture goes toward what is aimed at, in the street."""
AIM_EASE = 0.08
"""Share of a turn of the aim that the look-ahead takes up in a tick, in the street: whoever looks from one man to another and back sees a
calm picture, and no edge sweeps over a pixel more than three times a second (`flash_meter.py`)."""
LEAD_SECONDS = 0.6
LEAD_REACH = 14.0
SHAKE_PX = 10.0
TELEPORT = 30.0
"""A wanted place further away than this is another scene: the camera cuts."""


class Camera:
    """Where the picture is taken from."""

    def __init__(self, width: float, height: float, size: tuple[int, int]) -> None:
        self.map = (width, height)
        self.size = size
        self.x, self.y, self.ppm = width / 2, height / 2, 24.0
        self._vx = self._vy = 0.0
        self._ahead = (0.0, 0.0)
        """Metres by which it looks ahead of the focus now."""
        self._old = (self.x, self.y, self.ppm)
        self._zoom = (24.0, 24.0, 1.0)
        self.trauma = 0.0
        self.strength = 1.0
        self.kick_x = self.kick_y = 0.0
        self.shown = (self.x, self.y, self.ppm)
        self.shake = (0.0, 0.0)
        self.has_looked = False
        self.fixed: tuple[float, float, float] | None = None
        """Where a level maker looks from (metres, pixels a metre), whatever the player does."""

    def renew(self) -> None:
        """Another run: the next view says where to look; nothing shakes."""
        self.has_looked = False
        self.trauma = self.kick_x = self.kick_y = 0.0
        self.shake = (0.0, 0.0)

    def jolt(self, amount: float) -> None:
        """Add trauma, 0 to 1."""
        self.trauma = min(1.0, self.trauma + amount)

    def kick(self, dx: float, dy: float) -> None:
        """Push the picture by metres; it comes back within a few ticks (recoil)."""
        self.kick_x += dx
        self.kick_y += dy

    def take(self, view: View) -> None:
        """Move on by one tick toward what the view wants."""
        want_x, want_y = self._wanted(view)
        far = math.dist((want_x, want_y), (self.x, self.y)) > TELEPORT
        if not self.has_looked or far:
            self.x, self.y, self.ppm = want_x, want_y, float(view.scale)
            self._vx = self._vy = 0.0
            self._zoom = (self.ppm, self.ppm, 1.0)
            self.has_looked = True
            self._old = (self.x, self.y, self.ppm)
            return
        self._old = (self.x, self.y, self.ppm)
        self._vx += (want_x - self.x) * FOLLOW * FOLLOW - 2 * FOLLOW * self._vx
        self._vy += (want_y - self.y) * FOLLOW * FOLLOW - 2 * FOLLOW * self._vy
        self.x += self._vx
        self.y += self._vy
        self._step_zoom(float(view.scale))
        self.x, self.y = self._clamped(self.x, self.y, self.ppm)
        self.trauma = max(0.0, self.trauma - 1.0 / 45.0)
        self.kick_x *= 0.72
        self.kick_y *= 0.72

    def _wanted(self, view: View) -> tuple[float, float]:
        """Focus plus look-ahead: by speed in a vehicle, toward the aimed point on foot.

        Indoors all is drawn larger, on floors of tiles: the look-ahead is shorter and slower by more than that, and still as far as a room.
        """
        larger = max(1.0, view.scale / SCALES[1])
        calm = 1.0 / (larger * larger)
        if view.hud.is_driving:
            ahead_x, ahead_y, reach = view.velocity_x * LEAD_SECONDS, view.velocity_y * LEAD_SECONDS, LEAD_REACH
        else:
            ahead_x, ahead_y = (view.aim_x - view.focus_x) * AIM_SHARE, (view.aim_y - view.focus_y) * AIM_SHARE
            reach = AIM_REACH * calm
        length = math.hypot(ahead_x, ahead_y)
        if length > reach:
            ahead_x, ahead_y = ahead_x * reach / length, ahead_y * reach / length
        if self.has_looked and not view.hud.is_driving:
            (old_x, old_y), ease = self._ahead, AIM_EASE * calm
            ahead_x, ahead_y = old_x + (ahead_x - old_x) * ease, old_y + (ahead_y - old_y) * ease
        self._ahead = ahead_x, ahead_y
        return self._clamped(view.focus_x + ahead_x, view.focus_y + ahead_y, float(view.scale))

    def _step_zoom(self, wanted: float) -> None:
        start, goal, done = self._zoom
        if wanted != goal:
            start, goal, done = self.ppm, wanted, 0.0
        done = min(1.0, done + 1.0 / ZOOM_TICKS)
        ease = done * done * (3 - 2 * done)
        # Ratios, not differences, so that the change looks even.
        self.ppm = goal if done >= 1.0 else start * (goal / start) ** ease
        self._zoom = (start, goal, done)

    def _clamped(self, x: float, y: float, ppm: float) -> tuple[float, float]:
        """Keep the picture on the map; a map smaller than the picture is centred."""
        place = []
        for value, extent, pixels in ((x, self.map[0], self.size[0]), (y, self.map[1], self.size[1])):
            half = pixels / ppm / 2
            place.append(extent / 2 if extent <= 2 * half else min(max(value, half), extent - half))
        return place[0], place[1]

    @property
    def coming(self) -> int | None:
        """The scale that the picture is growing or shrinking to, None while it does neither."""
        return None if self._zoom[2] >= 1.0 or self.fixed else int(self._zoom[1])

    def look(self, tick: float, alpha: float) -> None:
        """Fix the camera of one frame between the last two ticks."""
        ox, oy, oppm = self._old
        ppm = oppm + (self.ppm - oppm) * alpha
        self.shown = self.fixed or (ox + (self.x - ox) * alpha, oy + (self.y - oy) * alpha, ppm)
        amount = self.trauma * self.trauma * SHAKE_PX * self.strength
        t = tick + alpha
        x = amount * (0.6 * math.sin(t * 1.31) + 0.4 * math.sin(t * 2.17 + 1.0)) + self.kick_x * ppm * self.strength
        y = amount * (0.6 * math.sin(t * 1.57 + 2.0) + 0.4 * math.sin(t * 2.43)) + self.kick_y * ppm * self.strength
        # Shake and kick together keep the limit, too: bursts of one gun while another thing blows up.
        most = SHAKE_PX / max(SHAKE_PX, math.hypot(x, y))
        self.shake = (x * most, y * most)

    def to_world(self, px: tuple[float, float]) -> tuple[float, float]:
        """Metres under a pixel of the last frame; shake is left out so that aim stays calm."""
        x, y, ppm = self.shown
        return x + (px[0] - self.size[0] / 2) / ppm, y + (px[1] - self.size[1] / 2) / ppm

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of a place in metres in the last frame, shake left out."""
        cx, cy, ppm = self.shown
        return (x - cx) * ppm + self.size[0] / 2, (y - cy) * ppm + self.size[1] / 2
