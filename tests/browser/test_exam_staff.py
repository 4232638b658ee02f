"""The staff's pages in a real browser, narrow and without scripts: a sitting made by keyboard, a sheet entered by two, nothing for axe to find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.web.bundle import HERE

pytest.importorskip("django", reason="Left out: the examination server, whose packages (counteroffer[server]) are missing")

from tests.browser.conftest import Opener
from tests.browser.test_every_page import violations
from tests.server.live import PASSWORD, command, create, served

NARROW = {"width": 360, "height": 700}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("staff")
    create(folder, "name\nAna\n")
    for name in ("ana", "bo"):
        assert command("staff", folder / "exam", name).returncode == 0
    with served(folder, "--bank", folder / "bank", "--root", folder / "course", "--blueprint", folder / "blueprint.yml") as (_, found):
        yield found


@pytest.fixture(scope="module")
def axe() -> str:
    return (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def log_in(open_page: Opener, address: str, name: str, **options: object) -> Page:
    page = open_page(address + "/staff/", viewport=NARROW, **options)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sittings")).to_be_visible()
    return page


def by_keyboard(page: Page, *typed: str) -> None:
    """Type into one field after another, from the one that has the focus."""
    for text in typed:
        page.keyboard.type(text)
        page.keyboard.press("Tab")


def test_from_the_list_to_an_answer_sheet(address: str, open_page: Opener) -> None:
    page = log_in(open_page, address, "ana", java_script_enabled=False)
    page.get_by_role("link", name="Make a sitting").click()
    page.get_by_label("Short name").focus()
    by_keyboard(page, "by-keys", "Made by keyboard", "blueprint.yml", "bank")
    # the number that stands there is replaced
    page.keyboard.press("ControlOrMeta+a")
    by_keyboard(page, "1", "a seed")
    page.get_by_label("Candidates, a line each").fill("name\nBea\n")
    page.get_by_role("button", name="Make the sitting").click()
    expect(page.get_by_role("heading", name="Made by keyboard")).to_be_visible()
    page.get_by_role("button", name="Open").click()
    page.get_by_role("link", name="Paper").click()
    other = log_in(open_page, address, "bo", java_script_enabled=False)
    for reader, last in ((page, "A"), (other, "B")):
        reader.goto(f"{address}/staff/sittings/by-keys/paper/")
        reader.get_by_role("link", name="Enter the sheet").click()
        hints = reader.locator("[id$=hint]").all_inner_texts()
        single = next(place for place, hint in enumerate(hints, start=1) if hint.startswith("one of"))
        reader.locator("#q1").focus()
        by_keyboard(reader, *(last if place == single else "" for place in range(1, len(hints) + 1)))
        # from the last field on: keep for now, all is entered
        reader.keyboard.press("Tab")
        reader.keyboard.press("Enter")
        expect(reader.get_by_role("heading", name="Made by keyboard: Paper")).to_be_visible()
    other.get_by_role("link", name="Settle where they differ").click()
    expect(other.locator("tbody tr")).to_have_count(1)
    other.get_by_label(re.compile(r"^\d$")).fill("b")
    other.keyboard.press("Enter")
    expect(other.get_by_role("row", name="1 1 submitted ana, bo")).to_be_visible()


def test_axe_finds_nothing_and_nothing_runs_over_the_edge(address: str, open_page: Opener, axe: str) -> None:
    page = log_in(open_page, address, "ana")
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        found[name] = violations(page, axe)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name

    page.goto(address + "/staff/new/")
    look("new")
    for label in ("Short name", "Title"):
        page.get_by_label(label).fill("?")
    page.get_by_role("button", name="Make the sitting").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look("new, with faults")
    base = address + "/staff/sittings/sitting-1/"
    page.goto(base)
    look("watch")
    page.get_by_role("button", name="Make cards").click()
    look("cards")
    page.goto(base)
    page.get_by_role("button", name="Open").click()
    page.goto(base + "paper/")
    look("paper")
    page.goto(base + "paper/1/")
    page.locator("#q1").fill("ZZZZ")
    page.get_by_role("button", name="All is entered").click()
    look("sheet, with faults")
    page.goto(base + "paper/form/1/")
    look("form")
    assert found == {name: [] for name in found}
