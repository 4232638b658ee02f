"""What a form without scripts sends is the response that the script would send; what an item cannot have is refused."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import pytest
from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.items import Item
from counteroffer.language import ENGLISH
from counteroffer.twin.check import candidate_html


def sent(html: str) -> dict[str, list[str]]:
    """The fields that a browser would send of what is filled in."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="(?:radio|checkbox)" name="([\w-]+)" value="([\w-]+)"[^>]* checked>', html):
        found.setdefault(name, []).append(value)
    for name, choices in re.findall(r'<select[^>]* name="([\w-]+)"[^>]*>(.*?)</select>', html):
        chosen = re.search(r'<option(?: value="([\w-]+)")? selected>(\d*)', choices)
        found[name] = [chosen[1] or chosen[2]] if chosen else [""]
    return found


def test_an_answer_goes_to_the_page_and_comes_back(course: Catalogue) -> None:
    for check in course.checks.values():
        for item in check.items:
            one = item.shuffled("seed")
            for answer in islice(one.answers(), 0, 40, 13):
                html = candidate_html(ENGLISH, check, one, answer, Markup())
                assert one.posted(sent(html)) == answer, item.id
                assert one.standing(answer) == "answered"
            blank = one.posted(sent(candidate_html(ENGLISH, check, one, None, Markup())))
            assert one.standing(blank) == one.standing(None) == "open"
            assert "data-given" not in candidate_html(ENGLISH, check, one, None, Markup())


def first(course: Catalogue, kind: str) -> Item:
    found: Item = next(item for check in course.checks.values() for item in check.items if item.kind == kind)
    return found


@pytest.mark.parametrize("kind", ["matching", "judgement", "ordering"])
def test_what_is_half_made_stays_half_made(course: Catalogue, kind: str) -> None:
    item: Any = first(course, kind)
    check = next(check for check in course.checks.values() if item in check.items)
    answer = next(item.answers())
    half = {answer[0]: "2"} if kind == "ordering" else dict([next(iter(answer.items()))])
    assert item.standing(half) == "half"
    assert item.posted(sent(candidate_html(ENGLISH, check, item, half, Markup()))) == half


def test_two_entries_at_one_place_are_no_order(course: Catalogue) -> None:
    item: Any = first(course, "ordering")
    fields = {f"{item.id}-{id_}": ["1"] for id_ in item.key()}
    assert item.posted(fields) == dict.fromkeys(item.key(), "1")
    assert item.standing(item.posted(fields)) == "half"


@pytest.mark.parametrize("kind", ["single", "multiple", "matching", "judgement", "ordering"])
@pytest.mark.parametrize("response", ["nothing-here", ["nothing-here"], {"nothing-here": "x"}, 7, True])
def test_what_an_item_cannot_have_is_refused(course: Catalogue, kind: str, response: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        first(course, kind).standing(response)
