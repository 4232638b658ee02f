"""The archive of a released sitting: forms, candidates by number, answers, marks, results and the log; no names, and no codes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.acts import Refused
from counteroffer.server.chain import FIRST
from counteroffer.server.integrity import FOREIGN, LOG, OWN
from counteroffer.server.log import note
from counteroffer.server.models import Answer, Candidate, Entry, Sitting
from counteroffer.server.parcel import fingerprint, pack
from counteroffer.server.table import table, text

_SITTING = ("id", "title", "blueprint", "forms", "state", "extension", "pauses", "offer")
_CANDIDATE = (
    "number", "form", "language", "group", "allowance", "extension", "rest", "breaks", "state", "started", "ended", "receipt",
    "annulled", "consent", "certificate", "result",
)  # fmt: skip


@dataclass(frozen=True)
class Archive:
    """The bytes of an archive, and the fingerprint of the key that sealed it."""

    data: bytes
    sealed_by: str


def archive(id_: str) -> Archive:
    """Seal a sitting as it stands. Raises Sitting.DoesNotExist, and Refused before its results are released."""

    def write() -> bytes:
        sitting = Sitting.objects.get(pk=id_)
        if sitting.state != Sitting.RELEASED:
            raise Refused(message("The sitting is {state}. It can be archived once its results are released.", state=sitting.state))
        data = pack(_files(sitting), _about(sitting), seed)
        note("archive", sitting=id_, sha256=hashlib.sha256(data).hexdigest())
        return data

    seed = running.now().vault.key("archive")
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    # in the writer's turn, so that nothing is written meanwhile
    return Archive(running.write(write), fingerprint(public))


def _about(sitting: Sitting) -> dict[str, Any]:
    last = Entry.objects.order_by("-seq").first()
    chain = {"lines": last.seq if last else 0, "head": last.hash if last else FIRST}
    return {
        "archive": 1,
        "sitting": sitting.id,
        "title": sitting.title,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "chain": chain,
    }


def _files(sitting: Sitting) -> dict[str, bytes]:
    candidates = list(Candidate.objects.filter(sitting=sitting).order_by("number"))
    told: dict[str, Any] = {
        "sitting.json": {name: getattr(sitting, name) for name in _SITTING},
        # keys and orders, which only the server's keys open
        "bank.json": {"sealed": sitting.bank, "seed": sitting.seed},
        "candidates.json": [{name: getattr(one, name) for name in _CANDIDATE} for one in candidates],
        "answers.json": list(
            Answer.objects.filter(candidate__sitting=sitting)
            .order_by("candidate__number", "item")
            .values("candidate__number", "item", "revision", "response", "flagged")
        ),
    }
    files = {name: (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode() for name, value in told.items()}
    return {
        **files,
        "results.csv": _results(candidates).encode(),
        "marks.csv": text(table(sitting, numbers=True)).encode(),
        "marks-as-made.csv": text(table(sitting, as_made=True, numbers=True)).encode(),
        LOG: b"".join(_log(sitting)),
    }


def _results(candidates: list[Candidate]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["number", "form", "score", "cut", "passed"])
    for one in candidates:
        if one.result and not one.annulled:
            shares = (f"{found[0] / found[1]:.6f}" for found in (one.result["score"], one.result["cut"]))
            writer.writerow([one.number, one.form + 1, *shares, "yes" if one.result["passed"] else "no"])
    return out.getvalue()


def _log(sitting: Sitting) -> Iterator[bytes]:
    for entry in Entry.objects.order_by("seq").iterator():
        names = OWN if entry.sitting == sitting.id else FOREIGN
        yield (json.dumps({name: getattr(entry, name) for name in names}, ensure_ascii=False) + "\n").encode()
