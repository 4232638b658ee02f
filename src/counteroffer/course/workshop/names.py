"""Names in the running text of a workshop's pages: `[[id]]`, or `[[id|what it does]]`, which are shown as they stand on the papers of a room.

Letters of options and numbers of cards change with their case, so no text holds one. An id that stands bare is no word that a room knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from counteroffer.course.cases import Case
from counteroffer.course.catalogue import Catalogue

NAME = re.compile(r"\[\[(?P<id>[^\]|]*)(?:\|(?P<words>[^\]]*))?\]\]")


def named(text: str) -> list[str]:
    """The ids that a text names."""
    return [match["id"] for match in NAME.finditer(text)]


def bare(text: str, known: Iterable[str]) -> list[str]:
    """Ids of several words that stand in a text without brackets, at the beginning of a sentence too."""
    # most texts have no word with a hyphen
    return _any_of(frozenset(known)).findall(NAME.sub("", text)) if "-" in text else []


@lru_cache(maxsize=32)
def _any_of(known: frozenset[str]) -> re.Pattern[str]:
    among = sorted((name for name in known if "-" in name), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, among)) or '(?!)'})(?![\w-])", re.IGNORECASE)


def of_course(course: Catalogue) -> set[str]:
    """What every text may name: units, cases, explorers."""
    return {*course.units(), *course.cases, *course.explorers, *([course.audit.explorer] if course.audit else [])}


def of_case(case: Case) -> set[str]:
    """What the note of a case may name besides: its decisions, options, cards, notices and endings."""
    ids = {one.id for one in case.decisions} | {choice.id for _, choice in case.choices()} | {card.id for card in case.evidence}
    return ids | {rule.id for rule in case.background if rule.notice} | {ending.id for ending in case.endings}
