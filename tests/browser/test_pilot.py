"""A sheet of a pilot in a real browser: from a folder, by keyboard, saved as the file that the leader reads."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from counteroffer.course import load_course
from counteroffer.pilot.answers import read_answers
from tests.browser.conftest import Watch
from tests.exam.sitting import handed_out

ABOUT = {"sitter": "a 1", "who": "person", "group": "outsider", "date": "2026-11-28"}


def test_answers_are_typed_and_saved_as_they_are_read(chromium: Browser, small: Path) -> None:
    course = load_course(small)
    folder = small / "pilot"
    sheet = handed_out(course, folder)
    place = next(one.number for one in sheet.questions if one.kind == "single")
    watch = Watch()
    page = watch.follow(chromium.new_page(viewport={"width": 360, "height": 740}))
    page.goto((folder / "sheet.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for name, said in ABOUT.items():
        page.locator(f"#about-{name}").fill(said)
    page.get_by_label("Your answer. Write one letter").fill("b")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the answers").press("Enter")
    saving.value.save_as(folder / "returned" / saving.value.suggested_filename)
    assert saving.value.suggested_filename == "answers-a-1.csv"
    (one,) = read_answers(folder, sheet)
    assert (one.sitter, one.group, one.answers[place]) == ("a 1", "outsider", sheet.questions[place - 1].options[1])
    assert sum(answer is not None for answer in one.answers.values()) == 1
    assert watch.errors == []
    assert [address for address in watch.asked if not address.startswith(("file:", "blob:"))] == []


def test_a_sheet_without_scripts_can_still_be_written_on(chromium: Browser, small: Path) -> None:
    handed_out(load_course(small), small / "pilot")
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((small / "pilot/sheet.html").as_uri())
        assert page.locator("section").count() == 5
        assert page.locator("section input").count() == 5
        assert not page.get_by_role("button").count(), "what would not work is not there"
