"""The JSON-LD contexts that a credential may name, kept here: what a word of it means is never asked of the network."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from counteroffer.credentials.errors import ProofError

FOLDER = Path(__file__).with_name("contexts")
CREDENTIALS: Final = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
PINNED = {CREDENTIALS: "credentials-v2.json", OPEN_BADGES: "open-badges-3.0.3.json"}


def load_document(url: str, options: dict[str, Any] | None = None) -> dict[str, Any]:  # noqa: ARG001 (the library passes them)
    """A pinned context, as PyLD wants a loaded document. Raises ProofError for any other address."""
    if url not in PINNED:
        raise ProofError(f"It names the context {url}, which is not among those kept here.")
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": _context(url)}


@cache
def _context(url: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / PINNED[url]).read_text(encoding="utf-8"))
    return read
