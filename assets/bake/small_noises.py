"""Small noises of a fight: metal on metal, what bullets hit, glass, brass, feet, doors, and the charge that is none of them.

Owns one maker for each kind of noise; what differs between two of a kind is in the recipe. Called by `sound_bank`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import places, waves
from assets.bake.waves import RATE, Wave


def strokes(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Blows one after the other, each (ms, strength, from Hz, to Hz, decay ms): hands, bolts, latches, soles, keys."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(waves.count_of(recipe["seconds"]))
    for at, strength, low, high, tau in recipe["blows"]:
        moment = max(0.0, at / 1000 * source.uniform(0.94, 1.06))
        blow = waves.burst(source, waves.band(low, high), tau / 1000 * source.uniform(0.9, 1.1))
        waves.put(out, blow, moment, strength * source.uniform(0.85, 1.12))
    for at, strength, hertz, tau in recipe.get("rings", ()):
        note = waves.ring(hertz * source.uniform(0.96, 1.04), tau / 1000)
        waves.put(out, note, at / 1000, strength * source.uniform(0.8, 1.1))
    return waves.faded(waves.driven(out * 0.6, 1.1), 0.0003, 0.02)


def shatter(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A pane: the blow, then its pieces, each a short high ring, the small ones last."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(waves.count_of(recipe["seconds"]))
    waves.put(out, waves.burst(source, waves.band(1500, 9000), 0.012), 0.0, 0.8)
    waves.put(out, waves.burst(source, waves.band(200, 900), 0.015), 0.0, 0.35)
    for _ in range(recipe["pieces"]):
        at = 0.008 + source.gamma(1.6, recipe["spread"])
        hertz = source.uniform(2300, 9500)
        strength = source.uniform(0.04, 0.28) * np.exp(-at / (recipe["seconds"] * 0.45))
        waves.put(out, waves.ring(hertz, source.uniform(0.003, 0.022)), at, strength)
    return waves.faded(waves.driven(out, 1.3), 0.0003, 0.05)


def whine(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A bullet that goes on, tumbling: a falling tone with a flutter, or the snap and rush of one that passes."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"] * source.uniform(0.85, 1.15)
    t = waves.clock(seconds)
    first, last = (hertz * source.uniform(0.85, 1.2) for hertz in recipe["from_to"])
    hertz = last + (first - last) * np.exp(-t / (seconds * 0.4))
    flutter = 1 + recipe["flutter"] * np.sin(2 * np.pi * np.cumsum(70 * np.exp(-t / seconds) + 18) / RATE)
    out = waves.tone(hertz, seconds) * flutter * 0.5
    rush = waves.noise(source, seconds, waves.band(first * 0.7, first * 2.5))
    out = (out * recipe["tone"] + rush * recipe["rush"]) * np.exp(-t / (seconds * 0.3)) * np.minimum(t / 0.004, 1)
    waves.put(out, waves.burst(source, waves.band(1200, 11000), 0.004), 0.0, recipe["snap"])
    return waves.faded(out, 0.0001, 0.05)


def brass(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A casing on the ground: three to five hops, each sooner and softer than the last."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(int(0.7 * RATE))
    at, gap, strength = 0.0, source.uniform(0.10, 0.14), 1.0
    base = recipe["hertz"] * source.uniform(0.9, 1.1)
    while at < 0.6 and strength > 0.05:
        for ratio, share, tau in ((1.0, 1.0, 0.022), (1.72, 0.6, 0.015), (2.61, 0.4, 0.009)):
            waves.put(out, waves.ring(base * ratio * source.uniform(0.995, 1.005), tau), at, strength * share * 0.4)
        waves.put(out, waves.burst(source, waves.band(2500, 9000), 0.0015), at, strength * 0.25)
        at, gap, strength = at + gap, gap * source.uniform(0.5, 0.75), strength * source.uniform(0.4, 0.65)
    return waves.faded(out, 0.0002, 0.03)


def blast(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A blast with the street's answer: the wave, the low sine, three bands of gas, rumble of many small N, debris."""
    source = waves.dice(f"{name}{variant}")
    seconds = recipe["seconds"]
    out = np.zeros(waves.count_of(seconds))
    t = np.arange(len(out)) / RATE
    wave = waves.clock(0.12)
    waves.put(out, np.exp(-1.6 * wave / 0.006) * (1 - wave / 0.006), 0.0, 1.6)
    waves.put(out, waves.burst(source, waves.above(900, 1), 0.028), 0.0, 0.4 * recipe["crack"])
    out += waves.tone(28 + 95 * np.exp(-t / 0.10), seconds) * np.exp(-t / 0.3) * 1.3 * recipe["weight"]
    for low, high, tau, strength in ((30, 140, 0.55, 0.42), (140, 600, 0.3, 0.3), (600, 2600, 0.13, 0.25)):
        out += waves.noise(source, seconds, waves.band(low, high)) * waves.decay(seconds, tau, 0.006) * strength
    for _ in range(recipe["debris"]):
        at = 0.25 + source.gamma(2.0, 0.35)
        hertz = source.choice([1800, 2600, 3400, 5200, 6900]) * source.uniform(0.9, 1.1)
        strength = source.uniform(0.01, 0.07) * np.exp(-at / 1.4)
        waves.put(out, waves.ring(hertz, source.uniform(0.006, 0.02)), at, strength)
    dry = waves.driven(out * 0.5, 1.5)
    answer = places.PLACES["canyon"](source)
    wet = np.stack([waves.convolved(dry, answer[:, ear])[: len(dry)] for ear in (0, 1)], axis=1)
    return waves.faded(waves.shaped_ears(wet * 0.16 + dry[:, None], waves.above(24)), 0.0003, 0.6)


def crash(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Sheet metal: a thud, folds that crackle, panels that ring, and things that fall off."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(waves.count_of(recipe["seconds"]))
    waves.put(out, waves.burst(source, waves.band(40, 260), 0.045 * recipe["weight"]), 0.0, 0.9)
    waves.put(out, waves.burst(source, waves.band(300, 5000), 0.02 * recipe["weight"]), 0.0, 0.6)
    for _ in range(recipe["folds"]):
        at = source.gamma(1.4, recipe["seconds"] * 0.07)
        fall = np.exp(-at / (recipe["seconds"] * 0.25))
        blow = waves.burst(source, waves.band(source.uniform(200, 900), source.uniform(1800, 6500)), 0.006)
        waves.put(out, blow, at, source.uniform(0.1, 0.5) * fall)
        waves.put(out, waves.ring(source.uniform(240, 2400), source.uniform(0.02, 0.07)), at, 0.12 * fall)
    for _ in range(recipe["bits"]):
        at = 0.15 + source.gamma(2.0, recipe["seconds"] * 0.11)
        waves.put(out, waves.ring(source.uniform(1500, 7000), 0.02), at, source.uniform(0.02, 0.1))
    return waves.faded(waves.driven(out, 1.5), 0.0003, 0.08)


def puff(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Air that gets out at once, then hisses: a tyre."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(waves.count_of(recipe["seconds"]))
    waves.put(out, waves.burst(source, waves.band(80, 900), 0.02), 0.0, 1.0)
    waves.put(out, waves.burst(source, waves.band(900, 6000), 0.008), 0.0, 0.8)
    hiss = waves.noise(source, recipe["seconds"], waves.band(1500, 7000))
    out += hiss * waves.decay(recipe["seconds"], recipe["seconds"] * 0.22, 0.02) * recipe["hiss"]
    return waves.faded(waves.driven(out * 0.8, 1.2), 0.0003, 0.05)


def starter(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A starter that turns, and the engine that catches."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(waves.count_of(recipe["seconds"]))
    cranked = recipe["cranks"] / recipe["hertz"]
    t = waves.clock(cranked)
    whine = waves.tone(recipe["pitch"] * (1 + 0.06 * np.sin(2 * np.pi * recipe["hertz"] * t)), cranked)
    waves.put(out, waves.faded(waves.shaped(waves.driven(whine, 2.5), waves.band(200, 2600)), 0.01, 0.03), 0.02, 0.35)
    for number in range(recipe["cranks"]):
        blow = waves.burst(source, waves.band(70, 500), 0.02)
        waves.put(out, blow, 0.02 + number / recipe["hertz"], source.uniform(0.35, 0.5))
    roar = waves.clock(recipe["seconds"] - cranked)
    turns = 34 + 60 * np.exp(-roar / 0.25)
    catch = sum(np.sin(2 * np.pi * k * np.cumsum(turns) / RATE + k) / k for k in range(1, 14))
    catch = waves.shaped(catch + 0.3 * source.standard_normal(len(roar)), waves.band(60, 900))
    waves.put(out, catch * np.minimum(roar / 0.05, 1) * np.exp(-roar / 0.5), cranked, 0.5)
    return waves.faded(waves.driven(out, 1.3), 0.002, 0.15)
