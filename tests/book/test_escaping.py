"""The small book with markup in every text that a builder sets: titles, captions, sources, words, items and cases keep it as text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from counteroffer.course.diagnostics import Faults
from counteroffer.course.yamlfile import read_yaml
from tests.book.making import made

pytestmark = pytest.mark.slow

MARK = "<u data-mark>"
# keys of YAML files under which a text stands that learners read
TEXTS = {"text", "title", "plain", "stem", "vignette", "feedback", "label", "left", "right", "question", "brief", "means", "claim"}
TEXTS |= {"place", "consequence", "seat", "time", "low", "high", "composite", "caption", "locator"}


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(Path(__file__).parents[1] / "small", tmp_path_factory.mktemp("marked") / "small"))
    for path in (*(root / "assets").rglob("*.yml"), *(root / "exercises").rglob("*.yml"), root / "_toc.yml"):
        path.write_text(yaml.safe_dump(marked(plain(path)), allow_unicode=True, sort_keys=False), "utf-8")
    bib = root / "assets/sources.bib"
    text = bib.read_text("utf-8")
    for said in ("One, Ada", "A first study", "Journal of Tests", "A second study", "The Paper"):
        text = text.replace(said, MARK + said)
    bib.write_text(text, "utf-8")
    config = root / "_config.yml"
    config.write_text(config.read_text("utf-8").replace("title: Small course", f"title: Small course {MARK}"), "utf-8")
    for path in (root / "chapters").rglob("*.md"):
        # a heading as an author writes it who speaks of markup
        path.write_text(re.sub(r"(?m)^# ", r"# \\<u data-mark> ", path.read_text("utf-8"), count=1), "utf-8")
    return made(root)


def plain(path: Path) -> Any:
    file = read_yaml(path, Faults(path.parent))
    assert file
    return file.data


def marked(part: Any, key: str = "") -> Any:
    if isinstance(part, dict):
        return {name: marked(value, name) for name, value in part.items()}
    if isinstance(part, list):
        return [marked(value, key) for value in part]
    return MARK + part if isinstance(part, str) and key in TEXTS else part


def test_markup_in_a_text_makes_no_element_on_any_page(html: Path) -> None:
    pages = sorted(html.rglob("*.html"))
    assert len(pages) >= 7
    for path in pages:
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert not page.select("[data-mark]"), path
        if path.is_relative_to(html / "chapters"):
            assert MARK in (page.title.get_text() if page.title else ""), path


def test_it_is_shown_as_it_was_written(html: Path) -> None:
    unit = BeautifulSoup((html / "chapters/part-1/first-unit.html").read_text("utf-8"), "html.parser")
    assert f"{MARK} First unit" in unit.select("h1")[0].get_text()
    for selector in (".co-item legend", ".co-option", ".co-why", ".bd-sidebar-primary", ".co-cite"):
        assert MARK in "".join(one.get_text() for one in unit.select(selector)), selector
    sources = (html / "chapters/reference/bibliography.html").read_text("utf-8")
    for text in ("One, Ada", "A first study", "Journal of Tests"):
        assert text.split(", ")[0] in sources
    assert sources.count("&lt;u data-mark&gt;") >= 5
