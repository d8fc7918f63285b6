"""The other side of the law: whose story is told, who answers to whom, what a shot may not go past, one clean moment."""

from __future__ import annotations

import pytest

from game.content.level import Beat, Item, Marker, ScoreRule
from game.sim import checksum, snapshot
from game.sim.ai import steps
from game.sim.angles import direction, turn
from game.sim.entities import Stance
from game.sim.input_frame import NEUTRAL, Button, Order
from game.sim.mission import director, scoring
from game.sim.picture import picture
from game.sim.systems import carrying, damage, lines_of_fire, spawning
from game.sim.world import World
from tests.worlds import (
    aim_at,
    armed,
    beat_of,
    call,
    catalog,
    disarmed,
    distance,
    mind,
    person,
    place_of,
    plan,
    play,
    put,
    run,
    run_until,
    vehicle,
    who,
    yard,
    zone,
)

HANNA = person("hanna", 40, 50)
CHERITTO = person("cheritto", 60, 50, "west")
GIRL = person("pedestrian", 61, 50, name="girl")


def police(*people: object, team: tuple[str, ...] = ("hanna",), **more: object) -> World:
    return beat_of([HANNA, *people], police=team, **more)  # type: ignore[arg-type]


def order(world: World, word: int, target: int = -1, metres: float = 10.0) -> None:
    run(world, 0.5)
    frame = NEUTRAL._replace(
        aim=world.person(world.player).aim, aim_distance=int(metres * 4), order=word, target=target
    )
    world.step(frame)
    world.step(frame._replace(order=Order.NONE))


# --------------------------------------------------------------------------- sides


def test_the_crew_is_the_crew_whoever_is_played() -> None:
    world = police(CHERITTO, person("bosko", 42, 50), team=("hanna", "bosko"))
    assert world.crew_names == ("cheritto",)
    assert [world.person(number).name for number in world.team_ids] == ["hanna", "bosko"]
    assert [one.spec for one in picture(world).crew] == ["hanna", "bosko"]
    assert picture(world).hud.side == "police"


@pytest.mark.parametrize(("side", "told"), [("police", ["words"]), ("crew", ["got_up", "words"])])
def test_what_the_crew_left_unwatched_stands_in_its_own_results_alone(side: str, told: list[str]) -> None:
    world = police(CHERITTO) if side == "police" else yard([person("neil", 40, 50)])
    world.mission.note_cause("got_up", who="Passer-by", seconds=40)
    world.mission.note_cause("words", words="A shot before they were clear of the people")
    assert [cause.key for cause in scoring.result(world).causes] == told


def test_a_side_begins_as_its_do_says_before_the_first_tick() -> None:
    world = beat_of(
        [person("hanna", 40, 50, is_absent=True), person("chris", 60, 50), person("guard", 64, 50)],
        [vehicle("sedan", 20, 20, name="car", is_absent=True)],
        markers=[Marker(30, 30, "desk", 16384)],
        items=[Item(80, 80, "bag", "duffel_bag", "", 1.0, 1, 1.0)],
        police=["hanna"],
        do=[
            call("place", who="hanna", vehicle="car", seat="driver"),
            call("place", who="chris", at="desk"),
            call("put", item="bag", who="chris"),
            call("tie", people=("guard",)),
        ],
    )
    assert world.tick == 0 and world.vehicle_named["car"].seats[0] == who(world, "hanna").id
    assert not world.vehicle_named["car"].is_absent and who(world, "hanna").is_present
    assert distance(world, "chris", "hanna") < 15 and who(world, "chris").aim == 16384
    assert world.items[who(world, "chris").item].name == "bag"
    assert who(world, "guard").stance == Stance.TIED and not who(world, "guard").guns
    again = snapshot.restore(snapshot.take(world), world.level, catalog())
    run(world, 2)
    run(again, 2)
    assert checksum.checksum(world) == checksum.checksum(again)


BEATS = (
    Beat("one", goal="Rob it", when=call("seconds", after=60.0), is_kept=True),
    Beat("two", goal="Stop them", side="police", when=call("seconds", after=0.2), is_kept=True),
    Beat("two", goal="Run", side="crew", when=call("seconds", after=60.0)),
    Beat("three", goal="Cuff them", side="police", after=("two",), when=call("seconds", after=60.0)),
)


def test_each_side_has_its_own_goals_and_a_beat_may_be_written_once_for_each() -> None:
    world = police(CHERITTO, beats=BEATS)
    beat = director.goal(world)
    assert beat is not None and beat.goal == "Stop them"
    run(world, 0.5)
    beat = director.goal(world)
    assert beat is not None and beat.goal == "Cuff them" and world.mission.counters["beats_kept"] == 1
    other = yard([HANNA, CHERITTO], police=["hanna"], beats=BEATS)
    beat = director.goal(other)
    assert beat is not None and beat.goal == "Run"


def test_the_more_particular_plan_of_a_person_counts() -> None:
    from dataclasses import replace

    plans = [replace(plan("bosko", start=call("wander")), side="police"), plan("bosko", start=call("wait"))]
    people = [HANNA, person("bosko", 42, 50), CHERITTO]
    world = beat_of(people, police=["hanna", "bosko"], plans=plans)
    run(world, 0.5)
    assert isinstance(mind(world, "bosko").step, steps.Wander)
    world = yard(people, police=["hanna", "bosko"], plans=plans)
    run(world, 0.5)
    assert isinstance(mind(world, "bosko").step, steps.Wait)


def test_score_rules_of_the_other_side_do_not_count() -> None:
    from dataclasses import replace

    world = police(CHERITTO)
    rules = (ScoreRule("arrested", 100, "Arrested", "police"), ScoreRule("arrested", -100, "Taken", "crew"))
    world.level = replace(world.level, screenplay=replace(world.level.screenplay, score=rules))
    world.count("arrested", 3)
    assert [row[0] for row in scoring.result(world).rows] == ["Arrested"] and scoring.result(world).score == 300


@pytest.mark.parametrize("played", ["crew", "police"])
def test_bystanders_count_against_the_side_that_hurt_them(played: str) -> None:
    people = [HANNA, CHERITTO, GIRL]
    world = (beat_of if played == "police" else yard)(people, police=["hanna"])
    damage.wound(world, who(world, "girl"), 100.0, who(world, "hanna").id, "shot")
    assert world.mission.counters.get("civilians_hurt", 0) == (played == "police")
    damage.wound(world, who(world, "girl"), 100.0, who(world, "cheritto").id, "shot")
    assert world.mission.counters.get("civilians_hurt", 0) == 1


# --------------------------------------------------------------------------- orders


def test_officers_within_call_obey_a_policemans_order_and_those_far_off_do_not() -> None:
    world = police(
        CHERITTO, person("patrol", 50, 60, name="near"), person("patrol", 150, 60, name="far"), still=["near", "far"]
    )
    order(world, Order.FOLLOW)
    assert isinstance(mind(world, "near").ordered, steps.Follow) and mind(world, "far").ordered is None


def test_pick_him_up_is_an_arrest_among_policemen() -> None:
    world = police(CHERITTO, person("bosko", 55, 56), team=("hanna", "bosko"), still=["bosko", "cheritto"])
    disarmed(world, "cheritto")
    spawning.set_stance(world, who(world, "cheritto"), Stance.HANDS_UP)
    order(world, Order.PICK_UP)
    run_until(world, lambda w: who(w, "cheritto").is_arrested, 12)
    assert world.mission.counters["arrested"] == 1


def test_do_that_sends_him_round_the_side_of_what_the_giver_aims_at() -> None:
    world = police(
        person("cheritto", 70, 50), person("bosko", 42, 52), team=("hanna", "bosko"), still=["bosko", "cheritto"]
    )
    disarmed(world, "cheritto")
    aim_at(world, 70, 50)
    order(world, Order.JOB, metres=30)
    run_until(world, lambda w: mind(w, "bosko").phase == 2, 15)
    x, y = place_of(world, "bosko")
    assert abs(y - 50) > 12, "from where he stood he has gone well round"
    assert (x - 70) ** 2 + (y - 50) ** 2 < 30**2


# --------------------------------------------------------------------------- lines of fire


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [(50, 50, "bystander"), (50, 53, ""), (63.5, 50, "bystander"), (75, 50, "")],
)
def test_the_sights_say_who_stands_in_the_line(x: float, y: float, said: str) -> None:
    world = police(CHERITTO, person("pedestrian", x, y), still=["cheritto"])
    aim_at(world, 60, 50)
    world.step(NEUTRAL._replace(aim=0, aim_distance=80, buttons=Button.AIM))
    assert picture(world).hud.in_line == said


def test_a_policemans_shot_past_a_bystander_is_counted_and_one_through_a_free_line_is_not() -> None:
    for y, reckless in ((50.3, 1), (56.0, 0)):
        world = police(CHERITTO, person("pedestrian", 50, y), still=["cheritto"])
        disarmed(world, "cheritto")
        armed(world, "hanna", "pistol_45")
        run(world, 0.2, NEUTRAL._replace(aim_distance=80, buttons=Button.AIM))
        world.step(NEUTRAL._replace(aim_distance=80, buttons=Button.AIM | Button.FIRE))
        assert who(world, "hanna").shots == 1
        assert world.mission.counters.get("reckless", 0) == reckless


def test_policemen_do_not_fire_with_people_close_behind_their_man() -> None:
    from game.sim.ai import aiming

    world = police(CHERITTO, person("patrol", 42, 48), person("pedestrian", 71, 51.2))
    run(world, 0.2)
    brain = world.catalog.brains["patrol"]
    assert not aiming.is_line_free(world, who(world, "patrol"), brain, 60, 50)
    put(world, "pedestrian", 71, 58)
    run(world, 0.2)
    assert aiming.is_line_free(world, who(world, "patrol"), brain, *place_of(world, "cheritto"))


def test_nobody_fires_through_a_friend_who_sits_in_a_car() -> None:
    from game.sim.ai import aiming

    world = yard(
        [person("neil", 40, 50), person("chris", 50, 50, vehicle="car"), person("patrol", 60, 50)],
        [vehicle("sedan", 50, 50, name="car")],
    )
    brain = world.catalog.brains["crew"]
    assert not aiming.is_line_free(world, who(world, "neil"), brain, 60, 50.4)


# --------------------------------------------------------------------------- a shield, and the one shot


def shielded(world: World) -> bool:
    return lines_of_fire.has_shield(world, who(world, "cheritto"))


def test_he_takes_her_by_the_neck_holds_a_pistol_and_backs_away() -> None:
    world = police(
        CHERITTO,
        person("pedestrian", 64, 50, name="girl"),
        markers=[Marker(90, 50, "out")],
        plans=[plan("cheritto", start=call("seize", who="girl", to="out"))],
    )
    disarmed(world, "hanna")
    run_until(world, shielded, 10)
    man, girl = who(world, "cheritto"), who(world, "girl")
    assert girl.stance == Stance.HANDS_UP and world.mission.counters["seized"] == 1
    assert catalog().weapons[man.guns[man.gun].weapon].is_one_handed
    x = place_of(world, "cheritto")[0]
    run(world, 6)
    assert place_of(world, "cheritto")[0] > x + 3.0
    assert distance(world, "cheritto", "girl") < 0.8


def held_up(aim: str = "west", hanna: tuple[float, float] = (48.0, 50.0)) -> World:
    """Cheritto behind the girl, looking one way, Hanna somewhere about him."""
    world = police(person("cheritto", 60, 50, aim), GIRL, still=["cheritto"])
    man, girl = who(world, "cheritto"), who(world, "girl")
    disarmed(world, "cheritto")
    spawning.set_stance(world, girl, Stance.HANDS_UP)
    carrying.lift(world, man, girl)
    put(world, "hanna", *hanna)
    armed(world, "hanna", "pistol_45")
    run(world, 0.2)
    return world


def test_from_before_them_the_shield_is_in_the_line_and_takes_the_round() -> None:
    world = held_up()
    aim_at(world, *place_of(world, "cheritto"))
    aim = who(world, "hanna").aim
    world.step(NEUTRAL._replace(aim=aim, aim_distance=48, buttons=Button.AIM))
    assert picture(world).hud.in_line == "shield"
    girl = who(world, "girl")
    for _ in range(4):
        run(world, 0.6, NEUTRAL._replace(aim=aim, aim_distance=48, buttons=Button.AIM))
        world.step(NEUTRAL._replace(aim=aim, aim_distance=48, buttons=Button.AIM | Button.FIRE))
    assert girl.health < girl.full_health


def test_from_the_side_one_shot_ends_it_and_she_runs() -> None:
    world = held_up("west", (60.0, 58.0))
    aim_at(world, *place_of(world, "cheritto"))
    aim = who(world, "hanna").aim
    run(world, 0.8, NEUTRAL._replace(aim=aim, aim_distance=32, buttons=Button.AIM))
    assert picture(world).hud.in_line == ""
    world.step(NEUTRAL._replace(aim=aim, aim_distance=32, buttons=Button.AIM | Button.FIRE))
    run(world, 0.5)
    girl = who(world, "girl")
    assert who(world, "cheritto").stance in (Stance.DOWN, Stance.DEAD)
    assert girl.health == girl.full_health and girl.lifted_by < 0 and girl.stance == Stance.STAND


def test_whoever_pursues_comes_up_where_he_does_not_look_and_waits_for_the_line() -> None:
    world = beat_of(
        [person("casals", 45, 50), HANNA, CHERITTO, person("pedestrian", 62, 50, name="girl"), person("neil", 150, 90)],
        markers=[Marker(80, 50, "out")],
        police=["casals", "hanna"],
        still=["neil"],
        plans=[
            plan("cheritto", start=call("seize", who="girl", to="out")),
            plan("hanna", start=call("pursue", who="cheritto")),
        ],
    )
    disarmed(world, "cheritto")
    armed(world, "cheritto", "pistol_45")
    who(world, "cheritto").guns[0].rounds, who(world, "cheritto").guns[0].spares = 0, []
    run_until(world, lambda w: not who(w, "cheritto").is_able, 60)
    girl = who(world, "girl")
    assert girl.health == girl.full_health
    assert who(world, "hanna").shots <= 3


def test_others_hold_their_fire_while_she_stands_before_him() -> None:
    world = held_up("west", (30.0, 80.0))
    man = who(world, "cheritto")
    armed(world, "cheritto", "pistol_45")
    girl = who(world, "girl")
    level = police(person("cheritto", 60, 50, "west"), GIRL, person("patrol", 48, 50), still=["cheritto"])
    spawning.set_stance(level, who(level, "girl"), Stance.HANDS_UP)
    carrying.lift(level, who(level, "cheritto"), who(level, "girl"))
    level.heat.stage, level.heat.knows_faces = 3, True
    run(level, 6)
    assert who(level, "patrol").shots == 0 and man.is_able and girl.health == girl.full_health


def test_the_player_takes_a_shield_with_aim_and_use() -> None:
    world = yard([person("neil", 50, 50), person("pedestrian", 51, 50, name="girl")])
    world.step(NEUTRAL._replace(buttons=Button.AIM))
    assert picture(world).hud.prompt == "seize"
    play(world, "aim+use 60")
    assert lines_of_fire.has_shield(world, who(world, "neil"))
    play(world, "drop 1")
    girl = who(world, "girl")
    assert girl.lifted_by < 0 and girl.stance == Stance.STAND and girl.fear == 1.0


def test_runs_for_it_under_fire() -> None:
    world = yard(
        [person("neil", 20, 20), person("chris", 60, 50), person("patrol", 80, 44)],
        zones=[zone("end", 60, 80, 4, 4)],
        plans=[plan("chris", start=call("run_to", at="end"))],
        still=["patrol"],
    )
    run_until(world, lambda w: abs(place_of(w, "chris")[1] - 82) < 3, 14)


def test_disable_puts_a_tyre_out_and_not_through_people() -> None:
    for bystander, flat in (((60.0, 90.0), True), ((50.0, 50.6), False)):
        world = police(
            person("neil", 62, 60, vehicle="car"),
            person("pedestrian", *bystander, name="girl"),
            vehicles=[vehicle("sedan", 62, 50, name="car")],
            plans=[plan("hanna", start=call("disable", vehicle="car"))],
            beats=[Beat("flat", when=call("tyre_out", vehicle="car"))],
        )
        for _ in range(12 * 60):
            world.step(world.suggest())
            if "flat" in world.mission.reached:
                break
        assert ("flat" in world.mission.reached) is flat


def test_behind_a_shield_he_fires_only_at_who_comes_near_and_takes_his_eyes_off_one_alone() -> None:
    world = police(
        CHERITTO,
        person("pedestrian", 64, 50, name="girl"),
        markers=[Marker(66, 50, "out")],
        plans=[plan("hanna", start=call("wait")), plan("cheritto", start=call("seize", who="girl", to="out"))],
    )
    disarmed(world, "hanna")
    run_until(world, shielded, 12)
    man, hanna = who(world, "cheritto"), who(world, "hanna")
    fired, farthest = man.shots, 0
    for _ in range(40 * 60):
        x, y = world.position(man.id)
        put(world, "hanna", x - 12.0, y)
        world.step(NEUTRAL)
        farthest = max(farthest, abs(turn(man.aim, direction(world.position(hanna.id)[0] - x, 0.0))))
    assert man.shots == fired, "nobody is within eight metres"
    assert farthest > 12743, "there comes a moment in which she stands at his side"
