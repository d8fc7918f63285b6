"""The tables of the world: vehicles, people, items, sounds. Slotted data without behaviour, keyed by EntityId in id order.

Vehicles come first, then people: their id is also the number of their body. Items have ids of their own.
Everything here is plain data, so that a snapshot can hold it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NOBODY = -1


class Stance:
    """How somebody holds his body."""

    STAND = 0
    CROUCH = 1
    HANDS_UP = 2
    KNEEL = 3
    """Held at gunpoint."""
    TIED = 4
    COWER = 5
    DOWN = 6
    """Wounded on the ground, bleeding."""
    DEAD = 7


STANCE_NAMES = ("stand", "crouch", "hands_up", "kneel", "tied", "cower", "down", "dead")


@dataclass(slots=True)
class Gun:
    """A weapon in somebody's possession, with its magazines."""

    weapon: str
    rounds: int
    """In the weapon, the chamber included."""
    spares: list[int]
    """Rounds in each spare magazine; the next one first."""
    wait: int = 0
    """Micro-ticks (1/1000 tick) until the next round can leave."""
    recoil: float = 0.0
    """Thousandths of a radian added to the cone."""
    reload_ticks: int = 0
    """Left of the reload under way; 0 = none."""
    reload_total: int = 0
    draw_ticks: int = 0
    fired: int = 0
    """Rounds fired since the start, for tracers."""


@dataclass(slots=True)
class Person:
    """Somebody: crew, police, guard or passer-by."""

    id: int
    name: str
    spec: str
    side: str
    group: str
    radius: float
    x: float
    """Where he is when he has no body in the place: seated or absent; else see the physics columns."""
    y: float
    aim: int = 0
    aim_distance: float = 10.0
    move_x: int = 0
    move_y: int = 0
    buttons: int = 0
    pressed: int = 0
    """Buttons that went down this tick."""
    held_before: int = 0
    target: int = NOBODY
    stance: int = Stance.STAND
    health: float = 1000.0
    full_health: float = 1000.0
    vest: str = ""
    """Material of the vest he wears, or "" for none."""
    bleed_ticks: int = 0
    arm_wounds: int = 0
    leg_wounds: int = 0
    is_absent: bool = False
    is_masked: bool = False
    disguise: bool = False
    """Dressed like somebody who belongs there: he is noticed four times as late, until he breaks a rule."""
    suspicion: float = 0.0
    """0 to 1: how odd his conduct has looked to somebody on duty, while he shows neither gun nor mask."""
    rule_tick: int = -9999
    """When he last did what somebody who belongs there does not do."""
    look: int = 0
    """Which clothes he wears: rises with each change."""
    is_arrested: bool = False
    has_left: bool = False
    """Gone from the place for good (ran away, drove off)."""
    is_present: bool = True
    """Alive and in the place: derived from stance, absence and departure each time one of them changes."""
    is_able: bool = True
    """Present, not down, not arrested, not tied: can act."""
    guns: list[Gun] = field(default_factory=list)
    gun: int = -1
    trigger_held: bool = False
    charges: int = 0
    zip_ties: int = 0
    vehicle: int = NOBODY
    seat: int = -1
    item: int = NOBODY
    """Item carried in the hands."""
    lifting: int = NOBODY
    """Person carried or dragged."""
    lifted_by: int = NOBODY
    use: str = ""
    """Verb of what he is busy with."""
    use_target: int = NOBODY
    use_ticks: int = 0
    use_total: int = 0
    is_across: bool = False
    """He has just come over or through a fence and has not let go of the button since: it does not take him back."""
    deaf_until: int = 0
    suppression: float = 0.0
    near_miss_tick: int = -9999
    fired_at_by: int = NOBODY
    """Who fired the last round that came near him: one hears where it comes from."""
    fear: float = 0.0
    temper: float = 0.0
    control: float = 0.0
    """Of somebody held: 1 firmly, 0 not any more."""
    watched_tick: int = -9999
    unwatched_ticks: int = 0
    told_until: int = 0
    """Of a bystander who was shouted down: tick until which he stays there; 0 = nobody told him."""
    has_hidden_gun: bool = False
    is_searched: bool = False
    is_frisked: bool = False
    """Has been gone over for weapons."""
    shots: int = 0
    shot_tick: int = -9999
    string_tick: int = -9999
    """When the string of shots began that he is at, or was last: after some seconds of silence another one begins."""
    hit_tick: int = -9999
    hit_by: int = NOBODY
    melee_wait: int = 0
    shout_wait: int = 0
    order: int = 0
    heading: int = 0
    leave_ticks: int = 0
    want_x: float = 0.0
    want_y: float = 0.0
    """Velocity his feet are after, as last worked out for `want_buttons`."""
    want_buttons: int = -1
    """-1 = to be worked out anew: his move, stance or load has changed."""


@dataclass(slots=True)
class Vehicle:
    """A vehicle: driven, parked, wrecked or lying on its side."""

    id: int
    name: str
    spec: str
    group: str
    colour: str
    seats: list[int]
    """Person in each seat or NOBODY."""
    is_absent: bool = False
    is_traffic: bool = False
    is_locked: bool = False
    steer: int = 0
    """Steering wheel, -127 to 127."""
    throttle: int = 0
    """-127 (reverse) to 127."""
    brake: int = 0
    """0 to 127."""
    is_handbraking: bool = False
    wheel_angle: float = 0.0
    """Of the front wheels, in 65,536ths of a turn."""
    tyres: list[float] = field(default_factory=lambda: [1.0, 1.0, 1.0, 1.0])
    leaks: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0, 0.0])
    """Pressure lost each tick."""
    damage: float = 0.0
    """Joules of crushing so far."""
    engine: float = 60000.0
    """Joules the engine still takes from bullets and blows."""
    stage: int = 0
    has_engine: bool = True
    stall_ticks: int = 0
    lights: bool = False
    siren: bool = False
    horn_ticks: int = 0
    is_on_side: bool = False
    is_open: bool = False
    burning_ticks: int = 0
    fuse_ticks: int = 0
    planted_by: int = NOBODY
    still_ticks: int = 0
    here_x: float = 0.0
    here_y: float = 0.0
    here_ticks: int = 0
    """Where it was begun to be driven from or last got away from, and how long it has got no farther than some metres, however it rocks."""
    slip: float = 0.0
    pull: int = 0
    """How far a bent axle steers by itself, in units of the steering wheel."""
    has_glass: bool = True
    hit_by: int = NOBODY
    is_settled: bool = False
    """Stands still, and everybody in it is where his seat is."""
    grip: float = 1.0
    """Of the ground under it, as last looked up."""
    roll: float = 1.0
    trunk: list[str] = field(default_factory=list)
    """Long guns still in it."""
    was_seen_tick: int = -9999
    is_known: bool = False
    """The police know it for the crew's."""


@dataclass(slots=True)
class Item:
    """A thing that is searched, carried, laid or lit."""

    id: int
    name: str
    kind: str
    x: float
    y: float
    facing: int
    state: str
    """inside, lying, carried, flying, laid, used or gone."""
    inside_vehicle: int = NOBODY
    inside_person: int = NOBODY
    carrier: int = NOBODY
    seconds: float = 6.0
    value: int = 0
    weight: float = 0.0
    is_searched: bool = False
    is_ruled_out: bool = False
    is_wanted: bool = False
    """What the crew came for is in it."""
    is_found: bool = False
    velocity_x: float = 0.0
    velocity_y: float = 0.0
    fly_ticks: int = 0
    thrower: int = NOBODY


@dataclass(slots=True)
class Door:
    """A door of the place: shut, open or on its way; where it is says `place.doorways` by the same number."""

    id: int
    name: str
    swing: int = 0
    """Ticks of its way open: 0 is shut."""
    is_wanted_open: bool = False
    is_locked: bool = False
    is_broken: bool = False
    """Out of its frame: stops nothing any more."""
    strength: float = 0.0
    """Joules of bullets it still takes."""
    open_ticks: int = 0
    """For how long it has stood open with nobody in it."""
    turn: int = 0
    """Of a revolving door, 65,536ths of a turn."""
    taken_by: int = NOBODY
    """Who walks in its panes; the next one waits."""
    taken_ticks: int = 0
    fuse_ticks: int = 0
    planted_by: int = NOBODY
    heard_tick: int = -9999
    """When somebody last rattled at it, or walked in its turning panes."""


@dataclass(slots=True)
class Gap:
    """A place of a fence that somebody cuts at or has cut: wire by wire, and what is cut stays so."""

    id: int
    x: float
    y: float
    """On the fence itself, where he began."""
    facing: int
    """Straight through it, as he who cuts looks."""
    cut_ticks: int = 0
    is_open: bool = False
    passed: list[int] = field(default_factory=list)
    """Who has gone through, in that order."""


@dataclass(slots=True)
class SecurityCamera:
    """A camera of the place: where it hangs says `level.security_cameras` by the same number."""

    id: int
    name: str
    is_broken: bool = False
    looks: dict[int, int] = field(default_factory=dict)
    """How many times running it has had each of the crew in clear sight without a mask."""
    filmed: dict[int, int] = field(default_factory=dict)
    """Whose face is on its tape, and the clothes he wore (`Person.look`)."""
    armed_ticks: int = 0
    """For how long a mask or a gun has been in its picture."""
    sees: int = NOBODY
    """Of the crew, whom it has in its picture."""
    alarm_tick: int = -1
    """When whoever watches it set off."""


@dataclass(slots=True)
class Bullet:
    """A bullet on its way, from the tip of one tick-long ray to the next."""

    x: float
    y: float
    dx: float
    dy: float
    step: float
    """Metres in a tick."""
    energy: float
    owner: int
    is_tracer: bool
    ticks: int = 0
    inside: int = NOBODY
    """Vehicle it leaves or passes through, which does not stop it again."""
    over: int = NOBODY
    """Vehicle it flew over: those who crouch behind that one are under its way."""
    skips_low: bool = True
    """Fired from above low cover close by: passes over it."""
    harmless_to: int = NOBODY
    """Somebody a first burst is meant to miss."""
    rise: float = 0.0
    """Metres up or down from where it was aimed, for each metre of its way."""


@dataclass(slots=True)
class Helicopter:
    """An air unit: a spotter without a body (`systems/helicopter.py`)."""

    id: int
    name: str
    due: int
    """Tick at which it comes in; -1 = not any more."""
    home_x: float
    home_y: float
    x: float
    y: float
    spot_x: float
    """The middle of its searchlight's disc."""
    spot_y: float
    vx: float = 0.0
    vy: float = 0.0
    heading: int = 0
    state: int = 0
    """0 away, 1 over the scene, 2 on its way out."""
    has_light: bool = False
    sees: bool = False
    target: int = NOBODY
    seen_tick: int = -99999
    last_x: float = 0.0
    last_y: float = 0.0
    sweep_x: float = 0.0
    sweep_y: float = 0.0
    sweep_until: int = 0
    sweeps: int = 0
    meters: dict[int, int] = field(default_factory=dict)
    """How far it has noticed each of the crew."""


@dataclass(slots=True)
class Noise:
    """A sound that minds may hear this tick."""

    x: float
    y: float
    radius: float
    kind: str
    """shot, blast, crash, siren, shout, step or horn."""
    who: int
