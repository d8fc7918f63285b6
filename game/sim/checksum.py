"""The fingerprint of a world at one tick, and which field differs when two do not agree.

Covers all mutable state: body columns bit for bit, every table field by field, minds, bullets, mission, heat. Never rounds.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from game.sim.ai.belief import Belief
from game.sim.ai.maneuver import Maneuver
from game.sim.ai.mind import Hands, Mind
from game.sim.ai.navigation import Search
from game.sim.entities import Bullet, Door, Gap, Gun, Helicopter, Item, Noise, Person, SecurityCamera, Vehicle
from game.sim.mission.state import Heat, Mission, Tempo, Trail

if TYPE_CHECKING:
    from game.sim.world import World


def _getter(kind: type) -> attrgetter[Any]:
    return attrgetter(*(field.name for field in fields_of(kind)))


_GETTERS: dict[type, attrgetter[Any]] = {
    kind: _getter(kind)
    for kind in (
        Vehicle,
        Person,
        Item,
        Door,
        Gap,
        SecurityCamera,
        Gun,
        Bullet,
        Helicopter,
        Noise,
        Mind,
        Hands,
        Search,
        Maneuver,
        Mission,
        Heat,
        Trail,
        Tempo,
    )
}


def checksum(world: World) -> int:
    """64 bits over everything that can change."""
    digest = hashlib.blake2b(digest_size=8)
    physics = world.physics
    for column in (physics.x, physics.y, physics.angle, physics.vx, physics.vy, physics.w):
        digest.update(struct.pack(f"<{len(column)}d", *column))
    digest.update(repr((world.tick, world.player, physics.categories, world.touching, world.path_queue)).encode())
    digest.update(
        repr((world.maneuver_queue, *(_row(one) for one in (world.search, world.maneuver) if one is not None))).encode()
    )
    for table in (
        world.vehicles,
        world.people,
        world.items,
        world.bullets,
        world.helicopters,
        world.noises,
        list(world.minds.values()),
    ):
        digest.update(repr([_row(entity) for entity in table]).encode())
    if world.doors:
        digest.update(repr([_row(door) for door in world.doors]).encode())
    if world.gaps:
        digest.update(repr([_row(gap) for gap in world.gaps]).encode())
    if world.surveillance.cameras:
        cameras = [_row(camera) for camera in world.surveillance.cameras]
        digest.update(repr((cameras, world.surveillance.cased, world.surveillance.tape_due)).encode())
    digest.update(repr((_row(world.mission), _row(world.heat), _row(world.tempo))).encode())
    for who in sorted(world.beliefs):
        digest.update(repr((who, _plain_belief(world.beliefs[who]))).encode())
        if who in world.own_searches:
            digest.update(repr(_row(world.own_searches[who])).encode())
    return int.from_bytes(digest.digest(), "little")


def _plain_belief(belief: Belief) -> tuple[Any, ...]:
    """A belief's fields; of its map every cell."""
    row = tuple(
        getattr(belief, one.name)
        for one in fields_of(Belief)
        if one.name not in ("mass", "free", "known", "known_chances")
    )
    return (*row, belief.mass.tobytes())


def _row(entity: object) -> tuple[Any, ...]:
    row = _GETTERS[type(entity)](entity)
    if isinstance(entity, Person):
        return (*row, [_GETTERS[Gun](gun) for gun in entity.guns])
    if isinstance(entity, Mind):
        return (*row, _GETTERS[Hands](entity.hands))
    return row  # type: ignore[no-any-return]


def fields(world: World) -> dict[str, object]:
    """Every field of the world by its path, for comparing."""
    found: dict[str, object] = {
        "tick": world.tick,
        "player": world.player,
        "touching": world.touching,
        "path_queue": world.path_queue,
        "maneuver_queue": world.maneuver_queue,
    }
    physics = world.physics
    for name in ("x", "y", "angle", "vx", "vy", "w", "categories"):
        for index, value in enumerate(getattr(physics, name)):
            found[f"bodies[{index}].{name}"] = value
    for name in ("vehicles", "people", "items", "bullets", "helicopters", "noises", "doors", "gaps"):
        for index, entity in enumerate(getattr(world, name)):
            _spread(f"{name}[{index}]", entity, found)
    for index, camera in enumerate(world.surveillance.cameras):
        _spread(f"cameras[{index}]", camera, found)
    for who, belief in world.beliefs.items():
        found[f"beliefs[{who}]"] = _plain_belief(belief)
    for who, mind in world.minds.items():
        _spread(f"minds[{who}]", mind, found)
    for who, search in world.own_searches.items():
        _spread(f"own_searches[{who}]", search, found)
    for name in ("search", "maneuver"):
        if getattr(world, name) is not None:
            _spread(name, getattr(world, name), found)
    _spread("mission", world.mission, found)
    _spread("heat", world.heat, found)
    _spread("tempo", world.tempo, found)
    return found


def _spread(path: str, value: Any, found: dict[str, object]) -> None:
    if is_dataclass(value) and not isinstance(value, type) and type(value) in _GETTERS:
        for field in fields_of(value):
            _spread(f"{path}.{field.name}", getattr(value, field.name), found)
    elif isinstance(value, list) and value and is_dataclass(value[0]):
        for index, one in enumerate(value):
            _spread(f"{path}[{index}]", one, found)
    else:
        found[path] = value


def difference(a: World, b: World) -> list[str]:
    """Every field in which two worlds differ: "people[3].health: 900.0 != 880.0"."""
    left, right = fields(a), fields(b)
    names = list(left) + [name for name in right if name not in left]
    missing = "(absent)"
    return [
        f"{name}: {left.get(name, missing)!r} != {right.get(name, missing)!r}"
        for name in names
        if repr(left.get(name, missing)) != repr(right.get(name, missing))
    ]
