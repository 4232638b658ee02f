"""Reading catalogues of translations (`.po`), without compiling them into files."""

from __future__ import annotations

import codecs
import re
import shutil
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations, c2py
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

# A line is a remark, or a text in quotation marks, which may stand behind a keyword.
_LINE = re.compile(r'(?:#.*|(?:(?P<keyword>msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) +)?"(?:[^"\\]|\\[\\trn"])*"|)')
# Which keywords may follow one.
_NEXT = {"": "msgctxt|msgid", "msgctxt": "msgid", "msgid": "msgid_plural|msgstr", "msgid_plural": r"msgstr\[0\]", "msgstr": "msgctxt|msgid"}
_NONE = "This is no file of translations."
_AS_GETTEXT = 'Write it as gettext asks: `msgid "…"`, below it `msgstr "…"`; within, `\\"` for a quotation mark and `\\\\` for a backslash.'


@dataclass(frozen=True)
class Domain:
    """Translations of one domain, asked in order; a text that none of them has stands as it is.

    `plural_rule` gives the place of a count's form, as an expression in `n` that Python's gettext and a script both read.
    """

    translations: NullTranslations = field(default_factory=NullTranslations)
    plural_rule: str = "n != 1"
    plurals: int = 2

    def gettext(self, text: str) -> str:
        """`text` translated."""
        return self.translations.gettext(text) if text else text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """`one` or `many` translated, in the form that the language has for `count`."""
        return self.translations.ngettext(one, many, count)

    def forms(self, one: str, many: str) -> list[str]:
        """Every form that the language has of a text that counts, in the order of its rule."""
        known = getattr(self.translations, "_catalog", {})
        return [known.get((one, place), one if self.plurals == 1 or place == 0 else many) for place in range(self.plurals)]


UNTRANSLATED = Domain()


def place(folder: Path, code: str, name: str) -> Path:
    """The file of a domain in a folder of languages."""
    return folder / code / "LC_MESSAGES" / f"{name}.po"


@lru_cache(maxsize=512)
def domain(code: str, name: str, folders: tuple[Path, ...]) -> Domain:
    """The translations of a domain into a language; the first folder that has a text wins."""
    found: list[Catalog] = [read_catalogue(path, code) for folder in folders if (path := place(folder, code, name)).is_file()]
    if not found:
        return UNTRANSLATED
    first, *others = map(_compiled, found)
    for other in others:
        first.add_fallback(other)
    return Domain(first, found[0].plural_expr, found[0].num_plurals)


def compile_into(folder: Path, code: str, folders: tuple[Path, ...]) -> None:
    """Write every catalogue of a language as `.mo` below `folder`, where the page builder looks; those of the first of `folders` win."""
    shutil.rmtree(folder / code, ignore_errors=True)
    for source in reversed(folders):
        for path in sorted((source / code).rglob("*.po")):
            target = folder / code / path.relative_to(source / code).with_suffix(".mo")
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                write_mo(file, read_catalogue(path, code))


class CatalogueFault(Exception):  # noqa: N818 (a fault of the content, not an error of ours)
    """A file of translations that cannot be used: `code` names the kind of fault, `line` counts from 1."""

    def __init__(self, code: str, line: int, said: str, remedy: str) -> None:
        self.code, self.line, self.said, self.remedy = code, line, said, remedy
        super().__init__(f"{line}: {said} {remedy}")


class _Once(Catalog):
    """A catalogue in which each text stands once; Babel itself would keep the first translation and say nothing."""

    def __setitem__(self, id: str | tuple[str, ...] | list[str], message: Message) -> None:  # noqa: A002 (Babel's name)
        before = self.get(message.id, message.context) if message.id else None
        if before:
            said = f"This text stands already on line {before.lineno}."
            raise CatalogueFault("translation-twice", message.lineno or 1, said, "Keep one of the two, with its translation.")
        super().__setitem__(id, message)


def read_catalogue(path: Path, code: str | None = None) -> Catalog:
    """A `.po` file in the language `code`. Raises CatalogueFault for one that is none, or whose plurals cannot be counted."""
    data = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    try:
        lines = [line.strip() for line in data.decode().split("\n")]
    except UnicodeDecodeError as error:
        remedy = "Save it as UTF-8."
        raise CatalogueFault("file-encoding", data.count(b"\n", 0, error.start) + 1, "This line is not UTF-8.", remedy) from None
    _in_form(lines)
    catalogue = _Once(locale_of(code) if code else None)
    try:
        PoFileParser(catalogue, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise CatalogueFault("translation-syntax", error.lineno + 1, f"{_NONE.rstrip('.')}: {error.args[0]}.", _AS_GETTEXT) from None
    except ValueError as error:
        said = f"The head of this file cannot be read: {error}."
        raise CatalogueFault(
            "translation-head", 1, said, "Take the line of the head out that is named, or let `words update` write it."
        ) from None
    _head(catalogue, lines)
    return catalogue


def _in_form(lines: list[str]) -> None:
    """Refuse what Babel would pass over: a quotation mark that is never closed, a second translation of one text."""
    before = ""
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        keyword = (match["keyword"] or before) if match else None
        if keyword is None or (match and match["keyword"] and not re.fullmatch(_next(before), keyword)):
            raise CatalogueFault("translation-syntax", number, _NONE, _AS_GETTEXT)
        before = keyword


def _next(keyword: str) -> str:
    form = re.fullmatch(r"msgstr\[(\d)\]", keyword)
    return rf"msgctxt|msgid|msgstr\[{int(form[1]) + 1}\]" if form else _NEXT[keyword]


def locale_of(code: str) -> Locale | None:
    """What is known of a language; nothing of one that is made by rule (`ar-x-pseudo`). Raises CatalogueFault for the name of none."""
    try:
        return None if "-x-" in code else Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        said, remedy = f"`{code}` is no language.", "Write a code such as `ar` or `pt-BR`."
        raise CatalogueFault("translation-language", 1, said, remedy) from None


def _head(catalogue: Catalog, lines: list[str]) -> None:
    """Refuse another charset than that of the file, and a rule of plurals that is none or asks for forms that there are not."""

    def line_of(name: str) -> int:
        return next((number for number, line in enumerate(lines, 1) if line.startswith(f'"{name}')), 1)

    if catalogue.charset.lower().replace("-", "") != "utf8":
        said, line = f"The head of this file says that it is `{catalogue.charset}`, and it is UTF-8.", line_of("Content-Type")
        raise CatalogueFault("translation-charset", line, said, "Write `charset=UTF-8` there.")
    try:
        place_of = c2py(catalogue.plural_expr)
        least = 1 + max(map(place_of, range(1001)))
    except (ValueError, ArithmeticError, RecursionError):
        least = 0
    if not 0 < least <= catalogue.num_plurals:
        said = f"The rule of plurals is none, or has other forms than the {catalogue.num_plurals} that are named."
        remedy = "Write `Plural-Forms` as gettext lists it for the language, or take the line out."
        raise CatalogueFault("translation-plural", line_of("Plural-Forms"), said, remedy)


def _compiled(catalogue: Catalog) -> GNUTranslations:
    told = BytesIO()
    write_mo(told, catalogue)
    told.seek(0)
    return GNUTranslations(told)
