"""Readers at risk: no trace, another person on the same device, and the way out."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.recording import (
    NOTHING,
    OTHER,
    RECORD,
    REFUSED,
    UNIT,
    WELCOME,
    beside,
    first_item,
    leave_whole,
    left_behind,
    open_note,
    wipe,
)


def test_reading_without_a_trace_keeps_nothing_beyond_the_tab(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    before = acts.stored(page)
    page.goto(f"{site}/{WELCOME}")
    page.get_by_role("button", name="Read without a trace").click()
    page.get_by_role("button", name="Keep a record again").wait_for()
    page.goto(f"{site}/{OTHER}")
    expect(page.locator(".co-unkept").first).to_contain_text("You are reading without a trace")
    page.get_by_role("button", name="Colours").click()
    colours = page.evaluate("document.documentElement.dataset.mode")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.mode") == colours != "auto"
    acts.answer(first_item(page))
    page.goto(f"{site}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text(f"answered 1 of {acts.asked('two-offers')}")
    assert left_behind(page) == {"storage": before, "cookie": ""}
    other = beside(page, watch)
    other.goto(f"{site}/{RECORD}")
    expect(other.locator(".co-record")).not_to_contain_text("Two offers: answered")
    page.get_by_role("button", name="Keep a record again").click()
    expect(page.locator(".co-record")).to_contain_text(re.compile(f"Decisive minorities[^.]*: (read, )?answered 1 of {acts.OF}"))
    expect(page.locator(".co-record")).not_to_contain_text("1.1 Two offers")


def test_another_person_has_a_record_that_a_word_opens_and_nothing_lists(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    page.goto(f"{site}/{RECORD}")
    page.get_by_text("Another person uses this device").click()
    page.get_by_label("A word that opens your own record").fill("Blue heron 7")
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="Close this record").wait_for()
    expect(page.locator(".co-record")).to_contain_text("Nothing is recorded yet")
    page.goto(f"{site}/{OTHER}")
    acts.answer(first_item(page))
    page.goto(f"{site}/{RECORD}")
    page.get_by_role("button", name="Close this record").click()
    expect(page.locator(".co-record")).to_contain_text(re.compile(f"Decisive minorities[^.]*: (read, )?answered 1 of {acts.OF}"))
    expect(page.locator(".co-record")).not_to_contain_text("1.1 Two offers")
    kept = json.dumps(acts.stored(page))
    assert '"counteroffer:counteroffer:' in kept, "a record is named by its course"
    assert "heron" not in kept.lower()
    page.get_by_text("Another person uses this device").click()
    page.get_by_label("A word that opens your own record").fill("blue heron 7 ")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator(".co-record")).to_contain_text(
        re.compile(f"1.1 Two offers[^.]*: (read, )?answered 1 of {acts.asked('two-offers')}")
    )


@pytest.mark.parametrize("way", ["button", "Shift three times"])
@pytest.mark.parametrize("where", ["http", "file"])
def test_the_way_out_leaves_nothing_to_go_back_to(request: pytest.FixtureRequest, open_page: Opener, way: str, where: str) -> None:
    address = place_of(request, where)
    page = open_page(f"{address}/{WELCOME}")
    page.goto(f"{address}/{UNIT}")
    acts.answer(first_item(page))
    before = left_behind(page)
    if way == "button":
        leave(page)
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("**/measures.html")
    assert page.title() == "Measures"
    assert "ounteroffer" not in page.content()
    assert left_behind(page) == before, "the way out writes nothing"
    page.go_back()
    page.wait_for_url("**/measures.html")
    assert page.title() == "Measures"
    assert left_behind(page) == before
    page.goto(f"{address}/{UNIT}")
    expect(page.locator(".co-item[data-result]")).to_have_count(1)
    assert page.evaluate("Object.keys(sessionStorage)") == [], "the mark in the tab has served and is gone"


def place_of(request: pytest.FixtureRequest, where: str) -> str:
    return str(request.getfixturevalue("site" if where == "http" else "folder"))


def leave(page: Page) -> None:
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("**/measures.html")


@pytest.mark.parametrize("where", ["http", "file"])
def test_of_reading_without_a_trace_and_leaving_nothing_at_all_remains(
    request: pytest.FixtureRequest, open_page: Opener, watch: Watch, where: str
) -> None:
    address = place_of(request, where)
    page = open_page(f"{address}/{WELCOME}")
    page.get_by_role("button", name="Read without a trace").click()
    page.get_by_role("button", name="Keep a record again").wait_for()
    page.goto(f"{address}/{UNIT}")
    page.get_by_role("button", name="Colours").click()
    acts.answer(first_item(page))
    open_note(page).fill("Only for me")
    page.goto(f"{address}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text(f"answered 1 of {acts.OF}")
    assert left_behind(page) == NOTHING
    leave(page)
    assert left_behind(page) == NOTHING
    page.go_back()
    page.wait_for_url("**/measures.html")
    assert left_behind(page) == NOTHING
    other = beside(page, watch)
    page.close()
    other.goto(f"{address}/measures.html")
    assert left_behind(other) == NOTHING


@pytest.mark.parametrize("where", ["http", "file"])
def test_a_wipe_leaves_nothing_at_all(request: pytest.FixtureRequest, open_page: Opener, where: str) -> None:
    address = place_of(request, where)
    page = open_page(f"{address}/{UNIT}")
    page.get_by_role("button", name="Colours").click()
    acts.answer(first_item(page))
    leave(page)
    page.goto(f"{address}/{UNIT}")
    assert left_behind(page) != NOTHING
    wipe(page, address)
    assert left_behind(page) == NOTHING


@pytest.mark.parametrize("refused", [False, True])
def test_the_way_out_holds_where_pages_are_kept_whole(site: str, keeping: Browser, watch: Watch, refused: bool) -> None:
    page = watch.follow(keeping.new_context().new_page())
    if refused:
        page.add_init_script(REFUSED)
    page.goto(f"{site}/{WELCOME}")
    leave_whole(page)
    page.goto(f"{site}/{UNIT}")
    leave(page)
    page.evaluate("() => { window.here = true; setTimeout(() => history.back()); }")
    page.wait_for_function("!window.here && location.pathname.endsWith('/measures.html')")
    assert page.title() == "Measures"
    if not refused:
        assert left_behind(page) == NOTHING
    page.context.close()


def test_shift_for_capitals_leads_nowhere(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    note = open_note(page)
    note.focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    expect(note).to_have_value("ABCD")
