"""Whether an archive is as it was made: its bytes, its signature, each file's hash, and the chain of the log line by line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from types import SimpleNamespace
from typing import Any, cast

from counteroffer.server.chain import FIRST, Line, digest
from counteroffer.server.parcel import MANIFEST, SIGNATURE, Damaged, signer, tarred, unpack

LOG = "log.jsonl"
OWN = ("seq", "at", "kind", "sitting", "by", "data", "before", "hash")
FOREIGN = ("seq", "before", "hash")
"""Of lines on other sittings an archive has no more than is needed to follow the chain."""


@dataclass(frozen=True)
class Proof:
    """What was found: every fault as `file:line: words`; without one, what the archive is of, and whose key sealed it."""

    faults: list[str]
    about: Mapping[str, Any]
    sealed_by: str | None


def prove(data: bytes) -> Proof:
    """Look at an archive without anything else: neither keys nor the database are needed."""
    try:
        files = unpack(data)
        about = json.loads(files[MANIFEST])
        hashes, chain, _ = dict(about["files"]), dict(about["chain"]), [about[name] for name in ("sitting", "title", "made")]
    except Damaged as error:
        return Proof([f"This is no archive that can be read: {error}."], {}, None)
    except (ValueError, KeyError, TypeError):
        return Proof([f"{MANIFEST}:1: It was altered: it cannot be read."], {}, None)
    sealed_by = signer(files)
    faults = [] if sealed_by else [f"{MANIFEST}:1: The signature does not fit: the manifest or the signature was altered."]
    faults += _files(files, hashes)
    faults += _chain(files.get(LOG, b""), chain)
    again = tarred(files)
    if not faults and again != data:
        place = next(at for at, (one, other) in enumerate(zip_longest(data, again)) if one != other)
        faults.append(f"Byte {place}, between the files, was altered.")
    return Proof(faults, about, sealed_by)


def _files(files: Mapping[str, bytes], hashes: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(hashes.keys() | files.keys() - {MANIFEST, SIGNATURE}):
        if name not in files:
            yield f"{name}:1: It is missing."
        elif name not in hashes:
            yield f"{name}:1: It was added: the manifest does not name it."
        elif hashlib.sha256(files[name]).hexdigest() != hashes[name]:
            yield f"{name}:1: It was altered: its hash is not the manifest's."


def _chain(log: bytes, chain: Mapping[str, Any]) -> Iterator[str]:
    """The first line that does not hold; what follows from it is not said."""
    before, number = FIRST, 0
    for number, raw in enumerate(log.splitlines(), start=1):
        line = _line(raw)
        if line is None:
            fault = "was altered: it is no line of a log"
        elif line.seq != number:
            fault = f"is missing, or stands elsewhere: line {line.seq} of the log stands here"
        elif line.before != before:
            fault = "does not follow from the line before: one of the two was altered"
        elif hasattr(line, "data") and digest(line) != line.hash:
            fault = "was altered: it does not fit its hash"
        else:
            before = line.hash
            continue
        yield f"{LOG}:{number}: This line {fault}."
        return
    if (number, before) != (chain.get("lines"), chain.get("head")):
        yield f"{LOG}:{number}: The log ends here, and does not end as the manifest says: line {chain.get('lines')} was the last."


def _line(raw: bytes) -> Line | None:
    try:
        told = json.loads(raw)
        wanted = OWN if "data" in told else FOREIGN
        right = isinstance(told, dict) and tuple(told) == wanted and type(told["seq"]) is int
        return cast("Line", SimpleNamespace(**told)) if right and isinstance(told.get("at", 0.0), int | float) else None
    except (ValueError, TypeError):
        return None
