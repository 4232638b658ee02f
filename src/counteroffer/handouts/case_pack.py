"""The pack of a case: what lies on tables, what the facilitator holds, what is given out afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from counteroffer.course import Catalogue
from counteroffer.course.cases import Card, Case, Choice, Condition, Decision, Meter, Rule
from counteroffer.handouts.piece import Pack, Piece
from counteroffer.language import Language
from counteroffer.twin.case import CaseWords
from counteroffer.twin.templates import always, letter


def case_pack(course: Catalogue, case: Case) -> Pack:
    """Everything on paper by which a room plays a case without a device."""
    _ = course.language.gettext
    sheet = RunSheet(case, course.language)
    told = {
        "case": case,
        "told": CaseWords(case, course.language),
        "sheet": sheet,
        "open_choices": open_choices,
        "notes": list(sheet.notes()),
    }
    table, reading = (15, 14, 13, 12, 11.5, 11, 10.5, 10), (12, 11.5, 11, 10.5, 10)
    pieces = (
        Piece("1-brief", _("Brief"), "everybody", "case-brief.html", told, "table", reading, 1),
        Piece("2-decisions", _("Decision sheets"), "everybody", "case-decisions.html", told, "table", table, len(case.decisions)),
        Piece("3-cards", _("Evidence cards"), "everybody", "case-cards.html", told, "table", (14, 13.5, 13, 12.5, 12, 11.5)),
        Piece("4-slips", _("Consequences"), "facilitator", "case-slips.html", told, sizes=(12, 11.5, 11, 10.5, 10)),
        Piece("5-notices", _("Notices and closed options"), "facilitator", "case-notices.html", told, sizes=(12, 11.5, 11, 10.5, 10)),
        Piece("6-endings", _("Endings"), "facilitator", "case-endings.html", told, sizes=(14, 13, 12, 11.5, 11, 10.5, 10)),
        Piece("7-run-sheet", _("Run sheet"), "facilitator", "case-run-sheet.html", told, sizes=(9.5, 9), pages=7),
        Piece("8-meters", _("Meters"), "facilitator", "case-meters.html", told, sizes=(12,), pages=1),
        Piece("9-debrief", _("Debrief"), "afterwards", "case-debrief.html", told, "table", (10, 9.5, 9), 5),
    )
    return Pack(case.case, case.title, pieces)


class RunSheet:
    """A case as a helper reckons it by hand: decisions, cards, rules by number; conditions and effects in these numbers."""

    def __init__(self, case: Case, language: Language) -> None:
        self._case, self._language = case, language
        self._labels = {meter.id: meter.label for meter in case.meters}
        self._numbers = {one.id: number for number, one in enumerate(case.decisions, 1)}
        self._cards = {card.id: number for number, card in enumerate(case.evidence, 1)}
        self._set_by: dict[str, list[str]] = defaultdict(list)
        for decision, choice in case.choices():
            for flag in choice.sets:
                self._set_by[flag].append(self.choice(decision, choice))
        for number, rule in enumerate(case.background, 1):
            for flag in rule.sets:
                self._set_by[flag].append(language.gettext("rule {number}", number=number))
        for card in case.evidence:
            self._set_by[f"saw-{card.id}"].append(language.gettext("card {number}", number=self._cards[card.id]))

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
        for decision in self._case.decisions:
            if decision.id == place:
                return f"{self._numbers[place]} {decision.title}"
        title = next(ending.title for ending in self._case.endings if ending.id == place)
        return self._language.gettext("ending “{title}”", title=title)

    def when(self, condition: Condition) -> str:
        """A condition, asked of what was chosen and opened, and of the meters."""
        _ = self._language.gettext
        said = [_(" or ").join(self._set_by[flag]) for flag in condition.has]
        said += [_("not {what}", what=_(" or ").join(self._set_by[flag])) for flag in condition.lacks]
        said += [_("{label} {least} or more", label=self._labels[name], least=least) for name, least in condition.at_least.items()]
        said += [_("{label} {most} or less", label=self._labels[name], most=most) for name, most in condition.at_most.items()]
        return _(", and ").join(said)

    def move(self, part: Choice | Rule, meter: Meter) -> str:
        """By how much an option or a rule moves a meter, the covered one too; nothing where it does not."""
        change = part.effects.get(meter.id)
        return f"{change:+d}".replace("-", "−") if change else ""

    def notices(self) -> Iterator[tuple[int, Rule]]:
        """The rules that say something to the room, each with the number of its slip."""
        yield from enumerate((rule for rule in self._case.background if rule.notice), 1)

    def notice(self, rule: Rule) -> int:
        """The number of the slip that a rule hands out."""
        return next(number for number, one in self.notices() if one is rule)

    def notes(self) -> Iterator[tuple[str, str, str]]:
        """Slips that are handed out when the run sheet says so: what they are, their head and their text."""
        _ = self._language.gettext
        for number, rule in self.notices():
            yield _("Notice"), _("Notice {number}", number=number), rule.notice or ""
        for decision, choice in self.locked():
            yield _("One more way is open to you"), self.choice(decision, choice), choice.text

    def locked(self) -> Iterator[tuple[Decision, Choice]]:
        """The options that are not always open: they stand on no sheet for tables."""
        return ((decision, choice) for decision, choice in self._case.choices() if not always(choice.condition))

    def shown(self) -> list[Meter]:
        """The meters that everybody sees."""
        return [meter for meter in self._case.meters if not meter.hidden]

    def offered(self, decision: Decision) -> list[Card]:
        """The cards that lie open to choose from at a decision."""
        return [card for card in self._case.evidence if card.id in decision.cards]


def open_choices(decision: Decision) -> list[Choice]:
    """The options that stand on a table's sheet: those that are always open."""
    return [choice for choice in decision.options if always(choice.condition)]


def case_packs(course: Catalogue) -> list[Pack]:
    """A pack for each case of the course."""
    return [case_pack(course, case) for case in course.cases.values()]
