"""The rooms of the gallery, each furnished from the tile sheets.

Owns what is laid where. Called by `gallery.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from assets.bake.gallery_plan import Plan
from game.levels.tmx_writer import Drawn


def bank(plan: Plan) -> None:
    """A hall of marble with tellers, offices behind, a vault beside them."""
    plan.labels.append((3, 1, "Bank"))
    plan.room("wall_stone", "marble", (2, 2, 27, 19), ((14, 20), (15, 20), (16, 20)))
    plan.floor("carpet_blue", (3, 3, 17, 5))
    for x in range(5, 19):
        plan.put("teller_0" if x % 3 else "counter_0", x, 8)
    plan.put("counter_90", 4, 8)
    for x in (4, 9, 14):
        plan.put("desk_0", x, 4, (2, 1))
        plan.put("chair_180", x, 5)
    plan.put("cabinet_0", 17, 3)
    plan.put("cabinet_0", 18, 3)
    plan.put("bookshelf_0", 7, 3, (2, 1))
    plan.floor("marble_dark", (12, 14, 7, 3))
    plan.floor("rug", (14, 17, 3, 3))
    for x, y in ((6, 12), (12, 12), (18, 12), (6, 18), (24, 12), (24, 18)):
        plan.put("pillar_0", x, y)
    for x in (8, 10, 14, 16):
        plan.put("rope_0", x, 10)
    plan.put("revolving_door_0", 14, 19, (3, 3), "marks")
    plan.put("sofa_0", 4, 19, (2, 1))
    plan.put("armchair_90", 3, 17)
    plan.put("round_table_0", 5, 16)
    for x, y in ((3, 19), (27, 19), (20, 19), (11, 19)):
        plan.put("plant_0", x, y)
    _vault(plan)
    plan.put("table_0", 22, 14, (3, 2))
    for x, y in ((9.5, 5.5), (15.5, 5.5), (9.5, 14.5), (15.5, 12.5), (22.5, 14.5)):
        plan.light(x, y)
    plan.light(24.5, 6.0, "#cfe0ff", 6.0)


def _vault(plan: Plan) -> None:
    """The vault behind the hall, its door open."""
    for y in range(2, 10):
        plan.put("wall_vault", 20, y)
    for x in range(20, 29):
        plan.put("wall_vault", x, 9)
    plan.floor("shop_floor", (21, 3, 7, 6))
    for x in (23, 24, 25):
        plan.layers["walls"][9][x] = 0
    plan.put("vault_door_0", 23, 9, (3, 3))
    plan.put("deposit_boxes_0", 21, 3, (2, 1))
    plan.put("deposit_boxes_0", 23, 3, (2, 1))
    plan.put("deposit_boxes_0", 25, 3, (2, 1))
    plan.put("cash_cart_0", 22, 6)
    plan.put("cash_cart_90", 26, 6)


def offices(plan: Plan) -> None:
    """Desks on carpet, a meeting room behind glass."""
    plan.labels.append((33, 1, "Offices"))
    plan.room("wall_panelled", "carpet_red", (32, 2, 19, 11), ((40, 12), (41, 12)))
    for y in (4, 7):
        for x in (34, 38):
            plan.put("desk_0", x, y, (2, 1))
            plan.put("chair_180", x, y + 1)
            plan.put("desk_180", x, y - 1, (2, 1))
    for y in range(3, 9):
        plan.put("window_wall_90", 42, y)
    plan.floor("boards", (43, 3, 7, 6))
    plan.put("table_0", 45, 5, (3, 2))
    for x in (45, 46, 47):
        plan.put("chair_0", x, 4)
        plan.put("chair_180", x, 7)
    plan.put("bookshelf_180", 44, 11, (2, 1))
    plan.put("bookshelf_180", 46, 11, (2, 1))
    for x in (33, 34, 35):
        plan.put("rack_0", x, 11)
    plan.put("cabinet_180", 37, 11)
    plan.put("plant_0", 49, 3)
    plan.put("armchair_180", 48, 10)
    for x, y in ((37.5, 6.0), (46.5, 6.0), (45.0, 10.5)):
        plan.light(x, y, "#ffe6c0")


def ward(plan: Plan) -> None:
    """Beds with screens, a washroom."""
    plan.labels.append((33, 14, "Hospital"))
    plan.room("wall_plaster", "lino", (32, 15, 19, 10), ((41, 24), (42, 24)))
    for x in (33, 36, 39, 42):
        plan.put("bed_90", x, 16, (1, 2))
        plan.put("monitor_0", x + 1, 16)
        plan.put("curtain_90", x + 2, 16)
        plan.put("curtain_90", x + 2, 17)
    plan.put("gurney_0", 36, 21, (2, 1))
    plan.put("desk_0", 33, 22, (2, 1))
    plan.floor("tile_white", (46, 16, 4, 8))
    for y in (16, 17, 18, 22, 23):
        plan.put("wall_plaster", 45, y)
    plan.put("toilet_270", 49, 17)
    plan.put("toilet_270", 49, 19)
    plan.put("sink_90", 46, 17)
    plan.put("sink_90", 46, 18)
    for x, y in ((36.0, 19.5), (42.0, 20.5), (48.0, 20.0)):
        plan.light(x, y, "#d4ece4", 7.5)


def diner(plan: Plan) -> None:
    """Booths, a counter, the kitchen."""
    plan.labels.append((54, 1, "Diner and kitchen"))
    plan.room("wall_block", "tile_check", (53, 2, 19, 11), ((60, 12), (61, 12)))
    for x in (54, 57, 63, 66):
        plan.put("booth_0", x, 10, (3, 2))
    for x in range(55, 69):
        plan.put("counter_0", x, 7)
        if x % 2:
            plan.put("chair_180", x, 8)
    plan.floor("tile_red", (54, 3, 17, 4))
    for x in range(54, 58):
        plan.put("worktop_0", x, 3)
    plan.put("stove_0", 58, 3, (2, 1))
    plan.put("stove_0", 60, 3, (2, 1))
    plan.put("sink_0", 62, 3)
    plan.put("fridge_0", 63, 3)
    plan.put("fridge_0", 64, 3)
    plan.put("pallet_0", 69, 3, (2, 2))
    plan.put("mat_0", 60, 11, (2, 1))
    for x, y in ((58.0, 5.0), (66.0, 5.0)):
        plan.light(x, y, "#dce8f4", 7.0)
    for x, y in ((57.0, 9.6), (65.0, 9.6)):
        plan.light(x, y, "#ffb878", 7.0)


def warehouse(plan: Plan) -> None:
    """Racks, pallets, crates."""
    plan.labels.append((54, 14, "Warehouse"))
    plan.room("wall_block", "shop_floor", (53, 15, 19, 10), ((60, 24), (61, 24), (62, 24)))
    for y in (17, 20):
        for x in (55, 58):
            plan.put("shelving_0", x, y, (3, 1))
    plan.put("shelving_90", 71 - 1, 16, (1, 3))
    for x, y in ((64, 16), (67, 16), (66, 20)):
        plan.put("pallet_0", x, y, (2, 2))
    for x, y in ((54, 22), (55, 22), (54, 23), (65, 23), (69, 21)):
        plan.put("crate_0", x, y)
    plan.put("drums_0", 57, 22)
    plan.put("bench_0", 67, 23, (2, 1))
    plan.put("drums_0", 70, 23)
    for x, y in ((58.0, 18.8), (66.0, 18.8)):
        plan.light(x, y, "#e8f0d8", 9.0, 5.0)


def airfield(plan: Plan) -> None:
    """A strip of runway between grass, its lamps and its boxes of instruments."""
    plan.labels.append((3, 26, "Airfield"))
    plan.floor("field_grass", (1, 26, 31, 27))
    plan.floor("runway", (1, 40, 31, 10))
    plan.fill("runway_edge_h", (1, 41, 31, 1), "marks")
    plan.fill("runway_edge_h", (1, 48, 31, 1), "marks")
    for x in (12, 13, 14, 18, 19, 20, 24, 25, 26):
        plan.fill("runway_centre_h", (x, 44, 1, 1), "marks")
    for y in (42, 43, 45, 46):
        plan.put("threshold_h", 3, y, (4, 1), "marks")
    for number, (x, y) in enumerate(((9, 42), (16, 45), (22, 43))):
        plan.put(f"rubber{number}", x, y, (6, 2), "marks")
    for x in range(3, 31, 6):
        plan.put("light_white_0", x, 39, layer="marks")
        plan.put("light_white_0", x, 50, layer="marks")
    plan.put("light_green_0", 2, 41, layer="marks")
    plan.put("light_red_0", 30, 41, layer="marks")
    plan.floor("taxiway", (12, 28, 5, 12))
    plan.fill("taxi_v", (14, 28, 1, 12), "marks")
    plan.fill("hold_h", (12, 38, 5, 1), "marks")
    for y in range(29, 38, 4):
        plan.put("light_blue_0", 11, y, layer="marks")
        plan.put("light_blue_0", 17, y, layer="marks")
    plan.put("nav_box_0", 4, 29, (4, 3))
    plan.put("nav_box_90", 6, 34, (3, 4))
    plan.put("nav_box_small_0", 20, 30, (3, 3))
    plan.put("nav_box_large_0", 24, 34, (5, 3))
    plan.put("windsock_0", 27, 29, (2, 1), "roofs")
    for x in range(3, 31, 6):
        plan.light(x + 0.5, 39.5, "#fff0d0", 3.5, 0.4)
        plan.light(x + 0.5, 50.5, "#fff0d0", 3.5, 0.4)
    for y in range(29, 38, 4):
        plan.light(11.5, y + 0.5, "#3a6aff", 3.0, 0.4)
        plan.light(17.5, y + 0.5, "#3a6aff", 3.0, 0.4)
    plan.light(2.5, 41.5, "#40ff90", 3.0, 0.4)
    plan.light(30.5, 41.5, "#ff4030", 3.0, 0.4)


def drive_in(plan: Plan) -> None:
    """Humps of gravel with speakers, the hut, the screen."""
    plan.labels.append((34, 27, "Drive-in"))
    plan.floor("gravel", (33, 27, 19, 26))
    for x in range(35, 50):
        plan.put("wall_screen", x, 28)
    for y in (34, 39, 44):
        plan.fill("hump_h", (34, y, 17, 1), "marks")
        for x in range(36, 50, 3):
            plan.put("speaker_0", x, y, layer="marks")
    plan.put("reel_hut_0", 41, 48, (3, 3))
    plan.put("tyres_0", 35, 50)
    plan.light(42.5, 31.0, "#b8ccff", 14.0, 6.0)


def dock(plan: Plan) -> None:
    """A quay with containers, a crane over it, water."""
    plan.labels.append((54, 27, "Dock"))
    plan.floor("quay", (53, 27, 20, 17))
    plan.floor("water", (53, 44, 20, 9))
    plan.fill("quay_s", (53, 43, 20, 1), "marks")
    for x in (56, 62, 68):
        plan.put("bollard_0", x, 42)
    for run, x, y in (
        ("container_red_0", 54, 28), ("container_blue_0", 54, 31), ("container_green_0", 61, 28), ("container_orange_0", 61, 33),
    ):  # fmt: skip
        plan.put(run, x, y, (6, 2))
    plan.put("container_blue_90", 69, 28, (2, 6))
    plan.put("container_green_90", 55, 35, (2, 6))
    for x in (60, 67):
        plan.fill("wall_crane_leg", (x, 37, 1, 1), "walls")
        plan.fill("wall_crane_leg", (x, 41, 1, 1), "walls")
    for y in range(36, 50, 2):
        plan.put("girder_90", 60, y, (2, 2), "roofs")
        plan.put("girder_90", 66, y, (2, 2), "roofs")
    plan.put("trolley_0", 63, 44, (2, 2), "roofs")
    for x in (62, 64):
        plan.put("girder_0", x, 38, (2, 2), "roofs")
    plan.floor("plate", (62, 40, 4, 3))
    for x, y in ((58.0, 36.0), (68.0, 37.0)):
        plan.light(x, y, "#ffb060", 13.0, 9.0)


def street(plan: Plan) -> None:
    """What stands about in streets, in a row before the bank."""
    plan.labels.append((19, 22, "Street"))
    for index, (kind, tall, radius) in enumerate(FURNITURE):
        place = {"kind": kind, "height": tall, "radius": radius}
        x, y = 3.5 + index % 14 * 2.0, 23.5 + index // 14 * 1.7
        plan.sketch.add("props", Drawn("Prop", "", x, y, properties=dict(place)))
    plan.sketch.add(
        "props", Drawn("Prop", "", 31.0, 8.0, properties={"kind": "bus_stop", "height": 2.4, "radius": 0.2})
    )
    plan.sketch.add(
        "props", Drawn("Prop", "", 30.5, 24.0, properties={"kind": "fountain", "height": 0.6, "radius": 1.5})
    )


FURNITURE: tuple[tuple[str, float, float], ...] = (
    ("palm", 7.0, 0.2), ("tree", 6.0, 0.2), ("bush", 1.0, 0.4), ("planter", 1.0, 0.5), ("bench", 0.8, 0.4), ("bin", 1.0, 0.35),
    ("hydrant", 0.8, 0.25), ("post", 7.0, 0.15), ("sign", 2.6, 0.1), ("phone", 2.1, 0.4), ("barrier", 1.0, 0.2), ("pillar", 3.0, 0.45),
    ("mailbox", 1.2, 0.3), ("newsbox", 1.1, 0.4), ("dumpster", 1.4, 0.7), ("meter", 1.3, 0.1), ("cone", 0.6, 0.15),
    ("drum", 0.9, 0.3), ("crate", 0.9, 0.45), ("pump", 1.7, 0.4),
)  # fmt: skip
"""Kind, height, radius of its foot."""

ROOMS: tuple[Callable[[Plan], None], ...] = (bank, offices, ward, diner, warehouse, airfield, drive_in, dock, street)
