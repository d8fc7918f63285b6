"""A small made-up level for the tests of screens."""

from __future__ import annotations

from game.content.level import (
    BriefStep,
    Item,
    Lane,
    Level,
    Marker,
    PersonSpawn,
    Prop,
    Route,
    Screenplay,
    VehicleSpawn,
    Wall,
    Zone,
)

WIDTH, HEIGHT = 120, 60


def corner_level(brief: tuple[BriefStep, ...] | None = None) -> Level:
    """A street with four blocks, a van and a route, and a brief of three steps about them."""
    steps = (
        brief
        if brief is not None
        else (
            BriefStep("The truck comes down the street from the east.", 4.0, ("truck", "approach")),
            BriefStep("The van blocks it, here. Three minutes from then.", 4.0, ("block", "ambulance")),
            BriefStep("Out by the alley, and change cars.", 4.0, ("way_out", "wagon")),
        )
    )
    road = [1 if 22 <= row < 38 or 52 <= column < 66 else 0 for row in range(HEIGHT) for column in range(WIDTH)]
    blocks = ((2, 2, 48, 20), (70, 2, 118, 20), (2, 40, 48, 58), (70, 40, 118, 58))
    return Level(
        name="corner",
        width=WIDTH,
        height=HEIGHT,
        surfaces=("sidewalk", "asphalt"),
        ground=bytes(road),
        hour="noon",
        walls=tuple(Wall(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), 12.0) for x0, y0, x1, y1 in blocks),
        props=(Prop(50.0, 21.0), Prop(68.0, 39.0, radius=0.4)),
        people=(PersonSpawn(60.0, 30.0, "neil"),),
        vehicles=(
            VehicleSpawn(96.0, 27.0, "truck"),
            VehicleSpawn(40.0, 33.0, "ambulance"),
            VehicleSpawn(60.0, 52.0, "wagon"),
        ),
        zones=(Zone(((54.0, 22.0), (64.0, 22.0), (64.0, 38.0), (54.0, 38.0)), "block"),),
        routes=(
            Route(((96.0, 27.0), (66.0, 27.0)), "approach"),
            Route(((44.0, 33.0), (57.0, 34.0), (60.0, 40.0), (60.0, 50.0)), "way_out"),
        ),
        lanes=(
            Lane(((118.0, 27.0), (2.0, 27.0))),
            Lane(((2.0, 33.0), (118.0, 33.0))),
            Lane(((56.0, 2.0), (56.0, 58.0))),
        ),
        signals=(),
        lamps=(),
        covers=(),
        cameras=(),
        markers=(Marker(80.0, 30.0, "east"),),
        fixtures=(),
        items=(Item(95.0, 27.0, "envelope"),),
        screenplay=Screenplay("Around the Block", "Venice, noon", brief=steps),
        digest="test",
    )
