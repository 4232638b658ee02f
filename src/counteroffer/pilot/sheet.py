"""A blind sheet: which items are asked, in which order, their options shuffled. It knows no key, and neither does its file."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from counteroffer.course.base import Model
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.editions import edition
from counteroffer.course.items import Check, Edition, Item
from counteroffer.course.kinds.matching.model import MatchingItem
from counteroffer.course.kinds.ordering.model import OrderingItem
from counteroffer.course.orders import shuffled
from counteroffer.course.yamlfile import read_yaml, validate

# What a sitter is shown: the options alone; everything but the course; everything and the units that the items point at.
Shown = Literal["options", "everything", "units"]
Bank = Literal["practice", "certification"]
FILE = "sheet.json"


class Question(Model):
    """One question: its item, and the ids of what is lettered (`options`) and of what is numbered (`lefts`), in the order shown."""

    number: int = Field(ge=1)
    item: str
    edition: Edition
    kind: str
    options: list[str]
    lefts: list[str] = []


class Sheet(Model):
    """The file `sheet.json`, by which letters become answers again. It is kept by who leads the pilot; it holds no key."""

    bank: Bank
    shown: Shown
    seed: str
    questions: list[Question] = Field(min_length=1)

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits, printed on the sheet and in the answers."""
        return hashlib.sha256(self.text().encode()).hexdigest()[:12]

    def text(self) -> str:
        """The file's text."""
        return self.model_dump_json(indent=1) + "\n"


def draw(
    checks: Iterable[Check], *, bank: Bank, shown: Shown, seed: str, sample: int | None = None, without: Collection[str] = ()
) -> Sheet:
    """A sheet of all items of `checks` that come after teaching, or of a `sample`, and of none that is named in `without`.

    Sample, order of questions and order of options follow from `seed`; items of one set stand together. Raises ValueError where nothing is left to ask.
    """
    found = {item.id: (check, item) for check in checks if check.mode == "practice" for item in check.items if item.id not in without}
    chosen = set(shuffled(f"sample {seed}", list(found))[:sample])
    if not chosen or (sample and sample > len(chosen)):
        raise ValueError(f"{len(found)} items are left to ask, and {sample or 'some'} are wanted.")
    asked = [pair for id_, pair in found.items() if id_ in chosen]
    groups = [check.check if check.scenario else item.id for check, item in asked]
    order = shuffled(f"order {seed}", sorted(set(groups)))
    places = sorted(range(len(asked)), key=lambda place: (order.index(groups[place]), place))
    questions = [_question(number, *asked[place], seed) for number, place in enumerate(places, 1)]
    return Sheet(bank=bank, shown=shown, seed=seed, questions=questions)


def laid(item: Item, seed: str) -> Item:
    """The item as a sheet of that seed shows it."""
    return item.shuffled(f"pilot {seed}")


def _question(number: int, check: Check, item: Item, seed: str) -> Question:
    shown = laid(item, seed)
    lettered, numbered = shown.part_ids(), []
    if isinstance(shown, OrderingItem):
        lettered = shown.shown()
    elif isinstance(shown, MatchingItem):
        lettered, numbered = list(shown.choices()), [pair.id for pair in shown.pairs]
    return Question(number=number, item=item.id, edition=edition(item, check.scenario), kind=item.kind, options=lettered, lefts=numbered)


def items_of(checks: Iterable[Check], sheet: Sheet) -> dict[int, tuple[Check, Item]]:
    """By the number of its question, each item that still stands in `checks` in the edition that was asked, with its check."""
    found = {(item.id, edition(item, check.scenario)): (check, item) for check in checks for item in check.items}
    return {one.number: found[one.item, one.edition] for one in sheet.questions if (one.item, one.edition) in found}


def read_sheet(folder: Path) -> Sheet:
    """The sheet whose things stand in `folder`. Raises CourseError with file, line and remedy where it cannot be read."""
    faults = Faults(folder.parent)
    # JSON is YAML, and this reader knows its lines
    file = read_yaml(folder / FILE, faults)
    sheet = validate(Sheet, file.data, file, faults) if file else None
    if sheet is None:
        raise CourseError(faults)
    return sheet


def asked_in(folders: Sequence[Path]) -> set[str]:
    """The items that other sheets ask: who has seen an item once is no blind reader of it again."""
    return {one.item for folder in folders for one in read_sheet(folder).questions}
