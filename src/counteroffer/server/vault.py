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
_FILE = b"counteroffer file 1"
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
    root = secrets.token_bytes(32)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        write_own(folder / FILE, json.dumps(_locked(root, passphrase, _LABEL)).encode())
    except FileExistsError:
        raise VaultError(f"{folder / FILE}:1: There are keys already. Open them with their passphrase, or name another folder.") from None
    return Vault(root)


def open_vault(folder: Path, passphrase: str) -> Vault:
    """The keys of `folder`. Raises VaultError for another passphrase and for no keys."""
    path = folder / FILE
    try:
        return opened_keys(path.read_bytes(), passphrase, str(path))
    except FileNotFoundError:
        raise VaultError(f"{path}:1: There are no keys here. `counteroffer exam create` makes them.") from None


def opened_keys(data: bytes, passphrase: str, name: str) -> Vault:
    """The keys in a file that was read already. Raises VaultError."""
    try:
        return Vault(_unlocked(data, passphrase, _LABEL))
    except InvalidTag:
        raise VaultError(f"{name}:1: The passphrase does not open these keys. Type it again.") from None
    except (ValueError, KeyError, TypeError):
        raise VaultError(f"{name}:1: This file holds no keys. Bring it back from a copy.") from None


def sealed_file(data: bytes, passphrase: str) -> bytes:
    """A file encrypted under a passphrase of its own."""
    return json.dumps({"counteroffer": "sealed", **_locked(data, passphrase, _FILE)}).encode()


def is_sealed(data: bytes) -> bool:
    """Whether this is a file that `sealed_file` made."""
    return data.startswith(b'{"counteroffer": "sealed"')


def opened_file(data: bytes, passphrase: str, name: str) -> bytes:
    """What `sealed_file` was given. Raises VaultError for another passphrase, and where it was altered."""
    try:
        return _unlocked(data, passphrase, _FILE)
    except InvalidTag:
        raise VaultError(f"{name}:1: The passphrase does not open this file. Type it again.") from None
    except (ValueError, KeyError, TypeError):
        raise VaultError(f"{name}:1: This file was cut short or altered. Bring it back from a copy.") from None


def write_own(path: Path, data: bytes) -> None:
    """Write a new file for its owner's eyes alone, whole and on the disk. Raises FileExistsError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _locked(data: bytes, passphrase: str, label: bytes) -> dict[str, str]:
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    return {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": AESGCM(_stretched(passphrase, salt)).encrypt(nonce, data, label).hex()}


def _unlocked(told: bytes, passphrase: str, label: bytes) -> bytes:
    """Raises InvalidTag, and ValueError, KeyError or TypeError for what is nothing of the kind."""
    read = json.loads(told)
    salt, nonce, locked = (bytes.fromhex(read[name]) for name in ("salt", "nonce", "sealed"))
    return AESGCM(_stretched(passphrase, salt)).decrypt(nonce, locked, label)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return hash_secret_raw(passphrase.encode(), salt, _PASSES, _MEMORY, _LANES, 32, Type.ID)
