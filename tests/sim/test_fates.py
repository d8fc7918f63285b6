"""What became of people: triggers that ask for the dead and the taken, and an end that says its own word."""

from __future__ import annotations

import pytest

from game.content.level import Beat
from game.sim.entities import Stance
from game.sim.mission import fates, scoring
from game.sim.systems import damage, spawning
from game.sim.world import World
from tests.worlds import beat_of, call, person, run, who, yard

PEOPLE = (person("hanna", 20, 20), person("neil", 80, 80), person("chris", 82, 80), person("breedan", 84, 80))
END = Beat("end", when=call("counted", counter="over"), do=(call("end", ending="Over"),))


def told(*, dead: tuple[str, ...] = (), taken: tuple[str, ...] = (), down: tuple[str, ...] = ()) -> World:
    """A run as the police that has ended, after that has come to its crew."""
    world = beat_of(list(PEOPLE), police=["hanna"], beats=(END,))
    for name in dead:
        damage.die(world, who(world, name), -1, "shot")
    for name in taken:
        who(world, name).is_arrested = True
        spawning.set_stance(world, who(world, name), Stance.TIED)
    for name in down:
        damage.fall(world, who(world, name), -1)
    world.count("over")
    run(world, 0.2)
    assert world.is_over
    return world


@pytest.mark.parametrize(
    ("dead", "taken", "down", "word"),
    [
        ((), (), (), "lost"),
        ((), (), ("neil", "chris", "breedan"), "lost"),
        (("neil",), (), (), "killed"),
        ((), ("neil",), ("chris",), "arrested"),
        (("chris",), ("neil",), (), "killed"),
        (("chris",), ("neil", "breedan"), (), "arrested"),
        (("chris", "breedan"), ("neil",), (), "killed"),
    ],
)
def test_an_end_without_a_result_says_what_came_to_more_of_the_crew(
    dead: tuple[str, ...], taken: tuple[str, ...], down: tuple[str, ...], word: str
) -> None:
    world = told(dead=dead, taken=taken, down=down)
    assert world.result == word
    assert scoring.counters(world)["caught"] == (word != "lost")


def test_whoever_died_in_handcuffs_is_dead() -> None:
    world = yard(list(PEOPLE), police=["hanna"])
    neil = who(world, "neil")
    neil.is_arrested = True
    damage.die(world, neil, -1, "shot")
    assert fates.dead_and_taken(world) == (1, 0) and fates.word(world) == "killed"


def test_nobody_is_caught_where_the_crew_is_played() -> None:
    world = yard(list(PEOPLE), police=["hanna"])
    damage.die(world, who(world, "neil"), -1, "shot")
    assert scoring.counters(world)["caught"] == 0


def test_died_and_arrested_ask_for_the_crew_when_they_name_nobody() -> None:
    beats = (
        Beat("one_dead", when=call("died")),
        Beat("two_dead", when=call("died", at_least=2)),
        Beat("taken", when=call("arrested")),
        Beat("he_taken", when=call("arrested", people=("chris",))),
    )
    world = yard(list(PEOPLE), police=["hanna"], beats=beats)
    damage.die(world, who(world, "neil"), -1, "shot")
    who(world, "breedan").is_arrested = True
    run(world, 0.3)
    assert set(world.mission.reached) == {"one_dead", "taken"}
