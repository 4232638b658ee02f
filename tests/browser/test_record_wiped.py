"""A wipe of the record empties every page, those that are gone back to and those that are open (R1, R2)."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, expect

from tests.browser import acts
from tests.browser.conftest import Opener, Watch
from tests.browser.recording import AUDIT, CASE, EXAM, MAP, PRACTISE, UNIT, beside, first_item, go_back_whole, leave_whole, open_note, wipe


def test_r01_a_page_that_comes_back_after_a_wipe_is_empty(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    open_note(page).fill("Only for me")
    wipe(page, site)
    page.go_back()
    expect(page.locator(".co-item[data-result]")).to_have_count(0)
    expect(acts.note(page)).to_have_value("")
    acts.answer(first_item(page))
    verbs = [one["verb"]["display"]["en"] for one in acts.statements(page)]
    assert verbs.count("answered") == 1
    assert "completed" not in verbs


def test_r01_a_page_that_was_kept_whole_for_going_back_is_empty_too(site: str, keeping: Browser, watch: Watch) -> None:
    page = watch.follow(keeping.new_context().new_page())
    page.goto(f"{site}/{UNIT}")
    # all but one: the answer to that one would complete the check, were the others still there
    *others, last = acts.items(page)
    for name in others:
        acts.answer(acts.item(page, name))
    open_note(page).fill("Only for me")
    leave_whole(page)
    wipe(page, site)
    go_back_whole(page, UNIT)
    expect(page.locator(".co-item[data-result]")).to_have_count(0)
    expect(acts.note(page)).to_have_value("")
    acts.answer(acts.item(page, last))
    verbs = [one["verb"]["display"]["en"] for one in acts.statements(page)]
    assert [verb for verb in verbs if verb != "experienced"] == ["answered"]
    assert "Only for me" not in json.dumps(acts.stored(page))
    page.context.close()


def test_r02_a_wipe_empties_every_open_page_and_a_key_stroke_brings_nothing_back(site: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    open_note(page).fill("Only for me")
    exam = beside(page, watch)
    exam.goto(f"{site}/{EXAM}")
    acts.draw_form(exam)
    wipe(beside(page, watch), site)
    expect(acts.note(page)).to_have_value("")
    expect(page.locator(".co-item[data-result]")).to_have_count(0)
    expect(exam.get_by_role("button", name="Draw a form and begin")).to_be_visible()
    open_note(page).press_sequentially("x")
    kept = json.dumps(acts.stored(page))
    assert "Only for me" not in kept
    assert "exam" not in kept


def test_r02_a_wipe_empties_every_other_kind_of_page_and_what_is_done_there_is_all_that_is_kept(
    site: str, open_page: Opener, watch: Watch
) -> None:
    page = open_page("about:blank")
    page.clock.install(time="2026-11-20T12:00:00")
    page.goto(f"{site}/{UNIT}")
    acts.answer(first_item(page))
    page.clock.set_system_time("2026-11-22T12:00:00")
    case, explorer, audit, review = (beside(page, watch) for _ in range(4))
    for tab, path in ((case, CASE), (explorer, MAP), (audit, AUDIT), (review, PRACTISE)):
        tab.goto(f"{site}/{path}")
    first = acts.decision(case)
    acts.decide(case, str(case.locator(".co-decision:visible input:enabled").first.get_attribute("value")))
    acts.go_on(case)
    settings = explorer.locator(".co-controls [data-control] input")
    drawn = explorer.locator(".co-controls :checked").first.get_attribute("value")
    other = next(one for one in settings.all() if one.get_attribute("value") != drawn)
    other.check()
    rows = audit.locator(".co-dimension")
    audit.locator(".co-phase input").first.check()
    rows.first.locator("input").nth(2).check()
    audit.locator(".co-name input").fill("Sunrise house")
    review.get_by_role("button", name="Practise 1").click()
    expect(review.locator(".co-review .co-item")).to_have_count(1)

    wipe(page, site)
    expect(case.locator(f'[data-decision="{first}"]')).to_be_visible()
    expect(explorer.locator(".co-controls :checked").first).to_have_value(str(drawn))
    expect(audit.locator("[data-co=audit] input:checked")).to_have_count(0)
    expect(audit.locator(".co-name input")).to_have_value("")
    expect(review.locator(".co-review")).to_contain_text("Answer the check of a unit first")
    assert acts.stored(page) == {}

    rows.nth(1).locator("input").nth(1).check()
    acts.decide(case, str(case.locator(".co-decision:visible input:enabled").first.get_attribute("value")))
    other.check()
    assert sorted(one["verb"]["display"]["en"] for one in acts.statements(page)) == ["answered", "interacted"]
    (marked,) = (json.loads(text)["value"] for key, text in acts.stored(page).items() if ":draft:" in key and "explorer:offer-audit" in key)
    assert list(marked["marks"]) == [rows.nth(1).get_attribute("data-dimension")]
    assert not marked["name"]
