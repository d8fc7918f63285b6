"""The air of places and what passes in it: rooms, the city by hour, crowds, jets, trains, dogs, alarms, ears after a blast.

Owns makers of what nobody in the street does. Rooms and crowds are loops, filtered in a circle. Called by `sound_bank`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.bake import throats, waves
from assets.bake.waves import RATE, Wave


def room(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """The air of a place, left and right: bands of noise that swell, hums, and small things now and then."""
    source = waves.dice(name)
    seconds = recipe["seconds"]
    count = waves.count_of(seconds)
    share = np.arange(count) / count
    swells = [0.7 + 0.3 * np.sin(2 * np.pi * (turns * share + source.random())) for turns in (1, 2, 3, 2, 1)]
    ears = []
    for _ in (0, 1):
        ear = np.zeros(count)
        for (low, high, strength), swell in zip(recipe["bands"], swells, strict=False):
            wash = waves.around(source.standard_normal(count), waves.band(low, high))
            ear += wash / np.std(wash) * swell * strength
        ears.append(ear)
    for hertz, strength in recipe.get("hums", ()):
        # Whole waves only: a hum must not stumble at the seam.
        wave = strength * np.sin(2 * np.pi * np.round(hertz * seconds) * share)
        ears = [ears[0] + wave, ears[1] + wave * 0.8]
    for kind, times in recipe.get("things", {}).items():
        for _ in range(times):
            thing = THINGS[kind](source)
            at = (int(source.uniform(0, count)) + np.arange(len(thing))) % count
            side = source.uniform(-0.8, 0.8)
            ears[0][at] += thing * np.sqrt(0.5 * (1 - side))
            ears[1][at] += thing * np.sqrt(0.5 * (1 + side))
    return np.stack(ears, axis=1)


def _bird(source: np.random.Generator) -> Wave:
    chirp = waves.tone(source.uniform(3200, 4800) + 500 * np.sin(2 * np.pi * 22 * waves.clock(0.12)), 0.12)
    return waves.faded(chirp, 0.02, 0.05) * 0.08


def _cricket(source: np.random.Generator) -> Wave:
    t = waves.clock(0.9)
    chirp = np.sin(2 * np.pi * source.uniform(4100, 4600) * t) * (np.sin(2 * np.pi * 17 * t) > 0.2)
    return waves.faded(waves.shaped(chirp, waves.band(3000, 6000)), 0.05, 0.2) * 0.03


def _passing(source: np.random.Generator) -> Wave:
    """A car a block away."""
    seconds = source.uniform(2.4, 3.4)
    t = waves.clock(seconds)
    wash = waves.noise(source, seconds, waves.band(180, 1600))[: len(t)]
    return wash * np.exp(-(((t / seconds - 0.5) / 0.2) ** 2)) * 0.35


def _drip(source: np.random.Generator) -> Wave:
    t = waves.clock(0.25)
    return np.sin(2 * np.pi * np.cumsum(900 + 1400 * np.exp(-t / 0.02)) / RATE) * np.exp(-t / 0.03) * 0.12


def _keys(source: np.random.Generator) -> Wave:
    """A till, a typewriter, heels: work somewhere in the house."""
    out = np.zeros(int(1.2 * RATE))
    for _ in range(source.integers(4, 10)):
        waves.put(out, waves.burst(source, waves.band(900, 4200), 0.004), source.uniform(0, 1.1), 0.12)
    return out


THINGS = {"bird": _bird, "cricket": _cricket, "passing": _passing, "drip": _drip, "keys": _keys}


def crowd(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Many people at once, no word of it: talk, or screams and running."""
    source = waves.dice(name)
    count = waves.count_of(recipe["seconds"])
    ears = np.zeros((count, 2))
    for number in range(recipe["people"]):
        is_woman = number % 2
        throat = {
            "hertz": source.uniform(180, 240) if is_woman else source.uniform(95, 150),
            "size": 0.86 if is_woman else 1.0, "rough": 0.1, "lift": 1.35 if recipe["is_panic"] else 1.0,
        }  # fmt: skip
        is_scream = recipe["is_panic"] and source.random() < 0.55
        seconds = source.uniform(0.7, 1.3) if is_scream else source.uniform(1.2, 2.6)
        maker = throats.scream if is_scream else throats.talk
        voice = maker(f"{name}{number}", 0, {**throat, "seconds": seconds})
        voice = waves.shaped(voice / (np.std(voice) + 1e-9), waves.band(180, source.uniform(1800, 4200), 1))
        at = (int(source.uniform(0, count)) + np.arange(len(voice))) % count
        side, strength = source.uniform(-0.9, 0.9), source.uniform(0.3, 1.0)
        for ear, sign in ((0, -1), (1, 1)):
            ears[at, ear] += voice * strength * np.sqrt(0.5 * (1 + sign * side))
    for ear in (0, 1):
        wash = waves.around(source.standard_normal(count), waves.band(200, 1400))
        ears[:, ear] += wash / np.std(wash) * recipe["wash"] * np.std(ears[:, ear])
    return ears


def jet(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """An airliner: a roar that comes, whines as it passes and leaves a rumble; near, or over the roofs."""
    source = waves.dice(name)
    seconds = recipe["seconds"]
    t = waves.clock(seconds)
    share = t / seconds
    bell = np.exp(-(((share - recipe["peak"]) / np.where(share < recipe["peak"], 0.17, 0.26)) ** 2))
    out = np.zeros((len(t), 2))
    drop = 1.12 - 0.24 / (1 + np.exp(-(share - recipe["peak"]) * 22))
    for ear in (0, 1):
        deep = waves.noise(source, seconds, waves.band(45, 420))[: len(t)]
        roar = waves.noise(source, seconds, waves.band(300, recipe["bright"], 1))[: len(t)]
        out[:, ear] = deep * (0.6 + 0.4 * share) + 0.7 * roar * bell
    whine = sum(
        waves.tone(hertz * drop, seconds)[: len(t)] * s for hertz, s in ((2350, 0.10), (3120, 0.05), (1180, 0.08))
    )
    out += (whine * bell**2 * recipe["whine"])[:, None]
    ramp = np.clip((share - recipe["peak"]) * 4, -1, 1) * 0.6
    out *= np.stack([np.sqrt(0.5 * (1 - ramp)), np.sqrt(0.5 * (1 + ramp))], axis=1) * bell[:, None]
    if recipe.get("has_touchdown"):
        # Tyres meet the runway twice, then the engines are thrown into reverse.
        for at in (0.62, 0.66):
            chirp = waves.burst(source, waves.band(500, 3500), 0.06)
            for ear in (0, 1):
                waves.put(out[:, ear], chirp, at * seconds, 0.5)
        reverse = waves.noise(source, seconds, waves.band(120, 1500))[: len(t)]
        out += (reverse * np.clip((share - 0.68) * 12, 0, 1) * np.clip((1 - share) * 4, 0, 1) * 0.8)[:, None]
    ears = waves.faded(out, 0.3, 0.8)
    return ears if recipe["is_near"] else ears.mean(axis=1)


def train(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A freight train some streets off, or light rail beside: joints in pairs, rolling steel, a horn."""
    source = waves.dice(name)
    seconds = recipe["seconds"]
    t = waves.clock(seconds)
    bell = np.sin(np.pi * np.clip(t / seconds, 0, 1)) ** 1.4
    out = waves.noise(source, seconds, waves.band(60, 500))[: len(t)] * 0.6 * bell
    out += waves.noise(source, seconds, waves.band(1200, recipe["bright"]))[: len(t)] * 0.15 * bell
    at = 0.2
    while at < seconds - 0.3:
        for part in (0.0, 0.13):
            clack = waves.burst(source, waves.band(150, 1800), 0.02)
            waves.put(out, clack, at + part, 0.9 * float(np.interp(at, t, bell)))
        at += recipe["joints"] * source.uniform(0.97, 1.03)
    if recipe["has_horn"]:
        horn = sum(waves.tone(hertz, 1.3) * 0.3 for hertz in (311, 370, 415, 494))
        waves.put(out, waves.faded(waves.driven(horn, 1.5), 0.1, 0.3), seconds * 0.25, 0.35)
    return waves.faded(waves.shaped(out, waves.below(recipe["bright"], 1)), 0.3, 0.6)


def dog(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A dog behind some fence: three barks or four."""
    source = waves.dice(f"{name}{variant}")
    out = np.zeros(waves.count_of(recipe["seconds"]))
    at = 0.05
    while at < recipe["seconds"] - 0.35:
        t = waves.clock(0.18)
        hertz = 320 + 260 * np.exp(-(((t - 0.05) / 0.05) ** 2))
        bark = sum(np.sin(2 * np.pi * k * np.cumsum(hertz) / RATE) / k for k in range(1, 9))
        bark = (bark + 0.8 * source.standard_normal(len(t))) * np.sin(np.pi * np.clip(t / 0.18, 0, 1)) ** 0.7
        waves.put(out, waves.shaped(bark, waves.band(350, 1500)), at, source.uniform(0.7, 1.0))
        at += source.uniform(0.3, 0.55)
    return waves.faded(out, 0.01, 0.1)


def away(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """Something that goes on, heard from many streets away, coming and going: `of` is the recipe of a ring."""
    from assets.bake import machine_loops

    makers = {"siren": machine_loops.siren, "rotor": machine_loops.rotor}
    ring = makers[recipe["of"]["make"]](name, 0, recipe["of"])[:, 0]
    t = waves.clock(recipe["seconds"])
    drop = 1.02 - 0.05 * t / recipe["seconds"]
    wave = np.interp(np.cumsum(drop) % len(ring), np.arange(len(ring)), ring)
    smear = waves.dice(name).standard_normal(int(0.9 * RATE)) * np.exp(-np.linspace(0, 6, int(0.9 * RATE)))
    wet = waves.convolved(wave, smear)[: len(t)]
    out = wave / np.std(wave) * 0.5 + wet / np.std(wet) * 0.5
    return waves.faded(
        waves.shaped(out, waves.below(recipe["soft"], 1)) * np.sin(np.pi * t / recipe["seconds"]), 0.3, 0.5
    )


def truck(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """A truck that changes down a block away, and its brakes."""
    source = waves.dice(name)
    t = waves.clock(recipe["seconds"])
    hertz = 46 + 30 * (t % 1.7) / 1.7
    out = sum(np.sin(2 * np.pi * k * np.cumsum(hertz) / RATE) / k for k in range(1, 12))
    out = waves.shaped(out, waves.band(60, 500)) * np.sin(np.pi * t / recipe["seconds"])
    waves.put(out, waves.burst(source, waves.band(900, 3500), 0.09), recipe["seconds"] * 0.7, 0.5)
    return waves.faded(out, 0.2, 0.4)


def alarm(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """An alarm that goes on: a bell struck fast, or two tones of a horn; its end runs into its beginning."""
    source = waves.dice(name)
    count = waves.count_of(recipe["seconds"])
    share = np.arange(count) / count
    if recipe["is_bell"]:
        out = np.zeros(count)
        for strike in range(int(recipe["seconds"] * recipe["hertz"])):
            at = int(strike / recipe["hertz"] * RATE)
            for ratio, strength in ((1.0, 1.0), (2.74, 0.6), (5.1, 0.35), (7.9, 0.2)):
                note = waves.ring(recipe["pitch"] * ratio, 0.09) * strength * source.uniform(0.8, 1.1)
                where = (at + np.arange(len(note))) % count
                np.add.at(out, where, note)
        return waves.driven(out * 0.4, 1.2)
    turn = np.sin(2 * np.pi * np.round(recipe["hertz"] * recipe["seconds"]) * share)
    hertz = recipe["pitch"] * (1 + 0.24 * np.tanh(turn * 6))
    turned = np.cumsum(hertz) / RATE
    turned *= np.round(turned[-1]) / turned[-1]
    out = sum(np.sin(2 * np.pi * k * turned) / k for k in (1, 2, 3, 5))
    return waves.around(waves.driven(out, 2.0), waves.band(400, 4500))


def hum(name: str, variant: int, recipe: dict[str, Any]) -> Wave:
    """What ears do after a blast: two high notes that sink into nothing."""
    seconds = recipe["seconds"]
    t = waves.clock(seconds)
    out = waves.tone(recipe["hertz"], seconds) + 0.4 * waves.tone(recipe["hertz"] * 1.31, seconds)
    return waves.faded(out * np.exp(-t / (seconds * 0.35)), 0.05, 0.3)
