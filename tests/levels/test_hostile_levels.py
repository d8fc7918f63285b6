"""Files made to harm: refused quickly, with a message, whatever they claim."""

# ruff: noqa: E501 (lines of XML and TOML are clearer whole)

from __future__ import annotations

import base64
import time
import zlib

import pytest

from game.content.faults import UnusableFile
from game.levels import xml_file
from tests.levels.yards import PLAY, Yard, csv


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not well-formed XML"),
        ("PNG or anything", "is not well-formed XML"),
        ("<map><layer></map>", "is not well-formed XML"),
        ("<html/>", "starts with <html>; expected <map>"),
        ('<!DOCTYPE map [<!ENTITY a "b">]><map/>', "declares a DOCTYPE"),
        ('<!DOCTYPE map SYSTEM "file:///etc/passwd"><map/>', "declares a DOCTYPE"),
        ('<?xml version="1.0" encoding="no-such"?><map/>', "is not well-formed XML"),
        ("<map>" + "<group>" * 5000 + "</group>" * 5000 + "</map>", "nested deeper than"),
    ],
)
def test_what_is_no_map_at_all(yard: Yard, text: str, says: str) -> None:
    with pytest.raises(UnusableFile, match=says):
        yard.load(text)
    with pytest.raises(UnusableFile):
        yard.check(text)


def test_a_missing_file_and_a_folder(yard: Yard) -> None:
    yard.path.mkdir()
    with pytest.raises(UnusableFile, match="cannot be read"):
        yard.load.__func__(_Elsewhere(yard))  # type: ignore[attr-defined]


class _Elsewhere:
    """A yard whose file is a folder."""

    def __init__(self, yard: Yard) -> None:
        self.catalog = yard.catalog
        self.path = yard.path

    def write(self, text: str | None, play: str | None) -> object:
        return self.path


def test_a_file_that_is_too_large(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_file.Allowance.__init__, "__defaults__", (1000, 50_000, 250_000))
    with pytest.raises(UnusableFile, match="above the limit of 16 MiB of files"):
        yard.load()


def test_a_bomb_in_a_layer_never_goes_off(yard: Yard) -> None:
    bomb = base64.b64encode(zlib.compress(bytes(64 << 20), 9)).decode()
    text = yard.text().replace(
        f'<data encoding="csv">{csv(yard.walls)}</data>', f'<data encoding="base64" compression="zlib">{bomb}</data>'
    )
    began = time.perf_counter()
    assert any('layer "walls": has more than 120 cells; expected 120' in line for line in yard.refusal(text))
    assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize("size", ["1000000000", "0", "-5", "nan", "1e400", "x", "5000"])
def test_sizes_that_lie(yard: Yard, size: str) -> None:
    assert yard.refusal(yard.text().replace('width="12"', f'width="{size}"'))


def test_an_infinite_map_with_far_chunks(yard: Yard) -> None:
    far = '<chunk x="1000000" y="0" width="1" height="1">1</chunk><chunk x="0" y="0" width="1" height="1">1</chunk>'
    text = yard.text().replace('infinite="0"', 'infinite="1"').replace(csv(yard.ground), far)
    assert any("expected at most 1000000 cells" in line for line in yard.refusal(text))


@pytest.mark.parametrize(
    "path", ["../../../../etc/passwd.tsx", "/etc/passwd.tsx", "..\\\\x.tsx", "C:/x.tsx", "//host/share/x.tsx", "http://x/x.tsx", "x.txt", ""]
)  # fmt: skip
def test_paths_stay_in_their_folders(yard: Yard, path: str) -> None:
    (yard.folder.parent.parent / "x.tsx").write_text("<tileset/>")
    lines = yard.refusal(yard.text().replace("tilesets/tiny.tsx", path))
    assert "path " in lines[0]


def test_a_template_that_names_itself(yard: Yard) -> None:
    (yard.folder / "loop.tx").write_text('<template><object template="loop.tx"/></template>')
    yard.objects.append('<object id="7" template="loop.tx" x="1" y="1"/>')
    assert "holds no object of its own" in yard.complaint()


@pytest.mark.parametrize(
    "data",
    ['<data encoding="csv">1,2,x</data>', '<data encoding="csv">1</data>', "<data/>", '<data encoding="base64">!</data>',
     '<data encoding="base64" compression="zlib">AAAA</data>', '<data encoding="base64" compression="zstd">AAAA</data>',
     '<data encoding="csv"><chunk x="0" y="0" width="99999" height="99999">1</chunk></data>',
     '<data encoding="csv"><chunk x="a">1</chunk></data>', "<nothing/>"],
)  # fmt: skip
def test_broken_layer_data(yard: Yard, data: str) -> None:
    lines = yard.refusal(yard.text().replace(f'<data encoding="csv">{csv(yard.walls)}</data>', data))
    assert 'layer "walls"' in lines[0]


@pytest.mark.parametrize("key", ["x", "y", "width", "height", "rotation"])
@pytest.mark.parametrize("value", ["nan", "inf", "1e999", "x", "1_0" * 40])
def test_objects_with_numbers_that_are_none(yard: Yard, key: str, value: str) -> None:
    yard.objects.append(f'<object id="7" type="Lamp" {key}="{value}"><point/></object>')
    assert "expected a finite number" in yard.complaint()


@pytest.mark.parametrize("name", ["parent", "append", "parse_xml", "image", "points", "closed", "__class__"])
def test_attributes_and_properties_with_names_of_code(yard: Yard, name: str) -> None:
    yard.objects.append(
        f'<object id="7" type="Lamp" x="96" y="96" {name}="pwned"><properties><property name="{name}" value="x"/></properties><point/></object>'
    )
    assert f'property "{name}": is unknown to class Lamp' in yard.complaint()


@pytest.mark.parametrize("points", ["", "0,0 1", "0,0 nan,1 2,2", "a,b", "0,0,0 1,1,1 2,2,2", "0,0 " * 600])
def test_polygons_with_bad_corners(yard: Yard, points: str) -> None:
    yard.add("Zone", "z", 96, 96, f'<polygon points="{points}"/>')
    assert "corners that cannot be read" in yard.complaint()


def test_an_image_that_is_none(yard: Yard) -> None:
    (yard.folder / "tilesets" / "tiny.png").write_bytes(b"GIF89a")
    assert any("is not a PNG" in line for line in yard.refusal())


@pytest.mark.parametrize("count", ["100000000", "-1", "0", "nan", "300"])
def test_tilesets_that_lie_about_their_size(yard: Yard, count: str) -> None:
    file = yard.folder / "tilesets" / "tiny.tsx"
    file.write_text(file.read_text().replace('tilecount="16"', f'tilecount="{count}"'))
    assert yard.refusal()


@pytest.mark.parametrize("play", ["title = ", "x = [[[[[", "\x00", "a = 1\na = 2"])
def test_a_screenplay_that_is_no_toml(yard: Yard, play: str) -> None:
    with pytest.raises(UnusableFile, match=r"yard\.toml"):
        yard.load(play=play)


def test_a_trigger_nested_without_end(yard: Yard) -> None:
    deep = "{ not = { it = " * 30 + "{ seconds = { after = 1 } }" + " } }" * 30
    assert "is no trigger" in yard.complaint(play=f'{PLAY}[[beat]]\nid = "a"\nwhen = {deep}\n')
