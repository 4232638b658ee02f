"""Marks of a sitting, in one place: a function of the sealed bank, what was answered, and what the log says was ruled since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from counteroffer.course.blueprint import outcome_of
from counteroffer.course.items import Item, Scheme
from counteroffer.course.marking import marked, percents, scheme_of
from counteroffer.server.bank import Bank, bank_of
from counteroffer.server.models import Answer, Candidate, Sitting

Marks = dict[str, Fraction]


@dataclass(frozen=True)
class Rules:
    """What was ruled: items that count for nobody; items by other keys (of several, the one that earns most); judges' ratings of each item.

    A rating is the mark, from 0 to 1, that a judge expects. Without any no standard has been set, and the blueprint's pass mark stands in for one.
    """

    withdrawn: frozenset[str] = frozenset()
    keys: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    ratings: Mapping[str, Sequence[Fraction]] = field(default_factory=dict)

    @property
    def judges(self) -> int:
        """How many judges set the standard."""
        return len(next(iter(self.ratings.values()), ()))


class Marker:
    """Marks forms by the rules; what marking knows of an item is reckoned once for all candidates."""

    def __init__(self, bank: Bank, rules: Rules) -> None:
        self._bank, self._rules = bank, rules
        self._schemes: dict[str, tuple[Scheme, ...]] = {}

    def marks(self, form: list[str], answers: Mapping[str, Any]) -> Marks:
        """What each item of a form earns that counts, from 0 to 1. Only a whole answer earns anything."""
        return {id_: self._mark(id_, answers.get(id_)) for id_ in form if id_ not in self._rules.withdrawn}

    def _mark(self, id_: str, response: Any) -> Fraction:
        item = self._bank.items[id_][1]
        if item.standing(response) != "answered":
            return Fraction(0)
        if id_ not in self._schemes:
            self._schemes[id_] = tuple(map(scheme_of, self._rules.keys.get(id_) or (item,)))
        return max(marked(item.kind, scheme, response) for scheme in self._schemes[id_])


def cut(sitting: Sitting, counted: Marks, rules: Rules) -> Fraction:
    """The share of the marks that passes: what judges expect on the items that count, or the blueprint's share."""
    if not rules.judges:
        return Fraction(str(sitting.blueprint["pass_mark"]))
    return sum((sum(rules.ratings[id_], Fraction(0)) for id_ in counted), Fraction(0)) / rules.judges / len(counted)


def result(sitting: Sitting, earned: Marks, rules: Rules) -> dict[str, Any]:
    """What a candidate is told: score and cut (shares, as pairs of integers), whether it passes, the profile by outcome, how many judges.

    Neither items nor keys are in it.
    """
    bank, profile = bank_of(sitting), dict[str, list[Fraction]]()
    for id_, own in earned.items():
        profile.setdefault(outcome_of(bank.items[id_][1]), []).append(own)
    score, needed = sum(earned.values(), Fraction(0)) / len(earned), cut(sitting, earned, rules)
    return {
        "score": [score.numerator, score.denominator],
        "cut": [needed.numerator, needed.denominator],
        "judges": rules.judges,
        "passed": score >= needed,
        "profile": {outcome: [float(sum(own)), len(own)] for outcome, own in sorted(profile.items())},
    }


def in_percent(told: dict[str, Any]) -> tuple[str, str]:
    """Score and cut of a result, as people read them."""
    return percents(Fraction(*told["score"]), Fraction(*told["cut"]))


@dataclass(frozen=True)
class Sat:
    """Somebody whose work counts: handed in and not annulled. `answers` are the responses by item."""

    candidate: Candidate
    form: list[str]
    answers: dict[str, Any]


def everybody(sitting: Sitting) -> Iterator[Sat]:
    """All whose work counts, by number; forms in their own order."""
    given: dict[int, dict[str, Any]] = {}
    for candidate, item, response in Answer.objects.filter(candidate__sitting=sitting).values_list("candidate", "item", "response"):
        given.setdefault(candidate, {})[item] = response
    for one in Candidate.objects.filter(sitting=sitting, state=Candidate.SUBMITTED, annulled="").order_by("number"):
        yield Sat(one, sitting.forms[one.form], given.get(one.pk, {}))
