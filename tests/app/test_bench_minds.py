"""`bench minds` on one seed of one map, and the fights it is measured on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.app.bench_minds import CRITERIA, bench_minds, fights, judged
from game.app.cli import main
from game.app.even_terms import put_on_even_terms
from game.app.minds_match import play_match
from game.app.session import RunSession
from game.content.catalog import load_catalog
from game.levels.check import check_level
from game.levels.loader import load_level
from game.sim.checksum import checksum
from game.sim.run_setup import RunSetup

FIGHTS = fights([])
RESULTS = {"escaped", "walked", "arrested", "killed", "lost"}


def test_there_are_three_fights() -> None:
    assert len(FIGHTS) >= 3


@pytest.mark.parametrize("path", FIGHTS, ids=lambda path: path.stem)
def test_a_fight_passes_every_check(path: Path) -> None:
    assert [str(fault) for fault in check_level(path, load_catalog()) if fault.severity == "error"] == []


@pytest.mark.parametrize("path", FIGHTS, ids=lambda path: path.stem)
def test_a_fight_is_four_against_the_police_and_far_from_its_way_out(path: Path) -> None:
    level = load_level(path, load_catalog())
    catalog = load_catalog()
    sides = [catalog.people[one.spec].side for one in level.people]
    assert sides.count("crew") == 4
    assert 6 <= sides.count("police") <= 10
    assert any(one.is_absent for one in level.people), "somebody comes by car"
    assert level.lamps
    leader = next(one for one in level.people if one.name == "neil")
    exits = [corner for zone in level.zones if zone.kind == "exit" for corner in zone.points]
    assert min(abs(x - leader.x) + abs(y - leader.y) for x, y in exits) > 80.0


@pytest.mark.parametrize("path", FIGHTS, ids=lambda path: path.stem)
def test_a_fight_ends_within_three_minutes_and_being_watched_changes_nothing(path: Path) -> None:
    catalog = load_catalog()
    level = load_level(path, catalog)
    setup = RunSetup(level.name, seed=3)
    match = play_match(level, catalog, setup)
    assert match.result in RESULTS
    assert match.ticks <= 181 * 60
    session = RunSession(level, catalog, setup)
    put_on_even_terms(session.world)
    while not session.is_over:
        session.step(session.world.suggest())
    assert f"{checksum(session.world):016x}" == match.checksum


def test_the_bench_says_what_is_asked_of_minds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "minds", "--seeds", "1", "--map", FIGHTS[0].stem, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert list(row["maps"]) == [FIGHTS[0].stem]
    total = row["total"]
    assert total == row["maps"][FIGHTS[0].stem]
    assert sum(total["results"].values()) == total["matches"] == 1
    assert 0.0 <= total["stuck_or_frozen"] <= 1.0
    assert total["mind_seconds"] > 4 * total["mean_seconds"] * 0.2
    assert total["shots"]["crew"] > 0
    assert set(row["criteria"]) == {name for name, *_ in CRITERIA}
    assert row["holds"] == all(one["holds"] for one in row["criteria"].values())
    for kinds in total["hit_rates"].values():
        for bands in kinds.values():
            assert all(one["hits"] <= one["shots"] for one in bands.values())


def test_a_criterion_with_nothing_to_count_does_not_hold() -> None:
    nothing: dict[str, object] = {name: None for name, *_ in CRITERIA}
    assert not any(row["holds"] for row in judged(nothing).values())
    fine = {
        "stuck_or_frozen": 0.0049,
        "friendly_hits": 0.0,
        "shots_without_believed_target": 0.1,
        "moves_under_fire_covered": 0.7,
    }
    assert all(row["holds"] for row in judged(dict(fine)).values())
    assert not judged(dict(fine) | {"stuck_or_frozen": 0.005})["stuck_or_frozen"]["holds"]


def test_two_processes_say_what_one_says() -> None:
    path = FIGHTS[-1]
    catalog = load_catalog()
    level = load_level(path, catalog)
    row = bench_minds([path], 2)["total"]
    alone = [play_match(level, catalog, RunSetup(level.name, seed=seed)) for seed in (1, 2)]
    assert isinstance(row, dict)
    assert row["mind_seconds"] == sum(one.counts.get("mind_seconds") for one in alone)
