"""What bends its pitch: heard at the pitch that was asked for, without a seam, a click or an underrun."""

from __future__ import annotations

import numpy as np
import pytest

from game.audio.desk import FRAMES, Desk, Track
from game.audio.device import RATE
from game.audio.glide import BLOCK, Glide, Gliding, Ring


def ring(hertz: float, seconds: float = 1.0) -> Ring:
    t = np.arange(int(seconds * RATE)) / RATE
    wave = 0.5 * np.sin(2 * np.pi * hertz * t)
    return Ring(wave.astype(np.float32), (wave * 0.1).astype(np.float32))


def played(glide: Glide, desk: Desk, ticks: int, every: int = 1) -> np.ndarray:
    """The left ear of so many ticks; fed at each, or less often."""
    blocks = []
    for tick in range(ticks):
        if tick % every == 0:
            glide.feed()
        blocks.append(desk.block()[:, 0])
    return np.concatenate(blocks) / 32767


def pitch(wave: np.ndarray) -> float:
    """Its strongest frequency."""
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), 1 << 18))
    return float(np.argmax(spectrum) * RATE / (1 << 18))


def set_up() -> tuple[Glide, Desk]:
    desk = Desk()
    return Glide(desk, desk.channels(1)[0]), desk


@pytest.mark.parametrize("rate", [0.8, 1.0, 1.25])
def test_a_ring_is_heard_as_high_as_it_was_asked_for(rate: float) -> None:
    glide, desk = set_up()
    glide.add(Gliding(ring(500.0))).turn(rate, 0.6, 0.6)
    wave = played(glide, desk, 60)
    assert pitch(wave[BLOCK:]) == pytest.approx(500.0 * rate, rel=0.003)
    assert glide.underruns == 0


def test_neither_the_seam_nor_a_change_of_pitch_clicks() -> None:
    glide, desk = set_up()
    voice = glide.add(Gliding(ring(440.0, 0.25)))
    steps = []
    for tick in range(90):
        voice.turn(1.0 + 0.2 * np.sin(tick / 9), 0.6, 0.4)
        steps.append(played(glide, desk, 1))
    wave = np.concatenate(steps)
    # A tone of 530 Hz at 0.3 moves at most so far from one sample to the next.
    assert np.abs(np.diff(wave)).max() < 0.3 * 2 * np.pi * 540 / RATE


def test_another_rung_takes_over_where_the_one_before_was() -> None:
    glide, desk = set_up()
    voice = glide.add(Gliding(ring(300.0)))
    voice.turn(1.0, 0.5, 0.5)
    played(glide, desk, 20)
    voice.change(ring(360.0))
    wave = played(glide, desk, 40)
    assert np.abs(np.diff(wave)).max() < 0.06 and pitch(wave[3 * BLOCK :]) == pytest.approx(360.0, rel=0.003)


@pytest.mark.parametrize("ticks", [10, 11, 12, 13])
def test_a_voice_comes_and_goes_without_a_click_and_then_there_is_silence(ticks: int) -> None:
    """Wherever in a block it goes."""
    glide, desk = set_up()
    voice = glide.add(Gliding(ring(700.0), 0.13))
    voice.turn(1.0, 0.8, 0.8)
    first = played(glide, desk, ticks)
    voice.end()
    last = played(glide, desk, 12)
    assert np.abs(first[:20]).max() < 0.02 and np.abs(np.diff(last)).max() < 0.06
    assert np.abs(last[-FRAMES:]).max() == 0.0 and glide.underruns == 0


def test_its_dull_twin_is_what_a_wall_leaves() -> None:
    glide, desk = set_up()
    voice = glide.add(Gliding(ring(500.0)))
    voice.turn(1.0, 0.8, 0.8, dull=1.0)
    behind = np.abs(played(glide, desk, 20)).max()
    voice.turn(1.0, 0.8, 0.8, dull=0.0)
    played(glide, desk, 8)
    assert behind < np.abs(played(glide, desk, 20)).max() * 0.2


def test_a_frame_may_be_late_by_a_tick_and_a_half() -> None:
    glide, desk = set_up()
    glide.add(Gliding(ring(500.0))).turn(1.0, 0.5, 0.5)
    played(glide, desk, 120, every=2)
    assert glide.underruns == 0
    played(glide, desk, 120, every=9)
    assert glide.underruns > 0, "and what is lost is counted"


class Careless(Track):
    """A channel that mislays what is queued in the moment in which the one before ends, as the machine's mixer may."""

    def mislay(self) -> None:
        self._waiting, self._sound = self._waiting or self._sound, None


def test_a_block_the_mixer_mislaid_does_not_silence_it_for_good() -> None:
    desk = Desk()
    desk.channels(1)
    channel = desk._tracks[0] = Careless()
    glide = Glide(desk, channel)
    glide.add(Gliding(ring(500.0))).turn(1.0, 0.5, 0.5)
    played(glide, desk, 30)
    channel.mislay()
    glide.feed()
    glide.feed()
    assert not channel.get_busy() and channel.get_queue() is not None, (
        "it may only be on its way: played now it would sound twice"
    )
    assert np.abs(played(glide, desk, 30)[-BLOCK:]).max() > 0.2 and glide.underruns == 1
