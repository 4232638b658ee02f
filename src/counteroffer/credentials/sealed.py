"""A secret in a file, under a passphrase (scrypt, AES-256-GCM)."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from counteroffer.credentials.errors import CredentialError

_MARK = b"counteroffer sealed 1\n"
_SALT, _NONCE = 16, 12


def seal(secret: bytes, passphrase: str) -> bytes:
    """What may be written to disk."""
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    return _MARK + salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, secret, _MARK)


def unseal(data: bytes, passphrase: str) -> bytes:
    """The secret again. Raises CredentialError for a wrong passphrase or another kind of file."""
    if not data.startswith(_MARK):
        raise CredentialError("This is not a sealed file of ours.")
    body = data[len(_MARK) :]
    salt, nonce, box = body[:_SALT], body[_SALT : _SALT + _NONCE], body[_SALT + _NONCE :]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, box, _MARK)
    except (InvalidTag, ValueError):
        raise CredentialError("The passphrase does not open it, or the file was altered.") from None


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**16, r=8, p=1).derive(passphrase.encode())
