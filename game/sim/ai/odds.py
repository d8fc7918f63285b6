"""What somebody knows of a fight's odds: who is with him, whom they face and where, and how much either side weighs.

Owns no state. Enemies are those whom he or a comrade within call has seen lately, where that one believes them, or who were heard to
fire. Asked by `nerve`, `pressing`, `fight` and by those who see to the wounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.sim.entities import Person, Stance
from game.sim.systems.shooting import PINNED

if TYPE_CHECKING:
    from game.sim.world import World

CALL_METRES, HEARD_METRES = 34.0, 60.0
"""Within which comrades tell each other what they see, and from which a shot says where somebody is."""
SEEN_TICKS, HEARD_TICKS = 480, 240
WEIGHT = {"rifle": 2.0, "sniper": 2.0, "smg": 1.4, "shotgun": 1.2}
"""What a weapon of a kind counts for; a handgun is one."""
HURT, HURT_HEALTH, DOWN_WEIGHT = 0.6, 0.5, 0.5
"""What is left of a man's weight when he has lost half his strength, and when he is pinned."""


class Known(NamedTuple):
    """An enemy, and where he is believed to be."""

    who: int
    x: float
    y: float
    tick: int
    """When he was last seen or heard there."""


def weight(world: World, person: Person) -> float:
    """What one armed man counts for."""
    if person.gun < 0:
        return 0.3
    counts = WEIGHT.get(world.catalog.weapons[person.guns[person.gun].weapon].kind, 1.0)
    if person.health < HURT_HEALTH * person.full_health:
        counts *= HURT
    return counts * DOWN_WEIGHT if person.suppression >= PINNED else counts


def comrades(world: World, person: Person, metres: float = CALL_METRES) -> list[int]:
    """Who of his side is on his feet within so many metres of him, the nearest first; not himself."""
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    near = []
    for who in world.sides[person.side]:
        other = world.person(who)
        if who != person.id and other.is_able and other.vehicle < 0 and other.gun >= 0:
            far = (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y)
            if far < metres * metres:
                near.append((far, who))
    near.sort()
    return [who for _, who in near]


def known_enemies(world: World, person: Person, friends: list[int], ticks: int = SEEN_TICKS) -> list[Known]:
    """Whom he and these friends believe to be up against them, in order of their numbers."""
    found: dict[int, Known] = {}
    for who in (person.id, *friends):
        mind = world.minds[who]
        if mind.target >= 0 and world.tick - mind.seen_tick < ticks:
            before = found.get(mind.target)
            if before is None or mind.seen_tick > before.tick:
                found[mind.target] = Known(mind.target, mind.last_x, mind.last_y, mind.seen_tick)
    x, y = world.position(person.id)
    px, py = world.physics.x, world.physics.y
    for who in world.enemies[person.side]:
        enemy = world.person(who)
        if who not in found and world.tick - enemy.shot_tick < min(ticks, HEARD_TICKS):
            if (px[who] - x) * (px[who] - x) + (py[who] - y) * (py[who] - y) < HEARD_METRES * HEARD_METRES:
                found[who] = Known(who, px[who], py[who], enemy.shot_tick)
    return [found[who] for who in sorted(found) if is_up(world.person(who))]


def is_up(enemy: Person) -> bool:
    """Whether somebody is to be reckoned with."""
    return enemy.is_present and not enemy.is_arrested and enemy.stance < Stance.HANDS_UP


def against(world: World, person: Person, friends: list[int], enemies: list[Known]) -> float:
    """His side's weight here as a share of theirs; above one they are the stronger. Nobody known = two."""
    own = weight(world, person)
    for who in friends:
        own += weight(world, world.person(who))
    other = 0.0
    for enemy in enemies:
        other += weight(world, world.person(enemy.who))
    return own / other if other > 0.0 else 2.0


def has_rounds(person: Person) -> bool:
    """Whether there is a round left in any of his weapons, or a magazine for one."""
    return any(gun.rounds > 0 or any(gun.spares) for gun in person.guns)
