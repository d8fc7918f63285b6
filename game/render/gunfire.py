"""What gunfire looks like: the flash and its light, brass, smoke, and what a bullet does where it strikes.

Owns no state; each function answers one kind of event for the effects it is given. What flies off each material is in
`dust.py`, what becomes of panes in `splinters.py`. Called by `effects.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.render import dust, splinters
from game.render.figure import muzzle_of
from game.render.flash import LIFE, Flash
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
GUN_SMOKE = (188, 188, 190)
HANGS_EVERY = 3
"""Of so many rounds of one gun one leaves smoke that hangs: a burst is a cloud, not a fog."""
MONEY = ("cash_bag", "bag", "bearer_bonds", "cash")


def shot(effects: Effects, event: ev.ShotFired, view: View) -> None:
    """A tongue of fire with its light, a case thrown out to the right, smoke before the gun, and for the player the kick."""
    angle = event.aim / FULL_TURN * math.tau
    spec = effects.catalog.weapons.get(event.weapon)
    is_strong = spec is not None and spec.energy > STRONG_JOULES
    x, y = _muzzle(event, angle, spec.kind if spec is not None else "", view)
    radius, power = (9.5, 0.64) if is_strong else (7.0, 0.52)
    effects.flashes[event.who] = Flash("muzzle", x, y, angle, view.tick, radius, LIFE, power)
    if spec is None or not spec.is_loaded_singly:
        _eject(effects, event, angle)
    _smoke(effects, x, y, angle, is_strong, (view.tick + event.who) // 5 % HANGS_EVERY == 0)
    if event.who == view.player:
        push = 0.10 if is_strong else 0.05
        effects.camera.kick(-math.cos(angle) * push, -math.sin(angle) * push)
        effects.camera.jolt(0.06 if is_strong else 0.03)


def _smoke(effects: Effects, x: float, y: float, angle: float, is_strong: bool, hangs: bool) -> None:
    """A jet out of the barrel that stops within a metre, and what hangs before the gun and drifts off."""
    roll, burst = effects.roll, effects.particles.burst
    c, s = math.cos(angle), math.sin(angle)
    burst(
        roll, "smoke", x + c * 0.3, y + s * 0.3, 1, 5.0, 26, 0.8, grow=4.0, colour=GUN_SMOKE, alpha=0.5,
        angle=angle, cone=0.22, drag=0.86,
    )  # fmt: skip
    if hangs:
        burst(
            roll, "smoke", x + c * 0.8, y + s * 0.8, 1, 0.9, 120, 1.2, grow=1.2, colour=GUN_SMOKE, alpha=0.42, angle=-0.5,
            cone=0.6, drag=0.992,
        )  # fmt: skip


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
            "brass", x, y, math.cos(out) * speed, math.sin(out) * speed, int(roll.uniform(60, 84)), 0.16, colour=BRASS,
            drag=0.985, turn=roll.randrange(4), z=0.9, vz=roll.uniform(0.4, 1.4),
        )
    )  # fmt: skip


def impact(effects: Effects, event: ev.BulletImpact, view: View) -> None:
    """Dust of the material, thrown back the way the bullet came, and a hole; a window of a house splinters instead."""
    material = effects.catalog.materials.get(event.material)
    kind = material.dust if material is not None else "concrete"
    back = event.aim / FULL_TURN * math.tau + math.pi
    if event.material != "glass" and splinters.hit(effects, event.x, event.y, back):
        kind = "glass"
    dust.throw(effects, kind, event.x, event.y, back)
    if kind != "glass":
        effects.mark("hole", event.x, event.y, 0.0, 0.125)


def ricochet(effects: Effects, event: ev.Ricochet, view: View) -> None:
    """Sparks along the new way."""
    angle = event.aim / FULL_TURN * math.tau
    burst, roll = effects.particles.burst, effects.roll
    burst(roll, "spark", event.x, event.y, 8, 15, 16, 0.1, colour=dust.SPARK, angle=angle, cone=0.3, drag=0.9)
    burst(roll, "glow", event.x, event.y, 1, 0.1, 5, 0.7, colour=dust.EMBER, alpha=0.8)


def hurt(effects: Effects, event: ev.PersonHurt, view: View) -> None:
    """Drops thrown on behind him; whoever carries money sheds some."""
    angle, roll, burst, x, y = event.aim / FULL_TURN * math.tau, effects.roll, effects.particles.burst, event.x, event.y
    burst(roll, "drop", x, y, 7, 5, 16, 0.11, colour=BLOOD, angle=angle, cone=0.5, drag=0.86)
    burst(roll, "smoke", x, y, 2, 2.2, 16, 0.32, grow=1.6, colour=(120, 20, 24), alpha=0.5, angle=angle, cone=0.4)
    effects.mark("spray", x + math.cos(angle) * 0.7, y + math.sin(angle) * 0.7, angle, 0.75)
    who = next((person for person in view.people if person.id == event.who), None)
    if who is not None and who.carries in MONEY:
        paper(effects, x, y, 5, 2.0)
    if event.who == view.player:
        effects.camera.jolt(0.35)


def paper(effects: Effects, x: float, y: float, count: int, speed: float) -> None:
    """Notes sail through the air and come to lie."""
    effects.particles.burst(
        effects.roll, "note", x, y, count, speed, 190, 0.28, colour=(158, 178, 146), drag=0.965, z=1.6
    )


def fallen(effects: Effects, event: ev.PersonDowned | ev.PersonKilled, view: View) -> None:
    """A pool begins to grow."""
    effects.bleeds(event.who, event.x, event.y)


REACTIONS: dict[type[ev.Event], Callable[..., None]] = {
    ev.ShotFired: shot, ev.BulletImpact: impact, ev.Ricochet: ricochet, ev.PersonHurt: hurt, ev.PersonDowned: fallen,
    ev.PersonKilled: fallen,
}  # fmt: skip
