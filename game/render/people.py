"""People in the picture: which pose somebody is in, how far his step has come, and his cached figure.

Owns the choice of poses and the walk cycle by distance walked; `figure.py` draws. Called by the renderer, which
has already found where everybody is between the two ticks.
"""

from __future__ import annotations

import dataclasses
import math
from collections import OrderedDict

import pygame

from game.content.specs import Catalog
from game.render import atlas
from game.render.canvas import canvas, cut_out
from game.render.figure import Pose, between, draw_figure, draw_seated
from game.render.poses import BEAT_TICKS, FIRST_POSES, HURT, RUN_SPEED, pose_for, twist_of
from game.render.turned import TurnedCache, bucket_of, turned
from game.sim.view import PersonView, View

STRIDE = 1.5
"""Metres of two steps at a walk; a run is longer."""
BUCKETS = {16: 48, 24: 64}
"""Directions in which somebody is drawn, by the pixels of a metre up to which they do: a muzzle moves by two pixels at most."""
MOST_BUCKETS = 96
TURNS = 2
"""Pictures of people that are turned in one frame; a near direction, or what was last seen of them, stands in for the others."""
STALE_TICKS, STAGGERED = 3.0, 4
"""So long what was last seen of somebody may stand in for how he is now, and over how many ticks more that ends in a crowd."""
DRAWINGS_KEPT = 700
SEATED = 0.66
SOLID = 170
"""Opacity from which a pixel belongs to a figure and not to its shade on the ground."""
LIFT, EDGE = (48, 48, 52), (22, 24, 28, 0)
RIM_LIGHT, RIM_SHADE = (255, 246, 230, 74), (4, 6, 14, 84)
TICK_SECONDS = 1 / 60

BLEND_TICKS, FALL_TICKS = 7.0, 11.0
"""How long one pose flows into the next, and a man who stands into one who lies."""
UNSEEN = 1e6


@dataclasses.dataclass(slots=True)
class Change:
    """How somebody is drawn: what he is about, his pose, the one he is coming out of, and since when."""

    kind: tuple[str, str, str, bool, int]
    pose: Pose
    old: Pose | None
    since: float
    way: Pose | None = None
    """The pose on the way to his own, drawn for half of the time; None when that is over."""
    halves: bool = False
    """Whether there was one: each half of the change takes half of the time."""


Figure = tuple[pygame.Surface, pygame.Surface]
TurnedKey = tuple[str, Pose, int, int]
"""Sheet, pose, direction, scale."""


class PeoplePainter:
    """Figures of everybody who is seen."""

    def __init__(self, catalog: Catalog, dress: str = "") -> None:
        self._dress = dress
        self._looks: dict[str, str] = {}
        """Whose sheet each spec is drawn from."""
        self._changing: dict[int, Change] = {}
        self._time = 0.0
        self._weapons = {name: spec.kind for name, spec in catalog.weapons.items()}
        self._drawings: OrderedDict[tuple[str, Pose], pygame.Surface] = OrderedDict()
        self._turned = TurnedCache(40_000_000)
        self._walked: dict[int, float] = {}
        self._busy: dict[int, tuple[str, int]] = {}
        self._last: dict[str, Pose] = {}
        self._fresh, self._turns = 2, TURNS
        self._rests = False
        """Whether no pose is drawn in this frame, as one was in the one before."""
        self._shown: dict[int, tuple[TurnedKey, float]] = {}
        """What was last seen of each, and when it was last how he was."""
        self._settled: dict[int, tuple[TurnedKey, Figure]] = {}
        """The figure of each who comes out of no other pose, for as long as he stays as he is: most do from frame to frame."""
        self._heads: dict[tuple[str, bool], pygame.Surface] = {}
        """Shoulders and heads behind panes, before they are turned: by sheet, and masked or not."""
        self._ready: set[tuple[str, str, bool, str, bool]] = set()
        """Whose first poses are drawn: sheet, kind of weapon, masked, load, hurt."""
        atlas.prepare("people")

    def prepare(self, person: PersonView) -> bool:
        """Draw one pose that somebody will soon be seen in, on his feet or getting out; whether there was one."""
        look, kind = self._look(person.spec), self._weapons.get(person.weapon, "")
        hands = (look, kind, person.is_masked, person.carries, person.health < HURT)
        if hands in self._ready:
            return False
        for action, is_running, step in FIRST_POSES:
            pose = pose_for("stand", action, *hands[1:], is_running, False, step, 0, 0)
            if (look, pose) not in self._drawings:
                self._drawing(look, pose)
                return True
        self._ready.add(hands)
        return False

    def prepare_turned(self, person: PersonView, angle: float, scale: int) -> bool:
        """Make the picture of somebody as he is, at another scale; whether it was missing."""
        look = self._look(person.spec)
        if person.vehicle >= 0:
            is_missing = ("seated", look, person.is_masked, bucket_of(angle, 32), scale) not in self._turned
            if is_missing:
                self.seated(person, angle, scale)
            return is_missing
        pose = self.pose_of(person)
        lift = "lift", look, pose, bucket_of(angle, buckets_at(scale)), scale
        if (look, pose) not in self._drawings or lift in self._turned:
            return False
        self._turns = max(self._turns, 1)
        self._whole(look, pose, angle, scale)
        return True

    def take_over(self, before: PeoplePainter) -> None:
        """Keep the pictures of another level's painter: they say nothing of the level, but for how its crew is dressed."""
        self._drawings = before._drawings
        self._turned = before._turned

    def renew(self) -> None:
        """Another run: nobody has taken a step yet. What is drawn stays drawn."""
        self._walked.clear()
        self._busy.clear()
        self._last.clear()
        self._changing.clear()
        self._shown.clear()
        self._settled.clear()

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
        step = self._step(person)
        return pose_for(
            person.stance, person.action, self._weapons.get(person.weapon, ""), person.is_masked, person.carries,
            person.health < HURT, person.speed > RUN_SPEED, person.doing in ("phone", "call"), step,
            twist_of(person) if step >= 0 else 0, self._busy.get(person.id, ("", 0))[1],
        )  # fmt: skip

    def _step(self, person: PersonView) -> int:
        if person.id not in self._walked:
            return -1
        stride = STRIDE if person.speed <= RUN_SPEED else STRIDE * 1.5
        return int(self._walked[person.id] / stride * 8) % 8

    def figure(self, person: PersonView, angle: float, scale: int) -> Figure:
        """Somebody turned to `angle` radians: his picture, and what is added over it after the light."""
        who, pose, look = person.id, self.pose_of(person), self._look(person.spec)
        key = look, pose, bucket_of(angle, buckets_at(scale)), scale
        held = self._settled.get(who)
        if held is not None and held[0] == key:
            self._shown[who] = key, self._time
            return held[1]
        found = self._whole(look, self._drawn_pose(look, self._note(who, pose)), angle, scale, who)
        change = self._changing[who]
        if change.old is None and change.way is None and self._shown[who][0] == key:
            self._settled[who] = key, found
        else:
            self._settled.pop(who, None)
        return found

    def _whole(self, look: str, pose: Pose, angle: float, scale: int, who: int = -1) -> Figure:
        picture, key = self._picture(look, pose, angle, scale, who)
        return picture, self._turned.get(("lift", *key), lambda: lifted(picture))

    def _picture(
        self, look: str, pose: Pose, angle: float, scale: int, who: int = -1
    ) -> tuple[pygame.Surface, TurnedKey]:
        """A pose turned, or what stands in for it in a frame that has made enough pictures; `who` it is of, if that may be what was
        last seen of him."""
        key = wanted = look, pose, bucket_of(angle, buckets_at(scale)), scale
        if key not in self._turned:
            if self._turns > 0:
                self._turns -= 1
            else:
                key = self._stand_in(key, who)
        if who >= 0:
            self._shown[who] = key, self._time if key == wanted else self._shown.get(who, (key, self._time))[1]
        _, pose, bucket, _ = key
        drawn = self._turned.get(
            key,
            lambda: cut_out(rimmed(turned(self._drawing(look, pose), bucket * math.tau / buckets_at(scale), scale))),
        )
        return drawn, key

    def _stand_in(self, key: TurnedKey, who: int) -> TurnedKey:
        """A picture that is held and looks nearly the same; the wanted one where there is none."""
        look, pose, bucket, scale = key
        for off in (1, -1):
            near = look, pose, (bucket + off) % buckets_at(scale), scale
            if near in self._turned:
                return near
        last, since = self._shown.get(who, (key, -UNSEEN))
        is_fit = last[0] == look and last[1].weapon == pose.weapon and last[3] == scale and last in self._turned
        return last if is_fit and 0.0 <= self._time - since < STALE_TICKS + who % STAGGERED else key

    def _note(self, who: int, pose: Pose) -> Pose:
        """Remember what pose somebody is in now, and since when; the pose he is to be drawn in, which for a moment may be one on
        the way."""
        before = self._changing.get(who)
        kind = (pose.body, pose.weapon, pose.load, pose.is_low, pose.beat)
        if before is None or self._time < before.since:
            self._changing[who] = Change(kind, pose, None, -UNSEEN)
        elif before.kind != kind:
            way = between(before.pose, pose)
            self._changing[who] = Change(kind, pose, before.pose, self._time, way, way is not None)
        else:
            before.pose = pose
        change = self._changing[who]
        if change.way is None:
            return pose
        if self._time - change.since < _ticks_of(change):
            return change.way
        # Half of the way is done: what is left of it flows out of the pose between.
        change.old, change.way, change.since = change.way, None, change.since + _ticks_of(change)
        return pose

    def leaving(self, person: PersonView, angle: float, scale: int) -> tuple[pygame.Surface, int] | None:
        """The pose he is just coming out of, and how opaque it still is; laid over his figure it makes one flow into the other."""
        change = self._changing.get(person.id)
        if change is None or change.old is None:
            return None
        left = 1 - (self._time - change.since) / _ticks_of(change)
        if left <= 0:
            if change.way is None:
                change.old = None
            return None
        return self._picture(self._look(person.spec), change.old, angle, scale)[0], int(255 * left)

    def _look(self, spec: str) -> str:
        """The name of the sheet for a spec: in the level's dress, if he has one."""
        if spec not in self._looks:
            dressed = f"{spec}-{self._dress}"
            self._looks[spec] = dressed if self._dress and atlas.has(f"people/{dressed}") else spec
        return self._looks[spec]

    def seated(self, person: PersonView, angle: float, scale: int) -> pygame.Surface:
        """Somebody's shoulders and head behind a pane, turned with the vehicle."""
        bucket = bucket_of(angle, 32)
        look = self._look(person.spec)
        key = ("seated", look, person.is_masked, bucket, scale)
        # Smaller than on foot, or two would not fit side by side.
        return self._turned.get(
            key,
            lambda: cut_out(turned(self._head(look, person.is_masked), bucket * math.tau / 32, scale * SEATED)),
        )

    def _head(self, look: str, is_masked: bool) -> pygame.Surface:
        if (look, is_masked) not in self._heads:
            self._heads[(look, is_masked)] = draw_seated(look, is_masked)
        return self._heads[(look, is_masked)]

    def begin(self, time: float, is_strained: bool = False) -> None:
        """A frame begins, at a time in ticks: one new pose may be drawn, the last one of the same person stands in for others;
        a few pictures may be turned, a near direction stands in for the rest. Where frames are late it is half as many."""
        self._rests = is_strained and not self._rests
        self._fresh, self._turns, self._time = 0 if self._rests else 1, 1 if is_strained else TURNS, time

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


def buckets_at(scale: int) -> int:
    """In how many directions somebody is drawn at a scale."""
    return next((count for most, count in BUCKETS.items() if scale <= most), MOST_BUCKETS)


def rimmed(picture: pygame.Surface) -> pygame.Surface:
    """Light along the edges toward the sun, shade along the others: tells a dark coat from dark asphalt."""
    shape = pygame.mask.from_surface(picture, SOLID)
    edges = _edge(shape, 1).to_surface(setcolor=RIM_LIGHT, unsetcolor=(0, 0, 0, 0))
    _edge(shape, -1).to_surface(edges, setcolor=RIM_SHADE, unsetcolor=None)
    picture.blit(edges, (0, 0))
    return picture


def _edge(shape: pygame.Mask, away: int) -> pygame.Mask:
    """A line of pixels along one side of a shape, within its contour: on the contour its steps would show."""
    inner = shape.overlap_mask(shape, (away, away))
    edge = inner.copy()
    edge.erase(inner, (away, away))
    return edge


def lifted(picture: pygame.Surface) -> pygame.Surface:
    """A share of a figure's own colours and a bright edge toward the sky, on black, to be added."""
    made = canvas(picture.get_size())
    made.blit(picture, (0, 0))
    made.fill(LIFT, special_flags=pygame.BLEND_RGB_MULT)
    made.blit(
        _edge(pygame.mask.from_surface(picture, SOLID), 1).to_surface(setcolor=EDGE, unsetcolor=(0, 0, 0, 0)),
        (0, 0),
        special_flags=pygame.BLEND_RGB_ADD,
    )
    return made


def _ticks_of(change: Change) -> float:
    """How long somebody takes for the change he is in, or for each half of it."""
    whole = FALL_TICKS if change.pose.body in ("down", "dead") else BLEND_TICKS
    return whole / 2 if change.halves else whole
