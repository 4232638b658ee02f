"""Every page of candidates (from right to left, on a phone) and of staff: nothing for axe to find, nothing over the edge, and a walk by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.web.bundle import HERE

pytest.importorskip("django", reason="Left out: the examination server, whose packages (counteroffer[server]) are missing")

from counteroffer.translate.engine import engine_catalogue
from counteroffer.translate.pseudo import CODE, pseudo, write_pseudo
from tests.browser.conftest import Opener, Watch
from tests.browser.test_every_page import violations
from tests.browser.test_exam import answer
from tests.server.live import PASSWORD, browser, command, create, post, served

NARROW = {"width": 360, "height": 700}
AXE = HERE / "node_modules/axe-core/axe.min.js"


class Room:
    """A served sitting, its codes, and an examiner who acts in it."""

    def __init__(self, address: str, codes: list[str]) -> None:
        self.address, self.codes = address, codes
        self.staff = browser(address)
        post(self.staff, "/staff/", "/staff/", name="ana", password=PASSWORD)

    def act(self, deed: str, **more: str) -> None:
        done = post(self.staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed=deed, **more)
        assert done.status_code == 302, deed


@pytest.fixture(scope="module")
def created(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder with a sitting and its course, and the candidates' codes, for each test to copy."""
    folder = tmp_path_factory.mktemp("created") / "made"
    codes = create(folder, "name,language,break_minutes\n" + "\n".join(f"Person {one},{CODE},5" for one in range(1, 4)))
    write_pseudo(folder / "course", {"counteroffer": engine_catalogue()})
    for name in ("ana", "bo"):
        assert command("staff", folder / "exam", name).returncode == 0
    return folder, codes


@pytest.fixture
def room(created: tuple[Path, list[str]], tmp_path: Path) -> Iterator[Room]:
    made, codes = created
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    with served(tmp_path, "--root", tmp_path / "course") as (_, address):
        opened = Room(address, codes)
        yield opened
        opened.staff.close()


class Look:
    """What is wrong with pages, by their name."""

    def __init__(self, page: Page, direction: str) -> None:
        self.page, self.direction, self.found = page, direction, dict[str, list[str]]()

    def at(self, name: str, address: str = "") -> None:
        if address:
            self.page.goto(address)
        wrong = violations(self.page, AXE.read_text(encoding="utf-8"))
        if not self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            wrong.append("wider than the screen")
        if self.page.evaluate("getComputedStyle(document.documentElement).direction") != self.direction:
            wrong.append("runs the other way")
        if not self.page.title() or self.page.locator("h1").count() != 1:
            wrong.append("no title, or not one heading")
        self.found[name] = wrong


def enter(page: Page, code: str) -> None:
    page.get_by_label("The code on your card").fill(code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sit/**")


def test_pages_of_candidates(room: Room, open_page: Opener, watch: Watch) -> None:
    page = open_page(room.address, viewport=NARROW)
    site = room.address
    enter(page, room.codes[0])
    look = Look(page, "rtl")
    look.at("not open yet")
    look.at("trial", f"{site}/sit/trial/")
    page.get_by_role("button", name=pseudo("Send")).click()
    look.at("trial, sent")
    room.act("open")
    look.at("instructions", f"{site}/sit/")
    page.get_by_role("button", name=pseudo("Begin: your time starts")).click()
    expect(page.get_by_role("button", name=pseudo("Hide the time"))).to_be_visible()
    for place in range(1, 6):
        page.goto(f"{site}/sit/{place}/")
        expect(page.locator(".co-kept")).to_be_visible()
        look.at(f"question {place}")
    page.goto(f"{site}/sit/all/")
    expect(page.locator(".co-before")).to_be_visible()
    look.at("all questions")
    look.at("review", f"{site}/sit/review/")
    room.act("pause")
    look.at("paused", f"{site}/sit/1/")
    room.act("go-on")
    page.goto(f"{site}/sit/1/")
    page.get_by_role("button", name=pseudo("Take a break")).click()
    look.at("break")
    page.get_by_role("button", name=pseudo("Go on with the examination")).click()
    room.act("extend", minutes="-30", number="1")
    look.at("time over", f"{site}/sit/1/")
    page.get_by_role("button", name=pseudo("Hand in")).click()
    look.at("receipt")
    room.act("annul", number="2", reason="A reason.")
    other = open_page(site, viewport=NARROW)
    enter(other, room.codes[1])
    second = Look(other, "rtl")
    second.at("annulled")
    assert look.found | second.found == {name: [] for name in look.found | second.found}
    assert watch.errors == []


def test_pages_of_staff_and_notices(room: Room, open_page: Opener) -> None:
    page = open_page(f"{room.address}/nowhere/", viewport=NARROW)
    look = Look(page, "ltr")
    look.at("no such page")
    look.at("door", room.address)
    page.get_by_label("The code on your card").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    look.at("a wrong code")
    look.at("log-in of staff", f"{room.address}/staff/")
    for password, name in (("wrong", "a wrong password"), (PASSWORD, "sittings")):
        page.get_by_label("Name").fill("bo")
        page.get_by_label("Password").fill(password)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Sittings") if password == PASSWORD else page.get_by_role("alert")).to_be_visible()
        look.at(name)
    look.at("a password of one's own", f"{room.address}/staff/password/")
    base = f"{room.address}/staff/sittings/sitting-1/"
    look.at("before it opens", base)
    look.at("log", f"{base}log/")
    room.act("open")
    with browser(room.address) as other:
        post(other, "/staff/", "/staff/", name="bo", password=PASSWORD)
        sheet = f"{base}paper/1/".removeprefix(room.address)
        html = other.get(sheet).text
        single = next(place for place in range(1, 6) if f'id="q{place}-hint">one of' in html)
        for reader, sign in ((room.staff, "A"), (other, "B")):
            assert post(reader, sheet, sheet, **{f"q{single}": sign}, go="done").status_code == 302
    look.at("where two differ", f"{base}paper/1/compare/")
    assert look.found == {name: [] for name in look.found}


def tab_to(page: Page, text: str) -> None:
    """Press the tab key until what says `text` has the focus, and shows that it has."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == text:
            seen = "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
            assert page.evaluate(f"({seen})(document.activeElement)"), f"nothing shows that {text} has the focus"
            return
    raise AssertionError(f"no way to {text} by keyboard")


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_card_to_the_receipt_by_keyboard(room: Room, open_page: Opener, scripts: bool) -> None:
    room.act("open")
    page = open_page(room.address, java_script_enabled=scripts, viewport=NARROW)
    if not scripts:
        # without scripts nothing can be asked about the focus: each button is reached by its access to the form
        enter(page, room.codes[0])
        page.get_by_role("button", name=pseudo("Begin: your time starts")).press("Enter")
        for place in range(1, 6):
            page.wait_for_url(f"**/sit/{place}/")
            answer(page)
            page.locator('button[value="next"]').press("Enter")
        page.get_by_role("button", name=pseudo("Hand in")).press("Enter")
        expect(page.locator("strong")).to_be_visible()
        return
    page.keyboard.press("Tab")
    page.keyboard.type(room.codes[0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/sit/")
    tab_to(page, pseudo("Try a question that does not count"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/trial/")
    tab_to(page, pseudo("Back to the instructions"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sit/")
    tab_to(page, pseudo("Begin: your time starts"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sit/1/")
    tab_to(page, pseudo("Review and hand in"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/")
    tab_to(page, pseudo("Hand in"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipt/")
    tab_to(page, pseudo("Leave"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("The code on your card")).to_be_visible()
