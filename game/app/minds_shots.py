"""What the shooting was worth: at whom shots were meant, whom they hit, from how far, with what, and who died of it.

Owns the definitions; reads a world after each tick and changes nothing in it. Called by `minds_match`.

- **Shot with a believed target**: the shooter's own mind names an enemy whom he saw or heard within the last eight seconds,
  does not see him lie or with his hands up for longer than it takes to stop (officers needed 0.56 s), and the muzzle points
  within 15 degrees of where he believes him (of the man himself while he sees him). Every other shot is blind, because it
  is meant for nobody, on an old belief, at the fallen, or off.
- **Hit**: a shot of the crew or the police that wounds somebody or is stopped by his vest, counted once a shooter, victim and
  tick (the pellets of one shell are one hit). **Friendly** when both are of one side.
- **Hit rate**: of the shots with a target at that distance, those that hit an enemy (one or several at once). A hit belongs to
  the band, the side and the weapon of its shooter's last shot, not to the distance of whoever stood in the way.
- **Kill**: of the side of whoever fired, also when the man bleeds to death later. **Arrest**: of the crew, by the police.
- **Lost**: of a side, whoever is dead, arrested or lies wounded when the match ends: what the fight has cost it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import degrees, sqrt

from game.app.minds_counts import Case, Counts
from game.sim.ai.mind import Mind
from game.sim.angles import UNITS_PER_RADIAN, direction, turn
from game.sim.entities import Person, Stance
from game.sim.events import Event, PersonHurt, PersonKilled, PersonStruck, ShotFired
from game.sim.systems.projectiles import LONGEST_FLIGHT
from game.sim.world import World

SIDES = ("crew", "police")
BANDS = ((10.0, "under_10"), (20.0, "10_to_20"), (40.0, "20_to_40"), (1e9, "over_40"))
"""Metres to the believed target."""
BAND_NAMES = tuple(name for _, name in BANDS)
ACTS = ("fell_back", "gave_up", "dragged", "treated", "rearmed")
"""Counters of the run, by the names the sim has for them."""
MEMORY_TICKS = 8 * 60
STOP_TICKS = 34
BELIEF_DEGREES = 15.0
"""More than any aim error, less than another man elsewhere."""
REASONS = ("nobody", "old", "fallen", "off")


class ShotWatch:
    """Counts shots, hits, kills and arrests."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.cases: list[Case] = []
        self._last: dict[int, str] = {}
        """The band, side and weapon of each shooter's last shot."""
        self._arrested: set[int] = set()
        self._out: dict[int, int] = {}
        """The tick at which somebody fell, died or gave up."""

    def take(self, world: World, happened: Iterable[Event]) -> None:
        """One finished tick."""
        self._see_who_is_out(world)
        struck: set[tuple[int, int]] = set()
        hits: set[tuple[int, int]] = set()
        for event in happened:
            match event:
                case ShotFired() if world.person(event.who).side in SIDES:
                    self._shot(world, event)
                case PersonStruck():
                    struck.add((event.who, event.by))
                case PersonHurt() if (event.who, event.by) not in hits | struck and is_by_bullet(world, event):
                    self._hit(world, event, is_first=event.by not in {by for _, by in hits})
                    hits.add((event.who, event.by))
                case PersonKilled():
                    self._killed(world, event)
        for who in world.crew_ids:
            if world.person(who).is_arrested and who not in self._arrested:
                self._arrested.add(who)
                self.counts.add("arrests/police")

    def finish(self, world: World) -> None:
        """The run has ended: what it has cost either side, and how often either did what it does when it goes against it."""
        for side in SIDES:
            for who in world.sides[side]:
                person = world.person(who)
                if person.is_arrested or person.stance in (Stance.DOWN, Stance.DEAD):
                    self.counts.add(f"lost/{side}")
            self.counts.add(f"blind_fire/{side}", world.mission.counters.get(f"blind_{side}", 0))
        if any(world.person(who).stance >= Stance.DOWN or world.person(who).is_arrested for who in world.sides["crew"]):
            self.counts.add("matches_with_crew_lost")
        for name in ACTS:
            self.counts.add(f"acts/{name}", world.mission.counters.get(name, 0))

    def _see_who_is_out(self, world: World) -> None:
        for side in SIDES:
            for who in world.sides[side]:
                if is_out(world.person(who)):
                    self._out.setdefault(who, world.tick)
                else:
                    self._out.pop(who, None)

    def _shot(self, world: World, event: ShotFired) -> None:
        person, mind = world.person(event.who), world.minds[event.who]
        self.counts.add("shots")
        self.counts.add(f"shots/{person.side}")
        reason = self.why_blind(world, person, mind, event.aim)
        if reason:
            self.counts.add("blind_shots")
            self.counts.add(f"blind_shots/{person.side}")
            self.counts.add(f"blind_because/{reason}")
            self.cases.append(_case(world, "blind_shot", event.who, float(REASONS.index(reason))))
            self._last[event.who] = ""
            return
        x, y = world.position(person.id)
        tx, ty = believed_place(world, mind)
        kind = world.catalog.weapons[event.weapon].kind
        key = f"{person.side}/{kind}/{band(sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y)))}"
        self._last[event.who] = key
        self.counts.add(f"aimed/{key}")

    def why_blind(self, world: World, person: Person, mind: Mind, aim: int) -> str:
        """Why a shot has no believed target; "" when it has one."""
        if mind.target < 0 or world.person(mind.target).side == person.side:
            return "nobody"
        if world.tick - mind.seen_tick > MEMORY_TICKS:
            return "old"
        if mind.is_visible and world.tick - self._out.get(mind.target, world.tick) > STOP_TICKS:
            return "fallen"
        return "off" if degrees_off(world, person, mind, aim) > BELIEF_DEGREES else ""

    def _hit(self, world: World, event: PersonHurt, is_first: bool) -> None:
        victim, shooter = world.person(event.who), world.person(event.by)
        self.counts.add("hits")
        if victim.side == shooter.side:
            self.counts.add("friendly_hits")
            self.counts.add(f"friendly_hits/{shooter.side}")
            self.cases.append(_case(world, "friendly_hit", event.by, round(event.joules), victim.name))
        elif is_first and self._last.get(event.by):
            self.counts.add(f"struck/{self._last[event.by]}")

    def _killed(self, world: World, event: PersonKilled) -> None:
        victim = world.person(event.who).side
        killer = world.person(event.by).side if event.by >= world.person_base else ""
        if killer in SIDES:
            self.counts.add(f"own_kills/{killer}" if killer == victim else f"kills/{killer}")


def believed_place(world: World, mind: Mind) -> tuple[float, float]:
    """Where a mind believes its target: where he is while it sees him, else where he was last known."""
    return world.position(mind.target) if mind.is_visible else (mind.last_x, mind.last_y)


def is_out(person: Person) -> bool:
    """Whether he is no enemy any more: down, dead, tied or with his hands up."""
    return person.stance in (Stance.HANDS_UP, Stance.TIED) or person.stance >= Stance.DOWN


def degrees_off(world: World, person: Person, mind: Mind, aim: int) -> float:
    """Degrees between an aim and where he believes his target."""
    x, y = world.position(person.id)
    tx, ty = believed_place(world, mind)
    return degrees(abs(turn(aim, direction(tx - x, ty - y))) / UNITS_PER_RADIAN)


def is_by_bullet(world: World, event: PersonHurt) -> bool:
    """Whether a wound came out of a barrel of crew or police: from somebody who fired within a bullet's flight."""
    if event.by < world.person_base:
        return False
    shooter = world.person(event.by)
    if shooter.side not in SIDES or world.tick - shooter.shot_tick > LONGEST_FLIGHT:
        return False
    is_run_over = shooter.vehicle >= 0 and shooter.seat == 0 and event.aim == 0
    return not is_run_over


def band(metres: float) -> str:
    """The name of a distance."""
    return next(name for limit, name in BANDS if metres < limit)


def _case(world: World, kind: str, who: int, amount: float, other: str = "") -> Case:
    x, y = world.position(who)
    step = type(world.minds[who].step).__name__.lower()
    return Case(kind, world.tick, world.person(who).name, amount, round(x, 1), round(y, 1), step, other)
