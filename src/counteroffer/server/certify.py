"""Certificates for those of a sitting who passed and agreed, issued by the issuer's folder as any other certificate is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from counteroffer.credentials.batch import issue
from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.listing import Candidate as Holder
from counteroffer.credentials.model import Achievement
from counteroffer.credentials.office import Office
from counteroffer.server import running
from counteroffer.server.consent import NAME, WORD, name_of
from counteroffer.server.log import note
from counteroffer.server.models import Candidate, Sitting


def certify(sitting: Sitting, office: Office, out: Path, at: datetime) -> int:
    """Issue into `out` what is due and return how many. Who has a certificate of this sitting gets no second one.

    Raises CredentialError where nothing is offered, or where candidates agreed to another issuer.
    """
    offer = sitting.offer
    if not offer:
        raise CredentialError(f"No certificate is offered to the candidates of {sitting.id}: `counteroffer exam offer` does it.")
    if offer["issuer"] != office.issuer.name:
        raise CredentialError(f"The candidates agreed to a certificate by {offer['issuer']}, not by {office.issuer.name}. Offer it anew.")
    found = list(_due(sitting))
    holders = [Holder(str(one.number), name_of(one) if one.consent == NAME else "") for one in found]
    if not holders:
        return 0
    made = issue(office, Achievement.of(offer["achievement"], "an achievement"), holders, out, at, offer["days"])

    def write() -> None:
        for one, document in zip(found, made, strict=True):
            Candidate.objects.filter(pk=one.pk).update(certificate=document["id"])
            note("certificate", sitting=sitting.id, number=one.number, certificate=document["id"], consent=one.consent)

    running.write(write)
    return len(found)


def to_revoke(sitting: Sitting) -> list[Candidate]:
    """Those who have a certificate and do not pass any more, or are annulled."""
    return [one for one in Candidate.objects.filter(sitting=sitting).exclude(certificate="").order_by("number") if not _passed(one)]


def _due(sitting: Sitting) -> Iterator[Candidate]:
    agreed = Candidate.objects.filter(sitting=sitting, consent__in=[NAME, WORD], certificate="").order_by("number")
    return (one for one in agreed if _passed(one) and (one.consent == WORD or name_of(one)))


def _passed(candidate: Candidate) -> bool:
    return not candidate.annulled and bool(candidate.result and candidate.result["passed"])
