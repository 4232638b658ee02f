"""Each rule finds what breaks it, and nothing in what is near to it and right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from counteroffer.review.manuscript import Depiction, Manuscript
from counteroffer.review.report import review_manuscript
from counteroffer.review.rule import rules

from .base import manuscript
from .pairs import PAIRS, Files

# A month later than any in the fixtures, so that a unit can be too old.
TODAY = "2026-02"


def _broken(rule: str, course: Manuscript) -> bool:
    """Whether a rule finds anything; the one about unused waivers can only tell after all others have looked."""
    if rule == "R902":
        return any(one.code.startswith(rule) for one in review_manuscript(course).diagnostics)
    look = next(one.look for one in rules() if one.id == rule)
    return any(True for _ in look(course))


def _cases(which: str) -> list[object]:
    return [pytest.param(rule, files, id=f"{rule}-{i}") for rule, pair in PAIRS.items() for i, files in enumerate(getattr(pair, which))]


def test_every_rule_has_texts_that_break_it_and_texts_that_do_not() -> None:
    tried = {rule for rule, pair in PAIRS.items() if pair.breaks and pair.holds} | {"R502"}
    assert {rule.id for rule in rules("texts")} == tried


def test_ids_and_names_are_unique_and_reasons_are_sentences() -> None:
    assert len({rule.id for rule in rules()}) == len({rule.name for rule in rules()}) == len(rules())
    assert all(rule.why.endswith(".") and "\n" not in rule.why for rule in rules())


@pytest.mark.parametrize(("rule", "files"), _cases("breaks"))
def test_what_breaks_a_rule_is_found(tmp_path: Path, rule: str, files: Files) -> None:
    assert _broken(rule, manuscript(tmp_path, files, TODAY))


@pytest.mark.parametrize(("rule", "files"), _cases("holds"))
def test_what_is_right_is_left_alone(tmp_path: Path, rule: str, files: Files) -> None:
    assert not _broken(rule, manuscript(tmp_path, files, TODAY))


@pytest.mark.parametrize(("sentence", "found"), [("", True), ("Police come first.", False)])
def test_an_explorer_must_say_what_it_shows(tmp_path: Path, sentence: str, found: bool) -> None:
    silent = replace(manuscript(tmp_path), depictions=(Depiction("assets/explorers/map.yml", "map", "First phase", sentence),))
    assert _broken("R502", silent) is found


def test_the_untouched_course_breaks_no_rule(tmp_path: Path) -> None:
    assert review_manuscript(manuscript(tmp_path)).diagnostics == ()
