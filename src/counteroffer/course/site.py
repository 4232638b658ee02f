"""The two files that make a book of pages: `_toc.yml`, their order, and `_config.yml`, how they are built."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from counteroffer.course.base import LanguageCode, Model, Slug, Words, wrong
from counteroffer.course.diagnostics import Faults
from counteroffer.course.readers import read_one
from counteroffer.course.yamlfile import Place, YamlFile

SUFFIXES = (".md", ".ipynb")
# Pages stand below these folders; all else below the root is no page.
FOLDERS = ("chapters", "exercises")
# What is kept beside the course: examinations read the first two, people the others.
_APART = ("exercises/exam/bank/", "exercises/exam/pilots/", "assets/evidence/searches/", "assets/schemas/")
_LIKE = (*SUFFIXES, ".markdown", ".rst", ".yaml", ".yml")
# The syntax that pages have beyond plain Markdown, and the depth to which links find headings.
SYNTAX = ("colon_fence", "attrs_block", "attrs_inline")
HEADING_ANCHORS = 6
TOC, CONFIG = "_toc.yml", "_config.yml"


class Entry(Model):
    """A page, by its path from the root without suffix, and the pages below it."""

    file: Words
    title: Words = ""
    sections: list[Entry] = Field(default=[], min_length=1)


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


class Html(Model):
    """What Jupyter Book would add to pages; our theme shows none of it."""

    use_multitoc_numbering: Literal[False]
    home_page_in_navbar: Literal[False]


class Latex(Model):
    """No PDF is made by LaTeX."""

    use_jupyterbook_latex: Literal[False]


def _exactly(*wanted: str) -> AfterValidator:
    """Only these names, in any order: what else there is would be neither looked at nor shown."""

    def agree(names: list[str]) -> list[str]:
        if sorted(names) != sorted(wanted):
            raise wrong("other names stand here", f"Write it as `[{', '.join(wanted)}]`.")
        return names

    return AfterValidator(agree)


class Builder(Model):
    """What is handed to Sphinx as it stands. Most settings can have but one value, for which pages are looked at and made."""

    extensions: Annotated[list[str], _exactly("myst_nb", "jupyter_book", "sphinx_external_toc", f"{__name__.partition('.')[0]}.book")]
    counteroffer_course: Slug = ""
    counteroffer_edition: Slug = ""
    html_theme: Literal["counteroffer"]
    html_permalinks: Literal[False]
    html_copy_source: Literal[False]
    html_show_sourcelink: Literal[False]
    html_use_index: Literal[False]
    html_domain_indices: Literal[False]
    myst_enable_extensions: Annotated[list[str], _exactly(*SYNTAX)]
    myst_heading_anchors: Literal[6]
    myst_heading_slug_func: Literal["counteroffer.course.anchors.slug"]
    nb_ipywidgets_js: dict[str, str] = Field(max_length=0)
    nb_mime_priority_overrides: list[tuple[Literal["html"], Literal["text/html"], Literal[0]]] = Field(min_length=1, max_length=1)
    language: LanguageCode


class SphinxSettings(Model):
    """Sphinx's part of the settings."""

    config: Builder


class Config(Model):
    """The file `_config.yml`: of Jupyter Book's settings those that a course needs."""

    title: Words
    author: Words
    copyright: Words
    only_build_toc_files: Literal[True]
    exclude_patterns: list[str] = []
    execute: Execute
    html: Html
    latex: Latex
    sphinx: SphinxSettings


def read_toc(root: Path, faults: Faults, files: dict[str, YamlFile]) -> dict[str, Path]:
    """The pages of the book in their order, each with its file; those that are not there, or are there twice, are noted."""
    toc = read_one(root / TOC, Toc, faults, files)
    if toc is None:
        return {}
    found: dict[str, Path] = {}
    file = files[TOC]
    pages = _pages_by_name(root, faults)
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


def _pages_by_name(root: Path, faults: Faults) -> dict[str, Path]:
    pages: dict[str, Path] = {}
    for path in page_files(root):
        document = path.relative_to(root).with_suffix("").as_posix()
        if document in pages:
            message = f"This page has the name of {pages[document].relative_to(root).as_posix()}, and only one of the two would be built."
            faults.add(path, 1, "page-twice", message, "Rename one of the two files.")
        pages.setdefault(document, path)
    return pages


def page_files(root: Path) -> list[Path]:
    """Every file that can be a page."""
    found = (path for folder in FOLDERS for suffix in SUFFIXES for path in (root / folder).rglob(f"*{suffix}"))
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(root).parts))


def strays(root: Path, seen: Collection[Path], faults: Faults) -> None:
    """Note each file that looks like one of the course and is none of those that were `seen`: what stands in it would be missed by nobody."""
    for folder in (*FOLDERS, "assets", "workshop"):
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            apart = any(part.startswith(".") for part in inside.parts) or inside.as_posix().startswith(_APART)
            if path.suffix.lower() in _LIKE and path not in seen and path.is_file() and not apart:
                own = ".yml" if path.suffix.lower() in (".yml", ".yaml") else ".md"
                among = {one.relative_to(root).as_posix() for one in seen} | {inside.with_suffix(own).as_posix()}
                near = get_close_matches(inside.as_posix(), among - {inside.as_posix()}, n=1, cutoff=0.8)
                remedy = f"Did you mean `{near[0]}`?" if near else "Move it to where such files stand, or delete it."
                faults.add(path, 1, "file-unread", "Nothing reads this file.", remedy)


def _document(name: str) -> str:
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)


def read_config(root: Path, faults: Faults, files: dict[str, YamlFile]) -> Config | None:
    """The settings; what could not be built with them is noted."""
    config = read_one(root / CONFIG, Config, faults, files)
    for index, pattern in enumerate(config.exclude_patterns if config else []):
        hidden = next((one for one in page_files(root) if _matches(pattern, one.relative_to(root))), None)
        if hidden:
            file = files[CONFIG]
            message = f"The pattern `{pattern}` excludes the page {hidden.relative_to(root).as_posix()}."
            faults.add(file.path, file.line(("exclude_patterns", index)), "page-excluded", message, "Narrow the pattern, or take it out.")
    return config


def _matches(pattern: str, path: Path) -> bool:
    """Whether a pattern may mean a page or a folder that it stands in."""
    return any(fnmatch(one.as_posix(), pattern) for one in (path, *path.parents[:-1]))
