"""What `check` found of a whole course, kept until any file of the course or of the engine changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path

from counteroffer.course.case_proofs import prove_ahead
from counteroffer.course.catalogue import Catalogue
from counteroffer.course.fingerprint import course_fingerprint
from counteroffer.course.kept import Kept
from counteroffer.course.load import load_course
from counteroffer.exam import practice_forms
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.exam.practice import draw_ahead
from counteroffer.processes import end_with_pool


def verdict(root: Path) -> str:
    """One sentence on a course without faults. Raises CourseError; faults are not kept, and looked for each time."""
    root = root.resolve()
    kept, key = Kept(root / "_build" / "verdict"), course_fingerprint(root)
    said = kept.find("course", key)
    if isinstance(said, str):
        return said
    with _begun_beside(root):
        course = load_course(root)
    practice_forms(course)
    bank = root / DEMONSTRATION
    said = _say(course, with_bank(course, bank) if bank.is_dir() else None)
    if course_fingerprint(root) == key:
        # else something was changed meanwhile
        kept.keep("course", key, said)
    return said


@contextmanager
def _begun_beside(root: Path) -> Iterator[None]:
    """Meanwhile let a copy of this process draw the practice forms and prove cases from the last one on; whatever it has kept is found made."""
    if sys.platform != "linux":
        # elsewhere a new process takes long to start
        yield
        return
    beside = get_context("fork").Process(target=_begin, args=(root,), daemon=True)
    beside.start()
    try:
        yield
    except BaseException:
        beside.terminate()
        raise
    finally:
        beside.join()


def _begin(root: Path) -> None:
    end_with_pool()
    # whatever is wrong is found again, and said, by the process that this one helps
    with suppress(Exception):
        draw_ahead(root)
        prove_ahead(root)


def _say(course: Catalogue, bank: Catalogue | None) -> str:
    examined = sum(len(one.items) for one in bank.checks.values()) if bank else 0
    items = sum(len(one.items) for one in course.checks.values())
    return (
        f"No faults: {len(course.units())} units, {len(course.checks)} checks with {items} items, {len(course.cases)} cases, "
        f"{len(course.explorers) + bool(course.audit)} explorers, {examined} certification items, {len(course.facts)} facts from {len(course.sources)} sources."
    )
