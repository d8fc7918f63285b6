"""The light of each hour: sun or ambient colour, shade, the way shadows fall, and which lamps burn.

Owns nothing but numbers; read by the light map, the roofs and the vehicles' lamps.
"""

from __future__ import annotations

import dataclasses

Colour = tuple[int, int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Curve:
    """The tone of a dark hour: what `tone.py` makes of the light map."""

    above: float
    """Share of the hour's own light above which light gains."""
    gain: Colour
    """How much it gains, of 255. Green gains least where sodium lamps burn, or their light turns sallow."""
    deep: tuple[float, float, float]
    """Shares of the hour's own light that are taken from everything; of blue the most, so that lamps look warm beside it."""
    knee: Colour
    """Light above which the next counts for less; where red holds out longest, glare stays warm."""


@dataclasses.dataclass(frozen=True, slots=True)
class Falloff:
    """The tone of an open field by night: one smooth bow from the dark to the lamp, so that light goes on falling off all the way."""

    bow: Colour
    """How much the middle gains over both ends, of 255. Blue the most and red the least: light from far off is cold."""
    most: Colour
    """What full light becomes; red the most: the glare before a lamp is warm."""


@dataclasses.dataclass(frozen=True, slots=True)
class Hour:
    """How a time of day falls on the street."""

    light: Colour
    """What open ground is multiplied by."""
    shade: Colour
    """What ground in a shadow is multiplied by."""
    shadow: tuple[float, float]
    """Metres a shadow reaches east and south for each metre of height; zeros = no sun."""
    roof: Colour
    """What roofs are multiplied by (they lie above the light map)."""
    lamps: float
    """Strength of the lamps of the place, 0 to 1."""
    has_headlights: bool
    vignette: int
    """How dark the corners get, 0 to 255."""
    grade: Colour = (255, 255, 255)
    """The tint of the whole street."""
    lift: Colour = (0, 0, 0)
    """Added over everything: the deepest shade is never black."""
    wet: float = 0.0
    """How much the ground shines, 0 to 1."""
    sheen: Colour = (0, 0, 0)
    """Tint and strength of what wet ground throws back."""
    bloom: int = 0
    """Brightness from which things glow beyond their edge, 0 = nothing does."""
    flash: float = 1.0
    """How much a muzzle's or a siren's light counts beside the hour's own."""
    curve: Curve | Falloff | None = None
    """None by day: the sun sets the tone."""
    dew: float = 0.0
    """How much grass shines, 0 to 1, where a lamp falls on it."""
    is_soft: bool = False
    """Shadows have softer rims than elsewhere: low lamps throw them far, and from far off they have no edge."""


STREET_NIGHT = Curve(0.75, (96, 80, 84), (0.22, 0.19, 0.27), (212, 178, 168))
OPEN_NIGHT = Falloff((178, 210, 244), (250, 237, 230))


HOURS: dict[str, Hour] = {
    "dawn": Hour((226, 192, 178), (104, 108, 142), (1.15, 0.42), (222, 196, 182), 0.35, True, 84,
                 (255, 250, 244), (6, 5, 8), 0.45, (64, 56, 52), 196, 0.55),
    "noon": Hour((252, 248, 240), (112, 128, 162), (0.56, 0.45), (236, 233, 226), 0.0, False, 60,
                 (255, 255, 252), (0, 0, 0), 0.0, (0, 0, 0), 0, 0.35),
    "dusk": Hour((196, 142, 128), (84, 78, 118), (1.30, 0.50), (176, 134, 128), 0.75, True, 96,
                 (255, 244, 238), (6, 4, 12), 0.5, (76, 62, 62), 184, 0.7),
    "night": Hour((62, 80, 120), (62, 80, 120), (0.0, 0.0), (42, 52, 76), 1.0, True, 112,
                  (240, 250, 255), (3, 7, 14), 1.0, (112, 112, 122), 158, 1.0, STREET_NIGHT),
    "midnight": Hour((26, 35, 55), (26, 35, 55), (0.0, 0.0), (24, 31, 48), 1.0, True, 108,
                     (240, 250, 255), (4, 8, 14), 0.8, (156, 160, 172), 150, 1.0, OPEN_NIGHT, 0.3, True),
    "interior": Hour((196, 190, 180), (196, 190, 180), (0.0, 0.0), (112, 114, 120), 0.6, False, 84,
                     (255, 252, 246), (3, 4, 6), 0.0, (0, 0, 0), 206, 0.55),
}  # fmt: skip

OVERCAST = (172, 184, 198)
"""Daylight through rain."""


def rained(hour: Hour) -> Hour:
    """The same hour in the rain: no sun, dull light, lamps burn, the ground is wet."""
    dull = hour.shadow != (0.0, 0.0)
    light, roof = (_dulled(hour.light), _dulled(hour.roof)) if dull else (hour.light, hour.roof)
    return dataclasses.replace(
        hour, light=light, shade=light, shadow=(0.0, 0.0), roof=roof, lamps=max(hour.lamps, 0.55), has_headlights=True,
        vignette=hour.vignette + 16, grade=(238, 246, 255), wet=1.0, sheen=(150, 152, 164), bloom=hour.bloom or 214,
    )  # fmt: skip


def _dulled(colour: Colour) -> Colour:
    red, green, blue = (level * part // 255 for level, part in zip(colour, OVERCAST, strict=True))
    return red, green, blue


DUST: dict[str, Colour] = {
    "concrete": (176, 170, 160),
    "metal": (120, 122, 126),
    "glass": (190, 206, 214),
    "wood": (150, 116, 80),
    "cloth": (120, 116, 110),
    "flesh": (120, 16, 20),
    "none": (150, 146, 138),
}

SURFACES: dict[str, str] = {
    "asphalt": "#63676d",
    "concrete": "#a39f95",
    "sidewalk": "#a09c92",
    "pavement": "#a09c92",
    "tile": "#8f8a80",
    "tiles": "#8f8a80",
    "carpet": "#6a5b56",
    "wood": "#8a6a48",
    "marble": "#b9b5ac",
    "grass": "#5f7342",
    "dirt": "#83705a",
    "gravel": "#8a857b",
    "sand": "#b3a27f",
    "water": "#3c5a66",
    "metal": "#7c8288",
    "oil": "#3c3e42",
    "glass": "#7f8f98",
    "wet_asphalt": "#50555c",
    "paint": "#8d8d88",
}
"""Ground colours for cells that no tile covers."""
