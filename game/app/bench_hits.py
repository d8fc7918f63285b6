"""`bench hits`: what share of their shots minds put into a man, by weapon, distance and what he does, on an empty range.

Owns the range (open ground made in code), the stands, and the table of the reference (gameplay 2.4): pistols 15 to 30 % beyond
seven metres, rifles 25 to 40 % at 25 m on a man who stands; half of that on one who runs, a third on one in cover, 0.4 of it by
one who is suppressed. What is fired blind from cover by one who is pinned hits less than either: it keeps heads down. Hits are counted
by `minds_shots`. Called by `bench_commands` and by the tests.
"""

from __future__ import annotations

from game.app.minds_counts import Counts
from game.app.minds_shots import ShotWatch
from game.content.level import Call, Level, PersonSpawn, Plan, PlanStep, Screenplay, Side, Wall
from game.content.specs import Catalog
from game.sim.entities import Stance
from game.sim.input_frame import NEUTRAL, Button
from game.sim.run_setup import RunSetup
from game.sim.systems import dispatch, spawning
from game.sim.world import World

SHOOTERS = ("patrol", "detective", "swat", "casals", "chris", "neil")
CREW = ("neil", "chris", "cheritto", "trejo", "waingro", "breedan")
PISTOLS, RIFLES = ("patrol", "detective"), ("swat", "casals", "chris", "neil")
METRES = (5, 8, 12, 18, 25, 35)
AT_PISTOL, AT_RIFLE = (8, 12, 18), (25,)
PISTOL_RATE, RIFLE_RATE = (0.15, 0.30), (0.25, 0.40)
SECONDS = 12.0
WEST, WIDE, HIGH = 20.0, 90, 40
STANDS, RUNS, COVERED, SUPPRESSED, BLIND = "stands", "runs", "in_cover", "shooter_suppressed", "shooter_blind"
SHARES = {RUNS: (0.4, 0.65), COVERED: (0.05, 0.4), SUPPRESSED: (0.3, 0.52), BLIND: (0.0, 0.3)}
"""Of the rate on a man who stands: about half, at most a third and something, about 0.4, and less than that."""
PACE_TICKS = 90
UP_TICKS, CYCLE_TICKS = 100, 200
"""Who is in cover stands up for so long of each so many ticks."""
DUCKING, BEGUN_TICKS = 0.5, 120
"""The shooting has begun so long ago: nobody lets his man come nearer first."""
TOUGH = 1e9

Row = dict[str, object]


def firing_range(spec: str, metres: float, case: str) -> Level:
    """Open ground with a shooter in the east and his target in the west; behind a low wall if need be."""
    is_police = spec not in CREW
    target = "neil" if is_police else "patrol"
    y = HIGH / 2
    people = (
        PersonSpawn(WEST, y, "target", target, 0, is_masked=is_police),
        PersonSpawn(WEST + metres, y, "shooter", spec, 32768, is_masked=not is_police),
    )
    at = WEST + 0.7 if case == COVERED else WEST + metres - 1.1
    low = Wall(((at, y - 2), (at + 0.4, y - 2), (at + 0.4, y + 2), (at, y + 2)), 1.0, "concrete")
    crew = "target" if is_police else "shooter"
    plans = tuple(Plan(name, (PlanStep("start", Call("wait", ())),)) for name in ("target", "shooter"))
    return Level(
        name="firing_range", width=WIDE, height=HIGH, surfaces=("asphalt",), ground=bytes(WIDE * HIGH), hour="noon",
        walls=(low,) if case in (COVERED, BLIND) else (), props=(), people=people, vehicles=(), zones=(), routes=(), lanes=(),
        signals=(), lamps=(), covers=(), cameras=(), markers=(), fixtures=(), items=(),
        screenplay=Screenplay("Range", sides=(Side("crew", crew, (crew,)),), plans=plans), digest=f"{spec} {metres} {case}",
    )  # fmt: skip


def rate(
    catalog: Catalog, spec: str, metres: float, case: str = STANDS, seeds: int = 6, seconds: float = SECONDS
) -> tuple[float | None, int]:
    """Share of a warned man's shots that strike, and how many shots there were; None = he held his fire."""
    counts = Counts()
    for seed in range(1, seeds + 1):
        level = firing_range(spec, metres, case)
        _shoot(World.new(level, catalog, RunSetup(level.name, seed=seed)), counts, metres, case, int(seconds * 60))
    shots = sum(by for name, by in counts.sums.items() if name.startswith("aimed/"))
    hits = sum(by for name, by in counts.sums.items() if name.startswith("struck/"))
    return (hits / shots if shots else None), int(shots)


def _shoot(world: World, counts: Counts, metres: float, case: str, ticks: int) -> None:
    """One stand on the range: nobody falls, nobody runs out of rounds, nobody leaves his place."""
    dispatch.raise_stage(world, 3, "shots")
    target, shooter = world.person_named["target"], world.person_named["shooter"]
    if shooter.side == "police":
        target.guns = []
        target.gun = -1
    watch = ShotWatch(counts)
    for tick in range(ticks):
        _hold(world, metres, case)
        target.shot_tick = world.tick if shooter.side == "crew" else target.shot_tick  # the crew does not begin
        frame = NEUTRAL
        if shooter.id == world.player:
            frame = world.suggest()
        elif case == RUNS:
            way = 127 if tick // PACE_TICKS % 2 else -127
            frame = NEUTRAL._replace(move_y=way, buttons=Button.RUN)
        elif case == COVERED and tick % CYCLE_TICKS >= UP_TICKS:
            frame = NEUTRAL._replace(buttons=Button.CROUCH)
        watch.take(world, world.step(frame))


def _hold(world: World, metres: float, case: str) -> None:
    """Wounds and near misses are undone, the shooter is put back where he stands, and it has begun."""
    target, shooter = world.person_named["target"], world.person_named["shooter"]
    target.health = target.full_health = TOUGH
    target.leg_wounds = target.bleed_ticks = 0
    target.suppression = 0.0
    if target.stance >= Stance.HANDS_UP:
        spawning.set_stance(world, target, Stance.STAND)
    shooter.suppression = 1.0 if case == BLIND else DUCKING if case == SUPPRESSED else 0.0
    shooter.shot_tick = max(shooter.shot_tick, world.tick - BEGUN_TICKS)
    gun = shooter.guns[shooter.gun]
    gun.spares = [world.catalog.weapons[gun.weapon].magazine] * 3
    world.physics.place(shooter.id, WEST + metres, HIGH / 2, 0.0)


def bench_hits(catalog: Catalog, seeds: int) -> Row:
    """The table: each shooter at each distance on a man who stands, the other cases at the distance that is asked for."""
    table: dict[str, Row] = {}
    faults: list[str] = []
    for spec in SHOOTERS:
        wanted, at = (PISTOL_RATE, AT_PISTOL) if spec in PISTOLS else (RIFLE_RATE, AT_RIFLE)
        row: Row = {}
        for metres in METRES:
            found, shots = rate(catalog, spec, metres, seeds=seeds)
            row[f"{metres} m"] = None if found is None else round(found, 3)
            if metres in at and (found is None or not wanted[0] <= found <= wanted[1]):
                faults.append(f"{spec} at {metres} m: {found}, wanted {wanted[0]} to {wanted[1]} ({shots} shots)")
        if spec not in ("chris", "neil"):
            _other_cases(catalog, spec, at[len(at) // 2], seeds, row, faults)
        table[spec] = row
    return {
        "table": table,
        "wanted": {"pistols": PISTOL_RATE, "rifles": RIFLE_RATE, "shares": SHARES},
        "faults": faults,
    }


def _other_cases(catalog: Catalog, spec: str, metres: int, seeds: int, row: Row, faults: list[str]) -> None:
    """How the rate falls on who runs or is in cover, and for who is suppressed or fires blind: as shares of that on a man who stands."""
    standing = row[f"{metres} m"]
    for case, (least, most) in SHARES.items():
        found, shots = rate(catalog, spec, metres, case, seeds)
        name = f"{case} at {metres} m"
        row[name] = None
        if found is not None and isinstance(standing, float) and standing > 0.0:
            share = found / standing
            row[name] = round(share, 2)
            if least <= share <= most:
                continue
        faults.append(f"{spec} {name}: {row[name]} of {standing}, wanted {least} to {most} ({shots} shots)")
