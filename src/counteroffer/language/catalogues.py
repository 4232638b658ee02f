"""Reading catalogues of translations (`.po`), without compiling them into files."""

from __future__ import annotations

import shutil
from codecs import BOM_UTF8
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


def read_catalogue(path: Path, code: str | None = None) -> Catalog:
    """A `.po` file. Raises PoFileError, with line, for one that is not."""
    # some programs put a mark of byte order first
    with BytesIO(path.read_bytes().removeprefix(BOM_UTF8)) as file:
        return read_po(file, locale=None if code is None or "-x-" in code else code.replace("-", "_"), abort_invalid=True)


def _compiled(catalogue: Catalog) -> GNUTranslations:
    told = BytesIO()
    write_mo(told, catalogue)
    told.seek(0)
    return GNUTranslations(told)
