"""Waivers, places, the printed report and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from counteroffer.review import command
from counteroffer.review.command import run
from counteroffer.review.report import Report, review_manuscript

from .base import CHECK, FILES, UNIT, manuscript, section, swap, unit, write

BECAUSE = "review: allow R301 because the form is quoted"


def _review(root: Path, files: dict[str, str]) -> Report:
    return review_manuscript(manuscript(root, files))


def _lines(report: Report, code: str) -> list[tuple[str, int]]:
    return [(one.file, one.line) for one in report.diagnostics if one.code.startswith(code)]


def test_a_finding_points_at_the_line_of_its_word(tmp_path: Path) -> None:
    report = _review(tmp_path, section("Lists leak,\nand so did\nthe ISIS families."))
    line = FILES[UNIT].splitlines().index("Lists leak, and people pay for it.") + 3
    assert _lines(report, "R301") == [(UNIT, line)]


def test_a_finding_in_an_admonition_points_at_its_line(tmp_path: Path) -> None:
    report = _review(tmp_path, unit("In 2014 clerks", "Then came\nISIS families. In 2014 clerks"))
    line = FILES[UNIT].splitlines().index(":class: vignette") + 3
    assert _lines(report, "R301") == [(UNIT, line)]


def test_a_finding_in_a_folded_yaml_text_points_at_its_line(tmp_path: Path) -> None:
    folded = "- id: curious-neighbour\n    text: >-\n      Lists leak\n      to ISIS families\n    feedback: No.\n    cite: [both-01]"
    files = swap(
        CHECK,
        "- {id: neighbour-curious, text: A neighbour is curious, feedback: A neighbour would not know the file., cite: [both-01]}",
        folded,
    )
    line = files[CHECK].splitlines().index("      to ISIS families") + 1
    assert _lines(_review(tmp_path, files), "R301") == [(CHECK, line)]


def test_a_waiver_covers_the_next_block_and_no_more(tmp_path: Path) -> None:
    report = _review(tmp_path, section(f"% {BECAUSE}\nISIS families came.\n\nISIS families left."))
    assert len(_lines(report, "R301")) == 1
    assert [(one.rule, one.reason) for one in report.waivers] == [("R301", "the form is quoted")]


@pytest.mark.parametrize(
    "block",
    ["- ISIS families came.\n- Others too.", "| Who |\n|---|\n| ISIS families |", ":::{note}\nISIS families came.\n:::"],
    ids=["list item", "table", "admonition"],
)
def test_a_waiver_covers_a_whole_block(tmp_path: Path, block: str) -> None:
    assert not _lines(_review(tmp_path, section(f"% {BECAUSE}\n{block}")), "R301")


def test_a_waiver_above_the_title_covers_what_is_said_of_the_page(tmp_path: Path) -> None:
    files = {
        UNIT: unit(":class: vignette\n", "")[UNIT].replace(
            "# One", "% review: allow R402 because the unit tells its story throughout\n# One"
        )
    }
    report = _review(tmp_path, files)
    assert not _lines(report, "R402")
    assert not _lines(report, "R902")


def test_a_waiver_in_yaml_covers_the_line_below(tmp_path: Path) -> None:
    loaded = swap(CHECK, "A neighbour is curious", "ISIS families wait")[CHECK]
    report = _review(tmp_path, {CHECK: loaded.replace("  - {id: neigh", f"  # {BECAUSE}\n  - {{id: neigh")})
    assert not _lines(report, "R301")
    assert len(report.waivers) == 1


def test_a_waiver_without_a_reason_waives_nothing(tmp_path: Path) -> None:
    report = _review(tmp_path, section("% review: allow R301\nISIS families came."))
    assert _lines(report, "R301")
    assert _lines(report, "R901")


def test_the_clock_is_not_asked(tmp_path: Path) -> None:
    assert manuscript(tmp_path).today == "2026-02"
    late = review_manuscript(manuscript(tmp_path, today="2027-09"))
    assert [one.code for one in late.diagnostics] == ["R105 evidence-stale"]


def test_the_report_counts_and_lists(tmp_path: Path) -> None:
    files = section(f"% {BECAUSE}\nISIS families came.\n\nISIS families left.")
    text, status = run(write(tmp_path, files))
    assert status == 1
    assert f"{UNIT}:" in text
    assert "[R301 language-loaded]" in text
    assert "R301 because the form is quoted" in text
    assert "1 error   R301 language-loaded" in text


def test_a_course_without_findings_ends_well(tmp_path: Path) -> None:
    text, status = run(write(tmp_path))
    assert (status, "Nothing to mend." in text) == (0, True)


def test_warnings_do_not_fail_a_review(tmp_path: Path) -> None:
    assert run(write(tmp_path, section("They met at the center.")))[1] == 0


def test_what_is_only_counted_is_not_listed(tmp_path: Path) -> None:
    text, status = run(write(tmp_path, swap("assets/glossary.yml", "said-01, ", "")))
    assert status == 0
    assert "1 info    R104 fact-unused" in text
    assert "said-01" not in text


def test_a_course_that_cannot_be_read_is_not_reviewed(tmp_path: Path) -> None:
    text, status = run(write(tmp_path, section("Lists leak {cite}`nobody-99`.")))
    assert status == 2
    assert "citation-unknown" in text


def test_a_review_without_its_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "NEEDED", {"no_such_package": "no-such-package"})
    said, status = command.run(tmp_path)
    assert status == 2
    assert "no-such-package" in said
    assert "counteroffer[review]" in said
