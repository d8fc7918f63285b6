"""Panes that are struck: what flies, what falls on both sides and stays, what the place shows from then on.

Owns no state: `panes.py` knows what has become of each. Called by `gunfire.py` and `blows.py`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.render.dust import GLINT
from game.render.panes import OUT, STARRED, WHOLE, Pane

if TYPE_CHECKING:
    from game.render.effects import Effects

GLASS = (172, 198, 208)


def hit(effects: Effects, x: float, y: float, back: float) -> bool:
    """A round at a place, seen from where it came from (radians); whether there was a pane."""
    found = effects.panes.strike(x, y, effects.tick)
    if found is None:
        return False
    pane, becomes = found
    _show(effects, pane, becomes, back)
    return True


def shatter(effects: Effects, x: float, y: float, radius: float) -> None:
    """A blast or a crash among panes."""
    for pane, becomes in effects.panes.shatter(x, y, radius):
        _show(effects, pane, becomes, math.atan2(pane.y - y, pane.x - x))


def _show(effects: Effects, pane: Pane, becomes: int, way: float) -> None:
    if becomes == WHOLE:
        return
    effects.reglaze(pane)
    roll, burst = effects.roll, effects.particles.burst
    if becomes == STARRED:
        burst(roll, "shard", pane.x, pane.y, 4, 3.0, 28, 0.08, colour=GLINT, z=1.2, vz=0.4, drag=0.97)
        return
    assert becomes == OUT
    c, s = math.cos(pane.angle), math.sin(pane.angle)
    # It falls where it stood, and is thrown on the way the blow went.
    for share in (-0.4, -0.15, 0.15, 0.4):
        x, y = pane.x + c * pane.length * share, pane.y + s * pane.length * share
        burst(roll, "shard", x, y, 5, 4.2, 44, 0.11, colour=GLINT if share < 0 else GLASS, z=1.6, vz=0.3, drag=0.965)
        burst(roll, "shard", x, y, 2, 5.5, 44, 0.14, colour=GLASS, angle=way, cone=0.7, z=1.4, vz=0.6, drag=0.965)
    burst(roll, "smoke", pane.x, pane.y, 2, 1.4, 26, 0.7, grow=1.8, colour=(226, 234, 238), alpha=0.3)
    out = max(0.35, pane.thick / 2 + 0.25)
    for side in (-1, 1):
        x, y = pane.x - s * out * side, pane.y + c * out * side
        effects.mark("splinters", x, y, pane.angle, pane.length + 0.35)
    effects.mark(
        "glass",
        pane.x + math.cos(way) * (out + 0.8),
        pane.y + math.sin(way) * (out + 0.8),
        roll.uniform(0, math.tau),
        1.1,
    )
