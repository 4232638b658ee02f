"""The answers of a sitting, from a long table: candidate, form, item, response, mark, seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.exam.analysis.csv_tables import rows, share

COLUMNS = ("candidate", "form", "item", "response", "mark", "seconds")
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Answer:
    """One row. `response` is empty where nothing was answered, `mark` from 0 to 1, `seconds` None where they were not measured."""

    candidate: str
    form: str
    item: str
    response: str
    mark: float
    seconds: float | None = None


@dataclass(frozen=True)
class Form:
    """Everybody who sat one form: `marks` is an array of candidates × items, `responses` the answers in the same places."""

    name: str
    candidates: tuple[str, ...]
    items: tuple[str, ...]
    marks: Array
    responses: tuple[tuple[str, ...], ...]

    @property
    def scores(self) -> Array:
        """The sum of marks of each candidate."""
        return np.asarray(self.marks.sum(axis=1))


def read_answers(path: Path) -> list[Answer]:
    """Every row of the table. Raises CourseError with all faults."""
    faults, found = Faults(path.parent), []
    seen: dict[tuple[str, str], int] = {}
    for line, row in rows(path, COLUMNS, faults):
        mark, seconds = share(row["mark"]), _seconds(row["seconds"])
        key = row["candidate"], row["item"]
        if mark is None:
            faults.add(path, line, "answer-mark", f"The mark is {row['mark']!r}.", "Give a number from 0 to 1.")
        elif seconds is not None and not 0 <= seconds < 1e7:
            faults.add(path, line, "answer-seconds", f"The seconds are {row['seconds']!r}.", "Give a number, or leave the cell empty.")
        elif not (row["candidate"] and row["form"] and row["item"]):
            faults.add(path, line, "answer-empty", "Candidate, form or item is empty.", "Fill all three.")
        elif key in seen:
            remedy = "Leave one of them; candidates who sit twice get two numbers."
            faults.add(path, line, "answer-twice", f"{key[0]} has answered {key[1]} in line {seen[key]} already.", remedy)
        else:
            seen[key] = line
            found.append(Answer(row["candidate"], row["form"], row["item"], row["response"], mark, seconds))
    if not found and not len(faults):
        faults.add(path, 1, "answers-none", "There are no answers here.", "Give a row for each candidate and item.")
    _check_whole(path, found, seen, faults)
    if len(faults):
        raise CourseError(faults)
    return found


def forms(answers: Iterable[Answer]) -> list[Form]:
    """The answers form by form; every candidate of a form has answered or left each of its items."""
    by: dict[str, dict[str, dict[str, Answer]]] = defaultdict(lambda: defaultdict(dict))
    for one in answers:
        by[one.form][one.candidate][one.item] = one
    found = []
    for name, sat in sorted(by.items()):
        items = tuple(sorted({item for own in sat.values() for item in own}))
        marks = np.array([[own[item].mark for item in items] for own in sat.values()])
        responses = tuple(tuple(own[item].response for item in items) for own in sat.values())
        found.append(Form(name, tuple(sat), items, marks, responses))
    return found


def _seconds(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return -1.0


def _check_whole(path: Path, found: list[Answer], lines: dict[tuple[str, str], int], faults: Faults) -> None:
    items: dict[str, set[str]] = defaultdict(set)
    own: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        items[one.form].add(one.item)
        own[one.candidate][one.form].add(one.item)
    for candidate, sat in own.items():
        line = min(lines[candidate, item] for some in sat.values() for item in some)
        if len(sat) > 1:
            remedy = "Give candidates who sit twice two numbers."
            faults.add(path, line, "answer-forms", f"{candidate} sits more than one form: {', '.join(sorted(sat))}.", remedy)
            continue
        for form, some in sat.items():
            if missing := sorted(items[form] - some):
                remedy = "Give a row for what was left out, with an empty response and mark 0."
                faults.add(path, line, "answer-missing", f"{candidate} has no row for {', '.join(missing)} of form {form}.", remedy)
