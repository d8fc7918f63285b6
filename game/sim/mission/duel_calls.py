"""WHEN and THEN of a duel: who has fired his last round, who is armed with what, what is in his pocket. Built by `calls.bind` like all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.level import ItemName, PersonName, WeaponName, ZoneName
from game.content.specs import TICKS_PER_SECOND
from game.sim.ai.behaviours import lookout
from game.sim.entities import NOBODY, Gun
from game.sim.systems import carrying, hands

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class Spent:
    """Somebody has not a round left, in any weapon."""

    who: PersonName

    def holds(self, world: World, since: int) -> bool:
        guns = world.person_named[self.who].guns
        return not any(gun.rounds or any(gun.spares) for gun in guns)


@dataclass(frozen=True, slots=True)
class Facing:
    """Somebody sees another one before him: a hunter his man, in the light there is."""

    who: PersonName
    whom: PersonName

    def holds(self, world: World, since: int) -> bool:
        belief = world.beliefs.get(world.person_named[self.who].id)
        return belief is not None and belief.who == world.person_named[self.whom].id and belief.is_seen


@dataclass(frozen=True, slots=True)
class Slipped:
    """Somebody has gone through a gap that was cut into the fence of a zone."""

    who: PersonName
    zone: ZoneName

    def holds(self, world: World, since: int) -> bool:
        if not world.gaps:
            return False
        number, zone = world.person_named[self.who].id, world.zones[self.zone]
        return any(number in gap.passed and zone.contains(gap.x, gap.y) for gap in world.gaps)


@dataclass(frozen=True, slots=True)
class HeldInSight:
    """Somebody has been before the eyes of one of those who look out for him (`rounds`, `look_out`), no farther off than that, for so
    many seconds on end."""

    who: PersonName
    metres: float
    seconds: float

    def holds(self, world: World, since: int) -> bool:
        who = world.person_named[self.who].id
        x, y = world.position(who)
        for officer in world.sides["police"]:
            mind = world.minds[officer]
            if not lookout.has_before_him(world, mind, who):
                continue
            ox, oy = world.position(officer)
            is_near = (ox - x) * (ox - x) + (oy - y) * (oy - y) < self.metres * self.metres
            if is_near and mind.held_tick >= 0 and world.tick - mind.held_tick >= self.seconds * TICKS_PER_SECOND:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Gear:
    """Somebody has this weapon and no other, with so many rounds in it and magazines or shells beside."""

    who: PersonName
    weapon: WeaponName
    rounds: int
    spare: int = 0

    def act(self, world: World) -> None:
        person = world.person_named[self.who]
        person.guns = [Gun(self.weapon, self.rounds, [self.spare] if self.spare else [])]
        person.gun = 0


@dataclass(frozen=True, slots=True)
class Pocket:
    """Somebody has a thing on him from now on, wherever it lay: a bolt to be thrown, cutters."""

    who: PersonName
    item: ItemName

    def act(self, world: World) -> None:
        person = world.person_named[self.who]
        item = world.item_named[self.item]
        if item.kind in hands.IN_POCKETS:
            item.state, item.is_found, item.carrier = "gone", True, person.id
            item.inside_vehicle = item.inside_person = NOBODY
        elif person.is_present and person.is_able:
            carrying.take(world, person, item)
