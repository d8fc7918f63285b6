"""Two men in the dark: what each can know of the other, and that he knows no more."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from game.content.level import Flight, Item, Lamp, Level, SoundSource, Wall, Zone
from game.sim import events, shadows
from game.sim.ai import belief, duel_ears, duel_senses
from game.sim.ai.belief import WHOLE, Belief
from game.sim.angles import direction
from game.sim.entities import Person
from game.sim.input_frame import NEUTRAL, Button, InputFrame
from game.sim.run_setup import RunSetup
from game.sim.world import World
from tests.worlds import call, catalog, person, plan, wall, yard_level, zone

GROUND = "ground"


def field(
    neil: tuple[float, float] = (60.0, 50.0),
    hanna: tuple[float, float] = (140.0, 50.0),
    walls: tuple[Wall, ...] = (),
    *,
    lamps: tuple[Lamp, ...] = (),
    flights: tuple[Flight, ...] = (),
    sounds: tuple[SoundSource, ...] = (),
    zones: tuple[Zone, ...] = (),
    items: tuple[Item, ...] = (),
    hanna_step: str = "hunt",
    hanna_exits: tuple[str, ...] = (),
) -> Level:
    """Grass at midnight with two men on it: Neil for a way out in the west, Hanna after him."""
    hunts = {"who": "neil", "ground": GROUND, **({"exits": hanna_exits} if hanna_exits else {})}
    plans = (
        plan("neil", start=call("evade", who="hanna", ground=GROUND, exits=("hole",))),
        plan("hanna", start=call(hanna_step, **(hunts if hanna_step == "hunt" else {}))),
    )
    level = yard_level(
        (person("neil", *neil), person("hanna", *hanna, "west")),
        walls=walls,
        zones=(zone(GROUND, 0.0, 0.0, 200.0, 100.0), *zones),
        items=items,
        plans=plans,
        ground="grass",
    )
    hole = dataclasses.replace(_marker(), x=4.0, y=50.0, name="hole", facing=32768)
    digest = f"{level.digest} {neil} {hanna} {lamps} {flights} {sounds}"
    return dataclasses.replace(
        level, hour="midnight", lamps=lamps, flights=flights, sounds=sounds, markers=(hole,), digest=digest
    )


def _marker():  # type: ignore[no-untyped-def]
    from game.content.level import Marker

    return Marker(0.0, 0.0, "")


def begun(level: Level, ticks: int = 30, seed: int = 1) -> World:
    world = World.new(level, catalog(), RunSetup("yard", seed=seed, difficulty="professional"))
    for _ in range(ticks):
        world.step(NEUTRAL)
    return world


def of(world: World, name: str) -> Belief:
    return world.beliefs[world.person_named[name].id]


def turn_to(world: World, who: str, whom: str) -> None:
    a, b = world.person_named[who], world.person_named[whom]
    ax, ay = world.position(a.id)
    bx, by = world.position(b.id)
    a.aim = direction(bx - ax, by - ay)


# ---------------------------------------------------------------- belief


def test_chances_add_up_and_spread_no_faster_than_a_man_runs() -> None:
    world = begun(field())
    found = belief.founded(world.place, 1, world.zones[GROUND], 1)
    found.see(100.0, 50.0)
    for _ in range(4):
        found.spread()
    assert abs(int(found.chances.sum()) - WHOLE) < WHOLE // 50
    assert found.share_near(100.0, 50.0, 4) > 98
    assert int(found.chances[12, 35]) <= belief.LEAK + 1, "forty metres off after three seconds"


def test_looking_clears_and_a_sound_raises() -> None:
    world = begun(field())
    found = belief.founded(world.place, 1, world.zones[GROUND], 1)
    before = found.share_near(100.0, 50.0)
    found.clear([(25, 12, 90), (24, 12, 90), (25, 13, 90), (26, 12, 90), (25, 11, 90)])
    assert found.share_near(100.0, 50.0) <= before
    found.raise_about(60.0, 30.0, 8.0, 60)
    assert found.share_near(60.0, 30.0, 3) >= 55
    x, y, share = found.peak()
    assert abs(x - 60.0) < 9.0
    assert abs(y - 30.0) < 9.0
    assert share > 40


def test_the_belief_goes_round_walls() -> None:
    world = begun(field(walls=(wall(96.0, 0.0, 4.0, 90.0),)))
    found = belief.founded(world.place, 1, world.zones[GROUND], 1)
    found.see(88.0, 20.0)
    for _ in range(30):
        found.drift(0, 120.0, 20.0)
        found.spread()
    assert not found.free[5, 24]
    assert int(found.chances[5, 24]) == 0


# ---------------------------------------------------------------- no hidden truth


Where = Callable[[int], tuple[float, float]]


def actions_of(
    watched: str,
    level: Level,
    hidden_at: Where,
    noise_at: int | range = -1,
    pockets: tuple[str, ...] = (),
    *,
    moves: bool = False,
    seed: int = 1,
    may_see: bool = False,
) -> list[tuple[int, ...]]:
    """What `watched` does while the other is put, each tick, where `hidden_at` says; steps are heard at `noise_at`."""
    world = begun(level, 2, seed)
    heard_at = range(noise_at, noise_at + 1) if isinstance(noise_at, int) else noise_at
    for item in pockets:
        _bound(call("pocket", who=watched, item=item)).act(world)
    other = world.person_named["neil" if watched == "hanna" else "hanna"]
    one = world.minds[world.person_named[watched].id]
    done = []
    for tick in range(900):
        world.physics.place(other.id, *hidden_at(tick), 0.0)
        other.move_x = other.move_y = other.buttons = 0
        world.beliefs.pop(other.id, None)
        hands = world.minds[other.id].hands
        hands.move_x = hands.move_y = hands.buttons = 0
        if tick in heard_at:
            world.make_noise(*hidden_at(tick), 8.0, "step", other.id)
        world.step(world.suggest() if moves else NEUTRAL)
        done.append((one.hands.move_x, one.hands.move_y, one.hands.aim, one.hands.buttons))
        held = world.beliefs.get(world.person_named[watched].id)
        assert may_see or held is None or held.cue not in ("sight", "shadow")
    return done


@pytest.mark.parametrize("watched", ["hanna", "neil"])
@pytest.mark.parametrize("apart", [40.0, 9.0])
def test_moving_the_hidden_man_without_a_cue_changes_nothing_of_what_the_other_does(watched: str, apart: float) -> None:
    """The other stands behind a long wall, silent, far off or near; in one world he is put somewhere else behind it."""
    level = field((99.0 - apart, 50.0), (101.0 + apart, 50.0), (wall(99.0, 0.0, 2.0, 100.0, height=4.0),))
    x = 99.0 - apart if watched == "hanna" else 101.0 + apart
    still = actions_of(watched, level, lambda tick: (x, 50.0))
    assert still == actions_of(watched, level, lambda tick: (x, 50.0 + (23.0 if tick > 60 else 0.0)))
    assert len({frame[:3] for frame in still}) > 10, "he looks for him, or goes his way"


@pytest.mark.parametrize("watched", ["hanna", "neil"])
def test_one_step_that_is_heard_changes_what_the_other_does(watched: str) -> None:
    """So that the test above could fail: the same wall, the same places, and one sound that tells where he is."""
    level = field((86.0, 50.0), (114.0, 50.0), (wall(99.0, 0.0, 2.0, 100.0, height=4.0),))
    x = 86.0 if watched == "hanna" else 114.0
    silent = actions_of(watched, level, lambda tick: (x, 50.0))
    assert silent != actions_of(watched, level, lambda tick: (x, 50.0), noise_at=300)


@pytest.mark.parametrize("watched", ["hanna", "neil"])
def test_after_the_last_sound_neither_throws_nor_cuts_by_where_the_other_has_gone(watched: str) -> None:
    """Steps are heard in both worlds; then the hidden man goes elsewhere in one of them, and a bolt flies the same way in both."""
    items = (Item(20.0, 20.0, "bolt", "bolt"), Item(20.0, 20.0, "cutters", "cutters"))
    level = field(
        (88.0, 50.0), (112.0, 50.0), (wall(99.0, 0.0, 2.0, 100.0, height=4.0),), items=items, hanna_exits=("hole",)
    )
    x = 88.0 if watched == "hanna" else 112.0

    def done(off: float) -> list[tuple[int, ...]]:
        where: Where = lambda tick: (x, 50.0 + (off if tick > 260 else 0.0))  # noqa: E731
        return actions_of(watched, level, where, noise_at=range(120, 241, 20), pockets=("bolt", "cutters"))

    still = done(0.0)
    assert still == done(21.0)
    assert any(frame[3] & Button.THROW for frame in still), "the sound made him play his trick"


@pytest.mark.parametrize("reaches", [False, True])
def test_whoever_cuts_goes_on_whatever_the_hidden_man_does(reaches: bool) -> None:
    """Neil at his hole with cutters: a silent man behind a wall changes nothing, one who is heard running up does."""
    hole = wall(2.6, 0.0, 0.3, 100.0, "fence", 2.2)
    level = field(
        (6.0, 50.0), (75.0, 50.0), (hole, wall(24.0, 0.0, 2.0, 100.0, height=4.0)),
        zones=(zone("gap", 0.0, 40.0, 8.0, 20.0, "climb"),), items=(Item(20.0, 20.0, "cutters", "cutters"),),
    )  # fmt: skip
    still = actions_of("neil", level, lambda tick: (30.0, 50.0), pockets=("cutters",), moves=True)
    other = actions_of(
        "neil", level, lambda tick: (30.0, 50.0 + (12.0 if tick > 60 else 0.0)),
        noise_at=range(200, 261, 20) if reaches else -1, pockets=("cutters",), moves=True,
    )  # fmt: skip
    assert any(frame[3] & Button.DISARM for frame in still)
    assert (still == other) is not reaches


def test_a_mind_that_knew_the_truth_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """With senses that hand on where the other really is, the man who was moved changes everything."""
    honest = duel_senses._look

    def cheats(world: World, person: Person, found: Belief) -> None:
        honest(world, person, found)
        found.see(*world.position(found.who))

    monkeypatch.setattr(duel_senses, "_look", cheats)
    level = field((59.0, 50.0), (141.0, 50.0), (wall(99.0, 0.0, 2.0, 100.0, height=4.0),))
    still = actions_of("hanna", level, lambda tick: (59.0, 50.0))
    assert still != actions_of("hanna", level, lambda tick: (59.0, 50.0 + (23.0 if tick > 60 else 0.0)))


# ---------------------------------------------------------------- eyes


def reach(world: World, light: int) -> float:
    return duel_senses.reach_in(world, world.person_named["hanna"], light, False)


def test_one_is_seen_farther_in_the_light_than_in_the_dark() -> None:
    world = begun(field())
    assert reach(world, 10) < 8.0 < 25.0 < reach(world, 45)
    assert duel_senses.reach_in(world, world.person_named["hanna"], 45, True) < 0.5 * reach(world, 45)


@pytest.mark.parametrize(("lit", "sees"), [(True, True), (False, False)])
def test_whether_he_is_seen_is_a_matter_of_light(lit: bool, sees: bool) -> None:
    lamps = (Lamp(100.0, 42.0, "#ffffff", 22.0, 6.0, 1.0),) if lit else ()
    world = begun(field((100.0, 50.0), (124.0, 50.0), lamps=lamps, hanna_step="wait"), 4)
    hanna = world.person_named["hanna"]
    step = call("hunt", who="neil", ground=GROUND)
    world.minds[hanna.id].give(_bound(step))
    for _ in range(40):
        turn_to(world, "hanna", "neil")
        world.step(NEUTRAL)
    assert (world.tick - of(world, "hanna").seen_tick < 60) is sees


def _bound(step):  # type: ignore[no-untyped-def]
    from game.sim.mission.calls import bind

    return bind(step, {})


def test_the_hunter_throws_between_the_other_and_his_way_out() -> None:
    """Neil is heard west of Hanna, his hole lies in the west: the bolt falls on that side, to turn him back."""
    level = field((100.0, 50.0), (122.0, 50.0), items=(Item(122.0, 50.0, "bolt", "bolt"),), hanna_exits=("hole",))
    world = begun(level, 2)
    neil, hanna, item = world.person_named["neil"], world.person_named["hanna"], world.item_named["bolt"]
    item.state, item.carrier, hanna.item = "carried", hanna.id, item.id
    world.physics.place(neil.id, 20.0, 90.0, 0.0)
    thrown: list[events.Thrown] = []
    for _ in range(240):
        found = of(world, "hanna")
        if not thrown:
            found.see(100.0, 50.0)
            found.cue, found.cue_tick = "step", world.tick
        happened = world.step(NEUTRAL)
        thrown += [event for event in happened if isinstance(event, events.Thrown) and event.who == hanna.id]
    assert thrown
    assert item.state == "lying"
    assert item.x < 118.0, "toward his way out"
    assert abs(item.y - 50.0) > 5.0, "aside"


def test_a_shadow_gives_away_who_is_hidden_himself() -> None:
    """Neil stands behind a box, a low lamp behind him: Hanna sees his shadow beside it, not him."""
    lamps = (Lamp(100.0, 30.0, "#ffffff", 60.0, 0.9, 1.0),)
    box = (wall(103.0, 44.0, 12.0, 2.2, height=2.4),)
    world = begun(field((102.0, 40.0), (130.0, 62.0), box, lamps=lamps), 4)
    neil, hanna = world.person_named["neil"], world.person_named["hanna"]
    world.physics.place(neil.id, 102.0, 42.0, 0.0)
    cast = shadows.cast(world, neil)
    assert cast
    assert cast[0].ahead_y > 0.9, "away from the lamp"
    part = shadows.seen_part(world, cast[0], *world.position(hanna.id), duel_senses.SHADOW_REACH)
    assert part, "it falls beyond the box, where she looks"
    found = of(world, "hanna")
    found.mass[:] = 0
    found.level()
    found.sight, found.seen_tick = 0, -9999
    hanna.aim = direction(part[0][0] - 130.0, part[0][1] - 62.0)
    duel_senses._look_for_shadow(world, hanna, found, neil, 130.0, 62.0)
    assert found.cue == "shadow"
    assert found.share_near(102.0, 42.0, 3) > 60


def test_no_shadow_without_strong_light_or_when_lying() -> None:
    world = begun(field(), 4)
    assert shadows.cast(world, world.person_named["neil"]) == []


def test_a_strong_low_lamp_in_the_eyes_blinds() -> None:
    flight = Flight(((190.0, 90.0), (10.0, 90.0)), "heavy", "bars", 1.0, 60.0, 0.0, 1.0, 30.0, 0.0)
    lamps = (Lamp(100.0, 70.0, "#ffffff", 60.0, 0.9, 1.0, 360, "bars"),)
    world = begun(field((60.0, 20.0), (100.0, 50.0), lamps=lamps, flights=(flight,)), 4)
    hanna, found = world.person_named["hanna"], of(world, "hanna")
    hanna.aim = direction(0.0, 1.0)
    duel_senses._dazzle(world, hanna, found, *world.position(hanna.id))
    assert found.dazzled_until > world.tick
    hanna.aim = direction(0.0, -1.0)
    found.dazzled_until = 0
    duel_senses._dazzle(world, hanna, found, *world.position(hanna.id))
    assert found.dazzled_until == 0


# ---------------------------------------------------------------- ears


def heard(world: World, kind: str, radius: float, x: float, y: float) -> bool:
    from game.sim.entities import Noise

    hanna, neil = world.person_named["hanna"], world.person_named["neil"]
    return duel_ears.audible(world, hanna, Noise(x, y, radius, kind, neil.id)) >= 0.0


def test_steps_carry_at_night_but_not_through_a_generator_or_under_a_jet() -> None:
    quiet = begun(field((110.0, 50.0), (140.0, 50.0)), 4)
    assert heard(quiet, "step", 8.0, 110.0, 50.0)
    assert not heard(quiet, "step", 8.0, 30.0, 50.0)
    assert heard(quiet, "step", 6.0, 110.0, 50.0), "that softer step as well, where no generator runs"
    hut = SoundSource(146.0, 50.0, "hut", "generator")
    assert not heard(begun(field((110.0, 50.0), (140.0, 50.0), sounds=(hut,)), 4), "step", 6.0, 110.0, 50.0)
    flight = Flight(((140.0, 60.0), (130.0, 60.0)), "heavy", "", 0.5, 60.0, 0.0, 0.5, 1.0, 0.0, 20.0)
    under = begun(field((110.0, 50.0), (140.0, 50.0), flights=(flight,)), 45)
    assert not heard(under, "step", 8.0, 110.0, 50.0)
    assert heard(under, "shot", 120.0, 110.0, 50.0)


def test_a_wall_dampens_steps() -> None:
    wall_between = (wall(125.0, 40.0, 2.0, 20.0),)
    assert heard(begun(field((110.0, 50.0), (140.0, 50.0)), 4), "step", 3.5, 110.0, 50.0)
    assert not heard(begun(field((110.0, 50.0), (140.0, 50.0), wall_between), 4), "step", 3.5, 110.0, 50.0)


def test_whoever_stands_still_hears_farther_than_who_runs() -> None:
    world = begun(field((110.0, 50.0), (140.0, 50.0)), 4)
    hanna = world.person_named["hanna"]
    assert heard(world, "step", 2.6, 110.0, 50.0), "beyond what a walker would hear"
    world.physics.vx[hanna.id] = 5.0
    assert not heard(world, "step", 2.6, 110.0, 50.0)
    assert not heard(world, "step", 5.0, 110.0, 50.0)


def test_a_thrown_bolt_is_heard_where_it_falls() -> None:
    bolt = Item(60.0, 50.0, "bolt", "bolt")
    world = begun(field((60.0, 50.0), (84.0, 30.0), items=(bolt,)), 4)
    neil, item = world.person_named["neil"], world.item_named["bolt"]
    item.state, item.carrier, neil.item = "carried", neil.id, item.id
    found = of(world, "hanna")
    throw = InputFrame(0, 0, direction(0.3, -1.0), 60, Button.THROW)
    world.step(throw)
    for _ in range(60):
        world.step(InputFrame(aim=direction(0.3, -1.0)))
    assert item.state == "lying"
    assert 8.0 < 50.0 - item.y < 40.0, "farther than a bag"
    assert found.cue == "thud"
    assert found.share_near(item.x, item.y, 5) > 40


def test_who_has_run_is_heard_breathing() -> None:
    world = begun(field((60.0, 50.0), (140.0, 50.0)))
    neil, found = world.person_named["neil"], of(world, "neil")
    found.breath = duel_ears.WINDED
    kinds = []
    for _ in range(200):
        world.noises.clear()
        world.tick += 1
        duel_ears.breathe(world, neil, found)
        kinds += [noise.kind for noise in world.noises]
    assert kinds.count("breath") == 2


# ---------------------------------------------------------------- the fence


def test_a_fence_is_climbed_where_the_map_says_so_and_is_heard() -> None:
    mesh = wall(70.0, 0.0, 0.3, 100.0, "fence", 2.2)
    level = field((68.9, 50.0), (140.0, 50.0), (mesh,), zones=(zone("gap", 66.0, 40.0, 8.0, 20.0, "climb"),))
    world = begun(level, 4)
    for _ in range(150):
        world.step(InputFrame(aim=0, buttons=Button.USE))
        if world.position(world.player)[0] > 70.5:
            break
    assert world.position(world.player)[0] > 70.5
    assert world.mission.counters["climbed"] == 1
    assert of(world, "hanna").cue in ("", "fence")
    other = begun(field((68.9, 20.0), (140.0, 50.0), (mesh,), zones=(zone("gap", 66.0, 40.0, 8.0, 20.0, "climb"),)), 4)
    for _ in range(150):
        other.step(InputFrame(aim=0, buttons=Button.USE))
    assert other.position(other.player)[0] < 70.0, "not where it cannot be climbed"


@pytest.mark.parametrize("x", [8.0, 8.2, 8.4, 7.8])
def test_a_fence_a_metre_thick_is_climbed_from_wherever_one_stands_before_it(x: float) -> None:
    """Its far side is where he would land: whether that still counts as fence must not hang on the last bit of where he stands."""
    from game.sim.systems import climbing

    mesh = wall(6.0, 0.0, 1.0, 100.0, "fence", 2.2)
    level = field((20.0, 50.0), (140.0, 50.0), (mesh,), zones=(zone("gap", 4.0, 40.0, 8.0, 20.0, "climb"),))
    world = begun(level, 2)
    neil = world.person_named["neil"]
    world.physics.place(neil.id, x, 51.92, 0.0)
    neil.aim = 32768
    there = climbing.landing(world, neil)
    assert there is not None
    assert there[0] <= 6.0


def test_a_duel_is_the_same_again_and_after_a_restore() -> None:
    from game.sim import snapshot
    from game.sim.checksum import checksum, difference

    level = field((70.0, 50.0), (110.0, 50.0), lamps=(Lamp(90.0, 50.0, "#ffffff", 20.0, 6.0, 0.8),))
    world = begun(level, 240)
    kept = snapshot.take(world)
    for _ in range(180):
        world.step(NEUTRAL)
    again = snapshot.restore(kept, level, catalog())
    for _ in range(180):
        again.step(NEUTRAL)
    assert difference(world, again) == []
    assert checksum(world) == checksum(again)


def test_every_shot_has_its_reason() -> None:
    level = field((80.0, 50.0), (90.0, 50.0), lamps=(Lamp(85.0, 46.0, "#ffffff", 26.0, 6.0, 1.0),))
    world = begun(level, 2)
    fired = 0
    for _ in range(900):
        for event in world.step(world.suggest()):
            if isinstance(event, events.ShotFired) and event.who in world.beliefs:
                fired += 1
                found = world.beliefs[event.who]
                assert world.tick - found.seen_tick < 30
                assert found.mode == "fire"
    assert fired > 0


# ---------------------------------------------------------------- tricks, and what is fair


def test_the_hunted_throws_a_bolt_aside_when_the_hunter_is_near_and_looks_for_him() -> None:
    """And away from where he himself means to go; the hunter hears it fall there."""
    level = field((100.0, 50.0), (124.0, 50.0), items=(Item(100.0, 50.0, "bolt", "bolt"),))
    world = begun(level, 2)
    neil, item = world.person_named["neil"], world.item_named["bolt"]
    item.state, item.carrier, neil.item = "carried", neil.id, item.id
    thrown = []
    for _ in range(240):
        found = of(world, "neil") if neil.id in world.beliefs else None
        if found is not None and found.seen_tick < 0 and not thrown:
            found.raise_about(124.0, 50.0, 4.0, 90)
            found.cue, found.cue_tick = "step", world.tick
        thrown += [event for event in world.step(world.suggest()) if isinstance(event, events.Thrown)]
    assert thrown
    assert item.state == "lying"
    hole_x = 4.0
    assert item.x - hole_x > 92.0, "not the way he goes"
    assert abs(item.y - 50.0) > 5.0, "aside"


def test_whoever_challenges_aims_and_does_not_fire() -> None:
    lamps = (Lamp(95.0, 46.0, "#ffffff", 26.0, 6.0, 1.0),)
    world = begun(field((90.0, 50.0), (98.0, 50.0), lamps=lamps, hanna_step="wait"), 2)
    hanna = world.person_named["hanna"]
    world.minds[hanna.id].give(_bound(call("challenge", who="neil")))
    aimed = False
    for _ in range(300):
        fired = [one for one in world.step(NEUTRAL) if isinstance(one, events.ShotFired) and one.who == hanna.id]
        assert not fired
        aimed |= bool(hanna.buttons & Button.AIM) and abs(hanna.aim - 32768) < 900
    assert aimed


@pytest.mark.parametrize(
    ("difficulty", "least", "most"), [("story", 0.14, 0.25), ("film", 0.19, 0.35), ("professional", 1.0, 1.0)]
)
def test_the_difficulty_scales_the_other_mans_senses_and_never_ones_own(
    difficulty: str, least: float, most: float
) -> None:
    world = World.new(field(), catalog(), RunSetup("yard", seed=1, difficulty=difficulty))
    world.step(NEUTRAL)
    own = duel_senses.reach_in(world, world.person_named["neil"], 42, False)
    his = duel_senses.reach_in(world, world.person_named["hanna"], 42, False)
    assert own == duel_senses.MOST
    assert least <= his / own <= most


def test_what_the_others_of_the_police_have_seen_is_heard_by_radio() -> None:
    world = begun(field(), 4)
    found = of(world, "hanna")
    world.heat.seen_tick, world.heat.last_x, world.heat.last_y = world.tick, 20.0, 80.0
    for _ in range(belief.SPREAD_TICKS + 1):
        world.step(NEUTRAL)
    assert found.cue == "radio"
    assert found.share_near(20.0, 80.0, 4) > 50
    assert of(world, "neil").cue != "radio"
