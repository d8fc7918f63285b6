"""The Tiled project, generated from the game's own dataclasses: classes, choices, and the keys that play a map.

Owns `levels/around_the_corner.tiled-project`. Tiled has no room for descriptions; docs/LEVELS.md has. Called by
the command line; a test holds that the file in the repository is what this makes.
"""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import quoteattr

from game.content.catalog import load_catalog
from game.content.level import OBJECT_CLASSES
from game.content.specs import Catalog
from game.levels.canonical import ROLES
from game.levels.folders import DATA_ROOT
from game.levels.members import CHOICES, DRESSES, HOURS, WEATHERS, Member, members_of

PROJECT = DATA_ROOT / "levels" / "around_the_corner.tiled-project"
OBJECT_TYPES = "objecttypes.xml"
"""Beside the project."""
_TABLES = ("surfaces", "materials", "people", "vehicles")
_TYPE_NAMES = {str: "string", int: "int", float: "float", bool: "bool"}
_CLASS_COLOURS = {
    "Wall": "#ff8a8f98", "Prop": "#ff6f9e5c", "Person": "#ff4f8cff", "Vehicle": "#ffe0a030", "Zone": "#ff3fbf9f",
    "Route": "#ffb070ff", "Lane": "#ff70b0ff", "Signal": "#ffff5050", "Lamp": "#ffffd070", "Cover": "#ff50d050",
    "Camera": "#ffb0b0b0", "Marker": "#ffff80c0", "Fixture": "#ff40d0e0", "Item": "#fff0e060",
    "Sound": "#ffc0a0ff", "Flight": "#ffa0e0ff", "Aircraft": "#ff9fb0c0", "Door": "#ffb5713a",
    "SecurityCamera": "#ffff6040", "Roadblock": "#ff4060ff",
}  # fmt: skip


def project_json(catalog: Catalog | None = None) -> str:
    """The text of the project file, with the names of the catalog (the game's own when none is given)."""
    catalog = catalog or load_catalog()
    types = _enums(catalog)
    types += [_class(name) for name in OBJECT_CLASSES]
    for number, one in enumerate(types, 1):
        one["id"] = number
    project = {
        "automappingRulesFile": "rules/rules.txt",
        "commands": _commands(),
        "compatibilityVersion": 1080,
        "extensionsPath": "extensions",
        "folders": ["."],
        # Tiled 1.8 takes the classes of objects from here; newer ones read it too, and find in it what they have already.
        "objectTypesFile": OBJECT_TYPES,
        "propertyTypes": types,
    }
    return json.dumps(project, indent=4, sort_keys=True) + "\n"


def object_types_xml() -> str:
    """The same classes as Tiled 1.8 reads them, which knows those of a project for properties alone; the project names this file."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<objecttypes>"]
    for name in OBJECT_CLASSES:
        lines.append(f' <objecttype name="{name}" color="#{_CLASS_COLOURS[name][3:]}">')
        for made in (_member(name, member) for member in members_of(name)):
            given = made["value"]
            value = str(given).lower() if isinstance(given, bool) else str(given)
            default = f" default={quoteattr(value)}" if value else ""
            choice = f' propertytype="{made["propertyType"]}"' if "propertyType" in made else ""
            lines.append(f'  <property name="{made["name"]}" type="{made["type"]}"{choice}{default}/>')
        lines.append(" </objecttype>")
    return "\n".join([*lines, "</objecttypes>", ""])


def write_project(path: Path = PROJECT, catalog: Catalog | None = None) -> Path:
    """Write the project file; the path written."""
    path.write_text(project_json(catalog), encoding="utf-8", newline="\n")
    return path


def _enums(catalog: Catalog) -> list[dict[str, object]]:
    """The lists to choose from: names of the catalog, and the words of the classes."""
    listed: dict[str, tuple[str, ...]] = {table: tuple(getattr(catalog, table)) for table in _TABLES}
    listed.update({"hour": HOURS, "weather": WEATHERS, "dress": DRESSES, "role": ROLES})
    listed.update({_enum_of(class_name, member): words for (class_name, member), words in CHOICES.items()})
    return [
        {"name": name, "storageType": "string", "type": "enum", "values": list(values), "valuesAsFlags": False}
        for name, values in listed.items()
    ]


def _enum_of(class_name: str, member: str) -> str:
    return f"{class_name.lower()}_{member}"


def _class(name: str) -> dict[str, object]:
    """One class with its members, as Tiled offers it for objects and tiles."""
    return {
        "color": _CLASS_COLOURS[name],
        "drawFill": True,
        "members": [_member(name, member) for member in members_of(name)],
        "name": name,
        "type": "class",
        # Not "property": a property that is a class loses its value when a map is saved without the project.
        "useAs": ["object", "tile"],
    }


def choices_of(class_name: str) -> dict[str, str]:
    """The lists of the project from which a class's members are chosen, by the members' names."""
    found = {member.name: _choice_of(class_name, member) for member in members_of(class_name)}
    return {name: choice for name, choice in found.items() if choice}


def _choice_of(class_name: str, member: Member) -> str:
    if member.points_at in _TABLES:
        return member.points_at
    return _enum_of(class_name, member.name) if (class_name, member.name) in CHOICES else ""


def _member(class_name: str, member: Member) -> dict[str, object]:
    """One member with its type and default; a choice where there is one."""
    made: dict[str, object] = {"name": member.name, "type": _TYPE_NAMES[member.type], "value": member.default}
    choice = _choice_of(class_name, member)
    if choice:
        made["propertyType"] = choice
    elif member.is_colour and member.default:
        # A colour member without a default would be read back as text, so an empty one stays text.
        made.update(type="color", value="#ff" + str(member.default)[1:])
    return made


def _commands() -> list[dict[str, object]]:
    """Play, play from the selected object, and check: first as on Linux and macOS, then as on Windows."""
    made: list[dict[str, object]] = []
    for program, system in (("python3", ""), ("py", " (Windows)")):
        for name, arguments, key in (
            ("Play this map", "main.py play %mapfile", "F5"),
            ("Play from the selected object", "main.py play %mapfile --at %objectid", "Shift+F5"),
            ("Check this map", "main.py levels check %mapfile", "F6"),
        ):
            made.append({
                "arguments": arguments,
                "command": program,
                "enabled": True,
                "name": name + system,
                "saveBeforeExecute": True,
                "shortcut": "" if system else key,
                "showOutput": True,
                "workingDirectory": "%projectpath/..",
            })  # fmt: skip
    return made
