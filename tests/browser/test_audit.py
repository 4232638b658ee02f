"""The audit as a learner uses it: filled in by keyboard, kept on the device, printed on two pages, its name told to nobody."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from counteroffer.course import Catalogue
from counteroffer.course.audit import LONGEST, Audit
from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.test_keyboard import focused, tab_to

AUDIT = "exercises/offer-audit.html"
NAME = "Women's livelihoods & return, Al-Nahr <district>"
PAGE = re.compile(rb"/Type /Page\b")


@pytest.fixture
def audit(course: Catalogue) -> Audit:
    assert course.audit
    return course.audit


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    """The book over http, and as a folder copied elsewhere."""
    return str(request.getfixturevalue("site" if request.param == "http" else "folder"))


def rows(page: Page) -> list[Locator]:
    return page.locator(".co-dimension").all()


def fill(page: Page, steps: dict[str, int], phase: str, name: str = NAME) -> None:
    """Give `steps` to rows by their ids, 4 to all others, with the pointer."""
    page.locator(".co-name input").fill(name)
    for row in rows(page):
        row.locator("input").nth(steps.get(str(row.get_attribute("data-dimension")), 4)).check()
    page.locator(f'.co-phase input[value="{phase}"]').check()


def print_report(page: Page) -> None:
    page.evaluate("() => { window.print = () => { window.printed = (window.printed || 0) + 1 } }")
    page.get_by_role("button", name="Print the report").click()
    assert page.evaluate("window.printed") == 1


def pages_of_pdf(page: Page) -> int:
    return len(PAGE.findall(page.pdf(prefer_css_page_size=True)))


def kept(page: Page) -> str:
    return str(acts.stored(page))


@pytest.mark.parametrize("width", [360, 1280])
def test_sheet_is_filled_in_by_keyboard_and_heard(site: str, open_page: Opener, watch: Watch, width: int) -> None:
    page = open_page(f"{site}/{AUDIT}", viewport={"width": width, "height": 800})
    status = page.locator(".co-audit > [role=status]")
    tab_to(page, page.locator(".co-name input"))
    page.keyboard.type(NAME)
    page.keyboard.press("Enter")
    assert page.url == f"{site}/{AUDIT}"
    for number, row in enumerate(rows(page), 1):
        tab_to(page, row.locator("input").first)
        page.keyboard.press("Space")
        for _ in range(number % 6):
            page.keyboard.press("ArrowDown")
        assert focused(page)["value"] == ["0", "1", "2", "3", "4", "unknown"][number % 6]
        expect(status).to_contain_text(f"{number} of 10 rows marked")
    expect(page.locator(".co-result svg")).to_have_count(0)
    tab_to(page, page.locator(".co-phase input").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(status).to_contain_text("Phase: Tamkin threshold. Ours is behind on")
    expect(page.locator(".co-result svg")).to_be_visible()
    assert status.text_content() == page.locator(".co-result .co-alt").text_content()
    tab_to(page, page.locator(".co-result summary"))
    page.keyboard.press("Enter")
    expect(page.locator(".co-result tbody tr")).to_have_count(10)
    tab_to(page, page.get_by_role("button", name="Clear the sheet"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert watch.errors == []


def test_sheet_is_kept_and_cleared(address: str, open_page: Opener, audit: Audit) -> None:
    page = open_page(f"{address}/{AUDIT}")
    fill(page, {"livelihood": 0, "care": 5}, "guerrilla")
    said = page.locator(".co-result .co-alt").text_content()
    page.reload()
    expect(page.locator(".co-name input")).to_have_value(NAME)
    assert page.locator(".co-result .co-alt").text_content() == said
    expect(page.locator(".co-result .co-gap h3")).to_have_text("2 Livelihood: behind by 3 steps")
    expect(page.locator(".co-result .co-gap")).to_contain_text(audit.dimensions[1].if_behind.text[:60])
    page.get_by_role("button", name="Clear the sheet").click()
    acts.agree(page, "Clear the sheet")
    assert "Al-Nahr" not in kept(page)
    page.reload()
    assert page.locator(".co-audit input:checked").count() == 0
    expect(page.locator(".co-name input")).to_have_value("")


def test_name_is_in_no_statement_and_no_request(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{AUDIT}")
    fill(page, {"livelihood": 0}, "state")
    made = acts.statements(page)
    assert [one["result"]["response"] for one in made] == ["phase[.]state"]
    assert "Al-Nahr" not in json.dumps(made)
    assert "Al-Nahr" in kept(page)
    print_report(page)
    page.goto(f"{site}/chapters/reference/my-progress.html")
    expect(page.locator(".co-record")).to_contain_text("Where does our offer lose?: 1 setting looked at")
    with page.expect_download() as download:
        page.locator(".co-record").get_by_role("button", name="Export (JSON)").click()
    assert "Al-Nahr" not in Path(download.value.path()).read_text(encoding="utf-8")
    assert not [url for url in watch.asked if "Nahr" in url or not url.startswith((site, "blob:"))]


def weight(audit: Audit, row: int, phase: str) -> int:
    """How much text a row brings into the report when ours is behind by most."""
    one = audit.dimensions[row]
    code = one.offer[phase]
    return len(one.anchors[0] + code.note + one.if_behind.text) + 25 * len(code.cite + one.if_behind.cite) if code.code else -1


@pytest.mark.parametrize("phase", ["guerrilla", "threshold", "state", "after-territory"])
def test_report_prints_on_two_pages(site: str, open_page: Opener, audit: Audit, phase: str) -> None:
    """With the three rows that bring the most text, and a name as long as the field takes."""
    page = open_page(f"{site}/{AUDIT}")
    most = sorted(range(10), key=lambda row: -weight(audit, row, phase))[:3]
    fill(page, {audit.dimensions[row].id: 0 for row in most}, phase, "W" * 80)
    print_report(page)
    assert page.locator(".co-report .co-gap").count() == 3
    assert pages_of_pdf(page) == 2
    assert page.locator(".co-report").count() == 0, "the report is gone after printing"
    expect(page.locator(".co-result svg")).to_be_visible()


# As much text as the models of course/audit.py let through.
FILL_UP = """longest => {
  const words = most => 'An affiliate there was more concerned with families than with weapons, we read. '.repeat(9).slice(0, most);
  const put = (selector, most) => document.querySelectorAll(selector).forEach(one => { one.firstChild.textContent = words(most); });
  put('.co-advice > p:not(.co-revisit)', longest.advice);
  put('.co-their-note', longest.note);
  document.querySelectorAll('.co-dimension label b').forEach(one => { one.nextSibling.textContent = ' ' + words(longest.anchor); });
  document.querySelectorAll('.co-label').forEach(one => { one.textContent = words(longest.label); });
  document.querySelector('[data-note=first] p').textContent = words(longest.first);
  document.querySelector('[data-note=limits] p').textContent = words(longest.limits);
}"""


def test_report_of_the_longest_texts_has_two_pages(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{AUDIT}")
    page.evaluate(FILL_UP, LONGEST)
    fill(page, {"security": 0, "livelihood": 0, "services": 0}, "guerrilla", "W" * 80)
    page.locator('.co-dimension[data-dimension="pardon"] input').first.check()
    print_report(page)
    assert pages_of_pdf(page) == 2


def test_browsers_own_print_gives_the_report_or_a_blank_sheet(site: str, open_page: Opener, audit: Audit) -> None:
    page = open_page(f"{site}/{AUDIT}")
    assert pages_of_pdf(page) > 2, "an empty sheet prints the sheet"
    fill(page, {"livelihood": 1}, "state")
    assert pages_of_pdf(page) == 2
    page.evaluate("() => { window.print = () => {} }")
    page.get_by_role("button", name="Print a blank sheet").click()
    page.emulate_media(media="print")
    assert page.locator(".co-report").count() == 0
    assert page.locator("input:checked").first.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    expect(page.locator(".co-result")).to_be_hidden()
    assert page.locator("button:not(.co-mark):visible").count() == 0  # the mark of a citation stays on paper
    for one in audit.dimensions:
        row = page.locator(f'[data-dimension="{one.id}"]')
        expect(row.locator(".co-advice p").first).to_be_visible()
        expect(row.locator(".co-theirs li").last).to_be_visible()


def test_report_shows_name_phase_and_gaps(site: str, open_page: Opener, audit: Audit) -> None:
    page = open_page(f"{site}/{AUDIT}")
    fill(page, {"livelihood": 0, "information": 2, "services": 0}, "state")
    print_report(page)
    page.emulate_media(media="print")
    first, second = page.locator(".co-report-page").all()
    expect(first).to_contain_text(NAME)
    expect(first).to_contain_text("State")
    expect(first.locator("svg")).to_be_visible()
    expect(second.locator("h3")).to_have_text(
        ["2 Livelihood: behind by 2 steps", "3 Basic services: behind by 1 step", "10 Information base: behind by 1 step"]
    )
    expect(first).to_contain_text(audit.limits)
    expect(second).to_contain_text(audit.first)
    expect(page.locator("article")).to_be_hidden()
    page.emulate_media(media="screen")
    page.keyboard.press("Shift")
    assert page.locator(".co-report").count() == 0


def test_sheet_is_whole_without_scripts(site: str, open_page: Opener, audit: Audit, watch: Watch) -> None:
    page = open_page(f"{site}/{AUDIT}", java_script_enabled=False)
    expect(page.locator(".co-audit .co-noscript")).to_be_visible()
    seen = " ".join(str(page.locator(".co-audit").text_content()).split())
    for one in audit.dimensions:
        for text in (one.means, *one.anchors, one.if_behind.text, *(code.note for code in one.offer.values())):
            assert text in seen, text
    expect(page.locator(".co-codes tbody tr")).to_have_count(10)
    expect(page.locator(".co-codes tbody tr").first).to_contain_text("2, uneven; kept")
    assert page.get_by_role("button", name="Print").count() == 0
    before = len(watch.asked)
    page.locator(".co-name input").fill(NAME)
    page.locator(".co-name input").press("Enter")
    page.locator(".co-dimension input").first.check()
    assert page.url == f"{site}/{AUDIT}"
    assert watch.asked[before:] == []


def test_right_to_left_mirrors_the_sheet_and_not_the_picture(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{AUDIT}", viewport={"width": 360, "height": 800})
    fill(page, {"livelihood": 0}, "state")
    page.evaluate("document.documentElement.dir = 'rtl'")
    radio, label = (page.locator(f".co-dimension .co-option {part}").first.bounding_box() for part in ("input", "label"))
    assert radio
    assert label
    assert radio["x"] > label["x"]
    assert page.locator(".co-result svg").evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_other_pages_do_not_load_its_script(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/chapters/part-4/audit-your-programme.html")
    page.goto(f"{site}/exercises/phase-map.html")
    assert not [url for url in watch.asked if "audit.js" in url]
    page.goto(f"{site}/{AUDIT}")
    assert [url for url in watch.asked if "audit.js" in url]


def test_links_of_the_sheet_lead_to_sections_and_sources(book: Path, site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{AUDIT}")
    links = page.locator(".co-audit a")
    found = {str(link.evaluate("one => one.href")).removeprefix(site) for link in links.all()}
    assert len(found) > 50
    for link in found:
        path, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in (book / path.lstrip("/")).read_text(encoding="utf-8"), link
