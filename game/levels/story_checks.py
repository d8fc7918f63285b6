"""Whether the story can be told: beats named once, that know what they wait for, and that can come at all.

Owns the logic of `after`, `without` and sides. Called by the loader.
"""

from __future__ import annotations

from game.content.level import Beat, Screenplay
from game.levels.complaints import Complaints, nearest


def check_story(play: Screenplay, complaints: Complaints) -> None:
    """Complain about beats that are named twice, wait for nothing known, or can never come. A beat may be written once for each side."""
    known = dict.fromkeys(beat.id for beat in play.beats)
    for number, beat in enumerate(play.beats, 1):
        if any(one.id == beat.id and _meet(one, beat) for one in play.beats[: number - 1]):
            complaints.error(_where(number, beat), "has the id of an earlier beat")
        for key, names in (("after", beat.after), ("without", beat.without)):
            for name in names:
                if name not in known:
                    complaints.error(
                        f"{_where(number, beat)}, {key}", f'names the unknown beat "{name}"{nearest(name, known)}'
                    )
    possible = [(name, _possible(beats)) for name, beats in _by_side(play)]
    for number, beat in enumerate(play.beats, 1):
        can_come = any(beat.id in found and beat.side in ("", name) for name, found in possible)
        if not can_come and all(name in known for name in beat.after):
            complaints.error(f"{_where(number, beat)}, after", _why_never(beat, play))


def _meet(one: Beat, other: Beat) -> bool:
    """Whether some side is told both of them."""
    return not (one.side and other.side) or one.side == other.side


def _by_side(play: Screenplay) -> list[tuple[str, dict[str, Beat]]]:
    """Each side, with the beats as it is told them (a level without sides: all of them)."""
    names = [side.name for side in play.sides] or [""]
    found = []
    for name in names:
        beats: dict[str, Beat] = {}
        for beat in play.beats:
            if not name or beat.side in ("", name):
                beats.setdefault(beat.id, beat)
        found.append((name, beats))
    return found


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
    return not any(name in beat.without or name not in possible for name in beat.after)


def _why_never(beat: Beat, play: Screenplay) -> str:
    for name in beat.after:
        if name in beat.without:
            return f'can never come: it waits for "{name}" and is ruled out by it'
        if not any(one.id == name and _meet(one, beat) for one in play.beats):
            return f'can never come: "{name}" belongs to the other side'
    if beat.side and play.sides and beat.side not in [side.name for side in play.sides]:
        return f'can never come: nobody plays the side "{beat.side}" here'
    return "can never come: what it waits for waits for it, or can never come either"
