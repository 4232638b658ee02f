"""Whatever stands in the course's texts is text: markup in it is shown, and makes no element and no attribute."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from bs4 import BeautifulSoup
from ipywidgets import HTML, Widget
from jinja2 import UndefinedError

from counteroffer.course import Catalogue, load_course
from counteroffer.course.cases import Condition
from counteroffer.course.translation import translated
from counteroffer.figures.charts import charts
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Frame
from counteroffer.handouts.case_pack import RunSheet
from counteroffer.language import ENGLISH, Language
from counteroffer.language.catalogues import Domain
from counteroffer.twin import NotebookLinks, audit_html, case_html, chart_html, check_html, explorer_html
from counteroffer.twin.matrix import BookLinks, objective_matrix_html, traceability_html
from counteroffer.twin.plan import plan_html, samples_html
from counteroffer.twin.reference import evidence_html, glossary_html, sources_html, unit_html, waiting_html
from counteroffer.twin.templates import always, data, environment, letter
from counteroffer.twin.text import inline, paragraphs
from counteroffer.twin.timeline import timeline_html
from counteroffer.twin.workshop import agenda_html, note_html, session_html
from counteroffer.widgets import AuditWidget, ExplorerWidget
from tests.conftest import EVERY

# closes an attribute of either kind, and opens an element
MARK = "\"'><u data-mark>"


class Marked(Language):
    """A language in which every text, the engine's and the course's, begins with markup."""

    def domain(self, name: str) -> Domain:  # noqa: ARG002
        def said(text: str) -> str:
            return MARK + text

        return cast("Domain", SimpleNamespace(gettext=said, ngettext=lambda one, many, count: said(one if count == 1 else many)))


@pytest.fixture
def marked(small: Path) -> Catalogue:
    return translated(load_course(small), Marked("en"))


def faces(said: Catalogue) -> dict[str, str]:
    links = NotebookLinks(said)
    found = {check.check: check_html(said, check, links) for check in said.checks.values()}
    found |= {case.case: case_html(said, case, links) for case in said.cases.values()}
    found |= {unit: unit_html(said, chapter) for unit, (chapter, _) in said.units().items()}
    for name, explorer in explorers(said).items():
        frames = [Frame(setting, explorer.name(setting), "", explorer.sentence(setting)) for setting in explorer.settings()]
        found[name] = explorer_html(said, explorer, frames, links)
    assert said.audit
    found |= {"audit": audit_html(said, said.audit, links), "glossary": glossary_html(said, links)}
    found["sources"] = sources_html(said, None, links, whole=True)
    book = cast("BookLinks", SimpleNamespace(source=links.source, section=links.section, document=lambda *_: None))
    return found | {"traceability": traceability_html(said, book), "objectives": objective_matrix_html(said, book)}


def further_faces(said: Catalogue) -> dict[str, str]:
    """Those of a course that has every kind of page."""
    links = NotebookLinks(said)
    found = {f"session of {name}": session_html(said, one, links) for name, one in said.sessions.items()}
    found |= {f"agenda {name}": agenda_html(said, one, links) for name, one in said.agendas.items()}
    found |= {f"note on {name}": note_html(said, one, links, RunSheet(said.cases[name], said.language)) for name, one in said.notes.items()}
    found |= {name: chart_html(said, chart, "<svg></svg>", links) for name, chart in charts(said).items()}
    assert said.chronology
    found |= {"timeline": timeline_html(said, said.chronology, links), "evidence": evidence_html(said, links)}
    found |= {"plan": plan_html(said), "samples": samples_html(said, links)}
    return found | {f"waiting {what}": waiting_html(said, what) for what in ("record", "practice", "exam", "verify")}


@pytest.mark.parametrize("every", [False, True])
def test_markup_in_a_text_of_the_course_stays_text(small: Path, marked: Catalogue, *, every: bool) -> None:
    if every:
        shutil.copytree(EVERY, small, dirs_exist_ok=True)
        found = further_faces(translated(load_course(small), Marked("en")))
        assert len(found) > 14
    else:
        found = faces(marked)
    for name, html in found.items():
        page = BeautifulSoup(html, "html.parser")
        assert not page.select("[data-mark]"), name
        assert MARK in page.get_text(), name


def shown(widget: Widget) -> Iterator[str]:
    """The HTML of a widget and of all that it holds."""
    if isinstance(widget, HTML):
        yield str(widget.value)
    for child in getattr(widget, "children", ()):
        yield from shown(child)


def test_markup_in_a_text_stays_text_in_a_live_kernel(marked: Catalogue) -> None:
    assert marked.audit
    audit = AuditWidget(marked, marked.audit)
    audit.rows["income"].value = 1
    widgets = [audit, *(ExplorerWidget(marked, one) for one in explorers(marked).values())]
    for widget in widgets:
        page = BeautifulSoup("".join(shown(widget)), "html.parser")
        assert not page.select("[data-mark]"), widget
        assert page.get_text().count(MARK) >= 10, widget


def test_markup_in_a_source_stays_text(small: Path) -> None:
    bib = small / "assets/sources.bib"
    text = bib.read_text(encoding="utf-8")
    for plain in ("One, Ada", "A first study", "Journal of Tests", "The Paper", "author not shown"):
        assert plain in text
        text = text.replace(plain, f"<u data-mark>{plain}")
    bib.write_text(text, encoding="utf-8")
    said = load_course(small)
    html = faces(said)
    assert not BeautifulSoup("".join(html.values()), "html.parser").select("[data-mark]")
    assert html["sources"].count("&lt;u data-mark&gt;") >= 5


def test_markdown_in_yaml_is_emphasis_and_paragraphs_alone() -> None:
    assert inline("One *two*\n  **three** <b>&amp; [four](x)") == "One <em>two</em> <strong>three</strong> &lt;b&gt;&amp; [four](x)"
    assert paragraphs("\nOne\ntwo.\n\n<i>Three\n") == "<p>One two.</p> <p>&lt;i&gt;Three</p>"


def test_what_templates_share() -> None:
    assert data({"b": "تمكين", "a": [1, 2]}) == '{"a":[1,2],"b":"تمكين"}'
    assert [letter(place) for place in range(3)] == ["a", "b", "c"]
    assert always(Condition())
    assert not always(Condition(has=["flag"]))
    made = environment(ENGLISH)
    assert made.from_string("\n<p>\n  {{ one }}\n  and\n  two</p>\n").render(one="<1>") == "<p>&lt;1&gt;   and   two</p>"
    said = made.from_string("{{ _('{one} <and> {two}', one=1, two='<2>'|safe) }}").render()
    assert said == "1 &lt;and&gt; <2>"
    with pytest.raises(UndefinedError):
        made.from_string("{{ nobody }}").render()


def test_an_exercise_leads_to_a_unit_and_to_a_section_of_it(small: Path) -> None:
    links = NotebookLinks(load_course(small))
    assert links.section("first-unit", None) == "../chapters/part-1/first-unit.md"
    assert links.section("first-unit", "a-section") == "../chapters/part-1/first-unit.md#a-section"
