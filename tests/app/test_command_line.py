"""Commands as people type them: exit codes, one line for each mistake, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.app.cli import main
from game.app.verify_run import load_replay
from game.app.version import __version__
from tests.replay.tapes import play_like_frames, recorded

HOUSE = Path(__file__).resolve().parents[2]


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return err.strip()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"around-the-corner {__version__}"


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["bot"],
        ["bot", "nowhere_at_all"],
        ["bot", "levels/nowhere.tmx"],
        ["bot", "x", "--seed", "minus"],
        ["bot", "x", "--seed", "-1"],
        ["bot", "x", "--policy", "lucky"],
        ["play", "nowhere_at_all"],
        ["replay"],
        ["replay", "verify"],
        ["replay", "verify", "no/such/file.replay"],
        ["replay", "info", "."],
        ["replay", "play", "no/such/file.replay"],
        ["replay", "export", "no/such/file.replay"],
        ["replay", "recover", "no/such/file.part"],
        ["replay", "diff", "a", "b"],
        ["levels", "new", "Bad Name"],
        ["levels", "new", "../escape"],
        ["levels", "check", "no/such/level.tmx"],
        ["screenshot", "nowhere_at_all"],
        ["screenshot", "x", "--size", "big"],
        ["bench", "sim", "nowhere_at_all"],
    ],
    ids=" ".join,
)
def test_a_mistake_is_one_line_and_exit_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    said = (err or out).strip()
    assert said and "\n" not in said and "Traceback" not in said


def test_a_data_folder_that_is_none_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AROUND_THE_CORNER_DATA", "/no/such/folder")
    assert main(["levels", "list"]) == 2
    assert "AROUND_THE_CORNER_DATA" in complaint(capsys)


def test_main_works_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(HOUSE / "main.py"), "levels", "list", "--json"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout)["levels"], list)


def test_the_committed_project_is_what_the_classes_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["levels", "project", "--check"]) == 0, capsys.readouterr().out


# --------------------------------------------------------------------------- replays that need no level


@pytest.fixture
def tape(tmp_path: Path) -> Path:
    path = tmp_path / "run.replay"
    path.write_bytes(recorded(play_like_frames(700)))
    return path


def test_info_needs_no_level(tape: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "info", str(tape), "--json"]) == 0
    row = json.loads(capsys.readouterr().out)["files"][0]
    assert (row["level"], row["ticks"], row["result"], row["seed"]) == ("test_lot", 700, "escaped", 7)


@pytest.mark.parametrize(("form", "start"), [("text", "# test_lot"), ("csv", "tick,move_x"), ("lss", "<?xml")])
def test_export(form: str, start: str, tape: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["replay", "export", str(tape), "--as", form, "--out", str(out)]) == 0
    assert out.read_text().startswith(start)
    assert main(["replay", "export", str(tape), "--as", form]) == 0
    assert start in capsys.readouterr().out


def test_a_cut_run_has_no_splits_to_export(tape: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tape.write_bytes(tape.read_bytes()[:-5])
    assert main(["replay", "export", str(tape), "--as", "lss"]) == 2
    assert "cut off" in complaint(capsys)


def test_a_replay_of_a_level_that_is_not_here_is_unusable(tape: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "verify", str(tape)]) == 2
    assert "there is no level of this name" in capsys.readouterr().out


def test_recovery_of_a_part(tape: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = tape.with_name("killed.replay.part")
    whole = tape.read_bytes()
    part.write_bytes(whole[: len(whole) * 3 // 4])
    assert main(["replay", "recover", str(part)]) == 0
    saved = load_replay(tape.with_name("killed.replay"))
    assert len(saved.frames) in (300, 600) and saved.end is None
    assert part.exists()
    assert main(["replay", "recover", str(part)]) == 0
    assert tape.with_name("killed-2.replay").exists(), "an earlier recovery was overwritten"


def test_recovery_of_a_damaged_replay_keeps_the_start(tape: Path) -> None:
    whole = bytearray(tape.read_bytes())
    whole[-200] ^= 255
    tape.write_bytes(whole)
    assert main(["replay", "info", str(tape)]) == 2
    assert main(["replay", "recover", str(tape)]) == 0
    assert load_replay(tape.with_name("run-recovered.replay")).frames


def test_nothing_to_recover(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.replay.part"
    path.write_bytes(b"\x89ATC\r\n")
    assert main(["replay", "recover", str(path)]) == 2
    assert "nothing to recover" in complaint(capsys)
