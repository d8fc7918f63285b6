"""Reading XML that strangers wrote: a size cap first, no document type, bounded depth, numbers that are finite.

Owns what is refused before any meaning is looked at. Knows nothing of maps. Called by the canonicaliser, the
tileset reader and the template reader.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Hashable
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import cast

from game.content.faults import Fault, UnusableFile
from game.levels.complaints import Complaints
from game.levels.folders import shown
from game.levels.kept import Kept

MAX_BYTES = 16 * 1024 * 1024
MAX_ELEMENTS = 50_000
MAX_PIECES = 250_000
"""Pieces of text between tags and line ends; the parser hands them over one by one, and each costs memory."""
MAX_ATTRIBUTES = 64
MAX_DEPTH = 64
MAX_NUMBER = 4294967295.0
PIECE_BYTES = 1 << 20
"""Large enough that a token of megabytes is not looked at anew too often."""


@dataclass(slots=True)
class Allowance:
    """What all the files of one level together may cost; each of them takes from it."""

    bytes: int = MAX_BYTES
    elements: int = MAX_ELEMENTS
    pieces: int = MAX_PIECES


class _DoctypeRefused(Exception):
    """The file declares a document type."""


class _PlainTree(ET.TreeBuilder):
    """Builds a tree and refuses document types (entities, external files), bottomless nesting and endless lists."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        self.allowance = allowance
        self.depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Called by the parser at a DOCTYPE: refuse."""
        raise _DoctypeRefused

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        """Open one element, not too deep."""
        self.depth += 1
        self.allowance.elements -= 1
        if self.depth > MAX_DEPTH:
            raise ET.ParseError(f"nested deeper than {MAX_DEPTH} elements")
        if self.allowance.elements < 0:
            raise ET.ParseError(f"more than {MAX_ELEMENTS} elements in all the files of the level")
        if len(attrs) > MAX_ATTRIBUTES:
            raise ET.ParseError(f"an element with {len(attrs)} attributes; at most {MAX_ATTRIBUTES} are read")
        return super().start(tag, attrs)

    def data(self, data: str, /) -> None:
        """Take in one piece of text, one line of a layer at most."""
        self.allowance.pieces -= 1
        if self.allowance.pieces < 0:
            raise ET.ParseError(f"more than {MAX_PIECES} lines and pieces of text")
        super().data(data)

    def end(self, tag: str, /) -> ET.Element:
        """Close one element."""
        self.depth -= 1
        return super().end(tag)


def unusable(path: Path, message: str) -> UnusableFile:
    """The error for a file that is not what it claims to be at all."""
    return UnusableFile([Fault(shown(path), "", message)])


def read_xml(path: Path, root: str, allowance: Allowance | None = None) -> ET.Element:
    """The root element, which must be `root`; raises UnusableFile. The file is read piece by piece, never as a whole."""
    allowance = allowance or Allowance()
    parser = ET.XMLParser(target=_PlainTree(allowance))
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                allowance.bytes -= len(piece)
                if allowance.bytes < 0:
                    raise unusable(path, f"brings the level above the limit of {MAX_BYTES >> 20} MiB of files")
                parser.feed(piece)
        element: ET.Element = parser.close()
    except OSError as cause:
        raise unusable(path, f"cannot be read ({cause.strerror or 'no such file'})") from cause
    except _DoctypeRefused as cause:
        raise unusable(path, "declares a DOCTYPE, which level files may not; remove it") from cause
    except (ET.ParseError, ValueError, LookupError) as cause:
        raise unusable(path, f"is not well-formed XML ({cause})") from cause
    if element.tag != root:
        raise unusable(path, f"starts with <{element.tag[:40]}>; expected <{root}>, as Tiled saves it")
    return element


def read_kept(path: Path, root: str, allowance: Allowance, kept: Kept) -> ET.Element:
    """The same, unless the file is as it was when it was read last; it takes as much of the allowance. Raises UnusableFile."""
    key = "xml", root, stamp_of(path)
    found = kept.find(key)
    if found is None:
        whole_allowance = replace(allowance)
        element = read_xml(path, root, allowance)
        cost = tuple(was - now for was, now in zip(astuple(whole_allowance), astuple(allowance), strict=True))
        kept.put(key, (element, cost))
        return element
    element, cost = cast(tuple[ET.Element, tuple[int, int, int]], found)
    allowance.bytes, allowance.elements, allowance.pieces = (
        left - part for left, part in zip(astuple(allowance), cost, strict=True)
    )
    if min(astuple(allowance)) < 0:
        raise unusable(
            path, f"brings the level above the limit of {MAX_BYTES >> 20} MiB or {MAX_ELEMENTS} elements of files"
        )
    return element


def signature(element: ET.Element) -> Hashable:
    """All that an element says, for comparison with another one."""
    return (element.tag, element.text, tuple(element.attrib.items()), tuple(signature(child) for child in element))


def stamp_of(path: Path) -> Hashable:
    """A file as it was saved last; empty for one that is not there."""
    try:
        state = path.stat()
    except OSError:
        return (str(path),)
    return str(path), state.st_mtime_ns, state.st_size


def number(element: ET.Element, key: str, default: float, complaints: Complaints, where: str) -> float:
    """A finite number from an attribute; complains and gives the default when it is none."""
    text = element.get(key)
    if text is None:
        return default
    value = finite(text)
    if value is None:
        complaints.error(where, f'{key} is "{text[:40]}"; expected a finite number')
        return default
    return value


def whole(element: ET.Element, key: str, default: int, complaints: Complaints, where: str) -> int:
    """A whole number from an attribute; complains and gives the default when it is none."""
    text = element.get(key)
    if text is None:
        return default
    value = finite(text)
    if value is None or value != math.floor(value):
        complaints.error(where, f'{key} is "{text[:40]}"; expected a whole number')
        return default
    return int(value)


def finite(text: str) -> float | None:
    """The number a text spells, or None when it is not finite or beyond anything a map holds."""
    try:
        value = float(text) if len(text) <= 64 else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= MAX_NUMBER else None
