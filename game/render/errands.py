"""What is made before it is seen: one thing after another in the time that a frame leaves.

Owns the order of these errands and how long they may take, and none of what they make: ground, roofs, standing light, and
what moves as it will look at the other scale. Called by the renderer at the end of every frame.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter

from game.content.level import Level
from game.render.actors import Actors
from game.render.camera import SCALES, Camera
from game.render.frame import Frame
from game.render.fronts import Fronts
from game.render.ground import IN_AND_OUT, Ground
from game.render.light import LightMap
from game.render.roofs import Roofs
from game.render.sun import bounds

USUAL_SECONDS = 0.001
EARLY_SECONDS = 0.008
"""Until so long after a frame was begun there is time for errands anyway."""
LATE_SECONDS, LATE_USUAL_SECONDS = 0.009, 0.0005
"""After a picture that took so long there is less time for errands, in every second frame."""
FULL_SECONDS = 0.0115
"""After one that took so long there is time in every fourth frame."""
GROWING = 3
"""Pictures for the scale that comes that are made in one frame, a quarter of a millisecond each."""
DRIVING, STREET = SCALES[:2]
"""Pixels to a metre while somebody drives, and walks where no area of the map has a scale of its own."""
NEAR = 20.0
"""Metres from such an area at which it is made ready: four seconds at a run."""


class Errands:
    """What the parts of a level's picture make beforehand."""

    def __init__(
        self,
        level: Level,
        camera: Camera,
        ground: Ground,
        roofs: Roofs,
        fronts: Fronts,
        light: LightMap,
        actors: Actors,
    ) -> None:
        self.grain = 1
        """Pixels of the screen to one that is drawn."""
        self._areas = [(*bounds(area.points), area.scale) for area in level.cameras]
        self._camera, self._ground, self._roofs = camera, ground, roofs
        self._fronts, self._light, self._actors = fronts, light, actors
        self._turn = 0
        """Counts frames: which may run errands."""
        self._runs = 0
        """Counts frames that did: what comes first."""

    def run(self, frame: Frame, left_px: int, top_px: int, begun: float) -> None:
        """Compose what may soon be seen, for about a millisecond: whoever drives meets what lies beside the picture next, whoever
        walks what getting in will show. `begun` is when the frame's first tick was taken in, in seconds of `perf_counter`."""
        # The clock only says when to stop: what is composed is the same whenever that is done.
        now = perf_counter()
        others = self._others(frame)
        is_late = now - begun > LATE_SECONDS
        self._turn += 1
        if self._turn == 1 and len(others) > 1:
            # The first picture of a level is waited for: nobody is to meet the area he begins beside while it is made.
            errands = self._in_order(frame, left_px, top_px, others[:1])
            while any(errand() for errand in errands):
                pass
            return
        if self._camera.coming:
            # In a third of a second all of it is seen at the other scale.
            made = 0
            while made < GROWING and self._pictures_at(frame, (self._camera.coming // self.grain,)):
                made += 1
            if made:
                return
        if self._turn % (4 if now - begun > FULL_SECONDS else 2 if is_late else 1):
            return  # even the shortest errand: only in every second frame, or fourth
        self._runs += 1
        if self._runs % 4 == 2 and (
            self._actors.prepare_poses(frame) if self._runs % 8 == 2 else self._pictures_at(frame, others)
        ):
            return  # one is enough: who moves looks different in the next frame
        end = max(now + (LATE_USUAL_SECONDS if is_late else USUAL_SECONDS), begun + EARLY_SECONDS)
        errands = self._in_order(frame, left_px, top_px, others)
        while any(errand() for errand in errands) and perf_counter() < end:
            pass

    def _in_order(self, frame: Frame, left_px: int, top_px: int, others: tuple[int, ...]) -> list[Callable[[], bool]]:
        """What makes one thing each time and says whether there was one, the most urgent first."""
        size, scale = frame.surface.get_size(), frame.scale
        middle = left_px + size[0] / 2, top_px + size[1] / 2
        beside = partial(self._ground.prepare_beside, left_px, top_px, scale, size)
        rescaled = partial(self._ground.prepare_scales, *middle, scale, size, others)
        roofs = partial(self._roofs.prepare, size, frame.left, frame.top, scale, others)
        errands: list[Callable[[], bool]] = [beside, partial(self._light.prepare, others), roofs, rescaled]
        if scale * self.grain > DRIVING:
            errands.insert(0, errands.pop())
        # None waits until all of another is done: whoever drives may get out at any time.
        errands.insert(0, (roofs, rescaled, roofs, beside)[self._runs % 4])
        return errands

    def _others(self, frame: Frame) -> tuple[int, ...]:
        """Scales that the picture may come to next, the likeliest first: the one it grows to, those of areas of the map close by, the
        street's when one has gone into such an area, and what getting in or out will show."""
        goal = self._camera.coming
        if goal:
            return (goal // self.grain,)
        found = []
        if frame.scale * self.grain != DRIVING:
            x, y = frame.view.focus_x, frame.view.focus_y
            near = sorted(
                (max(left - x, x - right, top - y, y - bottom), scale)
                for left, top, right, bottom, scale in self._areas
            )
            found = [scale // self.grain for metres, scale in near if metres < NEAR]
            found.append(STREET // self.grain)
        found.append(IN_AND_OUT.get(frame.scale, frame.scale))
        return tuple(dict.fromkeys(scale for scale in found if scale != frame.scale))

    def _pictures_at(self, frame: Frame, scales: tuple[int, ...]) -> bool:
        """Make one picture of what moves, or of a lamp's light, as it will look at one of the scales; whether one was missing."""
        width, height = self._camera.size
        size = width // self.grain, height // self.grain
        middle = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        return any(
            self._actors.prepare(frame, scale, size)
            or self._light.prepare_scale(scale)
            or (self._roofs.has_windows and self._fronts.prepare(*middle, scale, size))
            for scale in scales
            if scale != frame.scale
        )
