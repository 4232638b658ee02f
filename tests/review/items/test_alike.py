"""Items that are alike across two banks: the limit on labelled pairs, and what makes two items a pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from counteroffer.course import Catalogue
from counteroffer.course.items import Item
from counteroffer.course.kinds.single.model import SingleItem
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.review.items.alike import MEANING, WORDING, alike, lines, spaces
from counteroffer.review.items.choices import texts

PAIRS = Path(__file__).parent / "pairs.yml"


def test_the_limit_parts_labelled_pairs(course: Catalogue) -> None:
    """Read among the items of both banks, as the pairs of the banks are."""
    pairs = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))
    around = [" ".join(texts(item)) for item in _items(course, with_bank(course, course.root / DEMONSTRATION))]
    said = [pair[side] for side in ("one", "other") for pair in pairs]
    meant, worded = (
        [rows[len(around) + place] @ rows[len(around) + place + len(pairs)] for place in range(len(pairs))]
        for rows in spaces([*around, *said])
    )
    found = [bool(meaning >= MEANING and wording >= WORDING) for meaning, wording in zip(meant, worded, strict=True)]
    assert found == [pair["same"] for pair in pairs], list(zip(meant, worded, strict=True))


def test_no_item_stands_in_both_banks(course: Catalogue) -> None:
    bank = with_bank(course, course.root / DEMONSTRATION)
    assert list(lines(course.checks.values(), bank.checks.values()))[1:] == []


def test_a_pair_means_the_same_and_shares_a_fact_and_an_objective() -> None:
    one = _single("one", "Which folder of the guards is settled before the speech?", "fact-01", "CO1.a")
    same = _single("same", "Which folder of the guards is settled before that speech?", "fact-01", "CO1.a")
    others = [
        _single("fact", "Which folder of the guards is settled before this speech?", "fact-02", "CO1.a"),
        _single("goal", "Which folder of the guards is settled before any speech?", "fact-01", "CO1.b"),
        _single("else", "Who brings water and bread to the bus at the gate?", "fact-01", "CO1.a"),
    ]
    assert [pair.other.id for pair in alike([one], [same, *others])] == ["same"]
    assert alike([], [one]) == []


def _single(id_: str, stem: str, fact: str, objective: str) -> Item:
    options = [
        {"id": f"{name}-one", "text": f"The {name}", "feedback": "So.", "cite": [fact], "key": name == "red"} for name in ("red", "blue")
    ]
    raw = {
        "id": id_,
        "kind": "single",
        "objectives": [objective],
        "level": "apply",
        "stem": stem,
        "options": [*options, {**options[1], "id": "third", "text": "The grey"}],
    }
    return SingleItem.model_validate(raw)


def _items(*courses: Catalogue) -> Iterator[Item]:
    for course in courses:
        for check in course.checks.values():
            yield from check.items
