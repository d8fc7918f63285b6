"""What values a spec may have: ranges, words to choose from, colours, and names that point at other tables.

Owns the bounds of sense, not the figures (those are in the TOML files). `spec_reader` and `catalog` obey it;
a test holds that every number of every spec has a range here. Ranges include both ends; those of `_ticks`
fields are in seconds, as written.
"""

from __future__ import annotations

from game.content import specs

RANGES: dict[type, dict[str, tuple[float, float]]] = {
    specs.SurfaceSpec: {"grip": (0.05, 1.0), "roll": (0.2, 60.0), "walk": (0.1, 1.0), "loudness": (0.0, 4.0)},
    specs.MaterialSpec: {"stops_joules": (0.0, 1e6), "ricochet": (0.0, 1.0)},
    specs.WeaponSpec: {
        "rounds_per_minute": (10, 1500),
        "magazine": (1, 200),
        "muzzle_speed": (100.0, 1500.0),
        "energy": (20.0, 20_000.0),
        "pellets": (1, 20),
        "spread_mrad": (0.1, 150.0),
        "hip_mrad": (0.1, 300.0),
        "recoil_mrad": (0.0, 150.0),
        "recoil_decay_mrad": (1.0, 500.0),
        "effective_range": (1.0, 400.0),
        "loudness": (1.0, 500.0),
        "reload_ticks": (0.1, 12.0),
        "reload_empty_ticks": (0.1, 12.0),
        "draw_ticks": (0.0, 6.0),
        "tracer_every": (1, 100),
    },
    specs.SeatSpec: {"x": (-10.0, 10.0), "y": (-2.0, 2.0)},
    specs.VehicleSpec: {
        "mass": (300.0, 40_000.0),
        "length": (2.0, 20.0),
        "width": (1.0, 3.2),
        "height": (0.8, 4.5),
        "wheelbase": (1.2, 12.0),
        "power": (20_000.0, 1_000_000.0),
        "force": (1_000.0, 150_000.0),
        "reverse_speed": (1.0, 20.0),
        "drag": (0.1, 15.0),
        "roll": (50.0, 10_000.0),
        "grip": (0.3, 1.5),
        "brake": (2.0, 14.0),
        "handbrake_grip": (0.05, 1.0),
        "steer_lock_degrees": (10.0, 50.0),
        "steer_fast_degrees": (1.0, 30.0),
        "gears": (1, 18),
        "tip_joules": (0.0, 1e7),
        "tyre_seconds": (1.0, 120.0),
    },
    specs.PersonSpec: {
        "mass": (30.0, 200.0),
        "health": (50.0, 5_000.0),
        "walk_speed": (0.3, 3.0),
        "run_speed": (1.0, 9.0),
        "strength": (0.1, 1.0),
        "aim": (0.2, 5.0),
        "magazines": (0, 12),
        "charges": (0, 10),
        "zip_ties": (0, 40),
        "build": (0.6, 1.6),
    },
    specs.BrainSpec: {
        "sight_range": (5.0, 120.0),
        "reaction_ticks": (0.05, 5.0),
        "aim_error_mrad": (0.0, 300.0),
        "burst": (1, 60),
        "burst_pause_ticks": (0.0, 10.0),
        "courage": (0.0, 1.0),
        "discipline": (0.0, 1.0),
        "preferred_range": (1.0, 120.0),
        "fear_from_shot": (0.0, 1.0),
        "fear_from_gun": (0.0, 1.0),
        "is_brave": (0.0, 1.0),
        "temper_gain": (0.0, 1.0),
        "temper_loss": (0.0, 5.0),
    },
    specs.DifficultySpec: {
        "damage_to_crew": (0.05, 4.0),
        "police_reaction": (0.25, 4.0),
        "police_spread": (0.25, 4.0),
        "clock": (0.5, 3.0),
        "control": (0.25, 4.0),
        "aim_assist": (0.0, 1.0),
        "duel_senses": (0.1, 2.0),
        "units": (-6, 12),
    },
}

WORDS: dict[type, dict[str, tuple[str, ...]]] = {
    specs.MaterialSpec: {"dust": ("concrete", "metal", "glass", "wood", "cloth", "flesh", "none")},
    specs.WeaponSpec: {"kind": ("pistol", "revolver", "smg", "rifle", "shotgun", "sniper")},
    specs.SeatSpec: {"door": ("left", "right", "rear")},
    specs.VehicleSpec: {"kind": ("car", "van", "truck", "heavy")},
    specs.PersonSpec: {
        "side": ("crew", "police", "guard", "civilian"),
        "hat": ("", "cap", "helmet", "police_cap", "hood"),
    },
    specs.BrainSpec: {"shoots": ("never", "back", "sight")},
}

COLOURS: dict[type, tuple[str, ...]] = {
    specs.VehicleSpec: ("colours",),
    specs.PersonSpec: ("skin", "hair", "coat", "trousers"),
}
"""Fields that hold #rrggbb, one or several."""

NAMES: dict[type, dict[str, str]] = {
    specs.VehicleSpec: {"body_material": "materials", "trunk": "weapons"},
    specs.PersonSpec: {"brain": "brains", "vest": "materials", "weapons": "weapons"},
}
"""Fields that name a table of another file."""

EMPTY_WORDS: dict[type, tuple[str, ...]] = {specs.PersonSpec: ("vest",)}
"""Words that may be "" for none (but must be written)."""

EMPTY_LISTS: dict[type, tuple[str, ...]] = {specs.PersonSpec: ("weapons",), specs.VehicleSpec: ("trunk",)}
"""Lists that may be [] for none (but must be written)."""

LONGEST_WORD = 40


def contradictions(spec: object) -> list[tuple[str, str]]:
    """Pairs of key and complaint for values that are each in range but cannot be true together."""
    if isinstance(spec, specs.VehicleSpec):
        return _vehicle_contradictions(spec)
    rules: tuple[tuple[str, bool, str], ...] = ()
    if isinstance(spec, specs.WeaponSpec):
        rules = (
            ("hip_mrad", spec.hip_mrad >= spec.spread_mrad, "spread_mrad or more"),
            ("reload_empty_seconds", spec.reload_empty_ticks >= spec.reload_ticks, "reload_seconds or more"),
        )
    if isinstance(spec, specs.PersonSpec):
        rules = (
            ("run_speed", spec.run_speed >= spec.walk_speed, "walk_speed or more"),
            ("weapons", len(set(spec.weapons)) == len(spec.weapons), "each weapon once"),
        )
    return [(key, f"contradicts another key, expected {expected}") for key, holds, expected in rules if not holds]


def _vehicle_contradictions(spec: specs.VehicleSpec) -> list[tuple[str, str]]:
    """A wheelbase longer than the body, seats outside it, two seats of one name, wheels that turn further at speed."""
    rules = [
        ("wheelbase", spec.wheelbase < spec.length, f"less than length ({spec.length})"),
        ("width", spec.width < spec.length, f"less than length ({spec.length})"),
        (
            "steer_fast_degrees",
            spec.steer_fast_degrees <= spec.steer_lock_degrees,
            f"at most steer_lock_degrees ({spec.steer_lock_degrees})",
        ),
    ]
    seen: set[str] = set()
    for index, seat in enumerate(spec.seats):
        is_inside = abs(seat.x) < spec.length / 2 and abs(seat.y) < spec.width / 2
        rules.append((f"seats[{index}]", is_inside, "x and y inside the body"))
        rules.append((f"seats[{index}].name", seat.name not in seen, f"a name no other seat has (not {seat.name!r})"))
        seen.add(seat.name)
    return [(key, f"contradicts another key, expected {expected}") for key, holds, expected in rules if not holds]
