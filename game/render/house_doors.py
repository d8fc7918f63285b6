"""Doors of houses: leaves of wood, steel or glass on their hinges, panes that turn, gates that slide, shutters that go up.

Owns their pictures, turned in a bounded cache. What a door does is known to the view; `DoorView.opening` says how far it is.
Called by `actors.py` before vehicles and people are drawn, and by `assets.bake.things` for what Tiled shows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import pygame

from game.render.atlas import PPM
from game.render.frame import FULL_TURN, Frame
from game.render.palette import Colour
from game.render.turned import TurnedCache, bucket_of, turned
from game.sim.view import DoorView

BUCKETS = 256
SEEN = 8.0
"""Metres beside the picture within which a door still reaches into it."""
WIDEST = 0.96
"""Of a right angle: how far a leaf swings."""
THICK = {"single": 0.17, "double": 0.17, "vault": 0.5, "gate": 0.16, "shutter": 0.22, "revolving": 0.08}
BODY = {
    "wood": (142, 96, 56), "metal": (150, 156, 162), "armour": (96, 102, 110), "glass": (176, 208, 214), "fence": (74, 78, 82),
    "plaster": (170, 164, 152), "brick": (140, 88, 70), "concrete": (140, 138, 132),
}  # fmt: skip
PLAIN = (118, 112, 104)
SHADE = (10, 10, 14, 70)
CHARGE, SPARK = (44, 46, 40), (255, 86, 60)
BLINK_TICKS = 20


class HouseDoors:
    """Draws the doors of one level."""

    def __init__(self) -> None:
        self._kept = TurnedCache(6_000_000)

    def draw(self, frame: Frame, before: Sequence[DoorView]) -> None:
        """Every door in the picture, as far open as it is between two ticks."""
        earlier = {door.id: door for door in before}
        for door in frame.view.doors:
            if not frame.sees(door.x, door.y, SEEN):
                continue
            if door.is_broken:
                self._wreck(frame, door)
            elif door.kind == "revolving":
                self._panes(frame, door)
            else:
                old = earlier.get(door.id, door).opening
                self._leaves(frame, door, (old + door.opening) / 2.0)
            if door.has_charge:
                self._charge(frame, door)

    def _leaves(self, frame: Frame, door: DoorView, opening: float) -> None:
        for x, y, angle, metres in leaves(door, opening):
            picture = self._leaf(door, metres, angle, frame.scale)
            if door.kind == "shutter":
                picture = picture.copy()
                picture.set_alpha(255 - int(200 * opening))
            frame.put(picture, x, y)

    def _leaf(self, door: DoorView, metres: float, angle: float, scale: int) -> pygame.Surface:
        bucket, tenths = bucket_of(angle, BUCKETS), max(1, round(metres * 10))
        key = (door.kind, door.material, tenths, bucket, scale)
        return self._kept.get(
            key,
            lambda: turned(leaf_picture(door.kind, door.material, tenths / 10.0), bucket * math.tau / BUCKETS, scale),
        )

    def _panes(self, frame: Frame, door: DoorView) -> None:
        turn = door.turn / FULL_TURN * math.tau
        key = (
            "revolving",
            door.material,
            round(door.width * 10),
            bucket_of(turn, BUCKETS),
            door.facing >> 8,
            frame.scale,
        )
        angle = door.facing / FULL_TURN * math.tau
        picture = self._kept.get(key, lambda: turned(drum_picture(door.material, door.width, turn), angle, frame.scale))
        frame.put(picture, door.x, door.y)

    def _wreck(self, frame: Frame, door: DoorView) -> None:
        """What is left of it lies on the side it swings to."""
        facing = door.facing / FULL_TURN * math.tau
        if "glass" in door.material:
            self._shards(frame, door)
            return
        count = 2 if door.kind == "double" else 1
        for number in range(count):
            lies = facing + math.pi / 2 + 0.35 + 0.9 * ((door.id * 7 + number * 3) % 5 - 2) / 5
            metres = door.width / count
            across = (number - (count - 1) / 2) * metres
            x = door.x + math.cos(facing) * 0.8 - math.sin(facing) * across
            y = door.y + math.sin(facing) * 0.8 + math.cos(facing) * across
            bucket = bucket_of(lies, BUCKETS)
            key = ("flat", door.kind, door.material, round(metres * 10), bucket, frame.scale)
            frame.put(self._kept.get(key, partial(_lying, door.material, metres, bucket, frame.scale)), x, y)

    def _shards(self, frame: Frame, door: DoorView) -> None:
        facing = door.facing / FULL_TURN * math.tau
        for number in range(int(door.width * 22)):
            bits = (door.id * 977 + number * 7919) % 10007
            across = (bits % 101 / 100 - 0.5) * door.width
            ahead = (bits // 101 % 97 / 96 - 0.4) * 1.3
            x = door.x + math.cos(facing) * ahead - math.sin(facing) * across
            y = door.y + math.sin(facing) * ahead + math.cos(facing) * across
            px, py = frame.at(x, y)
            frame.surface.fill((196, 220, 224) if bits % 3 else (120, 150, 156), (px, py, 1 + bits % 2, 1 + bits % 2))

    def _charge(self, frame: Frame, door: DoorView) -> None:
        px, py = frame.at(door.x, door.y)
        size = max(3, int(frame.scale * 0.26))
        frame.surface.fill(CHARGE, (px - size / 2, py - size / 2, size, size))
        if frame.view.tick // BLINK_TICKS % 2:
            pygame.draw.circle(frame.surface, SPARK, (px, py), max(1, size // 4))


def leaves(door: DoorView, opening: float) -> list[tuple[float, float, float, float]]:
    """Middle, direction and length of each leaf: swung on its hinge, or what of a gate is still out."""
    facing = door.facing / FULL_TURN * math.tau
    along = facing + math.pi / 2
    half = door.width / 2
    posts = [(-half, 1.0), (half, -1.0)]
    if door.kind in ("gate", "shutter"):
        at, way = posts[door.hinge == "right"]
        metres = door.width * (1.0 - 0.9 * opening) if door.kind == "gate" else door.width
        middle = at + way * metres / 2
        return [(door.x + math.cos(along) * middle, door.y + math.sin(along) * middle, along, metres)]
    hung = posts if door.kind == "double" else [posts[door.hinge == "right"]]
    metres = door.width / len(hung)
    found = []
    for at, way in hung:
        angle = along if way > 0 else along + math.pi
        angle -= way * opening * WIDEST * math.pi / 2
        hx, hy = door.x + math.cos(along) * at, door.y + math.sin(along) * at
        found.append((hx + math.cos(angle) * metres / 2, hy + math.sin(angle) * metres / 2, angle, metres))
    return found


def leaf_picture(kind: str, material: str, metres: float) -> pygame.Surface:
    """A leaf from above, from its hinge at the left to its lock at the right."""
    thick = THICK[kind]
    wide, high = max(6, round(metres * PPM)), max(4, round(thick * PPM))
    margin = max(3, PPM // 10)
    picture = pygame.Surface((wide + 2 * margin, high + 2 * margin), pygame.SRCALPHA)
    pygame.draw.rect(picture, SHADE, (margin // 2, margin + 2, wide + margin, high + margin // 2), border_radius=margin)
    box = pygame.Rect(margin, margin, wide, high)
    body = BODY.get(material, PLAIN)
    if material == "fence":
        _bars(picture, box, body)
    elif "glass" in material:
        pygame.draw.rect(picture, (*BODY["glass"], 150), box)
        rim = (62, 66, 70)
        for part in ((box.left, box.top, high, high), (box.right - high, box.top, high, high)):
            picture.fill(rim, part)
        pygame.draw.line(picture, (236, 246, 248), (box.left + high, box.top + 1), (box.right - high, box.top + 1))
        pygame.draw.rect(picture, rim, box, 1)
    else:
        _solid(picture, box, body, kind)
    if kind in ("single", "double"):
        knob = (196, 170, 96) if material == "wood" else (206, 210, 212)
        for y in (box.top - 1, box.bottom):
            pygame.draw.circle(picture, knob, (box.right - high, y), max(2, PPM // 22))
    return picture


def _solid(picture: pygame.Surface, box: pygame.Rect, body: Colour, kind: str) -> None:
    light, dark = tuple(min(255, c + 34) for c in body), tuple(c * 5 // 9 for c in body)
    pygame.draw.rect(picture, body, box)
    pygame.draw.line(picture, light, box.topleft, (box.right - 1, box.top), 2)
    pygame.draw.rect(picture, dark, box, 1)
    if kind == "vault":
        inner = box.inflate(-box.h // 2, -box.h // 3)
        pygame.draw.rect(picture, light, inner, 2)
        for share in (0.2, 0.5, 0.8):
            at = (box.left + int(box.w * share), box.bottom - 1)
            pygame.draw.circle(picture, dark, at, max(2, box.h // 6))
            pygame.draw.circle(picture, (220, 200, 140), at, max(2, box.h // 6), 2)
    elif kind == "shutter":
        for x in range(box.left, box.right, max(3, PPM // 9)):
            pygame.draw.line(picture, dark, (x, box.top), (x, box.bottom - 1))


def _bars(picture: pygame.Surface, box: pygame.Rect, body: Colour) -> None:
    light = tuple(min(255, c + 60) for c in body)
    middle = box.centery
    pygame.draw.line(picture, body, (box.left, middle), (box.right, middle), max(2, box.h // 3))
    for x in range(box.left, box.right + 1, max(4, PPM // 6)):
        pygame.draw.circle(picture, body, (x, middle), max(2, box.h // 3))
        pygame.draw.circle(picture, light, (x - 1, middle - 1), max(1, box.h // 6))


def drum_picture(material: str, width: float, turn: float) -> pygame.Surface:
    """A revolving door that lets through from left to right: two curved walls and four panes, turned by `turn`."""
    radius = width * PPM / 2
    side = round(radius * 2) + 8
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    middle = (side / 2, side / 2)
    pygame.draw.circle(picture, (20, 20, 24, 46), middle, radius)
    ring = pygame.Rect(0, 0, round(radius * 2), round(radius * 2))
    ring.center = (side // 2, side // 2)
    for start in (math.pi * 0.25, math.pi * 1.25):
        pygame.draw.arc(picture, (70, 74, 78), ring, start, start + math.pi / 2, max(3, PPM // 12))
    pane = (*BODY["glass"], 190) if "glass" in material else BODY.get(material, PLAIN)
    for quarter in range(4):
        angle = turn + quarter * math.pi / 2 + math.pi / 4
        end = (middle[0] + math.cos(angle) * radius * 0.94, middle[1] + math.sin(angle) * radius * 0.94)
        pygame.draw.line(picture, (52, 56, 60), middle, end, max(3, PPM // 14))
        pygame.draw.line(picture, pane, middle, end, max(1, PPM // 28))
    pygame.draw.circle(picture, (52, 56, 60), middle, max(3, PPM // 12))
    return picture


def _lying(material: str, metres: float, bucket: int, scale: int) -> pygame.Surface:
    return turned(_flat(material, metres), bucket * math.tau / BUCKETS, scale)


def _flat(material: str, metres: float) -> pygame.Surface:
    """A leaf that lies on the floor: as long as a door is high."""
    body = BODY.get(material, PLAIN)
    picture = pygame.Surface((round(metres * PPM) + 6, round(1.5 * PPM) + 6), pygame.SRCALPHA)
    box = picture.get_rect().inflate(-6, -6)
    pygame.draw.rect(picture, SHADE, box.move(3, 3))
    if material == "fence":
        for x in range(box.left, box.right, max(4, PPM // 5)):
            pygame.draw.line(picture, body, (x, box.top), (x, box.bottom), 2)
        pygame.draw.rect(picture, body, box, 3)
        return picture
    pygame.draw.rect(picture, tuple(c * 4 // 5 for c in body), box)
    pygame.draw.rect(picture, tuple(c // 2 for c in body), box, 2)
    for top in (0.12, 0.56):
        pygame.draw.rect(
            picture, tuple(c * 3 // 5 for c in body),
            (box.left + box.w * 0.16, box.top + box.h * top, box.w * 0.68, box.h * 0.32), 2,
        )  # fmt: skip
    splinter = [
        (box.right, box.top + box.h * 0.4),
        (box.right - box.w * 0.22, box.top + box.h * 0.5),
        (box.right, box.top + box.h * 0.58),
    ]
    pygame.draw.polygon(picture, (20, 16, 12), splinter)
    return picture


def plan_picture(kind: str, material: str, width: float, hinge: str, scale: int) -> pygame.Surface:
    """What Tiled shows: the shut leaf, looking east, and the arc of its swing as an architect draws it."""
    side = round((width * 2 + 0.6) * scale)
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    door = DoorView(0, "", kind, 0.0, 0.0, 0, width, hinge, material, 0.0, 0, False, False, False)
    middle = side / 2
    ink = (60, 200, 230, 170)
    if kind == "revolving":
        drum = turned(drum_picture(material, width, 0.0), 0.0, scale)
        picture.blit(drum, drum.get_rect(center=(middle, middle)))
        return picture
    if kind in ("gate", "shutter"):
        end = middle - width * scale / 2
        pygame.draw.line(picture, ink, (middle, middle), (middle, end), 1)
        pygame.draw.polygon(picture, ink, [(middle, end), (middle - 4, end + 7), (middle + 4, end + 7)])
    else:
        posts = [(-width / 2, 1), (width / 2, -1)]
        for at, way in posts if kind == "double" else [posts[hinge == "right"]]:
            reach = width * scale / (2 if kind == "double" else 1)
            post = (middle, middle + at * scale)
            points = [
                (post[0] + math.sin(a) * reach, post[1] + way * math.cos(a) * reach)
                for a in (math.pi / 2 * step / 12 for step in range(13))
            ]
            pygame.draw.aalines(picture, ink, False, points)
            pygame.draw.aaline(picture, ink, post, points[-1])
    for x, y, angle, metres in leaves(door, 0.0):
        leaf = turned(leaf_picture(kind, material, metres), angle, scale)
        picture.blit(leaf, leaf.get_rect(center=(middle + x * scale, middle + y * scale)))
    return picture
