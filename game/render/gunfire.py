"""What gunfire looks like: the flash and its light, brass, smoke, and what a bullet does where it strikes.

Owns no state; each function answers one kind of event for the effects it is given. Called by `effects.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.render.figure import muzzle_of
from game.render.flash import LIFE, Flash
from game.render.palette import DUST
from game.render.particles import Particle
from game.sim import events as ev
from game.sim.view import View

if TYPE_CHECKING:
    from game.render.effects import Effects

FULL_TURN = 65536
STRONG_JOULES = 900
"""A rifle's round or a load of shot: more fire, more kick."""
BRASS = (216, 172, 84)
BLOOD = (112, 14, 18)
SPARK = (255, 206, 120)
MONEY = ("cash_bag", "bag", "bearer_bonds", "cash")


def shot(effects: Effects, event: ev.ShotFired, view: View) -> None:
    """A tongue of fire with its light, a case thrown out to the right, a wisp of smoke, and for the player the kick."""
    angle, roll = event.aim / FULL_TURN * math.tau, effects.roll
    spec = effects.catalog.weapons.get(event.weapon)
    is_strong = spec is not None and spec.energy > STRONG_JOULES
    x, y = _muzzle(event, angle, spec.kind if spec is not None else "", view)
    radius, power = (10.0, 0.8) if is_strong else (7.5, 0.65)
    effects.flashes[event.who] = Flash("muzzle", x, y, angle, view.tick, radius, LIFE, power)
    if spec is None or not spec.is_loaded_singly:
        _eject(effects, event, angle)
    effects.particles.burst(
        roll, "smoke", x, y, 2 if is_strong else 1, 1.6, 34, 0.42, grow=1.5, colour=(170, 170, 172), alpha=0.26,
        angle=angle, cone=0.35, drag=0.94,
    )  # fmt: skip
    if event.who == view.player:
        push = 0.10 if is_strong else 0.05
        effects.camera.kick(-math.cos(angle) * push, -math.sin(angle) * push)
        effects.camera.jolt(0.06 if is_strong else 0.03)


def _muzzle(event: ev.ShotFired, angle: float, kind: str, view: View) -> tuple[float, float]:
    """Where the drawn gun ends: further out than the sim's muzzle, as men are drawn larger than they are."""
    who = next((person for person in view.people if person.id == event.who), None)
    if who is None or who.vehicle >= 0 or not kind:
        return event.x, event.y
    ahead, right = muzzle_of(kind)
    c, s = math.cos(angle), math.sin(angle)
    return who.x + c * ahead - s * right, who.y + s * ahead + c * right


def _eject(effects: Effects, event: ev.ShotFired, angle: float) -> None:
    """A case flies to the right and a little back, bounces twice and stays."""
    roll = effects.roll
    out, speed = angle + math.pi / 2 + roll.uniform(-0.1, 0.6), roll.uniform(2.2, 4.2)
    x, y = event.x - math.cos(angle) * 0.6, event.y - math.sin(angle) * 0.6
    effects.particles.add(
        Particle(
            "brass", x, y, math.cos(out) * speed, math.sin(out) * speed, int(roll.uniform(60, 84)), 0.13, colour=BRASS,
            drag=0.985, turn=roll.randrange(4), z=0.9, vz=roll.uniform(0.4, 1.4),
        )
    )  # fmt: skip


def impact(effects: Effects, event: ev.BulletImpact, view: View) -> None:
    """Dust of the material, thrown back the way the bullet came, and a hole."""
    material = effects.catalog.materials.get(event.material)
    dust = material.dust if material is not None else "concrete"
    back = event.aim / FULL_TURN * math.tau + math.pi
    _dust(effects, dust, event.x, event.y, back)
    effects.mark("hole", event.x, event.y, 0.0, 0.125)


def _dust(effects: Effects, dust: str, x: float, y: float, angle: float) -> None:
    roll, burst, colour = effects.roll, effects.particles.burst, DUST.get(dust, DUST["none"])
    if dust == "none":
        return
    if dust == "metal":
        burst(roll, "spark", x, y, 6, 10, 15, 0.1, colour=SPARK, angle=angle, cone=0.9, drag=0.88)
        burst(roll, "glow", x, y, 1, 0.1, 5, 0.8, colour=(255, 200, 120), alpha=0.8)
    if dust in ("glass", "wood", "concrete"):
        count = 5 if dust != "concrete" else 3
        burst(roll, "shard", x, y, count, 5, 26, 0.09, colour=colour, angle=angle, cone=1.0, z=0.9, vz=1.2)
    is_thick = dust == "concrete"
    burst(
        roll, "smoke", x, y, 4 if is_thick else 1, 3.4, 40, 0.45, grow=1.9, colour=colour, alpha=0.55 if is_thick else 0.3,
        angle=angle, cone=0.6,
    )  # fmt: skip


def ricochet(effects: Effects, event: ev.Ricochet, view: View) -> None:
    """Sparks along the new way."""
    angle = event.aim / FULL_TURN * math.tau
    effects.particles.burst(
        effects.roll,
        "spark",
        event.x,
        event.y,
        7,
        13,
        14,
        0.1,
        colour=(255, 214, 140),
        angle=angle,
        cone=0.35,
        drag=0.9,
    )


def hurt(effects: Effects, event: ev.PersonHurt, view: View) -> None:
    """Drops thrown on behind him; whoever carries money sheds some."""
    angle, roll = event.aim / FULL_TURN * math.tau, effects.roll
    effects.particles.burst(
        roll, "drop", event.x, event.y, 6, 5, 14, 0.09, colour=BLOOD, angle=angle, cone=0.5, drag=0.86
    )
    effects.particles.burst(
        roll,
        "smoke",
        event.x,
        event.y,
        1,
        1.5,
        16,
        0.35,
        grow=1.4,
        colour=(120, 20, 24),
        alpha=0.4,
        angle=angle,
        cone=0.4,
    )
    effects.mark("spray", event.x + math.cos(angle) * 0.7, event.y + math.sin(angle) * 0.7, angle, 0.75)
    who = next((person for person in view.people if person.id == event.who), None)
    if who is not None and who.carries in MONEY:
        paper(effects, event.x, event.y, 5, 2.0)
    if event.who == view.player:
        effects.camera.jolt(0.35)


def paper(effects: Effects, x: float, y: float, count: int, speed: float) -> None:
    """Notes sail through the air and come to lie."""
    effects.particles.burst(
        effects.roll, "note", x, y, count, speed, 190, 0.24, colour=(150, 172, 140), drag=0.965, z=1.6
    )


def fallen(effects: Effects, event: ev.PersonDowned | ev.PersonKilled, view: View) -> None:
    """A pool begins to grow."""
    effects.bleeds(event.who, event.x, event.y)


REACTIONS: dict[type[ev.Event], Callable[..., None]] = {
    ev.ShotFired: shot, ev.BulletImpact: impact, ev.Ricochet: ricochet, ev.PersonHurt: hurt, ev.PersonDowned: fallen,
    ev.PersonKilled: fallen,
}  # fmt: skip
