"""Draws what level makers put on a map: `python -m assets.bake.things` writes levels/tilesets/things.tsx, its pictures and
levels/templates, one template for every person, vehicle, prop, item, door, fixture, light, zone and marker.

What Tiled shows is what the game shows: the pictures are made by the game's own painters, at Tiled's 24 pixels a metre,
looking east. A template's picture is centred on its place, so that turning it in Tiled turns it where it stands.
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from game.levels.project import choices_of

LEVELS = Path(__file__).resolve().parents[2] / "levels"
TILESET = LEVELS / "tilesets" / "things.tsx"
PICTURES = LEVELS / "tilesets" / "things"
TEMPLATES = LEVELS / "templates"
SCALE = 24
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SIGN_PX = 24
LOOKS_LIKE = {"duffel_bag": "cash_bag", "clothes": "cash_bag", "bolt": "key", "tape": "case", "cutters": "key"}
"""Things that the game draws like another one."""
COARSE = 4
"""An aircraft is as wide as a street: its picture is so many times smaller than Tiled shows it."""
SIGNS: dict[str, tuple[int, int, int]] = {
    "lamp": (255, 208, 112), "cover": (80, 208, 80), "marker": (255, 128, 192), "signal": (255, 80, 80), "alarm": (240, 90, 60),
    "sound": (200, 160, 250), "camera": (255, 96, 64), "roadblock": (80, 120, 255),
}  # fmt: skip
"""Things the game shows no picture of, and the colour of the sign that stands for them."""

DOORS: dict[str, dict[str, str | int | float | bool]] = {
    "wood": {"kind": "single", "hinge": "left"}, "wood_right": {"kind": "single", "hinge": "right"},
    "glass": {"kind": "single", "material": "glass"}, "steel": {"kind": "single", "material": "metal"},
    "double_wood": {"kind": "double", "width": 2.0}, "double_glass": {"kind": "double", "width": 2.0, "material": "glass"},
    "revolving": {"kind": "revolving", "width": 2.4, "material": "glass"},
    "vault": {"kind": "vault", "width": 2.0, "material": "metal", "is_locked": True, "closes_after": 0.0},
    "gate": {"kind": "gate", "width": 5.0, "material": "fence", "closes_after": 0.0},
    "shutter": {"kind": "shutter", "width": 3.0, "material": "metal", "closes_after": 0.0},
}  # fmt: skip
"""Doors that lie ready, by what they are called."""


@dataclass(frozen=True)
class Thing:
    """One template: its class, members, and its picture or shape."""

    file: str
    kind: str
    members: dict[str, str | int | float | bool] = field(default_factory=dict)
    picture: str = ""
    """Name of the picture; empty for what is drawn as a shape."""
    shape: str = ""
    """Attributes and inside of the object where it has no picture, parted by a bar."""
    name: str = ""


def things() -> list[Thing]:
    """Every template, by folder and name."""
    from game.content.catalog import load_catalog
    from game.levels.members import CHOICES

    catalog = load_catalog()
    found = [Thing(f"people/{name}", "Person", {"spec": name}, f"person_{name}") for name in catalog.people]
    found += [Thing(f"vehicles/{name}", "Vehicle", {"spec": name}, f"vehicle_{name}") for name in catalog.vehicles]
    found += [
        Thing(f"vehicles/traffic_{name}", "Vehicle", {"spec": name, "is_traffic": True}, f"vehicle_{name}")
        for name in ("sedan", "hatchback", "taxi", "van", "station_wagon")
    ]
    found += [
        Thing(
            "vehicles/answering_patrol",
            "Vehicle",
            {"spec": "patrol_car", "is_absent": True, "answers": 1},
            "vehicle_patrol_car",
        ),
        Thing(
            "vehicles/roadblock_patrol",
            "Vehicle",
            {"spec": "patrol_car", "is_absent": True, "answers": 3, "duty": "roadblock"},
            "vehicle_patrol_car",
        ),
    ]
    radius = {"palm": 0.25, "tree": 0.3, "pillar": 0.5, "dumpster": 0.8, "fountain": 2.0, "crate": 0.6, "pump": 0.5}
    height = {"hydrant": 0.8, "bin": 1.0, "bench": 0.9, "barrier": 1.0, "cone": 0.7, "drum": 1.1, "crate": 1.2, "bush": 1.0,
              "planter": 0.9, "meter": 1.3, "mailbox": 1.3, "newsbox": 1.1, "dumpster": 1.4, "palm": 9.0, "tree": 6.0,
              "post": 7.5, "fountain": 1.0, "pump": 1.6}  # fmt: skip
    for kind in CHOICES[("Prop", "kind")]:
        members: dict[str, str | int | float | bool] = {"kind": kind}
        members |= {"radius": radius[kind]} if kind in radius else {}
        members |= {"height": height[kind]} if kind in height else {}
        found.append(Thing(f"props/{kind}", "Prop", members, f"prop_{kind}"))
    found += [Thing(f"items/{kind}", "Item", {"kind": kind}, f"item_{kind}") for kind in CHOICES[("Item", "kind")]]
    sounds = CHOICES[("Sound", "sound")]
    found += [Thing(f"sounds/{word}", "Sound", {"sound": word}, "sign_sound", name=word) for word in sounds]
    found += [Thing(f"doors/{name}", "Door", members, f"door_{name}", name="door") for name, members in DOORS.items()]
    found += [
        Thing(f"aircraft/{spec}", "Aircraft", {"spec": spec}, f"aircraft_{spec}")
        for spec in CHOICES[("Aircraft", "spec")]
    ]
    found += _places()
    return found


def _places() -> list[Thing]:
    """Lights, fixtures, markers, zones and ways."""
    from game.levels.members import CHOICES

    lamps: dict[str, dict[str, str | int | float | bool]] = {
        "street_lamp": {"height": 7.5, "radius": 14.0}, "wall_lamp": {"height": 3.0, "radius": 8.0, "power": 0.6},
        "neon": {"colour": "#ff4fa0", "height": 3.5, "radius": 7.0}, "runway_light": {"height": 0.3, "radius": 6.0, "colour": "#ffffff"},
    }  # fmt: skip
    found = [Thing(f"lights/{name}", "Lamp", members, "sign_lamp") for name, members in lamps.items()]
    found.append(Thing("lights/traffic_light", "Signal", {}, "sign_signal", name="signal"))
    found.append(Thing("places/phone", "Fixture", {"kind": "phone"}, "prop_phone", name="phone"))
    found.append(Thing("places/alarm", "Fixture", {"kind": "alarm"}, "sign_alarm", name="alarm"))
    found.append(Thing("places/roadblock", "Roadblock", {}, "sign_roadblock", name="roadblock"))
    found.append(Thing("places/security_camera", "SecurityCamera", {}, "sign_camera", name="camera"))
    found += [
        Thing("places/cover_low", "Cover", {"is_low": True}, "sign_cover"),
        Thing("places/cover_high", "Cover", {"is_low": False}, "sign_cover"),
    ]
    for kind in CHOICES[("Marker", "kind")]:
        members: dict[str, str | int | float | bool] = {"kind": kind} if kind else {}
        found.append(Thing(f"markers/{kind or 'beat'}", "Marker", members, "sign_marker", name=kind or "goal"))
    for kind in CHOICES[("Zone", "kind")]:
        members = {"kind": kind} if kind else {}
        shape = ' width="192" height="144"|'
        found.append(Thing(f"zones/{kind or 'zone'}", "Zone", members, "", shape, kind or "zone"))
    line = '|<polyline points="0,0 240,0"/>'
    found.append(Thing("ways/route", "Route", {}, "", line, "route"))
    found.append(Thing("ways/walk", "Route", {"speed": 1.4, "is_loop": True}, "", line, "walk"))
    found.append(Thing("ways/lane", "Lane", {}, "", line))
    found.append(Thing("ways/flight", "Flight", {}, "", line, "flight"))
    wall = ' width="96" height="24"|'
    for name, height, material in (("wall", 4.0, "concrete"), ("low_wall", 1.1, "concrete"), ("fence", 2.2, "fence")):
        found.append(Thing(f"walls/{name}", "Wall", {"height": height, "material": material}, "", wall))
    return found


def pictures() -> dict[str, object]:
    """A surface for every picture that a template shows, by name; needs a display (a dummy one is enough)."""
    import pygame

    from game.content.catalog import load_catalog
    from game.render import atlas
    from game.render.aircraft import flat_picture
    from game.render.figure import Pose, draw_figure
    from game.render.house_doors import plan_picture
    from game.render.props import PropPainter
    from game.render.turned import turned
    from game.render.vehicles import bare_sprite, frame_of

    catalog, props = load_catalog(), PropPainter()
    made: dict[str, object] = {}
    for thing in things():
        name = thing.picture
        kind, _, spec = name.partition("_")
        if not name or name in made:
            continue
        if kind == "vehicle":
            look = catalog.vehicles[spec]
            lit = bare_sprite(frame_of(look, 0, False)).lit(0.0, look.colours[0])
            made[name] = _cut(turned(lit, 0.0, SCALE))
        elif kind == "person":
            made[name] = _cut(turned(draw_figure(spec, Pose("stand")), 0.0, SCALE))
        elif kind == "door":
            shape = DOORS[spec]
            material, hinge = str(shape.get("material", "wood")), str(shape.get("hinge", "left"))
            made[name] = _cut(plan_picture(str(shape["kind"]), material, float(shape.get("width", 1.0)), hinge, SCALE))
        elif kind == "aircraft":
            coarse = turned(flat_picture(spec, "#5d6f86"), 0.0, SCALE // COARSE, atlas.book("props/aircraft")["ppm"])
            made[name] = _cut(coarse)
        elif kind == "sign":
            made[name] = _sign(pygame, SIGNS[spec], is_round=spec in ("lamp", "signal", "sound"))
        elif kind == "item" and LOOKS_LIKE.get(spec, spec) in atlas.book("props/street")["frames"]:
            rect = atlas.book("props/street")["frames"][LOOKS_LIKE.get(spec, spec)]["rect"]
            made[name] = _cut(turned(atlas.sheet("props/street.png").subsurface(rect), 0.0, SCALE))
        else:
            made[name] = _cut(props.picture(LOOKS_LIKE.get(spec, spec), 0, 0.0, SCALE))
    return made


def _cut(picture):  # type: ignore[no-untyped-def]
    """The picture without empty rims, as much off one side as off the other, so that its middle stays."""
    box, (wide, high) = picture.get_bounding_rect(), picture.get_size()
    off_x, off_y = min(box.left, wide - box.right), min(box.top, high - box.bottom)
    return picture.subsurface((off_x, off_y, wide - 2 * off_x, high - 2 * off_y)).copy()


def _sign(pygame, colour, is_round):  # type: ignore[no-untyped-def]
    """A disc, or an arrow that looks east, four times as fine and then made small."""
    fine = SIGN_PX * 4
    large = pygame.Surface((fine, fine), pygame.SRCALPHA)
    middle = fine // 2
    pygame.draw.circle(large, (*colour, 90), (middle, middle), middle - 4)
    pygame.draw.circle(large, colour, (middle, middle), middle - 4, 8)
    if is_round:
        pygame.draw.circle(large, colour, (middle, middle), middle // 3)
    else:
        tip = [(fine - 14, middle), (middle - 12, middle - 24), (middle - 12, middle + 24)]
        pygame.draw.polygon(large, colour, tip)
    return pygame.transform.smoothscale(large, (SIGN_PX, SIGN_PX))


def ids_of(names: list[str]) -> dict[str, int]:
    """The tile of each picture: what the tileset has keeps its number, since maps count on it; what is new comes after."""
    known: dict[str, int] = {}
    if TILESET.is_file():
        for tile in ET.parse(TILESET).getroot().iter("tile"):
            image = tile.find("image")
            if image is not None:
                known[Path(image.get("source", "")).stem] = int(tile.get("id", "0"))
    free = max(known.values(), default=-1) + 1
    fresh = [name for name in names if name not in known]
    return {name: known[name] for name in names if name in known} | {name: free + i for i, name in enumerate(fresh)}


def tileset_text(sizes: dict[str, tuple[int, int]]) -> str:
    """The collection of pictures; each tile has the class and members of the template that shows it first."""
    first = {thing.picture: thing for thing in reversed(things()) if thing.picture}
    wide, high = max(w for w, _ in sizes.values()), max(h for _, h in sizes.values())
    lines = [
        HEAD,
        f'<tileset version="1.8" tiledversion="1.8.2" name="things" tilewidth="{wide}" tileheight="{high}" '
        f'tilecount="{len(sizes)}" columns="0" objectalignment="center">',
        ' <grid orientation="orthogonal" width="1" height="1"/>',
    ]
    for name, number in sorted(ids_of(list(sizes)).items(), key=lambda item: item[1]):
        w, h = sizes[name]
        lines.append(f' <tile id="{number}" type="{first[name].kind}">')
        lines += _properties(first[name], 2)
        lines += [f'  <image width="{w}" height="{h}" source="things/{name}.png"/>', " </tile>"]
    return "\n".join([*lines, "</tileset>", ""])


def template_text(thing: Thing, sizes: dict[str, tuple[int, int]]) -> str:
    """One .tx file."""
    up = "../" * thing.file.count("/")
    lines = [HEAD, "<template>"]
    name = f" name={quoteattr(thing.name)}" if thing.name else ""
    if thing.picture:
        grown = COARSE if thing.kind == "Aircraft" else 1
        wide, high = (side * grown for side in sizes[thing.picture])
        gid = ids_of(list(sizes))[thing.picture] + 1
        lines.append(f' <tileset firstgid="1" source="{up}../tilesets/things.tsx"/>')
        lines.append(f' <object{name} type="{thing.kind}" gid="{gid}" width="{wide}" height="{high}">')
        inside = ""
    else:
        size, _, inside = thing.shape.partition("|")
        lines.append(f' <object{name} type="{thing.kind}"{size}>')
    lines += _properties(thing, 2)
    lines += [f"  {inside}"] if inside else []
    return "\n".join([*lines, " </object>", "</template>", ""])


def _properties(thing: Thing, depth: int) -> list[str]:
    """The members' lines; what is chosen from a list of the project says from which, so that Tiled offers the list."""
    blank, kinds = " " * depth, {bool: ' type="bool"', int: ' type="int"', float: ' type="float"', str: ""}
    if not thing.members:
        return []
    lists = {name: f' propertytype="{choice}"' for name, choice in choices_of(thing.kind).items()}
    rows = [
        f"{blank} <property name={quoteattr(key)}{lists.get(key, kinds[type(value)])} value={quoteattr(_word(value))}/>"
        for key, value in sorted(thing.members.items())
    ]
    return [f"{blank}<properties>", *rows, f"{blank}</properties>"]


def _word(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def main() -> None:
    """Write all of them."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    pygame.display.init()
    pygame.display.set_mode((64, 64))
    PICTURES.mkdir(parents=True, exist_ok=True)
    sizes: dict[str, tuple[int, int]] = {}
    for name, picture in pictures().items():
        pygame.image.save(picture, str(PICTURES / f"{name}.png"))
        sizes[name] = picture.get_size()  # type: ignore[attr-defined]
    TILESET.write_text(tileset_text(sizes), encoding="utf-8", newline="\n")
    for thing in things():
        path = TEMPLATES / f"{thing.file}.tx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template_text(thing, sizes), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
