"""Which part of a picture no roof covers: only there ground and light are worth drawing.

Owns the cutting of a screen into few boxes. Called by the renderer with what `roofs.py` says it will cover.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import pygame

LEAST_SHARE = 0.08
"""Of the picture; what covers less is not worth cutting around."""

Span = tuple[int, int]


def bare_boxes(size: tuple[int, int], covered: Sequence[pygame.Rect]) -> list[pygame.Rect]:
    """Boxes without overlap that leave out what is covered, but never more than that.

    Empty when all is covered; the whole picture when too little is.
    """
    whole = pygame.Rect(0, 0, *size)
    kept = [box for box in (box.clip(whole) for box in covered) if box.w > 0 and box.h > 0]
    if sum(box.w * box.h for box in kept) < LEAST_SHARE * whole.w * whole.h:
        return [whole]
    edges = sorted({0, whole.h, *(box.top for box in kept), *(box.bottom for box in kept)})
    found: list[pygame.Rect] = []
    above: tuple[Span, ...] = ()
    for top, bottom in itertools.pairwise(edges):
        spans = tuple(
            _gaps(whole.w, ((box.left, box.right) for box in kept if box.top <= top and box.bottom >= bottom))
        )
        if spans == above:
            for box in found[len(found) - len(spans) :]:
                box.height += bottom - top
        else:
            found += [pygame.Rect(left, top, right - left, bottom - top) for left, right in spans]
            above = spans
    return found


def _gaps(width: int, covered: Iterable[Span]) -> Iterable[Span]:
    """What spans leave of a line."""
    at = 0
    for left, right in sorted(covered):
        if left > at:
            yield at, left
        at = max(at, right)
    if at < width:
        yield at, width


def joined(boxes: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """Boxes of one height side by side made one, then those of one width one above the other."""
    rows: list[pygame.Rect] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.bottom, box.left)):
        last = rows[-1] if rows else None
        if last is not None and (last.top, last.bottom) == (box.top, box.bottom) and box.left <= last.right:
            last.width = max(last.right, box.right) - last.left
        else:
            rows.append(box.copy())
    found: list[pygame.Rect] = []
    for box in sorted(rows, key=lambda box: (box.left, box.right, box.top)):
        last = found[-1] if found else None
        if last is not None and (last.left, last.right) == (box.left, box.right) and box.top <= last.bottom:
            last.height = max(last.bottom, box.bottom) - last.top
        else:
            found.append(box)
    return found
