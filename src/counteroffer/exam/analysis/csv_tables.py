"""Reading tables (CSV) of answers and ratings: every fault with its line and how to mend it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from counteroffer.course.diagnostics import Faults

MOST_BYTES = 200_000_000


def rows(path: Path, columns: Sequence[str], faults: Faults) -> Iterator[tuple[int, dict[str, str]]]:
    """The line and the cells of every row of a table that has these columns, in any order. Faults are noted."""
    text = _text(path, faults)
    if text is None:
        return
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
            faults.add(path, 1, "table-columns", f"The first line lacks {', '.join(missing)}.", f"Begin with: {','.join(columns)}")
            return
        for row in reader:
            if None in row or None in row.values():
                faults.add(
                    path, reader.line_num, "table-row", "This row has more or fewer cells than the first line.", "Give one for each column."
                )
            else:
                yield reader.line_num, {name: row[name].strip() for name in columns}
    except csv.Error as wrong:
        faults.add(path, reader.line_num + 1, "table-csv", f"This is not a table: {wrong}.", "Save it as CSV.")


def share(text: str) -> float | None:
    """A number from 0 to 1, or nothing."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def _text(path: Path, faults: Faults) -> str | None:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        faults.add(path, 1, "table-file", f"It cannot be read: {error.strerror}.", "Name another file.")
        return None
    if len(data) > MOST_BYTES:
        faults.add(path, 1, "table-size", "It is larger than 200 MB.", "Give one sitting at a time.")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(path, data.count(b"\n", 0, error.start) + 1, "table-encoding", "This line is not UTF-8.", "Save it as CSV UTF-8.")
        return None
