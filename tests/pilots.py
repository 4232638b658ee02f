"""The pilots that the repository keeps, scored anew against the items as they are now (`make bench`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.pilot import report
from counteroffer.pilot.marks import read_pilot
from counteroffer.pilot.sheet import FILE, Bank, read_sheet

PILOTS = "exercises/exam/pilots"
BANKS: tuple[Bank, ...] = ("practice", "certification")


def kept(root: Path, bank: Bank) -> list[Path]:
    """The folders of sealed sheets of a bank."""
    return [path.parent for path in sorted((root / PILOTS).glob(f"*/{FILE}")) if read_sheet(path.parent).bank == bank]


def table(course: Catalogue) -> Iterator[str]:
    """Per bank: what each group earned beside chance, and whether the limits hold."""
    for bank in BANKS:
        folders = kept(course.root, bank)
        yield f"pilots of the {bank} bank ({len(folders)} sheets)"
        checks = (course if bank == "practice" else with_bank(course, course.root / DEMONSTRATION)).checks.values()
        yield from (f"  {line}" for line in report.lines(read_pilot(folders, list(checks)))) if folders else ["  none"]
