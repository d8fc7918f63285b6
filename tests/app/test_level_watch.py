"""Changing a level while it is played: a new one within a second, with the player where he was; a broken one changes nothing."""

from __future__ import annotations

import gc
import math
import re
import shutil
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.app import bench_reload
from game.app.house import House
from game.app.level_watch import LevelWatch
from game.app.loop import Loop
from game.app.paths import find_level
from game.app.settings import load_settings
from game.app.window import close_window, open_window
from game.content.catalog import load_catalog
from game.levels.kept import Kept
from game.levels.loader import load_level, read_level
from game.render.overlay_story import panel_lines, waiting
from game.scenes.pause import PauseScene
from game.scenes.play import PlayScene
from game.scenes.title import TitleScene, start_run
from game.sim.run_setup import RunSetup
from tests.app.conftest import HOUSE
from tests.input.fingers import key

NO_TIME = 1.0 / 60.0


@pytest.fixture
def street(yard: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Loop, Path]]:
    """The yard, being played in a window that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    path = find_level(yard)
    window = open_window()
    # The window that nobody sees has no focus to lose.
    pygame.event.set_blocked(pygame.WINDOWFOCUSLOST)
    house = House(load_settings(), lambda: None, lambda word, work: work())
    house.theatre.briefed.add(path)
    loop = Loop(window, house, start_run(house.theatre, path, RunSetup(path.stem), TitleScene(house.theatre)))
    for _ in range(5):
        loop.frame(NO_TIME)
    yield loop, path
    loop.scene.close()
    pygame.event.set_allowed(pygame.WINDOWFOCUSLOST)
    close_window()


def scene_of(loop: Loop) -> PlayScene:
    assert isinstance(loop.scene, PlayScene)
    return loop.scene


def play_until(loop: Loop, is_so: object, seconds: float = 5.0) -> float:
    """Frames until something is so; the seconds it took."""
    assert callable(is_so)
    began = time.perf_counter()
    while not is_so():
        assert time.perf_counter() - began < seconds, "nothing came of it"
        loop.frame(NO_TIME)
        time.sleep(0.005)
    return time.perf_counter() - began


def test_a_saved_level_is_played_on_where_the_player_was(street: tuple[Loop, Path]) -> None:
    loop, path = street
    whole = path.read_text(encoding="utf-8")
    scene_of(loop).run.put(20.0, 12.0)
    for _ in range(3):
        loop.frame(NO_TIME)
    place = scene_of(loop).footing()
    times = []
    # The quickest of three: what a second of a busy machine holds says nothing of the game.
    for number in range(3):
        before = loop.scene
        spot = f'<object id="50" name="spot_{number}" type="Marker" x="240" y="240"><point/></object>'
        text = whole.replace("</map>", f' <objectgroup id="50" name="new">{spot}</objectgroup></map>')
        path.write_text(text, encoding="utf-8")
        times.append(play_until(loop, lambda before=before: loop.scene is not before))
        after = scene_of(loop)
        assert [marker.name for marker in after.run.level.markers] == [f"spot_{number}"]
        assert math.dist((after.footing().x, after.footing().y), (place.x, place.y)) < 0.5
        loop.frame(NO_TIME)
        (told,) = [note for note in after.makers._notes() if "Loaded anew" in note]
        assert 0.0 < float(told.split()[2]) < 5.0
    assert min(times) < 1.0, times


def test_the_run_before_is_cleared_away_once_the_new_level_has_been_seen(
    street: tuple[Loop, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each change, and without the collector: that looks at all there is, and the street would stand still once more."""
    loop, path = street
    was = weakref.ref(scene_of(loop).run._session.world)  # type: ignore[attr-defined]
    before = id(loop.scene)
    play = path.with_suffix(".toml")
    play.write_text(play.read_text(encoding="utf-8").replace("A yard", "Another yard"), encoding="utf-8")
    began = time.perf_counter()
    while id(loop.scene) == before:
        assert time.perf_counter() - began < 5.0, "nothing came of it"
        loop.show(NO_TIME)
        time.sleep(0.005)
    assert was() is not None, "not before there is a picture to look at"
    collected: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda *_: collected.append("all"))
    loop.house.sweep()
    assert was() is None and not collected
    loop.house.sweep_all()
    assert collected, "in a menu nobody minds"


def test_many_changes_leave_nothing_behind(street: tuple[Loop, Path]) -> None:
    """What is cleared away without the collector must not pile up: things and memory stay what they were."""
    loop, path = street
    play = path.with_suffix(".toml")
    text, counts = play.read_text(encoding="utf-8"), []
    for number in range(8):
        before = id(loop.scene)
        play.write_text(text.replace("A yard", f"Yard {number}"), encoding="utf-8")
        play_until(loop, lambda before=before: id(loop.scene) != before)
        gc.unfreeze()
        counts.append(len(gc.get_objects()))
        gc.freeze()
    assert counts[-1] - counts[2] < 1_500, f"{counts}: about 5,000 belong to one run of the yard"


def test_a_vehicle_comes_along(street: tuple[Loop, Path]) -> None:
    loop, path = street
    before = scene_of(loop)
    assert before.footing().is_driving
    car = before.now.vehicles[0]
    path.with_suffix(".toml").write_text(
        path.with_suffix(".toml").read_text(encoding="utf-8").replace("A yard", "Another yard"), encoding="utf-8"
    )
    play_until(loop, lambda: loop.scene is not before)
    after = scene_of(loop)
    assert after.run.level.screenplay.place == "Another yard"
    assert after.footing().is_driving
    moved = after.now.vehicles[0]
    assert math.dist((moved.x, moved.y), (car.x, car.y)) < 0.5


def test_a_broken_level_changes_nothing_and_is_told_of(street: tuple[Loop, Path]) -> None:
    loop, path = street
    scene = scene_of(loop)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace('type="Zone"', 'type="Zon"'), encoding="utf-8")
    play_until(loop, lambda: bool(scene.makers._faults))
    assert loop.scene is scene and 'has the unknown class "Zon"; did you mean "Zone"?' in scene.makers._faults[0]
    tick = scene.now.tick
    loop.frame(NO_TIME)
    loop.frame(NO_TIME)
    assert scene.now.tick > tick, "the old level goes on"
    path.write_text(whole, encoding="utf-8")
    play_until(loop, lambda: loop.scene is not scene)
    assert scene_of(loop).makers._faults == ()


def test_the_overlay_draws_every_part_and_changes_no_run(street: tuple[Loop, Path]) -> None:
    loop, _ = street
    scene = scene_of(loop)
    loop.frame(NO_TIME)
    bare = pygame.image.tobytes(loop.window.surface, "RGB")
    scene.event(key(0, code=pygame.K_F2))
    seen = set()
    for _ in range(5):
        scene.draw(loop.window.surface, 1.0)
        seen.add(pygame.image.tobytes(loop.window.surface, "RGB"))
        scene.event(key(0, code=pygame.K_F7))
    assert len(seen) == 5 and bare not in seen
    assert [beat.id for beat in waiting(scene.run.level.screenplay, [], "crew")] == ["away"]
    assert waiting(scene.run.level.screenplay, ["away"], "crew") == []


def test_the_story_says_what_is_waited_for_only_where_everything_is_shown(street: tuple[Loop, Path]) -> None:
    loop, _ = street
    scene = scene_of(loop)
    words = scene.makers.theatre.words
    whole = [line for line, _ in panel_lines(scene.run.level.screenplay, [], "crew", words, is_whole=True)]
    short = [line for line, _ in panel_lines(scene.run.level.screenplay, [], "crew", words, is_whole=False)]
    assert "away" in whole and any("vehicle_in_zone" in line for line in whole)
    assert "away" in short and not any("vehicle_in_zone" in line for line in short)


def test_slow_free_and_put(street: tuple[Loop, Path]) -> None:
    loop, _ = street
    scene = scene_of(loop)
    for code in (pygame.K_F2, pygame.K_F4):
        scene.event(key(0, code=code))
    assert scene.pace == 0.25
    scene.event(key(0, code=pygame.K_F3))
    place = scene.footing()
    scene.event(key(0, code=pygame.K_RIGHT))
    for _ in range(10):
        scene.tick()
    scene.draw(loop.window.surface, 1.0)
    assert scene.makers.is_steering and scene.stage.to_world((640, 360))[0] > place.x + 3.0
    assert math.dist((scene.footing().x, scene.footing().y), (place.x, place.y)) < 0.5
    scene.event(key(0, code=pygame.K_F2))
    assert scene.pace == 1.0 and not scene.makers.is_steering


def test_while_the_game_pauses_behind_the_editor(street: tuple[Loop, Path]) -> None:
    loop, path = street
    before = scene_of(loop)
    before.event(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    loop.frame(NO_TIME)
    loop.frame(NO_TIME)
    paused = loop.scene
    assert isinstance(paused, PauseScene)
    path.write_text(
        path.read_text(encoding="utf-8").replace('width="192" height="192"', 'width="168" height="192"'),
        encoding="utf-8",
    )
    play_until(loop, lambda: paused._play is not before)
    assert loop.scene is paused
    paused.back()
    loop.follow()
    loop.frame(NO_TIME)
    zone = scene_of(loop).run.level.zones[0]
    assert zone.points[1][0] - zone.points[0][0] == 7.0


@pytest.mark.parametrize(
    "changed", ["templates/vehicles/station_wagon.tx", "tilesets/street.tsx", "sandbox/first_job.toml"]
)
def test_every_file_of_a_level_is_watched(tmp_path: Path, changed: str) -> None:
    source, home = Path(__file__).resolve().parents[2] / "levels", tmp_path / "levels"
    for name in ("tilesets", "templates"):
        shutil.copytree(source / name, home / name)
    (home / "sandbox").mkdir()
    for ending in (".tmx", ".toml"):
        shutil.copy(source / "sandbox" / f"first_job{ending}", home / "sandbox")
    adopted: list[tuple[str, bool]] = []
    watch = LevelWatch(
        home / "sandbox" / "first_job.tmx",
        load_catalog(),
        lambda level, is_painted, read_at: adopted.append((level.vehicles[0].spec, is_painted)),
    )
    try:
        assert watch.news() is None
        file = home / changed
        # As editors save: another file takes the old one's place.
        fresh = file.with_name("fresh")
        fresh.write_text(
            file.read_text(encoding="utf-8").replace('value="station_wagon"', 'value="taxi"'), encoding="utf-8"
        )
        fresh.replace(file)
        began = time.perf_counter()
        while (news := watch.news()) is None:
            assert time.perf_counter() - began < 10.0, "nobody noticed"
            time.sleep(0.02)
        assert news.faults == () and news.level is not None
        wanted = "taxi" if changed.endswith(".tx") else "station_wagon"
        assert adopted == [(wanted, changed.endswith(".tsx"))]
        assert watch.news() is None
    finally:
        watch.close()


def test_what_was_saved_while_the_street_was_built_is_noticed(yard: str) -> None:
    path, catalog = find_level(yard), load_catalog()
    read_at = time.time_ns()
    for text, is_news in ((None, False), ("broken", True)):
        if text:
            time.sleep(0.02)
            path.write_text(path.read_text(encoding="utf-8").replace('type="Zone"', 'type="Zon"'), encoding="utf-8")
        watch = LevelWatch(path, catalog, lambda level, is_painted, read_at: None, Kept(), read_at)
        try:
            news = watch.news()
            assert (news is not None) == is_news
            assert news is None or 'unknown class "Zon"' in str(news.faults[0])
        finally:
            watch.close()


def test_what_is_kept_from_the_last_reading_changes_nothing(yard: str) -> None:
    path, catalog, kept = find_level(yard), load_catalog(), Kept()
    whole = path.read_text(encoding="utf-8")
    sheet = path.parent / "tilesets" / "street.tsx"
    tiles = sheet.read_text(encoding="utf-8")
    harder = tiles.replace('name="height" type="float" value="', 'name="height" type="float" value="1')
    assert harder != tiles
    moved = re.sub(r'<object id="(\d+)"([^>]*) x="', r'<object id="\1"\2 x="1', whole)
    rooms = [
        (whole, tiles),
        (whole.replace('"noon"', '"dusk"'), tiles),
        (moved, tiles),
        (moved, harder),
        (whole, tiles),
    ]
    for text, tiled in (rooms[0], *rooms):
        path.write_text(text, encoding="utf-8")
        sheet.write_text(tiled, encoding="utf-8")
        again, alone = read_level(path, catalog, kept=kept), read_level(path, catalog)
        assert again.level == alone.level and again.faults == alone.faults and again.spots == alone.spots
    first, second = load_level(path, catalog, kept=kept), load_level(path, catalog, kept=kept)
    for name in ("people", "vehicles", "walls"):
        found = getattr(first, name)
        assert found and all(one is other for one, other in zip(found, getattr(second, name), strict=True)), (
            f"{name} are not read again"
        )


def test_a_template_that_was_saved_counts_for_what_was_made_of_it(yard: str) -> None:
    path, catalog, kept = find_level(yard), load_catalog(), Kept()
    (path.parent / "templates").mkdir(exist_ok=True)
    template = path.parent / "templates" / "case_of_the_test.tx"
    stamped = '<template><object type="Prop"><properties><property name="kind" value="{}"/></properties><point/></object></template>'
    thing = '<object id="990" template="templates/case_of_the_test.tx" x="48" y="48"/>'
    thing = f'<objectgroup id="990" name="more">{thing}</objectgroup></map>'
    path.write_text(path.read_text(encoding="utf-8").replace("</map>", thing), encoding="utf-8")
    for kind in ("bin", "bin", "bench"):
        template.write_text(stamped.format(kind), encoding="utf-8")
        again = load_level(path, catalog, kept=kept)
        assert [prop.kind for prop in again.props if prop.id == 990] == [kind] and again == load_level(path, catalog)
    template.write_text(stamped.format("obelisk"), encoding="utf-8")
    kept_faults, faults = (read_level(path, catalog, kept=one).faults for one in (kept, None))
    assert kept_faults == faults and 'is "obelisk"' in str(faults[0]), "what is broken is told again at each reading"
    assert read_level(path, catalog, kept=kept).faults == faults


def test_bench_reload_measures_every_kind_of_change(yard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_reload, "TIMES", 1)
    path = find_level(yard)
    shutil.copytree(HOUSE / "levels" / "templates", path.parent / "templates", dirs_exist_ok=True)
    before = path.read_text(encoding="utf-8")
    row = bench_reload.bench_reload(path, RunSetup(path.stem))
    for name in bench_reload.CHANGES:
        found = row[name]
        assert isinstance(found, dict) and 0.0 < found["median_ms"] <= found["max_ms"]
        assert 0.0 < found["later_max_ms"], "what comes after the first picture is felt, too"
        assert found["max_ms"] < found["total_max_ms"] <= found["max_ms"] + found["later_max_ms"] + 0.2
    assert path.read_text(encoding="utf-8") == before, "it works on a copy"
