"""Which quality of picture a machine bears, found out in a tenth of a second at the first start.

Owns the little mix of drawing that stands for a frame, and the bounds. What a quality means is the renderer's. Called by
`loop` while there are no settings yet; afterwards the player's own choice counts.
"""

from __future__ import annotations

import statistics
from time import perf_counter

import pygame

ROUNDS = 9
FRAME_PER_MIX = 1.9
"""The reference shoot-out at High takes about so many times as long as the mix: 1.85 to 1.95 where other programs crowd the
cache, as they do when a game starts; Medium takes 1.6, Low 0.87 of it."""
HIGH_SECONDS = 0.0115
MEDIUM_SECONDS = 0.0145
"""Up to so long a frame at High the choice is High, or Medium, which takes five sixths of it."""
STRETCHES, BLITS, POLYGONS, SPRITES, STEPS = 3, 4, 150, 300, 12_000


def choose(size: tuple[int, int] = (1280, 720)) -> str:
    """high, medium or low. Needs a display."""
    return judged(frame_seconds(size))


def judged(seconds: float) -> str:
    """The quality for a machine that would take so long for a frame at High."""
    return "high" if seconds <= HIGH_SECONDS else "medium" if seconds <= MEDIUM_SECONDS else "low"


def frame_seconds(size: tuple[int, int]) -> float:
    """How long a full frame at High would take here: the best half of a few rounds, as other programs start, too."""
    whole, small = pygame.Surface(size).convert(), pygame.Surface((size[0] // 3, size[1] // 3)).convert()
    stretched, sprite = whole.copy(), pygame.Surface((48, 48), pygame.SRCALPHA).convert_alpha()
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        _mix(whole, small, stretched, sprite)
        times.append(perf_counter() - begun)
    return statistics.median(sorted(times)[: ROUNDS // 2 + 1]) * FRAME_PER_MIX


def _mix(whole: pygame.Surface, small: pygame.Surface, stretched: pygame.Surface, sprite: pygame.Surface) -> None:
    for _ in range(STRETCHES):
        pygame.transform.smoothscale(small, whole.get_size(), stretched)
    for _ in range(BLITS):
        whole.blit(stretched, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    for index in range(POLYGONS):
        pygame.draw.polygon(small, 0, [(20, 20), (180, 30 + index % 40), (170, 190), (60, 150)])
    whole.fblits([(sprite, (index * 4, index * 2)) for index in range(SPRITES)])
    total = 0.0
    for index in range(STEPS):
        total += index * 0.5
