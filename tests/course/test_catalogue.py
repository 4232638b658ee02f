"""A fault in the content is reported with file, line and remedy, and all faults at once."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.diagnostics import Diagnostic
from counteroffer.review.command import run
from counteroffer.twin.reference import reference_html

Change = Callable[[Path, str, str], None]

# file, text to replace, what to put there, code of the fault, line on which it is reported
BREAKS = [
    ("exercises/checks/first-unit.yml", "  level: apply\n", "  level: guess\n", "content-shape", 7),
    ("exercises/checks/first-unit.yml", "kind: single", "kind: riddle", "item-kind", 5),
    ("exercises/checks/first-unit.yml", "key: true, feedback: Yes.", "feedback: Yes.", "content-shape", 4),
    ("exercises/checks/first-unit.yml", "- id: item-multiple", "- id: item-single", "item-twice", 15),
    ("exercises/checks/first-unit.yml", "  section: a-section", "  section: no-section", "section-unknown", 8),
    ("exercises/checks/first-unit.yml", "cite: [one2020]", "cite: [one2019]", "citation-unknown", 4),
    ("exercises/checks/first-unit.yml", "cite: [one2020]", "cite: []", "content-shape", 14),
    ("exercises/checks/first-unit.yml", "check: first-unit", "check: other-unit", "check-file-name", 1),
    ("exercises/checks/first-unit.yml", "  stem: What does it mean?", "  stem: What does: it mean?", "yaml-syntax", 10),
    ("exercises/checks/first-unit.yml", "  vignette:", "  vinaigrette:", "content-shape", 9),
    ("chapters/part-1/first-unit.md", "{cite}`fact-01`", "{cite}`fact-09`", "citation-unknown", 11),
    ("chapters/part-1/first-unit.md", "<tamkin>", "<tamkim>", "word-unknown", 18),
    ("chapters/part-1/first-unit.md", "#another-section", "#some-section", "anchor-unknown", 18),
    ("chapters/part-1/first-unit.md", "second-unit.md", "third-unit.md", "link-broken", 18),
    ("chapters/part-1/first-unit.md", "admonition too {cite}`one2020`", "admonition too {cite}`one2O20`", "citation-unknown", 22),
    ("chapters/part-1/first-unit.md", "```{check} first-unit", "```{check} first", "check-unknown", 30),
    ("chapters/part-1/first-unit.md", "```{explorer} phase-map", "```{explorer} map", "explorer-unknown", 25),
    ("chapters/part-1/first-unit.md", "objectives: [CO1.a]", "objectives: [CO1.b]", "objective-unknown", 5),
    ("chapters/part-1/first-unit.md", "as_of: 2026-02", "as_of: spring", "content-shape", 6),
    ("chapters/part-1/first-unit.md", "unit: first-unit", "unit: fist-unit", "unit-file-name", 2),
    ("chapters/part-1/second-unit.md", "```{case} small-case", "```{case} big-case", "case-unknown", 15),
    ("chapters/index.md", "/chapters/part-1/first-unit", "/chapters/part-1/first", "link-broken", 5),
    ("assets/sources.bib", "  year = {2020},", "  year = {2020,", "bibtex-syntax", None),
    ("assets/evidence/facts-small.yml", "source: one2020", "source: one2019", "source-unknown", 3),
    ("assets/evidence/facts-small.yml", "contested_by: [fact-01]", "contested_by: [fact-07]", "fact-unknown", 7),
    ("assets/evidence/facts-small.yml", "- id: fact-02", "- id: fact-01", "fact-twice", 7),
    ("assets/glossary.yml", "cite: [fact-01]", "cite: [fact-11]", "citation-unknown", 5),
    ("assets/explorers/phase-map.yml", "audience: elders", "audience: elder", "content-shape", 18),
    ("assets/offer-audit.yml", "- {id: four, label", "- {id: fifth, label", "content-shape", 18),
    ("assets/offer-audit.yml", "- id: files", "- id: ties", "content-shape", 104),
    ("assets/offer-audit.yml", "Income in phase one., cite: [fact-01]", "Income in phase one., cite: []", "content-shape", 29),
    ("assets/offer-audit.yml", "Income in phase one., cite: [fact-01]", "Income in phase one., cite: [fact-11]", "citation-unknown", 29),
    ("assets/offer-audit.yml", "two: {code: 1, basis: kept, note: Income", "two: {code: 5, basis: kept, note: Income", "content-shape", 30),
    ("assets/offer-audit.yml", "three: {code: 3, basis: promised, note: Income", "three: {code: 3, note: Income", "content-shape", 31),
    ("assets/offer-audit.yml", "Nothing found on income.}", "Nothing found on income., contested: true}", "content-shape", 32),
    ("assets/offer-audit.yml", "[No income at all, Little income, ", "[No income at all, ", "content-shape", 27),
    ("assets/offer-audit.yml", "Mend income., cite: [fact-01]", "Mend income., cite: [fact-10]", "citation-unknown", 33),
    (
        "assets/offer-audit.yml",
        "Mend income., cite: [fact-01], unit: first-unit",
        "Mend income., cite: [fact-01], unit: fist-unit",
        "unit-unknown",
        33,
    ),
    (
        "assets/offer-audit.yml",
        "Mend income., cite: [fact-01], unit: first-unit, section: a-section",
        "Mend income., cite: [fact-01], unit: first-unit, section: section",
        "section-unknown",
        33,
    ),
    ("assets/offer-audit.yml", "{text: Begin., cite: [one2020]}", "{text: Begin., cite: [one2019]}", "citation-unknown", 119),
    ("exercises/cases/small-case.yml", "rests_on: [fact-01, fact-02]", "rests_on: [fact-01]", "case-rests-on", 179),
    ("exercises/cases/small-case.yml", "go: alone}\n  - id: speak-6", "go: lone}\n  - id: speak-6", "case-goes-nowhere", 158),
    ("exercises/cases/small-case.yml", "has: [saw-letter]", "has: [saw-leter]", "case-flag-unknown", 50),
    ("exercises/cases/small-case.yml", "cards: [letter, rumour]", "cards: [letter, rumor]", "case-card-unknown", 22),
    ("exercises/cases/small-case.yml", "at_least: {pull: 7}", "at_least: {pul: 7}", "case-meter-unknown", 174),
]


def faults(root: Path) -> list[Diagnostic]:
    with pytest.raises(CourseError) as caught:
        load_course(root)
    return caught.value.diagnostics


def test_small_course_has_no_fault(small: Path) -> None:
    assert list(load_course(small).units()) == ["first-unit", "second-unit"]


@pytest.mark.parametrize(("file", "old", "new", "code", "line"), BREAKS, ids=[f"{b[3]}-{i}" for i, b in enumerate(BREAKS)])
def test_fault_names_file_line_and_remedy(small: Path, change: Change, file: str, old: str, new: str, code: str, line: int | None) -> None:
    change(small / file, old, new)
    found = [one for one in faults(small) if one.code == code]
    assert found, f"no {code} among {faults(small)}"
    assert found[0].file == file
    assert line is None or found[0].line == line
    assert found[0].remedy.endswith((".", "?"))


@pytest.mark.parametrize("sort", ["chapters/**/*.md", "assets/**/*.yml", "exercises/**/*.yml", "*.bib", "_toc.yml", "_config.yml"])
def test_a_mark_of_byte_order_is_no_fault(small: Path, sort: str) -> None:
    def read() -> object:
        course = load_course(small)
        parts = {one.name: getattr(course, one.name) for one in fields(course) if one.name != "files"}
        pages = [one.text for one in course.chapters.values()]
        return parts, pages, run(small)

    before, paths = read(), list(small.rglob(sort))
    assert paths
    for path in paths:
        path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())
    assert read() == before


def test_a_mark_of_byte_order_before_translations_is_no_fault(small: Path) -> None:
    place = small / "locale/fr/LC_MESSAGES/assets/glossary.po"
    place.parent.mkdir(parents=True)
    plain = load_course(small).words["tamkin"].plain
    place.write_bytes(codecs.BOM_UTF8 + f'msgid "{plain}"\nmsgstr "The same, in French"\n'.encode())
    assert load_course(small, language="fr").words["tamkin"].plain == "The same, in French"


def test_all_faults_are_reported_at_once(small: Path, change: Change) -> None:
    for file, old, new, _, _ in (BREAKS[1], BREAKS[10], BREAKS[23], BREAKS[27]):
        change(small / file, old, new)
    assert {"item-kind", "citation-unknown", "source-unknown", "content-shape"} <= {one.code for one in faults(small)}


def test_what_follows_from_a_fault_is_withheld(small: Path, change: Change) -> None:
    change(small / "exercises/checks/first-unit.yml", "check: first-unit", "check: [first-unit")
    change(small / "assets/sources.bib", "  year = {2020},", "  year = {2020,")
    assert [one.code for one in faults(small)] == ["bibtex-syntax", "yaml-syntax"]


def test_nearest_name_is_offered(small: Path, change: Change) -> None:
    change(small / "chapters/part-1/first-unit.md", "<tamkin>", "<tamkim>")
    assert "`tamkin`" in faults(small)[0].remedy


def test_phases_of_the_sheet_are_those_of_the_map(small: Path, change: Change) -> None:
    change(small / "assets/explorers/phase-map.yml", "- {id: four, label", "- {id: fourth, label")
    found = [(one.file, one.line, one.code) for one in faults(small)]
    assert found == [("assets/offer-audit.yml", 12, "phase-unknown")]


def test_a_course_without_the_sheet_is_a_course(small: Path) -> None:
    (small / "assets/offer-audit.yml").unlink()
    assert load_course(small).audit is None


def test_fact_cited_in_an_item_leads_to_its_sources(course: Catalogue) -> None:
    assert [source.key for source in course.sources_of(["seed-01"])] == ["ingram2022defection"]


def test_equal_labels_get_a_letter(course: Catalogue) -> None:
    labels = [source.label for source in course.sources.values()]
    assert len(set(labels)) == len(labels)


def test_a_label_is_a_name_and_a_year(course: Catalogue) -> None:
    """What a record says of the copy, the day or whoever was followed stands in the bibliography, and not where a claim is cited."""
    labels = {key: source.label for key, source in course.sources.items()}
    assert labels["washpost2018goudoumaria"] == "The Washington Post 2018"
    assert labels["dailypost2021zulum"] == "Daily Post (Nigeria) 2021"
    assert labels["medialine2026"] == "The Media Line 2026"
    assert labels["kurdistan24_2019deathlist"] == "GFATF 2019"
    assert labels["washpost_nd_africa"] == "Unsigned n.d."
    assert labels["ezidi2021captivity"] == "Ezidi survivors, families of the missing, activists and organisations 2021"
    for label in labels.values():
        assert not re.search(
            r"page address|seen in|[Rr]e-post|not displayed|\b(\d{4}) \1\b|, (?:after|as carried|citing|quoting|report)", label
        ), label
    assert "title from the page address" in reference_html(course, course.sources["dailypost2021zulum"]), "the bibliography keeps it"


def test_incomplete_record_says_so(small: Path) -> None:
    course = load_course(small)
    reference = reference_html(course, course.sources["two2021"])
    assert "Details incomplete: author not shown." in reference


def test_no_link_to_pages_that_reproduce_the_groups_documents(course: Catalogue) -> None:
    hosts = ("aymennjawad", "syriahr", "isisfiles")
    assert not [one.key for one in course.sources.values() if one.address and any(host in one.address for host in hosts)]


def test_units_stand_as_their_numbers_count(small: Path, change: Change) -> None:
    change(small / "chapters/part-1/first-unit.md", 'number: "1.1"', 'number: "1.10"')
    assert list(load_course(small).units()) == ["second-unit", "first-unit"], "1.10 comes after 1.2"
