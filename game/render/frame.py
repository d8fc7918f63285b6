"""One frame: what it is drawn on, which part of the place it shows, and where everybody is between two ticks.

Owns the positions between two ticks and nothing that is drawn. Made by the renderer once a frame, read by all who draw.
"""

from __future__ import annotations

import dataclasses
import math

import pygame

from game.sim.view import VehicleView, View

FULL_TURN = 65536
TELEPORT = 4.0
"""Metres: a longer way within one tick is a jump, not a motion."""
Blit = tuple[pygame.Surface, tuple[int, int]]


@dataclasses.dataclass(slots=True)
class Placed:
    """Somebody or something at its place in this frame."""

    x: float
    y: float
    angle: float


class Frame:
    """What one frame is drawn with: target, place of its corner in metres, scale, and where everybody is."""

    __slots__ = ("bottom", "items", "left", "people", "right", "scale", "surface", "top", "vehicles", "view")

    def __init__(
        self, surface: pygame.Surface, left: float, top: float, scale: int, view: View,
        people: dict[int, Placed], vehicles: dict[int, Placed], items: dict[int, Placed],
    ) -> None:  # fmt: skip
        width, height = surface.get_size()
        self.surface, self.view, self.scale = surface, view, scale
        self.left, self.top = left, top
        self.right, self.bottom = left + width / scale, top + height / scale
        self.people, self.vehicles, self.items = people, vehicles, items

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of a place."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def sees(self, x: float, y: float, margin: float) -> bool:
        """Whether a place is in the picture or within `margin` metres of it."""
        return self.left - margin < x < self.right + margin and self.top - margin < y < self.bottom + margin

    def centred(self, picture: pygame.Surface, x: float, y: float) -> Blit:
        """A picture and where its corner goes when its middle is to lie at a place."""
        width, height = picture.get_size()
        px, py = (x - self.left) * self.scale - width / 2, (y - self.top) * self.scale - height / 2
        return picture, (round(px), round(py))

    def put(self, picture: pygame.Surface, x: float, y: float) -> None:
        """Draw a picture with its middle at a place."""
        self.surface.blit(*self.centred(picture, x, y))


def between(old, new, alpha: float, angle_of, last: float | None = None) -> Placed:
    """Where something is between two ticks; angles go the shortest way, jumps are not bridged."""
    goal = angle_of(new)
    if old is None or math.dist((old.x, old.y), (new.x, new.y)) > TELEPORT:
        return Placed(new.x, new.y, goal)
    start = angle_of(old)
    turn = (goal - start + math.pi) % math.tau - math.pi
    return Placed(old.x + (new.x - old.x) * alpha, old.y + (new.y - old.y) * alpha, start + turn * alpha)


def facing_of(thing) -> float:
    return thing.facing / FULL_TURN * math.tau


def _angle(vehicle: VehicleView) -> float:
    return vehicle.angle


def place_all(before: View, now: View, alpha: float) -> tuple[dict[int, Placed], dict[int, Placed], dict[int, Placed]]:
    """Places of all people, vehicles and items by id."""
    found = []
    for old, new, angle_of in (
        (before.people, now.people, facing_of),
        (before.vehicles, now.vehicles, _angle),
        (before.items, now.items, facing_of),
    ):
        earlier = {thing.id: thing for thing in old}
        found.append({thing.id: between(earlier.get(thing.id), thing, alpha, angle_of) for thing in new})
    return found[0], found[1], found[2]
