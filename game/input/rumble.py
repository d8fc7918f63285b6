"""What the hands feel: shots of one's own, crashes and blasts, through the pad.

Owns the strengths; scaled by a setting, 0 = off. Called by the play scene with each tick's events.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from game.input.pad import Pads
from game.sim.events import Event, Exploded, PersonHurt, ShotFired, VehicleImpact
from game.sim.view import View

HARD_CRASH_JOULES = 150_000.0
"""A crash that fills the hands: a car at 50 km/h against a wall."""
BLAST_REACH = 40.0
"""Metres beyond which a blast is only heard."""

Jolt = tuple[float, float, int]


def jolt(event: Event, view: View) -> Jolt | None:
    """Low and high motor (0 to 1) and milliseconds for one event, or None when the hands feel nothing."""
    match event:
        case ShotFired(who=who) if who == view.player:
            return 0.15, 0.55, 60
        case PersonHurt(who=who) if who == view.player:
            return 0.8, 0.4, 220
        case VehicleImpact(vehicle=vehicle, other=other, joules=joules) if _player_vehicle(view) in (vehicle, other):
            force = min(sqrt(joules / HARD_CRASH_JOULES), 1.0)
            return force, force * 0.5, int(80 + 220 * force)
        case Exploded(x=x, y=y):
            away = sqrt((x - view.focus_x) ** 2 + (y - view.focus_y) ** 2)
            force = max(0.0, 1.0 - away / BLAST_REACH)
            return (force, force, 450) if force > 0.0 else None
    return None


def feel(pads: Pads, events: Iterable[Event], view: View, strength: float) -> None:
    """Shake the pad for the strongest of a tick's events. `strength` is the setting, 0 to 1."""
    jolts = [found for event in events if (found := jolt(event, view)) is not None]
    if jolts and strength > 0.0:
        low, high, milliseconds = max(jolts)
        pads.rumble(low * strength, high * strength, milliseconds)


def _player_vehicle(view: View) -> int:
    vehicle = next((person.vehicle for person in view.people if person.id == view.player), -1)
    # -1 is also "the place" in an impact: somebody on foot must not feel every crash.
    return vehicle if vehicle >= 0 else -2
