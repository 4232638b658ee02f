"""The record on one page: storage, presses, marks and what a browser does by itself (R14 to R23). Each fault that was found by playing the course stands here in its smallest form.

The flows ask nothing of one engine: they open pages, type, press and look at what stands there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.conftest import Opener
from tests.browser.recording import (
    AUDIT,
    BLOCKED,
    CASE,
    EXAM,
    FULL,
    MAP,
    PRACTISE,
    PROBE,
    RECORD,
    UNIT,
    export,
    first_item,
    open_note,
    take_in,
)


@pytest.mark.parametrize("path", [PRACTISE, EXAM, UNIT, CASE, MAP, AUDIT, RECORD])
@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_r14_a_browser_that_keeps_nothing_is_told_before_one_begins(site: str, open_page: Opener, trouble: str, path: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(trouble)
    page.goto(f"{site}/{path}")
    expect(page.get_by_text("This browser does not keep").first).to_be_visible()


def test_r14_an_examination_says_beforehand_that_the_store_has_no_room_for_a_form(site: str, open_page: Opener) -> None:
    page = open_page("about:blank")
    # room for a mark, and not for the answers to a form
    page.add_init_script(
        """const own = Storage.prototype.setItem;
        Storage.prototype.setItem = function (name, text) { if (text.length > 9999) throw new DOMException('full', 'QuotaExceededError'); own.call(this, name, text); };"""
    )
    page.goto(f"{site}/{EXAM}")
    expect(page.locator(".co-exam")).to_contain_text("a form that you begin is lost when you close the page")
    expect(page.get_by_role("button", name="Draw a form and begin")).to_be_visible()


def test_r15_a_bank_that_does_not_load_is_said_and_records_nothing(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{EXAM}")
    page.route("**/bank/*.js", lambda route: route.abort())
    page.get_by_role("button", name="Draw a form and begin").click()
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    again.click()
    expect(page.locator(".co-exam")).to_contain_text("could not be loaded, and nothing was recorded")
    assert acts.statements(page) == []
    page.unroute("**/bank/*.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".co-exam .co-item")).to_have_count(40)
    assert len(acts.statements(page)) == 1


def test_r15_a_double_click_draws_one_form(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{EXAM}")
    page.get_by_role("button", name="Draw a form and begin").dblclick()
    expect(page.locator(".co-exam .co-item")).to_have_count(40)
    acts.hand_in(page)
    page.get_by_role("button", name="Draw another form").dblclick()
    expect(page.locator(".co-exam-bar")).to_contain_text("0 of 40 answered")
    verbs = [one["verb"]["display"]["en"] for one in acts.statements(page)]
    assert verbs.count("initialized") == 2


@pytest.mark.parametrize("how", ["double click", "held key"])
def test_r16_a_second_press_confirms_nothing(site: str, open_page: Opener, how: str) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    page.goto(f"{site}/{RECORD}")
    button = page.get_by_role("button", name="Wipe", exact=True)
    if how == "double click":
        button.dblclick()
    else:
        button.focus()
        for _ in range(4):
            page.keyboard.down("Enter")  # each after the first repeats
        page.keyboard.up("Enter")
    assert len(acts.statements(page)) == 1
    if not page.locator("dialog.co-ask").count():
        button.click()
    yes, no = (page.locator("dialog.co-ask").get_by_role("button", name=name, exact=True).bounding_box() for name in ("Wipe", "Keep it"))
    assert yes
    assert no
    assert yes["x"] > no["x"] + no["width"] + 24, "the two answers stand apart"


def test_r17_five_right_answers_within_a_minute_are_one_step(site: str, open_page: Opener) -> None:
    page = open_page("about:blank")
    page.clock.install(time="2026-11-28T23:30:00")
    page.goto(f"{site}/{UNIT}")
    one = page.locator('.co-item[data-kind="single"]').first
    for _ in range(5):
        acts.answer(one)
        one.get_by_role("button", name=acts.AGAIN).click()
    page.clock.set_system_time("2026-11-29T00:30:00")
    page.goto(f"{site}/{PRACTISE}")
    expect(page.locator(".co-review")).to_contain_text("1 question is due.")


def test_r18_the_marks_of_an_audit_are_exported(site: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(f"{site}/{AUDIT}")
    page.locator(".co-phase input").first.check()
    page.locator(".co-dimension").first.locator("input").nth(2).check()
    page.locator(".co-name input").fill("Sunrise house")
    file = export(page, site, tmp_path / "record.json")
    assert "Sunrise" not in file.read_text(encoding="utf-8")
    other = open_page(f"{site}/{RECORD}")
    take_in(other, site, file)
    other.goto(f"{site}/{AUDIT}")
    expect(other.locator(".co-dimension").first.locator("input").nth(2)).to_be_checked()


def test_r19_a_key_stroke_in_a_note_writes_the_note_alone(site: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    file = export(page, site, tmp_path / "record.json")
    content = json.loads(file.read_text(encoding="utf-8"))
    (made,) = content["statements"]
    content["statements"] = []
    for number in range(3000):
        place = {"device": "x", "seq": number + 1, "edition": "1"}
        one = made | {"id": f"00000000-0000-4000-8000-{number:012x}", "context": {"extensions": {"urn:counteroffer:log": place}}}
        content["statements"].append(one)
    file.write_text(json.dumps(content), encoding="utf-8")
    expect(take_in(page, site, file)).to_contain_text("Taken in: 3000 new statements")
    page.goto(f"{site}/{UNIT}")
    open_note(page).press_sequentially("a")
    page.evaluate(
        """() => { window.moved = 0;
        for (const [name, at] of [['setItem', 1], ['getItem', 0]]) {
          const own = Storage.prototype[name];
          Storage.prototype[name] = function (...given) { const got = own.apply(this, given); moved += (at ? given[1] : got ?? '').length; return got; };
        } }"""
    )
    acts.note(page).press_sequentially("b")
    assert page.evaluate("moved") < 4000


def test_r20_the_record_decides_over_what_a_browser_fills_in_again(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{MAP}")
    chosen = page.locator(".co-controls [data-control] input").nth(1)
    chosen.check()
    page.evaluate(
        """() => { const other = document.querySelector('.co-controls [data-control] input'); other.checked = true;
        dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false})) }"""
    )
    expect(chosen).to_be_checked()
    page.reload()
    expect(chosen).to_be_checked()


def test_r21_a_file_that_is_too_large_is_one_sentence(site: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(f"{site}/{RECORD}")
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(26_000_000)
    said = take_in(page, site, tmp_path / "large.json")
    expect(said).to_have_text("This file has 26 MB, and a record has 10 MB at most. Nothing was taken in.")


def test_r22_the_browser_is_asked_to_keep_and_the_learner_reminded_to_export(site: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page("about:blank")
    page.add_init_script("navigator.storage.persist = () => { window.asked = (window.asked ?? 0) + 1; return Promise.resolve(true) }")
    page.goto(f"{site}/{UNIT}")
    assert page.evaluate("window.asked") is None
    acts.answer(first_item(page))
    assert page.evaluate("window.asked") == 1
    page.goto(f"{site}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text("1 statement came since your last export")
    export(page, site, tmp_path / "record.json")
    expect(page.locator(".co-record")).not_to_contain_text("since your last export")


def test_r23_the_questionnaire_ends_with_units_and_has_no_score(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{PROBE}")
    for name in acts.items(page):
        one = acts.item(page, name)
        acts.fill_by_key(one)
    wrong = page.locator('.co-item[data-kind="single"]').first
    key = json.loads(str(wrong.get_attribute("data-key")))
    wrong.locator(f'input:not([value="{key}"])').first.check()
    for name in acts.items(page):
        acts.item(page, name).get_by_role("button", name=acts.CHECK).click()
    advice = page.locator(".co-advice")
    expect(advice.get_by_role("heading", name="Units to take first")).to_be_visible()
    expect(advice.locator("li")).to_have_count(1)
    expect(advice.locator("li")).to_have_text(re.compile(r"^\d\.\d .+: it takes up question \d+, which you answered otherwise"))
    page.goto(f"{site}/{RECORD}")
    line = page.locator(".co-record-list li", has_text="Where do you stand?")
    expect(line).to_contain_text("answered 12 of 12")
    expect(line).not_to_contain_text("score")


def test_a_case_resumes_at_what_happens_then_and_keeps_a_picked_option(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{CASE}")
    if (unwritten := page.get_by_role("button", name="Show them without writing")).count():
        unwritten.first.click()
    page.locator(".co-decision:visible input:enabled").nth(1).check()
    page.reload()
    expect(page.locator(".co-decision:visible input:enabled").nth(1)).to_be_checked()
    page.get_by_role("button", name="Decide").click()
    page.reload()
    expect(page.locator(".co-outcome:visible")).to_contain_text("You chose")
    acts.go_on(page)
    page.reload()
    expect(page.locator(".co-outcome:visible", has_text="You chose")).to_have_count(0)
