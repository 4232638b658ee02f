"""Revocation by a Bitstring Status List: one bit a credential, in a crowd so large that a place tells nothing of who holds it."""

from __future__ import annotations

import base64
import gzip
import io
import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.keys import SigningKey
from counteroffer.credentials.model import Listed, StatusList
from counteroffer.credentials.proof import signed

PLACES = 131_072  # the least that the standard allows


def free_place(taken: Collection[int]) -> int:
    """A place at random that no credential has. Raises CredentialError when the list is half full."""
    if len(taken) >= PLACES // 2:
        raise CredentialError("This issuer's status list is full. Begin a new issuer's folder.")
    while (place := secrets.randbelow(PLACES)) in taken:
        pass
    return place


def status_list(address: str, revoked: Collection[int], key: SigningKey, at: datetime) -> dict[str, Any]:
    """The signed list in which the places `revoked` are set."""
    bits = bytearray(PLACES // 8)
    for place in revoked:
        bits[place // 8] |= 0x80 >> place % 8
    encoded = "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode().rstrip("=")
    listed = Listed(id=f"{address}#list", encoded_list=encoded)
    return signed(StatusList(id=address, issuer=key.did, valid_from=at, credential_subject=listed).document(), key, at)


def is_set(listed: StatusList, place: int) -> bool:
    """Whether the bit at `place` is set. Raises CredentialError where the list does not hold it."""
    packed = listed.credential_subject.encoded_list[1:]
    try:
        with gzip.open(io.BytesIO(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))) as stream:
            # no more than is asked for: a few bytes can unpack to gigabytes
            bits = stream.read(place // 8 + 1)
    except (OSError, EOFError, ValueError) as error:
        raise CredentialError("The status list cannot be unpacked. Get the issuer's file again.") from error
    if len(bits) <= place // 8:
        raise CredentialError("The status list does not reach to this certificate. Get the issuer's newest file.")
    return bool(bits[place // 8] & 0x80 >> place % 8)
