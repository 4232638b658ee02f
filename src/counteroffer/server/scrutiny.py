"""The examiner's pages on the items of a closed sitting: what each earned, and rulings on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from counteroffer.course.items import Item
from counteroffer.language import ENGLISH, Message, message
from counteroffer.server import rulings
from counteroffer.server.acts import Refused
from counteroffer.server.bank import bank_of
from counteroffer.server.duty import on_duty
from counteroffer.server.marks import Marker, everybody
from counteroffer.server.models import Sitting, Staff
from counteroffer.server.rendering import page, token, when
from counteroffer.server.roles import may
from counteroffer.server.rules import MEND, RESTORE, STANDARD, WITHDRAW, rules_of
from counteroffer.server.rules import rulings as said_so_far
from counteroffer.server.table import cell
from counteroffer.twin.check import candidate_html
from counteroffer.twin.templates import environment

_FOLDER = Path(__file__).with_name("templates")
_SAID: dict[str, Message] = {
    WITHDRAW: message("withdrawn"),
    MEND: message("key mended"),
    RESTORE: message("restored as it was made"),
    STANDARD: message("standard set"),
}


@dataclass
class Earned:
    """What an item earned so far: of so many who met it, so many answered it; the sum of its marks; whether it counts."""

    met: int = 0
    answered: int = 0
    marks: Fraction = Fraction(0)
    counts: bool = True
    mended: bool = False

    @property
    def mean(self) -> float | None:
        """The mean mark, of an item that counts and that somebody met."""
        return float(self.marks / self.met) if self.met and self.counts else None


@require_safe
@on_duty
def items(request: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Every item: who met it, what it earned, what was ruled."""
    found = _closed(staff, name)
    rows, everyone = _earned(found)
    said = [(when(told["at"]), ENGLISH.say(_SAID[kind]), told) for kind, told in said_so_far(found)]
    return page(request, "sitting-items.html", staff=staff, sitting=found, rows=rows, everyone=everyone, rulings=said)


@require_http_methods(["GET", "HEAD", "POST"])
@on_duty
def item(request: HttpRequest, staff: Staff, name: str, id_: str) -> HttpResponse:
    """One item with what is taken as right, and a ruling on it."""
    found = _closed(staff, name)
    bank = bank_of(found)
    if id_ not in bank.items:
        raise Http404
    made, wrong = bank.items[id_][1], ""
    if request.method == "POST":
        try:
            _RULE[request.POST.get("deed", "")](staff.name, found.id, made, request)
            return HttpResponseRedirect(f"/staff/sittings/{found.id}/items/")
        except KeyError:
            raise Http404 from None
        except Refused as refused:
            wrong = ENGLISH.say(refused.said)
    keyed = rules_of(found).keys.get(id_, (made,))
    send = environment(ENGLISH, _FOLDER).get_template("ruling.html").render(token=token(request), reason=request.POST.get("reason", ""))
    return page(
        request,
        "sitting-item.html",
        status=409 if wrong else 200,
        staff=staff,
        sitting=found,
        id=id_,
        form=candidate_html(ENGLISH, bank.check(id_), made, keyed[0].key(), Markup(send)),  # noqa: S704 (a template's own)
        others=[cell(one.key()) for one in keyed[1:]],
        wrong=wrong,
    )


def _earned(sitting: Sitting) -> tuple[dict[str, Earned], int]:
    """Each item by id, by the rules as they stand; and how many candidates there are whose work counts."""
    bank, rules, people = bank_of(sitting), rules_of(sitting), list(everybody(sitting))
    found = {id_: Earned(counts=id_ not in rules.withdrawn, mended=id_ in rules.keys) for id_ in sorted(bank.items)}
    marker = Marker(bank, rules)
    for one in people:
        for id_ in one.form:
            found[id_].met += 1
            found[id_].answered += bool(one.answers.get(id_))
        for id_, own in marker.marks(one.form, one.answers).items():
            found[id_].marks += own
    return found, len(people)


def _closed(staff: Staff, name: str) -> Sitting:
    found = Sitting.objects.filter(pk=name, state__in=[Sitting.CLOSED, Sitting.RELEASED]).first()
    if found is None or not may(staff.role, "rule"):
        raise Http404
    return found


def _mend(by: str, sitting: str, made: Item, request: HttpRequest, *, beside: bool) -> None:
    key = made.posted({name: request.POST.getlist(name) for name in request.POST})
    rulings.mend_key(by, sitting, made.id, _reason(request), key, beside=beside)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")[:2000]


_RULE: dict[str, Callable[[str, str, Item, HttpRequest], Any]] = {
    "withdraw": lambda by, sitting, made, request: rulings.withdraw(by, sitting, made.id, _reason(request)),
    "restore": lambda by, sitting, made, request: rulings.restore(by, sitting, made.id, _reason(request)),
    "alone": lambda by, sitting, made, request: _mend(by, sitting, made, request, beside=False),
    "beside": lambda by, sitting, made, request: _mend(by, sitting, made, request, beside=True),
}
