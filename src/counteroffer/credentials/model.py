"""What a certificate says. The form is closed: a word that is not named here would not be covered by the signature."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, ValidationError
from pydantic.alias_generators import to_camel

from counteroffer.credentials.contexts import CREDENTIALS, OPEN_BADGES
from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.times import written

Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\x00-\x1f\x7f]*$")]
Did = Annotated[str, StringConstraints(pattern=r"^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$")]
Uri = Annotated[str, StringConstraints(max_length=400, pattern=r"^(?:https://|urn:uuid:)[^\s<>\"]+$")]


def _to_the_second(moment: datetime) -> datetime:
    if moment.microsecond:
        raise ValueError("a moment is given to the second")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_to_the_second), PlainSerializer(written, when_used="always")]


class Model(BaseModel):
    """Nothing but what is declared, frozen, in the standards' spelling."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)

    def document(self) -> dict[str, Any]:
        """As JSON."""
        read: dict[str, Any] = json.loads(self.model_dump_json(by_alias=True, exclude_none=True))
        return read

    @classmethod
    def of(cls, document: Any, what: str) -> Self:
        """Read `document`. Raises CredentialError that names the first part that is wrong; `what` says what was expected."""
        try:
            return cls.model_validate(document)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"])) or "it"
            said = "is a word that does not belong there" if first["type"] == "extra_forbidden" else first["msg"].lower()
            raise CredentialError(f"This is not {what}: {place}: {said}.") from None

    @classmethod
    def exactly(cls, document: Any, what: str) -> Self:
        """As `of`, where nothing may be left to defaults either: what is signed is what is read."""
        found = cls.of(document, what)
        if found.document() != document:
            raise CredentialError(f"This is not {what}: a part of it is missing, or is written in another way than ours.")
        return found


class Criteria(Model):
    """What must be done for the achievement."""

    narrative: Line


class Achievement(Model):
    """What is certified; a certifying body writes this once."""

    id: Uri
    type: tuple[Literal["Achievement"]] = ("Achievement",)
    name: Line
    description: Line
    criteria: Criteria


class Identity(Model):
    """Whose it is: a name in plain words, or a salted hash of a word that only the holder knows."""

    type: Literal["IdentityObject"] = "IdentityObject"
    hashed: bool
    identity_hash: Line
    identity_type: Literal["name", "identifier"]
    salt: Line | None = None


class Subject(Model):
    """The holder and the achievement."""

    type: tuple[Literal["AchievementSubject"]] = ("AchievementSubject",)
    identifier: tuple[Identity]
    achievement: Achievement


class Profile(Model):
    """The issuer, by the key that signed."""

    id: Did
    type: tuple[Literal["Profile"]] = ("Profile",)
    name: Line


class StatusEntry(Model):
    """The credential's place in the issuer's list of what was revoked."""

    type: Literal["BitstringStatusListEntry"] = "BitstringStatusListEntry"
    status_purpose: Literal["revocation"] = "revocation"
    status_list_index: Annotated[str, StringConstraints(pattern=r"^\d{1,9}$")]
    status_list_credential: Uri


class Proof(Model):
    """The signature."""

    type: Literal["DataIntegrityProof"]
    cryptosuite: Literal["eddsa-rdfc-2022"]
    created: Moment
    verification_method: Line
    proof_purpose: Literal["assertionMethod"]
    proof_value: Line


class Credential(Model):
    """A certificate."""

    context: Annotated[tuple[Literal["https://www.w3.org/ns/credentials/v2"], Literal["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]], Field(alias="@context")] = (CREDENTIALS, OPEN_BADGES)  # fmt: skip
    id: Uri
    type: tuple[Literal["VerifiableCredential"], Literal["OpenBadgeCredential"]] = ("VerifiableCredential", "OpenBadgeCredential")
    name: Line
    issuer: Profile
    valid_from: Moment
    valid_until: Moment | None = None
    credential_subject: Subject
    credential_status: StatusEntry
    proof: Proof | None = None


class Listed(Model):
    """The bits themselves: gzipped, in base64 for addresses, marked `u`."""

    id: Line
    type: Literal["BitstringStatusList"] = "BitstringStatusList"
    status_purpose: Literal["revocation"] = "revocation"
    encoded_list: Annotated[str, StringConstraints(max_length=400_000, pattern=r"^u[A-Za-z0-9_-]+$")]


class StatusList(Model):
    """The issuer's list of what was revoked, itself signed; a file that can travel on a stick."""

    context: Annotated[tuple[Literal["https://www.w3.org/ns/credentials/v2"]], Field(alias="@context")] = (CREDENTIALS,)
    id: Uri
    type: tuple[Literal["VerifiableCredential"], Literal["BitstringStatusListCredential"]] = ("VerifiableCredential", "BitstringStatusListCredential")  # fmt: skip
    issuer: Did
    valid_from: Moment
    credential_subject: Listed
    proof: Proof | None = None


def parse(data: bytes | str, name: str) -> Any:
    """JSON from a file called `name`. Raises CredentialError with the line where it breaks."""
    try:
        return json.loads(data)
    except UnicodeDecodeError:
        raise CredentialError(f"{name}:1: This is not UTF-8 text. Give the file as it was issued.") from None
    except RecursionError:
        raise CredentialError(f"{name}:1: This is nested too deep for a file of ours. Give the file as it was issued.") from None
    except json.JSONDecodeError as error:
        raise CredentialError(f"{name}:{error.lineno}: This is not JSON: {error.msg}. Give the file as it was issued.") from None
