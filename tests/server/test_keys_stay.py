"""Before release no response to anybody holds a key, feedback or an edition, but the pages that exist for the examiner to read keys."""

from __future__ import annotations

import re

import pytest

from counteroffer.course.diagnostics import Faults
from counteroffer.course.editions import edition
from counteroffer.course.readers import read_checks
from tests.server.conftest import SMALL, Made, make
from tests.server.routes import STAFF, addresses, roles, stages, told
from tests.server.test_staff import quick

__all__ = ["quick"]
CHECKS = read_checks([SMALL], Faults(SMALL.parent), {})
SECRET = {
    *(remark.text for check in CHECKS for item in check.items for remark in item.remarks()),
    *(edition(item, check.scenario) for check in CHECKS for item in check.items),
    *("data-key", "data-scheme", "data-edition", "feedback", "defensibility", "fact-0", "one2020", "co-answer", "co-why", "Best answer"),
}
# what an examiner reads keys on: the forms, and items once the sitting is closed
KEYED = re.compile(r"^/staff/sittings/[\w-]+/(forms/\d+|items/[\w-]+)/$")
FILLED = re.compile(r" (?:checked|selected)\b")
# These change what the crawl is about, and are asked for last.
UNANSWERED = ("made", "open", "at work")
LAST = ("/sit/review/", "/sit/", "/leave/", "/staff/leave/", "/sit/break/")


def crawl(made: Made, stage: str) -> list[str]:
    """What was found that should not leave, by role and address."""
    found = []
    for role, browser in roles(made).items():
        for address in addresses(made.id):
            for method in ("get", "post", "head", "options") if stage == "at work" else ("get", "post"):
                if (method == "post" and (address in LAST or address.endswith("/cards/"))) or (
                    address.endswith("/pdf/") and stage != "open"
                ):
                    continue
                said = told(getattr(browser, method)(address))
                leaks = [secret for secret in SECRET if secret in said]
                if stage in UNANSWERED and FILLED.search(said):
                    leaks.append("an answer is filled in")
                if leaks and not (role == "examiner" and KEYED.match(address)):
                    found.append(f"{stage}: {role} {method} {address}: {leaks}")
                if role in STAFF and KEYED.match(address) and role != "examiner":
                    assert said.startswith(("404", "405", "302")), f"{role} {method} {address}"
    return found


def test_nothing_of_a_key_leaves_before_release(store: str) -> None:  # noqa: ARG001
    made = make(opened=False)
    found = [leak for stage in stages(made) for leak in crawl(made, stage)]
    assert found == []


@pytest.mark.parametrize("right", [True, False])
def test_a_save_is_answered_alike_whether_it_is_right_or_not(sitting: Made, right: bool) -> None:
    """Nor do the length and the fields of an acknowledgement tell."""
    browser = sitting.at_work()
    asked = {"item": "item-single", "response": "that-one" if right else "this-one", "revision": 0}
    answer = browser.post("/sit/save/", asked, content_type="application/json")
    assert (answer.status_code, sorted(answer.json())) == (200, ["item", "left", "over", "revision", "still"])


def test_the_crawl_would_see_a_key(sitting: Made) -> None:
    """An examiner's own page has what the crawl looks for."""
    browser = roles(sitting)["examiner"]
    assert FILLED.search(told(browser.get(f"/staff/sittings/{sitting.id}/forms/1/")))
