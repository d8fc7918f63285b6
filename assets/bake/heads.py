"""Heads from above: skull, hair in its cut, beard and glasses, hats, helmet, hood; and the mask over a face.

Owns one drawing for each cut and each hat of a recipe. A masked head keeps its hair, so that one still knows who it is.
Called by `people_sheets.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from assets.bake.body import Body
from assets.bake.relief import Ink, ink
from assets.bake.torsos import BLACK, GOLD, Look, tinted
from game.render.noise import dice

REACH = 0.42
TOP = 1.80
BONE, STRAP = ink("#e4dcc6"), ink("#23242a")


def head(hair: str, hat: str, extras: list[str], look: Look, is_masked: bool) -> Body:
    """A head that looks along +x."""
    body = Body(REACH)
    skin = look["skin"]
    if hat == "" or hat == "hood":
        _BEFORE.get(hair, _nothing)(body, look["hair"])
    for side in (-1, 1):
        body.oval(-0.005, side * 0.122, 0.034, 0.022, tinted(skin, 0.9), TOP - 0.12, 0.02)
    body.oval(0.0, 0.0, 0.144, 0.120, skin, TOP, 0.16)
    body.oval(0.145, 0.0, 0.028, 0.020, skin, TOP - 0.06, 0.02)
    if "beard" in extras and not is_masked:
        body.oval(0.105, 0.0, 0.052, 0.075, look["hair"], TOP - 0.05, 0.04)
    if "moustache" in extras and not is_masked:
        body.bar(0.135, -0.040, 0.135, 0.040, 0.016, look["hair"])
    if "glasses" in extras and not is_masked:
        body.bar(0.105, -0.075, 0.105, 0.075, 0.020, BLACK)
    if is_masked:
        _mask(body)
    if hat:
        _HATS[hat](body, look)
    else:
        _CUTS.get(hair, _short)(body, look["hair"])
    return body


def _nothing(body: Body, hair: Ink) -> None:
    pass


def _mask(body: Body) -> None:
    """A pale shell over the face, held by a strap round the head."""
    body.oval(0.068, 0.0, 0.098, 0.124, BONE, TOP + 0.01, 0.10)
    for y in (-0.048, 0.048):
        body.flat(0.108, y, 0.016, 0.022, BLACK)
    body.flat(0.140, 0.0, 0.010, 0.016, ink("#8d2f28"))
    for y in (-0.118, 0.118):
        body.bar(0.03, y, -0.09, y * 0.72, 0.014, STRAP, TOP, on_top=False)


def _strands(body: Body, hair: Ink, reach: float = 0.12, breadth: float = 0.09, lines: int = 5) -> None:
    """Light and dark strokes in the hair, from the forehead back."""
    for index in range(lines):
        v = (index / (lines - 1) - 0.5) * 2 * breadth
        shade = 1.55 if index % 2 == 0 else 0.6
        body.bar(-reach - 0.01 + abs(v) * 0.3, v * 0.9, 0.045 - abs(v) * 0.5, v, 0.008, tinted(hair, shade))


def _short(body: Body, hair: Ink) -> None:
    body.oval(-0.038, 0.0, 0.124, 0.126, hair, TOP + 0.03, 0.15, gloss=0.4)
    _strands(body, hair)


def _slick(body: Body, hair: Ink) -> None:
    """Combed straight back from a high forehead."""
    body.oval(-0.050, 0.0, 0.120, 0.122, hair, TOP + 0.03, 0.15, gloss=0.8)
    _strands(body, hair, 0.13, 0.10, 7)


def _grey_sides(body: Body, hair: Ink) -> None:
    _short(body, hair)
    for side in (-1, 1):
        body.oval(-0.01, side * 0.108, 0.075, 0.024, tinted(hair, 2.6), TOP, 0.03)


def _tied_before(body: Body, hair: Ink) -> None:
    """The tail hangs down the back, under the head."""
    body.rod(-0.14, 0.0, -0.35, 0.015, 0.058, 0.030, hair, TOP - 0.12, 0.4)
    body.bar(-0.17, 0.0, -0.33, 0.02, 0.010, tinted(hair, 1.4))


def _tied(body: Body, hair: Ink) -> None:
    body.oval(-0.045, 0.0, 0.130, 0.128, hair, TOP + 0.03, 0.15, gloss=0.5)
    _strands(body, hair, 0.13, 0.10, 7)
    body.box(-0.170, 0.0, 0.018, 0.050, BLACK, TOP)


def _long_before(body: Body, hair: Ink) -> None:
    """Loose to the shoulders."""
    body.oval(-0.10, 0.0, 0.150, 0.172, hair, TOP - 0.16, 0.10, gloss=0.4)
    for v in (-0.12, -0.04, 0.05, 0.13):
        body.rod(-0.12, v, -0.235 + abs(v) * 0.25, v * 1.1, 0.055, 0.040, hair, TOP - 0.18, 0.4)


def _long(body: Body, hair: Ink) -> None:
    body.oval(-0.042, 0.0, 0.136, 0.142, hair, TOP + 0.03, 0.16, gloss=0.4)
    body.bar(-0.15, 0.012, 0.06, 0.012, 0.008, tinted(hair, 0.45))
    _strands(body, hair, 0.15, 0.12, 8)


def _braid_before(body: Body, hair: Ink) -> None:
    for index in range(5):
        body.oval(-0.16 - index * 0.055, 0.01 * (-1) ** index, 0.040, 0.040 - index * 0.003, hair, TOP - 0.12, 0.05)


def _bob(body: Body, hair: Ink) -> None:
    body.oval(-0.030, 0.0, 0.140, 0.148, hair, TOP + 0.03, 0.16, gloss=0.5)
    _strands(body, hair, 0.13, 0.12, 6)


def _bun_before(body: Body, hair: Ink) -> None:
    body.oval(-0.185, 0.0, 0.062, 0.066, hair, TOP, 0.08, gloss=0.4)


def _curly(body: Body, hair: Ink) -> None:
    roll = dice("curls")
    body.oval(-0.030, 0.0, 0.138, 0.142, hair, TOP + 0.03, 0.15)
    for _ in range(26):
        turn, far = roll.uniform(0, math.tau), roll.uniform(0.03, 0.13)
        shade = float(roll.choice([0.7, 1.0, 1.35]))
        body.oval(
            -0.035 + far * math.cos(turn), far * math.sin(turn), 0.030, 0.030, tinted(hair, shade), TOP + 0.05, 0.03
        )


def _bald(body: Body, hair: Ink) -> None:
    for side in (-1, 1):
        body.oval(-0.055, side * 0.100, 0.070, 0.028, hair, TOP - 0.02, 0.03)
    body.oval(-0.118, 0.0, 0.032, 0.085, hair, TOP - 0.03, 0.03)


def _receding(body: Body, hair: Ink) -> None:
    body.oval(-0.062, 0.0, 0.100, 0.120, hair, TOP + 0.02, 0.14, gloss=0.4)
    _strands(body, hair, 0.12, 0.09)


def _police_cap(body: Body, look: Look) -> None:
    """A wide peaked cap: eight sides, black visor, badge."""
    cap = tinted(look["coat"], 1.25)
    body.oval(0.115, 0.0, 0.085, 0.118, ink("#0e0f12"), TOP - 0.02, 0.06, gloss=0.9)
    for side in range(8):
        turn = side * math.tau / 8 + math.tau / 16
        body.oval(-0.01 + 0.075 * math.cos(turn), 0.075 * math.sin(turn), 0.096, 0.096, cap, TOP + 0.05, 0.05)
    body.oval(-0.01, 0.0, 0.120, 0.116, tinted(cap, 1.12), TOP + 0.10, 0.05)
    body.flat(0.112, 0.0, 0.028, 0.032, GOLD)
    body.bar(0.085, -0.10, 0.085, 0.10, 0.012, ink("#08090b"))


def _cap(body: Body, look: Look) -> None:
    """A cap with a long peak and a button."""
    cap = look.get("hat", tinted(look["coat"], 1.25))
    body.oval(0.135, 0.0, 0.095, 0.098, tinted(cap, 0.62), TOP - 0.02, 0.04)
    body.oval(-0.012, 0.0, 0.148, 0.138, cap, TOP + 0.06, 0.15)
    for turn in (0.0, math.pi / 3, -math.pi / 3):
        body.crease(
            -0.012 - 0.13 * math.cos(turn),
            -0.12 * math.sin(turn),
            -0.012 + 0.13 * math.cos(turn),
            0.12 * math.sin(turn),
            0.005,
        )
    body.flat(-0.012, 0.0, 0.018, 0.018, tinted(cap, 1.5))
    body.box(0.098, 0.0, 0.022, 0.034, look.get("badge", GOLD))


def _helmet(body: Body, look: Look) -> None:
    shell = look.get("hat", ink("#3d464d"))
    body.oval(-0.015, 0.0, 0.170, 0.152, shell, TOP + 0.08, 0.18, gloss=0.5)
    body.bar(0.105, -0.085, 0.105, 0.085, 0.026, ink("#15181b"))
    body.bar(0.112, -0.060, 0.112, 0.060, 0.012, ink("#7d8d99"))
    for side in (-1, 1):
        body.crease(-0.12, side * 0.055, 0.08, side * 0.065, 0.007)


def _hood(body: Body, look: Look) -> None:
    """Pulled up: cloth to the brow, the face in its shade."""
    cloth = tinted(look["coat"], 1.10)
    body.oval(-0.035, 0.0, 0.165, 0.150, cloth, TOP + 0.06, 0.16)
    body.flat(0.105, 0.0, 0.032, 0.070, tinted(look["skin"], 0.55))
    body.crease(-0.18, 0.0, 0.06, 0.0, 0.009)


_CUTS: dict[str, Callable[[Body, Ink], None]] = {
    "short": _short, "slick": _slick, "grey_sides": _grey_sides, "tied": _tied, "long": _long, "braid": _short, "bob": _bob,
    "bun": _short, "curly": _curly, "bald": _bald, "receding": _receding,
}  # fmt: skip
_BEFORE: dict[str, Callable[[Body, Ink], None]] = {
    "tied": _tied_before, "long": _long_before, "braid": _braid_before, "bun": _bun_before,
}  # fmt: skip
_HATS: dict[str, Callable[[Body, Look], None]] = {
    "police_cap": _police_cap, "cap": _cap, "helmet": _helmet, "hood": _hood,
}  # fmt: skip
