"""One frame: what it is drawn on, which part of the place it shows, and where everybody is between two ticks.

Owns the positions between two ticks and nothing that is drawn. Made by the renderer once a frame, read by all who draw.
"""

from __future__ import annotations

import dataclasses
import math

import pygame

from game.sim.view import ItemView, PersonView, VehicleView, View

FULL_TURN = 65536
TELEPORT = 4.0
"""Metres: a longer way within one tick is a jump, not a motion."""
NEAR_PEOPLE, NEAR_VEHICLES = 10.0, 32.0
"""Metres outside the picture within which somebody, and a vehicle, still matters: for shadows, light, and to be got ready."""
Blit = tuple[pygame.Surface, tuple[int, int]]


@dataclasses.dataclass(slots=True)
class Placed:
    """Somebody or something at its place in this frame."""

    x: float
    y: float
    angle: float


class Frame:
    """What one frame is drawn with: target, place of its corner in metres, scale, and who is near and where."""

    __slots__ = (
        "bottom", "doors_before", "items", "left", "near_items", "near_people", "near_vehicles", "people", "right", "scale", "surface",
        "top", "vehicles", "view",
    )  # fmt: skip

    def __init__(
        self, surface: pygame.Surface, left: float, top: float, scale: int, before: View, now: View, alpha: float
    ) -> None:
        width, height = surface.get_size()
        self.surface, self.view, self.scale = surface, now, scale
        self.doors_before = before.doors
        self.left, self.top = left, top
        self.right, self.bottom = left + width / scale, top + height / scale
        # Of a whole town a few are near: nobody else is looked at again in this frame.
        self.near_people: list[PersonView] = self._near(now.people, NEAR_PEOPLE)
        self.near_vehicles: list[VehicleView] = self._near(now.vehicles, NEAR_VEHICLES)
        self.near_items: list[ItemView] = self._near(now.items, NEAR_PEOPLE)
        self.people = _placed(self.near_people, before.people, alpha, facing_of)
        self.vehicles = _placed(self.near_vehicles, before.vehicles, alpha, _angle)
        self.items = _placed(self.near_items, before.items, alpha, facing_of)

    def _near(self, things, margin: float):
        left, right, top, bottom = self.left - margin, self.right + margin, self.top - margin, self.bottom + margin
        return [thing for thing in things if left < thing.x < right and top < thing.y < bottom]

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


def between(old, new, alpha: float, angle_of) -> Placed:
    """Where something is between two ticks; angles go the shortest way, jumps are not bridged."""
    goal = angle_of(new)
    if old is None or abs(new.x - old.x) + abs(new.y - old.y) > TELEPORT:
        return Placed(new.x, new.y, goal)
    start = angle_of(old)
    if goal != start:
        goal = start + ((goal - start + math.pi) % math.tau - math.pi) * alpha
    return Placed(old.x + (new.x - old.x) * alpha, old.y + (new.y - old.y) * alpha, goal)


def facing_of(thing) -> float:
    return thing.facing / FULL_TURN * math.tau


def _angle(vehicle: VehicleView) -> float:
    return vehicle.angle


def _placed(near, before, alpha: float, angle_of) -> dict[int, Placed]:
    """Places by id of those who are near."""
    wanted = {thing.id for thing in near}
    earlier = {thing.id: thing for thing in before if thing.id in wanted}
    return {thing.id: between(earlier.get(thing.id), thing, alpha, angle_of) for thing in near}
