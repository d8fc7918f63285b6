"""One person as drawn from above in one pose: baked layers in his colours, laid over one another.

Owns which layers a pose is made of and their order: shoes, legs, bag, arms, gun, trunk, head. The layers are baked
(`assets/people`); `people.py` chooses the pose and caches the result. The figure looks along +x; men are drawn larger than
they are, so that they read from a street's height.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, NamedTuple

import pygame

from game.render import atlas
from game.render.atlas import PPM
from game.render.noise import rgb, tone

STAND_IN = "pedestrian"
"""Who lends his looks to somebody who was not baked."""
LONG = ("smg", "rifle", "shotgun", "sniper")
LYING = ("down", "dead", "dragged")
LOW = ("kneel", "tied", "cower")
ARM_POSES = ("hands_up", "half_up", "haul", "phone")
BEATS = {"reload": 3, "use": 2, "throw": 2, "melee": 2}
"""What is done in several movements, and in how many."""
CANVAS = 208
CENTRE = CANVAS / 2
RECOIL = 0.06
BRIGHTER = 1.12
"""Colours are multiplied with baked shades; this makes up for the ridge of a limb, which is not quite white."""


class Pose(NamedTuple):
    """Everything that changes a figure's picture. A tuple, as it is the key of many pictures in every frame."""

    body: str
    """stand, hurt, aim, run, crouch, crouch_aim, reload, use, phone, melee, throw, hands_up, kneel, tied, cower, down,
    dead, dragged, haul; and what leads from one to another: raise, half_up."""
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
    beat: int = 0
    """Which movement of something done in several."""
    is_low: bool = False
    """On bent knees, whatever the arms do."""
    twist: int = 0
    """Where the feet go against where the body points, in eighths of a turn."""


def book_of(name: str) -> dict[str, Any]:
    """What the bake says of a person."""
    return atlas.book(f"people/{name}" if atlas.has(f"people/{name}") else f"people/{STAND_IN}")


def muzzle_of(kind: str) -> tuple[float, float]:
    """Where the muzzle of an aimed gun is drawn: metres ahead of the body's middle and to its right."""
    hold = "long_aim" if kind in LONG else "short_aim"
    frames = atlas.book("people/weapons")["frames"]
    frame = frames.get(f"{kind}-{hold}") or frames["pistol-short_aim"]
    ahead, right = frame["sockets"]["muzzle"][0]
    return ahead, right


def arms_of(pose: Pose) -> str:
    """Which baked arms belong to a pose."""
    if pose.body in BEATS:
        return f"{pose.body}{pose.beat % BEATS[pose.body]}"
    if pose.body == "raise":
        return ("long" if pose.weapon in LONG else "short") + "_raise"
    if pose.body in ARM_POSES or (pose.body == "hurt" and not pose.weapon):
        return pose.body
    aims = pose.body in ("aim", "crouch_aim")
    if pose.weapon:
        return ("long" if pose.weapon in LONG else "short") + ("_aim" if aims else "_rest")
    if pose.step < 0 or pose.load == "case" or pose.body == "crouch":
        return "hang"
    return f"{'run' if pose.body == 'run' else 'walk'}{pose.step}"


def between(old: Pose, new: Pose) -> Pose | None:
    """The pose on the way from one to another, None where one may flow into the other at once."""
    if new.body in LYING and old.body not in LYING:
        # Whoever falls goes down on his knees first, and holds himself.
        return None if old.body in LOW else Pose("hurt", is_masked=old.is_masked, is_hurt=True, is_low=True)
    if (new.body in LOW) != (old.body in LOW) and old.body not in LYING and new.body not in LYING:
        return Pose("crouch", is_masked=new.is_masked, is_low=True)
    if (
        (new.body == "hands_up") != (old.body == "hands_up")
        and new.body not in LYING + LOW
        and old.body not in LYING + LOW
    ):
        return Pose("half_up", new.step, is_masked=new.is_masked, twist=new.twist)
    arms = arms_of(old), arms_of(new)
    if new.weapon == old.weapon != "" and arms[0] != arms[1] and all(name.endswith(("_aim", "_rest")) for name in arms):
        return new._replace(body="raise", recoil=False)
    return None


def legs_of(pose: Pose) -> str:
    """Which baked legs belong to a pose."""
    if pose.is_low or pose.body.startswith("crouch"):
        return "crouch" if pose.step < 0 else f"crouch{pose.step}"
    if pose.step < 0:
        return "stand"
    return f"{'run' if pose.body == 'run' else 'walk'}{pose.step}"


def draw_figure(name: str, pose: Pose) -> pygame.Surface:
    """One pose of one person at the bake's scale, trimmed about its middle."""
    figure = _Figure(name)
    if pose.body in LYING:
        figure.lie(pose)
    elif pose.body in LOW:
        figure.stay_low(pose)
    else:
        figure.stand(pose)
    return _outlined(figure.canvas.subsurface(_about(figure.canvas, figure.used, 9)))


def draw_seated(name: str, is_masked: bool) -> pygame.Surface:
    """Shoulders and head of somebody behind a pane."""
    figure = _Figure(name)
    figure.own("torso-still")
    figure.own("head-masked" if is_masked else "head-bare", 0.02)
    figure.canvas.fill((176, 188, 200, 226), special_flags=pygame.BLEND_RGBA_MULT)
    return figure.canvas.subsurface(_about(figure.canvas, figure.used)).copy()


class _Figure:
    """A canvas on which a person's layers are laid."""

    def __init__(self, name: str) -> None:
        self.canvas = pygame.Surface((CANVAS, CANVAS), pygame.SRCALPHA)
        self.used = pygame.Rect(CENTRE, CENTRE, 0, 0)
        """What of the canvas has been drawn on: asking its pixels takes longer than drawing them."""
        self._book = book_of(name)
        self._k = float(self._book["larger"]) * PPM
        self._limbs = f"people/limbs-{self._book['build']}"

    def _lay(self, picture: pygame.Surface, pivot: list[float], ahead: float = 0.0, right: float = 0.0) -> None:
        x, y = CENTRE - pivot[0] + ahead * self._k, CENTRE - pivot[1] + right * self._k
        self.used.union_ip(self.canvas.blit(picture, (round(x), round(y))))

    def own(self, frame: str, ahead: float = 0.0, right: float = 0.0) -> None:
        """A layer of the person's own sheet."""
        found = self._book["frames"][frame]
        self._lay(_part(self._book["file"], tuple(found["rect"])), found["pivot"], ahead, right)

    def _shared(self, sheet: str, frame: str, ahead: float = 0.0) -> None:
        found = atlas.book(sheet)["frames"][frame]
        self._lay(_part(f"{sheet}.png", tuple(found["rect"])), found["pivot"], ahead)

    def _tinted(self, part: str, pose: str, ahead: float = 0.0) -> None:
        found = atlas.book(self._limbs)["frames"][f"{part}-{pose}"]
        colour = self._book["tints"][part]
        self._lay(_tinted(f"{self._limbs}.png", tuple(found["rect"]), colour), found["pivot"], ahead)

    def arms(self, name: str, ahead: float = 0.0) -> None:
        """Upper arms, forearms, hands."""
        for part in ("upper", "fore", "hand"):
            self._tinted(part, name, ahead)

    def legs(self, name: str, twist: int) -> None:
        """Shoes and legs, turned where the feet go."""
        if twist == 0:
            self._shared(self._limbs, f"shoes-{name}")
            self._tinted("legs", name)
            return
        whole, self.canvas = self.canvas, pygame.Surface((CANVAS, CANVAS), pygame.SRCALPHA)
        self.legs(name, 0)
        turned = pygame.transform.rotozoom(self.canvas.subsurface(_about(self.canvas, self.used)), -twist * 45.0, 1.0)
        self.canvas = whole
        self.used.union_ip(self.canvas.blit(turned, turned.get_rect(center=(CENTRE, CENTRE))))

    def stand(self, pose: Pose) -> None:
        """Standing, walking, running, crouching."""
        arms = arms_of(pose)
        back = -RECOIL if pose.recoil else 0.0
        lean = 0.06 if pose.body in ("run", "hurt") else 0.03 if pose.is_low else 0.0
        self.legs(legs_of(pose), pose.twist)
        if pose.load == "bag":
            self._shared("people/gear", "bag", lean)
        self.arms(arms, back + lean * 0.5)
        hold = arms
        if pose.body == "reload":
            hold = "long_reload" if pose.weapon in LONG else "short_reload"
        if pose.weapon and hold.startswith(("long", "short")):
            self._shared("people/weapons", f"{pose.weapon}-{hold}", back + lean * 0.5)
        elif pose.load == "case":
            self._shared("people/gear", "case")
        is_aiming = arms == "long_aim"
        self.own(f"torso-{'aim' if is_aiming else _sway(pose)}", lean)
        if pose.load == "bag":
            self._shared("people/gear", "straps", lean)
        if pose.is_hurt:
            self._shared("people/gear", "blood", lean)
        self.own(_head(pose), (0.04 if is_aiming else -0.02) + lean * 1.6, 0.03 if is_aiming else 0.0)

    def stay_low(self, pose: Pose) -> None:
        """Kneeling, tied or cowering: legs folded under, arms behind the head, the back, or over it."""
        self._shared(self._limbs, "shoes-low")
        self._tinted("legs", "low")
        ahead = 0.16 if pose.body == "cower" else 0.04
        if pose.body == "tied":
            self.own("torso-still", ahead * 0.3)
            self.arms("tied")
            self._shared("people/gear", "tie")
            self.own(_head(pose), ahead + 0.04)
            return
        self.own("torso-still", ahead * 0.3)
        self.own(_head(pose), ahead + 0.04)
        self.arms(pose.body)

    def lie(self, pose: Pose) -> None:
        """Sprawled on the ground; the wounded hold their side, the dragged trail their legs."""
        self._shared(self._limbs, f"shoes-{pose.body}")
        self._tinted("legs", pose.body)
        if pose.body == "down":
            self.own("torso-lying")
            self.arms("down")
        else:
            self.arms(pose.body)
            self.own("torso-lying")
        self._shared("people/gear", "blood", 0.08)
        self.own(_head(pose), 0.48, 0.03)


def _head(pose: Pose) -> str:
    return "head-masked" if pose.is_masked else "head-bare"


def _sway(pose: Pose) -> str:
    """How the shoulders turn against the step."""
    swing = math.sin(pose.step * math.tau / 8) if pose.step >= 0 else 0.0
    return "left" if swing > 0.5 else "right" if swing < -0.5 else "still"


@lru_cache(maxsize=512)
def _part(file: str, rect: tuple[int, ...]) -> pygame.Surface:
    return atlas.sheet(file).subsurface(rect).convert_alpha()


@lru_cache(maxsize=768)
def _tinted(file: str, rect: tuple[int, ...], colour: str) -> pygame.Surface:
    made = atlas.sheet(file).subsurface(rect).convert_alpha()
    made.fill((*tone(rgb(colour), BRIGHTER), 255), special_flags=pygame.BLEND_RGBA_MULT)
    return made


def _outlined(canvas: pygame.Surface) -> pygame.Surface:
    """The figure on a dark contour and its shade on the ground, so that it tells from asphalt by day and by night."""
    shape = pygame.mask.from_surface(canvas, 110)
    contour = shape.to_surface(setcolor=(7, 9, 13, 105), unsetcolor=(0, 0, 0, 0))
    width, height = canvas.get_size()
    small = shape.to_surface(setcolor=(7, 9, 13, 120), unsetcolor=(7, 9, 13, 0))
    result = pygame.transform.smoothscale(
        pygame.transform.smoothscale(small, (max(1, width // 9), max(1, height // 9))), (width, height)
    )
    for dx, dy in ((-2, 0), (2, 0), (0, -2), (0, 2), (-1, -1), (1, 1), (-1, 1), (1, -1)):
        result.blit(contour, (dx, dy))
    result.blit(canvas, (0, 0))
    return result


def _about(canvas: pygame.Surface, used: pygame.Rect, margin: int = 1) -> pygame.Rect:
    """What is used of a canvas, with as much on the other side, so that the middle stays the middle and turning costs less."""
    width, height = canvas.get_size()
    half_x = min(width // 2, int(max(width / 2 - used.left, used.right - width / 2)) + margin)
    half_y = min(height // 2, int(max(height / 2 - used.top, used.bottom - height / 2)) + margin)
    return pygame.Rect(width // 2 - half_x, height // 2 - half_y, half_x * 2, half_y * 2)
