"""Every claim of the founding text is taught, every objective is taught and practised, and the timeline is read like the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.trace import CasePlace, ItemPlace, services, traces

Change = Callable[[Path, str, str], None]

TIMELINE = """\
places: {here: Here}
themes: {force: Force}
events:
- {date: '2012', label: First, phase: one, place: here, theme: force, cite: [fact-01]}
- {date: 2013-07, until: 2013-09, label: Second, place: here, theme: force, cite: [fact-02]}
"""


@pytest.fixture
def founded(small: Path) -> Path:
    """The small course with its first fact as a claim of a founding text, and others that speak to it."""
    for path in small.rglob("*"):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("fact-01", "seed-01").replace("one2020`.", "one2020 seed-01`."), encoding="utf-8")
    facts = small / "assets/evidence/facts-small.yml"
    text = facts.read_text(encoding="utf-8").replace("confidence: stated", "confidence: contested\n  contested_by: [fact-02]")
    more = "".join(
        f"- {{id: {id_}, claim: More., source: two2021, locator: p. 1, theme: context, confidence: stated, "
        f"relation_to_seed: {relation}, seed_refs: [seed-01]}}\n"
        for id_, relation in (("fact-03", "expands"), ("fact-04", "corroborates"), ("fact-05", "contests"))
    )
    facts.write_text(text + more, encoding="utf-8")
    return small


def test_every_claim_of_the_founding_text_is_taught(course: Catalogue) -> None:
    found = traces(course)
    assert [one.fact.id for one in found] == [f"seed-{number:02}" for number in range(1, 77)]
    assert [one.fact.id for one in found if not one.sections] == [], "a unit must cite each of these"


def test_every_objective_has_a_unit_and_an_item(course: Catalogue) -> None:
    found = services(course)
    assert [one.objective.id for one in found] == list(course.objectives)
    lacking = {one.objective.id: one.lacks() for one in found if one.lacks()}
    assert lacking == {}, "declare the objective in a unit, or write an item for it"


def test_every_section_and_item_of_a_trace_is_there(course: Catalogue) -> None:
    units = course.units()
    items = {item.id for check in course.checks.values() for item in check.items}
    for one in traces(course):
        for section in one.sections:
            assert section.anchor is None or units[section.unit][0].headings[section.anchor] == section.title
        assert {place.item for place in one.items} <= items


def test_what_was_read_is_not_read_again(founded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = load_course(founded)
    for name in ("read_text", "read_bytes", "open"):
        monkeypatch.setattr(Path, name, lambda *_, **__: pytest.fail("a file is read"))
    assert traces(course)
    assert services(course)


def test_a_citation_belongs_to_the_heading_above_it(founded: Path) -> None:
    (trace,) = traces(load_course(founded))
    assert [(one.number, one.anchor, one.title) for one in trace.sections] == [
        ("1.1", None, "First unit"),
        ("1.1", "a-section", "A section"),
    ]


def test_a_claim_without_a_citation_is_untaught(founded: Path) -> None:
    unit = founded / "chapters/part-1/first-unit.md"
    unit.write_text(unit.read_text(encoding="utf-8").replace("seed-01", "fact-02"), encoding="utf-8")
    (trace,) = traces(load_course(founded))
    assert not trace.sections
    assert trace.items


def test_items_and_cases_are_listed_once_in_order(founded: Path) -> None:
    (trace,) = traces(load_course(founded))
    assert trace.items[0] == ItemPlace("1.1", "chapters/part-1/first-unit", 1, "item-single")
    assert [one.place for one in trace.items] == [1, 2, 3, 4, 5]
    assert [one.case for one in trace.cases] == ["small-case"]


def test_sources_stand_to_a_claim_as_it_says_before_as_they_say(founded: Path) -> None:
    (trace,) = traces(load_course(founded))
    said = [(one.stance, one.fact.id) for one in trace.standings]
    assert said == [("disputes", "fact-02"), ("same-way", "fact-04"), ("adds", "fact-03"), ("other-way", "fact-05")]


def test_an_objective_without_items_is_lacking(small: Path, change: Change) -> None:
    change(
        small / "assets/objectives.yml",
        "- {id: CO1.a, text: explain it, level: understand}",
        "- {id: CO1.a, text: explain it, level: understand}\n- {id: CO1.b, text: do it, level: apply}",
    )
    change(small / "exercises/cases/small-case.yml", "  - id: speak-1\n", "  - id: speak-1\n    objectives: [CO1.b]\n")
    served, lacking = services(load_course(small))
    assert served.lacks() == []
    assert [front.number for _, front in served.units] == ["1.1", "1.2"]
    assert lacking.lacks() == ["unit", "item"]
    assert lacking.decisions == [CasePlace("small-case", "Step 1", "chapters/part-1/second-unit", "step-1")]


def test_events_stand_in_order_and_no_year_is_ours(course: Catalogue) -> None:
    assert course.chronology is not None
    events = course.chronology.events
    assert [event.date for event in events] == sorted(event.date for event in events)
    for event in events:
        said = " ".join(course.facts[cite].claim for cite in event.cite)
        # a fact may write "2015-16"
        for date in filter(None, (event.date, event.until)):
            assert date[:4] in said or f"-{date[2:4]}" in said, f"{event.label}: no cited fact names {date[:4]}"


BREAKS = [
    ("fact-02", "fact-09", "citation-unknown"),
    ("phase: one", "phase: none", "phase-unknown"),
    ("label: First, phase: one, place: here", "label: First, place: there", "content-shape"),
    ("{force: Force}", "{force: Force, tribes: Tribes}", "content-shape"),
    ("until: 2013-09", "until: 2013-07", "content-shape"),
    ("date: '2012'", "date: '2014'", "content-shape"),
    ("date: '2012'", "date: about 2012", "content-shape"),
]


@pytest.mark.parametrize(("old", "new", "code"), BREAKS)
def test_a_fault_of_the_timeline_is_reported(small: Path, old: str, new: str, code: str) -> None:
    path = small / "assets/timeline.yml"
    path.write_text(TIMELINE, encoding="utf-8")
    assert load_course(small).chronology is not None
    path.write_text(TIMELINE.replace(old, new), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_course(small)
    assert [(one.file, one.code) for one in caught.value.diagnostics] == [("assets/timeline.yml", code)]


def test_a_course_may_have_no_timeline(small: Path) -> None:
    assert load_course(small).chronology is None
