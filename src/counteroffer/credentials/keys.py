"""Ed25519 keys and their names: a `did:key` is the public key itself, so nobody needs to be asked for it."""

from __future__ import annotations

import base58
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from counteroffer.credentials.errors import ProofError

DID = "did:key:"
_ED25519 = b"\xed\x01"  # multicodec


class SigningKey:
    """A private key. `did` is its public name, `method` the name by which a proof points to it."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.did = DID + multibase(_ED25519 + private.public_key().public_bytes_raw())
        self.method = f"{self.did}#{self.did.removeprefix(DID)}"

    @classmethod
    def new(cls) -> SigningKey:
        """A fresh key from the system's randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def read(cls, raw: bytes) -> SigningKey:
        """The key of which `raw` are the 32 bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    @property
    def raw(self) -> bytes:
        """The 32 secret bytes, to be sealed before they are written anywhere."""
        return self._private.private_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """The 64 bytes of the signature."""
        return self._private.sign(data)


def multibase(data: bytes) -> str:
    """Bytes in base 58, marked as such."""
    return "z" + base58.b58encode(data).decode()


def from_multibase(text: str) -> bytes:
    """The bytes again. Raises ProofError."""
    if not text.startswith("z"):
        raise ProofError("A value is not in base 58 (multibase z).")
    try:
        return base58.b58decode(text[1:])
    except ValueError:
        raise ProofError("A value is not in base 58 (multibase z).") from None


def signed_by(did: str, signature: bytes, data: bytes) -> bool:
    """Whether the key that `did` names made the signature. Raises ProofError where it names no Ed25519 key."""
    raw = from_multibase(did.removeprefix(DID)) if did.startswith(DID) else b""
    if not raw.startswith(_ED25519) or len(raw) != len(_ED25519) + 32:
        raise ProofError(f"{did} does not name an Ed25519 key.")
    try:
        Ed25519PublicKey.from_public_bytes(raw[2:]).verify(signature, data)
    except InvalidSignature:
        return False
    return True
