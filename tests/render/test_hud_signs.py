"""What the HUD's signs tell: pointers by kind and off the panels, gears and trouble, temper, the way out, orders."""

from __future__ import annotations

import math
from dataclasses import replace

import pygame
import pytest

from game.content.catalog import load_catalog
from game.content.text import load_text
from game.input.devices import Devices
from game.render import hud_edge
from game.render.hud import Hud
from game.render.hud_dash import gear_of, trouble_of
from game.render.hud_edge import CREW as FACES
from game.render.hud_edge import GOAL, NEAR, RADIUS, SLIPPING, THREAT, Pointer
from game.render.hud_frame import SUBTITLE, Scene, initials
from game.render.hud_icons import SHAPES, icon
from game.render.hud_leave import RISEN_TICKS, says_so
from game.render.hud_marks import notice_look
from game.render.hud_speech import speech_panel, subtitle_lines
from game.render.hud_stamps import ALARM, HOT, WHITE
from game.render.hud_wheel import WHEEL
from game.scenes.preferences import SUBTITLE_SCALES
from game.sim import events as ev
from game.sim.view import HeldStatus, HudView, MarkerView, NoticeView, ThreatView, View
from tests.render.test_hud_views import BUSY_HUD, CREW, QUIET_HUD, busy_view, crew_member, to_screen, view
from tests.render.views import person, vehicle

SIZE = (1280, 720)
TEXT = load_text()
CATALOG = load_catalog()


def make(size: tuple[int, int] = SIZE) -> Hud:
    """A HUD with the standard keys."""
    hud = Hud(TEXT, size, people=CATALOG.people, weapons=CATALOG.weapons)
    hud.labels = Devices().labels()
    return hud


def drawn(hud: Hud, seen: View) -> pygame.Surface:
    """The HUD on black."""
    surface = pygame.Surface(hud._frame.size)
    hud.draw(surface, seen, to_screen)
    return surface


def placed(seen: View) -> tuple[list[Pointer], list[pygame.Rect]]:
    """Where the pointers of a view stand, and the panels of that frame."""
    hud = make()
    surface = drawn(hud, seen)
    return hud._pointers.placed(Scene(surface, seen, to_screen)), hud._frame.taken


def close_to(surface: pygame.Surface, colour: tuple[int, int, int], rect: tuple[int, int, int, int]) -> int:
    """Pixels of a rectangle in that colour."""
    return pygame.mask.from_threshold(surface.subsurface(rect), colour, (24, 24, 24)).count()


# --------------------------------------------------------------------------- pointers


def ring_of_threats() -> tuple[ThreatView, ...]:
    """Enemies all round, beyond every edge and corner."""
    return tuple(
        ThreatView(
            30 + at, 100 + 60 * math.cos(at * math.tau / 16), 50 + 60 * math.sin(at * math.tau / 16), at % 2 == 0
        )
        for at in range(16)
    )


def test_no_pointer_stands_on_a_panel_or_leaves_the_screen() -> None:
    found, panels = placed(busy_view(threats=ring_of_threats()))
    assert len(found) > 6
    room = pygame.Rect(0, 0, 2 * RADIUS, 2 * RADIUS)
    for pointer in found:
        room.center = round(pointer.x), round(pointer.y)
        assert room.collidelist(panels) < 0, f"{pointer.kind} at {room.center}"
        assert pygame.Rect(0, 0, *SIZE).contains(room)


def test_pointers_of_a_kind_are_gathered_and_others_keep_apart() -> None:
    crowd = tuple(ThreatView(30 + at, 160 + at * 0.1, 50 + at * 0.1, at == 3) for at in range(5))
    goal = MarkerView(160, 50.5, QUIET_HUD.goal, "goal")
    found, _ = placed(view(threats=crowd, markers=(goal,)))
    assert [(one.kind, one.count) for one in found] == [(GOAL, 1), (THREAT, 5)]
    assert found[1].is_urgent, "one of them fires"
    assert math.dist((found[0].x, found[0].y), (found[1].x, found[1].y)) >= NEAR - 1


def test_the_goal_is_pointed_at_also_when_it_is_a_vehicle_and_says_how_far() -> None:
    hud = replace(QUIET_HUD, goal="Ram it")
    found, _ = placed(view(hud, markers=(MarkerView(160, 50, "Ram it", "vehicle"),)))
    assert [(one.kind, one.metres) for one in found] == [(GOAL, 60)]


def test_crew_out_of_sight_has_the_faces_of_the_list() -> None:
    people = (
        person(1, 100, 50, "neil", "crew"),
        person(2, 30, 50, "chris", "crew"),
        person(5, 31, 51, "trejo", "crew"),
    )
    found, _ = placed(view(crew=CREW, people=people))
    assert [one.kind for one in found] == [FACES]
    assert [face[0] for face in found[0].faces] == ["Cr", "T"], "Chris and Cheritto begin alike"
    assert found[0].is_urgent, "Trejo is down"


def test_no_two_of_a_crew_have_the_same_letters() -> None:
    assert initials(("Neil", "Chris", "Cheritto", "Trejo", "Waingro")) == {
        "Neil": "N",
        "Chris": "Cr",
        "Cheritto": "Ce",
        "Trejo": "T",
        "Waingro": "W",
    }
    assert initials(("Al", "Alan")) == {"Al": "A", "Alan": "Aa"}


def test_who_slips_out_of_sight_is_pointed_at_until_one_drives_away() -> None:
    held = (HeldStatus(20, 20.0, 50.0, 0.2), HeldStatus(21, 20.0, 10.0, 0.9))
    assert [one.kind for one in placed(view(held=held))[0]] == [SLIPPING]
    assert placed(view(replace(QUIET_HUD, is_driving=True), held=held))[0] == []


# --------------------------------------------------------------------------- held, crew, temper


@pytest.mark.parametrize(("control", "colour"), [(0.95, WHITE), (0.5, HOT), (0.2, ALARM)])
def test_a_ring_turns_from_white_to_accent_to_red_as_control_fades(
    control: float, colour: tuple[int, int, int]
) -> None:
    surface = drawn(make(), view(held=(HeldStatus(20, 100.0, 50.0, control),)))
    assert close_to(surface, colour, (615, 305, 50, 50)) > 25


def test_control_that_is_nearly_gone_says_so_in_words() -> None:
    firm, slipping = (drawn(make(), view(held=(HeldStatus(20, 100.0, 50.0, control),))) for control in (0.9, 0.2))
    above = (570, 280, 140, 34)
    assert close_to(firm, WHITE, above) == 0 and close_to(slipping, WHITE, above) > 30


@pytest.mark.parametrize(("x", "is_told"), [(250, True), (90, False)])
def test_a_word_at_a_place_behind_a_panel_stands_beside_it_or_is_left_out(x: int, is_told: bool) -> None:
    seen = view(crew=CREW, held=(HeldStatus(20, 100.0 + (x - 640) / 24, 50.0 + (150 - 360) / 24, 0.2),))
    hud, wordless = make(), make()
    wordless._marks.write = lambda surface: None  # type: ignore[method-assign]
    with_words, without = drawn(hud, seen), drawn(wordless, seen)
    rows = hud._frame.taken[0]
    assert rows.collidepoint(x, 150)
    assert pygame.image.tobytes(with_words.subsurface(rows), "RGB") == pygame.image.tobytes(
        without.subsurface(rows), "RGB"
    )
    assert (pygame.image.tobytes(with_words, "RGB") != pygame.image.tobytes(without, "RGB")) is is_told


def test_the_row_of_a_wounded_man_says_how_long_he_has() -> None:
    def row(seconds: int) -> bytes:
        trejo = replace(crew_member(5, "Trejo", health=0.0, stance="down"), bleed_seconds=seconds)
        return pygame.image.tobytes(drawn(make(), view(crew=(CREW[0], trejo))), "RGB")

    assert row(0) != row(40) != row(20) != row(0)
    assert row(44) == row(41), "in steps of five seconds"
    assert "40" in TEXT("crew.bleeds", seconds=40)


def test_the_last_beat_shows_what_is_said_and_nothing_else() -> None:
    """Clock, goal, gauges, crew, prompts and marks of a busy moment are gone; the line that is spoken stays."""
    hushed = replace(BUSY_HUD, is_hushed=True, is_driving=True, can_leave=True, window_ticks=900)
    threats = view(hushed, crew=CREW[:3], threats=ring_of_threats())
    quiet = replace(QUIET_HUD, speaker=hushed.speaker, line=hushed.line, is_radio=True, is_hushed=True)
    bare, busy = drawn(make(), view(quiet)), drawn(make(), threats)
    assert pygame.image.tobytes(busy, "RGB") == pygame.image.tobytes(bare, "RGB")
    lower = (0, 480, 1280, 240)
    assert close_to(bare, WHITE, lower) > 200, "the line is there"
    assert close_to(drawn(make(), view(replace(hushed, is_hushed=False))), WHITE, (500, 0, 280, 120)) > 30


def test_each_of_the_crew_but_the_player_and_the_fallen_has_his_key() -> None:
    hud = make()
    keys = (14, 14, 46, 300)
    whole = drawn(hud, view(crew=CREW[:3]))
    hud.labels = {**hud.labels, "switch_2": "", "switch_3": ""}
    assert pygame.image.tobytes(whole.subsurface(keys), "RGB") != pygame.image.tobytes(
        drawn(hud, view(crew=CREW[:3])).subsurface(keys), "RGB"
    )
    fallen = (CREW[0], crew_member(2, "Trejo", stance="down"))
    hud.labels = {**hud.labels, "switch_1": "Q", "switch_2": "Q"}
    with_keys = pygame.image.tobytes(drawn(hud, view(crew=fallen)), "RGB")
    hud.labels = {**hud.labels, "switch_1": "", "switch_2": ""}
    assert pygame.image.tobytes(drawn(hud, view(crew=fallen)), "RGB") == with_keys


def test_a_temper_grows_the_row_and_at_last_tells_what_helps() -> None:
    def foot(temper: float) -> int:
        hud = make()
        drawn(hud, view(crew=(CREW[0], crew_member(4, "Waingro", temper=temper))))
        return hud._frame.taken[0].bottom

    assert foot(0.0) < foot(0.2) < foot(0.7)
    assert "Neil" in TEXT("crew.temper_helps", name="Neil")


# --------------------------------------------------------------------------- instruments


@pytest.mark.parametrize(
    ("speed", "throttle", "gear"),
    [(0.0, 0.0, "N"), (0.1, 0.8, "1"), (-2.0, -1.0, "R"), (0.0, -1.0, "R"), (8.0, 1.0, "2"), (35.0, 1.0, "5")],
)
def test_the_gear_reads_as_the_car_moves(speed: float, throttle: float, gear: str) -> None:
    assert gear_of(vehicle(1, 0, 0, "sedan", "white", speed=speed, throttle=throttle)) == gear


def test_the_worst_trouble_is_told_first() -> None:
    whole = vehicle(1, 0, 0, "sedan", "white")
    flat = replace(whole, tyres=(1.0, 0.0, 1.0, 1.0))
    assert trouble_of(whole, False) == ""
    assert trouble_of(whole, True) == "handbrake"
    assert trouble_of(flat, False) == "flat_tyre"
    assert trouble_of(replace(flat, stage=3), False) == "flat_tyre"
    assert trouble_of(replace(whole, stage=3), False) == "engine_weak"
    assert trouble_of(replace(flat, has_engine=False), True) == "engine_dead"
    assert trouble_of(replace(flat, is_burning=True), True) == "burning"
    for name in ("handbrake", "flat_tyre", "engine_weak", "engine_dead", "burning", "on_side"):
        assert f"hud.{name}" in TEXT


def at_the_wheel(**more: object) -> View:
    """The player drives."""
    people = (person(1, 100, 50, "neil", "crew", vehicle=9, seat=0),)
    hud = replace(QUIET_HUD, is_driving=True, speed_kmh=20.0)
    return view(hud, people=people, vehicles=(vehicle(9, 100, 50, "sedan", "white", **more),))


def test_reverse_and_a_flat_tyre_are_seen() -> None:
    corner = (0, 620, 300, 100)
    forward, back = drawn(make(), at_the_wheel(speed=6.0)), drawn(make(), at_the_wheel(speed=-6.0, throttle=-1.0))
    orange = (210, 120, 60)
    assert close_to(back, orange, corner) > close_to(forward, orange, corner) + 400
    assert close_to(forward, ALARM, corner) == 0
    assert close_to(drawn(make(), at_the_wheel(tyres=(0.0, 1.0, 1.0, 1.0))), ALARM, corner) > 40


def test_the_wheels_keys_are_taught_once() -> None:
    hud, seen = make(), at_the_wheel()
    low = (300, 682, 680, 38)
    assert close_to(drawn(hud, seen), WHITE, low) > 200
    assert close_to(drawn(hud, replace(seen, tick=seen.tick + 2000)), WHITE, low) == 0


def test_the_lesson_at_the_wheel_tells_how_to_steer_where_keys_do_it() -> None:
    low = (0, 682, 1280, 38)

    def width(labels: dict[str, str]) -> int:
        hud = make()
        hud.labels = labels
        return close_to(drawn(hud, at_the_wheel()), WHITE, low)

    keys = {"gas": "W", "brake": "S", "left": "A", "right": "D", "handbrake": "Space"}
    assert width(keys) > width(keys | {"left": "", "right": ""}) + 100


# --------------------------------------------------------------------------- the way out


def way_out(hud_view: HudView, risen: bool = False) -> str:
    """Where the key for walking out stands: "", "advised" (top centre) or "quiet" (top right)."""
    hud, seen = make(), view(hud_view)
    hud.take([ev.StageRaised(1, "shots")] if risen else [], seen)
    places = [drawn(hud, seen)]
    hud.labels = {**hud.labels, "leave": "QQQQQQ"}
    places.append(drawn(hud, seen))
    changed = [
        name
        for name, rect in (
            ("advised", (400, 0, 480, 300)),
            ("quiet", (900, 0, 380, 300)),
            ("low", (300, 600, 680, 120)),
        )
        if pygame.image.tobytes(places[0].subsurface(rect), "RGB")
        != pygame.image.tobytes(places[1].subsurface(rect), "RGB")
    ]
    return " ".join(changed)


def test_the_key_for_walking_out_stands_with_the_advice_and_else_not() -> None:
    calm = replace(QUIET_HUD, can_leave=True, goal="Block the boulevard")
    assert way_out(calm) == "", "quiet while nothing has happened"
    assert way_out(calm, risen=True) == "quiet"
    assert way_out(replace(calm, window_ticks=900)) == "advised"
    assert way_out(replace(calm, goal="It is gone. Walk out now")) == "advised"
    assert way_out(replace(calm, line="Walk away, Neil.")) == "advised"
    assert way_out(replace(calm, window_ticks=900, can_leave=False)) == ""


def test_the_quiet_key_passes() -> None:
    hud, seen = make(), view(replace(QUIET_HUD, can_leave=True))
    hud.take([ev.StageRaised(1, "shots")], seen)
    for _ in range(RISEN_TICKS):
        hud.take([], seen)
    assert hud._clock.way_out._risen_ticks == 0


def test_advice_is_known_by_its_words() -> None:
    assert says_so("It is gone. WALK OUT now", TEXT("hud.leave_words"))
    assert not says_so("Walk to the van", TEXT("hud.leave_words"))


# --------------------------------------------------------------------------- orders, words


def test_the_wheel_has_a_picture_and_a_name_for_every_order() -> None:
    assert {name for _, name in WHEEL} | {"plan", "done", "lost"} == set(SHAPES)
    pictures = {pygame.image.tobytes(icon(name, 18, WHITE), "RGBA") for name in SHAPES}
    assert len(pictures) == len(SHAPES)


def test_the_wheel_tells_whom_it_speaks_to_and_what_they_are_at() -> None:
    hud, seen = make(), view(crew=CREW)
    hud.wheel = 2
    beside = (640 + 208, 100, 330, 480)
    all_of_them = pygame.image.tobytes(drawn(hud, seen).subsurface(beside), "RGB")
    hud.wheel_member = 2
    one = pygame.image.tobytes(drawn(hud, seen).subsurface(beside), "RGB")
    other = view(crew=(CREW[0], replace(CREW[1], doing="walk_route"), *CREW[2:]))
    assert len({all_of_them, one, pygame.image.tobytes(drawn(hud, other).subsurface(beside), "RGB")}) == 3


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_subtitles_are_large_and_two_even_rows_and_captions_stand_clear_of_them(size: tuple[int, int]) -> None:
    assert SUBTITLE >= 31
    rows = subtitle_lines("On your knees. Look at the wall, not at me.")
    assert len(rows) == 2 and min(map(len, rows)) > 16, "no word alone in the last row"
    hud = make(size)
    seen = busy_view(BUSY_HUD)
    hud.take([], seen)
    hud.take([ev.Exploded(160.0, 50.0, 1e6, "charge"), ev.GlassBroken(100.0, 90.0, -1)], seen)
    hud._frame.taken.clear()
    hud._speech.draw(Scene(pygame.Surface(size), seen, to_screen))
    panels = hud._frame.taken
    assert len(panels) == 3
    assert not any(one.collidelistall(panels[at + 1 :]) for at, one in enumerate(panels))
    assert all(pygame.Rect(0, 0, *size).contains(one) for one in panels)


@pytest.mark.parametrize("scale", SUBTITLE_SCALES.values())
def test_the_largest_subtitle_fits_the_screen(scale: float) -> None:
    rows = ("wide enough to hold forty-two characters,", "wide enough to hold forty-two characters.")
    assert speech_panel(scale, "Cheritto", rows, True).get_width() <= SIZE[0]


def test_a_watched_run_asks_for_no_keys_and_keeps_clear_of_the_viewers_strip() -> None:
    hud, seen = make(), busy_view(replace(BUSY_HUD, can_leave=True, window_ticks=900, is_driving=True))
    hud.foot = 34
    strip = drawn(hud, seen).subsurface((0, 686, 1280, 34))
    assert pygame.mask.from_threshold(strip, (0, 0, 0), (1, 1, 1, 255)).count() == 1280 * 34
    hud.labels = dict.fromkeys(hud.labels, "Q")
    hud.show.crew = False
    without = pygame.image.tobytes(drawn(hud, seen).subsurface((300, 0, 680, 720)), "RGB")
    hud.labels = dict.fromkeys(hud.labels, "W")
    assert pygame.image.tobytes(drawn(hud, seen).subsurface((300, 0, 680, 720)), "RGB") == without


def test_a_magazine_that_runs_low_says_which_key_changes_it() -> None:
    corner = (980, 560, 300, 60)

    def asks(rounds: int, spares: tuple[int, ...] = (30,), reloading: float = 0.0) -> bool:
        hud = replace(QUIET_HUD, weapon="carbine", weapon_label="Carbine", magazine=rounds, magazine_size=30)
        seen = view(replace(hud, spare_magazines=spares, is_reloading=reloading))
        shown = drawn(make(), seen).subsurface(corner)
        unbound = make()
        unbound.labels["reload"] = "QQQ"
        other = drawn(unbound, seen).subsurface(corner)
        return pygame.image.tobytes(shown, "RGB") != pygame.image.tobytes(other, "RGB")

    assert asks(4) and asks(0)
    assert not asks(25)
    assert not asks(4, spares=()), "there is nothing to change to"
    assert not asks(0, reloading=0.5), "it is being done"


def test_a_pointer_goes_round_panels_along_the_edge_and_never_to_the_middle() -> None:
    people = (person(1, 100, 50, "neil", "crew"), person(5, 100, 90, "trejo", "crew"))
    found, _ = placed(busy_view(people=people, threats=(), markers=(), held=()))
    assert [one.kind for one in found] == [FACES]
    assert found[0].y > 520, "about the subtitle, not over the player or his prompts"


def test_the_goal_straight_below_is_pointed_at_straight_below_while_somebody_speaks() -> None:
    hud = replace(QUIET_HUD, goal="Block it", speaker="Trejo", line="One fifty. Middle lane, nobody behind him but me.")
    people = (person(1, 100, 50, "neil", "crew"),)
    found, panels = placed(view(hud, people=people, markers=(MarkerView(100, 90, "Block it", "goal"),)))
    assert [one.kind for one in found] == [GOAL]
    assert abs(found[0].x - SIZE[0] / 2) < 60, "above the words, not half a screen beside them"
    assert not any(panel.collidepoint(found[0].x, found[0].y) for panel in panels)


@pytest.fixture
def plates(monkeypatch: pytest.MonkeyPatch) -> list[pygame.Rect]:
    """Where the plates under the metres come to lie from now on."""
    found: list[pygame.Rect] = []
    stamp = hud_edge.blit_centred

    def note(surface: pygame.Surface, what: pygame.Surface, x: float, y: float) -> None:
        stamp(surface, what, x, y)
        if what.get_height() == 26 and what.get_width() > 30:
            found.append(what.get_rect(center=(round(x), round(y))))

    monkeypatch.setattr(hud_edge, "blit_centred", note)
    return found


@pytest.mark.parametrize("place", [(100.0, 90.0), (104.0, 90.0), (160.0, 20.0), (40.0, 50.0), (100.0, 5.0)])
def test_the_metres_to_the_goal_stand_on_the_screen_and_off_the_panels(
    place: tuple[float, float], plates: list[pygame.Rect]
) -> None:
    hud = make()
    seen = busy_view(threats=(), held=(), people=(), markers=(MarkerView(*place, "", "goal"),))
    drawn(hud, seen)
    assert len(plates) == 1
    assert pygame.Rect(0, 0, *SIZE).contains(plates[0].inflate(-2, -2))
    assert plates[0].inflate(-4, -4).collidelist(hud._frame.taken) < 0


@pytest.mark.parametrize(("friend", "goal"), [((130, 75), (136, 75)), ((70, 75), (70, 72))])
def test_the_metres_stand_beside_a_friends_pointer_and_not_on_it(
    friend: tuple[float, float], goal: tuple[float, float], plates: list[pygame.Rect]
) -> None:
    people = (person(1, 100, 50, "neil", "crew"), person(2, *friend, "chris", "crew"))
    found, _ = placed(view(QUIET_HUD, crew=CREW[:2], people=people, markers=(MarkerView(*goal, "", "goal"),)))
    chris = next(one for one in found if one.kind == FACES)
    assert len(plates) == 1, "they are told"
    assert not plates[0].inflate(20, 20).collidepoint(chris.x, chris.y)


def noticed_by(*shares: float, x: float = 0.0) -> View:
    """Observers in a row about the middle, or off the screen to one side, with their meters."""
    quiet = view()
    eyes = tuple(
        NoticeView(90 + n, quiet.focus_x + x + 3.0 * n - 4.0, quiet.focus_y - 3.0, share, 1)
        for n, share in enumerate(shares)
    )
    return replace(quiet, notices=eyes)


def test_an_eye_in_a_ring_stands_over_who_is_about_to_notice() -> None:
    seen = noticed_by(0.3, 0.7, 1.0)
    surface = drawn(make(), seen)
    for notice in seen.notices:
        x, y = to_screen(notice.x, notice.y)
        colour = notice_look(notice.share)[1]
        assert close_to(surface, colour, (int(x) - 18, int(y) - 52, 36, 40)) > 20


def test_who_notices_from_off_the_screen_is_pointed_at() -> None:
    pointers, _ = placed(noticed_by(0.6, x=80.0))
    assert [pointer.kind for pointer in pointers] == ["notice"]
    assert pointers[0].share == 0.6


def test_the_meters_show_how_far_one_is_heard_and_how_bright_it_is_until_they_know() -> None:
    from game.render.hud_senses import METRES, SHARES, strokes

    assert [strokes(metres, METRES) for metres in (0.0, 3.0, 8.0, 25.0, 160.0)] == [0, 1, 3, 3, 5]
    assert [strokes(share, SHARES) for share in (0.0, 0.3, 1.0)] == [0, 2, 5]
