"""The bodies of cars, wagons, pickups and vans as seen from above.

Owns bodies with one cabin; trucks are in `truck_bodies.py`. A body is drawn from the spec's length and width and a
recipe's cabin. Called by `vehicle_sheets.py`.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from assets.bake.relief import Relief, box_distance, ink, own, smooth_min
from game.render.noise import cloud, step

RUBBER = ink("#16171a")
GLASS = ink("#0d1319")
BLACK = ink("#14161a")
CHROME = ink("#9aa2a8")
HEADLAMP = ink("#e8eef0")
TAILLAMP = ink("#b3161a")
AMBER = ink("#d8841c")


@dataclasses.dataclass(frozen=True, slots=True)
class Cabin:
    """Where the glass house stands, as shares of half the length, and how steep it is."""

    screen: float
    """Foot of the windscreen."""
    tail: float
    """Foot of the rear window."""
    belt: float
    """Height of the window line."""
    roof: float
    screen_slope: float
    tail_slope: float
    side_slope: float = 1.55
    pillars: tuple[float, ...] = (-0.06, -0.40)
    rear_is_glass: bool = True


def car(name: str, length: float, width: float, cabin: Cabin, style: str) -> Relief:
    """A car-like body with its cabin, lamps and mirrors; `style` is car, pickup or van."""
    r = Relief(length + 0.5, width + 0.6)
    half = width / 2
    wheels(r, (length * 0.287, -length * 0.276), half - 0.12)
    deck = body(r, length, half, cabin)
    if style == "pickup":
        _cargo_bed(r, length, half, cabin)
    glass_house(r, length, half, cabin, deck)
    _lamps_and_gaps(r, length, half, cabin)
    _trim(r, length, half, cabin, style)
    for side in (-1, 1):
        mirror_x = length / 2 * cabin.screen - 0.18
        r.box(mirror_x, side * (half + 0.06), 0.07, 0.11, own(0.8), 0.04, 0.6, 1.05, turn=side * 0.2)
        r.socket("hinge", mirror_x - 0.12, side * (half - 0.06))
        if style == "car":
            r.socket("hinge", -0.02 * length / 2, side * (half - 0.06))
    r.socket("exhaust", -length / 2 + 0.05, half * 0.6)
    r.socket("engine", length / 2 * (cabin.screen + 0.93) / 2, 0.0)
    dust(r, name)
    return r


def dust(r: Relief, name: str, strength: float = 0.16) -> None:
    """Months of weather: faint unevenness in the paint and road dust along the sills."""
    film = step(0.42, 0.85, cloud(r.cover.shape, 60, name + "dust", 4)) * strength
    r.albedo *= (1 - film * (1 - r.glass))[..., None]
    r.gloss *= 1 - film


def wheels(r: Relief, axles: tuple[float, ...], track: float, radius: float = 0.33, breadth: float = 0.22) -> None:
    """Tyres that show past the body."""
    for x in axles:
        for side in (-1, 1):
            r.box(x, side * track, radius, breadth / 2, RUBBER, 0.06, 0.1, 0.5)


def body(r: Relief, length: float, half: float, cabin: Cabin) -> np.ndarray:
    """The lower body with bonnet and boot; returns its height field."""
    x, y = r.x, r.y
    v = np.abs(y) / half
    share = x / (length / 2)
    outline = half * np.interp(
        share, [-1.0, -0.9, -0.57, 0, 0.57, 0.84, 0.96, 1.0], [0.86, 0.95, 0.99, 1, 0.99, 0.95, 0.88, 0.8]
    )
    nose = length / 2 - 0.20 * np.clip(v, 0, 1.2) ** 2.6
    tail = -length / 2 + 0.11 * np.clip(v, 0, 1.2) ** 3
    d = -smooth_min(smooth_min(outline - np.abs(y), nose - x, 0.20), x - tail, 0.20)
    m = r.inside(d)
    b = cabin.belt
    deck = np.interp(
        share,
        [-1, -0.95, -0.8, 0.36, 0.62, 0.88, 0.96, 1],
        [b - 0.4, b - 0.1, b, b, b - 0.06, b - 0.17, b - 0.35, b - 0.5],
    )
    height = deck - 0.05 * v**2 - 0.16 * np.clip(v, 0, 1.1) ** 7 - 0.30 * np.exp(-np.clip(-d, 0, 1) / 0.045)
    bonnet = np.clip((share - cabin.screen) * 12, 0, 1) * np.clip((0.95 - share) * 12, 0, 1)
    height = height + bonnet * 0.03 * np.exp(-(((np.abs(y) - half * 0.52) / 0.06) ** 2))
    for axle in (0.57, -0.55):
        height = height + 0.02 * np.exp(-(((share - axle) / 0.14) ** 2)) * np.clip((v - 0.55) * 3, 0, 1)
    r.lay(r.everywhere(), m, own(), 0.85, height)
    ends = np.maximum(np.clip((0.15 - (nose - x)) * 60, 0, 1), np.clip((0.13 - (x - tail)) * 60, 0, 1)) * m
    r.lay(r.everywhere(), ends, own(0.5), 0.45, on_top=True)
    return height * m


def _cargo_bed(r: Relief, length: float, half: float, cabin: Cabin) -> None:
    """The open bed of a pickup: a sunk floor with ribs."""
    front, rear = length / 2 * cabin.tail - 0.12, -length / 2 + 0.14
    cx, hx = (front + rear) / 2, (front - rear) / 2
    at, x, y = r.window(cx, 0, hx, half)
    floor = r.inside(box_distance(x, y, cx, 0, hx, half - 0.16, 0.04))
    r.lay(at, floor, own(0.42), 0.15, on_top=True)
    r.height[at] = r.height[at] * (1 - floor) + 0.55 * floor
    for rib in np.linspace(-half + 0.3, half - 0.3, 7):
        r.box(cx, rib, hx - 0.08, 0.025, own(0.62), 0.01, 0.2, 0.60, on_top=True)
    for axle_side in (-1, 1):
        r.box(-length * 0.276, axle_side * (half - 0.28), 0.42, 0.13, own(0.55), 0.05, 0.2, 0.85, on_top=True)


def glass_house(r: Relief, length: float, half: float, cabin: Cabin, deck: np.ndarray) -> None:
    """Cabin as four leaning planes; the winning plane tells windscreen, side, rear window and roof apart."""
    reach = length / 2
    middle, extent = (cabin.screen + cabin.tail) / 2 * reach, (cabin.screen - cabin.tail) / 2 * reach
    at, x, y = r.window(middle, 0, extent + 0.15, half)
    curve = 0.13 * (y / half) ** 2
    front = cabin.belt + (reach * cabin.screen - curve - x) * cabin.screen_slope
    rear = cabin.belt + (x - reach * cabin.tail - curve * 0.6) * cabin.tail_slope
    side = cabin.belt + (half * 0.94 - np.abs(y)) * cabin.side_slope + 0 * x
    roof = cabin.roof - 0.04 * (y / half) ** 2 - 0.02 * (x / reach) ** 2
    top = smooth_min(smooth_min(smooth_min(front, rear, 0.05), side, 0.05), roof, 0.06)
    cab = np.clip((top - np.maximum(deck[at], cabin.belt - 0.02)) * 60, 0, 1) * (r.cover[at] > 0.5)
    planes = np.stack([front, rear, side, roof])
    which = planes.argmin(axis=0)
    lowest = np.partition(planes, 1, axis=0)
    frame = np.clip((0.036 - (lowest[1] - lowest[0])) * 60, 0, 1)
    glass = cab * (which < 3) * (1 - frame)
    if not cabin.rear_is_glass:
        glass = glass * (which != 1) * ((which != 2) | (x > reach * cabin.pillars[-1]))
    for pillar in cabin.pillars:
        glass = glass * (1 - (which == 2) * r.inside(np.abs(x - reach * pillar) - 0.04))
    r.lay(at, cab, own(0.98), 0.8, np.where(cab > 0.5, top, 0))
    streak = np.exp(-(((x - 0.42 * y - reach * cabin.screen * 0.76) / 0.07) ** 2)) * (which == 0)
    streak = streak + 0.6 * np.exp(-(((x - 0.42 * y - reach * cabin.tail * 0.82) / 0.06) ** 2)) * (which == 1)
    r.lay(at, glass, GLASS, 0.7, glass=1.0, on_top=True)
    r.albedo[at] += (glass * streak * 0.045)[..., None] * np.array([0.8, 0.95, 1.1, 0.0], np.float32)


def _trim(r: Relief, length: float, half: float, cabin: Cabin, style: str) -> None:
    """Bright bumper blades, door gaps, wipers, and the seats that are seen through the panes."""
    reach = length / 2
    for end, depth in ((reach - 0.035, 0.028), (-reach + 0.03, 0.024)):
        r.box(end, 0, depth, half * 0.80, ink("#6d7378"), 0.02, 0.95, None, on_top=True)
    for x in (cabin.screen - 0.03, *cabin.pillars):
        for side in (-1, 1):
            r.seam(x * reach, side * half * 0.90, x * reach, side * half, 0.010, 0.4)
    foot = cabin.screen * reach + 0.02
    for y in (-0.45, 0.12):
        r.rod(foot - 0.02, y * half, foot - 0.16, (y + 0.42) * half, 0.012, 0.010, BLACK, 0.3, on_top=True)
    rows = (0.06, -0.34) if style == "car" else (0.04,) if style == "pickup" else ()
    for row in rows:
        for side in (-1, 1):
            at, x, y = r.window(row * reach, side * half * 0.42, 0.3, 0.3)
            seat = r.inside(box_distance(x, y, row * reach, side * half * 0.42, 0.20, 0.22, 0.08)) * r.glass[at] * 0.5
            r.albedo[at] = r.albedo[at] * (1 - seat[..., None]) + ink("#2b2622") * seat[..., None]


def _lamps_and_gaps(r: Relief, length: float, half: float, cabin: Cabin) -> None:
    """Panel gaps, head and tail lamps, grille and plate."""
    reach = length / 2
    hood = (cabin.screen + 0.93) / 2 * reach
    r.groove(hood, 0, (0.93 - cabin.screen) * reach / 2, half * 0.78, 0.010, 0.3)
    if cabin.tail > -0.9 and cabin.tail < -0.3:
        boot = (cabin.tail - 0.95) / 2 * reach
        r.groove(boot, 0, (0.95 + cabin.tail) * reach / 2, half * 0.76, 0.010, 0.3)
    for side in (-1, 1):
        r.box(reach - 0.14, side * half * 0.68, 0.095, 0.195, BLACK, 0.03, 0.5, turn=-side * 0.16, on_top=True)
        r.box(reach - 0.14, side * half * 0.68, 0.075, 0.17, HEADLAMP, 0.03, 0.95, turn=-side * 0.16, on_top=True)
        r.box(reach - 0.19, side * half * 0.90, 0.06, 0.035, AMBER, 0.02, 0.8, turn=-side * 0.5, on_top=True)
        r.box(-reach + 0.10, side * half * 0.74, 0.05, 0.18, TAILLAMP, 0.02, 0.9, on_top=True)
        r.box(-reach + 0.10, side * half * 0.52, 0.04, 0.05, ink("#c8ccc4"), 0.01, 0.9, on_top=True)
        r.socket("head", reach - 0.14, side * half * 0.68)
        r.socket("tail", -reach + 0.10, side * half * 0.74)
    r.box(reach - 0.06, 0, 0.03, half * 0.42, BLACK, 0.02, 0.4, on_top=True)
    for bar in range(-3, 4):
        r.box(reach - 0.06, bar * half * 0.12, 0.03, 0.01, CHROME, 0.0, 0.8, on_top=True)
    r.box(-reach + 0.05, 0, 0.02, 0.18, ink("#c8ccc4"), 0.01, 0.3, on_top=True)
