"""Words about people: none that demean them, none that speak for a whole faith or people.

A phrase in quotation marks or italics is mentioned, not used; so are a glossary entry's `avoid` and `contested`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.passages import Passage
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import Phrase, phrases

_MENTIONING_KEYS = ("avoid", "contested")
_QUANTIFIED = re.compile(
    r"\b(?:some|many|several|few|most|number of|hundreds of|thousands of|dozens of|other|these|those|which|that|if|\d+|whether)(?: \w+)? $",
    re.IGNORECASE,
)


def uses(passage: Passage, wanted: Iterable[Phrase]) -> Iterator[tuple[re.Match[str], Phrase]]:
    """Each use (not mention) of a phrase in a passage."""
    if passage.kind in _MENTIONING_KEYS and passage.file.endswith("glossary.yml"):
        return
    for phrase in wanted:
        for match in phrase.pattern.finditer(passage.text):
            excused = phrase.unless and phrase.unless.search(passage.text)
            if not excused and not passage.mentions(match.start(), match.end()):
                yield match, phrase


def _loaded(manuscript: Manuscript) -> Iterable[Finding]:
    for passage in manuscript.passages():
        for match, phrase in uses(passage, phrases("loaded")):
            yield at(passage, match.start(), f"“{match[0]}”: {phrase.why}.", phrase.instead)


def _sweeping(manuscript: Manuscript) -> Iterable[Finding]:
    for passage in manuscript.passages():
        for match, phrase in uses(passage, phrases("sweeping")):
            if not _QUANTIFIED.search(passage.text[: match.start()]):
                yield at(passage, match.start(), f"“{match[0]}”: {phrase.why}.", phrase.instead)


RULES = [
    Rule("R301", "language-loaded", "error", "People are not categories, and an insult explains nothing.", _loaded),
    Rule("R302", "statement-sweeping", "error", "The course blames no religion and no people.", _sweeping),
]
