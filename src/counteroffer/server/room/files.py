"""The files of a room: its database, and the key under which lies sealed whatever in it tells of anybody. Deleting begins with the key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from counteroffer.server.vault import write_own

FILE, KEY, LOCK = "room.sqlite3", "room.key", "room.lock"


def key(folder: Path) -> bytes:
    """The key of a folder's room, or a new one where there is none. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / KEY
    # zeros alone are what is left of a key when deleting was cut short
    return found if path.is_file() and any(found := path.read_bytes()) else new_key(folder)


def new_key(folder: Path) -> bytes:
    """A new key in the place of the one before, which is overwritten. Raises OSError."""
    _remove([folder / KEY])
    made = secrets.token_bytes(32)
    write_own(folder / KEY, made)
    return made


def database(folder: Path) -> Path:
    """The file of the database, for its owner's eyes alone, as SQLite then makes its log. Raises OSError."""
    path = folder / FILE
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    path.chmod(0o600)
    return path


def there(folder: Path) -> list[Path]:
    """The files of a room that are in a folder, its key first."""
    return [path for name in (KEY, FILE, f"{FILE}-wal", f"{FILE}-shm") if (path := folder / name).is_file()]


def delete(folder: Path) -> list[Path]:
    """Delete every file of a room that no process serves; what was deleted. Raises OSError, then with the key overwritten if anything was."""
    found = there(folder)
    _remove(found)
    return found


def forget_key(path: Path) -> None:
    """Delete a room's key: what was sealed by it, wherever a disk still has it, is noise. Raises OSError."""
    _remove([path])


def tidy(folder: Path) -> None:
    """Remove the lock and, if nothing else is in it, the folder. Nobody may hold the lock."""
    for remove in ((folder / LOCK).unlink, folder.rmdir):
        try:
            remove()
        except OSError:
            return


def _remove(paths: list[Path]) -> None:
    found = [path for path in paths if path.is_file()]
    for path in found:
        # in place: a file that is opened anew for writing has given its blocks back unwritten
        with path.open("r+b") as file:
            file.write(bytes(os.fstat(file.fileno()).st_size))
            file.flush()
            os.fsync(file.fileno())
    for path in found:
        path.unlink()
