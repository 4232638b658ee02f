"""What a learner does, by name: answer an item by its key, play a case along a path, move a slider."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

CHECK, AGAIN = "Check answer", "Try again"
CHECKS = Path(__file__).parents[2] / "exercises/checks"


def asked(unit: str) -> int:
    """How many items the check of a unit has."""
    return len(yaml.safe_load((CHECKS / f"{unit}.yml").read_text(encoding="utf-8"))["items"])


# Of the unit that most tests answer.
OF = asked("decisive-minorities")


def items(page: Page) -> list[str]:
    return [str(one.get_attribute("data-item")) for one in page.locator(".co-item").all()]


def item(page: Page, name: str) -> Locator:
    return page.locator(f'.co-item[data-item="{name}"]')


def fill_by_key(one: Locator) -> None:
    """Give the keyed response with the pointer."""
    key = json.loads(str(one.get_attribute("data-key")))
    kind = one.get_attribute("data-kind")
    if kind == "ordering":
        order(one, key)
    elif kind == "matching":
        for left, right in key.items():
            one.locator(f'[data-left="{left}"] select').select_option(right)
    elif kind == "judgement":
        for option, rating in key.items():
            one.locator(f'[data-option="{option}"] input[value="{rating}"]').check()
    else:
        for option in [key] if isinstance(key, str) else key:
            one.locator(f'input[value="{option}"]').check()


def order(one: Locator, key: list[str]) -> None:
    for place, wanted in enumerate(key):
        while entries(one).index(wanted) > place:
            one.locator(f'.co-entry[data-option="{wanted}"] [data-move="up"]').click()


def options(one: Locator) -> list[str]:
    return [str(option.get_attribute("data-option")) for option in one.locator(".co-option[data-option]").all()]


def entries(one: Locator) -> list[str]:
    return [str(entry.get_attribute("data-option")) for entry in one.locator(".co-entry").all()]


def answer(one: Locator) -> None:
    fill_by_key(one)
    one.get_by_role("button", name=CHECK).click()
    expect(one).to_have_attribute("data-result", "noted" if probing(one) else "right")


def probing(one: Locator) -> bool:
    return one.locator("xpath=ancestor::section[@data-co][1]").get_attribute("data-mode") == "probe"


def decision(page: Page) -> str:
    """The decision that the case stands at, or nothing at an ending."""
    shown = page.locator(".co-decision:visible")
    return str(shown.first.get_attribute("data-decision")) if shown.count() else ""


def decide(page: Page, option: str) -> None:
    here = page.locator(".co-decision:visible").first
    if (unwritten := here.get_by_role("button", name="Show them without writing")).count():
        unwritten.click()
    here.locator(f'input[value="{option}"]').check()
    here.get_by_role("button", name="Decide").click()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Go on").click()


LED = """() => {
  const item = document.activeElement.closest('.co-item'), bar = document.querySelector('.co-exam-top');
  const about = item.querySelector('form').firstElementChild.getBoundingClientRect();
  return about.top >= (bar ? bar.getBoundingClientRect().bottom : 0) && about.top < innerHeight && item.dataset.item;
}"""


def led_to(page: Page) -> str:
    """The item that the focus was led to; what it begins with (a situation, where it has one) is in view, and under no bar."""
    item = page.evaluate(LED)
    assert item, "the focus is past what the question is about"
    return str(item)


LOG = """() => Object.keys(localStorage).filter(key => /^counteroffer:.*:log:\\d+$/.test(key))
  .sort((a, b) => a.split(':').pop() - b.split(':').pop()).flatMap(key => JSON.parse(localStorage.getItem(key)))"""


def statements(page: Page) -> list[dict[str, Any]]:
    """What the record of this browser holds, of whichever course and reader."""
    return list(page.evaluate(LOG))


def stored(page: Page) -> dict[str, str]:
    """Everything that the course keeps in this browser, by its name."""
    return dict(page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('counteroffer:')))"))


def store(page: Page, name: str, text: str) -> None:
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])


def agree(page: Page, answer: str) -> None:
    """Answer the question that stands open."""
    page.locator("dialog.co-ask").get_by_role("button", name=answer, exact=True).click()


def draw_form(page: Page) -> list[str]:
    page.get_by_role("button", name="Draw a form and begin").click()
    expect(page.locator(".co-exam .co-item").first).to_be_visible()
    return items(page)


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Hand in", exact=True).click()
    agree(page, "Hand in")
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()


def note(page: Page) -> Locator:
    return page.get_by_label("What do you want to remember")
