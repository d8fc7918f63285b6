"""Every replay in tests/replays/ still verifies, and comes to the tick, checksum and result it was kept with.

A change of behaviour raises SIM_VERSION and records them anew: UPDATE_GOLDEN=1 python -m pytest
tests/test_golden_replays.py.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.app.bot_command import GOOD_RESULTS
from game.app.verify_run import load_replay, place_of, verify
from tests.golden_runs import FOLDER, RUNS, expected, record

BOT_RUNS = {run.path: run for run in RUNS}


@pytest.mark.parametrize("path", sorted({*BOT_RUNS, *FOLDER.glob("*.replay")}), ids=lambda path: path.stem)
def test_a_kept_replay_is_still_the_same_run(path: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN") and path in BOT_RUNS:
        record(BOT_RUNS[path])
    replay = load_replay(path)
    verdict = verify(replay, *place_of(replay, path))
    assert verdict.divergence is None, verdict.divergence
    assert verdict.is_finished and verdict.compared > 1
    end = replay.end
    assert end is not None
    found = {"ticks": verdict.ticks, "checksum": f"{end.checksum:016x}"}
    assert found | {"result": verdict.result, "ending": verdict.ending} == expected(path)
    good = GOOD_RESULTS[BOT_RUNS[path].side] if path in BOT_RUNS else (verdict.result,)
    assert verdict.result in good and (verdict.result != "walked" or path not in BOT_RUNS)
