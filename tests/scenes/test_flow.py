"""The way through the game: title, brief, play, results, and every way back, by keys, mouse and pad."""

from __future__ import annotations

import pygame
import pytest

from game.content.level import BriefStep
from game.input.bindings import Action
from game.scenes.brief import BriefScene
from game.scenes.pause import AT_WHEEL, PauseScene
from game.scenes.play import HOLD_KILL, LAST_LOOK_TICKS, PlayScene
from game.scenes.results import ResultsScene
from game.scenes.settings_scene import PAGES, SettingsScene
from game.scenes.title import LevelsScene, MessageScene, ReplaysScene, TitleScene
from game.scenes.watch import WatchScene
from tests.input.fingers import axis, button, key, mouse, notch, plug, unplug
from tests.scenes.stagehands import Rehearsal

ENTER = key(pygame.KSCAN_RETURN, code=pygame.K_RETURN)
DOWN = key(pygame.KSCAN_DOWN, code=pygame.K_DOWN)
UP = key(pygame.KSCAN_UP, code=pygame.K_UP)
LEFT = key(pygame.KSCAN_LEFT, code=pygame.K_LEFT)
RIGHT = key(pygame.KSCAN_RIGHT, code=pygame.K_RIGHT)
ESCAPE = key(pygame.KSCAN_ESCAPE, code=pygame.K_ESCAPE)
RESTART = key(pygame.KSCAN_F5, code=pygame.K_F5)


def in_the_street(rehearsal: Rehearsal) -> PlayScene:
    """From the title into the run."""
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(ENTER, ENTER)
    scene = rehearsal.pass_ticks()
    assert isinstance(scene, PlayScene)
    return scene


def test_title_brief_play_results_restart() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    assert isinstance(rehearsal.press(ENTER), BriefScene)
    assert isinstance(rehearsal.pass_ticks(59), BriefScene)
    assert isinstance(rehearsal.pass_ticks(1), PlayScene), "the plan is told in its time"
    assert isinstance(rehearsal.pass_ticks(3 + LAST_LOOK_TICKS + 1), ResultsScene)
    run = rehearsal.runs[0]
    assert len(run.frames) == 3 and run.kept
    assert run.setup.seed == 4711 and run.setup.side == "crew"
    again = rehearsal.press(ENTER)
    assert isinstance(again, PlayScene), "no plan a second time"
    assert rehearsal.runs[1].setup == run.setup, "the same seed again"


def test_the_plan_comes_again_with_what_was_cased_since() -> None:
    rehearsal = Rehearsal()
    known = [("guard", "west")]
    rehearsal.theatre.cased = lambda level: tuple(known)
    rehearsal.show(TitleScene(rehearsal.theatre))
    assert isinstance(rehearsal.press(ENTER), BriefScene)
    rehearsal.pass_ticks(2)
    assert "guard west" in rehearsal.art.said
    rehearsal.pass_ticks(58)
    assert isinstance(rehearsal.pass_ticks(3 + LAST_LOOK_TICKS + 1), ResultsScene)
    known.append(("camera", "north"))
    assert isinstance(rehearsal.press(ENTER), BriefScene), "more of the place is known"
    rehearsal.pass_ticks(60)
    rehearsal.pass_ticks(3 + LAST_LOOK_TICKS + 1)
    assert isinstance(rehearsal.press(ENTER), PlayScene), "nothing new"


def test_restart_is_one_key_and_keeps_the_run() -> None:
    rehearsal = Rehearsal(last_tick=100)
    first = in_the_street(rehearsal)
    rehearsal.press(RESTART)
    second = rehearsal.pass_ticks()
    assert isinstance(second, PlayScene) and second is not first
    assert rehearsal.runs[0].kept == 1
    assert rehearsal.runs[1].setup == rehearsal.runs[0].setup


def test_results_lead_on() -> None:
    rehearsal = Rehearsal(last_tick=1)
    in_the_street(rehearsal)
    results = rehearsal.pass_ticks(LAST_LOOK_TICKS + 2)
    assert isinstance(results, ResultsScene)
    rehearsal.press(RIGHT, RIGHT)
    assert isinstance(rehearsal.press(ENTER), WatchScene)
    assert isinstance(rehearsal.press(ESCAPE), ResultsScene)
    assert isinstance(rehearsal.press(RESTART) and rehearsal.pass_ticks(), PlayScene), "also one key from here"
    rehearsal.pass_ticks(LAST_LOOK_TICKS + 2)
    rehearsal.press(DOWN)
    assert isinstance(rehearsal.press(ENTER), PlayScene)
    rehearsal.pass_ticks(LAST_LOOK_TICKS + 2)
    assert isinstance(rehearsal.press(ESCAPE), TitleScene)


def test_pause_and_its_ways_out() -> None:
    rehearsal = Rehearsal(last_tick=100)
    play = in_the_street(rehearsal)
    rehearsal.press(key(pygame.KSCAN_W), ESCAPE)
    pause = rehearsal.pass_ticks(5)
    assert isinstance(pause, PauseScene)
    frames = len(rehearsal.runs[0].frames)
    assert rehearsal.press(ESCAPE) is play
    rehearsal.pass_ticks()
    assert len(rehearsal.runs[0].frames) == frames + 1, "nothing happened meanwhile"
    assert rehearsal.runs[0].frames[-1].move_y == -127, "the key has been down all the time"
    rehearsal.press(ESCAPE)
    rehearsal.pass_ticks()
    rehearsal.press(key(pygame.KSCAN_W, False), ESCAPE)
    rehearsal.pass_ticks()
    assert rehearsal.runs[0].frames[-1].move_y == 0, "the key was let go in the menu"
    rehearsal.press(ESCAPE)
    rehearsal.pass_ticks()
    rehearsal.press(DOWN, DOWN)
    assert isinstance(rehearsal.press(ENTER), SettingsScene)
    assert isinstance(rehearsal.press(ESCAPE), PauseScene)
    rehearsal.press(DOWN)
    assert isinstance(rehearsal.press(ENTER), TitleScene)
    assert rehearsal.runs[0].kept == 1


def test_pause_restarts_by_mouse() -> None:
    rehearsal = Rehearsal(last_tick=100)
    in_the_street(rehearsal)
    rehearsal.press(ESCAPE)
    assert isinstance(rehearsal.pass_ticks(), PauseScene)
    assert isinstance(rehearsal.press(mouse(1, pos=(5, 15))), PlayScene)
    assert len(rehearsal.runs) == 2


@pytest.mark.parametrize("event", [unplug(), pygame.event.Event(pygame.WINDOWFOCUSLOST)])
def test_a_lost_pad_or_window_pauses(event: pygame.event.Event) -> None:
    rehearsal = Rehearsal(last_tick=100)
    in_the_street(rehearsal)
    rehearsal.press(plug(), button(0), event)
    assert isinstance(rehearsal.pass_ticks(), PauseScene)


def test_the_whole_way_on_a_pad() -> None:
    rehearsal = Rehearsal(last_tick=100)
    rehearsal.show(TitleScene(rehearsal.theatre))
    accept = button(pygame.CONTROLLER_BUTTON_A)
    assert isinstance(rehearsal.press(plug(), accept), BriefScene)
    assert isinstance(rehearsal.press(accept), PlayScene)
    rehearsal.press(axis(0, 1.0))
    rehearsal.pass_ticks()
    assert rehearsal.runs[0].frames[-1].move_x == 127
    rehearsal.press(button(pygame.CONTROLLER_BUTTON_START))
    assert isinstance(rehearsal.pass_ticks(), PauseScene)
    assert isinstance(rehearsal.press(axis(1, 1.0), axis(1, 0.0), accept), PlayScene)
    assert len(rehearsal.runs) == 2, "stick down, A: restarted"
    rehearsal.press(button(pygame.CONTROLLER_BUTTON_BACK))
    rehearsal.pass_ticks()
    assert len(rehearsal.runs) == 3


def test_a_closed_window_keeps_the_run() -> None:
    rehearsal = Rehearsal(last_tick=100)
    in_the_street(rehearsal)
    rehearsal.press(ESCAPE)
    rehearsal.pass_ticks()
    rehearsal.scene.close()
    assert rehearsal.runs[0].kept == 1


def test_a_broken_level_is_told_and_the_list_stays() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(DOWN)
    assert isinstance(rehearsal.press(ENTER), LevelsScene)
    rehearsal.press(DOWN)
    assert isinstance(rehearsal.press(ENTER), MessageScene)
    rehearsal.pass_ticks()
    assert rehearsal.art.said == ["broken.tmx: layer 3: is missing"]
    assert isinstance(rehearsal.press(ENTER), LevelsScene)
    assert isinstance(rehearsal.press(ESCAPE), TitleScene)


def test_a_pack_that_cannot_be_read_is_in_the_list_and_says_why() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(DOWN, ENTER, UP)
    assert isinstance(rehearsal.press(ENTER), MessageScene)
    rehearsal.pass_ticks()
    assert rehearsal.art.said == ["torn.zip: is no zip archive"]
    assert isinstance(rehearsal.press(ENTER), LevelsScene)
    assert rehearsal.runs == []


def test_the_other_side_of_the_law() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(DOWN, ENTER, RIGHT, RIGHT, ENTER)
    assert rehearsal.runs[0].setup.side == "police"
    assert rehearsal.runs[0].setup.plan == ""


def test_another_plan_of_the_crew_is_chosen_in_the_list() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(DOWN, ENTER, RIGHT)
    rehearsal.pass_ticks()
    assert any("Crew: quick" in str(row) for row in rehearsal.scene.rows())
    rehearsal.press(ENTER)
    assert (rehearsal.runs[0].setup.side, rehearsal.runs[0].setup.plan) == ("crew", "quick")


def test_a_notice_comes_before_the_title() -> None:
    rehearsal = Rehearsal()
    rehearsal.theatre.notice = "settings.toml cannot be used."
    assert isinstance(rehearsal.show(TitleScene(rehearsal.theatre)), MessageScene)
    assert isinstance(rehearsal.press(ENTER), TitleScene)


def test_a_long_plan_is_told_in_twenty_seconds() -> None:
    rehearsal = Rehearsal(brief=tuple(BriefStep(f"line {index}", 10.0) for index in range(6)))
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(ENTER)
    assert isinstance(rehearsal.pass_ticks(20 * 60 - 2), BriefScene)
    assert rehearsal.art.said[0].startswith("step 5")
    assert isinstance(rehearsal.pass_ticks(4), PlayScene)


def test_a_recorded_run_is_watched() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(DOWN, DOWN)
    assert isinstance(rehearsal.press(ENTER), ReplaysScene)
    watch = rehearsal.press(ENTER)
    assert isinstance(watch, WatchScene)
    rehearsal.pass_ticks(10)
    assert watch.playback.tick == 10
    rehearsal.press(notch(1), notch(1))
    rehearsal.pass_ticks(5)
    assert watch.playback.tick == 30, "four times as fast"
    rehearsal.press(key(pygame.KSCAN_PERIOD, code=pygame.K_PERIOD))
    rehearsal.pass_ticks(5)
    assert watch.playback.tick == 31, "one tick, then still"
    rehearsal.press(LEFT)
    assert watch.playback.tick == 0
    rehearsal.press(RIGHT)
    rehearsal.pass_ticks(1)
    assert "VERIFIED" in rehearsal.art.said[0]
    rehearsal.press(key(pygame.KSCAN_HOME, code=pygame.K_HOME), DOWN, DOWN, DOWN, DOWN, DOWN, DOWN)
    rehearsal.press(key(pygame.KSCAN_SPACE, code=pygame.K_SPACE))
    rehearsal.pass_ticks(8)
    assert watch.playback.tick == 2, "a quarter of the speed"
    assert isinstance(rehearsal.press(ESCAPE), ReplaysScene)


def test_settings_change_values_and_save_once() -> None:
    rehearsal = Rehearsal()
    rehearsal.show(TitleScene(rehearsal.theatre))
    rehearsal.press(DOWN, DOWN, DOWN)
    scene = rehearsal.press(ENTER)
    assert isinstance(scene, SettingsScene)
    preferences = rehearsal.theatre.preferences
    rehearsal.press(DOWN, RIGHT, DOWN, LEFT, DOWN, RIGHT)
    assert (preferences.difficulty, preferences.game_speed, preferences.aim_assist) == ("professional", 95, False)
    assert isinstance(rehearsal.press(ESCAPE), TitleScene)
    assert rehearsal.saves == 1


def test_a_control_is_given_to_an_action() -> None:
    rehearsal = Rehearsal()
    scene = SettingsScene(rehearsal.theatre, TitleScene(rehearsal.theatre))
    rehearsal.show(scene)
    scene.page = PAGES.index("keys")
    scene.chosen = 1 + list(Action).index(Action.USE)
    rehearsal.press(ENTER)
    rehearsal.pass_ticks()
    assert "Use" in rehearsal.art.said[-1], "it says what it waits for"
    rehearsal.press(ESCAPE)
    assert scene.waiting is None and rehearsal.theatre.devices.bindings.desk[Action.USE] == ("key.e",)
    rehearsal.press(ENTER, key(pygame.KSCAN_K, code=pygame.K_k))
    assert rehearsal.theatre.devices.bindings.desk[Action.USE] == ("key.e", "key.k")
    rehearsal.press(key(pygame.KSCAN_DELETE, code=pygame.K_DELETE))
    assert rehearsal.theatre.devices.bindings.desk[Action.USE] == ()
    scene.page = PAGES.index("pad")
    shoulder, let_go = button(9), button(9, False)
    rehearsal.press(plug(), ENTER, shoulder, button(3))
    assert rehearsal.theatre.devices.bindings.pad[Action.USE] == ("pad.a", "pad.leftshoulder+y")
    rehearsal.press(let_go, ENTER, axis(5, 1.0))
    assert "pad.righttrigger" in rehearsal.theatre.devices.bindings.pad[Action.USE]
    scene.chosen = len(scene.rows()) - 1
    rehearsal.press(ENTER)
    assert rehearsal.theatre.preferences.bindings.pad[Action.USE] == ("pad.a",)


def test_the_picture_holds_on_a_kill_and_no_tick_is_lost() -> None:
    rehearsal = Rehearsal(last_tick=100)
    rehearsal.theatre.preferences.hit_stop = True
    in_the_street(rehearsal)
    run = rehearsal.runs[0]
    run.kills_at = 5
    rehearsal.pass_ticks(4)
    assert len(run.frames) == 5
    rehearsal.pass_ticks(HOLD_KILL)
    assert len(run.frames) == 5
    rehearsal.pass_ticks(1)
    assert len(run.frames) == 6


def test_the_pause_names_the_goal_and_the_keys_as_they_are_bound() -> None:
    rehearsal = Rehearsal(last_tick=100)
    in_the_street(rehearsal)
    rehearsal.press(ESCAPE)
    rehearsal.pass_ticks(2)
    assert "Take the truck" in rehearsal.art.said
    assert "Backspace: Walk out (hold)" in rehearsal.art.said, "found here, as it is not always on the screen"
    assert "1 - 6: Take over one of the crew" in rehearsal.art.said
    bindings = rehearsal.theatre.preferences.bindings.rebound(Action.LEAVE, "key.k")
    rehearsal.theatre.devices.bindings = bindings
    rehearsal.pass_ticks(1)
    assert "K: Walk out (hold)" in rehearsal.art.said


def test_the_pause_at_the_wheel_names_the_keys_that_steer() -> None:
    rehearsal = Rehearsal(last_tick=100)
    in_the_street(rehearsal)
    rehearsal.press(ESCAPE)
    pause = rehearsal.pass_ticks(2)
    assert isinstance(pause, PauseScene)
    assert {Action.LEFT, Action.RIGHT} <= set(AT_WHEEL)
    assert rehearsal.theatre.devices.label(Action.LEFT) == "A"


def test_the_bill_says_which_key_starts_over_and_which_seed_it_was() -> None:
    rehearsal = Rehearsal(last_tick=1)
    in_the_street(rehearsal)
    assert isinstance(rehearsal.pass_ticks(LAST_LOOK_TICKS + 2), ResultsScene)
    assert any("F5" in said for said in rehearsal.art.said)
    assert any("4711" in said for said in rehearsal.art.said)
