"""Addresses of pages are the builder's: under another form of address, everything still leads somewhere, and stays in one place."""

from __future__ import annotations

import io
import json
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import nbformat
import pytest
from jupyter_book.sphinx import build_sphinx

from counteroffer.course import load_course
from counteroffer.twin import NotebookLinks, audit_html
from tests.conftest import SMALL

pytestmark = pytest.mark.slow

PAGE = "# Practice\n\n```{practice}\n```\n\n```{objective-matrix}\n```\n"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course with a notebook and a page that practises, built with a folder for each page."""
    root = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("folders") / "small", ignore=shutil.ignore_patterns("_build")))
    (root / "chapters/practice.md").write_text(PAGE, encoding="utf-8")
    case = root / "exercises/cases/small-case.yml"
    case.write_text(
        case.read_text(encoding="utf-8").replace("    sets: []\n", "    sets: []\n    objectives: [CO1.a]\n", 1), encoding="utf-8"
    )
    toc = root / "_toc.yml"
    toc.write_text(toc.read_text(encoding="utf-8") + "  - file: chapters/practice\n  - file: exercises/offer-audit\n", encoding="utf-8")
    course = load_course(SMALL)
    assert course.audit
    shown = nbformat.v4.new_output("display_data", {"text/html": audit_html(course, course.audit, NotebookLinks(course))})
    cells = [nbformat.v4.new_markdown_cell("# Audit"), nbformat.v4.new_code_cell("audit()", outputs=[shown])]
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}}), root / "exercises/offer-audit.ipynb"
    )
    out, said = root / "_build/folders", io.StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        overrides = {"external_toc_path": str(root / "_toc.yml"), "latex_individualpages": False}
        result = build_sphinx(
            root,
            out,
            noconfig=True,
            path_config=root / "_config.yml",
            confoverrides=overrides,
            doctreedir=out / ".trees",
            builder="dirhtml",
        )
    assert not result, said.getvalue()
    return out


def told(script: Path) -> Any:
    return json.loads(script.read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))


def leads(page: Path, address: str, anchor: str | None) -> bool:
    """Whether an address leads to a file, and to a place that is in it."""
    there = (page / unquote(address.partition("?")[0])).resolve() if address else page
    file = there / "index.html" if there.is_dir() else there
    if not file.is_file():
        return False
    return not anchor or f'id="{unescape(unquote(anchor))}"' in file.read_text(encoding="utf-8")


def test_every_address_that_the_script_knows_is_a_page(folders: Path) -> None:
    course, items = told(folders / "_static/course.js"), told(folders / "_static/items.js")
    addresses = [one["url"] for part in ("units", "cases", "explorers") for one in course[part].values()]
    addresses += [*(one["url"] for one in items["items"].values()), *items["sections"]]
    addresses += [document for document, _, _ in told(folders / "_static/search-texts.js")]
    assert len(addresses) > 10
    assert [one for one in addresses if ".html" in one or not leads(folders, *one.partition("#")[::2])] == []


def test_every_link_of_every_page_leads_somewhere(folders: Path) -> None:
    pages = sorted(folders.rglob("index.html"))
    assert folders / "exercises/offer-audit/index.html" in pages
    dead = [
        (page.parent.name, address, anchor)
        for page in pages
        for address, anchor in re.findall(r' href="([^"#:]*)(?:#([^"]*))?"', page.read_text(encoding="utf-8"))
        # the page to which a reader leaves is a file whose name no builder changes
        if not address.endswith("measures.html") and not leads(page.parent, address, anchor)
    ]
    assert dead == []


def test_what_practises_and_what_notebooks_show_lead_to_units_and_sources(folders: Path) -> None:
    audit = (folders / "exercises/offer-audit/index.html").read_text(encoding="utf-8")
    assert '"../../chapters/part-1/first-unit/#a-section"' in audit
    assert '"../../chapters/reference/bibliography/#source-one2020"' in audit
    bank = (folders / "bank/first-unit.js").read_text(encoding="utf-8")
    assert 'href=\\"../part-1/first-unit/#' in bank
    matrix = (folders / "chapters/practice/index.html").read_text(encoding="utf-8")
    assert "../part-1/second-unit/#case-small-case-step-1" in matrix
