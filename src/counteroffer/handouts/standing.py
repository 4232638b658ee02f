"""What stands alone on paper: which sentences of a section a sheet may take, and what a sentence that announces something brings with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

# A sentence ends before what begins another one; a colon within it ends nothing.
_END = re.compile(r"(?<=[.!?])[\"”’)]*(?:</[bi]>)?\s+(?=(?:<[bi]>)?[\"“A-Z0-9])")
# Of the screen: of no use to somebody who holds a sheet.
SCREEN = re.compile(
    r"\b(?:browsers?|screens?|phone or computer|click|tap|tabs?|scripts?|USB|links?|glossary|explorers?|figure that you can change|this device)\b"
)
# Of what a sheet does not print: a table, a picture, a story beside the text.
_ELSEWHERE = re.compile(
    r"\b(?:of them|above(?! all)|below|columns?|tables?|charts?|the sheet|this story|these (?:men|people)|such (?:a man|a person|people|men)|numbers here|by this account|a row)\b",
    re.IGNORECASE,
)
# A beginning that takes up what was said before it.
_TAKES_UP = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|These|Those|Such|Both|Neither|Either|Others?|Another|In other|Unit \d|Some of them|Here|There|Then|Now|Still|Yet|But|And|So"
    r"|Or|Even so|Also|Too|That|This(?! (?:course|unit)\b)|First|Second|Third|Meanwhile|Later|Afterwards|Partly|For example"
    r"|The (?:first|second|third|others?|same|last|next|two|three|four|five|six))\b"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_COUNT = re.compile(rf"\b(?P<number>{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_ANNOUNCES = re.compile(
    rf"(?<!nearly )\b(?P<number>{'|'.join(_NUMBERS)}) (?:\w+ )?"
    r"(?:things?|reasons?|ways?|questions?|tests?|examples?|moments?|kinds|steps|rates|parts|stories|signs|answers|views|points|places|countries)\b[^.?!:]*[.:]$",
    re.IGNORECASE,
)
# A beginning that tells a story, whose point comes later.
_STORY = re.compile(
    r"(?:In|On|By|From|Around|At|Near|Between|Since|After) (?:the (?:first|second) half of |early |late |mid-)?[A-Z0-9]|[\"“]?\d"
)
# What has a number of its own.
_ROW = re.compile(r"^Row (?=\d)")
_QUALIFIES = re.compile(r"(?:But|Yet|Still|It also|They also|Then)\b")
# Of no more words, what ends in a colon announces nothing ("In other cases:").
_TOO_FEW = 3
# Shorter than this, a sentence leads to the next one of its paragraph.
_TELLING = 90
# Bold words of fewer are a name ("A paper."), of more a claim ("It studied the tribes.").
_CLAIM = 4


@dataclass(frozen=True)
class Block:
    """A paragraph, a list of entries, or a story in a box with its `title`: HTML without addresses, what it cites in comments."""

    title: str
    parts: tuple[Markup, ...]
    listed: bool = False

    @property
    def lead(self) -> str:
        """The bold words with which a paragraph begins, as text."""
        return lead(self.parts[0]) if not self.listed else ""


def lead(part: Markup) -> str:
    """The bold words with which a paragraph or an entry begins, as text."""
    found = re.match(r"<b>(.*?)</b>", part)
    return Markup(found[1]).striptags() if found else ""  # noqa: S704 (our own HTML, as text)


def sentences(html: str) -> list[str]:
    """The sentences of a paragraph, with the marks in them."""
    ends = (0, *(found.end() for found in _END.finditer(html)), len(html))
    return [html[start:end].strip() for start, end in pairwise(ends)]


def stands(sentence: str) -> bool:
    """Whether a sentence, as text, says something to who has read only the heading over it."""
    return not (_TAKES_UP.match(sentence) or elsewhere(sentence))


def elsewhere(sentence: str) -> bool:
    """Whether it speaks of something that no sheet prints."""
    return bool(_ELSEWHERE.search(sentence) or SCREEN.search(sentence))


def announced(sentence: str) -> int:
    """How many things a sentence announces and does not name; 1 where it ends in a colon and counts nothing."""
    if found := _ANNOUNCES.search(sentence):
        return _NUMBERS[found["number"].lower()]
    return int(sentence.endswith(":") and len(sentence.split()) > _TOO_FEW)


def said(title: str, blocks: Sequence[Block]) -> str:
    """What a section says on its own: the things that its heading counts, its bold claims, what a sentence announces, or a sentence that stands."""
    bold = [block.lead for block in blocks if block.lead]
    entries = [lead(one) for block in blocks if block.listed for one in block.parts]
    if count := _COUNT.search(title):
        for found in (bold, entries):
            if len(found) == _NUMBERS[count[0].lower()] and all(found):
                return _numbered(found)
    claims = bold if blocks and blocks[0].lead else [lead(one) for block in blocks[:1] if block.listed for one in block.parts]
    if len(claims) > 1 and sum(len(one.split()) for one in claims) >= _CLAIM * len(claims):
        return " ".join(claims)
    return next(_found(blocks), "")


def _found(blocks: Sequence[Block]) -> Iterator[str]:
    """What a section can say, the best first: a list that is announced, a paragraph that begins so, any sentence, a story."""
    told = {at: texts for at, block in enumerate(blocks) if (texts := _texts(block))}
    places = [(at, place) for at, texts in told.items() for place, text in enumerate(texts) if stands(text)]
    claims = [(at, place) for at, place in places if not _STORY.match(told[at][place])]
    for at, place in claims:
        texts = told[at]
        if not blocks[at].lead and (brought := _brought(texts[place], texts[place + 1 :], blocks[at + 1 :])):
            asked = f"{texts[place - 1]} " if (at, place - 1) in claims and texts[place - 1].endswith("?") else ""
            yield f"{asked}{texts[place]} {brought}"
    for at, place in (*(one for one in (*claims, *places) if not one[1]), *claims):
        if not announced(told[at][place]):
            yield _on(told[at][place:])


def _texts(block: Block) -> list[str]:
    """The sentences of a paragraph; none of a list, or where a name in bold stands before them."""
    named = block.lead and len(block.lead.split()) < _CLAIM
    return [] if block.listed or named else [Markup(one).striptags() for one in sentences(block.parts[0])]  # noqa: S704 (our own HTML, as text)


def _on(texts: Sequence[str]) -> str:
    """A sentence, and the next ones as far as it needs them: none is left without its "but", and questions in a row are one."""
    told = texts[0]
    for before, text in pairwise(texts):
        asked = before.endswith("?") and text.endswith("?")
        needed = asked or _QUALIFIES.match(text) or (len(told) < _TELLING and not _STORY.match(text))
        if not needed or announced(text) or elsewhere(text):
            break
        told = f"{told} {text}"
    return told


def _brought(text: str, rest: Sequence[str], blocks: Sequence[Block]) -> str:
    """What a sentence announces: the list after it, the bold words of the paragraphs after it, or the sentences after it."""
    number = announced(text)
    if not number:
        return ""
    if rest:
        return " ".join(rest[:number]) if len(rest) >= number > 1 else ""
    if blocks and blocks[0].listed:
        return _numbered([_clause(one) for one in blocks[0].parts])
    leads = [block.lead for block in blocks[:number]]
    return _numbered(leads) if number > 1 and len(leads) == number and all(leads) else ""


def _clause(entry: Markup) -> str:
    """The bold words of an entry where they say something, else its first sentence."""
    words = lead(entry)
    return words if words.endswith((".", "?", "!")) else Markup(sentences(entry)[0]).striptags()  # noqa: S704 (our own HTML, as text)


def _numbered(parts: Sequence[str]) -> str:
    """Parts with their numbers, which stay with them at the end of a line; rows have one of their own."""
    ended = [part if part.rstrip('"”)').endswith((".", "?", "!", ";")) else f"{part}." for part in parts]
    return " ".join(
        _ROW.sub("Row\N{NO-BREAK SPACE}", part) if _ROW.match(part) else f"({number})\N{NO-BREAK SPACE}{part}"
        for number, part in enumerate(ended, 1)
    )
