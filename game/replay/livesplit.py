"""A finished run as a LiveSplit file (.lss, version 1.7.0): the beats are the segments.

Owns the XML that LiveSplit and LiveSplit One read. One tick is a sixtieth of a second; game time and real time
are the same here, because a tick is never skipped. Called by `replay export`.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from game.replay.format import TICK_RATE, Ending, Header


def time_text(ticks: int) -> str:
    """Ticks as hh:mm:ss with seven decimals, the form LiveSplit itself writes."""
    whole = ticks * 10_000_000 // TICK_RATE
    seconds, fraction = divmod(whole, 10_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{fraction:07}"


def livesplit_file(header: Header, end: Ending) -> str:
    """The text of the .lss file for one attempt."""
    rows = [*end.splits]
    if not rows or rows[-1][1] != end.ticks:
        rows.append((end.ending or end.result or "end", end.ticks))
    segments = []
    last = 0
    for name, tick in rows:
        segments.append(_segment(name, tick, tick - last))
        last = tick
    category = f"{header.setup.side}, {header.setup.difficulty}"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Run version="1.7.0">
  <GameIcon />
  <GameName>Around the Corner</GameName>
  <CategoryName>{escape(header.level)}, {escape(category)}</CategoryName>
  <LayoutPath />
  <Metadata>
    <Run id="" />
    <Platform usesEmulator="False">PC</Platform>
    <Region />
    <Variables />
    <CustomVariables><Variable name="seed">{header.setup.seed}</Variable></CustomVariables>
  </Metadata>
  <Offset>00:00:00</Offset>
  <AttemptCount>1</AttemptCount>
  <AttemptHistory>
    <Attempt id="1">{_times(end.ticks)}</Attempt>
  </AttemptHistory>
  <Segments>
{"".join(segments)}  </Segments>
  <AutoSplitterSettings />
</Run>
"""


def _times(ticks: int) -> str:
    shown = time_text(ticks)
    return f"<RealTime>{shown}</RealTime><GameTime>{shown}</GameTime>"


def _segment(name: str, tick: int, length: int) -> str:
    return (
        f"    <Segment><Name>{escape(name.lstrip('-'))}</Name><Icon />"
        f'<SplitTimes><SplitTime name="Personal Best">{_times(tick)}</SplitTime></SplitTimes>'
        f"<BestSegmentTime>{_times(length)}</BestSegmentTime>"
        f'<SegmentHistory><Time id="1">{_times(length)}</Time></SegmentHistory></Segment>\n'
    )
