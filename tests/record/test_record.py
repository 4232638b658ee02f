"""An exported record is read, and any other file refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest

from counteroffer.record import RecordError, progress, read_export


def statement(verb: str, activity: str, **result: object) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "actor": {"objectType": "Agent", "account": {"homePage": "urn:counteroffer:device", "name": "x"}},
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}", "display": {"en": verb}},
        "object": {"objectType": "Activity", "id": f"urn:counteroffer:{activity}"},
        "result": result,
        "timestamp": "2026-11-22T10:00:00.000Z",
    }


def write(path: Path, *statements: dict[str, object], **changes: object) -> Path:
    path.write_text(json.dumps({"format": "counteroffer-record", "version": 1, "statements": statements} | changes), encoding="utf-8")
    return path


def test_progress_follows_from_statements(tmp_path: Path) -> None:
    file = write(
        tmp_path / "record.json",
        statement("experienced", "unit:two-offers"),
        statement("answered", "check:two-offers:item:one", score={"scaled": 0}, response="a"),
        statement("answered", "check:two-offers:item:one", score={"scaled": 1}, response="b"),
        statement("completed", "case:the-camp-empties", response="the-gap"),
        statement("completed", "case:the-camp-empties", response="the-gap"),
        statement("answered", "exam:practice:item:one", score={"scaled": 0}, response="a"),
        statement("completed", "exam:practice", score={"scaled": 0.8}, success=True, duration="PT900S"),
        statement("commented", "unit:two-offers", response="Ask first."),
        statement("commented", "unit:carrots", response="Gone."),
        statement("commented", "unit:carrots", response=""),
    )
    found = progress(read_export(file))
    assert found.units == ["two-offers"]
    assert found.checks == {"two-offers": {"one": 1.0}}
    assert found.exams == [0.8]
    assert found.notes == {"two-offers": "Ask first."}
    assert found.endings == {"the-camp-empties": ["the-gap"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON"),
        ('{"format": "other", "version": 1, "statements": []}', "format"),
        ('{"format": "counteroffer-record", "version": 2, "statements": []}', "version"),
        ('{"format": "counteroffer-record", "version": 1, "statements": [{}]}', "statements.0.id"),
    ],
)
def test_another_file_is_refused_with_a_reason(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "other.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match=said):
        read_export(tmp_path / "other.json")


def test_a_score_above_one_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "record.json", statement("answered", "check:two-offers:item:one", score={"scaled": 2}))
    with pytest.raises(RecordError, match="scaled"):
        read_export(file)
