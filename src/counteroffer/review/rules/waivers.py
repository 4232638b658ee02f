"""Waivers are judgements too: they name a rule, give a reason, and go when they are no longer needed."""

from __future__ import annotations

from collections.abc import Iterable

from counteroffer.review import rule as registry
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

_FORM = "Write `review: allow <rule> because <reason>`."


def _without_reason(manuscript: Manuscript) -> Iterable[Finding]:
    for one in manuscript.waivers:
        if not one.reason:
            yield Finding(one.file, one.line, one.line, "This waiver gives no reason, so it counts for nothing.", _FORM)


def _unknown(manuscript: Manuscript) -> Iterable[Finding]:
    known = {name for rule in registry.rules() for name in (rule.id, rule.name)}
    for one in manuscript.waivers:
        if one.rule and one.rule not in known:
            yield Finding(one.file, one.line, one.line, f"There is no rule `{one.rule}`.", _FORM)


RULES = [
    Rule("R901", "waiver-without-reason", "error", "A later editor must be able to judge the exception.", _without_reason),
    Rule("R902", "waiver-unused", "warning", "An exception that nothing needs hides the next mistake.", registry.nothing),
    Rule("R903", "waiver-unknown", "error", "A misspelt rule would waive nothing, in silence.", _unknown),
]
