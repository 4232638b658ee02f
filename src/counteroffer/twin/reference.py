"""What stands on pages of reference and at the head of a unit: objectives, words, sources."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.sources import Source
from counteroffer.course.units import Chapter
from counteroffer.language import message
from counteroffer.twin.links import Links
from counteroffer.twin.templates import macro, render

_WAITING = {
    "record": (
        message("Your record"),
        message("This part needs scripts: your record is kept by this browser, and only a script on this page can read it to you."),
    ),
    "practice": (
        message("Practice"),
        message(
            "This part needs scripts: they draw the questions from what you have answered before. Without them, use the check at the end of "
            "each unit."
        ),
    ),
    "exam": (
        message("Practice examination"),
        message(
            "This part needs scripts: they draw a form of questions, keep your answers and mark them. Nothing of it leaves this device."
        ),
    ),
    "verify": (
        message("Verify a certificate"),
        message(
            "This part needs scripts: they reckon the signature on this device. Without them, use the command {command}, or "
            "another verifier of Open Badges 3.0.",
            command=Markup("<code>counteroffer verify</code>"),
        ),
    ),
}


def unit_html(course: Catalogue, chapter: Chapter) -> str:
    """What the unit of a page is for, how long it takes, as of when its evidence stands; nothing on a page that is no unit."""
    return render(course, "unit.html", front=chapter.front) if chapter.front else ""


def glossary_html(course: Catalogue, links: Links) -> str:
    """The glossary. A word stands under its synonyms too, and is shown once."""
    words = {one.term: one for one in course.words.values()}
    return render(course, "glossary.html", words=sorted(words.values(), key=lambda one: one.term.lower()), links=links)


def sources_html(course: Catalogue, cites: Sequence[str] | None, links: Links, *, whole: bool) -> str:
    """The references behind `cites`, each with the places that are drawn on, or all; `whole` where the list is the bibliography itself, to which others lead."""
    sources = course.sources_of(cites or course.sources)
    facts = [course.facts[cite] for cite in dict.fromkeys(cites or ()) if cite in course.facts]
    resting = {source.key: [fact for fact in facts if source.key in fact.source] for source in sources}
    return render(course, "sources.html", sources=sources, resting=resting, links=links, whole=whole)


def evidence_html(course: Catalogue, links: Links) -> str:
    """Every claim of the evidence base: how sure it is, its source, and its place in it."""
    standing = [fact for fact in course.facts.values() if not fact.retracted]
    return render(
        course, "evidence.html", facts=standing, retracted=[fact for fact in course.facts.values() if fact.retracted], links=links
    )


def reference_html(course: Catalogue, source: Source) -> str:
    """A whole reference, with what is missing from the record said in words."""
    return str(macro(course, "source.html", "reference")(source))


def waiting_html(course: Catalogue, what: str) -> str:
    """The place of something that a script alone can show, and why."""
    label, why = _WAITING[what]
    return render(course, "waiting.html", what=what, label=label, why=why)
