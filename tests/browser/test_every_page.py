"""Every page of the book: nothing asked of another origin, no script error, no barrier, nothing wider than the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from counteroffer.web.bundle import HERE, run_script
from tests.browser import acts
from tests.browser.conftest import Opener, Watch, pages_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def axe() -> str:
    if not (HERE / "node_modules/axe-core/axe.min.js").is_file():
        run_script("format")  # installs what package-lock.json names
    return (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def use_everything(page: Page) -> None:
    """Use every interactive on the page once."""
    for name in acts.items(page):
        acts.answer(acts.item(page, name))
    for control in page.locator(".co-controls input").all():
        control.check()
    for case in page.locator(".co-case").all():
        for card in case.locator(".co-decision:visible .co-card").all():
            card.locator("summary").click()
        case.locator(".co-decision:visible input[type=radio]").first.check()
        case.get_by_role("button", name="Decide").click()
        case.get_by_role("button", name="Go on").click()
    for folded in page.locator("details:visible > summary").all():
        folded.click()


def violations(page: Page, axe: str) -> list[str]:
    page.add_script_tag(content=axe)
    found: dict[str, Any] = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [f"{one['id']}: {node['html'][:120]} {node['any'][:1]}" for one in found["violations"] for node in one["nodes"]]


def test_no_page_asks_another_origin_or_throws(book: Path, site: str, folder: str, open_page: Opener, watch: Watch) -> None:
    pages = pages_of(book)
    assert len(pages) > 10
    page = open_page(site)
    for path in pages:
        page.goto(f"{site}/{path}")
        use_everything(page)
    assert len(watch.asked) > 3 * len(pages)
    assert [url for url in watch.asked if not url.startswith((site, "data:", "blob:"))] == []
    for path in pages:
        page.goto(f"{folder}/{path}")
        use_everything(page)
    assert [url for url in watch.asked if not url.startswith((site, "file:", "data:", "blob:"))] == []
    assert watch.errors == []


def test_no_foreign_address_is_left_in_what_pages_load(book: Path) -> None:
    wanted = [*book.rglob("*.js"), *book.rglob("*.css")]
    assert wanted
    hosts = ("unpkg", "jsdelivr", "cdnjs", "googleapis", "requirejs", "fontawesome", "mathjax", "thebe", "html-manager")
    for path in [*wanted, *book.rglob("*.html")]:
        text = path.read_text(encoding="utf-8").lower()
        assert not [host for host in hosts if host in text], path


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(book: Path, site: str, axe: str, open_page: Opener, width: int, scheme: str) -> None:
    page = open_page(site, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    found = {}
    for path in pages_of(book):
        page.goto(f"{site}/{path}")
        use_everything(page)
        found[path] = violations(page, axe)
    assert {path: list_ for path, list_ in found.items() if list_} == {}


def test_axe_finds_nothing_without_scripts_on_the_static_face(site: str, axe: str, open_page: Opener) -> None:
    """The page's own scripts are kept out; axe still runs."""
    page = open_page("about:blank", bypass_csp=True)
    page.route("**/*.js", lambda route: route.abort())
    for path in ("chapters/part-1/two-offers.html", "exercises/the-camp-empties.html", "exercises/phase-map.html"):
        page.goto(f"{site}/{path}")
        assert violations(page, axe) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_is_wider_than_the_window(book: Path, site: str, open_page: Opener, width: int) -> None:
    page = open_page(site, viewport={"width": width, "height": 800})
    for path in pages_of(book):
        page.goto(f"{site}/{path}")
        use_everything(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
