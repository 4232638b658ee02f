"""The static face of an explorer: its question, its controls, a frame for every setting, and what must be known to read them."""

from __future__ import annotations

from html import escape

from counteroffer.course import Catalogue
from counteroffer.course.html import attribute
from counteroffer.course.text import inline
from counteroffer.figures.explorer import Control, Explorer, Frame
from counteroffer.twin.links import Links, cited

# More frames than these stand folded away, but for the first: nobody scrolls through sixty pictures, or prints them.
MOST_OPEN = 12


def explorer_html(course: Catalogue, explorer: Explorer, frames: list[Frame], links: Links) -> str:
    """An explorer as one `<section>`; `frames` are its frames in the order of its settings."""
    title = escape(explorer.title)
    start = explorer.start()
    first = [frame for frame in frames if frame.setting == start]
    rest = "".join(_frame(frame) for frame in frames if frame.setting != start)
    if len(frames) > MOST_OPEN:
        rest = f'<details class="co-more"><summary>The other {len(frames) - 1} settings</summary>{rest}</details>'
    return (
        f'<section class="co co-explorer" data-co="explorer" data-id="{explorer.id}" data-title="{title}" aria-label="Explorer: {title}">'
        f'<p class="co-question">{inline(explorer.question)}</p>'
        f'<form class="co-controls">{"".join(_control(explorer.id, control) for control in explorer.controls)}</form>'
        f"{''.join(map(_frame, first))}{rest}{notes_html(course, explorer, links)}</section>"
    )


def notes_html(course: Catalogue, explorer: Explorer, links: Links) -> str:
    """What must be known to read the picture rightly: open on the page, since an empty place must not look like safety."""
    notes = []
    for note in explorer.notes:
        remarks = (f"{inline(one.text)} {cited(course, one.cite, links)}".strip() for one in note.remarks)
        notes.append(f"<dt>{escape(note.head)}</dt>" + "".join(f"<dd>{remark}</dd>" for remark in remarks))
    return f'<dl class="co-notes">{"".join(notes)}</dl>'


def _control(explorer: str, control: Control) -> str:
    name = f"{explorer}-{control.id}"
    choices = "".join(
        f'<div class="co-option"><input type="radio" name="{name}" value="{value}" id="{name}-{value}"'
        f'{" checked" if value == control.start else ""}><label for="{name}-{value}">{escape(label)}</label></div>'
        for value, label in control.choices
    )
    return f'<fieldset data-control="{control.id}" data-kind="{control.kind}"><legend>{escape(control.label)}</legend>{choices}</fieldset>'


def _frame(frame: Frame) -> str:
    return (
        f'<figure class="co-frame" data-setting="{attribute(frame.setting)}">{frame.svg}'
        f'<figcaption><b class="co-setting">{escape(frame.name)}.</b> <span class="co-seeing">What you are seeing:</span> '
        f'<span class="co-alt">{escape(frame.sentence)}</span></figcaption></figure>'
    )
