"""A candidate's pages in the candidate's language, the words of the script among them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from django.test import Client

from counteroffer.translate.engine import engine_catalogue
from counteroffer.translate.pseudo import CODE, pseudo, write_pseudo
from tests.server.conftest import make


def at_work(language: str) -> tuple[Client, str]:
    browser = make(rows=[{"name": "Ana", "language": language}]).at_work()
    return browser, browser.get("/sit/1/").content.decode()


def test_a_language_of_the_course_is_spoken_by_page_and_script(store: str, tmp_path: Path) -> None:  # noqa: ARG001
    from counteroffer.server import running
    from counteroffer.server.materials import Shelf

    root = tmp_path / "course"
    shutil.copytree(write_pseudo(root, {"counteroffer": engine_catalogue()}), root / "locale" / CODE)
    running.now().shelf = Shelf(root, [])
    try:
        browser, html = at_work(CODE)
        assert f'<html lang="{CODE}" dir="rtl">' in html
        assert pseudo("Review and hand in") in html
        scripts = re.findall(r'<script src="(/assets/\w+/[\w.-]+)" defer>', html)
        assert [one.rpartition("/")[2] for one in scripts] == [f"words-{CODE}.js", "sitting.js"], "words stand before who says them"
        answer = browser.get(scripts[0])
        assert answer["Content-Type"].startswith("text/javascript")
        assert pseudo("Hide the time") in answer.content.decode()
    finally:
        running.now().shelf = None


@pytest.mark.parametrize("language", ["en", "xx", "sw"])
def test_what_nobody_has_translated_is_said_in_english(store: str, language: str) -> None:  # noqa: ARG001
    browser, html = at_work(language)
    assert "Review and hand in" in html
    assert html.count("<script") == 1
    assert browser.get(f"/assets/0/words-{language}.js").status_code == 404


@pytest.mark.parametrize("name", ["words-../../x.js", "words-.js", "words-ar.js.map", "words.js", "keys.sealed", "trial.yml"])
def test_nothing_else_is_served(store: str, name: str) -> None:  # noqa: ARG001
    assert Client().get(f"/assets/0/{name}").status_code == 404
