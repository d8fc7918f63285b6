"""The HUD: what it says, where it points, and that it makes nothing new once it has drawn a state."""

from __future__ import annotations

from dataclasses import fields, replace

import pygame
import pytest

from game.content.catalog import load_catalog
from game.content.text import load_text
from game.render import text as type_
from game.render.hud import Hud
from game.render.hud_clock import clock_words
from game.render.hud_gear import tenths
from game.render.hud_goal import DROP_TICKS, REACHED_TICKS
from game.render.hud_speech import direction_arrow, subtitle_lines
from game.render.hud_stamps import Memo
from game.render.hud_wheel import WHEEL
from game.sim import events as ev
from game.sim.input_frame import Order
from game.sim.view import CasedView, ResultView, View
from tests.render.test_hud_views import BUSY_HUD, CREW, QUIET_HUD, busy_view, to_screen, view

SIZE = (1280, 720)
OVER = ResultView("arrested", "", 10.0, 0, (), ())
TEXT = load_text()
CATALOG = load_catalog()


def make(size: tuple[int, int] = SIZE, scale: float = 1.0) -> Hud:
    """A HUD with the game's own words and people."""
    return Hud(TEXT, size, scale, CATALOG.people, CATALOG.weapons)


def drawn(hud: Hud, seen: object = None, size: tuple[int, int] = SIZE) -> pygame.Surface:
    """The HUD on black."""
    surface = pygame.Surface(size)
    hud.draw(surface, seen or busy_view(), to_screen)  # type: ignore[arg-type]
    return surface


def ink(surface: pygame.Surface, rect: tuple[int, int, int, int]) -> int:
    """Pixels of a rectangle that are not dark."""
    return pygame.mask.from_threshold(surface.subsurface(rect), (255, 255, 255), (190, 190, 190)).count()


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        (167 * 60 + 18, "02:47.3"),
        (0, "00:00.0"),
        (59, "00:00.9"),
        (-7 * 60, "+0:07"),
        (-1, "+0:00"),
        (-61 * 60, "+1:01"),
    ],
)
def test_the_stopwatch_reads(ticks: int, words: str) -> None:
    assert clock_words(ticks) == words


def test_a_magazine_is_never_full_when_a_round_is_gone_nor_empty_while_one_is_left() -> None:
    assert [tenths(rounds, 30) for rounds in (30, 29, 15, 1, 0)] == [10, 9, 5, 1, 0]


def test_subtitles_keep_to_42_characters() -> None:
    rows = subtitle_lines("He sees you. He is stopping. " * 8)
    assert rows and all(len(row) <= 42 for row in rows)
    assert subtitle_lines("x" * 60) == ("x" * 42,)


def test_arrows_point_the_way_a_sound_came() -> None:
    ways = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
    assert "".join(direction_arrow(*way) for way in ways) == "→↘↓↙←↖↑↗"


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((640, 360), 1.0), ((1920, 1080), 1.25)])
def test_everything_at_once_draws_at_every_size(size: tuple[int, int], scale: float) -> None:
    surface = drawn(make(size, scale), size=size)
    assert surface.get_bounding_rect().width > 0
    assert ink(surface, (size[0] // 4, 0, size[0] // 2, size[1] // 6)) > 100


def test_a_quiet_view_shows_only_what_the_police_believe() -> None:
    surface = drawn(make(), view())
    assert ink(surface, (0, 0, 900, 720)) == 0
    assert ink(surface, (900, 0, 380, 70)) > 50


def test_when_a_duel_is_over_nothing_is_told_of_what_the_police_believe() -> None:
    """While it lasted that was no one's to know; at an arrest "they know nothing" would be a lie."""
    hud = make()
    corner = (SIZE[0] - 320, 0, 320, 100)
    hud.take([], view(own_eyes=True))
    assert ink(drawn(hud, view(own_eyes=True)), corner) > 0
    over = view(result=OVER)
    hud.take([], over)
    assert ink(drawn(hud, over), corner) == 0
    # Without a duel, and in the next run, it is told again.
    hud.take([], view())
    assert ink(drawn(hud, view()), corner) > 0


def test_with_everything_switched_off_nothing_is_drawn() -> None:
    hud = make()
    for flag in fields(hud.show):
        if flag.name != "subtitle_scale":
            setattr(hud.show, flag.name, False)
    surface = drawn(hud, busy_view(replace(BUSY_HUD, hurt=1.0, deafness=1.0, is_driving=True)))
    assert pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1, 255)).count() == SIZE[0] * SIZE[1]


@pytest.mark.parametrize("flag", ["clock", "goal", "weapon", "crew", "police", "take", "subtitles", "threats", "held"])
def test_every_flag_takes_something_away(flag: str) -> None:
    hud = make()
    whole = drawn(hud)
    setattr(hud.show, flag, False)
    assert ink(drawn(hud), (0, 0, *SIZE)) < ink(whole, (0, 0, *SIZE))


def test_every_belief_stage_order_and_verb_has_words() -> None:
    hud = make()
    for stage, awareness in enumerate(("calm", "search", "know", "calm", "search", "know")):
        drawn(hud, busy_view(replace(BUSY_HUD, stage=stage, awareness=awareness, spare_magazines=())))
    for prompt in (
        "search",
        "take",
        "take_cash_bag",
        "take_spike_strip",
        "take_firebomb",
        "plant",
        "drag",
        "tie",
        "lay",
        "light",
        "disarm",
    ):
        assert f"verb.{prompt}" in TEXT
    for prompt in ("enter", "leave", "hijack"):
        assert f"verb.{prompt}" in TEXT
    assert hud._prompts._verb("hand:Chris") == "Hand the bag to Chris"
    crew = tuple(replace(CREW[0], order=name, doing="") for _, name in WHEEL)
    drawn(hud, busy_view(crew=crew))
    drawn(hud, busy_view(crew=tuple(replace(CREW[0], stance=stance) for stance in ("down", "dead"))))
    assert {order for order, _ in WHEEL} == set(range(Order.HOLD, Order.PLAN))


@pytest.mark.parametrize("chosen", [-1, 0, 7])
def test_the_order_wheel_draws_while_it_is_open(chosen: int) -> None:
    hud = make()
    hud.wheel = chosen
    assert ink(drawn(hud, view()), (430, 150, 420, 420)) > 500
    hud.wheel = None
    assert ink(drawn(hud, view()), (430, 150, 420, 420)) == 0


def test_what_a_level_says_keeps_its_capitals() -> None:
    frame = make()._frame
    assert frame.word("cause", "shots fired on Venice") == "Shots fired on Venice"
    assert frame.word("crew", "walk_the_dog") == "Walk the dog"


def test_late_and_short_clocks_turn_to_the_accent() -> None:
    def warmth(ticks: int) -> int:
        surface = drawn(make(), view(replace(QUIET_HUD, clock_label="Response", clock_ticks=ticks)))
        return pygame.mask.from_threshold(surface.subsurface((400, 0, 480, 55)), (244, 146, 74), (30, 30, 30)).count()

    assert warmth(31 * 60) == 0
    assert warmth(29 * 60) > 200
    assert warmth(-5 * 60) > 200


def test_an_off_screen_goal_has_a_pointer_at_the_edge_and_one_on_screen_has_none() -> None:
    pointers = make()._pointers
    assert pointers.edge(640, 360) is None
    x, y, step = pointers.edge(5000, 360) or (0, 0, -1)
    assert (round(x), round(y), step) == (1240, 360, 0)
    x, y, step = pointers.edge(640, -4000) or (0, 0, -1)
    assert (round(x), round(y), step) == (640, 40, 48)


def test_a_reached_goal_gets_its_tick_and_then_gives_way() -> None:
    hud, goal = make(), replace(QUIET_HUD, goal="Stop the truck", goal_beat="stop")
    hud.take([], view(goal))
    drawn(hud, view(goal))
    after = view(replace(goal, goal="Open it", goal_beat="open"))
    hud.take([ev.BeatReached("stop")], after)
    line = hud._clock.goal
    assert line.reached == "Stop the truck"
    shown = [pygame.image.tobytes(drawn(hud, after), "RGB")]
    for _ in range(REACHED_TICKS):
        hud.take([], after)
        shown.append(pygame.image.tobytes(drawn(hud, after), "RGB"))
    assert line.reached_ticks == 0 and shown[0] != shown[-1]
    for _ in range(DROP_TICKS):
        hud.take([], after)
    assert ink(drawn(hud, after), (400, 0, 480, 60)) > 50, "the next goal stands there"


def test_a_goal_that_is_ruled_out_is_struck_out_and_not_ticked_off() -> None:
    hud, goal = make(), replace(QUIET_HUD, goal="Stop the truck", goal_beat="stop")
    kept, lost = make(), hud
    after = view(replace(goal, goal="Open it", goal_beat="open"))
    for one in (kept, lost):
        one.take([], view(goal))
    kept.take([ev.BeatReached("stop")], after)
    lost.take([ev.GoalLost("stop"), ev.BeatReached("gone")], after)
    assert (lost._clock.goal.reached, lost._clock.goal.is_lost) == ("Stop the truck", True)
    assert not kept._clock.goal.is_lost
    plates = [pygame.image.tobytes(drawn(one, after).subsurface((300, 0, 680, 60)), "RGB") for one in (kept, lost)]
    assert plates[0] != plates[1]


def test_another_beat_ticks_no_goal_off() -> None:
    hud, goal = make(), replace(QUIET_HUD, goal="Stop the truck", goal_beat="stop")
    hud.take([], view(goal))
    hud.take([ev.BeatReached("other")], view(replace(goal, goal="Open it", goal_beat="open")))
    assert hud._clock.goal.reached == ""


def test_a_hit_shows_where_it_came_from_and_passes() -> None:
    hud, seen = make(), view()
    hud.take([ev.PersonHurt(1, 9, "arm", 200.0, 100.0, 50.0, 0)], seen)
    assert ink(drawn(hud, seen), (540, 280, 80, 160)) > ink(drawn(hud, seen), (660, 280, 80, 160))
    for _ in range(60):
        hud.take([], seen)
    assert ink(drawn(hud, seen), (540, 260, 200, 200)) == 0


def test_sounds_out_of_sight_are_captioned_and_near_ones_and_ones_own_are_not() -> None:
    hud, seen = make(), view()
    hud.take([ev.ShotFired(1, "carbine", 160.0, 50.0, 0), ev.GlassBroken(103.0, 50.0, -1)], seen)
    assert hud._speech._captions == []
    hud.take([ev.Exploded(20.0, 50.0, 1e6, "charge"), ev.GlassBroken(100.0, 80.0, -1)], seen)
    assert [line for _, line, _ in hud._speech._captions] == ["[explosion, left, far] ←", "[glass breaks, below] ↓"]
    drawn(hud, seen)


def test_long_lines_turn_pages() -> None:
    hud = make()
    seen = view(
        replace(QUIET_HUD, speaker="Neil", line="They come from the east, two units, and one stays behind. " * 3)
    )
    hud.take([], seen)
    first = pygame.image.tobytes(drawn(hud, seen), "RGB")
    for _ in range(200):
        hud.take([], seen)
    assert pygame.image.tobytes(drawn(hud, seen), "RGB") != first


def test_a_second_frame_of_the_same_state_makes_no_new_surface() -> None:
    hud, seen = make(), busy_view()
    drawn(hud, seen)
    strings, panels = len(type_._strings), len(hud._frame.memo)
    made = list(type_._strings)
    drawn(hud, replace(seen, tick=seen.tick + 1))
    assert (len(type_._strings), len(hud._frame.memo)) == (strings, panels)
    assert set(type_._strings) == set(made)


def test_the_memory_of_panels_has_an_end() -> None:
    memo = Memo(4)
    for number in range(9):
        memo.get(number, lambda: pygame.Surface((1, 1)))
    assert len(memo) == 4


def test_a_change_of_body_and_a_slip_of_control_show_and_pass() -> None:
    hud, seen = make(), busy_view()
    before = ink(drawn(hud, seen), (540, 260, 200, 200))
    hud.take([ev.BodySwitched(1), ev.ControlLost(20, 300)], seen)
    assert ink(drawn(hud, seen), (540, 260, 200, 200)) > before
    for _ in range(70):
        hud.take([], seen)
    assert hud._marks._lost == [] and hud._marks._taken_ticks == 0


def test_no_prompt_stands_over_what_is_said_and_heard() -> None:
    """Whoever kneels at the lower edge of the picture has his prompts above the subtitle and the captions, one above the other."""
    hud = make()
    seen = view(hud=replace(BUSY_HUD, prompt="lift", prompt_wound="treat", prompt_enter="enter"))
    hud.take([ev.Shouted(1, seen.focus_x + 40.0, seen.focus_y)], seen)
    surface = pygame.Surface(SIZE)
    hud.draw(surface, seen, lambda x, y: (SIZE[0] / 2, SIZE[1] - 110.0))
    panels = hud._frame.taken
    prompts = [panel for panel in panels if panel.height == hud._frame.px(34)]
    assert len(prompts) >= 3
    for prompt in prompts:
        others = [panel for panel in panels if panel is not prompt]
        assert prompt.collidelist(others) < 0, (prompt, panels)


def test_what_is_cased_is_marked_where_it_is_until_the_police_are_called() -> None:
    guard = CasedView("guard", "guard_1", 104.0, 44.0, 20)
    casing = replace(QUIET_HUD, cased=(1, 5))
    x, y = to_screen(104.0, 44.0)
    spot = (round(x) - 30, round(y) - 48, 60, 32)
    plain = ink(drawn(make(), view(casing)), spot)
    assert ink(drawn(make(), view(casing, cased=(guard,))), spot) > plain + 20  # its word
    old = ink(drawn(make(), view(casing, cased=(replace(guard, age=999),))), spot)
    assert plain < old  # its mark
    assert ink(drawn(make(), view(QUIET_HUD, cased=(guard,))), spot) == plain


def told(hud: Hud, seen: View) -> set[tuple[str, str, str]]:
    """The prompts drawn: how, the key's label and the words."""
    hud._frame.memo = Memo()
    drawn(hud, seen)
    return {key[1:] for key in hud._frame.memo._made if isinstance(key, tuple) and key[0] == "prompt"}


def test_who_has_no_ties_left_is_told_once_and_with_no_key() -> None:
    hud = make()
    seen = view(hud=replace(QUIET_HUD, prompt="no_ties", prompt_wound="disarm"))
    gun = ("hold", hud._frame.key("disarm"), "Take his gun")
    assert told(hud, seen) == {gun, ("told", "", "Nothing left to tie with")}
    assert told(hud, replace(seen, tick=seen.tick + 301)) == {gun}


@pytest.mark.parametrize(
    ("side", "result", "is_won"),
    [
        ("crew", "escaped", True),
        ("crew", "killed", False),
        ("police", "killed", True),
        ("police", "lost", False),
        ("crew", "walked", False),
    ],
)
def test_what_is_won_depends_on_the_side(side: str, result: str, is_won: bool) -> None:
    assert ResultView(result, "", 1.0, 0, (), (), side).is_won is is_won
