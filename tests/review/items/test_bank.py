"""Places, waivers and parts of a review of items, and what only a whole bank shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from counteroffer.review.items.bank import places
from counteroffer.review.items.choices import ChoiceItem
from counteroffer.review.items.guessers import GUESSERS, MARGIN, chance, guess, results
from counteroffer.review.report import Report, review_manuscript
from tests.review.base import CHECK, FILES, manuscript, section, swap

from .labelled import read_item

LONG, SHORT = "It says much more than anybody else would", "It says less"
ABOVE = "A neighbour is curious"


def _found(report: Report, rule: str) -> list[tuple[str, int]]:
    return [(one.file, one.line) for one in report.diagnostics if one.code.endswith(rule)]


def _single(*options: str, stem: str = "What do the two letters say?") -> ChoiceItem:
    return _read_choice({"id": "made", "kind": "single", "stem": stem, "options": list(options)})


def _read_choice(entry: dict[str, Any]) -> ChoiceItem:
    item = read_item(entry)
    assert isinstance(item, ChoiceItem)
    return item


def _bank(items: int, key: str, others: Sequence[str], place: int | None = None) -> dict[str, str]:
    """A check of many items; the key stands at `place`, or goes round all places."""
    lines = ["check: one", "title: One", "items:"]
    for number in range(items):
        texts = [f"{text} {number}" for text in others]
        texts.insert(number % (len(others) + 1) if place is None else place, f"{key} {number}")
        lines += [
            f"- id: item-{number}",
            "  kind: single",
            "  objectives: [CO1.a]",
            "  level: apply",
            f"  stem: Which letter of box {number} came?",
        ]
        lines += ["  options:", *(_option(text, text.startswith(key), f"{number} {i}") for i, text in enumerate(texts))]
    return {CHECK: "\n".join(lines) + "\n"}


def _option(text: str, key: bool, number: str) -> str:
    return f"  - {{id: n{number.replace(' ', '-')}, text: {text}, {'key: true, ' if key else ''}feedback: The reason for it is {number}., cite: [both-01]}}"


def test_a_flaw_stands_on_the_line_of_its_option_and_a_waiver_there_covers_it(tmp_path: Path) -> None:
    flawed = swap(CHECK, ABOVE, "None of the above")[CHECK]
    line = (
        flawed.splitlines().index(
            "  - {id: neighbour-curious, text: None of the above, feedback: A neighbour would not know the file., cite: [both-01]}"
        )
        + 1
    )
    assert _found(review_manuscript(manuscript(tmp_path, {CHECK: flawed})), "all-or-none") == [(CHECK, line)]
    waived = flawed.replace("  - {id: neigh", "  # review: allow R705 because the form that it quotes says so\n  - {id: neigh")
    report = review_manuscript(manuscript(tmp_path, {CHECK: waived}))
    assert not _found(report, "all-or-none")
    assert [one.rule for one in report.waivers] == ["R705"]


def test_a_part_is_reviewed_by_its_own_rules_alone(tmp_path: Path) -> None:
    files = section("% review: allow R301 because a form says so\nFamilies came.\n\nISIS families left.") | swap(
        CHECK, ABOVE, "None of these"
    )
    whole = manuscript(tmp_path, files)
    assert {one.code for one in review_manuscript(whole, "items").diagnostics} == {"R705 all-or-none"}
    codes = {one.code for one in review_manuscript(whole, "texts").diagnostics}
    assert codes == {"R301 language-loaded", "R902 waiver-unused"}


def test_an_item_must_rest_on_what_its_unit_cites(tmp_path: Path) -> None:
    other = FILES[CHECK].replace("cite: [both-01]", "cite: [said-01]")
    assert _found(review_manuscript(manuscript(tmp_path, {CHECK: other}), "items"), "untaught")
    probe = {CHECK: other.replace("title: One", "title: One\nmode: probe")}
    assert _found(review_manuscript(manuscript(tmp_path, probe), "items"), "untaught"), "no other unit serves its objective"


def test_keys_in_one_place_are_found_once_there_are_enough(tmp_path: Path) -> None:
    even = ("A letter from the mill", "A letter from the ford")
    crowded = review_manuscript(manuscript(tmp_path, _bank(24, "A letter from the hall", even, place=0)), "items")
    assert _found(crowded, "key-position")
    assert not _found(review_manuscript(manuscript(tmp_path, _bank(24, "A letter from the hall", even)), "items"), "key-position")
    assert not _found(review_manuscript(manuscript(tmp_path, _bank(19, "A letter from the hall", even, place=0)), "items"), "key-position")


def test_an_item_that_comes_twice_is_found_where_it_comes_again(tmp_path: Path) -> None:
    twice = _bank(2, "A letter from the hall", ("A sack from the mill", "A boat from the ford"))
    again = twice[CHECK].splitlines().index("- id: item-1") + 1
    assert _found(review_manuscript(manuscript(tmp_path, twice), "items"), "item-duplicate") == [(CHECK, again)]


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("A letter from the long white hall", ("A letter from the mill", "A letter from the ford")),
        ("A note from him", ("A letter from the mill", "A letter from the ford")),
        ("A letter that might be hers", ("A letter from the old mill", "A letter from the old ford")),
    ],
    ids=["long", "short", "hedged"],
)
def test_a_bank_that_cues_give_away_is_found(tmp_path: Path, key: str, others: tuple[str, str]) -> None:
    assert _found(review_manuscript(manuscript(tmp_path, _bank(24, key, others)), "items"), "bank-guessable")
    assert not _found(review_manuscript(manuscript(tmp_path, _bank(19, key, others)), "items"), "bank-guessable")


def test_guessers_are_marked_as_learners_are() -> None:
    longest, shortest, most, fewest, echo, silent = GUESSERS
    item = _single(f"+ {LONG}", SHORT, SHORT + "!")
    assert [guess(item, one) for one in (longest, shortest)] == [1.0, 0.0]
    assert guess(_single(f"+ {SHORT}", SHORT + "?", LONG), longest) == 0.0
    assert guess(_single(f"+ {SHORT}!", SHORT + "?", "No"), longest) == pytest.approx(1 / 2), "a tie is split"
    assert guess(_single("+ It may rain", "It rains", "It snows"), most) == 1.0
    assert guess(_single("+ It may rain", "It rains", "It snows"), fewest) == 0.0
    assert guess(_single("+ Both letters lie", "Rain", "Snow"), echo) == 1.0
    assert guess(_single("+ Rain", "Both letters lie", "The letters rhyme"), silent) == 1.0


def test_chance_is_exact_for_the_kind_of_marking() -> None:
    assert chance(_single(f"+ {LONG}", SHORT, SHORT + "!")) == pytest.approx(1 / 3)
    two_of_four = _read_choice({"id": "made", "kind": "multiple", "stem": "Which two?", "options": ["+ One", "+ Two", "Three", "Four"]})
    assert chance(two_of_four) == pytest.approx(1 / 6), "one of six pairs earns the mark; half right is what who ticks everything gets"
    two_of_three = _read_choice({"id": "made", "kind": "multiple", "stem": "Which two?", "options": ["+ One", "+ Two", "Three"]})
    assert chance(two_of_three) == pytest.approx(1 / 3)
    assert guess(two_of_four, GUESSERS[0]) == 0.0, "Three and Four are longest but wrong"


def test_guessers_look_at_what_has_keys_alone() -> None:
    order = read_item({"id": "made", "kind": "ordering", "stem": "Which order?", "entries": ["One", "Two", "Three"]})
    assert results([order]) == []
    assert {one.items for one in results([order, _single("+ One", "Two", "Three")])} == {1}
    assert 0 < MARGIN < 0.05


def test_places_are_counted_by_shape() -> None:
    items = [_single("+ One", "Two"), _single("One", "+ Two"), _single("One", "+ Two", "Three")]
    assert places(items) == {("single", 2, 1): {(0,): 1, (1,): 1}, ("single", 3, 1): {(1,): 1}}
