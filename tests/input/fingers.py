"""Synthetic events of keyboard, mouse and pad, for the tests of whatever reads them."""

from __future__ import annotations

import pygame

PAD_ID = 7


class FakePad:
    """A controller without a cable."""

    def __init__(self, instance: int = PAD_ID) -> None:
        self.id = instance
        self.jolts: list[tuple[float, float, int]] = []

    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        """Remember it."""
        self.jolts.append((low_frequency, high_frequency, duration))
        return True

    def stop_rumble(self) -> None:
        """Nothing to stop."""


def key(scancode: int, is_down: bool = True, code: int = 0, mod: int = 0) -> pygame.event.Event:
    """A key at that place goes down or up."""
    kind = pygame.KEYDOWN if is_down else pygame.KEYUP
    return pygame.event.Event(kind, scancode=scancode, key=code, mod=mod, unicode="")


def mouse(button: int, is_down: bool = True, pos: tuple[int, int] = (640, 360)) -> pygame.event.Event:
    """A mouse button goes down or up."""
    return pygame.event.Event(pygame.MOUSEBUTTONDOWN if is_down else pygame.MOUSEBUTTONUP, button=button, pos=pos)


def motion(x: int, y: int, rel: tuple[int, int] = (20, 20)) -> pygame.event.Event:
    """The mouse goes there."""
    return pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=rel, buttons=(0, 0, 0))


def notch(y: int) -> pygame.event.Event:
    """The wheel turns."""
    return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=y)


def plug(index: int = 0) -> pygame.event.Event:
    """A pad is plugged in."""
    return pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=index)


def unplug(instance: int = PAD_ID) -> pygame.event.Event:
    """A pad is pulled out."""
    return pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=instance)


def button(number: int, is_down: bool = True, instance: int = PAD_ID) -> pygame.event.Event:
    """A pad button goes down or up."""
    kind = pygame.CONTROLLERBUTTONDOWN if is_down else pygame.CONTROLLERBUTTONUP
    return pygame.event.Event(kind, button=number, instance_id=instance)


def axis(number: int, share: float, instance: int = PAD_ID) -> pygame.event.Event:
    """A stick or trigger moves to that share of its way."""
    return pygame.event.Event(
        pygame.CONTROLLERAXISMOTION, axis=number, value=round(share * 32767), instance_id=instance
    )
