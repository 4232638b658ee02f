"""The whole course as one object: everything by id, everything cross-checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from counteroffer.course.audit import Audit
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.cases import Case
from counteroffer.course.chart_data import ChartData
from counteroffer.course.chronology import Chronology
from counteroffer.course.explorer_data import ExplorerData
from counteroffer.course.glossary import Word
from counteroffer.course.items import Check
from counteroffer.course.notebooks import Notebook
from counteroffer.course.objectives import Objective, Outcome
from counteroffer.course.papers import Papers
from counteroffer.course.site import Config
from counteroffer.course.sources import Fact, Source
from counteroffer.course.sureness import OURS
from counteroffer.course.units import Chapter, FrontMatter, in_order
from counteroffer.course.workshop import Agenda, Note, Session
from counteroffer.course.yamlfile import YamlFile
from counteroffer.language import ENGLISH, Language


@dataclass(frozen=True)
class Catalogue:
    """Everything that the course is made of. `load_course` makes it; it is right or it is not there.

    `order` are the documents of the book, as `_toc.yml` puts them.
    `editions` holds the edition of every item and every case by its id, taken from the words as they were written: a translation has the same.
    """

    root: Path
    outcomes: dict[str, Outcome]
    objectives: dict[str, Objective]
    sources: dict[str, Source]
    facts: dict[str, Fact]
    words: dict[str, Word]
    chapters: dict[str, Chapter]
    checks: dict[str, Check]
    blueprint: Blueprint | None
    cases: dict[str, Case]
    explorers: dict[str, ExplorerData]
    charts: dict[str, ChartData]
    chronology: Chronology | None
    audit: Audit | None
    editions: dict[str, str]
    files: dict[str, YamlFile] = field(repr=False)
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    agendas: dict[str, Agenda] = field(default_factory=dict)
    papers: Papers | None = None
    order: tuple[str, ...] = ()
    config: Config | None = None
    language: Language = ENGLISH

    def units(self) -> dict[str, tuple[Chapter, FrontMatter]]:
        """Every unit by its id, in the order of its number."""
        return self._units

    @cached_property
    def _units(self) -> dict[str, tuple[Chapter, FrontMatter]]:
        found = [(chapter, chapter.front) for chapter in self.chapters.values() if chapter.front]
        return {front.unit: (chapter, front) for chapter, front in sorted(found, key=lambda pair: in_order(pair[1].number))}

    def page_of(self, name: str, what: str = "check") -> str | None:
        """The document that shows a check, case, chart, explorer or the audit, or None where no page does.

        A check stands on the page of its unit; all else, and a set, on a notebook of its own, else on the first page that places it.
        What is drawn from the whole course has no name: the glossary is `("", "words")`, the bibliography `("", "sources")`.
        """
        units = self.units()
        if what == "check" and name in units:
            return units[name][0].document
        return next(iter(self.pages_with(what, name)), None)

    def title_of(self, document: str) -> str | None:
        """The title of a page: a chapter's own, or that of the case or explorer that a notebook shows."""
        if document in self.chapters:
            return self.chapters[document].title
        shows = self.notebooks[document].shows if document in self.notebooks else ()
        titles = {("case", name): case.title for name, case in self.cases.items()}
        titles |= {("explorer", name): one.title for name, one in self.explorers.items()}
        return next((titles[shown] for shown in shows if shown in titles), None)

    def pages_with(self, what: str, name: str = "") -> list[str]:
        """Every document that shows something, notebooks first, each in the order of the book."""
        return list(self._shown.get((what, name), ()))

    @cached_property
    def _shown(self) -> dict[tuple[str, str], list[str]]:
        places = {document: place for place, document in enumerate(self.order)}
        runs = {one.document: one.shows for one in self.notebooks.values()}
        placed = {one.document: tuple(dict.fromkeys((ref.kind, ref.target) for ref in one.references)) for one in self.chapters.values()}
        found: dict[tuple[str, str], list[str]] = {}
        for pages in (runs, placed):
            for document in sorted(pages, key=lambda one: places.get(one, len(places))):
                for shown in pages[document]:
                    found.setdefault(shown, []).append(document)
        return found

    def sources_of(self, cites: Iterable[str]) -> list[Source]:
        """The sources behind fact ids and source keys, each once, in the order of their labels."""
        keys = {key for cite in cites if cite != OURS for key in (self.facts[cite].source if cite in self.facts else [cite])}
        return sorted((self.sources[key] for key in keys), key=lambda source: source.label.lower())
