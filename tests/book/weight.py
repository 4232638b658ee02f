"""What a page weighs: itself and every file that its tags ask for, each gzipped."""

from __future__ import annotations

import gzip
import re
from pathlib import Path


def gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def loads(page: Path) -> list[Path]:
    """The files of the book that a page loads, itself first."""
    text = page.read_text(encoding="utf-8")
    tags = re.findall(r'<(?:script|img)[^>]* src="([^"]+)"|<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]+)"', text)
    tags += [("", href) for href in re.findall(r'<link[^>]*href="([^"]+)"[^>]*rel="(?:stylesheet|icon|preload)"', text)]
    wanted = {(page.parent / (src or href).split("?")[0]).resolve() for src, href in tags if not (src or href).startswith("data:")}
    return [page, *sorted(wanted)]


def weight(page: Path) -> int:
    """Bytes, gzipped."""
    return sum(gzipped(path) for path in loads(page))
