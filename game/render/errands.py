"""What is made before it is seen: one thing after another in the time that a frame leaves.

Owns the order of these errands and how long they may take, and none of what they make: ground, roofs, standing light, and
what moves as it will look at the other scale. Called by the renderer at the end of every frame.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter

from game.render.actors import Actors
from game.render.camera import SCALES, Camera
from game.render.frame import Frame
from game.render.fronts import Fronts
from game.render.ground import IN_AND_OUT, Ground
from game.render.light import LightMap
from game.render.roofs import Roofs

USUAL_SECONDS = 0.001
EARLY_SECONDS = 0.007
"""Until so long after a picture was begun there is time for errands anyway."""
LATE_SECONDS, LATE_USUAL_SECONDS = 0.008, 0.0005
"""After a picture that took so long there is less time for errands."""
GROWING = 3
"""Pictures for the scale that comes that are made in one frame, a quarter of a millisecond each."""
DRIVING = SCALES[0]
"""Pixels to a metre while somebody drives."""


class Errands:
    """What the parts of a level's picture make beforehand."""

    def __init__(
        self, camera: Camera, ground: Ground, roofs: Roofs, fronts: Fronts, light: LightMap, actors: Actors
    ) -> None:
        self.grain = 1
        """Pixels of the screen to one that is drawn."""
        self._camera, self._ground, self._roofs = camera, ground, roofs
        self._fronts, self._light, self._actors = fronts, light, actors
        self._turn = 0
        """Counts frames: which may run errands, and what comes first."""

    def run(self, frame: Frame, left_px: int, top_px: int, begun: float) -> None:
        """Compose what may soon be seen, for about a millisecond: whoever drives meets what lies beside the picture next, whoever
        walks what getting in will show. `begun` is when the frame was begun, in seconds of `perf_counter`."""
        # The clock only says when to stop: what is composed is the same whenever that is done.
        now = perf_counter()
        is_late = now - begun > LATE_SECONDS
        self._turn += 1
        if self._camera.coming:
            # In a third of a second all of it is seen at the other scale.
            made = 0
            while made < GROWING and self._other_scale(frame):
                made += 1
            if made:
                return
        if is_late and self._turn % 2:
            return  # even the shortest errand: only in every second frame
        if self._turn % 4 == 2 and (
            self._actors.prepare_poses(frame) if self._turn % 8 == 2 else self._other_scale(frame)
        ):
            return  # one is enough: who moves looks different in the next frame
        end = max(now + (LATE_USUAL_SECONDS if is_late else USUAL_SECONDS), begun + EARLY_SECONDS)
        errands = self._in_order(frame, left_px, top_px)
        while any(errand() for errand in errands) and perf_counter() < end:
            pass

    def _in_order(self, frame: Frame, left_px: int, top_px: int) -> list[Callable[[], bool]]:
        """What makes one thing each time and says whether there was one, the most urgent first."""
        size, scale = frame.surface.get_size(), frame.scale
        middle = left_px + size[0] / 2, top_px + size[1] / 2
        beside = partial(self._ground.prepare_beside, left_px, top_px, scale, size)
        in_and_out = partial(self._ground.prepare_scale, *middle, scale, size)
        roofs = partial(self._roofs.prepare, size, frame.left, frame.top, scale)
        errands: list[Callable[[], bool]] = [beside, self._light.prepare, roofs, in_and_out]
        if scale * self.grain > DRIVING:
            errands.insert(0, errands.pop())
        # None waits until all of another is done: whoever drives may get out at any time.
        errands.insert(0, (roofs, in_and_out, roofs, beside)[self._turn % 4])
        return errands

    def _other_scale(self, frame: Frame) -> bool:
        """Make one picture of what moves as it will look at the scale that comes, or would when somebody got in or out;
        whether one was missing."""
        goal = self._camera.coming
        other = goal // self.grain if goal else IN_AND_OUT.get(frame.scale, frame.scale)
        if other == frame.scale:
            return False
        width, height = self._camera.size
        size = width // self.grain, height // self.grain
        middle = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        return (
            self._actors.prepare(frame, other, size)
            or self._light.prepare_scale(other)
            or (self._roofs.has_windows and self._fronts.prepare(*middle, other, size))
        )
