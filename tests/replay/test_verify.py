"""What counts as another version, as divergence, as the same run; and the file for LiveSplit."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from game.replay.format import Ending, OtherVersion, read_replay
from game.replay.livesplit import livesplit_file, time_text
from game.replay.verify import Identity, Watch, check_version, first_difference
from tests.replay.tapes import HEADER, checksum_of, play_like_frames, recorded

REPLAY = read_replay(recorded(play_like_frames(330)))
HERE = Identity(HEADER.sim_version, HEADER.level_digest, HEADER.catalog_digest)
END = Ending("escaped", "clean", 330, checksum_of(0), (("start", 100),))


def test_the_same_version_passes() -> None:
    check_version(HEADER, HERE)


@pytest.mark.parametrize(
    ("here", "reason"),
    [
        (replace(HERE, sim_version=2), "sim version 1, this game has 2"),
        (replace(HERE, level_digest="ff"), "level test_lot was another"),
        (replace(HERE, catalog_digest="ff"), "catalog was another"),
    ],
)
def test_another_version_is_refused_with_its_reason(here: Identity, reason: str) -> None:
    with pytest.raises(OtherVersion, match=reason):
        check_version(HEADER, here)


def watched(wrong_tick: int = 0) -> Watch:
    watch = Watch(REPLAY)
    for tick in range(60, 331, 60):
        assert watch.wants(tick)
        watch.see(tick, checksum_of(tick) ^ (tick == wrong_tick))
    return watch


def test_equal_checksums_and_an_equal_end_verify() -> None:
    watch = watched()
    watch.see_end(END)
    assert watch.divergence is None and watch.compared == 5


def test_the_first_different_checksum_is_named_with_the_last_equal_one() -> None:
    watch = watched(wrong_tick=180)
    assert watch.divergence is not None
    assert (watch.divergence.after_tick, watch.divergence.tick) == (120, 180)
    assert "after tick 120 and by tick 180" in watch.divergence.message


CHANGES = ({"result": "killed"}, {"ending": "x"}, {"checksum": 5}, {"splits": ()}, {"ticks": 9})


@pytest.mark.parametrize("change", CHANGES)
def test_another_end_is_a_divergence(change: dict[str, object]) -> None:
    watch = watched()
    watch.see_end(replace(END, **change))  # type: ignore[arg-type]
    assert watch.divergence is not None and next(iter(change)) in watch.divergence.message


def test_an_unfinished_recording_promises_no_end() -> None:
    watch = Watch(read_replay(recorded(play_like_frames(330), finishes=False)))
    watch.see_end(END)
    assert watch.divergence is None


def test_first_difference() -> None:
    assert first_difference([(60, 1), (120, 2)], [(60, 1), (120, 3)]) == 120
    assert first_difference([(60, 1)], [(60, 1), (120, 3)]) is None


def test_livesplit_times() -> None:
    assert time_text(0) == "00:00:00.0000000"
    assert time_text(1) == "00:00:00.0166666"
    assert time_text(3661 * 60 + 30) == "01:01:01.5000000"


def test_the_livesplit_file_has_what_its_readers_demand() -> None:
    run = ET.fromstring(livesplit_file(HEADER, replace(END, splits=(("-masks & more", 60), ("gone", 200)))).encode())
    assert run.attrib == {"version": "1.7.0"}
    demanded = ("GameIcon", "GameName", "CategoryName", "Offset", "AttemptCount", "Segments")
    assert all(run.find(name) is not None for name in demanded)
    names = [segment.findtext("Name") for segment in run.iter("Segment")]
    assert names == ["masks & more", "gone", "clean"]
    lengths = [segment.findtext("BestSegmentTime/GameTime") for segment in run.iter("Segment")]
    assert lengths == [time_text(60), time_text(140), time_text(130)]
