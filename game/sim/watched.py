"""What the picture shows of a watched place: its cameras, and what the crew has noticed of it. Reads only; called by `picture`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import view
from game.sim.systems import casing, surveillance

if TYPE_CHECKING:
    from game.sim.entities import Person
    from game.sim.world import World


def cameras(world: World) -> tuple[view.CameraView, ...]:
    """Every camera as it hangs now."""
    found = []
    for camera, shape in zip(world.surveillance.cameras, world.level.security_cameras, strict=True):
        state = "broken" if camera.is_broken else "dead"
        if not camera.is_broken and surveillance.watcher(world, shape) is not None:
            state = "watched"
        elif not camera.is_broken and surveillance.is_running(world, shape):
            state = "recording"
        found.append(
            view.CameraView(
                camera.name,
                shape.x,
                shape.y,
                surveillance.heading(camera, shape, world.tick),
                shape.reach,
                int(shape.cone * 65536.0 / 720.0),
                state,
                camera.sees >= 0,
                camera.name in _noticed(world),
            )
        )
    return tuple(found)


def cased(world: World) -> tuple[view.CasedView, ...]:
    """What has been noticed and is still there, where it is now."""
    when = _noticed(world)
    return tuple(
        view.CasedView(kind, name, x, y, world.tick - when[name])
        for kind, name, x, y in casing.things(world)
        if name in when
    )


def is_filmed(world: World, body: Person) -> bool:
    """Whether a camera has somebody in its picture that anybody looks at, now or later."""
    return any(
        camera.sees >= 0 and not camera.is_broken and surveillance.in_picture(world, camera, shape, body)
        for camera, shape in zip(world.surveillance.cameras, world.level.security_cameras, strict=True)
    )


def count(world: World) -> tuple[int, int]:
    """How many things have been noticed, and of how many; (0, 0) where the player has nothing to case, or it is too late for it."""
    if not world.surveillance.cameras or world.heat.stage > 0 or world.setup.side == "police":
        return 0, 0
    names = {name for _, name, _, _ in casing.things(world)} | set(world.surveillance.cased)
    return len(world.surveillance.cased), len(names)


def _noticed(world: World) -> dict[str, int]:
    """What the player's side knows of the place, and since when: what the crew has cased is the crew's."""
    return {} if world.setup.side == "police" else world.surveillance.cased
