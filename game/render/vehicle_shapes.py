"""Which shape a vehicle spec has, from above and from the side when it lies on it.

Owns the choice by the spec's name, then by its kind, so that a new spec always has a body. Called by `vehicles.py`
once for each spec.
"""

from __future__ import annotations

from game.content.specs import VehicleSpec
from game.render import car_shapes, truck_shapes
from game.render.lit_sprite import LitSprite
from game.render.relief import Relief, ink, own

_CABINS = {
    "wagon": car_shapes.WAGON,
    "pickup": car_shapes.PICKUP,
    "van": car_shapes.VAN,
    "swat": car_shapes.VAN,
}
_RIGS = {
    "ambulance": truck_shapes.ambulance,
    "armored_truck": truck_shapes.armored_truck,
    "swat_van": truck_shapes.swat_van,
    "box_truck": truck_shapes.box_truck,
    "tow_truck": truck_shapes.tow_truck,
}
_BY_KIND = {"truck": truck_shapes.box_truck, "heavy": truck_shapes.armored_truck}


def shape_of(spec: VehicleSpec) -> LitSprite:
    """The unpainted sprite of a spec as seen from above."""
    return LitSprite.of(_relief(spec))


def _relief(spec: VehicleSpec) -> Relief:
    rig = _RIGS.get(spec.name)
    if rig is not None:
        return rig(spec.length, spec.width)
    style = next((word for word in _CABINS if word in spec.name), "")
    if not style and spec.kind in _BY_KIND:
        return _BY_KIND[spec.kind](spec.length, spec.width)
    cabin = _CABINS.get(style) or (car_shapes.VAN if spec.kind == "van" else car_shapes.SEDAN)
    r = car_shapes.car(spec.length, spec.width, cabin, style)
    if "patrol" in spec.name or "police" in spec.name:
        car_shapes.patrol_marks(r, spec.length, spec.width / 2)
    elif "taxi" in spec.name:
        car_shapes.taxi_marks(r, spec.length, spec.width / 2)
    return r


def flank_of(spec: VehicleSpec) -> LitSprite:
    """The unpainted sprite of a spec that lies on its side: its flank, wheels and the edge of its chassis."""
    length, tall = spec.length, spec.height
    r = Relief(length + 0.4, tall + 0.8)
    reach, half = length / 2, tall / 2
    is_boxy = spec.kind in ("truck", "heavy", "van")
    body = ink("#7d868e") if spec.name == "armored_truck" else ink("#dfe2e4") if spec.name == "ambulance" else own(0.95)
    r.box(0, half * 0.72, reach * 0.97, half * 0.26, ink("#24272b"), 0.03, 0.2, 0.9)
    for axle in (0.60, -0.54):
        r.disc(axle * reach, half * 0.86, 0.44 if is_boxy else 0.33, ink("#15161a"), 0.1, 1.2)
        r.disc(axle * reach, half * 0.86, 0.22 if is_boxy else 0.17, ink("#8d9499"), 0.7, 1.25)
    top = -0.95 if is_boxy else -0.25
    r.box(0, half * (0.62 + top) / 2, reach * 0.98, half * (0.62 - top) / 2, body, 0.10, 0.6, 1.5, bevel=0.06)
    if is_boxy:
        r.box(
            0.66 * reach, -half * 0.45, 0.13 * reach, half * 0.24, car_shapes.GLASS, 0.05, 0.7, glass=1.0, on_top=True
        )
        for x in (-0.8, -0.45, -0.1, 0.25):
            r.seam(x * reach, -half * 0.85, x * reach, half * 0.5, 0.014, 0.6)
        if spec.name == "armored_truck":
            r.box(-0.3 * reach, half * 0.1, reach * 0.62, 0.10, ink("#1b3a6b"), 0.0, 0.4, on_top=True)
            for port in (-0.6, -0.2, 0.15):
                r.box(port * reach, -half * 0.35, 0.16, 0.10, ink("#0a0d10"), 0.02, 0.8, on_top=True)
    else:
        r.box(-0.08 * reach, -half * 0.55, reach * 0.46, half * 0.36, own(0.9), 0.2, 0.7, 1.45)
        for x in (0.12, -0.26):
            r.box(
                x * reach, -half * 0.52, reach * 0.16, half * 0.24, car_shapes.GLASS, 0.06, 0.7, glass=1.0, on_top=True
            )
        for x in (0.32, -0.07, -0.44):
            r.seam(x * reach, -half * 0.3, x * reach, half * 0.5, 0.010, 0.45)
    r.box(0.95 * reach, half * 0.2, 0.07, 0.12, car_shapes.HEADLAMP, 0.02, 0.9, on_top=True)
    r.box(-0.95 * reach, half * 0.2, 0.06, 0.12, car_shapes.TAILLAMP, 0.02, 0.9, on_top=True)
    return LitSprite.of(r)
