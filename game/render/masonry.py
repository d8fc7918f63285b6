"""Colours of houses: walls by their material, neighbours that differ, fascias of shops, rooms at night.

Owns nothing but colours; read by the facades and the low walls.
"""

from __future__ import annotations

from game.render.palette import Colour

MATERIALS: dict[str, str] = {
    "concrete": "#8f8b83",
    "brick": "#8a5a48",
    "wood": "#8a6c4c",
    "glass": "#5f7480",
    "metal": "#6d747a",
    "steel": "#6d747a",
    "fence": "#6d747a",
    "plaster": "#b5aa96",
    "drywall": "#c4beb2",
}
"""Colours of facades by the wall's material; concrete stands in for the rest."""
HUES = ((1.0, 1.0, 1.0), (1.07, 1.0, 0.90), (0.90, 0.97, 1.05), (0.96, 0.92, 0.88), (1.08, 1.04, 0.99))
"""Neighbours of one material differ."""
ROOMS: tuple[Colour, ...] = ((255, 190, 108), (255, 216, 158), (148, 224, 214), (188, 214, 255), (255, 170, 84))
"""Light of rooms at night."""
FASCIA: tuple[Colour, ...] = ((52, 66, 60), (92, 44, 40), (44, 58, 84), (150, 134, 104), (58, 54, 60), (40, 84, 88))
