"""What the course says: a catalogue for every unit, check and case, and for every other file with texts."""

from __future__ import annotations

import io
from collections import defaultdict
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog

from counteroffer.course import Catalogue
from counteroffer.course.site import TOC
from counteroffer.course.texts import texts
from counteroffer.course.translation import BOOK, SOURCES, parts
from counteroffer.language.catalogues import read_catalogue
from counteroffer.translate.files import add, new


class PagesError(Exception):
    """The texts of the pages could not be gathered; the message says why."""


def content_catalogues(course: Catalogue) -> dict[str, Catalog]:
    """Domain to catalogue. Raises PagesError."""
    found: dict[str, Catalog] = defaultdict(new)
    for domain, catalogue in _pages(course.root).items():
        for message in catalogue:
            if message.id:
                add(found[domain], str(message.id), message.locations[0])
    for domain, part in parts(course):
        file = course.files.get(f"{domain}.yml")
        for place, text in texts(part):
            where = (f"{domain}.yml", file.line(place)) if file else (domain, 1)
            add(found[domain], text, where, ".".join(map(str, place)))
    for source in course.sources.values():
        if source.incomplete:
            add(found[SOURCES], source.incomplete, ("assets/sources.bib", source.line), source.key)
    toc = course.files[TOC]
    for number, caption in enumerate(part["caption"] for part in toc.data["parts"]):
        # the title of the book is a name, and stays as it is
        add(found[BOOK], caption, (TOC, toc.line(("parts", number, "caption"))))
    return dict(sorted(found.items()))


def _pages(root: Path) -> dict[str, Catalog]:
    """The texts of chapters and notebooks, as the page builder finds them when it translates."""
    from jupyter_book.sphinx import build_sphinx

    said = io.StringIO()
    with TemporaryDirectory() as name:
        made = Path(name)
        with redirect_stderr(said), redirect_stdout(io.StringIO()):
            result = build_sphinx(
                root,
                made / "gettext",
                noconfig=True,
                path_config=root / "_config.yml",
                confoverrides={
                    "external_toc_path": str(root / "_toc.yml"),
                    "latex_individualpages": False,
                    "nb_execution_mode": "off",
                    "gettext_compact": False,
                },
                doctreedir=made / "doctrees",
                builder="gettext",
                quiet=True,
            )
        if result:
            raise PagesError(str(result) if isinstance(result, Exception) else said.getvalue())
        folder = made / "gettext"
        return {
            domain: _placed(read_catalogue(path), root)
            for path in sorted(folder.rglob("*.pot"))
            # Sphinx gathers the words of its own templates too
            if (domain := path.relative_to(folder).with_suffix("").as_posix()) != "sphinx"
        }


def _placed(catalogue: Catalog, root: Path) -> Catalog:
    """A page's catalogue with the places of its texts seen from the root."""
    for message in catalogue:
        message.locations = [_from(root, file, line) for file, line in message.locations]
    return catalogue


def _from(root: Path, file: str, line: int | None) -> tuple[str, int]:
    path = Path(file.partition(":")[0])
    return (path.resolve().relative_to(root).as_posix() if path.resolve().is_relative_to(root) else path.name), line or 1
