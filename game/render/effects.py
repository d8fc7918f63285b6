"""What events and motion leave behind: flashes, particles, marks on the ground, jolts of the camera.

Owns which event does what to the eye, what is going on longer than a tick (flashes, pools that grow), and presentation's
own dice, seeded from the tick so that the same replay gives the same picture. What gunfire and blows look like is in
`gunfire.py` and `blows.py`. Called by the renderer's `take` once a tick; the sim never hears of any of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from game.content.specs import Catalog
from game.render import blows, gunfire
from game.render.camera import Camera
from game.render.flash import Flash
from game.render.ground import Ground
from game.render.panes import Pane, Panes
from game.render.particles import Particles
from game.render.stamps import Stamps
from game.render.trails import Trails
from game.sim import events as ev
from game.sim.view import View

RESTING = {"brass": ("casing", 0.16), "note": ("note", 0.25)}
"""What comes to rest and stays: its mark and its size."""
POOLS = {4: 0.45, 40: 0.75, 110: 1.05, 220: 1.35}
"""Metres of a pool of blood so many ticks after the fall."""
LONGEST_SMOULDER = 420
PUSH = 0.30
"""Metres by which the hardest blow pushes the picture."""
HEARD = 45.0
"""Metres within which a blow shakes the camera."""


class Effects:
    """Particles, flashes and marks of one level."""

    def __init__(self, catalog: Catalog, ground: Ground, stamps: Stamps, camera: Camera, panes: Panes) -> None:
        self.catalog = catalog
        self.panes = panes
        self._ground = ground
        self._stamps = stamps
        self.camera = camera
        self.particles = Particles()
        self.flashes: dict[int, Flash] = {}
        self.roll = Random(0)
        self._pools: dict[int, tuple[float, float, int]] = {}
        """Those who bleed on the ground: where, and since which tick."""
        self._smoulders: list[tuple[float, float, int]] = []
        """Places that smoke on, and until which tick."""
        self.tick = 0
        self._trails = Trails(catalog, self.particles, self.mark)

    def let_go(self) -> None:
        """Another level's effects have taken their place: what holds on to them goes, and they are free without the collector."""
        del self._trails

    def take_over(self, before: Effects) -> None:
        """Keep the pictures of what flies: they are the same in every level."""
        self.particles.pictures = before.particles.pictures

    def renew(self) -> None:
        """Another run: clean streets, clear air."""
        self.particles.clear()
        self.flashes.clear()
        self.panes.renew()
        self._stamps.clear()
        self._trails.clear()
        self._pools.clear()
        self._smoulders.clear()

    def take(self, happened: Sequence[ev.Event], view: View) -> None:
        """Read one tick's events and motion."""
        self.tick = view.tick
        self.roll = Random(view.tick * 2654435761 % 2**32)
        for event in happened:
            react = REACTIONS.get(type(event))
            if react is not None:
                react(self, event, view)
        for vehicle in view.vehicles:
            self._trails.take(vehicle, self.roll, view.tick)
        for item in view.items:
            if item.state == "burning":
                self._trails.flames(item.x, item.y, 0.5, 2, self.roll, view.tick)
        self._smoulders = [one for one in self._smoulders if one[2] > view.tick]
        for x, y, until in self._smoulders:
            self._trails.smoke(x, y, (until - view.tick) / LONGEST_SMOULDER, self.roll, view.tick)
        for kind, x, y in self.particles.take():
            if kind in RESTING:
                name, size = RESTING[kind]
                self.mark(name, x, y, self.roll.uniform(0, math.tau), size)
        self._bleed()
        self.flashes = {who: f for who, f in self.flashes.items() if view.tick - f.born < f.life}

    def smoulder(self, x: float, y: float, ticks: int) -> None:
        """A place smokes on for a while."""
        self._smoulders.append((x, y, self.tick + ticks))

    def bleeds(self, who: int, x: float, y: float) -> None:
        """Somebody lies here: a pool grows under him."""
        self._pools.setdefault(who, (x, y, self.tick))

    def _bleed(self) -> None:
        for who, (x, y, since) in list(self._pools.items()):
            size = POOLS.get(self.tick - since)
            if size is not None:
                self.mark("blood", x, y, self.roll.uniform(0, math.tau), size * self.roll.uniform(0.85, 1.1))
            elif self.tick - since > max(POOLS):
                del self._pools[who]

    def mark(self, kind: str, x: float, y: float, angle: float, size: float) -> None:
        """Leave a mark on the ground for good."""
        self._ground.stamp(self._stamps.lay(kind, x, y, angle, size, self.roll.randrange(4)))

    def reglaze(self, pane: Pane) -> None:
        """A pane has changed: show it."""
        if pane.face is None:
            self._ground.reglaze(pane)

    def jolt(self, x: float, y: float, amount: float) -> None:
        """Shake the camera and push it away from a place, less from further off."""
        cx, cy, _ = self.camera.shown
        away = math.hypot(x - cx, y - cy)
        felt = amount * max(0.0, 1 - away / HEARD)
        self.camera.jolt(felt)
        if away > 0.5:
            self.camera.kick((cx - x) / away * felt * PUSH, (cy - y) / away * felt * PUSH)


REACTIONS = gunfire.REACTIONS | blows.REACTIONS
