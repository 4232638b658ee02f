"""What a rule is, and the registry that finds all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from counteroffer.course.diagnostics import Diagnostic
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.passages import Passage

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Finding:
    """Something that a rule found. `anchor` is the line by which a waiver covers it."""

    file: str
    line: int
    anchor: int
    message: str
    remedy: str


@dataclass(frozen=True)
class Rule:
    """One judgement: `why` it is made, how grave it is, and the function that looks for what breaks it."""

    id: str
    name: str
    level: Severity
    why: str
    look: Callable[[Manuscript], Iterable[Finding]]

    @property
    def code(self) -> str:
        """How a report names it."""
        return f"{self.id} {self.name}"

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """A finding as the rest of the engine reports faults."""
        return Diagnostic(finding.file, finding.line, self.code, finding.message, finding.remedy, self.level)


def at(passage: Passage, offset: int, message: str, remedy: str) -> Finding:
    """A finding at a character of a passage."""
    return Finding(passage.file, passage.line_at(offset), passage.line, message, remedy)


def nothing(_: Manuscript) -> Iterable[Finding]:
    """The look of a rule whose findings arise elsewhere."""
    return ()


# What a review looks at, and where the rules for it are. A new part is a package and a line here.
PARTS = {"texts": "counteroffer.review.rules", "items": "counteroffer.review.items", "cases": "counteroffer.review.cases"}


@lru_cache(maxsize=8)
def rules(*parts: str) -> tuple[Rule, ...]:
    """Every rule by id, or those for some parts: whatever a module of their packages declares in `RULES`."""
    packages = [importlib.import_module(PARTS[part]) for part in parts or PARTS]
    modules = [importlib.import_module(f"{one.__name__}.{name}") for one in packages for _, name, _ in pkgutil.iter_modules(one.__path__)]
    return tuple(sorted((rule for module in modules for rule in getattr(module, "RULES", ())), key=lambda rule: rule.id))
