"""Screens: each draws at any size, from empty to overfull, and says what it was given."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.content.level import BriefStep
from game.content.text import load_text
from game.render import screens
from game.render.hud_stamps import HOT, ORANGE
from game.render.screens_blueprint import places_of, sheet_of
from game.render.screens_brief import _name
from game.render.screens_kit import first_shown
from game.render.screens_results import counted, in_order, time_words
from game.render.screens_road import LANES, lane_point
from tests.render.test_hud_views import RESULT
from tests.render.test_screens_levels import corner_level

TEXT = load_text()
ITEMS = ("Again", "Watch", "Quit")


def blank(size: tuple[int, int] = (640, 360)) -> pygame.Surface:
    return pygame.Surface(size)


def bright(surface: pygame.Surface) -> int:
    return pygame.mask.from_threshold(surface, (255, 255, 255), (120, 120, 120)).count()


def orange(surface: pygame.Surface) -> int:
    return pygame.mask.from_threshold(surface, HOT, (40, 40, 40)).count()


def test_the_title_draws_and_its_lights_move() -> None:
    first, second = blank((320, 180)), blank((320, 180))
    screens.draw_title(first, TEXT, ITEMS, 0, 0, "")
    screens.draw_title(second, TEXT, ITEMS, 0, 40, "")
    assert bright(first) > 100
    assert pygame.image.tobytes(first, "RGB") != pygame.image.tobytes(second, "RGB")


def test_every_lane_runs_ahead_and_then_around_the_corner() -> None:
    for offset, _ in LANES:
        x, ahead, _ = lane_point(offset, 0.0)
        assert abs(x - offset) < 1e-6 and ahead < 4
        x, ahead, _ = lane_point(offset, 1.0)
        assert x > 40 and ahead > 60


def test_results_count_up_row_by_row_to_the_points() -> None:
    assert counted(600, 0, 0) is None
    assert counted(600, 0, 36) == 300
    assert counted(600, 0, 9999) == 600
    assert counted(-150, 2, 9999) == -150


@pytest.mark.parametrize(("seconds", "words"), [(312.4, "5:12.4"), (59.96, "1:00.0"), (0.0, "0:00.0")])
def test_times_read(seconds: float, words: str) -> None:
    assert time_words(seconds) == words


@pytest.mark.parametrize("ended", ["escaped", "walked", "arrested", "killed", "lost"])
@pytest.mark.parametrize("rows", [0, 4, 14])
def test_results_draw_for_every_ending(ended: str, rows: int) -> None:
    surface = blank()
    shown = replace(RESULT, result=ended, ending="", rows=(RESULT.rows * 4)[:rows], causes=RESULT.causes * 5)
    for tick in (0, 50, 2000):
        screens.draw_results(surface, TEXT, shown, ITEMS, 1, tick)
    assert bright(surface) > 200


@pytest.mark.parametrize("count", [0, 1, 60])
def test_lists_and_settings_draw_from_none_to_many(count: int) -> None:
    surface = blank()
    screens.draw_list(surface, TEXT, "Jobs", [("Venice", "Film", "3:12")] * count, max(0, count - 1))
    screens.draw_settings(surface, TEXT, [("Music", "60 %")] * count, max(0, count - 1), "How loud.")
    assert bright(surface) > 50


def test_a_long_list_keeps_the_chosen_row_in_sight() -> None:
    for chosen in range(60):
        first = first_shown(60, chosen, 10)
        assert 0 <= first <= chosen < first + 10 <= 60
    assert first_shown(3, 2, 10) == 0


def test_messages_count_what_does_not_fit_and_pause_darkens() -> None:
    surface = blank()
    screens.draw_message(surface, TEXT, ["levels/a.tmx: object 4: is wrong, expected right " * 3] * 40)
    assert orange(surface) > 20
    surface.fill((200, 200, 200))
    screens.draw_pause(surface, TEXT, ITEMS, 0)
    assert surface.get_at((639, 359))[0] < 90


def test_names_of_a_brief_are_found_wherever_they_are() -> None:
    level = corner_level()
    assert places_of(level, "truck") == (((96.0, 27.0),), False)
    assert places_of(level, "block") == (((59.0, 30.0),), False)
    assert places_of(level, "approach")[1]
    assert places_of(level, "nowhere") == ((), False)


def test_the_stroke_grows_and_earlier_steps_stay() -> None:
    level, surface = corner_level(), blank((1280, 720))
    inked = []
    for fraction in (0.0, 0.3, 1.0):
        screens.draw_brief(surface, TEXT, level, 0, fraction, None)
        inked.append(orange(surface))
    assert inked[0] < inked[1] < inked[2]


def test_what_was_cased_is_marked_where_it_is_and_the_unknown_nowhere() -> None:
    level = corner_level()
    bare, marked, lost = blank((1280, 720)), blank((1280, 720)), blank((1280, 720))
    screens.draw_brief(bare, TEXT, level, 0, 1.0, None)
    screens.draw_brief(marked, TEXT, level, 0, 1.0, None, marks=(("guard", "truck"),))
    screens.draw_brief(lost, TEXT, level, 0, 1.0, None, marks=(("guard", "nowhere"),))
    changed = (pygame.surfarray.array3d(marked) != pygame.surfarray.array3d(bare)).any(axis=2)
    assert 60 < changed.sum() < 20_000
    assert not (pygame.surfarray.array3d(lost) != pygame.surfarray.array3d(bare)).any()


@pytest.mark.parametrize("step", [-1, 0, 2, 9])
def test_a_brief_draws_for_any_step_and_for_none(step: int) -> None:
    screens.draw_brief(blank(), TEXT, corner_level(), step, 0.5, None)
    screens.draw_brief(blank(), TEXT, replace(corner_level(()), digest="none"), step, 0.5, None)
    lost = replace(corner_level((BriefStep("Where?", 1.0, ("nowhere",)),)), digest="lost")
    screens.draw_brief(blank(), TEXT, lost, step, 0.5, None)


def test_a_picture_of_the_ground_may_stand_in_for_the_plain_one() -> None:
    ground = pygame.Surface((1200, 600))
    ground.fill((200, 40, 40))
    level = corner_level()
    plain = sheet_of(level, (640, 360), None).surface
    given = sheet_of(level, (640, 360), ground).surface
    assert sheet_of(level, (640, 360), ground).surface is given
    assert pygame.image.tobytes(plain, "RGB") != pygame.image.tobytes(given, "RGB")


def test_rows_and_choices_tell_the_mouse_where_they_are() -> None:
    surface = blank((1280, 720))
    for places in (
        screens.draw_title(surface, TEXT, ITEMS, 0, 0, ""),
        screens.draw_pause(surface, TEXT, ITEMS, 1),
        screens.draw_results(surface, TEXT, RESULT, ITEMS, 2, 0),
        screens.draw_list(surface, TEXT, "Jobs", ITEMS, 0),
    ):
        assert len(places) == len(ITEMS)
        assert all(surface.get_rect().contains(place) and place.width for place in places)
        assert not any(place.collidelistall(places[at + 1 :]) for at, place in enumerate(places))
    far = screens.draw_settings(surface, TEXT, [("Music", "60 %")] * 40, 39, "")
    assert not far[0].width and far[39].width


def test_the_bill_sets_won_before_lost_before_missed_and_counts_all() -> None:
    rows = (("Nobody hurt", "0", 0), ("Shots", "9", -45), ("Bonds", "1", 2000), ("Bags", "2", 800))
    assert [row[0] for row in in_order(rows)] == ["Bonds", "Bags", "Shots", "Nobody hurt"]


def test_the_waiting_line_never_stands_and_never_ends() -> None:
    done = []
    for seconds in (0.0, 1.0, 5.0, 60.0):
        surface = blank((1280, 720))
        screens.draw_waiting(surface, TEXT, "Loading", seconds)
        done.append(pygame.mask.from_threshold(surface, ORANGE, (20, 20, 20, 255)).count())
        assert bright(surface) > 200, "the game's name is there at once"
    assert done[0] < done[1] < done[2] <= done[3]


def test_the_pause_lists_keys_beside_its_choices() -> None:
    plain, full = blank((1280, 720)), blank((1280, 720))
    places = screens.draw_pause(plain, TEXT, ITEMS, 0, "Block the boulevard")
    same = screens.draw_pause(full, TEXT, ITEMS, 0, "Block the boulevard", [("Backspace", "Walk out (hold)")] * 14)
    assert places == same and bright(full) > bright(plain) + 500
    assert not any(place.right > 740 for place in same), "the list leaves the choices free"


def test_names_of_a_brief_never_lie_on_each_other() -> None:
    used: list[pygame.Rect] = []
    for at in range(6):
        _name(blank((1280, 720)), (640 + at * 9, 360 + at * 7), "SIDEWALK", HOT, used)
    assert len(used) >= 4
    assert not any(one.inflate(-4, -8).collidelistall(used[at + 1 :]) for at, one in enumerate(used))


def test_settings_name_all_their_pages() -> None:
    surface = blank((1280, 720))
    screens.draw_settings(surface, TEXT, [("Music", "60 %")], 0, "", ["Play", "Sound", "Reading"], 1)
    top = pygame.Surface((640, 70))
    top.blit(surface, (0, 0), (640, 60, 640, 70))
    assert bright(top) > 60
