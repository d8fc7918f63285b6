"""People in the picture: which pose somebody is in, how far his step has come, and his cached figure.

Owns the choice of poses and the walk cycle by distance walked; `figure.py` draws. Called by the renderer, which
has already found where everybody is between the two ticks.
"""

from __future__ import annotations

import math
from collections import OrderedDict

import pygame

from game.content.specs import Catalog
from game.render.figure import BEATS, Pose, draw_figure, draw_seated
from game.render.turned import FULL_TURN, TurnedCache, bucket_of, turned
from game.sim.view import PersonView, View

STRIDE = 1.5
"""Metres of two steps at a walk; a run is longer."""
RUN_SPEED = 3.2
HURT = 0.5
"""Share of health under which it shows."""
BUCKETS = 96
DRAWINGS_KEPT = 700
SEATED = 0.66
SOLID = 170
"""Opacity from which a pixel belongs to a figure and not to its shade on the ground."""
BEAT_TICKS = {"reload": 26, "use": 18, "throw": 14, "melee": 8}
"""How long one movement of each takes."""
LIFT, EDGE = (48, 48, 52), (22, 24, 28, 0)
RIM_LIGHT, RIM_SHADE = (255, 246, 230, 74), (4, 6, 14, 84)
TICK_SECONDS = 1 / 60


class PeoplePainter:
    """Figures of everybody who is seen."""

    def __init__(self, catalog: Catalog) -> None:
        self._weapons = {name: spec.kind for name, spec in catalog.weapons.items()}
        self._drawings: OrderedDict[tuple[str, Pose], pygame.Surface] = OrderedDict()
        self._turned = TurnedCache(40_000_000)
        self._walked: dict[int, float] = {}
        self._busy: dict[int, tuple[str, int]] = {}
        self._last: dict[str, Pose] = {}
        self._fresh = 2

    def renew(self) -> None:
        """Another run: nobody has taken a step yet. What is drawn stays drawn."""
        self._walked.clear()
        self._busy.clear()
        self._last.clear()

    def take(self, view: View) -> None:
        """Move everybody's step on by a tick, and what he is busy with."""
        walked, busy = {}, {}
        for person in view.people:
            if person.action in BEAT_TICKS:
                doing, ticks = self._busy.get(person.id, ("", 0))
                busy[person.id] = (person.action, ticks + 1 if doing == person.action else 0)
            if person.speed > 0.15:
                walked[person.id] = (self._walked.get(person.id, 0.0) + person.speed * TICK_SECONDS) % 1000.0
        self._walked, self._busy = walked, busy

    def pose_of(self, person: PersonView) -> Pose:
        """The pose in which a view shows somebody."""
        kind = self._weapons.get(person.weapon, "")
        masked = person.is_masked
        if person.stance in ("down", "dead"):
            return Pose("dragged" if person.action == "dragged" else person.stance, is_masked=masked)
        if person.stance in ("kneel", "tied", "cower"):
            return Pose(person.stance, is_masked=masked)
        load = "bag" if "bag" in person.carries else "case" if person.carries and person.carries != "man" else ""
        step = self._step(person)
        twist = _twist(person) if step >= 0 else 0
        if person.stance == "hands_up":
            return Pose("hands_up", step, is_masked=masked, twist=twist)
        if person.action == "carry_man" or person.carries == "man":
            return Pose("haul", step, is_masked=masked, twist=twist)
        body = self._body(person, step)
        hurt = person.health < HURT
        recoils = person.action == "fire"
        hands_free = body in ("use", "throw", "melee") or (load == "case" and kind not in ("pistol", "revolver"))
        is_low = person.stance == "crouch"
        weapon = "" if hands_free else kind
        return Pose(body, step, weapon, recoils, masked, load, hurt, self._beat(person, body), is_low, twist)

    def _beat(self, person: PersonView, body: str) -> int:
        """Which movement somebody is at: work and reloading go round, blows and throws end with the last."""
        if body not in BEATS:
            return 0
        beat = self._busy.get(person.id, ("", 0))[1] // BEAT_TICKS[body]
        return beat % BEATS[body] if body in ("reload", "use") else min(beat, BEATS[body] - 1)

    def _body(self, person: PersonView, step: int) -> str:
        action = person.action
        crouches = person.stance == "crouch"
        if action in ("aim", "fire"):
            return "crouch_aim" if crouches else "aim"
        if action in ("reload", "throw", "melee"):
            return action
        if action == "use":
            return "phone" if person.doing in ("phone", "call") else "use"
        if crouches:
            return "crouch"
        if step >= 0 and person.speed > RUN_SPEED:
            return "run"
        return "hurt" if person.health < HURT and not person.carries else "stand"

    def _step(self, person: PersonView) -> int:
        if person.id not in self._walked:
            return -1
        stride = STRIDE if person.speed <= RUN_SPEED else STRIDE * 1.5
        return int(self._walked[person.id] / stride * 8) % 8

    def picture(self, person: PersonView, angle: float, scale: int) -> pygame.Surface:
        """Somebody's figure turned to `angle` radians."""
        pose = self._drawn_pose(person.spec, self.pose_of(person))
        bucket = bucket_of(angle, BUCKETS)
        key = (person.spec, pose, bucket, scale)
        return self._turned.get(
            key, lambda: rimmed(turned(self._drawing(person.spec, pose), bucket * math.tau / BUCKETS, scale))
        )

    def lift(self, person: PersonView, angle: float, scale: int) -> pygame.Surface:
        """What is added over somebody after the light: he stays readable in a shadow and at night."""
        pose = self._drawn_pose(person.spec, self.pose_of(person))
        bucket = bucket_of(angle, BUCKETS)
        key = (person.spec, pose, bucket, scale)
        return self._turned.get(("lift", *key), lambda: lifted(self.picture(person, angle, scale)))

    def seated(self, person: PersonView, angle: float, scale: int) -> pygame.Surface:
        """Somebody's shoulders and head behind a pane, turned with the vehicle."""
        bucket = bucket_of(angle, 32)
        key = ("seated", person.spec, person.is_masked, bucket, scale)
        # Smaller than on foot, or two would not fit side by side.
        return self._turned.get(
            key, lambda: turned(draw_seated(person.spec, person.is_masked), bucket * math.tau / 32, scale * SEATED)
        )

    def begin(self) -> None:
        """A frame begins: one new pose may be drawn, the last one of the same person stands in for others."""
        self._fresh = 1

    def _drawn_pose(self, spec: str, pose: Pose) -> Pose:
        if (spec, pose) not in self._drawings:
            last = self._last.get(spec)
            if self._fresh <= 0 and last is not None and (spec, last) in self._drawings and last.weapon == pose.weapon:
                return last
            self._fresh -= 1
        self._last[spec] = pose
        return pose

    def _drawing(self, spec: str, pose: Pose) -> pygame.Surface:
        key = (spec, pose)
        if key in self._drawings:
            self._drawings.move_to_end(key)
            return self._drawings[key]
        self._drawings[key] = draw_figure(spec, pose)
        if len(self._drawings) > DRAWINGS_KEPT:
            self._drawings.popitem(last=False)
        return self._drawings[key]


def rimmed(picture: pygame.Surface) -> pygame.Surface:
    """Light along the edges toward the sun, shade along the others: tells a dark coat from dark asphalt."""
    shape = pygame.mask.from_surface(picture, SOLID)
    for away, colour in ((1, RIM_LIGHT), (-1, RIM_SHADE)):
        picture.blit(_edge(shape, away).to_surface(setcolor=colour, unsetcolor=(0, 0, 0, 0)), (0, 0))
    return picture


def _edge(shape: pygame.Mask, away: int) -> pygame.Mask:
    """A line of pixels along one side of a shape, within its contour: on the contour its steps would show."""
    inner = shape.overlap_mask(shape, (away, away))
    edge = inner.copy()
    edge.erase(inner, (away, away))
    return edge


def lifted(picture: pygame.Surface) -> pygame.Surface:
    """A share of a figure's own colours and a bright edge toward the sky, on black, to be added."""
    made = pygame.Surface(picture.get_size()).convert()
    made.blit(picture, (0, 0))
    made.fill(LIFT, special_flags=pygame.BLEND_RGB_MULT)
    made.blit(
        _edge(pygame.mask.from_surface(picture, SOLID), 1).to_surface(setcolor=EDGE, unsetcolor=(0, 0, 0, 0)),
        (0, 0),
        special_flags=pygame.BLEND_RGB_ADD,
    )
    return made


def _twist(person: PersonView) -> int:
    """Where the feet go against where the body points, in eighths of a turn, folded to half a turn."""
    away = (person.heading - person.facing) % FULL_TURN
    eighth = int(away / FULL_TURN * 8 + 0.5) % 8
    # Walking backwards is drawn with the same legs as walking ahead.
    return {3: 7, 4: 0, 5: 1}.get(eighth, eighth)
