"""HOW each step is done: one function a kind of step; `THINK` is the table that joins them.

A behaviour takes (world, person, mind, step), reads the world, and writes the mind's hands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.sim.ai import steps
from game.sim.ai.behaviours import (
    block,
    board,
    climb,
    door,
    drive,
    duel,
    flee,
    getaway,
    hostage,
    job,
    kneel,
    outburst,
    policing,
    post,
    respond,
    robbing,
    stroll,
    traffic,
    wait,
)

THINK: dict[type, Callable[..., Any]] = {
    steps.Wait: wait.think,
    steps.Surrender: kneel.surrender,
    steps.Kneel: kneel.kneel,
    steps.DriveRoute: drive.drive_route,
    steps.DriveInto: drive.drive_into,
    steps.Tail: drive.tail,
    steps.Escape: drive.escape,
    steps.Hold: post.hold,
    steps.Watch: post.watch,
    steps.GoTo: post.go_to,
    steps.Follow: post.follow,
    steps.Cover: post.cover_for,
    steps.Fetch: job.fetch,
    steps.Charge: job.charge,
    steps.Secure: robbing.secure,
    steps.Take: robbing.take,
    steps.Deliver: robbing.deliver,
    steps.Walk: robbing.walk,
    steps.Open: door.think,
    steps.RunTo: robbing.run_to,
    steps.Search: job.search,
    steps.Lay: job.lay,
    steps.Burn: job.burn,
    steps.Board: board.think,
    steps.PickUp: board.pick_up,
    steps.Strike: outburst.strike,
    steps.Shoot: outburst.shoot,
    steps.WalkRoute: stroll.walk_route,
    steps.Wander: stroll.wander,
    steps.Gawk: stroll.gawk,
    steps.CallPhone: stroll.call_phone,
    steps.Report: stroll.report,
    steps.Flee: flee.think,
    steps.Respond: respond.think,
    steps.ManBlock: block.think,
    steps.ShakeOff: getaway.shake_off,
    steps.Change: getaway.change,
    steps.PatrolThrough: respond.patrol_through,
    steps.Traffic: traffic.think,
    steps.Arrest: policing.arrest,
    steps.Flank: policing.flank,
    steps.Pursue: policing.pursue,
    steps.Seize: hostage.seize,
    steps.Climb: climb.think,
    steps.Hunt: duel.hunt,
    steps.Evade: duel.evade,
}
