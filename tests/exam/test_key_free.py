"""What a candidate is given tells nothing of the key."""

from __future__ import annotations

import re
from typing import Any

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.items import Item
from counteroffer.twin import NoLinks
from counteroffer.twin.check import item_html
from counteroffer.twin.text import inline


def test_no_key_no_feedback_no_remark(course: Catalogue) -> None:
    for check in course.checks.values():
        for item in check.items:
            html = item_html(course, check, item, NoLinks(), key=False)
            assert f'data-item="{item.id}"' in html
            assert all(f'="{id_}"' in html for id_ in item.part_ids()), "all that is answered with is there"
            assert not re.search(r"data-(key|scheme|edition|sure=)|co-answer|co-why|co-verdict|co-cite|co-revisit", html), item.id
            for remark in item.remarks():
                assert inline(remark.text) not in html, item.id
            assert 'data-key="' in item_html(course, check, item, NoLinks())


def other_keys(item: Item) -> Item:
    """The same item, were something else right."""
    data: dict[str, Any] = item.model_dump()
    if item.kind in {"single", "multiple"}:
        keys = [option["key"] for option in data["options"]]
        for option, key in zip(data["options"], keys[1:] + keys[:1], strict=True):
            option["key"] = key
    elif item.kind == "judgement":
        for option in data["options"]:
            option["defensibility"] = 5 - option["defensibility"]
    elif item.kind == "matching":
        rights = [(pair["right_id"], pair["right"]) for pair in data["pairs"]]
        for pair, (id_, text) in zip(data["pairs"], rights[1:] + rights[:1], strict=True):
            pair |= {"right_id": id_, "right": text}
    return type(item).model_validate(data)


@pytest.mark.parametrize("seed", ["", "secret"])
def test_the_same_is_shown_whatever_is_right(course: Catalogue, seed: str) -> None:
    for check in course.checks.values():
        for item in check.items:
            if item.kind == "ordering":
                continue  # the order shown is half of the key's, drawn by the server's seed
            shown = [item_html(course, check, one.shuffled(seed), NoLinks(), key=False) for one in (item, other_keys(item))]
            assert item.key() != other_keys(item).key()
            assert shown[0] == shown[1], item.id


def test_each_candidate_has_an_order_of_their_own_and_the_same_key(course: Catalogue) -> None:
    seeds = [f"candidate {number}" for number in range(12)]
    for check in course.checks.values():
        for item in check.items:
            orders = {item_html(course, check, item.shuffled(seed), NoLinks(), key=False) for seed in seeds}
            assert (len(orders) > 1) != item.keep_order, item.id
            for seed in seeds[:2]:
                assert _as_set(item.shuffled(seed).key()) == _as_set(item.key())


def _as_set(key: Any) -> Any:
    return set(key) if isinstance(key, list) and key else key
