"""The static face of a knowledge check: stems, options, and per item a folded answer with feedback on every option."""

from __future__ import annotations

from typing import NamedTuple

from counteroffer.course import Catalogue
from counteroffer.course.items import Check, Item
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render


class Section(NamedTuple):
    """Where to read again: a section of a unit, or the whole of it."""

    title: str
    unit: str
    anchor: str | None


def check_html(course: Catalogue, check: Check, links: Links) -> str:
    """A whole check as one `<section>`."""
    return render(course, "check.html", check=check, links=links, section_of=section_of)


def scenario_html(course: Catalogue, check: Check) -> str:
    """The situation that the items of a set share."""
    return render(course, "scenario.html", check=check)


def item_html(course: Catalogue, check: Check, item: Item, links: Links) -> str:
    """One item as a list entry: its form, and folded its answer with feedback on every option."""
    return render(course, "item.html", check=check, item=item, links=links, section_of=section_of)


def section_of(course: Catalogue, check: Check, item: Item) -> Section | None:
    """What helps with an item, or None where nothing is named."""
    unit = course.units().get(item.unit or check.check)
    if unit is None or (item.section is None and item.unit is None):
        return None
    chapter, front = unit
    return Section(chapter.headings.get(item.section or "", chapter.title), front.unit, item.section)
