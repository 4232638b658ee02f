"""A deck in a browser: from a folder, by keyboard, on a phone, on paper; nothing asked of anybody, and no barrier."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from counteroffer.course import Catalogue
from counteroffer.course.workshop import Session
from counteroffer.handouts.slides import deck, write_slides
from tests.browser.conftest import Opener, Watch
from tests.browser.test_every_page import axe, violations  # noqa: F401 (a fixture)
from tests.handouts.test_room_and_slides import SESSION

WHERE = """() => [...document.querySelectorAll('.slide')].findIndex(one => {
  const box = one.getBoundingClientRect(); return box.top <= 8 && box.bottom > 8; })"""

TALL = "() => [...document.querySelectorAll('.slide')].map(one => [one.id, one.getBoundingClientRect().height])"
PICTURES = """() => [...document.querySelectorAll('.picture svg')].map(one => {
  const box = one.getBoundingClientRect(); return [box.width, box.height]; })"""


@pytest.fixture(scope="module")
def slides(course: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The deck of a session, and how many slides it has."""
    session = Session.model_validate(SESSION)
    led = replace(course, sessions={"two-offers": session})
    [path] = write_slides(led, tmp_path_factory.mktemp("slides"))
    return path, len(deck(led, session))


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (360, 740)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_keys_reach_every_slide_and_come_back(
    slides: tuple[Path, int],
    open_page: Opener,
    watch: Watch,
    axe: str,  # noqa: F811
    width: int,
    height: int,
    scheme: str,
) -> None:
    path, count = slides
    page = open_page(path.as_uri(), viewport={"width": width, "height": height}, color_scheme=scheme)
    seen = [page.evaluate(WHERE)]
    for key in ("ArrowRight", "PageDown") * (2 * count):
        page.keyboard.press(key)
        place = page.evaluate(WHERE)
        assert place - seen[-1] in {0, 1}, "no slide is passed over"
        seen.append(place)
    assert set(seen) == set(range(count))
    for _ in range(4 * count):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate(WHERE) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, axe) == []
    assert watch.errors == []
    assert [url for url in watch.asked if not url.startswith(("file:", "data:"))] == []


def test_links_turn_slides_with_scripts_off(slides: tuple[Path, int], open_page: Opener) -> None:
    path, count = slides
    page = open_page(path.as_uri(), java_script_enabled=False)
    for place in range(2, count + 1):
        page.locator(f"#s{place - 1} a[rel=next]").click()
        assert page.url.endswith(f"#s{place}")


def test_a_deck_prints_a_page_for_each_slide(slides: tuple[Path, int], open_page: Opener) -> None:
    path, count = slides
    page = open_page(path.as_uri())
    assert len(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) == count


def test_every_slide_fits_a_projector(course: Catalogue, tmp_path: Path, open_page: Opener) -> None:
    page = open_page("about:blank", viewport={"width": 1280, "height": 720})
    for path in write_slides(course, tmp_path):
        page.goto(path.as_uri())
        tall = page.evaluate(TALL)
        assert not [one for one in tall if one[1] > 721], f"{path.stem}: a clicker would scroll before it turns"
        # whatever stands on a slide is in sight, and pictures are as large as the wall allows
        for width, height in page.evaluate(PICTURES):
            assert max(width, height) >= 400


def test_the_links_of_a_slide_do_not_stand_on_the_wall(slides: tuple[Path, int], open_page: Opener) -> None:
    path, _count = slides
    page = open_page(path.as_uri(), viewport={"width": 1280, "height": 720})
    link = page.locator("#s1 a[rel=next]")
    assert link.evaluate("one => getComputedStyle(one).opacity") == "0"
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert link.evaluate("one => getComputedStyle(one).opacity") == "1"
