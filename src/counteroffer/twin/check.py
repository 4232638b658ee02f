"""The static face of a knowledge check: stems, options, and per item a folded answer with feedback on every option."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.editions import edition
from counteroffer.course.items import Check, Item, Response
from counteroffer.course.marking import scheme_of
from counteroffer.language import Language
from counteroffer.twin.links import Links
from counteroffer.twin.templates import environment, render


class Section(NamedTuple):
    """Where to read again: a section of a unit, or the whole of it."""

    title: str
    unit: str
    anchor: str | None


class Marking(NamedTuple):
    """An item's edition, its key, and what else the script marks by where a right answer is not all."""

    edition: str
    key: Any
    scheme: dict[str, Any] | None


def check_html(course: Catalogue, check: Check, links: Links) -> str:
    """A whole check as one `<section>`."""
    return render(course, "check.html", check=check, links=links, section_of=section_of, marking_of=marking_of, key=True)


def scenario_html(course: Catalogue, check: Check) -> str:
    """The situation that the items of a set share."""
    return render(course, "scenario.html", check=check)


def item_html(course: Catalogue, check: Check, item: Item, links: Links, *, key: bool = True) -> str:
    """One item as a list entry: its form, and folded its answer with feedback on every option.

    Without `key` nothing tells what is right: no key, no marking, no feedback, no edition (a hash over the key gives the key to who tries
    them all). So a server gives it to candidates, with the item `shuffled` by a seed of its own.
    """
    return render(course, "item.html", check=check, item=item, links=links, section_of=section_of, marking_of=marking_of, key=key)


def candidate_html(language: Language, check: Check, item: Item, given: Response | None, send: Markup, *, flagged: bool = False) -> Markup:
    """One item without its key, to be answered with scripts off: what was `given` is filled in, and the form ends with `send`."""
    template = environment(language).get_template("item.html")
    return Markup(template.render(check=check, item=item, key=False, given=given, send=send, flagged=flagged))  # noqa: S704


def paper_html(language: Language, check: Check, item: Item) -> Markup:
    """One item without its key, to be read on paper and answered on a sheet."""
    return Markup(environment(language).get_template("item.html").render(check=check, item=item, key=False))  # noqa: S704


def answer_key_html(language: Language, check: Check, item: Item) -> Markup:
    """One item with its keyed answer filled in, for an examiner."""
    template = environment(language).get_template("item.html")
    return Markup(template.render(check=check, item=item, key=False, given=item.key(), send=Markup()))  # noqa: S704


def marking_of(course: Catalogue, check: Check, item: Item) -> Marking:
    """What the script needs to mark an item."""
    scheme: dict[str, Any] = {**scheme_of(item)}
    name, key = course.editions.get(item.id) or edition(item, check.scenario), scheme.pop("key")
    return Marking(name, key, scheme if scheme["floor"][0] else None)


def section_of(course: Catalogue, check: Check, item: Item) -> Section | None:
    """What helps with an item, or None where nothing is named."""
    unit = course.units().get(item.unit or check.check)
    if unit is None or (item.section is None and item.unit is None):
        return None
    chapter, front = unit
    return Section(chapter.headings.get(item.section or "", chapter.title), front.unit, item.section)
