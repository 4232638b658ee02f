"""A case that cannot be played well is refused, and each refusal says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer.course import Catalogue, CourseError, case_proofs, load_course
from counteroffer.course.case_walk import Walk, walk
from counteroffer.course.cases import Case

BREAKS = [
    ("    then: step-2\n  - id: speak-1", "    then: step-3\n  - id: speak-1", "Some paths take"),
    ("    then: step-3\n  - id: speak-2", "    then: step-1\n  - id: speak-2", "round in a circle"),
    ("    - {if: {at_least: {trust: 8}}, go: trusted}\n    - {if: {has: [spoke]}, go: spoken}\n    - {go: alone}\n  - id: speak-6", "    - {go: alone}\n  - id: speak-6", None),
    ("- {id: trust, label: Trust, means: How far people believe you., start: 5", "- {id: trust, label: Trust, means: How far people believe you., start: 0", "paths reach the ending `trusted`"),
    ("  - id: speak-3\n    text: Speak to the families\n", "  - id: speak-3\n    if: {at_least: {trust: 10}}\n    text: Speak to the families\n", "is never open"),
    ("if: {at_least: {pull: 7}}", "if: {at_least: {trust: 7}}", "Nothing depends on the meter `pull`"),
    ("    effects: {trust: 1, pull: 1}\n    sets: [spoke]\n    consequence: They hear you on day 2.", "    effects: {trust: 0, pull: -1}\n    sets: []\n    consequence: They hear you on day 2.", "is no better than"),
    # who has nothing to know goes one way alone: without a word, day by day
    ("  - if: {has: [saw-letter]}\n    text: You know the date.\n", "", "1 paths reach the ending `alone`"),
    # alike on every meter is no reason to take either out
    ("    effects: {trust: 1, pull: 1}\n    sets: [spoke]\n    consequence: They hear you on day 3.", "    effects: {trust: -1, pull: -1}\n    sets: [spoke]\n    consequence: They hear you on day 3.", None),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BREAKS)
def test_proof_fails(small: Path, change: Callable[[Path, str, str], None], old: str, new: str, message: str | None) -> None:
    change(small / "exercises/cases/small-case.yml", old, new)
    if message is None:
        assert load_course(small).cases
        return
    with pytest.raises(CourseError) as caught:
        load_course(small)
    assert message in str(caught.value)
    assert {one.code for one in caught.value.diagnostics} == {"case-proof"}


def test_proofs_are_kept_until_the_case_changes(
    small: Path, change: Callable[[Path, str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    walked = []

    def noted(case: Case) -> Walk:
        walked.append(case.case)
        return walk(case)

    monkeypatch.setattr(case_proofs, "walk", noted)
    load_course(small)
    assert walked == ["small-case"]
    load_course(small)
    assert walked == ["small-case"], "what is proven is not walked again"
    change(small / "exercises/cases/small-case.yml", BREAKS[6][0], BREAKS[6][0].replace("trust: 1, pull: 1", "trust: 2, pull: 1"))
    load_course(small)
    assert walked == ["small-case", "small-case"]
    change(small / "exercises/cases/small-case.yml", BREAKS[0][0], BREAKS[0][1])
    for _ in range(2):
        # what was found wrong is kept as well, and said again
        with pytest.raises(CourseError, match="Some paths take"):
            load_course(small)
    assert len(walked) == 3


def test_a_paragraph_that_no_path_shows_is_named_where_it_stands(small: Path, change: Callable[[Path, str, str], None]) -> None:
    file = small / "exercises/cases/small-case.yml"
    change(file, "kind: return, text: They come.,", "kind: return, text: [They come., {if: {at_most: {trust: 2}}, text: They go.}],")
    with pytest.raises(CourseError) as caught:
        load_course(small)
    (fault,) = [one for one in caught.value.diagnostics if "No path shows" in one.message]
    assert fault.line == next(n for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "They go." in line)


def test_shares_are_of_all_plays(small: Path) -> None:
    found = walk(load_course(small).cases["small-case"])
    assert sum(found.shares.values()) == pytest.approx(1)
    assert found.met == pytest.approx({f"step-{n}": 1.0 for n in range(1, 7)})
    assert found.lengths == {6}


def test_every_case_of_the_course_has_endings_in_reach(course: Catalogue) -> None:
    for case in course.cases.values():
        found = walk(case)
        assert set(found.paths) == {ending.id for ending in case.endings}
        assert min(found.paths.values()) >= 2
        assert min(found.lengths) >= 6
        assert max(found.lengths) <= 9
        assert len({ending.kind for ending in case.endings}) >= 3


def test_cases_proven_ahead_are_found_proven(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case_proofs.prove_ahead(small)
    assert [path.name.partition("@")[0] for path in (small / "_build/proofs").iterdir()] == ["small-case"]
    monkeypatch.setattr(case_proofs, "faults", lambda _: pytest.fail("proven again"))
    assert load_course(small).cases


def test_a_case_whose_file_has_faults_is_not_proven_ahead(small: Path, change: Callable[[Path, str, str], None]) -> None:
    change(small / "exercises/cases/small-case.yml", "minutes: ", "hours: ")
    case_proofs.prove_ahead(small)
    assert not (small / "_build/proofs").exists()
