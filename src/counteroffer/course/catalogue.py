"""The whole course as one object: everything by id, everything cross-checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from counteroffer.course.audit import Audit
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.cases import Case
from counteroffer.course.chart_data import ChartData
from counteroffer.course.chronology import Chronology
from counteroffer.course.explorer_data import ExplorerData
from counteroffer.course.glossary import Word
from counteroffer.course.items import Check
from counteroffer.course.objectives import Objective, Outcome
from counteroffer.course.sources import Fact, Source
from counteroffer.course.sureness import OURS
from counteroffer.course.units import Chapter, FrontMatter
from counteroffer.course.yamlfile import YamlFile
from counteroffer.language import ENGLISH, Language


@dataclass(frozen=True)
class Catalogue:
    """Everything that the course is made of. `load_course` makes it; it is right or it is not there.

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
    language: Language = ENGLISH

    def units(self) -> dict[str, tuple[Chapter, FrontMatter]]:
        """Every unit by its id, in the order of its number."""
        found = [(chapter, chapter.front) for chapter in self.chapters.values() if chapter.front]
        return {front.unit: (chapter, front) for chapter, front in sorted(found, key=lambda pair: pair[1].number)}

    def page_of(self, check: str) -> str | None:
        """The document that shows a check: its unit's, else the first that places it, or None where no page does."""
        units = self.units()
        if check in units:
            return units[check][0].document
        shown = (one.document for one in self.chapters.values() for ref in one.references if (ref.kind, ref.target) == ("check", check))
        return next(shown, None)

    def sources_of(self, cites: Iterable[str]) -> list[Source]:
        """The sources behind fact ids and source keys, each once, in the order of their labels."""
        keys = {key for cite in cites if cite != OURS for key in (self.facts[cite].source if cite in self.facts else [cite])}
        return sorted((self.sources[key] for key in keys), key=lambda source: source.label.lower())
