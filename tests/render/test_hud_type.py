"""The typeface: it has every letter it promises, digits of one width, and caches with an end."""

from __future__ import annotations

import pygame
import pytest

from game.render import ink
from game.render import text as type_
from game.render.glyphs import DIGIT_WIDTH, glyph

WHITE = (236, 240, 244)
LATIN_1 = "".join(chr(code) for code in [*range(0x20, 0x7F), *range(0xA1, 0x100)] if code != 0xAD)


@pytest.mark.parametrize("character", LATIN_1)
def test_every_latin_1_character_has_a_glyph_of_its_own(character: str) -> None:
    unknown = glyph("\u4e00")
    assert glyph(character) != unknown
    assert glyph(character)[1] or character == " "


def test_capitals_and_small_letters_differ() -> None:
    assert all(glyph(letter) != glyph(letter.upper()) for letter in "abcdefghijklmnopqrstuvwxyzäéñø")


def test_digits_are_of_one_width_so_that_a_clock_stands_still() -> None:
    assert {glyph(digit)[0] for digit in "0123456789"} == {DIGIT_WIDTH}
    assert len({type_.width(f"{number:02d}:11.7", 54, "display") for number in range(100)}) == 1


@pytest.mark.parametrize("size", [12, 21, 32, 86])
@pytest.mark.parametrize("weight", ["text", "display"])
def test_a_line_is_as_high_and_wide_as_promised(size: int, weight: str) -> None:
    inked = type_.text("Around the Corner", size, WHITE, weight)
    assert inked.get_height() == type_.line_height(size)
    assert inked.get_bounding_rect().width <= type_.width("Around the Corner", size, weight) + 2


def test_the_display_cut_is_heavier() -> None:
    thin, heavy = (pygame.mask.from_surface(type_.text("H", 48, WHITE, cut)).count() for cut in ("text", "display"))
    assert heavy > thin * 1.4


def test_equal_strings_are_inked_once_and_old_ones_are_dropped() -> None:
    first = type_.text("once", 20, WHITE)
    assert type_.text("once", 20, WHITE) is first
    for number in range(type_._STRINGS_KEPT + 5):
        type_.text(str(number), 6, WHITE)
    assert len(type_._strings) == type_._STRINGS_KEPT
    type_.forget()


def test_wrap_keeps_to_its_width_and_lines_and_says_when_it_cut() -> None:
    line = "One fires and one moves and nobody stands in the open any longer than he must"
    rows = type_.wrap(line, 20, 240, 2)
    assert len(rows) == 2
    assert all(type_.width(row, 20) <= 240 for row in rows)
    assert rows[-1].endswith("…")
    assert type_.wrap("short", 20, 240, 2) == ("short",)
    assert type_.wrap("", 20, 240, 2) == ()


def test_alignment_puts_the_ink_where_it_was_asked_for() -> None:
    for align, expected in (("left", 100), ("centre", 200), ("right", 300)):
        surface = pygame.Surface((400, 60), pygame.SRCALPHA)
        type_.draw(
            surface, "HIT", ({"left": 100, "centre": 200, "right": 300}[align], 5), 30, WHITE, align, shadow=False
        )
        ink = surface.get_bounding_rect()
        found = {"left": ink.left, "centre": ink.centerx, "right": ink.right}[align]
        assert abs(found - expected) <= 2


def test_a_new_line_of_known_letters_is_set_without_inking_any(monkeypatch) -> None:
    type_.text("Wait, for the truck", 21, (240, 240, 230), shadow=True)
    monkeypatch.setattr(ink, "_add_stroke", lambda *_: pytest.fail("a letter was inked again"))
    line = type_.text("Wait, truck for the", 21, (240, 240, 230), shadow=True)
    assert line.get_bounding_rect().w > 100


def test_nothing_of_a_tall_letter_comes_round_again_below() -> None:
    line = type_.text("ÀÉ", 21, (240, 240, 230), shadow=True)
    foot = line.subsurface((0, line.get_height() - 3, line.get_width(), 3))
    assert max(foot.get_at((x, y)).a for x in range(foot.get_width()) for y in range(3)) < 16
