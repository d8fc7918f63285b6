"""What each man of a duel perceives of the other: by light, by his shadow, by ear; and what he makes of it.

Runs before the general senses, for those alone whose step is `hunt` or `evade` (`world.duellists`). Whatever is learned goes into the
man's `Belief`; where the other really is never leaves this file but as something that was seen or heard. Sight depends on light,
distance, stance, motion and on light in one's own eyes; hearing on loudness, walls, generators and the jet overhead.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice, flights, shadows
from game.sim.ai import belief as beliefs
from game.sim.ai.belief import CELL, Belief
from game.sim.ai.steps import Evade, Hunt
from game.sim.angles import COS, SIN, direction, turn
from game.sim.entities import Person, Stance
from game.sim.physics import SIGHT_MASK, WALL

if TYPE_CHECKING:
    from game.sim.entities import Noise
    from game.sim.world import World

PERIOD = 6
SWEEP = 30
"""Ticks between looks at all the ground before him, for where the other is not."""
CLOSE = 2.5
"""Metres within which one knows of a man in any light."""
ARC = 11500
"""63 degrees either side of where he looks."""
BLACK, PLAIN = 9, 42
"""Light in which a man is made out at `LEAST` metres, and in which at `MOST`."""
LEAST, MOST = 6.0, 62.0
SHADOW_REACH = 46.0
SHADOW_LIT = 0.045
"""A shadow is made out where the light about it is at least so strong."""
DAZZLE_SHARE, DAZZLE_ARC, DAZZLE_TICKS = 0.16, 4600, 75
"""A lamp so strong, so near to where he looks, blinds him for so long after."""
DAZZLED = 0.34
"""What is left of his sight then."""
QUIET = 5.5
"""At night, far from the town, steps carry so much further than by day."""
GENERATOR_REACH, GENERATOR_LEAVES = 15.0, 0.35
WALL_LEAVES = 0.6
OFF = 0.22
"""A sound's place is wrong by so much of its distance."""
SURE = {"shot": 3.0, "fence": 5.0, "thud": 3.0, "breath": 3.0, "step": 3.0}
"""Metres by which a sound's place is uncertain at least."""
KEEP_MARKS = 360
RADIO_TICKS, RADIO_OFF = 600, 8.0
"""A report by radio is worth something for so long, and is right within so many metres."""
RUNS = 4.0
"""Metres by day from which on steps are somebody's who runs."""
WINDED, BREATH = 420, 2.2
"""Ticks of running after which one is out of breath, and metres by day at which that is heard."""


def begin(world: World, person: Person, step: Hunt | Evade) -> Belief:
    """The belief a man has of another; made when it is first asked for."""
    other = world.person_named[step.who]
    found = world.beliefs.get(person.id)
    if found is None or found.who != other.id:
        found = world.beliefs[person.id] = beliefs.founded(
            world.place, other.id, world.zones[step.ground], max(1, len(step.exits)) if isinstance(step, Hunt) else 1
        )
        found.spread_tick = world.tick
        x, y = world.position(person.id)
        ox, oy = world.position(other.id)
        if (ox - x) * (ox - x) + (oy - y) * (oy - y) < 60.0 * 60.0:
            found.raise_about(ox, oy, 24.0, 90)  # the hunt begins where one lost sight of the other
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
                    _hear(world, person, belief, noise)
        _breathe(world, person, belief)
        if (world.tick + who) % PERIOD == 0:
            _look(world, person, belief)
        if (world.tick + who) % SWEEP == 0:
            _sweep(world, person, belief)
        if world.tick - belief.spread_tick >= beliefs.SPREAD_TICKS:
            belief.spread_tick = world.tick
            belief.spread()
            _suppose(world, person, belief)
            if person.side == "police":
                _listen_in(world, belief)
            belief.marks = [mark for mark in belief.marks if world.tick - mark[0] < KEEP_MARKS]


def _suppose(world: World, person: Person, belief: Belief) -> None:
    """What the other is after is no secret: he who is hunted makes for a way out, the hunter for him."""
    step = world.minds[person.id].step
    if isinstance(step, Hunt):
        for layer, name in enumerate(step.exits):
            x, y, _ = world.spot(name)
            belief.drift(layer, x, y)
    elif isinstance(step, Evade):
        belief.drift(0, *world.position(person.id))


def _listen_in(world: World, belief: Belief) -> None:
    """What others of the police have seen is known to all of them once it is through."""
    heat = world.heat
    if heat.seen_tick <= max(belief.radio_tick, belief.seen_tick) or world.tick - heat.seen_tick > RADIO_TICKS:
        return
    belief.radio_tick = heat.seen_tick
    belief.raise_about(heat.last_x, heat.last_y, RADIO_OFF + (world.tick - heat.seen_tick) / 12.0, 80)
    _note(world, belief, "radio", heat.last_x, heat.last_y)


def _breathe(world: World, person: Person, belief: Belief) -> None:
    """Who has run hard is heard when he stops, until he has his breath again."""
    if world.speed(person.id) > 3.5:
        belief.breath = min(WINDED, belief.breath + 1)
    elif belief.breath > 0:
        belief.breath -= 1
        if belief.breath > WINDED // 3 and (world.tick + person.id) % 96 == 0:
            world.make_noise(*world.position(person.id), BREATH, "breath", person.id)


# ---------------------------------------------------------------- eyes


def keenness(world: World, person: Person) -> float:
    """What the difficulty leaves of a mind's eyes and ears; a player's man has his own."""
    return world.difficulty.duel_senses if person.side == world.against else 1.0


def reach_in(world: World, person: Person, light: int, dazzled: bool) -> float:
    """Metres at which he makes out an upright man who stands in so much light."""
    share = (light - BLACK) / (PLAIN - BLACK)
    share = 0.0 if share < 0.0 else 1.0 if share > 1.0 else share
    reach = (LEAST + (MOST - LEAST) * share * (0.6 + 0.4 * share)) * keenness(world, person)
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
        _note(world, belief, "sight", ox, oy)
        belief.see(ox, oy)
        belief.seen_vx, belief.seen_vy = world.physics.vx[other.id], world.physics.vy[other.id]
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
    reach = reach_in(world, person, world.light.level(ox, oy), world.tick < belief.dazzled_until)
    if other.stance == Stance.CROUCH:
        reach *= 0.72
    speed = world.speed(other.id)
    reach *= 1.2 if speed > 3.5 else 0.85 if speed < 0.3 else 1.0
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
        belief.raise_along(line, 78)
        belief.shadow_tick = world.tick
        _note(world, belief, "shadow", px, py)
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
    reach = int(MOST / CELL)
    row0, column0 = int(y) // CELL, int(x) // CELL
    cells = world.light.standing_cells()
    width, height = world.place.width, world.place.height
    mass, fx, fy = belief.chances, COS[person.aim], SIN[person.aim]
    cleared: list[tuple[int, int, int]] = []
    for row in range(max(0, row0 - reach), min(belief.rows, row0 + reach + 1)):
        for column in range(max(0, column0 - reach), min(belief.columns, column0 + reach + 1)):
            if mass[row, column] < 40:
                continue
            px, py = column * CELL + CELL / 2.0, row * CELL + CELL / 2.0
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


# ---------------------------------------------------------------- ears


def audible(world: World, person: Person, noise: Noise) -> float:
    """Metres by which a noise reaches him and beyond; negative = he does not hear it."""
    x, y = world.position(person.id)
    dx, dy = noise.x - x, noise.y - y
    far = sqrt(dx * dx + dy * dy)
    reach = noise.radius * keenness(world, person)
    if noise.kind in ("step", "breath", "fence", "thud"):
        reach *= QUIET
    if far > reach:
        return 0.0 - 1.0
    if noise.kind != "shot":
        reach *= (100 - flights.masking(world, x, y)) / 100.0
        for source in world.level.sounds:
            if source.sound == "generator":
                gx, gy = source.x - x, source.y - y
                if gx * gx + gy * gy < GENERATOR_REACH * GENERATOR_REACH:
                    reach *= GENERATOR_LEAVES
                    break
        if reach > far and not world.physics.is_clear(x, y, noise.x, noise.y, WALL):
            reach *= WALL_LEAVES
        own = world.speed(person.id)
        reach *= (
            0.55 if own > 3.5 else 1.25 if own < 0.3 else 1.0
        )  # who runs hears himself, who stands still hears more
    return reach - far


def _hear(world: World, person: Person, belief: Belief, noise: Noise) -> None:
    left = audible(world, person, noise)
    if left < 0.0:
        return
    x, y = world.position(person.id)
    dx, dy = noise.x - x, noise.y - y
    far = sqrt(dx * dx + dy * dy)
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.DUEL, world.tick, len(noise.kind))
    off_x, off_y = dice.bell(bits) * OFF * far, dice.bell(bits * 31 & dice.MASK) * OFF * far
    hx, hy = noise.x + off_x, noise.y + off_y
    hx, hy = min(world.place.width - 1.0, max(1.0, hx)), min(world.place.height - 1.0, max(1.0, hy))
    sure = SURE.get(noise.kind, 4.0)
    belief.raise_about(hx, hy, sure + far * OFF * 1.3, 85 if noise.kind == "shot" else 62)
    belief.heard_tick = world.tick
    if noise.kind == "step" and noise.radius > RUNS:
        belief.run_tick = world.tick
    belief.marks.append((world.tick, noise.kind, hx, hy))
    _note(world, belief, noise.kind, hx, hy)


def _note(world: World, belief: Belief, cue: str, x: float, y: float) -> None:
    belief.cue, belief.cue_tick, belief.cue_x, belief.cue_y = cue, world.tick, x, y
