"""What one body is told to do in one tick: the same small integers from a keyboard, a pad, a mind or a replay.

Quantised before use, so that what is recorded is what was used. Whoever makes one (devices, AI, replay)
knows nothing of the world; whoever reads one cannot tell who made it.
"""

from __future__ import annotations

from typing import NamedTuple

FULL_TURN = 65536
AIM_DISTANCE_STEP = 0.25
"""Metres to a unit of `aim_distance`."""


class Button:
    """Bits of `InputFrame.buttons`: held states; the sim finds the edges."""

    FIRE = 1 << 0
    AIM = 1 << 1
    RUN = 1 << 2
    CROUCH = 1 << 3
    RELOAD = 1 << 4
    USE = 1 << 5
    """Hold to do what the prompt says: search, take, plant, drag, tie, lay, light."""
    ENTER = 1 << 6
    """Get into or out of a vehicle; with AIM held, into a seat that is not the driver's."""
    DROP = 1 << 7
    THROW = 1 << 8
    MELEE = 1 << 9
    SHOUT = 1 << 10
    NEXT_WEAPON = 1 << 11
    HANDBRAKE = 1 << 12
    HORN = 1 << 13
    SIREN = 1 << 14
    MASK = 1 << 15
    DISARM = 1 << 16
    """Take the gun of the person one stands by (a prisoner, or one's own hothead)."""
    LEAVE = 1 << 17
    """Walk out: held for a second it ends the run as walked where the level allows it."""
    PAD = 1 << 18
    """The aim came from a stick: aim assist may act (in the sim)."""


class Order:
    """Values of `InputFrame.order`: one word to the crew."""

    NONE = 0
    HOLD = 1
    COVER_ME = 2
    MOVE_UP = 3
    """Go to where the giver aims."""
    FOLLOW = 4
    PICK_UP = 5
    GET_CAR = 6
    FALL_BACK = 7
    JOB = 8
    """Do the job nearest to where the giver aims: the strip, the search, the guards, the street."""
    PLAN = 9
    """Back to the plan."""
    CONTEXT = 10
    """Cover me, as I go; or, once they do: I am set, come up."""


class InputFrame(NamedTuple):
    """One tick of intent. In a vehicle `move_x` steers and `move_y` is gas (negative) and brake or reverse (positive)."""

    move_x: int = 0
    """-127 to 127, east positive."""
    move_y: int = 0
    """-127 to 127, south positive."""
    aim: int = 0
    """Direction of aim, 65,536 a turn, 0 = east, clockwise."""
    aim_distance: int = 40
    """Distance of the aimed point in quarter metres, 0 to 255."""
    buttons: int = 0
    order: int = 0
    target: int = -1
    """EntityId the order or the use is meant for; -1 = whoever or whatever fits."""
    switch: int = 0
    """0 = stay; n = take over the n-th member of the crew (1 is the first of the level's side)."""


NEUTRAL = InputFrame()
