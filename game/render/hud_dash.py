"""The instruments at the lower left while the player drives: speed, gear, handbrake, tyres and what is broken.

Owns when the gear last changed sides (a car that rolls is not in reverse yet). `hud_gear.Gear` calls `draw`.
"""

from __future__ import annotations

import pygame

from game.sim.view import VehicleView, View

from . import text as type_
from .hud_frame import READ, SMALL, Frame, Scene
from .hud_icons import car_above
from .hud_stamps import ALARM, HOT, ORANGE, STEEL, WHITE, Colour, box

WIDE, HIGH = 268, 74
SPEED_SIZE = 46
ROLLS = 0.6
"""Metres a second: slower than this backwards is no reverse gear."""
GEARS_KMH = (22, 44, 70, 104)
"""Where the automatic changes up, for the eye."""
FLAT = 0.4
FULL_KMH = 160


def gear_of(vehicle: VehicleView) -> str:
    """R backwards, N at rest, else the number of the gear an automatic would be in."""
    if vehicle.speed < -ROLLS or (vehicle.speed < ROLLS and vehicle.throttle < -0.05):
        return "R"
    if vehicle.speed < ROLLS and abs(vehicle.throttle) <= 0.05:
        return "N"
    kmh = vehicle.speed * 3.6
    return str(1 + sum(kmh >= limit for limit in GEARS_KMH))


def trouble_of(vehicle: VehicleView, is_handbraking: bool) -> str:
    """The one thing to be told of the vehicle, the worst first, or "": a key of the text file's table `hud`."""
    if vehicle.is_burning:
        return "burning"
    if not vehicle.has_engine or vehicle.stage >= 4:
        return "engine_dead"
    if vehicle.is_on_side:
        return "on_side"
    if is_handbraking:
        return "handbrake"
    if any(tyre < FLAT for tyre in vehicle.tyres):
        return "flat_tyre"
    if vehicle.stage == 3:
        return "engine_weak"
    return ""


class Dash:
    """What a driver sees without looking down."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        type_.prepare_digits(frame.px(SPEED_SIZE), WHITE)

    def draw(self, scene: Scene, left: int, bottom: int) -> int:
        """Draw the plate with its lower left corner there; returns the y above it."""
        frame, kmh = self._frame, abs(scene.view.hud.speed_kmh)
        wide, high = frame.px(WIDE), frame.px(HIGH)
        top = bottom - high
        vehicle = _mine(scene.view)
        gear = gear_of(vehicle) if vehicle is not None else ""
        trouble = trouble_of(vehicle, frame.is_handbraking) if vehicle is not None else ""
        flat = tuple(tyre < FLAT for tyre in vehicle.tyres) if vehicle is not None else (False,) * 4
        stage = vehicle.stage if vehicle is not None else 0
        plate = frame.memo.get(("dash", gear, trouble, flat, stage), lambda: self._plate(gear, trouble, flat, stage))
        scene.surface.blit(plate, (left, top))
        size = frame.px(SPEED_SIZE)
        # Right-aligned: the unit beside it must not wander.
        type_.draw_digits(
            scene.surface, f"{round(kmh)}", (left + frame.px(104), top - frame.px(8)), size, WHITE, "right"
        )
        share = min(1.0, kmh / FULL_KMH)
        scene.surface.fill(ORANGE, (left, bottom - frame.px(3), round(wide * share), frame.px(3)))
        frame.taken.append(pygame.Rect(left, top, wide, high))
        return top - frame.px(6)

    def _plate(self, gear: str, trouble: str, flat: tuple[bool, ...], stage: int) -> pygame.Surface:
        frame = self._frame
        plate = box(frame.px(WIDE), frame.px(HIGH), 150).copy()
        unit = frame.text("hud.speed", speed="").strip()
        type_.draw(plate, unit, (frame.px(110), frame.px(13)), frame.px(SMALL), STEEL, shadow=False)
        colour: Colour = HOT if gear == "R" else WHITE
        if gear == "R":
            plate.fill(ORANGE, (frame.px(164), frame.px(7), frame.px(34), frame.px(34)))
            colour = WHITE
        else:
            pygame.draw.rect(plate, STEEL, (frame.px(164), frame.px(7), frame.px(34), frame.px(34)), 1)
        size = frame.px(26)
        middle = frame.px(24) - size * 0.66
        type_.draw(plate, gear, (frame.px(181), middle), size, colour, "centre", "display", shadow=False)
        body = (STEEL, STEEL, WHITE, HOT, ALARM)[max(0, min(4, stage))]
        car = car_above(frame.px(58), (flat[0], flat[1], flat[2], flat[3]), body, WHITE, ALARM)
        plate.blit(car, (frame.px(218), frame.px(6)))
        words = frame.text(f"hud.{trouble}") if trouble else ""
        if words:
            shade = HOT if trouble in ("handbrake", "engine_weak") else ALARM
            type_.draw(plate, words, (frame.px(12), frame.px(45)), frame.px(READ), shade, shadow=False)
        return plate


def _mine(view: View) -> VehicleView | None:
    """The vehicle the player sits in."""
    seat = next((person.vehicle for person in view.people if person.id == view.player), -1)
    return next((vehicle for vehicle in view.vehicles if vehicle.id == seat), None) if seat >= 0 else None
