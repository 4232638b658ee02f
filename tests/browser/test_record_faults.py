"""The record over tabs, files, clocks and copies (R3 to R13; R1 and R2 stand in `test_record_wiped.py`). Each fault that was found by playing the course stands here in its smallest form.

The flows ask nothing of one engine: they open pages, type, press and look at what stands there.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from counteroffer.course import Catalogue
from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.recording import (
    CASE,
    EXAM,
    PRACTISE,
    RECORD,
    UNIT,
    beside,
    export,
    first_item,
    open_note,
    take_in,
    wipe,
)


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


def test_r07_what_is_half_made_is_listed_and_does_not_count(site: str, open_page: Opener, course: Catalogue) -> None:
    page = open_page(f"{site}/{EXAM}")
    # of the forms that came with the book, those that have all three kinds
    kinds = {item.id: item.kind for check in course.checks.values() for item in check.items}
    ids = sorted(kinds)
    forms = [form for form in page.evaluate("counterofferItems.forms") if {"matching", "ordering"} <= {kinds[ids[place]] for place in form}]
    page.evaluate("forms => { counterofferItems.forms = forms; }", forms)
    form = acts.draw_form(page)
    first = {kind: page.locator(f'.co-exam .co-item[data-kind="{kind}"]').first for kind in ("judgement", "matching", "ordering")}
    first["judgement"].locator("input").first.check()
    first["matching"].locator("select").first.select_option(index=1)
    expect(page.locator(".co-exam-bar")).to_contain_text("0 of 40 answered")
    # an order is never half made: untouched it is no answer, and once an entry was moved it is whole
    first["ordering"].locator('[data-move="down"]:enabled').first.click()
    expect(page.locator(".co-exam-bar")).to_contain_text("1 of 40 answered")
    page.get_by_role("button", name="Hand in", exact=True).click()
    name = {kind: str(item.get_attribute("data-item")) for kind, item in first.items()}
    places = sorted(form.index(name[kind]) + 1 for kind in ("judgement", "matching"))
    expect(page.locator("dialog.co-ask")).to_contain_text(f"Half made, and not counted: {places[0]}, {places[1]}.")
    acts.agree(page, "Go on answering")
    assert not [one for one in acts.statements(page) if one["verb"]["display"]["en"] == "completed"]
    acts.hand_in(page)
    answered = [one["object"]["id"] for one in acts.statements(page) if one["verb"]["display"]["en"] == "answered"]
    assert [one.rpartition(":")[2] for one in answered] == [name["ordering"]]


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
    expect(page.locator(".co-record")).to_contain_text(f"answered 1 of {acts.OF}")
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
