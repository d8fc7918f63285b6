"""Peaks and valleys of a fight: when units arrive and how hard they press, by how intense it is for the crew. Never whether shots hit.

Intensity is half what the crew has just been hurt, three tenths how far it is kept down, two tenths how many police are close. It builds
up; at its peak it is sustained for some seconds; then arrivals wait and nobody presses until it has faded and the crew has had its breath.
A lull that lasts brings the next unit sooner (reference: gameplay 2.9). All of it follows from the run: seeded, and the same in
every replay. Owns `world.tempo`. Asked by `dispatch`, `pressing` and `behaviours/approach`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice, events
from game.sim.mission.state import Tempo

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 15
HURT, KEPT_DOWN, CLOSE = 0.5, 0.3, 0.2
CLOSE_METRES, MANY = 15.0, 4
"""Within so many metres a policeman counts as close, and so many of them as many."""
PAIN_EASES = 0.94
"""What is left of recent damage after each quarter of a second: half after three."""
PEAK, FADED, LULL = 0.5, 0.3, 0.1
"""Intensity at which a peak begins, at which it has passed, and under which nothing happens."""
SUSTAINS, SUSTAINS_MORE = 3 * 60, 2 * 60
RELAXES, RELAXES_MORE = 30 * 60, 15 * 60
"""Ticks, and as many more by chance."""
LULL_TICKS, SOONER_TICKS = 25 * 60, 10 * 60
"""After a lull of so long the next unit comes so much sooner."""
MOST_HELD = 30 * 60
"""Ticks for which a unit that is due waits at most."""
MOVED_ON = 40.0
"""Metres: a crew that has moved on so far from its last fight has relaxed."""
BUILDS, PEAKS, FADES, RELAXED = "build", "peak", "fade", "relax"


def advance(world: World) -> None:
    """Four times a second: measures, and goes on to the next phase when it is time."""
    if world.tick % PERIOD:
        return
    tempo = world.tempo
    _measure(world, tempo)
    since = world.tick - tempo.since
    if tempo.phase == BUILDS:
        if tempo.intensity >= PEAK:
            _go_on(world, PEAKS, SUSTAINS + _draw(world) % SUSTAINS_MORE)
        elif tempo.intensity >= LULL or world.heat.stage == 0:
            tempo.lull_tick = world.tick
        elif world.tick - tempo.lull_tick > LULL_TICKS:
            tempo.lull_tick = world.tick
            _bring_the_next(world)
    elif tempo.phase == PEAKS:
        if since >= tempo.lasts:
            _go_on(world, FADES, 0)
    elif tempo.phase == FADES:
        if tempo.intensity < FADED:
            _go_on(world, RELAXED, RELAXES + _draw(world) % RELAXES_MORE)
    elif since >= tempo.lasts or _has_moved_on(world, tempo):
        _go_on(world, BUILDS, 0)


def _measure(world: World, tempo: Tempo) -> None:
    health, down, close = 0.0, 0.0, 0
    px, py = world.physics.x, world.physics.y
    crew = [world.person(who) for who in world.crew_ids]
    for person in crew:
        if person.is_present:
            health += max(0.0, person.health) / person.full_health
            down = max(down, person.suppression)
    for who in world.sides["police"]:
        if world.person(who).is_able and any(
            (px[who] - px[p.id]) * (px[who] - px[p.id]) + (py[who] - py[p.id]) * (py[who] - py[p.id])
            < CLOSE_METRES * CLOSE_METRES
            for p in crew
            if p.is_able
        ):
            close += 1
    loss = max(0.0, tempo.health - health) if tempo.health >= 0.0 else 0.0
    tempo.health = health
    tempo.pain = min(1.0, tempo.pain * PAIN_EASES + loss)
    tempo.intensity = HURT * tempo.pain + KEPT_DOWN * down + CLOSE * min(1.0, close / MANY)


def _go_on(world: World, phase: str, lasts: int) -> None:
    tempo = world.tempo
    tempo.phase, tempo.since, tempo.lasts, tempo.lull_tick = phase, world.tick, lasts, world.tick
    tempo.x, tempo.y = world.position(world.player)
    world.emit(events.TempoChanged(phase, round(tempo.intensity, 3)))


def _draw(world: World) -> int:
    return dice.draw(world.setup.seed, 0, dice.Purpose.TEMPO, world.tick)


def _has_moved_on(world: World, tempo: Tempo) -> bool:
    x, y = world.position(world.player)
    return (x - tempo.x) * (x - tempo.x) + (y - tempo.y) * (y - tempo.y) > MOVED_ON * MOVED_ON


def _bring_the_next(world: World) -> None:
    """The next unit comes sooner: it has been quiet for long."""
    arrivals = world.heat.arrivals
    if arrivals and arrivals[0][0] > world.tick + SOONER_TICKS:
        due, group, entry, zone = arrivals[0]
        arrivals[0] = (due - SOONER_TICKS, group, entry, zone)


def eases(world: World) -> bool:
    """Whether nobody presses on now: a peak is passing, or the crew gets its breath."""
    return world.tempo.phase in (FADES, RELAXED)


def holds_back(world: World, due: int) -> bool:
    """Whether a unit that is due waits at the edge: from a peak on until it has relaxed, but not for long."""
    return world.tempo.phase != BUILDS and world.tick - due < MOST_HELD
