"""Shoulders and what is worn on them: suit, coverall, jacket, uniform, plates, hood, shirt, dress, rags.

Owns one drawing for each style of a recipe, standing and lying. Colours come from the person's look. Called by
`people_sheets.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np

from assets.bake.body import Body
from assets.bake.relief import Ink, ink
from game.render.noise import dice

Look = Mapping[str, Ink]
"""Linear colours by the name of a part: coat, shirt, tie, trousers, skin, hair, trim."""
Place = Callable[[float, float], tuple[float, float]]
REACH = 0.62
TWISTS = {"aim": -0.28, "left": 0.12, "right": -0.12, "still": 0.0}
BLACK, WHITE, GOLD = ink("#17181b"), ink("#e6e8ea"), ink("#e0bc5c")


def tinted(colour: Ink, factor: float) -> Ink:
    """A colour made lighter or darker."""
    made = np.clip(colour * factor + (0.01 if factor > 1 else 0.0), 0, 1)
    made[3] = 0
    return made.astype(np.float32)


def standing(style: str, look: Look, broad: float, twist: float) -> Body:
    """Shoulders of somebody upright, turned by `twist` radians."""
    body = Body(REACH)
    c, s = math.cos(twist), math.sin(twist)

    def at(u: float, v: float) -> tuple[float, float]:
        return u * c - v * s, u * s + v * c

    coat = look["coat"]
    body.oval(*at(-0.01, 0), 0.172, 0.285 * broad, coat, 1.50, 0.20, twist)
    for side in (-1, 1):
        body.oval(*at(-0.015, side * 0.205 * broad), 0.118, 0.108 * broad, coat, 1.47, 0.12, twist)
    body.oval(*at(0.075, 0), 0.145, 0.185 * broad, coat, 1.50, 0.12, twist)
    _STYLES.get(style, _shirt)(body, look, broad, at, twist)
    return body


def lying(style: str, look: Look, broad: float) -> Body:
    """The trunk of somebody on his back."""
    body = Body(0.8)
    coat = look["coat"]
    body.oval(0.10, 0, 0.31, 0.222 * broad, coat, 0.36, 0.14)
    body.oval(-0.14, 0, 0.13, 0.185 * broad, look["trousers"], 0.30, 0.08)
    body.bar(-0.07, -0.16 * broad, -0.07, 0.16 * broad, 0.018, BLACK)
    if style in ("suit", "jacket", "detective"):
        body.wedge([(0.36, -0.085), (0.36, 0.085), (0.02, 0.03), (0.02, -0.03)], look["shirt"])
        body.bar(0.34, 0, 0.08, 0, 0.020, look["tie"])
    elif style == "plates":
        body.box(0.14, 0, 0.17, 0.15, look["trim"], 0.40)
        for y in (-0.09, 0.0, 0.09):
            body.box(0.03, y, 0.04, 0.035, tinted(look["trim"], 0.65), 0.42)
    elif style == "uniform":
        body.bar(0.36, 0, -0.05, 0, 0.010, tinted(coat, 0.6))
        body.flat(0.22, -0.10, 0.034, 0.034, GOLD)
    elif style == "workvest":
        for v in (-0.09, 0.09):
            body.bar(0.34, v, -0.04, v, 0.024, look["trim"])
    else:
        body.bar(0.36, 0, -0.05, 0, 0.012, tinted(coat, 0.6))
    return body


def _collar(body: Body, colour: Ink, at: Place) -> None:
    for side in (-1, 1):
        body.bar(*at(-0.03, side * 0.085), *at(0.085, side * 0.045), 0.026, colour)


def _open_front(body: Body, look: Look, at: Place, breadth: float) -> None:
    """Shirt and tie between lapels."""
    body.wedge([at(0.04, -breadth), at(0.215, -0.050), at(0.215, 0.050), at(0.04, breadth)], look["shirt"])
    body.bar(*at(0.10, 0), *at(0.205, 0), 0.022, look["tie"])
    for side in (-1, 1):
        body.bar(*at(0.0, side * (breadth + 0.025)), *at(0.20, side * 0.075), 0.024, tinted(look["coat"], 1.45))
        body.crease(*at(-0.02, side * (breadth + 0.045)), *at(0.16, side * 0.085), 0.006)


def _suit(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    _open_front(body, look, at, 0.085)
    body.crease(*at(-0.17, 0), *at(-0.06, 0), 0.007, 0.7)


def _jacket(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    _open_front(body, look, at, 0.075)
    body.bar(*at(-0.10, -0.07), *at(-0.10, 0.07), 0.026, tinted(look["coat"], 0.7))
    for side in (-1, 1):
        body.crease(*at(-0.12, side * 0.17 * broad), *at(0.09, side * 0.15 * broad), 0.008)


def _detective(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    """A jacket with the badge on the belt side and the holster's strap across the back."""
    _open_front(body, look, at, 0.085)
    body.flat(*at(0.15, -0.135), 0.030, 0.030, GOLD)
    body.bar(*at(-0.14, -0.12), *at(-0.02, 0.16 * broad), 0.014, ink("#33241a"))


def _coverall(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    coat = look["coat"]
    _collar(body, tinted(coat, 1.5), at)
    body.bar(*at(0.08, 0), *at(0.21, 0), 0.013, look["trim"])
    for side in (-1, 1):
        body.box(*at(0.150, side * 0.100), 0.030, 0.045, tinted(coat, 0.70), None, twist)
        body.bar(*at(0.165, side * 0.060), *at(0.165, side * 0.140), 0.009, tinted(coat, 1.5))
    body.bar(*at(-0.12, -0.20 * broad), *at(-0.12, 0.20 * broad), 0.012, tinted(coat, 0.65))


def _uniform(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    coat = look["coat"]
    _collar(body, tinted(coat, 1.6), at)
    body.bar(*at(0.06, 0), *at(0.18, 0), 0.010, tinted(coat, 0.55))
    body.flat(*at(0.155, -0.100), 0.038, 0.036, GOLD)
    body.box(*at(0.155, 0.100), 0.014, 0.038, ink("#d9d3bd"), None, twist)
    for side in (-1, 1):
        body.bar(*at(-0.01, side * 0.12 * broad), *at(-0.01, side * 0.25 * broad), 0.032, look["trim"])
        body.flat(*at(-0.01, side * 0.295 * broad), 0.048, 0.034, GOLD if side < 0 else look["trim"])
    body.bar(*at(0.02, 0.17), *at(0.10, 0.14), 0.030, BLACK)


def _plates(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    plate = look["trim"]
    body.box(*at(-0.005, 0), 0.150, 0.195 * broad, tinted(plate, 0.62), 1.56, twist, corner=0.06)
    body.box(*at(-0.01, 0), 0.130, 0.170 * broad, plate, 1.60, twist, corner=0.05)
    for v in (-0.11, 0.0, 0.11):
        body.box(*at(0.150, v), 0.036, 0.042, tinted(plate, 0.72), 1.64, twist)
    body.box(*at(-0.095, 0), 0.030, 0.115, ink("#c9ced4"), None, twist)
    body.bar(*at(-0.095, -0.085), *at(-0.095, 0.085), 0.010, ink("#1a1d20"))
    for side in (-1, 1):
        body.bar(*at(-0.10, side * 0.13), *at(0.09, side * 0.12), 0.026, tinted(plate, 0.8))


def _shirt(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    _collar(body, tinted(look["coat"], 1.35), at)
    body.bar(*at(0.08, 0), *at(0.21, 0), 0.012, tinted(look["coat"], 0.68))
    body.crease(*at(-0.11, -0.17 * broad), *at(-0.11, 0.17 * broad), 0.008, 0.75)


def _tee(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    body.flat(*at(0.03, 0), 0.085, 0.085, look["skin"])
    body.box(*at(0.17, 0), 0.020, 0.09, look["trim"], None, twist)


def _hoodie(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    body.oval(*at(-0.09, 0), 0.095, 0.150, tinted(look["coat"], 0.85), 1.62, 0.10, twist)
    for side in (-1, 1):
        body.bar(*at(0.09, side * 0.035), *at(0.175, side * 0.045), 0.010, ink("#e8e4dc"))


def _dress(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    """The skirt flares out beyond hips and shoulders."""
    body.flat(*at(0.05, 0), 0.075, 0.085, look["skin"])
    for side in (-1, 1):
        body.bar(*at(-0.09, side * 0.085), *at(0.07, side * 0.095), 0.024, tinted(look["coat"], 1.25))
    body.bar(*at(0.165, -0.13), *at(0.165, 0.13), 0.018, look["trim"])


def _rags(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    roll = dice("rags")
    for colour in ("#4b4030", "#7d6d52", "#59604a", "#3d3a36", "#85775c"):
        u, v = float(roll.uniform(-0.10, 0.12)), float(roll.uniform(-0.2, 0.2))
        body.flat(*at(u, v), 0.06, 0.085, ink(colour), float(roll.uniform(0, 3)))
    body.bar(*at(-0.11, -0.20), *at(0.12, 0.16), 0.028, ink("#8a3f36"))


def _workvest(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    for side in (-1, 1):
        body.bar(*at(-0.15, side * 0.13), *at(0.19, side * 0.10), 0.030, look["trim"])
    body.bar(*at(0.145, -0.16 * broad), *at(0.145, 0.16 * broad), 0.020, look["trim"])
    body.bar(*at(-0.11, -0.20 * broad), *at(-0.11, 0.20 * broad), 0.020, look["trim"])


def _kitchen(body: Body, look: Look, broad: float, at: Place, twist: float) -> None:
    """A cook's jacket: two rows of buttons and the apron's straps."""
    _collar(body, tinted(look["coat"], 1.2), at)
    for side in (-1, 1):
        for u in (0.10, 0.15, 0.195):
            body.flat(*at(u, side * 0.055), 0.013, 0.013, BLACK)
    body.bar(*at(-0.10, -0.12), *at(-0.10, 0.12), 0.020, ink("#3c4a5a"))


_STYLES: dict[str, Callable[[Body, Look, float, Place, float], None]] = {
    "suit": _suit, "jacket": _jacket, "detective": _detective, "coverall": _coverall, "uniform": _uniform, "plates": _plates,
    "shirt": _shirt, "tee": _tee, "hoodie": _hoodie, "dress": _dress, "rags": _rags, "workvest": _workvest,
    "kitchen": _kitchen,
}  # fmt: skip
