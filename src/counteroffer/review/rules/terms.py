"""Words that a reader may not know are linked or explained where a unit first uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counteroffer.review.manuscript import Manuscript, argument
from counteroffer.review.pages import Page
from counteroffer.review.passages import Passage
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import any_of, read

# As in: the hisba, its morality police; the morality police (hisba); the hisba or morality police.
_EXPLAINED_AFTER = re.compile(r"[\"”*]*(?:,| \(| or |: )")
_EXPLAINED_BEFORE = re.compile(r"(?:\(|, |, the |called (?:the |its )?|known as )[\"“*]*$")


def _unlinked(manuscript: Manuscript) -> Iterable[Finding]:
    everyday = set(read("terms")["everyday"])
    forms: dict[str, list[str]] = {}
    for form, word in manuscript.course.words.items():
        if form not in everyday:
            forms.setdefault(word.term, []).append(form)
    for page, _ in manuscript.units():
        for term, spoken in forms.items():
            yield from _first_use(manuscript, page, term, spoken)


def _first_use(manuscript: Manuscript, page: Page, term: str, forms: list[str]) -> Iterator[Finding]:
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE
    )
    for passage in argument(page):
        linked = [mark.start for mark in passage.marks if mark.kind == "word" and _term(manuscript, mark.target) == term]
        match = pattern.search(passage.blanked("quote"))
        if match and (not linked or match.start() < min(linked)):
            message = f"“{match[0]}” stands here before the unit links `{term}` to the glossary."
            yield at(passage, match.start(), message, f"Write {{word}}`{match[0]}` here.")
        if match or linked:
            return


def _term(manuscript: Manuscript, target: str) -> str:
    word = manuscript.course.words.get(target.lower())
    return word.term if word else target


def _foreign(manuscript: Manuscript) -> Iterable[Finding]:
    pattern = any_of("terms", "foreign")
    for page, _ in manuscript.units():
        met: set[str] = set()
        for passage in argument(page):
            for match in pattern.finditer(passage.text):
                word = match[0].lower()
                name = match[0][0].isupper()
                if word not in met and not name and not _explained(passage, match) and word not in manuscript.course.words:
                    message = f"“{match[0]}” is neither in the glossary nor explained here."
                    yield at(passage, match.start(), message, "Explain it in the same sentence, or say it in English.")
                met.add(word)


def _explained(passage: Passage, match: re.Match[str]) -> bool:
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    return bool(_EXPLAINED_AFTER.match(after) or _EXPLAINED_BEFORE.search(before))


RULES = [
    Rule("R203", "term-unlinked", "warning", "A term of the field or of the group is explained one tap away.", _unlinked),
    Rule("R204", "term-foreign", "warning", "Arabic words are explained, for those who do not speak it and those who do.", _foreign),
]
