"""How much time a candidate has left: the server's clock, less pauses for all and the candidate's own breaks.

All arguments are seconds since 1970 or spans in seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counteroffer.server.models import Candidate, Sitting

Span = Sequence[float | None]
# What was answered before the time was over may still be on its way.
GRACE = 30


@dataclass(frozen=True)
class Left:
    """`seconds` left to answer (never below 0), `rest` left for breaks; whether the clock stands still, and since when it does."""

    seconds: float
    rest: float
    paused: bool
    resting: bool
    since: float | None

    @property
    def still(self) -> bool:
        """Whether the clock stands still: then nothing is shown or answered."""
        return self.paused or self.resting


def left(sitting: Sitting, candidate: Candidate, now: float) -> Left:
    """Where a candidate stands at `now`. A break longer than what is left for breaks runs on the candidate's own time."""
    spent = sum(_length(one, now) for one in candidate.breaks)
    rest = max(0.0, candidate.rest - spent)
    paused = _lasting(sitting.pauses)
    resting = _lasting(candidate.breaks) if rest else None
    allowed = sitting.blueprint["minutes"] * 60 + candidate.allowance + candidate.extension + sitting.extension
    if candidate.started is None:
        return Left(allowed, rest, paused is not None, resting=False, since=paused)
    still = _union([*sitting.pauses, *_within(candidate.breaks, candidate.rest, now)], candidate.started, now)
    seconds = max(0.0, allowed - (now - candidate.started - still))
    since = min((one for one in (paused, resting) if one is not None), default=None)
    return Left(seconds, rest, paused is not None, resting is not None, since)


def worked(sitting: Sitting, candidate: Candidate, start: float, end: float) -> float:
    """How long the candidate's clock ran between two moments."""
    still = _union([*sitting.pauses, *_within(candidate.breaks, candidate.rest, end)], start, end)
    return max(0.0, end - start - still)


def over(sitting: Sitting, candidate: Candidate, now: float) -> bool:
    """Whether nothing more is taken: the time and the grace are over."""
    return not left(sitting, candidate, now - GRACE).seconds if candidate.started is not None else False


def _lasting(spans: Iterable[Span]) -> float | None:
    return next((begin for begin, end in spans if end is None), None)


def _length(span: Span, now: float) -> float:
    begin, end = span
    return max(0.0, (now if end is None else end) - (begin or 0.0))


def _within(spans: Iterable[Span], allowance: float, now: float) -> list[Span]:
    """The spans cut off where together they reach the allowance."""
    found: list[Span] = []
    for span in spans:
        begin, length = span[0] or 0.0, min(_length(span, now), allowance)
        found.append((begin, begin + length))
        allowance -= length
    return found


def _union(spans: Iterable[Span], start: float, now: float) -> float:
    """How long at least one of the spans lasted between `start` and `now`."""
    total, reached = 0.0, start
    for begin, end in sorted(((one[0] or 0.0), now if one[1] is None else one[1]) for one in spans):
        total += max(0.0, min(end, now) - max(begin, reached))
        reached = max(reached, min(end, now))
    return total
