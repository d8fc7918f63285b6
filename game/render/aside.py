"""One thing stretched by the computer's other core while the frame goes on.

Stretching a small picture over the whole screen is what light and glow cost most, and SDL does it without Python's lock: so a
second thread can do it while the first draws. One call a job, never two: between two calls that thread would wait for
the lock. Whoever asks waits for the answer at a place of his own choosing, so that a picture is the same however quick the
other core is. Owns that thread, one for all. Called by the light map and the bloom.
"""

from __future__ import annotations

import threading
from functools import cache
from queue import SimpleQueue

import pygame

LEAST_PIXELS = 400_000
"""A smaller surface is stretched at once: handing it over costs as much (measured: 0.1 ms, the time of 640 x 360 pixels is 0.3)."""


class _Job:
    """One surface to be stretched smoothly over another."""

    def __init__(self, small: pygame.Surface, large: pygame.Surface) -> None:
        self.small, self.large = small, large
        self.fault: Exception | None = None
        self.has_begun, self.is_done = threading.Lock(), threading.Lock()
        self.has_begun.acquire()
        self.is_done.acquire()


class Aside:
    """The stretching of one picture after another."""

    def __init__(self) -> None:
        self._job: _Job | None = None

    def stretch(self, small: pygame.Surface, large: pygame.Surface) -> None:
        """Begin to stretch one surface smoothly over another; neither may be touched until `wait`."""
        self.wait()
        size = large.get_size()
        if size[0] * size[1] < LEAST_PIXELS:
            pygame.transform.smoothscale(small, size, large)
            return
        self._job = _Job(small, large)
        _jobs().put(self._job)
        # Until it is taken up: a first thread that keeps Python's lock would keep the second from beginning.
        self._job.has_begun.acquire()

    def wait(self) -> None:
        """Come back when what was begun is done, at once when nothing was; what went wrong with it is raised here."""
        job, self._job = self._job, None
        if job is not None:
            job.is_done.acquire()
            if job.fault is not None:
                raise job.fault


@cache
def _jobs() -> SimpleQueue[_Job]:
    """Where jobs wait for the second thread, which begins with the first of them and ends with the game."""
    jobs: SimpleQueue[_Job] = SimpleQueue()
    threading.Thread(target=_serve, args=(jobs,), name="stretching", daemon=True).start()
    return jobs


def _serve(jobs: SimpleQueue[_Job]) -> None:
    stretch = pygame.transform.smoothscale
    while True:
        job = jobs.get()
        small, large, size = job.small, job.large, job.large.get_size()
        job.has_begun.release()
        try:
            stretch(small, size, large)
        except Exception as fault:
            job.fault = fault
        job.is_done.release()
        del job, small, large
