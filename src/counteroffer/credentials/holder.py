"""Whose a certificate is: by name, or by a word that only the holder was given."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from counteroffer.credentials.model import Identity

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def by_name(name: str) -> Identity:
    """The holder's name, as the holder agreed to have it written."""
    return Identity(hashed=False, identity_hash=name, identity_type="name")


def by_word(word: str) -> Identity:
    """No name: who knows the word can show that the certificate is theirs."""
    salt = secrets.token_hex(16)
    return Identity(hashed=True, identity_hash=_hash(word, salt), identity_type="identifier", salt=salt)


def new_word() -> str:
    """A word of 16 letters (79 bits), in groups of four."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def knows(identity: Identity, word: str) -> bool:
    """Whether `word` is the one that the holder was given."""
    return identity.hashed and hmac.compare_digest(identity.identity_hash, _hash(word.strip().lower(), identity.salt or ""))


def _hash(word: str, salt: str) -> str:
    return "sha256$" + hashlib.sha256((word + salt).encode()).hexdigest()
