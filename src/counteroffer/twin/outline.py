"""What the learner's script must know of the course: its pages for every page, its items for the pages that practise and report."""

from __future__ import annotations

from typing import Any

from counteroffer.course import Catalogue
from counteroffer.course.blueprint import BEYOND, outcome_of
from counteroffer.course.items import Check, Item
from counteroffer.course.marking import expected_random
from counteroffer.twin.links import Address


def pages_outline(course: Catalogue, address: Address) -> dict[str, Any]:
    """Units, cases and explorers by id: title, `address` from the book's root, and how much there is in each."""
    units = {
        name: {
            "title": chapter.title,
            "number": front.number,
            "url": address(chapter.document),
            "items": len(course.checks[name].items) if name in course.checks else 0,
        }
        for name, (chapter, front) in course.units().items()
    }
    cases = {
        name: {"title": case.title, "url": address(page), "endings": len(case.endings)}
        for name, case in course.cases.items()
        if (page := course.page_of(name, "case"))
    }
    explorers = {
        name: {"title": explorer.title, "url": address(page)}
        for name, explorer in course.explorers.items()
        if (page := course.page_of(name, "explorer"))
    }
    if course.audit and (page := course.page_of("", "audit")):
        explorers[course.audit.explorer] = {"title": course.audit.title, "url": address(page)}
    return {"units": units, "cases": cases, "explorers": explorers}


def items_outline(course: Catalogue, address: Address) -> dict[str, Any]:
    """Outcomes, objectives, checks, items, endings by id, and the blueprint: what progress, review and examination are reckoned from."""
    units = course.units()
    objectives = {
        name: {"text": one.text, "units": [unit for unit, (_, front) in units.items() if name in front.objectives]}
        for name, one in course.objectives.items()
    }
    checks = {name: {"title": one.title, "set": bool(one.scenario), "probe": one.mode == "probe"} for name, one in course.checks.items()}
    items = {item.id: _item(course, check, item, address) for check in course.checks.values() for item in check.items}
    sections = {
        url: title for check in course.checks.values() for item in check.items for url, title in [_section(course, check, item, address)]
    }
    endings = {name: {ending.id: ending.title for ending in case.endings} for name, case in course.cases.items()}
    blueprint = course.blueprint.model_dump() if course.blueprint else None
    outcomes = {name: one.text for name, one in course.outcomes.items()}
    return {
        "outcomes": outcomes,
        "objectives": objectives,
        "checks": checks,
        "items": items,
        "sections": sections,
        "endings": endings,
        "blueprint": blueprint,
    }


def _item(course: Catalogue, check: Check, item: Item, address: Address) -> dict[str, Any]:
    chance = expected_random(item)
    return {
        "check": check.check,
        "unit": item.unit or check.check,
        "objectives": item.objectives,
        "outcome": outcome_of(item),
        "beyond": item.level in BEYOND,
        "edition": course.editions[item.id],
        "chance": [chance.numerator, chance.denominator],
        "url": _section(course, check, item, address)[0],
    }


def _section(course: Catalogue, check: Check, item: Item, address: Address) -> tuple[str, str]:
    """Address and heading of the section that helps with an item."""
    chapter, _ = course.units()[item.unit or check.check]
    anchor = f"#{item.section}" if item.section else ""
    return f"{address(chapter.document)}{anchor}", chapter.headings.get(item.section or "", chapter.title)
