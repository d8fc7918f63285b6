"""What flies where a bullet strikes, by material: dust and chips of stone, sparks of metal, splinters of wood, leaves.

Owns no state. Called by `gunfire.py` with the kind of dust that the catalog names for the material.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.render.palette import DUST, Colour
from game.render.particles import Particle

if TYPE_CHECKING:
    from game.render.effects import Effects

SPARK: Colour = (255, 206, 120)
EMBER: Colour = (255, 184, 84)
CHIP: Colour = (118, 112, 104)
GLINT: Colour = (232, 242, 246)


def throw(effects: Effects, kind: str, x: float, y: float, angle: float) -> None:
    """What a material of a kind of dust gives, thrown about `angle` (radians)."""
    thrown = _KINDS.get(kind, _soft)
    thrown(effects, x, y, angle, DUST.get(kind, DUST["none"]))


def _stone(effects: Effects, x: float, y: float, angle: float, colour: Colour) -> None:
    """A cone that shoots out and stops, a cloud that stays a second, chips."""
    roll, burst = effects.roll, effects.particles.burst
    burst(roll, "smoke", x, y, 3, 7.5, 30, 0.6, grow=3.0, colour=colour, alpha=0.62, angle=angle, cone=0.42, drag=0.86)
    out_x, out_y = x + math.cos(angle) * 0.6, y + math.sin(angle) * 0.6
    burst(
        roll,
        "smoke",
        out_x,
        out_y,
        2,
        1.1,
        88,
        1.1,
        grow=1.3,
        colour=colour,
        alpha=0.46,
        angle=-0.5,
        cone=1.2,
        drag=0.985,
    )
    burst(roll, "shard", x, y, 3, 6, 30, 0.11, colour=CHIP, angle=angle, cone=0.8, z=0.9, vz=1.4, drag=0.98)


def _metal(effects: Effects, x: float, y: float, angle: float, colour: Colour) -> None:
    """A spray of sparks, a few that glow on and bounce, a wisp."""
    roll, burst = effects.roll, effects.particles.burst
    burst(roll, "spark", x, y, 7, 13, 16, 0.1, colour=SPARK, angle=angle, cone=0.85, drag=0.88)
    burst(roll, "glow", x, y, 1, 0.1, 5, 0.9, colour=(255, 214, 150), alpha=0.9)
    embers(effects, x, y, 2, 4.5, angle, 0.9)
    burst(roll, "smoke", x, y, 1, 1.6, 34, 0.4, grow=1.6, colour=colour, alpha=0.3, angle=angle, cone=0.6)


def _glass(effects: Effects, x: float, y: float, angle: float, colour: Colour) -> None:
    """Splinters both ways, and fine dust."""
    roll, burst = effects.roll, effects.particles.burst
    burst(roll, "shard", x, y, 5, 5, 30, 0.10, colour=GLINT, angle=angle, cone=1.0, z=0.9, vz=1.2, drag=0.975)
    burst(
        roll, "shard", x, y, 2, 4, 26, 0.09, colour=colour, angle=angle + math.pi, cone=0.9, z=0.9, vz=0.8, drag=0.975
    )
    burst(roll, "smoke", x, y, 1, 2.0, 24, 0.35, grow=1.8, colour=(222, 230, 234), alpha=0.34, angle=angle, cone=0.6)


def _wood(effects: Effects, x: float, y: float, angle: float, colour: Colour) -> None:
    """Splinters and a little sawdust."""
    roll, burst = effects.roll, effects.particles.burst
    burst(roll, "shard", x, y, 6, 5, 34, 0.15, colour=colour, angle=angle, cone=0.8, z=0.9, vz=1.6, drag=0.975)
    burst(
        roll,
        "smoke",
        x,
        y,
        2,
        3.2,
        34,
        0.4,
        grow=2.0,
        colour=(176, 146, 108),
        alpha=0.4,
        angle=angle,
        cone=0.5,
        drag=0.9,
    )


def _soft(effects: Effects, x: float, y: float, angle: float, colour: Colour) -> None:
    effects.particles.burst(
        effects.roll, "smoke", x, y, 2, 2.6, 34, 0.4, grow=1.8, colour=colour, alpha=0.36, angle=angle, cone=0.6
    )


def _nothing(effects: Effects, x: float, y: float, angle: float, colour: Colour) -> None:
    """Chain link: a bullet goes by."""


def embers(
    effects: Effects, x: float, y: float, count: int, speed: float, angle: float = 0.0, cone: float = math.pi
) -> None:
    """Points of fire that fly, fall and die on the ground."""
    roll = effects.roll
    for _ in range(count):
        a, v = angle + roll.uniform(-cone, cone), speed * roll.uniform(0.3, 1.0)
        effects.particles.add(
            Particle(
                "glow", x, y, math.cos(a) * v, math.sin(a) * v, int(roll.uniform(14, 40)), 0.24, -0.12, EMBER, 1.0, 0.965,
                roll.randrange(4), 0.6, roll.uniform(0.5, 2.4),
            )
        )  # fmt: skip


_KINDS: dict[str, Callable[[Effects, float, float, float, Colour], None]] = {
    "concrete": _stone, "metal": _metal, "glass": _glass, "wood": _wood, "none": _nothing,
}  # fmt: skip
