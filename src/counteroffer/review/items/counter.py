"""The word counter: a reader who knows no subject, counts the words of options, and learns from other files which of them keys use.

For single, multiple and judgement items it sees each option's words, pairs of neighbouring words and punctuation; for matching
items, how alike a left and a right side are in words, letters and length. It reads neither stem nor vignette nor unit, and
answers items of files that it has not learned from (grouped cross-validation by file). It is marked as learners are; chance
is the exact mark of an answer at random. Nothing here is left to chance: the same bank gives the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from counteroffer.course.items import Item, Response
from counteroffer.course.kinds.judgement.model import JudgementItem
from counteroffer.course.kinds.matching.model import MatchingItem
from counteroffer.course.kinds.multiple.model import MultipleItem
from counteroffer.course.kinds.single.model import SingleItem
from counteroffer.course.marking import expected_random, mark
from counteroffer.review.items.choices import ChoiceItem
from counteroffer.review.items.flaw import BANK, FEWEST, Placed, bank
from counteroffer.review.items.lexis import content
from counteroffer.review.items.resample import interval
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

# What a reader of options' words may score above chance (the limit of practice and certification banks alike).
LIMIT = 0.08
# A word, with what joins it, or a mark of punctuation.
TOKEN = r"(?u)\w+(?:['’-]\w+)*|[^\w\s]"  # noqa: S105 (a pattern of text)
_FOLDS = 10

Learned = Callable[[Item], Response]


@dataclass(frozen=True)
class Count:
    """What the counter scores on the items of one kind: its mark and chance's, from 0 to 1, and a 95 % interval of the difference.

    `solved` are the ids of the items on which it earns the whole mark.
    """

    kind: str
    items: int
    mark: float
    chance: float
    low: float
    high: float
    solved: tuple[str, ...]

    @property
    def ahead(self) -> float:
        """How much better than chance it does."""
        return self.mark - self.chance


def counts(placed: Sequence[Placed]) -> list[Count]:
    """The counter's figures for every kind that it can answer and that stands in two files at least."""
    return [found for kind, learn in _LEARNERS.items() if (found := _count(kind, learn, placed))]


def _count(kind: str, learn: Callable[[Sequence[Any]], Learned], placed: Sequence[Placed]) -> Count | None:
    from sklearn.model_selection import GroupKFold

    asked = [one for one in placed if one.item.kind == kind]
    files = [one.check.check for one in asked]
    if len(set(files)) < 2:
        return None
    marks = np.zeros(len(asked))
    for seen, unseen in GroupKFold(n_splits=min(_FOLDS, len(set(files)))).split(asked, groups=files):
        answer = learn([asked[i].item for i in seen])
        for i in unseen:
            marks[i] = mark(asked[i].item, answer(asked[i].item))
    chance = np.array([float(expected_random(one.item)) for one in asked])
    low, high = interval(marks - chance, files)
    solved = tuple(one.item.id for one, earned in zip(asked, marks, strict=True) if earned == 1)
    return Count(kind, len(asked), float(marks.mean()), float(chance.mean()), low, high, solved)


def telling_words(placed: Sequence[Placed], number: int = 12) -> tuple[list[str], list[str]]:
    """The words and pairs of words by which the counter knows a key, and a distractor, the weightiest first (single and multiple)."""
    options = [option for one in placed if isinstance(one.item, ChoiceItem) for option in one.item.options]
    if len({one.key for one in options}) < 2:
        return [], []
    counter, model = _words([one.text for one in options], [one.key for one in options])
    weights, names = model.estimators_[0].coef_[0], counter.get_feature_names_out()
    order = [str(names[i]) for i in np.argsort(weights, kind="stable")]
    return order[::-1][:number], order[:number]


def _words(texts: Sequence[str], told: Sequence[Any]) -> tuple[Any, Any]:
    """A counter of words and a model, fitted to texts and to what is told of each."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    counter = CountVectorizer(token_pattern=TOKEN, ngram_range=(1, 2), binary=True)
    model = OneVsRestClassifier(LogisticRegression(class_weight="balanced", solver="liblinear", random_state=0))
    model.fit(counter.fit_transform(texts), told)
    return counter, model


def _choose(items: Sequence[ChoiceItem]) -> Learned:
    options = [option for item in items for option in item.options]
    counter, model = _words([one.text for one in options], [one.key for one in options])

    def answer(item: Item) -> Response:
        ids = item.part_ids()
        worth = model.decision_function(counter.transform([one.text for one in item.options]))  # type: ignore[attr-defined]
        best = ids[int(np.argmax(worth))]
        if isinstance(item, SingleItem):
            return best
        return [id_ for id_, one in zip(ids, worth, strict=True) if one > 0] or [best]

    return answer


def _rate(items: Sequence[JudgementItem]) -> Learned:
    options = [option for item in items for option in item.options]
    counter, model = _words([one.text for one in options], [one.defensibility for one in options])

    def answer(item: Item) -> Response:
        rated = model.predict(counter.transform([one.text for one in item.options]))  # type: ignore[attr-defined]
        return dict(zip(item.part_ids(), map(int, rated), strict=True))

    return answer


def _match(items: Sequence[MatchingItem]) -> Learned:
    from scipy.optimize import linear_sum_assignment
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    pairs = [(left.left, text, left.right_id == id_) for item in items for left in item.pairs for id_, text in item.choices().items()]
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    model.fit([_alike(left, right) for left, right, _ in pairs], [belongs for *_, belongs in pairs])

    def answer(item: Item) -> Response:
        assert isinstance(item, MatchingItem)  # noqa: S101 (for the type checker)
        rights = item.choices()
        told = [_alike(pair.left, text) for pair in item.pairs for text in rights.values()]
        worth = model.decision_function(told).reshape(len(item.pairs), len(rights))
        rows, columns = linear_sum_assignment(worth, maximize=True)
        names = list(rights)
        return {item.pairs[row].id: names[column] for row, column in zip(rows, columns, strict=True)}

    return answer


def _alike(left: str, right: str) -> list[float]:
    """Shared words, shared threes of letters, difference in length, and whether both end in the same mark."""
    mine, other = _threes(left), _threes(right)
    shared = len(content(left) & content(right))
    ends = left.rstrip()[-1:].isalnum() == right.rstrip()[-1:].isalnum()
    return [shared, len(mine & other) / max(1, len(mine | other)), abs(len(left) - len(right)), ends]


def _threes(text: str) -> set[str]:
    return {text[i : i + 3].lower() for i in range(len(text) - 2)}


_LEARNERS: dict[str, Callable[[Sequence[Any]], Learned]] = {
    kind: learn
    for model, learn in ((SingleItem, _choose), (MultipleItem, _choose), (JudgementItem, _rate), (MatchingItem, _match))
    for kind in (model.__name__.removesuffix("Item").lower(),)
}


def _counted(manuscript: Manuscript) -> Iterable[Finding]:
    for one in counts(list(bank(manuscript.course.checks.values()))):
        if one.items >= FEWEST and one.ahead > LIMIT:
            message = (
                f"Who only counts words scores {one.mark:.0%} on {one.items} {one.kind} items, and chance {one.chance:.0%} "
                f"(ahead by {100 * one.low:.0f} to {100 * one.high:.0f} points; at most {100 * LIMIT:.0f})."
            )
            yield Finding(BANK, 1, 1, message, "`counteroffer review items` names the words, and the items that they give away.")


RULES = [
    # told and not demanded until ratings, too, keep the limit
    Rule("R764", "word-counter", "error", "Who counts words and knows no subject must score no better than chance.", _counted),
]
