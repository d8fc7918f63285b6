"""The order wheel: eight words to the crew, chosen by a direction while its key is held.

Owns which orders lie where, and the choice while the wheel is open. The middle is "by the plan"; a mere tap is "cover me" or "come up".
Called by `devices`; the HUD draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, sqrt, tau

from game.sim.input_frame import Order

WHEEL: tuple[int, ...] = (
    Order.MOVE_UP,
    Order.COVER_ME,
    Order.JOB,
    Order.PICK_UP,
    Order.FALL_BACK,
    Order.GET_CAR,
    Order.FOLLOW,
    Order.HOLD,
)
"""Orders clockwise, the first at the top: forward is up, back is down."""
MIDDLE_PX = 28.0
"""A cursor nearer than this to where it was when the wheel opened chooses the middle."""
TAP_TICKS = 12
"""A key let go before that, without a direction, is a tap: the word that fits the moment."""
MIDDLE_SHARE = 0.35
"""The same for a stick."""


def order_at(dx: float, dy: float, middle: float) -> int:
    """The order in that direction (x right, y down); "by the plan" inside the middle."""
    if sqrt(dx * dx + dy * dy) < middle:
        return Order.PLAN
    turn = atan2(dx, -dy) / tau
    return WHEEL[round(turn * len(WHEEL)) % len(WHEEL)]


@dataclass(slots=True)
class OrderWheel:
    """The wheel as it stands: open or not, what is chosen, and whom it speaks to."""

    is_open: bool = False
    choice: int = Order.PLAN
    is_spent: bool = False
    """Its key served for something else meanwhile (a chord of the pad): letting go orders nothing."""
    member: int = 0
    """1 to 6 = the n-th of the crew alone, 0 = whoever fits."""
    ticks: int = 0
    """For how long it has been open."""
    x: float = 0.0
    y: float = 0.0
    """Where the cursor was when it opened, in window pixels."""

    def open(self, x: float, y: float) -> None:
        """Begin to choose, from this place of the cursor."""
        self.is_open, self.is_spent, self.choice, self.member, self.ticks = True, False, Order.PLAN, 0, 0
        self.x, self.y = x, y

    @property
    def is_shown(self) -> bool:
        """Whether it is open for longer than a tap, or points somewhere."""
        return self.is_open and (self.ticks >= TAP_TICKS or self.choice != Order.PLAN)

    @property
    def sector(self) -> int:
        """Sector of the choice, clockwise from the top; -1 = the middle."""
        return WHEEL.index(self.choice) if self.choice in WHEEL else -1

    def close(self) -> tuple[int, int]:
        """End choosing: the order (or NONE) and the member of the crew it is meant for (or 0)."""
        self.is_open = False
        if self.is_spent:
            return Order.NONE, self.member
        is_tap = self.ticks < TAP_TICKS and self.choice == Order.PLAN
        return (Order.CONTEXT if is_tap else self.choice), self.member
