"""Names that point at something: every one of them must lead somewhere, and lead to one thing only.

Owns the index of a level's names and the checks on members, beats, plans, chances and sides. Does not look at
places on the ground (`terrain_checks.py` does). Called by the loader.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.level import Call, Chance, PersonSpawn, Screenplay
from game.content.specs import Catalog
from game.levels.complaints import Complaints, nearest
from game.levels.facts import facts_in, spellings
from game.levels.members import catalog_names, members_of, points_at
from game.levels.objects import Objects
from game.levels.vocabulary import Argument, Vocabulary, arguments_of
from game.levels.xml_file import finite

_INDEXED = {
    "person": "Person", "vehicle": "Vehicle", "zone": "Zone", "route": "Route", "marker": "Marker", "item": "Item",
    "fixture": "Fixture", "signal": "Signal", "sound": "Sound", "door": "Door", "camera": "SecurityCamera",
}  # fmt: skip
START = "start"
"""A plan's key for what a person does before any beat has come."""

OF_EVERY_RUN = ("plan", "difficulty")
"""Facts that a run has without a chance: the name of its plan (if it has one) and of its difficulty."""


@dataclass(slots=True)
class NameIndex:
    """Which names there are, by kind of thing."""

    known: dict[str, dict[str, None]]
    catalog: Catalog
    _joined: dict[str, dict[str, None]] = field(default_factory=dict)

    def names(self, kinds: str) -> dict[str, None]:
        """All names of one kind, or of several joined by " or "."""
        if kinds not in self._joined:
            found: dict[str, None] = {}
            for kind in kinds.split(" or "):
                listed = catalog_names(self.catalog, kind)
                found.update(dict.fromkeys(listed) if listed is not None else self.known.get(kind, {}))
            self._joined[kinds] = found
        return self._joined[kinds]

    def complain(self, name: str, kinds: str, where: str, complaints: Complaints) -> None:
        """Complain when no such thing has this name."""
        names = self.names(kinds)
        if name not in names:
            complaints.error(
                where, f'names the {kinds} "{name[:60]}", which the level does not have{nearest(name, names)}'
            )


@dataclass(slots=True)
class CallSite:
    """One call of the screenplay, where it stands and in which registry it is found."""

    call: Call
    kind: str
    where: str


@dataclass(slots=True)
class _Checked:
    """What the checks of a screenplay share."""

    play: Screenplay
    index: NameIndex
    words: Vocabulary
    complaints: Complaints
    chances: dict[str, Chance] = field(default_factory=dict)
    set_facts: list[str] = field(default_factory=list)


def name_index(objects: Objects, play: Screenplay, catalog: Catalog, words: Vocabulary) -> NameIndex:
    """The names of everything on the map and in the screenplay."""
    known: dict[str, dict[str, None]] = {
        kind: dict.fromkeys(one.name for one in objects.by_class[class_name]) for kind, class_name in _INDEXED.items()
    }
    everything = (one for found in objects.by_class.values() for one in found)
    known["object"] = dict.fromkeys(one.name for one in everything if getattr(one, "name", ""))
    grouped = [*objects.by_class["Person"], *objects.by_class["Vehicle"]]
    known["group"] = dict.fromkeys(one.group for one in grouped if one.group)
    known["group of lamps"] = dict.fromkeys(one.group for one in objects.by_class["Lamp"] if one.group)
    known["beat"] = dict.fromkeys(beat.id for beat in play.beats)
    calls = [site.call for site in call_sites(play, words)]
    known["clock"] = dict.fromkeys(str(dict(call.args).get("name", "")) for call in calls if call.name == "clock")
    return NameIndex(known, catalog)


def call_sites(play: Screenplay, words: Vocabulary) -> list[CallSite]:
    """Every call of a screenplay with those nested in it, in order."""
    found: list[CallSite] = []

    for number, side in enumerate(play.sides, 1):
        for action, call in enumerate(side.do, 1):
            _add_sites(found, words, call, "actions", f'[[side]] {number} "{side.name}", do {action}')
    for number, beat in enumerate(play.beats, 1):
        where = f'[[beat]] {number} "{beat.id}"'
        if beat.when is not None:
            _add_sites(found, words, beat.when, "triggers", f"{where}, when")
        for action, call in enumerate(beat.do, 1):
            _add_sites(found, words, call, "actions", f"{where}, do {action}")
    for number, plan in enumerate(play.plans, 1):
        for step in plan.steps:
            _add_sites(found, words, step.step, "steps", f'[[plan]] {number} "{plan.who}", {step.beat}')
    return found


def _add_sites(found: list[CallSite], words: Vocabulary, call: Call, kind: str, where: str) -> None:
    """One call, and those in its arguments after it."""
    found.append(CallSite(call, kind, f"{where}, {call.name}"))
    nested = {one.name: one.nested for one in arguments_of(call.name, words.calls(kind)[call.name])}
    for name, value in call.args:
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Call):
                _add_sites(found, words, inner, nested[name], f"{where}, {call.name}, {name}")


def check_objects(objects: Objects, index: NameIndex, complaints: Complaints) -> None:
    """Members of objects that name other objects, and names given twice."""
    for class_name, things in objects.by_class.items():
        complaints.topic = class_name.lower()
        pointing = [(one.name, points_at(class_name, one)) for one in members_of(class_name)]
        first_of: dict[str, int] = {}
        for thing in things:
            place = objects.place(class_name, thing.id)
            name = getattr(thing, "name", "")
            if name and class_name != "Wall" and first_of.setdefault(name, thing.id) != thing.id:
                complaints.error(
                    place, f"has the name of object {first_of[name]} too; a name is given to one {class_name} only"
                )
            for member, kinds in pointing:
                value = getattr(thing, member)
                if value and kinds and catalog_names(index.catalog, kinds) is None:
                    index.complain(value, kinds, f'{place}, property "{member}"', complaints)
    complaints.topic = "person"
    _check_seats(objects, index.catalog, complaints)
    complaints.topic = "the-map"


def _check_seats(objects: Objects, catalog: Catalog, complaints: Complaints) -> None:
    """People who sit in vehicles: the seat exists, and nobody else has it."""
    vehicles = {one.name: one for one in objects.by_class["Vehicle"]}
    aboard: dict[str, list[PersonSpawn]] = {}
    for person in objects.by_class["Person"]:
        if person.vehicle in vehicles:
            aboard.setdefault(person.vehicle, []).append(person)
        elif person.seat and not person.vehicle:
            complaints.error(objects.place("Person", person.id), "has a seat and no vehicle")
    for name, people in aboard.items():
        seats = [seat.name for seat in catalog.vehicles[vehicles[name].spec].seats]
        taken: list[str] = []
        for person in people:
            place = objects.place("Person", person.id)
            if person.seat and person.seat not in seats:
                complaints.error(f'{place}, property "seat"', f'is "{person.seat}"{nearest(person.seat, seats)}')
            elif person.seat and person.seat in taken:
                complaints.error(f'{place}, property "seat"', f'is "{person.seat}", where somebody sits already')
            taken.append(person.seat)
        if len(people) > len(seats):
            where = objects.place("Vehicle", vehicles[name].id)
            complaints.error(where, f"holds {len(people)} people; it has {len(seats)} seats")


def check_screenplay(play: Screenplay, index: NameIndex, words: Vocabulary, complaints: Complaints) -> None:
    """Every name that the screenplay says, every fact it uses, and whether each beat can come."""
    checked = _Checked(play, index, words, complaints)
    _check_chances(checked)
    _check_tables(checked)
    sites = call_sites(play, words)
    checked.set_facts = [str(dict(site.call.args).get("name", "")) for site in sites if site.call.name == "set_fact"]
    for site in sites:
        arguments = {one.name: one for one in arguments_of(site.call.name, words.calls(site.kind)[site.call.name])}
        for name, value in site.call.args:
            for one in value if isinstance(value, tuple) else (value,):
                if not isinstance(one, Call):
                    _check_value(one, arguments[name], f"{site.where}, {name}", checked)


def _check_chances(checked: _Checked) -> None:
    for number, chance in enumerate(checked.play.chances, 1):
        if chance.name in checked.chances:
            checked.complaints.error(f'[[chance]] {number} "{chance.name}"', "is given twice")
        checked.chances[chance.name] = chance


def _check_tables(checked: _Checked) -> None:
    """The names that stand in the tables themselves."""
    play, index, complaints = checked.play, checked.index, checked.complaints
    taken: list[str] = []
    for number, side in enumerate(play.sides, 1):
        where = f'[[side]] {number} "{side.name}"'
        if side.name in taken:
            complaints.error(where, "is given twice")
        taken.append(side.name)
        index.complain(side.player, "person", f"{where}, player", complaints)
        for name in side.crew:
            index.complain(name, "person", f"{where}, crew", complaints)
    for number, step in enumerate(play.brief, 1):
        for name in step.points:
            index.complain(name, "object", f"[[brief]] {number}, points", complaints)
    for number, beat in enumerate(play.beats, 1):
        for name in beat.marker:
            _complain_of_each(name, "object", f'[[beat]] {number} "{beat.id}", marker', checked)
    plans: list[tuple[str, str, str]] = []
    for number, plan in enumerate(play.plans, 1):
        where = f'[[plan]] {number} "{plan.who}"'
        index.complain(plan.who, "person", f"{where}, who", complaints)
        if (plan.who, plan.name, plan.side) in plans:
            complaints.error(where, "is given twice; one person has one plan of a name on a side")
        plans.append((plan.who, plan.name, plan.side))
        for key in plan.steps:
            if key.beat != START:
                index.complain(key.beat, "beat", f"{where}, {key.beat}", complaints)


def _check_value(value: object, argument: Argument, where: str, checked: _Checked) -> None:
    """One argument that may be a name, a fact ("$name") or an ordinary value."""
    if isinstance(value, str) and value.startswith("$"):
        _check_fact(value[1:], argument, where, checked)
    elif not isinstance(value, str) or (not value and not argument.is_required):
        return
    elif argument.points_at == "fact":
        if value not in (*checked.chances, *checked.set_facts, *OF_EVERY_RUN):
            checked.complaints.warning(where, f'asks for the fact "{value}", which nothing in this level draws or sets')
    elif argument.points_at:
        _complain_of_each(value, argument.points_at, where, checked)


def _complain_of_each(name: str, kinds: str, where: str, checked: _Checked) -> None:
    """A name that may be made with facts ("wagon_{site}"): whatever is drawn, it must lead somewhere."""
    unknown = [fact for fact in facts_in(name) if fact not in checked.chances]
    for fact in unknown:
        message = f'is made with the fact "{fact[:60]}", which no [[chance]] draws{nearest(fact, checked.chances)}'
        checked.complaints.error(where, message)
    if not unknown:
        for one in spellings(name, checked.chances.values()):
            checked.index.complain(one, kinds, where, checked.complaints)


def _check_fact(name: str, argument: Argument, where: str, checked: _Checked) -> None:
    """A "$name": some chance draws it, and whatever is drawn fits where it is used."""
    chance = checked.chances.get(name)
    if chance is None:
        checked.complaints.error(
            where, f'uses the fact "${name[:60]}", which no [[chance]] draws{nearest(name, checked.chances)}'
        )
        return
    if argument.type is bool:
        checked.complaints.error(where, f'is "${name}"; expected true or false, which no fact can stand for')
    elif argument.type in (int, float):
        if chance.between is None and any(finite(one) is None for one in chance.pick):
            checked.complaints.error(where, f'is "${name}", which picks words; expected a number')
    elif argument.points_at and argument.points_at != "fact":
        known = checked.index.names(argument.points_at)
        for one in chance.pick:
            if one not in known:
                checked.complaints.error(
                    where,
                    f'may draw "{one}" by the chance "{name}", which is no {argument.points_at}{nearest(one, known)}',
                )
    if chance.take > 1 and not argument.is_list:
        checked.complaints.error(where, f'is "${name}", which draws {chance.take} names; expected one')
