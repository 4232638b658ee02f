"""The issuer's folder: keys sealed under a passphrase, the register of what was issued, and two files for verifiers.

`issuer.json` and `status.json` may go to anybody. `keys/` and `register.json` stay; the register holds no names.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.files import read_json, write_json, write_whole
from counteroffer.credentials.issuer import Issuer, Key, rotated
from counteroffer.credentials.keys import SigningKey
from counteroffer.credentials.model import Achievement, Credential, Identity, Line, Model, Moment, Profile, StatusEntry, Subject, Uri
from counteroffer.credentials.proof import signed
from counteroffer.credentials.sealed import seal, unseal
from counteroffer.credentials.status import free_place, status_list

ISSUER, STATUS, REGISTER = "issuer.json", "status.json", "register.json"


class Entry(Model):
    """A credential in the register."""

    id: Uri
    place: int
    issued: Moment
    revoked: Moment | None = None
    reason: Line | None = None


class Register(Model):
    """Everything that was issued."""

    issued: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Award:
    """Who passed what, from when and until when it counts."""

    holder: Identity
    achievement: Achievement
    valid_from: datetime
    valid_until: datetime | None = None


@dataclass(frozen=True)
class Office:
    """An issuer's folder, opened with its passphrase."""

    folder: Path
    issuer: Issuer
    key: SigningKey

    @classmethod
    def found(cls, folder: Path, name: str, passphrase: str, at: datetime, url: str | None = None) -> Office:
        """Begin a folder with a first key and an empty list. Raises CredentialError where one stands there already."""
        if (folder / ISSUER).exists():
            raise CredentialError(f"{folder / ISSUER}:1: An issuer stands there already. Name another folder.")
        key = SigningKey.new()
        about = {"name": name, "url": url, "statusList": f"urn:uuid:{uuid.uuid4()}", "keys": (Key(id=key.did, valid_from=at),)}
        office = cls(folder, Issuer.of(about, "an issuer"), key)
        office._keep_key(passphrase)
        office._keep(Register(), at)
        write_json(folder / ISSUER, office.issuer.document())
        return office

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Office:
        """Open a folder. Raises CredentialError."""
        issuer = Issuer.of(read_json(folder / ISSUER), "an issuer's file")
        path = _key_file(folder, issuer.keys[-1].id)
        try:
            raw = unseal(path.read_bytes(), passphrase)
        except OSError as error:
            raise CredentialError(f"{path}:1: The key cannot be read: {error.strerror}. Put the issuer's folder together again.") from error
        except CredentialError as error:
            raise CredentialError(f"{path}:1: {error} Give the passphrase of this folder.") from error
        return cls(folder, issuer, SigningKey.read(raw))

    def issue(self, awards: list[Award], at: datetime) -> list[dict[str, Any]]:
        """Signed credentials, entered in the register before they are returned. Raises CredentialError."""
        with self._alone():
            register, made = self.register(), []
            taken = {entry.place for entry in register.issued}
            for award in awards:
                place = free_place(taken)
                taken.add(place)
                made.append(self._credential(award, place))
            entered = tuple(Entry(id=one.id, place=int(one.credential_status.status_list_index), issued=at) for one in made)
            write_json(self.folder / REGISTER, Register(issued=(*register.issued, *entered)).document())
        return [signed(one.document(), self.key, at) for one in made]

    def revoke(self, credential: str, reason: str, at: datetime) -> None:
        """Set its bit and write the list anew. Raises CredentialError where it was not issued here, or was revoked before."""
        with self._alone():
            register = self.register()
            found = next((entry for entry in register.issued if entry.id == credential), None)
            if found is None:
                raise CredentialError(
                    f"{self.folder / REGISTER}:1: {credential} was not issued from this folder. Give the `id` of a certificate."
                )
            if found.revoked:
                raise CredentialError(f"{self.folder / REGISTER}:1: {credential} has been revoked already.")
            gone = Entry.of({**found.document(), "revoked": at, "reason": reason}, "an entry")
            self._keep(Register(issued=tuple(gone if entry is found else entry for entry in register.issued)), at)

    def renew(self, at: datetime) -> None:
        """Write the status list anew, as of `at`: a list without news is worth the more the younger it is."""
        with self._alone():
            self._keep(self.register(), at)

    def rotate(self, passphrase: str, at: datetime, withdrawn: str | None = None) -> Office:
        """A new key from now on; the list is signed by it. What the old one signed still counts unless it is withdrawn."""
        key = SigningKey.new()
        office = Office(self.folder, rotated(self.issuer, key.did, at, withdrawn), key)
        with self._alone():
            office._keep_key(passphrase)
            write_json(self.folder / ISSUER, office.issuer.document())
            office._keep(self.register(), at)
        return office

    def register(self) -> Register:
        """What was issued so far."""
        return Register.of(read_json(self.folder / REGISTER), "a register")

    def _alone(self) -> FileLock:
        """Hold back other processes that would change the same register."""
        return FileLock(self.folder / ".lock")

    def _credential(self, award: Award, place: int) -> Credential:
        address = self.issuer.status_list
        return Credential(
            id=f"urn:uuid:{uuid.uuid4()}",
            name=award.achievement.name,
            issuer=Profile(id=self.key.did, name=self.issuer.name),
            valid_from=award.valid_from,
            valid_until=award.valid_until,
            credential_subject=Subject(identifier=(award.holder,), achievement=award.achievement),
            credential_status=StatusEntry(status_list_index=str(place), status_list_credential=address),
        )

    def _keep(self, register: Register, at: datetime) -> None:
        write_json(self.folder / REGISTER, register.document())
        revoked = [entry.place for entry in register.issued if entry.revoked]
        write_json(self.folder / STATUS, status_list(self.issuer.status_list, revoked, self.key, at))

    def _keep_key(self, passphrase: str) -> None:
        write_whole(_key_file(self.folder, self.key.did), seal(self.key.raw, passphrase), private=True)


def _key_file(folder: Path, did: str) -> Path:
    return folder / "keys" / f"{did[-12:]}.sealed"
