"""Whether the story can be told: beats named once, that know what they wait for, and that can come at all.

Owns the logic of `after`, `without` and sides. Called by the loader.
"""

from __future__ import annotations

from game.content.level import Beat, Screenplay
from game.levels.complaints import Complaints, nearest


def check_story(play: Screenplay, complaints: Complaints) -> None:
    """Complain about beats that are named twice, wait for nothing known, or can never come."""
    beats: dict[str, Beat] = {}
    for number, beat in enumerate(play.beats, 1):
        if beat.id in beats:
            complaints.error(_where(number, beat), "has the id of an earlier beat")
        beats.setdefault(beat.id, beat)
    for number, beat in enumerate(play.beats, 1):
        for key, names in (("after", beat.after), ("without", beat.without)):
            for name in names:
                if name not in beats:
                    complaints.error(
                        f"{_where(number, beat)}, {key}", f'names the unknown beat "{name}"{nearest(name, beats)}'
                    )
    possible = _possible(beats)
    for number, beat in enumerate(play.beats, 1):
        if beat.id not in possible and all(name in beats for name in beat.after):
            complaints.error(f"{_where(number, beat)}, after", _why_never(beat, beats))


def _where(number: int, beat: Beat) -> str:
    return f'[[beat]] {number} "{beat.id}"'


def _possible(beats: dict[str, Beat]) -> dict[str, Beat]:
    """The beats that can come, found from those that wait for none."""
    possible: dict[str, Beat] = {}
    grew = True
    while grew:
        grew = False
        for name, beat in beats.items():
            if name not in possible and _can_follow(beat, possible):
                possible[name] = beat
                grew = True
    return possible


def _can_follow(beat: Beat, possible: dict[str, Beat]) -> bool:
    if any(name in beat.without or name not in possible for name in beat.after):
        return False
    return not any(beat.side and possible[name].side and beat.side != possible[name].side for name in beat.after)


def _why_never(beat: Beat, beats: dict[str, Beat]) -> str:
    for name in beat.after:
        if name in beat.without:
            return f'can never come: it waits for "{name}" and is ruled out by it'
        if beat.side and beats[name].side and beat.side != beats[name].side:
            return f'can never come: "{name}" belongs to the other side'
    return "can never come: what it waits for waits for it, or can never come either"
