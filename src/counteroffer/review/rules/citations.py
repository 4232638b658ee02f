"""Citations must lead to evidence, and evidence should be in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule


def _unsupported(manuscript: Manuscript) -> Iterable[Finding]:
    course = manuscript.course
    resting = {source for fact in course.facts.values() for source in fact.source}
    for page, _ in manuscript.units():
        for passage in page.passages:
            for mark in passage.marks:
                for key in mark.target.split() if mark.kind == "cite" else ():
                    if key in course.sources and key not in resting:
                        message = f"No fact rests on the source `{key}`, so nobody has said what it shows."
                        remedy = "Cite a fact, add one, or waive this for a source of method."
                        yield Finding(passage.file, passage.line_at(mark.start), passage.line, message, remedy)


def _cited(manuscript: Manuscript) -> Iterator[str]:
    course = manuscript.course
    for page in manuscript.pages:
        for passage in page.passages:
            yield from passage.cites()
    for check in course.checks.values():
        yield from (cite for item in check.items for cite in item.cites())
    for case in course.cases.values():
        yield from (cite for _, cites in case.cites() for cite in cites)
    for explorer in course.explorers.values():
        yield from explorer.cites()
    yield from course.audit.cites() if course.audit else ()
    yield from (cite for word in course.words.values() for cite in word.cite)


def _facts_unused(manuscript: Manuscript) -> Iterable[Finding]:
    cited = set(_cited(manuscript))
    for name, file in manuscript.course.files.items():
        if name.startswith("assets/evidence/"):
            for index, fact in enumerate(file.data):
                if fact["id"] not in cited:
                    line = file.line((index,))
                    yield Finding(name, line, line, f"Nothing cites the fact `{fact['id']}`.", "Leave it for later or teach it.")


def _sources_unused(manuscript: Manuscript) -> Iterable[Finding]:
    course = manuscript.course
    cited = set(_cited(manuscript)) | {source for fact in course.facts.values() for source in fact.source}
    for source in course.sources.values():
        if source.key not in cited:
            message = f"Nothing rests on the source `{source.key}`."
            yield Finding("assets/sources.bib", source.line, source.line, message, "Leave it for later or take it out.")


RULES = [
    Rule("R102", "citation-unsupported", "warning", "A source that no fact rests on has not been read for this course.", _unsupported),
    Rule("R103", "source-unused", "info", "How much of the bibliography the course leaves aside.", _sources_unused),
    Rule("R104", "fact-unused", "info", "How much of the evidence the course leaves aside.", _facts_unused),
]
