"""Each case played by keyboard to each of its endings; the steps are read from its model."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import Machine, Step, told
from tests.browser import acts
from tests.browser.conftest import Opener, Watch

CASES = sorted(path.stem for path in (Path(__file__).parents[2] / "exercises" / "cases").glob("*.yml"))
PLAYS = 5000


def path_to_each_ending(machine: Machine) -> dict[str, list[Step]]:
    """For each ending a path that leads there, found by playing at random with as many cards opened as attention allows."""
    dice = random.Random(5)  # noqa: S311
    found: dict[str, list[Step]] = {}
    for _ in range(PLAYS):
        state, path = machine.start(), []
        while state.at not in machine.endings:
            here = machine.told["decisions"][state.at]
            cards = dice.sample(here["cards"], min(here["attention"], len(here["cards"])))
            seen = machine.open_cards(state, cards)
            option = dice.choice(machine.open_options(seen))
            path.append({"decision": state.at, "cards": cards, "option": option})
            state = machine.decide(seen, option)
        found.setdefault(state.at, path)
        if len(found) == len(machine.endings):
            break
    return found


# Whether the focus is in the decision that shows, and on what.
HERE = """() => {
  const at = document.activeElement, decision = at.closest('.co-decision');
  return {decision: decision?.dataset.decision ?? '', card: at.tagName === 'SUMMARY' ? at.closest('[data-card]')?.dataset.card ?? '' : '',
          radio: at.type === 'radio' ? at.value : '', text: at.textContent.trim(), tag: at.tagName};
}"""


def tab_until(page: Page, key: str, wanted: str, most: int = 60) -> None:
    for _ in range(most):
        if page.evaluate(HERE)[key] == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{key} {wanted!r} was not reached in {most} tabs from {page.evaluate(HERE)}")


def take(page: Page, step: Step) -> None:
    """Open the step's cards, choose its option, decide and go on: with Tab, Enter, Space and arrows alone."""
    for card in page.locator(f'[data-decision="{step["decision"]}"] .co-card').all():
        name = str(card.get_attribute("data-card"))
        if name in step["cards"]:
            tab_until(page, "card", name)
            page.keyboard.press("Enter")
            expect(card).to_have_attribute("data-opened", "")
    if page.locator(f'[data-decision="{step["decision"]}"] .co-commit textarea:visible').count():
        tab_until(page, "tag", "TEXTAREA")
        page.keyboard.type("Ask.")
        tab_until(page, "text", "Show the options")
        page.keyboard.press("Enter")
    for _ in range(60):
        if page.evaluate(HERE)["radio"]:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(5):
        if page.evaluate(HERE)["radio"] == step["option"]:
            break
        page.keyboard.press("ArrowDown")
    assert page.evaluate(HERE)["radio"] == step["option"]
    page.keyboard.press("Enter")
    tab_until(page, "text", "Go on")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("case", CASES)
def test_every_ending_is_reached_by_keyboard(site: str, open_page: Opener, course: Catalogue, watch: Watch, case: str) -> None:
    machine = Machine(told(course.cases[case]))
    paths = path_to_each_ending(machine)
    assert set(paths) == machine.endings
    page = open_page(f"{site}/exercises/{case}.html")
    page.locator(".co-decision:visible h3").evaluate("one => { one.tabIndex = -1; one.focus() }")
    for number, (ending, path) in enumerate(paths.items(), start=1):
        for step in path:
            assert acts.decision(page) == step["decision"]
            take(page, step)
        shown = page.locator(".co-ending:visible")
        expect(shown).to_have_attribute("data-ending", ending)
        expect(shown.locator("h3")).to_be_focused()
        expect(page.locator(".co-endings-seen")).to_contain_text(f"({number} of {len(paths)})")
        roads = page.locator(".co-roads > section")
        expect(roads).to_have_count(3)
        told_endings = roads.locator("> p > b").all_text_contents()
        assert len(set(told_endings)) == 3, "the learner's path stands beside two that end elsewhere"
        tab_until(page, "text", "Play again", 200)
        page.keyboard.press("Enter")
        tab_until(page, "text", "Play again")  # the other answer to the question has the focus
        page.keyboard.press("Enter")
    assert watch.errors == []
