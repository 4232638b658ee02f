"""Where our offer is behind: steps between two marks, and the widest of them.

The marks are steps of an ordered scale, 0 to 4. A difference sorts rows; it measures nothing, and differences are not added up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MOST = 3


def gaps(theirs: Sequence[int | None], ours: Sequence[int | None]) -> NDArray[np.float64]:
    """Steps by which theirs is ahead of ours, row by row: −4 to 4, NaN where a side is not known.

    Raises ValueError for sides of unequal length.
    """
    if len(theirs) != len(ours):
        raise ValueError(f"{len(theirs)} rows on their side and {len(ours)} on ours")
    known: NDArray[np.float64] = np.array([theirs, ours], dtype=float)
    steps: NDArray[np.float64] = known[0] - known[1]
    return steps


def widest(steps: NDArray[np.float64], most: int = MOST) -> list[int]:
    """The places of at most `most` rows on which ours is behind, the widest gap first; equal gaps in the order of rows."""
    order = np.argsort(-steps, kind="stable")
    return [int(place) for place in order if steps[place] > 0][:most]
