"""What men call out because of what has just happened: hit, he's down, stay down, freeze, going, can't get there, clear.

Reads the events of the tick and speaks; changes nothing else, and draws no dice. Calls that belong to an act (moving, covering,
pinning ...) are made where the act begins. Each speaks only where the player hears it, into a silence, and no line so soon again
(`speech.call`); the player's own man keeps silent but for his shouts, since whoever plays him knows. Last but one of the systems:
what is said is said of the finished tick.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.sim import events
from game.sim.entities import Person, Stance
from game.sim.input_frame import Order
from game.sim.mission import speech
from game.sim.systems import shooting

if TYPE_CHECKING:
    from game.sim.world import World

FIGHTERS = ("crew", "police")
HIT_AGAIN, DOWN_AGAIN, SHOUT_AGAIN, CLEAR_AGAIN = 600, 300, 240, 900
"""Ticks in which nobody calls the same again."""
AT_ONCE = 20
"""Ticks of silence after the last line that are enough for what cannot wait."""
SAW_TICKS = 60
"""For so long after a sight of him somebody has seen him fall."""
GOES = (Order.MOVE_UP, Order.FOLLOW, Order.GET_CAR, Order.FALL_BACK, Order.JOB)
"""Orders that make somebody set out; he who is to pick somebody up speaks when he is there."""
PERIOD, CLEAR_TICKS, FOUGHT_TICKS, HEARD_TICKS = 30, 480, 900, 300
"""How often the crew is asked, for how long none of them must have seen anybody, since when there must have been shots, and for how long
no enemy must have been heard to fire."""
AFRAID = 0.3


def advance(world: World) -> None:
    """Whoever has cause to says so."""
    for event in world.events:
        says = SAYS.get(type(event))
        if says is not None:
            says(world, event)
    if world.tick % PERIOD == 0:
        _looks_over(world)


def _hurt(world: World, event: events.PersonHurt) -> None:
    """Whoever is hit by an enemy and stays on his feet."""
    person = world.person(event.who)
    if person.id == world.player or person.side not in FIGHTERS or not person.is_able:
        return
    if event.by in world.enemies[person.side]:
        speech.call(world, person.id, "bark.hit", HIT_AGAIN, AT_ONCE)


def _fell(world: World, event: events.PersonDowned | events.PersonKilled) -> None:
    """Who brought his man down, else a friend who has just had that one before his eyes."""
    if event.by < world.person_base:
        return
    by = world.person(event.by)
    if by.side not in FIGHTERS or event.who not in world.enemies[by.side]:
        return
    speaker = _who_saw(world, by, event.who)
    if speaker is not None:
        speech.call(world, speaker.id, "bark.down", DOWN_AGAIN, AT_ONCE)


def _killed(world: World, event: events.PersonKilled) -> None:
    """As one who falls; not who bleeds to death where he lies."""
    if event.cause != "bled":
        _fell(world, event)


def _who_saw(world: World, by: Person, fallen: int) -> Person | None:
    """Who speaks of somebody's fall: never the player's man."""
    for who in (by.id, *world.sides[by.side]):
        person, mind = world.person(who), world.minds[who]
        if who == world.player or not person.is_able:
            continue
        if who == by.id or (mind.target == fallen and world.tick - mind.seen_tick < SAW_TICKS):
            return person
    return None


def _shouted(world: World, event: events.Shouted) -> None:
    """What a shout says: to men with guns, if he is a policeman; to whoever is held, or afraid, before him."""
    person = world.person(event.who)
    before = [world.person(who) for who in shooting.before(world, person, shooting.SHOUT_REACH, shooting.SHOUT_ARC)]
    if person.side == "police" and any(other.side == "crew" and not other.is_arrested for other in before):
        speech.call(world, person.id, "bark.freeze", SHOUT_AGAIN, AT_ONCE)
    elif any(other.side in ("civilian", "guard") and _obeys(other) for other in before):
        speech.call(world, person.id, "bark.stay_down", SHOUT_AGAIN, AT_ONCE)


def _obeys(other: Person) -> bool:
    """Whether he is down already, or afraid enough to go down."""
    return other.stance in (Stance.KNEEL, Stance.COWER) or other.fear > AFRAID


def _ordered(world: World, event: events.OrderGiven) -> None:
    """The first who hears an order that sends him somewhere answers it, or says that there is nothing of the kind to go to."""
    if event.order not in GOES:
        return
    has_where = world.minds[event.to].ordered is not None
    speech.bark(world, event.to, "bark.yes" if has_where else "bark.cannot")


def _looks_over(world: World) -> None:
    """After a fight: once none of the crew on foot has seen anybody for a while, nor been shot at, one of them says so."""
    last, fired = -99999, -99999
    speaker = -1
    for who in world.crew_ids:
        person = world.person(who)
        if not person.is_able or person.vehicle >= 0:
            continue
        last = max(last, world.minds[who].seen_tick)
        fired = max(fired, person.shot_tick, person.near_miss_tick, person.hit_tick)
        if speaker < 0 and who != world.player:
            speaker = who
    if speaker < 0 or not CLEAR_TICKS <= world.tick - last < CLEAR_TICKS + PERIOD:
        return
    if world.tick - fired < CLEAR_TICKS // 2 or last - fired > FOUGHT_TICKS:
        return
    if any(world.tick - world.person(who).shot_tick < HEARD_TICKS for who in world.enemies["crew"]):
        return
    speech.call(world, speaker, "bark.clear", CLEAR_AGAIN)


SAYS: dict[type[events.Event], Callable[[World, Any], None]] = {
    events.PersonHurt: _hurt,
    events.PersonDowned: _fell,
    events.PersonKilled: _killed,
    events.Shouted: _shouted,
    events.OrderGiven: _ordered,
}
