"""Pages that keep a record, and what one does with a record: begin a note, export, take in, wipe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import acts
from tests.browser.conftest import Watch

UNIT = "chapters/part-1/decisive-minorities.html"
OTHER = "chapters/part-1/two-offers.html"
PROBE = "chapters/part-0/where-do-you-stand.html"
CASE = "exercises/the-camp-empties.html"
MAP = "exercises/phase-map.html"
AUDIT = "exercises/offer-audit.html"
PRACTISE, EXAM = "chapters/practice/practise.html", "chapters/practice/examination.html"
RECORD = "chapters/reference/my-progress.html"
WELCOME = "chapters/part-0/welcome.html"

FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
# as a browser does that keeps nothing for any site; not on the page where a walk begins
REFUSED = """if (!location.pathname.endsWith("/licence.html")) for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
"""
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def beside(page: Page, watch: Watch) -> Page:
    """A second tab of the same browser."""
    return watch.follow(page.context.new_page())


def go_back_whole(page: Page, path: str) -> None:
    """Go back to a page that the browser kept whole, and know that it was."""
    # not by the driver, which waits for a page to load
    page.evaluate("() => void setTimeout(() => history.back())")
    page.wait_for_url(f"**/{path}", wait_until="commit")
    assert page.evaluate("window.whole") is True


def leave_whole(page: Page) -> None:
    """Mark the page, so that it is known again."""
    page.evaluate("() => { window.whole = true; }")


def left_behind(page: Page) -> dict[str, object]:
    """All that a browser keeps for the site beyond its tabs: whoever put it there."""
    return dict(page.evaluate("({storage: {...localStorage}, cookie: document.cookie})"))


NOTHING: dict[str, object] = {"storage": {}, "cookie": ""}


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
    said = page.locator(".co-record > [role=status]")
    expect(said).not_to_be_empty()
    return said
