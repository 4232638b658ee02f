"""The two matrices as tables: claim by section, item, case and other sources; objective by unit, item and case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Protocol

from counteroffer.course import Catalogue
from counteroffer.course.sources import Fact
from counteroffer.course.text import inline
from counteroffer.course.trace import CasePlace, ItemPlace, Service, Stance, Standing, Trace, services, traces
from counteroffer.twin.links import Links, cited, place

# How one and how several facts stand to a claim.
_STANCES: dict[Stance, tuple[str, str]] = {
    "agrees": ("agrees", "agree"),
    "partly": ("agrees in part", "agree in part"),
    "disputes": ("disputes it", "dispute it"),
    "same-way": ("points the same way", "point the same way"),
    "other-way": ("points the other way", "point the other way"),
    "adds": ("adds to it", "add to it"),
}


class BookLinks(Links, Protocol):
    """Links that know every page of the book."""

    def document(self, document: str, anchor: str | None = None) -> str | None:
        """The address of a page, or None when the book does not have it."""
        ...


def traceability_html(course: Catalogue, links: BookLinks) -> str:
    """Every claim of the founding text: where it is taught and practised, and how other sources stand to it."""
    rows = "".join(_row(_claim(one), _taught(one, links), _standing(course, one.fact, one.standings, links)) for one in traces(course))
    heads = ("Claim", "Taught and practised", "Other sources")
    return _table("The founding text, claim by claim", heads, f'<tbody role="rowgroup">{rows}</tbody>')


def objective_matrix_html(course: Catalogue, links: BookLinks) -> str:
    """Every objective by the units, items and case decisions that serve it, outcome by outcome."""
    bodies = []
    for name, group in groupby(services(course), lambda one: one.objective.id.partition(".")[0]):
        outcome = f'<tr role="row"><th role="rowheader" scope="rowgroup" colspan="4">{name}: {inline(course.outcomes[name].text)}</th></tr>'
        rows = "".join(_row(_objective(one), _units(one, links), _items(one.items, links), _cases(one.decisions, links)) for one in group)
        bodies.append(f'<tbody role="rowgroup">{outcome}{rows}</tbody>')
    return _table("Objectives, outcome by outcome", ("Objective", "Units", "Items", "Case decisions"), "".join(bodies))


def _table(caption: str, heads: Sequence[str], bodies: str) -> str:
    # roles are written out because rows that are stacked on a narrow page lose those of a table
    columns = "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in heads)
    return (
        f'<table class="co-stack" role="table" data-columns="{len(heads)}"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>{bodies}</table>'
    )


def _row(first: tuple[str, str], *cells: str) -> str:
    anchor, head = first
    rest = "".join(f'<td role="cell">{cell}</td>' for cell in cells)
    return f'<tr role="row" id="{anchor}"><th role="rowheader" scope="row">{head}</th>{rest}</tr>'


def _claim(one: Trace) -> tuple[str, str]:
    fact = one.fact
    return f"claim-{fact.id}", f'<span class="co-objective">{fact.id}</span> {escape(fact.claim)}'


def _objective(one: Service) -> tuple[str, str]:
    name = one.objective.id
    return f"objective-{name.lower().replace('.', '-')}", f'<span class="co-objective">{name}</span> {inline(one.objective.text)}'


def _taught(one: Trace, links: BookLinks) -> str:
    sections = [place(f"{section.number} {escape(section.title)}", links.section(section.unit, section.anchor)) for section in one.sections]
    return (
        f"{_list('Sections', sections) or '<p>No unit teaches it yet.</p>'}"
        f"{_items(one.items, links, 'Items')}{_cases(one.cases, links, 'Cases')}"
    )


def _units(one: Service, links: BookLinks) -> str:
    units = [place(f"{front.number} {escape(chapter.title)}", links.document(chapter.document)) for chapter, front in one.units]
    return _list("Units", units) or _none("Units")


def _items(items: Iterable[ItemPlace], links: BookLinks, label: str | None = None) -> str:
    named = [place(f"{one.number} item {one.place}", links.document(one.document, f"item-{one.item}")) for one in items]
    said = " ".join(f"<span>{one}</span>" for one in named)
    return f'<p class="co-stack-items">{_label("Items")} {said}</p>' if named else "" if label else _none("Items")


def _cases(cases: Iterable[CasePlace], links: BookLinks, label: str | None = None) -> str:
    found = []
    for one in cases:
        anchor = f"case-{one.case}-{one.decision}" if one.decision else None
        found.append(place(inline(one.title), links.document(f"exercises/{one.case}", anchor)))
    return _list(label or "Case decisions", found) if found else "" if label else _none("Case decisions")


def _list(label: str, entries: Sequence[str]) -> str:
    if not entries:
        return ""
    return f"<p>{_label(label)}</p><ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"


def _label(label: str) -> str:
    return f'<span class="co-stack-label">{label}</span>'


def _none(label: str) -> str:
    return f"<p>{_label(label)} none</p>"


def _standing(course: Catalogue, claim: Fact, standings: Sequence[Standing], links: Links) -> str:
    grade = f"<p>Graded <b>{claim.confidence}</b></p>"
    if not standings:
        return f"{grade}<p>No other source of ours speaks to it.</p>"
    counts = Counter(one.stance for one in standings)
    said = ", ".join(f"{counts[stance]} {words[counts[stance] > 1]}" for stance, words in _STANCES.items() if counts[stance])
    return f"{grade}<details><summary>{said}</summary><ul>{''.join(_facts(course, standings, links))}</ul></details>"


def _facts(course: Catalogue, standings: Sequence[Standing], links: Links) -> Iterator[str]:
    for stance, words in _STANCES.items():
        for one in standings:
            if one.stance == stance:
                yield f"<li><b>{words[0].capitalize()}:</b> {escape(one.fact.claim)} {cited(course, [one.fact.id], links)}</li>"
