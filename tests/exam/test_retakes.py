"""Whoever sits again gets a form without what they have seen, where the bank suffices; else as little of it as can be."""

from __future__ import annotations

from dataclasses import replace

from counteroffer.course import Catalogue
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.exam.retakes import _deal, _shared, draw
from counteroffer.exam.stock import stock
from tests.exam.test_forms import made, plan

NOTHING: frozenset[str] = frozenset()


def test_three_sittings_are_disjoint_for_each_where_the_bank_suffices() -> None:
    west = [replace(one, id=f"west-{n}", set="west") for n, one in enumerate(one for one in made() if one.set == "north")]
    items = [*made(36), *west]
    seen = [NOTHING] * 6
    for sitting in range(3):
        found = draw(plan(), items, seen, range(6), seed=f"sitting {sitting}", forms=2 if sitting else 1)
        assert found.repeats == [NOTHING] * 6
        seen = [one | set(found.forms[place]) for one, place in zip(seen, found.given, strict=True)]
    assert [len(one) for one in seen] == [24] * 6


def test_forms_go_round_in_the_order_given() -> None:
    assert draw(plan(), made(), [NOTHING] * 5, [4, 3, 2, 1, 0], seed="one", forms=2).given == [0, 1, 0, 1, 0]


def test_the_demonstration_bank_serves_two_sittings_and_repeats_little_at_the_third(course: Catalogue) -> None:
    assert course.blueprint
    items = stock(with_bank(course, course.root / DEMONSTRATION).checks.values())
    seen = [NOTHING]
    repeated = []
    for sitting in range(3):
        found = draw(course.blueprint, items, seen, [0], seed=f"sitting {sitting}", forms=1)
        repeated.append(len(found.repeats[0]))
        seen = [seen[0] | set(found.forms[0])]
    assert repeated[:2] == [0, 0]
    assert repeated[2] <= 2


def test_where_not_all_can_be_spared_by_every_form_each_spares_some() -> None:
    items = made(18)
    north, south = (draw(plan(), items, [NOTHING], [0], seed="one", forms=2).forms[place] for place in (0, 1))
    # the stock has two sets, so no form can do without what both have seen
    assert not set(north) & set(south)
    found = draw(plan(), items, [frozenset(north), frozenset(south), NOTHING], [2, 1, 0], seed="two", forms=2)
    assert found.repeats == [NOTHING] * 3
    assert found.given[0] != found.given[1]


def test_what_must_be_repeated_is_as_little_as_can_be_and_counted() -> None:
    items = made()
    both = frozenset(one.id for one in items if one.set)
    found = draw(plan(), items, [both, NOTHING], [0, 1], seed="one", forms=2)
    assert [len(one) for one in found.repeats] == [2, 0], "a set, and no more"
    assert found.repeats[0] < both


def test_of_two_draws_the_one_that_repeats_less_is_kept() -> None:
    """Who has seen each half of the stock: no form can do without both, and each half has a form without it."""
    items = made()
    north = frozenset(one.id for one in items if one.set == "north")
    south = frozenset(one.id for one in items if one.set == "south")
    found = draw(plan(), items, [north, south, north, south], range(4), seed="one", forms=2)
    assert found.repeats == [NOTHING] * 4
    assert found.given[0] == found.given[2] != found.given[1] == found.given[3]


def test_one_form_alone_spares_everybody_what_it_can() -> None:
    items = made()
    seen = frozenset(one.id for one in items[:8])
    found = draw(plan(), items, [seen, NOTHING], [1, 0], seed="one", forms=1)
    assert (found.given, found.repeats) == ([0, 0], [NOTHING, NOTHING])
    assert not set(found.forms[0]) & seen


def test_what_was_seen_is_shared_out_so_that_no_form_shuns_much() -> None:
    seen = [frozenset(word) for word in ("abcdef", "ghij", "ab", "gh")]
    shared = _shared(seen, 2)
    assert sorted(map(sorted, shared)) == [list("abcdef"), list("ghij")], "what overlaps goes together"
    assert _shared([frozenset("a"), frozenset("b")], 3).count(NOTHING) == 1
    assert sorted(map(len, _shared([frozenset("ab"), frozenset("cd"), frozenset("efgh")], 2))) == [4, 4], "much first, then little"


def test_forms_are_dealt_by_what_was_seen_and_then_evenly() -> None:
    forms = [["a", "b"], ["b", "c"], ["d"]]
    assert _deal(forms, [frozenset("d"), frozenset("ab"), NOTHING, NOTHING], [0, 1, 2, 3]) == [0, 2, 1, 0]
    assert _deal(forms, [frozenset("abcd")] * 2, [1, 0]) == [2, 2], "one seen item is less than two, however many sit that form"
