"""Explorers over a model: their sliders by keyboard, what is kept, and the face without scripts and on paper."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from counteroffer.course import Catalogue
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.model_page import ILLUSTRATE
from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.test_keyboard import focused, tab_to

MODELS = ("decisive-minority", "limbo", "window-design", "screening")


def page_of(name: str) -> str:
    return f"exercises/{name}.html"


def setting(page: Page) -> dict[str, str]:
    frame = page.locator(".co-frame:visible")
    expect(frame).to_have_count(1)
    return dict(json.loads(str(frame.get_attribute("data-setting"))))


def slider(page: Page, control: str) -> Locator:
    return page.locator(f'[data-control="{control}"] input[type=range]')


@pytest.mark.parametrize("width", [360, 1280])
def test_slider_is_moved_by_keyboard_seen_and_heard(site: str, open_page: Opener, watch: Watch, width: int) -> None:
    page = open_page(f"{site}/{page_of('limbo')}", viewport={"width": width, "height": 800})
    places, spoken = slider(page, "places"), page.locator(".co-explorer [role=status]")
    assert places.get_attribute("aria-label") == page.locator('[data-control="places"] legend').text_content()
    tab_to(page, places)
    before = setting(page)
    for key, value in (("ArrowRight", "120"), ("End", "160"), ("ArrowLeft", "120"), ("Home", "40")):
        page.keyboard.press(key)
        assert setting(page) == before | {"places": value}
        expect(places).to_have_attribute("aria-valuetext", f"{value} places")
        expect(page.locator('[data-control="places"] .co-value')).to_have_text(f"{value} places")
        expect(spoken).to_contain_text(f"{value} places, two months of patience. What you are seeing: Of 100 people who come")
        assert focused(page)["ringed"]
        assert places.evaluate("one => one === document.activeElement")
    box = places.bounding_box()
    assert box is not None
    assert box["height"] >= 44, "a thumb must hit it"
    expect(page.locator('[data-control="places"] input[type=radio]:visible')).to_have_count(0)
    assert watch.errors == []


def test_every_setting_of_a_slider_and_a_choice_has_its_picture(site: str, open_page: Opener, course: Catalogue) -> None:
    page = open_page(f"{site}/{page_of('decisive-minority')}")
    explorer = explorers(course)["decisive-minority"]
    seen = []
    for crowd in page.locator('[data-control="crowd"] input').all():
        for protect in page.locator('[data-control="protect"] input').all():
            crowd.check()
            protect.check()
            slider(page, "number").focus()
            page.keyboard.press("Home")
            seen.append(setting(page))
            for _ in range(3):
                page.keyboard.press("ArrowRight")
                seen.append(setting(page))
    assert seen == explorer.settings()


def test_the_picture_follows_the_pointer_and_is_kept_where_it_rests(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{page_of('window-design')}")
    days = slider(page, "days")
    box = days.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    seen = set()
    for part in (0.6, 0.75, 0.9, 0.99):
        page.mouse.move(box["x"] + box["width"] * part, y)
        seen.add(setting(page)["days"])
    assert len(seen) > 1, "the picture moves with the pointer"
    assert len(acts.statements(page)) == 0
    page.mouse.up()
    last = setting(page)
    assert last["days"] == "90"
    assert len(acts.statements(page)) == 1
    page.reload()
    assert setting(page) == last
    expect(slider(page, "days")).to_have_attribute("aria-valuetext", "90 days")


@pytest.mark.parametrize("name", MODELS)
def test_first_picture_and_all_words_stand_without_scripts(site: str, open_page: Opener, course: Catalogue, name: str) -> None:
    page = open_page(f"{site}/{page_of(name)}", java_script_enabled=False)
    explorer = explorers(course)[name]
    expect(page.locator(".co-controls")).to_be_hidden()
    assert setting(page) == explorer.start()
    expect(page.get_by_text(ILLUSTRATE.text, exact=True)).to_be_visible()
    for note in explorer.notes:
        expect(page.locator(".co-notes dt", has_text=note.head)).to_be_visible()
    assert page.locator(".co-notes .co-cite").count() >= 4
    page.locator(".co-more > summary").click()
    expect(page.locator(".co-frame:visible")).to_have_count(len(explorer.settings()))
    expect(page.locator(".co-alt:visible").last).not_to_be_empty()


def test_paper_shows_the_setting_that_was_chosen(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{page_of('screening')}")
    slider(page, "dangerous").focus()
    page.keyboard.press("End")
    page.emulate_media(media="print")
    assert setting(page)["dangerous"] == "200"
    expect(page.locator(".co-frame:visible .co-alt")).to_contain_text("Of 1,000 people 200 are dangerous.")
    expect(page.locator(".co-notes")).to_be_visible()
