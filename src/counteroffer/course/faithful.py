"""What is wrong with translations: files that cannot be read or that nothing reads, and texts that lost what stands in every language alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from counteroffer.course import kept_marks
from counteroffer.course.catalogue import Catalogue
from counteroffer.course.diagnostics import Faults
from counteroffer.course.site import SUFFIXES
from counteroffer.course.textfile import read_text
from counteroffer.course.translation import BOOK, FACTS, GLOSSARY, SOURCES, parts
from counteroffer.language import BASE, WORDS
from counteroffer.language.catalogues import CatalogueFault, locale_of, read_catalogue

# What the page builder says itself.
BUILDER = "sphinx"
FOLDER = "LC_MESSAGES"


def check(course: Catalogue, faults: Faults) -> None:
    """Note each fault of the languages below `locale`."""
    folders = sorted(path for path in (course.root / "locale").glob("*") if path.is_dir() and not path.name.startswith("."))
    for folder in folders:
        if _is_language(folder, faults):
            found = {path: one for path in sorted(folder.rglob("*.po")) if (one := _read(course, path, folder, faults))}
            said = _terms(course, found.get(folder / FOLDER / f"{GLOSSARY}.po"))
            for path, catalogue in found.items():
                _look(course, path, catalogue, _domain(path, folder), said, faults)


def _is_language(folder: Path, faults: Faults) -> bool:
    try:
        locale_of(folder.name)
    except CatalogueFault as fault:
        faults.add(folder, 1, fault.code, fault.said, f"Name the folder as the language is called. {fault.remedy}")
        return False
    if folder.name == BASE:
        faults.add(folder, 1, "translation-language", "The course is in this language itself.", "Delete the folder.")
    return folder.name != BASE


def _domain(path: Path, folder: Path) -> str:
    return path.relative_to(folder / FOLDER).with_suffix("").as_posix()


def _read(course: Catalogue, path: Path, folder: Path, faults: Faults) -> Catalog | None:
    """A file of translations; None, with a fault noted, where it cannot be read or where nothing reads it."""
    if not path.is_relative_to(folder / FOLDER):
        faults.add(path, 1, "translation-unread", "Nothing reads this file where it stands.", f"Move it below {folder.name}/{FOLDER}.")
        return None
    if read_text(path, faults) is None:
        return None
    try:
        found = read_catalogue(path, folder.name)
    except CatalogueFault as fault:
        faults.add(path, fault.line, fault.code, fault.said, fault.remedy)
        return None
    domain = _domain(path, folder)
    known = {WORDS, BUILDER, BOOK, FACTS, SOURCES, *course.chapters, *course.notebooks, *(name for name, _ in parts(course))}
    if domain not in known and not faults.lost(path.stem) and not _stands(course.root, domain):
        near = get_close_matches(domain, known, n=1)
        remedy = f"Did you mean `{near[0]}.po`?" if near else "Name it after the file whose texts it has, or delete it."
        faults.add(path, 1, "translation-unread", f"There is no file `{domain}` in the course whose texts these would be.", remedy)
        return None
    return found


def _stands(root: Path, domain: str) -> bool:
    """Whether the file is there, though it could not be read."""
    return any((root / f"{domain}{suffix}").exists() for suffix in (*SUFFIXES, ".yml"))


def _terms(course: Catalogue, glossary: Catalog | None) -> Callable[[str], str]:
    """What a word of the glossary is called in the course's own language; a translation may use either."""
    known = {name: word.term for name, word in course.words.items()}
    for word in {id(word): word for word in course.words.values()}.values() if glossary else ():
        for term in (word.term, *word.also):
            message = glossary.get(term) if glossary else None
            if message and not message.fuzzy and isinstance(message.string, str):
                known.setdefault(message.string.lower(), word.term)
    return lambda term: known.get(term.strip().lower(), term)


def _look(course: Catalogue, path: Path, catalogue: Catalog, domain: str, said: Callable[[str], str], faults: Faults) -> None:
    page = domain in course.chapters or domain in course.notebooks
    marks = kept_marks.Marks("page" if page else "frame" if domain in (WORDS, BUILDER) else "text", said)
    for message in catalogue:
        if message.id and not message.fuzzy:
            for code, told, remedy in _of(message, marks):
                faults.add(path, message.lineno or 1, code, told, remedy)


def _of(message: Message, marks: kept_marks.Marks) -> Iterator[tuple[str, str, str]]:
    """What is wrong with one translation: code, message, remedy. An empty one is only not made yet."""
    ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    name = f"The translation of “{kept_marks.beginning(ids[0])}”"
    if not any(forms):
        return
    if any(not form for form in forms):
        told = f"{name} lacks {sum(not form for form in forms)} of its {len(forms)} forms."
        yield "translation-plural", told, "Write every `msgstr[…]`: the language counts by all of them."
    for form in dict.fromkeys(filter(None, forms)):
        if not re.search(r"\S", form):
            yield "translation-empty", f"{name} has no words.", 'Write it, or leave `msgstr ""` until it is made.'
        else:
            yield from ((code, f"{name} {told}.", remedy) for code, told, remedy in marks.differ(ids, form))
