"""From the code on the card to the certificate in a real browser: one candidate with scripts on, one with scripts off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.web.bundle import HERE

pytest.importorskip("django", reason="Left out: the examination server, whose packages (counteroffer[server]) are missing")

from tests.browser.conftest import Opener, Watch
from tests.browser.test_every_page import violations
from tests.credentials.conftest import PASSED, needs_pango
from tests.server.live import PASSWORD, browser, create, post, run, served

pytestmark = [needs_pango, pytest.mark.slow]
AXE = HERE / "node_modules/axe-core/axe.min.js"
CHOICES = {True: "Yes, with my name", False: "Yes, without a name"}


def sit(page: Page, code: str) -> None:
    """Enough right answers to pass, then hand in."""
    page.get_by_label("The code on your card").fill(code)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Begin").click()
    for place in range(1, 6):
        # the item before would be found, too, and leaves while it is answered
        page.wait_for_url(f"**/sit/{place}/")
        one = page.locator(".co-item")
        kind = one.get_attribute("data-kind")
        if kind in {"single", "multiple"}:
            for value in {"single": ["that-one"], "multiple": ["the-first", "third"]}[kind]:
                one.locator(f'input[value="{value}"]').check()
        elif kind == "matching":
            for left, right in (("alpha", "one"), ("beta", "two"), ("gamma", "three")):
                one.locator(f'[data-left="{left}"] select').select_option(right)
        page.locator('button[name="go"][value="next"]').click()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Your receipt:")).to_be_visible()


def examine(page: Page) -> None:
    """An examiner withdraws an item: on pages without faults, by keyboard."""
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Examination").click()
    page.get_by_role("link", name="Items: withdraw one").click()
    expect(page.get_by_role("heading", name="Rulings")).to_be_visible()
    assert violations(page, AXE.read_text(encoding="utf-8")) == []
    page.get_by_role("link", name="cert-ordering").click()
    withdraw = page.get_by_role("button", name="Withdraw the item")
    page.get_by_label("Reason").fill(" ")
    withdraw.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Give the reason")
    assert violations(page, AXE.read_text(encoding="utf-8")) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_label("Reason").fill("Two orders can be argued for.")
    withdraw.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("cert-ordering withdrawn: Two orders can be argued for.")).to_be_visible()


def test_from_the_code_to_the_certificate(tmp_path: Path, open_page: Opener, watch: Watch) -> None:
    codes = create(tmp_path, "name\nÉlodie عمر\nBo\n")
    exam, issuer, out = tmp_path / "exam", tmp_path / "issuer", tmp_path / "out"
    (tmp_path / "achievement.json").write_text(json.dumps(PASSED.document()), encoding="utf-8")
    for command in (
        ("exam", "staff", exam, "ana"),
        ("certificate", "issuer", issuer, "--name", "The Issuer of the Tests"),
        ("exam", "offer", exam, "--achievement", tmp_path / "achievement.json", "--issuer", issuer),
    ):
        done = run(*command)
        assert done.returncode == 0, done.stderr
    with served(tmp_path) as (_, address), browser(address) as staff:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)

        def act(deed: str) -> None:
            assert post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed=deed).status_code == 302

        act("open")
        narrow = {"width": 360, "height": 700}
        pages = {scripts: open_page(address, java_script_enabled=scripts, viewport=narrow) for scripts in CHOICES}
        for page, code in zip(pages.values(), codes, strict=True):
            sit(page, code)
        act("close")
        examine(open_page(f"{address}/staff/", viewport=narrow))
        act("release")
        for scripts, page in pages.items():
            page.goto(f"{address}/sit/receipt/")
            expect(page.get_by_text("Passed.")).to_be_visible()
            expect(page.get_by_text("No standard has been set")).to_be_visible()
            expect(page.locator("dl")).to_contain_text(PASSED.criteria.narrative)
            if scripts:
                assert violations(page, AXE.read_text(encoding="utf-8")) == []
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            page.get_by_label(CHOICES[scripts]).focus()
            page.keyboard.press("Space")
            page.keyboard.press("Enter")
            expect(page.get_by_text("What you chose is kept")).to_be_visible()
        done = run("exam", "certify", exam, "--issuer", issuer, "--out", out)
        assert "Issued 2 certificates" in done.stdout, done.stderr
        for number, page in enumerate(pages.values(), start=1):
            page.reload()
            document = json.loads((out / f"{number}.json").read_text(encoding="utf-8"))
            expect(page.get_by_text(document["id"])).to_be_visible()
            assert ("Élodie عمر" in str(document)) == (number == 1)
    verdict = run("verify", out / "1.pdf", "--issuer", issuer / "issuer.json", "--status", issuer / "status.json")
    assert "Accepted." in verdict.stdout, verdict.stdout + verdict.stderr
    # the browser calls the one refusal an error
    assert [error for error in watch.errors if "409 (Conflict)" not in error] == []
    assert all(asked.startswith((address, "data:")) for asked in watch.asked)
