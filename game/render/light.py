"""The light map: a small picture of how much light falls where, multiplied over the scene.

Owns one frame of it: the standing light (`baked_light.py`) is laid down, what moves throws its shadows out of sun and
lamps, and every moving light is added with its own shadows cut out. A third of the screen's size (or less), which also
softens every edge; its corner is fixed to the map's pixels. Called once a frame by `lighting.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import pygame

from game.content.level import Level
from game.render.baked_light import BakedLight, StaticLamp
from game.render.canvas import canvas
from game.render.fronts import Fronts
from game.render.light_shapes import LightShapes, Picture
from game.render.light_sheet import LightSheet
from game.render.lights import Light
from game.render.palette import Colour, Hour
from game.render.shadows import Obstacles
from game.render.sun import SunShade
from game.render.tone import Tone

DIVISOR = 3
"""Pixels of the screen to one of the map, unless the renderer's quality says otherwise."""
SHADOWED = 8
"""Lights of a frame that throw shadows; those that matter less do without."""
THROWS = 0.6
"""Share of a moving light's reach within which things throw shadows."""
MATTERS = 0.5
"""Share of a lamp's reach within which shadows are taken out of its light; beyond, it is too weak for them to be seen."""
LOOK_EVERY = 6.0
"""Metres the camera goes until it is looked up anew what stands about it."""
BY_DAY = 0.5
"""An hour whose flashes count less is bright."""
LOW_TALL, WIDE, LONG_THROWS, FARTHEST = 1.5, 60.0, 0.8, 80.0
"""Metres: how low a light hangs, and how far it reaches, whose shadows are long; the share for these; and from how far out of the
picture things throw such shadows into it at most."""
LEAST_SHADOWED = 2
"""So many lights that reach across a field throw shadows at every quality: who stands in one there is in the dark, and it shows."""
LEAST_POWER = 0.12
"""A weaker light throws no shadow that could be seen."""
AHEAD = 4
"""Pixels by which the picture of a light may have moved or turned until shadows are cast anew."""
RIM = 16
"""Pixels about the map into which it may have moved since shadows were cast."""
STILL, OLDEST = 2, 3
"""Pixels by which it may have moved for shadows to be kept for a second frame, and the frame in which they are cast at the latest."""

MOST_SHINE = (112, 108, 108)
"""The most that wet ground throws back, before its tint."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _throws(light: Light) -> float:
    """The share of its reach within which a light makes things throw shadows."""
    return LONG_THROWS if _sweeps(light) else THROWS


def _sweeps(light: Light) -> bool:
    """Whether it hangs low and lights a whole field."""
    return light.tall < LOW_TALL and light.reach > WIDE


class LightMap:
    """Light of one frame."""

    def __init__(
        self, level: Level, hour: Hour, sun: SunShade | None = None, fronts: Fronts | None = None,
        shapes: LightShapes | None = None,
    ) -> None:  # fmt: skip
        """What others have made already of the same level and hour is used: the sun, the shops, pictures of plain lights."""
        self.hour = hour
        self.divisor = DIVISOR
        self.most_shadowed = SHADOWED
        self.shapes = shapes or LightShapes()
        self.sun = sun or SunShade(level, hour)
        self.baked = BakedLight(level, hour, self.shapes, self.sun, fronts)
        self._tone = Tone(hour)
        self._lights: list[Light] = []
        """Moving lights of the last frame."""
        self.shadowed = 0
        """Lights that threw shadows in the last frame."""
        self.has_cast = False
        """Shadows were cast anew in the last frame, which every second one does without, or two of three."""
        self.map = pygame.Surface((8, 8))
        self._scratch = pygame.Surface((8, 8))
        self._room: tuple[pygame.Surface, ...] = (self.map, self.map)
        """See `_rooms`: the largest so far; smaller ones are parts of these."""
        self._sheet = LightSheet(hour, self.sun.shines, level.weather == "haze")
        self.corner = (0, 0)
        """The map's corner in its own pixels, counted from the place's."""
        self.shift = (0, 0)
        """Where the map's first pixel begins on the screen, left of and above its corner."""
        self._scale = 24
        self.k = 8.0
        """Pixels of the map to a metre."""
        self._looked_at: tuple[float, float, float, tuple[int, int]] = (0.0, 0.0, 0.0, (0, 0))
        self._stands = self.baked.obstacles
        self._age = 0
        """Frames since shadows were cast."""
        self._moving = Obstacles.of(())
        """What moves, as it stood when shadows were cast."""
        self._cast_at = (0, 0)
        self._thrown: dict[tuple, list[list[Point]]] = {}
        """Shadows by lamp and light in the scratch's pixels, and the map's corner when they were cast."""

    def begin(self, size: tuple[int, int], left_px: int, top_px: int, scale: int) -> None:
        """Start a frame of `size` pixels whose corner lies at a pixel of the place: sky, sun and lamps as they stand."""
        divisor = self.divisor
        # One pixel more than is stretched, and room for a corner between two pixels: so each is exactly `divisor` wide.
        small = (-(-size[0] // divisor) + 2, -(-size[1] // divisor) + 2)
        if self.map.get_size() != small:
            self._resize(small)
        self._scale, self.k = scale, scale / divisor
        self.corner = (left_px // divisor, top_px // divisor)
        self.shift = (self.corner[0] * divisor - left_px, self.corner[1] * divisor - top_px)
        self.baked.draw(self.map, self.corner, scale, divisor)

    @property
    def full_size(self) -> tuple[int, int]:
        """Pixels of the map stretched: a little more than the screen's."""
        return self._sheet.size

    def prepare(self, others: tuple[int, ...]) -> bool:
        """Compose one chunk of standing light that may soon be seen, at this scale or one of the others; whether there was one."""
        return self.baked.prepare(self.corner, self.map.get_size(), self._scale, self.divisor, others)

    def prepare_scale(self, scale: int) -> bool:
        """Make the picture of one of this frame's lights for another scale; whether one was missing."""
        k = scale / self.divisor
        return any(
            self.shapes.prepare(one.shape, int(one.reach * k), one.colour, one.power, one.angle) for one in self._lights
        )

    def _resize(self, small: tuple[int, int]) -> None:
        """Another size of map: while the camera goes from one scale to another this happens every frame."""
        if small[0] > self._room[0].get_width() or small[1] > self._room[0].get_height():
            self._room = _rooms(small)
        self._thrown.clear()
        self.map = self._room[0].subsurface((0, 0, *small))
        self._scratch = self._room[1].subsurface((0, 0, small[0] + 2 * RIM, small[1] + 2 * RIM))
        self._sheet.resize(small, self.divisor)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * self.k - self.corner[0], y * self.k - self.corner[1]

    # ---- sun

    def shade(self, points: Sequence[tuple[float, float]], tall: float) -> None:
        """The sun shadow of something convex that moves."""
        self.sun.shade(self.map, points, tall, self.corner[0] / self.k, self.corner[1] / self.k, self.k)

    def lay_shade(self, shadow: Sequence[tuple[float, float]]) -> None:
        """A sun shadow whose outline has been worked out, in metres."""
        self.sun.lay(self.map, shadow, self.corner[0] / self.k, self.corner[1] / self.k, self.k)

    def shade_round(self, x: float, y: float, radius: float, tall: float) -> None:
        """The sun shadow of somebody."""
        self.sun.shade_round(self.map, x, y, radius, tall, self.corner[0] / self.k, self.corner[1] / self.k, self.k)

    # ---- lamps of the place

    def lanterns(self, margin: float) -> list[StaticLamp]:
        """Lanterns in the picture or within `margin` metres of it."""
        return self.baked.lanterns_in(*self._bounds(margin))

    def _take_out(self, picture: Picture, middle: Point, shadows: list[list[Point]]) -> None:
        """Take shadows out of a lamp's light."""
        scratch = self._scratch
        over, down = self._since()
        at = (round(middle[0]) + picture.dx + over, round(middle[1]) + picture.dy + down)
        xs, ys = [x for one in shadows for x, _ in one], [y for one in shadows for _, y in one]
        low, top = int(min(xs)) - 1, int(min(ys)) - 1
        box = pygame.Rect(at, picture.surface.get_size()).clip(self.map.get_rect().move(over, down))
        box = box.clip(pygame.Rect(low, top, int(max(xs)) - low + 2, int(max(ys)) - top + 2)).clip(scratch.get_rect())
        if not box.w or not box.h:
            return
        scratch.fill(0, box, pygame.BLEND_RGB_MULT)  # without the flag SDL writes past the cache, slowly
        scratch.set_clip(box)
        for one in shadows:
            pygame.draw.polygon(scratch, (255, 255, 255), one)
        scratch.blit(picture.surface, at, special_flags=pygame.BLEND_RGB_MULT)
        scratch.set_clip(None)
        self.map.blit(scratch, (box.x - over, box.y - down), box, special_flags=pygame.BLEND_RGB_SUB)

    def _since(self) -> tuple[int, int]:
        """From the map to the scratch, which lies where the map lay when shadows were cast: its rim is as wide as the way
        that the map may have come since."""
        return self.corner[0] - self._cast_at[0] + RIM, self.corner[1] - self._cast_at[1] + RIM

    # ---- moving lights

    def add(self, lights: Iterable[Light], movers: Callable[[], Obstacles]) -> None:
        """Add moving lights; those that matter most throw the shadows of all that stands and of the `movers`, who are only
        asked for when shadows are cast.

        What vehicles and people now stand in the way of is taken out of the place's lamps before.
        """
        self.baked.add_lamps(self.map, self.corner, self._scale, self.divisor)
        shown = [drawn for light in sorted(lights, key=lambda light: -light.weight) if (drawn := self._shown(light))]
        casting = self._casting([light for light, *_ in shown])
        self.shadowed, self._lights = len(casting), [light for light, *_ in shown]
        lamps = self.baked.lanterns_in(*self._bounds(10.0), is_bare=True) if self.most_shadowed else []
        self._cast(lamps, casting, movers, {id(light): (picture, at) for light, picture, at, _ in shown})
        for lamp in lamps:
            shadows = self._thrown[lamp.key]
            picture = self.baked.lamp_picture(lamp, self.k) if shadows else None
            if picture is not None:
                self._take_out(picture, self._at(lamp.x, lamp.y), shadows)
        throwing = set(map(id, casting))
        plain = []
        for light, picture, at, box in shown:
            shadows = self._thrown[light.key] if id(light) in throwing else []
            if shadows:
                self._add_shadowed(picture, at, box, shadows)
            else:
                plain.append((picture.surface, at))
        self.map.fblits(plain, pygame.BLEND_RGB_ADD)

    def _cast(
        self, lamps: Sequence[StaticLamp], lights: Sequence[Light], movers: Callable[[], Obstacles],
        pictures: Mapping[int, tuple[Picture, tuple[int, int]]],
    ) -> None:  # fmt: skip
        """Cast the shadows of movers in each lamp, and those of everything in each light.

        That is done in every second frame, in every third where the picture hardly moves, and for what is new at once: else
        shadows trail by one or two sixtieths of a second, which nobody sees at their soft edges. It costs as much as all other
        light of two frames, however few shadows there are.
        """
        self._age += 1
        kept = self._thrown if self._age < OLDEST and self._has_stayed() else {}
        due_lamps = [lamp for lamp in lamps if lamp.key not in kept]
        due = [light for light in lights if light.key not in kept]
        self.has_cast = bool(due or due_lamps)
        if self.has_cast:
            shares = [MATTERS] * len(due_lamps) + [_throws(light) for light in due]
            if not kept:
                self._age, self._cast_at, self._moving = 0, self.corner, movers()
            obstacles = self._standing(due).joined(self._moving) if due else self._moving
            corner = self._cast_at[0] - RIM, self._cast_at[1] - RIM
            lamps_and_lights: list[StaticLamp | Light] = [*due_lamps, *due]
            boxes = [self._lit_by(lamp) for lamp in due_lamps] + [self._lit_in(*pictures[id(light)]) for light in due]
            cast = obstacles.cast(lamps_and_lights, self.k, corner, shares, boxes)
            kept = kept | {one.key: shadows for one, shadows in zip(lamps_and_lights, cast, strict=True)}
        self._thrown = kept

    def _lit_by(self, lamp: StaticLamp) -> Box:
        """What a lamp of the place lights, in the scratch's pixels."""
        (x, y), (over, down), reach = self._at(lamp.x, lamp.y), self._since(), lamp.reach * self.k
        return self._on_scratch(x + over - reach, y + down - reach, x + over + reach, y + down + reach)

    def _lit_in(self, picture: Picture, at: tuple[int, int]) -> Box:
        """What the picture of a light covers now and in the next frame, in the scratch's pixels."""
        (left, top), (over, down), (width, height) = at, self._since(), picture.surface.get_size()
        left, top = left + over, top + down
        return self._on_scratch(left - AHEAD, top - AHEAD, left + width + AHEAD, top + height + AHEAD)

    def _on_scratch(self, left: float, top: float, right: float, bottom: float) -> Box:
        width, height = self._scratch.get_size()
        return max(left, 0), max(top, 0), min(right, width), min(bottom, height)

    def _has_stayed(self) -> bool:
        """Whether the map lies near where it lay when shadows were cast."""
        x, y = self._cast_at
        return max(abs(self.corner[0] - x), abs(self.corner[1] - y)) <= (RIM if self._age < 2 else STILL)

    def _standing(self, lights: Sequence[Light]) -> Obstacles:
        """What stands about the picture, or in the way of a low light from far off; looked up anew when the camera has gone on."""
        far = max((light.reach * _throws(light) for light in lights if light.tall < LOW_TALL), default=0.0)
        left, top, right, bottom = self._bounds(max(12.0, min(far, FARTHEST)) + LOOK_EVERY)
        x, y, *seen = self._looked_at
        if seen != [self.k, self.map.get_size()] or max(abs(x - left), abs(y - top)) > LOOK_EVERY:
            self._looked_at = (left, top, self.k, self.map.get_size())
            self._stands = self.baked.obstacles.near(left, top, right, bottom)
        return self._stands

    def _casting(self, lights: Sequence[Light]) -> list[Light]:
        """Which lights throw shadows: brief ones have places of their own, or a shot would take a car's shadows away."""
        lights = [light for light in lights if light.has_shadows and light.power >= LEAST_POWER]
        # By day hardly any is strong enough for its shadows to be seen.
        most = self.most_shadowed if self.hour.flash >= BY_DAY else min(2, self.most_shadowed)
        brief = [light for light in lights if light.is_brief][: most // 4]
        left, top, right, bottom = self._bounds(0.0)
        middle, far = ((left + right) / 2, (top + bottom) / 2), right - left
        steady = [light for light in lights if not light.is_brief]
        steady.sort(key=lambda light: -light.weight * (1 - 0.3 * math.dist((light.x, light.y), middle) / far))
        few = most - most // 4
        return (
            brief + steady[:few] + [light for light in steady[few:] if _sweeps(light)][: max(0, LEAST_SHADOWED - few)]
        )

    def _shown(self, light: Light) -> tuple[Light, Picture, tuple[int, int], pygame.Rect] | None:
        """A light's picture, where it goes, and which part of that is in the map; None when nothing is."""
        reach = int(light.reach * self.k)
        picture = self.shapes.picture(light.shape, reach, light.colour, light.power, light.angle)
        if picture is None:
            return None
        px, py = self._at(light.x, light.y)
        at = (round(px) + picture.dx, round(py) + picture.dy)
        box = pygame.Rect(at, picture.surface.get_size()).clip(self.map.get_rect())
        return (light, picture, at, box) if box.w and box.h else None

    def _bounds(self, margin: float) -> tuple[float, float, float, float]:
        """The map's rectangle in metres, widened."""
        left, top = self.corner[0] / self.k, self.corner[1] / self.k
        width, height = self.map.get_size()
        return left - margin, top - margin, left + width / self.k + margin, top + height / self.k + margin

    def _add_shadowed(
        self, picture: Picture, at: tuple[int, int], box: pygame.Rect, shadows: list[list[Point]]
    ) -> None:
        """Add a light but for its shadows."""
        scratch, draw = self._scratch, pygame.draw.polygon
        over, down = self._since()
        scratch_box = box.move(over, down).clip(scratch.get_rect())
        scratch.set_clip(scratch_box)
        scratch.blit(picture.surface, (at[0] + over, at[1] + down))
        for shadow in shadows:
            draw(scratch, 0, shadow)
        scratch.set_clip(None)
        at_map = (scratch_box.x - over, scratch_box.y - down)
        self.map.blit(scratch, at_map, scratch_box, special_flags=pygame.BLEND_RGB_ADD)

    # ---- over the scene

    def stretch(self, veil: Callable[[], pygame.Surface] | None = None) -> None:
        """Begin to stretch the finished map over the size of the screen; nothing may be added to it any more. `veil` says what haze throws
        back of it, in a surface of its size."""
        self._tone.lay(self.map, self._scratch.subsurface((0, 0, *self.map.get_size())))
        self._sheet.stretch(self.map, self._scratch, veil)

    def lay(self, surface: pygame.Surface, bare: Sequence[pygame.Rect]) -> None:
        """Multiply the light over those boxes of the scene that will not be covered."""
        self._sheet.lay(surface, self.shift, bare)

    def lay_veil(self, surface: pygame.Surface) -> None:
        """Add what the haze throws back over the scene, once the light is laid: it hangs before the ground, whatever that is."""
        self._sheet.lay_veil(surface, self.shift)

    def gloss(self, shine: pygame.Surface) -> None:
        """Put what wet ground throws back of all light that is more than the sky's into a surface of the map's size."""
        hour = self.hour
        shine.blit(self.map, (0, 0))
        shine.fill(tuple(min(255, int(level * 1.3) + 26) for level in hour.light), special_flags=pygame.BLEND_RGB_SUB)
        shine.fill(MOST_SHINE, special_flags=pygame.BLEND_RGB_MIN)
        self.baked.wet(shine, self.corner, self._scale, self.divisor)
        shine.fill(hour.sheen, special_flags=pygame.BLEND_RGB_MULT)

    def at(self, x: float, y: float) -> Colour | None:
        """The light at a place in metres, None outside the picture."""
        px, py = self._at(x, y)
        width, height = self.map.get_size()
        if not (0 <= px < width and 0 <= py < height):
            return None
        red, green, blue, _ = self.map.get_at((int(px), int(py)))
        return red, green, blue


def _rooms(small: tuple[int, int]) -> tuple[pygame.Surface, ...]:
    """For a map of a size: itself, and what its lights are put together on."""
    return canvas(small), canvas((small[0] + 2 * RIM, small[1] + 2 * RIM))
