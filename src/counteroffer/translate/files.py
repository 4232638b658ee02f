"""Catalogues as files: what stands in them and how they are written, so that equal texts give equal files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

_HEADER = "# Texts of the course Counteroffer. See the reference of the course for how to translate."


def new(locale: str | None = None) -> Catalog:
    """An empty catalogue without a date, which would change with every run."""
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return Catalog(locale, header_comment=_HEADER, project="Counteroffer", version="1", creation_date=made, fuzzy=False)


def add(catalogue: Catalog, text: str | tuple[str, ...], where: tuple[str, int], comment: str = "", flags: Iterable[str] = ()) -> None:
    """Note a text and where it is said."""
    found = catalogue.add(text, locations=[where], auto_comments=[comment] if comment else [], flags=flags)
    # Babel takes a percent sign for a place of Python's older kind
    found.flags.discard("python-format")


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = path.with_suffix(".new")
    with held.open("wb") as file:
        write_po(file, catalogue, width=120, ignore_obsolete=True, include_previous=True)
    held.replace(path)


def count(catalogue: Catalog) -> int:
    """How many texts a catalogue holds."""
    return sum(1 for message in catalogue if message.id)


def domains(folder: Path) -> Iterable[tuple[str, Path]]:
    """Every catalogue below the folder of a language, with its domain."""
    for path in sorted(folder.rglob("*.po")):
        yield path.relative_to(folder).with_suffix("").as_posix(), path
