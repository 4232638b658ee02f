"""Readers at risk: no trace, another person on the same device, and the way out."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.recording import OTHER, RECORD, UNIT, WELCOME, beside, first_item, open_note


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
    assert acts.stored(page) == before
    assert page.evaluate("Object.keys(localStorage).every(name => name.startsWith('counteroffer:'))")
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
    address = str(request.getfixturevalue("site" if where == "http" else "folder"))
    page = open_page(f"{address}/{WELCOME}")
    page.goto(f"{address}/{UNIT}")
    acts.answer(first_item(page))
    if way == "button":
        page.get_by_role("link", name="Leave this page").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("**/measures.html")
    assert page.title() == "Measures"
    assert "ounteroffer" not in page.content()
    page.go_back()
    page.wait_for_url("**/measures.html")
    assert page.title() == "Measures"
    page.goto(f"{address}/{UNIT}")
    expect(page.locator(".co-item[data-result]")).to_have_count(1)


def test_shift_for_capitals_leads_nowhere(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    note = open_note(page)
    note.focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    expect(note).to_have_value("ABCD")
