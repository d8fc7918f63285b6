"""The screenplay: what it may say, and one line for everything it may not."""

# ruff: noqa: E501 (lines of XML and TOML are clearer whole)

from __future__ import annotations

import pytest

from game.content.level import Call, Chance, PlanStep
from game.levels.vocabulary import arguments_of, game_vocabulary
from tests.levels.yards import PLAY, Yard

WHEN = 'when = { vehicle_in_zone = { vehicle = "car", zone = "exit" } }\n'


@pytest.fixture
def stage(yard: Yard) -> Yard:
    """A yard with a car, an exit and a way."""
    yard.add("Vehicle", "car", 144, 120).add("Zone", "exit", 96, 96, "", 'width="48" height="24"')
    return yard.add("Route", "way", 48, 48, '<polyline points="0,0 96,0"/>').add(
        "Person", "chris", 72, 96, spec="chris"
    )


def beat(text: str, name: str = "go") -> str:
    return f'[[beat]]\nid = "{name}"\n{text}\n'


STEP = '[[plan]]\nwho = "neil"\nstart = { drive_route = { route = "way" } }\n'


def test_a_whole_screenplay(stage: Yard) -> None:
    play = PLAY + STEP + beat(
        'goal = "Get to the exit"\nmarker = "exit"\n'
        'when = { all = { of = [ { vehicle_in_zone = { vehicle = "car", zone = "$where" } },'
        " { not = { it = { seconds = { after = 3 } } } } ] } }\n"
        'do = [{ say = { who = "neil", line = "Go." } }, { mask = { people = "$pair" } }]\nis_kept = true'
    ) + '[[chance]]\nname = "where"\npick = ["exit"]\n[[chance]]\nname = "pair"\npick = ["neil", "chris"]\ntake = 2\n'  # fmt: skip
    assert stage.check(play=play) == []
    level = stage.load(play=play)
    (go,) = level.screenplay.beats
    assert go.when == Call("all", (("of", (
        Call("vehicle_in_zone", (("vehicle", "car"), ("zone", "$where"))),
        Call("not", (("it", Call("seconds", (("after", 3.0),))),)),
    )),))  # fmt: skip
    assert go.do[1] == Call("mask", (("people", ("$pair",)),))
    assert level.screenplay.plans[0].steps == (PlanStep("start", Call("drive_route", (("route", "way"),))),)
    assert level.screenplay.chances[1] == Chance("pair", ("neil", "chris"), 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (beat('goal = "one two three four five six seven eight nine"'), "goal: has 9 words; expected at most 8"),
        (beat('wen = 3'), '[[beat]] 1 "go", wen: is an unknown key; did you mean "when"?'),
        (beat('is_kept = "yes"'), 'is_kept: is "yes"; expected true or false'),
        (beat('marker = "exitt"'), 'names the object "exitt", which the level does not have; did you mean "exit"?'),
        (beat('after = "gone"'), 'after: names the unknown beat "gone"'),
        (beat('after = "go"'), "can never come"),
        (beat('when = { vehicle_in_zon = {} }'), 'names the unknown trigger "vehicle_in_zon"; did you mean "vehicle_in_zone"?'),
        (beat('when = { seconds = { after = 1 }, fact = {} }'), "is no trigger; expected a table with one key"),
        (beat('when = { seconds = {} }'), 'lacks the argument "after" (a number)'),
        (beat('when = { seconds = { after = "x" } }'), 'after: is "x"; expected a number'),
        (beat('when = { seconds = { after = nan } }'), "expected a number"),
        (beat('when = { seconds = { after = 1, to = 2 } }'), 'has the unknown argument "to"'),
        (beat(WHEN.replace("exit", "exid")), 'zone: names the zone "exid", which the level does not have; did you mean "exit"?'),
        (beat(WHEN.replace("exit", "$nowhere")), 'uses the fact "$nowhere", which no [[chance]] draws'),
        (beat('do = [{ shout = {} }]'), 'do 1: names the unknown action "shout"'),
        (beat('do = [{ mask = { people = ["neil", "nobody"] } }]'), 'people: names the person "nobody"'),
        (beat('do = [{ give_step = { who = "neil", step = { drive = {} } } }]'), 'names the unknown step "drive"'),
        (beat('when = { fact = { name = "x", equals = "y" } }'), 'asks for the fact "x", which nothing in this level draws'),
        ('[[plan]]\nwho = "nobody"\n', 'who: names the person "nobody"'),
        ('[[plan]]\nwho = "neil"\nlater = { drive_route = { route = "way" } }\n', 'later: names the beat "later"'),
        ('[[plan]]\nwho = "neil"\nstart = { drive_route = { route = "wey" } }\n', 'route: names the route "wey"'),
        ('[[chance]]\nname = "c"\n', "expected exactly one of pick and between"),
        ('[[chance]]\nname = "c"\npick = ["a"]\ntake = 2\n', "take: is 2; expected 1 to 1"),
        ('[[chance]]\nname = "c"\nbetween = [3, 1]\n', "expected two whole numbers, the smaller first"),
        ('[[brief]]\nline = "x"\npoints = ["gone"]\n', 'points: names the object "gone"'),
        ('[[score]]\ncount = "x"\npoints = 1.5\nlabel = "x"\n', 'points: is "1.5"; expected a whole number'),
        ('[[sides]]\n', "sides: is an unknown key"),
        ('[[side]]\nname = "army"\nplayer = "neil"\n', 'name: is "army"; expected crew or police'),
        ('[[side]]\nname = "police"\nplayer = "hanna"\n', 'player: names the person "hanna"'),
        (beat("", "a") + beat("", "a"), '[[beat]] 2 "a": has the id of an earlier beat'),
        (beat("", "a") + beat('after = "a"\nwithout = "a"', "b"), 'it waits for "a" and is ruled out by it'),
        (beat('side = "crew"', "a") + beat('after = "a"\nside = "police"', "b"), '"a" belongs to the other side'),
        (beat(WHEN.replace("exit", "$c")) + '[[chance]]\nname = "c"\npick = ["exit", "way"]\n', 'may draw "way" by the chance "c", which is no zone'),
    ],
)  # fmt: skip
def test_one_slip_one_line(stage: Yard, text: str, says: str) -> None:
    used = beat(
        ' marker = "exit"\n do = [{ give_step = { who = "neil", step = { drive_route = { route = "way" } } } }]',
        "uses_the_way",
    )
    assert says in stage.complaint(play=PLAY + text + used)


def test_a_name_made_with_a_fact_is_checked_for_all_that_may_be_drawn(stage: Yard) -> None:
    chance = '[[chance]]\nname = "side"\npick = ["east", "west"]\n'
    play = PLAY + STEP + beat('marker = "exit"\n' + WHEN.replace('"exit"', '"exit_{side}"')) + chance
    assert 'zone: names the zone "exit_west"' in "".join(str(fault) for fault in stage.check(play=play))
    for side in ("east", "west"):
        stage.add("Zone", f"exit_{side}", 96, 120, "", 'width="48" height="24"')
    assert stage.check(play=play) == []
    assert 'is made with the fact "sid", which no [[chance]] draws' in stage.complaint(
        play=play.replace("{side}", "{sid}")
    )


def test_beats_that_wait_for_each_other_are_both_named(stage: Yard) -> None:
    play = PLAY + STEP + beat('after = "b"', "a") + beat('after = "a"', "b") + beat('after = "b"', "c")
    lines = [str(fault) for fault in stage.check(play=play)]
    assert len(lines) == 3 and all("can never come" in line for line in lines)


def test_title_and_sides_are_due(stage: Yard) -> None:
    lines = stage.refusal(play="")
    assert any("title: is missing; expected text in quotes" in line for line in lines)
    assert any("side: is missing" in line for line in lines)


def test_the_digest_is_that_of_what_is_played(stage: Yard) -> None:
    play = (
        PLAY
        + STEP
        + beat('goal = "Get to the exti"\nmarker = "exit"\ndo = [{ say = { who = "neil", line = "Goo." } }]\n' + WHEN)
    )
    first = stage.load(play=play).digest
    texts = (
        play.replace("exti", "exit")
        .replace("Goo", "Go")
        .replace("Yard", "The yard")
        .replace('marker = "exit"', 'marker = "car"')
    )
    assert stage.load(play=texts).digest == first
    assert stage.load(play=play.replace('who = "neil", line', 'who = "chris", line')).digest != first
    assert (
        stage.load(play=play.replace("vehicle_in_zone = {", "vehicle_in_zone = { is_stopped = true,")).digest != first
    )
    stage.ground[5][5] = 2
    assert stage.load(play=play).digest != first


def test_the_digest_does_not_see_the_looks_of_tiles(stage: Yard) -> None:
    first = stage.load()
    text = stage.text().replace("</objectgroup>", "</objectgroup>" + (
        '<layer id="8" name="roofs" width="12" height="10"><data encoding="csv">'
        + ",".join(["1"] * 120) + "</data></layer>"), 1)  # fmt: skip
    second = stage.load(text)
    assert second.digest == first.digest and len(second.layers) == 3


def test_every_word_of_the_game_can_be_read_and_explained() -> None:
    words = game_vocabulary()
    for kind in ("triggers", "actions", "steps"):
        for name, call in words.calls(kind).items():
            assert call.__doc__, name
            for argument in arguments_of(name, call):
                assert argument.type in (str, int, float, bool), (name, argument)
