"""Figures of the cues of a bank, as they are printed: the word counter, what leans, and what answers without thought earn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from counteroffer.course.items import Check
from counteroffer.course.marking import expected_of
from counteroffer.review.items.counter import LIMIT, Count, counts, telling_words
from counteroffer.review.items.flaw import bank
from counteroffer.review.items.parallel import leaning, told, traits
from counteroffer.review.items.shapes import eliminable, key_counts, permuted, thoughtless


def lines(checks: Sequence[Check]) -> Iterator[str]:
    """All figures of cues, a line each."""
    placed = list(bank(checks))
    items = [one.item for one in placed]
    yield ""
    yield f"who only counts words …    items   scores   chance   ahead, 95 % interval (at most {100 * LIMIT:+.0f} points)"
    found = counts(placed)
    for one in found:
        yield f"  {one.kind:22} {one.items:7} {one.mark:8.1%} {one.chance:8.1%} {one.ahead:+8.1%}  {one.low:+.1%} to {one.high:+.1%}"
    for one in found:
        yield from _solved(one)
    keys, others = telling_words(placed)
    yield f"  words that tell a key         {', '.join(keys)}"
    yield f"  words that tell a distractor  {', '.join(others)}"
    yield ""
    yield "what leans to keys or to distractors"
    yield f"  words (keys:others)  {', '.join(map(str, leaning(placed))) or 'none beyond chance'}"
    yield from (f"  {told(one)}{'  ← leans' if one.leans else ''}" for one in traits(placed))
    yield f"  keys of multiple items  {', '.join(f'{keys}: {number}' for keys, number in sorted(key_counts(items).items()))}"
    yield f"  judgement items that use each rating once  {len(permuted(items))} of {sum(one.kind == 'judgement' for one in items)}"
    yield f"  matching items with no right side to spare  {len(eliminable(items))} of {sum(one.kind == 'matching' for one in items)}"
    yield ""
    yield "what no thought earns      items   constant (at most 0)   at random"
    constant = thoughtless(items)
    for kind, group in groupby(sorted(items, key=lambda item: item.kind), key=lambda item: item.kind):
        same = list(group)
        best = f"{float(constant[kind]):.1%}" if kind in constant else "right or not"
        yield f"  {kind:22} {len(same):7} {best:>15} {float(expected_of(same)):15.1%}"
    yield f"  {'all':22} {len(items):7} {'':15} {float(expected_of(items)):15.1%}"


def _solved(one: Count) -> Iterator[str]:
    if one.ahead > LIMIT:
        said = f"the {len(one.solved)} {one.kind} items that its words give away: {', '.join(one.solved)}"
        yield from (f"  {line}" for line in wrap(said, 130, break_long_words=False, break_on_hyphens=False))
