"""A sealed parcel of files: a tar that its contents determine byte for byte, with a signed list of their hashes."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

MANIFEST, SIGNATURE = "manifest.json", "signature.json"


class Damaged(Exception):  # noqa: N818 (a state of the file)
    """No parcel at all, or none that can be read; the message says why."""


def pack(files: Mapping[str, bytes], about: Mapping[str, Any], seed: bytes) -> bytes:
    """Files with a manifest (what is said `about` them, and the hash of each), signed by the key that follows from 32 bytes."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    manifest = _json({**about, "files": hashes})
    signature = _json({"key": key.public_key().public_bytes_raw().hex(), "signature": key.sign(manifest).hex()})
    return tarred({MANIFEST: manifest, SIGNATURE: signature, **files})


def tarred(files: Mapping[str, bytes]) -> bytes:
    """A tar of these files: the manifest and its signature first, the others by name; neither times nor owners."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(files, key=lambda name: (name != MANIFEST, name != SIGNATURE, name)):
            entry = tarfile.TarInfo(name)
            entry.size = len(files[name])
            tar.addfile(entry, io.BytesIO(files[name]))
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Every file. Raises Damaged."""
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as tar:
            for entry in tar:
                stream = tar.extractfile(entry) if entry.isfile() else None
                if stream is None:
                    raise Damaged(f"{entry.name!r} is no file")
                found[entry.name] = stream.read()
    except (tarfile.TarError, ValueError, OverflowError, EOFError) as error:
        raise Damaged(str(error)) from None
    if not {MANIFEST, SIGNATURE} <= found.keys():
        raise Damaged("there is no manifest, or no signature")
    return found


def signer(files: Mapping[str, bytes]) -> str | None:
    """The fingerprint of the key that signed the manifest as it is; None where nobody did."""
    try:
        told = json.loads(files[SIGNATURE])
        raw = bytes.fromhex(told["key"])
        Ed25519PublicKey.from_public_bytes(raw).verify(bytes.fromhex(told["signature"]), files[MANIFEST])
    except (InvalidSignature, ValueError, KeyError, TypeError):
        return None
    return fingerprint(raw)


def fingerprint(key: bytes) -> str:
    """What people compare: 160 bits of the public key's hash, in ten groups."""
    told = hashlib.sha256(key).hexdigest()[:40]
    return " ".join(told[at : at + 4] for at in range(0, 40, 4))


def _json(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
