"""Bakes people: shared limbs of three builds, weapons and gear, and for each person trunk and head by his recipe.

Owns the frames of those sheets and each person's colours. The game lays the layers of a pose over one another
(`game/render/figure.py`), so that a new coat costs a trunk and not every pose again. Called by `bake`.
"""

from __future__ import annotations

import tomllib
from typing import Any

from assets.bake import guns, heads, limbs, sheets, torsos
from assets.bake.body import LARGER, frame, lit
from assets.bake.relief import ink
from game.content.catalog import load_catalog
from game.content.specs import PersonSpec

CODE = ("relief", "body", "limbs", "guns", "torsos", "heads", "people_sheets")
SHARED = {"people/weapons": guns.bake_guns, "people/gear": guns.bake_gear}
PLAIN: dict[str, Any] = {"style": "shirt", "hair": "short"}
USUAL = {"shirt": "#e4e6e8", "tie": "#2a2d33", "trim": "#d8d8d0"}


def recipes() -> dict[str, Any]:
    """The recipes by name of the person."""
    return tomllib.loads((sheets.ASSETS / "recipes" / "people.toml").read_text(encoding="utf-8"))


def items() -> dict[str, str]:
    """The shared sheets and every person, each with its input digest."""
    book, code = recipes(), sheets.code_digest(CODE)
    found = {name: sheets.digest(name, code) for name in SHARED}
    found |= {f"people/limbs-{build}": sheets.digest(build, broad, code) for build, broad in limbs.BUILDS.items()}
    for name, spec in load_catalog().people.items():
        measures = (spec.coat, spec.trousers, spec.skin, spec.hair, spec.hat, spec.build)
        found[f"people/{name}"] = sheets.digest(book.get(name, PLAIN), measures, code)
        for dressed in _dresses(name, book):
            found[f"people/{dressed}"] = sheets.digest(book[dressed], measures, code)
    return found


def _dresses(name: str, book: dict[str, Any]) -> list[str]:
    """The recipes of somebody in other clothes: his name, a stroke, and the dress."""
    return [recipe for recipe in book if recipe.startswith(f"{name}-")]


def bake(item: str) -> sheets.Baked:
    """One sheet and its book."""
    if item in SHARED:
        return SHARED[item](item)
    name = item.split("/")[1]
    if name.startswith("limbs-"):
        return limbs.bake_build(item, name.removeprefix("limbs-"))
    return _bake_person(item, load_catalog().people[name.split("-")[0]], recipes().get(name, PLAIN))


def _bake_person(item: str, spec: PersonSpec, recipe: dict[str, Any]) -> sheets.Baked:
    words = USUAL | {"coat": spec.coat, "trousers": spec.trousers, "skin": spec.skin, "hair": spec.hair}
    words |= {key: value for key, value in recipe.items() if isinstance(value, str) and value.startswith("#")}
    words["hair"] = words.pop("hairs", words["hair"])
    if "hats" in words:
        words["hat"] = words.pop("hats")
    look = {part: ink(word) for part, word in words.items()}
    style, hat = recipe["style"], recipe.get("hat", spec.hat)
    sheet, frames = sheets.Sheet(), {}
    for name, twist in torsos.TWISTS.items():
        frames[f"torso-{name}"] = frame(sheet, lit(torsos.standing(style, look, spec.build, twist)))
    frames["torso-lying"] = frame(sheet, lit(torsos.lying(style, look, spec.build)))
    for name, is_masked in (("bare", False), ("masked", True)):
        made = heads.head(recipe.get("hair", "short"), hat, recipe.get("extras", []), look, is_masked)
        frames[f"head-{name}"] = frame(sheet, lit(made, 0.6))
    sleeves = recipe.get("sleeves", "long")
    tints = {
        "legs": words["trousers"] if style != "dress" else words["skin"],
        "upper": words["skin"] if sleeves == "bare" else words["coat"],
        "fore": words["coat"] if sleeves == "long" else words["skin"],
        "hand": words.get("gloves", words["skin"]),
    }
    build = min(limbs.BUILDS, key=lambda word: abs(limbs.BUILDS[word] - spec.build))
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {
        "file": f"{item}.png", "larger": LARGER, "build": build, "broad": spec.build, "tints": tints, "coat": words["coat"],
        "skin": words["skin"], "hair": words["hair"], "frames": frames,
    }  # fmt: skip
    return baked
