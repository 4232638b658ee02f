"""Hands on the pages of a room: they look before they press, since a part that was just redrawn takes no click."""

from __future__ import annotations

import re

from playwright.sync_api import Error, Locator, Page, expect


def looked(page: Page) -> None:
    """As long as somebody takes to read what has changed: a click before that is the second of two, and is not taken."""
    page.evaluate(
        """() => new Promise(done => {
          const look = () => [...document.querySelectorAll("[data-drawn]")].every(one => performance.now() - one.dataset.drawn > 700)
            ? done() : requestAnimationFrame(look);
          look();
        })"""
    )


def click(page: Page, what: Locator) -> None:
    """A click that is taken: one for which a part is redrawn at the last moment is made again, as somebody would."""
    for _ in range(5):
        looked(page)
        page.evaluate(
            "addEventListener('click', event => { document.documentElement.dataset.refused = event.defaultPrevented; }, { once: true })"
        )
        what.click()
        try:
            refused = page.evaluate("document.documentElement.dataset.refused")
        except Error:
            return  # it led to another page
        if refused != "true":
            return
    raise AssertionError("five clicks were refused")


def press(page: Page, name: str | re.Pattern[str]) -> None:
    button = page.get_by_role("button", name=name, exact=isinstance(name, str))
    expect(button).to_be_visible()
    click(page, button)


def unfold(page: Page, name: str) -> None:
    click(page, page.get_by_text(name))


def vote(page: Page, option: str) -> None:
    expect(page.get_by_role("radio").first).to_be_visible()
    looked(page)
    page.get_by_role("radio", name=re.compile(f"^{option} ")).check()
    press(page, "Vote")
    expect(page.locator("[data-said]")).to_contain_text("Your vote is kept.")
