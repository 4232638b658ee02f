"""What an item rule is: a small function over one item, made into a rule of the review."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from counteroffer.course.items import Check, Item
from counteroffer.course.yamlfile import Place
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule, Severity

BANK = "exercises/checks"
# So few items show no balance.
FEWEST = 20


@dataclass(frozen=True)
class Flaw:
    """Something wrong with an item. `place` is the part of the item, such as ("options", 2, "text"); () is the whole of it."""

    place: Place
    message: str
    remedy: str


Judge = Callable[[Item], Iterable[Flaw]]


@dataclass(frozen=True)
class Placed:
    """An item with its check and its index in the check."""

    check: Check
    index: int
    item: Item

    def finding(self, manuscript: Manuscript, flaw: Flaw) -> Finding:
        """A flaw of the item as a finding in its file."""
        file = manuscript.course.files[f"{BANK}/{self.check.check}.yml"]
        line = file.line(("items", self.index, *flaw.place))
        root = manuscript.course.root
        # a certification bank may stand elsewhere
        name = (file.path.relative_to(root) if file.path.is_relative_to(root) else file.path).as_posix()
        return Finding(name, line, line, f"{flaw.message} (item {self.item.id})", flaw.remedy)


def bank(checks: Iterable[Check]) -> Iterator[Placed]:
    """Every item of some checks, in their order."""
    for check in checks:
        for index, item in enumerate(check.items):
            yield Placed(check, index, item)


@dataclass(frozen=True)
class ItemRule(Rule):
    """A rule of the review that looks at every item by itself; `judge` looks at one."""

    judge: Judge


def item_rule(id_: str, name: str, level: Severity, why: str, judge: Judge) -> ItemRule:
    """A rule that lets `judge` look at every item of the bank."""

    def look(manuscript: Manuscript) -> Iterable[Finding]:
        for placed in bank(manuscript.course.checks.values()):
            yield from (placed.finding(manuscript, flaw) for flaw in judge(placed.item))

    return ItemRule(id_, name, level, why, look, judge)
