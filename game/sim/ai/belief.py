"""Where one man thinks another one is: a map of chances in whole numbers, and nothing that he could not have seen or heard.

Owns the grid, how it spreads with time, is cleared by looking and raised by sounds, sights and shadows. It is told what was perceived
(`duel_senses.py`) and never asks where anybody is. Whole numbers only, so that it is the same on every machine. Read by the
behaviours `hunt` and `evade` and by the overlay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from game.sim.place import Place, Zone

CELL = 4
"""Metres of a cell."""
MIDDLE = CELL / 2.0 + 0.13
"""Metres from a cell's corner to where it is looked at: not its very middle, which may be the corner of a wall, and a ray that grazes one
is stopped on one machine and not on another."""
SPREAD_TICKS = 45
"""Ticks in which he may have gone one cell further: 5.3 m/s, as fast as anybody runs."""
WHOLE = 1 << 22
"""All chances together."""
LEAK = 1
"""What every cell keeps at least, so that nothing is ever impossible for good."""

Grid = NDArray[np.int64]


@dataclass(slots=True)
class Belief:
    """One man's idea of where another one is, and what he is about."""

    who: int
    """Whom it is about."""
    columns: int
    rows: int
    mass: Grid
    """Chances by supposition, row and column: one supposition for each thing he may be after."""
    free: NDArray[np.bool_]
    """Cells in which somebody can be."""
    begun_tick: int = 0
    spread_tick: int = 0
    sight: int = 0
    """How far he is with making out what he sees, 0 to 100."""
    is_seen: bool = False
    seen_tick: int = -99999
    """When he last saw the man himself."""
    seen_vx: float = 0.0
    seen_vy: float = 0.0
    """Which way he went then, in metres a second."""
    shadow_tick: int = -99999
    """When he last saw his shadow."""
    heard_tick: int = -99999
    run_tick: int = -99999
    """When he last heard him run, or come over a fence."""
    radio_tick: int = -99999
    """Of the last report by radio that he has made something of."""
    cue: str = ""
    """What he learned last: sight, shadow, radio, shot, steps, breath, fence, thud, or what a sound was."""
    cue_tick: int = -99999
    cue_x: float = 0.0
    cue_y: float = 0.0
    dazzled_until: int = 0
    """Light in his eyes: he sees less until then."""
    known_chances: Grid | None = None
    known: tuple[float, float, int] | None = None
    """The peak of the map as it is, once somebody has asked for it."""
    breath: int = 0
    """Ticks he has run and not yet recovered from: his own body, not the other's."""
    is_deaf: bool = False
    ignores_light: bool = False
    """For the benches: a mind without one of its senses."""
    # what he is about
    mode: str = ""
    """listen, move, hide, close, chase, answer, bar, wait, scout, ambush, fire, feint, beam, away: for the log and the overlay."""
    until: int = 0
    listened_tick: int = -99999
    """When he last stopped to listen."""
    goal_x: float = -1.0
    goal_y: float = -1.0
    scouted: str = ""
    """The way out that the hunted has looked over by the light of a landing, or at which the hunter has waited in vain."""
    has_fallen: bool = False
    """Whether he has seen the other lie."""
    car_tick: int = -99999
    """When he last saw or heard a car whose lamps he keeps out of."""
    lurked: bool = False
    """Whether he fires at whom he has let come to him."""
    exits_watched: list[str] = field(default_factory=list)
    exit: str = ""
    marks: list[tuple[int, str, float, float]] = field(default_factory=list)
    """What was heard and not seen, with its tick, kind and place as he heard it: soft marks in the picture."""

    def is_on_ground(self, x: float, y: float) -> bool:
        """Whether a point lies where the two of them are after each other."""
        row, column = int(y) // CELL, int(x) // CELL
        return 0 <= row < self.rows and 0 <= column < self.columns and bool(self.free[row, column])

    @property
    def chances(self) -> Grid:
        """All suppositions together: rows, columns."""
        if self.known_chances is None:
            total = self.mass[0]
            for layer in self.mass[1:]:
                total = total + layer
            self.known_chances = total
        return self.known_chances

    def share_near(self, x: float, y: float, cells: int = 2) -> int:
        """Chances of 100 that he is within so many cells of a point."""
        column, row = int(x) // CELL, int(y) // CELL
        part = self.chances[max(0, row - cells) : row + cells + 1, max(0, column - cells) : column + cells + 1]
        return int(part.sum()) * 100 // WHOLE

    def peak(self) -> tuple[float, float, int]:
        """Where he most likely is (metres), and the chances of 100 that he is about there."""
        if self.known is None:
            smooth = _smoothed(_smoothed(self.chances))
            at = int(smooth.argmax())
            x, y = at % self.columns * CELL + MIDDLE, at // self.columns * CELL + MIDDLE
            self.known = x, y, min(100, self.share_near(x, y, 2))
        return self.known

    def likeliest(self, x: float, y: float, cells: int = 6) -> int:
        """Which supposition speaks most for him being about a point."""
        column, row = int(x) // CELL, int(y) // CELL
        part = self.mass[:, max(0, row - cells) : row + cells + 1, max(0, column - cells) : column + cells + 1]
        best = (0 - 1, 0)
        for layer in range(len(self.mass)):
            found = int(part[layer].sum())
            if found > best[0]:
                best = (found, layer)
        return best[1]

    def learn(self, tick: int, cue: str, x: float, y: float) -> None:
        """What he perceived last, and where: for what he does, for the log and the overlay."""
        self.cue, self.cue_tick, self.cue_x, self.cue_y = cue, tick, x, y

    def stop(self, tick: int, mode: str, ticks: int) -> None:
        """He stays where he is for so long, and why."""
        self.mode, self.until, self.goal_x = mode, tick + ticks, -1.0
        if mode == "listen":
            self.listened_tick = tick

    def spread(self) -> None:
        """Time goes by: he may be a cell further in any direction he can walk."""
        part = self.mass >> 4
        made = self.mass - 4 * part
        for dy, dx in _NEXT:
            moved = _shifted(part, dy, dx)
            made += np.where(self.free, moved, 0) + _shifted(np.where(self.free, 0, moved), -dy, -dx)
        made[:, ~self.free] = 0
        self.mass = made
        self.level()

    def drift(self, layer: int, x: float, y: float) -> None:
        """By one supposition he makes for a place: half of each cell's chances go a cell nearer to it."""
        row, column = int(y) // CELL, int(x) // CELL
        down, across = np.arange(self.rows)[:, None] - row, np.arange(self.columns)[None, :] - column
        is_across = np.abs(across) >= np.abs(down)
        part = self.mass[layer] >> 1
        made = self.mass[layer].copy()
        for dy, dx, goes in (
            (0, 1, is_across & (across < 0)),
            (0, -1, is_across & (across > 0)),
            (1, 0, ~is_across & (down < 0)),
            (-1, 0, ~is_across & (down > 0)),
        ):
            moved = np.where(goes & _shifted(self.free, -dy, -dx), part, 0)
            made += _shifted(moved, dy, dx) - moved
            # What stands in the way is gone round: half of what is stopped slides to either side.
            stopped = np.where(goes & ~_shifted(self.free, -dy, -dx), part >> 1, 0)
            for sy, sx in ((dx, dy), (0 - dx, 0 - dy)):
                slid = np.where(_shifted(self.free, -sy, -sx), stopped, 0)
                made += _shifted(slid, sy, sx) - slid
        self.mass[layer] = made
        self._changed()

    def drift_along(self, layer: int, steps: NDArray[np.int64]) -> None:
        """By one supposition he goes a way: half of each cell's chances go to the cell that is next on it (its number, by cell).

        A way out lies on the rim of the ground and its own cell may be off it: chances that come there are gone, for of him who has been
        there that long something would have been heard. Were they kept, a deaf hunter would win as often as one who hears, by waiting
        where he must come in the end (measured: 16 of 40 instead of 10;
        the wire took 30 seconds then, not 36, which alone changes nothing: 10 of 20 with 25).
        """
        flat = self.mass[layer].ravel()
        part = flat >> 1
        came = np.bincount(steps, weights=part, minlength=len(flat)).astype(np.int64)
        made = (flat - part + came).reshape(self.rows, self.columns)
        made[~self.free] = 0
        self.mass[layer] = made
        self._changed()

    def level(self) -> None:
        """Chances add up to the whole again."""
        total = int(self.mass.sum())
        if total <= 0:
            self.mass[:, self.free] = 1
            total = int(self.mass.sum())
        self.mass = self.mass * WHOLE // total
        self.mass[:, self.free] += LEAK
        self._changed()

    def _changed(self) -> None:
        self.known = self.known_chances = None

    def clear(self, cells: list[tuple[int, int, int]]) -> None:
        """He looked at these (column, row) and did not see him; with each the chances of 100 that he would have."""
        mass = self.mass
        for column, row, sure in cells:
            mass[:, row, column] = mass[:, row, column] * (100 - sure) // 100
        self.level()

    def see(self, x: float, y: float, leanings: list[int] | None = None) -> None:
        """He is seen: there he is. What he is after, by these weights; without them he may be after anything."""
        self.mass = np.zeros_like(self.mass)
        row, column = self._cell(x, y)
        weights = leanings or [1] * len(self.mass)
        whole = 0
        for weight in weights:
            whole += weight
        for layer, weight in enumerate(weights):
            self.mass[layer, row, column] = WHOLE * weight // whole
        self._changed()

    def raise_about(self, x: float, y: float, reach: float, weight: int, leanings: list[int] | None = None) -> None:
        """Something was perceived about here, give or take `reach` metres: so many chances of 100 move there."""
        cells = max(1, int(reach / CELL + 0.5))
        row, column = self._cell(x, y)
        area = np.zeros((self.rows, self.columns), np.int64)
        for r in range(max(0, row - cells), min(self.rows, row + cells + 1)):
            for c in range(max(0, column - cells), min(self.columns, column + cells + 1)):
                far = (r - row) * (r - row) + (c - column) * (c - column)
                if far <= cells * cells and self.free[r, c]:
                    area[r, c] = (cells + 1) * (cells + 1) - far
        self._add(area, weight, leanings)

    def raise_along(self, points: list[tuple[float, float]], weight: int, leanings: list[int] | None = None) -> None:
        """He is somewhere on this line: so many chances of 100 move onto it."""
        area = np.zeros((self.rows, self.columns), np.int64)
        for x, y in points:
            row, column = self._cell(x, y)
            if self.free[row, column]:
                area[row, column] += 4
        self._add(area, weight, leanings)

    def _add(self, area: Grid, weight: int, leanings: list[int] | None) -> None:
        """What was there already counts where it agrees with what is new, and with what it says of where he means to go."""
        total = int(area.sum())
        if total <= 0:
            return
        agrees = area * (self.mass + WHOLE // 4096) // total
        for layer, likelier in enumerate(leanings or ()):
            agrees[layer] *= likelier
        sum_agrees = int(agrees.sum())
        if sum_agrees <= 0:
            return
        new = agrees * (WHOLE * weight // 100 // 1024) // sum_agrees * 1024
        self.mass = self.mass * (100 - weight) // 100 + new
        self.level()

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        """The cell of a point, or the free one nearest to it."""
        row, column = min(self.rows - 1, max(0, int(y) // CELL)), min(self.columns - 1, max(0, int(x) // CELL))
        if self.free[row, column]:
            return row, column
        best = (1 << 30, row, column)
        for r in range(max(0, row - 6), min(self.rows, row + 7)):
            for c in range(max(0, column - 6), min(self.columns, column + 7)):
                far = (r - row) * (r - row) + (c - column) * (c - column)
                if self.free[r, c] and far < best[0]:
                    best = (far, r, c)
        return best[1], best[2]


_NEXT = ((0, 1), (0, -1), (1, 0), (-1, 0))


def founded(place: Place, who: int, ground: Zone, layers: int) -> Belief:
    """He could be anywhere on the ground; with so many suppositions of what he is after."""
    columns, rows = (place.width + CELL - 1) // CELL, (place.height + CELL - 1) // CELL
    free = free_cells(place, columns, rows)
    free &= _middles_in(ground, columns, rows)
    belief = Belief(who, columns, rows, np.zeros((layers, rows, columns), np.int64), free)
    belief.level()
    return belief


def _middles_in(ground: Zone, columns: int, rows: int) -> NDArray[np.bool_]:
    """Which cells have their middle in a zone: `Zone.contains` of all of them at once."""
    x, y = np.arange(columns) * CELL + CELL / 2.0, np.arange(rows) * CELL + CELL / 2.0
    inside = np.zeros((rows, columns), np.bool_)
    ax, ay = ground.points[-1]
    for bx, by in ground.points:
        crossed = np.nonzero((ay > y) != (by > y))[0]
        ends = (bx - ax) * (y[crossed] - ay) / (by - ay) + ax if len(crossed) else y[crossed]
        inside[crossed] ^= x < ends[:, None]
        ax, ay = bx, by
    inside &= ((ground.left <= x) & (x <= ground.right)) & ((ground.top <= y) & (y <= ground.bottom))[:, None]
    return inside


def free_cells(place: Place, columns: int, rows: int) -> NDArray[np.bool_]:
    """Cells of which a quarter or more can be walked on."""
    open_ground = np.zeros((rows * CELL, columns * CELL), np.int64)
    blocked = np.frombuffer(place.blocked, np.uint8).reshape(place.height, place.width)
    open_ground[: place.height, : place.width] = 1 - blocked.astype(np.int64)
    counts = open_ground.reshape(rows, CELL, columns, CELL)
    total = counts[:, 0, :, :] + counts[:, 1, :, :] + counts[:, 2, :, :] + counts[:, 3, :, :]
    made: NDArray[np.bool_] = (total[:, :, 0] + total[:, :, 1] + total[:, :, 2] + total[:, :, 3]) >= CELL
    return made


def _shifted(grid: Any, dy: int, dx: int) -> Any:
    """The grid (its last two axes) moved by one cell; nothing comes in from outside."""
    made = np.zeros_like(grid)
    rows, columns = grid.shape[-2:]
    made[..., max(0, dy) : rows + min(0, dy), max(0, dx) : columns + min(0, dx)] = grid[
        ..., max(0, -dy) : rows + min(0, -dy), max(0, -dx) : columns + min(0, -dx)
    ]
    return made


def _smoothed(grid: Grid) -> Grid:
    """Each cell with its eight neighbours added."""
    across = grid + _shifted(grid, 0, 1) + _shifted(grid, 0, -1)
    made: Grid = across + _shifted(across, 1, 0) + _shifted(across, -1, 0)
    return made
