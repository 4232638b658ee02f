"""The record and its pages: each fault that was found by playing the course (R1 to R23) in its smallest form, and the way out.

The flows ask nothing of one engine: they open pages, type, press and look at what stands there.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import acts
from tests.browser.conftest import Opener, Watch

UNIT = "chapters/part-1/decisive-minorities.html"
OTHER = "chapters/part-1/two-offers.html"
PROBE = "chapters/part-0/where-do-you-stand.html"
CASE = "exercises/the-camp-empties.html"
MAP = "exercises/phase-map.html"
AUDIT = "exercises/offer-audit.html"
PRACTISE, EXAM = "chapters/practice/practise.html", "chapters/practice/examination.html"
RECORD = "chapters/reference/my-progress.html"
WELCOME = "chapters/part-0/welcome.html"

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def beside(page: Page, watch: Watch) -> Page:
    """A second tab of the same browser."""
    return watch.follow(page.context.new_page())


def wipe(page: Page, site: str) -> None:
    page.goto(f"{site}/{RECORD}")
    page.get_by_role("button", name="Wipe", exact=True).click()
    acts.agree(page, "Wipe")
    expect(page.locator(".co-record")).to_contain_text("Nothing is recorded yet")


def first_item(page: Page) -> Any:
    return acts.item(page, acts.items(page)[0])


def open_note(page: Page) -> Any:
    if not acts.note(page).is_visible():
        page.get_by_text("Your note on this unit").click()
    return acts.note(page)


def export(page: Page, site: str, path: Path) -> Path:
    page.goto(f"{site}/{RECORD}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export (JSON)").click()
    download.value.save_as(path)
    return path


def take_in(page: Page, site: str, path: Path) -> Any:
    page.goto(f"{site}/{RECORD}")
    page.get_by_label("Take in a record").set_input_files(path)
    return page.locator(".co-record > [role=status]")


def test_r01_a_page_that_comes_back_after_a_wipe_is_empty(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    open_note(page).fill("Only for me")
    wipe(page, site)
    page.go_back()
    expect(page.locator(".co-item[data-result]")).to_have_count(0)
    expect(acts.note(page)).to_have_value("")
    acts.answer(first_item(page))
    verbs = [one["verb"]["display"]["en"] for one in acts.statements(page)]
    assert verbs.count("answered") == 1
    assert "completed" not in verbs


def test_r02_a_wipe_empties_every_open_page_and_a_key_stroke_brings_nothing_back(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    open_note(page).fill("Only for me")
    exam = beside(page, watch)
    exam.goto(f"{site}/{EXAM}")
    acts.draw_form(exam)
    wipe(beside(page, watch), site)
    expect(acts.note(page)).to_have_value("")
    expect(page.locator(".co-item[data-result]")).to_have_count(0)
    expect(exam.get_by_role("button", name="Draw a form and begin")).to_be_visible()
    open_note(page).press_sequentially("x")
    kept = json.dumps(acts.stored(page))
    assert "Only for me" not in kept
    assert "exam" not in kept


def test_r03_a_form_is_handed_in_once(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    acts.fill_by_key(acts.item(page, form[0]))
    other = beside(page, watch)
    other.goto(f"{site}/{EXAM}")
    expect(other.locator(".co-exam .co-item")).to_have_count(len(form))
    other.get_by_role("button", name="Hand in", exact=True).click()  # the question stands open in the old tab
    acts.hand_in(page)
    expect(other.get_by_role("heading", name="Your result")).to_be_visible()
    expect(other.get_by_role("button", name="Hand in", exact=True)).to_have_count(0)
    done = [one for one in acts.statements(page) if one["verb"]["display"]["en"] == "completed"]
    assert len(done) == 1


def test_r04_a_case_in_two_tabs_loses_no_step(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{CASE}")
    old = beside(page, watch)
    old.goto(f"{site}/{CASE}")
    for _ in range(2):
        acts.decide(page, str(page.locator(".co-decision:visible input:enabled").first.get_attribute("value")))
        acts.go_on(page)
    here = acts.decision(page)
    expect(old.locator(f'[data-decision="{here}"]')).to_be_visible()
    assert len(acts.statements(page)) == 2
    old.reload()
    assert acts.decision(old) == here


def test_r05_a_note_in_two_tabs_keeps_both_texts(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{UNIT}")
    other = beside(page, watch)
    other.goto(f"{site}/{UNIT}")
    open_note(page).fill("From one window")
    expect(acts.note(other)).to_have_value("From one window")
    # what the other window did not hear of
    other.evaluate("addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    deaf = beside(page, watch)
    deaf.add_init_script("addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    deaf.goto(f"{site}/{UNIT}")
    open_note(page).fill("Written in one")
    open_note(deaf).fill("Written in the other")
    expect(acts.note(deaf)).to_have_value("Written in one\n\nWritten in the other")
    expect(deaf.locator(".co-note-box [role=status]")).to_contain_text("Both texts stand here")


def test_r06_a_form_that_is_marked_is_locked_and_leaves_no_draft(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    for name in form[:3]:
        acts.fill_by_key(acts.item(page, name))
    acts.hand_in(page)
    right = page.locator('.co-exam .co-item[data-result="right"]')
    expect(right).to_have_count(3)
    expect(page.locator(".co-exam .co-item input:enabled, .co-exam .co-item select:enabled, .co-exam .co-move:enabled")).to_have_count(0)
    assert not [key for key in acts.stored(page) if ":draft:" in key]
    page.get_by_role("button", name="Draw another form").click()
    expect(page.locator(".co-exam-bar")).to_contain_text("0 of 40 answered")


def test_r07_what_is_half_made_is_listed_and_does_not_count(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    half = page.locator('.co-exam .co-item[data-kind="judgement"]').first
    half.locator("input").first.check()
    expect(page.locator(".co-exam-bar")).to_contain_text("0 of 40 answered")
    page.get_by_role("button", name="Hand in", exact=True).click()
    place = form.index(str(half.get_attribute("data-item"))) + 1
    expect(page.locator("dialog.co-ask")).to_contain_text(f"Half made, and not counted: {place}.")
    acts.agree(page, "Go on answering")
    assert not [one for one in acts.statements(page) if one["verb"]["display"]["en"] == "completed"]


def test_r08_marks_are_kept_as_integers(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    for name in acts.items(page):
        acts.answer(acts.item(page, name))
    for one in acts.statements(page):
        score = one["result"]["score"]
        assert isinstance(score["raw"], int)
        assert isinstance(score["max"], int)


def test_r09_an_older_file_changes_nothing_that_is_newer(site: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    acts.fill_by_key(acts.item(page, form[0]))
    page.goto(f"{site}/{UNIT}")
    one = page.locator('.co-item[data-kind="single"]').first
    one.locator("input").first.check()
    old = export(page, site, tmp_path / "old.json")
    page.goto(f"{site}/{UNIT}")
    one.locator("input").nth(1).check()
    page.goto(f"{site}/{EXAM}")
    acts.hand_in(page)
    expect(take_in(page, site, old)).to_contain_text("Taken in: 0 new statements")
    page.goto(f"{site}/{UNIT}")
    expect(one.locator("input").nth(1)).to_be_checked()
    page.goto(f"{site}/{EXAM}")
    expect(page.get_by_role("heading", name="Your result")).to_be_visible()
    page.get_by_role("button", name="Draw another form").click()
    expect(page.locator(".co-exam-bar")).to_contain_text("0 of 40 answered")


def test_r10_a_wrong_clock_turns_nothing_round(site: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page("about:blank")
    page.clock.install(time="2031-05-01T12:00:00")
    page.goto(f"{site}/{UNIT}")
    one = page.locator('.co-item[data-kind="single"]').first
    key = json.loads(str(one.get_attribute("data-key")))
    one.locator(f'input:not([value="{key}"])').first.check()
    one.get_by_role("button", name=acts.CHECK).click()
    page.clock.set_system_time("2026-11-28T12:00:00")
    one.get_by_role("button", name=acts.AGAIN).click()
    acts.answer(one)
    file = export(page, site, tmp_path / "record.json")
    other = open_page(f"{site}/{RECORD}")
    take_in(other, site, file)
    other.goto(f"{site}/{UNIT}")
    expect(other.locator('.co-item[data-kind="single"]').first).to_have_attribute("data-result", "right")
    other.goto(f"{site}/{PRACTISE}")
    expect(other.locator(".co-review")).not_to_contain_text("2031")


ODD = {
    "a number as response": lambda made: made[0]["result"].__setitem__("response", 7),
    "outcomes that are a number": lambda made: made[0]["result"].__setitem__("extensions", {"urn:counteroffer:outcomes": {"CO1": 5}}),
    "an emptied statement": lambda made: made.insert(0, {"id": 3}),
}


@pytest.mark.parametrize("odd", ODD)
def test_r11_one_odd_value_of_a_file_costs_itself_alone(site: str, open_page: Opener, tmp_path: Path, watch: Watch, odd: str) -> None:
    page = open_page(f"{site}/{UNIT}")
    for name in acts.items(page)[:2]:
        acts.answer(acts.item(page, name))
    file = export(page, site, tmp_path / "record.json")
    content = json.loads(file.read_text(encoding="utf-8"))
    ODD[odd](content["statements"])
    content["drafts"] = {"urn:counteroffer:case:the-camp-empties": {"value": 7, "seq": 1, "turn": 1}}
    file.write_text(json.dumps(content), encoding="utf-8")
    other = open_page(f"{site}/{RECORD}")
    expect(take_in(other, site, file)).to_contain_text("2 values of the file made no sense and were left out")
    for path in (UNIT, CASE, PRACTISE, EXAM, RECORD):
        other.goto(f"{site}/{path}")
        expect(other.locator(".co-live").first).to_be_visible()
    wipe(other, site)
    assert watch.errors == []


def test_r12_pages_of_a_folder_that_share_a_storage_are_not_said_to_be_apart(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/{UNIT}")
    acts.answer(first_item(page))
    page.wait_for_function("!document.querySelector('iframe')")
    expect(page.locator(".co-unkept").first).to_be_empty()
    page.goto(f"{folder}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text("answered 1 of 8")
    assert not [key for key in acts.stored(page) if "put-down" in key]


def test_r12_pages_that_each_have_a_storage_of_their_own_say_so_first(folder: str, open_page: Opener) -> None:
    """As Firefox does: what one file puts down another does not find."""
    page = open_page("about:blank")
    page.add_init_script("if (location.pathname.endsWith('measures.html')) Storage.prototype.getItem = () => null")
    page.goto(f"{folder}/{UNIT}")
    expect(page.locator(".co-unkept").first).to_contain_text("keeps what you do on this page for this page alone")
    page.goto(f"{folder}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text("Open the folder in another browser")
    expect(page.locator(".co-record")).not_to_contain_text("Your record is kept in this browser")


def test_r13_two_copies_of_the_course_share_no_record(book: Path, chromium: Browser, watch: Watch, tmp_path: Path) -> None:
    for name in ("one", "other"):
        shutil.copytree(book, tmp_path / name)
    context = chromium.new_context()
    page = watch.follow(context.new_page())
    page.goto((tmp_path / "one" / UNIT).as_uri())
    acts.answer(first_item(page))
    page.goto((tmp_path / "other" / UNIT).as_uri())
    expect(page.locator(".co-item[data-result]")).to_have_count(0)
    wipe(page, (tmp_path / "other").as_uri())
    page.goto((tmp_path / "one" / UNIT).as_uri())
    expect(page.locator(".co-item[data-result]")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("path", [PRACTISE, EXAM, UNIT, CASE, MAP, AUDIT, RECORD])
def test_r14_a_browser_that_keeps_nothing_is_told_before_one_begins(site: str, open_page: Opener, path: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(BLOCKED)
    page.goto(f"{site}/{path}")
    expect(page.get_by_text("This browser does not keep").first).to_be_visible()


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
    expect(page.locator(".co-record")).to_contain_text("answered 1 of 8")
    assert acts.stored(page) == before
    assert page.evaluate("Object.keys(localStorage).every(name => name.startsWith('counteroffer:'))")
    other = beside(page, watch)
    other.goto(f"{site}/{RECORD}")
    expect(other.locator(".co-record")).not_to_contain_text("Two offers: answered")
    page.get_by_role("button", name="Keep a record again").click()
    expect(page.locator(".co-record")).to_contain_text(re.compile("Decisive minorities[^.]*: (read, )?answered 1 of 8"))
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
    expect(page.locator(".co-record")).to_contain_text(re.compile("Decisive minorities[^.]*: (read, )?answered 1 of 8"))
    expect(page.locator(".co-record")).not_to_contain_text("1.1 Two offers")
    kept = json.dumps(acts.stored(page))
    assert '"counteroffer:counteroffer:' in kept, "a record is named by its course"
    assert "heron" not in kept.lower()
    page.get_by_text("Another person uses this device").click()
    page.get_by_label("A word that opens your own record").fill("blue heron 7 ")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator(".co-record")).to_contain_text(re.compile("1.1 Two offers[^.]*: (read, )?answered 1 of 8"))


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
