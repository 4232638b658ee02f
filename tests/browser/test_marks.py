"""The mark of a citation: a shape, a word for who cannot see it, and one line that focus or a pointer opens."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import Opener

UNIT = "chapters/part-2/no-way-back.html"


@pytest.mark.parametrize("scripts", [True, False])
def test_focus_opens_source_year_and_grade_in_one_line(site: str, open_page: Opener, scripts: bool) -> None:
    page = open_page(f"{site}/{UNIT}", viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    cite = page.locator("p .co-cite").first
    said, mark = cite.locator(".co-said"), cite.locator("button")
    expect(said).to_be_hidden()
    mark.focus()
    expect(said).to_be_visible()
    expect(said).to_be_in_viewport()
    expect(said).to_contain_text(str(mark.inner_text()).strip())
    expect(said.locator("a").first).to_have_attribute(
        "href", "../reference/bibliography.html#" + str(said.locator("a").first.get_attribute("href")).split("#")[1]
    )
    if scripts:
        page.keyboard.press("Escape")
        expect(said).to_be_hidden()


def test_the_legend_stands_at_the_foot_and_on_paper(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        expect(page.locator(".co-legend")).to_contain_text("several sources agree")
        expect(page.locator(".co-legend li")).to_have_count(4)
    expect(page.locator("p .co-said").first).to_be_visible()
