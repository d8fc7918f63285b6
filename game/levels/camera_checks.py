"""Security cameras that see nothing or mean nothing: inside a wall, onto something that is no tape, watched by somebody of the crew.

Owns the checks of class SecurityCamera. Called by `check.py`.
"""

from __future__ import annotations

from game.content.level import Level
from game.content.specs import Catalog
from game.levels.complaints import Complaints
from game.levels.objects import Objects
from game.sim.place import Zone

TOPIC = "securitycamera"
WIDEST, FARTHEST = 180.0, 60.0


def check_cameras(level: Level, catalog: Catalog, objects: Objects, complaints: Complaints) -> None:
    """Every complaint about security cameras."""
    items = {item.name: item for item in level.items}
    people = {person.name: person for person in level.people}
    for camera in level.security_cameras:
        where = objects.place("SecurityCamera", camera.id)
        tape, guard = items.get(camera.tape), people.get(camera.guard)
        if tape is not None and tape.kind != "tape":
            message = f'names the item "{camera.tape}", which is a {tape.kind}; expected an Item of kind tape'
            complaints.error(f'{where}, property "tape"', message, topic=TOPIC)
        if guard is not None and catalog.people[guard.spec].side not in ("guard", "police"):
            message = f'names "{camera.guard}", who is neither guard nor police: nobody watches'
            complaints.error(f'{where}, property "guard"', message, topic=TOPIC)
        for name, value, most in (("cone", camera.cone, WIDEST), ("reach", camera.reach, FARTHEST)):
            if value > most:
                message = f"is {value:g}; expected at most {most:g}"
                complaints.error(f'{where}, property "{name}"', message, topic=TOPIC)
        if not camera.tape and not camera.guard:
            complaints.warning(where, "has no tape and nobody who watches it: it does nothing", topic=TOPIC)
        if _is_in_a_wall(level, camera.x, camera.y):
            message = "is inside a wall and sees nothing; put it a step into the room"
            complaints.error(where, message, topic=TOPIC)


def _is_in_a_wall(level: Level, x: float, y: float) -> bool:
    for wall in level.walls:
        across, down = [p[0] for p in wall.points], [p[1] for p in wall.points]
        if min(across) <= x <= max(across) and min(down) <= y <= max(down):
            if Zone("", "", wall.points, min(across), min(down), max(across), max(down)).contains(x, y):
                return True
    return False
