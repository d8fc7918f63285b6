"""What the HUD is told of a tick: the crew one by one, the threats they know of, goal, clock, weapon, prompts. Reads only.

Called by `picture` when a frame is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim import guidance, view, watched
from game.sim.ai import menace, notice
from game.sim.entities import STANCE_NAMES, Item, Person, Stance
from game.sim.mission import director
from game.sim.mission.calls import snake
from game.sim.systems import arms, hands, lines_of_fire, walking
from game.sim.systems.commanding import LEAVE_TICKS
from game.sim.systems.shooting import gun_of

if TYPE_CHECKING:
    from game.sim.world import World

ORDER_NAMES = ("", "hold", "cover_me", "move_up", "follow", "pick_up", "get_car", "fall_back", "job", "plan")
LEAST_NOTICE, JUST_NOTICED = notice.FULL // 10, 60
"""How full a meter is shown, and for how long once it is full."""
WARM_TICKS = 600
"""Ticks for which somebody seen or heard counts as a threat."""


def member(world: World, who: int) -> view.CrewStatus:
    """One of the crew, as the list at the edge shows him."""
    person = world.person(who)
    brain = world.catalog.brains[world.person_spec(who).brain]
    gun = gun_of(person)
    doing = person.use or ("fight" if world.minds[who].is_fighting else snake(type(world.minds[who].step).__name__))
    if who == world.player:
        doing = person.use
    elif doing == "board" and person.vehicle >= 0:
        doing = "riding"
    return view.CrewStatus(
        who,
        world.label_of(person.name),
        person.spec,
        max(0.0, person.health / person.full_health),
        ORDER_NAMES[person.order] if 0 <= person.order < len(ORDER_NAMES) else "",
        doing,
        person.temper if brain.temper_gain > 0.0 else 0.0,
        who == world.player,
        person.vehicle,
        len([1 for rounds in gun.spares if rounds]) if gun is not None else 0,
        "arrested" if person.is_arrested else STANCE_NAMES[person.stance],
        -(-person.bleed_ticks // 60) if person.stance == Stance.DOWN and not person.is_arrested else 0,
    )


def threats(world: World) -> tuple[view.ThreatView, ...]:
    """Armed enemies that somebody of the player's people has seen or heard lately."""
    if world.player in world.beliefs:
        return ()  # in a duel nothing points at the other but what is seen and heard
    known: dict[int, bool] = {}
    against = ("crew",) if world.setup.side == "police" else ("police", "guard")
    for who in world.team_ids:
        mind = world.minds[who]
        if world.person(who).is_present and mind.target >= 0 and world.tick - mind.seen_tick < WARM_TICKS:
            known[mind.target] = True
    for side in against:
        for who in world.sides[side]:
            if world.person(who).shots and world.tick - world.person(who).shot_tick < 120:
                known[who] = True
    found = []
    for who in sorted(known):
        person = world.person(who)
        if person.is_able and person.gun >= 0 and person.side in against:
            is_shooting = world.tick - person.shot_tick < 60 and person.shots > 0
            is_pinned = person.suppression >= menace.SUPPRESSED
            found.append(
                view.ThreatView(who, *world.position(who), is_shooting, round(person.suppression, 2), is_pinned)
            )
    return tuple(found)


def notices(world: World) -> tuple[view.NoticeView, ...]:
    """Whose eye has fallen on the crew, while it is not known yet that they are there."""
    if world.heat.stage >= notice.SHOTS_FIRED:
        return ()
    found = []
    for side in ("police", "guard"):
        for who in world.sides[side]:
            mind = world.minds[who]
            if not mind.meters or not world.person(who).is_able:
                continue
            whom, meter = notice.fullest(world, mind)
            if meter >= LEAST_NOTICE and (meter < notice.FULL or world.tick - mind.first_tick < JUST_NOTICED):
                found.append(view.NoticeView(who, *world.position(who), meter / notice.FULL, whom))
    return tuple(found)


def _is_ours(world: World, body: Person, item: Item) -> bool:
    """Whether a thing has been found, and not by the other side: what an enemy has in his pocket is not known."""
    is_pocketed = item.kind in hands.IN_POCKETS and item.carrier >= 0
    return item.is_found and not (is_pocketed and world.person(item.carrier).side != body.side)


def _is_unset(world: World) -> bool:
    """Whether the story has not yet set the stage: what it takes away or puts into somebody's hands at once is not shown before."""
    return bool(world.beats) and world.tick < director.PERIOD


def hud(world: World, body: Person) -> view.HudView:
    """What surrounds the picture, for whoever plays in this body."""
    mission = world.mission
    gun = gun_of(body)
    weapon = world.catalog.weapons[gun.weapon] if gun is not None else None
    beat = director.goal(world)
    end = mission.clocks.get(mission.shown_clock, 0)
    prompt, prompt_enter, prompt_wound = guidance.prompts(world, body)
    seated = body.vehicle >= 0
    found = tuple("bonds" if item.is_wanted else item.kind for item in world.items if _is_ours(world, body, item))
    return view.HudView(
        beat.goal if beat is not None else "",
        mission.clock_label if mission.shown_clock else "",
        end - world.tick if mission.shown_clock else 0,
        gun.weapon if gun is not None else "",
        weapon.label if weapon is not None else "",
        gun.rounds if gun is not None else 0,
        weapon.magazine if weapon is not None else 0,
        tuple(gun.spares) if gun is not None else (),
        1.0 - gun.reload_ticks / gun.reload_total if gun is not None and gun.reload_ticks > 0 else 0.0,
        prompt,
        prompt_enter,
        prompt_wound,
        body.use_ticks / body.use_total if body.use and body.use_total else 0.0,
        mission.speaker,
        mission.line,
        mission.is_radio,
        world.heat.belief,
        world.heat.stage,
        sum(
            1
            for who in world.team_ids
            if world.person(who).item >= 0 and world.items[world.person(who).item].kind in hands.BAGS
        ),
        found,
        min(1.0, max(0, body.deaf_until - world.tick) / 240.0),
        1.0 - max(0.0, body.health / body.full_health),
        body.suppression,
        world.speed(body.vehicle) * 3.6 if seated else 0.0,
        seated and body.seat == 0,
        body.leave_ticks / LEAVE_TICKS,
        mission.can_leave,
        max(0, mission.window_until - world.tick) if mission.can_leave else 0,
        world.setup.side,
        beat.id if beat is not None else "",
        round(body.suspicion, 3),
        arms.is_concealed(body),
        lines_of_fire.in_the_way(world, body),
        world.light.level(*world.position(body.id)) / 100.0,
        0.0 if seated else walking.step_metres(world, body),
        bool(world.surveillance.cameras) and watched.is_filmed(world, body),
        mission.is_hushed or _is_unset(world),
        watched.count(world),
    )
