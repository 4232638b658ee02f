"""Each kind of item: what its schema refuses, how it is marked, what its static face holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from counteroffer.course import Catalogue
from counteroffer.course.items import Item, kinds
from counteroffer.twin.templates import environment

FOLDER = Path(__file__).parents[2] / "src/counteroffer/course/kinds"
KINDS = sorted(path.parent.name for path in FOLDER.glob("*/model.py"))

# kind, key, response, mark by hand: the same on which the learner's script is tried
MARKS = [(kind, *one) for kind in KINDS for one in json.loads((FOLDER / kind / "marks.json").read_text(encoding="utf-8"))]
# what only Python may meet, in a record edited by hand
ODD: list[tuple[str, Any, Any]] = [
    ("single", "b", ["b"]),
    ("multiple", ["a", "c"], {}),
    ("ordering", ["c", "a", "b"], "a"),
    ("matching", {"1": "b", "2": "a"}, "b"),
    ("judgement", {"a": 4, "b": 2}, {"a": "4", "b": True}),
]


def test_a_kind_is_a_folder() -> None:
    assert sorted(kinds()) == KINDS
    assert len(KINDS) >= 5
    for name in KINDS:
        wanted = {"model.py", "item.html", "player.ts", "player.test.ts", "fixture.ts", "marks.json"}
        assert wanted <= {path.name for path in (FOLDER / name).iterdir()}


@pytest.mark.parametrize(("kind", "key", "response", "mark"), MARKS)
def test_mark(kind: str, key: Any, response: Any, mark: float) -> None:
    assert kinds()[kind].mark(key, response) == pytest.approx(mark)


@pytest.mark.parametrize(("kind", "key", "response"), ODD)
def test_a_response_of_another_shape_is_worth_nothing(kind: str, key: Any, response: Any) -> None:
    assert kinds()[kind].mark(key, response) == 0.0


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
        body = environment(course.language).get_template(f"kinds/{item.kind}/item.html").render(item=item)
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
