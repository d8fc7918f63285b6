"""Packs: what is packed plays elsewhere, the same level gives the same bytes, and a stranger's archive harms nobody."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from game.app.packs import unpacked
from game.content.faults import ContentError, UnusableFile
from game.content.specs import Catalog
from game.levels.folders import DATA_ROOT
from game.levels.loader import load_level
from game.levels.new_level import copied_level
from game.levels.packing import MANIFEST, files_of, pack, unpack

FIRST = DATA_ROOT / "levels" / "sandbox" / "first_job.tmx"


def archive(**contents: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)
    return out.getvalue()


def about(level: str = "job.tmx", **more: object) -> str:
    return json.dumps({"format": 1, "level": level, "title": "", "author": "", "game": ""} | more)


def test_a_pack_holds_all_and_plays_where_nothing_else_is(tmp_path: Path, catalog: Catalog) -> None:
    content = pack(FIRST, "The pick-up", "Me", "0.1")
    assert content == pack(FIRST, "The pick-up", "Me", "0.1")
    (tmp_path / "job.zip").write_bytes(content)
    path = unpack(tmp_path / "job.zip", tmp_path / "there" / "levels")
    names = {file.relative_to(tmp_path / "there" / "levels").as_posix() for file in (tmp_path / "there").rglob("*.*")}
    assert {
        "sandbox/first_job.tmx",
        "sandbox/first_job.toml",
        "sandbox/first_job.png",
        "templates/people/trejo.tx",
    } <= names
    assert {
        "tilesets/street.tsx",
        "tilesets/street.png",
        "tilesets/street_fine.png",
        "tilesets/things/vehicle_taxi.png",
    } <= names
    assert load_level(path, catalog).digest == load_level(FIRST, catalog).digest


def test_dropped_packs_are_unpacked_once_and_anew_when_they_change(tmp_path: Path, catalog: Catalog) -> None:
    levels, packs = tmp_path / "levels", tmp_path / "packs"
    levels.mkdir()
    (levels / "friend.zip").write_bytes(pack(FIRST, "", "", ""))
    (maps, faults) = unpacked(levels, packs)
    assert faults == [] and [path.stem for path in maps] == ["first_job"]
    assert load_level(maps[0], catalog).screenplay.title == "The pick-up"
    marked = maps[0].with_suffix(".toml")
    marked.write_text("# kept", encoding="utf-8")
    assert unpacked(levels, packs)[0] == maps and marked.read_text(encoding="utf-8") == "# kept"
    (levels / "friend.zip").write_bytes(archive(**{MANIFEST: about(), "job.tmx": "<map/>"}))
    assert [path.stem for path in unpacked(levels, packs)[0]] == ["job"]
    assert not marked.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is no zip archive"),
        (b"PK\x03\x04 and nothing more", "is no zip archive"),
        (archive(**{"job.tmx": "<map/>"}), "has no readable pack.json"),
        (archive(**{MANIFEST: "[1", "job.tmx": "<map/>"}), "has no readable pack.json"),
        (archive(**{MANIFEST: about("other.tmx"), "job.tmx": "<map/>"}), "names no map that it holds"),
        (archive(**{MANIFEST: about(format=2), "job.tmx": "<map/>"}), "or is of another format than 1"),
        (archive(**{MANIFEST: about(), "job.tmx": "", "../evil.tmx": ""}), "leads out of its folder"),
        (archive(**{MANIFEST: about(), "job.tmx": "", "/etc/evil.tmx": ""}), "leads out of its folder"),
        (archive(**{MANIFEST: about(), "job.tmx": "", "a\\..\\evil.tmx": ""}), "leads out of its folder"),
        (archive(**{MANIFEST: about(), "job.tmx": "", "C:evil.tmx": ""}), "leads out of its folder"),
        (archive(**{MANIFEST: about(), "job.tmx": "", "run.py": "print()"}), "is no file of a level"),
        (archive(**{MANIFEST: about(), "job.tmx": "", "a/b/c/d/e/f/g.tmx": ""}), "lies too deep"),
        (archive(**{MANIFEST: about(), "job.tmx": "x" * (17 << 20)}), "holds a file above 16 MiB"),
        (archive(**{f"{i}.png": "" for i in range(600)}), "holds 600 files; at most 512"),
        (archive(**{MANIFEST: about(), **{f"{i}.png": "x" * (15 << 20) for i in range(6)}}), "is larger than 64 MiB"),
    ],
    ids=range(15),
)  # fmt: skip
def test_archives_made_to_harm(tmp_path: Path, content: bytes, says: str) -> None:
    levels = tmp_path / "levels"
    levels.mkdir()
    (levels / "evil.zip").write_bytes(content)
    with pytest.raises(UnusableFile, match=says):
        unpack(levels / "evil.zip", tmp_path / "there")
    assert not (tmp_path / "there").exists() and not list(tmp_path.rglob("evil.tmx"))
    maps, faults = unpacked(levels, tmp_path / "packs")
    assert maps == [] and says in str(faults[0])


def test_a_level_that_lacks_a_file_is_not_packed(tmp_path: Path) -> None:
    levels = tmp_path / "levels"
    levels.mkdir()
    path = levels / "job.tmx"
    path.write_text('<map><tileset firstgid="1" source="gone.tsx"/></map>', encoding="utf-8")
    with pytest.raises(ContentError, match=r'file "gone\.tsx" is missing'):
        files_of(path)


def test_a_level_begun_with_a_copy_of_another(tmp_path: Path, catalog: Catalog) -> None:
    tmx, toml = copied_level("my_job", tmp_path / "levels", FIRST)
    level = load_level(tmx, catalog)
    assert level.screenplay.title == "My job" and toml.is_file()
    assert level.people == load_level(FIRST, catalog).people
    with pytest.raises(ContentError, match="exists already"):
        copied_level("my_job", tmp_path / "levels", FIRST)
    with pytest.raises(ContentError, match="is no name for a level"):
        copied_level("My Job", tmp_path / "levels", FIRST)
