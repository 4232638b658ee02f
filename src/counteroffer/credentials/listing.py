"""Who is to get a certificate: a table of names, or of numbers of those who want none on it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.files import read_bytes

COLUMNS = ("number", "name")


@dataclass(frozen=True)
class Candidate:
    """`number` names the files; `name` is empty where the candidate wants none on the certificate."""

    number: str
    name: str


def read_candidates(path: Path) -> Sequence[Candidate]:
    """Those who passed. Raises CredentialError with the line that is wrong."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CredentialError(f"{path}:1: This is not UTF-8. Save it as CSV UTF-8.") from None
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",")
    if not {*COLUMNS} <= {*(reader.fieldnames or ())}:
        raise CredentialError(f"{path}:1: The first line lacks {' or '.join(COLUMNS)}. Begin with: {','.join(COLUMNS)}")
    found: dict[str, Candidate] = {}
    for row in reader:
        number, name = ((row[column] or "").strip() for column in COLUMNS)
        if not number or not number.replace("-", "").replace("_", "").isalnum():
            raise CredentialError(f"{path}:{reader.line_num}: The number is {number!r}. Give letters and digits; it names the file.")
        if number in found:
            raise CredentialError(f"{path}:{reader.line_num}: {number} stands here twice. Leave one.")
        found[number] = Candidate(number, name)
    if not found:
        raise CredentialError(f"{path}:1: Nobody stands here. Give a row for each who passed.")
    return list(found.values())
