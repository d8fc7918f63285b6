"""Footsteps: one for every stride somebody near has walked, by what lies under the sole.

Owns the length of a stride and which ground sounds like which. Called by `street` once a tick.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.audio.cue import Cue
from game.audio.ears import Ears
from game.content.level import Level
from game.sim.view import PersonView, View

GROUNDS = {
    "gravel": "gravel", "dirt": "gravel", "roof": "gravel", "grass": "soft", "carpet": "soft", "tile": "tile",
    "marble": "tile", "water": "water", "metal": "metal",
}  # fmt: skip
"""All other ground is hard."""
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
        gain = 0.30 if person.stance == "crouch" else 0.85 if person.speed > RUN_SPEED else 0.55
        sound = f"step/{self._ground(person.x, person.y)}"
        return Cue(sound, (person.x, person.y), gain, 3.0, 4 if person.id == player else 1)

    def _ground(self, x: float, y: float) -> str:
        level = self._level
        column, row = int(x), int(y)
        if not (0 <= column < level.width and 0 <= row < level.height):
            return "hard"
        return GROUNDS.get(level.surfaces[level.ground[row * level.width + column]], "hard")
