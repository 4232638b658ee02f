"""The issuer's file: who signs, with which keys, at what time. A verifier trusts the files that it was given."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Annotated

from pydantic import Field

from counteroffer.credentials.model import Did, Line, Model, Moment, Uri


class Key(Model):
    """A key and its time. One that fell into other hands is `withdrawn`: nothing that it ever signed is believed."""

    id: Did
    valid_from: Moment
    valid_until: Moment | None = None
    withdrawn: Line | None = None

    def serves(self, at: datetime) -> bool:
        """Whether something signed at that time can be this key's."""
        return self.withdrawn is None and self.valid_from <= at and (self.valid_until is None or at <= self.valid_until)


class Issuer(Model):
    """An organisation that certifies, with all the keys that it has had, the newest last."""

    name: Line
    url: Uri | None = None
    status_list: Uri
    keys: Annotated[tuple[Key, ...], Field(min_length=1, max_length=100)]

    def key(self, did: str) -> Key | None:
        """The key of that name."""
        return next((key for key in self.keys if key.id == did), None)

    def fingerprint(self) -> str:
        """What people compare by another way than the file came: 160 bits in ten groups. It changes with every change of the keys."""
        text = json.dumps(self.document(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        digest = hashlib.sha256(text.encode()).hexdigest()[:40]
        return " ".join(digest[i : i + 4] for i in range(0, 40, 4))


def rotated(issuer: Issuer, new: str, at: datetime, withdrawn: str | None = None) -> Issuer:
    """The issuer with a new key from `at` on; the last one ends then, or is withdrawn for the reason given."""
    last = issuer.keys[-1]
    ended = last.model_copy(update={"valid_until": at, "withdrawn": withdrawn})
    return issuer.model_copy(update={"keys": (*issuer.keys[:-1], ended, Key(id=new, valid_from=at))})
