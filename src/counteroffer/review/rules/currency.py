"""Evidence grows old, and a unit says how old it is."""

from __future__ import annotations

from collections.abc import Iterable

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

OLDEST_MONTHS = 18


def _months(as_of: str) -> int:
    year, month = as_of.split("-")[:2]
    return int(year) * 12 + int(month)


def _look(manuscript: Manuscript) -> Iterable[Finding]:
    for page, front in manuscript.units():
        age = _months(manuscript.today) - _months(front.as_of)
        if age > OLDEST_MONTHS:
            file = page.chapter.file
            line = file.line(("as_of",)) if file else 1
            message = f"The evidence was last looked at in {front.as_of}, {age} months before {manuscript.today}."
            yield Finding(page.file, line, line, message, "Look for newer evidence, then move `as_of`.")


RULES = [Rule("R105", "evidence-stale", "warning", "A unit must not pass off old evidence as the state of things.", _look)]
