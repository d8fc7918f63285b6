"""`bench sim --people N`: the crowd is as large as was asked for, stands where people stand, and comes to life."""

from __future__ import annotations

import json

import pytest

from game.app.bench_crowd import crowded
from game.app.cli import main
from game.app.flags import level_and_catalog
from game.sim.run_setup import RunSetup
from game.sim.world import World


def test_a_crowd_is_as_large_as_was_asked_for_and_nobody_stands_in_a_wall() -> None:
    _, level, catalog = level_and_catalog("venice_blvd")
    setup = RunSetup(level.name, facts=(("traffic", "30"),))
    world = World.new(crowded(level, catalog, setup, 150, vehicles=30), catalog, setup)
    assert sum(person.is_present for person in world.people) == 150
    assert sum(vehicle.is_traffic for vehicle in world.vehicles) == 30
    afoot = [person for person in world.people if person.is_present and person.vehicle < 0]
    assert not any(world.place.is_blocked(*world.position(person.id)) for person in afoot)


def test_too_few_is_told_and_not_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "sim", "venice_blvd", "--people", "3", "--json"]) == 2
    assert "--people 3" in capsys.readouterr().err


def test_the_crowd_is_measured_calm_and_under_fire(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "sim", "venice_blvd", "--people", "60", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["people"] == 60
    assert 0.0 < row["calm"]["mean_ms"] < row["max_ms"]
    assert row["counts_per_tick"]["sight_queries"] > 0
