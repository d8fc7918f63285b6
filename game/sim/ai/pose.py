"""Where a vehicle stands and where it goes: read once for one moment of driving, by those who steer and those who look ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.angles import COS, SIN, direction, from_radians

if TYPE_CHECKING:
    from game.content.specs import VehicleSpec
    from game.sim.world import World


@dataclass(slots=True)
class Pose:
    """A vehicle at one tick: its middle, its nose's direction as an angle and as a unit vector, its speed that way."""

    number: int
    """EntityId."""
    spec: VehicleSpec
    x: float
    y: float
    heading: int
    fx: float
    fy: float
    forward: float
    """Metres a second along the nose; negative in reverse."""

    def towards(self, x: float, y: float) -> Pose:
        """The same, with the nose turned to a place."""
        heading = direction(x - self.x, y - self.y)
        return Pose(self.number, self.spec, self.x, self.y, heading, COS[heading], SIN[heading], self.forward)


def pose_of(world: World, number: int) -> Pose:
    """The pose of the vehicle with an EntityId."""
    physics = world.physics
    heading = from_radians(physics.angle[number])
    fx, fy = COS[heading], SIN[heading]
    forward = physics.vx[number] * fx + physics.vy[number] * fy
    return Pose(number, world.vehicle_specs[number], physics.x[number], physics.y[number], heading, fx, fy, forward)
