"""Searching the book, over http and from a folder: years, ids, names in every spelling, words that trip scripts."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.anchors import slug
from tests.browser.conftest import Opener, Watch

# Type each query and give back the addresses that are found, as a reader sees them.
ASK = """queries => queries.map(query => {
  const form = document.querySelector('.co-find-page');
  form.querySelector('input').value = query;
  form.querySelector('button').click();
  return [...document.querySelectorAll('.co-found a')].map(link => link.getAttribute('href').split('/').pop());
})"""
# A query, and a place that must be among what is found.
WANTED = {
    "2014": "#",
    "CO3": "objectives.html#objective-co3",
    "tamkīn": "#word-tamkin",
    "TAMKIN": "#word-tamkin",
    "dawah": "#word-da-wah",
    "Daʿwah": "#word-da-wah",
    "Daesh": "#word-the-group",
    "توبة": "#word-",
    "التوبة": "#word-",
    "داعش": "#word-the-group",
    "دا\u0640عِش": "#word-the-group",
}


@pytest.fixture(params=["site", "folder"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


def test_years_ids_and_names_are_found(base: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{base}/search.html")
    found = dict(zip(WANTED, page.evaluate(ASK, list(WANTED)), strict=True))
    lacking = {query: places[:5] for query, places in found.items() if not any(WANTED[query] in place for place in places)}
    assert lacking == {}
    assert watch.errors == []


def test_every_word_of_the_glossary_is_found_by_each_of_its_names(site: str, open_page: Opener, course: Catalogue) -> None:
    page = open_page(f"{site}/search.html")
    asked = [
        (name, one.anchor)
        for one in {word.term: word for word in course.words.values()}.values()
        for name in (one.term, *one.also, one.arabic, one.transliteration)
        if name
    ]
    assert len(asked) > 80
    found = page.evaluate(ASK, [name for name, _ in asked])
    lacking = [
        name for (name, anchor), places in zip(asked, found, strict=True) if not any(place.endswith(f"#{anchor}") for place in places)
    ]
    assert lacking == []


def test_the_names_of_a_scripts_own_things_are_plain_words(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/search.html")
    for query in ("constructor", "__proto__", "hasOwnProperty", "<img src=x onerror=alert(1)>", "\\", "ʿ", "  "):
        page.evaluate(ASK, [query])
        assert page.locator("#search-results [role=status]").count() == 1
    assert page.locator("#search-results img").count() == 0
    assert watch.errors == []


def test_the_box_in_the_head_asks_the_search_page(base: str, open_page: Opener) -> None:
    page = open_page(f"{base}/chapters/index.html")
    page.get_by_role("search").get_by_role("searchbox").fill("tamkīn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    first = page.locator(".co-found a").first
    assert str(first.get_attribute("href")).endswith(f"#word-{slug('tamkin')}")
    first.click()
    assert page.url.endswith(f"words-that-matter.html#word-{slug('tamkin')}")


def test_no_answer_is_found_before_it_is_given(site: str, open_page: Opener, course: Catalogue) -> None:
    page = open_page(f"{site}/search.html")
    remark = course.checks["two-offers"].items[0].remarks()[0].text
    words = " ".join(remark.split()[:8])
    page.evaluate(ASK, [words])
    assert remark[:60] not in str(page.locator("#search-results").text_content())
