"""Items as a candidate gets them: in the candidate's order, filled in, without key, feedback or edition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.http import HttpRequest
from markupsafe import Markup

from counteroffer.course.items import Check, Item, Response, kinds
from counteroffer.language import Language
from counteroffer.server.bank import bank_of
from counteroffer.server.models import Answer
from counteroffer.server.rendering import token
from counteroffer.server.seat import Seat
from counteroffer.twin.check import candidate_html
from counteroffer.twin.templates import environment

_FOLDER = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Shown:
    """One item ready for a page; `set_` names the set whose situation it shares."""

    id: str
    place: int
    html: Markup
    set_: str
    scenario: Markup
    revision: int
    flagged: bool


def of(seat: Seat, id_: str) -> Item:
    """An item of the form, its options in the candidate's order."""
    return bank_of(seat.sitting).item(id_, seat.candidate.number)


def item(request: HttpRequest, seat: Seat, place: int, answers: dict[str, Answer]) -> Shown:
    """The item at a place of the form, from 1, with what is kept of it."""
    id_ = seat.form[place - 1]
    check, answer = bank_of(seat.sitting).check(id_), answers.get(id_) or Answer(item=id_)
    values = {"place": place, "last": place == len(seat.form), "revision": answer.revision, "flagged": answer.flagged}
    send = _send(request, seat.language, **values)
    html = candidate_html(seat.language, check, of(seat, id_), answer.response, send, flagged=answer.flagged)
    scenario = Markup(_template(seat.language, "scenario.html").render(check=check))  # noqa: S704 (a template's own)
    return Shown(id_, place, html, check.check if check.scenario else "", scenario, answer.revision, answer.flagged)


def of_trial(request: HttpRequest, language: Language, given: Response | None) -> Markup:
    """The trial item."""
    check = Check.model_construct(check="trial", title="", mode="practice", scenario=None, confidence=False, items=[])
    return candidate_html(language, check, trial_item(), given, _send(request, language, place=0, last=True, revision=0, flagged=False))


@lru_cache(maxsize=1)
def trial_item() -> Item:
    """An item on nothing in particular, by which the page is tried."""
    data = yaml.safe_load((_FOLDER / "trial.yml").read_text(encoding="utf-8"))
    return kinds()[data["kind"]].model.model_validate(data)


def _send(request: HttpRequest, language: Language, **values: Any) -> Markup:
    """What ends an item's form: the hidden fields and the buttons."""
    return Markup(_template(language, "send.html").render(token=token(request), **values))  # noqa: S704 (a template's own)


def _template(language: Language, name: str) -> Any:
    return environment(language, _FOLDER).get_template(name)
