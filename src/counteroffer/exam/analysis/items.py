"""What the answers say of each item: difficulty, discrimination, who took which response, time, exposure; and what to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from counteroffer.exam.analysis.answers import Answer, Array, Form
from counteroffer.language import ENGLISH

_ = ENGLISH.gettext
FEWEST = 50
"""Below so many responses an item's figures are not computed."""


@dataclass(frozen=True)
class Taken:
    """A response: how many gave it, the mark that it earns, and the mean share of the other items' marks that they earned."""

    response: str
    times: int
    mark: float
    rest: float


@dataclass(frozen=True)
class ItemFigures:
    """`difficulty` is the mean mark, `discrimination` the correlation of the mark with the score on the form's other items.

    Both, and `taken`, are None or empty below 50 responses; `discrimination` also where marks or scores do not differ. `seconds` is
    the median; `exposure` the share of all candidates who met the item.
    """

    item: str
    forms: tuple[str, ...]
    responses: int
    left: int
    exposure: float
    difficulty: float | None
    discrimination: float | None
    seconds: float | None
    taken: tuple[Taken, ...]
    advice: tuple[str, ...]


def item_figures(answers: Sequence[Answer], sat: Iterable[Form]) -> list[ItemFigures]:
    """Every item, by id. An item on several forms is taken together, each score being held against its own form's mean."""
    sat = list(sat)
    candidates = sum(len(form.candidates) for form in sat)
    seconds: dict[str, list[float]] = defaultdict(list)
    for one in answers:
        if one.seconds is not None:
            seconds[one.item].append(one.seconds)
    names = sorted({item for form in sat for item in form.items})
    return [_figures(item, [form for form in sat if item in form.items], candidates, seconds[item]) for item in names]


def _figures(item: str, on: Sequence[Form], candidates: int, seconds: Sequence[float]) -> ItemFigures:
    columns = [(form, form.items.index(item)) for form in on]
    marks = np.concatenate([form.marks[:, place] for form, place in columns])
    given = [own[place] for form, place in columns for own in form.responses]
    enough = len(marks) >= FEWEST
    rests = [_rest(form, place) for form, place in columns]
    difficulty = float(marks.mean()) if enough else None
    discrimination = _within([form.marks[:, place] for form, place in columns], rests) if enough else None
    taken = tuple(_taken(given, marks, np.concatenate(rests))) if enough else ()
    return ItemFigures(
        item=item,
        forms=tuple(form.name for form in on),
        responses=len(marks),
        left=given.count(""),
        exposure=len(marks) / candidates,
        difficulty=difficulty,
        discrimination=discrimination,
        seconds=median(seconds) if enough and seconds else None,
        taken=taken,
        advice=tuple(_advice(difficulty, discrimination, taken)),
    )


def _rest(form: Form, place: int) -> Array:
    """The share of the other items' marks."""
    others = max(1, len(form.items) - 1)
    return np.asarray((form.scores - form.marks[:, place]) / others)


def _within(marks: Sequence[Array], rests: Sequence[Array]) -> float | None:
    """The correlation within forms: forms differ in difficulty, and that says nothing of the item."""
    one, other = (np.concatenate([part - part.mean() for part in parts]) for parts in (marks, rests))
    spread = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum() / spread) if spread > 1e-12 else None


def _taken(given: Sequence[str], marks: Array, rest: Array) -> Iterator[Taken]:
    """Responses, the most frequent first; those of kinds with many answers are no more than the ten that came most."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, response in enumerate(given):
        places[response].append(place)
    for response, own in sorted(places.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:10]:
        yield Taken(response, len(own), float(marks[own].mean()), float(rest[own].mean()))


def _advice(difficulty: float | None, discrimination: float | None, taken: Sequence[Taken]) -> Iterator[str]:
    """After Prometric's guideline: in the words of somebody who has to decide what to do."""
    if difficulty is None:
        return
    if difficulty >= 0.96:
        yield _("Nearly everybody earns it: it tells nobody apart. Replace it.")
    elif difficulty >= 0.90:
        yield _("It is very easy. Look whether its wrong options can be taken for right by anybody.")
    elif difficulty <= 0.19:
        yield _("Hardly anybody earns it. Look whether the course teaches it, and whether the key is right; else replace it.")
    elif difficulty < 0.30:
        yield _("It is hard. Look whether its words are harder than what it asks.")
    if discrimination is not None and discrimination <= 0:
        yield _("Candidates who know more earn it less. Suspect the key, or an option that can be argued for, before anything else.")
    elif discrimination is not None and discrimination < 0.20:
        yield _("It tells candidates apart only weakly. Look for an ambiguous stem or a second defensible option.")
    best = max((one.rest for one in taken if one.mark == 1 and one.times >= 5), default=None)
    for one in taken:
        if best is not None and one.response and one.mark < 1 and one.times >= 5 and one.rest > best:
            yield _(
                "Those who answered {response} did better on the rest than those who are marked right. Look at the key.",
                response=one.response,
            )
