"""The audit's codes: made by their own rule, from facts of the phase that they stand for, in step with the chart of unit 4.1."""

from __future__ import annotations

import re

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit, TheirCode
from counteroffer.course.chart_data import CompetingOffers
from counteroffer.course.explorers import phase_map

# How the evidence names the phases.
PHASES = {
    "guerrilla": "guerrilla-rebuild",
    "threshold": "pre-tamkin",
    "state": "tamkin-state",
    "after-territory": "post-territorial",
}


@pytest.fixture(scope="module")
def audit(course: Catalogue) -> Audit:
    assert course.audit
    return course.audit


@pytest.fixture(scope="module")
def chart(course: Catalogue) -> CompetingOffers:
    found = course.charts["competing-offers"]
    assert isinstance(found, CompetingOffers)
    return found


def coded(audit: Audit) -> list[tuple[str, str, TheirCode]]:
    return [(one.id, phase, code) for one in audit.dimensions for phase, code in one.offer.items()]


def test_rows_and_scale_are_those_that_the_course_teaches(course: Catalogue, audit: Audit, chart: CompetingOffers) -> None:
    assert [(one.id, one.label) for one in audit.dimensions] == [(one.id, one.label) for one in chart.dimensions]
    assert audit.scale == chart.scale
    coding = phase_map(course.explorers)
    assert coding is not None
    assert [(one.id, one.label) for one in audit.phases] == [(one.id, one.label) for one in coding.phases]


def test_a_code_rests_on_facts_of_its_phase(course: Catalogue, audit: Audit) -> None:
    """Each cited fact is one of the phase, by its own record or on the phase map."""
    coding = phase_map(course.explorers)
    assert coding is not None
    placed = {(cell.phase, cite) for cell in (*coding.people, *coding.means) for cite in cell.cite}
    for row, phase, code in coded(audit):
        for cite in code.cite:
            assert course.facts[cite].phase == PHASES[phase] or (phase, cite) in placed, (row, phase, cite)


def test_disputed_is_what_cites_a_contested_fact(course: Catalogue, audit: Audit) -> None:
    for row, phase, code in coded(audit):
        if code.code is not None:
            assert code.contested == any(course.facts[cite].confidence == "contested" for cite in code.cite), (row, phase)


def test_codes_are_in_step_with_the_chart(audit: Audit, chart: CompetingOffers) -> None:
    """What the chart says of all phases lies among what the phases say; no promise is coded above the chart's."""
    for one, other in zip(audit.dimensions, chart.dimensions, strict=True):
        kept = [code.code for code in one.offer.values() if code.code is not None and code.basis == "kept"]
        promised = [code.code for code in one.offer.values() if code.code is not None and code.basis == "promised"]
        if other.practice.code is None:
            assert not kept, one.id
        else:
            assert min(kept) <= other.practice.code <= max(kept), one.id
        assert all(code <= (other.promise.code or 0) for code in promised), one.id


def test_the_text_counts_its_missing_codes_rightly(audit: Audit) -> None:
    missing = [row for row, _, code in coded(audit) if code.code is None]
    assert (len(coded(audit)), len(missing), missing.count("care")) == (40, 10, 4)
    assert any("Ten of the forty codes are missing, four of them on care" in text for text in audit.leaves_out)


def test_the_page_says_what_every_explorer_says(audit: Audit) -> None:
    assert audit.question.endswith("?")
    assert "Numbers illustrate, they do not predict." in audit.limits
    assert len(audit.suggests) >= 3


def test_an_anchor_says_what_one_would_see(audit: Audit) -> None:
    for one in audit.dimensions:
        assert len(set(one.anchors)) == 5
        assert all(re.match(r"[A-Z].*[.]$", anchor) for anchor in one.anchors), one.id
