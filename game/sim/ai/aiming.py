"""Aim and trigger of a mind: where the muzzle points, when it fires, in what bursts, and past whom it never does.

Writes hands only. Called by `fight`, and by `bounding` for whether a line is free.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from game.sim import dice
from game.sim.ai import pressing
from game.sim.ai.neighbours import people_near
from game.sim.ai.steps import Pursue
from game.sim.angles import COS, SIN, UNITS_PER_RADIAN, direction, turn
from game.sim.entities import NOBODY, Gun, Person, Stance
from game.sim.input_frame import AIM_DISTANCE_STEP, Button
from game.sim.mission import speech
from game.sim.systems import lines_of_fire
from game.sim.systems.shooting import DUCKING, PINNED

if TYPE_CHECKING:
    from game.content.specs import BrainSpec, WeaponSpec
    from game.sim.ai.mind import Mind
    from game.sim.world import World

LINE_WIDTH, WIDENS = 1.1, 0.036
"""Metres to either side of a line of fire that must be free, and how many more for each metre ahead: rounds stray."""
SETTLE_TICKS, SETTLES = 110, 0.5
"""Ticks on target after which the aim is as good as it gets, and what share of a mind's error it loses by then."""
LEAD_MRAD, FULL_SPEED, FLUSTERED = 40.0, 4.0, 1.9
"""How far off one is with somebody who runs, what counts as running, and by how much more of itself a handgun's hurry grows with it."""
HANDGUNS = ("pistol", "revolver")
STRAYING = ("pistol", "revolver", "shotgun")
"""Kinds past whose line a friend must be farther off: they are pointed in a hurry, or spread."""
HANDGUN_ERROR, HANDGUN_METRES, STEADY_METRES = 1.35, 0.84, 7.0
"""How many times worse one points a handgun, and by how many metres the hurry puts it off at any distance: nobody takes the sights at
eight metres. Nearer than the last it shrinks with the distance."""
READY, READY_TICKS = 0.5, 60
"""What is left of his reaction time to who lay in wait with his gun up, and for how long after."""
HASTY_SPEED, HASTY = 1.5, 2.0
"""Whoever fires on the move keeps twice as far off his friends."""
ABREAST, STEPS_INTO, LIES = 0.35, 0.35, 0.6
"""Metres behind one's own muzzle that a friend beside it still counts as before it; seconds ahead for which it is reckoned who steps into
the line; and what share of its width one who lies wounded takes up."""
OFF_THE_LINE = 364
"""Two degrees by which the muzzle may be off before it is asked who stands there."""
DUCKS, IS_PINNED, SHAKES = 2.4, 3.2, 1.5
"""How many times worse one aims who ducks, or is pinned; and how much more so with a handgun."""
BACKGROUND = 14.0
"""Metres behind their man that the police look at before they fire; everybody else at four."""
DELIBERATE_METRES = 13.0
"""Within which whoever pursues a man with a shield fires past it."""
STRAYS = 2.6
"""How many times wider what is fired blind strays."""
FARTHEST, SPARING = 2.5, 2.1
"""Times a weapon's effective range beyond which nobody wastes its rounds."""
NO_SHOT_AGAIN = 480
"""Ticks in which nobody else says that he has no shot."""


def aim(world: World, person: Person, mind: Mind, brain: BrainSpec, tx: float, ty: float, unsure: float = 1.0) -> None:
    """The muzzle on a point, or ahead of a target that moves; the hand is unsteady at first and settles; `unsure` = how much worse."""
    x, y = world.position(person.id)
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    on_target = world.tick - mind.first_tick
    error = brain.aim_error_mrad * (1.0 - SETTLES * min(1.0, on_target / SETTLE_TICKS))
    runs = min(1.0, world.speed(mind.target) / FULL_SPEED) if mind.target >= 0 and mind.is_visible else 0.0
    error += LEAD_MRAD * runs
    is_handgun = person.gun >= 0 and world.catalog.weapons[person.guns[person.gun].weapon].kind in HANDGUNS
    if is_handgun:
        hurry = 1000.0 * HANDGUN_METRES * (1.0 + FLUSTERED * runs) / (far if far > STEADY_METRES else STEADY_METRES)
        error = sqrt(error * error * HANDGUN_ERROR * HANDGUN_ERROR + hurry * hurry)
    if person.suppression >= DUCKING:
        error *= IS_PINNED if person.suppression >= PINNED else DUCKS
        error *= SHAKES if is_handgun else 1.0
    error *= unsure * UNITS_PER_RADIAN / 1000.0
    off = dice.bell(dice.draw(world.setup.seed, person.id, dice.Purpose.MIND, world.tick)) * error
    if mind.target >= 0 and mind.is_visible:
        lead = far / 700.0
        dx += world.physics.vx[mind.target] * lead
        dy += world.physics.vy[mind.target] * lead
    mind.hands.aim = (direction(dx, dy) + int(off)) & 65535
    mind.hands.aim_distance = min(255, int(far / AIM_DISTANCE_STEP))
    mind.hands.buttons |= Button.AIM


def pull(world: World, person: Person, mind: Mind, brain: BrainSpec, gun: Gun, tx: float, ty: float) -> None:
    """The trigger: after the reaction time, in bursts, never through the wrong people."""
    reaction = brain.reaction_ticks * (world.difficulty.police_reaction if person.side == world.against else 1.0)
    if world.tick - mind.ready_tick < READY_TICKS:
        reaction *= READY
    if person.suppression > 0.35:
        reaction += 24
    if world.tick - mind.first_tick < reaction or world.tick < mind.pause_until:
        return
    spec = world.catalog.weapons[gun.weapon]
    x, y = world.position(person.id)
    reach = reach_of(spec, person)
    if (tx - x) * (tx - x) + (ty - y) * (ty - y) > reach * reach:
        return
    if pressing.may_fire(world, person, mind, tx, ty):
        press_trigger(world, person, mind, brain, gun, 1.0, tx, ty)


def press_trigger(
    world: World, person: Person, mind: Mind, brain: BrainSpec, gun: Gun, pause: float, tx: float, ty: float
) -> None:
    """The rhythm of his fire, pauses so many times as long as his own; never through the wrong people."""
    stands = in_the_line(world, person, brain, tx, ty, STRAYS if pause > 1.0 else 1.0)
    if stands != NOBODY:
        _calls_it(world, person, stands)
        return
    if not _is_muzzle_free(world, person, mind, brain, tx, ty):
        return
    after = int(brain.burst_pause_ticks * pause)
    if world.catalog.weapons[gun.weapon].is_automatic:
        mind.hands.buttons |= Button.FIRE
        mind.burst += 3 * world.catalog.weapons[gun.weapon].rounds_per_minute
        if mind.burst >= brain.burst * 3600:
            mind.burst = 0
            mind.pause_until = world.tick + after
    elif not person.held_before & Button.FIRE and gun.wait <= 0:
        mind.hands.buttons |= Button.FIRE
        mind.burst += 1
        if mind.burst >= max(2, brain.burst - 1):
            mind.burst = 0
            mind.pause_until = world.tick + after
        else:
            mind.pause_until = world.tick + 9


def point(world: World, person: Person, mind: Mind, tx: float, ty: float) -> None:
    """The muzzle on a point without a look along the sights."""
    x, y = world.position(person.id)
    dx, dy = tx - x, ty - y
    mind.hands.aim = direction(dx, dy)
    mind.hands.aim_distance = min(255, int(sqrt(dx * dx + dy * dy) / AIM_DISTANCE_STEP))


def reach_of(spec: WeaponSpec, person: Person) -> float:
    """Metres from which on he does not fire this weapon; a policeman is sparing with his handgun."""
    is_sparing = person.side == "police" and spec.kind in HANDGUNS
    return spec.effective_range * (SPARING if is_sparing else FARTHEST)


def _calls_it(world: World, person: Person, stands: int) -> None:
    """He has his man before him and may not fire: a policeman tells bystanders to get down, anybody else tells his friends."""
    if person.id != world.player:
        is_bystander = person.side == "police" and world.person(stands).side == "civilian"
        speech.call(world, person.id, "bark.stay_down" if is_bystander else "bark.no_shot", NO_SHOT_AGAIN)


def is_line_free(world: World, person: Person, brain: BrainSpec, tx: float, ty: float, loose: float = 1.0) -> bool:
    """Whether nobody is `in_the_line`."""
    return in_the_line(world, person, brain, tx, ty, loose) == NOBODY


def in_the_line(world: World, person: Person, brain: BrainSpec, tx: float, ty: float, loose: float = 1.0) -> int:
    """The friend, and for the disciplined the bystander, who stands in the line of fire or close behind the target; `loose` = how many
    times wider than aimed rounds these stray. NOBODY = the line is free."""
    x, y = world.position(person.id)
    dx, dy = tx - x, ty - y
    far = sqrt(dx * dx + dy * dy)
    if far < 0.5:
        return NOBODY
    dx, dy = dx / far, dy / far
    mind = world.minds[person.id]
    is_deliberate = isinstance(mind.step, Pursue) and far < DELIBERATE_METRES
    reach = far + (BACKGROUND if person.side == "police" else 4.0)
    widens = WIDENS * loose * (DUCKS if person.suppression >= DUCKING else 1.0)
    if person.vehicle < 0 and world.speed(person.id) > HASTY_SPEED:
        widens *= HASTY
    strays = world.catalog.weapons[person.guns[person.gun].weapon].kind in STRAYING if person.gun >= 0 else False
    width = LINE_WIDTH + (HANDGUN_METRES if strays else 0.0)
    along = 0.0
    seen: list[int] = []
    while along < reach:
        for who in people_near(world, x + dx * (along + 2.0), y + dy * (along + 2.0), 3.0):
            if who == person.id or who in seen:
                continue
            seen.append(who)
            other = world.person(who)
            if other.stance == Stance.DEAD or not _spares(brain, person, other):
                continue
            ox, oy = world.physics.x[who] - x, world.physics.y[who] - y
            ahead = ox * dx + oy * dy
            wide = width + widens * ahead
            if other.stance == Stance.DOWN:
                if other.side != person.side:
                    continue
                wide *= LIES  # most of it goes over him
            if is_deliberate and other.lifted_by == mind.target:
                wide = lines_of_fire.SHIELD_WIDTH  # whoever came for this one shot knows where he puts it
            if ahead > far + 4.0:
                wide *= 0.5
            across = ox * dy - oy * dx
            steps = (world.physics.vx[who] * dy - world.physics.vy[who] * dx) * STEPS_INTO
            if -ABREAST < ahead < reach and (
                -wide < across < wide or -wide < across + steps < wide or (across > 0.0) != (across + steps > 0.0)
            ):
                return who
        along += 4.0
    return _friend_seated_in(world, person, x, y, dx, dy, far)


def _is_muzzle_free(world: World, person: Person, mind: Mind, brain: BrainSpec, tx: float, ty: float) -> bool:
    """Whether nobody to be spared stands where the muzzle points, when that is some way off what it is meant for."""
    x, y = world.position(person.id)
    aimed = mind.hands.aim
    if -OFF_THE_LINE < turn(aimed, direction(tx - x, ty - y)) < OFF_THE_LINE:
        return True
    far = sqrt((tx - x) * (tx - x) + (ty - y) * (ty - y))
    return is_line_free(world, person, brain, x + COS[aimed] * far, y + SIN[aimed] * far)


def _friend_seated_in(world: World, person: Person, x: float, y: float, dx: float, dy: float, reach: float) -> int:
    """One of his own who sits in a vehicle in the line (who is seated stands in no cell of the grid); NOBODY = none."""
    px, py = world.physics.x, world.physics.y
    for who in world.sides[person.side]:
        other = world.person(who)
        if other.vehicle >= 0 and other.vehicle != person.vehicle and other.is_present:
            ox, oy = px[who] - x, py[who] - y
            ahead = ox * dx + oy * dy
            if 0.0 < ahead < reach and abs(ox * dy - oy * dx) < LINE_WIDTH + WIDENS * ahead:
                return who
    return NOBODY


def _spares(brain: BrainSpec, person: Person, other: Person) -> bool:
    if other.side == person.side:
        return True
    return brain.discipline >= 0.5 and (other.side == "civilian" or (other.side == "guard" and person.side == "police"))
