"""Custom properties as Tiled writes them: flat, typed, checked before anything believes them.

Owns the syntax of `<properties>`; the meaning belongs to `members.py`. Called by the canonicaliser and its parts.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from game.levels.complaints import Complaints
from game.levels.xml_file import finite

MAX_PROPERTIES = 64
_COLOUR = re.compile(r"#([0-9a-fA-F]{2})?[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Property:
    """One property: Tiled's type and its value as text."""

    type: str
    text: str


def read_properties(element: ET.Element, complaints: Complaints, where: str, file: str = "") -> dict[str, Property]:
    """The element's own properties in file order; what cannot be right is complained about and left out."""
    found: dict[str, Property] = {}
    for node in element.findall("properties/property"):
        name = node.get("name", "")
        place = f'{where}, property "{name[:60]}"'
        if name in found:
            complaints.error(place, "is given twice", file)
            continue
        kind = node.get("type", "string")
        text = node.get("value") if "value" in node.attrib else (node.text or "")
        wrong = _what_is_wrong(kind, text or "")
        if wrong:
            complaints.error(place, wrong, file)
            continue
        found[name] = Property(kind, text or "")
    if len(found) > MAX_PROPERTIES:
        complaints.error(where, f"has {len(found)} properties; at most {MAX_PROPERTIES} are read", file)
        return {}
    return found


def _what_is_wrong(kind: str, text: str) -> str:
    """Why a value cannot be of its type; empty when it can."""
    if kind in ("string", "file"):
        return "" if len(text) <= 2000 else "is longer than 2000 characters"
    if kind == "bool":
        return "" if text in ("true", "false") else f'is "{text[:40]}"; expected true or false'
    if kind == "color":
        return "" if not text or _COLOUR.fullmatch(text) else f'is "{text[:40]}"; expected a colour such as #ffb05c'
    if kind in ("int", "object"):
        value = finite(text)
        return "" if value is not None and value == int(value) else f'is "{text[:40]}"; expected a whole number'
    if kind == "float":
        return "" if finite(text) is not None else f'is "{text[:40]}"; expected a finite number'
    if kind in ("class", ""):
        return "holds a class (or lost it when the map was saved without its project); use flat members instead"
    return f'has the type "{kind[:40]}", which levels do not use'
