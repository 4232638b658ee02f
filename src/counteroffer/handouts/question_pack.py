"""The questions that a room votes on, a page each, without key and feedback: those of the sessions and of the agendas."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.handouts.piece import Pack, Piece
from counteroffer.twin.check import paper_html

_SIZES = (14, 13, 12, 11.5, 11, 10.5, 10)


def question_pack(course: Catalogue) -> Pack | None:
    """A page for each question that a session or an agenda puts to the vote, in the order of the course. None where none does."""
    asked = voted(course)
    pieces = []
    for check in course.checks.values():
        for item in check.items:
            if item.id in asked:
                values = {"check": check, "item": paper_html(course.language, check, item)}
                pieces.append(Piece(item.id, check.title, "everybody", "question.html", values, "person", _SIZES, 1))
    return Pack("questions", course.language.gettext("Questions"), tuple(pieces)) if pieces else None


def voted(course: Catalogue) -> set[str]:
    """The ids of the items that a step of a session, or a row of an agenda, puts to the vote."""
    steps = {step.item for session in course.sessions.values() for step in session.steps if step.item}
    return steps | {item for agenda in course.agendas.values() for day in agenda.days for row in day.rows for item in row.items}
