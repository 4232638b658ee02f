"""Making a sitting: forms by the blueprint, a form and a code for each candidate, names sealed apart."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from counteroffer.course.blueprint import Blueprint
from counteroffer.course.items import Check
from counteroffer.course.orders import shuffled
from counteroffer.exam.candidates import Row
from counteroffer.exam.forms import assemble
from counteroffer.exam.stock import stock
from counteroffer.server import running
from counteroffer.server.bank import sealed
from counteroffer.server.codes import new_code, stored
from counteroffer.server.log import commitment, note
from counteroffer.server.models import Candidate, Person, Sitting


@dataclass(frozen=True)
class Card:
    """What a candidate is handed: the only place where a code is ever shown."""

    number: int
    name: str
    code: str


class Taken(Exception):  # noqa: N818 (a rule of names)
    """There is a sitting of this id already."""


def create(
    id_: str, title: str, blueprint: Blueprint, checks: Sequence[Check], rows: Sequence[Row], *, forms: int, seed: str = ""
) -> list[Card]:
    """A sitting with so many forms. A form follows from `seed`, or from chance; who gets which, always from chance.

    Raises ImpossibleBlueprint and Taken.
    """
    seed = seed or secrets.token_hex(16)
    made = assemble(blueprint, stock(checks), seed=seed, forms=forms)
    vault = running.now().vault
    cards = [Card(number, row.name, new_code()) for number, row in enumerate(rows, start=1)]
    drawn = shuffled(secrets.token_hex(16), [str(card.number) for card in cards])
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
        note("create", sitting=id_, candidates=len(rows), forms=made, seed=seed, blueprint=blueprint.model_dump())
        for card, row in zip(cards, rows, strict=True):
            candidate = Candidate.objects.create(
                sitting=sitting,
                number=card.number,
                code=stored(vault, card.code),
                form=drawn.index(str(card.number)) % forms,
                language=row.language,
                group=row.group,
                allowance=60 * row.extra_minutes,
                rest=60 * row.break_minutes,
            )
            salt = secrets.token_hex(16)
            Person.objects.create(candidate=candidate, name=vault.seal("person", row.name), salt=salt)
            told: dict[str, Any] = {"form": candidate.form, "allowance": candidate.allowance, "rest": candidate.rest}
            note("candidate", sitting=id_, number=card.number, who=commitment(salt, row.name), **told)

    running.write(write)
    return cards
