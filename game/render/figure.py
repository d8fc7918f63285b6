"""One person as drawn from above in one pose: limbs, coat, head, hat or mask, weapon and load.

Owns the drawing with filled shapes at four times the sprite's size and its smooth reduction; `people.py` chooses
the pose and caches the result. The figure looks along +x; men are drawn larger than they are, so that they
read from a street's height.
"""

from __future__ import annotations

import dataclasses
import math

import pygame

from game.content.specs import PersonSpec
from game.render.noise import rgb, tone
from game.render.palette import Colour
from game.render.pen import LARGER, Pen

DARK: Colour = (20, 21, 25)
STEEL: Colour = (58, 62, 68)
BLOOD: Colour = (116, 16, 18)
WOOD: Colour = (98, 62, 36)
REACHES = {"smg": 0.36, "rifle": 0.56, "shotgun": 0.60, "sniper": 0.76}
"""From the grip to the muzzle of guns held with both hands."""
LONG = tuple(REACHES)


@dataclasses.dataclass(frozen=True, slots=True)
class Pose:
    """Everything that changes a figure's picture."""

    body: str
    """stand, hurt, aim, run, crouch, crouch_aim, reload, use, throw, hands_up, kneel, tied, cower, down,
    dead, dragged, haul."""
    step: int = -1
    """Eighth of the walk cycle, or -1 when the feet stand."""
    weapon: str = ""
    """Kind of the weapon in the hands."""
    recoil: bool = False
    is_masked: bool = False
    load: str = ""
    """"bag", "case" or "" in hand or on the back."""
    is_hurt: bool = False
    """Badly: blood on the coat, and a hand on it when it has nothing else to do."""
    twist: int = 0
    """Where the feet go against where the body points, in eighths of a turn."""


@dataclasses.dataclass(frozen=True, slots=True)
class Clothes:
    """Colours and build of one spec."""

    coat: Colour
    trousers: Colour
    skin: Colour
    hair: Colour
    hat: str
    side: str
    build: float
    has_vest: bool

    @staticmethod
    def of(spec: PersonSpec) -> Clothes:
        """Read a spec's colours."""
        return Clothes(
            rgb(spec.coat),
            rgb(spec.trousers),
            rgb(spec.skin),
            rgb(spec.hair),
            spec.hat,
            spec.side,
            spec.build,
            bool(spec.vest),
        )

    @property
    def glove(self) -> Colour:
        """Crews at work wear gloves."""
        return (30, 31, 35) if self.side == "crew" or self.hat == "helmet" else self.skin


def draw_figure(clothes: Clothes, pose: Pose) -> pygame.Surface:
    """Draw one pose of one person at 48 pixels a metre."""
    lying = pose.body in ("down", "dead", "dragged")
    pen = Pen(1.05 if lying else 0.95)
    if lying:
        _lying(pen, clothes, pose)
    elif pose.body in ("kneel", "tied", "cower"):
        _low(pen, clothes, pose)
    else:
        _upright(pen, clothes, pose)
    return pen.finish()


# Each entry: right elbow, right hand, left elbow, left hand (forward, right) in metres of a life-size man.
ARMS: dict[str, tuple[float, ...]] = {
    "long_aim": (0.02, 0.31, 0.15, 0.12, 0.22, -0.19, 0.42, 0.07),
    "long_rest": (-0.07, 0.31, 0.12, 0.18, 0.14, -0.27, 0.30, -0.06),
    "short_aim": (0.24, 0.19, 0.49, 0.04, 0.24, -0.19, 0.47, -0.01),
    "short_rest": (0.02, 0.30, 0.24, 0.20, 0.02, -0.29, 0.14, -0.26),
    "reload": (0.06, 0.31, 0.22, 0.12, 0.10, -0.26, 0.24, 0.03),
    "use": (0.16, 0.28, 0.42, 0.10, 0.16, -0.28, 0.42, -0.10),
    "throw": (-0.16, 0.40, -0.30, 0.52, 0.20, -0.24, 0.40, -0.12),
    "hands_up": (0.06, 0.40, 0.22, 0.50, 0.06, -0.40, 0.22, -0.50),
    "haul": (-0.18, 0.24, -0.34, 0.08, -0.18, -0.24, -0.34, -0.08),
    "melee": (0.18, 0.34, 0.46, 0.22, 0.10, -0.28, 0.20, -0.18),
    "hurt": (0.10, 0.27, 0.15, 0.05, 0.00, -0.29, 0.10, -0.24),
    "phone": (0.08, 0.30, 0.10, 0.16, 0.00, -0.29, 0.05, -0.28),
}


def arms_of(pose: Pose) -> str:
    """Which arm pose belongs to a body pose and a weapon."""
    if pose.body in ARMS:
        return pose.body
    if pose.weapon in LONG:
        return "long_aim" if pose.body in ("aim", "crouch_aim") else "long_rest"
    if pose.weapon:
        return "short_aim" if pose.body in ("aim", "crouch_aim") else "short_rest"
    return "swing"


def muzzle_of(kind: str) -> tuple[float, float]:
    """Where the muzzle of an aimed gun is drawn: metres ahead of the body's middle and to its right."""
    if kind in LONG:
        reach = REACHES[kind]
        return (0.20 + reach) * LARGER, (0.115 - 0.05 * reach) * LARGER
    return 0.71 * LARGER, 0.02 * LARGER


def _upright(pen: Pen, clothes: Clothes, pose: Pose) -> None:
    """Feet, bag, arms, gun, torso and head of a standing, walking or crouching figure."""
    swing = math.sin(pose.step * math.tau / 8) if pose.step >= 0 else 0.0
    crouches = pose.body.startswith("crouch")
    stride = (0.34 if pose.body == "run" else 0.24) * swing
    turn = pose.twist * math.tau / 8
    c, s = math.cos(turn), math.sin(turn)
    spread = 0.15 if crouches else 0.11
    for side, forward in ((1, stride), (-1, -stride)):
        forward += (0.16 if side > 0 else -0.14) if crouches else 0.03
        fx, fy = forward * c - side * spread * s, forward * s + side * spread * c
        pen.rod(-side * 0.09 * s, side * 0.09 * c, fx, fy, 0.10, 0.075, clothes.trousers)
        pen.flat_oval(fx + 0.05 * c, fy + 0.05 * s, 0.12, 0.058, turn, DARK)
    if pose.load == "bag":
        _bag(pen, -0.27, 0.0)
    broad = clothes.build
    _arms(pen, clothes, pose, swing, broad)
    lean = 0.06 if pose.body in ("run", "hurt") else 0.0
    twist = -0.28 if arms_of(pose) == "long_aim" else 0.10 * swing
    _torso(pen, clothes, lean, twist, broad * (0.94 if crouches else 1.0), pose.load == "bag")
    if pose.is_hurt:
        pen.flat_oval(lean + 0.07, 0.09, 0.07, 0.09, 0.4, BLOOD)
        pen.disc(lean - 0.02, 0.16, 0.035, BLOOD)
    ahead = 0.07 if arms_of(pose) == "long_aim" else 0.03
    _head(pen, clothes, pose, ahead + lean * 1.6, 0.03 if arms_of(pose) == "long_aim" else 0.0)


def _arms(pen: Pen, clothes: Clothes, pose: Pose, swing: float, broad: float) -> None:
    """Both arms and what they hold."""
    name = arms_of(pose)
    back = 0.06 if pose.recoil else 0.0
    joints: tuple[float, ...]
    if name == "swing":
        reach = 0.22 * swing
        joints = (-reach * 0.5, 0.29, 0.04 - reach, 0.29, reach * 0.5, -0.29, 0.04 + reach, -0.29)
    else:
        joints = ARMS[name]
    rex, rey, rhx, rhy, lex, ley, lhx, lhy = joints
    for sx, sy, ex, ey, hx, hy in (
        (-0.02, 0.22 * broad, rex, rey * broad, rhx - back, rhy),
        (-0.02, -0.22 * broad, lex, ley * broad, lhx - back, lhy),
    ):
        pen.rod(sx, sy, ex, ey, 0.088 * broad, 0.072 * broad, clothes.coat)
        pen.rod(ex, ey, hx, hy, 0.070 * broad, 0.055, clothes.coat)
        pen.disc(hx, hy, 0.056, clothes.glove)
    if pose.weapon:
        draw_weapon(pen, pose.weapon, name, back)
    if pose.load == "case":
        pen.bar(rhx - 0.16, rhy + 0.07, rhx + 0.16, rhy + 0.07, 0.065, (66, 44, 28))
        pen.bar(rhx - 0.14, rhy + 0.06, rhx + 0.14, rhy + 0.06, 0.02, (118, 84, 52))


def draw_weapon(pen: Pen, kind: str, arms: str, back: float) -> None:
    """The gun as the arm pose points it."""
    if kind in LONG:
        origin, turn = ((0.20 - back, 0.115), -0.05) if arms == "long_aim" else ((0.16, 0.10), -0.72)
    elif arms == "short_aim":
        origin, turn = (0.55 - back, 0.02), 0.0
    else:
        origin, turn = (0.28, 0.19), 0.1
    c, s = math.cos(turn), math.sin(turn)

    def piece(u0: float, u1: float, v: float, r: float, colour: Colour) -> None:
        a = (origin[0] + u0 * c - v * s, origin[1] + u0 * s + v * c)
        b = (origin[0] + u1 * c - v * s, origin[1] + u1 * s + v * c)
        pen.bar(*a, *b, r, colour)

    if kind in ("pistol", "revolver"):
        piece(-0.06, 0.16, 0.0, 0.034, DARK)
        piece(-0.03, 0.14, -0.008, 0.014, STEEL)
        return
    stock = WOOD if kind == "shotgun" else DARK
    reach = REACHES[kind]
    piece(-0.28, -0.06, 0.0, 0.042, stock)
    piece(-0.06, 0.22, 0.0, 0.046, DARK)
    piece(0.0, 0.18, -0.012, 0.018, STEEL)
    piece(0.18, reach - 0.12, 0.0, 0.036, stock if kind == "shotgun" else DARK)
    piece(0.20, reach, 0.0, 0.020, STEEL)
    if kind in ("rifle", "smg"):
        piece(0.10, 0.13, 0.06, 0.032, DARK)
    if kind == "sniper":
        piece(-0.02, 0.20, -0.015, 0.030, (74, 82, 92))


def _torso(pen: Pen, clothes: Clothes, lean: float, twist: float, broad: float, straps: bool) -> None:
    """Shoulders, and what is worn on them."""
    c, s = math.cos(twist), math.sin(twist)

    def at(u: float, v: float) -> tuple[float, float]:
        return lean + u * c - v * s, u * s + v * c

    pen.oval(*at(-0.01, 0), 0.160 * broad, 0.290 * broad, twist, clothes.coat)
    if clothes.hat == "helmet" or (clothes.has_vest and clothes.side != "crew"):
        vest = tone(clothes.coat, 1.32)
        pen.flat_oval(*at(0.0, 0), 0.135 * broad, 0.185 * broad, twist, tone(vest, 0.7))
        pen.flat_oval(*at(0.0, 0), 0.118 * broad, 0.165 * broad, twist, vest)
        for v in (-0.09, 0.0, 0.09):
            pen.disc(*at(0.11, v), 0.034, tone(vest, 0.72))
        return
    if clothes.side in ("crew", "civilian"):
        shirt = (214, 218, 222) if clothes.side == "crew" else tone(clothes.coat, 1.5)
        pygame.draw.polygon(
            pen.canvas, shirt, [pen.at(*at(0.03, -0.07)), pen.at(*at(0.03, 0.07)), pen.at(*at(0.165, 0.0))]
        )
        for v in (-1, 1):
            pen.bar(*at(0.0, v * 0.09), *at(0.15, v * 0.02), 0.020, tone(clothes.coat, 1.28))
    if clothes.side in ("police", "guard"):
        pen.disc(*at(0.10, -0.09), 0.030, (206, 176, 84))
        for v in (-1, 1):
            pen.bar(*at(-0.05, v * 0.22 * broad), *at(0.05, v * 0.22 * broad), 0.022, tone(clothes.coat, 1.5))
    if straps:
        for v in (-1, 1):
            pen.bar(*at(-0.13, v * 0.14), *at(0.10, v * 0.12), 0.024, (22, 22, 18))


def _head(pen: Pen, clothes: Clothes, pose: Pose, x: float, y: float) -> None:
    """Head with hair, hat, helmet or mask."""
    pen.oval(x, y, 0.132, 0.108, 0.0, clothes.skin)
    pen.disc(x + 0.128, y, 0.024, clothes.skin)
    if pose.is_masked:
        pen.oval(x, y, 0.140, 0.118, 0.0, (26, 27, 31))
        pen.bar(x + 0.085, y - 0.055, x + 0.085, y + 0.055, 0.022, (206, 196, 176))
        return
    if clothes.hat == "helmet":
        pen.oval(x - 0.01, y, 0.152, 0.134, 0.0, (38, 44, 49))
        pen.bar(x + 0.105, y - 0.07, x + 0.105, y + 0.07, 0.016, (86, 96, 104))
    elif clothes.hat == "police_cap":
        pen.flat_oval(x + 0.10, y, 0.09, 0.10, 0.0, (8, 9, 12))
        pen.oval(x - 0.005, y, 0.152, 0.142, 0.0, tone(clothes.coat, 1.1))
        pen.disc(x + 0.105, y, 0.026, (216, 188, 92))
    elif clothes.hat == "cap":
        pen.flat_oval(x + 0.12, y, 0.09, 0.085, 0.0, tone(clothes.coat, 0.8))
        pen.oval(x - 0.01, y, 0.135, 0.122, 0.0, tone(clothes.coat, 1.25))
    elif clothes.hat == "hood":
        pen.oval(x - 0.03, y, 0.145, 0.135, 0.0, tone(clothes.coat, 1.12))
    else:
        pen.oval(x - 0.035, y, 0.112, 0.112, 0.0, clothes.hair)
        for v in (-0.05, 0.0, 0.05):
            pen.bar(x - 0.11, y + v, x + 0.03, y + v * 0.8, 0.008, tone(clothes.hair, 1.5))


def _bag(pen: Pen, x: float, y: float) -> None:
    """A full duffel bag across the back."""
    pen.rod(x, y - 0.24, x, y + 0.24, 0.15, 0.15, (44, 47, 40))
    pen.bar(x, y - 0.26, x, y + 0.26, 0.012, (92, 94, 80))


def _low(pen: Pen, clothes: Clothes, pose: Pose) -> None:
    """Kneeling, tied or cowering figures: legs folded under, arms behind the head, the back, or over it."""
    for side in (-1, 1):
        pen.rod(0.06, side * 0.11, -0.22, side * 0.13, 0.10, 0.08, clothes.trousers)
        pen.flat_oval(-0.30, side * 0.13, 0.10, 0.055, 0.0, DARK)
    hands = {"kneel": (0.06, 0.33, -0.02, 0.12), "tied": (-0.12, 0.28, -0.22, 0.05), "cower": (0.16, 0.26, 0.20, 0.06)}[
        pose.body
    ]
    ex, ey, hx, hy = hands
    ahead = 0.16 if pose.body == "cower" else 0.04
    if pose.body != "kneel":
        _low_arms(pen, clothes, (ex, ey, hx, hy))
    _torso(pen, clothes, ahead * 0.3, 0.0, clothes.build * 0.96, False)
    _head(pen, clothes, pose, ahead + 0.04, 0.0)
    if pose.body == "kneel" or pose.body == "cower":
        _low_arms(pen, clothes, (ex, ey, hx, hy))
    if pose.body == "tied":
        _low_arms(pen, clothes, (ex, ey, hx, hy))
        pen.bar(-0.22, -0.06, -0.22, 0.06, 0.026, (228, 228, 220))


def _low_arms(pen: Pen, clothes: Clothes, joints: tuple[float, float, float, float]) -> None:
    ex, ey, hx, hy = joints
    for side in (-1, 1):
        pen.rod(-0.02, side * 0.23 * clothes.build, ex, side * ey, 0.08, 0.068, clothes.coat)
        pen.rod(ex, side * ey, hx, side * hy, 0.066, 0.05, clothes.coat)
        pen.disc(hx, side * hy, 0.052, clothes.skin)


def _lying(pen: Pen, clothes: Clothes, pose: Pose) -> None:
    """Sprawled on the ground; the wounded hold their side, the dragged trail their legs."""
    curl = 0.12 if pose.body == "down" else 0.0
    for side, fx, fy in ((1, -0.66 + curl * 2, 0.24), (-1, -0.68, -0.20 + curl)):
        pen.rod(-0.14, side * 0.10, fx, fy, 0.095, 0.072, clothes.trousers)
        pen.flat_oval(fx - 0.05, fy, 0.09, 0.055, 0.3 * side, DARK)
    hands = {
        "dead": (0.34, 0.44, 0.60, 0.52, 0.20, -0.50, 0.02, -0.66),
        "down": (0.16, 0.32, 0.02, 0.10, 0.36, -0.40, 0.52, -0.34),
        "dragged": (0.42, 0.30, 0.66, 0.14, 0.42, -0.30, 0.66, -0.14),
    }[pose.body]
    for sy, (ex, ey), (hx, hy) in ((0.22, hands[0:2], hands[2:4]), (-0.22, hands[4:6], hands[6:8])):
        pen.rod(0.24, sy, ex, ey, 0.08, 0.066, clothes.coat)
        pen.rod(ex, ey, hx, hy, 0.066, 0.052, clothes.coat)
        pen.disc(hx, hy, 0.05, clothes.glove)
    pen.oval(0.10, 0.0, 0.30, 0.215 * clothes.build, 0.0, clothes.coat)
    if clothes.side in ("crew", "civilian"):
        pen.bar(0.14, 0.0, 0.30, 0.0, 0.03, (208, 210, 212))
    _head(pen, clothes, pose, 0.47, 0.03)
