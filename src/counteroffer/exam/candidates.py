"""The list of candidates that a body hands over: a CSV with a line for each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from counteroffer.course.diagnostics import CourseError, Faults

_MEANT = "Columns: name (or number), and as wanted language, extra_minutes, break_minutes, group."
# signs that can be printed: no database, log or spreadsheet reads these as anything but text
_PRINTED = r"^[^\x00-\x1f\x7f]*$"


class Row(BaseModel):
    """A candidate: `name` may be a number; `group` is kept only where a body examines for differential item functioning."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=1, max_length=200, pattern=_PRINTED)
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", max_length=20)
    extra_minutes: int = Field(default=0, ge=0, le=600)
    break_minutes: int = Field(default=0, ge=0, le=600)
    group: str = Field(default="", max_length=40, pattern=_PRINTED)


def read_candidates(path: Path) -> list[Row]:
    """Every candidate. Raises CourseError with every fault by its line."""
    try:
        return candidates_in(path.read_bytes(), path)
    except OSError as error:
        faults = Faults(path.resolve().parent)
        faults.add(path.resolve(), 1, "candidates-unreadable", f"This cannot be read ({error.strerror}).", _MEANT)
        raise CourseError(faults) from None


def candidates_in(data: bytes, path: Path) -> list[Row]:
    """Every candidate of a list that was read already; `path` is what faults call it. Raises CourseError with every fault by its line."""
    faults = Faults(path.resolve().parent)
    found: list[Row] = []
    try:
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
        for line, told in _rows(csv.DictReader(text, strict=True)):
            try:
                found.append(Row.model_validate({name: value for name, value in told.items() if value or name == "name"}))
            except ValidationError as error:
                for one in error.errors():
                    where = ".".join(map(str, one["loc"])) or "the line"
                    faults.add(path.resolve(), line, "candidate", f"{where}: {one['msg']}.", _MEANT)
    except (UnicodeDecodeError, csv.Error) as error:
        faults.add(path.resolve(), 1, "candidates-unreadable", f"This is no CSV in UTF-8 ({error}).", _MEANT)
    names = [one.name for one in found]
    for name in sorted({name for name in names if names.count(name) > 1}):
        faults.add(path.resolve(), 1, "candidate-twice", f"`{name}` stands here twice.", "Tell two people of one name apart.")
    if not found and not len(faults):
        faults.add(path.resolve(), 1, "candidates-none", "There are no candidates here.", _MEANT)
    if len(faults):
        raise CourseError(faults)
    return found


def _rows(reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for told in reader:
        # cells beyond the head are collected under None
        extra = told.pop(None, None)
        yield (
            reader.line_num,
            {str(name).strip(): value or "" for name, value in told.items()} | ({"(beyond the head)": "x"} if extra else {}),
        )
