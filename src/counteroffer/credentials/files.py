"""Files of an issuer's folder: read with a reason where they cannot be, written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.model import parse

MOST_BYTES = 5_000_000


def read_bytes(path: Path) -> bytes:
    """A file's content. Raises CredentialError."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CredentialError(f"{path}:1: It cannot be read: {error.strerror}. Name another file.") from error
    if len(data) > MOST_BYTES:
        raise CredentialError(f"{path}:1: It is larger than a file of ours ever is. Name another file.")
    return data


def read_json(path: Path) -> Any:
    """A file's JSON. Raises CredentialError."""
    return parse(read_bytes(path), str(path))


def write_json(path: Path, document: dict[str, Any]) -> None:
    """Write JSON for people to read as well."""
    write_whole(path, (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write beside the file, flush, and put it in its place. Raises CredentialError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if not private:
            Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise CredentialError(f"{path}:1: It cannot be written: {error.strerror}. Name another folder, or make room.") from error
