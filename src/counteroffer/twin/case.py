"""The static face of a case: with scripts off a case reads like a book whose reader turns to the page that a choice names."""

from __future__ import annotations

import json

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.anchors import first_words
from counteroffer.course.case_machine import told
from counteroffer.course.cases import Card, Case, Choice, Condition, Decision
from counteroffer.language import Language, message
from counteroffer.twin.links import Links
from counteroffer.twin.templates import letter, render

_BASES = {
    "stated": message("according to one source"),
    "corroborated": message("more than one source agrees"),
    "contested": message("sources disagree"),
    "judgement": message("our judgement, no direct evidence"),
}
_FORMS = {
    "document": message("document"),
    "testimony": message("testimony"),
    "data": message("data"),
    "rumour": message("rumour"),
    "visit": message("visit"),
}
_RELIABILITIES = {"firm": message("firm"), "fair": message("fair"), "weak": message("weak")}


def case_html(course: Catalogue, case: Case, links: Links) -> str:
    """A whole case as one `<section>`."""
    machine = json.dumps(told(case), separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    return render(course, "case.html", case=case, links=links, told=CaseWords(case, course.language), machine=Markup(machine))  # noqa: S704


class CaseWords:
    """What a case's pages say of its parts, for readers without the script; `cards` are its cards by id."""

    def __init__(self, case: Case, language: Language) -> None:
        self._case, self._language = case, language
        self.cards = {card.id: card for card in case.evidence}
        self._titles = {part.id: part.title for part in case.places()}
        self._labels = {meter.id: meter.label for meter in case.meters}

    def id(self, part: str) -> str:
        """The anchor of a decision, an ending or the debrief."""
        return f"case-{self._case.case}-{part}"

    def title(self, part: str) -> str:
        """The title of a decision or an ending."""
        return self._titles[part]

    def when(self, condition: Condition) -> str:
        """A condition in words."""
        _ = self._language.gettext
        said = [_("“{flag}”", flag=self._flag(flag)) for flag in condition.has]
        said += [_("not “{flag}”", flag=self._flag(flag)) for flag in condition.lacks]
        said += [_("{label} at least {least}", label=self._labels[name], least=least) for name, least in condition.at_least.items()]
        said += [_("{label} at most {most}", label=self._labels[name], most=most) for name, most in condition.at_most.items()]
        return _("; ").join(said)

    def _flag(self, flag: str) -> str:
        """What set a flag, in words: the card that was opened or the option that was chosen."""
        for card in self._case.evidence:
            if flag == f"saw-{card.id}":
                return self._language.gettext("you opened: {title}", title=card.title)
        chosen = [first_words(choice.text, 50) for _, choice in self._case.choices() if flag in choice.sets]
        return " / ".join(chosen) or flag.replace("-", " ")

    def form(self, card: Card) -> str:
        """What a card is, and how far it can be relied on."""
        form, reliability = self._language.say(_FORMS[card.form]), self._language.say(_RELIABILITIES[card.reliability])
        return self._language.gettext("{form}, {reliability}", form=form, reliability=reliability)

    def basis(self, choice: Choice) -> str:
        """What the consequence of a choice rests on."""
        return self._language.say(_BASES[choice.confidence])

    def letter(self, decision: Decision) -> str:
        """The letter of the option that the course argues for; none where it argues for none."""
        ids = [choice.id for choice in decision.options]
        return letter(ids.index(decision.view.argued)).upper() if decision.view else ""

    def moves(self, choice: Choice) -> str:
        """How a choice moves the meters that can be seen."""
        moved = [f"{one.label} {choice.effects[one.id]:+d}" for one in self._case.meters if one.id in choice.effects and not one.hidden]
        return self._language.gettext(", ").join(moved)
