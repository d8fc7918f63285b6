"""Fuses and fires: charges blow doors open, firebombs burn vehicles, burning vehicles drive people out and end as wrecks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import events
from game.sim.angles import COS, SIN, from_radians
from game.sim.entities import Vehicle
from game.sim.systems import damage

if TYPE_CHECKING:
    from game.sim.world import World

CHARGE_JOULES, CHARGE_RADIUS = 900.0, 3.2
BURN_TO_WRECK_TICKS = 20 * 60


def advance(world: World) -> None:
    """Every fuse and every fire by one tick."""
    for number in world.alight:
        vehicle = world.vehicles[number]
        if vehicle.fuse_ticks > 0:
            vehicle.fuse_ticks -= 1
            if vehicle.fuse_ticks == 0:
                _blow_doors(world, vehicle)
        if vehicle.burning_ticks > 0:
            vehicle.burning_ticks += 1
            if vehicle.burning_ticks == 60:
                damage.eject(world, vehicle)
            if vehicle.burning_ticks == BURN_TO_WRECK_TICKS:
                vehicle.stage = 4
                damage.kill_engine(world, vehicle)
                world.emit(events.VehicleStage(vehicle.id, 4))


def _blow_doors(world: World, vehicle: Vehicle) -> None:
    x, y = stern(world, vehicle)
    vehicle.is_open = True
    damage.blast(world, x, y, CHARGE_JOULES, CHARGE_RADIUS, vehicle.planted_by, "charge")
    for who in vehicle.seats:
        if who >= 0:
            person = world.person(who)
            person.deaf_until = max(person.deaf_until, world.tick + 60 * 60)
            person.fear = min(1.0, person.fear + 0.8)
            world.emit(events.Deafened(who, 60 * 60))


def stern(world: World, vehicle: Vehicle, out: float = 0.6) -> tuple[float, float]:
    """The spot behind a vehicle's rear doors."""
    turn = from_radians(world.physics.angle[vehicle.id])
    back = world.vehicle_specs[vehicle.id].length / 2.0 + out
    return world.physics.x[vehicle.id] - COS[turn] * back, world.physics.y[vehicle.id] - SIN[turn] * back


def light_fuse(world: World, vehicle: Vehicle, ticks: int, who: int) -> None:
    """A charge on a vehicle's doors goes off in so many ticks; `who` planted it."""
    vehicle.fuse_ticks, vehicle.planted_by = ticks, who
    _watch(world, vehicle)


def _watch(world: World, vehicle: Vehicle) -> None:
    if vehicle.id not in world.alight:
        world.alight.append(vehicle.id)


def ignite(world: World, vehicle: Vehicle) -> None:
    """Sets a vehicle on fire."""
    if vehicle.burning_ticks == 0:
        vehicle.burning_ticks = 1
        _watch(world, vehicle)
        world.emit(events.FireStarted(vehicle.id))
        world.count("burned")
