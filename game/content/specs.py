"""What exists: the frozen specs of surfaces, materials, weapons, vehicles, people, brains and difficulties.

One TOML table beside this file makes one spec; `catalog.py` reads them strictly. Field names are the TOML
keys, with one exception: a field that ends in `_ticks` is written `_seconds` in TOML and rounded to ticks of
1/60 s at load. Units: metres, seconds, radians, kilograms, joules, unless the name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

TICKS_PER_SECOND = 60


@dataclass(frozen=True, slots=True)
class SurfaceSpec:
    """What lies on the ground: how it grips a tyre and how a step sounds on it."""

    name: str
    grip: float
    """Tyre friction as a share of dry asphalt's, 0 to 1."""
    roll: float
    """Rolling resistance as a multiple of asphalt's."""
    walk: float
    """Walking speed as a share of normal, 0 to 1."""
    loudness: float
    """Loudness of a step as a multiple of asphalt's."""


@dataclass(frozen=True, slots=True)
class MaterialSpec:
    """What a wall, a door or a vest is made of, as a bullet finds out."""

    name: str
    stops_joules: float
    """Energy a bullet loses in passing through it."""
    ricochet: float
    """Chance of a ricochet at a grazing angle (under 20 degrees), 0 to 1."""
    is_opaque: bool
    """Blocks sight (glass and chain link do not)."""
    dust: str
    """Look of the impact: concrete, metal, glass, wood, cloth, flesh or none."""


@dataclass(frozen=True, slots=True)
class WeaponSpec:
    """A firearm as a shooter feels it."""

    name: str
    label: str
    kind: str
    """pistol, revolver, smg, rifle, shotgun or sniper: the pose and the sound family."""
    rounds_per_minute: int
    is_automatic: bool
    magazine: int
    """Rounds in a full magazine."""
    is_loaded_singly: bool
    """Shells go in one at a time (shotguns, revolvers): a reload may be broken off."""
    muzzle_speed: float
    energy: float
    """Muzzle energy of one projectile, joules."""
    pellets: int
    spread_mrad: float
    """Standard deviation of the cone when aimed, thousandths of a radian."""
    hip_mrad: float
    """The same from the hip or on the move."""
    recoil_mrad: float
    """Added to the cone by each shot."""
    recoil_decay_mrad: float
    """Taken from the cone each second."""
    effective_range: float
    """Distance at which minds like to use it."""
    loudness: float
    """Radius in metres at which it is heard with no wall between."""
    reload_ticks: int
    """Tactical reload: magazine out with rounds left in the chamber."""
    reload_empty_ticks: int
    draw_ticks: int
    tracer_every: int
    """One visible tracer in so many rounds."""
    is_one_handed: bool


@dataclass(frozen=True, slots=True)
class SeatSpec:
    """One seat of a vehicle: where it is, whether one shoots from its window, whether it has the wheel."""

    name: str
    x: float
    """Forward of the middle of the vehicle."""
    y: float
    """Right of the middle."""
    door: str
    """Side one gets in and out: left, right or rear."""
    has_window: bool


@dataclass(frozen=True, slots=True)
class VehicleSpec:
    """A vehicle type: what it weighs, how it pulls, turns and stops, and what it takes to break it."""

    name: str
    label: str
    kind: str
    """car, van, truck or heavy: silhouette and sound family."""
    mass: float
    length: float
    width: float
    height: float
    """Height above ground: the length of its shadow, and whether a man sees over it."""
    wheelbase: float
    power: float
    """Watts at the wheels."""
    force: float
    """Greatest tractive force, newtons."""
    reverse_speed: float
    drag: float
    """Air drag, newtons per (m/s)^2."""
    roll: float
    """Rolling resistance, newtons."""
    grip: float
    """Tyre friction coefficient on dry asphalt."""
    brake: float
    """Greatest braking deceleration on dry asphalt, m/s^2."""
    handbrake_grip: float
    """Rear grip with the handbrake on, as a share."""
    steer_lock_degrees: float
    """Front wheel angle at a standstill."""
    steer_fast_degrees: float
    """Front wheel angle at 35 m/s."""
    gears: int
    seats: tuple[SeatSpec, ...]
    """The first seat is the driver's."""
    body_material: str
    """Material of the doors and panels."""
    has_siren: bool
    has_cargo_doors: bool
    """Doors at the rear that can be blown or opened, with cargo behind them."""
    tip_joules: float
    """Impact energy from broadside (within 25 degrees) that throws it on its side; 0 = cannot tip."""
    tyre_seconds: float
    """Seconds a spiked tyre needs to go flat."""
    trunk: tuple[str, ...]
    """Long guns in it, for whoever of the police comes for one."""
    colours: tuple[str, ...]
    """Paints it is seen in, #rrggbb; the first is the default."""


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """Who somebody is: body, gear at the start, and how he is told apart from above."""

    name: str
    label: str
    side: str
    """crew, police, guard or civilian."""
    brain: str
    mass: float
    health: float
    """Joules of wounding he takes before he is down."""
    vest: str
    """Material name of the vest, or "" for none."""
    walk_speed: float
    run_speed: float
    strength: float
    """Share of speed kept under a 30 kg bag."""
    aim: float
    """Multiple of a weapon's spread in this person's hands."""
    weapons: tuple[str, ...]
    magazines: int
    """Spare magazines for each weapon."""
    charges: int
    zip_ties: int
    build: float
    """Breadth of the figure as a multiple of the normal."""
    skin: str
    hair: str
    coat: str
    trousers: str
    hat: str
    """"" or cap, helmet, police_cap, hood."""


@dataclass(frozen=True, slots=True)
class BrainSpec:
    """How somebody thinks: senses, nerve, discipline."""

    name: str
    sight_range: float
    reaction_ticks: int
    aim_error_mrad: float
    """Added to the weapon's spread while the target is new; falls with time on target."""
    burst: int
    """Rounds in a burst from an automatic weapon."""
    burst_pause_ticks: int
    courage: float
    """0 to 1: how soon suppression passes and how late he runs."""
    discipline: float
    """0 to 1: holds fire for friends and bystanders, keeps to the plan."""
    shoots: str
    """never, back (only when shot at or ordered), or sight (at any armed enemy)."""
    preferred_range: float
    fear_from_shot: float
    fear_from_gun: float
    is_brave: float
    """Chance that a frightened one acts against the crew when nobody watches."""
    temper_gain: float
    """Temper gained each second alone with people held at gunpoint (0 for most)."""
    temper_loss: float
    """Temper lost each second when the leader stands by."""


@dataclass(frozen=True, slots=True)
class DifficultySpec:
    """A difficulty: what it changes in minds, damage and clock. Never hit points of enemies."""

    name: str
    label: str
    damage_to_crew: float
    police_reaction: float
    """Multiple of reaction times of police."""
    police_spread: float
    """Multiple of the spread of police."""
    clock: float
    """Multiple of the level's clocks and of the response time."""
    control: float
    """Multiple of the seconds held people stay under control unwatched."""
    first_burst_misses: bool
    """Whether the first burst of somebody the player had no way to see goes past him."""
    falls_first: bool
    """Whether no round kills one of the player's side outright who has a friend near: he falls, and can be fetched."""
    aim_assist: float
    """Strength of aim assist for pads, 0 to 1."""
    duel_senses: float
    """How far the eyes and ears of whoever hunts the player, or flees from him, in the dark reach; 1 = as his own."""
    units: int
    """Police units more or fewer than the level's own number."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the game knows by name, in file order; the same objects for every run."""

    surfaces: dict[str, SurfaceSpec]
    materials: dict[str, MaterialSpec]
    weapons: dict[str, WeaponSpec]
    vehicles: dict[str, VehicleSpec]
    people: dict[str, PersonSpec]
    brains: dict[str, BrainSpec]
    difficulties: dict[str, DifficultySpec]
    digest: str
    """SHA-256 (hex) over the canonical form of all specs: the catalog's identity in a replay header."""
