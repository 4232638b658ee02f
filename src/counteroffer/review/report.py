"""A review: every finding that no waiver covers, and every waiver with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from counteroffer.course import Catalogue
from counteroffer.course.diagnostics import Diagnostic
from counteroffer.review.manuscript import Manuscript, read_manuscript
from counteroffer.review.rule import Rule, rules
from counteroffer.review.waivers import Waiver


@dataclass(frozen=True)
class Report:
    """The result of a review, in file order."""

    diagnostics: tuple[Diagnostic, ...]
    waivers: tuple[Waiver, ...]
    today: str
    rules: tuple[Rule, ...]

    def counts(self) -> Counter[str]:
        """How often each rule was broken."""
        return Counter(one.code for one in self.diagnostics)

    def failed(self) -> bool:
        """Whether anything must be mended before the course is published."""
        return any(one.level == "error" for one in self.diagnostics)

    def lines(self) -> Iterator[str]:
        """The report as it is printed. What is only counted is not listed."""
        yield from (str(one) for one in self.diagnostics if _said(one))
        if self.waivers:
            yield f"\n{len(self.waivers)} waived:"
            yield from (f"  {one.file}:{one.line}: {one.rule} because {one.reason}" for one in self.waivers)
        counts = self.counts()
        yield f"\nReviewed with {len(self.rules)} rules, evidence as of {self.today}."
        yield from (f"  {counts[rule.code]:>4} {rule.level:<7} {rule.code}" for rule in self.rules if counts[rule.code])
        if not any(map(_said, self.diagnostics)):
            yield "  Nothing to mend."


def _said(diagnostic: Diagnostic) -> bool:
    return diagnostic.level in ("error", "warning")


def review(course: Catalogue, today: str | None = None) -> Report:
    """Review a course. `today` is the month beside which evidence counts as old; see `read_manuscript` for its default."""
    return review_manuscript(read_manuscript(course, today))


def review_manuscript(manuscript: Manuscript, *parts: str) -> Report:
    """Review a course that has been taken apart, with all rules or with those for some parts of it."""
    chosen = rules(*parts)
    found: set[Diagnostic] = set()
    used: set[Waiver] = set()
    for rule in chosen:
        for finding in rule.look(manuscript):
            covers = [one for one in manuscript.waivers if one.covers(finding.file, finding.anchor, (rule.id, rule.name))]
            used.update(covers)
            if not covers:
                found.add(rule.diagnostic(finding))
    found.update(_unused(manuscript, used, chosen))
    return Report(tuple(sorted(found)), tuple(sorted(used)), manuscript.today, chosen)


def _unused(manuscript: Manuscript, used: set[Waiver], chosen: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    """A diagnostic for each waiver of a chosen rule that covers nothing."""
    asked = {name for rule in chosen for name in (rule.id, rule.name)}
    unused = next(rule for rule in rules() if rule.name == "waiver-unused")
    for waiver in manuscript.waivers:
        if waiver not in used and waiver.reason and waiver.rule in asked:
            message = f"Nothing here breaks {waiver.rule} any more."
            yield Diagnostic(waiver.file, waiver.line, unused.code, message, "Take the waiver out.", "warning")
