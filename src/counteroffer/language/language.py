"""A language as an object that speaks: texts with named places (`{count}`), looked up in catalogues by their English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal

from counteroffer.language.catalogues import UNTRANSLATED, Domain, domain, place

BASE = "en"
ENGINE = Path(__file__).parents[1] / "locale"
WORDS = "counteroffer"
# Where below a course the language is kept that no person writes.
MADE_BY_RULE = "_build/locale"


class Message(NamedTuple):
    """A text that waits for its language: the English, and what stands in its places."""

    text: str
    values: dict[str, object]


def message(text: str, /, **values: object) -> Message:
    """Mark a text for translation where no language is known yet; `Language.say` says it later."""
    return Message(text, values)


@dataclass(frozen=True)
class Language:
    """One language. Its catalogues stand in `folders`, the first that has a text wins; without any, English is spoken.

    A folder holds `<code>/LC_MESSAGES/<domain>.po`.
    """

    code: str = BASE
    folders: tuple[Path, ...] = field(default=(ENGINE,), repr=False)

    def domain(self, name: str) -> Domain:
        """The texts of one domain (`counteroffer` is what the engine says); empty in the base language."""
        return domain(self.code, name, self.folders) if self.code != BASE else UNTRANSLATED

    def gettext(self, text: str, /, **values: object) -> str:
        """`text` in this language, its places filled in; without values they stay open."""
        found = self.domain(WORDS).gettext(text)
        return found.format(**values) if values else found

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """`one` or `many` in this language, as its grammar wants it for `count`, which may stand in the place `{count}`."""
        return self.domain(WORDS).ngettext(one, many, count).format(count=self.number(count), **values)

    def say(self, what: Message) -> str:
        """A text that was marked where no language was known."""
        return self.gettext(what.text, **what.values)

    def state(self) -> str:
        """All that what the engine says depends on, as text: two languages with equal texts say the same."""
        files = (place(folder, self.code, WORDS) for folder in self.folders)
        return "\0".join([self.code, *(path.read_text(encoding="utf-8") for path in files if path.is_file())])

    @property
    def locale(self) -> Locale:
        """The habits of the language as Babel knows them; British ones for the base, and for a language unknown to it."""
        try:
            return Locale.parse("en_GB" if self.code == BASE else self.code.partition("-x-")[0], sep="-" if "-" in self.code else "_")
        except (UnknownLocaleError, ValueError):
            return Locale("en", "GB")

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way its lines run."""
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    def listed(self, parts: Iterable[str]) -> str:
        """Parts with commas and a last "and"."""
        *first, last = parts
        return self.gettext("{first} and {last}", first=self.gettext(", ").join(first), last=last) if first else last

    def month(self, number: int) -> str:
        """The name of a month, from 1, as it stands alone."""
        return str(get_month_names("wide", "stand-alone", self.locale)[number])

    def date(self, text: str) -> str:
        """A day (`2014-06-10`), a month (`2014-06`) or a year in words."""
        year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
        if not month:
            return text
        when = date(year, month, day or 1)
        return str(format_date(when, "long", self.locale) if day else format_skeleton("yMMMM", when, locale=self.locale))

    def number(self, number: float) -> str:
        """A number with the marks between its thousands."""
        return str(format_decimal(number, locale=self.locale))


ENGLISH = Language()
