"""Wheels: engine, brakes and two axles whose sideways grip is a capped impulse, for every vehicle that moves.

The model (figures in vehicles.toml): tractive force up to power / speed, air drag and rolling resistance, brakes up to the
grip of the ground, and for each axle an impulse against its sideways slip, capped by friction times load; what exceeds the cap
slides. Flat tyres grip less, drag and pull. The steering lock falls with speed. A vehicle on its side scrapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import VehicleSpec
from game.sim import events
from game.sim.angles import COS, FULL_TURN, SIN, from_radians
from game.sim.entities import Vehicle
from game.sim.input_frame import Button

if TYPE_CHECKING:
    from game.sim.world import World

DT = 1.0 / 60.0
GRAVITY = 9.81
AXLE_GRIP = 0.5
"""Share of an axle's sideways slip taken away in a tick, below the cap."""
WHEEL_STEP = 364.0
"""The front wheels turn at most so far in a tick, 65,536ths of a turn (120 degrees a second)."""
FAST = 35.0
FLAT_GRIP = 0.35
FLAT_DRAG = 900.0
"""Newtons for each flat tyre."""
FLAT_TOP_SPEED = 18.0
FLAT_PULL = 14
"""Units of the steering wheel towards a flat front tyre."""
SCRAPE = 0.26
"""Friction of a vehicle that slides on its side."""
IDLE_BRAKE = 40
CREEP = 0.05
SURFACE_PERIOD = 4
LONG_STILL = 36000
NO_LEAKS = [0.0, 0.0, 0.0, 0.0]
HORN_NOISE, SIREN_NOISE = 60.0, 150.0


def advance(world: World) -> None:
    """Controls from whoever has the wheel, then velocities of everything that moves or is driven."""
    physics = world.physics
    vx, vy, w = physics.vx, physics.vy, physics.w
    for vehicle in world.vehicles:
        number = vehicle.id
        driver = vehicle.seats[0]
        if driver < 0 and vx[number] == 0.0 and vy[number] == 0.0 and w[number] == 0.0:
            if vehicle.still_ticks < LONG_STILL:
                vehicle.still_ticks += 1
            continue
        if vehicle.is_absent:
            continue
        has_driver = driver >= 0 and world.person(driver).is_able
        if has_driver:
            _controls(world, vehicle, driver)
        if (
            physics.vx[number] == 0.0
            and physics.vy[number] == 0.0
            and physics.w[number] == 0.0
            and (vehicle.throttle == 0 or not has_driver)
        ):
            if vehicle.still_ticks < LONG_STILL:
                vehicle.still_ticks += 1
            vehicle.throttle = 0
            if vehicle.leaks != NO_LEAKS:
                _leak(vehicle)
            continue
        if not has_driver:
            vehicle.throttle, vehicle.steer, vehicle.brake, vehicle.is_handbraking = 0, 0, IDLE_BRAKE, False
        if vehicle.is_on_side:
            _scrape(world, vehicle)
        else:
            _roll(world, vehicle, world.vehicle_specs[number], has_driver)
        fast = physics.vx[number] * physics.vx[number] + physics.vy[number] * physics.vy[number]
        vehicle.still_ticks = vehicle.still_ticks + 1 if fast < 0.09 else 0


def _controls(world: World, vehicle: Vehicle, driver: int) -> None:
    person = world.person(driver)
    vehicle.steer = person.move_x
    vehicle.is_handbraking = person.buttons & Button.HANDBRAKE != 0
    gas = -person.move_y
    turn = from_radians(world.physics.angle[vehicle.id])
    forward = world.physics.vx[vehicle.id] * COS[turn] + world.physics.vy[vehicle.id] * SIN[turn]
    if gas >= 0:
        vehicle.throttle, vehicle.brake = (gas, 0) if forward > -0.5 else (0, gas)
    elif forward > 0.3 or gas > -30:
        vehicle.throttle, vehicle.brake = 0, -gas
    else:
        vehicle.throttle, vehicle.brake = gas, 0
    if gas == 0 and abs(forward) < 0.3:
        vehicle.brake = IDLE_BRAKE
    if vehicle.horn_ticks > 0:
        vehicle.horn_ticks -= 1
    if person.pressed & Button.HORN:
        vehicle.horn_ticks = 40
        world.emit(events.HornSounded(vehicle.id))
        world.make_noise(*world.position(vehicle.id), HORN_NOISE, "horn", driver)
    if person.pressed & Button.SIREN and world.vehicle_specs[vehicle.id].has_siren:
        switch_siren(world, vehicle, not vehicle.siren)
    if vehicle.siren and world.tick % 60 == vehicle.id % 60:
        world.make_noise(*world.position(vehicle.id), SIREN_NOISE, "siren", driver)


def switch_siren(world: World, vehicle: Vehicle, is_on: bool) -> None:
    """Siren and lights on or off."""
    if vehicle.siren != is_on:
        vehicle.siren = vehicle.lights = is_on
        world.emit(events.SirenSwitched(vehicle.id, is_on))


def _scrape(world: World, vehicle: Vehicle) -> None:
    physics, number = world.physics, vehicle.id
    vx, vy = physics.vx[number], physics.vy[number]
    fast = world.speed(number)
    slow = SCRAPE * GRAVITY * DT
    keep = 1.0 - slow / fast if fast > slow else 0.0
    physics.vx[number], physics.vy[number] = vx * keep, vy * keep
    physics.w[number] *= 0.96 if keep > 0.0 else 0.0
    vehicle.slip = fast


def _roll(world: World, vehicle: Vehicle, spec: VehicleSpec, has_driver: bool) -> None:
    physics, number = world.physics, vehicle.id
    ux, uy, w = physics.vx[number], physics.vy[number], physics.w[number]
    turn = from_radians(physics.angle[number])
    fx, fy = COS[turn], SIN[turn]
    forward = ux * fx + uy * fy
    speed = forward if forward >= 0.0 else -forward
    if (world.tick + number) % SURFACE_PERIOD == 0:
        surface = world.place.surface_at(physics.x[number], physics.y[number])
        vehicle.grip, vehicle.roll = surface.grip, surface.roll
    tyres = vehicle.tyres
    mass = spec.mass
    # Along: engine, air, rolling, flats, brakes.
    force = (
        _engine(vehicle, spec, forward, speed)
        if has_driver and vehicle.has_engine and vehicle.stall_ticks == 0
        else 0.0
    )
    flats = 4.0 - (tyres[0] + tyres[1] + tyres[2] + tyres[3])
    resist = spec.drag * speed * speed + (spec.roll * vehicle.roll + FLAT_DRAG * flats) * (
        1.0 if speed > CREEP else 0.0
    )
    if flats > 1.5 and speed > FLAT_TOP_SPEED:
        force = 0.0
    grip = spec.grip * vehicle.grip
    brake = min(spec.brake, grip * GRAVITY) * mass * vehicle.brake / 127.0
    if vehicle.is_handbraking:
        brake += 0.35 * grip * GRAVITY * mass
    impulse = force * DT
    stop = min((resist + brake) * DT, speed * mass + (impulse if impulse > 0.0 else -impulse))
    impulse = impulse - stop if forward >= 0.0 else impulse + stop
    ux += fx * impulse / mass
    uy += fy * impulse / mass
    # Across: two axles.
    _steer(vehicle, spec, speed, tyres)
    inertia = mass * (spec.length * spec.length + spec.width * spec.width) / 12.0
    arm = spec.wheelbase / 2.0
    wheel = int(vehicle.wheel_angle) & 65535
    cosine, sine = COS[wheel], SIN[wheel]
    load = 0.5 * mass
    slip = 0.0
    rear = spec.handbrake_grip if vehicle.is_handbraking else 1.0
    hold = grip * load * GRAVITY * DT
    for side, lx, ly, cap in (
        (
            arm,
            -(fy * cosine + fx * sine),
            fx * cosine - fy * sine,
            hold * (FLAT_GRIP + (1.0 - FLAT_GRIP) * (tyres[0] + tyres[1]) * 0.5),
        ),
        (-arm, -fy, fx, hold * rear * (FLAT_GRIP + (1.0 - FLAT_GRIP) * (tyres[2] + tyres[3]) * 0.5)),
    ):
        rx, ry = fx * side, fy * side
        sideways = (ux - w * ry) * lx + (uy + w * rx) * ly
        lever = rx * ly - ry * lx
        wanted = -sideways * AXLE_GRIP / (1.0 / mass + lever * lever / inertia)
        if wanted > cap or wanted < -cap:
            wanted = cap if wanted > 0.0 else -cap
            slip = max(slip, sideways if sideways > 0.0 else -sideways)
        ux += lx * wanted / mass
        uy += ly * wanted / mass
        w += lever * wanted / inertia
    if (
        (not has_driver or (vehicle.brake > 0 and vehicle.throttle == 0))
        and ux * ux + uy * uy < 0.01
        and w * w < 0.0004
    ):
        ux = uy = w = 0.0
    physics.vx[number], physics.vy[number], physics.w[number] = ux, uy, w
    vehicle.slip = slip
    if vehicle.stall_ticks > 0:
        vehicle.stall_ticks -= 1
    if vehicle.leaks != NO_LEAKS:
        _leak(vehicle)


def _engine(vehicle: Vehicle, spec: VehicleSpec, forward: float, speed: float) -> float:
    """Newtons at the wheels; also sets the engine's speed for the ear."""
    top = 60.0
    gear_span = top / spec.gears
    gear = min(spec.gears - 1, int(speed / gear_span))
    within = speed / gear_span - gear
    wanted = 0.15 + 0.85 * min(1.0, (0.3 if gear else 0.0) + within * (0.7 if gear else 1.0))
    vehicle.rpm += (wanted - vehicle.rpm) * 0.2
    if vehicle.throttle == 0:
        return 0.0
    weak = 0.55 if vehicle.stage >= 3 else 1.0
    force = min(spec.force, spec.power / (speed if speed > 1.0 else 1.0)) * weak * vehicle.throttle / 127.0
    if vehicle.throttle < 0:
        return force * 0.7 if forward > -spec.reverse_speed else 0.0
    return force


def _steer(vehicle: Vehicle, spec: VehicleSpec, speed: float, tyres: list[float]) -> None:
    """Turns the front wheels towards what is asked, within the lock that speed leaves."""
    fast = speed if speed < FAST else FAST
    lock = spec.steer_lock_degrees + (spec.steer_fast_degrees - spec.steer_lock_degrees) * fast / FAST
    pull = vehicle.pull + int(FLAT_PULL * ((1.0 - tyres[1]) - (1.0 - tyres[0])))
    steer = max(-127, min(127, vehicle.steer + pull))
    wanted = steer / 127.0 * lock * FULL_TURN / 360.0
    change = wanted - vehicle.wheel_angle
    if change > WHEEL_STEP:
        change = WHEEL_STEP
    elif change < -WHEEL_STEP:
        change = -WHEEL_STEP
    vehicle.wheel_angle = int((vehicle.wheel_angle + change) * 256.0) / 256.0


def _leak(vehicle: Vehicle) -> None:
    for k in range(4):
        if vehicle.leaks[k] > 0.0 and vehicle.tyres[k] > 0.0:
            left = vehicle.tyres[k] - vehicle.leaks[k]
            vehicle.tyres[k] = left if left > 0.0 else 0.0
