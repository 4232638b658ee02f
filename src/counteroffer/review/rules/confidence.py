"""How sure a fact is must show in the words around it.

A `stated` fact shows as one source's word when
- its sentence, or the words that lead with a colon into its list, have a word of attribution (data/claims.yml);
- an earlier sentence of its paragraph that cites the same source has one;
- its paragraph names an author, body (in full or by initials) or title of the source;
- its sentence cites another source besides, or the unit has attributed the same fact before;
- it stands in a box that says that it is a composite, or in a table whose section says that a cell is one source's word.

A `contested` fact shows as disputed when
- its paragraph (for a table: its section) has a word of dispute (data/claims.yml) or cites another source;
- a fact that contests it is cited in the same section; where no fact of ours contests it, attribution is enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from counteroffer.course.sources import Source
from counteroffer.course.text import first_words
from counteroffer.review.manuscript import Manuscript, argument
from counteroffer.review.passages import Passage, Sentence
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.rules.claims import INVENTED
from counteroffer.review.wordlists import any_of

_NAMES = re.compile(r"[A-Z][\w-]{2,}")
# What is telling in a title: two capitalised words together, initials, the number of a resolution.
_TITLES = re.compile(r"(?!The |An? )\b[A-Z][\w-]+ [A-Z][\w-]+|[A-Z]{3,}[\w-]*|\b(?!19|20[012])\d{4}\b")
_SHORT = re.compile(r"\b[A-Z]{2,}[a-z]?\b")
_ONE_WORD = re.compile(r"\bone source\b", re.IGNORECASE)


def _sources(manuscript: Manuscript, cite: str) -> tuple[str, ...]:
    fact = manuscript.course.facts.get(cite)
    return tuple(fact.source) if fact else (cite,)


def _named(source: Source, text: str) -> bool:
    """Whether a text names an author or body of a source (in full or by initials), what carried it, or its title."""
    makers = f"{source.authors} {source.container} {source.label}"
    if any(name in text for name in (*_NAMES.findall(makers), *_TITLES.findall(source.title))):
        return True
    initials = "".join(re.findall(r"\b[A-Z]", source.authors or source.label))
    return any(initials.startswith(short.upper()) for short in _SHORT.findall(text))


def _stated(manuscript: Manuscript) -> Iterable[Finding]:
    for page, _ in manuscript.units():
        passages = list(argument(page))
        declared = {passage.section for passage in passages if _ONE_WORD.search(passage.text)}
        told: set[str] = set()
        lead = ""
        for passage in passages:
            lead = lead if passage.kind == "item" else passage.text
            if not (passage.kind == "cell" and passage.section in declared) and not INVENTED.search(passage.box):
                yield from _unattributed(manuscript, passage, told, lead if lead.endswith(":") else "")


def _unattributed(manuscript: Manuscript, passage: Passage, told: set[str], lead: str) -> Iterator[Finding]:
    """Sentences in which stated facts read like what is known.

    `told` are the facts that the unit has attributed, and grows; `lead` is what leads into the list that this stands in.
    """
    facts, records = manuscript.course.facts, manuscript.course.sources
    voiced: set[str] = set()
    for sentence in passage.sentences:
        cites = sentence.cites()
        voices = {source for cite in cites for source in _sources(manuscript, cite)}
        if any_of("claims", "attribution").search(f"{lead} {sentence.text}"):
            voiced |= voices or _next_voices(manuscript, sentence)
        voiced |= {source for source in voices if _named(records[source], passage.text)}
        told |= {cite for cite in cites if voiced.issuperset(_sources(manuscript, cite))}
        bare = [cite for cite in cites if cite in facts and facts[cite].confidence == "stated" and cite not in told]
        if bare and len(voices) == 1:
            label, said = records[next(iter(voices))].label, first_words(sentence.text, 70)
            message = f"`{' '.join(bare)}` is one source's word ({label}), and the text does not say whose: “{said}”"
            yield at(passage, sentence.start, message, "Say who says so: “According to …”.")


def _next_voices(manuscript: Manuscript, sentence: Sentence) -> set[str]:
    """The sources of the next sentence: "A witness said that … . It was … {cite}`…`" is one voice."""
    following = sentence.passage.sentences[sentence.index + 1 : sentence.index + 2]
    return {source for one in following for cite in one.cites() for source in _sources(manuscript, cite)}


def _contested(manuscript: Manuscript) -> Iterable[Finding]:
    facts = manuscript.course.facts
    against: dict[str, set[str]] = defaultdict(set)
    for fact in facts.values():
        for other in [*fact.contested_by, *(fact.seed_refs if fact.relation_to_seed == "contests" else ())]:
            against[fact.id].add(other)
            against[other].add(fact.id)
    for page, _ in manuscript.units():
        passages = list(argument(page))
        for passage in passages:
            near = [one for one in passages if one.section == passage.section]
            here = {cite for one in near for cite in one.cites()}
            around = (
                " ".join(one.text for one in page.passages if one.section == passage.section) if passage.kind == "cell" else passage.text
            )
            voices = {source for cite in passage.cites() for source in _sources(manuscript, cite)}
            for sentence in passage.sentences:
                for cite in sentence.cites():
                    if cite not in facts or facts[cite].confidence != "contested" or against[cite] & here:
                        continue
                    told = not against[cite] and any_of("claims", "attribution").search(around)
                    if told or voices - set(facts[cite].source) or any_of("claims", "dispute").search(around):
                        continue
                    others = ", ".join(f"`{one}`" for one in sorted(against[cite])) or first_words(facts[cite].comment or "no comment", 90)
                    message = f"`{cite}` is contested ({others}), and nothing here says so: “{first_words(sentence.text, 70)}”"
                    yield at(passage, sentence.start, message, "Give the other side with its citation.")


RULES = [
    Rule("R106", "stated-unattributed", "warning", "What one source says must not read like what is known.", _stated),
    Rule("R107", "contested-alone", "warning", "A disputed claim without its other side teaches one side.", _contested),
]
