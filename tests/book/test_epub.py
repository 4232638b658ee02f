"""The EPUB: whole, valid, without a script, its answers apart from its questions; and the links that a link check asks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from counteroffer.book.build import build_epub
from counteroffer.book.paper import paper
from counteroffer.course import Catalogue
from counteroffer.language import ENGLISH
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

EPUBCHECK = Path("/usr/share/java/epubcheck.jar")


@pytest.fixture(scope="module")
def epub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("epub") / "small"
    shutil.copytree(Path(__file__).parents[1] / "small", root)
    bank = root / "exercises/exam/bank/first-unit.yml"
    bank.parent.mkdir()
    own = (root / "exercises/checks/first-unit.yml").read_text(encoding="utf-8")
    bank.write_text(
        own.replace("\n- id: ", "\n- unit: first-unit\n  id: x-").replace("What does it mean?", "What is examined?"), encoding="utf-8"
    )
    return build_epub(root)


@pytest.fixture(scope="module")
def whole() -> Path:
    """That of the course in this repository."""
    return build_epub(ROOT)


@pytest.fixture(scope="module")
def pages(epub: Path) -> dict[str, str]:
    return read(epub)


def read(epub: Path) -> dict[str, str]:
    with zipfile.ZipFile(epub) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xhtml", ".opf"))}


@pytest.mark.skipif(
    not EPUBCHECK.is_file() or not shutil.which("java"), reason="Left out: epubcheck, which is not on this machine (Debian: epubcheck)"
)
@pytest.mark.parametrize("book", ["epub", "whole"])
def test_epubcheck_finds_nothing(book: str, request: pytest.FixtureRequest) -> None:
    # a machine that compiles less, and clears up with one thread, is done in half the processor's time
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", EPUBCHECK, request.getfixturevalue(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr, done.stdout + done.stderr
    assert done.returncode == 0


def test_every_page_is_there_in_the_order_of_the_book(pages: dict[str, str]) -> None:
    spine = re.findall(r'itemref idref="([^"]+)"', pages["content.opf"])
    files = dict(re.findall(r'<item id="([^"]+)" href="([^"]+)"', pages["content.opf"]))
    order = [files[name] for name in spine]
    units = [name for name in order if "/part-1/" in name]
    assert [Path(name).stem for name in units] == ["first-unit", "second-unit", "arabic"]
    assert {name for name in pages if name.startswith("chapters/")} == set(order)


def test_no_certification_item_is_in_it(pages: dict[str, str]) -> None:
    assert any("What does it mean?" in text for text in pages.values())
    assert [name for name, text in pages.items() if "What is examined?" in text or "x-item-" in text] == []


def test_every_page_of_the_course_is_in_its_book(whole: Path, course: Catalogue) -> None:
    there = read(whole)
    assert {f"{name}.xhtml" for name in course.order} <= set(there)


@pytest.mark.parametrize("book", ["epub", "whole"])
def test_nothing_runs_and_nothing_asks_to_be_filled_in(book: str, request: pytest.FixtureRequest) -> None:
    for name, text in read(request.getfixturevalue(book)).items():
        assert not re.search(r"<(script|form|input|button|select|textarea)\b| on\w+=| data-", text), name


def test_answers_stand_after_all_questions(pages: dict[str, str]) -> None:
    unit = pages["chapters/part-1/first-unit.xhtml"]
    questions, _, key = unit.partition('class="co-key"')
    for asked in ("What does it mean?", "Which belong?", "What came first?"):
        assert asked in questions
        assert asked in key
    assert "Not this." not in questions
    assert "Not this." in key
    for link in re.findall(r'href="#(answer-\d+)"', questions):
        assert f'id="{link}"' in key


def test_a_case_reads_like_a_book_of_choices(pages: dict[str, str]) -> None:
    case = pages["chapters/part-1/second-unit.xhtml"]
    assert "Wait and watch" in case
    assert "People wait with you on day 6." in case
    assert 'href="#case-small-case-step-2"' in case


def test_pictures_keep_the_capitals_of_their_names() -> None:
    made = paper('<svg viewBox="0 0 1 1"><clipPath id="a"></clipPath></svg><input type="radio" checked>', ENGLISH)
    assert made == '<svg viewBox="0 0 1 1"><clipPath id="a"></clipPath></svg>'


def test_a_link_check_asks_every_source(small: Path) -> None:
    """Sphinx's own builder, told to ask nobody, lists what it would have asked."""
    settings = yaml.safe_load((small / "_config.yml").read_text(encoding="utf-8"))["sphinx"]["config"]
    settings |= {"linkcheck_ignore": [".*"], "external_toc_path": "_toc.yml", "external_toc_exclude_missing": True}
    out = small / "_build/links"
    with patch_docutils(), docutils_namespace():
        app = Sphinx(str(small), None, str(out), str(out / "trees"), "linkcheck", settings, status=None, warning=None)
        app.build(force_all=True)
    asked = [json.loads(line)["uri"] for line in (out / "output.json").read_text(encoding="utf-8").splitlines()]
    assert "https://doi.org/10.1000/test" in asked
