"""The window: opening it, its size and icon, full screen, a picture of it.

Owns the display surface of 1280 x 720 that everything is drawn on; the window system stretches it. Works without
a screen under SDL_VIDEODRIVER=dummy. Called by `loop`.
"""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from pathlib import Path

import pygame

SIZE = (1280, 720)
TITLE = "Around the Corner"
ICON_PX = 64
NIGHT = (14, 18, 26)
STEEL = (62, 78, 98)
ORANGE = (255, 138, 36)


@dataclass(slots=True)
class Window:
    """The open window."""

    surface: pygame.Surface
    is_fullscreen: bool

    def toggle_fullscreen(self) -> bool:
        """Between window and full screen; says what it is now. Where the desktop refuses, it stays as it was."""
        wanted = not self.is_fullscreen
        # Setting the mode anew instead breaks the heap under the dummy driver (pygame-ce 2.5.8).
        window = _window()
        try:
            if wanted:
                window.set_fullscreen(True)
            else:
                window.set_windowed()
        except pygame.error:
            return self.is_fullscreen
        self.is_fullscreen = wanted
        return wanted

    def flip(self) -> None:
        """Show what was drawn."""
        pygame.display.flip()

    def shot(self, path: Path) -> None:
        """Write the picture as PNG. Raises OSError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.surface, path)
        except pygame.error as error:
            raise OSError(f"{path}: cannot be written: {error}") from error


def open_window(is_fullscreen: bool = False, scale: str = "auto") -> Window:
    """Open the game's window. Raises pygame.error where there is no display at all."""
    # A picture stretched by a fraction shimmers with nearest pixels.
    os.environ.setdefault("SDL_RENDER_SCALE_QUALITY", "linear")
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_icon(icon())
    pygame.display.set_caption(TITLE)
    surface = _set_mode(is_fullscreen)
    if not is_fullscreen and scale.isdigit():
        _resize(int(scale))
    # Opening makes and unmakes the window several times; a focus lost on the way there must not pause the run.
    pygame.event.pump()
    pygame.event.clear((pygame.WINDOWFOCUSLOST, pygame.WINDOWHIDDEN, pygame.WINDOWLEAVE))
    return Window(surface, is_fullscreen)


def close_window() -> None:
    """Give the screen back."""
    pygame.display.quit()


def icon() -> pygame.Surface:
    """The game's icon: a street corner seen from above at night, and one orange line that turns it."""
    surface = pygame.Surface((ICON_PX, ICON_PX), pygame.SRCALPHA)
    pygame.draw.rect(surface, NIGHT, surface.get_rect(), border_radius=12)
    pygame.draw.rect(surface, STEEL, (0, 0, 26, 26), border_top_left_radius=12)
    pygame.draw.rect(surface, STEEL, (44, 44, 20, 20), border_bottom_right_radius=12)
    pygame.draw.lines(surface, ORANGE, False, [(35, 63), (35, 36), (63, 36)], 5)
    return surface


def _set_mode(is_fullscreen: bool) -> pygame.Surface:
    flags = pygame.SCALED | (pygame.FULLSCREEN if is_fullscreen else pygame.RESIZABLE)
    with warnings.catch_warnings():
        # Without a graphics card it stretches in software, which is what we budget for; no need to say so.
        warnings.filterwarnings("ignore", "no fast renderer")
        try:
            return pygame.display.set_mode(SIZE, flags, vsync=1)
        except pygame.error:
            # vsync is a wish: drivers without it refuse the whole mode.
            return pygame.display.set_mode(SIZE, flags)


def _resize(times: int) -> None:
    """Make the window a whole multiple of the picture where the desktop has the room."""
    desktop = pygame.display.get_desktop_sizes()[0]
    width, height = SIZE[0] * times, SIZE[1] * times
    if width <= desktop[0] and height <= desktop[1] and pygame.display.get_driver() != "dummy":
        _window().size = (width, height)


def _window() -> pygame.Window:
    """The window behind the display surface: the only way to resize it or to fill the screen without a new surface."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()
