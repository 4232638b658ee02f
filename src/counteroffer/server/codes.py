"""One-time codes of candidates: 80 random bits, typed from a card; stored as an HMAC, since nobody guesses them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from counteroffer.server.vault import Vault

# No letters that are taken for digits or for one another.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
_MISREAD = str.maketrans("ILOU", "110V")
_LENGTH = 16


def new_code() -> str:
    """A code as it is printed: four times four characters."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))
    return "-".join(signs[at : at + 4] for at in range(0, _LENGTH, 4))


def stored(vault: Vault, typed: str) -> str:
    """What is stored of a code, however it was typed: small letters, without hyphens, I for 1 and O for 0."""
    plain = "".join(sign for sign in typed.upper().translate(_MISREAD) if sign in ALPHABET)
    return hmac.new(vault.key("codes"), plain.encode(), hashlib.sha256).hexdigest()


def receipt(vault: Vault, *told: str) -> str:
    """What a candidate is given on handing in: it follows from what was handed in, and from a key."""
    made = hmac.new(vault.key("receipts"), "\n".join(told).encode(), hashlib.sha256).hexdigest()[:16].upper()
    return "-".join(made[at : at + 4] for at in range(0, 16, 4))
