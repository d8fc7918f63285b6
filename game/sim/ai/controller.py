"""Minds at work: which step holds, which reflex comes before it, and the hands that follow.

Decides four times a second (passers-by twice), moves hands twenty times (ten at a wheel, five for those calm and far), staggered by id. The
player's body has a mind like everybody's: what its hands would do is the bot.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from game.sim.ai import bounding, moving, nerve, notice, pressing, standing_in, steps
from game.sim.ai.behaviours import (
    THINK,
    aid,
    arming,
    board,
    door,
    fight,
    flee,
    kneel,
    outburst,
    policing,
    rescue,
    respond,
)
from game.sim.ai.mind import Mind, in_force
from game.sim.ai.neighbours import CALM
from game.sim.entities import Person, Stance
from game.sim.input_frame import Button
from game.sim.mission import speech
from game.sim.systems import commanding, lines_of_fire

if TYPE_CHECKING:
    from game.sim.world import World

DOWN, TIED, HANDS_UP, KNEEL, COWER = Stance.DOWN, Stance.TIED, Stance.HANDS_UP, Stance.KNEEL, Stance.COWER
"""By their own names: they are asked for thousands of times a second."""
DUEL = (steps.Climb, steps.Cut, steps.Challenge, steps.Hunt, steps.Evade)
"""Steps that use the gun themselves, by what the man himself perceives."""
LOOK_OUTS = (steps.Rounds, steps.LookOut)
"""Steps of those who fight nobody, until they are shot at."""
DECIDE = 15
HANDS = 3
CALM_HANDS = 12
"""Ticks in which passers-by who are far move their hands once (very far ones who are calm in two rounds), near ones, those at a wheel and
those on duty with nobody before them twice, whoever is keen (`neighbours`) four times."""
ORDER_TICKS = 900
"""So long an order comes before what the plan has come to meanwhile: two bounds of cover."""
BEFORE_THE_FIGHT = (nerve.FALLS_BACK, nerve.REGROUPS)
"""Acts that are gone through with whoever shows himself."""
FIGHTERS = ("crew", "police")
STILL = (KNEEL, TIED, HANDS_UP, COWER)
"""Whose hands do nothing: they, and the calm who stand, are asked once in `CALM_HANDS`."""
FAR, FAR_WHEEL, VERY_FAR = 36.0, 85.0, 70.0
"""Metres from the player beyond which passers-by on foot, and drivers of the traffic, move their hands half as often: off the picture;
and beyond which calm walkers do so once more."""
NOWHERE = (1e18, 1e18, 1e18)
WAIT, WANDER, TRAFFIC, RESPOND = steps.Wait(), steps.Wander(), steps.Traffic(), steps.Respond("")
COMMITTED = (
    steps.Board,
    steps.Burn,
    steps.Fetch,
    steps.Charge,
    steps.Flee,
    steps.Surrender,
    steps.Shoot,
    steps.Strike,
    steps.Seize,
    steps.RunTo,
    steps.Climb,
    steps.Cut,
    steps.Challenge,
    steps.Hunt,
    steps.Evade,
    steps.Rounds,
    steps.LookOut,
)
"""Steps that go on under fire: one shoots on the move, but does not stop for cover."""


def advance(world: World) -> None:
    """Decisions, then hands, of those whose turn it is."""
    tick = world.tick
    people, minds = world.people, world.minds
    for index in range(tick % DECIDE, len(people), DECIDE):
        person = people[index]
        if person.is_present and (person.side != "civilian" or (tick // DECIDE + index) % 2 == 0):
            decide(world, person, minds[person.id])
    player, take = world.player, commanding.take
    has_doors = bool(world.doors)
    cx, cy = world.position(player)
    x, y = world.physics.x, world.physics.y
    walks, drives, very = (FAR * FAR, FAR_WHEEL * FAR_WHEEL, VERY_FAR * VERY_FAR) if world.spares_the_far else NOWHERE
    for index in _turns(world, tick):
        person = people[index]
        if not person.is_present or person.stance == DOWN:
            continue
        number, quarter = person.id, (tick + index) % CALM_HANDS // HANDS
        is_public, is_on_foot = person.side == "civilian", person.vehicle < 0
        is_walking_calm = is_public and is_on_foot and person.fear < CALM
        if quarter:
            if person.stance in STILL or (quarter != 2 and not is_on_foot):
                continue
            if is_public:
                if is_walking_calm and person.move_x == 0 and person.move_y == 0:
                    continue  # sits, waits, reads his paper
                dx, dy = x[number] - cx, y[number] - cy
                if dx * dx + dy * dy > (walks if is_on_foot else drives):
                    continue
        elif is_walking_calm and (tick + index) // CALM_HANDS % 2:
            dx, dy = x[number] - cx, y[number] - cy
            if dx * dx + dy * dy > very:
                continue
        mind = minds[number]
        act(world, person, mind)
        if has_doors and person.vehicle < 0:
            door.on_the_way(world, person, mind)
        if number != player:
            take(world, person, mind.hands)


def _turns(world: World, tick: int) -> list[int]:
    """Indices of those whose hands may move in this tick: everybody's in every second of his turns, in the others the keen ones' alone."""
    start = tick % HANDS
    if (tick + start) % CALM_HANDS // HANDS % 2:
        start += HANDS
    return sorted(
        [
            *range(start, len(world.people), 2 * HANDS),
            *(index for index in world.keen if (index - start) % (2 * HANDS) == HANDS),
        ]
    )


def _is_under_orders(world: World, person: Person, mind: Mind) -> bool:
    """Whether the word he was given is so fresh that it comes before what the story has come to meanwhile."""
    return mind.ordered is not None and person.order != 0 and world.tick - mind.order_tick < ORDER_TICKS


def decide(world: World, person: Person, mind: Mind) -> None:
    """Which step holds now, and whether to fight first."""
    plan = in_force(world, person.id)
    if plan is not None and plan[0] != mind.plan_beat and not _is_under_orders(world, person, mind):
        mind.plan_beat = plan[0]
        mind.given = mind.ordered = None
        person.order = 0
        mind.begin(plan[1])
    wanted = mind.ordered or mind.given
    if wanted is None and (person.side == "crew" or person.id in world.team_ids):
        wanted = standing_in.step_for(world, person.id)
    wanted = wanted or (plan[1] if plan is not None else _habit(world, person))
    if wanted is not mind.step and wanted != mind.step:
        mind.begin(wanted)
    was_fighting = mind.is_fighting
    mind.is_fighting = fight.wants_to(world, person, mind) and not _is_committed(world, mind)
    if mind.is_fighting and person.side == "police":
        if respond.holds_fire(world, mind) or pressing.has_far_to_go(world, person, mind):
            mind.is_fighting = False
    if mind.is_fighting and not was_fighting:
        mind.fight_tick = world.tick
    if mind.is_fighting and person.side == "police":
        pressing.take_a_role(world, person, mind)
        if not was_fighting:
            is_challenge = world.heat.stage < respond.SHOTS_FIRED  # nobody has fired yet
            speech.call(world, person.id, "bark.freeze" if is_challenge else "bark.contact")
    elif mind.act in pressing.ROLES:
        mind.act = ""
    if mind.act == fight.BLIND_FIRE and world.tick > mind.act_until:
        mind.act = ""
    if person.side == "crew" or person.side == "police":
        nerve.consider(world, person, mind)
    if person.side == "police" and person.id != world.player:
        aid.consider(world, person, mind)
        arming.consider(world, person, mind)
    if person.side == "crew":
        bounding.look_out(world, person, mind)
        if mind.is_fighting and (bounding.has_his_turn(world, person, mind) or rescue.comes_first(world, person, mind)):
            mind.is_fighting = False


def _is_committed(world: World, mind: Mind) -> bool:
    """Whether the step goes on under fire; not to a vehicle that goes nowhere any more or that a friend with a man on his back has still
    to reach, nor once he is round the side. Nobody shoots at people who are boxed in and do not shoot."""
    step = mind.step
    if isinstance(step, steps.Flank):
        return mind.phase < policing.IS_ROUND
    if isinstance(step, steps.Respond) and world.heat.boxed >= 0:
        return respond.is_boxed_in(world, mind)
    if isinstance(step, steps.Disable):
        return policing.can_disable(world, world.person(mind.id), step)
    if isinstance(step, steps.Board):
        vehicle = world.vehicle_named[step.vehicle]
        return not (board.is_done_for(vehicle) or board.keeps_the_way(world, world.person(mind.id), vehicle))
    return isinstance(step, COMMITTED)


@cache
def _walk(route: str) -> steps.WalkRoute:
    return steps.WalkRoute(route)


def _habit(world: World, person: Person) -> steps.Step:
    """What somebody does whom nobody told anything: always the same object, so that it need not be compared."""
    if person.vehicle >= 0:
        return TRAFFIC if person.seat == 0 and world.vehicles[person.vehicle].is_traffic else WAIT
    if person.side == "civilian":
        route = world.walks.get(person.id)
        return _walk(route) if route else WANDER
    return RESPOND if person.side == "police" else WAIT


def act(world: World, person: Person, mind: Mind) -> None:
    """Reflexes first, then the step's behaviour: fills the hands."""
    hands = mind.hands
    hands.buttons = 0
    hands.target = -1
    stance = person.stance
    if stance == TIED or stance == HANDS_UP or person.is_arrested:
        hands.move_x = hands.move_y = 0
    elif stance == KNEEL or (
        person.side == "guard" and person.vehicle < 0 and not kneel.is_at_ease(world, person, mind)
    ):
        kneel.think(world, person, mind)
    elif person.side == "civilian" and flee.is_frightened(world, person, mind):
        flee.think(world, person, mind)
    elif person.side == "civilian" and flee.is_alert(world, person, mind):
        flee.look(world, mind)
    elif person.temper >= 1.0 and outburst.think(world, person, mind):
        return
    elif person.side in FIGHTERS and person.gun >= 0 and fight.takes_another(world, person, mind):
        moving.stand(mind)
    elif isinstance(mind.step, DUEL) and person.vehicle < 0:
        THINK[type(mind.step)](world, person, mind, mind.step)
    elif isinstance(mind.step, LOOK_OUTS):
        THINK[type(mind.step)](world, person, mind, mind.step)
    elif isinstance(mind.step, steps.Seize) and person.vehicle < 0:
        THINK[steps.Seize](world, person, mind, mind.step)  # his eyes and his gun are that behaviour's alone
        if not lines_of_fire.has_shield(world, person):
            fight.shoot_on_the_move(world, person, mind)
    elif person.side == "crew" and person.vehicle < 0:
        _by_turns(world, person, mind)
    else:
        _freely(world, person, mind)


def _freely(world: World, person: Person, mind: Mind) -> None:
    """Fights, or does what his step says and shoots on the move."""
    if mind.aids >= 0 and aid.think(world, person, mind):
        return
    if mind.act == arming.FETCHES and arming.think(world, person, mind):
        return
    if mind.act in BEFORE_THE_FIGHT and person.vehicle < 0:
        nerve.falls_back(world, person, mind)
        if mind.act:
            return
    if mind.is_fighting and person.vehicle < 0:
        fight.think(world, person, mind)
        return
    if mind.meters and person.vehicle < 0 and person.side != "civilian" and notice.is_suspicious(world, mind):
        moving.stand(mind)
        moving.look_at(world, mind, mind.glimpse_x, mind.glimpse_y)
        return
    THINK[type(mind.step)](world, person, mind, mind.step)
    if person.guns and not (person.side == "police" and respond.holds_fire(world, mind)):
        fight.shoot_on_the_move(world, person, mind)


def _by_turns(world: World, person: Person, mind: Mind) -> None:
    """As anybody, but under fire a move waits until a friend keeps heads down, and he does the same for others."""
    if rescue.carries_the_dead(world, person):
        moving.stand(mind)
        moving.press(person, mind, Button.DROP)
        return
    if mind.covers >= 0 and world.tick < mind.covers_until and mind.bound != bounding.MOVES:
        fight.keep_down(world, person, mind, mind.covers)
        return
    if bounding.goes_on(world, person, mind):
        fight.shoot_on_the_move(world, person, mind)
        return
    _freely(world, person, mind)
    if bounding.hold_back(world, person, mind):
        fight.wait_for_cover(world, person, mind)
