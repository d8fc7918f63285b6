"""The machine's audio device: opened at the start, and again when it goes in play or another one comes.

Owns opening the mixer. Without a device the game is silent and says nothing. Called by `loop`.
"""

from __future__ import annotations

import contextlib

import pygame

from game.app.paths import assets_folder
from game.audio.sound import Sound, Volumes
from game.audio.street import open_sound
from game.content.catalog import load_catalog


def open_mixer() -> None:
    """Sound where there is a device for it."""
    with contextlib.suppress(pygame.error):
        pygame.mixer.init(44100, -16, 2, 512)


def is_another_device(event: pygame.event.Event, sound: Sound) -> bool:
    """Something that plays was pulled out, or the first one was plugged in."""
    if getattr(event, "iscapture", 0):
        return False
    if event.type == pygame.AUDIODEVICEREMOVED:
        return True
    return event.type == pygame.AUDIODEVICEADDED and not pygame.mixer.get_init() and type(sound) is Sound


def reopened(sound: Sound, volumes: Volumes) -> Sound:
    """The sound of what is there now, silence when nothing is; what it plays is asked of it anew."""
    sound.close()
    pygame.mixer.quit()
    open_mixer()
    return open_sound(assets_folder() / "sounds", load_catalog, volumes)
