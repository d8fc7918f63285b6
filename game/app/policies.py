"""Ways of playing: who holds the controls when nobody does.

Owns the policies that the bot and the benchmarks run. They know no level: `careful` is the crew's own mind on the
player's plan; `alone` is that with a crew told from the first tick to stay where it sits, so without them; `hold` tells each of
them to hold where he is as soon as he stands in the street; `idle` and `rusher` show that doing nothing, or shooting at everybody
in sight, does not win.
"""

from __future__ import annotations

from collections.abc import Callable

from game.sim.angles import direction
from game.sim.input_frame import AIM_DISTANCE_STEP, NEUTRAL, Button, InputFrame, Order
from game.sim.picture import picture
from game.sim.view import PersonView, View
from game.sim.world import World

Policy = Callable[[World], InputFrame]

ORDER_TICKS = 6
"""Ticks between one order and the next of `alone` and `hold`."""
RUSH_METRES = 25.0
"""The rusher does not see people beyond this."""
FULL_TILT = 127
SIDES_AGAINST = {"crew": ("police", "guard", "civilian"), "police": ("crew",)}
OUT_OF_IT = ("down", "dead", "tied")


def idle(world: World) -> InputFrame:
    """Does nothing at all."""
    return NEUTRAL


def careful(world: World) -> InputFrame:
    """Does what a member of the crew would do in the player's place."""
    return world.suggest()


def alone(world: World) -> InputFrame:
    """As `careful`, but the crew is told again and again to hold where it is: what the run is without them."""
    frame = world.suggest()
    return frame._replace(order=Order.HOLD, target=-1) if world.tick % ORDER_TICKS == 0 else frame


def hold(world: World) -> InputFrame:
    """As `careful`, with a standing order to the crew to hold where they are: from when each of them stands in the street, since whoever
    sits in a vehicle holds nothing. He is told again when his part in the plan would have moved him on."""
    frame = world.suggest()
    names = [who for who in world.team_ids if who != world.player and _walks_off(world, who)]
    if not names or world.tick % ORDER_TICKS:
        return frame
    return frame._replace(order=Order.HOLD, target=names[world.tick // ORDER_TICKS % len(names)])


def _walks_off(world: World, who: int) -> bool:
    """Whether he is on his feet and not under the order."""
    person = world.person(who)
    return person.is_able and person.vehicle < 0 and person.order != Order.HOLD


def rusher(world: World) -> InputFrame:
    """Follows the plan, but never aims, crouches or gives an order, and shoots at everybody in sight who is not of his side."""
    frame = world.suggest()
    frame = frame._replace(buttons=frame.buttons & ~(Button.AIM | Button.CROUCH), order=Order.NONE, target=-1)
    view = picture(world)
    me = next((person for person in view.people if person.id == view.player), None)
    if me is None or me.vehicle >= 0:
        return frame
    enemy = _nearest_enemy(view, me)
    return frame if enemy is None else _charge(frame, world.tick, me, enemy, view.hud.magazine)


def _nearest_enemy(view: View, me: PersonView) -> PersonView | None:
    against = SIDES_AGAINST.get(me.side, ())
    near: list[tuple[float, int, PersonView]] = []
    for person in view.people:
        if person.side in against and person.vehicle < 0 and person.stance not in OUT_OF_IT:
            dx, dy = person.x - me.x, person.y - me.y
            near.append((dx * dx + dy * dy, person.id, person))
    distance, _, nearest = min(near, default=(0.0, 0, None))
    return nearest if nearest is not None and distance < RUSH_METRES * RUSH_METRES else None


def _charge(frame: InputFrame, tick: int, me: PersonView, enemy: PersonView, rounds: int) -> InputFrame:
    dx, dy = enemy.x - me.x, enemy.y - me.y
    farthest = max(abs(dx), abs(dy), 1e-6)
    metres = (dx * dx + dy * dy) ** 0.5
    # A semi-automatic fires once a pull: let go every fourth tick.
    fire = Button.FIRE if rounds and tick % 4 else 0
    return frame._replace(
        move_x=round(dx / farthest * FULL_TILT),
        move_y=round(dy / farthest * FULL_TILT),
        aim=direction(dx, dy),
        aim_distance=max(0, min(255, round(metres / AIM_DISTANCE_STEP))),
        buttons=Button.RUN | fire | (0 if rounds else Button.RELOAD),
    )


POLICIES: dict[str, Policy] = {"careful": careful, "alone": alone, "hold": hold, "idle": idle, "rusher": rusher}
