"""The edition of an item or a case: a hash of what is asked, so that an answer names what it answered.

Feedback, citations, translations and the order in which options are written change nothing; kind, texts, ids and keys do.
An item whose text was mended without asking anything else says so (`wording`), and keeps its edition.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from counteroffer.course.base import Model
from counteroffer.course.case_machine import told
from counteroffer.course.cases import Case
from counteroffer.course.items import Check, Item


def editions(checks: Iterable[Check], cases: Iterable[Case]) -> dict[str, str]:
    """The edition of every item and of every case, by id."""
    items = {item.id: edition(item, check.scenario) for check in checks for item in check.items}
    return items | {case.case: case_edition(case) for case in cases}


def edition(item: Item, scenario: str | None = None) -> str:
    """Ten hexadecimal digits; `scenario` is the situation that the item shares with its set."""
    return item.wording.same_as if item.wording else wording(item, scenario)


def wording(item: Item, scenario: str | None = None) -> str:
    """The edition that the item has by its present text alone."""
    parts = {name: [_part(part) for part in getattr(item, name)] for name in item.parts}
    for name, listed in parts.items():
        if name != "entries":  # the order of entries is their key, that of options means nothing
            listed.sort(key=lambda part: str(part["id"]))
    return _hash([item.kind, scenario, item.vignette, item.stem, parts])


def case_edition(case: Case) -> str:
    """Ten hexadecimal digits over the decisions, their options and where these lead; words change nothing."""
    machine = told(case)
    rules = [{name: value for name, value in rule.items() if name != "notice"} for rule in machine["background"]]
    return _hash(machine | {"background": rules})


def _part(part: Model) -> dict[str, Any]:
    return part.model_dump(exclude={"feedback", "cite"}, exclude_defaults=True)


def _hash(value: Any) -> str:
    text = json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _plain(value: Any) -> Any:
    """The value with every run of white space in its texts made one space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
