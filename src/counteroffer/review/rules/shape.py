"""What every unit has: objectives, a vignette, and the turn to the practitioner's own offer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counteroffer.review.manuscript import CLOSING, Manuscript
from counteroffer.review.pages import Page
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.rules.voice import PARTS_THAT_ARGUE
from counteroffer.review.wordlists import any_of

# The welcome and the questionnaire teach nothing yet, so they have no case to tell and no conclusion to draw.
WITHOUT_VIGNETTE = WITHOUT_CLOSING = ("0.1", "0.4")
FEWEST, MOST = 3, 5
FEWEST_ON_MONDAY = 3


def _on_page(page: Page, message: str, remedy: str) -> Finding:
    return Finding(page.file, page.title_line, page.title_line, message, remedy)


def _objectives(manuscript: Manuscript) -> Iterable[Finding]:
    for page, _ in manuscript.units():
        if not any(one.name == "objectives" for one in page.directives):
            yield _on_page(page, "The unit does not show its objectives.", "Add ```{objectives} after the opening.")


def _vignette(manuscript: Manuscript) -> Iterable[Finding]:
    for page, front in manuscript.units():
        shown = any(re.search(r"^:class:.*\bvignette\b", one.body, re.MULTILINE) for one in page.directives)
        if not shown and front.number not in WITHOUT_VIGNETTE:
            yield _on_page(page, "The unit has no vignette.", "Tell one real event from cited facts, with `:class: vignette`.")


def _closing(manuscript: Manuscript) -> Iterable[Finding]:
    for page, front in manuscript.units():
        headings = {one.text for one in page.passages if one.kind == "heading"}
        if CLOSING not in headings and front.number not in WITHOUT_CLOSING:
            yield _on_page(page, f"The unit has no section “{CLOSING}”.", "Say what a programme can do with it.")


def _thin(manuscript: Manuscript) -> Iterable[Finding]:
    for page, front in manuscript.units():
        section = [one for one in page.passages if one.section == CLOSING]
        items: dict[int, str] = {}
        supported: set[int] = set()
        for one in section:
            if one.kind == "item":
                items[one.line] = f"{items.get(one.line, '')} {one.text}"
                if one.cites():
                    supported.add(one.line)
        if section and not FEWEST <= len(items) <= MOST:
            message = f"The section lists {len(items)} things to do, not {FEWEST} to {MOST}."
            yield at(section[0], 0, message, "Number them in order of cost.")
        for line, text in items.items():
            limited = any_of("claims", "limits").search(text)
            lacks = [name for name, there in (("what supports it", line in supported), ("where it fails", limited)) if not there]
            if lacks:
                remedy = "Cite what supports it, and say in words of its own where it fails."
                yield Finding(page.file, line, line, f"This advice does not say {' or '.join(lacks)}.", remedy)
        monday = sum("monday" in text.lower() for text in items.values())
        if items and monday < min(FEWEST_ON_MONDAY, len(items)) and front.number[0] in PARTS_THAT_ARGUE:
            message = f"{monday} of these acts are marked as something for Monday, not at least {FEWEST_ON_MONDAY}."
            yield at(section[0], 0, message, "Give acts that one person can begin without a ministry, and mark them (Monday).")


RULES = [
    Rule("R401", "unit-without-objectives", "error", "Learners are told what they will be able to do.", _objectives),
    Rule("R402", "unit-without-vignette", "error", "Every idea is met first as something that happened.", _vignette),
    Rule("R403", "unit-without-closing", "error", "Every unit ends by turning to the practitioner's side.", _closing),
    Rule("R404", "closing-thin", "warning", "Advice names its support and its limits, or it is a slogan.", _thin),
]
