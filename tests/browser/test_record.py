"""The record on the device: moved to another browser, kept through full stores and edited by hand, printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.recording import BLOCKED, EXAM, FULL, PRACTISE, RECORD, UNIT

OLDER = Path(__file__).parents[1] / "record/fixtures/version-1-stored.json"


def test_a_record_moves_to_another_browser_and_a_foreign_file_does_not(site: str, open_page: Opener, tmp_path: Path) -> None:
    first, second = open_page(f"{site}/{UNIT}"), open_page(f"{site}/{UNIT}")
    acts.answer(acts.item(first, acts.items(first)[0]))
    acts.answer(acts.item(second, acts.items(second)[1]))
    first.goto(f"{site}/{RECORD}")
    with first.expect_download() as download:
        first.get_by_role("button", name="Export (JSON)").click()
    file = tmp_path / "record.json"
    download.value.save_as(file)
    second.goto(f"{site}/{RECORD}")
    live = second.locator(".co-record > [role=status]")
    choose = second.get_by_label("Take in a record")
    for name, text, said in (
        ("photo.json", "\x89PNG", "not JSON"),
        ("other.json", '{"statements": []}', "not a record of this course"),
        ("later.json", file.read_text().replace('"version":2', '"version":9'), "later edition"),
        ("cut.json", file.read_text()[:300], "not JSON"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        choose.set_input_files(tmp_path / name)
        expect(live).to_contain_text(said)
        assert len(acts.statements(second)) == 1
    choose.set_input_files(file)
    expect(live).to_contain_text("Taken in: 1 new statement; 0 stood here already.")
    expect(second.locator(".co-record")).to_contain_text(f"answered 2 of {acts.OF}")
    choose.set_input_files(file)
    expect(live).to_contain_text("Taken in: 0 new statements; 1 stood here already.")


@pytest.mark.parametrize("where", [UNIT, RECORD])
def test_a_record_of_version_1_is_taken_in_on_whichever_page_comes_first(site: str, open_page: Opener, watch: Watch, where: str) -> None:
    page = open_page(f"{site}/{where}")
    assert [address for address in watch.asked if "older.js" in address] == [], "nobody else loads what does so"
    older = OLDER.read_text("utf-8")
    acts.store(page, "counteroffer", older)
    page.reload()
    page.wait_for_function("localStorage.getItem('counteroffer') === null")
    assert {one["id"] for one in json.loads(older)["statements"]} <= {one["id"] for one in acts.statements(page)}
    here = page.locator(".bd-sidebar-primary nav a", has_text="Two offers").locator(".co-progress")
    expect(here).to_have_attribute("data-state", "read")
    page.goto(f"{site}/{UNIT}")
    expect(acts.note(page)).to_have_value("Who keeps the payroll?")
    assert watch.errors == []


TROUBLES = {"blocked": BLOCKED, "full": FULL}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_every_page_of_ones_own_works_when_nothing_is_kept(site: str, open_page: Opener, watch: Watch, trouble: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(TROUBLES[trouble])
    page.goto(f"{site}/{EXAM}")
    form = acts.draw_form(page)
    acts.fill_by_key(acts.item(page, form[0]))
    acts.hand_in(page)
    page.goto(f"{site}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text("This browser does not keep a record")
    page.goto(f"{site}/{UNIT}")
    page.get_by_text("Your note on this unit").click()
    acts.note(page).fill("A note")
    acts.note(page).blur()
    expect(page.locator(".co-note-box [role=status]")).to_contain_text("does not keep the note")
    assert watch.errors == []


def test_a_store_that_fills_up_keeps_what_it_holds_and_the_page_keeps_the_rest(site: str, open_page: Opener) -> None:
    """A real quota: the store is filled to the brim, and emptied again."""
    page = open_page(f"{site}/{UNIT}")
    names = acts.items(page)
    acts.answer(acts.item(page, names[0]))
    page.evaluate(
        """() => { let size = 1 << 22; let text = '';
        while (size) { try { localStorage.setItem('stuffing', text + 'x'.repeat(size)); text += 'x'.repeat(size) } catch { size >>= 1 } } }"""
    )
    acts.answer(acts.item(page, names[1]))
    expect(page.locator(".co-unkept")).to_contain_text("does not keep a record")
    assert len(acts.statements(page)) == 1
    page.evaluate("localStorage.removeItem('stuffing')")
    acts.answer(acts.item(page, names[2]))
    expect(page.locator(".co-unkept")).to_be_empty()
    assert len(acts.statements(page)) == 3


ODD: dict[str, tuple[str, Callable[[str], str], int]] = {
    "a piece cut short": (":log:0", lambda text: text[: len(text) // 2], 0),
    "a statement emptied": (":log:0", lambda text: json.dumps([*json.loads(text), {"id": 3}]), 2),
    "odd results": (":log:0", lambda text: text.replace('"scaled":1', '"scaled":"much"'), 2),
    "a head of nothing": (":head", lambda text: text[:5], 2),
    "a head without what it names": (":head", lambda _: json.dumps({"version": 2, "seq": "many", "pieces": 900}), 2),
    "a later version": (":head", lambda text: text.replace('"version":2', '"version":7'), 2),
}


@pytest.mark.parametrize("edit", ODD)
def test_an_edited_record_loses_nothing_that_can_be_read(site: str, open_page: Opener, watch: Watch, edit: str) -> None:
    page = open_page(f"{site}/{UNIT}")
    for name in acts.items(page)[:2]:
        acts.answer(acts.item(page, name))
    where, change, left = ODD[edit]
    ((key, before),) = [(key, text) for key, text in acts.stored(page).items() if key.endswith(where)]
    changed = change(before)
    assert changed != before
    acts.store(page, key, changed)
    for path in (UNIT, PRACTISE, EXAM, RECORD):
        page.goto(f"{site}/{path}")
        expect(page.locator(".co-live").first).to_be_visible()
    if left == 2 and edit != "a later version":
        expect(page.locator(".co-record")).to_contain_text("2 statements are stored")
    if edit not in ("a later version", "a head without what it names"):
        expect(page.locator(".co-record")).to_contain_text("could not be used")
    page.goto(f"{site}/{UNIT}")
    acts.answer(acts.item(page, acts.items(page)[2]))
    now = acts.stored(page)
    if edit in {"a piece cut short", "a later version"}:
        assert now[key] == changed, "what cannot be read is not written over"
    page.goto(f"{site}/{RECORD}")
    if edit != "a later version":
        expect(page.locator(".co-record")).to_contain_text(f"{left + 1} statement{'s are' if left else ' is'} stored")
    page.get_by_role("button", name="Wipe", exact=True).click()
    acts.agree(page, "Wipe")
    expect(page.locator(".co-record")).to_contain_text("Nothing is recorded yet")
    assert acts.stored(page) == {}
    assert watch.errors == []


def test_summary_prints_without_what_paper_cannot_use(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(acts.item(page, acts.items(page)[0]))
    page.goto(f"{site}/{RECORD}")
    page.emulate_media(media="print")
    record = page.locator(".co-record")
    expect(record.get_by_text("At a glance")).to_be_visible()
    expect(record.get_by_text("What is stored, and where")).to_be_visible()
    for words in ("Print this summary", "Take in a record", "See every statement"):
        expect(record.get_by_text(words)).to_be_hidden()
