"""What the course never contains: links to propaganda, operational detail, tasks in the group's seat."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import Phrase, any_of, read

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


def _listed(key: str) -> list[Phrase]:
    flags = [0 if one.get("exact_case") else re.IGNORECASE for one in read("never")[key]]
    return [Phrase(re.compile(one["find"], flag), one["why"], one["instead"]) for one, flag in zip(read("never")[key], flags, strict=True)]


def reproduces(address: str) -> bool:
    """Whether an address leads to a host that reproduces the group's own material."""
    host = re.sub(r"^(?:https?:)?//(?:www\.)?", "", address, flags=re.IGNORECASE)
    return re.match(rf"(?:{'|'.join(read('never')['hosts'])})(?![\w.-])", host, re.IGNORECASE) is not None


def _links(manuscript: Manuscript) -> Iterable[Finding]:
    remedy = "Cite the source without its address; leave the link out."
    for passage in manuscript.passages():
        for mark in passage.marks:
            if mark.kind == "link" and reproduces(mark.target):
                yield at(passage, mark.start, f"This link leads to {mark.target}, which reproduces the group's own material.", remedy)
        for match in _ADDRESS.finditer(passage.text):
            if reproduces(match[0]):
                yield at(passage, match.start(), f"{match[0]} reproduces the group's own material.", remedy)
    for source in manuscript.course.sources.values():
        if source.address and reproduces(source.address):
            message = f"The bibliography would link to {source.address}, which reproduces the group's own material."
            yield Finding("assets/sources.bib", source.line, source.line, message, remedy)


def _private(manuscript: Manuscript) -> Iterable[Finding]:
    """Live links to a page that the bibliography marks as `unlinked`."""
    withheld = {_bare(one.withheld): one for one in manuscript.course.sources.values() if one.withheld}
    for passage in manuscript.passages():
        linked = [(mark.start, mark.target) for mark in passage.marks if mark.kind == "link"]
        for start, address in [*linked, *((match.start(), match[0]) for match in _ADDRESS.finditer(passage.text))]:
            source = withheld.get(_bare(address))
            if source:
                message = f"This links to {address}; the record `{source.key}` says not to: {source.unlinked}."
                yield at(passage, start, message, "Cite the source without its address.")


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?:)?//(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/.,;:)")


def _detail(manuscript: Manuscript) -> Iterable[Finding]:
    listed = _listed("operational")
    for passage in manuscript.passages():
        for phrase in listed:
            for match in phrase.pattern.finditer(passage.text):
                yield at(passage, match.start(), f"“{match[0]}”: {phrase.why}.", phrase.instead)


def _tasks(manuscript: Manuscript) -> Iterable[Finding]:
    listed = _listed("tasks")
    for passage in manuscript.passages():
        for sentence in passage.sentences:
            text = sentence.blanked("quote")
            denied = any_of("never", "denied").search(text)
            for phrase in listed:
                match = phrase.pattern.search(text)
                if match and not denied:
                    yield at(passage, sentence.start, f"“{match[0]}”: {phrase.why}.", phrase.instead)


RULES = [
    Rule("R306", "link-withheld", "error", "A page that names a private person must not be one touch away.", _private),
    Rule("R303", "link-propaganda", "error", "No page leads a reader to propaganda.", _links),
    Rule("R304", "detail-operational", "error", "Nothing here would help anyone to harm.", _detail),
    Rule("R305", "task-for-the-group", "error", "The learner never plans for the group.", _tasks),
]
