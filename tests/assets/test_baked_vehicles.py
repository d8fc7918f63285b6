"""The baked vehicles as a player sees them: every one is there, damage shows and grows, lamps go out where they broke."""

from __future__ import annotations

import os
from itertools import pairwise

import numpy as np
import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pygame

from game.content.catalog import load_catalog
from game.render import atlas
from game.render.lit_sprite import LitSprite
from game.render.vehicles import frame_of

VEHICLES = load_catalog().vehicles
NAMES = sorted(VEHICLES)


def pixels(name: str, stage: int, on_side: bool = False, colour: str = "") -> np.ndarray:
    """A vehicle as it is drawn, looking along +x: red, green, blue, alpha."""
    frame = frame_of(VEHICLES[name], stage, on_side)
    maps = [atlas.pixels(frame["file"], frame["maps"][part]) for part in ("colour", "surface", "mask")]
    surface = LitSprite(*maps).lit(0.0, colour or VEHICLES[name].colours[0])
    size = surface.get_size()
    return np.frombuffer(pygame.image.tobytes(surface, "RGBA"), np.uint8).reshape(size[1], size[0], 4).astype(int)


def shown(name: str, stage: int, on_side: bool = False) -> np.ndarray:
    """The opaque pixels' colours."""
    found = pixels(name, stage, on_side)
    return found[found[..., 3] > 200][:, :3]


@pytest.mark.parametrize("name", NAMES)
def test_every_vehicle_of_the_catalog_has_its_own_sheet_of_the_right_size(name: str) -> None:
    spec = VEHICLES[name]
    assert atlas.has(f"vehicles/{name}")
    frame = frame_of(spec, 0, False)
    body = pixels(name, 0)[..., 3] > 200
    columns = np.nonzero(body.any(axis=0))[0]
    assert spec.length - 0.2 < (columns[-1] - columns[0]) / atlas.PPM < spec.length + 0.6
    assert frame["height"] == spec.height


@pytest.mark.parametrize("name", NAMES)
def test_each_stage_of_damage_looks_different(name: str) -> None:
    pictures = [pixels(name, stage) for stage in range(5)]
    for before, after in pairwise(pictures):
        changed = (np.abs(before - after).max(axis=2) > 24).sum()
        assert changed > 150, "a player has to see the blow"


@pytest.mark.parametrize("name", NAMES)
def test_a_burnt_out_wreck_is_dark_and_dull(name: str) -> None:
    whole, burnt = shown(name, 0), shown(name, 4)
    assert burnt.mean() < 95
    assert (burnt.max(axis=1) > 215).mean() < 0.01, "nothing gleams any more"
    assert whole.std() != burnt.std()


@pytest.mark.parametrize("name", NAMES)
def test_dents_are_no_camouflage(name: str) -> None:
    """Paint keeps its hue where it is dented: light and shade change, not the colour of whole patches."""
    if VEHICLES[name].body_material == "armour":
        return
    colour = "#2040b0"
    dented = pixels(name, 2, colour=colour)
    whole = pixels(name, 0, colour=colour)
    blue = (whole[..., 2] > whole[..., 0] + 40) & (whole[..., 3] > 200)
    if blue.sum() < 2000:
        return
    still_blue = (dented[..., 2] > dented[..., 0] + 12)[blue].mean()
    assert still_blue > 0.78


@pytest.mark.parametrize("name", [n for n in NAMES if VEHICLES[n].tip_joules > 0])
def test_who_can_be_laid_over_shows_flank_wheels_and_belly(name: str) -> None:
    spec = VEHICLES[name]
    laid, standing = pixels(name, 1, on_side=True), pixels(name, 1)
    rows = np.nonzero((laid[..., 3] > 200).any(axis=1))[0]
    assert (rows[-1] - rows[0]) / atlas.PPM > spec.height + 0.3
    assert laid.shape != standing.shape


def test_lamps_that_broke_shine_no_more() -> None:
    for name in NAMES:
        lamps = [len(frame_of(VEHICLES[name], stage, False)["sockets"].get("head", [])) for stage in range(5)]
        assert lamps[0] == 2, name
        assert lamps[2] == 1 and lamps[3] == lamps[4] == 0, name


def test_who_has_a_siren_has_places_for_its_lights() -> None:
    for name in NAMES:
        if VEHICLES[name].has_siren:
            sockets = frame_of(VEHICLES[name], 0, False)["sockets"]
            assert sockets["siren_red"] and sockets["siren_blue"], name


def test_the_tow_truck_is_green() -> None:
    red, green, blue = shown("tow_truck", 0).mean(axis=0)
    assert green > red + 6 and green > blue


def test_a_vehicle_without_a_sheet_borrows_one() -> None:
    import dataclasses

    odd = dataclasses.replace(VEHICLES["sedan"], name="unheard_of")
    assert frame_of(odd, 2, False)["file"].startswith("vehicles/sedan")


def test_an_outline_lies_about_the_body() -> None:
    for name in NAMES:
        points = np.array(frame_of(VEHICLES[name], 0, False)["outline"])
        assert len(points) == 8
        assert abs(points[:, 0].max() - VEHICLES[name].length / 2) < 0.5


def test_heads_are_seen_through_panes_and_never_through_a_roof() -> None:
    from game.render.vehicles import book_of

    for name, spec in VEHICLES.items():
        seats = book_of(name, spec.kind)["seats"]
        assert len(seats) == len(spec.seats)
        assert seats[0] is not None, f"the driver of {name} shows"
        frame = frame_of(spec, 0, False)
        glass = atlas.pixels(frame["file"], frame["maps"]["mask"])[..., 1]
        for seat in seats:
            if seat is not None and not (name == "pickup" and seat[0] < -1):
                column, row = int(seat[0] * atlas.PPM + frame["pivot"][0]), int(seat[1] * atlas.PPM + frame["pivot"][1])
                assert (glass[row - 6 : row + 7, column - 6 : column + 7] > 100).mean() > 0.4, (name, seat)
    assert book_of("sedan", "car")["seats"][2] is not None, "the back seat of a sedan shows through its rear window"
    assert book_of("station_wagon", "car")["seats"][2] is None, "a wagon's roof is over it"
