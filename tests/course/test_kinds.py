"""Each kind of item: what its schema refuses, what its static face holds."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from counteroffer.course import Catalogue, load_course
from counteroffer.course.items import Item, kinds
from counteroffer.course.marking import mark
from counteroffer.twin import NoLinks
from counteroffer.twin.check import check_html
from counteroffer.twin.templates import environment

FOLDER = Path(__file__).parents[2] / "src/counteroffer/course/kinds"
KINDS = sorted(path.parent.name for path in FOLDER.glob("*/model.py"))


def test_a_kind_is_a_folder() -> None:
    assert sorted(kinds()) == KINDS
    assert len(KINDS) >= 5
    for name in KINDS:
        wanted = {"model.py", "item.html", "paper.html", "player.ts", "player.test.ts", "fixture.ts", "marks.json"}
        assert wanted <= {path.name for path in (FOLDER / name).iterdir()}


def every_item(course: Catalogue) -> list[Item]:
    return [item for check in course.checks.values() for item in check.items]


def test_static_body_holds_every_part_by_its_id(course: Catalogue) -> None:
    for item in every_item(course):
        body = environment(course.language).get_template(f"kinds/{item.kind}/item.html").render(item=item)
        for id_ in item.part_ids():
            assert f'="{id_}"' in body, (item.id, id_)


def test_a_question_names_the_situation_that_stands_before_it(course: Catalogue) -> None:
    """Its own, and that which the items of a set share."""
    told = {"of an item": 0, "of a set": 0}
    for check in course.checks.values():
        face = BeautifulSoup(check_html(course, check, NoLinks()), "html.parser")
        shared = face.select_one(".co-scenario")
        assert bool(shared) == bool(check.scenario)
        for item, shown in zip(check.items, face.select(".co-item"), strict=True):
            situation, question = shown.select_one(".co-vignette"), shown.select_one("fieldset:has(> legend)")
            assert question
            assert bool(situation) == bool(item.vignette)
            before = [str(one["id"]) for one in (shared, situation) if one]
            assert str(question.get("aria-describedby", "")).split() == before, item.id
            told["of an item"] += bool(situation)
            told["of a set"] += bool(shared)
    assert min(told.values()) > 10


def test_who_may_choose_several_is_told_so(course: Catalogue) -> None:
    several = [item for item in every_item(course) if item.kind == "multiple"]
    assert len(several) > 5
    for item in several:
        body = environment(course.language).get_template("kinds/multiple/item.html").render(item=item)
        assert BeautifulSoup(body, "html.parser").select(".co-several")[0].get_text() == "More than one may be right.", item.id


def test_another_key_changes_what_is_right_and_nothing_that_was_asked(course: Catalogue) -> None:
    for item in every_item(course):
        others = (answer for answer in item.answers() if answer != item.key() and item.standing(answer) == "answered")
        for key in islice(others, 5):
            try:
                other = item.rekeyed(key)
            except ValidationError:
                # it would earn without thought
                continue
            assert other.key() == key
            assert mark(other, key) == 1
            assert (other.id, sorted(other.part_ids())) == (item.id, sorted(item.part_ids()))
            assert other.rekeyed(item.key()).key() == item.key()
        with pytest.raises(ValueError, match="whole answer"):
            item.rekeyed("" if isinstance(item.key(), str) else [])


def _single(*options: dict[str, Any]) -> dict[str, Any]:
    made = [{"feedback": "f", "cite": ["x"], **option} for option in options]
    return {"id": "i", "kind": "single", "objectives": ["CO1.a"], "level": "apply", "stem": "?", "options": made}


def _judgement(*ratings: tuple[int, int]) -> dict[str, Any]:
    acts = [
        {"id": f"act-{n}", "text": f"{n}", "defensibility": rating, "tolerance": slack, "feedback": "f", "cite": ["x"]}
        for n, (rating, slack) in enumerate(ratings)
    ]
    return {"id": "i", "kind": "judgement", "objectives": ["CO1.a"], "level": "apply", "stem": "?", "options": acts}


def test_single_wants_one_key() -> None:
    with pytest.raises(ValidationError, match="exactly one"):
        kinds()["single"].model.model_validate(_single({"id": "one", "text": "A", "key": True}, {"id": "two", "text": "B", "key": True}))


def test_an_order_of_two_would_be_guessed() -> None:
    entries = [{"id": word, "text": word, "feedback": "f", "cite": ["x"]} for word in ("first", "then")]
    told = {"id": "i", "kind": "ordering", "objectives": ["CO1.a"], "level": "apply", "stem": "?", "entries": entries}
    with pytest.raises(ValidationError, match="at least 3"):
        kinds()["ordering"].model.model_validate(told)


@pytest.mark.parametrize("id_", ["a", "2", "12", "key", "right-1", "wrong", "option-b", "One two"])
def test_an_id_tells_neither_the_place_nor_the_key(id_: str) -> None:
    with pytest.raises(ValidationError, match=r"options\.0\.id"):
        kinds()["single"].model.model_validate(_single({"id": id_, "text": "A", "key": True}, {"id": "two", "text": "B"}))


def test_an_id_stands_once_in_an_item() -> None:
    with pytest.raises(ValidationError, match="`pay` stands twice"):
        kinds()["single"].model.model_validate(_single({"id": "pay", "text": "A", "key": True}, {"id": "pay", "text": "B"}))


@pytest.mark.parametrize("ratings", [[(2, 0), (2, 0), (2, 0)], [(2, 1), (3, 0), (4, 1)]])
def test_a_judgement_that_one_rating_answers_asks_nothing(ratings: list[tuple[int, int]]) -> None:
    with pytest.raises(ValidationError, match="one rating for every act would earn everything"):
        kinds()["judgement"].model.model_validate(_judgement(*ratings))


def test_every_option_has_feedback_with_support(course: Catalogue) -> None:
    for item in every_item(course):
        for remark in item.remarks():
            assert remark.text
            assert remark.cite, f"{item.id} {remark.option}"


def test_remarks_are_labelled_as_the_parts_are_shown(small: Path) -> None:
    items = {item.kind: item for item in load_course(small).checks["first-unit"].items}
    labels = {kind: [remark.label for remark in item.remarks()] for kind, item in items.items()}
    assert labels["single"] == labels["multiple"] == ["A", "B", "C"]
    assert labels["ordering"] == ["1", "2", "3"]
    assert labels["matching"][:2] == ["1", "2"]
    assert labels["judgement"][:2] == ["A", "B"]


def test_checks_of_part_one_have_eight_items_or_more_of_three_kinds(course: Catalogue) -> None:
    for unit in ("two-offers", "campaign-phases", "decisive-minorities"):
        items = course.checks[unit].items
        assert len(items) >= 8
        assert len({item.kind for item in items}) >= 3
        assert sum(item.level in {"apply", "analyse", "evaluate"} for item in items) >= 4
