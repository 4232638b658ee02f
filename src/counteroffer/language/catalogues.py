"""Reading catalogues of translations (`.po`), without compiling them into files."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


@dataclass(frozen=True)
class Domain:
    """Translations of one domain, asked in order; a text that none of them has stands as it is."""

    translations: NullTranslations = field(default_factory=NullTranslations)

    def gettext(self, text: str) -> str:
        """`text` translated."""
        return self.translations.gettext(text) if text else text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """`one` or `many` translated, in the form that the language has for `count`."""
        return self.translations.ngettext(one, many, count)


UNTRANSLATED = Domain()


def place(folder: Path, code: str, name: str) -> Path:
    """The file of a domain in a folder of languages."""
    return folder / code / "LC_MESSAGES" / f"{name}.po"


@lru_cache(maxsize=512)
def domain(code: str, name: str, folders: tuple[Path, ...]) -> Domain:
    """The translations of a domain into a language; the first folder that has a text wins."""
    found: NullTranslations | None = None
    for folder in folders:
        path = place(folder, code, name)
        if path.is_file():
            read = _compiled(read_catalogue(path, code))
            if found is None:
                found = read
            else:
                found.add_fallback(read)
    return Domain(found) if found else UNTRANSLATED


def read_catalogue(path: Path, code: str | None = None) -> Catalog:
    """A `.po` file. Raises PoFileError, with line, for one that is not."""
    with path.open("rb") as file:
        return read_po(file, locale=None if code is None or "-x-" in code else code.replace("-", "_"), abort_invalid=True)


def _compiled(catalogue: Catalog) -> GNUTranslations:
    told = BytesIO()
    write_mo(told, catalogue)
    told.seek(0)
    return GNUTranslations(told)
