"""Security cameras: whose face they film, who watches them, and what comes of the tape.

A camera sees one of the crew on foot, in its cone, near enough and with nothing between. Without a mask his face is on the tape after a
second; the tape is looked at half a minute after the police are called, and whoever is on it is described, unless it was taken. A mask
or a gun for two seconds sends whoever sits before the picture to the nearest alarm. Owns the cameras' state. Levels without any pay
nothing. Called as a system after `projectiles`, whose bullets put cameras out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.specs import TICKS_PER_SECOND
from game.sim import events
from game.sim.ai.steps import CallPhone
from game.sim.angles import direction, turn
from game.sim.entities import NOBODY, Person, SecurityCamera, Stance
from game.sim.mission import speech
from game.sim.mission.state import Surveillance
from game.sim.physics import SIGHT_MASK

if TYPE_CHECKING:
    from game.content.level import Fixture
    from game.content.level import SecurityCamera as Shape
    from game.sim.world import World

PERIOD = 12
"""Ticks between two looks of a camera."""
LOOKS = 5
"""So many looks running and a face can be told: a second."""
WATCH_TICKS = 120
"""For so long a gun must be in the picture before whoever watches believes it."""
MONITOR_METRES = 5.0
"""From where he was drawn to where he still sees the picture."""
TAPE_TICKS = 30 * TICKS_PER_SECOND
"""From the call to the police until somebody has looked at the tape."""
HANGS_NEAR = 0.7
"""Metres from a bullet's mark to the camera it puts out."""
ALARM_SECONDS = 3.0


def found(world: World) -> None:
    """The cameras as the level has them."""
    cameras = [SecurityCamera(number, one.name) for number, one in enumerate(world.level.security_cameras)]
    world.surveillance = Surveillance(cameras)


def advance(world: World) -> None:
    """Every camera in its turn; then the tape."""
    if not world.surveillance.cameras:
        return
    _shot_out(world)
    for camera in world.surveillance.cameras:
        if not camera.is_broken and (world.tick + camera.id) % PERIOD == 0:
            _look(world, camera)
    if world.tick % TICKS_PER_SECOND == 0:
        _read_the_tape(world)


def heading(camera: SecurityCamera, shape: Shape, tick: int) -> int:
    """Where it looks now, 65,536ths of a turn: to and fro over its sweep at an even pace."""
    if shape.sweep <= 0.0:
        return shape.facing & 65535
    period = max(4, int(shape.sweep_seconds * TICKS_PER_SECOND))
    at = (tick + camera.id * 97) % period * 4
    share = at - period if at < 2 * period else 3 * period - at  # -period .. period .. -period
    return (shape.facing + share * int(shape.sweep * 65536.0 / 360.0) // period) & 65535


def is_running(world: World, shape: Shape) -> bool:
    """Whether its pictures go onto a tape that nobody has taken."""
    tape = world.item_named.get(shape.tape)
    return tape is not None and not tape.is_found


def watcher(world: World, shape: Shape) -> Person | None:
    """Whoever sits before its picture, if he does: on his feet, free, and where he belongs."""
    guard = world.person_named.get(shape.guard)
    if guard is None or not guard.is_able or guard.stance > Stance.CROUCH:
        return None
    spawn = world.level.people[guard.id - world.person_base]
    x, y = world.position(guard.id)
    far = (x - spawn.x) * (x - spawn.x) + (y - spawn.y) * (y - spawn.y)
    return guard if far < MONITOR_METRES * MONITOR_METRES else None


def faces(world: World) -> dict[int, int]:
    """Whose faces are on tapes that were left behind, and the clothes they wore."""
    known: dict[int, int] = {}
    for camera, shape in zip(world.surveillance.cameras, world.level.security_cameras, strict=True):
        if is_running(world, shape):
            known.update(camera.filmed)
    return known


def in_picture(world: World, camera: SecurityCamera, shape: Shape, person: Person) -> bool:
    """Whether a camera sees somebody on foot now."""
    if not person.is_present or person.vehicle >= 0:
        return False
    x, y = world.position(person.id)
    dx, dy = x - shape.x, y - shape.y
    if dx * dx + dy * dy > shape.reach * shape.reach:
        return False
    half = int(shape.cone * 65536.0 / 720.0)
    if abs(turn(heading(camera, shape, world.tick), direction(dx, dy))) > half:
        return False
    world.stats["sight_queries"] += 1
    return world.physics.is_clear(shape.x, shape.y, x, y, SIGHT_MASK)


def _look(world: World, camera: SecurityCamera) -> None:
    shape = world.level.security_cameras[camera.id]
    guard = watcher(world, shape)
    runs = is_running(world, shape)
    camera.sees = NOBODY
    if not runs and guard is None:
        return
    is_alarming = False
    for who in world.crew_ids:
        person = world.person(who)
        if not in_picture(world, camera, shape, person):
            camera.looks.pop(who, None)
            continue
        camera.sees = who if camera.sees == NOBODY or who == world.player else camera.sees
        if person.is_masked or person.gun >= 0:
            is_alarming = True
        if runs and not person.is_masked:
            _film(world, camera, person)
    camera.armed_ticks = camera.armed_ticks + PERIOD if is_alarming else 0
    if guard is not None and camera.armed_ticks >= WATCH_TICKS and camera.alarm_tick < 0:
        _raise_alarm(world, camera, guard)


def _film(world: World, camera: SecurityCamera, person: Person) -> None:
    camera.looks[person.id] = camera.looks.get(person.id, 0) + 1
    if camera.looks[person.id] >= LOOKS and camera.filmed.get(person.id) != person.look:
        is_new = person.id not in faces(world)
        camera.filmed[person.id] = person.look
        if is_new:
            world.emit(events.Filmed(person.id, camera.name))


def _raise_alarm(world: World, camera: SecurityCamera, guard: Person) -> None:
    """He goes for the nearest alarm or telephone; without one it is his radio that tells it."""
    x, y = world.position(guard.id)
    for other, shape in zip(world.surveillance.cameras, world.level.security_cameras, strict=True):
        if shape.guard == guard.name:
            other.alarm_tick = world.tick
    world.emit(events.CameraAlarm(guard.id, camera.name))
    world.mission.note_cause("on_camera", who=world.label_of(guard.name))
    nearest = _nearest_alarm(world, x, y)
    if nearest is not None:
        world.minds[guard.id].give(CallPhone(nearest.name, ALARM_SECONDS))


def _nearest_alarm(world: World, x: float, y: float) -> Fixture | None:
    near = [((f.x - x) * (f.x - x) + (f.y - y) * (f.y - y), f.id, f) for f in world.level.fixtures]
    return min(near, key=lambda one: one[:2])[2] if near else None


def _read_the_tape(world: World) -> None:
    """Half a minute after the response began whoever is on a tape that still lies there is described."""
    if world.heat.stage < 1:
        return
    if world.surveillance.tape_due < 0:
        world.surveillance.tape_due = world.tick + TAPE_TICKS
    if world.surveillance.tape_due == 0 or world.tick < world.surveillance.tape_due:
        return
    world.surveillance.tape_due = 0
    known = faces(world)
    if known:
        for who, look in known.items():
            world.heat.described[who] = look
        world.count("faces_told", len(known))
        world.mission.note_cause("tape", count=len(known))
        world.emit(events.TapeRead(len(known)))
        speech.radio(world, "radio.tape")


def _shot_out(world: World) -> None:
    broken = []
    for event in world.events:
        if type(event) is events.BulletImpact:
            for camera, shape in zip(world.surveillance.cameras, world.level.security_cameras, strict=True):
                dx, dy = event.x - shape.x, event.y - shape.y
                if not camera.is_broken and dx * dx + dy * dy < HANGS_NEAR * HANGS_NEAR:
                    camera.is_broken, camera.sees, camera.armed_ticks = True, NOBODY, 0
                    broken.append((camera.name, shape.x, shape.y))
    for name, x, y in broken:
        world.emit(events.CameraBroken(name, x, y))
        world.emit(events.GlassBroken(x, y, NOBODY))
