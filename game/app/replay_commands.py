"""The `replay` commands: verify, info, play, export, diff, recover.

Owns their flags and what they print. Called by `cli`.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

from game.app.flags import level_and_catalog
from game.app.paths import level_paths
from game.app.report import FAULT_FOUND, GOOD, OTHER_VERSION, UNUSABLE, answer, clock_text, complain
from game.app.session import quiet_collector
from game.app.tape import PART, SUFFIX, free_path
from game.app.verify_run import load_replay, place_of, play_to, read_bytes, verify
from game.content.faults import ContentError, Fault, UnusableFile
from game.replay.chunks import CorruptReplay, unpack_chunks
from game.replay.format import OtherVersion, Replay, read_replay
from game.replay.livesplit import livesplit_file
from game.replay.script import write_script
from game.replay.verify import first_difference
from game.sim.checksum import difference
from game.sim.input_frame import InputFrame


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the commands."""
    family = commands.add_parser("replay", help="verify, show, play, export, compare or recover replay files")
    verbs = family.add_subparsers(dest="verb", required=True, metavar="VERB")
    _verb(verbs, "verify", run_verify, "+", "play the inputs again and compare every checksum")
    _verb(verbs, "info", run_info, "+", "what is in the file")
    play = verbs.add_parser("play", help="watch a replay")
    play.add_argument("files", nargs=1, type=Path, metavar="FILE")
    play.set_defaults(run=run_play)
    export = _verb(verbs, "export", run_export, "?", "write the run in another form")
    export.add_argument("--as", dest="form", choices=sorted(FORMS), default="text", help="text (default), csv or lss")
    export.add_argument("--out", type=Path, metavar="FILE", help="where to; printed when left out")
    export.add_argument(
        "--audio", type=Path, metavar="OUT", help="what is heard, as .wav or .flac; without FILE the shoot-out"
    )
    export.add_argument(
        "--level", default="", metavar="L", help="where the shoot-out is; the first level when left out"
    )
    diff = _verb(verbs, "diff", run_diff, None, "where two runs part, field by field")
    diff.add_argument("left", type=Path, metavar="A")
    diff.add_argument("right", type=Path, metavar="B")
    _verb(verbs, "recover", run_recover, "+", "make a replay of what a killed game left behind (.part)")


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    count: int | str | None,
    meaning: str,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=meaning)
    if count is not None:
        parser.add_argument("files", nargs=count, type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)
    return parser


def run_verify(args: argparse.Namespace) -> int:
    """Every file is verified, whatever the others showed; the exit code is the worst."""
    rows = [_verify_one(path) for path in args.files]
    worst = max((code for code, _, _ in rows), default=GOOD)
    answer(args.json, {"exit": worst, "files": [row for _, row, _ in rows]}, "\n".join(line for _, _, line in rows))
    return worst


def _verify_one(path: Path) -> tuple[int, dict[str, object], str]:
    try:
        replay = load_replay(path)
        level, catalog = place_of(replay, path)
        quiet_collector()
        verdict = verify(replay, level, catalog)
    except OtherVersion as fault:
        return OTHER_VERSION, {"file": str(path), "status": "other version", "reason": str(fault)}, str(fault)
    except ContentError as fault:
        return UNUSABLE, {"file": str(path), "status": "unusable", "reason": str(fault)}, str(fault)
    row: dict[str, object] = {
        "file": str(path),
        "status": "diverged" if verdict.divergence else "verified",
        "result": verdict.result,
        "ending": verdict.ending,
        "ticks": verdict.ticks,
        "compared": verdict.compared,
        "is_finished": verdict.is_finished,
    }
    if verdict.divergence:
        row |= {"after_tick": verdict.divergence.after_tick, "tick": verdict.divergence.tick}
        row["reason"] = verdict.divergence.message
        return FAULT_FOUND, row, f"{path}: {verdict.divergence.message}"
    outcome = verdict.result if verdict.is_finished and verdict.result else "unfinished"
    line = f"{path}: verified: these inputs give {outcome} at {clock_text(verdict.ticks)} on this build"
    return GOOD, row, f"{line} ({verdict.compared} checksums)"


def run_info(args: argparse.Namespace) -> int:
    """Header, length and end of each file; nothing is re-simulated."""
    rows = []
    lines = []
    for path in args.files:
        row = _info(load_replay(path), path)
        rows.append(row)
        lines += [f"{key:>14}  {value}" for key, value in row.items()] + [""]
    answer(args.json, {"files": rows}, "\n".join(lines))
    return GOOD


def _info(replay: Replay, path: Path) -> dict[str, object]:
    header, end = replay.header, replay.end
    return {
        "file": str(path),
        "level": header.level,
        "side": header.setup.side,
        "seed": header.setup.seed,
        "difficulty": header.setup.difficulty,
        "plan": header.setup.plan,
        "game_version": header.game_version,
        "sim_version": header.sim_version,
        "level_digest": header.level_digest,
        "catalog_digest": header.catalog_digest,
        "recorded_on": dict(header.env),
        "ticks": len(replay.frames),
        "time": clock_text(len(replay.frames)),
        "checksums": len(replay.checksums),
        "result": end.result if end else "unfinished",
        "ending": end.ending if end else "",
        "splits": {beat: clock_text(tick) for beat, tick in end.splits} if end else {},
        "bytes": path.stat().st_size,
    }


def run_play(args: argparse.Namespace) -> int:
    """Open the game with the replay viewer."""
    from game.app import loop

    replay = load_replay(args.files[0])
    place_of(replay, args.files[0])
    return loop.run(None, None, args.files[0], False)


def run_export(args: argparse.Namespace) -> int:
    """The run as text, as a table, for LiveSplit, or as it is heard."""
    path = args.files
    if args.audio:
        return _export_audio(args)
    if path is None:
        raise UnusableFile([Fault("FILE", "", "which replay? Only --audio has something to tell without one")])
    text = FORMS[args.form](load_replay(path), path)
    if args.out:
        args.out.write_text(text, encoding="utf-8", newline="")
        answer(args.json, {"file": str(path), "form": args.form, "out": str(args.out)}, f"{args.out}: written")
    else:
        answer(args.json, {"file": str(path), "form": args.form, "text": text}, text)
    return GOOD


def _export_audio(args: argparse.Namespace) -> int:
    """A mix of the run, or of the reference shoot-out, with its figures."""
    from game.app import mixdown

    if args.audio.suffix not in mixdown.FORMATS:
        raise UnusableFile([Fault(str(args.audio), "", f"expected the ending {' or '.join(mixdown.FORMATS)}")])
    if args.files is not None:
        replay = load_replay(args.files)
        level, catalog = place_of(replay, args.files)
        frames = mixdown.replay_frames(replay, level, catalog)
    else:
        _, level, catalog = level_and_catalog(args.level or str(level_paths()[0]))
        frames = mixdown.shootout_frames(level, catalog)
    mixed = mixdown.mix(frames, level, catalog)
    mixdown.write(args.audio, mixed)
    row = {"out": str(args.audio)} | mixdown.figures(mixed)
    lines = [
        f"{key:>14}  {value:.4g}" if isinstance(value, float) else f"{key:>14}  {value}" for key, value in row.items()
    ]
    answer(args.json, row, "\n".join(lines))
    return GOOD


def _as_text(replay: Replay, path: Path) -> str:
    return f"# {replay.header.level}, {replay.header.setup.canonical()}\n" + write_script(replay.frames)


def _as_csv(replay: Replay, path: Path) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("tick", *InputFrame._fields))
    table.writerows((tick, *frame) for tick, frame in enumerate(replay.frames, 1))
    return out.getvalue()


def _as_lss(replay: Replay, path: Path) -> str:
    if replay.end is None:
        raise UnusableFile([Fault(str(path), "", "the run was cut off; splits need a finished one")])
    return livesplit_file(replay.header, replay.end)


FORMS: dict[str, Callable[[Replay, Path], str]] = {"text": _as_text, "csv": _as_csv, "lss": _as_lss}


def run_diff(args: argparse.Namespace) -> int:
    """Headers, then inputs, then checksums; at the first checksum that differs both worlds are compared."""
    left, right = load_replay(args.left), load_replay(args.right)
    lines = [f"header {name}: {one!r} != {other!r}" for name, one, other in _header_differences(left, right)]
    inputs = next((i for i, (a, b) in enumerate(zip_longest(left.frames, right.frames), 1) if a != b), None)
    if inputs is not None:
        lines.append(f"inputs differ from tick {inputs}")
    tick = first_difference(left.checksums, right.checksums)
    fields: list[str] = []
    if tick is not None:
        lines.append(f"checksums differ first at tick {tick}")
        here = play_to(left, *place_of(left, args.left), tick)
        there = play_to(right, *place_of(right, args.right), tick)
        fields = difference(here.world, there.world)
        lines += fields or ["re-simulated here, both worlds are equal at that tick: one recording was made elsewhere"]
    elif left.end != right.end:
        lines.append(f"ends: {left.end} != {right.end}")
    plain = {"equal": not lines, "input_tick": inputs, "checksum_tick": tick, "fields": fields, "lines": lines}
    answer(args.json, plain, "\n".join(lines) or "the two runs are equal")
    return FAULT_FOUND if lines else GOOD


def _header_differences(left: Replay, right: Replay) -> list[tuple[str, object, object]]:
    names = ("sim_version", "level", "level_digest", "catalog_digest", "setup")
    pairs = [(name, getattr(left.header, name), getattr(right.header, name)) for name in names]
    return [(name, one, other) for name, one, other in pairs if one != other]


def run_recover(args: argparse.Namespace) -> int:
    """Copy what is whole into a replay beside the damaged file; the damaged file stays."""
    rows: list[dict[str, object]] = []
    lines = []
    for path in args.files:
        target, replay = recover(path)
        rows.append({"file": str(path), "out": str(target), "ticks": len(replay.frames)})
        lines.append(f"{target}: {clock_text(len(replay.frames))} recovered from {path}")
    answer(args.json, {"files": rows}, "\n".join(lines))
    return GOOD


def recover(path: Path) -> tuple[Path, Replay]:
    """The new file and what is in it. Raises UnusableFile when nothing can be saved."""
    source = read_bytes(path)
    try:
        chunks, end = unpack_chunks(source, keeps_prefix=True)
        ends = [*(chunk.offset for chunk in chunks[1:]), end]
        good = next(size for size in reversed(ends) if _is_sound(source[:size]))
        replay = read_replay(source[:good])
    except (CorruptReplay, StopIteration) as cause:
        reason = str(cause) or "no part of it can be played"
        raise UnusableFile([Fault(str(path), "", f"nothing to recover: {reason}")]) from cause
    named = path.with_suffix("") if path.suffix == PART else path.with_name(f"{path.stem}-recovered{SUFFIX}")
    target = free_path(named)
    target.write_bytes(source[:good])
    if not replay.frames:
        complain(f"{path}: only the header was left")
    return target, replay


def _is_sound(source: bytes) -> bool:
    try:
        read_replay(source)
    except CorruptReplay:
        return False
    return True
