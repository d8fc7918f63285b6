"""Textures of floors and of open fields: periodic squares of 4 x 4 metres, like those of the street.

Owns what marble, carpet, tiles, boards, runway concrete and water look like from above at 24 pixels a metre. Called by
`tile_interior.py` and `tile_field.py`.
"""

from __future__ import annotations

import numpy as np

from assets.bake.tile_ground import SPAN, Picture, lines_across, lips, periodic_noise, slab_tones, specks, tinted

Colour = tuple[int, int, int]


def _mixed(base: Picture, share: Picture, colour: Colour) -> Picture:
    """A colour laid over a texture where `share` (0 to 1) says."""
    cover = np.clip(share, 0, 1)[..., None]
    return np.asarray(base * (1 - cover) + np.array(colour, dtype=float) * cover)


def _veins(seed: int, blot: float, width: float) -> Picture:
    """Where a noise crosses its mean: veins of stone."""
    noise = periodic_noise(seed, blot)
    return np.asarray(np.clip(1 - np.abs(noise) / width, 0, 1))


def _checks(step: int) -> Picture:
    """1 on every other square."""
    at = np.arange(SPAN) // step
    return np.asarray(((at[:, None] + at[None, :]) % 2) * 1.0)


def marble() -> Picture:
    """Pale slabs of a metre with grey veins, polished joints, a dark inlay at every second crossing."""
    stone = tinted(
        (202, 196, 184), 2.5 * periodic_noise(301, 6), 1.4 * periodic_noise(302, 0.7), slab_tones(303, 24, 2.6)
    )
    stone = _mixed(stone, 0.42 * _veins(304, 5, 0.10) + 0.22 * _veins(305, 2.2, 0.09), (128, 124, 122))
    far = np.minimum(np.arange(SPAN) % 48, 48 - np.arange(SPAN) % 48)
    inlay = (far[:, None] + far[None, :] < 7) * 0.85
    return np.asarray(_mixed(stone + (lines_across(24, 15) + lips(24, 2))[..., None], inlay, (64, 56, 52)))


def marble_dark() -> Picture:
    """Black and green stone for lobbies and counters."""
    stone = tinted((70, 76, 76), 2.2 * periodic_noise(311, 5), slab_tones(312, 48, 3.0))
    stone = _mixed(stone, 0.5 * _veins(313, 4, 0.07) + 0.3 * _veins(314, 1.8, 0.07), (168, 172, 164))
    return np.asarray(stone + (lines_across(48, 20) + lips(48, 3))[..., None])


def carpet(colour: Colour, figure: Colour, seed: int) -> Picture:
    """Loop pile with a small figure every half metre."""
    pile = tinted(colour, 3.4 * periodic_noise(seed, 0.6), 1.4 * periodic_noise(seed + 1, 7))
    at = np.arange(SPAN) % 12 - 5.5
    figured = (np.abs(at)[:, None] + np.abs(at)[None, :] < 3.2) * 0.55
    small = np.roll(np.roll((np.abs(at)[:, None] + np.abs(at)[None, :] < 1.6) * 0.5, 6, 0), 6, 1)
    return _mixed(pile, figured + small, figure)


def tiles(colour: Colour, step: int, seed: int, other: Colour | None = None) -> Picture:
    """Glazed tiles with grout; with `other` in a chequer."""
    glaze = tinted(
        colour, 1.4 * periodic_noise(seed, 8), 1.2 * periodic_noise(seed + 1, 0.7), slab_tones(seed + 2, step, 2.2)
    )
    if other is not None:
        glaze = _mixed(glaze, _checks(step) * 0.96, other)
    return np.asarray(glaze + (lines_across(step, 20) + lips(step, 4))[..., None])


def lino() -> Picture:
    """Hospital floor: speckled sheets, buffed in wide arcs."""
    buffed = 1.6 * np.sin(
        np.arange(SPAN)[:, None] * (2 * np.pi / 32) + 3 * np.sin(np.arange(SPAN)[None, :] * (2 * np.pi / 96))
    )
    return tinted((166, 178, 170), buffed, specks(332, 0.06, 9), 1.6 * periodic_noise(333, 9))


def boards() -> Picture:
    """Floor boards, six to the metre, with their ends."""
    grain = np.repeat(np.random.default_rng(341).normal(size=(SPAN // 8, 1)) * 7, 8, axis=0)
    streak = periodic_noise(342, 0.8) * 2.6 + np.roll(periodic_noise(343, 1.2), 3, 1) * 2.0
    joints = np.zeros((SPAN, SPAN))
    joints[::8, :] -= 26
    joints[1::8, :] += 7
    for row in range(SPAN // 8):
        at = (row * 37) % SPAN
        joints[row * 8 : row * 8 + 8, at] -= 24
    return tinted((134, 98, 64), grain + np.zeros((SPAN, SPAN)), streak, joints)


def shop_floor() -> Picture:
    """Sealed concrete of a warehouse, scuffed by forklifts."""
    wear = 2.4 * periodic_noise(351, 11) + 2.0 * periodic_noise(352, 0.8) + 2.0 * np.clip(periodic_noise(353, 3), 0, 3)
    return tinted((126, 128, 126), wear, specks(354, 0.01, 12), lines_across(96, 20), lips(96, 4))


def rug() -> Picture:
    """A dark woven runner."""
    weave = 3.0 * np.sin(np.arange(SPAN)[:, None] * np.pi) + 3.0 * np.sin(np.arange(SPAN)[None, :] * np.pi / 1.5)
    return tinted((74, 46, 44), weave, 2.4 * periodic_noise(361, 0.7), 1.4 * periodic_noise(362, 8))


def runway() -> Picture:
    """Grooved concrete in slabs of four metres, its joints sealed with tar."""
    wear = 1.0 * periodic_noise(401, 11) + 2.8 * periodic_noise(402, 0.7) + 1.6 * periodic_noise(403, 3)
    grooves = np.zeros((SPAN, SPAN))
    grooves[:, ::3] -= 3.0
    return tinted((142, 144, 142), wear, grooves, lines_across(96, 40), lips(96, 4), specks(404, 0.01, 10))


def taxiway() -> Picture:
    wear = 0.8 * periodic_noise(411, 12) + 1.2 * periodic_noise(412, 4) + 4.0 * periodic_noise(413, 0.6)
    return tinted((84, 88, 92), wear, specks(414, 0.03, 13))


def field_grass() -> Picture:
    """Mown grass of an airfield: paler than a lawn, wet and blue-grey, as it looks in the white light of runway lamps."""
    base = tinted(
        (80, 96, 92), 1.4 * periodic_noise(421, 9), 6.4 * periodic_noise(422, 0.9), 3.0 * periodic_noise(423, 2.4)
    )
    dry = np.clip(periodic_noise(424, 5), 0, 2)[..., None] * np.array((6.0, 5.0, 2.0))
    return np.asarray(base + dry)


def water() -> Picture:
    """Harbour water: long swell and small broken light."""
    swell = 3.2 * periodic_noise(431, 7) + 2.2 * periodic_noise(432, 2.6)
    glints = np.clip(periodic_noise(433, 1.3) + 0.6 * periodic_noise(434, 4) - 1.7, 0, 1.5) * 26
    # Light gathered by the swell in a net of bright lines.
    net = np.clip(0.35 - np.minimum(np.abs(periodic_noise(435, 4)), np.abs(periodic_noise(436, 5))), 0, 0.35) * 40
    return tinted((52, 80, 90), swell, glints, net)


def quay() -> Picture:
    """Old dock concrete, stained by salt."""
    wear = 2.6 * periodic_noise(441, 9) + 3.0 * periodic_noise(442, 0.8) + 2.4 * periodic_noise(443, 3)
    return tinted((132, 128, 118), wear, specks(444, 0.02, 12), lines_across(48, 22), lips(48, 4))


def plate() -> Picture:
    """Steel chequer plate."""
    at = np.arange(SPAN)
    one = ((at[:, None] + at[None, :]) % 8 < 2) * ((at[:, None] // 4 + at[None, :] // 4) % 2 == 0)
    two = ((at[:, None] - at[None, :]) % 8 < 2) * ((at[:, None] // 4 + at[None, :] // 4) % 2 == 1)
    return tinted((104, 110, 114), (one | two) * 20.0, 2.0 * periodic_noise(451, 8), lines_across(48, 24))
