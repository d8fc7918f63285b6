"""One mind: what it has been told, what it believes, what it is at, and what its hands do. Plain data.

Every person has one, the player's body too: its hands are what the bot would press. Behaviours read and write it; nobody
else's mind is ever read to learn what that one knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.content.level import Point
from game.sim.ai.steps import Step, Wait
from game.sim.entities import NOBODY
from game.sim.input_frame import InputFrame

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(slots=True)
class Hands:
    """What a mind presses: the same small integers as a player's frame."""

    move_x: int = 0
    move_y: int = 0
    aim: int = 0
    aim_distance: int = 40
    buttons: int = 0
    target: int = NOBODY

    def frame(self) -> InputFrame:
        """As an input frame."""
        return InputFrame(self.move_x, self.move_y, self.aim, self.aim_distance, self.buttons, 0, self.target, 0)


@dataclass(slots=True)
class Mind:
    """What one person knows, wants and does."""

    id: int
    brain: str
    hands: Hands = field(default_factory=Hands)
    # what he was told
    plan_beat: str = ""
    given: Step | None = None
    """From a beat's action, until the plan's next step."""
    ordered: Step | None = None
    """From an order, until another order or, once that has stood for a while, the plan's next step."""
    order_tick: int = 0
    """When the last order was given to him."""
    step: Step = field(default_factory=Wait)
    """The one in force, as last decided."""
    last_order: int = 0
    # how far he is with it
    phase: int = 0
    until: int = 0
    count: int = 0
    spot_x: float = 0.0
    spot_y: float = 0.0
    # his way on foot
    path: list[Point] = field(default_factory=list)
    path_index: int = 0
    goal_x: float = -1.0
    goal_y: float = -1.0
    is_waiting_for_path: bool = False
    ask_after: int = 0
    """Tick before which he does not ask for a path again."""
    stumbles: int = 0
    """How often he has got stuck on the way to this goal: then he no longer walks at it as the crow flies."""
    watch_x: float = 0.0
    watch_y: float = 0.0
    watch_tick: int = 0
    sidestep_until: int = 0
    sidestep: int = 0
    # his way at the wheel
    route: str = ""
    route_index: int = 0
    lane: int = -1
    way: list[Point] = field(default_factory=list)
    line_tick: int = -99999
    """When he last came up to a line at which one waits."""
    blocked_ticks: int = 0
    reverse_until: int = 0
    swerve_until: int = 0
    swerve: float = 0.0
    tries: int = 0
    """How often he has tried to get past what blocks him."""
    is_waiting_for_maneuver: bool = False
    maneuver_goals: list[tuple[float, float, int]] = field(default_factory=list)
    maneuver_after: int = 0
    """Tick before which he does not ask for a maneuver again."""
    legs: list[tuple[int, int, float]] = field(default_factory=list)
    """What is left of a maneuver: gear (1 or -1), wheel (-1, 0, 1), metres."""
    legs_until: int = 0
    leg_tick: int = 0
    is_fleeing: bool = False
    """He has seen a way out of the street and runs for it, until the fear has passed."""
    # his part in a pursuit by car (`systems/pursuit`)
    role: str = ""
    """tail, spin, box, cut_off or support; empty = none."""
    role_tick: int = 0
    lead_tick: int = 0
    """Since when he means to cut it off."""
    slot: int = -1
    """Which place of a box, which side of a spin, how many cars before him at the tail."""
    branch: int = 0
    """Which of the streets that a car out of sight may have taken he follows (`systems/trail`)."""
    is_spinning: bool = False
    spin_after: int = 0
    """Tick before which he does not try a spin again."""
    # what he believes of enemies
    target: int = NOBODY
    is_visible: bool = False
    seen_tick: int = -99999
    first_tick: int = -99999
    last_x: float = 0.0
    last_y: float = 0.0
    heard_tick: int = -99999
    heard_x: float = 0.0
    heard_y: float = 0.0
    heard_kind: str = ""
    to_hear: tuple[str, float, float, int, float] | tuple[()] = ()
    """A sound on its way into his head (`hearing`): kind, where, whose, square of the metres."""
    hears_tick: int = 0
    meters: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """Suspect to how far he has noticed him (`notice`): fullness, tick, speed of filling."""
    glimpse_x: float = 0.0
    glimpse_y: float = 0.0
    """Where the one was whom his eye fell on last."""
    held_tick: int = -1
    """Since when he whom he looks out for (`lookout`) has been before his eyes without a break; -1 = he is not."""
    # fighting
    is_fighting: bool = False
    cover_x: float = 0.0
    cover_y: float = 0.0
    has_cover: bool = False
    cover_until: int = 0
    peek_x: float = 0.0
    peek_y: float = 0.0
    """From where he fires when he is in his cover: the same spot, or a step to the side."""
    fight_tick: int = -99999
    """When he last began to fight."""
    burst: int = 0
    pause_until: int = 0
    wants_to_strike: int = NOBODY
    act: str = ""
    """What he is at of his own accord that comes before his step, or his part in a fight: falls back, drags, pins, blind fire ... ;
    "" = nothing of the kind."""
    act_until: int = 0
    act_after: int = 0
    """Tick before which he does not think of falling back again."""
    despair_tick: int = -1
    """Since when he has had enough (`nerve`); -1 = he has not."""
    aids: int = NOBODY
    """The wounded comrade he sees to (`behaviours/aid`)."""
    aid_after: int = 0
    # moving by turns (`bounding`)
    bound: int = 0
    """0 set, 1 waits for cover, 2 moves."""
    bound_tick: int = 0
    """Since when."""
    bound_x: float = 0.0
    bound_y: float = 0.0
    """Where the move began."""
    halt_x: float = -1.0
    halt_y: float = -1.0
    """Cover on the way at which this bound ends; -1 = he goes all the way."""
    menaced_by: list[int] = field(default_factory=list)
    """The enemies of the lane that threatens him most, as last looked out for."""
    menaced_at: dict[int, Point] = field(default_factory=dict)
    """Where he saw each of them then: what he can tell a friend."""
    covers: int = NOBODY
    """The enemy he keeps down for a friend who moves or reloads."""
    covers_until: int = 0
    covers_at: Point = (0.0, 0.0)
    """Where he believes that one to be: as he saw him last, or as the friend told him."""
    covers_tick: int = -99999
    """Since when he knows of no later place."""
    # pressing somebody (`pressing`)
    queue: int = 0
    """How many comrades are before him at firing at his target."""
    watches: int = 0
    """Of coming up to a place (`behaviours/approach`): 0 not, 1 set and watching, 2 on his way to where he will."""
    ready_tick: int = -99999
    """When he last lay in wait with his gun up."""
    watch_place_x: float = 0.0
    watch_place_y: float = 0.0
    on_foot_until: int = 0
    """Tick before which a policeman does not go back to a car: the last one was stuck."""
    pinner: int = NOBODY
    """The comrade who pins the man whom he is to come round at the side."""

    def give(self, step: Step) -> None:
        """A step by a beat's action or by dispatch."""
        self.given = step
        self.ordered = None
        self.begin(step)

    def obey(self, step: Step | None) -> None:
        """A step by an order; None = back to the plan."""
        self.ordered = step
        if step is None:
            self.given = None
        else:
            self.begin(step)

    def begin(self, step: Step) -> None:
        """Starts a step from its beginning."""
        self.step = step
        self.phase = self.until = self.count = 0
        self.path.clear()
        self.goal_x = self.goal_y = -1.0
        self.stumbles = 0
        self.is_waiting_for_path = False
        self.route = ""
        self.route_index = 0
        self.way.clear()
        self.legs.clear()
        self.is_waiting_for_maneuver = False
        self.wants_to_strike = NOBODY
        self.watches = 0

    def plan_steps_in_force(self, world: World) -> list[Step]:
        """The plan's step that holds now, if there is a plan: what others may be told to take over."""
        found = in_force(world, self.id)
        return [found[1]] if found is not None else []


def in_force(world: World, who: int) -> tuple[str, Step] | None:
    """The last step of somebody's plan whose beat has come, with the beat."""
    found = None
    reached = world.mission.reached
    for beat, step in world.plans.get(who, ()):
        if beat == "start" or beat in reached:
            found = (beat, step)
    return found
