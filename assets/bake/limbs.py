"""Legs and arms of every pose, in grey: the game gives them the colours of trousers, sleeves and skin.

Owns the joints. One sheet for each of three builds. Layers of a pose: shoes and legs; upper arms, forearms and hands, so
that sleeves can be long or short. Called by `people_sheets.py`.
"""

from __future__ import annotations

import math
from typing import Any

from assets.bake import sheets
from assets.bake.body import WHITE, Body, frame, lit
from assets.bake.relief import ink

BUILDS = {"slim": 0.90, "medium": 1.02, "heavy": 1.20}
STEPS = 8
SHOE = ink("#1a1a1d")
REACH = 0.78

Joints = tuple[float, ...]

ARMS: dict[str, Joints] = {
    "long_aim": (0.02, 0.32, 0.16, 0.12, 0.22, -0.20, 0.43, 0.07),
    "long_rest": (-0.07, 0.33, 0.13, 0.20, 0.14, -0.28, 0.32, -0.08),
    "short_aim": (0.24, 0.20, 0.50, 0.04, 0.24, -0.20, 0.48, -0.01),
    "short_rest": (0.02, 0.32, 0.26, 0.22, 0.02, -0.31, 0.14, -0.27),
    "reload0": (0.02, 0.33, 0.20, 0.16, 0.12, -0.28, 0.30, 0.00),
    "reload1": (0.02, 0.33, 0.20, 0.16, -0.08, -0.31, 0.06, -0.26),
    "reload2": (0.02, 0.33, 0.20, 0.16, 0.16, -0.24, 0.36, -0.04),
    "use0": (0.16, 0.30, 0.44, 0.11, 0.16, -0.30, 0.44, -0.11),
    "use1": (0.14, 0.31, 0.38, 0.06, 0.18, -0.29, 0.50, -0.14),
    "throw0": (-0.16, 0.42, -0.30, 0.54, 0.20, -0.26, 0.42, -0.13),
    "throw1": (0.16, 0.36, 0.50, 0.30, 0.04, -0.30, 0.10, -0.22),
    "hands_up": (0.04, 0.42, 0.24, 0.50, 0.04, -0.42, 0.24, -0.50),
    "haul": (-0.18, 0.26, -0.36, 0.09, -0.18, -0.26, -0.36, -0.09),
    "melee0": (-0.10, 0.40, 0.06, 0.52, 0.16, -0.28, 0.32, -0.16),
    "melee1": (0.20, 0.34, 0.52, 0.12, 0.06, -0.30, 0.14, -0.20),
    "hurt": (0.10, 0.29, 0.17, 0.05, 0.00, -0.31, 0.10, -0.25),
    "phone": (0.08, 0.32, 0.08, 0.17, 0.00, -0.31, 0.05, -0.29),
    "kneel": (0.06, 0.36, -0.03, 0.12, 0.06, -0.36, -0.03, -0.12),
    "tied": (-0.13, 0.30, -0.24, 0.05, -0.13, -0.30, -0.24, -0.05),
    "cower": (0.17, 0.27, 0.20, 0.06, 0.17, -0.27, 0.20, -0.06),
    "dead": (0.34, 0.44, 0.60, 0.52, 0.20, -0.50, 0.02, -0.66),
    "down": (0.16, 0.33, 0.02, 0.10, 0.36, -0.40, 0.52, -0.34),
    "dragged": (0.42, 0.30, 0.66, 0.14, 0.42, -0.30, 0.66, -0.14),
}
"""Right elbow, right hand, left elbow, left hand (forward, right) in metres of a life-size man."""
LYING = ("dead", "down", "dragged")
BETWEEN = {
    "long_raise": ("long_rest", "long_aim"),
    "short_raise": ("short_rest", "short_aim"),
    "half_up": ("hang", "hands_up"),
}
"""Arms on their way from one pose to another."""


def swing_of(step: int) -> float:
    """How far the right leg is ahead in an eighth of the gait, -1 to 1."""
    return math.sin(step * math.tau / STEPS)


def bake_build(item: str, build: str) -> sheets.Baked:
    """The sheet and the book of one build."""
    sheet, frames = sheets.Sheet(), {}
    for name, body in _legs().items():
        frames[f"shoes-{name}"] = frame(sheet, lit(body[0]))
        frames[f"legs-{name}"] = frame(sheet, lit(body[1]))
    for name, joints in _poses().items():
        for part, body in zip(
            ("upper", "fore", "hand"), _arm_layers(joints, BUILDS[build], name in LYING), strict=True
        ):
            frames[f"{part}-{name}"] = frame(sheet, lit(body))
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "frames": frames}
    return baked


def _poses() -> dict[str, Joints]:
    """All arm poses, those of the gait among them: they swing against the legs."""
    found = dict(ARMS)
    for step in range(STEPS):
        swing = swing_of(step)
        for gait, reach, bend in (("walk", 0.20, 0.04), ("run", 0.24, 0.12)):
            ahead, back = -reach * swing, reach * swing
            found[f"{gait}{step}"] = (
                ahead * 0.45 - 0.05, 0.31, ahead + bend, 0.29 - 0.05 * max(0.0, ahead / reach),
                back * 0.45 - 0.05, -0.31, back + bend, -0.29 + 0.05 * max(0.0, back / reach),
            )  # fmt: skip
    found["hang"] = (-0.02, 0.31, 0.06, 0.29, -0.02, -0.31, 0.06, -0.29)
    for name, (start, end) in BETWEEN.items():
        found[name] = tuple((a + b) / 2 for a, b in zip(found[start], found[end], strict=True))
    return found


def _arm_layers(joints: Joints, broad: float, is_lying: bool) -> tuple[Body, Body, Body]:
    """Upper arms, forearms, hands."""
    upper, fore, hand = Body(REACH), Body(REACH), Body(REACH)
    start = 0.24 if is_lying else -0.02
    for side, (ex, ey, hx, hy) in ((1, joints[:4]), (-1, joints[4:])):
        ey *= broad
        upper.rod(start, side * 0.225 * broad, ex, ey, 0.094 * broad, 0.080 * broad, WHITE, 1.40)
        fore.rod(ex, ey, hx, hy, 0.078 * broad, 0.060, WHITE, 1.36)
        hand.oval(hx, hy, 0.064, 0.058, WHITE, 1.42, 0.05)
    return upper, fore, hand


def _legs() -> dict[str, tuple[Body, Body]]:
    """Shoes and legs of all stances."""
    found = {"stand": _stance(0.05, 0.05, 0.115), "crouch": _stance(0.20, -0.15, 0.16), "low": _folded()}
    for step in range(STEPS):
        swing = swing_of(step)
        lift = math.cos(step * math.tau / STEPS)
        found[f"walk{step}"] = _stance(0.04 + 0.23 * swing, 0.04 - 0.23 * swing, 0.105, lift * 0.3)
        found[f"run{step}"] = _stance(0.05 + 0.36 * swing, 0.05 - 0.36 * swing, 0.10, lift)
        found[f"crouch{step}"] = _stance(0.04 + 0.22 * swing, 0.02 - 0.22 * swing, 0.155)
    for name, feet in (
        ("dead", ((-0.66, 0.24), (-0.68, -0.20))),
        ("down", ((-0.46, 0.26), (-0.66, -0.10))),
        ("dragged", ((-0.68, 0.14), (-0.70, -0.12))),
    ):
        found[name] = _sprawl(feet)
    return found


def _stance(right: float, left: float, spread: float, lift: float = 0.0) -> tuple[Body, Body]:
    """Two feet ahead of the hips by so much; the one that swings through is lifted, so its shoe shows less."""
    shoes, legs = Body(REACH), Body(REACH)
    for side, ahead, raised in ((1, right, max(0.0, lift)), (-1, left, max(0.0, -lift))):
        shoes.oval(
            ahead + 0.055,
            side * spread,
            0.125 - 0.03 * raised,
            0.062,
            SHOE,
            0.20 + raised * 0.1,
            0.06,
            side * 0.10,
            0.4,
        )
        knee = ahead * 0.55 + (0.09 if ahead > 0 else 0.0)
        legs.rod(0, side * 0.10, knee, side * spread, 0.105, 0.092, WHITE, 0.80)
        legs.rod(knee, side * spread, ahead - 0.02, side * spread, 0.090, 0.068, WHITE, 0.66)
    return shoes, legs


def _folded() -> tuple[Body, Body]:
    """Kneeling: shins under the thighs, soles up."""
    shoes, legs = Body(REACH), Body(REACH)
    for side in (-1, 1):
        shoes.oval(-0.33, side * 0.13, 0.105, 0.060, SHOE, 0.2, 0.05)
        legs.rod(0.10, side * 0.12, -0.24, side * 0.14, 0.115, 0.085, WHITE, 0.5)
    return shoes, legs


def _sprawl(feet: Any) -> tuple[Body, Body]:
    shoes, legs = Body(REACH + 0.1), Body(REACH + 0.1)
    for side, (fx, fy) in ((1, feet[0]), (-1, feet[1])):
        shoes.oval(fx - 0.06, fy, 0.10, 0.060, SHOE, 0.2, 0.05, 0.3 * side)
        kx, ky = (-0.14 + fx) / 2, (side * 0.10 + fy) / 2 + side * 0.05
        legs.rod(-0.14, side * 0.10, kx, ky, 0.108, 0.090, WHITE, 0.25)
        legs.rod(kx, ky, fx, fy, 0.088, 0.068, WHITE, 0.22)
    return shoes, legs
