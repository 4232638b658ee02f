"""The pack of a case: what lies on tables, what the facilitator holds, what is given out afterwards."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from counteroffer.course import Catalogue
from counteroffer.course.anchors import first_words
from counteroffer.course.cases import HIGHEST, Card, Case, Choice, Condition, Decision, Meter, Rule
from counteroffer.handouts.piece import Pack, Piece
from counteroffer.language import Language
from counteroffer.twin.case import CaseWords
from counteroffer.twin.templates import always, letter

_LONGEST_NAME = 90


def case_pack(course: Catalogue, case: Case) -> Pack:
    """Everything on paper by which a room plays a case without a device."""
    _ = course.language.gettext
    sheet = RunSheet(case, course.language)
    note = course.notes.get(case.case)
    told = {
        "slow": note.slow if note else None,
        "case": case,
        "told": CaseWords(case, course.language),
        "sheet": sheet,
        "open_choices": open_choices,
        "notes": list(sheet.notes()),
        "mattered": sorted(case.debrief.cards_that_mattered, key=lambda one: sheet.card(one.card)),
    }
    table, reading = (15, 14, 13, 12, 11.5, 11, 10.5, 10), (12, 11.5, 11, 10.5, 10)
    pieces = (
        Piece("1-brief", _("Brief"), "everybody", "case-brief.html", told, "table", (*reading, 9.7, 9.4, 9.1), 1, numbered=True),
        Piece(
            "2-decisions",
            _("Decision sheets"),
            "everybody",
            "case-decisions.html",
            told,
            "table",
            table,
            len(case.decisions),
            numbered=True,
        ),
        Piece("3-cards", _("Evidence cards"), "everybody", "case-cards.html", told, "table", (14, 13.5, 13, 12.5, 12, 11.5)),
        Piece("4-slips", _("Consequences"), "facilitator", "case-slips.html", told, sizes=(12, 11.5, 11, 10.5, 10)),
        Piece("5-notices", _("Slips for the board"), "facilitator", "case-notices.html", told, sizes=(20, 19, 18, 17, 16, 15, 14, 13, 12)),
        Piece("6-endings", _("Endings"), "facilitator", "case-endings.html", told, sizes=(14, 13, 12, 11.5, 11, 10.5, 10)),
        Piece("7-run-sheet", _("Run sheet"), "facilitator", "case-run-sheet.html", told, sizes=(9.5, 9), pages=8),
        Piece("8-meters", _("Meters"), "facilitator", "case-meters.html", told, sizes=(12,), pages=1),
        Piece("9-debrief", _("Debrief"), "afterwards", "case-debrief.html", told, "table", (10, 9.5, 9), 5, numbered=True),
    )
    return Pack(case.case, case.title, pieces)


class RunSheet:
    """A case as a helper reckons it by hand: decisions, cards, rules by number; conditions and effects in these numbers."""

    def __init__(self, case: Case, language: Language) -> None:
        self._case, self._language = case, language
        self._labels = {meter.id: meter.label for meter in case.meters}
        self._numbers = {one.id: number for number, one in enumerate(case.decisions, 1)}
        self._cards = {card.id: number for number, card in enumerate(case.evidence, 1)}
        self._before = _before(case)
        # what sets a flag: at which decision, and the label of the option, rule or card
        self._set_by: dict[str, list[tuple[str | None, str]]] = defaultdict(list)
        for decision, choice in case.choices():
            for flag in choice.sets:
                self._set_by[flag].append((decision.id, self.choice(decision, choice)))
        for number, rule in enumerate(case.background, 1):
            for flag in rule.sets:
                self._set_by[flag].append((None, language.gettext("rule {number}", number=number)))
        for card in case.evidence:
            self._set_by[f"saw-{card.id}"].append((None, language.gettext("card {number}", number=self._cards[card.id])))

    def number(self, decision: str) -> int:
        """The number of a decision, from 1."""
        return self._numbers[decision]

    def card(self, card: str) -> int:
        """The number of a card, from 1."""
        return self._cards[card]

    def choice(self, decision: Decision, choice: Choice) -> str:
        """An option by its decision's number and its letter: `3B`."""
        return f"{self._numbers[decision.id]}{letter(decision.options.index(choice)).upper()}"

    def letter(self, decision: Decision, choice: Choice) -> str:
        """The letter of an option among all of its decision, closed ones too."""
        return letter(decision.options.index(choice)).upper()

    def goes(self, place: str) -> str:
        """Where a way leads: the number and title of a decision, or the title of an ending."""
        _ = self._language.gettext
        for decision in self._case.decisions:
            if decision.id == place:
                return _("decision {number}: {title}", number=self._numbers[place], title=decision.title)
        return _("ending: {title}", title=next(ending.title for ending in self._case.endings if ending.id == place))

    def when(self, condition: Condition, at: str | None = None) -> str:
        """A condition, asked of what was chosen and opened, and of the meters; asked `at` a decision, it names only what can lie behind it."""
        _ = self._language.gettext
        said = [_(" or ").join(self._setters(flag, at)) for flag in condition.has]
        barred = [one for flag in condition.lacks for one in self._setters(flag, at)]
        if barred:
            said.append(_("not {what}", what=barred[0]) if len(barred) == 1 else _("none of {what}", what=_(", ").join(barred)))
        for name, least in condition.at_least.items():
            if least:
                said.append(
                    _("{label} {least} or more", label=self._labels[name], least=least)
                    if least < HIGHEST
                    else _("{label} at 10", label=self._labels[name])
                )
        for name, most in condition.at_most.items():
            said.append(
                _("{label} {most} or less", label=self._labels[name], most=most) if most else _("{label} at 0", label=self._labels[name])
            )
        return _(", and ").join(said)

    def _setters(self, flag: str, at: str | None) -> list[str]:
        """What sets a flag, by label. All options of a decision are the decision."""
        told = self._set_by[flag]
        told = [(where, label) for where, label in told if at is None or where is None or where in self._before[at]] or told
        found: list[str] = []
        for where, label in told:
            own = [one for place, one in told if place == where]
            if where is not None and len(own) == len(self._options(where)) > 1:
                label = self._language.gettext("decision {number} taken", number=self._numbers[where])  # noqa: PLW2901
            if label not in found:
                found.append(label)
        return found

    def _options(self, decision: str) -> list[Choice]:
        return next(one.options for one in self._case.decisions if one.id == decision)

    def move(self, part: Choice | Rule, meter: Meter) -> str:
        """By how much an option or a rule moves a meter, the covered one too; nothing where it does not."""
        change = part.effects.get(meter.id)
        return f"{change:+d}".replace("-", "−") if change else ""

    def moves(self, choice: Choice) -> list[tuple[str, str]]:
        """How an option moves the meters that everybody sees, in the order in which they lie there: by how much, and which."""
        return [(self.move(choice, meter), meter.label) for meter in self.shown() if choice.effects.get(meter.id)]

    def name(self, choice: Choice) -> str:
        """What an option is called on its slip: the first part of its text that says something whole."""
        first = re.split(r"(?<=[.:;?!])\s", choice.text, maxsplit=1)[0]
        if len(first) > _LONGEST_NAME and ", " in first:
            first = first.partition(", ")[0]
        return first.rstrip(".:;,") if len(first) <= _LONGEST_NAME else first_words(first, _LONGEST_NAME)

    def notices(self) -> Iterator[tuple[int, Rule]]:
        """The rules that say something to the room, each with the number of its slip."""
        yield from enumerate((rule for rule in self._case.background if rule.notice), 1)

    def notice(self, rule: Rule) -> int:
        """The number of the slip that a rule hands out."""
        return next(number for number, one in self.notices() if one is rule)

    def notes(self) -> Iterator[tuple[str, str]]:
        """Slips that are read out and taped up when the run sheet says so: their head and their text."""
        _ = self._language.gettext
        for number, rule in self.notices():
            yield _("Notice {number}", number=number), rule.notice or ""
        for decision, choice in self.locked():
            yield _("{choice}: one more way", choice=self.choice(decision, choice)), choice.text

    def locked(self) -> Iterator[tuple[Decision, Choice]]:
        """The options that are not always open: they stand on no sheet for tables."""
        return ((decision, choice) for decision, choice in self._case.choices() if not always(choice.condition))

    def shown(self) -> list[Meter]:
        """The meters that everybody sees."""
        return [meter for meter in self._case.meters if not meter.hidden]

    def offered(self, decision: Decision) -> list[Card]:
        """The cards that lie open to choose from at a decision."""
        return [card for card in self._case.evidence if card.id in decision.cards]


def _before(case: Case) -> dict[str, frozenset[str]]:
    """For each decision and ending the decisions that can lie behind it on some road."""
    goes = {one.id: {then.go for choice in one.options for then in choice.then} for one in case.decisions}
    found: dict[str, set[str]] = {place.id: set() for place in case.places()}
    for _ in case.decisions:
        for name, ways in goes.items():
            for way in ways:
                found[way] |= {name, *found[name]}
    return {name: frozenset(behind) for name, behind in found.items()}


def open_choices(decision: Decision) -> list[Choice]:
    """The options that stand on a table's sheet: those that are always open."""
    return [choice for choice in decision.options if always(choice.condition)]


def case_packs(course: Catalogue) -> list[Pack]:
    """A pack for each case of the course."""
    return [case_pack(course, case) for case in course.cases.values()]
