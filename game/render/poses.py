"""Which pose shows somebody: from his stance, what he does, what he holds, and how far his step has come.

Owns the choice and no picture; `figure.py` draws poses, `people.py` keeps the pictures. Called by `people.py`.
"""

from __future__ import annotations

from functools import lru_cache

from game.render.figure import BEATS, Pose
from game.render.turned import FULL_TURN
from game.sim.view import PersonView

RUN_SPEED = 3.2
HURT = 0.5
"""Share of health under which it shows."""
BEAT_TICKS = {"reload": 26, "use": 18, "throw": 14, "melee": 8}
"""How long one movement of each takes."""
FIRST_POSES = (
    ("", False, -1),
    *(("", True, step) for step in range(8)),
    ("aim", False, -1),
    *(("", False, step) for step in range(8)),
)
"""What somebody does who has just come into the picture: action, whether he runs, step."""


@lru_cache(maxsize=4096)
def pose_for(
    stance: str, action: str, kind: str, is_masked: bool, carries: str, is_hurt: bool, runs: bool, phones: bool, step: int,
    twist: int, ticks: int,
) -> Pose:  # fmt: skip
    """The pose of somebody who has been busy with his `action` for so many ticks; asked anew in every frame, so kept."""
    if stance in ("down", "dead"):
        return Pose("dragged" if action == "dragged" else stance, is_masked=is_masked)
    if stance in ("kneel", "tied", "cower"):
        return Pose(stance, is_masked=is_masked)
    if stance == "hands_up":
        return Pose("hands_up", step, is_masked=is_masked, twist=twist)
    if action == "carry_man" or carries == "man":
        return Pose("haul", step, is_masked=is_masked, twist=twist)
    load = "bag" if "bag" in carries else "case" if carries else ""
    is_low = stance == "crouch"
    body = _body(action, is_low, phones, runs and step >= 0, is_hurt and not carries)
    hands_free = body in ("use", "throw", "melee") or (load == "case" and kind not in ("pistol", "revolver"))
    weapon = "" if hands_free else kind
    return Pose(body, step, weapon, action == "fire", is_masked, load, is_hurt, _beat(body, ticks), is_low, twist)


def _body(action: str, is_low: bool, phones: bool, runs: bool, is_bent: bool) -> str:
    if action in ("aim", "fire"):
        return "crouch_aim" if is_low else "aim"
    if action in ("reload", "throw", "melee"):
        return action
    if action == "use":
        return "phone" if phones else "use"
    if is_low:
        return "crouch"
    return "run" if runs else "hurt" if is_bent else "stand"


def _beat(body: str, ticks: int) -> int:
    """Which movement somebody is at: work and reloading go round, blows and throws end with the last."""
    if body not in BEATS:
        return 0
    beat = ticks // BEAT_TICKS[body]
    return beat % BEATS[body] if body in ("reload", "use") else min(beat, BEATS[body] - 1)


def twist_of(person: PersonView) -> int:
    """Where the feet go against where the body points, in eighths of a turn, folded to half a turn."""
    away = (person.heading - person.facing) % FULL_TURN
    eighth = int(away / FULL_TURN * 8 + 0.5) % 8
    # Walking backwards is drawn with the same legs as walking ahead.
    return {3: 7, 4: 0, 5: 1}.get(eighth, eighth)
