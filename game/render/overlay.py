"""The level maker's overlay: everything of a level that is not seen, drawn over the street, and how its story stands.

Owns the drawing of grid, zones, routes, cover, sight lines, names and beats. It sees the level, the view and where
pixels lie; which part is shown and what the keys do is `game.scenes.makers`'. Called once a frame while it is open.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import pygame

from game.content.level import Level
from game.render import overlay_story
from game.render import text as type_
from game.render.overlay_minds import label_of
from game.sim.view import PersonView, View

ToScreen = Callable[[float, float], tuple[float, float]]
PARTS = ("all", "places", "ways", "fight", "light")
SMALL_PX, TEXT_PX = 13, 16
GRID, GRID_TEN = (255, 255, 255, 26), (255, 255, 255, 70)
ZONE, ROUTE, LANE, MARKER = (63, 191, 159), (176, 112, 255), (112, 176, 255), (255, 128, 192)
COVER, WALL, LAMP, ITEM = (80, 208, 80), (190, 196, 204), (255, 208, 112), (240, 224, 96)
PERSON, VEHICLE, CAMERA, DOOR = (120, 170, 255), (224, 160, 48), (176, 176, 176), (216, 148, 92)
CLEAR, HIDDEN, PATH = (255, 84, 84), (110, 120, 132), (90, 220, 255)
SIGHT_METRES, MOST_SIGHTS = 60.0, 24
FACING = math.tau / 65536


class Overlay:
    """One level's hidden side."""

    def __init__(self, level: Level, size: tuple[int, int], words: Callable[..., str]) -> None:
        self.level = level
        self.words = words
        self._size = size
        self._sheet = pygame.Surface(size, pygame.SRCALPHA)
        self._labels: list[pygame.Rect] = []

    def draw(self, surface: pygame.Surface, view: View, to_screen: ToScreen, part: str) -> None:
        """Over the street: the parts that are asked for."""
        sheet = self._sheet
        sheet.fill((0, 0, 0, 0))
        self._labels.clear()
        shows = {name: part in ("all", name) for name in PARTS}
        self._grid(to_screen)
        if shows["light"]:
            self._walls_and_lamps(to_screen)
        if shows["ways"]:
            self._ways(to_screen)
        if shows["places"]:
            self._places(view, to_screen)
        if shows["fight"]:
            self._fight(view, to_screen)
        surface.blit(sheet, (0, 0))

    def draw_story(
        self, surface: pygame.Surface, came: Sequence[tuple[str, int]], side: str, notes: Sequence[str], part: str
    ) -> None:
        """Beats that came, with their ticks, those that wait (and for what, when everything is shown), and what the keys do."""
        overlay_story.draw(surface, self.level.screenplay, came, side, notes, self.words, part == PARTS[0])

    # ---- the parts

    def _grid(self, to_screen: ToScreen) -> None:
        wide, high = self._size
        (x0, y0), (x1, y1) = to_screen(0.0, 0.0), to_screen(self.level.width, self.level.height)
        ppm = (x1 - x0) / self.level.width
        for count, start, across in ((self.level.width, x0, True), (self.level.height, y0, False)):
            for metre in range(0, count + 1, 1 if ppm >= 20 else 5):
                at = start + metre * ppm
                if not 0 <= at < (wide if across else high):
                    continue
                colour = GRID_TEN if metre % 10 == 0 else GRID
                ends = ((at, max(y0, 0)), (at, min(y1, high))) if across else ((max(x0, 0), at), (min(x1, wide), at))
                pygame.draw.line(self._sheet, colour, *ends)
                if metre % 10 == 0:
                    self._say(f"{metre}", (at + 3, 2) if across else (2, at + 2), GRID_TEN[:3], SMALL_PX)

    def _walls_and_lamps(self, to_screen: ToScreen) -> None:
        for wall in self.level.walls:
            corners = self._outline(wall.points, to_screen, WALL, 1)
            if corners:
                self._say(f"{wall.height:g} m {wall.material}", _middle(corners), WALL, SMALL_PX)
        for lamp in self.level.lamps:
            x, y = to_screen(lamp.x, lamp.y)
            radius = abs(to_screen(lamp.x + lamp.radius, lamp.y)[0] - x)
            if self._is_near(x, y, radius):
                pygame.draw.circle(self._sheet, (*LAMP, 110), (x, y), radius, 1)
                pygame.draw.circle(self._sheet, LAMP, (x, y), 3)

    def _ways(self, to_screen: ToScreen) -> None:
        for lane in self.level.lanes:
            self._way(lane.points, to_screen, LANE, lane.signal)
        for route in self.level.routes:
            self._way(route.points, to_screen, ROUTE, f"{route.name}  {route.speed:g} m/s")

    def _way(self, points: tuple[tuple[float, float], ...], to_screen: ToScreen, colour: tuple, label: str) -> None:
        corners = [to_screen(*point) for point in points]
        if not self._is_seen(corners):
            return
        pygame.draw.lines(self._sheet, (*colour, 190), False, corners, 2)
        for (ax, ay), (bx, by) in pairwise(corners):
            if math.dist((ax, ay), (bx, by)) > 40:
                self._arrow((ax + bx) / 2, (ay + by) / 2, math.atan2(by - ay, bx - ax), colour, 7)
        if label:
            self._say(label, (corners[0][0] + 6, corners[0][1] - 18), colour)

    def _places(self, view: View, to_screen: ToScreen) -> None:
        for zone in self.level.zones:
            corners = self._outline(zone.points, to_screen, ZONE, 2, 34)
            if corners:
                left, top = min(x for x, _ in corners), min(y for _, y in corners)
                self._say(f"{zone.name} {zone.kind}".strip(), (max(left, 0) + 5, max(top, 0) + 3), ZONE)
        for camera in self.level.cameras:
            self._outline(camera.points, to_screen, CAMERA, 1)
        for marker in self.level.markers:
            self._spot(to_screen(marker.x, marker.y), marker.facing, MARKER, f"{marker.name} {marker.kind}".strip())
        for fixture in self.level.fixtures:
            self._spot(to_screen(fixture.x, fixture.y), fixture.facing, ITEM, f"{fixture.name} {fixture.kind}")
        for door in view.doors:
            state = (
                "broken" if door.is_broken else "locked" if door.is_locked else "open" if door.opening > 0.5 else "shut"
            )
            self._spot(to_screen(door.x, door.y), door.facing, DOOR, f"{door.name} {door.kind} {state}")
        for sound in self.level.sounds:
            self._spot(to_screen(sound.x, sound.y), 0, ITEM, f"{sound.name} {sound.sound}")
        for item in view.items:
            self._spot(to_screen(item.x, item.y), item.facing, ITEM, f"{item.name} {item.state}")
        for person in view.people:
            self._say(person.name, _below(to_screen(person.x, person.y)), PERSON, SMALL_PX)
        for car in view.vehicles:
            self._say(car.name, _below(to_screen(car.x, car.y)), VEHICLE, SMALL_PX)

    def _fight(self, view: View, to_screen: ToScreen) -> None:
        for cover in self.level.covers:
            self._spot(to_screen(cover.x, cover.y), cover.facing, COVER, "low" if cover.is_low else "high")
        places = {person.id: person for person in view.people}
        for mind in view.debug:
            if mind.id in places:
                here = to_screen(places[mind.id].x, places[mind.id].y)
                if mind.path:
                    pygame.draw.lines(self._sheet, (*PATH, 120), False, [here, *(to_screen(*c) for c in mind.path)])
                self._say(label_of(mind), (here[0] + 12, here[1] - 8), PATH, SMALL_PX)
        player = places.get(view.player)
        if player is not None:
            self._sights(player, view, to_screen)

    def _sights(self, player: PersonView, view: View, to_screen: ToScreen) -> None:
        """From whoever is on another side and near: red where he could see the player, grey where a wall, a shut door or a tall
        vehicle stands between. The eyes are the minds' own."""
        clear = {mind.id: mind.has_a_line for mind in view.debug}
        others = [one for one in view.people if one.side != player.side and one.stance not in ("dead", "down")]
        near = sorted((math.dist((one.x, one.y), (player.x, player.y)), one.id, one) for one in others)
        for metres, _, other in near[:MOST_SIGHTS]:
            if metres <= SIGHT_METRES:
                ends = to_screen(other.x, other.y), to_screen(player.x, player.y)
                pygame.draw.aaline(self._sheet, CLEAR if clear.get(other.id) else HIDDEN, *ends)

    # ---- strokes

    def _outline(
        self, points: tuple[tuple[float, float], ...], to_screen: ToScreen, colour: tuple, width: int, fill: int = 0
    ) -> list[tuple[float, float]]:
        """The corners on the screen; empty when none of it is seen."""
        corners = [to_screen(*point) for point in points]
        if not self._is_seen(corners):
            return []
        if fill:
            pygame.draw.polygon(self._sheet, (*colour, fill), corners)
        pygame.draw.polygon(self._sheet, (*colour, 200), corners, width)
        return corners

    def _spot(self, at: tuple[float, float], facing: int, colour: tuple, label: str) -> None:
        if not self._is_near(*at, 60):
            return
        pygame.draw.circle(self._sheet, colour, at, 5, 2)
        turn = facing * FACING
        self._arrow(at[0] + 11 * math.cos(turn), at[1] + 11 * math.sin(turn), turn, colour, 6)
        self._say(label, (at[0] + 9, at[1] - 20), colour)

    def _arrow(self, x: float, y: float, turn: float, colour: tuple, long: float) -> None:
        tip = (x + long * math.cos(turn), y + long * math.sin(turn))
        back = [(x + long * math.cos(turn + side), y + long * math.sin(turn + side)) for side in (2.5, -2.5)]
        pygame.draw.polygon(self._sheet, colour, [tip, *back])

    def _say(self, words: str, at: tuple[float, float], colour: tuple, size: int = TEXT_PX) -> None:
        """A label with a dark ground, left out where another one is already."""
        if not words or not self._is_near(*at, 0):
            return
        place = pygame.Rect(round(at[0]), round(at[1]), type_.width(words, size) + 6, type_.line_height(size))
        if place.collidelist(self._labels) >= 0:
            return
        self._labels.append(place)
        self._sheet.fill((8, 11, 17, 170), place)
        type_.draw(self._sheet, words, (place.x + 3, place.y), size, colour)

    def _is_near(self, x: float, y: float, reach: float) -> bool:
        return -reach <= x <= self._size[0] + reach and -reach <= y <= self._size[1] + reach

    def _is_seen(self, corners: list[tuple[float, float]]) -> bool:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return max(xs) >= 0 and min(xs) <= self._size[0] and max(ys) >= 0 and min(ys) <= self._size[1]


def _middle(corners: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(x for x, _ in corners) / len(corners) - 20, sum(y for _, y in corners) / len(corners) - 8


def _below(at: tuple[float, float]) -> tuple[float, float]:
    return at[0] - 14, at[1] + 12
