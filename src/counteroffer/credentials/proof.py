"""Data Integrity proofs by `eddsa-rdfc-2022`: what is signed is what the words mean (RDF), not how they are spaced."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from counteroffer.credentials.contexts import load_document
from counteroffer.credentials.errors import ProofError
from counteroffer.credentials.keys import SigningKey, from_multibase, multibase, signed_by
from counteroffer.credentials.times import written

SUITE = "eddsa-rdfc-2022"
CANON = "URDNA2015"  # the name under which PyLD keeps RDFC-1.0


def signed(document: dict[str, Any], key: SigningKey, at: datetime) -> dict[str, Any]:
    """The document with a proof by `key`."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": written(at),
        "verificationMethod": key.method,
        "proofPurpose": "assertionMethod",
    }
    return {**document, "proof": {**proof, "proofValue": multibase(key.sign(_digest(document, proof)))}}


def check_proof(document: dict[str, Any]) -> None:
    """Raises ProofError unless the document's proof is by the very key that its issuer names, and fits every word."""
    proof = document.get("proof")
    if not isinstance(proof, dict):
        raise ProofError("It is not signed.")
    if (proof.get("type"), proof.get("cryptosuite"), proof.get("proofPurpose")) != ("DataIntegrityProof", SUITE, "assertionMethod"):
        raise ProofError(f"Its signature is of another kind than {SUITE}.")
    issuer = document["issuer"] if isinstance(document.get("issuer"), str) else document["issuer"]["id"]
    if proof.get("verificationMethod") != f"{issuer}#{issuer.removeprefix('did:key:')}":
        raise ProofError("It is signed by another key than its issuer's.")
    rest = {name: value for name, value in document.items() if name != "proof"}
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    if not signed_by(issuer, from_multibase(str(proof.get("proofValue"))), _digest(rest, options)):
        raise ProofError("The signature does not fit: something in it was changed after it was signed.")


def _digest(document: dict[str, Any], proof: dict[str, Any]) -> bytes:
    return _hash({"@context": document["@context"], **proof}) + _hash(document)


def _hash(document: dict[str, Any]) -> bytes:
    from pyld import jsonld

    try:
        text = jsonld.normalize(document, {"algorithm": CANON, "format": "application/n-quads", "documentLoader": load_document})
    except jsonld.JsonLdError as error:
        raise ProofError(f"Its words cannot be read as JSON-LD: {str(error).splitlines()[0]}") from error
    return hashlib.sha256(text.encode()).digest()
