"""An examination in a real browser: with scripts on and off, on two devices, without a line, by keyboard, on a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from counteroffer.web.bundle import HERE

pytest.importorskip("django", reason="Left out: the examination server, whose packages (counteroffer[server]) are missing")

from tests.browser.conftest import Opener, Watch
from tests.browser.test_every_page import violations
from tests.server.live import PASSWORD, browser, command, create, post, served

NUMBER = 8


@dataclass
class Room:
    """A served sitting that is open, and codes that nobody has used yet."""

    address: str
    codes: list[str]

    def enter(self, open_page: Opener, code: str | None = None, **options: object) -> Page:
        """A candidate's browser, at work; without a code somebody new."""
        page = open_page(self.address, **options)
        page.get_by_label("The code on your card").fill(code or self.codes.pop())
        page.keyboard.press("Enter")
        begin = page.get_by_role("button", name="Begin")
        expect(begin.or_(page.locator(".co-item"))).to_be_visible()
        if begin.count():
            begin.click()
        expect(page.locator(".co-item")).to_have_count(1)
        return page


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("exam")
    codes = create(folder, "name,break_minutes\n" + "\n".join(f"Person {number},5" for number in range(NUMBER)))
    assert command("staff", folder / "exam", "ana").returncode == 0
    with served(folder) as (_, address), browser(address) as staff:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed="open")
        yield Room(address, codes)


@pytest.fixture(scope="module")
def axe() -> str:
    return (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def answer(page: Page) -> None:
    """Answer the one item of a page, in any way that is whole."""
    one = page.locator(".co-item")
    kind = one.get_attribute("data-kind")
    if kind in {"single", "multiple"}:
        one.locator("input").first.check()
    elif kind == "judgement":
        for rating in one.locator(".co-rating").all():
            rating.locator("input").first.check()
    elif kind == "ordering" and one.locator(".co-move").count():
        one.locator(".co-move:enabled").first.click()
    else:
        for place, select in enumerate(one.locator("select").all(), start=1):
            select.select_option(index=place)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_whole_sitting(room: Room, open_page: Opener, watch: Watch, scripts: bool) -> None:
    page = room.enter(open_page, java_script_enabled=scripts, viewport={"width": 360, "height": 700})
    for place in range(1, 6):
        expect(page.locator("h1")).to_have_text(f"Question {place} of 5")
        answer(page)
        if scripts:
            expect(page.locator(".co-kept")).to_have_text("All answers are kept.")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name=re.compile("Keep and (go on|review)")).click()
    expect(page.get_by_text("Not answered: none")).to_be_visible()
    expect(page.get_by_text("Half made, and not counted: none")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Your receipt:")).to_be_visible()
    assert watch.errors == []
    assert all(address.startswith((room.address, "data:")) for address in watch.asked)


def test_what_is_answered_stands_after_a_reload_and_on_another_device(room: Room, open_page: Opener) -> None:
    code = room.codes.pop()
    page = room.enter(open_page, code)
    page.goto(f"{room.address}/sit/all/")
    single = page.locator('[data-item="cert-single"]')
    single.locator('input[value="third"]').check()
    ordering = page.locator('[data-item="cert-ordering"]')
    ordering.locator(".co-move:enabled").first.click()
    page.locator('[data-item="cert-matching"] select').first.select_option("two")
    order = [entry.get_attribute("data-option") for entry in ordering.locator(".co-entry").all()]
    expect(page.locator(".co-kept").first).to_have_text("All answers are kept.")
    expect(page.locator(".co-before")).to_contain_text(re.compile(r"Half made, and not counted: \d"))
    for again in (page, room.enter(open_page, code)):
        again.goto(f"{room.address}/sit/all/")
        expect(again.locator('[data-item="cert-single"] input[value="third"]')).to_be_checked()
        shown = [entry.get_attribute("data-option") for entry in again.locator('[data-item="cert-ordering"] .co-entry').all()]
        assert shown == order
        expect(again.locator(".co-before")).to_contain_text(re.compile(r"Half made, and not counted: \d"))


def test_two_devices_show_the_newer_answer(room: Room, open_page: Opener) -> None:
    code = room.codes.pop()
    first, second = room.enter(open_page, code), room.enter(open_page, code)
    for page in (first, second):
        page.goto(f"{room.address}/sit/all/")
    first.locator('[data-item="cert-single"] input[value="third"]').check()
    expect(first.locator(".co-kept").first).to_have_text("All answers are kept.")
    # a click alone: the newer answer may be back before anybody looks whether this one was taken
    second.locator('[data-item="cert-single"] input[value="this-one"]').click()
    expect(second.get_by_text("answered on another device")).to_be_visible()
    expect(second.locator('[data-item="cert-single"] input[value="third"]')).to_be_checked()
    second.locator('[data-item="cert-single"] input[value="this-one"]').check()
    expect(second.locator(".co-kept").first).to_have_text("All answers are kept.")


def test_without_a_line_nothing_is_called_kept_and_the_next_page_sends_it(room: Room, open_page: Opener) -> None:
    page = room.enter(open_page)
    page.goto(f"{room.address}/sit/all/")
    page.route("**/sit/save/", lambda route: route.abort())
    page.locator('[data-item="cert-single"] input[value="third"]').check()
    expect(page.locator(".co-kept").first).to_contain_text("not kept yet")
    page.unroute("**/sit/save/")
    page.reload()
    expect(page.locator('[data-item="cert-single"] input[value="third"]')).to_be_checked()
    expect(page.locator(".co-kept").first).to_have_text("All answers are kept.")
    assert page.evaluate("localStorage.length") == 0


def test_axe_finds_nothing_and_a_break_hides_the_questions(room: Room, open_page: Opener, axe: str) -> None:
    page = open_page(room.address)
    assert violations(page, axe) == []
    page = room.enter(open_page)
    assert violations(page, axe) == []
    page.goto(f"{room.address}/sit/all/")
    assert violations(page, axe) == []
    page.get_by_role("button", name="Take a break").click()
    expect(page.get_by_text("You are taking a break")).to_be_visible()
    assert page.locator(".co-item").count() == 0
    page.get_by_role("button", name="Go on with the examination").click()
    expect(page.locator(".co-item")).to_have_count(1)
    page.goto(f"{room.address}/sit/review/")
    assert violations(page, axe) == []
    page.goto(f"{room.address}/staff/")
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Examination").click()
    expect(page.get_by_role("cell", name="Person 0")).to_be_visible()
    assert violations(page, axe) == []


def test_by_keyboard_alone(room: Room, open_page: Opener) -> None:
    page = room.enter(open_page)
    for place in range(1, 6):
        if page.locator(".co-item").get_attribute("data-kind") == "multiple":
            break
        page.goto(f"{room.address}/sit/{place + 1}/")
    page.locator(".co-item input").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".co-kept")).to_have_text("All answers are kept.")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("Keep and"):
            break
    here = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != here)
