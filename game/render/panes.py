"""Panes of glass: which there are, which are starred or broken, and where somebody's shot or a blast has struck one.

Owns the state of every pane of one run: of glass walls, which the ground paints (`glazing.py` has their pictures), and of the
windows of houses at the height of a man, which the facades draw. It hears of blows from the effects. The sim lets rounds
through glass walls whether a pane is whole or not; a window of a house is wall to it. Metres throughout.
"""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from game.content.level import Level, Wall
from game.render.houses import BAY, ROOFED, style_of, window_bay

WHOLE, STARRED, OUT = 0, 1, 2
"""What can be said of a pane."""
PANE = 1.25
"""Metres of a pane of a glass wall, about."""
REACH = 0.75
"""Metres from a blow within which a pane is the one that was struck: rounds enter thick walls by half metres."""
AGAIN_TICKS = 2
"""Blows that follow one another faster are one round on its way through."""
CELL = 8
MOST_PANES = 1 << 16
"""Numbers of panes for each wall: what one wall has changes nothing about the others."""
FRAGILE = 1.7
"""A blow breaks panes out to its radius, and stars them out to so many times it."""

Face = tuple[int, int]
"""A house's wall in the level's list, and the edge of its outline."""


@dataclasses.dataclass(frozen=True, slots=True)
class Pane:
    """One pane: its middle, the way it runs, how long it is and how thick the wall is; of a house also which bay of which face."""

    number: int
    x: float
    y: float
    angle: float
    length: float
    thick: float
    face: Face | None = None
    bay: int = 0


class Panes:
    """All panes of a level, and what has become of them."""

    def __init__(self, level: Level) -> None:
        self.glazed: list[Pane] = []
        """Panes of glass walls."""
        self.faces: dict[Face, dict[int, int]] = {}
        """Bays of houses that are whole no more, by face."""
        self.cars: set[int] = set()
        """Vehicles whose panes have been shot out."""
        self._state: dict[int, int] = {}
        self._struck: dict[int, int] = {}
        self._cells: dict[tuple[int, int], list[Pane]] = defaultdict(list)
        self._houses: dict[tuple[int, int], list[tuple[Wall, int]]] = defaultdict(list)
        """Houses whose panes have not been counted, by the cells their windows may lie in: most are never shot at."""
        for index, wall in enumerate(level.walls):
            if wall.material == "glass":
                found = list(_of_wall(wall, index * MOST_PANES))
                self.glazed += found
                self._put(found)
            elif _is_house(wall):
                for cell in _cells_about(wall):
                    self._houses[cell].append((wall, index))
        self._counted: set[int] = set()

    def renew(self) -> None:
        """Another run: every pane is whole."""
        self._state.clear()
        self._struck.clear()
        self.faces.clear()
        self.cars.clear()

    def state(self, pane: Pane) -> int:
        """WHOLE, STARRED or OUT."""
        return self._state.get(pane.number, WHOLE)

    def strike(self, x: float, y: float, tick: int) -> tuple[Pane, int] | None:
        """A round at a place: the pane it struck and what has become of that (WHOLE: nothing new); None where there is none.

        The first round stars a pane, the next one breaks it.
        """
        pane = self._nearest(x, y)
        if pane is None:
            return None
        last = self._struck.get(pane.number, -AGAIN_TICKS - 1)
        self._struck[pane.number] = tick
        before = self.state(pane)
        if before == OUT or tick - last <= AGAIN_TICKS:
            return pane, WHOLE
        self._become(pane, before + 1)
        return pane, before + 1

    def shatter(self, x: float, y: float, radius: float) -> list[tuple[Pane, int]]:
        """A blast or a crash: the panes it changed, and what they became."""
        found = []
        for pane in self._about(x, y, radius * FRAGILE):
            far = math.dist((x, y), (pane.x, pane.y)) - pane.length / 2
            becomes = OUT if far < radius else STARRED if far < radius * FRAGILE else WHOLE
            if becomes > self.state(pane):
                self._become(pane, becomes)
                found.append((pane, becomes))
        return found

    def _become(self, pane: Pane, state: int) -> None:
        self._state[pane.number] = state
        if pane.face is not None:
            self.faces.setdefault(pane.face, {})[pane.bay] = state

    def _nearest(self, x: float, y: float) -> Pane | None:
        best, found = REACH, None
        for pane in self._about(x, y, REACH + PANE):
            c, s = math.cos(pane.angle), math.sin(pane.angle)
            along, across = (x - pane.x) * c + (y - pane.y) * s, (y - pane.y) * c - (x - pane.x) * s
            off = max(0.0, abs(along) - pane.length / 2) + max(0.0, abs(across) - pane.thick / 2)
            # Beside the window there is wall.
            if off < best and (pane.face is None or abs(along) <= pane.length / 2):
                best, found = off, pane
        return found

    def _about(self, x: float, y: float, reach: float) -> list[Pane]:
        columns = range(int(x - reach) // CELL, int(x + reach) // CELL + 1)
        rows = range(int(y - reach) // CELL, int(y + reach) // CELL + 1)
        cells = [(column, row) for row in rows for column in columns]
        for cell in cells:
            for wall, index in self._houses.pop(cell, ()):
                if index not in self._counted:
                    self._counted.add(index)
                    self._put(_of_house(wall, index, index * MOST_PANES))
        return [pane for cell in cells for pane in self._cells.get(cell, ())]

    def _put(self, panes: Iterable[Pane]) -> None:
        for pane in panes:
            self._cells[int(pane.x) // CELL, int(pane.y) // CELL].append(pane)


def _of_wall(wall: Wall, first: int):
    """The panes of a glass wall, along its longer way."""
    (ax, ay), (bx, by), (cx, cy) = wall.points[:3]
    long, thick = math.dist((ax, ay), (bx, by)), math.dist((bx, by), (cx, cy))
    if long < thick:
        (ax, ay), (bx, by), (cx, cy) = (bx, by), (cx, cy), (ax, ay)
        long, thick = thick, long
        mx, my = (ax - cx) / -2, (ay - cy) / -2
    else:
        mx, my = (cx - bx) / 2, (cy - by) / 2
    angle = math.atan2(by - ay, bx - ax) % math.pi
    bays = max(1, round(long / PANE))
    for bay in range(bays):
        share = (bay + 0.5) / bays
        yield Pane(first + bay, ax + (bx - ax) * share + mx, ay + (by - ay) * share + my, angle, long / bays, thick)


def _is_house(wall: Wall) -> bool:
    """Whether a wall has windows a round can strike."""
    style = style_of(wall) if wall.height >= ROOFED else ""
    return style in BAY and style != "sheets"


def _cells_about(wall: Wall) -> Iterator[tuple[int, int]]:
    """The cells that a wall's outline touches, with those inside it."""
    xs, ys = [x for x, _ in wall.points], [y for _, y in wall.points]
    for row in range(int(min(ys)) // CELL, int(max(ys)) // CELL + 1):
        for column in range(int(min(xs)) // CELL, int(max(xs)) // CELL + 1):
            yield column, row


def _of_house(wall: Wall, index: int, first: int):
    """The windows on a house's ground floor."""
    style, number = style_of(wall), first
    for edge, (a, b) in enumerate(zip(wall.points, (*wall.points[1:], wall.points[0]), strict=True)):
        long = max(math.dist(a, b), 0.01)
        bay_long = window_bay(style, long)
        for bay in range(max(1, round(long / bay_long))):
            share = (bay + 0.5) * bay_long / long
            at = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            yield Pane(number, *at, math.atan2(b[1] - a[1], b[0] - a[0]), bay_long * 0.8, 0.2, (index, edge), bay)
            number += 1
