"""The world, not the bookkeeping: how often a unit speaks of itself, of its sources, and of what nobody can know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counteroffer.review.manuscript import Manuscript, argument
from counteroffer.review.pages import Page
from counteroffer.review.passages import Passage
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import any_of

UNKNOWN = "What we do not know"
MOST_BOOKKEEPING, MOST_ATTRIBUTIONS = 3, 3
MOST_COLUMNS, MOST_WORDS_A_CELL = 3, 12
PARTS_THAT_ARGUE = "1234"
# What people in a scene say or think nobody knows, the course does not claim.
SCENES = ("exercises/cases/", "exercises/checks/")
NARRATED = {"text", "consequence", "brief", "question", "notice", "vignette", "scenario", "stem"}
_ATTRIBUTION = re.compile(r"\baccording to\b", re.IGNORECASE)


def _too_often(page: Page, pattern: re.Pattern[str], most: int, what: str, remedy: str) -> Iterator[Finding]:
    """A finding at the first phrase beyond the number that a unit may have."""
    found = [(one, match) for one in argument(page) for match in pattern.finditer(one.text) if not one.mentions(*match.span())]
    if len(found) > most:
        said = ", ".join(f"“{match[0]}”" for _, match in found)
        passage, match = found[most]
        yield at(passage, match.start(), f"The unit has {len(found)} {what}, not at most {most}: {said}.", remedy)


def _bookkeeping(manuscript: Manuscript) -> Iterable[Finding]:
    for page, _ in manuscript.units():
        remedy = "Say what happened; let the mark of the citation say how sure it is."
        yield from _too_often(page, any_of("claims", "bookkeeping"), MOST_BOOKKEEPING, "phrases of bookkeeping", remedy)


def _attributions(manuscript: Manuscript) -> Iterable[Finding]:
    for page, _ in manuscript.units():
        remedy = "Name a source in the sentence only where who says it is the point."
        yield from _too_often(page, _ATTRIBUTION, MOST_ATTRIBUTIONS, "times “according to”", remedy)


def _universal(manuscript: Manuscript) -> Iterable[Finding]:
    for passage in manuscript.passages():
        if passage.kind in NARRATED and passage.file.startswith(SCENES[0] if passage.kind == "text" else SCENES):
            continue
        for match in any_of("claims", "universal_negatives").finditer(passage.text):
            if not passage.mentions(*match.span()):
                message = f"“{match[0]}” claims more than a reading of some sources can show."
                yield at(passage, match.start(), message, "Say what was not found, and where: “our sources do not …”.")


def _unknown_once(manuscript: Manuscript) -> Iterable[Finding]:
    for page, front in manuscript.units():
        headings = [one for one in page.passages if one.kind == "heading" and one.text == UNKNOWN]
        if front.number[0] in PARTS_THAT_ARGUE and len(headings) != 1:
            message = f"The unit has {len(headings)} sections “{UNKNOWN}”, not one."
            yield at(page.passages[0], 0, message, "Say once, plainly, near the end, what is not known.")


def _tables(manuscript: Manuscript) -> Iterable[Finding]:
    for page, _ in manuscript.units():
        rows: dict[tuple[str, int], list[Passage]] = {}
        for passage in page.passages:
            if passage.kind in ("cell", "head"):
                rows.setdefault((passage.section, passage.row), []).append(passage)
                words = len(passage.text.split())
                if words > MOST_WORDS_A_CELL:
                    message = f"This cell has {words} words, not at most {MOST_WORDS_A_CELL}: no phone shows such a table."
                    yield at(passage, 0, message, "Shorten it, or make the table a list.")
        for cells in rows.values():
            if len(cells) > MOST_COLUMNS:
                message = f"This table has {len(cells)} columns, not at most {MOST_COLUMNS}: no phone shows it."
                yield at(cells[0], 0, message, "Take columns away, or make the table a list.")
                break


RULES = [
    Rule("R109", "universal-negative", "error", "Who has read a part cannot say that there is none.", _universal),
    Rule("R110", "bookkeeping", "error", "A reader wants to hear of the world, not of our sources.", _bookkeeping),
    Rule("R111", "attribution-drill", "warning", "A source's name in every sentence buries what happened.", _attributions),
    Rule("R405", "unknown-once", "error", "What is not known is said once, where a reader will find it.", _unknown_once),
    Rule("R406", "table-too-wide", "error", "Most learners read on a phone.", _tables),
]
