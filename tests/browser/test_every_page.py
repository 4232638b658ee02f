"""Every page of the book: nothing asked of another origin, no script error, no barrier, nothing wider than the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from counteroffer.web.bundle import HERE, run_script
from tests.browser.conftest import Opener, Watch, pages_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def axe() -> str:
    if not (HERE / "node_modules/axe-core/axe.min.js").is_file():
        run_script("format")  # installs what package-lock.json names
    return (HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


# Every control of the page used once, in the page itself: a course has a thousand of them.
USE = """() => {
  const press = (root, words) => [...root.querySelectorAll('button')].find(one => one.textContent.trim() === words)?.click();
  for (const item of document.querySelectorAll('[data-co] .co-item')) {
    for (const select of item.querySelectorAll('select')) { select.selectedIndex = 1; select.dispatchEvent(new Event('change', {bubbles: true})); }
    for (const box of item.querySelectorAll('input')) box.click();
    for (const button of item.querySelectorAll('.co-move')) button.click();
    press(item, 'Check answer');
  }
  for (const control of document.querySelectorAll('.co-controls input')) control.click();
  for (const group of document.querySelectorAll('.co-audit :is(.co-dimension, .co-phase)')) group.querySelectorAll('input')[2].click();
  for (const game of document.querySelectorAll('.co-case')) {
    const here = [...game.querySelectorAll('.co-decision')].find(one => one.getClientRects().length);
    here.querySelectorAll('.co-card summary').forEach(one => one.click());
    here.querySelector('input[type=radio]:enabled').click();
    press(here, 'Decide');
  }
  document.querySelectorAll('details:not([open]):not(.co-card) > summary').forEach(one => one.click());
  return [document.querySelectorAll('[data-co] .co-item').length, document.querySelectorAll('[data-co] .co-item[data-result]').length];
}"""


# Figures of which a part lies outside the box that holds them, where nobody can scroll to it.
CUT = """() => [...document.querySelectorAll('.co-frame')].filter(one => one.getClientRects().length).filter(one => {
  const hold = one.closest('.output');
  return hold && one.getBoundingClientRect().left < hold.getBoundingClientRect().left - 1;
}).map(one => one.dataset.setting)"""


def use_everything(page: Page) -> None:
    """Use every interactive on the page once, and see that each item took its answer."""
    items, answered = page.evaluate(USE)
    assert items == answered, page.url


def load(page: Page, axe: str) -> None:
    """Let the page have axe, once."""
    if page.evaluate("!('axe' in window)"):
        page.evaluate(axe)


def violations(page: Page, axe: str, *rules: str) -> list[str]:
    """What axe finds: by all rules of the WCAG tags, or by the rules that are named."""
    load(page, axe)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    found: dict[str, Any] = page.evaluate("only => axe.run(document, {runOnly: only, resultTypes: ['violations']})", only)
    return [f"{one['id']}: {node['html'][:120]} {node['any'][:1]}" for one in found["violations"] for node in one["nodes"]]


def test_no_foreign_address_is_left_in_what_pages_load(book: Path) -> None:
    wanted = [*book.rglob("*.js"), *book.rglob("*.css")]
    assert wanted
    hosts = ("unpkg", "jsdelivr", "cdnjs", "googleapis", "requirejs", "fontawesome", "mathjax", "thebe", "html-manager")
    for path in [*wanted, *book.rglob("*.html")]:
        text = path.read_text(encoding="utf-8").lower()
        assert not [host for host in hosts if host in text], path


def go_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_dark_is_dark(site: str, open_page: Opener) -> None:
    """The scheme that axe looks at by turns is really another."""
    page = open_page(f"{site}/chapters/index.html", color_scheme="light")
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    go_dark(page)
    assert page.evaluate(colour) != light


def test_axe_finds_nothing_without_scripts_on_the_static_face(site: str, axe: str, open_page: Opener) -> None:
    """The page's own scripts are kept out; axe still runs."""
    page = open_page("about:blank", bypass_csp=True)
    page.route("**/*.js", lambda route: route.abort())
    for path in (
        "chapters/part-1/two-offers.html",
        "exercises/the-camp-empties.html",
        "exercises/phase-map.html",
        "exercises/limbo.html",
        "exercises/offer-audit.html",
    ):
        page.goto(f"{site}/{path}")
        assert violations(page, axe) == []


WIDTHS = (1280, 360, 320)
# What decides whether a text can be told from its ground: its colour, whether it is large, how far it fades, and what it stands on. Up to three
# texts that are as none was before, of any page, are marked.
COLOURS = """seen => {
  const grounds = new Map();
  const ground = one => {
    if (!one) return '';
    if (!grounds.has(one)) {
      const {backgroundColor, backgroundImage} = getComputedStyle(one);
      const covers = backgroundImage === 'none' && backgroundColor.startsWith('rgb(');
      const own = [backgroundColor, backgroundImage].filter(said => !['rgba(0, 0, 0, 0)', 'none'].includes(said));
      grounds.set(one, covers ? backgroundColor : [...own, ground(one.parentElement)].filter(Boolean).join(' on '));
    }
    return grounds.get(one);
  };
  const faded = one => one ? getComputedStyle(one).opacity * faded(one.parentElement) : 1;
  const says = one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const found = new Map();
  for (const one of document.body.querySelectorAll('*')) {
    one.removeAttribute('data-new-colours');
    if (!says(one) || !one.getClientRects().length) continue;
    const {color, fontSize, fontWeight} = getComputedStyle(one);
    const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const look = [color, large, faded(one), ground(one)].join(', ');
    if (seen.includes(look)) continue;
    found.set(look, (found.get(look) ?? 0) + 1);
    if (found.get(look) <= 3) one.setAttribute('data-new-colours', '');
  }
  return [...found.keys()];
}"""


def news(page: Page, seen: set[str]) -> bool:
    """Whether a page shows a text in colours that no page before it had: what was found well of one text is so of all that have its colours."""
    new: list[str] = page.evaluate(COLOURS, sorted(seen))
    seen.update(new)
    return bool(new)


def faults(page: Page, axe: str, *, contrast: bool) -> list[str]:
    """What axe finds; contrast, which costs most, of the marked texts, where there are some."""
    load(page, axe)
    most = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"color-contrast": {"enabled": False}}}
    runs = [("document", most)]
    if contrast:
        runs.append(("{include: [['[data-new-colours]']]}", {"runOnly": {"type": "rule", "values": ["color-contrast"]}}))
    found = [
        one
        for what, options in runs
        for one in page.evaluate(f"options => axe.run({what}, options)", options | {"resultTypes": ["violations"]})["violations"]
    ]
    return [f"{page.url}: {one['id']}: {node['html'][:120]} {node['any'][:1]}" for one in found for node in one["nodes"]]


def test_no_page_is_wider_than_the_window_asks_another_origin_or_throws_and_axe_finds_nothing(
    book: Path, site: str, axe: str, open_page: Opener, watch: Watch
) -> None:
    """Each page narrow; wide as well where it has texts in colours or a size that no page before it had, and with the contrast of these.

    As it is served; each page of a folder is used by the test of large letters, which holds it to the same.
    """
    page = open_page(f"{site}/chapters/index.html")
    pages = pages_of(book)
    found: list[str] = []
    light, dark = set[str](), set[str]()
    for path in pages:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(f"{site}/{path}")
        use_everything(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert page.evaluate(CUT) == [], path
            if width == WIDTHS[0] and news(page, light):
                found += faults(page, axe, contrast=True)
            elif width == WIDTHS[1]:
                go_dark(page)
                found += faults(page, axe, contrast=news(page, dark))
    assert found == []
    assert len(watch.asked) > 3 * len(pages) > 100
    assert [url for url in watch.asked if not url.startswith((site, "data:", "blob:"))] == []
    assert watch.errors == []
