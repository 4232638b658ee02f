"""Certificates for several at once: of each the signed data and a PDF, in a folder, and words for those without a name."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.files import read_bytes, write_json, write_whole
from counteroffer.credentials.holder import by_name, by_word, new_word
from counteroffer.credentials.listing import Candidate
from counteroffer.credentials.model import Achievement
from counteroffer.credentials.office import Award, Office
from counteroffer.credentials.pdf import certificate_pdf, weasyprint

WORDS = "words.csv"


def issue(
    office: Office, achievement: Achievement, holders: Sequence[Candidate], out: Path, at: datetime, days: int | None
) -> list[dict[str, Any]]:
    """Issue, enter in the register, and write `NUMBER.json` and `NUMBER.pdf` into `out`; returns the signed data in the holders' order.

    Who has no name gets a word, in `words.csv`, to which words of an earlier time are kept. Raises CredentialError.
    """
    weasyprint()  # before anything is entered in the register
    earlier = _earlier(out / WORDS)
    words = {one.number: new_word() for one in holders if not one.name}
    whose = [by_name(one.name) if one.name else by_word(words[one.number]) for one in holders]
    until = at + timedelta(days=days) if days else None
    made = office.issue([Award(holder, achievement, at, until) for holder in whose], at)
    pages = [certificate_pdf(document, office.issuer) for document in made]
    if words:
        write_whole(out / WORDS, _words({**earlier, **words}), private=True)
    for one, document, page in zip(holders, made, pages, strict=True):
        write_json(out / f"{one.number}.json", document)
        write_whole(out / f"{one.number}.pdf", page)
    return made


def _earlier(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    reader = csv.DictReader(io.StringIO(read_bytes(path).decode("utf-8", "replace")))
    if reader.fieldnames != ["number", "word"]:
        raise CredentialError(f"{path}:1: This is another table than ours, and would be overwritten. Name another folder.")
    return {row["number"]: row["word"] for row in reader}


def _words(words: dict[str, str]) -> bytes:
    return ("number,word\n" + "".join(f"{number},{word}\n" for number, word in words.items())).encode()
