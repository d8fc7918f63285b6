"""The flash meter counts what the rule counts: pairs of opposing changes, dark enough, large enough, red apart."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.render.flash_meter import FlashMeter, Worst

SIZE = (640, 360)
GREY, WHITE, RED, BLACK = (90, 90, 90), (230, 230, 230), (255, 0, 0), (0, 0, 0)


def blink(
    hertz: float, share: float = 1.0, on: tuple[int, int, int] = WHITE, off: tuple[int, int, int] = GREY
) -> Worst:
    """Two seconds of a rectangle over a share of the picture's width that goes on and off."""
    meter = FlashMeter(SIZE)
    frame = pygame.Surface(SIZE)
    for index in range(120):
        frame.fill(off)
        if int(index * hertz * 2 / 60) % 2:
            frame.fill(on, (0, 0, int(SIZE[0] * share), SIZE[1]))
        meter.feed(frame)
    return meter.worst


@pytest.mark.parametrize(("hertz", "is_safe"), [(1, True), (3, True), (5, False), (13, False)])
def test_a_blinking_picture(hertz: float, is_safe: bool) -> None:
    assert blink(hertz).is_safe is is_safe


def test_a_small_light_may_blink() -> None:
    assert blink(10, share=0.03).is_safe
    assert not blink(10, share=0.3).is_safe


def test_between_two_bright_pictures_nothing_counts() -> None:
    assert blink(10, on=(255, 255, 255), off=(235, 235, 235)).general == 0


def test_saturated_red_counts_apart() -> None:
    found = blink(6, on=RED, off=BLACK)
    assert found.red > 3
    assert not found.is_safe


def test_an_envelope_is_no_flash_where_on_and_off_is_one() -> None:
    """780 rounds a minute: light that decays over 350 ms ripples; light that goes out between rounds flashes."""
    worst = {}
    for name, left_after_a_tick in (("envelope", 0.955), ("on and off", 0.0)):
        meter, frame, level = FlashMeter(SIZE), pygame.Surface(SIZE), 0.0
        for index in range(120):
            level = 1.0 if index % 5 == 0 else level * left_after_a_tick
            frame.fill([int(60 + 90 * level)] * 3)
            meter.feed(frame)
        worst[name] = meter.worst
    assert not worst["on and off"].is_safe
    assert worst["envelope"].is_safe
