"""Draws who and what moves: vehicles with their wheels and heads, people with their marks underfoot, things.

Owns the order in which they lie over one another. The pictures come from
`vehicles.py`, `people.py` and `props.py`. Called by the renderer once a frame.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from game.content.level import Level, Prop
from game.content.specs import Catalog
from game.render.canvas import cut_out
from game.render.doors import DoorWatch, hinge_of
from game.render.frame import Blit, Frame, Placed, facing_of
from game.render.house_doors import HouseDoors
from game.render.people import PeoplePainter
from game.render.props import PropPainter, is_crowned
from game.render.security_cameras import draw_boxes, draw_cones
from game.render.vehicles import VehiclePainter
from game.sim.view import PersonView, VehicleView, View

WARM_METRES = 30.0
"""So far outside the picture vehicles are got ready for it."""
LOOK_EVERY, REACH = 12.0, 8.0
"""Metres that the picture goes until it is looked up anew which furniture may be near, and how far the largest reaches."""
SEEN_THROUGH = 120
"""Opacity of the crew under a roof."""
LYING = ("down", "dead")
RING = {
    "player": (236, 240, 244, 190),
    "crew": (132, 208, 224, 190),
    "police": (90, 130, 235, 150),
    "guard": (200, 170, 90, 120),
}


class Actors:
    """Everybody and everything that stands or lies in the street."""

    def __init__(self, level: Level, catalog: Catalog, before: Actors | None = None) -> None:
        """`before` are those of the level as it was: what is painted of them need not be painted again."""
        self.people = PeoplePainter(catalog, level.dress)
        self.vehicles = VehiclePainter(level, catalog)
        self.props: PropPainter = before.props if before is not None else PropPainter()
        if before is not None:
            self.people.take_over(before.people)
            self.vehicles.take_over(before.vehicles)
        self.doors = DoorWatch()
        self.house_doors = HouseDoors()
        fixtures = tuple(Prop(f.x, f.y, "phone", facing=f.facing, id=f.id) for f in level.fixtures if f.kind == "phone")
        self._low = [p for p in (*level.props, *fixtures) if not is_crowned(p)]
        self._crowned = [p for p in level.props if is_crowned(p)]
        self._about = (0.0, 0.0, 0.0, 0.0)
        """In metres where `_low_about` and `_crowned_about` are all the furniture of a picture that lies within it."""
        self._low_about: list[Prop] = []
        self._crowned_about: list[Prop] = []
        self._standing: dict[int, tuple[pygame.Surface, float, float]] = {}
        """By piece: its picture and where its corner lies, in pixels of the place at the scale `_standing_at`."""
        self._standing_at = 0
        self.props.prepare((*self._low, *self._crowned))
        self.is_strained = False
        """Whether frames are late: fewer new pictures are made then, old ones stand in."""
        self.near: list[Prop] = []
        self._rings: dict[tuple[str, int], pygame.Surface] = {}
        self._waiting: list[Blit] = []
        """Vehicles with what belongs to them, in their order."""
        self._leaving: list[tuple[pygame.Surface, tuple[int, int], int]] = []
        """Poses that fade over those that follow them, with their opacity."""
        self._lifted: list[Blit] = []
        """What is added over this frame's people when the light has fallen."""

    def prepare_poses(self, frame: Frame) -> bool:
        """Draw one pose that somebody near will soon be seen in; whether there was one."""
        return any(self.people.prepare(person) for person in frame.near_people if person.side != "civilian")

    def prepare(self, frame: Frame, scale: int, size: tuple[int, int]) -> bool:
        """Make the picture of somebody or something at the scale that a picture of `size` pixels comes to; whether one was
        missing."""
        wide, high = size[0] / scale / 2, size[1] / scale / 2
        x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        for vehicle in frame.near_vehicles:
            place = frame.vehicles[vehicle.id]
            is_near = abs(place.x - x) < wide + 7 and abs(place.y - y) < high + 7
            if is_near and self.vehicles.prepare(vehicle, place.angle, scale):
                return True
        for person in frame.near_people:
            at = frame.people[person.id]
            is_near = abs(at.x - x) < wide + 2 and abs(at.y - y) < high + 2
            angle = frame.vehicles[person.vehicle].angle if person.vehicle in frame.vehicles else at.angle
            if is_near and self.people.prepare_turned(person, angle, scale):
                return True
        return any(
            self.props.prepare_turned(prop.kind, prop.id, facing_of(prop), scale)
            for prop in self.near
            if abs(prop.x - x) < wide + 8 and abs(prop.y - y) < high + 8
        )

    def take(self, view: View) -> None:
        """One tick: steps and doors."""
        self.people.take(view)
        self.doors.take(view)

    def renew(self) -> None:
        """Another run on the same level."""
        self.people.renew()
        self.vehicles.renew()
        self.doors.renew()

    def draw_under(self, frame: Frame) -> None:
        """Things on the ground, low furniture and those who lie."""
        self.people.begin(frame.view.tick, self.is_strained)
        self._lifted.clear()
        blits: list[Blit] = []
        for item in frame.near_items:
            place = frame.items[item.id]
            if frame.sees(place.x, place.y, 4):
                picture = self.props.picture(item.kind, 0, place.angle, frame.scale)
                blits.append(frame.centred(picture, place.x, place.y))
        self._look_about(frame)
        low = self._near(frame, self._low_about, 3.0)
        blits += self._furniture(frame, low)
        self.near = low + self._near(frame, self._crowned_about, REACH)
        blits += self._figures(frame, [p for p in frame.near_people if p.stance in LYING and p.vehicle < 0])
        frame.surface.fblits(blits)
        self._draw_leaving(frame)
        if frame.view.doors:
            self.house_doors.draw(frame, frame.doors_before)
        if frame.view.cameras:
            draw_cones(frame)

    def draw_vehicles(self, frame: Frame) -> None:
        """Vehicles, with steered and flat wheels below and heads above."""
        self.vehicles.begin(self.is_strained)
        self._waiting.clear()
        seated = {person.id: person for person in frame.near_people if person.vehicle >= 0}
        for vehicle in frame.near_vehicles:
            place = frame.vehicles[vehicle.id]
            if self.vehicles.spec(vehicle.spec) is None:
                continue
            if not frame.sees(place.x, place.y, 7):
                if frame.sees(place.x, place.y, WARM_METRES):
                    self.vehicles.warm(vehicle, place.angle, frame.scale)
                continue
            if not vehicle.is_on_side:
                self._draw_wheels(frame, vehicle, place)
            self._put(frame, self.vehicles.picture(vehicle, place.angle, frame.scale), place.x, place.y)
            if not vehicle.is_on_side:
                self._draw_doors(frame, vehicle, place)
            if not vehicle.is_on_side and vehicle.stage < 4:
                self._draw_heads(frame, vehicle, place, seated)
        frame.surface.fblits(self._waiting)

    def _put(self, frame: Frame, picture: pygame.Surface, x: float, y: float) -> None:
        """Lay a picture about a place over those before it, when all are drawn."""
        self._waiting.append(frame.centred(picture, x, y))

    def _draw_wheels(self, frame: Frame, vehicle: VehicleView, place: Placed) -> None:
        spec = self.vehicles.spec(vehicle.spec)
        assert spec is not None
        c, s = math.cos(place.angle), math.sin(place.angle)
        is_large = spec.kind in ("truck", "heavy")
        track = spec.width / 2 - 0.13
        for index, pressure in enumerate(vehicle.tyres):
            is_front, side = index < 2, -1 if index % 2 == 0 else 1
            if pressure > 0.5 and not (is_front and abs(vehicle.steer) > 0.05):
                continue
            u, v = (1 if is_front else -1) * spec.wheelbase / 2, side * track
            turn = place.angle + (vehicle.steer if is_front else 0.0)
            breadth = (0.32 if is_large else 0.26) * (1.45 if pressure <= 0.5 else 1.0)
            picture = self.vehicles.wheel(0.9 if is_large else 0.72, breadth, turn, frame.scale)
            self._put(frame, picture, place.x + c * u - s * v, place.y + s * u + c * v)

    def _draw_doors(self, frame: Frame, vehicle: VehicleView, place: Placed) -> None:
        """Side doors of those who are just getting in or out."""
        spec = self.vehicles.spec(vehicle.spec)
        assert spec is not None
        c, s = math.cos(place.angle), math.sin(place.angle)
        for number in self.doors.open_seats(vehicle.id, frame.view.tick):
            seat = spec.seats[number]
            if seat.door not in ("left", "right"):
                continue
            hinge = hinge_of(self.vehicles.sockets(vehicle, "hinge"), seat.x, seat.door == "left")
            if hinge is not None:
                u, v = hinge
                picture = self.vehicles.door(vehicle, seat.door == "left", place.angle, frame.scale)
                self._put(frame, picture, place.x + c * u - s * v, place.y + s * u + c * v)

    def _draw_heads(self, frame: Frame, vehicle: VehicleView, place: Placed, seated: dict[int, PersonView]) -> None:
        """Those inside, where a pane shows them."""
        c, s = math.cos(place.angle), math.sin(place.angle)
        for seat, who in zip(self.vehicles.seats(vehicle.spec), vehicle.occupants, strict=False):
            person = seated.get(who)
            if person is None or seat is None:
                continue
            u, v = seat
            picture = self.people.seated(person, place.angle, frame.scale)
            self._put(frame, picture, place.x + c * u - s * v, place.y + s * u + c * v)

    def draw_people(self, frame: Frame) -> None:
        """Everybody who is on his feet or knees."""
        upright = [p for p in frame.near_people if p.stance not in LYING and p.stance != "seated" and p.vehicle < 0]
        blits: list[Blit] = []
        for person in upright:
            place = frame.people[person.id]
            mark = "player" if person.is_player else person.side
            if mark in RING and frame.sees(place.x, place.y, 2):
                blits.append(frame.centred(self._ring(mark, frame.scale), place.x, place.y))
        frame.surface.fblits(blits + self._figures(frame, upright))
        self._draw_leaving(frame)

    def _figures(self, frame: Frame, people: list[PersonView]) -> list[Blit]:
        """Where the pictures of those go who are in the picture; what is added over them later is put aside."""
        blits: list[Blit] = []
        for person in people:
            place = frame.people[person.id]
            if frame.sees(place.x, place.y, 2):
                picture, lift = self.people.figure(person, place.angle, frame.scale)
                blit = frame.centred(picture, place.x, place.y)
                blits.append(blit)
                self._lifted.append((lift, blit[1]))
                old = self.people.leaving(person, place.angle, frame.scale)
                if old is not None:
                    self._leaving.append((*frame.centred(old[0], place.x, place.y), old[1]))
        return blits

    def _draw_leaving(self, frame: Frame) -> None:
        """Over those who are changing their pose, what is left of the one before."""
        for picture, at, opacity in self._leaving:
            picture.set_alpha(opacity)
            frame.surface.blit(picture, at)
            cut_out(picture)
        self._leaving.clear()

    def _furniture(self, frame: Frame, props: list[Prop]) -> list[Blit]:
        """Pictures and corners; what stands still keeps both for as long as the scale stays."""
        if self._standing_at != frame.scale:
            self._standing_at, self._standing = frame.scale, {}
        kept, scale, blits = self._standing, frame.scale, []
        left, top = frame.left * scale, frame.top * scale
        for prop in props:
            held = kept.get(prop.id)
            if held is None:
                picture = self.props.picture(prop.kind, prop.id, facing_of(prop), scale)
                width, height = picture.get_size()
                held = kept[prop.id] = picture, prop.x * scale - width / 2, prop.y * scale - height / 2
            blits.append((held[0], (round(held[1] - left), round(held[2] - top))))
        return blits

    def lift_people(self, frame: Frame) -> None:
        """After the light: add a share of everybody's own colours, so that nobody drowns in a shadow."""
        frame.surface.fblits(self._lifted, pygame.BLEND_RGB_ADD)

    def draw_covered(self, frame: Frame, is_covered: Callable[[float, float], bool]) -> None:
        """The crew where a roof hides them: their marks, and themselves faintly."""
        for person in frame.near_people:
            place = frame.people[person.id]
            is_seen = person.side == "crew" and person.vehicle < 0 and frame.sees(place.x, place.y, 2)
            if is_seen and is_covered(place.x, place.y):
                frame.put(self._ring("player" if person.is_player else "crew", frame.scale), place.x, place.y)
                picture, _ = self.people.figure(person, place.angle, frame.scale)
                picture.set_alpha(SEEN_THROUGH)
                frame.put(picture, place.x, place.y)
                cut_out(picture)

    def draw_crowns(self, frame: Frame) -> None:
        """Palms, trees, lamp arms, cameras: over everybody's heads."""
        if frame.view.cameras:
            draw_boxes(frame)
        frame.surface.fblits(self._furniture(frame, self._near(frame, self._crowned_about, 3.0)))

    @staticmethod
    def _near(frame: Frame, props: list[Prop], margin: float) -> list[Prop]:
        """Furniture in the picture or within `margin` metres of it (its shadow may reach in)."""
        left, right = frame.left - margin, frame.right + margin
        top, bottom = frame.top - margin, frame.bottom + margin
        return [p for p in props if left < p.x < right and top < p.y < bottom]

    def _look_about(self, frame: Frame) -> None:
        """Sort out, every few metres, which of a whole town's furniture may be near."""
        west, north, east, south = self._about
        if not (west < frame.left and frame.right < east and north < frame.top and frame.bottom < south):
            wide = LOOK_EVERY
            self._about = frame.left - wide, frame.top - wide, frame.right + wide, frame.bottom + wide
            self._low_about = self._near(frame, self._low, wide + REACH)
            self._crowned_about = self._near(frame, self._crowned, wide + REACH)

    def _ring(self, mark: str, scale: int) -> pygame.Surface:
        """The mark underfoot: ring for the player, arcs for crew, square for police, diamond for guards."""
        if (mark, scale) not in self._rings:
            self._rings[(mark, scale)] = _ring(mark, scale)
        return self._rings[(mark, scale)]


def _ring(mark: str, scale: int) -> pygame.Surface:
    size, k = round(1.7 * scale), 4
    large = pygame.Surface((size * k, size * k), pygame.SRCALPHA)
    colour, c, r = RING[mark], size * k / 2, size * k * 0.45
    thick = max(k, scale * k // 14)
    if mark == "player":
        pygame.draw.circle(large, colour, (c, c), r, thick)
        pygame.draw.circle(large, (10, 12, 16, 90), (c, c), r + k, k)
    elif mark == "crew":
        box = pygame.Rect(c - r * 0.86, c - r * 0.86, r * 1.72, r * 1.72)
        for start in (0.0, math.pi):
            pygame.draw.arc(large, colour, box, start + 0.7, start + math.pi - 0.7, thick)
    elif mark == "police":
        for sx in (-1, 1):
            for sy in (-1, 1):
                x, y, leg = c + sx * r * 0.66, c + sy * r * 0.66, r * 0.34
                pygame.draw.line(large, colour, (x, y), (x - sx * leg, y), thick)
                pygame.draw.line(large, colour, (x, y), (x, y - sy * leg), thick)
    else:
        pygame.draw.polygon(
            large, colour, [(c - r * 0.8, c), (c, c - r * 0.8), (c + r * 0.8, c), (c, c + r * 0.8)], thick // 2 + 1
        )
    return cut_out(pygame.transform.smoothscale(large, (size, size)))
