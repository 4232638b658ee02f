"""A certificate is offered, and who passed says whether to have one, with a name or without; until then there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from counteroffer.credentials.model import Achievement
from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.log import note
from counteroffer.server.models import Candidate, Person, Sitting
from counteroffer.server.seat import Seat, seat_of, seated, who

NAME, WORD, NONE = "name", "word", "none"
CHOICES = {
    NAME: message("wanted with the name"),
    WORD: message("wanted without a name"),
    NONE: message("not wanted"),
    "": message("not answered"),
}


@dataclass(frozen=True)
class Offer:
    """What the certificate would say: of whom (empty where the name is deleted), of what, by whom; what was chosen, and its number once issued."""

    name: str
    achievement: Achievement
    issuer: str
    days: int | None
    choice: str
    issued: str


def propose(sitting: str, achievement: Achievement, issuer: str, days: int | None) -> None:
    """Offer a certificate to all who pass. Who agreed to another text, and has no certificate yet, is asked again. Raises Sitting.DoesNotExist."""
    told: dict[str, Any] = {"achievement": achievement.document(), "issuer": issuer, "days": days}

    def write() -> None:
        found = Sitting.objects.get(pk=sitting)
        if found.offer == told:
            return
        Sitting.objects.filter(pk=sitting).update(offer=told)
        Candidate.objects.filter(sitting=sitting, certificate="").update(consent="")
        note("offer", sitting=sitting, **told)

    running.write(write)


def offered(seat: Seat) -> Offer | None:
    """What is offered to a candidate: nothing before release, to who did not pass, and to who is annulled."""
    told, one = seat.sitting.offer, seat.candidate
    if not told or one.annulled or seat.sitting.state != Sitting.RELEASED or not (one.result and one.result["passed"]):
        return None
    return Offer(
        name_of(one), Achievement.of(told["achievement"], "an achievement"), told["issuer"], told["days"], one.consent, one.certificate
    )


def name_of(candidate: Candidate) -> str:
    """The candidate's name, or nothing where it is deleted."""
    found = Person.objects.filter(candidate=candidate).first()
    return running.now().vault.open("person", found.name) if found else ""


def agree(candidate: int, choice: str) -> None:
    """Keep what a candidate chose, as often as it is changed, until the certificate is issued."""

    def write() -> None:
        seat = seat_of(candidate)
        offer = offered(seat)
        if offer and not offer.issued and (offer.name or choice != NAME):
            Candidate.objects.filter(pk=candidate).update(consent=choice)
            note("consent", sitting=seat.sitting.id, by=who(seat.candidate), choice=choice)

    running.write(write)


@require_POST
@seated
def choose(request: HttpRequest, seat: Seat) -> HttpResponse:
    """With a name, without, or none."""
    choice = request.POST.get("certificate", "")
    if choice in {NAME, WORD, NONE}:
        agree(seat.candidate.pk, choice)
    return HttpResponseRedirect("/sit/receipt/")
