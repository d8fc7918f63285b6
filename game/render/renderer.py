"""The renderer: one picture of the world between two ticks.

Owns the order of drawing and what the parts share (camera, ground, light, particles). It sees only the level, the
catalog, views and events; it never reaches a world, and time comes from the view's tick. The HUD is drawn by others
over it. Called by the scenes: `take` once a tick, `draw` once a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import pygame

from game.content.level import Level
from game.content.lintels import leaf_height
from game.content.specs import Catalog
from game.render.actors import Actors
from game.render.aircraft import AircraftPainter
from game.render.aside import Aside
from game.render.bare import bare_boxes
from game.render.bloom import Bloom
from game.render.camera import SCALES, Camera
from game.render.canvas import canvas
from game.render.changes import Changes, between
from game.render.duel_marks import DuelMarks
from game.render.effects import Effects
from game.render.errands import FULL_SECONDS, Errands
from game.render.facade_glow import FacadeGlow
from game.render.frame import Frame
from game.render.fronts import Fronts
from game.render.glows import Glows
from game.render.ground import Ground
from game.render.haze import Haze
from game.render.helicopters import Helicopters
from game.render.lamps import Lamps
from game.render.light import LightMap
from game.render.lighting import Lighting
from game.render.palette import HOURS, rained
from game.render.panes import Panes
from game.render.rain import Rain
from game.render.roofs import Roofs
from game.render.shining import Shining
from game.render.stamps import Stamps
from game.render.streaks import Streaks
from game.render.sun import SunShade
from game.render.switched_lamps import SwitchedLamps
from game.render.tiles import TileSheets
from game.sim.events import Event
from game.sim.view import View

GRAINS = {"high": 1, "medium": 1, "low": 2}
"""Pixels of the screen to one that is drawn."""
DIVISORS = {"high": 3, "medium": 4, "low": 3}
"""Drawn pixels to one of the light map."""
SUNLESS_DIVISORS = {"high": 5, "medium": 5, "low": 3}
"""The same where no sun throws hard shadows."""
SHADOWED = {"high": 8, "medium": 4, "low": 0}
"""Moving lights that throw shadows."""
PARTICLES = {"high": 520, "medium": 260, "low": 130}


class Renderer:
    """Draws one level."""

    def __init__(
        self,
        level: Level,
        catalog: Catalog,
        size: tuple[int, int] = (1280, 720),
        quality: str = "high",
        before: Renderer | None = None,
        has_same_tiles: bool = True,
    ) -> None:
        """`before` drew the level as it was and draws no more: what it composed of what has not changed is kept. `has_same_tiles`
        says whether the pictures of the tiles are the ones it had."""
        self.level = level
        self.size = size
        self.hour = HOURS.get(level.hour, HOURS["noon"])
        self.rain: Rain | None = None
        if level.weather == "rain":
            self.hour = rained(self.hour)
            self.rain = Rain(self.hour)
        self.camera = Camera(level.width, level.height, size)
        changes = between(before.level, level) if before is not None and before.size == size else None
        if changes is None:
            before = None
        has_same_tiles = has_same_tiles and before is not None and before.level.tilesets == level.tilesets
        self._sheets: TileSheets = before._sheets if before is not None and has_same_tiles else TileSheets(level)
        stamps = Stamps()
        panes = Panes(level)
        sun = SunShade(level, self.hour, self._sheets)
        self._fronts: Fronts = Fronts(level, self.hour, before._fronts if before else None, changes)
        self.ground: Ground = Ground(level, self._sheets, stamps, panes)
        self.roofs: Roofs = Roofs(
            level, self._sheets, self.hour, panes, sun, self._fronts, before.roofs if before else None
        )
        self.light: LightMap = LightMap(level, self.hour, sun, self._fronts, before.light.shapes if before else None)
        self.actors: Actors = Actors(level, catalog, before.actors if before else None)
        self.actors.vehicles.shattered = panes.cars
        self.effects: Effects = Effects(catalog, self.ground, stamps, self.camera, panes)
        if before is not None and changes is not None:
            self._take_over(before, changes, has_same_tiles)
        self.effects.particles.prepare()
        self.glows: Glows = before.glows if before is not None else Glows()
        self.lamps = Lamps(self.actors.vehicles, self.hour, self.glows)
        self.streaks: Streaks = Streaks(level, self.hour, self._fronts, before.streaks if before else None)
        self.switched = SwitchedLamps(level, self.hour)
        self.shining = Shining(self.hour, self.glows, self.light, self.lamps, self.switched, self.effects)
        self.helicopters = Helicopters(self.hour, self.glows, size)
        self.aircraft = AircraftPainter(level)
        self.duel = DuelMarks(level)
        self.lighting = Lighting(
            catalog,
            self.hour,
            self.light,
            self.actors,
            self.effects,
            self.lamps,
            self.switched,
            self.aircraft,
            self.duel,
        )
        self.lighting.above = self.helicopters
        self.lighting.lintels = {number: leaf_height(level, door) for number, door in enumerate(level.doors)}
        if level.weather == "haze":
            self.lighting.haze = Haze()
        self.facade_glow = FacadeGlow(level, self.hour, self.light, size)
        self.bloom = Bloom(self.hour, size)
        # Between two scales the world is drawn smaller here and stretched.
        self._small = canvas(size)
        self._small.fill(0)  # touched now, not in the frame in which somebody gets out
        self._aside = Aside()
        self._errands = Errands(level, self.camera, self.ground, self.roofs, self._fronts, self.light, self.actors)
        self._begun = 0.0
        """When the first tick since the last picture was taken in, in seconds of `perf_counter`; 0 before that."""
        self.quality = quality

    def _take_over(self, before: Renderer, changes: Changes, has_same_tiles: bool) -> None:
        """Keep what was composed of the level as it was where nothing has changed."""
        self.light.baked.take_over(before.light.baked, changes)
        self.effects.take_over(before.effects)
        if has_same_tiles:
            self.ground.take_over(before.ground, changes)
            self.roofs.take_over(before.roofs, changes)

    def renew(self) -> None:
        """Make ready for another run on the level: what a run leaves behind goes, what was baked stays."""
        self.camera.renew()
        self.effects.renew()
        self.ground.renew()
        self.roofs.renew()
        self.bloom.renew()
        self.facade_glow.renew()
        self.actors.renew()

    @property
    def quality(self) -> str:
        """high: everything; medium: no windows, sheen or bloom, coarser light, less smoke; low: half the pixels
        each way, no moving shadows but the sun's."""
        return self._quality

    @quality.setter
    def quality(self, quality: str) -> None:
        self._quality = quality
        self._grain = self._errands.grain = GRAINS[quality]
        self.light.divisor = (DIVISORS if self.light.sun.shines else SUNLESS_DIVISORS)[quality]
        self.ground.prepare(self._grain)
        self.light.most_shadowed = SHADOWED[quality]
        self.roofs.has_windows = quality == "high"
        self.lighting.has_veil = quality != "low"
        self.effects.particles.limit = PARTICLES[quality]

    @property
    def is_live(self) -> bool:
        """Whether somebody plays: where a picture is late the next one makes fewer new ones of people and vehicles, and roofs that
        are missing come one by one. What is drawn for a file never depends on the clock."""
        return self.roofs.is_live

    @is_live.setter
    def is_live(self, is_so: bool) -> None:
        self.roofs.is_live = is_so

    @property
    def flashes_reduced(self) -> bool:
        """Whether lights that flash do so softly and slowly."""
        return self.lamps.flashes_reduced

    @flashes_reduced.setter
    def flashes_reduced(self, is_so: bool) -> None:
        self.lamps.flashes_reduced = self.lighting.flashes_reduced = self.shining.flashes_reduced = is_so

    @property
    def shake_strength(self) -> float:
        """How much the picture may shake, 0 to 1."""
        return self.camera.strength

    @shake_strength.setter
    def shake_strength(self, strength: float) -> None:
        self.camera.strength = strength

    def take(self, events: Sequence[Event], view: View) -> None:
        """Take in one tick: camera, steps, particles, marks, flashes."""
        self._begun = self._begun or perf_counter()
        self.camera.take(view)
        self.actors.take(view)
        self.aircraft.take(view.focus_x, view.focus_y)
        self.effects.take(events, view)
        self.roofs.take(view.focus_x, view.focus_y, self.camera.x, self.camera.y)

    def to_world(self, px: tuple[float, float]) -> tuple[float, float]:
        """Metres under a pixel of the last frame."""
        return self.camera.to_world(px)

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of a place in metres in the last frame."""
        return self.camera.to_screen(x, y)

    def draw(self, surface: pygame.Surface, before: View, now: View, alpha: float) -> None:
        """Draw the world between two views onto a surface of the renderer's size."""
        begun, self._begun = self._begun or perf_counter(), 0.0
        if not self.camera.has_looked:
            self.camera.take(now)
        self.camera.look(now.tick, alpha)
        x, y, ppm = self.camera.shown
        # Between two scales the coarser one is stretched: fewer pixels while most else changes, too.
        scale = max((s for s in SCALES if s <= ppm + 0.01), default=SCALES[0])
        grain = self._grain
        if abs(scale - ppm) < 0.01 and grain == 1:
            self._draw_world(surface, x, y, scale, before, now, alpha, begun)
            return
        width, height = (min(round(extent * scale / ppm), extent) // grain for extent in self.size)
        buffer = self._small.subsurface((0, 0, width, height))
        self._draw_world(buffer, x, y, scale // grain, before, now, alpha, begun)
        if grain > 1:
            pygame.transform.scale(buffer, self.size, surface)
        else:
            self._stretched(buffer, surface)

    def _stretched(self, buffer: pygame.Surface, surface: pygame.Surface) -> None:
        """The world as it was drawn for another scale, smoothly over the screen: each core takes one half."""
        (wide, high), (width, height) = buffer.get_size(), self.size
        upper, lower = (0, 0, wide, high // 2), (0, high // 2, wide, high - high // 2)
        middle = height * (high // 2) // high
        self._aside.stretch(buffer.subsurface(lower), surface.subsurface((0, middle, width, height - middle)))
        pygame.transform.smoothscale(
            buffer.subsurface(upper), (width, middle), surface.subsurface((0, 0, width, middle))
        )
        self._aside.wait()

    def _draw_world(
        self,
        surface: pygame.Surface,
        x: float,
        y: float,
        scale: int,
        before: View,
        now: View,
        alpha: float,
        begun: float,
    ) -> None:
        """Everything in its order: ground, things, vehicles, people, crowns, smoke, light, what shines, roofs."""
        shake_x, shake_y = self.camera.shake
        width, height = surface.get_size()
        # Whole pixels for the corner, so that nothing swims against the ground.
        left_px = round(x * scale - width / 2 + shake_x / self._grain)
        top_px = round(y * scale - height / 2 + shake_y / self._grain)
        left, top = left_px / scale, top_px / scale
        frame = Frame(surface, left, top, scale, before, now, alpha)
        covered = self.roofs.covers((width, height), left, top, scale)
        bare = bare_boxes((width, height), covered)
        self.helicopters.begin(before.helicopters, now.helicopters, alpha)
        self.lighting.begin(frame, left_px, top_px, now.tick + alpha)
        self.ground.draw(surface, left_px, top_px, scale, bare)
        self._draw_lit(frame, now.tick + alpha, alpha)
        self.light.lay(surface, bare)
        self._draw_bright(frame, now.tick + alpha)
        self._draw_above(frame, now.tick + alpha)
        if self._quality == "high" and self.hour.bloom:
            self.bloom.draw(surface, (left_px, top_px, scale), self.light)
        elif self._quality != "low" or self.hour.is_soft:
            # At low quality, too, where the dark must still be read.
            self.bloom.lift(surface)
        self.duel.glare(frame)
        self.actors.draw_covered(frame, lambda px, py: self.roofs.is_covered(px, py, x, y))
        late = perf_counter() - begun > FULL_SECONDS
        self._errands.run(frame, left_px, top_px, begun)
        self.actors.is_strained = late and self.is_live

    def _draw_lit(self, frame: Frame, time: float, alpha: float) -> None:
        """What light falls on, from the ground up."""
        self.aircraft.draw_shade(frame)
        if self.streaks.are_seen and self._quality != "low":
            self.streaks.draw(frame, self.lamps, time)
        self.actors.draw_under(frame)
        self.actors.draw_vehicles(frame)
        self.actors.draw_people(frame)
        self.actors.draw_crowns(frame)
        self.helicopters.draw_shadows(frame)
        self.aircraft.draw_parked(frame)
        self.effects.particles.draw(frame.surface, frame.left, frame.top, frame.scale, alpha)
        if self.rain is not None:
            left_px, top_px = round(frame.left * frame.scale), round(frame.top * frame.scale)
            self.rain.draw_rings(frame.surface, left_px, top_px, frame.scale, time)

    def _draw_bright(self, frame: Frame, time: float) -> None:
        """What needs no light, or has its own: haze, people's own share, lamps, fire, bullets, marks of a duel."""
        if self.lighting.haze is not None and self.lighting.has_veil:
            self.light.lay_veil(frame.surface)
        self.actors.lift_people(frame)
        self.shining.draw(frame, time)
        self.effects.particles.draw_bright(frame.surface)
        self.shining.draw_bullets(frame)
        self.duel.draw(frame, self.glows)

    def _draw_above(self, frame: Frame, time: float) -> None:
        """Houses with their roofs, and what flies and falls over them."""
        surface, now = frame.surface, frame.view
        self.roofs.draw(surface, frame.left, frame.top, frame.scale)
        if self._quality == "high" and self.hour.lamps > 0:
            self.facade_glow.draw(frame)
        if now.helicopters:
            self.helicopters.draw(frame, (now.focus_x, now.focus_y), time)
        self.aircraft.draw_jets(frame, self.glows, time)
        self.glows.draw(surface)
        if self.rain is not None:
            self.rain.draw_drops(surface, frame.left, frame.top, frame.scale, time)
