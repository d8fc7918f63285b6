"""Hostile and broken maps: every one of them is refused, or told of, with its declared message; none ends in a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.content.faults import Fault, UnusableFile
from tests.levels.broken_cases import BROKEN, HEAVY
from tests.levels.yards import Yard

SECONDS = 2.0
MEGABYTES = 100.0

CHILD = """
import json, sys, time
from pathlib import Path
from game.content.catalog import load_catalog
from game.content.faults import UnusableFile
from game.levels.check import check_level
from game.levels.vocabulary import game_vocabulary
catalog, words = load_catalog(), game_vocabulary()
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
before, began = peak(), time.process_time()
try:
    faults = check_level(Path(sys.argv[1]), catalog)
except UnusableFile as error:
    faults = error.faults
print(json.dumps({"seconds": time.process_time() - began, "megabytes": peak() - before,
                  "lines": [str(fault) for fault in faults][-400:]}))
"""


def faults_of(yard: Yard, text: str) -> list[Fault]:
    try:
        return yard.check(text)
    except UnusableFile as error:
        return error.faults


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_map_says_what_is_wrong(yard: Yard, name: str) -> None:
    make, says = BROKEN[name]
    text = make(yard)
    began = time.perf_counter()
    faults = faults_of(yard, text)
    assert time.perf_counter() - began < SECONDS
    told = [fault for fault in faults if says in str(fault)]
    assert told, [str(fault) for fault in faults]
    assert told[0].severity == "error"


def test_there_are_enough_of_them() -> None:
    assert len(BROKEN) >= 60


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="measures memory as Linux tells it")
@pytest.mark.parametrize("name", sorted(HEAVY))
def test_a_hostile_map_costs_little(yard: Yard, name: str) -> None:
    """Seconds of processor and megabytes above what the game needs anyway, both for the whole check."""
    make, says = HEAVY[name]
    yard.write(make(yard))
    done = subprocess.run([sys.executable, "-c", CHILD, str(yard.path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    print(f"{name}: {told['seconds']:.2f} s, {told['megabytes']:.0f} MB")
    assert any(says in line for line in told["lines"]), told["lines"][:5]
    assert told["seconds"] < SECONDS
    assert told["megabytes"] < MEGABYTES
