"""How the story of a level stands, for its maker: the beats that came and when, and those that wait and for what.

Owns the panel at the right of the overlay. Pure drawing: the beats that came are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.content.level import Beat, Call, Screenplay
from game.render import text as type_

WIDE_PX, LINE_PX, SIZE_PX, PAD_PX = 400, 19, 15, 10
GROUND = (8, 11, 17, 200)
CAME, WAITS, STEEL, HOT = (120, 220, 150), (236, 241, 247), (150, 166, 184), (255, 150, 60)
MOST_LINES = 30


def draw(
    surface: pygame.Surface,
    play: Screenplay,
    came: Sequence[tuple[str, int]],
    side: str,
    notes: Sequence[str],
    words: Callable[..., str],
    is_whole: bool = True,
) -> None:
    """The panel, as high and wide as it must be; `came` holds beats with their ticks, `notes` lines at its foot."""
    lines = panel_lines(play, came, side, words, is_whole) + [(note, STEEL) for note in notes]
    shown = [(line, colour, (type_.wrap(line, SIZE_PX, WIDE_PX - 2 * PAD_PX, 1) or [""])[0]) for line, colour in lines]
    wide = max(_indent(line) + type_.width(short, SIZE_PX) for line, _, short in shown) + 2 * PAD_PX
    panel = pygame.Surface((min(wide, WIDE_PX), len(lines) * LINE_PX + 2 * PAD_PX), pygame.SRCALPHA)
    panel.fill(GROUND)
    for row, (line, colour, short) in enumerate(shown):
        type_.draw(panel, short, (PAD_PX + _indent(line), PAD_PX + row * LINE_PX), SIZE_PX, colour)
    surface.blit(panel, (surface.get_width() - panel.get_width() - 12, 84))


def panel_lines(
    play: Screenplay, came: Sequence[tuple[str, int]], side: str, words: Callable[..., str], is_whole: bool
) -> list[tuple[str, tuple[int, int, int]]]:
    """The lines of the panel with their colours. The whole story says what each beat waits for; where the eye is on one part of
    the map, the names of the beats are enough, and the panel hides less of it."""
    lines = [(words("maker.came"), HOT)]
    recent = came[-10:] if is_whole else came[-3:]
    lines += [(f"{tick / 60:7.1f} s  {beat}", CAME) for beat, tick in recent] or [(words("maker.nothing"), STEEL)]
    lines.append((words("maker.waiting"), HOT))
    for beat in waiting(play, [name for name, _ in came], side):
        lines.append((beat.id, WAITS))
        if is_whole:
            lines += [(f"    {part}", STEEL) for part in _conditions(beat.when)]
    return lines[:MOST_LINES]


def _indent(line: str) -> int:
    return 4 * (len(line) - len(line.lstrip()))


def waiting(play: Screenplay, came: Sequence[str], side: str) -> list[Beat]:
    """The beats that can come next: those before them have come, and nothing has ruled them out."""
    return [
        beat
        for beat in play.beats
        if beat.id not in came
        and beat.side in ("", side)
        and all(name in came for name in beat.after)
        and not any(name in came for name in beat.without)
    ]


def _conditions(call: Call | None) -> list[str]:
    """A trigger as short lines, one for each condition in it."""
    if call is None:
        return []
    nested = [one for _, value in call.args for one in (value if isinstance(value, tuple) else (value,))]
    inner = [one for one in nested if isinstance(one, Call)]
    if inner:
        return [f"{call.name}:", *(f"  {line}" for one in inner for line in _conditions(one))]
    return [f"{call.name} " + " ".join(f"{name}={_short(value)}" for name, value in call.args)]


def _short(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
