"""The light of each hour: sun or ambient colour, shade, the way shadows fall, and which lamps burn.

Owns nothing but numbers; read by the light map, the roofs and the vehicles' lamps.
"""

from __future__ import annotations

import dataclasses

Colour = tuple[int, int, int]


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


HOURS: dict[str, Hour] = {
    "dawn": Hour((236, 208, 190), (122, 122, 150), (1.15, 0.42), (226, 204, 190), 0.35, True, 70),
    "noon": Hour((252, 248, 240), (112, 128, 162), (0.56, 0.45), (236, 233, 226), 0.0, False, 60),
    "dusk": Hour((206, 160, 142), (96, 88, 122), (1.30, 0.50), (188, 148, 138), 0.75, True, 84),
    "night": Hour((44, 58, 90), (44, 58, 90), (0.0, 0.0), (40, 50, 74), 1.0, True, 96),
    "interior": Hour((214, 208, 196), (214, 208, 196), (0.0, 0.0), (120, 122, 128), 0.25, False, 70),
}

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
