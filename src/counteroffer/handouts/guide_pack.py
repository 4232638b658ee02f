"""What the facilitator carries: agendas, session pages, teaching notes, and the pages of Part 6. Nobody else holds any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.units import Chapter
from counteroffer.handouts.case_pack import RunSheet
from counteroffer.handouts.piece import Pack, Piece
from counteroffer.twin.links import NoLinks
from counteroffer.twin.workshop import agenda_html, note_html, session_html

# Held at arm's length in a dim hall, and copied on an old copier.
_SIZE = 9.5
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])
_ROLE = re.compile(r"\s?\{cite\}`[^`]*`|\{[\w-]+\}`(?P<words>[^`<]*?)\s*(?:<(?P<target>[^`>]*)>)?`")
_FENCE = re.compile(r"^(`{3,}|:{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def guide_pack(course: Catalogue) -> Pack | None:
    """The facilitator's papers. None in a course without any."""
    pieces = (*_agendas(course), *_sessions(course), *_notes(course), *_pages(course))
    return Pack("guide", course.language.gettext("For the facilitator"), pieces) if pieces else None


def _agendas(course: Catalogue) -> Iterator[Piece]:
    for name, one in course.agendas.items():
        yield _piece(f"agenda-{name}", one.title, agenda_html(course, one, NoLinks()))


def _sessions(course: Catalogue) -> Iterator[Piece]:
    for name, (chapter, front) in course.units().items():
        if name in course.sessions:
            title = f"{front.number} {chapter.title}"
            yield _piece(f"session-{front.number}-{name}", title, session_html(course, course.sessions[name], NoLinks()), 3)


def _notes(course: Catalogue) -> Iterator[Piece]:
    for name, one in course.notes.items():
        case = course.cases[name]
        yield _piece(f"note-{name}", case.title, note_html(course, one, NoLinks(), RunSheet(case, course.language)))


def _pages(course: Catalogue) -> Iterator[Piece]:
    carried = course.papers.carried if course.papers else ()
    for document, chapter in course.chapters.items():
        if (document in carried or document.rpartition("/")[0] in carried) and (text := _text(course, chapter)):
            yield _piece(f"page-{document.rpartition('/')[2]}", chapter.title, text)


def _text(course: Catalogue, chapter: Chapter) -> str:
    """A page without its title, citations and addresses; nothing of one that is put together by directives alone."""
    written = _FENCE.sub("", _FRONT.sub("", chapter.text))
    titled = _ROLE.sub(lambda match: _named(course, match["words"] or "", match["target"]), written)
    body = re.sub(r"\A\s*# .*\n", "", titled).strip()
    if not re.search(r"^(?:\||\d+\. |- )", body, re.MULTILINE):
        return ""
    # the press does not read where a list begins
    return re.sub(r'<ol start="(\d+)">', lambda match: f'<ol style="counter-reset: list-item {int(match[1]) - 1}">', _MARKDOWN.render(body))


def _named(course: Catalogue, words: str, target: str | None) -> str:
    """What a link says, on paper: the title of a page in quotation marks, and other words as they stand."""
    place = (target or words).strip("/ ")
    title = course.title_of(place)
    if title is None or (target and words.casefold() != title.casefold()):
        return words
    return course.language.gettext("“{title}”", title=title)


def _piece(name: str, title: str, html: str, pages: int | None = None) -> Piece:
    return Piece(name, title, "facilitator", "guide-page.html", {"body": Markup(html)}, "room", (_SIZE,), pages, numbered=True)  # noqa: S704 (of our own templates)
