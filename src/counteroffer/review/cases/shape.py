"""Rules of a case's shape: its length, its memory, and endings that chance can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from counteroffer.course.case_tells import Tell, tells
from counteroffer.course.case_walk import Walk, walk
from counteroffer.course.cases import Case, Decision
from counteroffer.course.yamlfile import Place
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

SHORTEST, LONGEST = 30, 45
# An ending that random play hardly ever meets is written for nobody; one that it mostly meets makes the choices idle.
RAREST, COMMONEST = 0.05, 0.5
# A longer option looks weightier.
LENGTHS_APART = 1.6
KINDS = 3
# A decision that tells less of the ending is forgotten by it; one that tells more settles it alone, whatever was decided before.
LEAST_TOLD, MOST_TOLD = 0.05, 0.35
COMMITMENTS = 2

Flaw = tuple[Place, str, str]


def _rule(id_: str, name: str, why: str, judge: Callable[[Case], Iterable[Flaw]]) -> Rule:
    def look(manuscript: Manuscript) -> Iterable[Finding]:
        for case in manuscript.course.cases.values():
            name = f"exercises/cases/{case.case}.yml"
            for where, message, remedy in judge(case):
                line = manuscript.course.files[name].line(where)
                yield Finding(name, line, line, message, remedy)

    return Rule(id_, name, "error", why, look)


def _time(case: Case) -> Iterable[Flaw]:
    if not SHORTEST <= case.minutes <= LONGEST:
        yield (
            ("minutes",),
            f"The case takes {case.minutes} minutes.",
            f"Let it take {SHORTEST} to {LONGEST}: a session, alone or in a group.",
        )


def remembering(case: Case) -> int:
    """How many decisions have a text that depends on what was decided or opened before."""
    return sum(_remembers(decision) for decision in case.decisions)


def _remembers(decision: Decision) -> bool:
    return any(part.condition.flags() for part in decision.text)


def _memory(case: Case) -> Iterable[Flaw]:
    later = len(case.decisions) - 1
    if 2 * remembering(case) < later:
        message = f"Only {remembering(case)} of {later} later decisions remember what went before."
        yield ("decisions",), message, "Let somebody recall it: a paragraph with `if: {has: [...]}`."


def _reckoned(case: Case) -> tuple[Walk, list[Tell]]:
    """Both from the case's states, of which one case's are held at a time: asked for apart, by rules that each go through all cases, they would be reckoned twice."""
    return walk(case), tells(case)


def _chance(case: Case) -> Iterable[Flaw]:
    shares = _reckoned(case)[0].shares
    for i, ending in enumerate(case.endings):
        if not RAREST <= shares[ending.id] <= COMMONEST:
            message = f"Random play comes to `{ending.id}` in {shares[ending.id]:.1%} of plays, not in {RAREST:.0%} to {COMMONEST:.0%}."
            yield ("endings", i), message, "Loosen or tighten what leads there."


def _told(case: Case) -> Iterable[Flaw]:
    order = [decision.id for decision in case.decisions]
    for place in _reckoned(case)[1]:
        where, named = ("decisions", order.index(place.decisions[0])), " and ".join(f"`{one}`" for one in place.decisions)
        if place.share < LEAST_TOLD:
            message = f"What is chosen at {named} tells {place.share:.1%} of the ending, less than {LEAST_TOLD:.0%}."
            yield where, message, "Let it open or close a later scene or option, or move what later conditions ask about."
        elif place.share > MOST_TOLD:
            message = f"What is chosen at {named} tells {place.share:.1%} of the ending, more than {MOST_TOLD:.0%}."
            yield where, message, "Let its options lead to several endings, by what was decided before."


def _views(case: Case) -> Iterable[Flaw]:
    for i, decision in enumerate(case.decisions):
        if decision.view is None:
            yield (
                ("decisions", i),
                f"The course argues no view of `{decision.id}`.",
                "Give it a `view`: the option, why, and the strongest dissent.",
            )
    written = sum(decision.commit for decision in case.decisions)
    if written != COMMITMENTS:
        yield (
            ("decisions",),
            f"At {written} decisions the learner writes before the options appear.",
            f"Set `commit: true` at {COMMITMENTS}.",
        )
    if not case.what_happened:
        yield ("what_happened",), "The case does not say what really happened.", "Tell it from sources, after the debrief."


def _kinds(case: Case) -> Iterable[Flaw]:
    if len({ending.kind for ending in case.endings}) < KINDS:
        yield ("endings",), "Endings differ in degree, not in kind.", "Say of each for whom it is better and worse, and name its kind."


def _cards(case: Case) -> Iterable[Flaw]:
    for i, decision in enumerate(case.decisions):
        if decision.cards and len(decision.cards) <= decision.attention:
            yield ("decisions", i, "cards"), "Every card can be opened here.", "Offer more cards than there is time for."
    if len({card.reliability for card in case.evidence}) == 1:
        yield ("evidence",), "All evidence is equally reliable.", "Let a learner weigh it."


def _lengths(case: Case) -> Iterable[Flaw]:
    for i, decision in enumerate(case.decisions):
        lengths = [len(choice.text) for choice in decision.options]
        if max(lengths) > LENGTHS_APART * min(lengths):
            message = f"The longest option has {max(lengths)} characters, the shortest {min(lengths)}."
            yield ("decisions", i, "options"), message, "Give each its reason in about as many words."


RULES = [
    _rule("R801", "case-time", "A case fits a session.", _time),
    _rule("R802", "case-memory", "People remember what was decided before.", _memory),
    _rule("R803", "case-chance", "Every ending is worth writing, and no choice is idle.", _chance),
    _rule("R804", "case-kinds", "Endings differ in kind, never in a score.", _kinds),
    _rule("R805", "case-cards", "Not everything can be read, and not everything read is true.", _cards),
    _rule("R806", "case-lengths", "No option looks right by its length.", _lengths),
    _rule("R807", "case-tells", "Every decision weighs, and none alone.", _told),
    _rule("R808", "case-views", "A learner writes first, and hears what we think and what really happened.", _views),
]
