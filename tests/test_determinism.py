"""The same inputs give the same run: kept fingerprints, other processes, other processors, a noisy mathematics library.

Fingerprints live in tests/golden/checksums.json with the SIM_VERSION they belong to. A change of behaviour raises
SIM_VERSION and writes them anew with UPDATE_GOLDEN=1; a run that changed under the same version is a broken promise.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.sim.world import SIM_VERSION
from tests import noise
from tests.sim.crowd import HOUSE, RUNS, fingerprints

GOLDEN = Path(__file__).parent / "golden" / "checksums.json"
Marks = dict[str, str]


@pytest.fixture(scope="module", params=sorted(RUNS))
def here(request: pytest.FixtureRequest) -> tuple[str, Marks]:
    """A run's name and its fingerprints in this process."""
    return request.param, {f"{tick}": f"{number:016x}" for tick, number in fingerprints(request.param)}


def elsewhere(name: str, **environment: str) -> Marks:
    """The fingerprints of a run in another process."""
    words = [sys.executable, "-m", "tests.sim.crowd", name]
    done = subprocess.run(words, cwd=HOUSE, env=os.environ | environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    marks: Marks = json.loads(done.stdout)
    return marks


def same(ours: Marks, theirs: Marks, where: str) -> None:
    """Fails naming the second in which two runs part."""
    parted = [int(tick) for tick in ours if ours[tick] != theirs.get(tick)]
    assert not parted, f"parts {where}: the first keyframe that differs is tick {min(parted)} of {len(ours) * 60}"


def test_the_run_is_the_one_that_was_kept(here: tuple[str, Marks]) -> None:
    name, ours = here
    kept = json.loads(GOLDEN.read_text()) if GOLDEN.exists() else {}
    if os.environ.get("UPDATE_GOLDEN"):
        kept[name] = {"sim_version": SIM_VERSION, "checksums": ours}
        GOLDEN.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
        return
    assert name in kept, f"{name} is not in {GOLDEN.name}: run once with UPDATE_GOLDEN=1"
    assert kept[name]["sim_version"] == SIM_VERSION, (
        "SIM_VERSION rose: write the fingerprints anew with UPDATE_GOLDEN=1"
    )
    same(kept[name]["checksums"], ours, "from the kept run though SIM_VERSION did not rise")


@pytest.mark.parametrize("seed", ["0", "1"])
def test_other_processes_and_hash_seeds(here: tuple[str, Marks], seed: str) -> None:
    name, ours = here
    same(ours, elsewhere(name, PYTHONHASHSEED=seed), f"under PYTHONHASHSEED={seed}")


def test_other_vector_units(here: tuple[str, Marks]) -> None:
    name, ours = here
    same(ours, elsewhere(name, NPY_DISABLE_CPU_FEATURES="X86_V3 X86_V4"), "without the wide vector units")


@pytest.mark.skipif(noise.compiler() is None, reason="no C compiler here to build the noisy library with")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="LD_PRELOAD is Linux's")
@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_mathematics_library_that_errs_in_the_last_bit(here: tuple[str, Marks], seed: str, tmp_path: Path) -> None:
    name, ours = here
    library = str(noise.build(tmp_path))
    same(ours, elsewhere(name, LD_PRELOAD=library, NOISE_SEED=seed), f"under noisy mathematics, seed {seed}")


@pytest.mark.skipif(noise.compiler() is None, reason="no C compiler here to build the noisy library with")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="LD_PRELOAD is Linux's")
@pytest.mark.parametrize(
    "program",
    [
        "import math; print([math.sin(k / 7).hex() for k in range(1, 200)])",
        "import pymunk; b = pymunk.Body(1, 1)\n"
        "for k in range(200): b.angle = k / 7; print(b.rotation_vector.x.hex(), b.rotation_vector.y.hex())",
    ],
    ids=["python", "chipmunk"],
)
def test_the_noisy_library_is_noisy(program: str, tmp_path: Path) -> None:
    """Else the test above would prove nothing. Chipmunk takes sine and cosine in one call that is easily forgotten."""
    outputs = set()
    for extra in ({}, {"LD_PRELOAD": str(noise.build(tmp_path)), "NOISE_SEED": "1"}):
        words = [sys.executable, "-c", program]
        done = subprocess.run(words, env=os.environ | extra, capture_output=True, text=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 2
