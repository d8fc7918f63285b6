"""The frozen picture of one tick: all that drawing, HUD and camera may know. Types only.

Built by `picture.py` when a frame is drawn, never kept by the sim. The renderer holds the last two and draws
between them. Nothing here can reach a `World`. Metres, y down; `aim` and `facing` are 65,536ths of a turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def shown(cls: type[T]) -> type[T]:
    """A dataclass that nobody may change, which the type checker sees to.

    Not frozen at run time: some fifty are built every tick, and a frozen one of twenty fields takes six times as long
    (measured: 7.4 microseconds instead of 1.3).
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


@shown
class PersonView:
    """Somebody who is seen."""

    id: int
    name: str
    spec: str
    side: str
    x: float
    y: float
    facing: int
    """Where the body and the gun point."""
    heading: int
    """Where the feet go (equals facing when he stands)."""
    speed: float
    stance: str
    """stand, crouch, down (wounded on the ground), dead, hands_up, kneel (held), tied, cower or seated."""
    action: str
    """idle, aim, fire, reload, use, melee, throw, carry_man, dragged, shout."""
    weapon: str
    is_masked: bool
    carries: str
    """"", the kind of the item in his hands, or "man"."""
    vehicle: int
    """EntityId of the vehicle he sits in, or -1."""
    seat: int
    is_player: bool
    health: float
    suppression: float
    doing: str
    """Verb of what he is busy with, or ""."""
    progress: float


@shown
class VehicleView:
    """A vehicle that is seen."""

    id: int
    name: str
    spec: str
    x: float
    y: float
    angle: float
    """Radians."""
    speed: float
    """Forward speed."""
    slip: float
    """How far the tyres slide sideways, m/s: tyre marks and squeal."""
    steer: float
    """Front wheel angle, radians."""
    colour: str
    stage: int
    """0 whole, 1 scratched, 2 dented, 3 broken, 4 wreck."""
    tyres: tuple[float, float, float, float]
    """Pressure 0 to 1: front left, front right, rear left, rear right."""
    rpm: float
    """Engine speed as a share of its range."""
    throttle: float
    is_braking: bool
    has_lights: bool
    has_siren: bool
    is_on_side: bool
    is_burning: bool
    is_open: bool
    """The cargo doors stand open."""
    has_engine: bool
    occupants: tuple[int, ...]
    """EntityId in each seat, -1 = empty."""


@shown
class ItemView:
    """A thing on the ground or in flight."""

    id: int
    kind: str
    name: str
    x: float
    y: float
    facing: int
    state: str
    """lying, flying, laid, burning."""


@shown
class DoorView:
    """A door of the place."""

    id: int
    name: str
    kind: str
    """single, double, revolving, vault, gate or shutter."""
    x: float
    y: float
    facing: int
    """The side its leaves swing to."""
    width: float
    hinge: str
    """left or right, seen by whoever goes through the way it swings."""
    material: str
    opening: float
    """0 shut to 1 wide open."""
    turn: int
    """Of a revolving door's panes, 65,536ths of a turn."""
    is_locked: bool
    is_broken: bool
    """Out of its frame: what is left lies on the floor."""
    has_charge: bool


@shown
class CameraView:
    """A security camera."""

    name: str
    x: float
    y: float
    facing: int
    """Where it looks now, 65,536ths of a turn."""
    reach: float
    cone: int
    """From the middle of its picture to an edge, 65,536ths of a turn."""
    state: str
    """watched (by somebody), recording, dead or broken."""
    sees: bool
    """Whether it has one of the crew in its picture."""
    is_known: bool
    """Whether the crew has noticed it, and so knows what it covers."""


@shown
class CasedView:
    """Something of the place that the crew has noticed."""

    kind: str
    """camera, guard, alarm, phone, locked, exit, key or tape."""
    name: str
    x: float
    y: float
    age: int
    """Ticks since it was noticed."""


@shown
class BulletView:
    """The way a bullet went in this tick."""

    x0: float
    y0: float
    x1: float
    y1: float
    is_tracer: bool


@shown
class SignalView:
    """A traffic light."""

    x: float
    y: float
    is_green: bool


@shown
class CrewStatus:
    """One line of the crew list."""

    id: int
    name: str
    spec: str
    health: float
    order: str
    doing: str
    """Short words for what he is at."""
    temper: float
    """0 to 1; only for those who have one."""
    is_player: bool
    vehicle: int
    magazines: int
    stance: str
    bleed_seconds: int = 0
    """Until somebody who lies wounded has bled to death; 0 = he does not bleed."""


@shown
class HeldStatus:
    """Somebody held at gunpoint, and how firmly."""

    id: int
    x: float
    y: float
    control: float


@shown
class ThreatView:
    """An armed enemy the crew knows of, for edge markers."""

    id: int
    x: float
    y: float
    is_shooting: bool
    pinned: float = 0.0
    """How far his head is down, 0 to 1: from `menace.SUPPRESSED` on his lane is pinned."""
    is_pinned: bool = False


@shown
class NoticeView:
    """Somebody whose eye has fallen on one of the crew and who is not sure yet: his meter, for a mark over him or at the edge."""

    id: int
    x: float
    y: float
    share: float
    """0 to 1: at 1 he knows."""
    whom: int


@shown
class HelicopterView:
    """Something that hovers: no body in the place, seen from above, its shadow on the ground."""

    id: int
    name: str
    x: float
    y: float
    heading: int
    """65,536ths of a turn: where its nose points."""
    speed: float
    spot_x: float
    spot_y: float
    """The middle of its searchlight's disc (by day: of where its crew looks)."""
    spot_radius: float
    has_light: bool
    sees: bool
    """Whether it has somebody of the crew in sight now."""


@shown
class MarkerView:
    """A place the player should know of."""

    x: float
    y: float
    label: str
    kind: str
    """goal, person, vehicle, item."""


@shown
class HudView:
    """What the player reads."""

    goal: str
    clock_label: str
    clock_ticks: int
    """Ticks left on the running clock, negative when it has run out; 0 with an empty label = none runs."""
    weapon: str
    weapon_label: str
    magazine: int
    magazine_size: int
    spare_magazines: tuple[int, ...]
    """Rounds in each spare magazine, the next one first."""
    is_reloading: float
    """Progress 0 to 1; 0 = not."""
    prompt: str
    """Verb of what USE would do here (search, take, plant, drag, tie, lay, light ...), with whom it is done to where that matters
    (`hand:Chris`); "no_ties" where nothing is left to tie with, or ""."""
    prompt_enter: str
    """Verb of what ENTER would do here (enter, leave, hijack), or ""."""
    prompt_wound: str
    """Verb of what DISARM would do here to one of his own (treat, disarm), or ""."""
    progress: float
    """How far the present use is, 0 to 1."""
    speaker: str
    line: str
    is_radio: bool
    awareness: str
    """calm, search, know or lost: what the police believe."""
    stage: int
    bags: int
    found: tuple[str, ...]
    """Labels of what has been found."""
    deafness: float
    """0 to 1."""
    hurt: float
    """0 to 1: how badly the player is hurt."""
    suppression: float
    speed_kmh: float
    """Of the vehicle he is in; 0 on foot."""
    is_driving: bool
    leave_progress: float
    """How far walking out is, 0 to 1."""
    can_leave: bool
    window_ticks: int
    """Ticks left of a thirty-seconds window, 0 = none."""
    side: str = "crew"
    """Whose side the player is on: crew or police."""
    goal_beat: str = ""
    """The beat whose goal is shown."""
    suspicion: float = 0.0
    """0 to 1: how odd the player's conduct has looked; 0 = calm, or it does not matter any more."""
    is_gun_hidden: bool = False
    """He is armed and nobody can see it."""
    in_line: str = ""
    """Who stands in his line of fire as he aims and should not: bystander, friend or shield; "" = nobody."""
    light: float = 1.0
    """0 to 1: how bright it is where the player stands."""
    heard_metres: float = 0.0
    """How far the player's steps are heard now; 0 = he makes none that anybody would tell from others."""
    is_filmed: bool = False
    """A security camera has the player in its picture."""
    is_hushed: bool = False
    """The last beat: nothing but what is said is shown over the picture."""
    cased: tuple[int, int] = (0, 0)
    """Of the things that are good to know of a watched place, how many have been noticed, and how many there are."""


class Cause(NamedTuple):
    """Something that made a run go as it went, as the text files say it: `[cause]`'s line `key`, filled in with `values`."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


WON = {"crew": ("escaped",), "police": ("arrested", "killed")}
"""Results that are what a side is after."""


@shown
class ResultView:
    """How it ended."""

    result: str
    ending: str
    seconds: float
    score: int
    rows: tuple[tuple[str, str, int], ...]
    """label, what was counted, points."""
    causes: tuple[Cause, ...]
    """What made it go as it went, in order ("Waingro fired: unwatched for 9 s")."""
    side: str = "crew"
    """Whose result it is."""

    @property
    def is_won(self) -> bool:
        """Whether it is what this side was after; whoever walks away has not finished."""
        return self.result in WON[self.side]


@shown
class DebugMind:
    """What one mind does, for overlays."""

    id: int
    activity: str
    target: int
    path: tuple[tuple[float, float], ...]
    wants: str
    turn: str
    """Of his part in moving by turns: set, waits or moves."""
    covers: int
    """The enemy he keeps down for a friend; -1 = none."""
    menaced_by: tuple[int, ...]
    cover: tuple[float, float] | None
    """Where he has chosen to fight from."""
    suppression: float
    has_a_line: bool
    """Whether nothing stands between his eyes and the player: no wall, no shut door, no vehicle one cannot see over."""
    notices: tuple[tuple[int, float], ...] = ()
    """Whom of the crew he is noticing or has noticed, and how full that meter is, 0 to 1."""
    watches: bool = False
    """Whether he lies in wait with his gun on a place."""
    act: str = ""
    """What he is at that comes before his step, or his part in the fight: falls back, drags, pins, blind fire ... ; "" = nothing."""
    peeks: str = ""
    """From where he fires out of his cover: left, right or over; "" = he does not fight from one."""
    role: str = ""
    """His part in a pursuit by car: tail, spin, box, cut_off or support."""
    way: tuple[tuple[float, float], ...] = ()
    """The points of the road before him, while he drives by them."""
    places: tuple[tuple[float, float, float], ...] = ()
    """Places to fight from that he would look at now, while he fights: x, y, and what each is worth to him."""
    seen_on_the_way: tuple[tuple[float, float], ...] = ()
    """Points of his way that one of those he knows of could fire at."""
    lane: tuple[float, float, float, float] | None = None
    """The line along which he fires, which his friends keep out of: from, to."""


@shown
class DebugPolice:
    """What the police as a body believe and how intense it is, for overlays."""

    belief: str
    last_x: float
    last_y: float
    ring: float
    """Metres round the last known place that are searched now."""
    confidence: float
    phase: str
    """Of the fight: build, peak, fade or relax."""
    intensity: float
    due: tuple[tuple[int, str], ...]
    """Units on their way: ticks until they are due, and which."""


@shown
class JetView:
    """A jet that comes over."""

    x: float
    y: float
    height: float
    """Metres above the ground."""
    facing: int
    number: int


@shown
class ShadowView:
    """The shadow of somebody who is not seen himself: where he stands who throws it, as the light tells it."""

    id: int
    x: float
    y: float
    height: float


@shown
class SoundMark:
    """A sound that was heard and whose maker is not seen: about here."""

    x: float
    y: float
    kind: str
    """step, breath, fence, thud, snip, shot; or radio: somebody has told where he is."""
    age: float
    """0 just now, 1 nearly forgotten."""
    spread: float
    """Metres by which its place is uncertain."""


@shown
class BeliefView:
    """Where one man thinks another is, for overlays: chances of 1,000 by cell, row by row."""

    who: int
    cell: int
    columns: int
    chances: tuple[int, ...]
    mode: str
    cue: str


@shown
class View:
    """One tick as it looks."""

    tick: int
    people: tuple[PersonView, ...]
    vehicles: tuple[VehicleView, ...]
    items: tuple[ItemView, ...]
    bullets: tuple[BulletView, ...]
    signals: tuple[SignalView, ...]
    crew: tuple[CrewStatus, ...]
    held: tuple[HeldStatus, ...]
    threats: tuple[ThreatView, ...]
    markers: tuple[MarkerView, ...]
    hud: HudView
    player: int
    """EntityId of the player's body."""
    focus_x: float
    focus_y: float
    """Where the camera should be about: the player's body or his vehicle."""
    aim_x: float
    aim_y: float
    """The aimed point."""
    velocity_x: float
    velocity_y: float
    scale: int
    """Wanted pixels a metre: 16 driving, 24 street, 36 close."""
    attention: tuple[float, float, float, float]
    """The rectangle (left, top, right, bottom) that fairness is judged by."""
    result: ResultView | None
    lit_groups: tuple[str, ...] = ()
    """Groups of lamps that burn."""
    jets: tuple[JetView, ...] = ()
    shadows: tuple[ShadowView, ...] = ()
    marks: tuple[SoundMark, ...] = ()
    own_eyes: bool = False
    """Only what the player's man himself sees is shown: others are hidden by walls and by the dark."""
    exposure: int = 0
    """How much light falls on the player's man, 0 to 100."""
    noise: int = 0
    """How far he is heard just now, 0 to 100."""
    dazzle: float = 0.0
    """0 to 1: light in his eyes."""
    beliefs: tuple[BeliefView, ...] = ()
    debug: tuple[DebugMind, ...] = ()
    police: DebugPolice | None = None
    notices: tuple[NoticeView, ...] = ()
    helicopters: tuple[HelicopterView, ...] = ()
    doors: tuple[DoorView, ...] = ()
    cameras: tuple[CameraView, ...] = ()
    cased: tuple[CasedView, ...] = ()
