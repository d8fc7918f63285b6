"""The reference shoot-out: one crossing full of everything a picture can hold, laid over any level.

Owns the hand-made views and events of a street fight between crew and police (cars with sirens and head lights, a fire, a
wreck, the wounded, bystanders). Nothing here plays: it is what `bench frame` measures the picture by, the same on every
machine, and what pictures are compared by. Called by `bench_frame`.
"""

from __future__ import annotations

import math
from typing import Any

from game.content.level import Level
from game.content.specs import Catalog
from game.sim.events import BulletImpact, Event, GlassBroken, PersonHurt, Ricochet, ShotFired, VehicleImpact
from game.sim.view import BulletView, HudView, ItemView, PersonView, SignalView, VehicleView, View

TURN = 65536
ROUNDS_EVERY = 8
"""Ticks between two rounds of one rifle: bursts with the pauses between them; some 240 specks are in the air then (LOOK asks 200)."""
REACH = 22.0
"""Metres about the middle that the fight fills."""
HUD = HudView(
    "Stay on the car line", "TIME TO RESPONSE", 10038, "carbine", "CARBINE", 20, 30, (30, 30, 24), 0.0, "", "", "", 0.0, "NEIL",
    "Move by twos.", False, "know", 3, 2, (), 0.0, 0.2, 0.3, 0.0, False, 0.0, False, 0,
)  # fmt: skip
CREW: tuple[tuple[Any, ...], ...] = (
    (-5.4, 1.0, "neil", "stand", "fire", "carbine", -0.19), (-4.2, 3.4, "chris", "crouch", "fire", "carbine", -0.05),
    (-9.0, -0.8, "cheritto", "stand", "fire", "galil", 0.07), (-11.5, 3.6, "waingro", "crouch", "reload", "ak_folding", 0.0),
    (-6.5, 6.0, "trejo", "stand", "aim", "carbine", 0.2), (-8.0, 4.4, "breedan", "down", "idle", "", 1.0),
)  # fmt: skip
POLICE: tuple[tuple[Any, ...], ...] = (
    (9.2, -4.9, "patrol", "crouch", "fire", "pistol_9", 3.07), (12.9, 2.1, "patrol_shotgun", "stand", "fire", "shotgun_pump", 3.16),
    (15.0, -1.6, "swat", "stand", "aim", "m16", 2.97), (14.2, 5.4, "hanna", "stand", "aim", "pistol_45", 3.31),
    (7.2, 1.0, "patrol", "dead", "idle", "", 0.9), (17.4, 3.0, "detective", "stand", "idle", "pistol_9", 2.88),
    (18.6, -3.6, "patrol", "crouch", "aim", "pistol_9", 3.2), (8.6, 3.7, "patrol", "down", "idle", "", 2.2),
)  # fmt: skip
BYSTANDERS: tuple[tuple[Any, ...], ...] = (
    (-1.0, 9.4, "guard", "hands_up", 0.0), (1.1, 9.6, "guard_brave", "kneel", 0.7), (3.2, 9.3, "guard", "tied", 1.3),
    (5.3, 9.8, "pedestrian", "cower", 2.0), (-14.0, -9.5, "pedestrian_b", "stand", 2.7), (-17.5, -9.2, "businessman", "stand", 3.3),
    (11.6, 10.2, "pedestrian_c", "dead", 4.0), (17.0, 9.7, "pedestrian_d", "stand", 4.7), (21.0, -9.8, "pedestrian", "cower", 5.0),
    (-21.0, -9.6, "pedestrian_b", "cower", 0.4), (-24.0, 9.9, "pedestrian_c", "stand", 1.1), (-12.5, 10.0, "businessman", "stand", 1.9),
    (7.6, -10.2, "pedestrian_d", "hands_up", 2.6), (13.4, -10.0, "driver", "stand", 3.4), (23.2, 10.2, "pedestrian", "stand", 3.9),
    (-18.8, 10.4, "pedestrian_d", "cower", 4.4), (9.6, 12.0, "pedestrian_b", "stand", 5.3), (-8.4, -12.2, "pedestrian_c", "stand", 0.2),
)  # fmt: skip
VEHICLES: tuple[tuple[Any, ...], ...] = (
    ("ambulance", -19.5, 1.6, 0.1, {}), ("getaway_sedan", -10.5, 1.4, -0.2, {"tyres": (0.0, 1.0, 1.0, 1.0), "stage": 1}),
    ("armored_truck", -3.6, -11.0, 1.5, {"is_open": True, "stage": 1}), ("tow_truck", 1.0, 12.5, -1.5, {"occupants": (90, -1)}),
    ("sedan", -0.4, -4.4, 1.95, {"stage": 2}), ("patrol_car", 11.2, -3.0, 3.6, {"has_siren": True, "occupants": (90, -1, -1, -1)}),
    ("patrol_car", 18.2, 0.6, 3.2, {"has_siren": True, "stage": 1, "occupants": (90, -1, -1, -1)}),
    ("patrol_car", 11.8, 4.4, 2.7, {"has_siren": True, "stage": 2, "occupants": (90, -1, -1, -1)}),
    ("sedan", 4.0, 4.4, 0.7, {"stage": 3, "is_burning": True}), ("taxi", -16.0, -5.6, 3.1, {"occupants": (90, -1, -1, -1)}),
    ("station_wagon", 21.0, -6.6, -0.1, {"stage": 1}), ("pickup", 7.6, 7.2, 0.0, {}), ("van", 21.5, 7.0, 0.0, {}),
    ("hatchback", 15.5, 7.4, 3.1, {"stage": 4}), ("box_truck", -21.0, 7.6, 0.0, {}), ("swat_van", 25.0, 1.6, 3.1, {"has_siren": True}),
    ("detective_sedan", 16.0, -6.2, 2.9, {"is_braking": True, "occupants": (90,)}), ("sedan", -22.0, -5.4, 0.0, {}),
    ("sedan", 3.8, -12.4, 1.57, {"occupants": (90, -1, -1, -1)}), ("station_wagon", -7.2, 12.8, -1.57, {"occupants": (90, -1, -1, -1)}),
)  # fmt: skip


def best_place(level: Level) -> tuple[float, float]:
    """The road about which most lamps, furniture and buildings stand, under no roof: the middle of the fight."""
    roads = {index for index, name in enumerate(level.surfaces) if "asphalt" in name}
    roofs = [layer.cells for layer in level.layers if layer.role == "roofs"]
    stands = [(one.x, one.y) for one in level.lamps] + [(one.x, one.y) for one in level.props]
    stands += [wall.points[0] for wall in level.walls if wall.height > 3.0]
    best, found = -1.0, (level.width / 2, level.height / 2)
    for lamp in level.lamps:
        for dx, dy in ((0, 6), (0, -6), (8, 8), (-8, 8), (8, -8), (-8, -8), (0, 11), (0, -11)):
            x, y = lamp.x + dx, lamp.y + dy
            cell = int(y) * level.width + int(x)
            if not (30 < x < level.width - 30 and 18 < y < level.height - 18) or level.ground[cell] not in roads:
                continue
            near = sum(math.dist((x, y), at) < REACH for at in stands)
            if near > best and not any(cells[cell] for cells in roofs):
                best, found = near, (x, y)
    return found


def shootout_view(level: Level, catalog: Catalog, tick: int, at: tuple[float, float] | None = None) -> View:
    """One tick of the fight. `at` is its middle in metres, the level's best place by default."""
    x, y = at or best_place(level)
    people = [
        *(_person(1 + i, x, y, row, "crew", tick) for i, row in enumerate(CREW)),
        *(_person(11 + i, x, y, row, "police", tick) for i, row in enumerate(POLICE)),
        *(_bystander(31 + i, x, y, row) for i, row in enumerate(BYSTANDERS)),
    ]
    vehicles = tuple(_vehicle(catalog, 100 + i, x, y, row) for i, row in enumerate(VEHICLES))
    items = tuple(
        ItemView(900 + i, kind, kind, x + dx, y + dy, 9000 * i, state)
        for i, (kind, dx, dy, state) in enumerate(
            (
                ("case", -8, 7, "lying"),
                ("cash_bag", -4, 5.4, "lying"),
                ("spike_strip", 6, 8.5, "laid"),
                ("cash_bag", -7, 2.6, "lying"),
            )
        )
    )
    signals = (SignalView(x - 7, y - 9, True), SignalView(x + 8, y + 9, False))
    return View(
        tick, tuple(people), vehicles, items, _bullets(x, y, tick), signals, (), (), (), (), HUD, 1, x, y, x + 6, y, 0.0, 0.0, 24,
        (x - 25, y - 14, x + 25, y + 14), None,
    )  # fmt: skip


def shootout_events(level: Level, tick: int, at: tuple[float, float] | None = None) -> list[Event]:
    """What one tick of the fight sends to the eye: three rifles, two pistols, a shotgun, and what they hit."""
    x, y = at or best_place(level)
    events: list[Event] = []
    shooters = [*((1 + i, row) for i, row in enumerate(CREW)), *((11 + i, row) for i, row in enumerate(POLICE))]
    for who, (dx, dy, _, _, action, weapon, angle) in shooters:
        period = ROUNDS_EVERY if weapon in ("carbine", "galil") else 24
        if action == "fire" and (tick + who * 2) % period == 0:
            c, s = math.cos(angle), math.sin(angle)
            events.append(
                ShotFired(who, weapon, x + dx + c * 0.9, y + dy + s * 0.9, int(angle / math.tau * TURN) % TURN)
            )
            far = 14.0 + (tick * 7 + who * 5) % 9
            hit = x + dx + c * far, y + dy + s * far
            material = ("concrete", "steel", "glass", "steel")[(tick // 5 + who) % 4]
            if tick % 2 or period > ROUNDS_EVERY:
                events.append(BulletImpact(*hit, int(angle / math.tau * TURN) % TURN, material, False))
            if tick % 6 == 0:
                events.append(Ricochet(*hit, int((angle + 2.4) / math.tau * TURN) % TURN))
    if tick % 90 == 30:
        events.append(GlassBroken(x - 0.4, y - 3.4, 104))
        events.append(PersonHurt(15, 1, "torso", 400.0, x + 7.2, y + 1.0, 0))
    if tick % 240 == 120:
        events.append(VehicleImpact(104, -1, 90_000.0, x + 0.4, y - 2.6))
    return events


def _person(index: int, x: float, y: float, row: tuple[Any, ...], side: str, tick: int) -> PersonView:
    dx, dy, spec, stance, action, weapon, angle = row
    turn = int((angle + 0.02 * math.sin(tick * 0.08 + index)) / math.tau * TURN) % TURN
    return PersonView(
        index, f"p{index}", spec, side, x + dx, y + dy, turn, turn, 0.0, stance, action, weapon, side == "crew", "", -1, -1,
        index == 1, 1.0, 0.3, "", 0.0,
    )  # fmt: skip


def _bystander(index: int, x: float, y: float, row: tuple[Any, ...]) -> PersonView:
    dx, dy, spec, stance, angle = row
    turn = int(angle / math.tau * TURN) % TURN
    side = "guard" if spec.startswith("guard") else "civilian"
    return PersonView(
        index, f"p{index}", spec, side, x + dx, y + dy, turn, turn, 0.0, stance, "idle", "", False, "", -1, -1, False, 1.0, 0.0, "", 0.0
    )  # fmt: skip


def _vehicle(catalog: Catalog, index: int, x: float, y: float, row: tuple[Any, ...]) -> VehicleView:
    spec, dx, dy, angle, more = row
    colours = catalog.vehicles[spec].colours
    fields: dict[str, Any] = {
        "speed": 0.0, "slip": 0.0, "steer": 0.0, "stage": 0, "tyres": (1.0, 1.0, 1.0, 1.0), "rpm": 0.2, "throttle": 0.0,
        "is_braking": False, "has_lights": True, "has_siren": False, "is_on_side": False, "is_burning": False, "is_open": False,
        "has_engine": True, "occupants": (-1, -1, -1, -1),
    }  # fmt: skip
    fields |= more
    return VehicleView(
        id=index, name=f"v{index}", spec=spec, x=x + dx, y=y + dy, angle=angle % math.tau, colour=colours[index % len(colours)], **fields
    )  # fmt: skip


def _bullets(x: float, y: float, tick: int) -> tuple[BulletView, ...]:
    found = []
    for index, (dx, dy, _, _, action, _, angle) in enumerate(CREW):
        if action == "fire":
            start = 2.0 + (tick * 5 + index * 6) % 11
            c, s = math.cos(angle), math.sin(angle)
            ends = [(x + dx + c * far, y + dy + s * far) for far in (start, start + 7.0)]
            found.append(BulletView(*ends[0], *ends[1], (tick + index) % 3 == 0))
    return tuple(found)
