"""The moments that `bench frame` looks at are found in any run."""

from __future__ import annotations

from game.app.bench_frame import BUSY_TICKS, MOMENT_TICKS, WAIT_FROM, Rehearsal, find_moments, fullest
from game.sim.input_frame import NEUTRAL


def test_the_fullest_stretch() -> None:
    assert fullest([0, 0, 0, 5, 5, 0, 0], 2) == 3
    assert fullest([1.0] * 4, 10) == 1, "tick 0 has no picture before it"


def test_moments_of_a_run_on_foot_and_at_the_wheel() -> None:
    ticks = 2000
    found = Rehearsal([NEUTRAL] * ticks)
    found.loud = [1.0 if 900 <= tick < 1000 else 0.0 for tick in range(ticks)]
    found.walked = [1.0 if tick < 1000 else 0.0 for tick in range(ticks)]
    found.driven = [0.0 if tick < 1000 else 12.0 for tick in range(ticks)]
    moments = find_moments(found)
    assert moments["waiting"] == (WAIT_FROM, WAIT_FROM + MOMENT_TICKS)
    assert moments["driving"][0] == 1000
    start, end = moments["busiest"]
    assert end - start == BUSY_TICKS
    assert start <= 900 < 1000 <= end


def test_a_run_that_never_drives_has_no_driving() -> None:
    found = Rehearsal([NEUTRAL] * 800, {}, [0.0] * 800, [1.0] * 800, [0.0] * 800)
    assert set(find_moments(found)) == {"waiting", "on_foot"}
