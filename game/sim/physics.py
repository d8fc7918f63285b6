"""The only user of pymunk: poses and forces in, poses and sorted contacts out, and what a ray meets.

Owns the Space and the pose columns x, y, angle, vx, vy, w (plain lists; vehicles first, then people), which systems read and
write as floats. Keeps three promises of the determinism contract: every pose is rounded to 2^-16 each tick, a
rebase leaves the Space as if it had just been built from plain data in id order, and contacts are sorted by entity id.
At other times nothing is added to or removed from the Space but the shape of whoever comes or goes: whoever is absent or seated has
a body without one, and a door that stands open is a static shape that touches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt
from typing import Any

import numpy as np
import pymunk
import pymunk.batch as batch
from pymunk._chipmunk_cffi import ffi, lib

from game.content.level import Point

WALL, LOW, SEE_THROUGH, GLASS, VEHICLE, PERSON, TALL = 1, 2, 4, 8, 16, 32, 64
"""Categories: stops all; low (walked around, seen and shot over); fence; glass; vehicles; people; vehicles one cannot see over."""
PARTNER = 128
"""Beside PERSON: one of a crew. They let each other pass, as people do who have work to do at the same door."""
TURNING = 256
"""A revolving door's panes: people walk through, vehicles and bullets do not."""
SOLID = WALL | LOW | SEE_THROUGH | GLASS
SIGHT_MASK = WALL | TALL
BULLET_MASK = WALL | GLASS | VEHICLE | TURNING
WALK_MASK = SOLID | VEHICLE
DT = 1.0 / 60.0
GRID = 65536.0
OFF_CENTRE = 0.1234567
"""Added before rounding, in steps of the grid: two equal bodies that meet share speeds on the grid and come out exactly half-way
between two steps, where the C library's last bit would decide. With it the border lies where no such number falls."""
SPARE_DOUBLES = 16
"""An exact fit of the batch buffer corrupted the heap; with spare room it is sound."""

_FIELDS = (
    batch.BodyFields.POSITION | batch.BodyFields.ANGLE | batch.BodyFields.VELOCITY | batch.BodyFields.ANGULAR_VELOCITY
)
_ARBITER = (
    batch.ArbiterFields.BODY_A_ID
    | batch.ArbiterFields.BODY_B_ID
    | batch.ArbiterFields.NORMAL
    | batch.ArbiterFields.CONTACT_COUNT
    | batch.ArbiterFields.POINT_A_1
)


_SET_BODY = ffi.addressof(lib, "pmSpaceBodySetIteratorFuncBatched")
_GET_ARBITER = ffi.addressof(lib, "pmSpaceArbiterIteratorFuncBatched")
_GET_BODY = ffi.addressof(lib, "pmSpaceBodyGetIteratorFuncBatched")


@dataclass(frozen=True, slots=True)
class StaticShape:
    """A wall or the foot of a prop."""

    points: tuple[Point, ...]
    """Corners of a convex polygon; empty for a round foot."""
    x: float
    y: float
    radius: float
    category: int


@dataclass(frozen=True, slots=True)
class BodySpec:
    """A body that moves: a box (vehicle) or, with length 0, a disc (person)."""

    mass: float
    length: float
    width: float
    radius: float


@dataclass(frozen=True, slots=True)
class Contact:
    """Two bodies touched in the last step: `a` < `b`, `a` = -1 is the place; normal from a to b."""

    a: int
    b: int
    normal_x: float
    normal_y: float
    x: float
    y: float


class Physics:
    """The bodies of one world."""

    def __init__(
        self,
        statics: Sequence[StaticShape],
        bodies: Sequence[BodySpec],
        poses: Sequence[Sequence[float]],
        categories: Sequence[int],
    ) -> None:
        """`poses`: n rows x, y, angle, vx, vy, w; `categories`: VEHICLE or PERSON (and PARTNER) for each body, 0 = touches nothing."""
        self.statics = tuple(statics)
        self.specs = tuple(bodies)
        self.count = len(bodies)
        self.categories = list(categories)
        self._backing = np.zeros(self.count * 6 + SPARE_DOUBLES)
        self._rows = self._backing[: self.count * 6].reshape(self.count, 6)
        self._rows[:] = np.rint(np.array(poses, dtype=np.float64).reshape(self.count, 6) * GRID) / GRID + 0.0
        self._turning = next((k for k, spec in enumerate(bodies) if spec.length == 0.0), self.count)
        """Bodies that can turn come first; the others keep angle 0 for good."""
        self._cells: Any = self._backing.data
        """The rows' numbers one after another: quicker than numpy for a few of them."""
        self._before = np.zeros(self.count * 6)
        """The rows as they went into the last step."""
        self._flat = self._backing[: self.count * 6]
        self._bits, self._bits_before = self._flat.view(np.int64), self._before.view(np.int64)
        numbers = np.arange(self.count * 6)
        self._body_at = numbers // 6
        """For each number of the rows, whose it is, and whether it is a speed of somebody on foot."""
        self._is_walkers_speed = (numbers % 6 > 2) & (numbers >= self._turning * 6)
        self._buffer = batch.Buffer()
        self._buffer.set_float_buf(self._backing)
        self._floats = self._buffer._float_arr
        self._batch = ffi.new("pmBatchedData *", (self._buffer._int_arr, self._floats, _FIELDS.value))
        self._contacts = batch.Buffer()
        self._arbiters = ffi.new(
            "pmBatchedData *", (self._contacts._int_arr, self._contacts._float_arr, _ARBITER.value)
        )
        self._query = ffi.new("cpSegmentQueryInfo *")
        self._filters: dict[int, Any] = {}
        self.space = pymunk.Space()
        self.space.gravity = (0.0, 0.0)
        self.space.iterations = 10
        self.space.collision_slop = 0.02
        self.space.damping = 1.0
        self._pointers: dict[int, int] = {}
        """Address of a shape to the number of its body, or -2 - k for the k-th static shape."""
        self._static_shapes = [self._add_static(index, static) for index, static in enumerate(self.statics)]
        self._ids = {self.space.static_body.id: -1}
        self._shapes = [self._add_body(index, spec) for index, spec in enumerate(self.specs)]
        self._pointers_to = [shape._shape for shape in self._shapes]
        self._bodies = [lib.cpShapeGetBody(shape) for shape in self._pointers_to]
        self.moved: list[int] = []
        """Whose x, y and angle a system has set since the last step."""
        self.pushed: list[int] = []
        """Whose vx, vy and w a system has set since the last step: whoever writes one of them says so here."""
        self.jostled: list[int] = []
        """People whose speed a step or a push has changed since `walking` last looked at them."""
        self.segments = 0
        self._pairs: list[tuple[int, int]] = []
        self._pairs_raw = b""
        """The pairs of the last look, and what the Space said of them: it says the same in most ticks."""
        self.read_columns()
        self.rebase()

    # ------------------------------------------------------------------ what is in the Space

    def _add_static(self, index: int, static: StaticShape) -> pymunk.Shape:
        shape: pymunk.Shape
        if static.points:
            shape = pymunk.Poly(self.space.static_body, static.points)
        else:
            shape = pymunk.Circle(self.space.static_body, static.radius, (static.x, static.y))
        shape.friction = 0.5
        shape.elasticity = 0.05
        shape.filter = pymunk.ShapeFilter(categories=static.category)
        self.space.add(shape)
        self._pointers[int(ffi.cast("uintptr_t", shape._shape))] = -2 - index
        return shape

    def _add_body(self, index: int, spec: BodySpec) -> pymunk.Shape:
        body, shape = self._dynamic(index, spec)
        self.space.add(body, shape)
        if not self.categories[index]:
            lib.cpSpaceRemoveShape(self.space._space, shape._shape)
        self._ids[body.id] = index
        self._pointers[int(ffi.cast("uintptr_t", shape._shape))] = index
        return shape

    def rebase(self) -> None:
        """Makes the Space one without a history: every moving shape is taken out and put in again, in id order, at its pose.

        With the last moving shape its contacts and its place in the tree go; walls never move, so their tree is the one
        they were founded with. What is left is what a Space built anew from the poses would be (docs/adr/0008).
        """
        self._write_rows()
        self._send()
        space, shapes, remove, add = self.space._space, self._present(), lib.cpSpaceRemoveShape, lib.cpSpaceAddShape
        for index in dict.fromkeys(index for pair in self.contacts(())[0] for index in pair if index >= 0):
            lib.cpBodyUpdatePosition(self._bodies[index], 0.0)  # only who is touched carries a correcting speed
        for _, shape in shapes:
            remove(space, shape)
        counter = -1
        for index, shape in shapes:
            if index != counter:
                lib.cpSpaceSetShapeIDCounter(space, len(self.statics) + index)
            add(space, shape)
            counter = index + 1

    def _present(self) -> list[tuple[int, Any]]:
        """The shapes that are in the Space, with the numbers of their bodies: those that count as something."""
        return [row for row, category in zip(enumerate(self._pointers_to), self.categories, strict=True) if category]

    def _dynamic(self, index: int, spec: BodySpec) -> tuple[pymunk.Body, pymunk.Shape]:
        shape: pymunk.Shape
        if spec.length > 0.0:
            body = pymunk.Body(spec.mass, spec.mass * (spec.length * spec.length + spec.width * spec.width) / 12.0)
            shape = pymunk.Poly.create_box(body, (spec.length, spec.width))
            shape.friction = 0.4
            shape.elasticity = 0.08
        else:
            body = pymunk.Body(spec.mass, float("inf"))
            shape = pymunk.Circle(body, spec.radius)
            shape.friction = 0.1
        shape.filter = self._filter(self.categories[index])
        return body, shape

    @staticmethod
    def _filter(category: int) -> pymunk.ShapeFilter:
        mask = SOLID | VEHICLE | PERSON if category else 0
        if category & (VEHICLE | TALL):
            mask |= TURNING
        return pymunk.ShapeFilter(group=1 if category & PARTNER else 0, categories=category, mask=mask)

    def set_category(self, index: int, category: int) -> None:
        """What a body counts as from now on (0 = touches nothing, is met by no ray)."""
        before = self.categories[index]
        if before == category:
            return
        self.categories[index] = category
        space, shape = self.space._space, self._pointers_to[index]
        if not category:
            lib.cpSpaceRemoveShape(space, shape)
        self._shapes[index].filter = self._filter(category)
        if not before:
            lib.cpSpaceSetShapeIDCounter(space, len(self.statics) + index)
            lib.cpSpaceAddShape(space, shape)

    def set_static(self, index: int, category: int) -> None:
        """What a static shape counts as from now on (0 = nothing): doors open and shut, walls do not."""
        self._static_shapes[index].filter = pymunk.ShapeFilter(categories=category)

    # ------------------------------------------------------------------ the tick

    def poses(self) -> list[list[float]]:
        """Rows x, y, angle, vx, vy, w: all that a snapshot needs of the bodies."""
        return [list(row) for row in zip(self.x, self.y, self.angle, self.vx, self.vy, self.w, strict=True)]

    def read_columns(self) -> None:
        """The pose columns as plain lists."""
        columns = self.x, self.y, self.angle, self.vx, self.vy, self.w = self._rows.T.tolist()
        self._column_at = [column for _ in range(self.count) for column in columns]
        """For each number of the rows, the column it belongs in."""

    def place(self, index: int, x: float, y: float, angle: float) -> None:
        """Puts a body somewhere, at rest (takes part from the next step on)."""
        self.x[index], self.y[index], self.angle[index] = int(x * GRID) / GRID, int(y * GRID) / GRID, angle
        self.moved.append(index)
        self.push(index, 0.0, 0.0)
        self.w[index] = 0.0

    def push(self, index: int, vx: float, vy: float) -> None:
        """Gives a body a speed, metres a second."""
        self.vx[index], self.vy[index] = vx, vy
        self.pushed.append(index)
        if index >= self._turning:
            self.jostled.append(index)

    def velocity_before(self, index: int) -> Point:
        """A body's speed as it went into the last step."""
        return float(self._before[index * 6 + 3]), float(self._before[index * 6 + 4])

    def step(self) -> None:
        """One tick of motion and contact; afterwards every pose is a multiple of 2^-16."""
        flat = self._flat
        self._write_rows()
        self._before[:] = flat
        self._send()
        # As pymunk's Space.step, less what it does for callbacks and late additions: there are none here.
        lib.cpSpaceStep(self.space._space, DT)
        self._floats.num = 0
        lib.cpSpaceEachBody(self.space._space, _GET_BODY, self._batch)
        np.multiply(flat, GRID, out=flat)
        np.add(flat, OFF_CENTRE, out=flat)
        np.rint(flat, out=flat)
        np.multiply(flat, 1.0 / GRID, out=flat)
        np.add(flat, 0.0, out=flat)
        self._read_changes()

    def _read_changes(self) -> None:
        """What the step has changed, into the columns: most bodies stand, and most walkers keep their speed."""
        changed = (self._bits != self._bits_before).nonzero()[0]
        column_at = self._column_at
        bodies = self._body_at[changed]
        for at, body, value in zip(changed.tolist(), bodies.tolist(), self._flat[changed].tolist(), strict=True):
            column_at[at][body] = value
        self.jostled += bodies[self._is_walkers_speed[changed]].tolist()

    def _send(self) -> None:
        """Poses and velocities of all bodies into the Space (as `pymunk.batch.set_space_bodies`)."""
        self._floats.num = 0
        lib.cpSpaceEachBody(self.space._space, _SET_BODY, self._batch)

    def _write_rows(self) -> None:
        """Velocities of those who were pushed and poses of those who were put somewhere, from the columns."""
        cells, x, y, angle = self._cells, self.x, self.y, self.angle
        vx, vy, w, turning = self.vx, self.vy, self.w, self._turning
        for index in self.pushed:
            at = index * 6
            cells[at + 3], cells[at + 4] = vx[index], vy[index]
            if index < turning:
                cells[at + 5] = w[index]
        self.pushed.clear()
        for index in self.moved:
            at = index * 6
            cells[at], cells[at + 1], cells[at + 2] = x[index], y[index], angle[index]
        self.moved.clear()

    def contacts(self, known: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[Contact]]:
        """The pairs in contact after the last step, sorted, and the contacts of those not yet `known`: the first of each pair."""
        buffer = self._contacts
        buffer._int_arr.num = buffer._float_arr.num = 0
        lib.cpSpaceEachCachedArbiter(self.space._space, _GET_ARBITER, self._arbiters)
        if buffer._int_arr.num == 0:
            return [], []
        raw = bytes(buffer.int_buf())
        if known is self._pairs and raw == self._pairs_raw:
            return self._pairs, []  # the same bodies touch as at the last look
        whole = memoryview(raw).cast("Q").tolist()
        real = memoryview(buffer.float_buf()).cast("d")
        ids, was = self._ids, dict.fromkeys(known)
        pairs: dict[tuple[int, int], bool] = {}
        found: dict[tuple[int, int], tuple[float, float, float, float]] = {}
        for k, (one, other, count) in enumerate(zip(whole[::3], whole[1::3], whole[2::3], strict=True)):
            if count:
                a, b = ids[one], ids[other]
                pair = (a, b) if a < b else (b, a)
                pairs[pair] = True
                if pair not in was:
                    nx, ny, px, py = [rounded(value) for value in real[4 * k : 4 * k + 4]]
                    row = (nx, ny, px, py) if a < b else (-nx, -ny, px, py)
                    if pair not in found or row < found[pair]:
                        found[pair] = row
        self._pairs, self._pairs_raw = sorted(pairs), raw
        return self._pairs, [Contact(*pair, *found[pair]) for pair in sorted(found)]

    def let_go(self) -> None:
        """Of no more use: bodies and shapes, which hold on to themselves through their handles, are given up without the collector."""
        for body in (*self.space.bodies, self.space.static_body):
            body._data_handle = None
        for shape in (*self._static_shapes, *self._shapes):
            shape._h = None
        self.__dict__.clear()

    # ------------------------------------------------------------------ rays

    def is_clear(self, x0: float, y0: float, x1: float, y1: float, mask: int) -> bool:
        """Whether nothing of `mask` lies between two points."""
        return not lib.cpSpaceSegmentQueryFirst(
            self.space._space, (x0, y0), (x1, y1), 0.0, self._ray_filter(mask), self._query
        )

    def first_hit(
        self, x0: float, y0: float, x1: float, y1: float, mask: int
    ) -> tuple[int, float, float, float] | None:
        """What a ray meets first: (index, share of the way, normal x, normal y); index >= 0 a body, -2 - k the k-th static shape."""
        self.segments += 1
        info = self._query
        shape = lib.cpSpaceSegmentQueryFirst(self.space._space, (x0, y0), (x1, y1), 0.0, self._ray_filter(mask), info)
        if not shape:
            return None
        normal = info.normal
        return (
            self._pointers[int(ffi.cast("uintptr_t", shape))],
            rounded(info.alpha),
            rounded(normal.x),
            rounded(normal.y),
        )

    def _ray_filter(self, mask: int) -> Any:
        found = self._filters.get(mask)
        if found is None:
            found = self._filters[mask] = ffi.new("cpShapeFilter *", (0, 0xFFFFFFFF, mask))[0]
        return found


def rounded(value: float) -> float:
    """On the grid of the poses: what was worked out from rotations carries the C library's last bit, and it must not get out.

    A ray that begins inside a shape has no normal there (not a number): 0.
    """
    if value != value:
        return 0.0
    return floor(value * GRID + (0.5 + OFF_CENTRE)) / GRID


def speed(physics: Physics, index: int) -> float:
    """Metres a second."""
    vx, vy = physics.vx[index], physics.vy[index]
    return sqrt(vx * vx + vy * vy)
