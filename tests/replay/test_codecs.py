"""Frames and files survive the way to bytes and back; a cut anywhere leaves a prefix."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.replay.chunks import MAGIC, CorruptReplay, pack_chunk, unpack_chunks
from game.replay.columns import BadColumns, pack_frames, unpack_frames
from game.replay.format import OtherVersion, read_replay
from game.replay.recorder import FLUSH_TICKS
from game.replay.script import BadScript, read_script, write_script
from game.replay.varint import BadNumber, put_varint, take_varint, unzigzag, zigzag
from game.sim.input_frame import NEUTRAL, Button, InputFrame, Order
from tests.replay.tapes import play_like_frames, recorded

FRAMES = st.builds(
    InputFrame,
    move_x=st.integers(-127, 127),
    move_y=st.integers(-127, 127),
    aim=st.integers(0, 65535),
    aim_distance=st.integers(0, 255),
    buttons=st.integers(0, (1 << 32) - 1),
    order=st.integers(0, 255),
    target=st.integers(-1, (1 << 31) - 1),
    switch=st.integers(0, 255),
)


@given(st.integers(0, (1 << 70) - 1))
def test_a_number_comes_back(number: int) -> None:
    out = bytearray()
    put_varint(out, number)
    assert take_varint(bytes(out), 0) == (number, len(out))


@given(st.integers(-(1 << 40), 1 << 40))
def test_a_signed_number_comes_back(number: int) -> None:
    assert unzigzag(zigzag(number)) == number


def test_a_number_that_never_ends_is_refused() -> None:
    with pytest.raises(BadNumber):
        take_varint(b"\xff" * 50, 0)


@given(st.lists(FRAMES, min_size=1, max_size=40))
def test_frames_come_back(frames: list[InputFrame]) -> None:
    assert unpack_frames(pack_frames(frames), len(frames)) == frames


@given(st.lists(FRAMES, max_size=40))
def test_a_script_gives_the_same_frames(frames: list[InputFrame]) -> None:
    assert read_script(write_script(frames)) == frames


@given(st.binary(max_size=200), st.integers(-3, 5000))
def test_any_bytes_are_frames_or_are_refused(payload: bytes, count: int) -> None:
    try:
        assert len(unpack_frames(payload, count)) == count
    except BadColumns:
        pass


@given(st.text(max_size=80))
def test_any_text_is_a_script_or_is_refused(text: str) -> None:
    try:
        read_script(text)
    except BadScript as fault:
        assert str(fault).startswith("line ")


def test_a_frame_that_cannot_be_kept_is_refused_before_it_is_used() -> None:
    with pytest.raises(ValueError, match="move_x is 200"):
        pack_frames([InputFrame(move_x=200)])


@settings(max_examples=25)
@given(st.lists(FRAMES, max_size=700))
def test_a_run_comes_back(frames: list[InputFrame]) -> None:
    replay = read_replay(recorded(frames))
    assert list(replay.frames) == frames
    assert [tick for tick, _ in replay.checksums] == list(range(60, len(frames) + 1, 60))
    assert replay.end is not None and replay.end.ticks == len(frames)


def test_a_cut_at_any_byte_leaves_a_prefix() -> None:
    frames = play_like_frames(1000)
    whole = recorded(frames)
    lengths = set()
    for size in range(len(whole)):
        try:
            replay = read_replay(whole[:size])
        except CorruptReplay:
            assert lengths == set(), "a longer cut was readable before"
            continue
        assert list(replay.frames) == frames[: len(replay.frames)]
        assert replay.end is None
        lengths.add(len(replay.frames))
    assert lengths == {0, 300, 600, 900, 1000}


def test_at_most_five_seconds_are_not_yet_handed_over() -> None:
    whole = recorded(play_like_frames(899), finishes=False)
    assert len(read_replay(whole).frames) >= 899 - FLUSH_TICKS


@settings(max_examples=200)
@given(st.data())
def test_damage_is_refused_or_harmless_never_a_crash(data: st.DataObject) -> None:
    whole = bytearray(recorded(play_like_frames(400)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for keeps_prefix in (False, True):
        try:
            read_replay(bytes(whole), keeps_prefix)
        except (CorruptReplay, OtherVersion) as fault:
            assert str(fault)


@given(st.binary(max_size=300))
def test_any_bytes_after_the_magic_are_refused_or_read(rest: bytes) -> None:
    try:
        unpack_chunks(MAGIC + rest)
    except CorruptReplay as fault:
        assert "byte" in str(fault)


def test_a_minute_of_keyboard_and_mouse_stays_small() -> None:
    assert len(recorded(play_like_frames(3600))) < 7000


def test_a_minute_of_keyboard_alone_stays_tiny() -> None:
    keys = [frame._replace(aim=0, aim_distance=40) for frame in play_like_frames(3600)]
    assert len(recorded(keys)) < 3000


def test_a_script_reads_like_what_was_done() -> None:
    frames = [InputFrame(move_x=127, buttons=Button.RUN)] * 12 + [NEUTRAL._replace(aim=16384, order=Order.HOLD)]
    assert write_script(frames) == "12, right run\n1, a16384 order=hold\n"


def test_chunks_know_where_they_were() -> None:
    chunks, end = unpack_chunks(MAGIC + pack_chunk("HEAD", b"{}") + pack_chunk("note", b"x"))
    assert [(chunk.kind, chunk.offset) for chunk in chunks] == [("HEAD", 8), ("note", 22)]
    assert [chunk.is_critical for chunk in chunks] == [True, False]
    assert end == 22 + 13
