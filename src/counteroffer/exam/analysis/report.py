"""The report on a sitting: a page to read, tables for a spreadsheet, and a notebook to go on from."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from counteroffer.exam.analysis.angoff import ADVISED, AT_CUT, PROVISIONAL, Cut, Ratings, cut_score, pass_rates
from counteroffer.exam.analysis.answers import Answer, Form, forms
from counteroffer.exam.analysis.consistency import Consistency, consistency
from counteroffer.exam.analysis.items import ItemFigures, item_figures
from counteroffer.exam.analysis.notebook import notebook
from counteroffer.exam.analysis.pairs import Pair, identical_pairs
from counteroffer.exam.analysis.reliability import Reliability, reliability
from counteroffer.language import ENGLISH

PAGE, FORMS, ITEMS, TAKEN, SCORES, NOTEBOOK = "report.html", "forms.csv", "items.csv", "responses.csv", "scores.csv", "report.ipynb"
# for staff, whose pages are in English
_ = ENGLISH.gettext
NOT_COMPUTED = _("not computed")
_BANDS = 10


@dataclass(frozen=True)
class FormFigures:
    """What is said of one form; `reliability`, `consistency` and `pairs` are None where they are not computed."""

    form: Form
    cut: Cut
    rates: tuple[tuple[str, float, float], ...]
    reliability: Reliability | None
    consistency: Consistency | None
    pairs: list[Pair] | None

    @cached_property
    def bands(self) -> list[tuple[str, int]]:
        """How many scored in each tenth of what can be had."""
        places = Counter(min(_BANDS - 1, int(share * _BANDS)) for share in self.form.scores / len(self.form.items) + 1e-9)
        return [(_("{low} to {high} %", low=10 * band, high=10 * band + 10), places[band]) for band in range(_BANDS)]

    @property
    def share(self) -> float:
        """The cut score as a share of the marks."""
        return self.cut.score / len(self.form.items)

    @property
    def advice(self) -> Iterator[str]:
        """In plain words, what follows."""
        if self.reliability is None:
            yield _("Too few takers, or too little spread, to say how far scores can be relied on: the report shows counts alone.")
        elif self.reliability.alpha < 0.80:
            yield _(
                "Scores are not reliable enough to rank or to decide alone (alpha below .80): use more items, or mend those named below."
            )
        if self.consistency and self.consistency.consistency < 0.80:
            yield _(
                "A second form would decide otherwise for more than one in five: look again at all who are within one standard error of the cut score."
            )
        if not self.cut.set:
            yield _("No standard has been set: {share} is provisional. Have judges rate the items.", share=f"{self.share:.0%}")
        elif self.cut.judges < ADVISED:
            yield _("{judges} judges set the standard; about {wanted} are wanted.", judges=self.cut.judges, wanted=ADVISED)


@dataclass(frozen=True)
class Analysis:
    """Everything that the report says."""

    forms: list[FormFigures]
    items: list[ItemFigures]
    candidates: int

    @property
    def pairs(self) -> list[Pair]:
        """Pairs to look at, over all forms."""
        return [pair for form in self.forms for pair in form.pairs or ()]


def analyse(answers: Sequence[Answer], ratings: Ratings | None = None, provisional: float = PROVISIONAL) -> Analysis:
    """Figures of a sitting; without ratings the share `provisional` of the marks passes. Raises ValueError where the ratings do not cover a form."""
    sat = forms(answers)
    return Analysis(
        [_form(form, cut_score(form, ratings, provisional)) for form in sat],
        item_figures(answers, sat),
        sum(len(form.candidates) for form in sat),
    )


def _form(form: Form, cut: Cut) -> FormFigures:
    reliable = reliability(form.marks)
    decided = consistency(form.scores, reliable.alpha, len(form.items), cut.score) if reliable else None
    return FormFigures(form, cut, tuple(pass_rates(form.scores, cut)), reliable, decided, identical_pairs(form))


def write(found: Analysis, folder: Path) -> list[Path]:
    """Write all files into `folder`, and name them. Raises OSError."""
    files = {
        PAGE: _page(found),
        FORMS: _table(_forms(found)),
        ITEMS: _table(_items(found)),
        TAKEN: _table(_taken(found)),
        SCORES: _table(_scores(found)),
        NOTEBOOK: notebook(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def lines(found: Analysis) -> Iterator[str]:
    """What is printed: a line for each form."""
    for one in found.forms:
        passed = next(share for words, _, share in one.rates if words == AT_CUT)
        alpha = f"alpha {one.reliability.alpha:.2f}" if one.reliability else f"alpha {NOT_COMPUTED}"
        yield f"Form {one.form.name}: {len(one.form.candidates)} candidates, {passed:.0%} pass at {one.cut.score:.2f} of {len(one.form.items)} marks, {alpha}."
        if not one.cut.set:
            yield f"No standard has been set: the cut score of {one.share:.0%} is provisional."
    yield f"{sum(bool(one.advice) for one in found.items)} items to look at; {len(found.pairs)} pairs of candidates to look at."


def number(value: float | None, form: str = ".2f") -> str:
    """A figure, or that it was not computed."""
    return NOT_COMPUTED if value is None else format(value, form)


def _page(found: Analysis) -> str:
    from counteroffer.language.templates import speaking

    templates = speaking(ENGLISH, [Path(__file__).parent], trim_blocks=True, lstrip_blocks=True)
    look = [one for one in found.items if one.advice]
    return templates.get_template("report.html").render(found=found, look=look, number=number, mean=np.mean, deviation=np.std) + "\n"


def _forms(found: Analysis) -> Iterator[Sequence[object]]:
    yield "form", "candidates", "items", "mean", "sd", "cut", "judges", "cut error", "agreement", "pass rate", "alpha", "low", "high", "sem", "consistency", "kappa", "accuracy"  # fmt: skip
    for one in found.forms:
        scores, relied, decided = one.form.scores, one.reliability, one.consistency
        figures: list[float | None] = [*(astuple(relied) if relied else [None] * 4)]
        figures += [decided.consistency, decided.kappa, decided.accuracy] if decided else [None] * 3
        yield (
            one.form.name,
            len(one.form.candidates),
            len(one.form.items),
            number(float(scores.mean()), ".4f"),
            number(float(scores.std(ddof=1)) if len(scores) > 1 else None, ".4f"),
            f"{one.cut.score:.4f}",
            one.cut.judges,
            *(
                number(value, ".4f")
                for value in (one.cut.error, one.cut.agreement, float(np.mean(scores >= one.cut.score - 1e-9)), *figures)
            ),
        )


def _items(found: Analysis) -> Iterator[Sequence[object]]:
    yield "item", "forms", "responses", "left", "exposure", "difficulty", "discrimination", "seconds", "advice"
    for one in found.items:
        figures = (number(value, ".4f") for value in (one.exposure, one.difficulty, one.discrimination, one.seconds))
        yield one.item, " ".join(one.forms), one.responses, one.left, *figures, " ".join(one.advice)


def _taken(found: Analysis) -> Iterator[Sequence[object]]:
    yield "item", "response", "times", "mark", "share of the rest"
    for one in found.items:
        for taken in one.taken:
            yield one.item, taken.response, taken.times, f"{taken.mark:.4f}", f"{taken.rest:.4f}"


def _scores(found: Analysis) -> Iterator[Sequence[object]]:
    yield "candidate", "form", "score", "items", "passed"
    for one in found.forms:
        for candidate, score in zip(one.form.candidates, one.form.scores, strict=True):
            yield candidate, one.form.name, f"{score:.4f}", len(one.form.items), "yes" if score >= one.cut.score - 1e-9 else "no"


def _table(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    # a spreadsheet takes a cell that begins with one of these for a formula; a number may
    csv.writer(out, lineterminator="\n").writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def _plain(cell: object) -> object:
    text = str(cell)
    try:
        float(text)
    except ValueError:
        return f"'{text}" if text[:1] in set("=+-@") else cell
    return cell
