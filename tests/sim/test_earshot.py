"""What is said in a screenplay reaches whoever is near enough to hear it, and his own side by their radios."""

from __future__ import annotations

import pytest

from game.content.level import Beat
from game.sim import events
from tests.worlds import call, person, run, those, yard

NEIL = person("neil", 20, 50)


@pytest.mark.parametrize(
    ("speaker", "metres", "line", "more", "is_heard"),
    [
        ("guard", 30.0, "Sir? Can I help you?", {}, True),
        ("guard", 40.0, "Sir? Can I help you?", {}, False),
        ("guard", 40.0, "Stop! Stay where you are!", {}, True),
        ("guard", 75.0, "Stop! Stay where you are!", {}, False),
        ("guard", 75.0, "They are on foot.", {"is_radio": True}, True),
        ("guard", 75.0, "Through the loudspeaker: come out.", {"reach": 90.0}, True),
        ("guard", 12.0, "Psst.", {"reach": 8.0}, False),
        ("chris", 75.0, "We are in.", {}, True),
        ("Dispatch", 75.0, "All units.", {}, True),
    ],
)
def test_a_line_is_heard_within_its_earshot_and_on_ones_own_net(
    speaker: str, metres: float, line: str, more: dict[str, object], is_heard: bool
) -> None:
    world = yard(
        [NEIL, person("chris", 20 + metres, 40), person("patrol", 20 + metres, 50, name="guard")],
        beats=[Beat("said", do=(call("say", who=speaker, line=line, **more),))],
    )
    assert [e.line for e in those(run(world, 0.5), events.Spoken)] == [line] * is_heard
