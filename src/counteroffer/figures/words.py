"""Numbers as a reader says them."""

from __future__ import annotations


def people(number: int) -> str:
    """A count of people: "1 person", "1,200 people", "nobody"."""
    return "nobody" if number == 0 else "1 person" if number == 1 else f"{number:,} people"


def who(number: int) -> str:
    """A count where it is plain that people are counted: "none", "1", "1,200"."""
    return f"{number:,}" if number else "none"


def be(number: int) -> str:
    """The verb for a count of people."""
    return "is" if number == 1 else "are"


def how_long(days: float) -> str:
    """A time in the unit in which people would say it: "about 3 days", "about 6 weeks", "about 5 months"."""
    if days < 13.5:
        number, unit = max(round(days), 1), "day"
    elif days < 59.5:
        number, unit = round(days / 7), "week"
    else:
        number, unit = round(days / 30.4), "month"
    return f"about {number} {unit}{'' if number == 1 else 's'}"
