"""Pages in a longer language from right to left: what the script says too, nothing wider than a phone, no barrier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from counteroffer.translate.pseudo import CODE, pseudo
from tests.book.untouched import untouched
from tests.browser.conftest import Opener, Watch, serve
from tests.browser.test_every_page import axe, violations  # noqa: F401 (a fixture)

# Every item answered and checked, the case begun, every setting looked at, by the words of the language.
USE = """words => {
  // samples are there to be read
  const ITEMS = '.co-item:not(.co-samples *)';
  const press = (root, word) => [...root.querySelectorAll('button')].find(one => one.textContent.trim() === word)?.click();
  for (const item of document.querySelectorAll(ITEMS)) {
    for (const select of item.querySelectorAll('select')) { select.selectedIndex = 1; select.dispatchEvent(new Event('change', {bubbles: true})); }
    for (const box of item.querySelectorAll('input')) box.click();
    for (const button of item.querySelectorAll('.co-move')) button.click();
    press(item, words.check);
  }
  for (const control of document.querySelectorAll('.co-controls input')) control.click();
  for (const game of document.querySelectorAll('.co-case')) {
    const here = [...game.querySelectorAll('.co-decision')].find(one => one.getClientRects().length);
    here.querySelectorAll('.co-card summary').forEach(one => one.click());
    here.querySelector('input[type=radio]:enabled').click();
    press(here, words.decide);
  }
  document.querySelectorAll('details:not([open]):not(.co-card) > summary').forEach(one => one.click());
  return [document.querySelectorAll(ITEMS).length, document.querySelectorAll('.co-item[data-result]').length];
}"""


@pytest.fixture(scope="module")
def site(by_rule: Path) -> Iterator[str]:
    yield from serve(by_rule / "_build/html" / CODE)


def test_pages_in_use_say_nothing_in_english_and_fit_a_phone(
    by_rule: Path,
    site: str,
    open_page: Opener,
    watch: Watch,
    axe: str,  # noqa: F811
) -> None:
    folder = by_rule / "_build/html" / CODE
    page = open_page(f"{site}/chapters/index.html", viewport={"width": 360, "height": 740})

    def look(path: Path) -> None:
        assert untouched(page.content(), CODE, "Small course") == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert violations(page, axe) == [], path

    answered, handed_in = 0, False
    for path in sorted(folder.rglob("*.html")):
        if path == folder / "index.html" or path.stem == "arabic":
            continue
        page.goto(f"{site}/{path.relative_to(folder).as_posix()}")
        items, done = page.evaluate(USE, {"check": pseudo("Check answer"), "decide": pseudo("Decide")})
        assert items == done, path
        answered += done
        look(path)
        if page.locator(".co-exam").count():
            page.click(".co-exam > .co-primary")
            page.click(".co-exam .co-item input")
            page.click(".co-exam .co-actions .co-primary")
            look(path)
            page.click(".co-ask .co-agree")
            page.wait_for_selector(".co-exam-result")
            look(path)
            handed_in = True
    assert answered >= 7
    assert handed_in
    assert watch.errors == []
