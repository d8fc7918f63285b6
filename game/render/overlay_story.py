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
) -> None:
    """The panel, as high as it must be; `came` holds beats with their ticks, `notes` lines at its foot."""
    lines = [(words("maker.came"), HOT)]
    lines += [(f"{tick / 60:7.1f} s  {beat}", CAME) for beat, tick in came[-10:]] or [(words("maker.nothing"), STEEL)]
    lines.append((words("maker.waiting"), HOT))
    for beat in waiting(play, [name for name, _ in came], side):
        lines.append((beat.id, WAITS))
        lines += [(f"    {part}", STEEL) for part in _conditions(beat.when)]
    lines = lines[:MOST_LINES] + [(note, STEEL) for note in notes]
    left, top = surface.get_width() - WIDE_PX - 12, 84
    panel = pygame.Surface((WIDE_PX, len(lines) * LINE_PX + 2 * PAD_PX), pygame.SRCALPHA)
    panel.fill(GROUND)
    for row, (line, colour) in enumerate(lines):
        short = type_.wrap(line, SIZE_PX, WIDE_PX - 2 * PAD_PX, 1)
        indent = len(line) - len(line.lstrip())
        if short:
            type_.draw(panel, short[0], (PAD_PX + indent * 4, PAD_PX + row * LINE_PX), SIZE_PX, colour)
    surface.blit(panel, (left, top))


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
