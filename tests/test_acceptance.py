"""What is promised of whole runs: the bot gets away on every seed, anybody can verify it, and how one plays matters.

All of it takes minutes: `python -m pytest -m long tests/test_acceptance.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.app.verify_run import load_replay, place_of, verify
from tests import noise
from tests.golden_runs import HOUSE, RUNS, GoldenRun, play

pytestmark = pytest.mark.long
VENICE, YARD = GoldenRun("venice_blvd"), GoldenRun("sandbox/yard")
SEEDS = range(1, 11)


def verified_elsewhere(path: Path, **environment: str) -> None:
    """The replay verifies in a process of its own under other circumstances."""
    words = [sys.executable, "main.py", "replay", "verify", str(path)]
    done = subprocess.run(words, cwd=HOUSE, env=os.environ | environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("run", (VENICE, YARD), ids=lambda run: run.name)
def test_the_bot_gets_away_and_the_run_verifies(run: GoldenRun, seed: int, tmp_path: Path) -> None:
    path = tmp_path / "run.replay"
    done = play(replace(run, seed=seed), path)
    assert done.result == "escaped", done
    replay = load_replay(path)
    verdict = verify(replay, *place_of(replay, path))
    assert verdict.divergence is None, verdict.divergence
    assert (verdict.ticks, verdict.result) == (done.ticks, "escaped")


@pytest.mark.parametrize(
    "circumstances",
    [{"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "4711"}, {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4"}],
    ids=lambda circumstances: " ".join(f"{name}={value}" for name, value in circumstances.items()),
)
@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_a_kept_run_verifies_in_other_circumstances(run: GoldenRun, circumstances: dict[str, str]) -> None:
    verified_elsewhere(run.path, **circumstances)


@pytest.mark.skipif(noise.compiler() is None, reason="no C compiler here to build the noisy library with")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="LD_PRELOAD is Linux's")
@pytest.mark.parametrize("seed", ["1", "2"])
@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_a_kept_run_verifies_on_noisy_mathematics(run: GoldenRun, seed: str, tmp_path: Path) -> None:
    verified_elsewhere(run.path, LD_PRELOAD=str(noise.build(tmp_path)), NOISE_SEED=seed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_how_one_plays_matters(seed: int) -> None:
    """Standing still never gets away; the plan does, and beats running at the nearest gun."""
    here = replace(VENICE, seed=seed)
    careful, idle, rusher = (play(here, policy=policy) for policy in ("careful", "idle", "rusher"))
    assert careful.result == "escaped"
    assert idle.result != "escaped"
    assert rusher.result != "escaped" or rusher.score < careful.score
