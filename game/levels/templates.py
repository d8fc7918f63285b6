"""Templates (.tx): what an object takes from the file it was stamped with, with the tile that goes with it.

Owns reading `<template>` and the order in which it yields to the instance. Called by `plain_object.py`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path

from game.content.faults import UnusableFile
from game.levels.complaints import Complaints
from game.levels.folders import resolve_inside, shown
from game.levels.sheets import Sheet, SheetShelf
from game.levels.xml_file import read_kept, stamp_of

MAX_TEMPLATES = 256


@dataclass(frozen=True, slots=True)
class Template:
    """One stamped object and the tilesets its tile id counts in."""

    element: ET.Element
    sheets: tuple[Sheet, ...]
    file: str
    token: Hashable = ()
    """What it was read from, as it was saved then."""


@dataclass(slots=True)
class Templates:
    """The templates a map uses, each read once; one that cannot be read is complained about once."""

    level: Path
    shelf: SheetShelf
    complaints: Complaints
    read: dict[str, Template | None] = field(default_factory=dict)

    def find(self, named: str, where: str) -> Template | None:
        """The template that an object of the map names; None, with a complaint, when it cannot be used."""
        if named not in self.read:
            if len(self.read) >= MAX_TEMPLATES:
                self.complaints.error(where, f"names one template more than the limit of {MAX_TEMPLATES}")
                return None
            self.read[named] = self._open(named, where)
        return self.read[named]

    def _open(self, named: str, where: str) -> Template | None:
        path = resolve_inside(named, self.level, self.shelf.roots, (".tx",))
        if isinstance(path, str):
            self.complaints.error(f"{where}, template", path, topic="templates")
            return None
        try:
            root = read_kept(path, "template", self.shelf.allowance, self.shelf.kept)
        except UnusableFile as cause:
            self.complaints.faults.extend(cause.faults)
            return None
        element = root.find("object")
        if element is None or element.get("template") is not None:
            message = "holds no object of its own; expected one <object>"
            self.complaints.error("", message, shown(path), "templates")
            return None
        inner = Complaints(shown(path), "templates")
        found = [self.shelf.read(node, path, inner, "template") for node in root.findall("tileset")]
        self.complaints.faults.extend(inner.faults)
        sheets = tuple(sheet for sheet in found if sheet is not None)
        return Template(element, sheets, shown(path), (stamp_of(path), *(sheet.token for sheet in sheets)))
