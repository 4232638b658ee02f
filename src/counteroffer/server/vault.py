"""The server's keys, and what lies encrypted under them; they themselves lie encrypted under a passphrase."""

from __future__ import annotations

import base64
import json
import os
import secrets
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FILE = "keys.sealed"
_LABEL = b"counteroffer keys 1"
_SALT, _NONCE = 16, 12
# What one guess at the passphrase costs: passes, KiB of memory, lanes (RFC 9106, second choice).
_PASSES, _MEMORY, _LANES = 3, 64 * 1024, 4


class VaultError(Exception):
    """The keys cannot be had; the message says why and what to do."""


class Vault:
    """Keys for one purpose each, all from one root; and texts sealed for a purpose.

    What is sealed can be changed by nobody without the key: opening it then fails.
    """

    def __init__(self, root: bytes) -> None:
        self._root = root

    def key(self, purpose: str) -> bytes:
        """32 bytes for a purpose."""
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(self._root)

    def seal(self, purpose: str, text: str) -> str:
        """`text` encrypted, as printable characters."""
        nonce = os.urandom(_NONCE)
        return base64.b64encode(nonce + AESGCM(self.key(purpose)).encrypt(nonce, text.encode(), purpose.encode())).decode()

    def open(self, purpose: str, sealed: str) -> str:
        """The text again. Raises VaultError where it was altered or sealed for another purpose."""
        try:
            told = base64.b64decode(sealed, validate=True)
            return AESGCM(self.key(purpose)).decrypt(told[:_NONCE], told[_NONCE:], purpose.encode()).decode()
        except (InvalidTag, ValueError):
            raise VaultError("What lies here was altered, or sealed by another server's keys.") from None


def new_vault(folder: Path, passphrase: str) -> Vault:
    """Make keys and keep them in `folder`. Raises VaultError where there are keys already."""
    root, salt, nonce = secrets.token_bytes(32), os.urandom(_SALT), os.urandom(_NONCE)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    locked = AESGCM(_stretched(passphrase, salt)).encrypt(nonce, root, _LABEL)
    told = {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": locked.hex()}
    try:
        with os.fdopen(os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(told, file)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise VaultError(f"{folder / FILE}:1: There are keys already. Open them with their passphrase, or name another folder.") from None
    return Vault(root)


def open_vault(folder: Path, passphrase: str) -> Vault:
    """The keys of `folder`. Raises VaultError for another passphrase and for no keys."""
    path = folder / FILE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        salt, nonce, locked = (bytes.fromhex(told[name]) for name in ("salt", "nonce", "sealed"))
    except FileNotFoundError:
        raise VaultError(f"{path}:1: There are no keys here. `counteroffer exam create` makes them.") from None
    except (ValueError, KeyError, TypeError):
        raise VaultError(f"{path}:1: This file holds no keys. Bring it back from a copy.") from None
    try:
        return Vault(AESGCM(_stretched(passphrase, salt)).decrypt(nonce, locked, _LABEL))
    except InvalidTag:
        raise VaultError(f"{path}:1: The passphrase does not open these keys. Type it again.") from None


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return hash_secret_raw(passphrase.encode(), salt, _PASSES, _MEMORY, _LANES, 32, Type.ID)
