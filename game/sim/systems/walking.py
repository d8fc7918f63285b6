"""Feet: what a move makes of a body's velocity, at which stance, on what ground, under what load.

Owns stance changes by button (crouch) and the noise of steps. Vehicles are `driving`'s.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim.angles import direction
from game.sim.entities import Person, Stance
from game.sim.input_frame import Button
from game.sim.systems import doors, hands, spawning

if TYPE_CHECKING:
    from game.sim.world import World

ACCELERATION = 0.22
"""Metres a second gained in a tick (13 m/s^2: feet grip well)."""
CROUCH_SHARE = 0.45
AIM_SHARE = 0.75
PACE_PERIOD, CIVILIAN_PACE_PERIOD = 12, 24
"""Ticks between looks at load, wounds and ground."""
STEP_PERIOD = 24
"""Ticks between noises of steps: a multiple of `PACE_PERIOD`."""
WALK_NOISE, RUN_NOISE = 3.0, 8.0
STILL = 0.3
"""Metres a second under which nobody is heard to walk."""
GRID = 65536.0
REVOLVING_PACE = 1.1
"""Metres a second in the panes of a revolving door."""


def advance(world: World) -> None:
    """Velocities of those on foot who do not go as they want to, or whose turn it is to look at load, wounds and ground.

    Whose hands or state have changed is in `world.stirred`, whom the step has slowed or turned in `physics.jostled`: nobody else is
    looked at. To look at more of them would change nothing, so that after a restore everybody may be stirred.
    """
    physics, people, base = world.physics, world.people, world.person_base
    vx, vy, pushed = physics.vx, physics.vy, physics.pushed
    tick = world.tick
    turns = range(base + -(tick + base) % PACE_PERIOD, base + len(people), PACE_PERIOD)
    due = sorted(dict.fromkeys((*world.stirred, *physics.jostled, *turns)))
    physics.jostled.clear()
    stirred = world.stirred = []
    for number in due:
        person = people[number - base]
        if person.vehicle >= 0 or not person.is_present:
            continue
        if person.lifted_by >= 0:
            stirred.append(number)
            continue
        if person.buttons != person.want_buttons or (
            (tick + number) % PACE_PERIOD == 0
            and (person.side != "civilian" or (tick + number) % CIVILIAN_PACE_PERIOD == 0)
        ):
            _decide(world, person)
        old_x, old_y = vx[number], vy[number]
        dx, dy = person.want_x - old_x, person.want_y - old_y
        if dx == 0.0 and dy == 0.0:
            continue  # what is wanted is on the grid of the poses
        step = dx * dx + dy * dy
        if step > ACCELERATION * ACCELERATION:
            scale = ACCELERATION / sqrt(step)
            dx *= scale
            dy *= scale
        vx[number] = old_x + dx
        vy[number] = old_y + dy
        pushed.append(number)
        stirred.append(number)


def _decide(world: World, person: Person) -> None:
    """The velocity his feet are after, from his move, stance, load and ground; stances change here, steps sound here."""
    number = person.id
    mx, my = person.move_x, person.move_y
    buttons = person.want_buttons = person.buttons
    person.want_x = person.want_y = 0.0
    if person.stance > Stance.CROUCH and (person.stance != Stance.COWER or (mx == 0 and my == 0)):
        world.physics.push(number, 0.0, 0.0)
        return
    crouches = buttons & Button.CROUCH and person.stance <= Stance.CROUCH
    if (crouches and person.stance == Stance.STAND) or (not crouches and person.stance == Stance.CROUCH):
        spawning.set_stance(world, person, Stance.CROUCH if crouches else Stance.STAND)
        person.want_buttons = buttons
    if mx == 0 and my == 0:
        return
    person.heading = direction(mx, my)
    share = pace(world, person) / 127.0
    length = mx * mx + my * my
    if length > 16129:
        share *= 127.0 / sqrt(length)
    person.want_x, person.want_y = int(mx * share * GRID) / GRID, int(my * share * GRID) / GRID
    if (world.tick + number) % STEP_PERIOD == 0:
        _step_noise(world, person)


def pace(world: World, person: Person) -> float:
    """Metres a second he goes at, with the stance, wounds, load and ground he has."""
    spec = world.person_spec(person.id)
    runs = person.buttons & Button.RUN and person.stance != Stance.CROUCH and not hands.are_full(world, person)
    speed = spec.run_speed if runs else spec.walk_speed * 1.6 if person.side != "civilian" else spec.walk_speed
    if person.stance == Stance.CROUCH:
        speed *= CROUCH_SHARE
    elif person.buttons & Button.AIM and not runs:
        speed *= AIM_SHARE
    if person.item >= 0:
        weight = world.items[person.item].weight
        speed *= 1.0 - (1.0 - spec.strength) * min(1.5, weight / 30.0)
    if person.lifting >= 0:
        speed = min(speed, 2.2 if world.person(person.lifting).stance == Stance.DOWN else 1.5)
    speed *= 1.0 - 0.2 * min(3, person.leg_wounds)
    x, y = world.position(person.id)
    if world.doors and doors.revolving_at(world, x, y):
        speed = min(speed, REVOLVING_PACE)
    return speed * world.place.surface_at(x, y).walk


def step_metres(world: World, person: Person) -> float:
    """How far a step of somebody's is heard where he is and as he goes; 0 while he stands, or on bent knees."""
    if person.stance == Stance.CROUCH or world.speed(person.id) < STILL:
        return 0.0
    x, y = world.position(person.id)
    return (RUN_NOISE if person.buttons & Button.RUN else WALK_NOISE) * world.place.surface_at(x, y).loudness


def _step_noise(world: World, person: Person) -> None:
    if person.stance == Stance.CROUCH or person.side == "civilian":
        return  # nobody listens for the steps of passers-by
    x, y = world.position(person.id)
    radius = RUN_NOISE if person.buttons & Button.RUN else WALK_NOISE
    world.make_noise(x, y, radius * world.place.surface_at(x, y).loudness, "step", person.id)
