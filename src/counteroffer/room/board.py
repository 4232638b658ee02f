"""How the case of a room stands: its machine, replayed along the room's path."""

from __future__ import annotations

from functools import cached_property

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import Machine, State, condition_json, told
from counteroffer.course.cases import Case, Decision, Ending, Paragraph
from counteroffer.room.state import Play


class Board:
    """A case at the place where a play is."""

    def __init__(self, course: Catalogue, play: Play) -> None:
        self.case: Case = course.cases[play.case]
        self.play = play
        self.machine = Machine(told(self.case))

    @cached_property
    def states(self) -> list[State]:
        """The state before each step of the path, and at last the one that waits, its cards open."""
        found = [self.machine.start()]
        for step in self.play.path:
            opened = self.machine.open_cards(found[-1], step.cards)
            found[-1:] = [opened, self.machine.decide(opened, step.option)]
        found[-1] = self.machine.open_cards(found[-1], self.play.cards)
        return found

    @property
    def state(self) -> State:
        """Where the case stands."""
        return self.states[-1]

    @property
    def ended(self) -> bool:
        """Whether an ending is reached."""
        return self.state.at in self.machine.endings

    @property
    def decision(self) -> Decision | None:
        """The decision that waits, unless the brief or the consequence of the last is still being read."""
        return None if self.play.told else next((one for one in self.case.decisions if one.id == self.state.at), None)

    def offered(self) -> list[str]:
        """The cards that can still be opened; none when attention is spent."""
        here = self.decision
        if here is None or len(self.play.cards) >= here.attention:
            return []
        return [card for card in here.cards if card not in self.play.cards]

    def attention(self) -> int:
        """How many cards can still be opened."""
        return min(self.decision.attention - len(self.play.cards), len(self.offered())) if self.decision else 0

    def options(self) -> list[str]:
        """The options that are open."""
        return self.machine.open_options(self.state) if self.decision else []

    def passages(self, part: Decision | Ending) -> list[str]:
        """The paragraphs of the place where the case stands that are told on this path."""
        return [one.text for one in part.text if self._holds(one)]

    def notices(self) -> list[str]:
        """The ids of the rules with a notice that acted after the last step."""
        if not self.play.path:
            return []
        acted = self.machine.acted(self.states[-2], self.play.path[-1].option)
        return [rule.id for rule in self.case.background if rule.id in acted and rule.notice]

    def levels(self, *, hidden: bool) -> dict[str, int]:
        """The meters, those that are covered alone or the others."""
        covered = {meter.id for meter in self.case.meters if meter.hidden}
        return {name: level for name, level in self.machine.levels(self.state).items() if (name in covered) == hidden}

    def _holds(self, part: Paragraph) -> bool:
        return self.machine.test(condition_json(part.condition)).holds(self.state)
