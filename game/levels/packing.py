"""A level as one file: everything it is made of in a zip that another player drops into his levels folder.

Owns what belongs to a level, the form of the archive, and the strict reading of one that a stranger made. A pack mirrors
the `levels` folder, so that every path inside a map leads where it did. Called by the command line and by the house.
"""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path, PurePosixPath

from game.content.faults import ContentError, Fault, UnusableFile
from game.levels.complaints import Complaints
from game.levels.folders import allowed_roots, resolve_inside, shown
from game.levels.xml_file import Allowance, read_xml

FORMAT = 1
MANIFEST = "pack.json"
ENDINGS = (".tmx", ".toml", ".tsx", ".tx", ".png")
MAX_ENTRIES = 512
MAX_FILE = 16 << 20
MAX_ALL = 64 << 20
_DATED = (1995, 1, 1, 0, 0, 0)
"""One date for all entries: the same level gives the same bytes."""


def files_of(level: Path) -> list[Path]:
    """Every file a level is made of, the map first; raises ContentError when one is missing or lies elsewhere."""
    complaints = Complaints(shown(level), "packs")
    roots = allowed_roots(level)
    found: dict[Path, None] = {level.resolve(): None}
    allowance = Allowance()
    for beside in (level.with_suffix(".toml"), level.with_suffix(".png")):
        if beside.is_file():
            found[beside.resolve()] = None
    waiting = [(level.resolve(), read_xml(level, "map", allowance))]
    while waiting:
        file, root = waiting.pop(0)
        for named, ending in _named(root):
            path = resolve_inside(named, file, roots, (ending,))
            if isinstance(path, str):
                complaints.error(f'"{named[:60]}"', path)
            elif path not in found:
                found[path] = None
                if ending == ".png":
                    fine = path.with_name(f"{path.stem}_fine.png")
                    found.update({fine: None} if fine.is_file() else {})
                else:
                    waiting.append((path, read_xml(path, "tileset" if ending == ".tsx" else "template", allowance)))
    for path in found:
        if not path.is_relative_to(roots[0]):
            complaints.error("", f"uses {shown(path)}, which lies outside of its own levels folder; copy it there")
    if complaints.errors:
        raise ContentError(complaints.errors)
    return list(found)


def _named(root: ET.Element) -> list[tuple[str, str]]:
    """The files that a map, tileset or template names, with the ending each must have."""
    found = [(node.get("source", ""), ".tsx") for node in root.iter("tileset") if node.get("source") is not None]
    found += [(node.get("template", ""), ".tx") for node in root.iter("object") if node.get("template") is not None]
    found += [(node.get("source", ""), ".png") for node in root.iter("image") if node.get("source") is not None]
    return list(dict.fromkeys(found))


def pack(level: Path, title: str, author: str, game: str, picture: bytes = b"") -> bytes:
    """The archive of a level; `picture` is its small picture (PNG) where none lies beside the map. Raises ContentError."""
    home = allowed_roots(level)[0]
    files = files_of(level)
    main = files[0].relative_to(home).as_posix()
    about = {"format": FORMAT, "level": main, "title": title, "author": author, "game": game}
    contents = {MANIFEST: json.dumps(about, indent=1, sort_keys=True).encode()}
    contents.update({path.relative_to(home).as_posix(): path.read_bytes() for path in files})
    if picture:
        contents.setdefault(str(PurePosixPath(main).with_suffix(".png")), picture)
    if len(contents) > MAX_ENTRIES or sum(map(len, contents.values())) > MAX_ALL:
        most = f"at most {MAX_ENTRIES} and {MAX_ALL >> 20} MiB fit into a pack"
        raise ContentError([Fault(shown(level), "", f"is made of {len(contents)} files; {most}", topic="packs")])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, _DATED)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, contents[name])
    return out.getvalue()


def unpack(file: Path, folder: Path) -> Path:
    """Write what a pack holds into `folder`, which becomes its `levels`; the map's path. Raises UnusableFile, and then
    nothing has been written."""
    contents = _read(file)
    try:
        about = json.loads(contents.pop(MANIFEST, b"").decode("utf-8"))
        main = str(about["level"]) if about["format"] == FORMAT else ""
    except (ValueError, KeyError, TypeError, RecursionError) as cause:
        raise _unusable(file, f"has no readable {MANIFEST}; expected a file that `levels pack` has made") from cause
    if main not in contents or not main.endswith(".tmx"):
        raise _unusable(file, f"names no map that it holds, or is of another format than {FORMAT}")
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / main


def _read(file: Path) -> dict[str, bytes]:
    """The entries of a pack, each looked at before it is believed."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_ENTRIES:
                raise _unusable(file, f"holds {len(entries)} files; at most {MAX_ENTRIES} are read")
            contents: dict[str, bytes] = {}
            left = MAX_ALL
            for entry in entries:
                wrong = _what_is_wrong(entry.filename)
                if wrong:
                    raise _unusable(file, f'holds "{entry.filename[:60]}", {wrong}')
                # What the archive says of a size is not believed: no more is read than may be.
                with archive.open(entry) as packed:
                    content = packed.read(min(MAX_FILE, left) + 1)
                left -= len(content)
                if len(content) > MAX_FILE or left < 0:
                    raise _unusable(
                        file, f"is larger than {MAX_ALL >> 20} MiB, or holds a file above {MAX_FILE >> 20} MiB"
                    )
                contents[entry.filename] = content
            return contents
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as cause:
        raise _unusable(file, f"is no zip archive that can be read ({cause})") from cause
    except Exception as cause:  # zlib.error, and whatever else a damaged stream ends with
        if isinstance(cause, UnusableFile):
            raise
        raise _unusable(file, f"is damaged ({cause})") from cause


def _what_is_wrong(name: str) -> str:
    """Why an entry may not be written; empty when it may."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts:
        return "which leads out of its folder"
    if len(parts) > 6 or len(name) > 200:
        return "which lies too deep"
    if name != MANIFEST and not name.endswith(ENDINGS):
        return f"which is no file of a level; expected {', '.join(ENDINGS)}"
    return ""


def _unusable(file: Path, message: str) -> UnusableFile:
    return UnusableFile([Fault(shown(file), "", message, topic="packs")])
