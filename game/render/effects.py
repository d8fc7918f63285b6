"""What events and motion leave behind: flashes, particles, marks on the ground, jolts of the camera.

Owns the reading of events for the eye and presentation's own dice, seeded from the tick so that the same replay
gives the same picture. Called by the renderer's `take` once a tick; the sim never hears of any of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random

from game.content.specs import Catalog
from game.render.camera import Camera
from game.render.figure import muzzle_of
from game.render.ground import Ground
from game.render.palette import DUST
from game.render.particles import Particle, Particles
from game.render.stamps import Stamps
from game.render.trails import Trails
from game.sim import events as ev
from game.sim.view import View

FULL_TURN = 65536
FLASH_TICKS = 2
FLASH_DECAY = 21
"""Ticks in which the light of a muzzle or a blast dies away (0.35 s): never on and off."""
HEARD = 45.0
"""Metres within which a blow shakes the camera."""


class Flash:
    """A light that began at full strength and dies away."""

    __slots__ = ("aim", "born", "decay", "kind", "power", "radius", "x", "y")

    def __init__(
        self, kind: str, x: float, y: float, aim: float, born: int, radius: float, decay: int, power: float = 1.0
    ) -> None:
        self.kind, self.x, self.y, self.aim = kind, x, y, aim
        self.born, self.radius, self.decay, self.power = born, radius, decay, power


class Effects:
    """Particles, flashes and marks of one level."""

    def __init__(self, catalog: Catalog, ground: Ground, stamps: Stamps, camera: Camera) -> None:
        self._catalog = catalog
        self._ground = ground
        self._stamps = stamps
        self._camera = camera
        self.particles = Particles()
        self.flashes: dict[int, Flash] = {}
        self._roll = Random(0)
        self._tick = 0
        self._trails = Trails(catalog, self.particles, self.mark)

    def renew(self) -> None:
        """Another run: clean streets, clear air."""
        self.particles.clear()
        self.flashes.clear()
        self._stamps.clear()
        self._trails.clear()

    def take(self, happened: Sequence[ev.Event], view: View) -> None:
        """Read one tick's events and motion."""
        self._tick = view.tick
        self._roll = Random(view.tick * 2654435761 % 2**32)
        for event in happened:
            react = _REACTIONS.get(type(event))
            if react is not None:
                react(self, event, view)
        for vehicle in view.vehicles:
            self._trails.take(vehicle, self._roll, view.tick)
        for item in view.items:
            if item.state == "burning":
                self._trails.flames(item.x, item.y, 0.5, 2, self._roll, view.tick)
        for speck in self.particles.take():
            if speck.kind == "brass":
                self.mark("casing", speck.x, speck.y, self._roll.uniform(0, math.tau), 0.16)
        self.flashes = {who: f for who, f in self.flashes.items() if view.tick - f.born < f.decay}

    def mark(self, kind: str, x: float, y: float, angle: float, size: float) -> None:
        """Leave a mark on the ground for good."""
        self._ground.stamp(self._stamps.lay(kind, x, y, angle, size, self._roll.randrange(4)))

    def _jolt(self, x: float, y: float, amount: float) -> None:
        cx, cy, _ = self._camera.shown
        self._camera.jolt(amount * max(0.0, 1 - math.hypot(x - cx, y - cy) / HEARD))

    # ---- guns

    @staticmethod
    def _muzzle(event: ev.ShotFired, angle: float, kind: str, view: View) -> tuple[float, float]:
        """Where the drawn gun ends: further out than the sim's muzzle, as men are drawn larger than they are."""
        who = next((person for person in view.people if person.id == event.who), None)
        if who is None or who.vehicle >= 0 or not kind:
            return event.x, event.y
        ahead, right = muzzle_of(kind)
        c, s = math.cos(angle), math.sin(angle)
        return who.x + c * ahead - s * right, who.y + s * ahead + c * right

    def _shot(self, event: ev.ShotFired, view: View) -> None:
        angle = event.aim / FULL_TURN * math.tau
        spec = self._catalog.weapons.get(event.weapon)
        is_big = spec is not None and spec.energy > 900
        x, y = self._muzzle(event, angle, spec.kind if spec is not None else "", view)
        self.flashes[event.who] = Flash(
            "muzzle", x, y, angle, view.tick, 10.0 if is_big else 7.5, FLASH_DECAY, 0.8 if is_big else 0.65
        )
        roll = self._roll
        out = angle + math.pi / 2 + roll.uniform(-0.4, 0.4)
        back_x, back_y = event.x - math.cos(angle) * 0.6, event.y - math.sin(angle) * 0.6
        if spec is None or not spec.is_loaded_singly:
            speed = roll.uniform(2.0, 4.0)
            self.particles.add(
                Particle(
                    "brass",
                    back_x,
                    back_y,
                    math.cos(out) * speed,
                    math.sin(out) * speed,
                    22,
                    0.13,
                    colour=(216, 172, 84),
                    drag=0.93,
                )
            )
        self.particles.burst(
            roll,
            "smoke",
            event.x,
            event.y,
            1,
            1.2,
            26,
            0.5,
            grow=1.2,
            colour=(170, 170, 172),
            alpha=0.24,
            angle=angle,
            cone=0.4,
        )
        if event.who == view.player:
            push = 0.10 if is_big else 0.05
            self._camera.kick(-math.cos(angle) * push, -math.sin(angle) * push)
            self._camera.jolt(0.06 if is_big else 0.03)

    def _impact(self, event: ev.BulletImpact, view: View) -> None:
        material = self._catalog.materials.get(event.material)
        dust = material.dust if material is not None else "concrete"
        back = event.aim / FULL_TURN * math.tau + math.pi
        self._dust(dust, event.x, event.y, back)
        self.mark("hole", event.x, event.y, 0.0, 0.125)

    def _dust(self, dust: str, x: float, y: float, angle: float) -> None:
        roll, colour = self._roll, DUST.get(dust, DUST["none"])
        if dust == "none":
            return
        if dust == "metal":
            self.particles.burst(
                roll, "spark", x, y, 5, 9, 14, 0.1, colour=(255, 206, 120), angle=angle, cone=0.8, drag=0.88
            )
        if dust in ("glass", "wood"):
            self.particles.burst(roll, "shard", x, y, 5, 4, 22, 0.09, colour=colour, angle=angle, cone=1.0)
        thick = 0.55 if dust == "concrete" else 0.3
        self.particles.burst(
            roll,
            "smoke",
            x,
            y,
            3 if dust == "concrete" else 1,
            3.0,
            34,
            0.5,
            grow=1.5,
            colour=colour,
            alpha=thick,
            angle=angle,
            cone=0.7,
        )

    def _ricochet(self, event: ev.Ricochet, view: View) -> None:
        angle = event.aim / FULL_TURN * math.tau
        self.particles.burst(
            self._roll,
            "spark",
            event.x,
            event.y,
            6,
            12,
            13,
            0.1,
            colour=(255, 214, 140),
            angle=angle,
            cone=0.35,
            drag=0.9,
        )

    # ---- people

    def _hurt(self, event: ev.PersonHurt, view: View) -> None:
        angle = event.aim / FULL_TURN * math.tau
        self.particles.burst(
            self._roll, "drop", event.x, event.y, 5, 5, 14, 0.09, colour=(112, 14, 18), angle=angle, cone=0.5, drag=0.86
        )
        self.mark("spray", event.x + math.cos(angle) * 0.7, event.y + math.sin(angle) * 0.7, angle, 0.75)
        if event.who == view.player:
            self._camera.jolt(0.35)

    def _fallen(self, event, view: View) -> None:
        self.mark("blood", event.x, event.y, self._roll.uniform(0, math.tau), self._roll.uniform(0.9, 1.4))

    # ---- vehicles

    def _crash(self, event: ev.VehicleImpact, view: View) -> None:
        force = min(1.0, event.joules / 120_000.0)
        if force < 0.02:
            return
        roll = self._roll
        self.particles.burst(
            roll, "spark", event.x, event.y, int(4 + 14 * force), 11, 18, 0.1, colour=(255, 208, 128), drag=0.9
        )
        self.particles.burst(
            roll,
            "smoke",
            event.x,
            event.y,
            int(2 + 4 * force),
            3,
            40,
            0.8,
            grow=1.6,
            colour=(150, 146, 140),
            alpha=0.35,
        )
        if force > 0.25:
            self.particles.burst(roll, "shard", event.x, event.y, int(10 * force), 6, 26, 0.09, colour=(196, 210, 216))
            self.mark("glass", event.x, event.y, 0.0, 0.8 + force)
        self._jolt(event.x, event.y, 0.15 + 0.6 * force)

    def _tyre(self, event: ev.TyreBurst, view: View) -> None:
        vehicle = next((v for v in view.vehicles if v.id == event.vehicle), None)
        if vehicle is not None:
            self.particles.burst(
                self._roll, "smoke", vehicle.x, vehicle.y, 4, 4, 30, 0.6, grow=1.4, colour=(90, 90, 92), alpha=0.4
            )

    def _glass(self, event: ev.GlassBroken, view: View) -> None:
        self.particles.burst(self._roll, "shard", event.x, event.y, 9, 4.5, 26, 0.09, colour=(200, 216, 222))
        self.mark("glass", event.x, event.y, self._roll.uniform(0, math.tau), 1.0)

    def _tipped(self, event: ev.VehicleTipped, view: View) -> None:
        vehicle = next((v for v in view.vehicles if v.id == event.vehicle), None)
        if vehicle is not None:
            self.particles.burst(
                self._roll, "smoke", vehicle.x, vehicle.y, 14, 6, 60, 1.6, grow=2.2, colour=(166, 158, 146), alpha=0.5
            )
            self._jolt(vehicle.x, vehicle.y, 0.8)

    def _blast(self, event: ev.Exploded, view: View) -> None:
        roll, x, y = self._roll, event.x, event.y
        self.flashes[-self._tick - 2] = Flash("blast", x, y, 0.0, view.tick, 17.0, 30)
        self.particles.burst(roll, "fire", x, y, 22, 9, 26, 2.2, grow=3.0, colour=(255, 150, 60), alpha=0.9, drag=0.88)
        self.particles.burst(roll, "fire", x, y, 8, 4, 14, 2.6, grow=2.0, colour=(255, 226, 160), alpha=1.0, drag=0.86)
        self.particles.burst(roll, "smoke", x, y, 22, 8, 120, 2.4, grow=2.2, colour=(70, 66, 64), alpha=0.75, drag=0.93)
        self.particles.burst(roll, "spark", x, y, 34, 20, 30, 0.1, colour=(255, 196, 110), drag=0.93)
        self.particles.burst(roll, "shard", x, y, 14, 13, 34, 0.14, colour=(70, 70, 72), drag=0.92)
        self.mark("scorch", x, y, roll.uniform(0, math.tau), 4.2)
        self._jolt(x, y, 1.0)

    def _stage(self, event: ev.VehicleStage, view: View) -> None:
        vehicle = next((v for v in view.vehicles if v.id == event.vehicle), None)
        if vehicle is not None and event.stage >= 2:
            self.mark("glass", vehicle.x, vehicle.y, 0.0, 1.6)
        if vehicle is not None and event.stage >= 4:
            self.mark("scorch", vehicle.x, vehicle.y, 0.0, 3.4)


_REACTIONS: dict[type[ev.Event], Callable[..., None]] = {
    ev.ShotFired: Effects._shot,
    ev.BulletImpact: Effects._impact,
    ev.Ricochet: Effects._ricochet,
    ev.PersonHurt: Effects._hurt,
    ev.PersonDowned: Effects._fallen,
    ev.PersonKilled: Effects._fallen,
    ev.VehicleImpact: Effects._crash,
    ev.VehicleTipped: Effects._tipped,
    ev.VehicleStage: Effects._stage,
    ev.TyreBurst: Effects._tyre,
    ev.GlassBroken: Effects._glass,
    ev.Exploded: Effects._blast,
}
