"""A cut score by modified Angoff: the sum over a form's items of the marks that judges expect of a barely competent candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.exam.analysis.answers import Array, Form
from counteroffer.exam.analysis.csv_tables import rows, share
from counteroffer.language import ENGLISH

COLUMNS = ("judge", "item", "rating")
ADVISED = 15
"""So many judges are wanted for a standard that holds."""
PROVISIONAL = 0.75
_ = ENGLISH.gettext
AT_CUT = _("at the cut score")


@dataclass(frozen=True)
class Ratings:
    """An array of items × judges: expected marks from 0 to 1, as the course marks (above the floor of thoughtless answers)."""

    judges: tuple[str, ...]
    items: tuple[str, ...]
    marks: Array


@dataclass(frozen=True)
class Cut:
    """The cut score of a form, in marks. Without ratings it is provisional, and has neither error nor agreement.

    `error` is the standard error over judges. `agreement` is the intraclass correlation ICC(2,1) of single judges, `agreement_of_all`
    ICC(2,k) of their mean (Shrout and Fleiss 1979); both None where they cannot be computed.
    """

    form: str
    score: float
    judges: int = 0
    error: float | None = None
    agreement: float | None = None
    agreement_of_all: float | None = None

    @property
    def set(self) -> bool:
        """Whether judges set it."""
        return self.judges > 0


def read_ratings(path: Path) -> Ratings:
    """Every judge's rating of every item, of the last round. Raises CourseError with all faults."""
    faults = Faults(path.parent)
    found: dict[tuple[str, str], float] = {}
    for line, row in rows(path, COLUMNS, faults):
        _read_rating(path, line, row, found, faults)
    judges, items = (tuple(sorted({key[place] for key in found})) for place in (1, 0))
    for judge in judges:
        if missing := [item for item in items if (item, judge) not in found]:
            faults.add(path, 1, "rating-missing", f"{judge} has not rated {', '.join(missing)}.", "Ask for it, or leave the judge out.")
    if not found and not len(faults):
        faults.add(path, 1, "ratings-none", "There are no ratings here.", "Give a row for each judge and item.")
    if len(faults):
        raise CourseError(faults)
    return Ratings(judges, items, np.array([[found[item, judge] for judge in judges] for item in items]))


def _read_rating(path: Path, line: int, row: dict[str, str], found: dict[tuple[str, str], float], faults: Faults) -> None:
    rating, key = share(row["rating"]), (row["item"], row["judge"])
    if rating is None:
        faults.add(path, line, "rating", f"The rating is {row['rating']!r}.", "Give the expected mark, from 0 to 1.")
    elif not all(key):
        faults.add(path, line, "rating-empty", "Judge or item is empty.", "Fill both.")
    elif key in found:
        faults.add(path, line, "rating-twice", f"{key[1]} has rated {key[0]} already.", "Give the ratings of the last round alone.")
    else:
        found[key] = rating


def cut_score(form: Form, ratings: Ratings | None, provisional: float = PROVISIONAL) -> Cut:
    """Of one form; without ratings that share of its marks. Raises ValueError with the items that nobody rated."""
    if ratings is None:
        return Cut(form.name, provisional * len(form.items))
    if missing := sorted(set(form.items) - set(ratings.items)):
        raise ValueError(f"Nobody has rated {', '.join(missing)} of form {form.name}. A cut score wants ratings of each of its items.")
    own = ratings.marks[[ratings.items.index(item) for item in form.items]]
    sums, judges = own.sum(axis=0), len(ratings.judges)
    error = float(sums.std(ddof=1) / np.sqrt(judges)) if judges > 1 else None
    single, mean = agreement(own) if judges > 1 and len(form.items) > 1 else (None, None)
    return Cut(form.name, float(sums.mean()), judges, error, single, mean)


def agreement(ratings: Array) -> tuple[float | None, float | None]:
    """ICC(2,1) and ICC(2,k) of an array of items × judges; None where nothing differs."""
    items, judges = ratings.shape
    whole = ratings.mean()
    between = judges * ((ratings.mean(axis=1) - whole) ** 2).sum() / (items - 1)
    among = items * ((ratings.mean(axis=0) - whole) ** 2).sum() / (judges - 1)
    rest = ratings - ratings.mean(axis=1, keepdims=True) - ratings.mean(axis=0, keepdims=True) + whole
    error = (rest**2).sum() / ((items - 1) * (judges - 1))
    single = between + (judges - 1) * error + judges * (among - error) / items
    mean = between + (among - error) / items
    if min(single, mean) <= 1e-12:
        return None, None
    return float((between - error) / single), float((between - error) / mean)


def pass_rates(scores: Sequence[float] | Array, cut: Cut) -> Iterator[tuple[str, float, float]]:
    """Words, cut score, and the share that passes: at the cut score, and two standard errors to either side."""
    steps = [(0, AT_CUT)]
    if cut.error is not None:
        steps = [(-2, _("two standard errors below")), (-1, _("one below")), *steps, (1, _("one above")), (2, _("two above"))]
    for step, words in steps:
        at = cut.score + step * (cut.error or 0)
        yield words, at, float(np.mean(np.asarray(scores) >= at - 1e-9))
