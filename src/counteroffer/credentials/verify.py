"""Is this certificate to be believed? Each question is asked and answered on its own; none is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Literal

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.holder import knows
from counteroffer.credentials.issuer import Issuer
from counteroffer.credentials.model import Credential, StatusList
from counteroffer.credentials.proof import check_proof
from counteroffer.credentials.status import is_set

Answer = Literal["yes", "no", "open"]


@dataclass(frozen=True)
class Finding:
    """The answer to one question: `open` where a file was not given that would settle it."""

    about: Literal["form", "signature", "issuer", "time", "revocation", "holder"]
    answer: Answer
    says: str


@dataclass(frozen=True)
class Verdict:
    """All findings on one certificate; `credential` is what it says, where it can be read."""

    credential: Credential | None
    findings: tuple[Finding, ...]

    @property
    def answer(self) -> Answer:
        """`no` where one finding says so, `open` where one is; else `yes`."""
        answers = {finding.answer for finding in self.findings}
        return "no" if "no" in answers else "open" if "open" in answers else "yes"


def verify(document: Any, issuers: Sequence[Issuer], lists: Sequence[Any], at: datetime, word: str | None = None) -> Verdict:
    """Look at a certificate (parsed JSON) at the time `at`.

    `issuers` are those that the verifier trusts, `lists` their status lists (parsed JSON), `word` what the holder of a certificate
    without a name says.
    """
    try:
        credential = Credential.exactly(document, "a certificate of ours")
        check_proof(document)
    except CredentialError as error:
        about: Literal["form", "signature"] = "signature" if type(error) is not CredentialError else "form"
        return Verdict(None, (Finding(about, "no", str(error)),))
    signature = Finding("signature", "yes", "The signature fits every word of it.")
    issuer = next((one for one in issuers if one.key(credential.issuer.id)), None)
    findings = [signature, _issuer(credential, issuer), _time(credential, at), _revocation(credential, issuer, lists)]
    return Verdict(credential, (*findings, *_holder(credential, word)))


def _issuer(credential: Credential, issuer: Issuer | None) -> Finding:
    if issuer is None:
        return Finding("issuer", "open", f"Its key is of none of the issuers given here. It calls itself {credential.issuer.name}.")
    key = issuer.key(credential.issuer.id)
    signed = credential.proof.created if credential.proof else credential.valid_from
    if key is None or not key.serves(signed):
        why = f"was withdrawn: {key.withdrawn}" if key and key.withdrawn else f"was not in use on {signed:%Y-%m-%d}"
        return Finding("issuer", "no", f"The key of {issuer.name} that signed it {why}.")
    if credential.issuer.name != issuer.name:
        return Finding("issuer", "no", f"It calls its issuer {credential.issuer.name}; the key is that of {issuer.name}.")
    return Finding("issuer", "yes", f"It is by {issuer.name} (fingerprint {issuer.fingerprint()}).")


def _time(credential: Credential, at: datetime) -> Finding:
    if at < credential.valid_from:
        return Finding("time", "no", f"It is valid only from {credential.valid_from:%Y-%m-%d}.")
    if credential.valid_until is None:
        return Finding("time", "yes", "It does not expire.")
    if at >= credential.valid_until:
        return Finding("time", "no", f"It expired on {credential.valid_until:%Y-%m-%d}.")
    return Finding("time", "yes", f"It is valid until {credential.valid_until:%Y-%m-%d}.")


def _revocation(credential: Credential, issuer: Issuer | None, lists: Sequence[Any]) -> Finding:
    entry = credential.credential_status
    found = [one for one in lists if isinstance(one, dict) and one.get("id") == entry.status_list_credential]
    if issuer is None or not found:
        return Finding("revocation", "open", "Whether it was revoked is not known: its issuer's status list was not given.")
    # the youngest of the issuer's own: whoever adds a list of theirs hides none
    own = sorted((one for one in map(partial(_listed, issuer), found) if one), key=lambda one: one.valid_from)
    if not own:
        return Finding("revocation", "open", "The status list is not by this issuer. Get the issuer's own file.")
    try:
        gone = is_set(own[-1], int(entry.status_list_index))
    except CredentialError as error:
        return Finding("revocation", "open", str(error))
    said = "It has been revoked" if gone else "It had not been revoked"
    return Finding("revocation", "no" if gone else "yes", f"{said}, by the list of {own[-1].valid_from:%Y-%m-%d}.")


def _listed(issuer: Issuer, document: Any) -> StatusList | None:
    """The list, if it is the issuer's."""
    try:
        listed = StatusList.exactly(document, "a status list")
        check_proof(document)
    except CredentialError:
        return None
    key = issuer.key(listed.issuer)
    return listed if key and key.serves(listed.valid_from) and listed.id == issuer.status_list else None


def _holder(credential: Credential, word: str | None) -> Iterator[Finding]:
    identity = credential.credential_subject.identifier[0]
    if not identity.hashed:
        yield Finding("holder", "yes", f"It names {identity.identity_hash}.")
    elif not (word or "").strip():
        yield Finding("holder", "yes", "It names nobody. Its holder can show that it is theirs by the word that came with it.")
    elif knows(identity, word or ""):
        yield Finding("holder", "yes", "It names nobody; the word is its holder's.")
    else:
        yield Finding("holder", "no", "It names nobody, and the word is not its holder's.")
