"""Security cameras: the box on its arm, its lamp, and on the floor the cone of one that the crew has noticed.

Shape tells what it is at before colour does: a closed fan is watched by somebody, an open one runs on a tape, a dead one has none.
Draws lines only, nothing is kept. Called by `actors.py`, cones below people and boxes above them.
"""

from __future__ import annotations

import math

import pygame

from game.render.frame import FULL_TURN, Frame
from game.render.hud_stamps import ALARM, HOT, STEEL
from game.render.palette import Colour
from game.sim.view import CameraView

BODY: Colour = (58, 62, 68)
TOP: Colour = (118, 126, 134)
LENS: Colour = (14, 18, 26)
ARM: Colour = (40, 42, 46)
LIVE, SPARK = (255, 70, 52), (120, 128, 136)
LONG, WIDE = 0.62, 0.3
"""Metres of the box: larger than life, as everything that matters from above."""
BLINK_TICKS = 32
STEPS = 12
RINGS = (1.0, 0.66, 0.33)


def draw_cones(frame: Frame) -> None:
    """What each noticed camera covers, on the floor."""
    for camera in frame.view.cameras:
        if (
            camera.is_known
            and camera.state in ("watched", "recording")
            and frame.sees(camera.x, camera.y, camera.reach)
        ):
            _cone(frame, camera)


def draw_boxes(frame: Frame) -> None:
    """The cameras themselves."""
    for camera in frame.view.cameras:
        if frame.sees(camera.x, camera.y, 1.0):
            _box(frame, camera)


def colour_of(camera: CameraView) -> Colour:
    """Red while it has one of the crew in its picture, orange where somebody looks at it."""
    return ALARM if camera.sees else HOT if camera.state == "watched" else STEEL


def _cone(frame: Frame, camera: CameraView) -> None:
    colour = colour_of(camera)
    left, right = camera.facing - camera.cone, camera.facing + camera.cone
    corner = frame.at(camera.x, camera.y)
    for edge in (left, right):
        pygame.draw.aaline(frame.surface, colour, corner, _at(frame, camera, edge, camera.reach))
    rings = RINGS if camera.state == "watched" or camera.sees else RINGS[:1]
    for share in rings:
        arc = [
            _at(frame, camera, left + (right - left) * step / STEPS, camera.reach * share) for step in range(STEPS + 1)
        ]
        pygame.draw.aalines(frame.surface, colour, False, arc)


def _at(frame: Frame, camera: CameraView, turn: float, metres: float) -> tuple[float, float]:
    angle = turn / FULL_TURN * math.tau
    return frame.at(camera.x + math.cos(angle) * metres, camera.y + math.sin(angle) * metres)


def _box(frame: Frame, camera: CameraView) -> None:
    angle = camera.facing / FULL_TURN * math.tau + (0.9 if camera.state == "broken" else 0.0)
    c, s, scale = math.cos(angle), math.sin(angle), frame.scale
    px, py = frame.at(camera.x, camera.y)

    def corner(ahead: float, aside: float) -> tuple[float, float]:
        return px + (c * ahead - s * aside) * scale, py + (s * ahead + c * aside) * scale

    half = WIDE / 2
    shade = [
        corner(a + 0.12, b + 0.12) for a, b in ((-0.2, -half), (LONG - 0.2, -half), (LONG - 0.2, half), (-0.2, half))
    ]
    pygame.draw.polygon(frame.surface, (22, 22, 26), shade)
    pygame.draw.line(frame.surface, ARM, (px, py), corner(-0.4, 0.0), max(2, scale // 9))
    pygame.draw.polygon(
        frame.surface,
        BODY,
        [corner(-0.2, -half), corner(LONG - 0.2, -half), corner(LONG - 0.2, half), corner(-0.2, half)],
    )
    slim = half * 0.55
    pygame.draw.polygon(
        frame.surface,
        TOP,
        [corner(-0.14, -slim), corner(LONG - 0.26, -slim), corner(LONG - 0.26, slim), corner(-0.14, slim)],
    )
    pygame.draw.circle(frame.surface, LENS, corner(LONG - 0.2, 0.0), max(2, scale // 9))
    is_lit = camera.state in ("watched", "recording") and (camera.sees or frame.view.tick // BLINK_TICKS % 2)
    pygame.draw.circle(frame.surface, LIVE if is_lit else SPARK, corner(-0.06, 0.0), max(1, scale // 14))
