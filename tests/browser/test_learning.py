"""A learner answers, plays, moves, leaves and comes back, from a folder; other modules do the same over http."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import Machine, told
from tests.browser import acts
from tests.browser.conftest import Opener

UNIT = "chapters/part-1/decisive-minorities.html"
CASE = "exercises/the-camp-empties.html"
MAP = "exercises/phase-map.html"
RECORD = "chapters/reference/my-progress.html"


@pytest.mark.parametrize("unit", ["two-offers", "campaign-phases", "decisive-minorities"])
@pytest.mark.parametrize("place", ["site", "folder"])
def test_check_is_answered_and_marked(request: pytest.FixtureRequest, open_page: Opener, place: str, unit: str) -> None:
    page = open_page(f"{request.getfixturevalue(place)}/chapters/part-1/{unit}.html")
    names = acts.items(page)
    assert len(names) >= 8
    for name in names:
        acts.answer(acts.item(page, name))
    expect(page.locator(".co-check .co-summary [role=status]")).to_contain_text(
        f"You answered {len(names)} of {len(names)}; {len(names)} right, 0 partly"
    )


def test_wrong_answer_teaches_and_can_be_tried_again(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/{UNIT}")
    one = page.locator('.co-item[data-kind="single"]').first
    key = json.loads(str(one.get_attribute("data-key")))
    wrong = next(option for option in acts.options(one) if option != key)
    one.locator(f'input[value="{wrong}"]').check()
    one.get_by_role("button", name=acts.CHECK).click()
    feedback = one.locator(f'.co-option[data-option="{wrong}"] + .co-feedback, .co-option[data-option="{wrong}"] .co-feedback')
    expect(feedback.first).to_be_visible()
    expect(one.locator("[role=status]")).to_contain_text("Not the best answer")
    one.get_by_role("button", name=acts.AGAIN).click()
    acts.answer(one)


def test_probe_is_neutral(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/chapters/part-0/where-do-you-stand.html")
    one = page.locator('.co-item[data-kind="single"]').first
    key = json.loads(str(one.get_attribute("data-key")))
    one.locator(f'input[value="{next(option for option in acts.options(one) if option != key)}"]').check()
    one.get_by_role("button", name=acts.CHECK).click()
    expect(one).to_have_attribute("data-result", "noted")
    assert one.locator("[data-verdict]").count() == 0


@pytest.mark.parametrize("pause", [None, 3])
def test_case_is_played_to_two_endings(folder: str, open_page: Opener, course: Catalogue, pause: int | None) -> None:
    """Straight through, and with the page closed and opened again after some decisions."""
    machine = Machine(told(course.cases["the-camp-empties"]))
    page = open_page(f"{folder}/{CASE}")
    endings = set()
    for path in two_paths(machine):
        for number, (at, option) in enumerate(path):
            assert acts.decision(page) == at
            acts.decide(page, option)
            acts.go_on(page)
            if pause and number == pause:
                page = reopen(page)
        ending = page.locator(".co-ending:visible")
        expect(ending).to_have_count(1)
        endings.add(ending.get_attribute("data-ending"))
        expect(page.locator(".co-debrief")).to_be_visible()
        page.get_by_role("button", name="Play again").click()
        acts.agree(page, "Play again")
    assert len(endings) == 2
    page.goto(f"{folder}/{RECORD}")
    expect(page.locator(".co-record")).to_contain_text(f"endings seen 2 of {len(machine.endings)}")


def two_paths(machine: Machine) -> list[list[tuple[str, str]]]:
    """The path of all first options, and one that ends elsewhere."""
    first, ending = follow(machine, lambda options: options[0])
    for turn in range(1, 60):

        def choose(options: list[str], turn: int = turn) -> str:
            return options[(turn * 7 + len(options)) % len(options)]

        path, other = follow(machine, choose)
        if other != ending:
            return [first, path]
    raise AssertionError("every path ends alike")


def follow(machine: Machine, choose: Callable[[list[str]], str]) -> tuple[list[tuple[str, str]], str]:
    state, path = machine.start(), []
    while state.at in machine.told["decisions"]:
        option = choose(machine.open_options(state))
        path.append((state.at, option))
        state = machine.decide(state, option)
    return path, state.at


def reopen(page: Page) -> Page:
    """Close the page and open it anew in the same profile."""
    url, context = page.url, page.context
    page.close()
    page = context.new_page()
    page.goto(url)
    return page


def test_half_done_check_goes_on(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/{UNIT}")
    names = acts.items(page)
    for name in names[:3]:
        acts.answer(acts.item(page, name))
    draft = acts.item(page, names[3])
    draft.locator("input, select, button.co-move").first.focus()
    page = reopen(page)
    for name in names[:3]:
        expect(acts.item(page, name)).to_have_attribute("data-result", "right")
    for name in names[3:]:
        acts.answer(acts.item(page, name))
    expect(page.locator(".co-summary [role=status]")).to_contain_text(f"You answered {acts.OF} of {acts.OF}")


def test_explorer_shows_the_setting_chosen_and_keeps_it(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/{MAP}")
    controls = page.locator(".co-controls")
    for phase in controls.locator('[data-control="phase"] input').all():
        for view in controls.locator('[data-control="view"] input').all():
            phase.check()
            view.check()
            frame = page.locator(".co-frame:visible")
            expect(frame).to_have_count(1)
            setting = json.loads(str(frame.get_attribute("data-setting")))
            assert setting == {"phase": phase.get_attribute("value"), "view": view.get_attribute("value")}
            assert frame.locator("svg text").count() > 10
            expect(frame.locator(".co-alt")).not_to_be_empty()
    before = page.locator(".co-frame:visible").get_attribute("data-setting")
    assert reopen(page).locator(".co-frame:visible").get_attribute("data-setting") == before


def test_record_is_seen_exported_and_wiped(folder: str, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(f"{folder}/{UNIT}")
    acts.answer(acts.item(page, acts.items(page)[0]))
    page.goto(f"{folder}/{RECORD}")
    record = page.locator(".co-record")
    expect(record).to_contain_text(f"answered 1 of {acts.OF}")
    with page.expect_download() as download:
        record.get_by_role("button", name="Export (JSON)").click()
    download.value.save_as(tmp_path / "record.json")
    kept = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    assert {"answered"} <= {one["verb"]["id"].rsplit("/", 1)[-1] for one in kept["statements"]}
    record.get_by_text("See every statement").click()
    expect(record.locator("table tbody tr").first).to_be_visible()
    record.get_by_role("button", name="Wipe").click()
    acts.agree(page, "Wipe")
    expect(record).to_contain_text("Nothing is recorded yet")
    page.goto(f"{folder}/{UNIT}")
    assert page.locator(".co-item[data-result]").count() == 0


def test_sidebar_shows_what_was_read_and_done(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/{UNIT}")
    here = page.locator('nav a[href*="decisive-minorities"] .co-progress, nav a[aria-current="page"] .co-progress').first
    acts.answer(acts.item(page, acts.items(page)[0]))
    expect(here).to_have_attribute("data-state", "started")
    for name in acts.items(page)[1:]:
        acts.answer(acts.item(page, name))
    page.locator("footer").last.scroll_into_view_if_needed()
    expect(here).to_have_attribute("data-state", "done")
    page.goto(f"{folder}/chapters/part-1/two-offers.html")
    expect(page.locator('nav a[href*="decisive-minorities"] .co-progress').first).to_have_attribute("data-state", "done")


def test_statements_are_xapi(folder: str, open_page: Opener) -> None:
    page = open_page(f"{folder}/{UNIT}")
    for name in acts.items(page):
        acts.answer(acts.item(page, name))
    made = acts.statements(page)
    answered = [one for one in made if str(one["verb"]["id"]).endswith("/answered")]
    assert len(answered) == acts.OF
    for one in made:
        assert {"id", "actor", "verb", "object", "timestamp"} <= set(one)
        assert str(one["object"]["id"]).startswith("urn:counteroffer:")
        assert one["actor"]["account"]["homePage"] == "urn:counteroffer:device"


@pytest.mark.parametrize("trouble", ["blocked", "full", "damaged"])
def test_a_page_works_when_the_browser_keeps_nothing(site: str, open_page: Opener, trouble: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        {
            "blocked": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})",
            "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            "damaged": "localStorage.setItem('counteroffer', '{\"version\":1,')",
        }[trouble]
    )
    page.goto(f"{site}/{UNIT}")
    acts.answer(acts.item(page, acts.items(page)[0]))


@pytest.mark.parametrize("kind", ["ordering", "matching", "judgement"])
def test_item_is_answered_by_touch(site: str, open_page: Opener, kind: str) -> None:
    """On a phone, with taps alone: nothing has to be dragged."""
    unit = "campaign-phases" if kind == "ordering" else "decisive-minorities"
    page = open_page(f"{site}/chapters/part-1/{unit}.html", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    one = page.locator(f'.co-item[data-kind="{kind}"]').first
    key = json.loads(str(one.get_attribute("data-key")))
    if kind == "ordering":
        for place, wanted in enumerate(key):
            while acts.entries(one).index(wanted) > place:
                one.locator(f'.co-entry[data-option="{wanted}"] [data-move="up"]').tap()
    elif kind == "matching":
        for left, right in key.items():
            select = one.locator(f'[data-left="{left}"] select')
            select.tap()
            select.select_option(right)
    else:
        for option, rating in key.items():
            one.locator(f'[data-option="{option}"] label').nth(4 - rating).tap()
    one.get_by_role("button", name=acts.CHECK).tap()
    expect(one).to_have_attribute("data-result", "right")
    # the mark of a citation stands in a sentence, which success criterion 2.5.8 excepts
    for control in one.locator("button:visible:not(.co-mark), select:visible").all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, "WCAG 2.2, target size"
