"""A workshop's room in real browsers: one facilitator, a projector, eight people through a whole case, as the issue says when it is done."""

from __future__ import annotations

import csv
import gzip
import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.web.bundle import HERE, bundle

pytest.importorskip("django", reason="Left out: the room's server, whose packages (counteroffer[server]) are missing")

from tests.browser.conftest import Opener, Watch
from tests.browser.hands import looked, press, unfold, vote
from tests.browser.test_every_page import violations
from tests.server.room.live import served

PHONE = {"viewport": {"width": 360, "height": 640}}
HEAVIEST = 5000


@dataclass
class Room:
    """A served room. `votes` are what this test has had people vote: by question, round and option."""

    folder: Path
    address: str
    code: str
    key: str
    process: subprocess.Popen[str]
    open_page: Opener

    def phone(self, **options: object) -> Page:
        page = self.open_page(f"{self.address}/?code={self.code}", **PHONE, **options)
        page.get_by_role("button", name="Join").click()
        page.wait_for_url("**/here/")
        return page

    def lead(self) -> Page:
        return self.open_page(f"{self.address}/key/{self.key}/", **PHONE)

    def screen(self) -> Page:
        return self.open_page(f"{self.address}/key/{self.key}/screen/", viewport={"width": 1920, "height": 1080})


@pytest.fixture
def room(tmp_path: Path, open_page: Opener) -> Iterator[Room]:
    with served(tmp_path) as (process, address, code, key):
        yield Room(tmp_path, address, code, key, process, open_page)


@pytest.fixture(scope="module")
def axe() -> str:
    return (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def test_the_script_is_light() -> None:
    assert len(gzip.compress((bundle() / "room.js").read_bytes())) <= HEAVIEST


@pytest.mark.slow
def test_eight_people_a_paper_table_a_sleeping_phone_and_a_killed_server_play_a_whole_case(
    room: Room, open_page: Opener, watch: Watch
) -> None:
    lead, screen = room.lead(), room.screen()
    expect(screen.locator(".co-code")).to_have_text(room.code)
    phones = [room.phone() for _ in range(7)]
    plain = room.phone(java_script_enabled=False)
    expect(screen.get_by_text("8 phones are here")).to_be_visible()
    press(lead, "Begin")
    press(lead, "Go on")
    expect(phones[0].locator(".co-question")).to_have_text("What do you do on day 1?")
    press(lead, "Open: A letter")
    expect(screen.get_by_text("It names a date.")).to_be_visible()
    slow_decision(lead, screen, phones, plain)
    port = int(room.address.rpartition(":")[2])
    room.process.kill()
    room.process.wait()
    expect(screen.locator("[data-lost]")).to_be_visible(timeout=20_000)
    with served(room.folder, port) as (_, again, _, other):
        assert again == room.address
        for page in (screen, *phones):
            expect(page.locator("[data-lost]")).to_be_hidden(timeout=30_000)
        # somebody else takes over
        second = open_page(f"{room.address}/key/{other}/", **PHONE)
        fast_decisions(second, screen, phones)
        press(second, "Go on")
        expect(screen.locator("h1")).to_have_text("Half a door")
        expect(screen.get_by_text("Covered until the debrief")).to_be_visible()
        press(second, "To the debrief")
        press(second, "Uncover the hidden meter")
        expect(phones[0].get_by_text("Pull of the other offer").first).to_be_visible()
        exactly_the_votes_cast(second, room.address)
    assert [error for error in watch.errors if "ERR_" not in error and "Failed to load" not in error] == []
    assert all(address.startswith((room.address, "data:")) for address in watch.asked)


def slow_decision(lead: Page, screen: Page, phones: list[Page], plain: Page) -> None:
    """Alone, talk, again; one phone has no scripts, one sleeps meanwhile, and a table votes on paper."""
    press(lead, "Vote now")
    for place, page in enumerate(phones):
        vote(page, "A" if place < 5 else "B")
    plain.get_by_role("link", name="Look again").click()
    plain.get_by_role("radio", name=re.compile("^B ")).check()
    plain.get_by_role("button", name="Vote").click()
    expect(plain.get_by_text("Your vote is kept.")).to_be_visible()
    expect(screen.get_by_text("8 votes are in")).to_be_visible()
    for page in (screen, lead, phones[0]):
        assert page.locator(".co-count").count() == 0, "nobody sees a count before the round is closed"
    screen.set_viewport_size({"width": 1280, "height": 720})
    below = "innerHeight - document.querySelector('.co-plain-options').getBoundingClientRect().bottom"
    assert screen.evaluate(below) > 0, "nobody stands at the projector to scroll to the last option"
    press(lead, "Close the round")
    expect(screen.locator(".co-state")).to_have_text("The round is closed.")
    press(lead, "Talk, then vote again")
    phones[6].context.set_offline(True)
    press(lead, "Vote again")
    expect(phones[0].get_by_text("Vote again, alone.").first).to_be_visible()
    for page in phones[:6]:
        vote(page, "B")
    unfold(lead, "Counts of hands or slips")
    lead.get_by_label("A", exact=True).fill("2")
    lead.get_by_label("B", exact=True).fill("1")
    press(lead, "Add these slips")
    expect(lead.get_by_text("3 slips are typed so far: A 2 · B 1 · – 0")).to_be_visible()
    expect(screen.get_by_text("9 votes are in")).to_be_visible()
    phones[6].context.set_offline(False)
    vote(phones[6], "A")
    press(lead, "Close the round")
    # the phone without scripts is missing, and three slips came
    expect(lead.get_by_text("4 people voted in one of the two rounds alone.")).to_be_visible()
    press(lead, "Show both counts")
    for page in (screen, lead, phones[0], phones[6]):
        expect(page.locator(".co-count")).to_have_text(["5", "3", "3", "7", "0", "0"])
    press(lead, "Go with most: B")
    expect(phones[3].get_by_text("They hear you on day 1.")).to_be_visible()


def fast_decisions(lead: Page, screen: Page, phones: list[Page]) -> None:
    """The other five: one vote, then its count."""
    for number in range(2, 7):
        press(lead, "Go on")
        press(lead, "Vote now")
        for place, page in enumerate(phones):
            vote(page, "A" if place < number else "B")
        press(lead, "Close the round")
        press(lead, "Show the count")
        expect(screen.locator(".co-count")).to_have_text([str(number), str(7 - number), "0"])
        press(lead, re.compile("Go with most"))


def exactly_the_votes_cast(lead: Page, address: str) -> None:
    """In the CSV and in the printed debrief."""
    table = lead.request.get(f"{address}/lead/counts.csv").text()
    counted = [(row["of"], row["round"], int(row["count"])) for row in csv.DictReader(io.StringIO(table))]
    first = [("step-1", number, count) for number, counts in (("1", (5, 3, 0)), ("2", (3, 7, 0))) for count in counts]
    later = [(f"step-{number}", "1", count) for number in range(2, 7) for count in (number, 7 - number, 0)]
    assert counted == first + later
    lead.goto(f"{address}/lead/debrief/")
    expect(lead.get_by_role("heading", name=re.compile("Another road"))).to_have_count(2)
    rows = lead.locator(".co-voted").first.locator("tbody tr").all_inner_texts()
    assert [re.findall(r"\d+", row) for row in rows] == [["5", "3"], ["3", "7"], ["0", "0"]]


def test_pages_fit_a_narrow_phone_and_axe_finds_nothing(room: Room, axe: str) -> None:
    lead, phone, screen = room.lead(), room.phone(), room.screen()
    door = room.open_page(room.address, **PHONE)

    def look(*pages: Page) -> None:
        for page in pages:
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
            assert violations(page, axe) == [], page.url

    look(door, lead, phone, screen)
    unfold(lead, "Ask something else")
    press(lead, "Mark apart")
    expect(phone.get_by_role("button", name="Vote")).to_be_visible()
    unfold(lead, "Counts of hands or slips")
    look(lead, phone, screen)
    press(lead, "Close the round")
    press(lead, "Show the count")
    expect(phone.locator(".co-state")).to_have_text("Fewer than five voted, so no count is shown.")
    press(lead, "Put it away")
    press(lead, "Begin")
    press(lead, "Go on")
    press(lead, "Vote now")
    expect(phone.get_by_role("radio").first).to_be_visible()
    look(lead, phone, screen)
    press(lead, re.compile("^5 minutes"))
    expect(screen.get_by_role("timer")).to_have_text(re.compile(r"^[45]:\d\d$"))
    screen.goto(f"{room.address}/screen/?theme=dark")
    look(screen)


def test_a_phone_is_used_by_keyboard_alone_and_keeps_its_focus(room: Room) -> None:
    lead, phone = room.lead(), room.phone()
    press(lead, "Begin")
    press(lead, "Go on")
    press(lead, "Vote now")
    expect(phone.get_by_role("radio").first).to_be_visible()
    looked(phone)
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("[data-said]")).to_contain_text("Your vote is kept.")
    assert phone.evaluate("document.activeElement.textContent") == "Vote"
    press(lead, "Close the round")
    expect(phone.locator("h1")).to_be_focused()
    expect(phone.locator("[data-live]")).to_contain_text("The round is closed.")


def test_a_phone_that_is_in_no_room_keeps_nothing_of_it(room: Room) -> None:
    phone, answer = room.phone(), "localStorage.setItem('answer', 'a'), sessionStorage.setItem('answer', 'a')"
    kept = "localStorage.length + sessionStorage.length"
    phone.evaluate(answer)
    phone.reload()
    assert phone.evaluate(kept) == 2
    phone.get_by_text("Leave, and what is kept").click()
    press(phone, "Leave this room")
    expect(phone.get_by_role("button", name="Join")).to_be_visible()
    assert phone.evaluate(kept) == 0
    # and by its script alone, where no header asks for it
    phone.evaluate(answer)
    phone.reload()
    assert phone.evaluate(kept) == 0
    assert "room-seat" not in {one["name"] for one in phone.context.cookies()}


def test_the_book_is_not_handed_to_phones_unless_that_was_asked_for(room: Room) -> None:
    phone = room.phone()
    assert phone.get_by_role("link", name="The book").count() == 0
    assert phone.request.get(f"{room.address}/book/").status == 404


def test_the_second_click_of_two_closes_nothing_and_what_is_typed_stays(room: Room) -> None:
    lead, phone = room.lead(), room.phone()
    press(lead, "Begin")
    press(lead, "Go on")
    expect(lead.get_by_role("button", name="Vote now")).to_be_visible()
    looked(lead)
    lead.evaluate(
        """() => new Promise(done => {
          const at = () => document.querySelector("[data-part=next] .co-primary");
          new MutationObserver((_, one) => { one.disconnect(); at().click(); done(); }).observe(
            document.querySelector("[data-part=next]"), { childList: true });
          at().click();
        })"""
    )
    vote(phone, "A")
    unfold(lead, "Counts of hands or slips")
    field = lead.get_by_label("A", exact=True)
    field.fill("7")
    phone.goto(f"{room.address}/here/")
    press(phone, re.compile("^Vote"))
    expect(lead.get_by_text("1 vote is in")).to_be_visible()
    room.phone()
    expect(lead.get_by_text("2 phones have joined.")).to_be_visible()
    expect(field).to_have_value("7")
    press(lead, "Add these slips")
    expect(lead.get_by_text("7 slips are typed so far: A 7 · B 0 · – 0")).to_be_visible()
    press(lead, "Close the round")
    expect(phone.locator(".co-state")).to_have_text("The round is closed.")
    phone.context.clear_cookies()
    lead.context.clear_cookies()
    press(lead, "Show the count")
    expect(lead.locator("[data-said]")).to_contain_text("join again")
