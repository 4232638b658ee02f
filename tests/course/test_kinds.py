"""Each kind of item: what its schema refuses, what its static face holds."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from counteroffer.course import Catalogue, load_course
from counteroffer.course.items import Item, kinds
from counteroffer.course.marking import mark
from counteroffer.language import ENGLISH
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


WORDS = ("alms", "bread", "coal", "dates", "eggs", "flour", "grain", "honey")


def _parts(kind: str, number: int) -> dict[str, Any]:
    """So many parts for an item of a kind."""
    said = [{"id": word, "text": word, "feedback": "f", "cite": ["x"]} for word in WORDS[:number]]
    if kind == "matching":
        sides = [{"id": word, "left": word, "right_id": f"to-{word}", "right": f"to {word}"} for word in WORDS[:number]]
        return {"pairs": [side | {"feedback": "f", "cite": ["x"]} for side in sides]}
    if kind == "judgement":
        return {"options": [one | {"defensibility": n % 4 + 1} for n, one in enumerate(said)]}
    return {"entries": said} if kind == "ordering" else {"options": [one | {"key": not n} for n, one in enumerate(said)]}


def _made(kind: str, **parts: Any) -> Item:
    told = {"id": "i", "kind": kind, "objectives": ["CO1.a"], "level": "apply", "stem": "?"}
    made: Item = kinds()[kind].model.model_validate(told | parts)
    return made


@pytest.mark.parametrize(("kind", "least"), [("single", 2), ("multiple", 3), ("ordering", 3), ("matching", 3), ("judgement", 3)])
def test_an_item_has_as_many_parts_as_nobody_guesses_and_a_screen_holds(kind: str, least: int) -> None:
    for number in (least, 6):
        assert len(_made(kind, **_parts(kind, number)).part_ids()) in {number, 2 * number}
    for number, said in ((least - 1, f"at least {least}"), (7, "at most 6")):
        with pytest.raises(ValidationError, match=said):
            _made(kind, **_parts(kind, number))


def test_three_right_sides_at_most_belong_to_none_and_no_two_say_the_same() -> None:
    extra = [{"id": f"no-{word}", "text": f"no {word}", "feedback": "f", "cite": ["x"]} for word in WORDS[:4]]
    item = _made("matching", **_parts("matching", 3), extra=extra[:3])
    assert len(item.part_ids()) == 9
    with pytest.raises(ValidationError, match="at most 3"):
        _made("matching", **_parts("matching", 3), extra=extra)
    with pytest.raises(ValidationError, match="two right sides have the same text"):
        _made("matching", **_parts("matching", 3), extra=[extra[0] | {"text": "to alms"}])


@pytest.mark.parametrize("keyed", [0, 3])
def test_a_multiple_wants_a_right_option_and_a_wrong_one(keyed: int) -> None:
    options = [one | {"key": n < keyed} for n, one in enumerate(_parts("single", 3)["options"])]
    with pytest.raises(ValidationError, match="either every option is keyed or none"):
        _made("multiple", options=options)


def test_a_single_without_a_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="exactly one"):
        _made("single", options=[one | {"key": False} for one in _parts("single", 2)["options"]])


def test_a_step_costs_nothing_only_where_the_author_said_so() -> None:
    strict, easy = (kinds()["judgement"].model.model_validate(_judgement((2, 0), (4, slack), (1, 0))) for slack in (0, 1))
    rated = {"act-0": 2, "act-1": 3, "act-2": 1}
    # seven of eight steps right, where the best constant gets five
    assert (mark(strict, rated), mark(easy, rated)) == (Fraction(2, 3), Fraction(1))
    plain = _made("judgement", **_parts("judgement", 3))
    assert plain.scheme() == {"key": {"alms": 1, "bread": 2, "coal": 3}}


def test_what_is_half_answered_is_told_from_what_is_and_from_what_is_not() -> None:
    ordering, matching = (_made(kind, **_parts(kind, 3)) for kind in ("ordering", "matching"))
    single, multiple, judgement = (_made(kind, **_parts(kind, 3)) for kind in ("single", "multiple", "judgement"))
    key = matching.key()
    assert isinstance(key, dict)
    for item, whole, half in (
        (single, "alms", None),
        (multiple, ["alms"], None),
        (ordering, ["coal", "alms", "bread"], {"alms": "1", "coal": "2", "bread": "3"}),
        (ordering, ["coal", "alms", "bread"], {"alms": "3"}),
        (matching, key, dict(list(key.items())[:2])),
        (judgement, {"alms": 1, "bread": 4, "coal": 4}, {"coal": 4}),
    ):
        assert item.standing(whole) == "answered", item.kind
        assert half is None or item.standing(half) == "half", item.kind
        assert item.standing(None) == item.standing(type(whole)()) == "open", item.kind
    for rating in (True, 2.0, 0, 5):
        with pytest.raises((TypeError, ValueError)):
            judgement.standing({"alms": rating})
    with pytest.raises(ValueError, match="every entry once"):
        ordering.standing(["alms", "alms", "bread"])


def test_the_place_that_a_response_gives_an_entry() -> None:
    item: Any = _made("ordering", **_parts("ordering", 3))
    order, places = ["coal", "alms", "bread"], {"coal": "3", "alms": "1"}
    assert [item.place(order, entry) for entry in WORDS[:4]] == [2, 3, 1, None]
    assert [item.place(places, entry) for entry in WORDS[:4]] == [1, None, 3, None]
    assert item.place(None, "alms") is None


def test_every_way_to_answer_is_counted_once() -> None:
    for kind, number in (("single", 3), ("multiple", 7), ("ordering", 6), ("matching", 6), ("judgement", 64)):
        answers = [str(answer) for answer in _made(kind, **_parts(kind, 3)).answers()]
        assert len(answers) == len(set(answers)) == number, kind


def test_another_key_of_a_match_takes_reasons_along_by_their_right_sides() -> None:
    extra = [{"id": "no-one", "text": "no one", "feedback": "with none", "cite": ["y"]}]
    item: Any = _made("matching", **_parts("matching", 3), extra=extra)
    other: Any = item.rekeyed({"alms": "no-one", "bread": "to-alms", "coal": "to-coal"})
    assert [(pair.id, pair.right_id, pair.right) for pair in other.pairs] == [
        ("alms", "no-one", "no one"),
        ("bread", "to-alms", "to alms"),
        ("coal", "to-coal", "to coal"),
    ]
    assert [(one.id, one.text, one.feedback) for one in other.extra] == [("to-bread", "to bread", "f")]


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
    matching: Any = items["matching"]
    letters = dict(zip(matching.choices(), "ABCD", strict=True))
    assert labels["matching"] == ["1", "2", "3", letters["four"]]
    verdicts = {kind: [ENGLISH.say(remark.verdict) for remark in item.remarks()] for kind, item in items.items()}
    assert verdicts["ordering"] == ["Place 1", "Place 2", "Place 3"]
    sides = zip("123", ("one", "two", "three"), strict=True)
    assert verdicts["matching"] == [*(f"{left} goes with {letters[right]}" for left, right in sides), "Belongs to none"]
    assert verdicts["judgement"] == ["Weak", "Strong", "Harmful"]
    assert verdicts["single"] == ["Not the best answer", "Best answer", "Not the best answer"]


def test_checks_of_part_one_have_eight_items_or_more_of_three_kinds(course: Catalogue) -> None:
    for unit in ("two-offers", "campaign-phases", "decisive-minorities"):
        items = course.checks[unit].items
        assert len(items) >= 8
        assert len({item.kind for item in items}) >= 3
        assert sum(item.level in {"apply", "analyse", "evaluate"} for item in items) >= 4
