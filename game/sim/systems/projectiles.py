"""Bullets: rays one tick long, through people, panels and panes, off walls, past heads.

A bullet loses what the material stops and flies on with the rest. Low cover and low vehicles protect those who crouch behind
them; whoever stands is hit over them. Near misses are what suppression is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import dice, events
from game.sim.ai.neighbours import CELL, ROW
from game.sim.angles import COS, SIN, direction, from_radians
from game.sim.entities import NOBODY, Bullet, Person, Stance
from game.sim.input_frame import Button
from game.sim.physics import BULLET_MASK, LOW
from game.sim.systems import boarding, damage, doors, lines_of_fire

if TYPE_CHECKING:
    from game.sim.world import World

LONGEST_FLIGHT = 30
"""Ticks after which a round has left the scene."""
HIT_RADIUS = 0.3
HALF_HEIGHT, HALF_LOW = 0.75, 0.45
"""Metres above and below the middle of a body, standing and crouched, at which a round still strikes it."""
LOW_RADIUS = 0.2
EXPOSED_RADIUS = 0.12
"""Metres from the middle within which a round strikes a man who stands up behind low cover: head and shoulders are all that shows."""
NEAR, FAR_MISS = 1.5, 4.0
NEAR_SUPPRESSION, FAR_SUPPRESSION = 0.10, 0.04
SMACK = 2.6
"""Metres behind what stops a round within which it makes people duck: one hears what hits the car one lies behind."""
WEAKEST = 60.0
"""Joules under which a bullet does nothing."""
GRAZING = 0.34
"""Sine of the angle to the surface under which a bullet may glance off (20 degrees)."""
ENGINE_SHARE = 0.55
"""Forward share of half the length at which the engine block begins."""


UNDER_METRES = 1.4
"""Metres behind a vehicle within which whoever crouches is under what flies over it."""
SEAT_STOPS, SEAT_STOPS_LOW, SEAT_LEAVES = 40, 70, 0.75
"""Of a hundred rounds into somebody seated, those that pillars, seats and frames keep, more of them when he lies low in his seat; and
what is left of the others."""
PINNED = 0.7
"""As in `shooting`."""
SQUARE_HIT = 2.0
"""What a round counts for that meets a head square: the one shot that ends it, a pistol's too."""


def advance(world: World) -> None:
    """Every bullet flies its tick."""
    if not world.bullets:
        return
    kept = []
    for bullet in world.bullets:
        if _fly(world, bullet):
            kept.append(bullet)
    world.bullets = kept


def _fly(world: World, bullet: Bullet) -> bool:
    """One tick of one bullet; whether it flies on."""
    world.stats["bullet_segments"] += 1
    length = bullet.step
    x1, y1 = bullet.x + bullet.dx * length, bullet.y + bullet.dy * length
    hit = world.physics.first_hit(bullet.x, bullet.y, x1, y1, BULLET_MASK)
    reach = length * hit[1] if hit is not None else length
    who = _meet_people(world, bullet, reach)
    bullet.ticks += 1
    if who is not None:
        if not _strike_person(world, bullet, who):
            return False
    elif hit is not None:
        return _meet_solid(world, bullet, hit)
    bullet.x, bullet.y = x1, y1
    return bullet.ticks < LONGEST_FLIGHT and 0.0 < x1 < world.place.width and 0.0 < y1 < world.place.height


# ----------------------------------------------------------------------------------------------- people


def _meet_people(world: World, bullet: Bullet, reach: float) -> Person | None:
    """Whom it hits within `reach`; everybody it passes closely is made to duck."""
    x, y, dx, dy = bullet.x, bullet.y, bullet.dx, bullet.dy
    px, py = world.physics.x, world.physics.y
    left, right = sorted((int(x) // CELL, int(x + dx * reach) // CELL))
    top, bottom = sorted((int(y) // CELL, int(y + dy * reach) // CELL))
    best: int = NOBODY
    best_along = reach
    missed: list[tuple[int, float]] = []
    grid = world.grid
    for row in range(top - 1, bottom + 2):
        for cell in range(row * ROW + left - 1, row * ROW + right + 2):
            for who in grid.get(cell, ()):
                ex, ey = px[who] - x, py[who] - y
                across = dx * ey - dy * ex
                if -FAR_MISS < across < FAR_MISS and who != bullet.owner:
                    along = dx * ex + dy * ey
                    if 0.0 < along < reach + SMACK:
                        across = across if across > 0.0 else -across
                        if (
                            across < HIT_RADIUS
                            and along < best_along
                            and along < reach + 0.5
                            and _is_open(world, bullet, who, across)
                        ):
                            best_along, best = along, who
                        else:
                            missed.append((who, across))
    for who, across in missed:
        if who != best and who != bullet.inside:
            _pass_by(world, bullet, who, across)
    return world.person(best) if best != NOBODY else None


def _is_open(world: World, bullet: Bullet, who: int, across: float) -> bool:
    """Whether a body in the way is really struck: the low are small, and covered by what is low."""
    person = world.person(who)
    if person.lifted_by == bullet.owner or who == bullet.harmless_to:
        return False
    px, py = world.position(who)
    off = bullet.rise * (bullet.ticks * bullet.step + (px - bullet.x) * bullet.dx + (py - bullet.y) * bullet.dy)
    if person.stance in (Stance.STAND, Stance.HANDS_UP):
        if not -HALF_HEIGHT < off < HALF_HEIGHT:
            return False
        if across < EXPOSED_RADIUS:
            return True
        return world.physics.is_clear(px - bullet.dx * 1.8, py - bullet.dy * 1.8, px, py, LOW)
    if person.stance in (Stance.DOWN, Stance.DEAD) or across > LOW_RADIUS or not -HALF_LOW < off < HALF_LOW:
        return False
    if bullet.over != NOBODY and boarding.gap(world, world.vehicles[bullet.over], px, py) < UNDER_METRES:
        return False
    x0, y0 = px - bullet.dx * 1.8, py - bullet.dy * 1.8
    return world.physics.is_clear(x0, y0, px, py, LOW)


def _pass_by(world: World, bullet: Bullet, who: int, across: float) -> None:
    person = world.person(who)
    if not person.is_present or world.person(bullet.owner).side == person.side:
        return
    if across < NEAR:
        world.emit(events.NearMiss(who, across))
    weight = NEAR_SUPPRESSION if across < NEAR else FAR_SUPPRESSION
    if person.spec == "swat":
        weight *= 0.6
    person.suppression = min(1.0, person.suppression + weight)
    person.near_miss_tick, person.fired_at_by = world.tick, bullet.owner
    person.fear = min(1.0, person.fear + weight * 3.0) if person.side == "civilian" else person.fear


def _strike_person(world: World, bullet: Bullet, person: Person) -> bool:
    """Vest and flesh; whether the bullet goes on."""
    energy = bullet.energy
    aim = direction(bullet.dx, bullet.dy)
    bits = dice.draw(world.setup.seed, person.id, dice.Purpose.VEST, world.tick, bullet.owner)
    place = damage.place_of(dice.draw(world.setup.seed, person.id, dice.Purpose.WOUND, world.tick, bullet.owner))
    if lines_of_fire.has_shield(world, person):
        place = "head"  # it is all of him that shows, and he stands quite still
        energy *= SQUARE_HIT
    if person.vest and place == "torso":
        stops = world.catalog.materials[person.vest].stops_joules * (0.6 + 0.8 * dice.share(bits))
        if energy <= stops:
            world.emit(events.VestHit(person.id, bullet.owner))
            person.suppression = min(1.0, person.suppression + 0.25)
            damage.wound(world, person, energy * 0.12, bullet.owner, "shot", aim, "torso")
            return False
        energy -= stops
    damage.wound(world, person, energy, bullet.owner, "shot", aim, place)
    bullet.energy = energy * 0.3
    return bullet.energy > 400.0


# ----------------------------------------------------------------------------------------------- things


def _meet_solid(world: World, bullet: Bullet, hit: tuple[int, float, float, float]) -> bool:
    index, share, nx, ny = hit
    x, y = bullet.x + bullet.dx * bullet.step * share, bullet.y + bullet.dy * bullet.step * share
    if index >= 0:
        return _meet_vehicle(world, bullet, index, x, y)
    material = world.catalog.materials[world.place.static_materials[-2 - index]]
    through = bullet.energy > material.stops_joules
    leaf = -2 - index - world.place.first_leaf
    if leaf >= 0:
        doors.shot(world, leaf, bullet.energy)
    aim = direction(bullet.dx, bullet.dy)
    world.emit(events.BulletImpact(x, y, aim, material.name, through))
    if through:
        if material.name == "glass":
            world.emit(events.GlassBroken(x, y, NOBODY))
        bullet.energy -= material.stops_joules
        bullet.x, bullet.y = x + bullet.dx * 0.5, y + bullet.dy * 0.5
        return bullet.energy > WEAKEST
    steep = bullet.dx * nx + bullet.dy * ny
    bits = dice.draw(world.setup.seed, bullet.owner, dice.Purpose.RICOCHET, world.tick, index)
    if -GRAZING < steep < 0.0 and dice.share(bits) < material.ricochet:
        bullet.dx -= 2.0 * steep * nx
        bullet.dy -= 2.0 * steep * ny
        bullet.energy *= 0.4
        bullet.x, bullet.y = x + bullet.dx * 0.1, y + bullet.dy * 0.1
        world.emit(events.Ricochet(x, y, direction(bullet.dx, bullet.dy)))
        return bullet.energy > WEAKEST
    return False


def _meet_vehicle(world: World, bullet: Bullet, number: int, x: float, y: float) -> bool:
    """Panels let a rifle through, engine blocks nothing; tyres open; whoever sits in the way is hit."""
    vehicle, spec = world.vehicles[number], world.vehicle_specs[number]
    over = 0.12
    if number == bullet.inside or (bullet.ticks == 0 and number == world.person(bullet.owner).vehicle):
        bullet.x, bullet.y = x + bullet.dx * over, y + bullet.dy * over
        _leave_body(bullet, spec.length)
        return True
    for who in vehicle.seats:
        if who >= 0:
            _pass_by(world, bullet, who, 0.5)  # one hears it on the panels
    bits = dice.draw(
        world.setup.seed, number, dice.Purpose.TYRE, world.tick, bullet.owner + vehicle.id * 7 + bullet.ticks
    )
    if (
        spec.height < 1.75
        and not vehicle.is_on_side
        and bits % 100 < 45
        and not _aims_at_vehicle(world, bullet, number)
    ):
        bullet.inside = bullet.over = number  # over the bonnet or through the panes
        bullet.x, bullet.y = x + bullet.dx * over, y + bullet.dy * over
        _break_glass(world, vehicle.id, x, y)
        return True
    turn = from_radians(world.physics.angle[number])
    lx = (x - world.physics.x[number]) * COS[turn] + (y - world.physics.y[number]) * SIN[turn]
    ly = (y - world.physics.y[number]) * COS[turn] - (x - world.physics.x[number]) * SIN[turn]
    aim = direction(bullet.dx, bullet.dy)
    material = world.catalog.materials[spec.body_material]
    front = lx > spec.length / 2.0 * ENGINE_SHARE
    if front and spec.body_material != "armour":
        vehicle.engine -= bullet.energy
        if vehicle.engine <= 0.0 and vehicle.has_engine:
            damage.kill_engine(world, vehicle)
    _maybe_tyre(world, number, lx, ly, bits)
    through = bullet.energy > material.stops_joules and not front
    world.emit(events.BulletImpact(x, y, aim, material.name, through))
    if not through:
        return False
    bullet.energy -= material.stops_joules
    _break_glass(world, number, x, y)
    if _hit_occupant(world, bullet, number, x, y):
        return False
    bullet.inside = number
    bullet.x, bullet.y = x + bullet.dx * over, y + bullet.dy * over
    return bullet.energy > WEAKEST


def _leave_body(bullet: Bullet, length: float) -> None:
    """A bullet inside a vehicle it does not touch: moved on past it, so that the next ray starts outside."""
    bullet.x += bullet.dx * min(length, bullet.step) * 0.4
    bullet.y += bullet.dy * min(length, bullet.step) * 0.4


def _aims_at_vehicle(world: World, bullet: Bullet, number: int) -> bool:
    """Whether somebody sits there whom the shooter fights: then he aims at the panes and doors."""
    side = world.person(bullet.owner).side
    return any(who >= 0 and world.person(who).side != side for who in world.vehicles[number].seats)


def _break_glass(world: World, number: int, x: float, y: float) -> None:
    vehicle = world.vehicles[number]
    if vehicle.has_glass and world.vehicle_specs[number].body_material != "armour":
        vehicle.has_glass = False
        world.emit(events.GlassBroken(x, y, number))


WHEEL, BUMPER_END = 0.45, 0.4
"""Metres along the car to either side of an axle, and from its flank along the bumper, behind which a tyre is hit."""


def _maybe_tyre(world: World, number: int, lx: float, ly: float, bits: int) -> None:
    """A round low at a wheel, from the side or past the end of the bumper, opens the tyre: four seconds and it is flat."""
    spec = world.vehicle_specs[number]
    axle = spec.wheelbase / 2.0
    beside = abs(lx - axle) < WHEEL or abs(lx + axle) < WHEEL
    past_the_bumper = abs(lx) > axle + WHEEL and abs(ly) > spec.width / 2.0 - BUMPER_END
    if bits >> 8 & 3 == 0 and (beside or past_the_bumper):
        tyre = (0 if lx > 0.0 else 2) + (0 if ly < 0.0 else 1)
        damage.open_tyre(world, world.vehicles[number], tyre, 4.0, "bullet")


def keeps_head_down(person: Person) -> bool:
    """Whether somebody in a seat lies low in it: kept down, not at the wheel, and not just firing out of the window."""
    return person.seat > 0 and person.suppression >= PINNED and not person.buttons & Button.FIRE


def _hit_occupant(world: World, bullet: Bullet, number: int, x: float, y: float) -> bool:
    for who in world.vehicles[number].seats:
        if who >= 0 and who != bullet.owner:
            px, py = world.position(who)
            across = bullet.dx * (py - y) - bullet.dy * (px - x)
            if -0.32 < across < 0.32 and bullet.dx * (px - x) + bullet.dy * (py - y) > 0.0:
                bits = dice.draw(world.setup.seed, who, dice.Purpose.WOUND, world.tick, bullet.owner + 1)
                if bits % 100 < (SEAT_STOPS_LOW if keeps_head_down(world.person(who)) else SEAT_STOPS):
                    return True
                bullet.energy *= SEAT_LEAVES
                _strike_person(world, bullet, world.person(who))
                return True
    return False
