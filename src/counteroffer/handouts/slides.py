"""Slides for each session: pages of HTML that need no network and no library, and the facilitator's notes to them on pages of their own.

What a facilitator says or watches for stands in the notes alone; on a slide stand the titles of steps, questions, pictures, acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from markupsafe import Markup

import counteroffer
from counteroffer.course import Catalogue
from counteroffer.course.units import Chapter, FrontMatter
from counteroffer.course.workshop import Session, Step
from counteroffer.figures.every_explorer import explorers
from counteroffer.handouts.argument import argument
from counteroffer.handouts.explorer_pack import Shown, shown
from counteroffer.handouts.piece import COURSE, TEMPLATES, Pack, Piece
from counteroffer.handouts.typography import set_type
from counteroffer.twin.check import paper_html
from counteroffer.twin.templates import environment
from counteroffer.twin.workshop import Names

# The book's own colours, light and dark.
_TOKENS = Path(counteroffer.__file__).parent / "book" / "theme" / "styles" / "tokens.css"
Kind = Literal["title", "objectives", "step", "item", "guess", "picture", "acts", "end"]
# Answers no longer than these letters stand in two columns.
SHORT = 36
# "(Monday, an hour)" at the end of an act
_WHEN = re.compile(r"\s*\(([^()]+)\)\.?$")


@dataclass(frozen=True)
class Slide:
    """A slide: what kind it is, its heading, what stands on it, and the step whose notes belong to it."""

    kind: Kind
    title: str
    shown: dict[str, Any] = field(default_factory=dict)
    step: Step | None = None


class Act(NamedTuple):
    """An act in a few words, and when it can be done."""

    text: str
    when: str


def deck(course: Catalogue, session: Session) -> list[Slide]:
    """The slides of a session, in its order. Objectives come after the votes, which they might answer, and only where something is taught."""
    chapter, front = course.units()[session.session]
    _ = course.language.gettext
    slides = [
        Slide("title", chapter.title, {"number": front.number, "content": front.content_note}),
        *(slide for step in session.steps for slide in _step(course, step)),
    ]
    if acts := argument(course, chapter).acts:
        slides += [
            Slide("objectives", _("After this unit you can"), {"objectives": front.objectives}),
            Slide("acts", _("What this means for our offer"), {"acts": [lead(act) for act in acts]}),
            Slide("end", _("One act of mine")),
        ]
    return slides


def _step(course: Catalogue, step: Step) -> Iterator[Slide]:
    if step.item:
        check, item = next((check, item) for check in course.checks.values() for item in check.items if item.id == step.item)
        words = [course.language.say(word) for word in getattr(item, "ratings", {}).values()]
        short = all(len(option.text) <= SHORT for option in getattr(item, "options", ())) and not words
        yield Slide("item", step.title, {"item": paper_html(course.language, check, item), "ratings": words, "short": short}, step)
    elif step.explorer in (found := explorers(course)):
        explorer = found[step.explorer]
        for place, frame in enumerate(shown(course, explorer)):
            # the notes of a step stand once
            yield Slide("guess", frame.ask, {"over": "" if place else step.title, "words": frame.words}, None if place else step)
            yield Slide("picture", frame.ask, {"bands": bands(frame, explorer.wall), "brief": frame.brief, "caution": explorer.caution})
    else:
        yield Slide("step", step.title, {}, step)


def bands(frame: Shown, wall: tuple[tuple[float, float], ...]) -> list[Markup]:
    """The bands of a picture that stand side by side on a wall, where a drawing for a telephone would be tall and small."""
    found = []
    for place, (top, bottom) in enumerate(wall):
        svg = re.sub(r'viewBox="0 0 ([\d.]+) [\d.]+"', rf'viewBox="0 {top:g} \1 {bottom - top:g}"', frame.svg, count=1)
        svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\1w{place}-", svg)
        # said once
        svg = re.sub(r'role="img" aria-label="[^"]*"', 'aria-hidden="true"', svg, count=1) if place else svg
        found.append(Markup(svg))  # noqa: S704 (drawn by us)
    return found


def lead(act: Markup) -> Act:
    """The bold words with which an act begins, and when it can be done."""
    text = Markup(act.partition("<b>")[2].partition("</b>")[0] or act).striptags()  # noqa: S704 (our own HTML, as text)
    when = _WHEN.search(text)
    return Act(_WHEN.sub("", text), when[1] if when else "")


def deck_html(course: Catalogue, session: Session) -> str:
    """The slides of a session as one page, which a browser shows one after another."""
    chapter, front = course.units()[session.session]
    html = (
        environment(course.language, TEMPLATES)
        .get_template("deck.html")
        .render(
            course=course,
            slides=deck(course, session),
            name=f"{front.number} {chapter.title} · {COURSE}",
            unit=f"{front.number} · {chapter.title.partition(': ')[0]}",
            style=_TOKENS.read_text("utf-8") + (TEMPLATES / "deck.css").read_text("utf-8"),
            script=(TEMPLATES / "deck.js").read_text("utf-8"),
        )
    )
    return set_type(html, course.language)


def notes_pack(course: Catalogue) -> Pack | None:
    """The notes to each deck, a paper for the facilitator. None in a course without sessions."""
    _ = course.language.gettext
    pieces = tuple(_notes(course, *course.units()[name], session) for name, session in in_order(course))
    return Pack("notes", _("Notes to the slides"), pieces) if pieces else None


def in_order(course: Catalogue) -> list[tuple[str, Session]]:
    """The sessions in the order of their units."""
    return [(name, course.sessions[name]) for name in course.units() if name in course.sessions]


def _notes(course: Catalogue, chapter: Chapter, front: FrontMatter, session: Session) -> Piece:
    values = {"slides": deck(course, session), "words": Names(course)}
    title = f"{front.number} {chapter.title}"
    return Piece(f"notes-{front.number}-{front.unit}", title, "facilitator", "deck-notes.html", values, sizes=(10.5,), numbered=True)


def write_slides(course: Catalogue, out: Path) -> list[Path]:
    """Write the slides of every session into `out`, and return the files."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, session in in_order(course):
        number = course.units()[name][1].number
        path = out / f"{number}-{name}.html"
        path.write_text(deck_html(course, session), "utf-8")
        written.append(path)
    return written
