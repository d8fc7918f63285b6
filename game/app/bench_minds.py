"""`bench minds`: crew against police with nobody at the controls, on the sandbox fights, and what it says of the minds.

Owns which maps are played, the two processes, and the criteria; the definitions of what is counted stand at the top of
`minds_idle` (stuck, frozen, pinned), `minds_shots` (believed targets, hits, rates) and `minds_moves` (covered moves). The
criteria, over all maps together:

- `stuck_or_frozen`: under 0.5 % of mind-seconds;
- `friendly_hits`: under 1 % of hits;
- `shots_without_believed_target`: at most 10 % of shots;
- `moves_under_fire_covered`: at least 70 % of the crew's moves under fire.

A criterion for which there was nothing to count does not hold. Called by `bench_commands`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from operator import ge, le, lt
from pathlib import Path

from game.app.minds_counts import Counts
from game.app.minds_match import Match, play_match
from game.app.minds_shots import ACTS, BAND_NAMES, REASONS, SIDES
from game.app.paths import find_level, levels_folder
from game.app.session import quiet_collector
from game.content.catalog import load_catalog
from game.content.faults import Fault, UnusableFile
from game.levels.loader import load_level
from game.sim.run_setup import RunSetup

WORKERS = 2
FIGHTS = "fight_*.tmx"
"""The sandbox maps that are fights, by the name their makers gave them."""
SHOWN_CASES = 6
"""Of each kind: the longest, hardest or barest."""

Row = dict[str, object]

CRITERIA: tuple[tuple[str, str, Callable[[float, float], bool], float], ...] = (
    ("stuck_or_frozen", "<", lt, 0.005),
    ("friendly_hits", "<", lt, 0.01),
    ("shots_without_believed_target", "<=", le, 0.10),
    ("moves_under_fire_covered", ">=", ge, 0.70),
)


def fights(named: Sequence[str]) -> list[Path]:
    """The maps to play: those named, or every fight of the sandbox. Raises UnusableFile."""
    found = [find_level(word) for word in named] or sorted((levels_folder() / "sandbox").glob(FIGHTS))
    if not found:
        raise UnusableFile([Fault("levels/sandbox", "", f"there is no fight in it; expected maps named {FIGHTS}")])
    return found


def bench_minds(paths: Sequence[Path], seeds: int) -> Row:
    """Seeds 1 to `seeds` of every map, in two processes."""
    jobs = [(path, seed) for path in paths for seed in range(1, seeds + 1)]
    with ProcessPoolExecutor(min(WORKERS, len(jobs)), mp_context=get_context("spawn")) as pool:
        matches = list(pool.map(_match, jobs))
    total = summary(matches)
    criteria = judged(total)
    return {
        "seeds": seeds,
        "maps": {path.stem: summary([one for one in matches if one.level == path.stem]) for path in paths},
        "total": total,
        "criteria": criteria,
        "holds": all(one["holds"] for one in criteria.values()),
        "cases": cases_of(matches),
    }


def _match(job: tuple[Path, int]) -> Match:
    path, seed = job
    catalog = load_catalog()
    level = load_level(path, catalog)
    quiet_collector()
    return play_match(level, catalog, RunSetup(level.name, seed=seed))


def summary(matches: Sequence[Match]) -> Row:
    """What some matches come to."""
    counts = Counts()
    for match in matches:
        counts.merge(match.counts)
    idle = Counts({"idle": counts.get("stuck_seconds") + counts.get("frozen_seconds")} | counts.sums)
    return {
        "matches": len(matches),
        "results": dict(sorted(Counter(match.result or "no end" for match in matches).items())),
        "mean_seconds": sum(match.ticks for match in matches) / 60 / max(1, len(matches)),
        "mind_seconds": counts.get("mind_seconds"),
        "stuck": counts.share("stuck_seconds", "mind_seconds"),
        "frozen": counts.share("frozen_seconds", "mind_seconds"),
        "stuck_or_frozen": idle.share("idle", "mind_seconds"),
        "spells": {"stuck": int(counts.get("stuck_spells")), "frozen": int(counts.get("frozen_spells"))},
        "shots": _by_side(counts, "shots"),
        "shots_without_believed_target": counts.share("blind_shots", "shots"),
        "blind_shots": _by_side(counts, "blind_shots"),
        "blind_because": {reason: int(counts.get(f"blind_because/{reason}")) for reason in REASONS},
        "hits": int(counts.get("hits")),
        "friendly_hits": counts.share("friendly_hits", "hits"),
        "friendly": _by_side(counts, "friendly_hits"),
        "moves": int(counts.get("moves")),
        "moves_under_fire": int(counts.get("moves_under_fire")),
        "moves_from_dead_ground": int(counts.get("moves_from_dead_ground")),
        "moves_under_fire_covered": counts.share("covered_moves", "moves_under_fire"),
        "moves_with_every_lane_covered": counts.share("covered_all_moves", "moves_under_fire"),
        "mean_seconds_pinned": {side: counts.share(f"pinned_seconds/{side}", f"pins/{side}") for side in SIDES},
        "share_pinned": counts_pinned(counts),
        "kills": _by_side(counts, "kills"),
        "own_kills": _by_side(counts, "own_kills"),
        "arrests": _by_side(counts, "arrests"),
        "police_successes_per_crew_kill": police_share(counts),
        "lost": _by_side(counts, "lost"),
        "matches_with_crew_lost": int(counts.get("matches_with_crew_lost")),
        "shots_fired_blind": _by_side(counts, "blind_fire"),
        "acts": {name: int(counts.get(f"acts/{name}")) for name in ACTS},
        "hit_rates": hit_rates(counts),
    }


def police_share(counts: Counts) -> float | None:
    """What the police kill and arrest for each man the crew kills."""
    gained = counts.get("kills/police") + counts.get("arrests/police")
    return Counts({"gained": gained, "paid": counts.get("kills/crew")}).share("gained", "paid")


def counts_pinned(counts: Counts) -> float | None:
    """Share of mind-seconds that somebody lay pinned."""
    both = Counts({"pinned": sum(counts.get(f"pinned_seconds/{side}") for side in SIDES)} | counts.sums)
    return both.share("pinned", "mind_seconds")


def hit_rates(counts: Counts) -> dict[str, dict[str, Row]]:
    """By side, weapon class and distance: shots, hits and their share."""
    rates: dict[str, dict[str, Row]] = {side: {} for side in SIDES}
    for name in sorted(counts.sums):
        if name.startswith("aimed/"):
            _, side, kind, _ = name.split("/")
            rates[side][kind] = {band: _rate(counts, f"{side}/{kind}/{band}") for band in BAND_NAMES}
    return rates


def _rate(counts: Counts, key: str) -> Row:
    shots, hits = counts.get(f"aimed/{key}"), counts.get(f"struck/{key}")
    return {"shots": int(shots), "hits": int(hits), "rate": hits / shots if shots else None}


def _by_side(counts: Counts, name: str) -> dict[str, int]:
    return {side: int(counts.get(f"{name}/{side}")) for side in SIDES}


def judged(total: Row) -> dict[str, Row]:
    """Every criterion with its figure, its limit, and whether it holds."""
    rows: dict[str, Row] = {}
    for name, sign, compare, limit in CRITERIA:
        share = total[name]
        holds = isinstance(share, float) and compare(share, limit)
        rows[name] = {"share": share, "wanted": f"{sign} {limit}", "holds": holds}
    return rows


def cases_of(matches: Sequence[Match]) -> list[Row]:
    """The worst cases of each kind, with where and when to look."""
    rows: list[Row] = []
    found = [(case, match) for match in matches for case in match.cases]
    for kind in ("stuck", "frozen", "friendly_hit", "blind_shot", "bare_move"):
        own = [pair for pair in found if pair[0].kind == kind]
        own.sort(key=lambda pair: pair[0].amount if kind == "bare_move" else -pair[0].amount)
        for case, match in own[:SHOWN_CASES]:
            place = {"map": match.level, "seed": match.seed, "tick": case.tick, "x": case.x, "y": case.y}
            what = {"kind": kind, "who": case.who, "step": case.step, "other": case.other, "amount": case.amount}
            rows.append(what | place)
    return rows
