"""Doors that stand open: a truck's rear doors swung out or blown off, a car's leaf beside somebody who gets in or out.

Owns their pictures only; who opens what is known to the views. Called by `vehicles.py` and `actors.py`.
"""

from __future__ import annotations

import pygame

from game.content.specs import VehicleSpec
from game.render.atlas import PPM
from game.sim.view import View

Point = tuple[float, float]
SWING = 1.3
"""Metres of a rear door's leaf."""
LEAF = 0.95
"""Metres of a cab's or a car's door."""
BELLY = 0.55
"""Metres by which the hold of a truck on its side ends before its belly."""
OPEN_TICKS, STAYS_TICKS = 40, 36_000
"""How long a door stands open: a moment, or until the vehicle drives."""
SHUT_SPEED = 1.5
HOLD = (12, 12, 14)
RIM, STEEL = (28, 30, 33), (128, 134, 140)


def with_open_doors(surface: pygame.Surface, spec: VehicleSpec, on_side: bool) -> pygame.Surface:
    """The dark hold between rear doors: swung out, or, of a truck on its side, one up and one blown off."""
    margin = int(SWING * PPM)
    larger = pygame.Surface((surface.get_width() + margin * 2, surface.get_height() + margin), pygame.SRCALPHA)
    larger.blit(surface, (margin, margin // 2))
    cx, cy = larger.get_width() / 2, larger.get_height() / 2
    rear = cx - spec.length / 2 * PPM
    if on_side:
        _blown(larger, (rear, cy), spec.height)
        return larger
    half = spec.width / 2 * PPM
    pygame.draw.rect(larger, HOLD, (rear - 3, cy - half * 0.88, 0.55 * PPM, half * 1.76))
    for rib in range(3):
        x = rear + (0.12 + 0.16 * rib) * PPM
        pygame.draw.line(larger, (30, 31, 34), (x, cy - half * 0.86), (x, cy + half * 0.86), 2)
    for side in (-1, 1):
        hinge = (rear + 2, cy + side * half * 0.94)
        _leaf(larger, hinge, (rear - SWING * 0.55 * PPM, cy + side * (half * 0.94 + SWING * 0.38 * PPM)))
    return larger


def _blown(larger: pygame.Surface, at: Point, tall: float) -> None:
    """The charge has opened it: soot about a black hole, one leaf bent up, one lying behind."""
    rear, cy = at
    top, bottom = cy - tall / 2 * PPM + 5, cy + (tall / 2 - BELLY) * PPM - 5
    deep = 0.75 * PPM
    for width, alpha in ((0.35, 120), (0.75, 70), (1.25, 34)):
        soot = pygame.Surface((int(deep + width * PPM), int(bottom - top)), pygame.SRCALPHA)
        soot.fill((14, 12, 12, alpha))
        larger.blit(soot, (rear, top))
    ragged = [(rear - 4, top), (rear + deep * 0.7, top + 4)]
    ragged += [(rear + deep * (0.85 + 0.25 * (k % 2)), top + (bottom - top) * k / 7) for k in range(1, 7)]
    ragged += [(rear + deep * 0.7, bottom - 3), (rear - 4, bottom)]
    pygame.draw.polygon(larger, (8, 8, 9), ragged)
    pygame.draw.lines(larger, (92, 96, 100), False, ragged[1:-1], 3)
    _leaf(larger, (rear + 2, top), (rear - SWING * 0.8 * PPM, top + 0.3 * PPM))
    _leaf(larger, (rear - 0.35 * PPM, bottom - 0.5 * PPM), (rear - 1.0 * PPM, bottom + 0.1 * PPM))


def _leaf(surface: pygame.Surface, hinge: Point, tip: Point) -> None:
    pygame.draw.line(surface, RIM, hinge, tip, 9)
    pygame.draw.line(surface, STEEL, hinge, tip, 5)


def side_leaf(colour: tuple[int, int, int], is_left: bool) -> pygame.Surface:
    """A side door, open: it stands out from its hinge, which is the picture's middle, on a vehicle that looks along +x."""
    size = int(LEAF * PPM * 2)
    made = pygame.Surface((size, size), pygame.SRCALPHA)
    side = -1 if is_left else 1
    hinge = (size / 2, size / 2)
    tip = (size / 2 - LEAF * 0.42 * PPM, size / 2 + side * LEAF * 0.80 * PPM)
    pygame.draw.line(made, RIM, hinge, tip, 11)
    pygame.draw.line(made, colour, hinge, tip, 7)
    pygame.draw.line(
        made, tuple(min(255, int(c * 1.25) + 14) for c in colour), (hinge[0] + 2, hinge[1]), (tip[0] + 2, tip[1]), 2
    )
    return made


class DoorWatch:
    """Which side doors stand open: those of seats just taken or left; police leave theirs open for cover."""

    def __init__(self) -> None:
        self._inside: dict[int, tuple[int, ...]] = {}
        self._open: dict[tuple[int, int], int] = {}

    def renew(self) -> None:
        """Another run: all doors are shut."""
        self._inside.clear()
        self._open.clear()

    def take(self, view: View) -> None:
        """One tick: whoever gets in or out opens a door; a vehicle that drives has shut them."""
        for vehicle in view.vehicles:
            before = self._inside.get(vehicle.id, vehicle.occupants)
            if before != vehicle.occupants:
                for seat, (old, new) in enumerate(zip(before, vehicle.occupants, strict=False)):
                    if old != new:
                        stays = new < 0 and vehicle.has_siren
                        self._open[(vehicle.id, seat)] = view.tick + (STAYS_TICKS if stays else OPEN_TICKS)
            self._inside[vehicle.id] = vehicle.occupants
            if abs(vehicle.speed) > SHUT_SPEED and self._open:
                for key in [key for key in self._open if key[0] == vehicle.id]:
                    del self._open[key]

    def open_seats(self, vehicle: int, tick: int) -> list[int]:
        """Numbers of the seats whose doors stand open."""
        if not self._open:
            return []
        return [seat for (who, seat), until in self._open.items() if who == vehicle and tick < until]


def hinge_of(hinges: list[Point], seat_x: float, is_left: bool) -> Point | None:
    """The hinge of a seat's door: the nearest ahead of it on its side."""
    mine = [h for h in hinges if (h[1] < 0) == is_left]
    ahead = [h for h in mine if h[0] > seat_x - 0.2]
    return min(ahead or mine, key=lambda h: abs(h[0] - seat_x - 0.5), default=None)
