"""What blows look like: crashes, tyres that burst, panes that break, vehicles thrown over, explosions.

Owns no state; each function answers one kind of event for the effects it is given. Called by `effects.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.render import splinters
from game.render.dust import EMBER, embers
from game.render.flash import Flash
from game.render.gunfire import paper
from game.sim import events as ev
from game.sim.view import VehicleView, View

if TYPE_CHECKING:
    from game.render.effects import Effects

HARDEST_JOULES = 120_000.0
RAM_JOULES = 400_000.0
"""From here on a crash is no crash of cars any more: tons of steel, and the street knows it."""
GLASS = (200, 216, 222)
ROAD_DUST = (170, 162, 150)
RAM_DUST = (214, 206, 190)
"""Pale, so that by night it takes up what light there is."""
SOOT, PALE_SOOT = (58, 54, 52), (128, 121, 115)
BLAST_DUST = (196, 186, 168)
BLAST_RADIUS, BLAST_LIFE = 19.0, 90
BLAST_BREAKS = 9.0
"""Metres within which a blast takes the panes out."""
LANES = 26
"""Puffs of dust that run outward along the ground from a blast."""
SMOULDER_TICKS = 420
"""How long a place smokes after a blast."""


def crash(effects: Effects, event: ev.VehicleImpact, view: View) -> None:
    """Sparks and dust by the force of it; glass and a shake when it was hard."""
    force = min(1.0, event.joules / HARDEST_JOULES)
    if force < 0.02:
        return
    roll, burst, x, y = effects.roll, effects.particles.burst, event.x, event.y
    burst(roll, "spark", x, y, int(4 + 26 * force), 13, 22, 0.1, colour=(255, 208, 128), drag=0.9)
    burst(roll, "smoke", x, y, int(2 + 6 * force), 4, 56, 0.9, grow=2.2, colour=ROAD_DUST, alpha=0.5, drag=0.9)
    if force > 0.25:
        embers(effects, x, y, int(8 * force), 5.0)
        burst(roll, "shard", x, y, int(16 * force), 7, 46, 0.11, colour=GLASS, drag=0.97, z=0.8, vz=1.8)
        burst(roll, "shard", x, y, int(9 * force), 6, 50, 0.20, colour=(60, 62, 66), drag=0.97, z=0.5, vz=1.7)
        effects.mark("glass", x, y, roll.uniform(0, math.tau), 0.8 + force)
        splinters.shatter(effects, x, y, 1.6)
    if event.joules > RAM_JOULES:
        _ram(effects, x, y)
    effects.jolt(x, y, 0.15 + 0.6 * force)


def _ram(effects: Effects, x: float, y: float) -> None:
    """A truck through another: a ring of dust along the ground, a fountain of sparks and sheet metal, oil."""
    roll, burst = effects.roll, effects.particles.burst
    effects.flashes[-effects.tick - 3] = Flash("blast", x, y, 0.0, effects.tick, 11.0, 64, 0.55)
    burst(roll, "smoke", x, y, 20, 17, 92, 1.5, grow=3.0, colour=RAM_DUST, alpha=0.74, drag=0.9, spread=1.4)
    burst(roll, "smoke", x, y, 8, 4, 150, 1.8, grow=1.5, colour=(196, 188, 174), alpha=0.6, drag=0.96, spread=1.0)
    burst(roll, "spark", x, y, 46, 24, 34, 0.1, colour=(255, 214, 140), drag=0.93)
    burst(roll, "fire", x, y, 5, 3, 12, 1.1, grow=2.0, colour=EMBER, alpha=0.7, drag=0.86)
    burst(roll, "shard", x, y, 22, 12, 74, 0.24, colour=(86, 88, 90), drag=0.975, z=0.9, vz=3.2)
    burst(roll, "shard", x, y, 34, 10, 66, 0.12, colour=GLASS, drag=0.97, z=1.1, vz=2.6)
    embers(effects, x, y, 14, 9.0)
    for _ in range(5):
        a, far = roll.uniform(0, math.tau), roll.uniform(0.3, 2.2)
        effects.mark("glass", x + math.cos(a) * far, y + math.sin(a) * far, a, roll.uniform(1.0, 2.0))
    effects.mark("oil", x, y, roll.uniform(0, math.tau), 2.6)


def tyre(effects: Effects, event: ev.TyreBurst, view: View) -> None:
    """A puff of rubber dust and a few shreds."""
    vehicle = _vehicle(view, event.vehicle)
    if vehicle is not None:
        burst, x, y = effects.particles.burst, vehicle.x, vehicle.y
        burst(effects.roll, "smoke", x, y, 5, 5, 36, 0.7, grow=1.8, colour=(96, 96, 98), alpha=0.5)
        burst(effects.roll, "shard", x, y, 6, 6, 40, 0.18, colour=(26, 26, 28), drag=0.97, z=0.3, vz=1.6)


def glass(effects: Effects, event: ev.GlassBroken, view: View) -> None:
    """A pane in splinters, in the air and then on the ground."""
    roll, x, y = effects.roll, event.x, event.y
    if event.vehicle >= 0:
        effects.panes.cars.add(event.vehicle)
    elif splinters.hit(effects, x, y, 0.0):
        return
    effects.particles.burst(roll, "shard", x, y, 14, 4.5, 40, 0.10, colour=GLASS, drag=0.97, z=1.1, vz=0.9)
    effects.mark("glass", x, y, roll.uniform(0, math.tau), 1.2)


def tipped(effects: Effects, event: ev.VehicleTipped, view: View) -> None:
    """Dust from under a vehicle that falls on its side, and what breaks off it."""
    vehicle = _vehicle(view, event.vehicle)
    if vehicle is not None:
        roll, burst, x, y = effects.roll, effects.particles.burst, vehicle.x, vehicle.y
        burst(roll, "smoke", x, y, 22, 9, 96, 1.6, grow=2.4, colour=ROAD_DUST, alpha=0.6, drag=0.92, spread=1.6)
        burst(roll, "shard", x, y, 16, 7, 50, 0.14, colour=GLASS, drag=0.97, z=0.6, vz=1.4)
        effects.jolt(x, y, 0.8)


def blast(effects: Effects, event: ev.Exploded, view: View) -> None:
    """A fireball in black smoke, dust along the ground, debris, soot, light; what a charge opens sheds paper. It smokes on."""
    roll, burst, x, y = effects.roll, effects.particles.burst, event.x, event.y
    effects.flashes[-view.tick - 2] = Flash("blast", x, y, 0.0, view.tick, BLAST_RADIUS, BLAST_LIFE)
    # Fire is added to what lies under it: over black smoke it keeps its colour by day.
    burst(roll, "smoke", x, y, LANES, 34, 76, 1.3, grow=3.2, colour=BLAST_DUST, alpha=0.7, drag=0.89)
    burst(roll, "smoke", x, y, 14, 7, 180, 1.9, grow=1.9, colour=BLAST_DUST, alpha=0.75, drag=0.95, spread=2.2)
    burst(roll, "smoke", x, y, 20, 5, 250, 2.5, grow=1.7, colour=SOOT, alpha=0.95, drag=0.955, spread=1.7)
    burst(roll, "smoke", x, y, 9, 4, 260, 1.7, grow=1.9, colour=PALE_SOOT, alpha=0.6, drag=0.96, spread=1.5)
    burst(roll, "fire", x, y, 20, 6, 52, 1.8, grow=2.0, colour=(255, 104, 26), alpha=0.7, drag=0.9, spread=1.9)
    burst(roll, "fire", x, y, 10, 4, 36, 1.5, grow=1.8, colour=(255, 190, 90), alpha=0.6, drag=0.88, spread=1.2)
    burst(roll, "fire", x, y, 3, 2, 24, 1.8, grow=2.0, colour=(255, 236, 190), alpha=0.6, drag=0.86, spread=0.6)
    burst(roll, "spark", x, y, 44, 26, 40, 0.1, colour=(255, 196, 110), drag=0.94)
    embers(effects, x, y, 18, 11.0)
    burst(roll, "shard", x, y, 24, 13, 80, 0.20, colour=(70, 70, 72), drag=0.985, z=0.8, vz=4.0)
    effects.mark("scorch", x, y, roll.uniform(0, math.tau), 4.2)
    effects.mark("scorch", x, y, roll.uniform(0, math.tau), 2.2)
    splinters.shatter(effects, x, y, BLAST_BREAKS)
    effects.smoulder(x, y, SMOULDER_TICKS)
    if event.cause == "charge":
        paper(effects, x, y, 18, 6.0)
    effects.jolt(x, y, 1.0)


def stage(effects: Effects, event: ev.VehicleStage, view: View) -> None:
    """Glass under what was dented, soot under a wreck."""
    vehicle = _vehicle(view, event.vehicle)
    if vehicle is not None and event.stage >= 2:
        effects.mark("glass", vehicle.x, vehicle.y, 0.0, 1.6)
    if vehicle is not None and event.stage >= 3:
        effects.mark("oil", vehicle.x, vehicle.y, effects.roll.uniform(0, math.tau), 1.8)
    if vehicle is not None and event.stage >= 4:
        effects.mark("scorch", vehicle.x, vehicle.y, 0.0, 3.4)


def fence_cut(effects: Effects, event: ev.FenceCut, view: View) -> None:
    """A gap in the mesh that stays."""
    way = event.facing * math.tau / 65536
    effects.mark("gap", event.x + math.cos(way) * 0.5, event.y + math.sin(way) * 0.5, way, 0.95)


def _vehicle(view: View, who: int) -> VehicleView | None:
    return next((vehicle for vehicle in view.vehicles if vehicle.id == who), None)


REACTIONS: dict[type[ev.Event], Callable[..., None]] = {
    ev.VehicleImpact: crash, ev.VehicleTipped: tipped, ev.VehicleStage: stage, ev.TyreBurst: tyre, ev.GlassBroken: glass,
    ev.Exploded: blast, ev.FenceCut: fence_cut,
}  # fmt: skip
