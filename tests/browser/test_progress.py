"""What a learner keeps: through closed browsers, full stores and edited records, from the first questionnaire to the practice examination."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from counteroffer.course import Catalogue
from tests.browser import acts
from tests.browser.conftest import ARGUMENTS, Opener, Watch, executable
from tests.browser.test_every_page import axe, violations  # noqa: F401 (a fixture)

PROBE = "chapters/part-0/where-do-you-stand.html"
UNIT = "chapters/part-1/decisive-minorities.html"
CASE = "exercises/the-camp-empties.html"
PRACTISE, EXAM = "chapters/practice/practise.html", "chapters/practice/examination.html"
RECORD = "chapters/reference/my-progress.html"

Restart = Callable[[], Page]


@pytest.fixture
def restart(chromium: Browser, tmp_path: Path, watch: Watch) -> Iterator[Restart]:
    """Close the whole browser and start it again in the same profile."""
    running: list[BrowserContext] = []

    def again() -> Page:
        for context in running:
            context.close()
        context = chromium.browser_type.launch_persistent_context(tmp_path / "profile", executable_path=executable(), args=ARGUMENTS)
        running[:] = [context]
        return watch.follow(context.new_page())

    yield again
    running[0].close()


def test_from_questionnaire_to_examination_over_three_restarts(restart: Restart, site: str, course: Catalogue, watch: Watch) -> None:
    page = restart()
    answer_questionnaire(page, site)
    page.goto(f"{site}/{UNIT}")
    names = acts.items(page)
    orders = {name: options(page, name) for name in names}
    for name in names[:4]:
        acts.answer(acts.item(page, name))
    page.get_by_text("Your note on this unit").click()
    acts.note(page).fill("Who keeps the payroll?\nAsk on Monday.")

    page = restart()  # the note was never left, the check is half done
    page.goto(f"{site}/{UNIT}")
    assert {name: options(page, name) for name in names} == orders, "options keep their order"
    expect(acts.note(page)).to_have_value("Who keeps the payroll?\nAsk on Monday.")
    acts.note(page).fill("Who keeps the payroll?\nAsk on Monday!")
    acts.note(page).blur()
    for name in names[:4]:
        expect(acts.item(page, name)).to_have_attribute("data-result", "right")
    for name in names[4:]:
        acts.answer(acts.item(page, name))
    page.goto(f"{site}/{CASE}")
    page.locator(".co-decision:visible .co-card summary").first.click()
    acts.decide(page, str(page.locator(".co-decision:visible input:enabled").first.get_attribute("value")))
    acts.go_on(page)
    here = acts.decision(page)

    page = restart()
    page.goto(f"{site}/{CASE}")
    assert acts.decision(page) == here
    page.goto(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    assert len(form) == 40
    for name in form[:25]:
        acts.fill_by_key(acts.item(page, name))
    expect(page.locator(".co-exam-bar")).to_contain_text("of 40 answered")
    before = page.locator(".co-exam-bar").inner_text().split(" answered")[0]

    page = restart()
    page.goto(f"{site}/{EXAM}")
    expect(page.locator(".co-exam .co-item")).to_have_count(40)
    assert acts.items(page) == form, "the same form, in the same order"
    assert page.locator(".co-exam-bar").inner_text().split(" answered")[0] == before
    assert page.locator(".co-exam [data-result], .co-exam .co-feedback").count() == 0, "no feedback before it is handed in"
    for name in form[25:]:
        acts.fill_by_key(acts.item(page, name))
    acts.hand_in(page)
    expect(page.locator(".co-exam-result")).to_contain_text("100 %: you reach the pass mark of 75 %")
    expect(page.locator('.co-exam .co-item[data-result="right"]')).to_have_count(40)

    see_record(page, site)
    blueprint = course.blueprint
    assert blueprint is not None
    drawn = [item.objectives[0][:3] for check in course.checks.values() for item in check.items if item.id in form]
    assert {outcome: drawn.count(outcome) for outcome in blueprint.outcomes} == blueprint.outcomes
    assert watch.errors == []


def answer_questionnaire(page: Page, site: str) -> None:
    page.goto(f"{site}/{PROBE}")
    for name in acts.items(page):
        one = acts.item(page, name)
        one.locator(".co-sure input").nth(2).check()
        acts.answer(one)


# Labels of the calibration plot that are cut off, or smaller than 12 pixels.
LABELS = """() => [...document.querySelectorAll('.co-calibration svg text')].filter(one => {
  const svg = one.ownerSVGElement, box = one.getBoundingClientRect(), whole = svg.getBoundingClientRect();
  const cut = box.left < whole.left || box.right > whole.right || box.top < whole.top || box.bottom > whole.bottom;
  return cut || parseFloat(getComputedStyle(one).fontSize) * whole.width / svg.viewBox.baseVal.width < 12;
}).map(one => one.textContent)"""


def see_record(page: Page, site: str) -> None:
    page.goto(f"{site}/{RECORD}")
    record = page.locator(".co-record")
    for words in ("Practice examinations", "score 100 %", "1.3 Decisive minorities", f"answered {acts.OF} of {acts.OF}", "1 decision made"):
        expect(record).to_contain_text(words)
    expect(record.locator(".co-own-note")).to_contain_text("Ask on Monday!")
    expect(record.locator(".co-calibration tbody tr")).to_have_count(1)
    expect(record.locator(".co-calibration tbody tr")).to_contain_text("75 %")
    expect(record.locator(".co-calibration svg text")).to_have_count(8)
    expect(record.locator('[data-state="mastered"]').first).to_be_attached()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(LABELS) == []


def options(page: Page, name: str) -> list[str]:
    parts = acts.item(page, name).locator(".co-option[data-option], .co-rating, .co-entry").all()
    return [str(one.get_attribute("data-option")) for one in parts]


def test_two_learners_see_two_orders(site: str, open_page: Opener) -> None:
    pages = [open_page(f"{site}/{UNIT}") for _ in range(3)]
    assert len({str([options(page, name) for name in acts.items(page)]) for page in pages}) > 1
    texts = pages[0].locator(".co-item .co-letter").all_inner_texts()
    assert {"A", "B", "C"} <= set(texts)


def test_an_unanswered_question_earns_nothing_and_is_named_before_handing_in(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    for name in form[:10]:
        acts.fill_by_key(acts.item(page, name))
    shown = page.locator(".co-exam-bar").inner_text()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.locator("dialog.co-ask")).to_contain_text("not answered.")
    acts.agree(page, "Hand in")
    expect(page.locator(".co-exam-result")).to_contain_text(f"{round(int(shown.split()[0]) / 40 * 100)} %: you do not reach")
    page.get_by_role("button", name="Draw another form").click()
    expect(page.locator(".co-exam-bar")).to_contain_text("0 of 40 answered")
    assert acts.items(page) != form


def test_five_from_last_week(site: str, open_page: Opener, course: Catalogue) -> None:
    serves = {item.id: set(item.objectives) for check in course.checks.values() for item in check.items}
    page = open_page(f"{site}/{PRACTISE}")
    expect(page.locator(".co-review")).to_contain_text("Nothing is due now")
    answered: list[str] = []
    for unit in (UNIT, "chapters/part-1/two-offers.html"):
        page.goto(f"{site}/{unit}")
        for name in acts.items(page):
            acts.answer(acts.item(page, name))
            answered.append(name)
    due = set().union(*(serves[name] for name in answered))
    page.goto(f"{site}/{PRACTISE}")
    expect(page.locator(".co-review")).to_contain_text("The next one is due on")
    age(page, days=7)
    page.reload()
    expect(page.locator(".co-review")).to_contain_text(f"{len(due)} questions are due.")
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name=f"Practise {min(len(due), 5) if len(due) < 5 else 'five'}").click()
    review = page.locator(".co-review .co-item")
    expect(review).to_have_count(min(len(due), 5))
    drawn = acts.items(page)
    assert acts.led_to(page) == drawn[0]
    assert len(set().union(*(serves[name] for name in drawn))) >= len(drawn), "each on an objective of its own"
    expect(page.locator(".co-review .co-sure")).to_have_count(1)
    acts.answer(acts.item(page, drawn[0]))
    page.reload()
    expect(review).to_have_count(len(drawn))
    assert acts.items(page) == drawn, "a review that was begun goes on"
    for name in drawn[1:]:
        acts.answer(acts.item(page, name))
    expect(page.locator(".co-review")).to_contain_text(f"You answered {len(drawn)} of {len(drawn)}")
    page.goto(f"{site}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text("After a week or more: 1 answer, 100 %.")


def age(page: Page, days: int) -> None:
    """Let everything in the record have happened so many days earlier."""
    for name, text in acts.stored(page).items():
        if ":log:" in name:
            kept = json.loads(text)
            for one in kept:
                then = datetime.fromisoformat(one["timestamp"]) - timedelta(days=days)
                one["timestamp"] = then.astimezone(UTC).isoformat().replace("+00:00", "Z")
            acts.store(page, name, json.dumps(kept))


def test_sureness_is_asked_for_when_the_learner_wants_it(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    assert page.locator(".co-sure").count() == 0
    page.goto(f"{site}/{PRACTISE}")
    page.get_by_label("ask me how sure I am").check()
    page.goto(f"{site}/{UNIT}")
    one = acts.item(page, acts.items(page)[0])
    one.get_by_label("Sure (95 %)").check()
    acts.answer(one)
    expect(one.locator(".co-sure")).to_be_hidden()
    (made,) = [one for one in acts.statements(page) if str(one["verb"]["id"]).endswith("answered")]
    assert made["result"]["extensions"] == {"urn:counteroffer:sure": 0.95}


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_ones_own_pages_in_use(site: str, axe: str, open_page: Opener, width: int) -> None:  # noqa: F811
    page = open_page(f"{site}/{PROBE}", viewport={"width": width, "height": 900}, bypass_csp=True)
    for name in acts.items(page)[:3]:
        one = acts.item(page, name)
        one.locator(".co-sure input").first.check()
        acts.answer(one)
    assert violations(page, axe) == []
    page.goto(f"{site}/{EXAM}")
    for name in acts.draw_form(page)[:3]:
        acts.fill_by_key(acts.item(page, name))
    assert violations(page, axe) == []
    acts.hand_in(page)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{site}/{RECORD}")
    page.get_by_text("See every statement").click()
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_examination_by_keyboard(site: str, open_page: Opener) -> None:
    """From the button that draws a form to the result, with no pointer."""
    page = open_page(f"{site}/{EXAM}")
    page.get_by_role("button", name="Draw a form and begin").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".co-exam .co-item legend").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(1200):
        if page.evaluate("document.activeElement.textContent") == "Hand in":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Go on answering")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()


def test_questions_are_jumped_to_flagged_and_reviewed(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{EXAM}", viewport={"width": 360, "height": 740})
    form = acts.draw_form(page)
    acts.fill_by_key(acts.item(page, form[1]))
    acts.item(page, form[2]).get_by_role("button", name="Flag for review").click()
    page.reload()
    jump = page.get_by_role("navigation", name="Questions")
    expect(jump.get_by_role("button", name="Question 2: answered")).to_be_visible()
    expect(jump.get_by_role("button", name="Question 3: not answered, flagged")).to_be_visible()
    jump.get_by_role("button", name="Review").click()
    review = page.locator(".co-before")
    expect(review.get_by_role("heading")).to_be_focused()
    expect(review).to_contain_text("Flagged: 3")
    expect(review).to_contain_text("All answers are kept.")
    review.get_by_role("button", name="3", exact=True).last.click()
    expect(acts.item(page, form[2]).locator("legend").first).to_be_focused()
    expect(acts.item(page, form[2]).locator("legend").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for place, name in enumerate(form):
        jump.get_by_role("button").nth(place).click()
        assert acts.led_to(page) == name
    assert page.locator(".co-exam .co-vignette").count() > 20
