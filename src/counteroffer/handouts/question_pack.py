"""The questions that a room votes on, a page each, without key and feedback: those of the sessions and of the agendas. First their keys."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from counteroffer.course import Catalogue
from counteroffer.course.items import Check, Item
from counteroffer.handouts.piece import Pack, Piece

_SIZES = (20, 19, 18, 17, 16, 15, 14, 13, 12, 11.5, 11)


def question_pack(course: Catalogue) -> Pack | None:
    """A page for each question that is put to the vote, and for who leads the keys, those of the measures too, in the order of the course. None where none is."""
    _ = course.language.gettext
    asked = [(item, _title(course, check, item), check) for check, item in _asked(course)]
    if not asked:
        return None
    measures = [course.checks[name] for name in course.papers.measures] if course.papers else []
    values = {"items": [(item, title) for item, title, _check in asked], "texts": _texts, "measures": measures}
    keys = Piece("0-keys", _("Keys and reasons"), "facilitator", "question-keys.html", values, sizes=(9.5,), numbered=True)
    sheets = (
        Piece(item.id, title, "everybody", "question.html", {"check": check, "item": item}, "person", _SIZES, 1)
        for item, title, check in asked
    )
    return Pack("questions", _("Questions"), (keys, *sheets))


def voted(course: Catalogue) -> set[str]:
    """The ids of the items that a step of a session, or a row of an agenda, puts to the vote. Sets that a row names are measures, and papers of the room."""
    steps = {step.item for session in course.sessions.values() for step in session.steps}
    rows = {item for agenda in course.agendas.values() for day in agenda.days for row in day.rows for item in row.items}
    return {item.id for check in course.checks.values() for item in check.items} & (steps | rows)


def name_of(item: str) -> str:
    """The name of a question: its id in words, without the letters that stand for its check. `mc-poster-hour` is "Poster hour"."""
    said = " ".join(_proper(word) for word in item.partition("-")[2].split("-"))
    return said[:1].upper() + said[1:]


def _proper(word: str) -> str:
    # a day has a capital, and so has what is called by a letter
    return word.capitalize() if word.capitalize() in calendar.day_name or (len(word) == 1 and word != "a") else word


def _asked(course: Catalogue) -> Iterator[tuple[Check, Item]]:
    asked, units = voted(course), list(course.units())
    for check in sorted(course.checks.values(), key=lambda one: units.index(one.check) if one.check in units else len(units)):
        yield from ((check, item) for item in check.items if item.id in asked)


def _title(course: Catalogue, check: Check, item: Item) -> str:
    if check.check not in course.units():
        return f"{check.title} · {name_of(item.id)}"
    _chapter, front = course.units()[check.check]
    return f"{course.language.gettext('Unit {number}', number=front.number)} · {name_of(item.id)}"


def _texts(item: Item) -> dict[str, str]:
    """What stands behind each letter, for kinds whose parts are one text."""
    return {part.id: part.text for name in item.parts for part in getattr(item, name) if hasattr(part, "text")}
