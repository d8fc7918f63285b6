"""Roadblocks of the automatic response: cars side by side across a road at a place of the map, officers behind them, spikes before.

They are set up ahead of a hunted car, out of its sight, and take their time; they move on to another place once it has gone. One officer
throws the strip when the car comes, and draws it in behind it (`ai/behaviours/block`). Places are Tiled's class `Roadblock`, those who
stand there absent vehicles with that duty (reference: gameplay 2.13). Owns `Heat.blocks`. Called by `dispatch`.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.content.level import Roadblock
from game.sim import dice
from game.sim.ai.steps import ManBlock, Respond
from game.sim.angles import COS, SIN, to_radians
from game.sim.entities import Person, Stance, Vehicle
from game.sim.mission import speech
from game.sim.mission.state import Block
from game.sim.systems import block_watch, boarding, driving, pursuit, response, spawning, trail

if TYPE_CHECKING:
    from game.sim.world import World

PERIOD = 30
NEAREST, FARTHEST = 60.0, 170.0
"""Metres ahead of the hunted car within which a block is set up."""
AHEAD_COSINE = 0.35
SLOWEST = 3.0
"""Metres a second under which nobody can say where it will come through."""
SET_UP_SECONDS, APART_SECONDS = 6.0, 14.0
"""From the order until it stands, and until another one is ordered."""
LATEST = 20 * 60
"""Ticks after the order at which it is given up for want of room."""
STANDS_TICKS = 25 * 60
"""For so long at least it stays; then it moves on when the crew is far away."""
GONE_METRES = 115.0
JITTER = 4000
"""Up to twenty-two degrees off square to the road."""
BEHIND, ASIDE = 2.2, 1.3
"""Where the two officers of a car crouch: behind it, and to either side of its middle."""
STRIP_METRES = 24.0
"""The strip lies so far before the cars."""
PASSED, PASSED_NEAR = -9.0, 30.0
"""Metres before the block (behind it, that is) and from its middle at which a car has got through."""
ROOM, CLEAR_METRES = 0.7, 3.5


def advance(world: World) -> None:
    """Those who man one look out; twice a second what is due is set up, the next ordered, and what is left behind taken away."""
    for block in world.heat.blocks:
        if block.is_set:
            block_watch.look_out(world, block)
    if world.tick % PERIOD or not world.blocking or world.heat.stage == 0:
        return
    for block in world.heat.blocks:
        place = world.place.roadblocks[block.place]
        if not block.is_set and world.tick >= block.due:
            if response.is_seen(world, place.x, place.y):
                block.due = -1  # too late: they would appear before its eyes
            elif _is_taken(world, place):
                block.due = world.tick + PERIOD if world.tick < block.ordered + LATEST else -1
            else:
                _set_up(world, block, place)
        elif block.is_set:
            _watch(world, block, place)
    world.heat.blocks = [block for block in world.heat.blocks if block.due >= 0]
    _order(world)


def _order(world: World) -> None:
    heat = world.heat
    if pursuit.quarry(world) is None or world.tick < heat.block_after:
        return
    taken = [block.group for block in heat.blocks]
    free = [group for group in world.blocking if group not in taken and _is_ready(world, group)]
    place = _place_ahead(world) if free else None
    if place is None:
        return
    due = world.tick + int(SET_UP_SECONDS * world.difficulty.clock * 60)
    heat.blocks.append(Block(place.name, free[0], due, world.tick))
    heat.block_after = world.tick + int(APART_SECONDS * 60)


def _is_ready(world: World, group: str) -> bool:
    """Whether a group's stage has come and all of its cars wait to be sent."""
    cars = [world.vehicles[number] for number in world.blocking[group]]
    stage = max(world.level.vehicles[car.id].answers for car in cars)
    return stage <= world.heat.stage and all(car.is_absent for car in cars)


def _place_ahead(world: World) -> Roadblock | None:
    """The nearest place that lies ahead of the hunted car, and far enough off."""
    x, y, heading = trail.believed(world)
    if heading < 0 or (trail.is_in_sight(world) and world.heat.trail.speed < SLOWEST):
        return None
    vx, vy = COS[heading], SIN[heading]
    best: tuple[float, str] | None = None
    taken = [block.place for block in world.heat.blocks]
    for place in world.level.roadblocks:
        dx, dy = place.x - x, place.y - y
        far = sqrt(dx * dx + dy * dy)
        if place.name in taken or place.stage > world.heat.stage or not NEAREST < far < FARTHEST:
            continue
        if dx * vx + dy * vy > AHEAD_COSINE * far and (best is None or (far, place.name) < best):
            best = (far, place.name)
    return world.place.roadblocks[best[1]] if best is not None else None


def _is_taken(world: World, place: Roadblock) -> bool:
    """Whether somebody drives or stands just there."""
    reach = place.width / 2.0 + CLEAR_METRES
    for vehicle in world.vehicles:
        dx, dy = world.physics.x[vehicle.id] - place.x, world.physics.y[vehicle.id] - place.y
        if not vehicle.is_absent and dx * dx + dy * dy < reach * reach:
            return True
    return False


def _set_up(world: World, block: Block, place: Roadblock) -> None:
    """Cars side by side across the road, two officers behind each, one of them with the strip."""
    block.is_set, block.since = True, world.tick
    cars = [world.vehicles[number] for number in world.blocking[block.group]]
    block.facing = _coming(world, place)
    cx, cy = COS[block.facing], SIN[block.facing]
    rx, ry = -cy, cx
    share = place.width / len(cars)
    for number, car in enumerate(cars):
        aside = (number + 0.5) * share - place.width / 2.0
        bits = dice.draw(world.setup.seed, car.id, dice.Purpose.ROADBLOCK, world.tick)
        turned = (block.facing + 16384 + (32768 if bits & 1 else 0) + (bits >> 1) % (2 * JITTER) - JITTER) & 65535
        x, y = place.x + rx * aside, place.y + ry * aside
        world.physics.place(car.id, x, y, to_radians(turned))
        car.is_absent = False
        spawning.settle_vehicle(world, car)
        driving.switch_siren(world, car, True)
        driving.wake(world, car.id)
        people = [who for who in car.seats if who >= 0]
        for index, who in enumerate(people):
            person = world.person(who)
            person.is_absent = False
            boarding.leave(world, person)
            side = ASIDE if index else -ASIDE
            px, py = world.place.nearest_free(x + cx * BEHIND + rx * side, y + cy * BEHIND + ry * side)
            world.physics.place(who, px, py, 0.0)
            person.aim = world.minds[who].hands.aim = (block.facing + 32768) & 65535
            spawning.set_stance(world, person, Stance.CROUCH)
            spawning.settle(world, person)
            world.minds[who].give(ManBlock(place.name))
    _hand_out_strip(world, block, place, cars)
    speech.radio(world, "radio.roadblock")
    world.count("roadblocks")


def _coming(world: World, place: Roadblock) -> int:
    """Which way the hunted car comes through: along the road, from its side."""
    dx, dy = place.x - world.heat.last_x, place.y - world.heat.last_y
    cx, cy = COS[place.facing], SIN[place.facing]
    return place.facing if dx * cx + dy * cy >= 0.0 else (place.facing + 32768) & 65535


def _hand_out_strip(world: World, block: Block, place: Roadblock, cars: list[Vehicle]) -> None:
    """The first officer takes the strip out of his car and goes to the kerb before the block."""
    numbers = [car.id for car in cars]
    for item in world.items:
        if item.kind == "spike_strip" and item.inside_vehicle in numbers and item.state == "inside":
            officer = _first_officer(world, cars)
            if officer is None:
                return
            cx, cy = COS[block.facing], SIN[block.facing]
            kerb = place.width / 2.0 + ROOM
            x, y = place.x - cx * STRIP_METRES - cy * kerb, place.y - cy * STRIP_METRES + cx * kerb
            x, y = world.place.nearest_free(x, y)
            item.state, item.inside_vehicle, item.carrier = "carried", -1, officer.id
            officer.item = item.id
            world.physics.place(officer.id, x, y, 0.0)
            officer.aim = world.minds[officer.id].hands.aim = (block.facing + 49152) & 65535
            block.strip, block.thrower = item.id, officer.id
            return


def _first_officer(world: World, cars: list[Vehicle]) -> Person | None:
    for who in world.sides["police"]:
        person = world.person(who)
        if person.is_able and person.vehicle < 0 and person.item < 0 and person.group == cars[0].group:
            return person
    return None


def ahead_of(world: World, block: Block, x: float, y: float) -> float:
    """Metres that a place lies before the block, as the hunted car comes; negative = it has passed."""
    place = world.place.roadblocks[block.place]
    return (place.x - x) * COS[block.facing] + (place.y - y) * SIN[block.facing]


def block_of(world: World, name: str) -> Block | None:
    """The block that stands at a place."""
    for block in world.heat.blocks:
        if block.place == name and block.is_set:
            return block
    return None


def _watch(world: World, block: Block, place: Roadblock) -> None:
    """Whoever has been passed gives chase; a block that nobody comes to moves on."""
    car = block_watch.coming(world, block)
    if car is not None and not block.is_passed:
        dx, dy = car.x - place.x, car.y - place.y
        if ahead_of(world, block, car.x, car.y) < PASSED and dx * dx + dy * dy < PASSED_NEAR * PASSED_NEAR:
            block.is_passed = True
            world.count("blocks_passed")
            for officer in block_watch.officers(world, block):
                if officer.id != block.thrower:
                    world.minds[officer.id].give(Respond(""))
    is_for_nothing = world.tick - block.since > STANDS_TICKS and not block.is_passed
    if is_for_nothing and _is_left_behind(world, place) and not response.is_seen(world, place.x, place.y):
        _take_away(world, block)


def _is_left_behind(world: World, place: Roadblock) -> bool:
    """Whether the crew is lost, or far off as they know: the hunted car on its street, else where they were told of last."""
    if pursuit.hunted(world) is not None:
        x, y, _ = trail.believed(world)
    elif world.heat.belief in ("calm", "lost"):
        return True
    else:
        x, y = world.heat.last_x, world.heat.last_y
    return (x - place.x) * (x - place.x) + (y - place.y) * (y - place.y) >= GONE_METRES * GONE_METRES


def _take_away(world: World, block: Block) -> None:
    """Everybody back into the cars and off to wait for another place; whoever is hurt stays, and with him his car."""
    cars = [world.vehicles[number] for number in world.blocking[block.group]]
    people = [person for person in world.people if person.side == "police" and person.group == block.group]
    if any(person.is_present and not person.is_able for person in people) or any(car.damage > 0.0 for car in cars):
        block.due = -1
        return
    seats = [(car, number) for car in cars for number in range(len(car.seats))]
    for person, (car, number) in zip(people, _spread(seats, len(cars)), strict=False):
        if person.item >= 0 or block.thrower == person.id:
            item = world.items[block.strip] if block.strip >= 0 else None
            if item is not None:
                item.state, item.inside_vehicle, item.carrier = "inside", cars[0].id, -1
            person.item = -1
        spawning.set_stance(world, person, Stance.STAND)
        if person.vehicle >= 0:
            boarding.leave(world, person)
        boarding.seat(world, person, car, number)
        person.is_absent = True
        spawning.settle(world, person)
    for car in cars:
        driving.switch_siren(world, car, False)
        car.is_absent = True
        spawning.settle_vehicle(world, car)
    block.due = -1


def _spread(seats: list[tuple[Vehicle, int]], cars: int) -> list[tuple[Vehicle, int]]:
    """Seats in the order in which they are filled: two to a car."""
    return [seat for seat in seats if seat[1] < 2][: 2 * cars]
