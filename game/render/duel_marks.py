"""A duel as the player's man has it: ground he cannot see is dim, sounds are soft marks, light in his eyes blinds the picture.

Owns the veil over what walls hide from him, the rings where something was heard, and the glare. Called by `lighting` (the veil) and
by the renderer over the lit street and under the roofs, the glare over all of it; draws nothing without a duel.
"""

from __future__ import annotations

import dataclasses
import math

import pygame

from game.content.level import Level
from game.render.canvas import canvas
from game.render.frame import Frame
from game.render.glows import Glows
from game.render.palette import Colour
from game.render.shadows import Obstacles
from game.sim.view import SoundMark

EYE = 1.6
"""Metres: what is lower is seen over."""
REACH = 74.0
DIM = (128, 132, 146)
"""Of 255: what is left of the light over ground that is only remembered."""
LEAST_TALL = 1.7
HINT: dict[str, Colour] = {
    "step": (150, 176, 196), "breath": (168, 186, 196), "fence": (196, 176, 140), "thud": (196, 176, 140),
    "snip": (196, 176, 140), "shot": (255, 196, 120), "radio": (132, 164, 255),
}  # fmt: skip
GLARE = (92, 94, 102)


@dataclasses.dataclass(slots=True)
class Eye:
    """Where somebody looks from, as the shadows' geometry wants its lamps."""

    x: float
    y: float
    tall: float = EYE
    reach: float = REACH
    owner: int = -2
    ahead: None = None
    is_double: bool = False


class DuelMarks:
    """The veil, the marks and the glare of one level."""

    def __init__(self, level: Level) -> None:
        high = [
            (wall.points, 9.0, -1) for wall in level.walls if wall.height >= LEAST_TALL and wall.material != "fence"
        ]
        self._walls = Obstacles.of(high)
        self._veil = pygame.Surface((8, 8))

    def draw(self, frame: Frame, glows: Glows) -> None:
        """Where something was heard, over the street."""
        for mark in frame.view.marks if frame.view.own_eyes else ():
            self._draw_mark(frame, mark)

    def glare(self, frame: Frame) -> None:
        """What a light in his eyes leaves of the picture: after the glow, which would make white of it."""
        dazzle = frame.view.dazzle if frame.view.own_eyes else 0.0
        if dazzle > 0.0:
            frame.surface.fill(tuple(int(part * dazzle) for part in GLARE), special_flags=pygame.BLEND_RGB_ADD)

    def veil(self, light: pygame.Surface, corner: tuple[int, int], k: float, frame: Frame) -> None:
        """Dim what walls hide from him, in the light map of the frame: `k` of its pixels to a metre, `corner` its own."""
        if not frame.view.own_eyes:
            return
        x, y = frame.view.focus_x, frame.view.focus_y
        near = self._walls.near(x - REACH, y - REACH, x + REACH, y + REACH)
        size = light.get_size()
        if self._veil.get_size() != size:
            self._veil = canvas(size)
        self._veil.fill((255, 255, 255))
        for polygon in near.cast([Eye(x, y)], k, corner, None, [(0, 0, *size)])[0]:
            pygame.draw.polygon(self._veil, DIM, polygon)
        light.blit(self._veil, (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def _draw_mark(self, frame: Frame, mark: SoundMark) -> None:
        """Rings that widen and fade: the fainter the place, the wider."""
        if not frame.sees(mark.x, mark.y, mark.spread + 4.0):
            return
        left = 1.0 - mark.age
        colour = HINT.get(mark.kind, HINT["step"])
        at = frame.at(mark.x, mark.y)
        for ring in range(3):
            share = (ring + 1) / 3
            radius = round((mark.spread * share * (0.6 + 0.5 * mark.age) + 0.4) * frame.scale)
            strength = left * left * (0.95 - 0.26 * ring)
            ink = tuple(int(part * strength * 0.62) for part in colour)
            size = radius * 2 + 6
            patch = canvas((size, size))
            patch.fill(0)
            pygame.draw.circle(patch, ink, (size / 2, size / 2), radius, max(2, round(frame.scale * 0.10)))
            soft = pygame.transform.smoothscale(
                pygame.transform.smoothscale(patch, (size // 3 + 1, size // 3 + 1)), (size, size)
            )
            where = (math.floor(at[0] - size / 2), math.floor(at[1] - size / 2))
            frame.surface.blit(soft, where, special_flags=pygame.BLEND_RGB_ADD)
