"""The other faces of a page: scripts off, on paper in three modes, right to left."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.course import Catalogue
from counteroffer.course.cases import Case
from counteroffer.twin.text import inline
from tests.book.making import made
from tests.browser import acts
from tests.browser.conftest import Opener, Watch, serve

UNIT = "chapters/part-1/campaign-phases.html"
CASE = "exercises/the-camp-empties.html"


def text_of(page: Page) -> str:
    return " ".join(str(page.locator("main").first.text_content()).split())


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", inline(text))).split())


def test_check_can_be_read_without_scripts(site: str, open_page: Opener, course: Catalogue) -> None:
    page = open_page(f"{site}/{UNIT}", java_script_enabled=False)
    seen = text_of(page)
    for item in course.checks["campaign-phases"].items:
        assert plain(item.stem) in seen
        for remark in item.remarks():
            assert plain(remark.text) in seen
    folded = page.locator(".co-answer").first
    folded.locator("summary").click()
    expect(folded.locator(".co-why").first).to_be_visible()
    expect(page.get_by_role("button", name=acts.CHECK)).to_have_count(0)
    expect(page.locator(".co-frame:visible").nth(7)).to_be_visible()
    expect(page.locator(".co-controls").first).to_be_hidden()


def test_case_can_be_read_without_scripts(site: str, open_page: Opener, course: Catalogue) -> None:
    page = open_page(f"{site}/{CASE}", java_script_enabled=False)
    seen = text_of(page)
    for decision, choice in course.cases["the-camp-empties"].choices():
        assert plain(decision.question) in seen
        assert plain(choice.text) in seen
        assert plain(choice.consequence) in seen
    page.locator(".co-goto a").first.click()
    assert "#case-the-camp-empties-" in page.url


def test_record_page_says_why_it_is_empty_without_scripts(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/chapters/reference/my-progress.html", java_script_enabled=False)
    expect(page.locator(".co-noscript")).to_be_visible()


@pytest.fixture
def printed(site: str, open_page: Opener) -> Page:
    """A unit with answers given, on paper: window.print is kept from opening a dialogue, and the page stays as it was printed."""
    page = open_page(f"{site}/{UNIT}")
    for name in acts.items(page)[:2]:
        acts.answer(acts.item(page, name))
    page.evaluate("() => { window.print = () => { window.printed = (window.printed || 0) + 1 } }")
    page.emulate_media(media="print")
    return page


def print_as(page: Page, mode: str) -> None:
    page.emulate_media(media="screen")
    page.locator(".co-print summary").first.click()
    page.get_by_role("button", name=mode, exact=True).click()
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")


def test_print_without_answers(printed: Page) -> None:
    print_as(printed, "Without answers")
    expect(printed.locator(".co-item legend").first).to_be_visible()
    assert printed.locator(".co-why:visible").count() == 0
    assert printed.locator("input:checked:visible").count() == 0
    assert printed.locator("button:not(.co-mark):visible").count() == 0


def test_print_with_answers(printed: Page, course: Catalogue) -> None:
    print_as(printed, "With answers")
    remarks = sum(len(item.remarks()) for item in course.checks["campaign-phases"].items)
    assert printed.locator(".co-items .co-why:visible").count() == remarks
    assert printed.locator(".co-key:visible").count() == 0


def test_print_with_a_separate_key(printed: Page, course: Catalogue) -> None:
    print_as(printed, "With a separate key")
    remarks = sum(len(item.remarks()) for item in course.checks["campaign-phases"].items)
    assert printed.locator(".co-items .co-why:visible").count() == 0
    assert printed.locator(".co-key .co-why:visible").count() == remarks
    assert printed.locator(".co-key").evaluate("one => getComputedStyle(one).breakBefore") == "page"


def test_a_key_says_what_each_answer_is_about_in_its_own_words(printed: Page, course: Catalogue) -> None:
    print_as(printed, "With a separate key")
    named = [" ".join(str(one.text_content()).split()) for one in printed.locator(".co-key .co-of").all()]
    remarks = sum(len(item.remarks()) for item in course.checks["campaign-phases"].items)
    assert len(named) == remarks
    assert all(named)
    ordering = next(item for item in course.checks["campaign-phases"].items if item.kind == "ordering")
    assert plain(ordering.entries[0].text) in named
    expect(printed.locator(".co-paper-note").first).to_be_visible()


NUMBERS = """() => [...document.querySelectorAll('.co-check .co-pairs')].map(list => [...list.querySelectorAll('.co-pair')].map(one => {
  const { content, display } = getComputedStyle(one, '::before');
  return [content, display !== 'none', getComputedStyle(one).counterIncrement, getComputedStyle(list).counterReset];
}))"""


def test_lines_of_matching_are_numbered_on_paper_as_the_key_numbers_them(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/chapters/part-1/decisive-minorities.html")
    page.evaluate("() => { window.print = () => { window.printed = (window.printed || 0) + 1 } }")
    print_as(page, "With a separate key")
    lists = page.evaluate(NUMBERS)
    assert lists
    for found in lists:
        assert len(found) >= 3
        assert found == [['counter(pair) "."', True, "pair 1", "pair 0"]] * len(found), "a counter from 1"
    matching = page.locator('.co-check .co-item[data-kind="matching"]').first
    pairs = matching.locator(".co-pair").count()
    labels = matching.locator(".co-answer li[data-option] .co-for").all_text_contents()
    assert labels[:pairs] == [str(number) for number in range(1, pairs + 1)]


# Whether what follows stands among the decisions, and whether it stands in the part that is kept apart.
FOLLOWS = {
    "Decisions only": (False, False),
    "With what follows": (True, False),
    "With what follows on separate pages": (False, True),
}


def what_follows(case: Case) -> list[str]:
    """Every text of a case that tells what came, would come or really came of its decisions."""
    texts = [choice.consequence for _, choice in case.choices()]
    for ending in case.endings:
        texts += [ending.title, ending.better_for, ending.worse_for, *(part.text for part in ending.text)]
    for view in filter(None, (decision.view for decision in case.decisions)):
        texts += [view.because, view.dissent]
    texts += [rule.explains for rule in case.background]
    texts += [*case.debrief.simplified, *case.debrief.questions, *(one.why for one in case.debrief.cards_that_mattered)]
    return [plain(text) for text in [*texts, *(one.text for one in case.what_happened)]]


@pytest.mark.parametrize("way", FOLLOWS)
def test_a_case_is_printed_in_three_ways_that_differ(site: str, open_page: Opener, course: Catalogue, way: str) -> None:
    case = course.cases["the-camp-empties"]
    page = open_page(f"{site}/{CASE}")
    page.evaluate("() => { window.print = () => { window.printed = (window.printed || 0) + 1 } }")
    print_as(page, way)
    among, apart = (" ".join("\n".join(page.locator(part).all_inner_texts()).split()) for part in (".co-case", ".co-key"))
    assert [plain(decision.question) for decision in case.decisions if plain(decision.question) not in among] == []
    assert plain(case.brief) in among
    for seen, wanted in zip((among, apart), FOLLOWS[way], strict=True):
        assert [text for text in what_follows(case) if (text in seen) != wanted] == []


def test_printing_gives_the_page_back(printed: Page) -> None:
    print_as(printed, "With a separate key")
    printed.evaluate("window.dispatchEvent(new Event('afterprint'))")
    printed.emulate_media(media="screen")
    assert printed.locator(".co-key").count() == 0
    assert printed.locator('.co-item[data-result="right"]').count() == 2


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = Path(shutil.copytree(Path(__file__).parent.parent / "small", tmp_path_factory.mktemp("rtl") / "small"))
    yield from serve(made(root))


@pytest.mark.parametrize("width", [360, 1280])
def test_right_to_left_page_is_mirrored(small_site: str, open_page: Opener, watch: Watch, width: int) -> None:
    page = open_page(f"{small_site}/chapters/part-1/arabic.html", viewport={"width": width, "height": 800})
    html = page.locator("html")
    expect(html).to_have_attribute("dir", "rtl")
    expect(html).to_have_attribute("lang", "ar")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    radio, label = page.locator(".co-option input").first, page.locator(".co-option label").first
    assert box(radio)["x"] > box(label)["x"]
    if width == 1280:
        side, article = page.locator(".bd-sidebar-primary").first, page.locator("article").first
        assert box(side)["x"] > box(article)["x"]
    acts.answer(page.locator(".co-item").first)
    acts.decide(page, "wait-1")
    acts.go_on(page)
    assert acts.decision(page) == "step-2"
    assert watch.errors == []


def box(one: object) -> dict[str, float]:
    return one.bounding_box()  # type: ignore[attr-defined, no-any-return]
