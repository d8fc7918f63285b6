"""What each man of a duel perceives of the other: by light, by his shadow, by ear; and what he makes of it.

Runs before the general senses, for those alone whose step is `hunt` or `evade` (`world.duellists`). Whatever is learned goes into the
man's `Belief`; where the other really is never leaves this file but as something that was seen or heard. Sight depends on light,
distance, stance, motion and on light in one's own eyes; hearing on loudness, walls, generators and the jet overhead.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import shadows
from game.sim.ai import belief as beliefs
from game.sim.ai import duel_ears, homeward
from game.sim.ai.belief import CELL, MIDDLE, Belief
from game.sim.ai.steps import Evade, Hunt
from game.sim.angles import COS, SIN, direction, turn
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK, WALL

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 6
SWEEP = 30
"""Ticks between looks at all the ground before him, for where the other is not."""
SHUNS_ONCE_IN = 3
"""The hunter supposes so seldom that the other goes round the light, and else that he goes straight on."""
CLOSE = 2.5
"""Metres within which one knows of a man in any light."""
ARC = 11500
"""63 degrees either side of where he looks."""
BLACK, PLAIN = 9, 42
LEAST, MOST, SWEPT = 6.0, 170.0, 62.0
"""Light in which a man is made out at `LEAST` metres and in which at `MOST`; and how far off the ground is searched with care."""
CROUCHED, STILL, LIT_ANYHOW = 0.28, 0.15, 0.8
"""By what share less far one is seen who crouches, and who keeps still; and how much of that full light undoes."""
SHADOW_REACH = 46.0
SHADOW_LIT = 0.045
"""A shadow is made out where the light about it is at least so strong."""
DAZZLE_SHARE, DAZZLE_ARC, DAZZLE_TICKS = 0.22, 4600, 75
"""A lamp so strong, so near to where he looks, blinds him for so long after."""
DAZZLED = 0.34
"""What is left of his sight then."""


def begin(world: World, person: Person, step: Hunt | Evade) -> Belief:
    """The belief a man has of another; made when it is first asked for."""
    other = world.person_named[step.who]
    found = world.beliefs.get(person.id)
    if found is None or found.who != other.id:
        found = world.beliefs[person.id] = beliefs.founded(
            world.place, other.id, world.zones[step.ground], max(1, len(step.exits)) if isinstance(step, Hunt) else 1
        )
        found.begun_tick = found.spread_tick = world.tick
        x, y = world.position(person.id)
        ox, oy = world.position(other.id)
        is_near = (ox - x) * (ox - x) + (oy - y) * (oy - y) < 60.0 * 60.0
        if is_near and world.physics.is_clear(x, y, ox, oy, SIGHT_MASK):
            found.raise_about(ox, oy, 24.0, 90)  # the hunt begins where one lost sight of the other
            found.run_tick = world.tick
    return found


def advance(world: World) -> None:
    """Time, eyes and ears of both."""
    if not world.beliefs:
        return
    for who in sorted(world.beliefs):
        person, belief = world.person(who), world.beliefs[who]
        if not person.is_present or person.stance >= Stance.DOWN or world.is_over:
            continue
        if not belief.is_deaf and person.deaf_until <= world.tick:
            for noise in world.noises:
                if noise.who == belief.who or (noise.kind == "thud" and noise.who != who):
                    duel_ears.hear(world, person, belief, noise)
        duel_ears.breathe(world, person, belief)
        if (world.tick + who) % PERIOD == 0:
            _look(world, person, belief)
        if (world.tick + who) % SWEEP == 0:
            _sweep(world, person, belief)
        if world.tick - belief.spread_tick >= beliefs.SPREAD_TICKS:
            belief.spread_tick = world.tick
            belief.spread()
            _suppose(world, person, belief)
            if person.side == "police" and not belief.is_deaf:
                duel_ears.listen_in(world, person, belief)
            belief.marks = [mark for mark in belief.marks if world.tick - mark[0] < duel_ears.KEEP_MARKS]


def _suppose(world: World, person: Person, belief: Belief) -> None:
    """What the other is after is no secret: he who is hunted makes for a way out, the hunter for him."""
    step = world.minds[person.id].step
    if isinstance(step, Hunt):
        # By the way he himself would take, round the light; or straight on, as whoever does not mind it: nobody can tell which, and
        # round the light there are many ways.
        shuns = not belief.ignores_light and world.tick // beliefs.SPREAD_TICKS % SHUNS_ONCE_IN == 0
        for layer, name in enumerate(step.exits):
            belief.drift_along(layer, homeward.next_cells(world, name, minds_light=shuns))
    elif isinstance(step, Evade):
        belief.drift(0, *world.position(person.id))


def _ways_out(world: World, person: Person) -> tuple[str, ...]:
    """Those that a hunter knows the other may take; none for who is hunted."""
    step = world.minds[person.id].step
    return step.exits if isinstance(step, Hunt) else ()


def _leanings(world: World, step: object, x: float, y: float, belief: Belief) -> list[int] | None:
    """Where he who is seen is going, by what a hunter sees of him."""
    if not isinstance(step, Hunt) or len(step.exits) != len(belief.mass):
        return None
    return homeward.leanings(world, step.exits, x, y, belief.seen_vx, belief.seen_vy)


# ---------------------------------------------------------------- eyes


def plainly(light: int) -> float:
    """How plainly a man who stands in so much light is seen, 0 (black) to 1."""
    share = (light - BLACK) / (PLAIN - BLACK)
    return 0.0 if share < 0.0 else 1.0 if share > 1.0 else share


def reach_in(world: World, person: Person, light: int, dazzled: bool) -> float:
    """Metres at which he makes out an upright man who stands in so much light."""
    share = plainly(light)
    reach = (LEAST + (MOST - LEAST) * share * (0.22 + 0.78 * share * share)) * duel_ears.keenness(world, person)
    return reach * DAZZLED if dazzled else reach


def _look(world: World, person: Person, belief: Belief) -> None:
    """At the other, at his shadow, and into lamps."""
    x, y = world.position(person.id)
    _dazzle(world, person, belief, x, y)
    other = world.person(belief.who)
    ox, oy = world.position(other.id)
    gain = _sight_of(world, person, belief, other, x, y, ox, oy)
    belief.sight = min(100, belief.sight + gain) if gain > 0 else max(0, belief.sight - 20)
    belief.is_seen = belief.sight >= 100 and gain > 0
    mind = world.minds[person.id]
    if belief.is_seen:
        if world.tick - belief.seen_tick > 90:
            mind.first_tick = world.tick
        belief.seen_tick = world.tick
        belief.has_fallen = other.stance >= Stance.DOWN
        belief.learn(world.tick, "sight", ox, oy)
        belief.seen_vx, belief.seen_vy = world.physics.vx[other.id], world.physics.vy[other.id]
        belief.see(ox, oy, _leanings(world, mind.step, ox, oy, belief))
        mind.target, mind.seen_tick, mind.last_x, mind.last_y = other.id, world.tick, ox, oy
    elif not belief.ignores_light:
        _look_for_shadow(world, person, belief, other, x, y)
    mind.is_visible = belief.is_seen


def _sight_of(
    world: World, person: Person, belief: Belief, other: Person, x: float, y: float, ox: float, oy: float
) -> int:
    """How much of making him out this look is worth, 0 = he cannot be seen."""
    if not other.is_present or other.vehicle >= 0:
        return 0
    dx, dy = ox - x, oy - y
    far = sqrt(dx * dx + dy * dy)
    if far > MOST:
        return 0
    if far > CLOSE and abs(turn(person.aim, direction(dx, dy))) > ARC:
        return 0
    light = BLACK if belief.ignores_light else world.light.level(ox, oy)
    reach = reach_in(world, person, light, world.tick < belief.dazzled_until)
    hides = 1.0 - LIT_ANYHOW * plainly(light)
    if other.stance == Stance.CROUCH:
        reach *= 1.0 - CROUCHED * hides
    speed = world.speed(other.id)
    reach *= 1.2 if speed > 3.5 else 1.0 - STILL * hides if speed < 0.3 else 1.0
    if world.tick - other.shot_tick < 12 and other.shots:
        reach = max(reach, 40.0)  # the flash of his own shot gives him away
    if far > max(reach, CLOSE) or not world.physics.is_clear(x, y, ox, oy, SIGHT_MASK):
        return 0
    return 100 if far < CLOSE else max(14, min(100, int(55.0 * reach / far) - 25))


def _look_for_shadow(world: World, person: Person, belief: Belief, other: Person, x: float, y: float) -> None:
    """A man's shadow, when he himself is hidden: it says on which line he is, not how far along."""
    for shadow in shadows.cast(world, other):
        part = [
            (px, py)
            for px, py in shadows.seen_part(world, shadow, x, y, SHADOW_REACH)
            if abs(turn(person.aim, direction(px - x, py - y))) <= ARC and _is_lit(world, shadow, px, py)
        ]
        if not part:
            continue
        px, py = part[0]
        line = [(px - shadow.ahead_x * step, py - shadow.ahead_y * step) for step in (1.0, 3.0, 5.0, 8.0, 11.0)]
        belief.raise_along(line, 78, homeward.at_one(world, _ways_out(world, person), px, py))
        belief.shadow_tick = world.tick
        belief.learn(world.tick, "shadow", px, py)
        return


def _is_lit(world: World, shadow: shadows.Shadow, px: float, py: float) -> bool:
    """Whether the light about a point of a shadow is strong enough for it to be told from the dark."""
    for source in world.light.burning_near(px, py):
        if source.x == shadow.lamp_x and source.y == shadow.lamp_y:
            return world.light.field.source_share(source, px, py) >= SHADOW_LIT
    return False


def _dazzle(world: World, person: Person, belief: Belief, x: float, y: float) -> None:
    """Light in his eyes: a strong lamp near to where he looks."""
    field = world.light.field
    for source in world.light.burning_near(x, y):
        if not source.group or source.tall > 2.5:
            continue
        if field.source_share(source, x, y) < DAZZLE_SHARE:
            continue
        if abs(turn(person.aim, direction(source.x - x, source.y - y))) > DAZZLE_ARC:
            continue
        if world.physics.is_clear(x, y, source.x, source.y, WALL):
            belief.dazzled_until = world.tick + DAZZLE_TICKS
            return


def _sweep(world: World, person: Person, belief: Belief) -> None:
    """Where he looks and sees nobody, nobody is: surely in the light, hardly so in the dark."""
    x, y = world.position(person.id)
    dazzled = world.tick < belief.dazzled_until
    reach = int(SWEPT / CELL)
    row0, column0 = int(y) // CELL, int(x) // CELL
    cells = world.light.standing_cells()
    width, height = world.place.width, world.place.height
    mass, fx, fy = belief.chances, COS[person.aim], SIN[person.aim]
    cleared: list[tuple[int, int, int]] = []
    for row in range(max(0, row0 - reach), min(belief.rows, row0 + reach + 1)):
        for column in range(max(0, column0 - reach), min(belief.columns, column0 + reach + 1)):
            if mass[row, column] < 40:
                continue
            px, py = column * CELL + MIDDLE, row * CELL + MIDDLE
            dx, dy = px - x, py - y
            far = dx * dx + dy * dy
            ahead = dx * fx + dy * fy
            if far > 16.0 and (ahead <= 0.0 or ahead * ahead < 0.21 * far):
                continue
            light = 100 if belief.ignores_light else cells[min(height - 1, int(py)) * width + min(width - 1, int(px))]
            sees = reach_in(world, person, light, dazzled) * 0.8
            if far > sees * sees or not world.physics.is_clear(x, y, px, py, SIGHT_MASK):
                continue
            cleared.append((column, row, 85 if far < sees * sees * 0.36 else 55))
    if cleared and not belief.is_seen:
        belief.clear(cleared)
