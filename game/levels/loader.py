"""From a .tmx and the .toml beside it to a `Level`: the one way in.

Owns the order of reading. Every reader below writes its faults into the same list; a level with an error is never
handed out. Called by the application, the checks and the tests.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from game.content.faults import ContentError, Fault, UnusableFile
from game.content.level import Level, PersonSpawn, Point, Screenplay, Side
from game.content.specs import Catalog
from game.content.toml_reader import read_toml
from game.levels.canonical import PlainMap, canonical
from game.levels.complaints import Complaints, EnoughFaults, nearest
from game.levels.digest import level_digest
from game.levels.folders import shown
from game.levels.ground import read_ground
from game.levels.kept import Kept, KeptNothing
from game.levels.locate import located
from game.levels.members import DRESSES, HOURS, MAP_PROPERTIES, WEATHERS
from game.levels.names import check_objects, check_screenplay, name_index
from game.levels.objects import Objects, read_objects
from game.levels.screenplay import read_screenplay
from game.levels.story_checks import check_story
from game.levels.vocabulary import Vocabulary, game_vocabulary
from game.levels.xml_file import stamp_of


@dataclass(slots=True)
class Reading:
    """What one reading of a level gave: the level when it is whole, its objects' places, and every fault."""

    level: Level | None
    objects: Objects
    faults: list[Fault]
    is_ground_sound: bool = False
    """The tile layers could all be read, so that it makes sense to look at the ground."""
    spots: dict[str, Point] = field(default_factory=dict)
    """Where objects lie (pixels), by the words that name them in faults."""
    screenplay_file: str = ""
    """The .toml as faults name it; empty when there is none."""


def load_level(path: Path, catalog: Catalog, words: Vocabulary | None = None, kept: Kept | None = None) -> Level:
    """The level of a .tmx file; raises ContentError with every error at once, UnusableFile for what is no map.

    `kept` is what an earlier reading of the same level worked out: with it only what has changed is read.
    """
    reading = read_level(path, catalog, words, kept)
    errors = [fault for fault in reading.faults if fault.severity == "error"]
    if errors or reading.level is None:
        raise ContentError(errors)
    return reading.level


def read_level(path: Path, catalog: Catalog, words: Vocabulary | None = None, kept: Kept | None = None) -> Reading:
    """All that can be read of a level and all that is wrong with it; raises only UnusableFile."""
    kept = kept or KeptNothing()
    kept.begin()
    words = words or game_vocabulary()
    on_map = Complaints(shown(path), "the-map")
    in_play = Complaints(shown(path.with_suffix(".toml")), "the-screenplay")
    try:
        reading = _read(path, catalog, words, on_map, in_play, kept)
    except EnoughFaults as full:
        faults = dict.fromkeys([*on_map.faults, *in_play.faults, *full.faults])
        reading = Reading(None, Objects(), list(faults))
    reading.faults = located(reading.faults, reading.spots)
    return reading


def _read(
    path: Path, catalog: Catalog, words: Vocabulary, on_map: Complaints, in_play: Complaints, kept: Kept
) -> Reading:
    """The reading itself, in its order."""
    plain = canonical(path, on_map, kept)
    if plain is None:
        return Reading(None, Objects(), on_map.faults)
    objects = read_objects(plain.objects, catalog, on_map, kept)
    ground = read_ground(plain, catalog, on_map, kept)
    play = _screenplay(path, objects, catalog, words, on_map, in_play, kept)
    index = name_index(objects, play, catalog, words)
    check_objects(objects, index, on_map)
    check_screenplay(play, index, words, in_play)
    check_story(play, in_play)
    things = objects.by_class
    level = Level(
        name=path.stem, width=plain.width, height=plain.height, surfaces=ground.surfaces, ground=ground.cells,
        hour=_hour(plain, on_map), walls=(*things["Wall"], *ground.walls), props=tuple(things["Prop"]),
        people=tuple(things["Person"]), vehicles=tuple(things["Vehicle"]), zones=tuple(things["Zone"]),
        routes=tuple(things["Route"]), lanes=tuple(things["Lane"]), signals=tuple(things["Signal"]),
        lamps=tuple(things["Lamp"]), covers=tuple(things["Cover"]), cameras=tuple(things["Camera"]),
        markers=tuple(things["Marker"]), fixtures=tuple(things["Fixture"]), items=tuple(things["Item"]),
        sounds=tuple(things["Sound"]), flights=tuple(things["Flight"]), aircraft=tuple(things["Aircraft"]),
        doors=tuple(things["Door"]), security_cameras=tuple(things["SecurityCamera"]), roadblocks=tuple(things["Roadblock"]),
        screenplay=play, digest="", tilesets=ground.tilesets, layers=ground.layers, weather=_weather(plain, on_map),
        dress=_dress(plain, on_map),
    )  # fmt: skip
    file = in_play.file if path.with_suffix(".toml").exists() else ""
    faults = on_map.faults + in_play.faults
    return Reading(_sealed(level, kept), objects, faults, ground.is_sound, plain.spots, file)


def _sealed(level: Level, kept: Kept) -> Level:
    """The level with its digest."""
    return replace(level, digest=level_digest(level, kept))


def _hour(plain: PlainMap, complaints: Complaints) -> str:
    """The light of the place, from the map's own properties; other properties are unknown."""
    for name in plain.properties:
        if name not in MAP_PROPERTIES:
            complaints.error(f'map, property "{name[:60]}"', f"is unknown{nearest(name, MAP_PROPERTIES)}")
    given = plain.properties.get("hour")
    hour = given.text if given is not None else ""
    if hour not in HOURS:
        lacks = f'is "{hour[:40]}"' if given is not None else "is missing"
        complaints.error('map, property "hour"', f"{lacks}; expected one of {', '.join(HOURS)}")
    return hour


def _weather(plain: PlainMap, complaints: Complaints) -> str:
    """rain, or empty when the map says nothing."""
    given = plain.properties.get("weather")
    weather = given.text if given is not None else ""
    if weather not in WEATHERS:
        complaints.error('map, property "weather"', f'is "{weather[:40]}"; expected rain or haze, or no such property')
    return weather


def _dress(plain: PlainMap, complaints: Complaints) -> str:
    """What the crew wears, or empty when the map says nothing."""
    given = plain.properties.get("dress")
    dress = given.text if given is not None else ""
    if dress not in DRESSES:
        complaints.error('map, property "dress"', f'is "{dress[:40]}"; expected suit, or no such property')
    return dress


def _screenplay(
    path: Path, objects: Objects, catalog: Catalog, words: Vocabulary, on_map: Complaints, in_play: Complaints,
    kept: Kept,
) -> Screenplay:  # fmt: skip
    """The screenplay beside the map; a sandbox's when there is none."""
    file = path.with_suffix(".toml")
    people: list[PersonSpawn] = objects.by_class["Person"]
    if not people:
        on_map.error("map", "has no Person; expected at least one, whom the player is")
    if file.exists():
        try:
            play, faults = kept.once(("screenplay", stamp_of(file)), lambda: _play_of(file, words, in_play))
        except UnusableFile as cause:
            raise UnusableFile([Fault(in_play.file, one.where, one.message) for one in cause.faults]) from cause
        in_play.faults += faults
        if not play.sides:
            in_play.error("side", "is missing; expected at least one [[side]] with name, player and crew")
        return play
    crew = [one for one in people if catalog.people[one.spec].side == "crew"]
    mates = tuple(one.name for one in (crew or people[:1]))
    return Screenplay(title=path.stem, sides=(Side("crew", mates[0], mates),) if mates else ())


def _play_of(file: Path, words: Vocabulary, in_play: Complaints) -> tuple[Screenplay, list[Fault]]:
    """What a .toml spells, and what is wrong with the spelling. Raises UnusableFile."""
    own = Complaints(in_play.file, in_play.topic)
    return read_screenplay(read_toml(file), words, own), own.faults
