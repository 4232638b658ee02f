"""What a view says in words: the texts of the course for the ids that are in it. Templates ask it."""

from __future__ import annotations

from typing import NamedTuple

from counteroffer.course import Catalogue
from counteroffer.course.cases import Card, Case, Choice, Decision, Ending
from counteroffer.course.items import letters
from counteroffer.language import message
from counteroffer.room.polls import mean, peer_items, their_codes
from counteroffer.room.questions import CHOICE, PASS, Counts
from counteroffer.room.views import AskView, ShownRound
from counteroffer.twin.case import CaseWords

_PASS = message("I pass")
_ENDS = {
    "scale": (message("not at all"), message("fully")),
    "confidence": (message("not sure at all"), message("certain")),
}
_TITLES = {"scale": message("On a scale from 1 to 5"), "confidence": message("How sure are you?"), "ranking": message("Put these in order")}


class Named(NamedTuple):
    """A row or a column: its id, the sign by which people call it aloud, its text."""

    id: str
    sign: str
    text: str


class Words:
    """The texts of a course for a room."""

    def __init__(self, course: Catalogue) -> None:
        self.course = course
        self._items = peer_items(course)
        self._dimensions = {one.id: one for one in course.audit.dimensions} if course.audit else {}

    def case(self, name: str) -> Case:
        """A case."""
        return self.course.cases[name]

    def told(self, name: str) -> CaseWords:
        """What the book's pages say of a case's parts."""
        return CaseWords(self.case(name), self.course.language)

    def decision(self, case: str, name: str) -> Decision:
        """A decision of a case."""
        return next(one for one in self.case(case).decisions if one.id == name)

    def ending(self, case: str, name: str) -> Ending:
        """An ending of a case."""
        return next(one for one in self.case(case).endings if one.id == name)

    def card(self, case: str, name: str) -> Card:
        """A card of a case."""
        return next(one for one in self.case(case).evidence if one.id == name)

    def choice(self, case: str, decision: str, name: str) -> Choice:
        """An option of a decision."""
        return next(one for one in self.decision(case, decision).options if one.id == name)

    def option(self, case: str, decision: str, name: str) -> Named:
        """An option, with the letter that it has among all of its decision: the same on phones, on the screen and on paper."""
        ids = [one.id for one in self.decision(case, decision).options]
        return Named(name, letters(len(ids))[ids.index(name)].upper(), self.choice(case, decision, name).text)

    def heard(self, case: str, rules: list[str]) -> list[str]:
        """The notices of rules."""
        return [rule.notice for rule in self.case(case).background if rule.id in rules and rule.notice]

    def columns(self, ask: AskView, case: str | None) -> list[Named]:
        """What a ballot can say in a row."""
        ids = ask.question.columns
        if ask.about == "decision" and case:
            named = [self.option(case, ask.of, one) for one in ids if one != PASS]
        elif ask.about == "card" and case:
            named = [
                Named(one, sign.upper(), self.card(case, one).title)
                for one, sign in zip(ids, letters(len(ids)), strict=True)
                if one != PASS
            ]
        elif ask.about == "item":
            texts = {option.id: option.text for option in getattr(self._items[ask.of], "options", [])}
            named = [Named(one, sign.upper(), texts[one]) for one, sign in zip(ids, letters(len(ids)), strict=True) if one != PASS]
        elif ask.about == "audit" and self.course.audit:
            named = [Named(one, one, self.course.audit.scale[int(one)]) for one in ids]
        else:
            first, last = map(self.course.language.say, _ENDS.get(ask.of, (message(""), message(""))))
            numbers = [one for one in ids if one != PASS]
            named = [Named(one, one, first if one == numbers[0] else last if one == numbers[-1] else "") for one in numbers]
        return [*named, *([Named(PASS, "–", self.course.language.say(_PASS))] if PASS in ids else [])]

    def rows(self, ask: AskView) -> list[Named]:
        """What is put in order, or marked."""
        if ask.about in {"sort", "audit"}:
            return [Named(one, self._dimensions[one].label, self._dimensions[one].means) for one in ask.question.rows]
        return [Named(one, one, ask.words[int(one)] if len(ask.words) > int(one) else "") for one in ask.question.rows if one != CHOICE]

    def title(self, ask: AskView, case: str | None) -> str:
        """What is asked."""
        say = self.course.language.say
        if ask.about == "decision" and case:
            return self.decision(case, ask.of).question
        if ask.about == "item":
            return self._items[ask.of].stem
        if ask.about == "poll":
            return ask.words[0] or say(_TITLES[ask.of])
        fixed = {
            "card": message("Which card do we open?"),
            "sort": message("What weighs most for somebody who might leave? Put the ten in order."),
            "audit": message("How good is our offer on each of the ten? Mark it alone, from 0 to 4."),
        }
        return say(fixed[ask.about])

    def vignette(self, ask: AskView) -> str:
        """What stands before an item's question."""
        return (self._items[ask.of].vignette or "") if ask.about == "item" else ""

    def key(self, ask: AskView) -> str:
        """The best answer of an item."""
        return str(self._items[ask.of].key())

    def remark(self, ask: AskView, option: str) -> str:
        """Why an option of an item is the best answer, or is not."""
        return next(one.text for one in self._items[ask.of].remarks() if one.option == option)

    def theirs(self, ask: AskView) -> dict[str, int | None]:
        """The competing offer in the phase that an audit is compared with."""
        return their_codes(self.course.audit, ask.of) if self.course.audit and ask.about == "audit" else {}

    def phase(self, ask: AskView) -> str:
        """The label of that phase."""
        return next((one.label for one in self.course.audit.phases if one.id == ask.of), "") if self.course.audit else ""

    def placed(self, ask: AskView, counts: Counts) -> list[tuple[Named, float]]:
        """Rows with their mean place or step: an order's first row first."""
        found = [(row, mean(counts[row.id])) for row in self.rows(ask) if row.id in counts]
        return sorted(found, key=lambda one: one[1]) if ask.question.kind == "order" else found


def share(one: ShownRound, row: str, column: str) -> int:
    """Of a hundred in a row, how many; for the length of a bar beside the count."""
    columns = one.split[row]
    return round(100 * columns[column] / max(1, sum(columns.values())))
