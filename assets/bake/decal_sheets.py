"""Bakes the decals: one sheet of what time leaves on ground and roofs.

Owns the sheet and its book. Called by `bake`.
"""

from __future__ import annotations

from typing import Any

from assets.bake import decals, field_decals, sheets

CODE = ("decals", "field_decals", "decal_sheets")
ITEM = "props/decals"


def items() -> dict[str, str]:
    """One item: they share a sheet."""
    return {ITEM: sheets.digest(sheets.code_digest(CODE))}


def bake(item: str) -> sheets.Baked:
    """The sheet and its book: frames by kind and number."""
    sheet = sheets.Sheet()
    frames: dict[str, Any] = {}
    for kind, (draw, count) in (decals.KINDS | field_decals.KINDS).items():
        for number in range(count):
            frames[f"{kind}-{number}"] = {"rect": sheet.add(draw(f"{kind}{number}"))}
    baked = sheets.Baked({item: sheet.compose()})
    baked.books[item] = {"file": f"{item}.png", "frames": frames}
    return baked
