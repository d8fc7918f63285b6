"""What motion leaves behind each tick: tyre marks, tyre smoke, sparks of bare rims, smoke and fire of wrecks.

Owns where each vehicle's rear axle was; the particles and marks belong to `effects.py`, which calls this.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from game.content.specs import Catalog, VehicleSpec
from game.render.particles import Particle, Particles
from game.sim.view import VehicleView

SLIDING = 2.0
"""Sideways slip in m/s from which rubber stays on the road."""
STREAK = 0.36
"""Metres from one mark of rubber to the next, so that a slow slide is no darker than a fast one."""
STEAM_EVERY = 7
WIND = -0.72
"""Radians toward which smoke drifts: the sea wind comes from the south-west."""
SOOT, PALE_SOOT = (56, 53, 52), (104, 100, 97)
EMBER = (255, 176, 80)
Mark = Callable[[str, float, float, float, float], None]


class Trails:
    """Marks and smoke of everything that moves."""

    def __init__(self, catalog: Catalog, particles: Particles, mark: Mark) -> None:
        self._catalog = catalog
        self._particles = particles
        self._mark = mark
        self._axles: dict[int, tuple[float, float]] = {}
        self._laid: dict[int, tuple[float, float]] = {}

    def clear(self) -> None:
        """Forget where the axles were."""
        self._axles.clear()
        self._laid.clear()

    def take(self, vehicle: VehicleView, roll: Random, tick: int) -> None:
        """Read one vehicle's tick."""
        spec = self._catalog.vehicles.get(vehicle.spec)
        if spec is None:
            return
        c, s = math.cos(vehicle.angle), math.sin(vehicle.angle)
        self._rubber(vehicle, spec, c, s, roll, tick)
        if abs(vehicle.speed) > 5.0 and min(vehicle.tyres) < 0.15 and tick % 2 == 0:
            self._rim(vehicle, spec, c, s, roll)
        nose_x, nose_y = vehicle.x + c * spec.length * 0.36, vehicle.y + s * spec.length * 0.36
        if vehicle.is_burning:
            self.flames(nose_x, nose_y, spec.width * 0.45, 3, roll, tick)
        elif vehicle.stage >= 2 and tick % STEAM_EVERY == vehicle.id % STEAM_EVERY:
            # A dented radiator steams; a broken engine smokes.
            grey, alpha = ((108, 106, 106), 0.55) if vehicle.stage >= 3 else ((216, 222, 226), 0.36)
            self._particles.burst(
                roll, "smoke", nose_x, nose_y, 1, 1.0, 100, 0.7, grow=1.7, colour=grey, alpha=alpha, angle=WIND, cone=0.7,
                drag=0.985,
            )  # fmt: skip
        if vehicle.throttle > 0.5 and vehicle.has_engine and tick % 9 == vehicle.id % 9:
            back_x, back_y = vehicle.x - c * spec.length * 0.5, vehicle.y - s * spec.length * 0.5
            self._particles.burst(
                roll, "smoke", back_x, back_y, 1, 0.6, 40, 0.3, grow=1.1, colour=(150, 152, 156), alpha=0.14
            )

    def _rubber(self, vehicle: VehicleView, spec: VehicleSpec, c: float, s: float, roll: Random, tick: int) -> None:
        """Streaks under the rear wheels of what slides or brakes hard; scratches under what slides on its side."""
        x, y = vehicle.x - c * spec.wheelbase / 2, vehicle.y - s * spec.wheelbase / 2
        old = self._axles.get(vehicle.id)
        self._axles[vehicle.id] = (x, y)
        slides = abs(vehicle.slip) > SLIDING
        if old is None or not (slides or (vehicle.is_braking and vehicle.speed > 17.0)):
            return
        if not 0.02 < math.dist(old, (x, y)) < 3.0:
            return
        if math.dist(self._laid.get(vehicle.id, (-1e6, 0.0)), (x, y)) >= STREAK:
            self._laid[vehicle.id] = (x, y)
            self._streaks(vehicle, spec, c, s, math.atan2(y - old[1], x - old[0]), roll)
        if slides and tick % 2 == 0:
            side = (spec.width / 2 - 0.15) * (1 if tick % 4 else -1)
            pale, alpha = (210, 210, 210), min(0.52, 0.22 + 0.04 * abs(vehicle.slip))
            self._particles.burst(
                roll, "smoke", x - s * side, y + c * side, 1, 1.4, 66, 0.9, grow=2.4, colour=pale, alpha=alpha
            )

    def _streaks(self, vehicle: VehicleView, spec: VehicleSpec, c: float, s: float, angle: float, roll: Random) -> None:
        if vehicle.is_on_side:
            for _ in range(4):
                u, v = roll.uniform(-0.45, 0.45) * spec.length, roll.uniform(-0.4, 0.4) * spec.height
                self._mark("scrape", vehicle.x + c * u - s * v, vehicle.y + s * u + c * v, angle, 0.75)
            return
        x, y = vehicle.x - c * spec.wheelbase / 2, vehicle.y - s * spec.wheelbase / 2
        track = spec.width / 2 - 0.15
        for side in (-1, 1):
            self._mark("tyre", x - s * track * side, y + c * track * side, angle, 0.5)

    def _rim(self, vehicle: VehicleView, spec: VehicleSpec, c: float, s: float, roll: Random) -> None:
        """Sparks under the flattest tyre of a moving vehicle."""
        index = min(range(4), key=lambda i: vehicle.tyres[i])
        u = (1 if index < 2 else -1) * spec.wheelbase / 2
        v = (-1 if index % 2 == 0 else 1) * (spec.width / 2 - 0.15)
        x, y = vehicle.x + c * u - s * v, vehicle.y + s * u + c * v
        back = vehicle.angle + math.pi
        self._particles.burst(roll, "spark", x, y, 3, 8, 12, 0.1, colour=(255, 200, 110), angle=back, cone=0.5)

    def flames(self, x: float, y: float, spread: float, rate: int, roll: Random, tick: int) -> None:
        """Fire at a place, with a column of black smoke above it, for one tick."""
        add = self._particles.add
        for _ in range(rate):
            px, py = x + roll.gauss(0, spread * 0.5), y + roll.gauss(0, spread * 0.5)
            size, colour, turn = roll.uniform(0.5, 1.2), (255, roll.choice((104, 140, 180)), 40), roll.randrange(4)
            add(Particle("fire", px, py, 0.5, -0.8, 20, size, -0.6, colour, 0.8, 0.97, turn))
        self.smoke(x, y, 1.0, roll, tick)
        if tick % 4 == 0:
            rise, drift = roll.uniform(0.8, 2.4), roll.uniform(-1.2, 2.0)
            add(Particle("glow", x, y, drift, -rise, 34, 0.22, -0.1, EMBER, 1.0, 0.985, 0, 0.4, roll.uniform(0.6, 1.8)))

    def smoke(self, x: float, y: float, share: float, roll: Random, tick: int) -> None:
        """The column over a fire, or over what a fire has left: dark and thick at its foot, pale where the wind has it."""
        if tick % 7 == 0:
            turn, wide = roll.randrange(4), roll.uniform(1.0, 1.5)
            speed = roll.uniform(1.3, 2.1)
            self._particles.add(
                Particle(
                    "smoke", x + roll.gauss(0, 0.25), y + roll.gauss(0, 0.25), math.cos(WIND) * speed, math.sin(WIND) * speed,
                    int(160 * (0.5 + 0.5 * share)), wide, 1.1, SOOT if tick % 14 else PALE_SOOT, 0.34 + 0.5 * share, 0.992, turn,
                )
            )  # fmt: skip
