"""What blows look like: crashes, tyres that burst, panes that break, vehicles thrown over, explosions.

Owns no state; each function answers one kind of event for the effects it is given. Called by `effects.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.render.flash import Flash
from game.render.gunfire import paper
from game.sim import events as ev
from game.sim.view import VehicleView, View

if TYPE_CHECKING:
    from game.render.effects import Effects

HARDEST_JOULES = 120_000.0
GLASS = (200, 216, 222)
BLAST_RADIUS, BLAST_LIFE = 19.0, 90
LANES = 26
"""Puffs of dust that run outward along the ground from a blast."""


def crash(effects: Effects, event: ev.VehicleImpact, view: View) -> None:
    """Sparks and dust by the force of it; glass and a shake when it was hard."""
    force = min(1.0, event.joules / HARDEST_JOULES)
    if force < 0.02:
        return
    roll, burst, x, y = effects.roll, effects.particles.burst, event.x, event.y
    burst(roll, "spark", x, y, int(4 + 18 * force), 12, 20, 0.1, colour=(255, 208, 128), drag=0.9)
    burst(roll, "smoke", x, y, int(2 + 5 * force), 3, 46, 0.8, grow=1.8, colour=(150, 146, 140), alpha=0.35)
    if force > 0.25:
        burst(roll, "shard", x, y, int(14 * force), 6, 40, 0.09, colour=(196, 210, 216), drag=0.97, z=0.8, vz=1.8)
        burst(roll, "shard", x, y, int(5 * force), 5, 44, 0.16, colour=(60, 62, 66), drag=0.97, z=0.5, vz=1.5)
        effects.mark("glass", x, y, 0.0, 0.8 + force)
    effects.jolt(x, y, 0.15 + 0.6 * force)


def tyre(effects: Effects, event: ev.TyreBurst, view: View) -> None:
    """A puff of rubber dust and a few shreds."""
    vehicle = _vehicle(view, event.vehicle)
    if vehicle is not None:
        burst, x, y = effects.particles.burst, vehicle.x, vehicle.y
        burst(effects.roll, "smoke", x, y, 4, 4, 30, 0.6, grow=1.4, colour=(90, 90, 92), alpha=0.4)
        burst(effects.roll, "shard", x, y, 4, 5, 34, 0.14, colour=(26, 26, 28), drag=0.97, z=0.3, vz=1.6)


def glass(effects: Effects, event: ev.GlassBroken, view: View) -> None:
    """A pane in splinters, in the air and then on the ground."""
    roll = effects.roll
    effects.particles.burst(roll, "shard", event.x, event.y, 12, 4.5, 34, 0.08, colour=GLASS, drag=0.97, z=1.1, vz=0.8)
    effects.mark("glass", event.x, event.y, roll.uniform(0, math.tau), 1.0)


def tipped(effects: Effects, event: ev.VehicleTipped, view: View) -> None:
    """Dust from under a vehicle that falls on its side."""
    vehicle = _vehicle(view, event.vehicle)
    if vehicle is not None:
        dust = (168, 158, 144)
        effects.particles.burst(
            effects.roll, "smoke", vehicle.x, vehicle.y, 16, 7, 70, 1.6, grow=2.2, colour=dust, alpha=0.5
        )
        effects.jolt(vehicle.x, vehicle.y, 0.8)


def blast(effects: Effects, event: ev.Exploded, view: View) -> None:
    """A fireball, dust along the ground, black smoke that stays, debris, soot, light; what a charge opens sheds paper."""
    roll, burst, x, y = effects.roll, effects.particles.burst, event.x, event.y
    effects.flashes[-view.tick - 2] = Flash("blast", x, y, 0.0, view.tick, BLAST_RADIUS, BLAST_LIFE)
    # Dark smoke shows by day, pale smoke where light falls on it at night.
    burst(roll, "smoke", x, y, LANES, 34, 70, 1.2, grow=3.0, colour=(196, 186, 168), alpha=0.62, drag=0.89)
    burst(roll, "smoke", x, y, 12, 7, 170, 1.8, grow=1.8, colour=(196, 186, 168), alpha=0.7, drag=0.95, spread=2.2)
    burst(roll, "smoke", x, y, 14, 5, 230, 2.2, grow=1.7, colour=(50, 47, 46), alpha=0.85, drag=0.955, spread=1.6)
    burst(roll, "fire", x, y, 26, 7, 36, 1.8, grow=2.6, colour=(255, 116, 34), alpha=0.6, drag=0.9, spread=2.6)
    burst(roll, "fire", x, y, 10, 4, 15, 1.9, grow=2.2, colour=(255, 206, 120), alpha=0.7, drag=0.86, spread=1.4)
    burst(roll, "spark", x, y, 36, 22, 34, 0.1, colour=(255, 196, 110), drag=0.94)
    burst(roll, "shard", x, y, 18, 11, 70, 0.15, colour=(70, 70, 72), drag=0.985, z=0.8, vz=4.0)
    effects.mark("scorch", x, y, roll.uniform(0, math.tau), 4.2)
    effects.mark("scorch", x, y, roll.uniform(0, math.tau), 2.2)
    if event.cause == "charge":
        paper(effects, x, y, 16, 6.0)
    effects.jolt(x, y, 1.0)


def stage(effects: Effects, event: ev.VehicleStage, view: View) -> None:
    """Glass under what was dented, soot under a wreck."""
    vehicle = _vehicle(view, event.vehicle)
    if vehicle is not None and event.stage >= 2:
        effects.mark("glass", vehicle.x, vehicle.y, 0.0, 1.6)
    if vehicle is not None and event.stage >= 4:
        effects.mark("scorch", vehicle.x, vehicle.y, 0.0, 3.4)


def _vehicle(view: View, who: int) -> VehicleView | None:
    return next((vehicle for vehicle in view.vehicles if vehicle.id == who), None)


REACTIONS: dict[type[ev.Event], Callable[..., None]] = {
    ev.VehicleImpact: crash, ev.VehicleTipped: tipped, ev.VehicleStage: stage, ev.TyreBurst: tyre, ev.GlassBroken: glass,
    ev.Exploded: blast,
}  # fmt: skip
