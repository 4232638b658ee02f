"""The languages of a course: a folder each below `locale`. How far each is, and how new texts come into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from counteroffer.language import ENGINE
from counteroffer.language.catalogues import CatalogueFault, locale_of, place, read_catalogue
from counteroffer.translate.files import new, write


class LanguageError(Exception):
    """A catalogue or the name of a language that cannot be read; the message says which, and how to mend it."""


@dataclass(frozen=True)
class Standing:
    """How many of the texts of one catalogue are translated, and how many translations are in doubt."""

    domain: str
    texts: int
    translated: int
    fuzzy: int


def languages(folder: Path) -> list[str]:
    """The codes of the languages that have a folder in that of a course (`locale`) or of the engine."""
    return sorted(path.parent.name for path in folder.glob("*/LC_MESSAGES"))


def status(root: Path, language: str, templates: dict[str, Catalog]) -> list[Standing]:
    """How far each catalogue of a language is. Raises LanguageError."""
    found = []
    for domain, template in templates.items():
        known = _known(root, language, domain)
        _count_alike(template, known, place(root / "locale", language, domain))
        ids = [message.id for message in template if message.id]
        said = [message for one in ids if (message := known.get(one)) and _whole(message.string)]
        fuzzy = sum(message.fuzzy for message in said)
        found.append(Standing(domain, len(ids), len(said) - fuzzy, fuzzy))
    return found


def update(root: Path, language: str, templates: dict[str, Catalog]) -> list[Path]:
    """Bring the texts of `templates` into a language, made where it is not there; returns the files. Raises LanguageError.

    A text that is new is left empty; one that was changed takes the nearest translation, marked as in doubt.
    """
    try:
        locale = locale_of(language)
    except CatalogueFault as fault:
        raise LanguageError(f"{fault.said} {fault.remedy}") from fault
    written = []
    for domain, template in templates.items():
        known = _known(root, language, domain)
        known.locale = locale
        known.update(template)
        path = place(root / "locale", language, domain)
        write(known, path)
        written.append(path)
    return written


def _known(root: Path, language: str, domain: str) -> Catalog:
    """What a language has of a domain: in the course, else in the engine; nothing in a new one."""
    for folder in (root / "locale", ENGINE):
        path = place(folder, language, domain)
        if path.is_file():
            try:
                return read_catalogue(path, language)
            except CatalogueFault as fault:
                raise LanguageError(f"{path}:{fault}") from fault
    return new()


def _count_alike(template: Catalog, known: Catalog, path: Path) -> None:
    """Refuse a text that counts and has but one form: it would stay in English. Raises LanguageError."""
    for message in template:
        there = known.get(message.id) if message.pluralizable else None
        if there and not there.pluralizable:
            remedy = f"Write `msgid_plural` and every `msgstr[…]`, or let `counteroffer words update {path.parts[-3]}` write them."
            raise LanguageError(f"{path}:{there.lineno}: The text “{there.id}” counts, and has one form alone. {remedy}")


def _whole(said: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(said) if isinstance(said, (tuple, list)) else bool(said)
