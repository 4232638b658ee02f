"""The facilitator's pages: the session of a unit, the teaching note of a case, an agenda. They stand in Part 6 and nowhere else."""

from __future__ import annotations

import re
from typing import Protocol

from markupsafe import Markup, escape

from counteroffer.course import Catalogue
from counteroffer.course.anchors import first_words
from counteroffer.course.case_roads import Plays, plays
from counteroffer.course.cases import Case, Choice, Condition, Decision, Rule
from counteroffer.course.items import Item
from counteroffer.course.workshop import Agenda, Note, Session
from counteroffer.course.workshop.agendas import clock
from counteroffer.course.workshop.names import NAME
from counteroffer.course.workshop.scripts import Reply
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render
from counteroffer.twin.text import quoting

# Minutes of a case in a room: its opening, a fast decision, a slow one.
OPENING, FAST, SLOW = 10, 4, 8
# Rarer than this among visits, an option is a door that most rooms find shut.
OFTEN_OPEN = 0.995
# Letters by which an option that is told says what was done, and by which it takes too long.
_ENOUGH, _TOO_LONG = 24, 80
_SENTENCES = re.compile(r"(?<=[.:;?!])\s|(?<=[.:;?!][\"”])\s")


class Labels(Protocol):
    """The parts of a case as they are numbered and lettered on its papers."""

    def number(self, decision: str) -> int:
        """The number of a decision."""
        ...

    def card(self, card: str) -> int:
        """The number of a card."""
        ...

    def notice(self, rule: Rule) -> int:
        """The number of the slip that a rule hands out."""
        ...

    def choice(self, decision: Decision, choice: Choice) -> str:
        """An option by its decision's number and its letter."""
        ...

    def when(self, condition: Condition, at: str | None = None) -> str:
        """A condition in these numbers and letters."""
        ...

    def goes(self, place: str) -> str:
        """Where a way leads."""
        ...


def session_html(course: Catalogue, session: Session, links: Links) -> str:
    """The session page of a unit."""
    chapter, front = course.units()[session.session]
    words = Names(course)
    return render(course, "session.html", session=session, chapter=chapter, front=front, words=words, links=links)


def note_html(course: Catalogue, note: Note, links: Links, labels: Labels) -> str:
    """The teaching note of a case, with what can be reckoned of the case; `labels` are those of its papers."""
    case = course.cases[note.note]
    return render(
        course,
        "teaching-note.html",
        note=note,
        case=case,
        noted={one.decision: one for one in note.decisions},
        choices={(decision.id, choice.id): choice for decision, choice in case.choices()},
        plays=plays(case, course.root),
        label=labels,
        words=Names(course, case, labels),
        links=links,
        shut=shut,
        in_order=in_order,
        planned=planned(case, note),
        deed=deed,
    )


def agenda_html(course: Catalogue, agenda: Agenda, links: Links) -> str:
    """An agenda, a table a day, with the hour of each part and what is dropped first."""
    drops = sorted((row for row in agenda.rows if row.drop), key=lambda row: row.drop or 0)
    return render(course, "agenda.html", agenda=agenda, drops=drops, clock=clock, words=Names(course), links=links)


def planned(case: Case, note: Note) -> dict[str, int]:
    """The minute of the case at which each decision begins at the latest, on the longest road there."""
    found = {case.decisions[0].id: OPENING}
    for _ in case.decisions:
        for decision in case.decisions:
            after = found.get(decision.id, OPENING) + (SLOW if decision.id in note.slow else FAST)
            for then in (then for choice in decision.options for then in choice.then):
                found[then.go] = max(found.get(then.go, OPENING), after)
    return found


def shut(found: Plays, decision: str) -> list[tuple[str, float]]:
    """The options of a decision that random play sometimes finds closed, with the share of visits (0 to 1) in which each is open."""
    return [(option, share) for option, share in found.open.get(decision, {}).items() if share < OFTEN_OPEN]


def deed(choice: Choice) -> str:
    """An option in so many words that a room hears what was done: its first sentences, cut short."""
    said = ""
    for part in _SENTENCES.split(choice.text):
        said = f"{said} {part}".strip()
        if len(said) >= _ENOUGH:
            break
    if len(said) > _TOO_LONG:
        head = said[:_TOO_LONG].rpartition(", ")[0]
        said = head if len(head) >= _ENOUGH and head.count('"') % 2 == 0 else first_words(said, _TOO_LONG)
    return said.rstrip(".:;,")


def in_order(decision: Decision, replies: list[Reply]) -> list[Reply]:
    """The replies of a decision in the order of the letters that they speak for; those that speak for none come last."""
    places = {choice.id: place for place, choice in enumerate(decision.options)}
    return sorted(replies, key=lambda reply: places.get(reply.to or "", len(places)))


class Names:
    """What the ids of units, cases, items and explorers are called, alone and where a text names them; in a `case`, its parts too."""

    def __init__(self, course: Catalogue, case: Case | None = None, labels: Labels | None = None) -> None:
        self._language = course.language
        _ = course.language.gettext
        self._units = {name: f"{front.number} {chapter.title}" for name, (chapter, front) in course.units().items()}
        self._cases = {name: case.title for name, case in course.cases.items()}
        self._explorers = {name: explorer.title for name, explorer in course.explorers.items()}
        if course.audit:
            self._explorers[course.audit.explorer] = course.audit.title
        self._items: dict[str, Item] = {item.id: item for check in course.checks.values() for item in check.items}
        self._checks = {name: check.title for name, check in course.checks.items()}
        titled = self._units | self._cases | self._explorers
        # as HTML
        self._named: dict[str, str] = {name: self._titled(title) for name, title in titled.items()}
        self._options: dict[str, str] = {}
        if case and labels:
            self._of(case, labels)

    def _of(self, case: Case, labels: Labels) -> None:
        def _(said: str, number: int) -> str:
            return escape(self._language.gettext(said, number=number))

        for decision, choice in case.choices():
            self._options[choice.id] = escape(labels.choice(decision, choice))
        for one in case.decisions:
            self._named[one.id] = f"{_('decision {number}', labels.number(one.id))}, {self._titled(one.title)}"
        for card in case.evidence:
            self._named[card.id] = f"{_('card {number}', labels.card(card.id))}, {self._titled(card.title)}"
        for rule in case.background:
            if rule.notice:
                self._named[rule.id] = _("notice {number}", labels.notice(rule))
        for ending in case.endings:
            self._named[ending.id] = self._titled(ending.title)

    def unit(self, name: str) -> str:
        """Number and title of a unit."""
        return self._units[name]

    def explorer(self, name: str) -> str:
        """The title of an explorer."""
        return self._explorers[name]

    def case(self, name: str) -> str:
        """The title of a case."""
        return self._cases[name]

    def item(self, name: str) -> Item:
        """An item by its id."""
        return self._items[name]

    def asked(self, name: str) -> str:
        """What an item, or the check of a set, is called in an agenda."""
        return self._items[name].stem if name in self._items else self._checks[name]

    def said(self, text: str) -> Markup:
        """A text as HTML, what it names called as it is on paper, with the quotation marks of a book."""
        # quotes are paired over the whole text, in which a name is one word
        return Markup(NAME.sub(self._called, quoting(text)))  # noqa: S704 (Markdown without raw HTML; names are escaped)

    def spoken(self, text: str) -> Markup:
        """Words that somebody says: in quotation marks, unless the text has its own."""
        said = self.said(text)
        return said if '"' in text or "“" in text else escape(self._language.gettext("“{words}”")).format(words=said)

    def _titled(self, title: str) -> Markup:
        """A title as HTML in quotation marks, which some have of their own."""
        html = quoting(title)
        return html if html.startswith("“") else escape(self._language.gettext("“{title}”")).format(title=html)

    def _called(self, match: re.Match[str]) -> str:
        name, words = match["id"], match["words"]
        if name in self._options:
            label = f'<b class="co-label">{self._options[name]}</b>'
            return f"{label} ({words})" if words else label
        return words or self._named[name]
