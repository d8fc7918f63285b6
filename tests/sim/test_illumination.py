"""Light as fact: the light that minds see by is the picture's, lamps go by their timetable, and it is the same on every machine."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.level import Door, Flight, Lamp, Level
from game.levels.loader import load_level
from game.render import night_air
from game.render.frame import Frame
from game.render.light import LightMap
from game.render.light_shapes import LEVELS
from game.render.night_air import HAZE, HAZE_REACH
from game.render.palette import HOURS
from game.render.renderer import Renderer
from game.render.shadows import Obstacles
from game.render.switched_lamps import SwitchedLamps
from game.sim import events, flights, light_field
from game.sim.input_frame import NEUTRAL
from game.sim.light_field import LightField
from game.sim.picture import picture
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.render import views
from tests.worlds import catalog, person, wall, yard_level

POINTS = 200
MEAN, NEARLY_ALL, NEARLY = 1.4, 2.8, 0.95
"""Of 100: the mean difference, and the one that 95 % of the points keep to, where the picture's night is held even: what is left are
rims of shadows, which cross cells."""
MEAN_UNEVEN, NEARLY_ALL_UNEVEN = 3.0, 6.2
"""The same with the night as it is drawn: its clouds, up to 10 brighter or darker, are the picture's alone."""


def lit_yard(hour: str = "midnight") -> Level:
    """Two blocks, a floodlight that looks one way, a lamp all round, a bar of approach lights and its flight."""
    level = yard_level(
        (person("neil", 20, 50),),
        walls=[wall(60, 40, 8, 6, height=2.8), wall(110, 30, 14, 8, height=2.6)],
    )
    lamps = (
        Lamp(50, 30, "#ffe2b0", 24.0, 8.0, 0.9, 120, "", 8192),
        Lamp(100, 50, "#ffb05c", 16.0, 6.0, 0.7),
        Lamp(140, 50, "#fff6e0", 36.0, 0.9, 0.9, 360, "approach"),
    )
    flight = Flight(((190.0, 20.0), (10.0, 20.0)), "heavy", "approach", 6.0, 20.0, 2.0, 3.0, 4.0, 2.0)
    return dataclasses.replace(level, hour=hour, lamps=lamps, flights=(flight,), digest=f"lit {hour}")


@pytest.mark.parametrize("hour", sorted(light_field.HOURS))
def test_the_hours_are_the_palettes(hour: str) -> None:
    ambient, lamps = light_field.HOURS[hour]
    assert (HOURS[hour].light, HOURS[hour].lamps) == (ambient, lamps)
    assert sorted(light_field.HOURS) == sorted(HOURS)
    assert abs(light_field.UNEVEN - float(night_air._uneven().mean()) / 255) < 0.01
    assert (light_field.HAZE, light_field.HAZE_REACH, light_field.POWER_STEPS) == (HAZE, HAZE_REACH, LEVELS)


@pytest.mark.parametrize("is_even", [True, False])
@pytest.mark.parametrize("which", ["yard dark", "yard lit", "dark_yard", "runways dark", "runways lit"])
def test_sim_and_picture_agree(which: str, is_even: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.set_mode((64, 64))
    if is_even:
        clouds = night_air._uneven()
        flat = np.empty_like(clouds)
        flat[:] = np.rint(clouds.mean(axis=(0, 1)))
        monkeypatch.setattr(night_air, "_uneven", lambda: flat)
    if which.startswith("runways"):
        level = load_level(Path("levels/lax_runways.tmx"), catalog())
    elif which == "dark_yard":
        level = load_level(Path("levels/sandbox/dark_yard.tmx"), catalog())
    else:
        level = lit_yard()
    lit = ("approach",) if which.endswith(" lit") else ()
    cells = LightField(level).levels(lit)
    light = LightMap(level, HOURS[level.hour])
    found, dice = [], random.Random(7)
    for _ in range(POINTS):
        x, y = dice.uniform(2, level.width - 2), dice.uniform(2, level.height - 2)
        if any(stands_in(one.points, x, y) for one in level.walls):
            continue
        found.append(abs(cells[int(y) * level.width + int(x)] - shown(light, level, lit, x, y)))
    found.sort()
    assert sum(found) / len(found) < (MEAN if is_even else MEAN_UNEVEN)
    assert found[int(len(found) * NEARLY)] <= (NEARLY_ALL if is_even else NEARLY_ALL_UNEVEN)


def shown(light: LightMap, level: Level, lit: tuple[str, ...], x: float, y: float) -> float:
    """How bright the picture is at a place, 0 to 100, drawn with the place in its middle."""
    size = (480, 360)
    light.most_shadowed = 8
    left, top = round(x * 24 - size[0] / 2), round(y * 24 - size[1] / 2)
    light.divisor = 5
    light.begin(size, left, top, 24)
    switched = SwitchedLamps(level, light.hour)
    view = dataclasses.replace(views.street(catalog(), 0), people=(), vehicles=(), items=(), signals=(), lit_groups=lit)
    frame = Frame(pygame.Surface(size), left / 24, top / 24, 24, view, view, 1.0)
    light.add(switched.lights(frame), lambda: Obstacles.of(()))
    colour = light.at(x, y)
    assert colour is not None
    red, green, blue = colour[:3]
    return (red * 299 + green * 587 + blue * 114) / 2550.0


def stands_in(points: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs) - 0.6 <= x <= max(xs) + 0.6 and min(ys) - 0.6 <= y <= max(ys) + 0.6


def test_what_stands_throws_a_shadow_and_a_cone_has_a_side() -> None:
    field = LightField(lit_yard())
    cells = field.levels(("approach",))

    def at(x: int, y: int) -> int:
        return cells[y * field.width + x]

    assert at(130, 50) > at(130, 72) > 12, "brighter nearer to the bar"
    assert at(120, 33) > at(106, 28) + 3, "behind the block"
    assert at(55, 35) > at(45, 25) + 20, "before and behind the floodlight"


def test_lamps_burn_by_the_timetable_and_are_heard_before() -> None:
    world = World.new(lit_yard(), catalog(), RunSetup("yard", seed=5))
    first = world.passes[0]
    happened = []
    levels = {}
    for _ in range(first.gone + 120):
        for event in world.step(NEUTRAL):
            if isinstance(event, events.LampsSwitched | events.PlaceSounded):
                happened.append((world.tick, event))
        levels[world.tick] = world.light.level(130.5, 50.5)
    kinds = [(type(event).__name__, tick) for tick, event in happened][:4]
    assert kinds[0] == ("PlaceSounded", first.heard)
    assert ("LampsSwitched", first.lit) in kinds
    assert levels[first.lit] > levels[first.lit - 1] + 20
    assert levels[first.dark] == levels[first.lit - 1]
    assert flights.masking(world, 0.0, 0.0) < 100


def test_the_timetable_is_the_seeds() -> None:
    def times(seed: int) -> list[int]:
        return [one.over for one in World.new(lit_yard(), catalog(), RunSetup("yard", seed=seed)).passes[:8]]

    assert times(1) == times(1)
    assert times(1) != times(2)


def test_a_shot_lights_its_surroundings() -> None:
    world = World.new(lit_yard(), catalog(), RunSetup("yard", seed=1))
    x, y = world.position(world.player)
    before, far = world.light.level(x + 2.0, y), world.light.level(x + 12.0, y)
    shooter = world.person(world.player)
    world.step(NEUTRAL)
    shooter.shots, shooter.shot_tick = 1, world.tick
    world.light._tick = -1
    assert world.light.level(x + 2.0, y) > before + 10
    assert world.light.level(x + 12.0, y) == far


def doored(kind: str = "single", material: str = "wood", is_open: bool = False) -> Level:
    """A wall with a door in it by night, and a low lamp north of it."""
    door = Door(100.5, 50.0, "door", kind, 1.0, material=material, facing=16384, is_open=is_open)
    lamp = Lamp(100.5, 46.0, "#ffe2b0", 20.0, 3.0, 1.0)
    walls = [wall(0, 49.5, 100, 1), wall(101, 49.5, 99, 1)]
    level = yard_level((person("neil", 20, 80),), walls=walls)
    return dataclasses.replace(
        level, hour="midnight", lamps=(lamp,), doors=(door,), digest=f"{kind}{material}{is_open}"
    )


@pytest.mark.parametrize(
    ("material", "is_open", "is_dark"), [("wood", False, True), ("wood", True, False), ("glass", False, False)]
)
def test_a_shut_door_keeps_the_light_of_lamps_out_as_the_picture_shows(
    material: str, is_open: bool, is_dark: bool
) -> None:
    pygame.display.set_mode((64, 64))
    level = doored(material=material, is_open=is_open)
    world = World.new(level, catalog(), RunSetup(level.name))
    behind, before = world.light.level(100.5, 53.5), world.light.level(100.5, 47.5)
    assert before > 60 and (behind < 45) == is_dark, (before, behind)
    seen = lit_through(world, level, 100.5, 53.5)
    # What is very bright is held back in the picture, and night has more contrast there: so as bright as open ground with as much light.
    alike = min(
        (46.0 + step / 4 for step in range(120)), key=lambda y: abs(world.light.level(100.5 + y - 46.0, 46.0) - behind)
    )
    open_ground = lit_through(world, level, 100.5 + alike - 46.0, 46.0)
    assert abs(open_ground - seen) < 6 if is_dark else seen > 75, "the picture shows the same"
    if material == "wood":
        world.doors[0].swing = 0 if is_open else 14
        assert (world.light.level(100.5, 53.5) < 45) != is_dark, "it counts how the door stands now"


def lit_through(world: World, level: Level, x: float, y: float) -> float:
    """How bright the whole picture's light is at a place, 0 to 100."""
    renderer = Renderer(level, catalog(), (480, 360))
    view = dataclasses.replace(picture(world), focus_x=x, focus_y=y, people=(), scale=24)
    renderer.camera.fixed = (x, y, 24.0)
    surface = pygame.Surface((480, 360))
    for _ in range(2):
        renderer.draw(surface, view, view, 1.0)
    colour = renderer.light.at(x, y)
    assert colour is not None
    red, green, blue = colour[:3]
    return (red * 299 + green * 587 + blue * 114) / 2550.0


def test_two_doors_and_groups_of_lamps_keep_their_own_shadows() -> None:
    level = doored()
    second = dataclasses.replace(level.doors[0], x=104.5, name="second")
    walls = (wall(0, 49.5, 100, 1), wall(101, 49.5, 3, 1), wall(105, 49.5, 95, 1))
    lamp = dataclasses.replace(level.lamps[0], x=104.5, group="fuse")
    level = dataclasses.replace(level, walls=walls, doors=(*level.doors, second), lamps=(*level.lamps, lamp))
    world = World.new(level, catalog(), RunSetup(level.name))
    field = world.place.light
    assert {number for rows in field.behind_doors(()).values() for number, _ in rows} >= {0}
    assert len(field.behind_doors(("fuse",))) > len(field.behind_doors(())), (
        "the lamp of the group has shadows of its own"
    )
    world.doors[0].is_broken = True
    assert world.light.level(100.5, 53.5) > 80, "what is out of its frame keeps nothing out"
