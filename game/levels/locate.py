"""Where on the map a fault is: layer, object, name and metres, read back from the words with which it names its place.

Owns nothing else. Every reader of a level names places in the same words (`layer "people", object 41 "trejo"`), so
that lines read alike; here they become fields for programs. Called by the loader and the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from game.content.faults import Fault
from game.content.level import Point
from game.levels.turning import metres

PAGE = "docs/LEVELS.md"
_PLACE = re.compile(r'layer "(?P<layer>[^"]*)"(?:, object (?P<id>\d+)(?: "(?P<name>[^"]*)")?)?')
_CELL = re.compile(r"cell (\d+),(\d+)")
_SAID = re.compile(r"\d m\b")
_METRES = re.compile(r"(?:edge, |at )(-?\d+\.\d+), (-?\d+\.\d+) m")


def located(faults: Iterable[Fault], spots: dict[str, Point]) -> list[Fault]:
    """The faults with their places filled in; `spots` says where objects lie (pixels) by the words that name them."""
    return [_located(fault, spots) for fault in faults]


def link(fault: Fault) -> str:
    """Where the level makers' page explains a fault."""
    return f"{PAGE}#{fault.topic or 'when-something-is-wrong'}"


def line(fault: Fault) -> str:
    """A fault as the check prints it: severity, file, place, what is wrong and expected, metres, and where to read on."""
    spot = (
        f" (at {fault.at[0]:.1f}, {fault.at[1]:.1f} m)"
        if fault.at is not None and not _SAID.search(fault.message)
        else ""
    )
    return f"{fault.severity}: {fault}{spot} [{link(fault)}]"


def _located(fault: Fault, spots: dict[str, Point]) -> Fault:
    found = _PLACE.match(fault.where)
    layer, number, name = found.group("layer", "id", "name") if found else (None, None, None)
    spot = spots.get(found.group(0)) if found else None
    at = (metres(spot[0]), metres(spot[1])) if spot is not None else None
    said = _METRES.search(fault.where) or _METRES.search(fault.message)
    cell = _CELL.search(fault.where)
    if said is not None:
        at = (float(said.group(1)), float(said.group(2)))
    elif at is None and cell is not None:
        at = (int(cell.group(1)) + 0.5, int(cell.group(2)) + 0.5)
    return replace(fault, layer=layer or "", object_id=int(number or 0), name=name or "", at=at or fault.at)
