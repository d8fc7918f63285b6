"""The picture of a level with its HUD, as the scenes use it: renderer below, HUD above, preferences applied.

Owns how preferences and devices reach renderer and HUD. Draws nothing itself. Made by the app, one for a level.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.content.level import Level
from game.content.specs import Catalog
from game.content.text import Text
from game.input.bindings import Action
from game.input.devices import Devices
from game.render.hud import Hud
from game.render.renderer import Renderer
from game.scenes.preferences import Preferences
from game.sim.events import Event
from game.sim.view import View

SIZE = (1280, 720)
CROSS_PX = 9
CROSS = (236, 241, 247)


class WorldStage:
    """One level on the screen."""

    def __init__(
        self,
        level: Level,
        catalog: Catalog,
        text: Text,
        preferences: Preferences,
        before: WorldStage | None = None,
        has_same_tiles: bool = True,
    ) -> None:
        """`before` showed the level as it was and is not used any more; `has_same_tiles`: their pictures are the ones it had."""
        self._catalog = catalog
        self._text = text
        self._preferences = preferences
        drew = before._renderer if before is not None else None
        self._renderer: Renderer = Renderer(level, catalog, SIZE, preferences.quality, drew, has_same_tiles)
        self._renderer.is_live = True
        if drew is not None:
            drew.ground.let_go()
            drew.effects.let_go()
        self._own_cursor: tuple[float, float] | None = None
        self.clear()

    def clear(self) -> None:
        """Make ready for another run on the level: everything that was baked stays."""
        self._renderer.renew()
        self._hud = Hud(self._text, SIZE, people=self._catalog.people, weapons=self._catalog.weapons)
        self.follow_preferences()

    def follow_preferences(self) -> None:
        """Take over what may have been changed in the settings."""
        chosen, show = self._preferences, self._hud.show
        self._renderer.shake_strength = chosen.shake
        self._renderer.flashes_reduced = chosen.reduce_flashes
        self._renderer.quality = chosen.quality
        show.clock, show.crew, show.goal = chosen.hud_clock, chosen.hud_crew, chosen.hud_goal
        show.weapon = chosen.hud_ammo
        show.prompt, show.markers, show.threats = chosen.hud_prompts, chosen.hud_markers, chosen.hud_markers
        show.captions, show.subtitle_box = chosen.captions, chosen.subtitle_box
        show.subtitle_scale = chosen.subtitle_scale()

    def take(self, events: Sequence[Event], view: View) -> None:
        """What happened in one tick."""
        self._renderer.take(events, view)
        self._hud.take(events, view)

    def draw(
        self, surface: pygame.Surface, before: View, now: View, alpha: float, has_hud: bool = True, foot: int = 0
    ) -> None:
        """The world, the HUD over it (clear of `foot` pixels), and the cursor where it is our own."""
        self._renderer.draw(surface, before, now, alpha)
        if not has_hud:
            return
        self._hud.foot = foot
        self._hud.draw(surface, now, self._renderer.to_screen)
        if self._own_cursor is not None:
            x, y = round(self._own_cursor[0]), round(self._own_cursor[1])
            pygame.draw.line(surface, CROSS, (x - CROSS_PX, y), (x + CROSS_PX, y))
            pygame.draw.line(surface, CROSS, (x, y - CROSS_PX), (x, y + CROSS_PX))

    def to_world(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """Metres below a pixel of the window."""
        return self._renderer.to_world(pixel)

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of a place in metres in the last picture."""
        return self._renderer.to_screen(x, y)

    def fix_camera(self, place: tuple[float, float, float] | None) -> None:
        """Look from there (metres, pixels a metre) whatever the player does; None = follow him again."""
        self._renderer.camera.fixed = place

    def show_hands(self, devices: Devices) -> None:
        """Prompts for the device used last, the order wheel, and the cursor when the mouse is caught."""
        self._hud.labels = devices.labels()
        self._hud.wheel = devices.wheel.sector if devices.wheel.is_shown else None
        self._hud.wheel_member = devices.wheel.member
        self._hud.is_handbraking = devices.is_held(Action.HANDBRAKE)
        is_own = devices.desk.sensitivity > 0.0 and not devices.is_on_pad
        self._own_cursor = devices.desk.cursor if is_own else None
