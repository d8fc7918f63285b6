"""Chance without a stream: a draw is a hash of (seed, entity, purpose, tick, n), so that one more shot does not
reshuffle the city and a test can change one cause alone. Splitmix64 on integers; the sim has no other dice.
"""

from __future__ import annotations

MASK = 0xFFFFFFFFFFFFFFFF


class Purpose:
    """What a draw is for: two draws for different purposes have nothing to do with each other."""

    CHANCE = 1
    SPREAD = 2
    RICOCHET = 3
    WOUND = 4
    VEST = 5
    WANDER = 6
    MIND = 7
    TYRE = 8
    TRAFFIC = 9
    PANIC = 10
    BRAVERY = 11
    HANDS = 12
    FLIGHT = 13
    DUEL = 14
    SEARCH = 15
    AIR = 16
    TEMPO = 17
    ROADBLOCK = 18
    CALLS = 19
    OBEDIENCE = 20


def draw(seed: int, entity: int, purpose: int, tick: int, n: int = 0) -> int:
    """64 random bits that depend on nothing but the arguments."""
    z = (
        seed * 0x9E3779B97F4A7C15
        + entity * 0xD1B54A32D192ED03
        + purpose * 0x8CB92BA72F3D8DD7
        + tick * 0xABC98388FB8FAC03
        + n
    ) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def share(bits: int) -> float:
    """A number from 0 up to but not 1, from 64 random bits."""
    return (bits >> 12) / 4503599627370496.0


def bell(bits: int) -> float:
    """About a normal deviate (mean 0, deviation 1): four 16-bit numbers added up."""
    total = (bits & 65535) + (bits >> 16 & 65535) + (bits >> 32 & 65535) + (bits >> 48)
    return (total - 131070) / 37837.0
