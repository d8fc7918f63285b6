"""Spike strips: whatever tyre rolls over one that is laid begins to lose its air."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import Item, Vehicle
from game.sim.systems import damage

if TYPE_CHECKING:
    from game.sim.world import World

STRIP_LENGTH = 16.0
"""Metres: two strips end to end, enough for one side of a boulevard."""
STRIP_DEPTH = 0.7


def advance(world: World) -> None:
    """Every vehicle that moves near a strip."""
    strips = [strip for strip in world.strips if strip.state == "laid"]
    if not strips:
        return
    xs, ys = world.physics.x, world.physics.y
    for vehicle in world.rolling:
        if vehicle.still_ticks == 0 and not vehicle.is_absent and not vehicle.is_on_side:
            x, y = xs[vehicle.id], ys[vehicle.id]
            for strip in strips:
                if -15.0 < x - strip.x < 15.0 and (x - strip.x) * (x - strip.x) + (y - strip.y) * (y - strip.y) < 200.0:
                    _roll_over(world, vehicle, strip)


def _roll_over(world: World, vehicle: Vehicle, strip: Item) -> None:
    physics = world.physics
    x, y = physics.x[vehicle.id], physics.y[vehicle.id]
    spec = world.vehicle_specs[vehicle.id]
    turn = from_radians(physics.angle[vehicle.id])
    along_x, along_y = COS[strip.facing], SIN[strip.facing]
    opened = False
    for tyre in range(4):
        fx = spec.wheelbase / 2.0 * (1.0 if tyre < 2 else -1.0)
        fy = spec.width * 0.42 * (-1.0 if tyre % 2 == 0 else 1.0)
        wx = x + fx * COS[turn] - fy * SIN[turn] - strip.x
        wy = y + fx * SIN[turn] + fy * COS[turn] - strip.y
        along = wx * along_x + wy * along_y
        across = wy * along_x - wx * along_y
        if abs(along) < STRIP_LENGTH / 2.0 and abs(across) < STRIP_DEPTH and vehicle.leaks[tyre] == 0.0:
            damage.open_tyre(world, vehicle, tyre, spec.tyre_seconds * 0.2, "spikes")
            opened = True
    if opened and sum(1 for leak in vehicle.leaks if leak > 0.0) <= 2:
        world.count("spiked" if world.vehicle_specs[vehicle.id].has_siren else "spiked_others")
