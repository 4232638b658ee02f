"""The examiner's folder as one encrypted file: the store as a copy, and whatever else lies in the folder."""

from __future__ import annotations

import tarfile
from io import BytesIO
from pathlib import Path

from counteroffer.server.vault import VaultError, is_sealed, opened_file, sealed_file, write_own
from counteroffer.stick.wheels import StickError

FILE = "examiner.sealed"
STORE = "store.backup"


def seal(folder: Path, out: Path, passphrase: str, store: bytes | None = None, leave: tuple[str, ...] = ()) -> Path:
    """Write `folder` into `out` as one file under a passphrase. `store` is a copy of its database; names that begin as in `leave` stay out.

    Raises StickError where one is there already, and OSError.
    """
    held = BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith(leave):
                tar.add(path, path.relative_to(folder).as_posix(), recursive=False)
        if store is not None:
            entry = tarfile.TarInfo(STORE)
            entry.size = len(store)
            tar.addfile(entry, BytesIO(store))
    out.mkdir(parents=True, exist_ok=True)
    path = out / FILE
    try:
        write_own(path, sealed_file(held.getvalue(), passphrase))
    except FileExistsError:
        raise StickError(f"{path} is there already, and nothing is written over. Name another folder.") from None
    return path


def unseal(file: Path, folder: Path, passphrase: str) -> list[str]:
    """Bring the folder back; the names of its files. Raises StickError for another passphrase, an altered file and a folder that is not empty."""
    if folder.exists() and any(folder.iterdir()):
        raise StickError(f"{folder} is not empty, and nothing is written over. Name a new folder.")
    data = file.read_bytes()
    if not is_sealed(data):
        raise StickError(f"{file}:1: This is no sealed folder. It is called {FILE} on an examiner's stick.")
    try:
        opened = opened_file(data, passphrase, str(file))
    except VaultError as error:
        raise StickError(str(error)) from None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tarfile.open(fileobj=BytesIO(opened)) as tar:
        tar.extractall(folder, filter="data")
        return sorted(tar.getnames())
