"""A course in another language: translations laid over the catalogue, part by part. Ids, anchors and keys stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from counteroffer.course.base import Model
from counteroffer.course.catalogue import Catalogue
from counteroffer.course.sources import Source
from counteroffer.course.texts import said_anew
from counteroffer.course.units import Chapter, raw_headings, references_in, shown
from counteroffer.language import ENGINE, MADE_BY_RULE, Language
from counteroffer.language.catalogues import Domain

M = TypeVar("M", bound=Model)

OBJECTIVES, GLOSSARY, FACTS, SOURCES = "assets/objectives", "assets/glossary", "assets/evidence/facts", "assets/sources"
TIMELINE, AUDIT, PAPERS = "assets/timeline", "assets/offer-audit", "assets/papers"
# The title of the book, and the captions of its parts.
BOOK = "book"


def language_at(root: Path, code: str) -> Language:
    """A language with the catalogues of the course at `root`, and the engine's own where the course has none."""
    return Language(code, (root / "locale", root / MADE_BY_RULE, ENGINE))


def parts(course: Catalogue) -> Iterator[tuple[str, Model]]:
    """Every part that has texts, with the domain that its translations stand in."""
    for one in (*course.outcomes.values(), *course.objectives.values()):
        yield OBJECTIVES, one
    for word in {id(word): word for word in course.words.values()}.values():
        yield GLOSSARY, word
    for fact in course.facts.values():
        yield FACTS, fact
    for chapter in course.chapters.values():
        if chapter.front:
            yield chapter.document, chapter.front
    named: list[tuple[str, dict[str, Any]]] = [
        ("exercises/checks", course.checks),
        ("exercises/cases", course.cases),
        ("assets/explorers", course.explorers),
        ("assets/figures", course.charts),
        ("workshop/sessions", course.sessions),
        ("workshop/notes", course.notes),
        ("workshop/agendas", course.agendas),
    ]
    for folder, found in named:
        for name, part in found.items():
            yield f"{folder}/{name}", part
    alone: list[tuple[str, Model | None]] = [(TIMELINE, course.chronology), (AUDIT, course.audit), (PAPERS, course.papers)]
    yield from ((domain, part) for domain, part in alone if part)


def translated(course: Catalogue, language: Language) -> Catalogue:
    """The course in `language`; a text without a translation stands in its own."""

    def anew(domain: str, found: dict[str, M]) -> dict[str, M]:
        return {name: said_anew(part, language.domain(domain.format(name)).gettext) for name, part in found.items()}

    def one(domain: str, part: M | None) -> M | None:
        return said_anew(part, language.domain(domain).gettext) if part else None

    words = {id(word): said_anew(word, language.domain(GLOSSARY).gettext) for word in course.words.values()}
    by_term = {term: words[id(word)] for term, word in course.words.items()}
    for word in words.values():
        for term in (word.term, *word.also):
            by_term.setdefault(term.lower(), word)
    return replace(
        course,
        language=language,
        outcomes=anew(OBJECTIVES, course.outcomes),
        objectives=anew(OBJECTIVES, course.objectives),
        words=by_term,
        facts=anew(FACTS, course.facts),
        sources={name: _source(source, language.domain(SOURCES)) for name, source in course.sources.items()},
        chapters={name: _chapter(chapter, language.domain(name)) for name, chapter in course.chapters.items()},
        checks=anew("exercises/checks/{}", course.checks),
        cases=anew("exercises/cases/{}", course.cases),
        explorers=anew("assets/explorers/{}", course.explorers),
        charts=anew("assets/figures/{}", course.charts),
        sessions=anew("workshop/sessions/{}", course.sessions),
        notes=anew("workshop/notes/{}", course.notes),
        agendas=anew("workshop/agendas/{}", course.agendas),
        chronology=one(TIMELINE, course.chronology),
        audit=one(AUDIT, course.audit),
        papers=one(PAPERS, course.papers),
    )


def _source(source: Source, domain: Domain) -> Source:
    return replace(source, incomplete=domain.gettext(source.incomplete)) if source.incomplete else source


def _chapter(chapter: Chapter, domain: Domain) -> Chapter:
    """A page with its title and headings translated as the page builder will: by the Markdown that they are written in."""
    headings = {anchor: shown(domain.gettext(raw)) for anchor, raw in raw_headings(chapter.text)}
    front = said_anew(chapter.front, domain.gettext) if chapter.front else None
    title = next(iter(headings.values()), chapter.title)
    references = tuple(references_in(chapter.text, domain.gettext))
    return replace(chapter, title=title, headings=headings, references=references, front=front)
