"""Rain: drops that fall toward the ground under the camera, and the rings where they strike.

Owns their pictures and where they are, which follows from the time alone, so that a replay rains alike; how wet the ground
is and how dull the sky are numbers of the hour (`palette.rained`). Rings are drawn before the light, so that they are seen
where light falls; drops after the roofs. Called by the renderer when the level's weather is rain.
"""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.render.noise import dice
from game.render.palette import Hour

CELL = 6.0
"""Metres after which the pattern of rings repeats."""
RINGS = 46
"""Rings a pattern, over all its phases."""
PHASES = 8
FINE = 4
RING_TICKS = 3.0
"""How long a ring stays in one phase."""
DROPS = 420
HIGH = 16.0
"""Metres over the ground at which a drop comes into the picture."""
SPEED = 0.42
"""Metres a drop falls in a tick."""
STREAK = 1.9
"""Metres of fall that the eye joins into one streak."""
LEAN = 0.011
"""Growth with each metre of height: stronger than that of roofs, since drops are nearer than they seem."""
WIND = (0.16, 0.27)
"""Metres a drop is carried east and south for each metre of its fall."""
DIRECTIONS, LENGTHS_PX = 48, (6, 10, 15, 21, 28)


class Rain:
    """The rain of one level."""

    def __init__(self, hour: Hour) -> None:
        roll = dice("rain")
        self._drops = roll.random((DROPS, 3)).astype(np.float32)
        self._bright = 46 if hour.lamps > 0.5 else 66
        self._rings: dict[tuple[int, int], pygame.Surface] = {}
        self._streaks: dict[tuple[int, int], pygame.Surface] = {}

    def draw_rings(self, surface: pygame.Surface, left_px: float, top_px: float, scale: int, time: float) -> None:
        """Rings on the ground with the place's pixel (left_px, top_px) at the corner."""
        phase = int(time / RING_TICKS) % PHASES
        picture = self._pattern(phase, scale)
        size = picture.get_width()
        width, height = surface.get_size()
        blits = [
            (picture, (x, y))
            for y in range(-round(top_px % size), height, size)
            for x in range(-round(left_px % size), width, size)
        ]
        surface.fblits(blits, pygame.BLEND_RGB_ADD)

    def draw_drops(self, surface: pygame.Surface, left: float, top: float, scale: int, time: float) -> None:
        """Streaks in the air; (left, top) are metres at the corner."""
        width, height = surface.get_size()
        wide, high = width / scale + 6, height / scale + 6
        cx, cy = left + width / scale / 2, top + height / scale / 2
        drops = self._drops
        fallen = (drops[:, 2] * HIGH + time * SPEED) % HIGH
        tall = HIGH - fallen
        # Each fall strikes somewhere else; the place is fixed to the ground, not to the picture.
        round_ = np.floor((drops[:, 2] * HIGH + time * SPEED) / HIGH)
        x = (drops[:, 0] * 97.3 + round_ * 13.7 - left + 3) % wide + left - 3
        y = (drops[:, 1] * 89.9 + round_ * 7.9 - top + 3) % high + top - 3
        ends = []
        for over in (tall, tall + STREAK):
            grow = 1 + over * LEAN
            ends.append((cx + (x - over * WIND[0] - cx) * grow, cy + (y - over * WIND[1] - cy) * grow))
        (ax, ay), (bx, by) = ends
        dx, dy = (ax - bx) * scale, (ay - by) * scale
        turn = np.rint(np.arctan2(dy, dx) / math.tau * DIRECTIONS).astype(int) % DIRECTIONS
        length = np.searchsorted(LENGTHS_PX[:-1], np.hypot(dx, dy))
        px, py = ((ax + bx) / 2 - left) * scale, ((ay + by) / 2 - top) * scale
        blits = []
        for way, long, at_x, at_y in zip(turn.tolist(), length.tolist(), px.tolist(), py.tolist(), strict=True):
            if -30 < at_x < width + 30 and -30 < at_y < height + 30:
                picture = self._streak(way, long)
                half_x, half_y = picture.get_width() / 2, picture.get_height() / 2
                blits.append((picture, (int(at_x - half_x), int(at_y - half_y))))
        surface.fblits(blits, pygame.BLEND_RGB_ADD)

    def _streak(self, way: int, long: int) -> pygame.Surface:
        if (way, long) not in self._streaks:
            a, length = way * math.tau / DIRECTIONS, LENGTHS_PX[long]
            dx, dy = math.cos(a) * length, math.sin(a) * length
            made = pygame.Surface((int(abs(dx)) + 4, int(abs(dy)) + 4)).convert()
            mx, my = made.get_width() / 2, made.get_height() / 2
            level = self._bright
            pygame.draw.aaline(
                made, (level, level + 4, level + 10), (mx - dx / 2, my - dy / 2), (mx + dx / 2, my + dy / 2)
            )
            self._streaks[(way, long)] = made
        return self._streaks[(way, long)]

    def _pattern(self, phase: int, scale: int) -> pygame.Surface:
        """Rings of all ages: each is born in one phase, spreads and fades in the next three."""
        if (phase, scale) not in self._rings:
            size = int(CELL * scale) * FINE
            made = pygame.Surface((size, size)).convert()
            for x, y, luck in dice("rings").random((RINGS, 3)).tolist():
                age = (phase - int(luck * PHASES)) % PHASES
                if age > 3:
                    continue
                level = (120, 74, 42, 20)[age]
                radius = (0.025, 0.09, 0.16, 0.22)[age] * scale * FINE
                for wrap_x in (-size, 0, size):
                    for wrap_y in (-size, 0, size):
                        at = x * size + wrap_x, y * size + wrap_y
                        wide = 0 if age == 0 else FINE
                        pygame.draw.circle(made, (level, level, level + 8), at, max(1.0, radius), wide)
            self._rings[(phase, scale)] = pygame.transform.smoothscale(made, (size // FINE, size // FINE))
        return self._rings[(phase, scale)]
