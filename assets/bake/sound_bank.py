"""Bakes the sounds of `recipes/sounds.toml`: for each table as many FLAC files as it has variants.

Owns which maker makes what, and that all sounds of a family are equally loud. Gunfire of each weapon becomes a near and a
far set, and each family of guns one tail for every place. Called by `bake`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

from assets.bake import gunfire, machine_loops, score, sheets, small_noises, throats, waves

CODE = ("waves", "gunfire", "machine_loops", "small_noises", "throats", "score", "sound_bank")
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
    "engine": machine_loops.engine,
    "siren": machine_loops.siren,
    "squeal": machine_loops.squeal,
    "horn": machine_loops.horn,
    "city": machine_loops.city,
    "hum": machine_loops.hum,
    "shout": throats.shout,
    "radio": throats.radio,
    "squelch": throats.squelch,
    "bell": throats.bell,
    "sign": throats.sign,
    "score": score.score,
}
LOOPS = frozenset({"engine", "siren", "squeal", "city", "score"})


def recipes() -> dict[str, dict[str, Any]]:
    """Every sound by its path below `assets/sounds`: its maker, variants, loudness and what the maker asks for."""
    text = (sheets.ASSETS / "recipes" / "sounds.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(text)
    families, guns, tails = tables.pop("family"), tables.pop("gun"), tables.pop("tail")
    found: dict[str, dict[str, Any]] = {}
    for name, gun in guns.items():
        found[f"shot/{name}"] = {**families["shot"], **gun, "make": "shot"}
        found[f"shot/{name}_far"] = {**families["far"], **gun, "make": "far_shot"}
    for kind, tail in tails.items():
        for place in gunfire.PLACES:
            gun = {**guns[tail["gun"]], "name": tail["gun"]}
            found[f"tail/{kind}_{place}"] = {**families["tail"], "make": "tail", "place": place, "gun": gun}
            found[f"tail/{kind}_{place}"]["loud"] += tail["louder"]
    for family, sounds in tables.items():
        for name, sound in sounds.items():
            found[f"{family}/{name}"] = {**families[family], **sound}
    return found


def items() -> dict[str, str]:
    """Each sound and the digest of what it is made from."""
    code = sheets.code_digest(CODE)
    return {f"sounds/{name}": sheets.digest(recipe, code) for name, recipe in recipes().items()}


def bake(item: str) -> sheets.Baked:
    """All variants of one sound."""
    name = item.removeprefix("sounds/")
    recipe = recipes()[name]
    maker = MAKERS[recipe["make"]]
    baked = sheets.Baked()
    for variant in range(recipe["variants"]):
        wave = waves.levelled(maker(name.removesuffix("_far"), variant, recipe), recipe["loud"])
        baked.sounds[f"{item}-{variant}"] = waves.to_pcm(wave)
    return baked
