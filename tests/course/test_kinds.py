"""Each kind of item: what its schema refuses, how it is marked, what its static face holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from counteroffer.course import Catalogue
from counteroffer.course.items import Item, kinds

KINDS = ["judgement", "matching", "multiple", "ordering", "single"]

# kind, key, response, mark by hand
MARKS = [
    ("single", "b", "b", 1.0),
    ("single", "b", "a", 0.0),
    ("single", "b", ["b"], 0.0),
    ("multiple", ["a", "c"], ["a", "c"], 1.0),
    ("multiple", ["a", "c"], ["a"], 0.5),
    ("multiple", ["a", "c"], ["a", "b"], 0.0),
    ("multiple", ["a", "c"], ["a", "b", "c"], 0.5),
    ("multiple", ["a", "c"], {}, 0.0),
    ("ordering", ["c", "a", "b"], ["c", "a", "b"], 1.0),
    ("ordering", ["c", "a", "b"], ["b", "a", "c"], 0.0),
    ("ordering", ["c", "a", "b"], ["a", "c", "b"], 2 / 3),
    ("ordering", ["c", "a", "b"], ["a", "c"], 0.0),
    ("matching", {"1": "b", "2": "a"}, {"1": "b", "2": "a"}, 1.0),
    ("matching", {"1": "b", "2": "a"}, {"1": "b", "2": "b"}, 0.5),
    ("matching", {"1": "b", "2": "a"}, "b", 0.0),
    ("judgement", {"a": 4, "b": 1}, {"a": 4, "b": 1}, 1.0),
    ("judgement", {"a": 4, "b": 1}, {"a": 1, "b": 4}, 0.0),
    ("judgement", {"a": 4, "b": 2}, {"a": 3, "b": 2}, 0.8),
    ("judgement", {"a": 4, "b": 2}, {"b": 2}, 0.4),
    ("judgement", {"a": 4, "b": 2}, {"a": 9, "b": True}, 0.0),
]


def test_a_kind_is_a_folder() -> None:
    assert sorted(kinds()) == KINDS
    folder = Path(__file__).parents[2] / "src/counteroffer/course/kinds"
    for name in KINDS:
        assert {"model.py", "twin.py", "player.ts"} <= {path.name for path in (folder / name).iterdir()}


@pytest.mark.parametrize(("kind", "key", "response", "mark"), MARKS)
def test_mark(kind: str, key: Any, response: Any, mark: float) -> None:
    assert kinds()[kind].mark(key, response) == pytest.approx(mark)


def every_item(course: Catalogue) -> list[Item]:
    return [item for check in course.checks.values() for item in check.items]


def test_the_key_itself_is_worth_one(course: Catalogue) -> None:
    assert {item.kind for item in every_item(course)} == set(KINDS)
    for item in every_item(course):
        assert kinds()[item.kind].mark(item.key(), item.key()) == 1.0, item.id


def test_order_shown_is_never_the_right_one(course: Catalogue) -> None:
    ordering = [item for item in every_item(course) if item.kind == "ordering"]
    assert ordering
    for item in ordering:
        assert item.key() != sorted(item.key()), item.id


def test_static_body_holds_every_text(course: Catalogue) -> None:
    for item in every_item(course):
        body = kinds()[item.kind].body(item)
        for remark in item.remarks():
            if item.kind in {"single", "multiple", "ordering"}:
                assert f'data-option="{remark.option}"' in body


def test_single_wants_one_key() -> None:
    options = [{"text": "A", "key": True, "feedback": "f", "cite": ["x"]}, {"text": "B", "key": True, "feedback": "f", "cite": ["x"]}]
    with pytest.raises(ValidationError, match="exactly one"):
        kinds()["single"].model.model_validate(
            {"id": "i", "kind": "single", "objectives": ["CO1.a"], "level": "apply", "stem": "?", "options": options}
        )


def test_every_option_has_feedback_with_support(course: Catalogue) -> None:
    for item in every_item(course):
        for remark in item.remarks():
            assert remark.text
            assert remark.cite, f"{item.id} {remark.option}"


def test_checks_of_part_one_have_eight_items_of_four_kinds(course: Catalogue) -> None:
    for unit in ("two-offers", "campaign-phases", "decisive-minorities"):
        items = course.checks[unit].items
        assert len(items) == 8
        assert len({item.kind for item in items}) >= 4
        assert sum(item.level in {"apply", "analyse", "evaluate"} for item in items) >= 4
