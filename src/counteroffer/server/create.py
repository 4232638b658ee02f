"""Making a sitting: forms by the blueprint, a form and a code for each candidate, names sealed apart."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counteroffer.course.blueprint import Blueprint
from counteroffer.course.items import Check
from counteroffer.exam.candidates import Row
from counteroffer.exam.retakes import Drawn, draw
from counteroffer.exam.stock import stock
from counteroffer.language import Message, message
from counteroffer.server import running
from counteroffer.server.acts import Refused
from counteroffer.server.bank import sealed
from counteroffer.server.codes import new_code, stored
from counteroffer.server.log import commitment, note
from counteroffer.server.models import Candidate, Person, Sitting
from counteroffer.server.retakes import seen, token, too_often


@dataclass(frozen=True)
class Card:
    """What a candidate is handed: the only place where a code is ever shown."""

    number: int
    name: str
    code: str


class Taken(Exception):  # noqa: N818 (a rule of names)
    """There is a sitting of this id already."""


class TooOften(Exception):  # noqa: N818 (a rule of the blueprint)
    """Somebody in the list has sat as often as they may; `said` is who."""

    def __init__(self, names: Sequence[str], blueprint: Blueprint) -> None:
        self.said: Message = message(
            "The blueprint lets nobody sit more than {times} times, which these have: {names}. Take them off the list.",
            times=blueprint.retakes + 1,
            names=", ".join(names),
        )
        super().__init__(self.said.text.format(**self.said.values))


class Repeated(Exception):  # noqa: N818 (a decision for the examiner)
    """The bank does not suffice for who sits again; `said` is by how much."""

    def __init__(self, drawn: Drawn, outcomes: Mapping[str, str]) -> None:
        worst = max(drawn.repeats, key=len)
        lacking = Counter(outcomes[id_] for id_ in worst)
        self.said: Message = message(
            "The bank does not suffice for those who sit again: {people} of them would meet questions that they have seen, "
            "up to {items} each ({lacking}).",
            people=sum(map(bool, drawn.repeats)),
            items=len(worst),
            lacking=", ".join(f"{outcome}: {number}" for outcome, number in sorted(lacking.items())),
        )
        super().__init__(self.said.text.format(**self.said.values))


def create(
    id_: str,
    title: str,
    blueprint: Blueprint,
    checks: Sequence[Check],
    rows: Sequence[Row],
    *,
    forms: int,
    seed: str = "",
    repeat: bool = False,
    by: str = "",
) -> list[Card]:
    """A sitting with so many forms. A form follows from `seed`, or from chance; who gets which, from chance and from what they have seen.

    Raises ImpossibleBlueprint, Taken and TooOften, and, unless it may `repeat` items that somebody has seen, Repeated.
    """
    if Sitting.objects.filter(pk=id_).exists():
        raise Taken
    names = [row.name for row in rows]
    if often := too_often(names, blueprint):
        raise TooOften(often, blueprint)
    seed = seed or secrets.token_hex(16)
    order = secrets.SystemRandom().sample(range(len(rows)), len(rows))
    items = stock(checks)
    drawn = draw(blueprint, items, seen(names), order, seed=seed, forms=forms)
    if any(drawn.repeats) and not repeat:
        raise Repeated(drawn, {one.id: one.outcome for one in items})
    made, vault = drawn.forms, running.now().vault
    cards = [Card(number, row.name, new_code()) for number, row in enumerate(rows, start=1)]
    sitting = Sitting(
        id=id_,
        title=title,
        blueprint=blueprint.model_dump(),
        forms=made,
        bank=sealed(checks, {item for form in made for item in form}),
        seed=vault.seal("seed", secrets.token_hex(16)),
    )

    def write() -> None:
        if Sitting.objects.filter(pk=id_).exists():
            raise Taken
        sitting.save(force_insert=True)
        note("create", sitting=id_, by=by, candidates=len(rows), forms=made, seed=seed, blueprint=blueprint.model_dump())
        for card, row in zip(cards, rows, strict=True):
            candidate = Candidate.objects.create(
                sitting=sitting,
                number=card.number,
                code=stored(vault, card.code),
                form=drawn.given[card.number - 1],
                language=row.language,
                group=row.group,
                allowance=60 * row.extra_minutes,
                rest=60 * row.break_minutes,
            )
            salt = secrets.token_hex(16)
            Person.objects.create(candidate=candidate, name=vault.seal("person", row.name), salt=salt, token=token(row.name))
            told: dict[str, Any] = {"form": candidate.form, "allowance": candidate.allowance, "rest": candidate.rest}
            if repeats := drawn.repeats[card.number - 1]:
                told["repeats"] = sorted(repeats)
            note("candidate", sitting=id_, number=card.number, who=commitment(salt, row.name), **told)

    running.write(write)
    return cards


def recode(by: str, id_: str, number: int | None = None) -> list[Card]:
    """New codes, which end the old ones: for everybody while the sitting is not open yet, or for one who has not handed in.

    Raises Sitting.DoesNotExist and Refused.
    """
    vault = running.now().vault

    def write() -> list[Card]:
        sitting = Sitting.objects.get(pk=id_)
        if number is None and sitting.state != Sitting.MADE:
            raise Refused(message("The sitting is open already: make a new card for one candidate at a time."))
        whom = Candidate.objects.filter(sitting=sitting, **({} if number is None else {"number": number}))
        found = whom.exclude(state=Candidate.SUBMITTED).select_related("person").order_by("number")
        cards = []
        for one in found:
            name = vault.open("person", one.person.name) if hasattr(one, "person") else ""
            cards.append(Card(one.number, name, new_code()))
            Candidate.objects.filter(pk=one.pk).update(code=stored(vault, cards[-1].code))
        if not cards:
            raise Refused(message("There is nobody here who could use a new card."))
        note("cards", sitting=id_, by=f"staff {by}", number=number)
        return cards

    return running.write(write)
