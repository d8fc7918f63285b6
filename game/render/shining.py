"""What shines itself, laid over the light: lanterns, signals, lamps of vehicles, muzzle fire, tracers.

Owns how they look, and nothing of the light they throw (that is `lighting.py`). Called by the renderer after the light.
"""

from __future__ import annotations

import pygame

from game.render.effects import Effects
from game.render.flash import Flash
from game.render.frame import Frame
from game.render.glows import Glows
from game.render.lamps import Lamps
from game.render.light import LightMap
from game.render.palette import Hour
from game.render.switched_lamps import SwitchedLamps

FLASH_TICKS = 2
LOW_LAMP = 1.0
"""Metres of height below which a lamp is one of a runway or a kerb."""
TRACER, TRACER_BODY, TRACER_TAIL = (255, 246, 214), (232, 190, 104), (172, 138, 84)
STREAK = (188, 186, 176)
STREAKS = (0.5, 0.82, 0.66, 0.9)
"""From which share of its way in this tick a round that is no tracer is seen."""


class Shining:
    """The bright things of one level's picture."""

    def __init__(
        self, hour: Hour, glows: Glows, light: LightMap, lamps: Lamps, switched: SwitchedLamps, effects: Effects
    ) -> None:
        self._hour, self._glows, self._light = hour, glows, light
        self._lamps, self._switched, self._effects = lamps, switched, effects
        self.flashes_reduced = False

    def draw(self, frame: Frame, time: float) -> None:
        """Everything that shines itself, at a time in ticks."""
        glows, scale = self._glows, frame.scale
        for lamp in self._light.lanterns(3.0):
            at = frame.at(lamp.x, lamp.y)
            # A lamp on the ground is a point; one on a mast lights the air about it.
            wide = 4.4 if lamp.tall > LOW_LAMP else 1.9
            glows.put(glows.halo(int(wide * scale), lamp.colour, 0.6 * self._hour.lamps), *at)
            glows.put(glows.halo(int(wide * 0.25 * scale), (255, 236, 200), 0.9 * self._hour.lamps), *at)
        self._switched.shine(frame, glows)
        for signal in frame.view.signals:
            if frame.sees(signal.x, signal.y, 2):
                colour = (60, 235, 130) if signal.is_green else (255, 62, 48)
                px, py = frame.at(signal.x, signal.y)
                pygame.draw.circle(frame.surface, (24, 26, 28), (px, py), scale * 0.30)
                pygame.draw.circle(frame.surface, colour, (px, py), scale * 0.18)
                glows.put(glows.halo(int(2.0 * scale), colour, 0.6), px, py)
        for vehicle in frame.near_vehicles:
            place = frame.vehicles[vehicle.id]
            if frame.sees(place.x, place.y, 8):
                self._lamps.shine(frame, vehicle, place, time)
        for flash in self._effects.flashes.values():
            if flash.kind == "muzzle" and frame.sees(flash.x, flash.y, 3):
                self._muzzle(frame, flash, time - flash.born)
        glows.draw(frame.surface)

    def _muzzle(self, frame: Frame, flash: Flash, age: float) -> None:
        """A tongue of fire for two frames; its glow dies away with the light. With reduced flashes there is only the glow."""
        halo = self._glows.halo(int(2.8 * frame.scale), (255, 170, 84), flash.strength(age) * 0.45)
        self._glows.put(halo, *frame.at(flash.x, flash.y))
        if age < FLASH_TICKS and not self.flashes_reduced:
            tongue = self._glows.muzzle(flash.aim, frame.scale, flash.born % 3, 1.0 if age < 1 else 0.6)
            self._glows.put(tongue, *frame.at(flash.x, flash.y))

    def draw_bullets(self, frame: Frame) -> None:
        """Tracers as bright lines, other rounds as a thin streak near their end."""
        for number, bullet in enumerate(frame.view.bullets):
            if not frame.sees((bullet.x0 + bullet.x1) / 2, (bullet.y0 + bullet.y1) / 2, 30):
                continue
            start, end = frame.at(bullet.x0, bullet.y0), frame.at(bullet.x1, bullet.y1)
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
            if bullet.is_tracer:
                # Thin as a wire and brightest at its head: it fades toward where it came from.
                pygame.draw.aaline(frame.surface, TRACER_TAIL, start, middle)
                pygame.draw.line(frame.surface, TRACER_BODY, middle, end, 2)
                pygame.draw.aaline(frame.surface, TRACER, (middle[0], middle[1] - 0.5), end)
            else:
                # Of several lengths: a load of shot would else be a block of rules.
                share = STREAKS[number % len(STREAKS)]
                begin = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
                pygame.draw.aaline(frame.surface, STREAK, begin, end)
