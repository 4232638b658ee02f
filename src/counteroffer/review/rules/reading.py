"""A unit must be readable in a second language, between two meetings.

The grade is Flesch and Kincaid's. What a writer cannot make shorter counts as one short word each: names, words of the
glossary, what is quoted; citations count as nothing. Tables, headings and the sections that only point elsewhere stay out.
Length is all that is read from the title to "Check yourself": paragraphs, lists, tables, headings, without citations.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

import textstat  # type: ignore[import-untyped]

from counteroffer.course.anchors import first_words
from counteroffer.review.manuscript import APPENDICES, Manuscript, argument
from counteroffer.review.pages import Page
from counteroffer.review.passages import Passage
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.rules.claims import names

HARDEST_GRADE = 12.0
SHORTEST, LONGEST = 1000, 1400
# Silent reading in a second language, and what an item takes with its feedback (the examination allows 1.5 minutes without).
WORDS_A_MINUTE, MINUTES_AN_ITEM, MOST_HOURS = 180, 1.25, 8
PARTS_WITH_A_LENGTH = "1234"
_CAPITALISED = re.compile(r"(?<=[\w,;)’'] )(?:[A-Z][\w’'-]+)(?: (?:and |of |the |al-)?[A-Z][\w’'-]+)*")


def plain(passage: Passage, hard: re.Pattern[str]) -> str:
    """The words of a passage with names, glossary words and quotations as one short word each."""
    text = passage.text
    for mark in sorted(passage.marks, key=lambda one: -one.start):
        if mark.kind in ("quote", "word") and mark.end > mark.start:
            end = "." if text[mark.end - 1] in ".!?" else ""
            text = text[: mark.start] + "this" + end + text[mark.end :]
    return hard.sub("it", _CAPITALISED.sub("it", text))


def _hard_words(manuscript: Manuscript) -> re.Pattern[str]:
    words = sorted({*manuscript.course.words, *(name.lower() for name in names(manuscript))}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    return float(textstat.flesch_kincaid_grade(text))


def _hard(manuscript: Manuscript) -> Iterable[Finding]:
    hard = _hard_words(manuscript)
    for page, _ in manuscript.units():
        passages = [one for one in argument(page) if one.kind in ("paragraph", "item")]
        texts = [plain(one, hard) for one in passages]
        found = grade("\n".join(texts)) if texts else 0.0
        if found > HARDEST_GRADE:
            hardest = max(range(len(texts)), key=lambda i: grade(texts[i]) if len(texts[i].split()) > 20 else 0.0)
            where = f"hardest: “{first_words(passages[hardest].text)}”, line {passages[hardest].line}"
            message = f"The unit reads at grade {found:.1f}, over {HARDEST_GRADE:.0f}; {where}."
            yield Finding(page.file, page.title_line, page.title_line, message, "Shorten sentences, then words.")


def _words(page: Page) -> int:
    return sum(len(one.text.split()) for one in page.passages if one.section not in APPENDICES)


def minutes(words: int, items: int) -> int:
    """What a unit takes: its words read at 180 a minute, and its items."""
    return math.ceil(words / WORDS_A_MINUTE + items * MINUTES_AN_ITEM)


def _minutes(manuscript: Manuscript) -> Iterable[Finding]:
    total = 0
    for page, front in manuscript.units():
        total += front.minutes
        check = manuscript.course.checks.get(front.unit)
        taken = minutes(_words(page), len(check.items) if check else 0)
        if front.minutes != taken:
            file = page.chapter.file
            line = file.line(("minutes",)) if file else 1
            message = f"The unit says {front.minutes} minutes; its words at {WORDS_A_MINUTE} a minute and its items take {taken}."
            yield Finding(page.file, line, line, message, f"Write `minutes: {taken}`.")
    if total > MOST_HOURS * 60:
        message = f"The units' minutes add up to {total}, more than {MOST_HOURS} hours."
        yield Finding("_toc.yml", 1, 1, message, "Shorten units or checks.")


def _length(manuscript: Manuscript) -> Iterable[Finding]:
    for page, front in manuscript.units():
        if front.number[0] not in PARTS_WITH_A_LENGTH:
            continue
        words = _words(page)
        if not SHORTEST <= words <= LONGEST:
            message = f"The unit has {words} words, not {SHORTEST} to {LONGEST}."
            yield at(page.passages[0], 0, message, "Cut what another unit says." if words > LONGEST else "Show what it rests on.")


RULES = [
    Rule("R201", "reading-hard", "error", "Most learners read in a second or third language.", _hard),
    Rule("R202", "unit-length", "error", "A unit fits between two meetings, and earns its check.", _length),
    Rule("R205", "minutes-untrue", "error", "Who has an hour must be able to trust the minutes.", _minutes),
]
