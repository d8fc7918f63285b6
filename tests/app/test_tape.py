"""The file of a run while it grows: killed, out of space, or in the way of another."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.app.tape import Tape, free_path
from game.replay.format import read_replay
from tests.replay.tapes import play_like_frames

CHILD = """
import sys, time
from pathlib import Path
from game.app.tape import Tape
from game.replay.recorder import Recorder
from tests.replay.tapes import HEADER, checksum_of, play_like_frames

tape, recorder = Tape(Path(sys.argv[1])), Recorder(HEADER)
tape.write(recorder.opening())
for tick, frame in enumerate(play_like_frames(1000), 1):
    tape.write(recorder.add(frame, checksum_of(tick) if tick % 60 == 0 else None))
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_killed_recording_keeps_all_but_five_seconds(tmp_path: Path) -> None:
    path = tmp_path / "run.replay"
    house = Path(__file__).resolve().parents[2]
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], cwd=house, stdout=subprocess.PIPE)
    try:
        assert child.stdout and child.stdout.readline() == b"ready\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        if child.stdout:
            child.stdout.close()
    assert not path.exists()
    replay = read_replay(path.with_name("run.replay.part").read_bytes())
    assert len(replay.frames) >= 1000 - 300
    assert list(replay.frames) == play_like_frames(1000)[: len(replay.frames)]


def test_a_finished_tape_stands_beside_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "run.replay"
    path.write_bytes(b"older")
    tape = Tape(path)
    tape.write(b"newer")
    assert tape.close() == tmp_path / "run-2.replay"
    assert path.read_bytes() == b"older"
    assert not tape.part.exists()


def test_a_name_that_the_user_gave_is_replaced_only_when_the_run_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "run.replay"
    path.write_bytes(b"older")
    tape = Tape(path, replaces=True)
    tape.write(b"newer")
    assert path.read_bytes() == b"older"
    assert tape.close() == path
    assert path.read_bytes() == b"newer"


def test_a_folder_that_cannot_be_written_is_found_out_before_the_run(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Tape(tmp_path / "missing" / "run.replay")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_ends_the_recording_not_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tape = Tape(tmp_path / "run.replay")
    tape._file.close()
    tape._file = open("/dev/full", "wb")
    tape.write(b"x" * 100_000)
    assert "recording stopped" in tape.fault
    tape.write(b"more")
    assert tape.close() is None
    assert capsys.readouterr().err.count("\n") == 1


def test_discarding_leaves_nothing(tmp_path: Path) -> None:
    tape = Tape(tmp_path / "run.replay")
    tape.write(b"x")
    tape.discard()
    assert list(tmp_path.iterdir()) == []


def test_writing_a_piece_is_quick(tmp_path: Path) -> None:
    """No waiting for the disk in the middle of a run."""
    tape = Tape(tmp_path / "run.replay")
    slowest = 0.0
    for _ in range(50):
        before = time.perf_counter()
        tape.write(b"x" * 500)
        slowest = max(slowest, time.perf_counter() - before)
    tape.discard()
    assert slowest < 0.1


def test_free_path_counts_on(tmp_path: Path) -> None:
    for name in ("a.replay", "a-2.replay"):
        (tmp_path / name).touch()
    assert free_path(tmp_path / "a.replay") == tmp_path / "a-3.replay"
