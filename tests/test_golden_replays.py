"""Every replay in tests/replays/ still verifies, and comes to the tick, checksum and result it was kept with.

A change of behaviour raises SIM_VERSION and records them anew: UPDATE_GOLDEN=1 python -m pytest
tests/test_golden_replays.py.
"""

from __future__ import annotations

import os

import pytest

from game.app.verify_run import load_replay, place_of, verify
from tests.golden_runs import FOLDER, RUNS, GoldenRun, expected, record


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_a_kept_replay_is_still_the_same_run(run: GoldenRun) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        record(run)
    replay = load_replay(run.path)
    verdict = verify(replay, *place_of(replay, run.path))
    assert verdict.divergence is None, verdict.divergence
    assert verdict.is_finished and verdict.compared > 1
    end = replay.end
    assert end is not None
    found = {"ticks": verdict.ticks, "checksum": f"{end.checksum:016x}"}
    assert found | {"result": verdict.result, "ending": verdict.ending} == expected(run)
    assert verdict.result == "escaped"


def test_every_kept_replay_is_in_the_list() -> None:
    assert sorted(FOLDER.glob("*.replay")) == sorted(run.path for run in RUNS)
