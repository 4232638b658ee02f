"""The items of a sitting with their keys: sealed in the store, opened in the memory of the server alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counteroffer.course.items import Check, Item, kinds
from counteroffer.course.orders import shuffled
from counteroffer.server import running
from counteroffer.server.models import Candidate, Sitting

_PURPOSE = "bank"


@dataclass(frozen=True)
class Bank:
    """Checks, and the check of each item; `seed` is what the orders of candidates follow from."""

    checks: dict[str, Check]
    items: dict[str, tuple[str, Item]]
    seed: str

    def form(self, form: Sequence[str], candidate: int) -> list[str]:
        """A form's items in a candidate's own order: single items mixed, those of a set together at the end."""
        single = [id_ for id_ in form if not self.checks[self.items[id_][0]].scenario]
        return shuffled(f"{self.seed} {candidate}", single) + [id_ for id_ in form if id_ not in single]

    def item(self, id_: str, candidate: int) -> Item:
        """An item with its options in the candidate's own order."""
        return self.items[id_][1].shuffled(f"{self.seed} {candidate}")

    def check(self, id_: str) -> Check:
        """The check that an item is of."""
        return self.checks[self.items[id_][0]]


def sealed(checks: Iterable[Check], wanted: Iterable[str]) -> str:
    """The items `wanted` and their checks, sealed."""
    ids = set(wanted)
    kept = [check.model_copy(update={"items": [item for item in check.items if item.id in ids]}) for check in checks]
    told = [{**check.model_dump(), "items": [item.model_dump() for item in check.items]} for check in kept if check.items]
    return running.now().vault.seal(_PURPOSE, json.dumps(told))


def bank_of(sitting: Sitting) -> Bank:
    """The bank of a sitting, opened once a process. Raises VaultError where it was altered."""
    banks = running.now().banks
    if sitting.id not in banks:
        vault, found = running.now().vault, {}
        for data in json.loads(vault.open(_PURPOSE, sitting.bank)):
            items = [kinds()[one["kind"]].model.model_validate(one) for one in data["items"]]
            found[data["check"]] = Check.model_validate({**data, "items": items})
        places = {item.id: (name, item) for name, check in found.items() for item in check.items}
        banks[sitting.id] = Bank(found, places, vault.open("seed", sitting.seed))
    return banks[sitting.id]


def form_of(sitting: Sitting, candidate: Candidate) -> list[str]:
    """The items of a candidate's form in the candidate's order."""
    return bank_of(sitting).form(sitting.forms[candidate.form], candidate.number)
