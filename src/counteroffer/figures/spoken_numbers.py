"""Numbers as a reader says them."""

from __future__ import annotations

from counteroffer.language import ENGLISH, Language


def people(number: int, language: Language = ENGLISH) -> str:
    """A count of people: "1 person", "1,200 people", "nobody"."""
    return language.ngettext("{count} person", "{count} people", number) if number else language.gettext("nobody")


def who(number: int, language: Language = ENGLISH) -> str:
    """A count where it is plain that people are counted: "none", "1", "1,200"."""
    return language.number(number) if number else language.gettext("none")


def how_long(days: float, language: Language = ENGLISH) -> str:
    """A time in the unit in which people would say it: "about 3 days", "about 6 weeks", "about 5 months"."""
    if days < 13.5:
        return language.ngettext("about {count} day", "about {count} days", max(round(days), 1))
    if days < 59.5:
        return language.ngettext("about {count} week", "about {count} weeks", round(days / 7))
    return language.ngettext("about {count} month", "about {count} months", round(days / 30.4))
