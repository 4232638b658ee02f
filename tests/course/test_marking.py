"""What an answer earns: exact, nothing for answers without thought, and the same for every item in the bank."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from statistics import mean
from typing import Any

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.items import Item, kinds
from counteroffer.course.marking import expected_of, expected_random, mark, marked, percents, scheme_of
from counteroffer.course.orders import half_in_order, pairs_in_order, shuffled
from counteroffer.language import Language
from counteroffer.twin.templates import environment

from .test_kinds import FOLDER, KINDS, every_item

# kind, scheme, response, mark by hand: the same on which the learner's script is tried
MARKS = [(kind, *one) for kind in KINDS for one in json.loads((FOLDER / kind / "marks.json").read_text(encoding="utf-8"))]
# what only Python may meet, in a record edited by hand
ODD: list[tuple[str, Any, Any]] = [
    ("single", {"key": "b"}, ["b"]),
    ("multiple", {"key": ["a", "c"], "options": 3}, {}),
    ("ordering", {"key": ["c", "a", "b"]}, "a"),
    ("ordering", {"key": ["c", "a", "b"]}, [["c"], "a", "b"]),
    ("matching", {"key": {"p": "b", "q": "a"}}, "b"),
    ("judgement", {"key": {"a": 4, "b": 2}}, {"a": "4", "b": True}),
    ("judgement", {"key": {"a": 4, "b": 2}}, None),
]


@pytest.mark.parametrize(("kind", "scheme", "response", "pair"), MARKS)
def test_marks_by_hand(kind: str, scheme: Any, response: Any, pair: list[int]) -> None:
    assert marked(kind, scheme, response) == Fraction(*pair)


@pytest.mark.parametrize(("kind", "scheme", "response"), ODD)
def test_a_response_of_another_shape_is_worth_nothing(kind: str, scheme: Any, response: Any) -> None:
    assert marked(kind, scheme | {"floor": [0, 1]}, response) == 0


def test_the_key_itself_is_worth_one_and_no_answer_nothing(course: Catalogue) -> None:
    assert {item.kind for item in every_item(course)} == set(KINDS)
    for item in every_item(course):
        assert mark(item, item.key()) == 1, item.id
        assert mark(item, None) == 0, item.id


def test_constant_strategies_earn_nothing_but_on_singles(course: Catalogue) -> None:
    for item in every_item(course):
        for constant in constants(item):
            assert mark(item, constant) == 0, (item.id, constant)


def constants(item: Item) -> list[Any]:
    """Written again from the words of the rule, so that a kind that forgets one is found."""
    ids = item.part_ids()
    if item.kind == "multiple":
        return [ids, []]
    if item.kind == "judgement":
        return [dict.fromkeys(ids, rating) for rating in (1, 2, 3, 4)]
    if item.kind == "matching":
        key: Any = item.key()
        return [dict.fromkeys(key, right) for right in ids if right not in key]
    if item.kind == "ordering":
        body = environment(Language()).get_template("kinds/ordering/item.html").render(item=item)
        shown = sorted(ids, key=lambda id_: body.index(f'data-option="{id_}"'))
        return [shown, shown[::-1]]
    return []


def test_who_answers_at_random_gets_no_more_right_than_the_best_constant(course: Catalogue) -> None:
    """So the floor is what the best uninformed strategy earns, whatever it draws from."""
    for item in every_item(course):
        if item.kind == "single":
            continue
        scheme, raw = scheme_of(item), kinds()[item.kind].raw
        assert mean(raw(scheme, answer) for answer in item.answers()) <= Fraction(*scheme["floor"]), item.id


def test_the_expected_mark_of_a_random_answer_is_enumerated(course: Catalogue) -> None:
    items = {item.kind: item for item in course.checks["carrots"].items}
    single: Any = items["single"]
    assert expected_random(single) == Fraction(1, len(single.options))
    assert expected_of([single, single]) == Fraction(1, len(single.options))
    assert expected_of([single, items["multiple"]]) == (expected_random(single) + expected_random(items["multiple"])) / 2
    assert expected_of([]) == 0
    for item in every_item(course):
        assert 0 < expected_random(item) < Fraction(1, 2), item.id


def test_an_order_follows_from_the_seed_and_stays_where_an_id_is_added() -> None:
    ids = [f"id-{n}" for n in range(8)]
    orders = [shuffled(f"seed {seed}", ids) for seed in range(20)]
    assert all(sorted(one) == ids for one in orders)
    assert len(set(map(tuple, orders))) == 20
    assert orders[0] == shuffled("seed 0", ids[::-1]), "whatever the order they come in"
    assert [id_ for id_ in shuffled("seed 0", [*ids, "more"]) if id_ != "more"] == orders[0]


@pytest.mark.parametrize("key", ["abc", "abcd", "abcde", "abcdef"])
def test_the_order_shown_is_half_right_whatever_the_seed(key: str) -> None:
    pairs = len(key) * (len(key) - 1) // 2
    shown = [half_in_order(f"seed {seed}", list(key)) for seed in range(40)]
    assert {pairs_in_order(list(key), one) for one in shown} <= {pairs // 2, (pairs + 1) // 2}
    assert len({"".join(one) for one in shown}) > 3
    assert shown[0] == half_in_order("seed 0", list(key))


def test_shares_are_counted_as_if_every_answer_were_tried(course: Catalogue) -> None:
    for item in every_item(course):
        scheme, raw = item.scheme(), kinds()[item.kind].raw
        assert item.shares() == Counter(raw(scheme, answer) for answer in item.answers()), item.id


@pytest.mark.parametrize(
    ("score", "cut", "told"),
    [
        ("3/4", "3/4", ("75", "75")),
        ("7475/10000", "3/4", ("74", "75")),
        ("7497/10000", "3/4", ("74", "75")),
        ("7510/10000", "7530/10000", ("75.1", "75.3")),
        ("7530/10000", "7510/10000", ("75", "75")),
        ("74961/100000", "74964/100000", ("74.961", "74.964")),
        ("1", "1/3", ("100", "33")),
        ("0", "1/3000", ("0.00", "0.03")),
    ],
)
def test_r08_what_is_told_of_a_score_and_a_cut_agrees_with_who_passes(score: str, cut: str, told: tuple[str, str]) -> None:
    assert percents(Fraction(score), Fraction(cut)) == told
    assert (float(told[0]) >= float(told[1])) == (Fraction(score) >= Fraction(cut))
    assert Fraction(told[0]) <= 100 * Fraction(score)
