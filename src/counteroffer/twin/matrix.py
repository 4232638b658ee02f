"""The two matrices as tables: claim by section, item, case and other sources; objective by unit, item and case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from counteroffer.course import Catalogue
from counteroffer.course.trace import CasePlace, ItemPlace, Service, Stance, Standing, Trace, services, traces
from counteroffer.language import Language, message
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render
from counteroffer.twin.text import inline
from counteroffer.twin.timeline import GRADES

# How facts stand to a claim: as a word before one of them, and counted.
_STANCES = {
    "agrees": message("Agrees"),
    "partly": message("Agrees in part"),
    "disputes": message("Disputes it"),
    "same-way": message("Points the same way"),
    "other-way": message("Points the other way"),
    "adds": message("Adds to it"),
}


class BookLinks(Links, Protocol):
    """Links that know every page of the book."""

    def document(self, document: str, anchor: str | None = None) -> str | None:
        """The address of a page, or None when the book does not have it."""
        ...


class Linked(NamedTuple):
    """A name and where it leads; `said` is the sentence that stands there."""

    name: str
    address: str | None
    said: str = ""


def traceability_html(course: Catalogue, links: BookLinks) -> str:
    """Every claim of the founding text: where it is taught and practised, and how other sources stand to it."""
    rows = [_claim(course, one, links) for one in traces(course)]
    return render(course, "traceability.html", rows=rows, links=links)


def objective_matrix_html(course: Catalogue, links: BookLinks) -> str:
    """Every objective by the units, items and case decisions that serve it, outcome by outcome."""
    outcomes = [
        (course.outcomes[name], [_objective(course.language, one, links) for one in group])
        for name, group in groupby(services(course), lambda one: one.objective.id.partition(".")[0])
    ]
    return render(course, "objective-matrix.html", outcomes=outcomes)


def _claim(course: Catalogue, one: Trace, links: BookLinks) -> dict[str, Any]:
    language = course.language
    ordered = [standing for stance in _STANCES for standing in one.standings if standing.stance == stance]
    return {
        "fact": one.fact,
        "sections": [
            Linked(f"{section.number} {section.title}", links.section(section.unit, section.anchor), section.sentence)
            for section in one.sections
        ],
        "practice": _items(language, one.items, links),
        "cases": _cases(one.cases, links),
        "grade": language.say(GRADES[one.fact.confidence]),
        "counts": _counted(language, one.standings),
        "standings": [(language.say(_STANCES[standing.stance]), standing.fact) for standing in ordered],
    }


def _objective(language: Language, one: Service, links: BookLinks) -> dict[str, Any]:
    return {
        "objective": one.objective,
        "units": [Linked(f"{front.number} {chapter.title}", links.document(chapter.document)) for chapter, front in one.units],
        "practice": _items(language, one.items, links),
        "cases": _cases(one.decisions, links),
    }


def _items(language: Language, items: Iterable[ItemPlace], links: BookLinks) -> list[Linked]:
    def name(one: ItemPlace) -> str:
        if one.number:
            return language.gettext("{unit} item {place}", unit=one.number, place=one.place)
        return language.gettext("Set: item {place}", place=one.place)

    return [Linked(name(one), links.document(one.document, f"item-{one.item}")) for one in items]


def _cases(cases: Iterable[CasePlace], links: BookLinks) -> list[Linked]:
    anchors = ((one, f"case-{one.case}-{one.decision}" if one.decision else None) for one in cases)
    return [Linked(inline(one.title), links.document(one.document, anchor)) for one, anchor in anchors]


def _counted(language: Language, standings: Sequence[Standing]) -> str:
    """How many facts stand how to a claim."""
    ngettext = language.ngettext
    said: dict[Stance, Any] = {
        "agrees": lambda count: ngettext("{count} agrees", "{count} agree", count),
        "partly": lambda count: ngettext("{count} agrees in part", "{count} agree in part", count),
        "disputes": lambda count: ngettext("{count} disputes it", "{count} dispute it", count),
        "same-way": lambda count: ngettext("{count} points the same way", "{count} point the same way", count),
        "other-way": lambda count: ngettext("{count} points the other way", "{count} point the other way", count),
        "adds": lambda count: ngettext("{count} adds to it", "{count} add to it", count),
    }
    counts = Counter(one.stance for one in standings)
    return language.gettext(", ").join(told(counts[stance]) for stance, told in said.items() if counts[stance])
