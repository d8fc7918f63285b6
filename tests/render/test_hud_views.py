"""Hand-made Views for the HUD's tests: a quiet one, and one in which everything happens at once."""

from __future__ import annotations

from dataclasses import replace

from game.sim.view import Cause, CrewStatus, HeldStatus, HudView, MarkerView, ResultView, ThreatView, View

QUIET_HUD = HudView(
    goal="",
    clock_label="",
    clock_ticks=0,
    weapon="",
    weapon_label="",
    magazine=0,
    magazine_size=0,
    spare_magazines=(),
    is_reloading=0.0,
    prompt="",
    prompt_enter="",
    prompt_wound="",
    progress=0.0,
    speaker="",
    line="",
    is_radio=False,
    awareness="calm",
    stage=0,
    bags=0,
    found=(),
    deafness=0.0,
    hurt=0.0,
    suppression=0.0,
    speed_kmh=0.0,
    is_driving=False,
    leave_progress=0.0,
    can_leave=False,
    window_ticks=0,
)

BUSY_HUD = replace(
    QUIET_HUD,
    goal="Find the right envelope",
    clock_label="Response",
    clock_ticks=167 * 60 + 18,
    weapon="carbine",
    weapon_label="Carbine",
    magazine=17,
    magazine_size=30,
    spare_magazines=(30, 30, 12, 3),
    prompt="search",
    prompt_enter="enter",
    progress=0.4,
    speaker="Trejo",
    line="Two units on Venice, coming from the east. You have got eighty seconds.",
    is_radio=True,
    awareness="search",
    stage=2,
    bags=2,
    found=("Bearer bonds",),
    speed_kmh=92.0,
)


def crew_member(
    number: int,
    name: str,
    *,
    health: float = 1.0,
    order: str = "",
    doing: str = "",
    temper: float = 0.0,
    stance: str = "stand",
    is_player: bool = False,
) -> CrewStatus:
    """One row of the crew list."""
    return CrewStatus(
        id=number,
        name=name,
        spec=name.lower(),
        health=health,
        order=order,
        doing=doing,
        temper=temper,
        is_player=is_player,
        vehicle=-1,
        magazines=4,
        stance=stance,
    )


CREW = (
    crew_member(1, "Neil", is_player=True, doing="covering"),
    crew_member(2, "Chris", order="job", doing="searching"),
    crew_member(3, "Cheritto", health=0.35, order="cover_me"),
    crew_member(4, "Waingro", doing="guarding", temper=0.78),
    crew_member(5, "Trejo", health=0.0, stance="down"),
)


def view(hud: HudView = QUIET_HUD, **changes: object) -> View:
    """A quiet View about the middle of a street, with the changes named."""
    quiet = View(
        tick=600,
        people=(),
        vehicles=(),
        items=(),
        bullets=(),
        signals=(),
        crew=(),
        held=(),
        threats=(),
        markers=(),
        hud=hud,
        player=1,
        focus_x=100.0,
        focus_y=50.0,
        aim_x=110.0,
        aim_y=50.0,
        velocity_x=0.0,
        velocity_y=0.0,
        scale=24,
        attention=(73.0, 35.0, 127.0, 65.0),
        result=None,
    )
    return replace(quiet, **changes)  # type: ignore[arg-type]


def busy_view(hud: HudView = BUSY_HUD, **changes: object) -> View:
    """Everything at once: crew, held people, threats on and off screen, markers near and far."""
    whole: dict[str, object] = {
        "crew": CREW,
        "held": (HeldStatus(20, 104.0, 44.0, 0.9), HeldStatus(21, 106.0, 44.5, 0.55), HeldStatus(22, 108.0, 44.0, 0.2)),
        "threats": (
            ThreatView(30, 150.0, 46.0, True),
            ThreatView(31, 140.0, 10.0, False),
            ThreatView(32, 60.0, 80.0, True),
            ThreatView(33, 112.0, 52.0, True),
        ),
        "markers": (
            MarkerView(90.0, 40.0, "", "item"),
            MarkerView(113.0, 55.0, "Ambulance", "vehicle"),
            MarkerView(40.0, 44.0, "Envelope", "goal"),
        ),
    }
    return view(hud, **{**whole, **changes})


def to_screen(x: float, y: float) -> tuple[float, float]:
    """A camera that looks at (100, 50) at 24 pixels a metre on 1280 x 720."""
    return (x - 100.0) * 24 + 640, (y - 50.0) * 24 + 360


RESULT = ResultView(
    result="escaped",
    ending="Nobody died on Venice Boulevard",
    seconds=312.4,
    score=7450,
    rows=(("Bonds away", "3", 6000), ("Bags out", "2", 1000), ("Shots fired", "41", -150), ("Under par", "yes", 600)),
    causes=(
        Cause("fired", (("who", "Waingro"), ("seconds", "9"))),
        Cause("words", (("words", "Two units met the strip"),)),
        Cause("units_earlier", (("cause", "caller"), ("seconds", "15"))),
    ),
)
