"""The deep check: what a level would be spoilt by though it loads; and that every line says where, what, and where to read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from game.content.faults import Fault
from game.levels.folders import DATA_ROOT
from game.levels.locate import line, link
from game.levels.vocabulary import game_vocabulary
from tests.levels.yards import BRICK, PLAY, Yard

END = 'do = [{ end = { result = "escaped", ending = "Out" } }]\n'


@pytest.fixture
def stage(make_yard: Callable[..., Yard]) -> Yard:
    """A yard of 24 x 16 m with a car."""
    yard = make_yard(width=24, height=16)
    return yard.add("Vehicle", "car", 120, 120)


def told(yard: Yard, play: str | None = None) -> list[Fault]:
    from game.levels.check import check_level

    return check_level(yard.write(None, play), yard.catalog, game_vocabulary())


def only(yard: Yard, play: str | None = None) -> Fault:
    found = told(yard, play)
    assert len(found) == 1, [str(fault) for fault in found]
    return found[0]


def zone(yard: Yard, name: str, x: float, y: float, **members: object) -> Yard:
    return yard.add("Zone", name, x, y, "", 'width="48" height="48"', **members)


def test_a_goal_behind_walls(stage: Yard) -> None:
    for y in range(16):
        stage.walls[y][14] = BRICK
    zone(stage, "far", 400, 96)
    fault = only(stage, PLAY + f'[[beat]]\nid = "go"\nmarker = "far"\n{END}')
    assert '"far" at 17.7, 5.0 m from where anybody starts' in str(fault)
    assert fault.topic == "goals-that-cannot-be-reached" and fault.at == (17.7, 5.0)
    stage.walls[8][14] = 0
    assert told(stage, PLAY + f'[[beat]]\nid = "go"\nmarker = "far"\n{END}') == []


def test_a_zone_that_a_beat_waits_for_in_a_wall(stage: Yard) -> None:
    for y in range(4, 9):
        stage.walls[y][15:20] = [BRICK] * 5
    zone(stage, "inside", 384, 120)
    when = 'when = { person_in_zone = { who = "neil", zone = "inside" } }\n'
    assert 'zone: cannot be reached: no way on foot leads to "inside"' in str(
        only(stage, f'{PLAY}[[beat]]\nid = "go"\n{when}{END}')
    )


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ('{ held = { people = ["neil"], at_least = 2 } }', "can never hold: it wants 2 of 1 people"),
        ('{ died = { people = ["neil"], at_least = 3 } }', "can never hold: it wants 3 of 1 people"),
        ("{ stage_at_least = { stage = 9 } }", "the stage is 9; expected 0 to 5"),
        ('{ temper_over = { who = "neil", level = 1.5 } }', "a temper is 1 at most"),
        ('{ opened = { vehicle = "car" } }', '"car" is a sedan, which has no cargo doors'),
        ('{ not = { it = { opened = { vehicle = "car" } } } }', "which has no cargo doors"),
    ],
)
def test_beats_that_can_never_come(stage: Yard, when: str, says: str) -> None:
    fault = only(stage, f'{PLAY}[[beat]]\nid = "go"\nwhen = {when}\n{END}')
    assert says in str(fault) and fault.severity == "error"


def test_somebody_absent_whom_nothing_brings(stage: Yard) -> None:
    stage.add("Person", "late", 200, 200, is_absent=True)
    play = f'{PLAY}[[beat]]\nid = "go"\nwhen = {{ fired = {{ who = "late" }} }}\n{END}'
    lines = [str(fault) for fault in told(stage, play)]
    assert len(lines) == 2
    assert '"late" is absent, and nothing (appear, dispatch) brings it in' in lines[0]
    assert 'object 2 "late": is absent at the start, and nothing' in lines[1]
    brought = play + '[[beat]]\nid = "come"\ndo = [{ appear = { who = "late" } }]\n'
    assert told(stage, brought) == []


def test_a_story_without_an_end(stage: Yard) -> None:
    fault = only(stage, PLAY + '[[beat]]\nid = "go"\n')
    assert "has no action `end` in any beat" in str(fault) and fault.severity == "warning"


def test_what_nobody_uses(stage: Yard) -> None:
    zone(stage, "left_over", 300, 96)
    stage.add("Marker", "lost", 300, 200)
    stage.add("Signal", "light", 300, 300)
    lines = [str(fault) for fault in told(stage, f'{PLAY}[[beat]]\nid = "go"\n{END}')]
    assert [part in lines[i] for i, part in enumerate(("left_over", "lost", "gives no lane its light"))] == [True] * 3
    assert len(lines) == 3


def test_lamps_that_light_nothing(stage: Yard) -> None:
    stage.add("Lamp", "", 300, 200).add("Lamp", "", 40, 200, power=0.0).add("Lamp", "", 310, 300, height=0.3)
    lines = [str(fault) for fault in told(stage)]
    assert len(lines) == 2
    assert "object 2: hangs in the air" in lines[0] and "has the power 0" in lines[1]
    stage.add("Prop", "", 310, 210)
    assert len(told(stage)) == 1


def test_a_sound_that_nothing_switches_on(stage: Yard) -> None:
    stage.add("Sound", "bell", 300, 200, is_on=False)
    assert "is off at the start, and nothing (switch_sound) turns it on" in str(only(stage))


def test_a_night_without_a_lamp(make_yard: Callable[..., Yard]) -> None:
    assert "is at night and has no Lamp" in str(only(make_yard(hour="night")))


def test_cover_in_the_open(stage: Yard) -> None:
    stage.add("Cover", "", 300, 200).add("Cover", "", 36, 200)
    assert "object 2: is beside nothing" in str(only(stage))


def test_a_zone_that_is_held_without_any_cover(make_yard: Callable[..., Yard]) -> None:
    yard = zone(make_yard(width=40, height=40), "post", 456, 456)
    hold = '[[plan]]\nwho = "neil"\nstart = { hold = { zone = "post" } }\n'
    fault = only(yard, PLAY + hold)
    assert 'object 1 "post": is held by somebody and offers no cover: nothing within 8 m stops a bullet' in str(fault)
    yard.add("Vehicle", "car", 600, 480)
    assert told(yard, PLAY + hold) == []


def test_a_fence_is_no_cover(stage: Yard) -> None:
    fence = 'width="48" height="12"'
    stage.add("Wall", "", 300, 190, "", fence, material="fence").add("Cover", "", 320, 210)
    assert "object 3: is beside nothing" in str(only(stage))


def test_a_way_that_is_driven_off_the_road(stage: Yard) -> None:
    stage.ground[8][11:16] = [2] * 5
    stage.add("Route", "way", 48, 204, '<polyline points="0,0 400,0"/>')
    plan = '[[plan]]\nwho = "neil"\nstart = { drive_route = { route = "way" } }\n'
    assert told(stage, PLAY + plan) == [], "a driveway over the pavement"
    stage.ground[8][10:18] = [2] * 8
    assert "is driven and leaves the road at 10.8, 8.5 m, onto sidewalk" in str(only(stage, PLAY + plan))
    stage.ground[8][10:18] = [2] * 4 + [6] + [2] * 3
    assert "is driven and leaves the road" in str(only(stage, PLAY + plan))
    walked = plan.replace("drive_route", "walk_route")
    assert told(stage, PLAY + walked) == []


def test_a_route_through_a_wall(stage: Yard) -> None:
    stage.walls[8][12] = BRICK
    stage.add("Route", "way", 48, 204, '<polyline points="0,0 400,0"/>')
    plan = '[[plan]]\nwho = "neil"\nstart = { walk_route = { route = "way" } }\n'
    assert 'object 2 "way": leads through a wall at 12.8, 8.5 m' in str(only(stage, PLAY + plan))


def test_a_line_says_everything(stage: Yard) -> None:
    stage.add("Lamp", "porch", 300, 204, radus=3.0)
    (fault,) = stage.check()
    assert (fault.severity, fault.layer, fault.object_id, fault.name) == ("error", "things", 2, "porch")
    assert fault.at == (12.5, 8.5) and link(fault) == "docs/LEVELS.md#lamp"
    said = line(fault)
    assert said.startswith("error: ") and said.endswith(" (at 12.5, 8.5 m) [docs/LEVELS.md#lamp]")
    assert (
        'layer "things", object 2 "porch", property "radus": is unknown to class Lamp; did you mean "radius"?' in said
    )


def test_every_link_leads_to_a_heading() -> None:
    page = (DATA_ROOT / "docs" / "LEVELS.md").read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in re.findall(r"(?m)^#+ (.+)$", page)
    }
    topics = {"when-something-is-wrong"}
    for file in (DATA_ROOT / "game").rglob("*.py"):
        if file.parent.name in ("levels", "app"):
            text = file.read_text(encoding="utf-8")
            topics.update(re.findall(r'topic="([a-z-]+)"', text))
            topics.update(re.findall(r'Complaints\([^\n]*, "([a-z-]+)"\)', text))
    from game.content.level import OBJECT_CLASSES

    topics.update(name.lower() for name in OBJECT_CLASSES)
    assert topics - headings == set()
