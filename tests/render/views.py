"""Hand-made views for tests of the picture: a street scene with every stance, vehicle and damage stage.

Nothing here plays: ids, places and stances are laid out so that one picture shows all there is to draw.
"""

from __future__ import annotations

import math

from game.content.level import Lamp, Level, Prop, Screenplay, Signal, VehicleSpawn, Wall
from game.content.specs import Catalog
from game.sim.events import (
    BulletImpact,
    Event,
    Exploded,
    GlassBroken,
    PersonHurt,
    PersonKilled,
    ShotFired,
    VehicleImpact,
)
from game.sim.view import BulletView, HudView, ItemView, PersonView, SignalView, VehicleView, View

TURN = 65536
HUD = HudView(
    "", "", 0, "carbine", "", 20, 30, (), 0.0, "", "", "", 0.0, "", "", False, "calm", 0, 0, (), 0.0, 0.0, 0.0, 0.0, False, 0.0, False, 0
)  # fmt: skip


def level(hour: str = "noon", width: int = 96, height: int = 64) -> Level:
    """A crossing without tiles: asphalt between pavements, four blocks, palms, lamps."""
    ground = bytearray(width * height)
    for y in range(height):
        for x in range(width):
            on_road = 22 <= y < 40 or 40 <= x < 54
            ground[y * width + x] = 0 if on_road else 1
    walls = tuple(
        Wall(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), tall, "concrete", index + 1)
        for index, (x0, y0, x1, y1, tall) in enumerate(
            (
                (4, 2, 34, 16, 16.0),
                (60, 2, 90, 16, 9.0),
                (4, 46, 34, 62, 12.0),
                (60, 46, 90, 62, 7.0),
                (36, 18, 38, 19, 0.9),
            )
        )
    )
    props = tuple(
        Prop(x, y, kind, 0.2, tall, "wood", 0, index)
        for index, (x, y, kind, tall) in enumerate(
            ((10, 20, "palm", 7.0), (22, 20, "palm", 7.0), (34, 20, "post", 7.0), (60, 20, "tree", 5.0), (72, 42, "palm", 7.0),
             (14, 42, "post", 7.0), (26, 42, "bin", 1.0), (30, 42, "hydrant", 0.8), (64, 42, "bench", 0.6), (80, 20, "phone", 2.0),
             (84, 42, "bush", 1.0), (68, 20, "planter", 1.0), (56, 41, "barrier", 1.0), (38, 43, "pillar", 3.0), (8, 42, "sign", 2.5))
        )
    )  # fmt: skip
    lamps = (Lamp(34, 24), Lamp(14, 38), Lamp(62, 24), Lamp(76, 38))
    signals = (Signal(40, 21, "north"), Signal(55, 41, "south"))
    return Level(
        "crossing", width, height, ("asphalt", "sidewalk"), bytes(ground), hour, walls, props, (), (), (), (), (), signals,
        lamps, (), (), (), (), (), Screenplay("Crossing"), "0" * 64,
    )  # fmt: skip


def person(
    index: int, x: float, y: float, spec: str, side: str, stance: str = "stand", action: str = "idle", **more: object
) -> PersonView:
    """Somebody at a place; `turn` is where he looks in 65,536ths."""
    turn = int(more.pop("turn", 0))  # type: ignore[call-overload]
    fields: dict[str, object] = {
        "speed": 0.0, "weapon": "", "is_masked": False, "carries": "", "vehicle": -1, "seat": -1, "is_player": False,
        "health": 1.0, "suppression": 0.0, "doing": "", "progress": 0.0,
    }  # fmt: skip
    fields.update(more)
    return PersonView(
        id=index, name=f"p{index}", spec=spec, side=side, x=x, y=y, facing=turn % TURN, heading=turn % TURN, stance=stance,
        action=action, **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def vehicle(index: int, x: float, y: float, spec: str, colour: str, angle: float = 0.0, **more: object) -> VehicleView:
    """A vehicle at a place, `angle` in radians."""
    fields: dict[str, object] = {
        "speed": 0.0, "slip": 0.0, "steer": 0.0, "stage": 0, "tyres": (1.0, 1.0, 1.0, 1.0), "rpm": 0.2, "throttle": 0.0,
        "is_braking": False, "has_lights": True, "has_siren": False, "is_on_side": False, "is_burning": False, "is_open": False,
        "has_engine": True, "occupants": (-1, -1, -1, -1),
    }  # fmt: skip
    fields.update(more)
    return VehicleView(id=index, name=f"v{index}", spec=spec, x=x, y=y, angle=angle, colour=colour, **fields)  # type: ignore[arg-type]


def street(catalog: Catalog, tick: int = 0, x: float = 47.0, y: float = 31.0, scale: int = 24) -> View:
    """A street fight about a place: the crew on the left, police on the right, bystanders between."""
    people = _crew(x, y) + _police(x, y) + _bystanders(x, y)
    vehicles = _vehicles(catalog, x, y)
    items = (
        ItemView(900, "case", "case", x - 8, y + 6, 3000, "lying"),
        ItemView(901, "cash_bag", "bag", x - 4, y + 5, 9000, "lying"),
        ItemView(902, "spike_strip", "strip", x + 6, y + 7.5, 0, "laid"),
        ItemView(903, "firebomb", "bottle", x + 1, y + 5, 0, "flying"),
        ItemView(904, "charge", "charge", x - 3, y - 8.5, 0, "lying"),
    )
    bullets = (BulletView(x - 5, y + 1, x + 9, y - 2, True), BulletView(x - 3, y + 3, x + 8, y + 3.4, False))
    player = people[0]
    return View(
        tick, tuple(people), tuple(vehicles), items, bullets, (SignalView(x - 7, y - 10, True), SignalView(x + 8, y + 10, False)),
        (), (), (), (), HUD, player.id, x, y, x + 4, y, 0.0, 0.0, scale, (x - 25, y - 14, x + 25, y + 14), None,
    )  # fmt: skip


def _crew(x: float, y: float) -> list[PersonView]:
    gun = "carbine"
    return [
        person(
            1, x - 5.4, y + 1, "neil", "crew", action="fire", weapon=gun, is_player=True, is_masked=True, turn=-2000
        ),
        person(
            2,
            x - 4.2,
            y + 3.2,
            "chris",
            "crew",
            action="aim",
            weapon=gun,
            is_masked=True,
            carries="cash_bag",
            turn=-500,
        ),
        person(3, x - 9.0, y - 0.4, "cheritto", "crew", weapon="galil", carries="cash_bag", speed=4.5, turn=700),
        person(4, x - 11.5, y + 3.0, "waingro", "crew", stance="crouch", action="reload", weapon="ak_folding"),
        person(5, x - 6.5, y + 6.0, "trejo", "crew", action="use", doing="search", turn=20000),
        person(6, x - 8.0, y + 3.4, "breedan", "crew", stance="down"),
    ]


def _police(x: float, y: float) -> list[PersonView]:
    return [
        person(11, x + 9.0, y - 3.4, "patrol", "police", stance="crouch", action="aim", weapon="pistol_9", turn=32000),
        person(12, x + 12.5, y + 1.8, "patrol_shotgun", "police", action="fire", weapon="shotgun_pump", turn=33000),
        person(13, x + 15.0, y - 0.6, "swat", "police", action="aim", weapon="m16", turn=31000, speed=1.5),
        person(14, x + 14.0, y + 4.6, "hanna", "police", action="aim", weapon="pistol_45", turn=34500),
        person(15, x + 7.2, y + 1.0, "patrol", "police", stance="dead", turn=9000),
        person(16, x + 17.0, y + 3.0, "detective", "police", weapon="pistol_9", speed=4.0, turn=30000),
    ]


def _bystanders(x: float, y: float) -> list[PersonView]:
    stances = ("hands_up", "kneel", "tied", "cower", "stand", "stand", "dead", "stand")
    specs = (
        "guard",
        "guard_brave",
        "guard",
        "pedestrian",
        "pedestrian_b",
        "businessman",
        "pedestrian_c",
        "pedestrian_d",
    )
    people = []
    for index, (stance, spec) in enumerate(zip(stances, specs, strict=True)):
        side = "guard" if spec.startswith("guard") else "civilian"
        people.append(
            person(
                31 + index,
                x - 1 + index * 2.1,
                y + 9.4,
                spec,
                side,
                stance,
                speed=1.4 if index > 4 else 0.0,
                turn=index * 7000,
            )
        )
    people.append(person(50, x - 14.0, y, "driver", "civilian", "seated", vehicle=101, seat=0))
    people.append(person(51, x - 14.0, y, "neil", "crew", "seated", vehicle=103, seat=0, is_masked=True))
    return people


def _vehicles(catalog: Catalog, x: float, y: float) -> list[VehicleView]:
    def paint(spec: str, index: int = 0) -> str:
        return catalog.vehicles[spec].colours[index % len(catalog.vehicles[spec].colours)]

    laid = [
        ("ambulance", -16.5, 1.2, 0.1, {}), ("getaway_sedan", -9.5, 1.3, -0.2, {"tyres": (0.0, 1.0, 1.0, 1.0), "stage": 1}),
        ("armored_truck", -3.0, -10.5, 1.5, {"is_open": True, "stage": 1}), ("tow_truck", 1.5, 12.5, -1.5, {"occupants": (51, -1)}),
        ("sedan", 1.6, -5.4, 1.9, {"stage": 2}), ("patrol_car", 10.6, -3.2, 0.45, {"has_siren": True}),
        ("patrol_car", 16.2, 0.3, 0.05, {"has_siren": True, "stage": 1}), ("patrol_car", 11.4, 4.9, -0.5, {"has_siren": True, "stage": 2}),
        ("sedan", 3.6, 3.6, 0.7, {"stage": 3, "is_burning": True}), ("taxi", -16.0, -6.0, 3.1, {"occupants": (50, -1, -1, -1)}),
        ("station_wagon", 20.0, -6.6, -0.1, {}), ("pickup", 8.0, 7.4, 0.0, {"steer": 0.5}), ("van", 20.5, 7.0, 0.0, {}),
        ("hatchback", 15.5, 7.4, 3.1, {"stage": 4}), ("box_truck", -20.0, 8.0, 0.0, {}), ("swat_van", 23.0, 0.0, 3.14, {}),
        ("sedan", -12.0, 7.2, 0.0, {"is_on_side": True}), ("detective_sedan", -4.0, -4.0, 0.0, {"is_braking": True, "occupants": (50,)}),
    ]  # fmt: skip
    return [
        vehicle(100 + index, x + dx, y + dy, spec, paint(spec, index), angle % math.tau, **more)
        for index, (spec, dx, dy, angle, more) in enumerate(laid)
    ]


def noise(x: float = 47.0, y: float = 31.0) -> list[Event]:
    """What one loud tick of that fight sends to the eye."""
    return [
        ShotFired(1, "carbine", x - 4.0, y + 0.7, (-2000) % TURN), ShotFired(12, "shotgun_pump", x + 11.2, y + 1.6, 33000),
        BulletImpact(x + 9.4, y - 2.0, 0, "concrete", False), BulletImpact(x + 10.0, y + 3.0, 0, "steel", True),
        PersonHurt(15, 1, "torso", 400.0, x + 7.2, y + 1.0, 0), PersonKilled(15, 1, x + 7.2, y + 1.0, "shot"),
        GlassBroken(x + 2.0, y - 4.0, 104), VehicleImpact(104, -1, 90000.0, x + 2.4, y - 3.2),
    ]  # fmt: skip


def blast(x: float = 47.0, y: float = 31.0) -> list[Event]:
    """An explosion behind the armoured truck."""
    return [Exploded(x - 3, y - 6.5, 2_000_000.0, "charge")]


def spawns(view: View) -> tuple[VehicleSpawn, ...]:
    """Spawns of the vehicles of a view, as a level would list them."""
    return tuple(VehicleSpawn(v.x, v.y, v.name, v.spec, 0, v.colour) for v in view.vehicles)
