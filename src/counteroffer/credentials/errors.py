"""What goes wrong with credentials and their files, in words for whoever holds them."""

from __future__ import annotations


class CredentialError(Exception):
    """A file cannot be used, or a credential cannot be made; the message says why, and how to mend it."""


class ProofError(CredentialError):
    """A signature is missing, of another kind, or does not fit what it signs."""
