"""Ids inside a case: what it refers to must be there, and be there once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counteroffer.course.cases import Case, Condition
from counteroffer.course.diagnostics import Faults
from counteroffer.course.yamlfile import Place, YamlFile


class _Part(NamedTuple):
    """A part of a case that asks about flags and meters, moves meters, or goes on."""

    where: Place
    condition: Condition
    effects: Iterable[str] = ()
    goes: Iterable[str] = ()
    objectives: Iterable[str] = ()


def check(case: Case, file: YamlFile, faults: Faults, objectives: Iterable[str]) -> None:
    """Note a fault for each id that stands twice or that nothing answers to."""
    before = len(faults)
    _twice(case, file, faults)
    if len(faults) > before:
        # what then goes nowhere may mean the other of the two
        return
    cards, meters = {one.id for one in case.evidence}, {one.id for one in case.meters}
    places = [one.id for one in case.decisions] + [one.id for one in case.endings]
    flags = {f"saw-{card}" for card in cards} | {flag for _, choice in case.choices() for flag in choice.sets}
    flags |= {flag for rule in case.background for flag in rule.sets}
    for part in _parts(case):
        line, asked = file.line(part.where), file.line((*part.where, "if"))
        for flag in part.condition.flags():
            faults.known("case-flag-unknown", "flag", flag, flags, file.path, asked)
        for meter in part.condition.meters():
            faults.known("case-meter-unknown", "meter", meter, meters, file.path, asked)
        for meter in part.effects:
            faults.known("case-meter-unknown", "meter", meter, meters, file.path, file.line((*part.where, "effects")))
        for go in part.goes:
            faults.known("case-goes-nowhere", "decision or ending", go, places, file.path, line)
        for name in part.objectives:
            faults.known("objective-unknown", "objective", name, objectives, file.path, line)
    for where, card in _cards(case):
        faults.known("case-card-unknown", "card", card, cards, file.path, file.line(where))


def _twice(case: Case, file: YamlFile, faults: Faults) -> None:
    # decisions and endings are called by one sort of name
    for fields in (("decisions", "endings"), ("evidence",), ("meters",), ("background",)):
        seen: dict[str, int] = {}
        for where, name in (((part, i, "id"), one.id) for part in fields for i, one in enumerate(getattr(case, part))):
            line = file.line(where)
            if name in seen:
                message = f"The id `{name}` stands already on line {seen[name]}."
                faults.add(file.path, line, "case-id-twice", message, "Give one of them another id.")
            seen.setdefault(name, line)


def _parts(case: Case) -> Iterator[_Part]:
    for i, decision in enumerate(case.decisions):
        for k, paragraph in enumerate(decision.text):
            yield _Part(("decisions", i, "text", k), paragraph.condition)
        for j, choice in enumerate(decision.options):
            where: Place = ("decisions", i, "options", j)
            yield _Part(where, choice.condition, choice.effects, (), choice.objectives)
            for then in choice.then:
                yield _Part((*where, "then"), then.condition, goes=[then.go])
    for i, rule in enumerate(case.background):
        yield _Part(("background", i), rule.condition, rule.effects)
    for i, ending in enumerate(case.endings):
        for k, paragraph in enumerate(ending.text):
            yield _Part(("endings", i, "text", k), paragraph.condition)


def _cards(case: Case) -> Iterator[tuple[Place, str]]:
    for i, decision in enumerate(case.decisions):
        for card in decision.cards:
            yield ("decisions", i, "cards"), card
    for i, telling in enumerate(case.debrief.cards_that_mattered):
        yield ("debrief", "cards_that_mattered", i), telling.card
