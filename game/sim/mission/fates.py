"""What has become of people by now: the dead, those in handcuffs, and the one word of a result that is true of them.

Reads only. Asked by triggers, by `end` where the screenplay leaves the word to the run, and by scoring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.entities import Person, Stance
from game.sim.view import WON

if TYPE_CHECKING:
    from game.sim.world import World


def dead_and_taken(world: World) -> tuple[int, int]:
    """How many of the crew are dead, and how many of those who live are in handcuffs."""
    crew = [world.person(who) for who in world.crew_ids]
    return sum(1 for person in crew if is_dead(person)), sum(1 for person in crew if is_taken(person))


def is_dead(person: Person) -> bool:
    """Whether he died."""
    return person.stance == Stance.DEAD


def is_taken(person: Person) -> bool:
    """Whether he lives and is in handcuffs."""
    return person.is_arrested and person.stance != Stance.DEAD


def word(world: World) -> str:
    """The result as it is true of the crew: killed or arrested, whichever came to more of them (killed, if as many); lost where
    neither came to anybody."""
    dead, taken = dead_and_taken(world)
    if not dead and not taken:
        return "lost"
    return "arrested" if taken > dead else "killed"


def is_hunted_down(world: World) -> bool:
    """Whether the player is after the crew, and one of them at least is dead or in hand, or the story ended so: who gave up before the
    lamps, or lies there with his hand held, wears no handcuffs yet."""
    if world.team_ids == world.crew_ids:
        return False
    return any(dead_and_taken(world)) or world.mission.result in WON["police"]
