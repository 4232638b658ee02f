"""The static face of the timeline: every event in order of time; three filters that the script puts to use."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from counteroffer.course import Catalogue
from counteroffer.course.chronology import Chronology, Entry
from counteroffer.course.explorers import phase_map
from counteroffer.twin.links import Links, cited

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_UNTIED = "Not tied to a phase"
_GRADES = ("contested", "stated", "corroborated")


def timeline_html(course: Catalogue, told: Chronology, links: Links) -> str:
    """The whole timeline as one `<section>`. The script shows the form and hides the events that do not fit."""
    coding = phase_map(course.explorers)
    phases = {phase.id: phase.label for phase in coding.phases} if coding else {}
    phases |= {"none": _UNTIED} if any(event.phase is None for event in told.events) else {}
    filters = "".join(
        _select(name, label, choices)
        for name, label, choices in (
            ("phase", "Phase of the campaign", phases),
            ("place", "Place", told.places),
            ("theme", "Theme", told.themes),
        )
    )
    events = "".join(_event(course, told, phases, event, links) for event in told.events)
    return (
        '<section class="co-timeline" aria-label="Timeline"><form class="co-filters" hidden autocomplete="off">'
        f'{filters}<button type="reset">Show all events</button>'
        '<p class="co-status" role="status" data-said="{shown} of {all} events shown."></p></form>'
        f"<ol>{events}</ol></section>"
    )


def _select(name: str, label: str, choices: Mapping[str, str]) -> str:
    options = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in choices.items())
    return (
        f'<div><label for="timeline-{name}">{label}</label><select id="timeline-{name}" name="{name}">'
        f'<option value="">All</option>{options}</select></div>'
    )


def _event(course: Catalogue, told: Chronology, phases: Mapping[str, str], event: Entry, links: Links) -> str:
    phase = event.phase or "none"
    grades = {course.facts[cite].confidence for cite in event.cite if cite in course.facts}
    # as sure as the least sure of them
    grade = next((name for name in _GRADES if name in grades), "")
    facts = [told.places[event.place], told.themes[event.theme], phases[phase], grade]
    return (
        f'<li data-phase="{phase}" data-place="{event.place}" data-theme="{event.theme}"><p class="co-when">{when(event)}</p>'
        f"<div><p>{escape(event.label)} {cited(course, event.cite, links)}</p>"
        f'<p class="co-facts">{" ".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)}</p></div></li>'
    )


def when(event: Entry) -> str:
    """When an event was, in words, marked up for machines."""
    first = _time(event.date)
    return f'{first} to <span class="co-until">{_time(event.until)}</span>' if event.until else first


def _time(date: str) -> str:
    year, month, day = (*date.split("-"), "", "")[:3]
    words = " ".join(part for part in (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year) if part)
    return f'<time datetime="{date}">{words}</time>'
