"""Time left: the server's clock, less pauses and breaks, however they overlap."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server import conftest  # noqa: F401 (sets Django up)

BEGUN = 1000.0
HOUR = 3600


def left(now: float, *, sitting: dict[str, Any] | None = None, **candidate: Any) -> Any:
    from counteroffer.server.models import Candidate, Sitting
    from counteroffer.server.timing import left as of

    told = Sitting(blueprint={"minutes": 60}, **(sitting or {}))
    return of(told, Candidate(**({"started": BEGUN, "form": 0, "number": 1} | candidate)), now)


def test_the_clock_runs_from_the_beginning_and_stops_at_nothing() -> None:
    assert left(BEGUN, started=None).seconds == HOUR
    assert left(BEGUN + 10).seconds == HOUR - 10
    assert left(BEGUN + 2 * HOUR).seconds == 0


def test_extra_time_and_extensions_add_up() -> None:
    assert left(BEGUN, allowance=60, extension=30, sitting={"extension": 10}).seconds == HOUR + 100


PAUSES: list[tuple[list[list[float | None]], list[list[float | None]], float, float]] = [
    ([[1010, 1030]], [], 0, 20),
    ([[900, 1010]], [], 0, 10),
    ([[1090, None]], [], 0, 10),
    ([], [[1010, 1030]], 60, 20),
    ([], [[1010, 1030]], 5, 5),
    ([], [[1010, 1030], [1050, 1060]], 25, 25),
    ([[1020, 1040]], [[1010, 1030]], 60, 30),
    ([[1010, 1040]], [[1020, 1030]], 60, 30),
    ([], [[1095, None]], 60, 5),
]


@pytest.mark.parametrize(("pauses", "breaks", "rest", "still"), PAUSES)
def test_the_clock_stands_still(pauses: list[Any], breaks: list[Any], rest: float, still: float) -> None:
    assert left(1100, sitting={"pauses": pauses}, breaks=breaks, rest=rest).seconds == HOUR - 100 + still


def test_a_break_ends_by_itself_when_its_time_is_over() -> None:
    assert left(1004, breaks=[[1000.0, None]], rest=5).resting
    assert not left(1006, breaks=[[1000.0, None]], rest=5).still
    assert left(1006, breaks=[[1000.0, None]], rest=5).rest == 0


def test_a_pause_says_since_when() -> None:
    found = left(1100, sitting={"pauses": [[1010, 1020], [1050, None]]})
    assert (found.paused, found.still, found.since) == (True, True, 1050)
