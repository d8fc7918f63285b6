"""THEN, for lamps: what a beat does with the light of the place. Built by `calls.bind` like every other action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.systems import landing

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class SwitchLights:
    """Turns the lamps of a group on or off: a fuse is pulled, floodlights come on. No timetable changes them any more."""

    group: str
    is_on: bool = True

    def act(self, world: World) -> None:
        landing.switch(world, self.group, self.is_on)
