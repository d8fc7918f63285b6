"""What beats do to the police and to what they know: clothes, disguise, air unit.

Each is a frozen dataclass whose fields are its arguments, as in `actions.py`; `calls.py` has their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.level import MarkerName, PersonName
from game.sim.systems import helicopter, wanted

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class ChangeClothes:
    """People change their clothes: whoever is not looking has the wrong description from then on. Masks come off."""

    people: tuple[PersonName, ...]

    def act(self, world: World) -> None:
        for name in self.people:
            wanted.change_clothes(world, world.person_named[name])


@dataclass(frozen=True, slots=True)
class Disguise:
    """People look like somebody who belongs there: they are noticed four times as late, until they break a rule. Or no longer."""

    people: tuple[PersonName, ...]
    is_on: bool = True

    def act(self, world: World) -> None:
        for name in self.people:
            world.person_named[name].disguise = self.is_on


@dataclass(frozen=True, slots=True)
class AirUnit:
    """A helicopter sets out: it comes in over a marker after so many seconds, searches round the last known place with its lamp (by
    night), circles whom it finds and tells it by radio. It sees nobody under a roof or in a shelter."""

    entry: MarkerName
    seconds: float = 120.0
    name: str = "air_unit"

    def act(self, world: World) -> None:
        x, y, _ = world.spot(self.entry)
        helicopter.send(world, x, y, self.seconds, self.name)
