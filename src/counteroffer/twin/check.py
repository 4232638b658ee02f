"""The static face of a knowledge check: stems, options, and per item a folded answer with feedback on every option."""

from __future__ import annotations

from html import escape
from typing import Any

from counteroffer.course import Catalogue
from counteroffer.course.editions import edition
from counteroffer.course.html import attribute
from counteroffer.course.items import Check, Item, kinds
from counteroffer.course.marking import scheme_of
from counteroffer.course.text import inline, paragraphs
from counteroffer.twin.links import Links, cited, place


def check_html(course: Catalogue, check: Check, links: Links) -> str:
    """A whole check as one `<section>`."""
    items = "".join(item_html(course, check, item, links) for item in check.items)
    title = escape(check.title)
    return (
        f'<section class="co co-check" data-co="check" data-id="{check.check}" data-mode="{check.mode}" data-title="{title}" '
        f'aria-label="Knowledge check: {title}">{scenario_html(check)}<ol class="co-items">{items}</ol></section>'
    )


def scenario_html(check: Check) -> str:
    """The situation that the items of a set share."""
    return f'<div class="co-scenario">{paragraphs(check.scenario)}</div>' if check.scenario else ""


def item_html(course: Catalogue, check: Check, item: Item, links: Links, *, key: bool = True) -> str:
    """One item as a list entry: its form, and folded its answer with feedback on every option.

    Without `key` nothing tells what is right: no key, no marking, no feedback, no edition (a hash over the key gives the key to who tries
    them all). So a server gives it to candidates, with the item `shuffled` by a seed of its own.
    """
    kind = kinds()[item.kind]
    vignette = f'<div class="co-vignette">{paragraphs(item.vignette)}</div>' if item.vignette else ""
    marking, answer = (_marking(course, check, item), _answer(course, check, item, links)) if key else ("", "")
    return (
        f'<li class="co-item" data-kind="{item.kind}" data-item="{item.id}" id="item-{item.id}"{marking}{_asks(check, item)}>'
        f"<form>{vignette}<fieldset><legend>{inline(item.stem)}</legend>{kind.body(item)}</fieldset>{answer}</form></li>"
    )


def _marking(course: Catalogue, check: Check, item: Item) -> str:
    """The edition, the key, and what else the script marks by where a right answer is not all."""
    name = course.editions.get(item.id) or edition(item, check.scenario)
    scheme: dict[str, Any] = {**scheme_of(item)}
    key, floor = scheme.pop("key"), scheme["floor"]
    rest = f' data-scheme="{attribute(scheme)}"' if floor[0] else ""
    return f' data-edition="{name}" data-key="{attribute(key)}"{rest}'


def _asks(check: Check, item: Item) -> str:
    sure = check.confidence if item.confidence is None else item.confidence
    return (" data-sure" if sure else "") + (" data-keep-order" if item.keep_order else "")


def _answer(course: Catalogue, check: Check, item: Item, links: Links) -> str:
    remarks = "".join(
        f'<li data-option="{remark.option}"><b class="co-for">{escape(remark.label)}</b> <b class="co-verdict">{escape(remark.verdict)}.</b> '
        f'<span class="co-why">{inline(remark.text)}</span> {cited(course, remark.cite, links)}</li>'
        for remark in item.remarks()
    )
    return f'<details class="co-answer"><summary>Answer and feedback</summary><ul>{remarks}</ul>{_revisit(course, check, item, links)}</details>'


def _revisit(course: Catalogue, check: Check, item: Item, links: Links) -> str:
    unit = course.units().get(item.unit or check.check)
    if unit is None or (item.section is None and item.unit is None):
        return ""
    chapter, front = unit
    title = chapter.headings.get(item.section or "", chapter.title)
    where = place(inline(title), links.section(front.unit, item.section))
    return f'<p class="co-revisit">Read again: {where}</p>'
