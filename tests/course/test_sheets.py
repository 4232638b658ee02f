"""The answer sheet of each kind of item: its boxes are lettered as the HTML is, and what is ticked is what the form would have sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from counteroffer.course.diagnostics import Faults
from counteroffer.course.items import Item, kinds
from counteroffer.course.readers import read_checks

SMALL = Path(__file__).parents[1] / "small" / "exercises" / "checks" / "first-unit.yml"
ITEMS: list[Item] = [item for check in read_checks([SMALL], Faults(SMALL.parent), {}) for item in check.items]


def fields(item: Item, signs: list[str]) -> dict[str, list[str]]:
    """What these signs, one text a line, would be in the item's form."""
    lines = item.sheet()
    return {line.field: [line.boxes[sign] for sign in own] for line, own in zip(lines, signs, strict=True)}


KEYS = {"single": ["B"], "multiple": ["AC"], "judgement": ["2", "4", "1"]}


def test_there_is_an_item_of_each_kind() -> None:
    assert {item.kind for item in ITEMS} == set(kinds())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_every_whole_answer_can_be_ticked_and_nothing_is_no_answer(item: Item) -> None:
    lines = item.sheet()
    assert all(len(box) == 1 for line in lines for box in line.boxes), "a box is one sign to type"
    assert item.standing(item.posted({})) == "open"
    if item.kind in KEYS:
        assert item.posted(fields(item, KEYS[item.kind])) == item.key()


def test_an_order_is_ticked_by_place(items: dict[str, Item]) -> None:
    item = items["ordering"]
    shown, key = [line.field.removeprefix(f"{item.id}-") for line in item.sheet()], item.key()
    assert isinstance(key, list)
    assert item.posted(fields(item, [str(key.index(entry) + 1) for entry in shown])) == key
    assert item.standing(item.posted(fields(item, ["1", "1", "2"]))) == "half"


def test_pairs_are_ticked_by_the_letters_of_the_right_sides(items: dict[str, Item]) -> None:
    item = items["matching"]
    choices, key = list(item.choices()), item.key()  # type: ignore[attr-defined]
    assert isinstance(key, dict)
    assert [line.label for line in item.sheet()] == ["1", "2", "3"]
    assert item.posted(fields(item, ["ABCD"[choices.index(right)] for right in key.values()])) == key


@pytest.fixture
def items() -> dict[str, Item]:
    return {item.kind: item for item in ITEMS}
