"""The static face of a case: with scripts off a case reads like a book whose reader turns to the page that a choice names."""

from __future__ import annotations

import json
from html import escape
from typing import NamedTuple

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import condition_json, told
from counteroffer.course.cases import Card, Case, Choice, Condition, Decision, Ending, Meter, Paragraph, Rule
from counteroffer.course.html import attribute, options
from counteroffer.course.items import letters
from counteroffer.course.text import first_words, inline, paragraphs
from counteroffer.twin.links import Links, cited

_CONFIDENCE = {
    "stated": "according to one source",
    "corroborated": "more than one source agrees",
    "contested": "sources disagree",
    "judgement": "our judgement, no direct evidence",
}


class _Page(NamedTuple):
    course: Catalogue
    case: Case
    links: Links

    def cite(self, cites: list[str]) -> str:
        return cited(self.course, cites, self.links)

    def id(self, part: str) -> str:
        return f"case-{self.case.case}-{part}"

    def titled(self, part: str) -> str:
        parts: list[Decision | Ending] = [*self.case.decisions, *self.case.endings]
        title = next(one.title for one in parts if one.id == part)
        return f'<a href="#{self.id(part)}">{inline(title)}</a>'

    def when(self, condition: Condition) -> str:
        """A condition in words, for readers without the script."""
        labels = {meter.id: meter.label for meter in self.case.meters}
        said = [f"“{_flag(flag, self.case)}”" for flag in condition.has]
        said += [f"not “{_flag(flag, self.case)}”" for flag in condition.lacks]
        said += [f"{labels[name]} at least {least}" for name, least in condition.at_least.items()]
        said += [f"{labels[name]} at most {most}" for name, most in condition.at_most.items()]
        return escape("; ".join(said))


def _flag(flag: str, case: Case) -> str:
    """What set a flag, in words: the card that was opened or the option that was chosen."""
    for card in case.evidence:
        if flag == f"saw-{card.id}":
            return f"you opened: {card.title}"
    chosen = [first_words(choice.text, 50) for _, choice in case.choices() if flag in choice.sets]
    return " / ".join(chosen) or flag.replace("-", " ")


def case_html(course: Catalogue, case: Case, links: Links) -> str:
    """A whole case as one `<section>`."""
    page = _Page(course, case, links)
    machine = json.dumps(told(case), separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    title = escape(case.title)
    return (
        f'<section class="co co-case" data-co="case" data-id="{case.case}" data-edition="{course.editions[case.case]}" data-title="{title}" aria-label="Case: {title}">'
        f'<script type="application/json" class="co-machine">{machine}</script>'
        f"{_brief(case)}{_meters(case.meters)}"
        f"{''.join(_decision(page, decision) for decision in case.decisions)}"
        f"{''.join(_ending(page, ending) for ending in case.endings)}"
        f"{_debrief(page)}</section>"
    )


def _brief(case: Case) -> str:
    return (
        f'<div class="co-brief"><h2>The brief</h2><dl><dt>Your seat</dt><dd>{inline(case.seat)}</dd><dt>Where and when</dt><dd>{inline(case.place)}</dd>'
        f"<dt>Time</dt><dd>about {case.minutes} minutes</dd></dl>"
        f"{paragraphs(case.brief)}<div class='co-composite'>{paragraphs(case.composite)}</div></div>"
    )


def _meters(meters: list[Meter]) -> str:
    shown = "".join(
        f'<li data-meter="{meter.id}"><span class="co-meter-label">{inline(meter.label)}</span> '
        f'<span class="co-meter-means">{inline(meter.means)}</span> '
        f'<span class="co-meter-word" data-low="{escape(meter.low)}" data-high="{escape(meter.high)}">starts at {meter.start} of 10</span></li>'
        for meter in meters
        if not meter.hidden
    )
    return f'<ul class="co-meters" aria-label="What your decisions move">{shown}</ul>'


def _text(page: _Page, parts: list[Paragraph]) -> str:
    return "".join(
        f'<div data-if="{attribute(condition_json(part.condition))}"><p class="co-cond">Only if {page.when(part.condition)}:</p>{paragraphs(part.text)}</div>'
        if part.condition != Condition()
        else paragraphs(part.text)
        for part in parts
    )


def _decision(page: _Page, decision: Decision) -> str:
    cards = {card.id: card for card in page.case.evidence}
    name = page.id(decision.id)
    return (
        f'<section class="co-decision" data-decision="{decision.id}" id="{name}"><h3>{inline(decision.title)}</h3>'
        f'<p class="co-time">{inline(decision.time)}</p><div class="co-text">{_text(page, decision.text)}</div>'
        f"{f'<p>{page.cite(decision.cite)}</p>' if decision.cite else ''}"
        f"{_cards(page, decision, [cards[card] for card in decision.cards])}"
        f"<form><fieldset><legend>{inline(decision.question)}</legend>{_options(decision, name)}</fieldset></form>"
        f'<div class="co-consequences"><h4>What happens then</h4>{"".join(_consequences(page, decision))}</div></section>'
    )


def _options(decision: Decision, name: str) -> str:
    return options(name, "radio", {choice.id: choice.text for choice in decision.options})


def _cards(page: _Page, decision: Decision, cards: list[Card]) -> str:
    if not cards:
        return ""
    folded = "".join(
        f'<details class="co-card" data-card="{card.id}"><summary><span class="co-card-title">{inline(card.title)}</span> '
        f'<span class="co-card-form">{card.form}, {card.reliability}</span></summary>{paragraphs(card.text)}'
        f"{f'<p>{page.cite(card.cite)}</p>' if card.cite else ''}</details>"
        for card in cards
    )
    return (
        f'<div class="co-cards"><p class="co-attention">You have time to open {decision.attention} of these {len(cards)}.</p>{folded}</div>'
    )


def _consequences(page: _Page, decision: Decision) -> list[str]:
    return [
        _consequence(page, letter.upper(), choice) for letter, choice in zip(letters(len(decision.options)), decision.options, strict=True)
    ]


def _consequence(page: _Page, letter: str, choice: Choice) -> str:
    only = f" (open only if {page.when(choice.condition)})" if choice.condition != Condition() else ""
    goes = [
        (
            f"If {page.when(then.condition)}: go to "
            if then.condition != Condition()
            else "Otherwise go to "
            if len(choice.then) > 1
            else "Go to "
        )
        + page.titled(then.go)
        for then in choice.then
    ]
    labels = {meter.id: meter.label for meter in page.case.meters if not meter.hidden}
    moves = ", ".join(f"{escape(labels[name])} {change:+d}" for name, change in choice.effects.items() if name in labels)
    return (
        f'<div class="co-consequence" data-option="{choice.id}"><p class="co-if-chosen"><b>If you chose {letter}</b>{only}</p>'
        f'{paragraphs(choice.consequence)}<p class="co-basis">Basis: {_CONFIDENCE[choice.confidence]}. {page.cite(choice.cite)}</p>'
        f'{f"<p class=co-moves>{moves}</p>" if moves else ""}<p class="co-goto">{". ".join(goes)}.</p></div>'
    )


def _ending(page: _Page, ending: Ending) -> str:
    return (
        f'<section class="co-ending" data-ending="{ending.id}" id="{page.id(ending.id)}"><p class="co-kind">Ending: {inline(ending.kind)}</p>'
        f'<h3>{inline(ending.title)}</h3><div class="co-text">{_text(page, ending.text)}</div>'
        f"<dl><dt>Better for</dt><dd>{inline(ending.better_for)}</dd><dt>Worse for</dt><dd>{inline(ending.worse_for)}</dd></dl>"
        f"<p>{page.cite(ending.cite)}</p></section>"
    )


def _debrief(page: _Page) -> str:
    case, debrief = page.case, page.case.debrief
    titles = {card.id: card.title for card in case.evidence}
    hidden = [meter for meter in case.meters if meter.hidden]
    disclosed = "".join(f"<li><b>{inline(meter.label)}</b>: {inline(meter.means)}</li>" for meter in hidden)
    return (
        f'<section class="co-debrief" id="{page.id("debrief")}"><h3>Debrief</h3>'
        f"<h4>What acted in the background</h4><ul>{disclosed}{''.join(_rule(page, rule) for rule in case.background)}</ul>"
        f"<h4>Cards that would have changed the odds</h4><ul>"
        f"{''.join(f'<li><b>{inline(titles[one.card])}</b>: {inline(one.why)}</li>' for one in debrief.cards_that_mattered)}</ul>"
        f"<h4>What this case simplified</h4><ul>{''.join(f'<li>{inline(one)}</li>' for one in debrief.simplified)}</ul>"
        f"<h4>Three questions for a group</h4><ol>{''.join(f'<li>{inline(one)}</li>' for one in debrief.questions)}</ol>"
        f"<h4>Sources</h4><p>{page.cite(case.rests_on)}</p></section>"
    )


def _rule(page: _Page, rule: Rule) -> str:
    return f"<li>{inline(rule.explains)} {page.cite(rule.cite)}</li>"
