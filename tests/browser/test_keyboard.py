"""Every interactive by keyboard alone: reach each control, answer, hear the feedback, see where the focus is."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import acts
from tests.browser.conftest import Opener

UNITS = {
    "single": "chapters/part-1/decisive-minorities.html",
    "multiple": "chapters/part-1/decisive-minorities.html",
    "ordering": "chapters/part-1/campaign-phases.html",
    "matching": "chapters/part-1/decisive-minorities.html",
    "judgement": "chapters/part-1/decisive-minorities.html",
}
CASE = "exercises/the-camp-empties.html"
MAP = "exercises/phase-map.html"

# Where the focus is, whether that place is on the page and ringed, and what stands for the ring.
FOCUS = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const label = at.labels?.[0] ? getComputedStyle(at.labels[0]) : style;
  const ringed = [style, label].some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none');
  return {tag: at.tagName, value: at.value ?? '', name: at.name ?? '', text: at.textContent.trim(), ringed, seen: box.width > 0 && box.height > 0};
}"""


def focused(page: Page) -> dict[str, object]:
    return dict(page.evaluate(FOCUS))


def tab_to(page: Page, wanted: Locator, most: int = 120) -> None:
    """Press Tab until `wanted` has the focus; fail if it never has, or if the focus is nowhere to be seen on the way."""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = focused(page)
        if here["tag"] == "BODY":
            continue
        assert here["ringed"], f"no focus ring on {here}"
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{wanted} was not reached in {most} tabs")


def start(one: Locator) -> None:
    """Set the focus just before an item, as a reader who has come to it has it."""
    one.evaluate("one => { one.tabIndex = -1; one.focus() }")


def choose_radio(page: Page, group: list[str], wanted: str) -> None:
    """With the focus on a group of radio buttons, go to `wanted` with the arrow keys."""
    page.keyboard.press("Space")
    for _ in group:
        if focused(page)["value"] == wanted:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{wanted} is not among {group}")


def answer_by_keyboard(page: Page, one: Locator) -> None:
    kind, key = one.get_attribute("data-kind"), json.loads(str(one.get_attribute("data-key")))
    start(one)
    if kind == "single":
        options = [str(radio.get_attribute("value")) for radio in one.locator("input").all()]
        tab_to(page, one.locator("input").first)
        visited = set()
        for _ in options:
            page.keyboard.press("ArrowDown")
            visited.add(focused(page)["value"])
        assert visited == set(options)
        choose_radio(page, options, key)
    elif kind == "multiple":
        for box in one.locator("input").all():
            tab_to(page, box)
            if box.get_attribute("value") in key:
                page.keyboard.press("Space")
    elif kind == "ordering":
        order_by_keyboard(page, one, key)
    elif kind == "matching":
        lefts = [str(pair.get_attribute("data-left")) for pair in one.locator(".co-pair").all()]
        for left in lefts:
            tab_to(page, one.locator(f'[data-left="{left}"] select'))
            wanted = one.locator(f'[data-left="{left}"] option[value="{key[left]}"]').text_content()
            page.keyboard.type(str(wanted)[:2])
            assert one.locator(f'[data-left="{left}"] select').input_value() == key[left]
    else:
        for rating in one.locator(".co-rating").all():  # in the order shown, which is this learner's
            option = str(rating.get_attribute("data-option"))
            tab_to(page, rating.locator("input").first)
            choose_radio(page, ["4", "3", "2", "1"], str(key[option]))


def order_by_keyboard(page: Page, one: Locator, key: list[str]) -> None:
    for place, wanted in enumerate(key):
        if acts.entries(one).index(wanted) == place:
            continue
        start(one)
        tab_to(page, one.locator(f'.co-entry[data-option="{wanted}"] [data-move="up"]'))
        while acts.entries(one).index(wanted) > place:
            page.keyboard.press("Enter")
            expect(one.locator("[role=status]")).to_contain_text("is now")
            assert focused(page)["tag"] == "BUTTON"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", sorted(UNITS))
def test_item_is_answered_by_keyboard_and_heard(site: str, open_page: Opener, kind: str, width: int) -> None:
    page = open_page(f"{site}/{UNITS[kind]}", viewport={"width": width, "height": 800})
    one = page.locator(f'.co-item[data-kind="{kind}"]').first
    status = one.locator("[role=status]")
    assert status.text_content() == ""
    answer_by_keyboard(page, one)
    tab_to(page, one.get_by_role("button", name=acts.CHECK))
    page.keyboard.press("Enter")
    expect(one).to_have_attribute("data-result", "right")
    expect(status).not_to_be_empty()
    assert one.locator(".co-feedback:visible").count() >= 1
    assert focused(page)["tag"] != "BODY"
    tab_to(page, one.get_by_role("button", name=acts.AGAIN))


@pytest.mark.parametrize("kind", ["single", "multiple", "judgement"])
def test_enter_in_an_option_answers(site: str, open_page: Opener, kind: str) -> None:
    page = open_page(f"{site}/{UNITS[kind]}")
    one = page.locator(f'.co-item[data-kind="{kind}"]').first
    acts.fill_by_key(one)
    page.keyboard.press("Enter")
    expect(one).to_have_attribute("data-result", "right")


def test_answering_nothing_says_so_and_leads_to_the_first_control(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNITS['single']}")
    one = page.locator('.co-item[data-kind="single"]').first
    start(one)
    tab_to(page, one.get_by_role("button", name=acts.CHECK))
    page.keyboard.press("Enter")
    expect(one.locator("[role=status]")).to_have_text("Choose an answer first.")
    assert focused(page)["name"] == one.get_attribute("data-item")


def test_case_is_played_by_keyboard(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{CASE}")
    steps = 0
    while name := acts.decision(page):
        here = page.locator(f'.co-decision[data-decision="{name}"]')
        start(here)
        card = here.locator(".co-card summary").first
        if steps == 0:
            tab_to(page, card)
            page.keyboard.press("Enter")
            expect(here.locator(".co-card").first).to_have_attribute("open", "")
        unwritten = here.get_by_role("button", name="Show them without writing")
        if unwritten.count():
            tab_to(page, unwritten)
            page.keyboard.press("Enter")
        tab_to(page, here.locator("input[type=radio]:enabled").first)
        page.keyboard.press("Space")
        tab_to(page, here.get_by_role("button", name="Decide"))
        page.keyboard.press("Enter")
        expect(here.locator(".co-outcome")).to_be_visible()
        tab_to(page, page.get_by_role("button", name="Go on"))
        page.keyboard.press("Enter")
        steps += 1
        assert str(focused(page)["tag"]) in {"H2", "H3", "H4", "SECTION"}, "the focus should stand at the next heading"
    assert 6 <= steps <= 9
    expect(page.locator(".co-ending:visible")).to_have_count(1)


def test_explorer_is_moved_by_keyboard_and_heard(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{MAP}")
    control = page.locator('[data-control="phase"] input')
    tab_to(page, control.first)
    for index in range(1, control.count()):
        page.keyboard.press("ArrowDown")
        value = control.nth(index).get_attribute("value")
        frame = page.locator(".co-frame:visible")
        assert json.loads(str(frame.get_attribute("data-setting")))["phase"] == value
        spoken = page.locator(".co-explorer [aria-live=polite], .co-explorer [role=status]")
        expect(spoken.first).to_contain_text(str(frame.locator(".co-setting").text_content()))


def test_contents_open_and_close_by_keyboard_on_a_phone(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNITS['single']}", viewport={"width": 360, "height": 740})
    menu = page.get_by_role("button", name="Contents")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    link = page.get_by_role("dialog").get_by_role("link", name="Two offers").first
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    assert menu.evaluate("one => one === document.activeElement")


def test_first_tab_offers_to_skip_to_the_text(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNITS['single']}")
    page.keyboard.press("Tab")
    assert "skip" in str(focused(page)["text"]).lower()


def test_reduced_motion_is_honoured(site: str, open_page: Opener) -> None:
    moving = """() => [...document.querySelectorAll('*')].filter(one => {
      const style = getComputedStyle(one);
      const lasts = text => text.split(',').some(part => parseFloat(part) > 0.01);
      return (style.transitionProperty !== 'none' && lasts(style.transitionDuration)) || (style.animationName !== 'none' && lasts(style.animationDuration));
    }).map(one => one.className || one.tagName).slice(0, 5)"""
    page = open_page(f"{site}/{CASE}", reduced_motion="reduce")
    assert page.evaluate(moving) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
