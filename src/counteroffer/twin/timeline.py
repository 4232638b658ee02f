"""The static face of the timeline: every event in order of time; three filters that the script puts to use."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.chronology import Chronology, Entry
from counteroffer.course.explorers import phase_map
from counteroffer.language import message
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render

# the least sure first
GRADES = {"contested": message("contested"), "stated": message("stated"), "corroborated": message("corroborated")}


def timeline_html(course: Catalogue, told: Chronology, links: Links) -> str:
    """The whole timeline as one `<section>`. The script shows the form and hides the events that do not fit."""
    _ = course.language.gettext
    coding = phase_map(course.explorers)
    phases = {phase.id: phase.label for phase in coding.phases} if coding else {}
    phases |= {"none": _("Not tied to a phase")} if any(event.phase is None for event in told.events) else {}
    filters = (
        ("phase", _("Phase of the campaign"), phases),
        ("place", _("Place"), told.places),
        ("theme", _("Theme"), told.themes),
    )

    def facts(event: Entry) -> list[str]:
        found = {course.facts[cite].confidence for cite in event.cite if cite in course.facts}
        # as sure as the least sure of them
        grade = next((course.language.say(said) for name, said in GRADES.items() if name in found), "")
        listed = (told.places[event.place], told.themes[event.theme], phases[event.phase or "none"], grade)
        return [fact for fact in listed if fact]

    return render(course, "timeline.html", told=told, filters=filters, facts=facts, links=links)
