"""The two files that make a book of pages: `_toc.yml`, their order, and `_config.yml`, how they are built."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from counteroffer.course.base import Model, Words
from counteroffer.course.diagnostics import Faults
from counteroffer.course.readers import read_one
from counteroffer.course.yamlfile import Place, YamlFile

SUFFIXES = (".md", ".ipynb")
# Pages stand below these folders; all else below the root is no page.
FOLDERS = ("chapters", "exercises")
# The engine's own extension, by its full name.
EXTENSION = f"{__name__.partition('.')[0]}.book"
TOC, CONFIG = "_toc.yml", "_config.yml"


class Entry(Model):
    """A page, by its path from the root without suffix, and the pages below it."""

    file: Words
    title: Words | None = None
    sections: list[Entry] = []


class TocPart(Model):
    """A part of the book."""

    caption: Words
    chapters: list[Entry] = Field(min_length=1)


class Toc(Model):
    """The file `_toc.yml`."""

    format: Literal["jb-book"]
    root: Words
    parts: list[TocPart] = Field(min_length=1)

    def pages(self) -> Iterator[tuple[str, Place]]:
        """Every page in the order of the book, with its place in the file."""
        yield self.root, ("root",)
        for i, part in enumerate(self.parts):
            yield from _pages(part.chapters, ("parts", i, "chapters"))


def _pages(entries: list[Entry], where: Place) -> Iterator[tuple[str, Place]]:
    for i, entry in enumerate(entries):
        yield entry.file, (*where, i, "file")
        yield from _pages(entry.sections, (*where, i, "sections"))


class Execute(Model):
    """How notebooks are run."""

    execute_notebooks: Literal["auto", "cache", "force", "inline", "off", False] = "cache"
    timeout: int = Field(default=120, ge=1, le=3600)
    allow_errors: Literal[False] = False
    exclude_patterns: list[str] = []


class SphinxSettings(Model):
    """What is handed to Sphinx as it stands."""

    config: dict[str, Any]
    extra_extensions: list[str] = []
    recursive_update: bool = False


class Config(Model):
    """The file `_config.yml`: of Jupyter Book's settings those that a course needs."""

    title: Words
    author: Words
    copyright: Words
    only_build_toc_files: Literal[True]
    exclude_patterns: list[str] = []
    execute: Execute
    html: dict[str, Any] = {}
    latex: dict[str, Any] = {}
    sphinx: SphinxSettings


def read_toc(root: Path, faults: Faults, files: dict[str, YamlFile]) -> dict[str, Path]:
    """The pages of the book in their order, each with its file; those that are not there, or are there twice, are noted."""
    toc = read_one(root / TOC, Toc, faults, files)
    if toc is None:
        return {}
    found: dict[str, Path] = {}
    file = files[TOC]
    pages = {path.relative_to(root).with_suffix("").as_posix(): path for path in page_files(root)}
    for name, where in toc.pages():
        document, line = _document(name), file.line(where)
        if document in found:
            faults.add(file.path, line, "toc-twice", f"The page `{document}` stands twice in the order of pages.", "Take one of them out.")
            continue
        if document.partition("/")[0] not in FOLDERS or ".." in document.split("/"):
            remedy = f"Move its file into one of {', '.join(FOLDERS)}."
            faults.add(file.path, line, "toc-outside", f"The page `{document}` stands outside the folders for pages.", remedy)
            continue
        if document in pages:
            found[document] = pages[document]
        else:
            faults.known("toc-missing", "page", document, pages, file.path, line)
            # the page that is meant does not lack its place for a reason of its own
            found |= {near: pages[near] for near in get_close_matches(document, pages, n=1)}
    for document, path in pages.items():
        if document not in found:
            faults.add(
                path,
                1,
                "page-not-in-toc",
                f"This page is not in {TOC}, so the book lacks it.",
                f"Add `- file: {document}` there, or delete it.",
            )
    return found


def page_files(root: Path) -> list[Path]:
    """Every file that can be a page."""
    found = (path for folder in FOLDERS for suffix in SUFFIXES for path in (root / folder).rglob(f"*{suffix}"))
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(root).parts))


def _document(name: str) -> str:
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)


def read_config(root: Path, faults: Faults, files: dict[str, YamlFile]) -> Config | None:
    """The settings; what could not be built with them is noted."""
    config = read_one(root / CONFIG, Config, faults, files)
    if config is None:
        return None
    file = files[CONFIG]
    at: Place = ("sphinx", "config")
    extensions = config.sphinx.config.get("extensions")
    line = file.line((*at, "extensions"))
    if not isinstance(extensions, list) or EXTENSION not in extensions:
        faults.add(
            file.path, line, "config-extension", f"The extension `{EXTENSION}` is not among the `extensions`.", "Add it to that list."
        )
    for name in extensions if isinstance(extensions, list) else []:
        if not _importable(name):
            faults.add(file.path, line, "config-extension", f"There is no extension `{name}`.", "Correct its name, or install it.")
    theme = config.sphinx.config.get("html_theme")
    if theme != "counteroffer":
        remedy = "Set it to `counteroffer`; pages are made for that theme."
        faults.add(file.path, file.line((*at, "html_theme")), "config-theme", f"The `html_theme` is `{theme}`.", remedy)
    language = config.sphinx.config.get("language")
    if not isinstance(language, str) or not language:
        faults.add(file.path, file.line((*at, "language")), "config-language", "The `language` is missing.", "Write it as `language: en`.")
    return config


def _importable(name: object) -> bool:
    try:
        return isinstance(name, str) and find_spec(name) is not None
    except (ImportError, ValueError):
        return False
