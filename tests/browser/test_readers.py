"""Readers whom the usual window hides: a phone, large letters, forced colours, a locked frame, one file without its folder."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from counteroffer.course import Catalogue
from tests.browser import acts
from tests.browser.conftest import ARGUMENTS, Opener, Watch, executable, pages_of
from tests.browser.test_every_page import use_everything

PHONE = {"viewport": {"width": 390, "height": 800}}
PROBE, UNIT = "chapters/part-0/where-do-you-stand.html", "chapters/part-1/decisive-minorities.html"
ORDERING = "chapters/part-1/campaign-phases.html"
CASE = "exercises/the-camp-empties.html"
CHART = "chapters/part-3/mosul.html"
AUDIT, MAP = "exercises/offer-audit.html", "exercises/phase-map.html"

WHOLE = "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"


def said_in_view(live: Locator) -> None:
    """What was said is there, and all of it can be seen."""
    expect(live).not_to_be_empty()
    assert live.evaluate(WHOLE), live.evaluate("one => one.getBoundingClientRect().top")


@pytest.mark.parametrize("kind", ["single", "multiple", "judgement", "matching", "ordering"])
def test_what_an_item_says_is_in_view_on_a_phone(site: str, open_page: Opener, kind: str) -> None:
    page = open_page(f"{site}/{ORDERING if kind == 'ordering' else UNIT}", **PHONE)
    one = page.locator(f'.co-item[data-kind="{kind}"]').first
    check = one.get_by_role("button", name=acts.CHECK)
    if kind != "ordering":
        check.click()
        said_in_view(one.locator("[role=status]"))
        assert one.evaluate("one => one.contains(document.activeElement) && document.activeElement.matches('input, select')")
    acts.fill_by_key(one)
    check.click()
    said_in_view(one.locator("[role=status]"))
    assert check.evaluate("one => one === document.activeElement"), "the focus stays"


def test_the_questionnaire_comes_before_a_long_list_of_objectives(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{PROBE}", **PHONE)
    objectives = page.locator(".co-unit details")
    expect(objectives.locator("summary")).to_have_text("After this unit you can: 12 objectives")
    expect(objectives.locator("li").first).to_be_hidden()
    assert page.locator(".co-item").first.evaluate("one => one.getBoundingClientRect().top < 2 * innerHeight")
    objectives.locator("summary").click()
    expect(objectives.locator("li:visible")).to_have_count(12)


def test_who_tries_again_sees_what_the_question_is_about(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}", viewport={"width": 360, "height": 740})
    for one in page.locator('.co-item[data-kind="single"]:has(.co-vignette)').all():
        acts.answer(one)
        one.get_by_role("button", name=acts.AGAIN).click()
        assert acts.led_to(page) == one.get_attribute("data-item")
        assert page.evaluate(f"({WHOLE})(document.activeElement)"), "the focus is seen too"


def test_what_a_case_says_is_in_view_on_a_phone(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{CASE}", **PHONE)
    here = page.locator(".co-decision:visible").first
    here.get_by_role("button", name="Decide").click()
    said = here.locator("> [role=status]")
    said_in_view(said)
    cards = here.locator(".co-card summary")
    for place in range(cards.count()):
        cards.nth(place).click()
        said_in_view(said)
    expect(said).to_have_text("You have no time left to open more here.")


def test_a_reload_does_not_move_the_page_to_an_old_answer(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}", **PHONE)
    acts.answer(page.locator('.co-item[data-kind="single"]').first)
    page.goto(f"{site}/chapters/index.html")
    page.goto(f"{site}/{UNIT}")
    expect(page.locator('[data-result="right"]')).to_have_count(1)
    assert page.evaluate("scrollY") == 0


def test_nothing_shows_above_the_bar_of_the_examination(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/chapters/practice/examination.html", **PHONE)
    acts.draw_form(page)
    page.locator(".co-exam .co-item").nth(5).scroll_into_view_if_needed()
    bar = page.locator(".co-exam-top")
    assert bar.evaluate("one => one.getBoundingClientRect().top") == 0
    assert bar.evaluate("one => { const box = one.getBoundingClientRect(); return one.contains(document.elementFromPoint(box.x + 9, 1)); }")


def test_a_closed_list_writes_out_what_was_chosen(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}", **PHONE)
    one = page.locator('.co-item[data-kind="matching"]').first
    one.locator("select").first.select_option(index=2)
    second = str(one.locator(".co-choices > li").nth(1).text_content())
    expect(one.locator(".co-pair").first.locator(".co-picked")).to_have_text(second)
    page.reload()
    expect(one.locator(".co-pair").first.locator(".co-picked")).to_have_text(second)
    one.locator("select").first.select_option(index=0)
    expect(one.locator(".co-picked")).to_have_count(0)


# Of the pictures that can be seen: the smallest letters in pixels, whether the keyboard reaches what scrolls, and whether the page itself scrolls.
PICTURES = """() => {
  const seen = [...document.querySelectorAll('.co-frame > svg')].filter(svg => svg.getClientRects().length);
  return {
    count: seen.length,
    letters: Math.min(...seen.flatMap(svg => [...svg.querySelectorAll('text')].map(
      one => parseFloat(getComputedStyle(one).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))),
    reached: seen.every(svg => svg.parentElement.scrollWidth <= svg.parentElement.clientWidth || svg.parentElement.tabIndex === 0),
    sideways: document.documentElement.scrollWidth > innerWidth,
  };
}"""


def legible(page: Page) -> None:
    found = page.evaluate(PICTURES)
    assert found["count"] >= 1, page.url
    assert found["letters"] >= 12, page.url
    assert found["reached"], page.url
    assert not found["sideways"], page.url


@pytest.mark.parametrize("width", [360, 390])
def test_the_letters_of_charts_explorers_and_the_audit_are_large_enough_on_a_phone(
    book: Path, site: str, open_page: Opener, course: Catalogue, width: int
) -> None:
    page = open_page(f"{site}/{AUDIT}", viewport={"width": width, "height": 800})
    for place, row in enumerate(page.locator(".co-dimension").all()):
        row.locator("input").nth(place % 6).check()
    page.locator(".co-phase input").first.check()
    legible(page)
    drawn: dict[str, list[str]] = {name: [] for name in ("co-chart", "co-explorer")}
    for path in pages_of(book):
        for name, pages in drawn.items():
            if re.search(f'class="co[^"]* {name}[ "]', (book / path).read_text(encoding="utf-8")):
                pages.append(path)
    assert len(drawn["co-chart"]) >= 7
    assert len(drawn["co-explorer"]) >= len(course.explorers)
    for path in sorted({*drawn["co-chart"], *drawn["co-explorer"]}):
        page.goto(f"{site}/{path}")
        legible(page)
        for last in page.locator("[data-control] .co-option:last-of-type input[type=radio]:visible").all():
            last.check()
            legible(page)


def test_another_setting_shows_the_part_of_the_picture_that_was_looked_at(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{MAP}", **PHONE)
    frame = page.locator(".co-frame:visible")
    frame.evaluate("one => { one.scrollLeft = 60 }")
    before = frame.get_attribute("data-setting")
    page.get_by_role("radio", name="With what").check()
    assert frame.get_attribute("data-setting") != before
    assert frame.evaluate("one => one.scrollLeft") == 60


def test_pictures_have_colours_under_a_strict_policy(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{CHART}")
    policy = page.request.get(f"{site}/{CHART}").headers["content-security-policy"]
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
    fills = page.evaluate("[...document.querySelectorAll('.co-chart text, .co-chart path')].map(one => getComputedStyle(one).fill)")
    assert len(set(fills) - {"rgb(0, 0, 0)", "none"}) >= 3
    assert watch.errors == []


LARGEST = 32
SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"


@pytest.fixture(scope="module", params=[20, LARGEST])
def large(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a narrow phone whose reader has set this default size of letters."""
    setting = f"--blink-settings=defaultFontSize={request.param}"
    browser = chromium.browser_type.launch(executable_path=executable(), args=[*ARGUMENTS, setting])
    page = browser.new_page(viewport={"width": 360, "height": 800})
    assert page.evaluate(SIZE) == request.param
    yield page
    browser.close()


OUTSIDE = """() => [...document.querySelectorAll('.bd-header :is(a, button)')].filter(one => {
  const box = one.getBoundingClientRect();
  return one.getClientRects().length && (box.left < 0 || box.right > innerWidth || box.width < 24 || box.height < 24);
}).map(one => one.className)"""


def test_large_letters_never_scroll_a_page_of_a_folder_sideways_and_none_asks_another_origin_or_throws(
    book: Path, folder: str, large: Page, watch: Watch
) -> None:
    """Each page as it is served is used by the test of every page."""
    wide = {}
    watch.follow(large)
    # what fits the largest letters fits smaller ones: of these a sixth of the pages is looked at
    pages = pages_of(book)[:: 1 if large.evaluate(SIZE) == LARGEST else 6]
    for path in pages:
        large.goto(f"{folder}/{path}")
        use_everything(large)
        if large.evaluate("document.documentElement.scrollWidth > innerWidth") or large.evaluate(OUTSIDE):
            wide[path] = large.evaluate(OUTSIDE)
    assert wide == {}
    assert len(watch.asked) > 3 * len(pages) > 30
    assert [url for url in watch.asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert watch.errors == []


def test_the_head_is_one_row_on_a_phone(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}", viewport={"width": 360, "height": 800})
    tops = "[...document.querySelectorAll('.bd-header > *')].filter(one => one.getClientRects().length).map(one => one.offsetTop)"
    assert len(set(page.evaluate(tops))) == 1, "the way out stands beside the others"


def test_forced_colours_leave_meters_and_choices_visible(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{CASE}", forced_colors="active")
    bar, ground = page.evaluate(
        """() => { const bar = document.querySelector('.co-bar');
        return [getComputedStyle(bar, '::before').backgroundColor, getComputedStyle(bar).backgroundColor]; }"""
    )
    assert bar != ground
    option = page.locator(".co-decision:visible .co-option").first
    option.locator("input").check()
    assert option.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.fixture
def plain_site(book: Path) -> Iterator[str]:
    """The book from a server without headers of ours, which forbid a frame."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(book))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_frame_that_may_only_run_scripts_is_no_hindrance(plain_site: str, chromium: Browser) -> None:
    page = chromium.new_page()
    for path in (UNIT, CASE, "search.html"):
        page.set_content(f'<iframe sandbox="allow-scripts" src="{plain_site}/{path}" width="900" height="800"></iframe>')
        frame = page.frame_locator("iframe")
        if path == UNIT:
            one = frame.locator('.co-item[data-kind="single"]').first
            acts.fill_by_key(one)
            one.get_by_role("button", name=acts.CHECK).click()
            expect(one).to_have_attribute("data-result", "right")
            frame.get_by_role("search").get_by_role("searchbox").fill("tamkin")
            frame.get_by_role("search").get_by_role("button").click()
            expect(frame.locator(".co-found a").first).to_be_visible()
        elif path == CASE:
            here = frame.locator(".co-decision").first
            here.locator("input:enabled").first.check()
            here.get_by_role("button", name="Decide").click()
            expect(frame.get_by_role("button", name="Go on")).to_be_visible()
        else:
            frame.locator(".co-find-page input").fill("2014")
            frame.locator(".co-find-page button").click()
            expect(frame.locator(".co-found a").first).to_be_visible()
    page.close()


def test_one_file_without_its_folder_says_so_and_can_be_read(book: Path, tmp_path: Path, open_page: Opener, site: str) -> None:
    alone = shutil.copy(book / UNIT, tmp_path / "page.html")
    page = open_page(Path(alone).as_uri(), **PHONE)
    expect(page.locator(".co-alone")).to_be_visible()
    assert page.locator(".co-alone").evaluate(WHOLE)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.co-icon')].map(one => one.getBoundingClientRect()).map(box => Math.max(box.width, box.height))"
    )
    assert max(sizes) <= 24
    page.goto(f"{site}/{UNIT}")
    expect(page.locator(".co-alone")).to_be_hidden()
