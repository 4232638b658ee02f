"""The course as a reviewer reads it: its pages and texts taken apart once, for all rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counteroffer.course import Catalogue
from counteroffer.course.diagnostics import Faults
from counteroffer.course.textfile import read_text
from counteroffer.course.units import FrontMatter, in_order
from counteroffer.figures.every_explorer import explorers
from counteroffer.review.pages import Page, read_page
from counteroffer.review.passages import Passage
from counteroffer.review.waivers import Waiver, find_waivers
from counteroffer.review.yamltexts import read_texts

# Sections that hold no argument of their own.
APPENDICES = ("Check yourself", "Further reading")
CLOSING = "What this means for our offer"


@dataclass(frozen=True)
class Depiction:
    """What an explorer says, in one setting, to somebody who cannot see its figure."""

    file: str
    explorer: str
    setting: str
    sentence: str


@dataclass(frozen=True)
class Manuscript:
    """Everything that rules look at. `today` is a month such as 2026-11; no rule asks the clock."""

    course: Catalogue
    pages: tuple[Page, ...]
    texts: tuple[Passage, ...]
    depictions: tuple[Depiction, ...]
    waivers: tuple[Waiver, ...]
    today: str

    def units(self) -> Iterator[tuple[Page, FrontMatter]]:
        """Every page that is a unit, in the order of their numbers."""
        found = [(page, page.chapter.front) for page in self.pages if page.chapter.front]
        yield from sorted(found, key=lambda pair: in_order(pair[1].number))

    def passages(self) -> Iterator[Passage]:
        """Every text of the course: chapters first, then YAML files."""
        for page in self.pages:
            yield from page.passages
        yield from self.texts


def read_manuscript(course: Catalogue, today: str | None = None) -> Manuscript:
    """Take a course apart.

    Without `today`, evidence is as old as it is beside the newest `as_of` of the course: the same commit then gets the
    same review in any year, and a review fails because somebody changed the course, never because a month went by.
    """
    pages = tuple(read_page(chapter, course.root) for chapter in course.chapters.values())
    months = [front.as_of for _, front in course.units().values()]
    return Manuscript(
        course=course,
        pages=pages,
        texts=tuple(read_texts(course.files)),
        depictions=tuple(_depictions(course)),
        waivers=tuple(_waivers(course, pages)),
        today=today or max(months, default="2000-01"),
    )


def argument(page: Page) -> Iterator[Passage]:
    """The passages of a unit that argue: not headings and titles, not the sections that only point elsewhere."""
    for passage in page.passages:
        if passage.section not in APPENDICES and passage.kind not in ("heading", "title", "head"):
            yield passage


def _depictions(course: Catalogue) -> Iterator[Depiction]:
    for name, explorer in explorers(course).items():
        for setting in explorer.settings():
            yield Depiction(f"assets/explorers/{name}.yml", name, explorer.name(setting), explorer.sentence(setting))


def _waivers(course: Catalogue, pages: tuple[Page, ...]) -> Iterator[Waiver]:
    for page in pages:
        yield from find_waivers(page.file, page.chapter.text.splitlines(), page.blocks)
    for name, file in course.files.items():
        yield from find_waivers(name, file.text.splitlines())
    bibliography = read_text(course.root / "assets" / "sources.bib", Faults(course.root)) or ""
    yield from find_waivers("assets/sources.bib", bibliography.splitlines())
