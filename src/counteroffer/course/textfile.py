"""Reading a text file of the course: what is no plain, small UTF-8 text is refused with the reason, before it can do harm."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from counteroffer.course.diagnostics import Faults
from counteroffer.course.fingerprint import CONTENT

# No file of a course is near this; a larger one would only cost minutes before it is found wrong.
MOST_BYTES = 2_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Markdown reads each of them again for each that follows: a thousand take seconds, four thousand minutes
_MANY = 300
_NAMES_OF_LINKS = re.compile(rb"(?:^ {0,3}\[[^\]\n]+\]:[^\n]*\r?\n){%d}" % _MANY, re.MULTILINE)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_text(path: Path, faults: Faults) -> str | None:
    """The text of a file, without a byte-order mark; None, with a fault noted, where it cannot be read."""
    data = _bytes(path, faults)
    if data is None:
        return None
    if data.startswith(_UTF16):
        faults.add(path, 1, "file-encoding", "This file is UTF-16, not UTF-8.", "Save it as UTF-8 text.")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        faults.add(
            path,
            line,
            "file-encoding",
            f"This line is not UTF-8: it holds the byte 0x{data[error.start]:02X}.",
            "Save the file as UTF-8 text.",
        )
        return None
    if wrong := _CONTROL.search(data):
        line = data.count(b"\n", 0, wrong.start()) + 1
        faults.add(path, line, "file-control", f"This line holds the control character 0x{wrong[0][0]:02X}.", "Delete it; texts hold none.")
        return None
    # megabytes of pictures in notebooks have no such lines, and are counted through in no time
    if data.count(b"]:") >= _MANY and (many := _NAMES_OF_LINKS.search(data)):
        line = data.count(b"\n", 0, many.start()) + 1
        message = "From here on hundreds of lines only say where names of links lead."
        faults.add(path, line, "links-crowded", message, "Write each address beside its words, as `[words](address)`.")
        return None
    return text.replace("\r\n", "\n")


def _bytes(path: Path, faults: Faults) -> bytes | None:
    try:
        kind = os.stat(path)  # noqa: PTH116 (one look tells sort and size)
        if not stat.S_ISREG(kind.st_mode):
            # a pipe would keep its reader waiting for ever
            faults.add(
                path, 1, "file-not-plain", "This is a folder, a pipe or a device, not a file.", "Put a plain text file in its place."
            )
            return None
        if kind.st_size > MOST_BYTES:
            message = f"This file has {kind.st_size / 1e6:.1f} MB; a file of the course has at most {MOST_BYTES / 1e6:.0f} MB."
            faults.add(path, 1, "file-too-large", message, "Part it, or take out what does not belong here.")
            return None
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            message, remedy = f"This is a link to a file that is not there: `{path.readlink()}`.", "Put the file itself in its place."
        else:
            message, remedy = "This file is not there.", "Add it; the course needs it."
        faults.add(path, 1, "file-missing", message, remedy)
    except OSError as error:
        faults.add(path, 1, "file-unreadable", f"This file cannot be read: {error.strerror or error}.", "Make it readable.")
    return None


def included(page: Path, address: str, root: Path) -> Path | None:
    """A file that a page holds: one that a book is known to depend on, or a change of it would not reach the page."""
    path = ((root if address.startswith("/") else page.parent) / address.lstrip("/")).resolve()
    inside = path.is_relative_to(root) and path.relative_to(root).parts[0] in CONTENT
    return path if inside and path.is_file() else None
