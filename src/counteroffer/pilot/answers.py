"""What comes back from a sitter: a CSV file of rows `question, how, answer`, of which the first say who sat, and when."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.items import Response
from counteroffer.course.textfile import read_text
from counteroffer.pilot.notation import how, read_answer
from counteroffer.pilot.sheet import Sheet

RETURNED = "returned"
COLUMNS = ("question", "how", "answer")
Group = Literal["outsider", "reader"]
# The rows that say who sat: name, how it is filled in, and what it must look like.
_ABOUT = {
    "sheet": ("Leave this as it is.", re.compile(r"[0-9a-f]{12}")),
    "sitter": ("A name for this sitting, never a person's own, such as a1.", re.compile(r"[\w .-]{1,40}")),
    "who": ("person, or model", re.compile(r"person|model")),
    "model": ("If a model: its name and version. Else leave empty.", re.compile(r".{0,80}")),
    "group": ("outsider (has not read the course), or reader", re.compile(r"outsider|reader")),
    "date": ("Such as 2026-11-28.", re.compile(r"\d{4}-\d\d-\d\d")),
}


@dataclass(frozen=True)
class Sitting:
    """One sitter's answers, by the number of the question; None where nothing was written."""

    file: str
    sitter: str
    who: Literal["person", "model"]
    model: str
    group: Group
    date: str
    answers: dict[int, Response | None]


def blank(sheet: Sheet) -> str:
    """The text of an answers file that is still to be filled in."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([name, told, sheet.id if name == "sheet" else ""] for name, (told, _) in _ABOUT.items())
    rows.writerows([one.number, how(one.kind), ""] for one in sheet.questions)
    return out.getvalue()


def returned(folder: Path) -> list[Path]:
    """The answers that came back for the sheet in `folder`, by name."""
    return sorted((folder / RETURNED).glob("*.csv"))


def read_answers(folder: Path, sheet: Sheet) -> list[Sitting]:
    """Every sitting of a sheet. Raises CourseError with every fault, each with file, line and remedy."""
    faults = Faults(folder.parent)
    found = [_read(path, sheet, faults) for path in returned(folder)]
    if not found:
        faults.add(folder / RETURNED, 1, "answers-missing", "No answers have come back.", f"Put each sitter's CSV file into {RETURNED}/.")
    names: dict[str, str] = {}
    for one in filter(None, found):
        if one.sitter in names:
            message = f"{names[one.sitter]} names the sitter {one.sitter!r} too."
            faults.add(folder / RETURNED / one.file, 1, "answers-twice", message, "Give each sitting a name of its own.")
        names[one.sitter] = one.file
    if len(faults):
        raise CourseError(faults)
    return [one for one in found if one]


def _read(path: Path, sheet: Sheet, faults: Faults) -> Sitting | None:
    before = len(faults)
    text = read_text(path, faults)
    rows: dict[str, tuple[int, str]] = {}
    try:
        rows = dict(_rows(path, text, faults)) if text is not None else {}
    except csv.Error as wrong:
        faults.add(path, 1, "answers-csv", f"This is not a table: {wrong}.", "Save it as CSV.")
    if len(faults) > before:
        return None
    about = {name: _about(name, rows, path, faults) for name in _ABOUT}
    if about["sheet"] and about["sheet"] != sheet.id:
        message = f"These answers are to sheet {about['sheet']}, not to {sheet.id}."
        faults.add(path, rows["sheet"][0], "answers-sheet", message, "Put them into the folder of their own sheet.")
        return None
    answers: dict[int, Response | None] = {}
    for question in sheet.questions:
        line, said = rows.pop(str(question.number), (0, ""))
        if not line:
            remedy = "Add its row, with an empty answer if nothing was answered."
            faults.add(path, 1, "answers-row", f"Question {question.number} has no row.", remedy)
        try:
            answers[question.number] = read_answer(question, said)
        except ValueError as wrong:
            faults.add(path, line, "answers-form", f"Question {question.number}: {said.strip()!r}.", str(wrong))
    for name, (line, _) in rows.items():
        if name not in _ABOUT:
            faults.add(path, line, "answers-unknown", f"The sheet has no question {name!r}.", "Correct the number, or take the row out.")
    if len(faults) > before:
        return None
    who, group = cast("Literal['person', 'model']", about["who"]), cast("Group", about["group"])
    return Sitting(path.name, about["sitter"], who, about["model"], group, about["date"], answers)


def _rows(path: Path, text: str, faults: Faults) -> Iterator[tuple[str, tuple[int, str]]]:
    """Each row by its question, with its line and what is answered. A spreadsheet may have written semicolons for commas."""
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    header = [name.strip().lower() for name in next(reader, [])]
    if not {"question", "answer"} <= set(header):
        remedy = f"Begin the file with a row of the names {', '.join(COLUMNS)}, as it was handed out."
        faults.add(path, 1, "answers-header", "The columns `question` and `answer` are not named.", remedy)
        return
    seen: set[str] = set()
    for row in reader:
        cells = dict(zip(header, row, strict=False))
        name, line = cells.get("question", "").strip().lower(), reader.line_num
        if not name and not "".join(row).strip():
            continue
        if name in seen:
            faults.add(path, line, "answers-row", f"The row {name!r} stands twice.", "Take one of them out.")
        seen.add(name)
        yield name, (line, cells.get("answer", ""))


def _about(name: str, rows: dict[str, tuple[int, str]], path: Path, faults: Faults) -> str:
    told, pattern = _ABOUT[name]
    line, said = rows.get(name, (1, ""))
    said = said.strip() if name in {"sitter", "model"} else said.strip().lower()
    right = bool(pattern.fullmatch(said)) and (name != "date" or _is_day(said))
    if name == "model" and not said:
        right = rows.get("who", (1, ""))[1].strip().lower() != "model"
    if not right:
        faults.add(path, line, "answers-about", f"The row `{name}` says {said!r}." if said else f"The row `{name}` is empty.", told)
    return said


def _is_day(said: str) -> bool:
    try:
        return bool(date.fromisoformat(said))
    except ValueError:
        return False
