"""Small maps for the tests of levels: a tiny tileset, and a yard written from its parts."""

# ruff: noqa: E501 (lines of XML and TOML are clearer whole)

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from game.content.faults import ContentError, Fault
from game.content.level import FactName, Level, PersonName, RouteName, VehicleName, ZoneName
from game.content.specs import Catalog
from game.levels.check import check_level
from game.levels.loader import load_level
from game.levels.vocabulary import Vocabulary

ASPHALT, SIDEWALK, BRICK, LOW, BLANK, PALM = 1, 2, 3, 4, 5, 6

TILESET = """<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" name="tiny" tilewidth="24" tileheight="24" tilecount="16" columns="16">
 <image source="tiny.png" width="384" height="24"/>
 <tile id="0"><properties><property name="surface" value="asphalt"/></properties></tile>
 <tile id="1"><properties><property name="surface" value="sidewalk"/></properties></tile>
 <tile id="2"><properties><property name="material" value="brick"/><property name="height" type="float" value="6"/></properties>
  <objectgroup><object id="1" x="0" y="0" width="24" height="24"/></objectgroup></tile>
 <tile id="3"><properties><property name="height" type="float" value="1"/></properties>
  <objectgroup><object id="1" x="0" y="0" width="24" height="24"/></objectgroup></tile>
 <tile id="5" type="Prop"><properties><property name="kind" value="palm"/><property name="surface" value="grass"/></properties></tile>
</tileset>
"""

PLAY = """
title = "Yard"
[[side]]
name = "crew"
player = "neil"
crew = ["neil"]
"""


class Trigger:
    """Stands in for the sim's own, so that these tests need no world."""


class Step:
    """Stands in for the sim's own."""


@dataclass(frozen=True)
class InZone:
    """A vehicle is in a zone."""

    vehicle: VehicleName
    zone: ZoneName
    is_stopped: bool = False


@dataclass(frozen=True)
class Seconds:
    """So many seconds have gone by."""

    after: float


@dataclass(frozen=True)
class Fact:
    """A fact has a value."""

    name: FactName
    equals: str


@dataclass(frozen=True)
class All:
    """All of several triggers hold."""

    of: tuple[Trigger, ...]


@dataclass(frozen=True)
class Not:
    """A trigger does not hold."""

    it: Trigger


@dataclass(frozen=True)
class Say:
    """Somebody says a line."""

    who: str
    line: str


@dataclass(frozen=True)
class Mask:
    """People put their masks on."""

    people: tuple[PersonName, ...]
    is_on: bool = True


@dataclass(frozen=True)
class GiveStep:
    """Gives somebody a step."""

    who: PersonName
    step: Step | None = None


@dataclass(frozen=True)
class DriveRoute:
    """Drives a route."""

    route: RouteName
    speed: float = 0.0


WORDS = Vocabulary(
    triggers={"vehicle_in_zone": InZone, "seconds": Seconds, "fact": Fact, "all": All, "not": Not},
    actions={"say": Say, "mask": Mask, "give_step": GiveStep},
    steps={"drive_route": DriveRoute},
)


def png(width: int, height: int) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes((width + 1) * height)))
        + chunk(b"IEND", b"")
    )


def csv(rows: list[list[int]]) -> str:
    """Cells as Tiled writes them."""
    return ",\n".join(",".join(map(str, row)) for row in rows)


def framed(width: int, height: int) -> list[list[int]]:
    """A wall of bricks round the edge."""
    return [[BRICK if x in (0, width - 1) or y in (0, height - 1) else 0 for x in range(width)] for y in range(height)]


@dataclass
class Yard:
    """A map in the making: asphalt with a brick wall round it and Neil in the middle."""

    folder: Path
    catalog: Catalog
    width: int = 12
    height: int = 10
    hour: str = "noon"
    objects: list[str] = field(default_factory=list)
    extra: str = ""
    walls: list[list[int]] = field(default_factory=list)
    ground: list[list[int]] = field(default_factory=list)
    neil: str = '<object id="900" name="neil" type="Person" x="48" y="48"><properties><property name="spec" value="neil"/></properties><point/></object>'

    def __post_init__(self) -> None:
        self.walls = self.walls or framed(self.width, self.height)
        self.ground = self.ground or [[ASPHALT] * self.width for _ in range(self.height)]

    @property
    def path(self) -> Path:
        return self.folder / "yard.tmx"

    def text(self) -> str:
        size = f'width="{self.width}" height="{self.height}"'
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<map version="1.8" orientation="orthogonal" {size} tilewidth="24" tileheight="24" infinite="0">
 <properties><property name="hour" value="{self.hour}"/></properties>
 <tileset firstgid="1" source="tilesets/tiny.tsx"/>
 <layer id="1" name="ground" {size}><data encoding="csv">{csv(self.ground)}</data></layer>
 <layer id="2" name="walls" {size}><data encoding="csv">{csv(self.walls)}</data></layer>
 <objectgroup id="3" name="things">{self.neil}{"".join(self.objects)}</objectgroup>
 {self.extra}
</map>"""

    def add(
        self, kind: str, name: str, x: float, y: float, inside: str = "<point/>", more: str = "", /, **members: object
    ) -> Yard:
        """One more object; places in pixels."""
        types = {bool: "bool", int: "int", float: "float", str: "string"}
        listed = "".join(
            f'<property name="{key}" type="{types[type(value)]}" value="{str(value).lower() if isinstance(value, bool) else value}"/>'
            for key, value in members.items()
        )
        self.objects.append(
            f'<object id="{len(self.objects) + 1}" name="{name}" type="{kind}" x="{x}" y="{y}" {more}>'
            f"<properties>{listed}</properties>{inside}</object>"
        )
        return self

    def write(self, text: str | None = None, play: str | None = None) -> Path:
        self.path.write_text(text if text is not None else self.text(), encoding="utf-8")
        toml = self.path.with_suffix(".toml")
        if play is not None:
            toml.write_text(play, encoding="utf-8")
        return self.path

    def load(self, text: str | None = None, play: str | None = None) -> Level:
        return load_level(self.write(text, play), self.catalog, WORDS)

    def check(self, text: str | None = None, play: str | None = None) -> list[Fault]:
        return check_level(self.write(text, play), self.catalog, WORDS)

    def complaint(self, text: str | None = None, play: str | None = None) -> str:
        """The one line that the check says."""
        faults = self.check(text, play)
        assert len(faults) == 1, [str(fault) for fault in faults]
        return str(faults[0])

    def refusal(self, text: str | None = None, play: str | None = None) -> list[str]:
        """The lines with which loading is refused."""
        with pytest.raises(ContentError) as caught:
            self.load(text, play)
        return [str(fault) for fault in caught.value.faults]
