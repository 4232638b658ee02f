"""What a candidate may know beforehand: the plan of the examination, and a sample item of each kind."""

from __future__ import annotations

from typing import NamedTuple

from counteroffer.course import Catalogue
from counteroffer.course.items import Check, Item, kinds
from counteroffer.course.objectives import Objective
from counteroffer.twin.check import marking_of, section_of
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render


class Share(NamedTuple):
    """An outcome of the blueprint: how many items of a form serve it, what it says, and its objectives."""

    outcome: str
    text: str
    items: int
    objectives: list[Objective]


def plan_html(course: Catalogue) -> str:
    """The blueprint as a table and a list; nothing in a course without one."""
    if course.blueprint is None:
        return ""
    shares = [
        Share(name, course.outcomes[name].text, items, [one for one in course.objectives.values() if one.id.startswith(f"{name}.")])
        for name, items in course.blueprint.outcomes.items()
    ]
    return render(course, "plan.html", blueprint=course.blueprint, shares=shares)


def samples_html(course: Catalogue, links: Links) -> str:
    """The first practice item of each kind that stands in no set, with its key and reasoning; for reading alone."""
    found: dict[str, tuple[Check, Item]] = {}
    for check in course.checks.values():
        if check.mode == "practice" and not check.scenario:
            for item in check.items:
                found.setdefault(item.kind, (check, item))
    samples = [found[kind] for kind in kinds() if kind in found]
    return render(course, "samples.html", samples=samples, links=links, section_of=section_of, marking_of=marking_of, key=True)
