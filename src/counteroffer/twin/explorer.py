"""The static face of an explorer: its controls, and a frame for every setting that they have."""

from __future__ import annotations

from html import escape

from counteroffer.course.html import attribute
from counteroffer.course.text import inline
from counteroffer.figures.explorer import Explorer, Frame


def explorer_html(explorer: Explorer, frames: list[Frame]) -> str:
    """An explorer as one `<section>`; `frames` are its frames in the order of its settings."""
    title = escape(explorer.title)
    return (
        f'<section class="co co-explorer" data-co="explorer" data-id="{explorer.id}" data-title="{title}" aria-label="Explorer: {title}">'
        f"{_controls(explorer)}{''.join(map(_frame, frames))}{_notes(explorer)}</section>"
    )


def _notes(explorer: Explorer) -> str:
    """What must be known to read the picture rightly: open on the page, since an empty place must not look like safety."""
    return f'<dl class="co-notes">{"".join(f"<dt>{escape(head)}</dt><dd>{inline(text)}</dd>" for head, text in explorer.notes)}</dl>'


def _controls(explorer: Explorer) -> str:
    fieldsets = []
    for control in explorer.controls:
        name = f"{explorer.id}-{control.id}"
        choices = "".join(
            f'<div class="co-option"><input type="radio" name="{name}" value="{value}" id="{name}-{value}"{" checked" if index == 0 else ""}>'
            f'<label for="{name}-{value}">{escape(label)}</label></div>'
            for index, (value, label) in enumerate(control.choices)
        )
        fieldsets.append(f'<fieldset data-control="{control.id}"><legend>{escape(control.label)}</legend>{choices}</fieldset>')
    return f'<form class="co-controls">{"".join(fieldsets)}</form>'


def _frame(frame: Frame) -> str:
    return (
        f'<figure class="co-frame" data-setting="{attribute(frame.setting)}">{frame.svg}'
        f'<figcaption><b class="co-setting">{escape(frame.name)}.</b> <span class="co-alt">{escape(frame.sentence)}</span></figcaption></figure>'
    )
