"""What the body feels, at the edges of the screen: wounds, suppression, deafness, and where a hit came from.

Veils are four strips of a few fixed strengths, made once each; the middle of the screen is never touched. Several at
once are laid into one first: a strip costs as much as a sixth of the screen. Owns those and the hits of the last half
second. `hud.Hud` calls `take` once a tick and `draw` each frame.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.sim.events import Event, PersonHurt, VestHit
from game.sim.view import View

from . import text as type_
from .hud_frame import READ, Frame, Scene
from .hud_stamps import HOT, STEEL, TURN_STEPS, WHITE, Colour, blit_centred, hit_arc, waves

STRENGTHS = 4
DEEP = (0.135, 0.185)
"""How far a veil reaches in from the sides, and from above and below, as shares of the screen."""
MIXED_KEPT = 12
"""Mixtures of veils that are kept: 2 MB each."""
HIT_TICKS = 40
HIT_RADIUS, VEST_RADIUS = 88, 74
FULL_TURN = 65536
_BLOOD: Colour = (92, 10, 8)
_DARK: Colour = (3, 5, 9)
_PALE: Colour = (172, 188, 204)
VEILS = (("hurt", _BLOOD), ("pinned", _DARK), ("deaf", _PALE))


class Veil:
    """Hurt, pinned or deaf, before the eyes."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._hits: list[tuple[int, bool, int]] = []
        # All of them now: the first wound must not cost a frame.
        for name, colour in VEILS:
            for level in range(1, STRENGTHS + 1):
                _veil(frame.size, colour, level, name == "deaf")
        for radius, colour in ((HIT_RADIUS, HOT), (VEST_RADIUS, WHITE)):
            hit_arc(frame.px(radius), 0, colour)

    def take(self, events: Sequence[Event], view: View) -> None:
        """Note what hit the player in this tick and from where; forget what is half a second old."""
        self._hits = [(step, is_vest, ticks - 1) for step, is_vest, ticks in self._hits if ticks > 1]
        for event in events:
            if isinstance(event, PersonHurt) and event.who == view.player:
                step = round((event.aim + FULL_TURN // 2) * TURN_STEPS / FULL_TURN) % TURN_STEPS
                self._hits = [*self._hits[-3:], (step, False, HIT_TICKS)]
            elif isinstance(event, VestHit) and event.who == view.player:
                self._hits = [*self._hits[-3:], (_bearing(view, event.by), True, HIT_TICKS)]

    def draw(self, scene: Scene) -> None:
        """Draw veils first, then the bows of hits about the player."""
        frame, hud = self._frame, scene.view.hud
        if frame.show.veils:
            levels = tuple(_level(strength) for strength in (hud.hurt, hud.suppression, hud.deafness))
            if any(levels):
                scene.surface.fblits(_veils(frame.size, levels), pygame.BLEND_PREMULTIPLIED)
            if hud.deafness > 0.05:
                self._deaf_words(scene)
        if frame.show.hits:
            self._bows(scene)

    def _deaf_words(self, scene: Scene) -> None:
        frame = self._frame
        x, y = frame.size[0] // 2, frame.size[1] - frame.px(38)
        words = frame.text("hud.deaf").upper()
        wide = type_.draw(scene.surface, words, (x, y), frame.px(READ), STEEL, "centre")
        blit_centred(scene.surface, waves(frame.px(8), STEEL), x - wide / 2 - frame.px(18), y + frame.px(14))

    def _bows(self, scene: Scene) -> None:
        if not self._hits:
            return
        x, y = scene.to_screen(scene.view.focus_x, scene.view.focus_y)
        for step, is_vest, ticks in self._hits:
            alpha = 60 + 195 * (ticks * 4 // (HIT_TICKS + 1)) // 3
            radius = self._frame.px(VEST_RADIUS if is_vest else HIT_RADIUS)
            stamp = hit_arc(radius, step, WHITE if is_vest else HOT)
            stamp.set_alpha(min(255, alpha))
            blit_centred(scene.surface, stamp, x, y)


def _level(strength: float) -> int:
    """Which of the fixed strengths one of 0 to 1 is; 0 where nothing is felt."""
    return -(-round(min(1.0, max(0.0, strength)) * 100) * STRENGTHS // 100)


def _bearing(view: View, who: int) -> int:
    """Turn step from the player to somebody who is seen; north when he is not."""
    for person in view.people:
        if person.id == who:
            angle = math.atan2(person.y - view.focus_y, person.x - view.focus_x)
            return round(angle * TURN_STEPS / (2 * math.pi)) % TURN_STEPS
    return TURN_STEPS * 3 // 4


Strips = tuple[tuple[pygame.Surface, tuple[int, int]], ...]


@lru_cache(maxsize=MIXED_KEPT)
def _veils(size: tuple[int, int], levels: tuple[int, ...]) -> Strips:
    """All that is felt at once, the later over the earlier; strengths in the order of `VEILS`, 0 where there is none."""
    veils = [
        _veil(size, colour, level, name == "deaf") for (name, colour), level in zip(VEILS, levels, strict=True) if level
    ]
    if len(veils) == 1:
        return veils[0]
    mixed = tuple((strip.copy(), at) for strip, at in veils[0])
    for veil in veils[1:]:
        for (under, _), (over, _) in zip(mixed, veil, strict=True):
            under.blit(over, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return mixed


@lru_cache(maxsize=3 * STRENGTHS)
def _veil(size: tuple[int, int], colour: Colour, level: int, is_even: bool) -> Strips:
    """Four strips along the edges of the screen, denser outwards, with their opacity multiplied in."""
    wide, high = size
    depth_x, depth_y = round(wide * DEEP[0]), round(high * DEEP[1])
    y, x = np.mgrid[0:high:8, 0:wide:8].astype(np.float32)
    across = np.maximum(0, 1 - np.minimum(x, wide - 1 - x) / depth_x)
    down = np.maximum(0, 1 - np.minimum(y, high - 1 - y) / depth_y)
    dense = np.clip(np.sqrt(across**2 + down**2), 0, 1) ** (1.3 if is_even else 1.75)
    alpha = dense * (0.26 + 0.42 * level / STRENGTHS) * (level / STRENGTHS) ** 0.6 * (130 if is_even else 255)
    small = np.zeros((*alpha.shape, 4), np.uint8)
    small[..., :3] = colour
    small[..., 3] = np.clip(alpha, 0, 255)
    rough = pygame.image.frombuffer(small.tobytes(), (alpha.shape[1], alpha.shape[0]), "RGBA")
    whole = pygame.transform.smoothscale(rough, size)
    if pygame.display.get_surface():
        whole = whole.convert_alpha()
    parts = (
        (0, 0, wide, depth_y),
        (0, high - depth_y, wide, depth_y),
        (0, depth_y, depth_x, high - 2 * depth_y),
        (wide - depth_x, depth_y, depth_x, high - 2 * depth_y),
    )
    return tuple((whole.subsurface(part).copy().premul_alpha(), (part[0], part[1])) for part in parts)
