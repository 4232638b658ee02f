"""The facilitator's pages: the session of a unit, the teaching note of a case, an agenda. They stand in Part 6 and nowhere else."""

from __future__ import annotations

import re

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.case_roads import Plays, plays
from counteroffer.course.items import Item
from counteroffer.course.workshop import Agenda, Note, Session
from counteroffer.course.workshop.agendas import clock
from counteroffer.twin.case import CaseWords
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render
from counteroffer.twin.text import inline

# Rarer than this among visits, an option is a door that most rooms find shut.
OFTEN_OPEN = 0.995


def session_html(course: Catalogue, session: Session, links: Links) -> str:
    """The session page of a unit."""
    chapter, front = course.units()[session.session]
    words = Names(course)
    return render(course, "session.html", session=session, chapter=chapter, front=front, words=words, links=links)


def note_html(course: Catalogue, note: Note, links: Links) -> str:
    """The teaching note of a case, with what can be reckoned of the case."""
    case = course.cases[note.note]
    noted = {one.decision: one for one in note.decisions}
    return render(
        course,
        "teaching-note.html",
        note=note,
        case=case,
        noted=noted,
        plays=plays(case, course.root),
        told=CaseWords(case, course.language),
        words=Names(course),
        links=links,
        shut=shut,
    )


def agenda_html(course: Catalogue, agenda: Agenda, links: Links) -> str:
    """An agenda, a table a day, with the hour of each part and what is dropped first."""
    drops = sorted((row for row in agenda.rows if row.drop), key=lambda row: row.drop or 0)
    return render(course, "agenda.html", agenda=agenda, drops=drops, clock=clock, words=Names(course), links=links)


def shut(found: Plays, decision: str) -> list[tuple[str, float]]:
    """The options of a decision that random play sometimes finds closed, with the share of visits (0 to 1) in which each is open."""
    return [(option, share) for option, share in found.open.get(decision, {}).items() if share < OFTEN_OPEN]


class Names:
    """What the ids of units, cases, items and explorers are called, alone and where a text names them."""

    def __init__(self, course: Catalogue) -> None:
        self._units = {name: f"{front.number} {chapter.title}" for name, (chapter, front) in course.units().items()}
        self._cases = {name: case.title for name, case in course.cases.items()}
        self._explorers = {name: explorer.title for name, explorer in course.explorers.items()}
        if course.audit:
            self._explorers[course.audit.explorer] = course.audit.title
        self._items: dict[str, Item] = {item.id: item for check in course.checks.values() for item in check.items}
        self._checks = {name: check.title for name, check in course.checks.items()}
        ids = sorted((name for name in (*self._units, *self._cases) if "-" in name), key=len, reverse=True)
        self._named = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ids))})(?![\w-])") if ids else None

    def unit(self, name: str) -> str:
        """Number and title of a unit."""
        return self._units[name]

    def case(self, name: str) -> str:
        """The title of a case."""
        return self._cases[name]

    def explorer(self, name: str) -> str:
        """The title of an explorer."""
        return self._explorers[name]

    def item(self, name: str) -> Item:
        """An item by its id."""
        return self._items[name]

    def asked(self, name: str) -> str:
        """What an item, or the check of a set, is called in an agenda."""
        return self._items[name].stem if name in self._items else self._checks[name]

    def said(self, text: str) -> Markup:
        """A text as HTML, each unit and case that it names by its title."""
        titles = self._units | self._cases
        return inline(self._named.sub(lambda match: f"“{titles[match[1]]}”", text) if self._named else text)
