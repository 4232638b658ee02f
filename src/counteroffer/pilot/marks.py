"""Marks of sittings: what each answer earns, beside what an answer at random can expect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counteroffer.course.blueprint import outcome_of
from counteroffer.course.items import Check
from counteroffer.course.marking import expected_random, mark
from counteroffer.language import ENGLISH
from counteroffer.pilot.answers import Sitting, read_answers
from counteroffer.pilot.seal import check_seal
from counteroffer.pilot.sheet import Bank, Shown, items_of, read_sheet

# for staff, whose pages are in English
_ = ENGLISH.gettext
# Who answered, and from what.
OPTIONS, OUTSIDERS, READERS, OPEN, OTHER = (
    _("outsiders, options only"),
    _("outsiders, everything but the course"),
    _("readers, from memory"),
    _("readers, units open"),
    _("readers, options only"),
)


@dataclass(frozen=True)
class Mark:
    """One answer to one item. `earned` and `chance` run from 0 to 1; `blank` is an answer that was not given, and earns 0."""

    condition: str
    sitter: str
    item: str
    edition: str
    kind: str
    outcome: str
    earned: float
    chance: float
    blank: bool


@dataclass(frozen=True)
class Sat:
    """One sitting, as a report names it, with the seal's fingerprint and the number of answers given and asked for."""

    sheet: str
    condition: str
    sitter: str
    who: str
    date: str
    given: int
    asked: int
    seal: str


@dataclass(frozen=True)
class Pilot:
    """All that was sat. `changed` are items whose text has changed since, or that are gone: their answers count no more."""

    bank: Bank
    sat: tuple[Sat, ...]
    marks: tuple[Mark, ...]
    changed: tuple[str, ...]


def condition_of(shown: Shown, sitting: Sitting) -> str:
    """Under which heading a sitting counts: who has the units open is a reader, whatever was read before."""
    if shown == "units":
        return OPEN
    if shown == "options":
        return OPTIONS if sitting.group == "outsider" else OTHER
    return OUTSIDERS if sitting.group == "outsider" else READERS


def read_pilot(folders: Sequence[Path], checks: Sequence[Check]) -> Pilot:
    """Every sitting of some sheets, marked. Seals are looked at before any key.

    Raises CourseError where answers cannot be read or are not as they were sealed, ValueError where sheets of both banks are mixed.
    """
    seals = [check_seal(folder).fingerprint for folder in folders]
    sheets = [read_sheet(folder) for folder in folders]
    if len({one.bank for one in sheets}) > 1:
        raise ValueError("Some of these sheets are of the practice bank and some of the certification bank: score them apart.")
    sat: list[Sat] = []
    marks: list[Mark] = []
    changed: set[str] = set()
    for folder, sheet, seal in zip(folders, sheets, seals, strict=True):
        known = items_of(checks, sheet)
        changed |= {one.item for one in sheet.questions if one.number not in known}
        for one in read_answers(folder, sheet):
            condition = condition_of(sheet.shown, one)
            given = sum(answer is not None for answer in one.answers.values())
            who = _("a model ({model})", model=one.model) if one.who == "model" else _("a person")
            sat.append(Sat(sheet.id, condition, one.sitter, who, one.date, given, len(one.answers), seal))
            for question in sheet.questions:
                if question.number in known:
                    item, answer = known[question.number][1], one.answers[question.number]
                    earned, chance = float(mark(item, answer)), float(expected_random(item))
                    told = (item.id, question.edition, item.kind, outcome_of(item))
                    marks.append(Mark(condition, f"{sheet.id} {one.sitter}", *told, earned, chance, answer is None))
    return Pilot(sheets[0].bank, tuple(sat), tuple(marks), tuple(sorted(changed)))
