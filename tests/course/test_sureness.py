"""How sure a citation is: the least sure fact decides."""

from __future__ import annotations

import pytest

from counteroffer.course.sources import Fact
from counteroffer.course.sureness import abstract_only, sureness


def fact(name: str, confidence: str, source: str, *, abstract: bool = False) -> Fact:
    return Fact.model_validate(
        {"id": name, "claim": "c", "source": source, "locator": "p. 1", "confidence": confidence, "theme": "t", "abstract_only": abstract}
    )


FACTS = {
    one.id: one
    for one in (
        fact("a", "corroborated", "x"),
        fact("b", "corroborated", "y"),
        fact("c", "stated", "x", abstract=True),
        fact("d", "stated", "y"),
        fact("e", "contested", "x"),
    )
}


@pytest.mark.parametrize(
    ("cites", "sure"),
    [
        (["a"], "agree"),
        (["a", "b"], "agree"),
        (["a", "c"], "one"),
        (["c"], "one"),
        (["c", "d"], "each"),
        (["a", "e"], "disputed"),
        (["a", "ours"], "ours"),
        (["ours"], "ours"),
        (["some2020"], "one"),
        (["c", "some2020"], "each"),
        (["a", "some2020"], "each"),
    ],
)
def test_the_least_sure_fact_decides(cites: list[str], sure: str) -> None:
    assert sureness(FACTS, cites) == sure


def test_abstract_only_is_said_when_nothing_more_was_read() -> None:
    assert abstract_only(FACTS, ["c"])
    assert not abstract_only(FACTS, ["c", "d"])
    assert not abstract_only(FACTS, ["ours"])
