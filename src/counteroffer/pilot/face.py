"""What is handed out: the sheet as one HTML file that prints and can be typed into, the blank answers, and the units for readers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.items import Check, Item
from counteroffer.pilot.answers import RETURNED, blank
from counteroffer.pilot.notation import EXAMPLES
from counteroffer.pilot.sheet import FILE, Sheet, items_of, laid
from counteroffer.review.manuscript import APPENDICES
from counteroffer.review.pages import read_page
from counteroffer.twin.templates import environment

HERE = Path(__file__).parent
SHEET, ANSWERS, UNITS = "sheet.html", "answers.csv", "units.html"


def write(course: Catalogue, checks: Sequence[Check], sheet: Sheet, folder: Path) -> list[Path]:
    """Write the sheet's files into `folder` and name them: what is handed out first, the leader's own file last."""
    asked = items_of(checks, sheet)
    files = {SHEET: sheet_html(course, asked, sheet), ANSWERS: blank(sheet)}
    if sheet.shown == "units":
        files[UNITS] = units_html(course, [asked[one.number] for one in sheet.questions])
    files[FILE] = sheet.text()
    (folder / RETURNED).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def sheet_html(course: Catalogue, asked: dict[int, tuple[Check, Item]], sheet: Sheet) -> str:
    """The questions as one page that asks no other file for anything. It holds neither key nor feedback, nor the name of an item."""
    questions = []
    situation = None
    for question in sheet.questions:
        check, item = asked[question.number]
        told = None if sheet.shown == "options" or check.check == situation else check.scenario
        situation = check.check if check.scenario else None
        texts = _texts(laid(item, sheet.seed))
        parts = {"options": [texts[id_] for id_ in question.options], "lefts": [texts[id_] for id_ in question.lefts]}
        questions.append({"asked": question, "item": item, "scenario": told, "how": course.language.say(EXAMPLES[item.kind]), **parts})
    script = Markup((HERE / "sheet.js").read_text(encoding="utf-8"))  # noqa: S704 (our own)
    return _render(course, "sheet.html", sheet=sheet, questions=questions, script=script, blank=blank(sheet))


def _texts(item: Item) -> dict[str, str]:
    """What stands behind each id of an item's parts."""
    found: dict[str, str] = {}
    for part in (part for name in item.parts for part in getattr(item, name)):
        pair = {"id": "left", "right_id": "right"} if hasattr(part, "right_id") else {"id": "text"}
        found |= {getattr(part, id_): getattr(part, text) for id_, text in pair.items()}
    return found


def units_html(course: Catalogue, asked: Sequence[tuple[Check, Item]]) -> str:
    """The words of the units that items point at, without their checks: for readers who answer with the units open."""
    units = course.units()
    named = {unit for check, item in asked for unit in units_of(course, check, item)}
    told = []
    for unit, (chapter, front) in units.items():
        if unit in named:
            passages = [one for one in read_page(chapter, course.root).passages if one.section not in APPENDICES and one.text.strip()]
            rows = [
                list(group)
                for _, group in groupby(passages, key=lambda one: (one.row, one.section) if one.row and one.kind == "cell" else id(one))
            ]
            told.append({"number": front.number, "title": chapter.title, "rows": rows[1:]})
    return _render(course, "units.html", units=told)


def units_of(course: Catalogue, check: Check, item: Item) -> list[str]:
    """The unit that an item points at, or, of a set, all that teach its objectives."""
    units = course.units()
    own = item.unit or check.check
    return [own] if own in units else [unit for unit, (_, front) in units.items() if set(front.objectives) & set(item.objectives)]


def _render(course: Catalogue, template: str, **values: Any) -> str:
    return environment(course.language, HERE).get_template(template).render(course=course, **values) + "\n"
