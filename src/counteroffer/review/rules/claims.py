"""Claims must say where they come from.

What counts as a claim (a heuristic, made to be predictable for a writer): a sentence that has a year, a number of people
or things, words of report ("according to", "hundreds of"), or, told in the past, a name that the evidence knows: a
capitalised word inside a sentence of some fact, or in the label of a source, that no fact writes with a small letter.
What does not: questions; orders to the learner ("Ask …"); the course speaking of itself or for itself ("we read", "this
unit"); a sentence that points at another page with `{doc}`; what stands in quotation marks; numbers of minutes, units,
steps; a paragraph, box or opening scene that says that it is invented or a composite. In the opening scene, before the
objectives, only years and names count.
Supported is a sentence with a citation in it or in one of the next two sentences of its paragraph, since one citation may
close a short run; a sentence that only repeats a year or number which the unit has given with a citation; one that claims
by a name alone, in a paragraph with a citation or after a cited sentence of its section with that name; one that leads with a colon into a list with citations; a cell of a table
in whose row a citation stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from counteroffer.course.anchors import first_words
from counteroffer.review.manuscript import Manuscript, argument
from counteroffer.review.pages import Page
from counteroffer.review.passages import Passage, Sentence
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import any_of, read

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIGITS = re.compile(r"(?<![\w.])\d[\d,.]*")
_NAME = re.compile(r"(?<![.!?:] )(?<![.!?:]\" )(?<=[\w,;)’'(-] )(?!I\b)[A-Z][\w’'-]*[a-z][\w’'-]*")
_WORD = re.compile(r"[A-Z][\w-]*[a-z]\w*")
_SMALL = re.compile(r"\b[a-z][\w-]+")
# How far before its citation a claim may stand, in sentences.
_RUN = 2
INVENTED = re.compile(r"\b(?:invented|composite)\b", re.IGNORECASE)


def names(manuscript: Manuscript) -> frozenset[str]:
    """Words that name a place, a people or a body, as far as the evidence knows them."""
    claims = [fact.claim for fact in manuscript.course.facts.values()]
    found = {name for claim in claims for name in _NAME.findall(claim)}
    found |= {name for source in manuscript.course.sources.values() for name in _WORD.findall(source.label)}
    small = {word.capitalize() for claim in claims for word in _SMALL.findall(claim)}
    return frozenset(name.removesuffix("'s").removesuffix("’s") for name in found) - set(read("claims")["no_names"]) - small


def claim_in(sentence: Sentence, known: frozenset[str]) -> tuple[str, str] | None:
    """What makes a sentence a claim ("year", "number", "words" or "name", and which), or None if it is none."""
    if _claims_nothing(sentence):
        return None
    text = any_of("claims", "no_numbers").sub(" ", sentence.blanked("quote", "code_inline"))
    if year := _YEAR.search(text):
        return "year", year[0]
    if number := next(_numbers(text), None):
        return "number", number
    if report := any_of("claims", "reports").search(text):
        return "words", report[0]
    past = any_of("claims", "past").search(text) and not any_of("claims", "present").search(text)
    name = next((word for word in _WORD.findall(text) if word in known), None)
    return ("name", name) if past and name else None


def _claims_nothing(sentence: Sentence) -> bool:
    """Whether it asks, orders, points at another page, or is the course speaking for itself."""
    text = sentence.text
    order = re.match(r"\W*([A-Z][\w']+)", text)
    pointing = any(mark.kind == "doc" and sentence.start <= mark.start < sentence.end for mark in sentence.passage.marks)
    asking = text.rstrip('"”*').endswith("?")
    ordering = order is not None and order[1] in read("claims")["imperatives"]
    return asking or ordering or pointing or any_of("claims", "own_words").search(text) is not None


def _look(manuscript: Manuscript) -> Iterable[Finding]:
    known = names(manuscript)
    for page, _ in manuscript.units():
        given: set[str] = set()
        for passage, scene, supported in _with_support(page):
            for sentence in passage.sentences:
                claim = claim_in(sentence, known)
                if supported or _cited(sentence):
                    given |= {*_YEAR.findall(sentence.text), *_numbers(sentence.text)}
                    given |= {passage.section + name for name in _WORD.findall(sentence.text)}
                elif claim and not _excused(claim, passage, given, scene=scene):
                    said = first_words(sentence.text, 70)
                    message = f"This sentence claims something ({claim[0]}: {claim[1]}) and cites nothing: “{said}”"
                    yield at(passage, sentence.start, message, "End it with {cite}, or make it plainly your own reading.")


def _excused(claim: tuple[str, str], passage: Passage, given: set[str], *, scene: bool) -> bool:
    kind, what = claim
    if kind == "name":
        return bool(passage.cites()) or passage.section + what in given
    return what in given or (scene and kind != "year")


@lru_cache(maxsize=1)
def _number_words() -> re.Pattern[str]:
    ones = "|".join(read("claims")["ones"])
    return re.compile(rf"(?<!\w)({'|'.join(read('claims')['numbers'])})(?:-({ones}))?(?!\w)", re.IGNORECASE)


def _numbers(text: str) -> Iterator[str]:
    """Every number in a text, in figures: "seventy-eight" is 78."""
    yield from (match[0].rstrip(".,") for match in _DIGITS.finditer(text))
    worth, ones = read("claims")["numbers"], read("claims")["ones"]
    for match in _number_words().finditer(text):
        yield str(worth[match[1].lower()] + ones.get((match[2] or "").lower(), 0))


def _with_support(page: Page) -> Iterator[tuple[Passage, bool, bool]]:
    """Each passage with whether it sets the scene, and whether something beside its own citations supports it."""
    taught = next((one.line for one in page.directives if one.name == "objectives"), 0)
    passages = list(argument(page))
    scene = [one for one in passages if one.line < taught and not one.box]
    rows = {one.row for one in passages if one.kind == "cell" and one.cites()}
    invented = {one.box for one in passages if one.box and INVENTED.search(one.text + one.box)}
    imagined = any(INVENTED.search(one.text) for one in scene)
    for index, passage in enumerate(passages):
        following = passages[index + 1 : index + 2]
        leads = passage.text.rstrip().endswith(":") and any(one.kind == "item" and one.cites() for one in following)
        in_row = passage.kind == "cell" and passage.row in rows
        made_up = passage.box in invented or bool(INVENTED.search(passage.text)) or (imagined and passage in scene)
        yield passage, passage in scene, leads or in_row or made_up


def _cited(sentence: Sentence) -> bool:
    run = sentence.passage.sentences[sentence.index : sentence.index + 1 + _RUN]
    return any(one.cites() for one in run)


RULES = [Rule("R101", "claim-uncited", "error", "A learner must be able to see where every claim comes from.", _look)]
