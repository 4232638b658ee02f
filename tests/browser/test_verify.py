"""Certificates verified in a browser, from a folder and without a network."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from counteroffer.credentials.holder import by_name
from counteroffer.credentials.office import Award, Office
from counteroffer.credentials.pdf import certificate_pdf
from counteroffer.credentials.times import now
from counteroffer.web.bundle import asset
from tests.browser.conftest import Watch
from tests.credentials.conftest import PASSED, needs_pango

pytestmark = needs_pango


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A page with nothing but the script, and what an issuer gave."""
    (tmp_path / "verify.js").write_text(asset("verify.js"), encoding="utf-8")
    page = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Verify</title><script defer src="verify.js"></script><section data-co="verify"></section></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    office = Office.found(tmp_path / "office", "The Issuer of the Tests", "x", now())
    document = office.issue([Award(by_name("<b>Élodie</b> عمر"), PASSED, now() - timedelta(days=2), now() + timedelta(days=2))], now())[0]
    (tmp_path / "certificate.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "certificate.pdf").write_bytes(certificate_pdf(document, office.issuer))
    (tmp_path / "changed.json").write_text(json.dumps(document).replace("lodie", "ladie"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def page(chromium: Browser, watch: Watch, stick: Path) -> Page:
    page = watch.follow(chromium.new_page())
    page.goto((stick / "page.html").as_uri())
    return page


def give(page: Page, stick: Path, *names: str) -> None:
    page.get_by_label("Choose files").set_input_files([stick / name for name in names])
    page.get_by_role("button", name="Verify").click()


def test_dropped_files_are_verified_from_a_folder(page: Page, watch: Watch, stick: Path) -> None:
    give(page, stick, "certificate.pdf", "office/issuer.json", "office/status.json")
    heading = page.get_by_role("heading", name="Accepted.")
    heading.wait_for()
    assert page.locator("[data-about] b").all_text_contents() == ["yes"] * 5
    assert page.get_by_text("It names <b>Élodie</b> عمر.").is_visible(), "a name is text"
    fingerprint = Office.open(stick / "office", "x").issuer.fingerprint()
    assert page.get_by_text(f"The Issuer of the Tests: {fingerprint}").is_visible()
    assert heading.evaluate("node => node === document.activeElement")
    assert {Path(one).name for one in watch.asked if one.startswith("file:")} == {"page.html", "verify.js"}
    assert not [one for one in watch.asked if not one.startswith("file:")]
    assert not watch.errors


def test_a_changed_word_a_missing_list_and_a_foreign_file_are_named(page: Page, watch: Watch, stick: Path) -> None:
    give(page, stick, "changed.json", "office/issuer.json", "office/status.json")
    page.get_by_role("heading", name="Refused.").wait_for()
    page.get_by_role("button", name="Begin again").click()
    give(page, stick, "certificate.json", "verify.js")
    page.get_by_role("heading", name="Not settled").wait_for()
    assert page.get_by_text("verify.js holds neither").is_visible()
    assert not watch.errors


def test_what_a_code_says_can_be_pasted_by_keyboard_alone(page: Page, stick: Path) -> None:
    page.get_by_label("Choose files").set_input_files([stick / "office/issuer.json", stick / "office/status.json"])
    page.get_by_label("Or paste what the QR code says").focus()
    page.keyboard.insert_text((stick / "certificate.json").read_text(encoding="utf-8"))
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Accepted.").wait_for()
