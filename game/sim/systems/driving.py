"""Wheels: engine, brakes and two axles whose sideways grip is a capped impulse, for every vehicle that moves.

The model (figures in vehicles.toml): tractive force up to power / speed, air drag and rolling resistance, brakes up to the
grip of the ground, and for each axle an impulse against its sideways slip, capped by friction times load; what exceeds the cap
slides. Flat tyres grip less, drag and pull. The steering lock falls with speed. A vehicle on its side scrapes.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
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
SLUMP_TICKS, SLUMP_STEER = 100, 34
"""How long the foot of a driver who was hit stays on the gas, and how far his weight pulls the wheel over."""
CREEP = 0.05
SURFACE_PERIOD = 4
HERE = 5.0
"""Metres within which a vehicle that shunts to and fro is still where it was."""
ROLL_CALL = 6
"""Ticks between looks at who stands without a driver; a divisor of the ticks between keyframes."""
PACES = ((60.0, 3),)
"""Metres from the player beyond which the wheels of the traffic are reckoned once in so many ticks, for all of these at once: divisors of
the ticks between roll calls, and of those after which `carrying` moves its drivers."""
LONG_STILL = 36000
HANDBRAKE = Button.HANDBRAKE
NO_LEAKS = [0.0, 0.0, 0.0, 0.0]
HORN_NOISE, SIREN_NOISE = 60.0, 150.0


@dataclass(frozen=True, slots=True)
class Chassis:
    """What the figures of a vehicle come to in the model: worked out once, used sixty times a second."""

    per_mass: float
    per_inertia: float
    mass: float
    arm: float
    """Metres from the middle to either axle."""
    rear_mass: float
    """Impulse that takes a metre a second of sideways slip from the rear axle, times `axle_grip`."""
    hold: float
    """Most impulse an axle holds on ground of grip 1."""
    weight: float
    """Newtons of grip on ground of grip 1."""
    brake: float
    """Newtons of the brakes."""
    drag: float
    roll: float
    force: float
    power: float
    reverse_speed: float
    lock: float
    lock_loss: float
    """Steering lock at a standstill, 65,536ths of a turn for each unit of the wheel, and what it loses for each m/s."""
    handbrake_grip: float
    ticks: int
    """How many ticks one reckoning of its wheels stands for, and the seconds of that."""
    seconds: float
    axle_grip: float
    """Share of an axle's sideways slip taken away in these."""
    wheel_step: float


def chassis_of(spec: VehicleSpec, ticks: int = 1) -> Chassis:
    """The model's constants of one kind of vehicle whose wheels are reckoned once in so many ticks."""
    arm = spec.wheelbase / 2.0
    slips = 1.0
    for _ in range(ticks):
        slips *= 1.0 - AXLE_GRIP
    per_mass = 1.0 / spec.mass
    per_inertia = 12.0 / (spec.mass * (spec.length * spec.length + spec.width * spec.width))
    weight = spec.mass * GRAVITY * spec.grip
    per_unit = FULL_TURN / 360.0 / 127.0
    return Chassis(
        per_mass=per_mass,
        per_inertia=per_inertia,
        mass=spec.mass,
        arm=arm,
        rear_mass=(1.0 - slips) / (per_mass + arm * arm * per_inertia),
        hold=0.5 * weight * DT * ticks,
        weight=weight,
        brake=spec.brake * spec.mass,
        drag=spec.drag,
        roll=spec.roll,
        force=spec.force,
        power=spec.power,
        reverse_speed=spec.reverse_speed,
        lock=spec.steer_lock_degrees * per_unit,
        lock_loss=(spec.steer_lock_degrees - spec.steer_fast_degrees) * per_unit / FAST,
        handbrake_grip=spec.handbrake_grip,
        ticks=ticks,
        seconds=DT * ticks,
        axle_grip=1.0 - slips,
        wheel_step=WHEEL_STEP * ticks,
    )


def advance(world: World) -> None:
    """Controls from whoever has the wheel, then velocities of everything that moves or is driven."""
    physics = world.physics
    angle, vx, vy, w = physics.angle, physics.vx, physics.vy, physics.w
    people, base = world.people, world.person_base
    vehicles = world.vehicles
    if world.tick % ROLL_CALL == 1:
        _call_the_roll(world)
    rolling = world.rolling = []
    wheels, tick = world.wheels, world.tick
    for number in world.awake:
        chassis = wheels[number]
        if (tick + number) % chassis.ticks:
            continue
        vehicle = vehicles[number]
        ux, uy = vx[number], vy[number]
        stands = ux == 0.0 and uy == 0.0 and w[number] == 0.0
        if not stands or not vehicle.is_settled:
            rolling.append(vehicle)
        driver = vehicle.seats[0]
        has_driver = driver >= 0 and people[driver - base].is_able
        if stands:
            if driver < 0 or vehicle.is_absent:
                if driver < 0 and vehicle.still_ticks < LONG_STILL:
                    vehicle.still_ticks += chassis.ticks
                continue
            if has_driver:
                person = people[driver - base]
                if person.move_y == 0 and not (person.pressed or vehicle.siren or vehicle.horn_ticks > 0):
                    # As `_controls` has it for whoever waits: most drivers in most ticks.
                    vehicle.steer, vehicle.throttle, vehicle.brake = person.move_x, 0, IDLE_BRAKE
                    vehicle.is_handbraking = person.buttons & HANDBRAKE != 0
                else:
                    _controls(world, vehicle, driver, 0.0)
            if vehicle.throttle == 0 or not has_driver:
                _stand(world, vehicle, chassis, has_driver)
                continue
        elif vehicle.is_absent:
            continue
        turn = from_radians(angle[number])
        fx, fy = COS[turn], SIN[turn]
        forward = ux * fx + uy * fy
        if has_driver and not stands:
            _controls(world, vehicle, driver, forward)
        if not has_driver:
            _runs_on(world, vehicle, driver)
        if vehicle.is_on_side:
            _scrape(world, vehicle)
        else:
            _roll(world, vehicle, chassis, has_driver, fx, fy, forward)
        ux, uy = vx[number], vy[number]
        vehicle.still_ticks = vehicle.still_ticks + chassis.ticks if ux * ux + uy * uy < 0.09 else 0


def _runs_on(world: World, vehicle: Vehicle, driver: int) -> None:
    """One tick with nobody at the wheel: whoever was hit at it hangs over it for a moment, his foot where it was; then it rolls out."""
    vehicle.is_handbraking = False
    if driver >= 0 and vehicle.throttle > 0:
        fallen = world.people[driver - world.person_base]
        if world.tick - fallen.hit_tick < SLUMP_TICKS:
            vehicle.brake, vehicle.steer = 0, SLUMP_STEER if driver % 2 else -SLUMP_STEER
            return
    vehicle.throttle, vehicle.steer, vehicle.brake = 0, 0, IDLE_BRAKE


def _stand(world: World, vehicle: Vehicle, chassis: Chassis, has_driver: bool) -> None:
    """One tick of a vehicle that stands and means to."""
    if vehicle.still_ticks < LONG_STILL:
        vehicle.still_ticks += chassis.ticks
    vehicle.throttle = 0
    if has_driver and (vehicle.steer or vehicle.pull or vehicle.wheel_angle or vehicle.tyres[0] != vehicle.tyres[1]):
        _turn_wheels(vehicle, chassis, 0.0)
    if vehicle.leaks != NO_LEAKS:
        _leak(vehicle)


def _call_the_roll(world: World) -> None:
    """Whoever stands without a driver is let sleep, and the traffic far off taken in longer steps; it falls on the tick after a keyframe,
    so that neither is state."""
    physics = world.physics
    vx, vy, w = physics.vx, physics.vy, physics.w
    awake = world.awake = []
    touched = {number: True for pair in world.touching for number in pair}
    for vehicle in world.vehicles:
        number = vehicle.id
        dx, dy = physics.x[number] - vehicle.here_x, physics.y[number] - vehicle.here_y
        if dx * dx + dy * dy > HERE * HERE or vehicle.seats[0] < 0:
            vehicle.here_x, vehicle.here_y, vehicle.here_ticks = physics.x[number], physics.y[number], 0
        elif vehicle.here_ticks < LONG_STILL:
            vehicle.here_ticks += ROLL_CALL
        if vehicle.seats[0] >= 0 or not vehicle.is_settled or vx[number] or vy[number] or w[number]:
            awake.append(number)
            pace = _pace(world, vehicle) if vehicle.is_traffic and number not in touched else 1
            world.wheels[number] = world.chassis[number] if pace == 1 else world.slow_chassis[pace][vehicle.spec]
        elif vehicle.still_ticks < LONG_STILL:
            vehicle.still_ticks += ROLL_CALL


def _pace(world: World, vehicle: Vehicle) -> int:
    """Ticks between two reckonings of the wheels of one of the traffic: more than one if it is sound, driven, and not beside the player."""
    if (
        vehicle.is_absent
        or vehicle.is_on_side
        or vehicle.stall_ticks
        or vehicle.horn_ticks
        or vehicle.leaks != NO_LEAKS
    ):
        return 1
    driver = vehicle.seats[0]
    if driver < 0 or not world.people[driver - world.person_base].is_able or not world.spares_the_far:
        return 1
    (x, y), (px, py) = world.position(vehicle.id), world.position(world.player)
    far = (x - px) * (x - px) + (y - py) * (y - py)
    for metres, ticks in PACES:
        if far > metres * metres:
            return ticks
    return 1


def wake(world: World, number: int) -> None:
    """Something has happened to a vehicle (EntityId): it is looked at in every tick again."""
    world.wheels[number] = world.chassis[number]
    if number not in world.awake:
        world.awake.append(number)


def _controls(world: World, vehicle: Vehicle, driver: int, forward: float) -> None:
    person = world.people[driver - world.person_base]
    vehicle.steer = person.move_x
    gas = -person.move_y
    if gas >= 0:
        if forward > -0.5:
            vehicle.throttle, vehicle.brake = gas, 0
        else:
            vehicle.throttle, vehicle.brake = 0, gas
        if gas == 0 and -0.3 < forward < 0.3:
            vehicle.brake = IDLE_BRAKE
    elif forward > 0.3 or gas > -30:
        vehicle.throttle, vehicle.brake = 0, -gas
    else:
        vehicle.throttle, vehicle.brake = gas, 0
    vehicle.is_handbraking = person.buttons & Button.HANDBRAKE != 0
    if vehicle.horn_ticks > 0:
        vehicle.horn_ticks -= 1
    if person.pressed:
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
    fast = sqrt(vx * vx + vy * vy)
    slow = SCRAPE * GRAVITY * DT
    keep = 1.0 - slow / fast if fast > slow else 0.0
    physics.push(number, vx * keep, vy * keep)
    physics.w[number] *= 0.96 if keep > 0.0 else 0.0
    vehicle.slip = fast


def _roll(
    world: World, vehicle: Vehicle, chassis: Chassis, has_driver: bool, fx: float, fy: float, forward: float
) -> None:
    """One tick on wheels; (fx, fy) is where the nose points. Long and sequential: it runs for every vehicle in every tick."""
    physics, number = world.physics, vehicle.id
    ux, uy, w = physics.vx[number], physics.vy[number], physics.w[number]
    speed = forward if forward >= 0.0 else -forward
    if (world.tick + number) % SURFACE_PERIOD == 0:
        surface = world.place.surface_at(physics.x[number], physics.y[number])
        vehicle.grip, vehicle.roll = surface.grip, surface.roll
    grip, throttle, handbrakes, seconds = vehicle.grip, vehicle.throttle, vehicle.is_handbraking, chassis.seconds
    front_left, front_right, rear_left, rear_right = vehicle.tyres
    flats = 4.0 - (front_left + front_right + rear_left + rear_right)

    # Along: engine, air, rolling, flats, brakes.
    impulse = 0.0
    if throttle != 0 and has_driver and vehicle.has_engine and vehicle.stall_ticks == 0:
        if (throttle > 0 or forward > -chassis.reverse_speed) and not (flats > 1.5 and speed > FLAT_TOP_SPEED):
            force = chassis.power / (speed if speed > 1.0 else 1.0)
            impulse = (force if force < chassis.force else chassis.force) * throttle * (seconds / 127.0)
            if throttle < 0:
                impulse *= 0.7
            if vehicle.stage >= 3:
                impulse *= 0.55
    resist = chassis.drag * speed * speed
    if speed > CREEP:
        resist += chassis.roll * vehicle.roll + FLAT_DRAG * flats
    if vehicle.brake > 0:
        most = chassis.weight * grip
        resist += (chassis.brake if chassis.brake < most else most) * vehicle.brake / 127.0
    if handbrakes:
        resist += 0.35 * chassis.weight * grip
    stop = resist * seconds
    most = speed * chassis.mass + (impulse if impulse > 0.0 else -impulse)
    if stop > most:
        stop = most
    change = (impulse - stop if forward >= 0.0 else impulse + stop) * chassis.per_mass
    ux += fx * change
    uy += fy * change

    # Across, the front axle: its sideways direction is the body's, turned by the wheels.
    wheel = _turn_wheels(vehicle, chassis, speed) & 65535
    cosine, sine = COS[wheel], SIN[wheel]
    lx, ly = -(fy * cosine + fx * sine), fx * cosine - fy * sine
    arm, per_mass, per_inertia = chassis.arm, chassis.per_mass, chassis.per_inertia
    lever = arm * cosine
    slip = 0.0
    hold = chassis.hold * grip
    sideways = ux * lx + uy * ly + w * lever
    push = -sideways * chassis.axle_grip / (per_mass + lever * lever * per_inertia)
    cap = hold * (FLAT_GRIP + (1.0 - FLAT_GRIP) * 0.5 * (front_left + front_right)) if flats > 0.0 else hold
    if push > cap or push < -cap:
        push = cap if push > 0.0 else -cap
        slip = sideways if sideways > 0.0 else -sideways
    ux += lx * push * per_mass
    uy += ly * push * per_mass
    w += lever * push * per_inertia

    # Across, the rear axle.
    sideways = uy * fx - ux * fy - w * arm
    push = -sideways * chassis.rear_mass
    cap = hold * (FLAT_GRIP + (1.0 - FLAT_GRIP) * 0.5 * (rear_left + rear_right)) if flats > 0.0 else hold
    if handbrakes:
        cap *= chassis.handbrake_grip
    if push > cap or push < -cap:
        push = cap if push > 0.0 else -cap
        sideways = sideways if sideways > 0.0 else -sideways
        slip = sideways if sideways > slip else slip
    ux -= fy * push * per_mass
    uy += fx * push * per_mass
    w -= arm * push * per_inertia

    # At rest at last.
    if ux * ux + uy * uy < 0.01 and w * w < 0.0004 and (not has_driver or (vehicle.brake > 0 and throttle == 0)):
        ux = uy = w = 0.0
    physics.vx[number], physics.vy[number], physics.w[number] = ux, uy, w
    physics.pushed.append(number)
    vehicle.slip = slip
    if vehicle.stall_ticks > 0:
        vehicle.stall_ticks -= 1
    if vehicle.leaks != NO_LEAKS:
        _leak(vehicle)


def _turn_wheels(vehicle: Vehicle, chassis: Chassis, speed: float) -> int:
    """The front wheels, towards what is asked, within the lock that speed leaves; their angle, 65,536ths of a turn."""
    steer = vehicle.steer + vehicle.pull
    if vehicle.tyres[0] != vehicle.tyres[1]:
        steer += int(FLAT_PULL * (vehicle.tyres[0] - vehicle.tyres[1]))
    steer = 127 if steer > 127 else -127 if steer < -127 else steer
    angle = vehicle.wheel_angle
    change = steer * (chassis.lock - chassis.lock_loss * (speed if speed < FAST else FAST)) - angle
    if change != 0.0:
        step = chassis.wheel_step
        change = step if change > step else -step if change < -step else change
        vehicle.wheel_angle = angle = int((angle + change) * 256.0) / 256.0
    return int(angle)


def _leak(vehicle: Vehicle) -> None:
    for k in range(4):
        if vehicle.leaks[k] > 0.0 and vehicle.tyres[k] > 0.0:
            left = vehicle.tyres[k] - vehicle.leaks[k]
            vehicle.tyres[k] = left if left > 0.0 else 0.0
