"""The item rules on items made for tests: what they find is a flaw, and they find the flaws."""

from __future__ import annotations

import pytest

from counteroffer.review.rule import rules

from .labelled import HELD_OUT, PRECISION, RECALL, families, names, tallies

FEWEST = 20
# What only a whole bank can show is tried in test_bank.py and test_cues.py.
OF_THE_BANK = {
    "bank-guessable",
    "word-counter",
    "words-lean",
    "options-unparallel",
    "key-count",
    "ratings-permuted",
    "match-by-elimination",
}


@pytest.mark.parametrize("family", [name for name in names() if name != HELD_OUT])
def test_a_family_has_good_and_flawed_items_enough(family: str) -> None:
    flawed = [bool(entry["flaws"]) for entry in families()[family]]
    assert flawed.count(True) >= FEWEST
    assert flawed.count(False) >= FEWEST


def test_every_rule_has_flawed_items_and_every_label_a_rule() -> None:
    labels = {flaw for family in families().values() for entry in family for flaw in entry["flaws"]}
    assert labels == {rule.name for rule in rules("items")} - OF_THE_BANK


@pytest.mark.parametrize("name", sorted({rule.name for rule in rules("items")} - OF_THE_BANK))
def test_a_rule_finds_the_flaws_and_little_else(name: str) -> None:
    (tally,) = (one for one in tallies() if one.rule == name)
    assert tally.precision >= PRECISION, tally.slips
    assert tally.recall >= RECALL, tally.slips


def test_the_rules_do_as_well_on_items_that_were_held_out() -> None:
    held = tallies(HELD_OUT)
    hits = sum(one.hits for one in held)
    slips = {name for one in held for name in one.slips}
    assert hits >= PRECISION * (hits + sum(one.false for one in held)), slips
    assert hits >= RECALL * (hits + sum(one.missed for one in held)), slips
