"""The shelf: its matrices lead where they say, its timeline is whole without a script, and its pages stand in the book."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.chronology import Entry
from counteroffer.twin.links import NoLinks
from counteroffer.twin.matrix import objective_matrix_html, traceability_html
from counteroffer.twin.templates import macro
from counteroffer.twin.timeline import timeline_html

ROOT = Path(__file__).parents[2]
PAGES = ("timeline", "traceability", "objectives", "how-to-cite", "changelog", "licence", "self-care")


class Book(NoLinks):
    """Links to the pages of the course without a builder."""

    def __init__(self, course: Catalogue) -> None:
        self.course = course

    def section(self, unit: str, anchor: str | None) -> str | None:
        return self.document(self.course.units()[unit][0].document, anchor)

    def document(self, document: str, anchor: str | None = None) -> str | None:
        return f"/{document}.html#{anchor or ''}"


def test_the_matrix_of_claims_has_a_row_for_each(course: Catalogue) -> None:
    html = traceability_html(course, Book(course))
    assert re.findall(r'<tr role="row" id="claim-(seed-\d\d)"', html) == [f"seed-{number:02}" for number in range(1, 77)]
    assert "No unit teaches it yet" not in html
    assert '<a href="/chapters/part-1/' in html
    assert re.search(r'href="[^"]*#item-[a-z-]+">\d\.\d item \d', html)


def test_the_matrix_of_objectives_has_a_row_for_each(course: Catalogue) -> None:
    html = objective_matrix_html(course, Book(course))
    assert re.findall(r'<span class="co-objective" translate="no">(CO\d\.\w)</span>', html) == list(course.objectives)
    assert re.search(r'href="/exercises/the-camp-empties.html#case-the-camp-empties-[a-z-]+"', html)


@pytest.mark.parametrize("matrix", [traceability_html, objective_matrix_html])
def test_stacked_rows_stay_a_table(course: Catalogue, matrix: object) -> None:
    html = matrix(course, Book(course))  # type: ignore[operator]
    for tag, role in (("table", "table"), ("tr", "row"), ("td", "cell"), ("tbody", "rowgroup"), ("thead", "rowgroup")):
        assert re.findall(rf"<{tag}(?![a-z])(?![^>]*role=\"{role}\")[^>]*>", html) == []
    assert len(re.findall(r"<th ", html)) == len(re.findall(r"<th [^>]*scope=", html))


def test_the_timeline_is_whole_without_a_script(course: Catalogue) -> None:
    assert course.chronology is not None
    html = timeline_html(course, course.chronology, NoLinks())
    assert html.count("<li ") == len(course.chronology.events)
    assert re.search(r"<li [^>]*hidden", html) is None
    assert re.search(r'<form class="co-filters" hidden', html), "filters that nothing puts to use are not shown"
    for name in ("phase", "place", "theme"):
        assert f'<label for="timeline-{name}">' in html
        choices = re.findall(r'<option value="([^"]+)"', html.partition(f'<select id="timeline-{name}"')[2].partition("</select>")[0])
        assert set(choices) >= set(re.findall(rf'<li [^>]*data-{name}="([^"]+)"', html))
    assert set(re.findall(r'data-phase="([^"]+)"', html)) == {"guerrilla", "threshold", "state", "after-territory", "none"}


def test_dates_are_said_as_exactly_as_they_are_known(course: Catalogue) -> None:
    def said(date: str, until: str | None = None) -> str:
        event = Entry(date=date, until=until, label="Something", place="here", theme="force", cite=["fact-01"])
        return re.sub(r"<[^>]+>", "", macro(course, "when.html", "when")(event))

    assert said("2014") == "2014"
    assert said("2014-06") == "June 2014"
    assert said("2026-02-02") == "2 February 2026"
    assert said("2013-07", "2013-09") == "July 2013 to September 2013"


def test_both_licences_lie_beside_the_course() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert "Creative Commons Attribution 4.0 International" in (ROOT / "LICENSE-content").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_page_stands_in_the_book(book: Path, page: str) -> None:
    assert (book / f"chapters/reference/{page}.html").is_file()


@pytest.mark.parametrize("page", ["traceability", "objectives"])
def test_every_link_of_a_matrix_leads_somewhere(book: Path, page: str) -> None:
    folder = book / "chapters/reference"
    html = (folder / f"{page}.html").read_text(encoding="utf-8").partition('<table class="co-stack"')[2].partition("</table>")[0]
    texts: dict[Path, str] = {}
    for href in sorted(set(re.findall(r'href="([^"]+)"', html))):
        name, _, anchor = href.partition("#")
        target = (folder / name).resolve()
        text = texts.setdefault(target, target.read_text(encoding="utf-8"))
        assert not anchor or f'id="{anchor}"' in text, href


def test_only_the_timeline_of_the_shelf_loads_its_script(book: Path) -> None:
    loading = {page for page in PAGES if "timeline.js" in (book / f"chapters/reference/{page}.html").read_text(encoding="utf-8")}
    assert loading == {"timeline"}
