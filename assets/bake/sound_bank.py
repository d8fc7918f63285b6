"""Bakes the sounds of `recipes/sounds.toml`, `voices.toml` and `score.toml`: as many files as each has variants.

Owns which maker makes what, and that all sounds of a family are equally loud. Gunfire of each weapon becomes a near and a
far set, each family of guns one tail for every place, each throat its lines and cries, each score four layers. Called by `bake`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from assets.bake import airs, gunfire, machine_loops, places, score, sheets, small_noises, throats, waves

SHARED = {"gunfire": ("places",), "small_noises": ("places",), "airs": ("throats", "machine_loops")}
"""Modules that a maker's own module draws on, besides `waves`."""
Maker = Callable[[str, int, dict[str, Any]], waves.Wave]

MAKERS: dict[str, Maker] = {
    "shot": gunfire.shot,
    "far_shot": gunfire.far_shot,
    "tail": gunfire.tail,
    "strokes": small_noises.strokes,
    "shatter": small_noises.shatter,
    "whine": small_noises.whine,
    "brass": small_noises.brass,
    "blast": small_noises.blast,
    "crash": small_noises.crash,
    "puff": small_noises.puff,
    "starter": small_noises.starter,
    "engine": machine_loops.engine,
    "siren": machine_loops.siren,
    "squeal": machine_loops.squeal,
    "rim": machine_loops.rim,
    "rotor": machine_loops.rotor,
    "fire": machine_loops.fire,
    "horn": machine_loops.horn,
    "room": airs.room,
    "crowd": airs.crowd,
    "jet": airs.jet,
    "train": airs.train,
    "dog": airs.dog,
    "away": airs.away,
    "truck": airs.truck,
    "alarm": airs.alarm,
    "hum": airs.hum,
    "talk": throats.talk,
    "shout": throats.shout,
    "scream": throats.scream,
    "pain": throats.pain,
    "radio": throats.radio,
    "squelch": throats.squelch,
    "bell": throats.bell,
    "sign": throats.sign,
    "score": score.score,
}
LOOPS = frozenset({"engine", "siren", "squeal", "rim", "rotor", "fire", "room", "crowd", "alarm", "score"})
SONGS = frozenset({"room", "crowd", "score", "jet", "train", "dog", "away", "truck", "talk", "radio"})
"""Music, speech and what is long are written as OGG."""

WHOLE = frozenset({"talk", "radio", "siren", "room", "crowd"})
"""What is heard over its whole length is as loud as that length is (LUFS); all else as its loudest 50 ms."""


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads((sheets.ASSETS / "recipes" / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def recipes() -> dict[str, dict[str, Any]]:
    """Every sound by its path below `assets/sounds`: its maker, variants, loudness and what the maker asks for."""
    tables = _tables("sounds")
    families, guns, tails = tables.pop("family"), tables.pop("gun"), tables.pop("tail")
    found: dict[str, dict[str, Any]] = {}
    for name, gun in guns.items():
        found[f"shot/{name}"] = {**families["shot"], **gun, "make": "shot"}
        found[f"shot/{name}_far"] = {**families["far"], **gun, "make": "far_shot"}
    for kind, tail in tails.items():
        for place in places.PLACES:
            gun = {**guns[tail["gun"]], "name": tail["gun"]}
            made = {**families["tail"], "make": "tail", "place": place, "gun": gun}
            made |= {"variants": places.VARIANTS.get(place, 1), "loud": families["tail"]["loud"] + tail["louder"]}
            found[f"tail/{kind}_{place}"] = made
    steps, gaits = tables.pop("step"), tables.pop("gait")
    for ground, step in steps.items():
        for gait, way in gaits.items():
            found[f"step/{ground}_{gait}"] = {**families["step"], **_stepped(step, way)}
    for family, sounds in tables.items():
        for name, sound in sounds.items():
            found[f"{family}/{name}"] = {**families[family], **sound}
    return found | _voices() | _scores()


def _stepped(step: dict[str, Any], way: dict[str, Any]) -> dict[str, Any]:
    """A step in another gait: when the toe follows the heel, and how hard either falls."""
    blows = [[at * way["slow"], strength * (way["heel"] if at < 20 else way["toe"]), low, high, tau * way["soft"]]
             for at, strength, low, high, tau in step["blows"]]  # fmt: skip
    return {**step, "blows": blows, "variants": way["variants"], "loud": way["loud"]}


def _voices() -> dict[str, dict[str, Any]]:
    """Every throat says and cries everything."""
    tables = _tables("voices")
    return {
        f"{kind['folder']}/{name.format(throat)}": {**kind, "seconds": seconds, **recipe}
        for throat, recipe in tables["throat"].items()
        for kind in tables["kind"]
        for name, seconds in kind["lines"].items()
    }


def _scores() -> dict[str, dict[str, Any]]:
    """Four layers each, of equal length, key and tempo."""
    tables = _tables("score")
    return {
        f"score/{name}_{number}": {**tables["layer"][layer], "layer": layer, "make": "score", "variants": 1, **song}
        for name, song in tables["score"].items()
        for number, layer in enumerate(song["layers"])
    }


def items() -> dict[str, str]:
    """Each sound and the digest of what it is made from."""
    return {f"sounds/{name}": sheets.digest(recipe, _code(recipe["make"])) for name, recipe in recipes().items()}


@lru_cache(maxsize=64)
def _code(make: str) -> str:
    """A number of the text a maker is made of."""
    module = MAKERS[make].__module__.rpartition(".")[2]
    written = ("song_files",) if make in SONGS else ()
    return sheets.code_digest(("waves", module, *SHARED.get(module, ()), *written))


def bake(item: str) -> sheets.Baked:
    """All variants of one sound."""
    name = item.removeprefix("sounds/")
    recipe = recipes()[name]
    maker = MAKERS[recipe["make"]]
    baked = sheets.Baked()
    for variant in range(recipe["variants"]):
        measure = waves.lufs if recipe["make"] in WHOLE else waves.loudness
        wave = waves.levelled(maker(name.removesuffix("_far"), variant, recipe), recipe["loud"], measure)
        kept = baked.songs if recipe["make"] in SONGS else baked.sounds
        kept[f"{item}-{variant}"] = waves.to_pcm(wave)
    return baked
