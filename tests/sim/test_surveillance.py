"""Security cameras and casing: whose face is on the tape, who watches, what comes of it, and what is noticed beforehand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.content.level import Beat, Door, Fixture, Item, SecurityCamera
from game.sim import checksum, events, snapshot
from game.sim.ai import steps
from game.sim.mission import scoring
from game.sim.picture import picture
from game.sim.systems import surveillance
from game.sim.world import World
from tests.worlds import (
    aim_at,
    beat_of,
    call,
    mind,
    person,
    place_of,
    play,
    put,
    run,
    run_until,
    those,
    wall,
    who,
    yard,
)

LENS = SecurityCamera(50.0, 50.0, "cam", reach=14.0, cone=60.0, tape="tape", guard="guard")
TAPE = Item(20.0, 80.0, "tape", "tape", "", 2.0)
GUARD = person("guard", 22.0, 80.0)
BELL = Fixture(30.0, 80.0, "bell", "alarm")


def watched(x: float = 58.0, y: float = 50.0, *people: object, lens: SecurityCamera = LENS, **more: object) -> World:
    """Neil with his gun under his coat before a camera that looks east from (50, 50); the guard far off by his screen."""
    names = [one.name or one.spec for one in people]  # type: ignore[attr-defined]
    more = {"items": (TAPE,), "fixtures": (BELL,), "still": ("neil", *names), **more}
    world = yard([person("neil", x, y, "west"), *people], [], cameras=(lens,), **more)  # type: ignore[arg-type, list-item]
    who(world, "neil").gun = -1
    return world


def filmed(world: World) -> bool:
    return bool(surveillance.faces(world))


@pytest.mark.parametrize(
    ("x", "y", "is_on_it"),
    [(58.0, 50.0, True), (58.0, 53.0, True), (58.0, 56.0, False), (65.0, 50.0, False), (45.0, 50.0, False)],
)
def test_a_face_is_filmed_in_the_cone_and_within_reach(x: float, y: float, is_on_it: bool) -> None:
    world = watched(x, y)
    found = run(world, 2.0)
    assert filmed(world) is is_on_it
    assert bool(those(found, events.Filmed)) is is_on_it
    assert picture(world).hud.is_filmed is is_on_it


def test_a_wall_a_mask_and_a_moment_hide_a_face() -> None:
    behind = watched(walls=(wall(54, 48, 0.5, 4),))
    run(behind, 3.0)
    assert not filmed(behind)
    masked = watched()
    who(masked, "neil").is_masked = True
    run(masked, 3.0)
    assert not filmed(masked)
    passing = watched()
    run(passing, 0.7)
    put(passing, "neil", 45.0, 50.0)
    run(passing, 2.0)
    assert not filmed(passing)


def test_it_sweeps_to_and_fro() -> None:
    lens = SecurityCamera(50.0, 50.0, "cam", cone=20.0, sweep=60.0, sweep_seconds=8.0, tape="tape")
    world = watched(lens=lens)
    seen = []
    for _ in range(32):
        run(world, 0.25)
        seen.append(surveillance.heading(world.surveillance.cameras[0], lens, world.tick))
    degrees = [(turn + 32768) % 65536 * 360 / 65536 - 180 for turn in seen]
    assert -61 < min(degrees) < -50 and 50 < max(degrees) < 61
    assert max(abs(a - b) for a, b in pairwise(degrees)) < 9, "at an even pace"


def test_the_tape_is_looked_at_half_a_minute_after_the_call_unless_it_was_taken() -> None:
    for is_taken in (False, True):
        world = watched(beats=(Beat("call", when=call("seconds", after=3.0), do=(call("stage", stage=2, cause="x"),)),))
        run(world, 2.0)
        assert filmed(world)
        if is_taken:
            put(world, "neil", 20.0, 79.0)
            play(world, "use 140")
            assert world.item_named["tape"].is_found and who(world, "neil").item == -1, "in his pocket"
        assert not world.heat.described
        found = run(world, 36.0)
        assert (who(world, "neil").id in world.heat.described) is not is_taken
        assert bool(those(found, events.TapeRead)) is not is_taken
        assert scoring.counters(world)["faces_on_tape"] == (0 if is_taken else 1)


def test_who_sits_before_the_picture_goes_for_the_alarm_when_he_sees_a_gun() -> None:
    for shows, comes in ((True, True), (False, False)):
        world = watched(58.0, 50.0, GUARD)
        who(world, "guard").gun = -1
        if shows:
            who(world, "neil").gun = 0
        found = run(world, 3.0)
        assert bool(those(found, events.CameraAlarm)) is comes
        assert isinstance(mind(world, "guard").step, steps.CallPhone) is comes
        if comes:
            run_until(world, lambda w: w.mission.counters.get("calls", 0) > 0, 20.0)


def test_a_guard_who_is_tied_or_has_gone_away_watches_nothing() -> None:
    world = watched(58.0, 50.0, GUARD)
    assert picture(world).cameras[0].state == "watched"
    put(world, "guard", 40.0, 80.0)
    who(world, "neil").gun = 0
    assert not those(run(world, 4.0), events.CameraAlarm)
    assert picture(world).cameras[0].state == "recording"


def test_a_bullet_beside_it_puts_it_out() -> None:
    world = watched(58.0, 50.0, walls=(wall(49.0, 48.0, 0.9, 4.0),))
    who(world, "neil").gun = 0
    aim_at(world, 50.0, 50.0)
    found = play(world, "fire+aim 4, aim 60")
    assert [event.camera for event in those(found, events.CameraBroken)] == ["cam"]
    assert picture(world).cameras[0].state == "broken"
    who(world, "neil").gun = -1
    before = filmed(world)
    run(world, 3.0)
    assert filmed(world) == before


def test_the_crew_marks_what_it_has_seen_and_not_what_is_behind_a_wall() -> None:
    key = Item(0.0, 0.0, "key", "key", inside="manager")
    world = watched(
        58.0,
        50.0,
        person("businessman", 60.0, 50.0, name="manager"),
        person("guard", 90.0, 50.0),
        walls=(wall(70, 40, 0.5, 20), wall(61, 55.5, 3, 1), wall(65, 55.5, 3, 1)),
        items=(TAPE, key),
        doors=(Door(64.5, 56.0, "vault", "vault", 1.0, material="metal", facing=16384, is_locked=True, key="key"),),
    )
    found = those(run(world, 1.0), events.Cased)
    assert {(event.kind, event.name) for event in found} == {("camera", "cam"), ("key", "manager"), ("locked", "vault")}
    assert world.mission.counters["cased"] == 3
    view = picture(world)
    assert {one.kind for one in view.cased} == {"camera", "key", "locked"} and view.hud.cased == (3, 6)
    assert view.cameras[0].is_known
    put(world, "neil", 80.0, 50.0)
    found = those(run(world, 1.0), events.Cased)
    assert [event.name for event in found] == ["guard"]


def test_what_the_crew_has_cased_is_not_told_to_whoever_plays_the_police() -> None:
    people = [person("neil", 58.0, 50.0, "west"), person("hanna", 90.0, 80.0)]
    world = beat_of(people, police=["hanna"], cameras=(LENS,), items=(TAPE,), fixtures=(BELL,))
    run(world, 1.0)
    assert "cam" in world.surveillance.cased
    view = picture(world)
    assert view.cased == () and view.hud.cased == (0, 0) and not view.cameras[0].is_known


def test_nothing_is_cased_once_the_police_are_called_or_where_no_camera_is() -> None:
    world = watched()
    world.heat.stage = 1
    run(world, 1.0)
    assert not world.surveillance.cased
    plain = yard([person("neil", 58, 50)], [], fixtures=(BELL,))
    put(plain, "neil", 31.0, 80.0)
    run(plain, 1.0)
    assert not plain.surveillance.cased and picture(plain).hud.cased == (0, 0)


def test_cameras_are_in_the_snapshot_and_the_checksum() -> None:
    world = watched(58.0, 50.0, GUARD)
    run(world, 2.0)
    assert world.tick == 120 and filmed(world)
    again = snapshot.restore(snapshot.take(world), world.level, world.catalog)
    assert checksum.checksum(again) == checksum.checksum(world)
    run(world, 2.0)
    run(again, 2.0)
    assert checksum.difference(world, again) == []
    again.surveillance.cameras[0].filmed.clear()
    assert checksum.checksum(again) != checksum.checksum(world)
    assert place_of(again, "neil") == place_of(world, "neil")
