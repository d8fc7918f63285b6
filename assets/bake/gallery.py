"""Draws the gallery: `python -m assets.bake.gallery` writes levels/sandbox/gallery.tmx, a map to walk through and to copy from.

Owns what is about the rooms: the wall, who stands there, the lamps. It is a level like any other: it passes the check, and F5
plays it. Called by hand when a sheet has gained something; the map is committed.
"""

from __future__ import annotations

from pathlib import Path

from assets.bake import gallery_rooms
from assets.bake.gallery_plan import HEIGHT, WIDTH, Plan
from game.levels.tmx_writer import Drawn, PropertyValue

FILE = Path(__file__).resolve().parents[2] / "levels" / "sandbox" / "gallery.tmx"


def furnished() -> Plan:
    """The whole plan: rooms, the wall about them, lamps, two people."""
    plan = Plan()
    plan.floor("concrete", (0, 0, WIDTH, HEIGHT))
    for room in gallery_rooms.ROOMS:
        room(plan)
    for x in range(WIDTH):
        for y in (0, HEIGHT - 1):
            plan.put("wall_block", x, y)
    for y in range(HEIGHT):
        for x in (0, WIDTH - 1):
            plan.put("wall_block", x, y)
    for x, y, colour, radius, tall in plan.lamps:
        lamp: dict[str, PropertyValue] = {
            "colour": colour,
            "radius": radius,
            "height": tall,
            "power": 0.8 if radius < 5 else 0.6,
        }
        plan.sketch.add("lights", Drawn("Lamp", "", x, y, properties=lamp))
    plan.sketch.hour = "night"
    plan.sketch.add("people", Drawn("Person", "neil", 15.5, 22.5, properties={"spec": "neil"}))
    plan.sketch.add("people", Drawn("Person", "chris", 17.0, 22.5, properties={"spec": "chris"}))
    return plan


def main() -> None:
    """Write the map."""
    FILE.write_text(furnished().text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
