"""Counting in whole people what a model gives in fractions."""

from __future__ import annotations

from collections.abc import Sequence


def whole(parts: Sequence[float]) -> list[int]:
    """`parts` (people, not below 0) as whole numbers with the same sum, itself rounded: the largest remainders are rounded up."""
    total = round(sum(parts))
    rounded = [int(part) for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda index: rounded[index] - parts[index])
    for index in by_remainder[: total - sum(rounded)]:
        rounded[index] += 1
    return rounded
