"""Footsteps: one for every stride somebody near has walked, by what lies under the sole.

Owns the length of a stride, the gaits, and which ground sounds like which. Called by `street` once a tick.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.audio.cue import Cue
from game.audio.ears import Ears
from game.content.level import Level
from game.sim.view import PersonView, View

GROUNDS = {
    "gravel": "gravel", "dirt": "dirt", "roof": "roof", "grass": "soft", "carpet": "carpet", "tile": "tile",
    "marble": "marble", "water": "water", "metal": "metal",
}  # fmt: skip
"""All other ground is hard."""
GAINS = {"sneak": 0.45, "run": 0.85, "walk": 0.6}
NEAR_METRES = 14.0
RUN_SPEED = 3.2
WALK_STRIDE, RUN_STRIDE = 0.72, 1.15
TICK_SECONDS = 1 / 60
AFOOT = ("stand", "crouch", "hands_up")


class Steps:
    """Everybody's feet."""

    def __init__(self, level: Level) -> None:
        self._level = level
        self._walked: dict[int, float] = {}

    def take(self, view: View, ears: Ears) -> Iterator[Cue]:
        """The steps that fall in this tick."""
        for person in view.people:
            if (
                person.speed < 0.4
                or abs(person.x - ears.x) > NEAR_METRES
                or abs(person.y - ears.y) > NEAR_METRES
                or person.stance not in AFOOT
            ):
                continue
            stride = RUN_STRIDE if person.speed > RUN_SPEED else WALK_STRIDE
            walked = self._walked.get(person.id, person.id * 0.31 % stride) + person.speed * TICK_SECONDS
            if walked >= stride:
                walked %= stride
                yield self._step(person, view.player)
            self._walked[person.id] = walked

    def _step(self, person: PersonView, player: int) -> Cue:
        gait = "sneak" if person.stance == "crouch" else "run" if person.speed > RUN_SPEED else "walk"
        sole = GROUNDS.get(ground_at(self._level, person.x, person.y), "hard")
        place = person.x, person.y
        return Cue(f"step/{sole}_{gait}", place, GAINS[gait], 3.0, 4 if person.id == player else 1)


def ground_at(level: Level, x: float, y: float) -> str:
    """Name of the surface there; "" beyond the level."""
    column, row = int(x), int(y)
    if not (0 <= column < level.width and 0 <= row < level.height):
        return ""
    return level.surfaces[level.ground[row * level.width + column]]
