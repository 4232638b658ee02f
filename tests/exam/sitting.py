"""A sitting of a pilot, as tests hand it out and fill it in."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.pilot import answers, face
from counteroffer.pilot.sheet import Sheet, Shown, draw, items_of

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def handed_out(course: Catalogue, folder: Path, shown: Shown = "everything", **more: str) -> Sheet:
    checks = list(course.checks.values())
    sheet = draw(checks, bank="practice", shown=shown, seed=more.get("seed", "s"))
    face.write(course, checks, sheet, folder)
    return sheet


def right(course: Catalogue, sheet: Sheet) -> dict[str, str]:
    """The right answers in letters, as a reader would write them."""
    told = {}
    for number, (_, item) in items_of(course.checks.values(), sheet).items():
        question = sheet.questions[number - 1]
        letter = {id_: chr(65 + place) for place, id_ in enumerate(question.options)}
        number_of = {id_: place for place, id_ in enumerate(question.lefts, 1)}
        key = item.key()
        if isinstance(key, str):
            told[str(number)] = letter[key]
        elif isinstance(key, list):
            told[str(number)] = " ".join(letter[id_] for id_ in key)
        elif item.kind == "matching":
            told[str(number)] = " ".join(f"{number_of[left]}{letter[right]}" for left, right in key.items())
        else:
            told[str(number)] = ", ".join(f"{letter[id_]}{rating}" for id_, rating in key.items())
    return told


def filled(sheet: Sheet, said: dict[str, str], sitter: str = "a1", group: str = "outsider") -> str:
    """The blank answers as a sitter fills them in."""
    about = {"sitter": sitter, "who": "person", "group": group, "date": "2026-11-28"}
    rows = list(csv.reader(io.StringIO(answers.blank(sheet))))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([row[0], row[1], {**about, **said}.get(row[0], row[2])] for row in rows)
    return out.getvalue()


def sat(folder: Path, name: str, text: str) -> None:
    (folder / "returned" / f"{name}.csv").write_text(text, encoding="utf-8")
