"""The overlay of minds: what each sees, believes and wants, his way and his cover, and what the police as a body know.

Owns its strokes and where its labels stand: none covers another; a label that has to move is tied to its man by a line. Called by
`studio` (`screenshot --overlay ai`).
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.render import text as type_
from game.sim.view import DebugMind, DebugPolice, View

ToScreen = Callable[[float, float], tuple[float, float]]
PATH, TARGET = (90, 220, 255), (255, 90, 90)
WAY = (70, 110, 190)
ROLES = {
    "tail": (255, 220, 90),
    "spin": (255, 80, 60),
    "box": (255, 140, 40),
    "cut_off": (90, 200, 255),
    "support": (150, 150, 170),
}
"""Parts in a pursuit, each with its colour: the ring about the driver and his line to the car."""
MENACE, COVERS, COVER = (255, 160, 60), (140, 255, 140), (140, 255, 140)
"""Lines to those who menace him, to whom he keeps down, and the frame round the cover he has chosen."""
NOTICE, RING = (255, 230, 90), (170, 130, 255)
LANE = (255, 120, 220)
"""The line along which he fires and his friends do not walk."""
LABEL, PLATE, TIE = (255, 240, 170), (8, 11, 17), (150, 150, 120)
LABEL_PX, SCORE_PX, PAD = 14, 10, 3
LONGEST = 46
"""Letters of a label's line."""
STEPS = 14
"""Places, a line's height apart, that are tried below a man and above him."""


def draw(surface: pygame.Surface, view: View, to_screen: ToScreen) -> None:
    """Everybody's mind; `view` was made with its debug part."""
    places = {person.id: (person.x, person.y) for person in view.people}
    minds = [mind for mind in view.debug if mind.id in places]
    for mind in minds:
        _strokes(surface, mind, places, to_screen)
    if view.police is not None:
        _police(surface, view.police, to_screen)
    taken: list[pygame.Rect] = []
    area = surface.get_rect()
    # Those who fight first: their labels stand nearest to them.
    for mind in sorted(minds, key=lambda one: (one.activity != "fight", one.target < 0, one.id)):
        x, y = to_screen(*places[mind.id])
        if area.collidepoint(x, y):
            _label(surface, words_of(mind), x, y, taken)


def label_of(mind: DebugMind) -> str:
    """What he is at and wants, in the words of the screenplay."""
    return mind.wants if mind.wants.startswith(mind.activity) else f"{mind.activity} {mind.wants}"


def words_of(mind: DebugMind) -> list[str]:
    """The lines of a mind's label: what he is at and wants, how he moves, whom he is noticing."""
    lines = [label_of(mind)]
    if mind.role:
        lines.insert(0, mind.role.replace("_", " ").upper())
    how = [mind.act] if mind.act else []
    how += [f"peeks {mind.peeks}"] if mind.peeks else []
    if mind.turn != "set" or mind.suppression > 0.0:
        how.append(f"{mind.turn} {mind.suppression:.1f}")
    if mind.watches:
        how.append("lies in wait")
    how += [f"{round(100 * share)}%" for _, share in mind.notices if 0.0 < share < 1.0]
    if how:
        lines.append(" ".join(how))
    return [line if len(line) <= LONGEST else line[: LONGEST - 1] + "…" for line in lines]


def _strokes(
    surface: pygame.Surface, mind: DebugMind, places: dict[int, tuple[float, float]], to_screen: ToScreen
) -> None:
    here = to_screen(*places[mind.id])
    if mind.path:
        pygame.draw.lines(surface, PATH, False, [here, *(to_screen(*corner) for corner in mind.path)], 1)
    for at in mind.seen_on_the_way:
        pygame.draw.circle(surface, MENACE, to_screen(*at), 3)
    if mind.lane is not None:
        pygame.draw.line(surface, LANE, to_screen(*mind.lane[:2]), to_screen(*mind.lane[2:]), 2)
    if mind.way:
        pygame.draw.lines(surface, WAY, False, [here, *(to_screen(*corner) for corner in mind.way)], 2)
    if mind.role and mind.target in places:
        pygame.draw.line(surface, ROLES.get(mind.role, TARGET), here, to_screen(*places[mind.target]), 2)
        pygame.draw.circle(surface, ROLES.get(mind.role, TARGET), here, 18, 2)
    elif mind.target in places:
        pygame.draw.line(surface, TARGET, here, to_screen(*places[mind.target]), 1)
    for other in mind.menaced_by:
        if other in places:
            pygame.draw.line(surface, MENACE, here, to_screen(*places[other]), 1)
    for other, share in mind.notices:
        if other in places and 0.0 < share < 1.0:
            pygame.draw.line(surface, NOTICE, here, to_screen(*places[other]), 1)
    if mind.covers in places:
        pygame.draw.line(surface, COVERS, here, to_screen(*places[mind.covers]), 3)
    for place in mind.places:
        x, y = to_screen(*place[:2])
        pygame.draw.circle(surface, COVER if place[2] > 0.0 else TARGET, (x, y), 2)
        type_.draw(surface, f"{place[2]:.0f}", (int(x) + 4, int(y) - SCORE_PX // 2), SCORE_PX, COVER, shadow=False)
    if mind.cover is not None:
        x, y = to_screen(*mind.cover)
        pygame.draw.rect(surface, COVER, (x - 4, y - 4, 8, 8), 1)


def _police(surface: pygame.Surface, police: DebugPolice, to_screen: ToScreen) -> None:
    """The ring that is searched, and a line about what they believe and how intense it is."""
    x, y = to_screen(police.last_x, police.last_y)
    edge, _ = to_screen(police.last_x + police.ring, police.last_y)
    if police.belief != "calm":
        pygame.draw.circle(surface, RING, (x, y), max(2, abs(edge - x)), 2)
    due = ", ".join(f"{group} in {max(0, ticks) // 60} s" for ticks, group in police.due[:3])
    words = f"{police.belief} {police.confidence:.2f}   {police.phase} {police.intensity:.2f}   {due}".strip()
    at = (PAD, surface.get_height() - type_.line_height(LABEL_PX) - PAD)
    surface.fill(PLATE, (*at, type_.width(words, LABEL_PX) + 2 * PAD, type_.line_height(LABEL_PX)))
    type_.draw(surface, words, (at[0] + PAD, at[1]), LABEL_PX, RING, shadow=False)


def _label(surface: pygame.Surface, lines: list[str], x: float, y: float, taken: list[pygame.Rect]) -> None:
    """A plate under (or over) a man, moved down or up until it covers no other; left out where there is no room at all."""
    high = type_.line_height(LABEL_PX)
    wide = max(type_.width(line, LABEL_PX) for line in lines) + 2 * PAD
    plate = pygame.Rect(0, 0, wide, high * len(lines))
    left = min(max(0, round(x - wide / 2)), surface.get_width() - wide)
    for step in range(STEPS):
        for top in (y + 12 + step * high, y - 14 - plate.height - step * high):
            plate.topleft = left, round(top)
            if plate.collidelist(taken) < 0 and surface.get_rect().contains(plate):
                taken.append(plate.copy())
                if step:
                    pygame.draw.line(surface, TIE, (x, y), plate.midtop if top > y else plate.midbottom, 1)
                surface.fill(PLATE, plate)
                for row, line in enumerate(lines):
                    at = (plate.x + PAD, plate.y + row * high)
                    type_.draw(surface, line, at, LABEL_PX, LABEL, shadow=False)
                return
