"""Runs from end to end through the command line: made, played by the bot, verified, compared, changed, cut."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from game.app.cli import main
from game.app.flags import level_and_catalog
from game.app.playback import open_playback
from game.app.session import RunSession, header_of
from game.app.tape import Tape
from game.app.verify_run import load_replay
from game.replay.format import Header, Replay
from game.replay.recorder import Recorder
from game.sim.checksum import checksum
from game.sim.input_frame import NEUTRAL, InputFrame
from game.sim.run_setup import RunSetup
from tests.replay.tapes import play_like_frames

Said = pytest.CaptureFixture[str]


def answered(capsys: Said) -> dict[str, object]:
    plain = json.loads(capsys.readouterr().out)
    assert isinstance(plain, dict)
    return plain


def played(level_name: str, frames: list[InputFrame], path: Path) -> Path:
    """A recorded run of these inputs on a level."""
    _, level, catalog = level_and_catalog(level_name)
    session = RunSession(level, catalog, RunSetup(level.name), Tape(path))
    for frame in frames:
        session.step(frame)
    kept = session.finish()
    assert kept is not None
    return kept


def rewritten(replay: Replay, header: Header, path: Path, frames: list[InputFrame] | None = None) -> Path:
    """The same recording under another header, or with other inputs beside the same checksums."""
    recorder = Recorder(header)
    out = recorder.opening()
    recorded = dict(replay.checksums)
    for tick, frame in enumerate(frames or replay.frames, 1):
        out += recorder.add(frame, recorded.get(tick))
    path.write_bytes(out + recorder.finish("", "", replay.end.checksum if replay.end else 0))
    return path


def test_a_new_level_passes_its_checks_and_the_bot_gets_away(yard: str, tmp_path: Path, capsys: Said) -> None:
    assert main(["levels", "check", yard]) == 0, capsys.readouterr().out
    capsys.readouterr()
    out, log = tmp_path / "bot.replay", tmp_path / "bot.log"
    code = main(["bot", yard, "--seed", "3", "--out", str(out), "--log", str(log), "--json"])
    run = answered(capsys)
    assert (code, run["result"]) == (0, "escaped"), run
    events = [json.loads(line) for line in log.read_text().splitlines()]
    decided = [line for line in events if line["event"] == "Decided"]
    assert {"who", "activity", "wants", "turn", "target", "covers", "menaced_by", "cover", "suppression"} <= set(
        decided[0]
    )
    assert len({line["activity"] for line in decided if line["who"] == "neil"}) > 1
    assert events[-1]["event"] == "RunEnded" and events[-1]["tick"] == run["ticks"]
    assert main(["replay", "verify", str(out), "--json"]) == 0
    row = answered(capsys)["files"][0]  # type: ignore[index]
    assert (row["status"], row["result"], row["ticks"]) == ("verified", "escaped", run["ticks"])


def test_the_same_seed_gives_the_same_run(yard: str, capsys: Said) -> None:
    runs = []
    for _ in range(2):
        main(["bot", yard, "--seed", "8", "--json"])
        runs.append(answered(capsys))
    assert runs[0] == runs[1]


def test_a_run_by_hand_verifies_also_when_it_was_left_or_cut(yard: str, tmp_path: Path, capsys: Said) -> None:
    path = played(yard, play_like_frames(430), tmp_path / "hand.replay")
    assert main(["replay", "verify", str(path)]) == 0, capsys.readouterr().out
    cut = tmp_path / "cut.replay"
    cut.write_bytes(path.read_bytes()[:-20])
    assert main(["replay", "verify", str(cut)]) == 0
    assert "unfinished" in capsys.readouterr().out


def test_other_inputs_beside_the_same_checksums_diverge_by_name(yard: str, tmp_path: Path, capsys: Said) -> None:
    frames = [NEUTRAL] * 300
    path = played(yard, frames, tmp_path / "still.replay")
    replay = load_replay(path)
    forged = rewritten(replay, replay.header, tmp_path / "forged.replay",
                       frames[:130] + [InputFrame(move_y=-127)] * 20 + frames[150:])  # fmt: skip
    assert main(["replay", "verify", str(forged), "--json"]) == 1
    row = answered(capsys)["files"][0]  # type: ignore[index]
    assert (row["after_tick"], row["tick"]) == (120, 180)


@pytest.mark.parametrize("name", ["sim_version", "level_digest", "catalog_digest"])
def test_another_version_is_exit_code_3(name: str, yard: str, tmp_path: Path, capsys: Said) -> None:
    replay = load_replay(played(yard, [NEUTRAL] * 70, tmp_path / "run.replay"))
    other: object = 999 if name == "sim_version" else "0" * 64
    changed = replace(replay.header, **{name: other})  # type: ignore[arg-type]
    path = rewritten(replay, changed, tmp_path / "other.replay")
    assert main(["replay", "verify", str(path)]) == 3
    assert main(["replay", "play", str(path)]) == 3
    assert "another" in capsys.readouterr().err or name == "sim_version"


def test_a_setup_that_the_level_does_not_know_is_unusable(yard: str, tmp_path: Path, capsys: Said) -> None:
    replay = load_replay(played(yard, [NEUTRAL] * 70, tmp_path / "run.replay"))
    for change in ({"side": "martians"}, {"difficulty": "none"}, {"at": "nowhere"}):
        setup = replace(replay.header.setup, **change)
        path = rewritten(replay, replace(replay.header, setup=setup), tmp_path / "odd.replay")
        assert main(["replay", "verify", str(path)]) == 2, change
        assert "Traceback" not in capsys.readouterr().err


def test_wild_inputs_are_played_not_crashed_on(yard: str, tmp_path: Path, capsys: Said) -> None:
    """A file may hold any frame within bounds: targets that do not exist, orders without a meaning, every button."""
    wild = [
        InputFrame(tick * 37 % 255 - 127, tick * 91 % 255 - 127, tick * 7919 % 65536, tick % 256,
                   tick * 2654435761 % (1 << 32), tick % 256, (-1, 0, 3, 10_000, (1 << 31) - 1)[tick % 5], tick % 256)
        for tick in range(400)
    ]  # fmt: skip
    path = played(yard, wild, tmp_path / "wild.replay")
    assert main(["replay", "verify", str(path)]) == 0, capsys.readouterr().out


def test_diff_names_the_fields(yard: str, tmp_path: Path, capsys: Said) -> None:
    still = played(yard, [NEUTRAL] * 200, tmp_path / "a.replay")
    moved = played(yard, [NEUTRAL] * 100 + [InputFrame(move_x=127)] * 100, tmp_path / "b.replay")
    assert main(["replay", "diff", str(still), str(still)]) == 0
    capsys.readouterr()
    assert main(["replay", "diff", str(still), str(moved), "--json"]) == 1
    row = answered(capsys)
    assert (row["input_tick"], row["checksum_tick"]) == (101, 120)
    assert row["fields"]


def test_seeking_shows_what_playing_shows(yard: str, tmp_path: Path) -> None:
    path = played(yard, play_like_frames(600), tmp_path / "run.replay")
    straight, jumpy = open_playback(path), open_playback(path)
    marks = {}
    for tick in range(1, straight.ticks + 1):
        straight.step()
        if tick in (75, 240, 599):
            marks[tick] = checksum(straight._world)
    straight.step()
    assert straight.verdict == "VERIFIED"
    for tick in (599, 75, 240, 599, 0, 75):
        jumpy.seek(tick)
        assert jumpy.tick == tick
        assert tick == 0 or checksum(jumpy._world) == marks[tick]


def test_flags_are_checked_against_the_level(yard: str, capsys: Said) -> None:
    for words in (["--side", "martians"], ["--difficulty", "godlike"], ["--plan", "none"]):
        assert main(["bot", yard, *words]) == 2
        assert "there is no" in capsys.readouterr().err
    assert main(["play", yard, "--at", "no_such_thing"]) == 2
    assert "no object" in capsys.readouterr().err


def test_a_level_in_the_players_folder_can_be_named_by_path_too(yard: str, player_folder: Path, capsys: Said) -> None:
    path = player_folder / "levels" / "yard.tmx"
    assert main(["levels", "check", str(path)]) == 0, capsys.readouterr().out
    assert main(["levels", "new", yard]) == 2
    assert "already" in capsys.readouterr().err


def test_a_broken_level_is_listed_as_broken(yard: str, player_folder: Path, capsys: Said) -> None:
    path = player_folder / "levels" / "yard.toml"
    path.write_text(path.read_text().replace("way_out", "way_in"))
    assert main(["levels", "check", yard]) == 1
    assert main(["bot", yard]) == 1
    capsys.readouterr()
    assert main(["levels", "list", "--json"]) == 0
    rows = answered(capsys)["levels"]
    assert "broken" in next(row for row in rows if row["name"] == "yard")["fault"]  # type: ignore[attr-defined]


def test_a_header_says_where_a_run_was_made(yard: str) -> None:
    _, level, catalog = level_and_catalog(yard)
    env = dict(header_of(level, catalog, RunSetup(level.name)).env)
    assert set(env) == {"processor", "python", "system"}


def test_bench_load(yard: str, capsys: Said) -> None:
    assert main(["bench", "load", yard, "--json"]) == 0
    assert answered(capsys)["level_ms"] > 0  # type: ignore[operator]


def test_a_picture_of_a_level_and_of_a_replay(yard: str, tmp_path: Path, capsys: Said) -> None:
    import pygame

    out = tmp_path / "pictures" / "yard.png"
    words = ["--size", "640x360", "--out", str(out), "--json"]
    assert main(["screenshot", yard, "--tick", "30", "--overlay", "ai", *words]) == 0
    assert answered(capsys)["tick"] == 30
    assert pygame.image.load(str(out)).get_size() == (640, 360)
    path = played(yard, [NEUTRAL] * 40, tmp_path / "run.replay")
    assert main(["screenshot", str(path), *words]) == 0
    assert answered(capsys)["tick"] == 40


@pytest.mark.needs("tiled")
def test_tiled_opens_a_new_level_and_saves_it_unbroken(
    yard: str, player_folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    path = player_folder / "levels" / "yard.tmx"
    assert shutil.which("tiled")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    saved = path.with_name("saved.tmx")
    done = subprocess.run(["tiled", "--export-map", "tmx", str(path), str(saved)], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    shutil.copy(path.with_suffix(".toml"), saved.with_suffix(".toml"))
    assert main(["levels", "check", str(saved)]) == 0, capsys.readouterr().out
