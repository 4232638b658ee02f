"""The static face of the audit: a sheet to fill in on paper, and all that its script shows, in words.

There is no form around the controls and no name on the text field, so that a browser without scripts sends nothing anywhere.
"""

from __future__ import annotations

from html import escape

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit, AuditDimension, TheirCode
from counteroffer.course.text import inline
from counteroffer.twin.links import Links, cited, place

NAME_MOST = 60


def audit_html(course: Catalogue, audit: Audit, links: Links) -> str:
    """The audit as one `<section>`: the sheet, the codes of the competing offer, and what must be known to read them rightly."""
    title = escape(audit.title)
    rows = "".join(_dimension(course, audit, number, one, links) for number, one in enumerate(audit.dimensions, 1))
    return (
        f'<section class="co co-audit" data-co="audit" data-id="{audit.explorer}" data-title="{title}" aria-label="Explorer: {title}">'
        f"<p><b>The question.</b> {inline(audit.question)}</p><p>{inline(audit.instruction)}</p>"
        '<p class="co-noscript">Without scripts nothing is kept here, and no picture is drawn. Print the page and fill it in by hand; '
        "then write the step of the table beside each of yours.</p>"
        f'<div class="co-sheet">{_name(audit)}{_scale(audit)}{rows}{_phases(audit)}</div>'
        f'<section class="co-seen"><h2>What you are seeing</h2><p class="co-seeing">{inline(audit.seeing)}</p></section>'
        f"<h2>The competing offer, phase by phase</h2>{_table(audit)}{_notes(course, audit, links)}</section>"
    )


def _name(audit: Audit) -> str:
    name = f"{audit.explorer}-name"
    return (
        f'<div class="co-name"><label for="{name}">Name of the programme</label>'
        f'<input type="text" id="{name}" maxlength="{NAME_MOST}" autocomplete="off" spellcheck="false" dir="auto" aria-describedby="{name}-kept">'
        f'<p id="{name}-kept">It stays in this browser, on this device, until you clear the sheet. On a shared device leave it out, '
        "or write a name that only you know. Write no names of people.</p></div>"
    )


def _option(name: str, value: str, label: str) -> str:
    return (
        f'<div class="co-option"><input type="radio" name="{name}" value="{value}" id="{name}-{value}" autocomplete="off">'
        f'<label for="{name}-{value}">{label}</label></div>'
    )


def _phases(audit: Audit) -> str:
    name = f"{audit.explorer}-phase"
    options = "".join(_option(name, one.id, f"<b>{escape(one.label)}.</b> {inline(one.plain)}") for one in audit.phases)
    return f'<fieldset class="co-phase"><legend>Which phase is your district in?</legend>{options}</fieldset>'


def _scale(audit: Audit) -> str:
    steps = "".join(f"<li>{escape(words)}</li>" for words in audit.scale)
    return f'<p class="co-scale-head">The five steps, the same for both sides:</p><ol class="co-scale" start="0">{steps}</ol>'


def _dimension(course: Catalogue, audit: Audit, number: int, one: AuditDimension, links: Links) -> str:
    name = f"{audit.explorer}-{one.id}"
    steps = "".join(_option(name, str(step), f"<b>{step}</b> {inline(text)}") for step, text in enumerate(one.anchors))
    codes = "".join(_code(course, audit, phase.id, phase.label, one.offer[phase.id], links) for phase in audit.phases)
    behind = one.if_behind
    unit = course.units()[behind.unit]
    more = place(f"Unit {escape(unit[1].number)}, {escape(unit[0].title)}", links.section(behind.unit, behind.section))
    return (
        f'<fieldset class="co-dimension" data-dimension="{one.id}"><legend>{number} <span class="co-label">{escape(one.label)}</span></legend>'
        f'<p class="co-means">“{inline(one.means)}”</p>{steps}{_option(name, "unknown", "Not known")}'
        f'<details class="co-theirs"><summary>The competing offer, phase by phase</summary><ul>{codes}</ul></details>'
        f'<details class="co-advice"><summary>If ours is behind: what evidence suggests</summary>'
        f"<p>{inline(behind.text)} {cited(course, behind.cite, links)}</p>"
        f'<p class="co-revisit">Read again: {more}</p></details></fieldset>'
    )


def _code(course: Catalogue, audit: Audit, phase: str, label: str, code: TheirCode, links: Links) -> str:
    known = "" if code.code is None else f' data-code="{code.code}" data-basis="{code.basis}"'
    disputed = " data-disputed" if code.contested else ""
    return (
        f'<li data-phase="{phase}"{known}{disputed}><b>{escape(label)}: {_said(audit, code)}.</b> '
        f'<span class="co-their-note">{inline(code.note)} {cited(course, code.cite, links)}</span></li>'
    )


def _said(audit: Audit, code: TheirCode) -> str:
    if code.code is None:
        return "not known"
    words = f"{code.code}, {audit.scale[code.code].lower()}; {'kept' if code.basis == 'kept' else 'a promise'}"
    return f"{words}; disputed" if code.contested else words


def _table(audit: Audit) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in ("Row", *(phase.label for phase in audit.phases)))
    rows = "".join(
        f'<tr><th scope="row">{number} {escape(one.label)}</th>'
        f"{''.join(f'<td>{_said(audit, one.offer[phase.id])}</td>' for phase in audit.phases)}</tr>"
        for number, one in enumerate(audit.dimensions, 1)
    )
    caption = "The step of the competing offer on each row"
    return (
        f'<div class="co-scroll" tabindex="0" role="group" aria-label="{caption}"><table class="co-codes"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _notes(course: Catalogue, audit: Audit, links: Links) -> str:
    suggested = [f"{inline(one.text)} {cited(course, one.cite, links)}" for one in audit.suggests]
    notes = (
        ("first", "What comes first", f"<p>{inline(audit.first)}</p>"),
        ("suggests", "What it suggests for our offer", _list(suggested)),
        ("limits", "What the numbers are not", f"<p>{inline(audit.limits)}</p>"),
        ("assumptions", "What it assumes", _list([inline(text) for text in audit.assumptions])),
        ("leaves-out", "What it leaves out", _list([inline(text) for text in audit.leaves_out])),
        ("coding", "How the competing offer was coded", f"<p>{inline(audit.coding)}</p>"),
        ("sources", "Sources", f"<p>{cited(course, audit.cites(), links)}</p>"),
    )
    told = "".join(f'<dt>{head}</dt><dd data-note="{name}">{body}</dd>' for name, head, body in notes)
    return f'<dl class="co-notes">{told}</dl>'


def _list(texts: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"
