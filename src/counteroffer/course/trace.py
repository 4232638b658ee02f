"""Who teaches what: each claim of the founding text, and each objective, with everything in the course that serves it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.objectives import Objective
from counteroffer.course.sources import Fact
from counteroffer.course.units import Chapter, FrontMatter, in_order

FOUNDING = "seed-"

Stance = Literal["agrees", "partly", "disputes", "same-way", "adds", "other-way"]
_RELATIONS: Final[dict[str, Stance]] = {"corroborates": "same-way", "expands": "adds", "contests": "other-way"}


@dataclass(frozen=True, order=True)
class Section:
    """A section of a unit, and a sentence in it that teaches something; `anchor` is None before the first heading below the title."""

    number: str
    unit: str
    line: int
    anchor: str | None
    title: str
    sentence: str = ""


@dataclass(frozen=True, order=True)
class ItemPlace:
    """An item: its place (from 1) in the check of the unit `number`, or in a set (no number), and the page that it stands on."""

    number: str
    document: str
    place: int
    item: str


@dataclass(frozen=True, order=True)
class CasePlace:
    """A case, or one decision of it, and the page that it stands on."""

    case: str
    title: str
    document: str
    decision: str | None = None


@dataclass(frozen=True)
class Standing:
    """How a fact from another source stands to a claim.

    `agrees`, `partly` and `disputes` are what the grade of the claim rests on. The others bear on it: they point the
    same way or the other way, or add to it.
    """

    stance: Stance
    fact: Fact


@dataclass
class Trace:
    """One claim of the founding text, where the course teaches and practises it, and what other sources say."""

    fact: Fact
    sections: list[Section] = field(default_factory=list)
    items: list[ItemPlace] = field(default_factory=list)
    cases: list[CasePlace] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)


@dataclass
class Service:
    """One objective, and what serves it."""

    objective: Objective
    units: list[tuple[Chapter, FrontMatter]] = field(default_factory=list)
    items: list[ItemPlace] = field(default_factory=list)
    decisions: list[CasePlace] = field(default_factory=list)

    def lacks(self) -> list[str]:
        """What the row has none of, though it must."""
        return [what for what, found in (("unit", self.units), ("item", self.items)) if not found]


def traces(course: Catalogue) -> list[Trace]:
    """Every claim of the founding text, in its order."""
    sections: dict[str, set[Section]] = defaultdict(set)
    for chapter, front in course.units().values():
        for cite, section in _citations(chapter, front):
            sections[cite].add(section)
    items: dict[str, list[ItemPlace]] = defaultdict(list)
    for place, cites, _ in _items(course):
        for cite in dict.fromkeys(cites):
            items[cite].append(place)
    cases: dict[str, list[CasePlace]] = defaultdict(list)
    for case in course.cases.values():
        for cite in dict.fromkeys(case.rests_on):
            cases[cite].append(CasePlace(case.case, case.title, course.page_of(case.case, "case") or ""))
    claims = sorted((fact for fact in course.facts.values() if fact.id.startswith(FOUNDING)), key=lambda fact: fact.id)
    return [
        Trace(
            one, sorted(sections[one.id]), sorted(items[one.id], key=_in_units_first), sorted(cases[one.id]), list(_standings(course, one))
        )
        for one in claims
    ]


def services(course: Catalogue) -> list[Service]:
    """Every objective, in the order of `objectives.yml`."""
    found = {one.id: Service(one) for one in course.objectives.values()}
    for chapter, front in course.units().values():
        for name in front.objectives:
            found[name].units.append((chapter, front))
    for place, _, objectives in _items(course):
        for name in objectives:
            found[name].items.append(place)
    for case in course.cases.values():
        for decision in case.decisions:
            for name in sorted({name for choice in decision.options for name in choice.objectives}):
                found[name].decisions.append(CasePlace(case.case, decision.title, course.page_of(case.case, "case") or "", decision.id))
    for service in found.values():
        service.items.sort(key=_in_units_first)
    return list(found.values())


def _in_units_first(one: ItemPlace) -> tuple[bool, tuple[int, ...], ItemPlace]:
    return not one.number, in_order(one.number), one


def _items(course: Catalogue) -> Iterator[tuple[ItemPlace, list[str], list[str]]]:
    """Every item with what it cites and what it serves."""
    units = course.units()
    for check in course.checks.values():
        number = units[check.check][1].number if check.check in units else ""
        for place, item in enumerate(check.items, 1):
            yield ItemPlace(number, course.page_of(check.check) or "", place, item.id), item.cites(), item.objectives


def _citations(chapter: Chapter, front: FrontMatter) -> Iterator[tuple[str, Section]]:
    """Every citation of a unit with the section that it stands in."""
    headings = headings_of(chapter)
    lines = [line for line, _ in headings]
    for reference in chapter.references:
        if reference.kind == "cite":
            above = bisect_right(lines, reference.line) - 1
            line, anchor = headings[above] if above > 0 else (1, None)
            section = Section(
                front.number, front.unit, line, anchor, chapter.headings[anchor] if anchor else chapter.title, reference.sentence
            )
            for cite in reference.target.split():
                yield cite, section


def headings_of(chapter: Chapter) -> list[tuple[int, str]]:
    """The line and anchor of every heading of a page, the title first."""
    return sorted((line, anchor) for anchor, line in chapter.lines.items())


def _standings(course: Catalogue, claim: Fact) -> Iterator[Standing]:
    """Facts from other sources that bear on a claim: first those that the claim itself names, then those that name it."""
    listed: list[tuple[Stance, list[str]]] = [
        ("agrees", claim.corroborated_by),
        ("partly", claim.partly_supported_by),
        ("disputes", claim.contested_by),
    ]
    named = {other for _, others in listed for other in others}
    for stance, others in listed:
        for other in others:
            yield Standing(stance, course.facts[other])
    bearing = [one for one in course.facts.values() if claim.id in one.seed_refs and one.id not in named and one.source != claim.source]
    for relation, stance in _RELATIONS.items():
        for fact in bearing:
            if fact.relation_to_seed == relation:
                yield Standing(stance, fact)
