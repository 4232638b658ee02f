"""An exported record is read, and any other file refused with a reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from pydantic import ValidationError

from counteroffer.record import Progress, RecordError, progress, read_export
from counteroffer.record.statement import MOST, Statement


def statement(verb: str, activity: str, **result: object) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "actor": {"objectType": "Agent", "account": {"homePage": "urn:counteroffer:device", "name": "x"}},
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}", "display": {"en": verb}},
        "object": {"objectType": "Activity", "id": f"urn:counteroffer:{activity}"},
        "result": result,
        "timestamp": "2026-11-22T10:00:00.000Z",
    }


def write(path: Path, *statements: object, **changes: object) -> Path:
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
    found = progress(read_export(file).statements)
    assert found.units == ["two-offers"]
    assert found.checks == {"two-offers": {"one": 1}}
    assert found.exams == [Fraction(4, 5)]
    assert found.notes == {"two-offers": "Ask first."}
    assert found.endings == {"the-camp-empties": ["the-gap"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON"),
        ('{"format": "other", "version": 1, "statements": []}', "not a record of this course"),
        ("[]", "not a record of this course"),
        ('{"format": "counteroffer-record", "version": 1, "statements": {}}', "not a record of this course"),
        ('{"format": "counteroffer-record", "version": 0, "statements": []}', "`version` 0 is not known here"),
        ('{"format": "counteroffer-record", "version": 3, "statements": []}', "version"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"version": {"1" * 5000}}}', "a number that is too long"),
    ],
)
def test_another_file_is_refused_with_a_reason(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "other.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match=said):
        read_export(tmp_path / "other.json")


def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read: No such file"):
        read_export(tmp_path / "gone.json")
    (tmp_path / "picture.json").write_bytes(b"\x89PNG\xff")
    with pytest.raises(RecordError, match="is not text in UTF-8"):
        read_export(tmp_path / "picture.json")
    (tmp_path / "torn.json").write_text('{"format": "counteroffer-record",\n"version": ', encoding="utf-8")
    with pytest.raises(RecordError, match=r"torn\.json:2: this is not JSON"):
        read_export(tmp_path / "torn.json")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(10_000_001)
    with pytest.raises(RecordError, match=r"larger than a record can be \(10 MB\)"):
        read_export(large)
    with large.open("r+b") as file:
        file.truncate(10_000_000)
    with pytest.raises(RecordError, match="this is not JSON"):
        read_export(large)


@pytest.mark.parametrize(
    ("score", "said"),
    [
        ({"scaled": 2}, "scaled"),
        ({"scaled": -0.1}, "scaled"),
        ({"scaled": 0.5, "raw": 1}, "raw"),
        ({"scaled": 0.5, "max": 2}, "raw"),
        ({"scaled": 0, "raw": -1, "max": 2}, "raw"),
        ({"scaled": 0, "raw": 0, "max": 0}, "max"),
        ({"scaled": 1, "raw": 3, "max": 2}, "raw"),
        ({"scaled": "much"}, "scaled"),
    ],
)
def test_an_odd_statement_costs_itself_alone_and_is_said(tmp_path: Path, score: dict[str, object], said: str) -> None:
    odd = statement("answered", "check:two-offers:item:one", score=score)
    read = read_export(write(tmp_path / "record.json", odd, statement("experienced", "unit:two-offers")))
    assert [one.object.id for one in read.statements] == ["urn:counteroffer:unit:two-offers"]
    assert len(read.faults) == 1
    assert "statement 1 was left out" in read.faults[0]
    assert said in read.faults[0]


def test_what_is_no_statement_at_all_costs_itself_alone_and_is_said(tmp_path: Path) -> None:
    read = read_export(write(tmp_path / "record.json", statement("experienced", "unit:a"), "read it"))
    assert [one.object.id for one in read.statements] == ["urn:counteroffer:unit:a"]
    assert ["statement 2 was left out: `all of it`: " in fault for fault in read.faults] == [True]
    odd = statement("experienced", "unit:b") | {"actor": None, "timestamp": "yesterday"}
    (fault,) = read_export(write(tmp_path / "record.json", odd)).faults
    assert "statement 1 was left out: `actor`: " in fault, "what is wrong first is named"


@pytest.mark.parametrize("of", [*range(1, 9), 119, 120])
def test_a_mark_of_version_1_is_the_fraction_that_was_divided(of: int) -> None:
    for earned in range(of + 1):
        told = Statement.model_validate(statement("answered", "check:a:item:one", score={"scaled": earned / of}))
        assert told.result.score is not None
        assert told.result.score.mark == Fraction(earned, of)


def test_a_mark_is_exact_where_it_was_kept_so_and_else_of_few_parts() -> None:
    for score, mark in (
        ({"scaled": 0.123, "raw": 123, "max": 1000}, Fraction(123, 1000)),
        ({"scaled": 1 / 121}, Fraction(1, 120)),
    ):
        told = Statement.model_validate(statement("answered", "check:a:item:one", score=score))
        assert told.result.score is not None
        assert told.result.score.mark == mark


def test_a_statement_is_as_it_was_made() -> None:
    told = Statement.model_validate(statement("experienced", "unit:a") | {"authority": "somebody"})
    assert told.model_dump()["authority"] == "somebody", "what others have added is kept"
    with pytest.raises(ValidationError, match="frozen"):
        told.verb = told.verb.model_copy(update={"id": "https://elsewhere.test/liked"})  # type: ignore[misc]


def placed(one: dict[str, object], seq: int, device: str = "x", **extensions: object) -> dict[str, object]:
    place = {"device": device, "seq": seq, "edition": "1"}
    return one | {"context": {"extensions": {"urn:counteroffer:log": place, **extensions}}}


@pytest.mark.parametrize(
    ("extensions", "name"),
    [
        ({"urn:counteroffer:log": {"device": "x", "seq": 2**53 - 1, "edition": "1"}}, "log"),
        ({"urn:counteroffer:log": {"device": "x", "seq": -MOST - 1, "edition": "1"}}, "log"),
        ({"urn:counteroffer:log": {"device": "x", "seq": "3", "edition": "1"}}, "log"),
        ({"urn:counteroffer:log": None}, "log"),
        ({"urn:counteroffer:replaces": 5}, "replaces"),
        ({"urn:counteroffer:replaces": None}, "replaces"),
        ({"urn:counteroffer:replaces": [["a"]]}, "replaces"),
        ({"urn:counteroffer:edition": {}}, "edition"),
    ],
)
def test_r11_an_odd_extension_costs_itself_alone_and_is_said(tmp_path: Path, extensions: dict[str, object], name: str) -> None:
    note = placed(statement("commented", "unit:a", response="Ask first."), 1) | {"context": {"extensions": extensions}}
    later = placed(statement("commented", "unit:b", response="And then?"), 1)
    read = read_export(write(tmp_path / "record.json", note, later, version=2))
    assert progress(read.statements).notes == {"a": "Ask first.", "b": "And then?"}
    assert len(read.faults) == 1
    assert f"statement 1: `urn:counteroffer:{name}` makes no sense and was left out" in read.faults[0]


ODD: list[object] = [None, True, -1, 2**70, 1e300, "", "\ud800", [], [[]], {}, {"a": {}}]


def mutants(value: object) -> Iterator[object]:
    """The value with one of its parts, at any depth, missing or replaced by something odd."""
    yield from ODD
    if isinstance(value, dict):
        for key, part in value.items():
            rest = {name: one for name, one in value.items() if name != key}
            yield rest
            yield from (rest | {key: odd} for odd in mutants(part))
    if isinstance(value, list):
        for place, part in enumerate(value):
            yield from ([*value[:place], odd, *value[place + 1 :]] for odd in mutants(part))


def test_whatever_is_odd_in_a_statement_the_others_are_read(tmp_path: Path) -> None:
    score = {"scaled": 0.5, "raw": 1, "max": 2}
    whole = [
        placed(statement("answered", "check:a:item:one", score=score, response="a"), 1, "x", **{"urn:counteroffer:edition": "e"}),
        placed(statement("commented", "unit:a", response="Here."), 2, "x", **{"urn:counteroffer:replaces": [str(uuid4())]}),
        placed(statement("completed", "exam:practice", score=score), 3) | {"timestamp": "2026-11-22T10:00:00"},
    ]
    other = placed(statement("experienced", "unit:two-offers"), 1)
    odd = [one for made in whole for one in mutants(made)]
    assert len(odd) > 500
    read = read_export(write(tmp_path / "record.json", *odd, other, version=2))
    assert "two-offers" in progress(read.statements).units


def test_order_comes_from_the_log_and_marks_are_exact(tmp_path: Path) -> None:
    third = statement("answered", "check:a:item:one", score={"scaled": 1 / 3, "raw": 1, "max": 3}, response="b")
    late = placed(third, 2) | {"timestamp": "2020-01-01T00:00:00Z"}
    first = placed(statement("answered", "check:a:item:one", score={"scaled": 0, "raw": 0, "max": 1}, response="a"), 1)
    read = read_export(write(tmp_path / "record.json", late, first, version=2))
    assert read.faults == []
    found = progress(read.statements)
    assert found.checks == {"a": {"one": Fraction(1, 3)}}


def test_places_reach_as_far_as_in_the_script_and_no_further(tmp_path: Path) -> None:
    furthest = [
        placed(statement("experienced", f"unit:{seq}"), seq) for seq in (1_000_000_000, -1_000_000_000, 1_000_000_001, -1_000_000_001)
    ]
    read = read_export(write(tmp_path / "record.json", *furthest, version=2))
    assert [one.context.place.seq if one.context.place else None for one in read.statements] == [-1_000_000_000, None, None, 1_000_000_000]
    assert len(read.faults) == 2


def test_history_comes_first_and_what_two_devices_did_at_once_is_put_in_one_order(tmp_path: Path) -> None:
    placed_ = [
        placed(statement("experienced", f"unit:{name}"), seq, name) for name, seq in (("y", 1), ("x", 1), ("nought", 0), ("before", -1))
    ]
    history = [statement("experienced", f"unit:{name}") for name in ("b", "a")]
    read = read_export(write(tmp_path / "record.json", *placed_, *history, version=2))
    assert progress(read.statements).units == ["before", "b", "a", "nought", "x", "y"]


def test_only_what_a_view_asks_for_counts(tmp_path: Path) -> None:
    """Each verb on each kind of activity, with everything that a result may say: most of it says nothing of how far somebody has come."""
    verbs = ("answered", "commented", "completed", "experienced", "interacted", "initialized")
    kinds = ["audit:a", "case:case-x", "check:b", "exam:x", "explorer:e", "review:r", "unit:unit-x", "zone:z"]
    kinds += [f"{kind}:{kind}-x:item:one" for kind in ("audit", "check", "review")]
    made = [statement(verb, kind, score={"scaled": 0.5}, response="r") for verb in verbs for kind in kinds]
    found = progress(read_export(write(tmp_path / "record.json", statement("experienced", "unit"), *made, *made)).statements)
    assert found == Progress(["unit-x"], {"check-x": {"one": Fraction(1, 2)}}, {"case-x": ["r"]}, [Fraction(1, 2)], {"unit-x": "r"})


def test_a_sitting_counts_once_however_often_it_was_handed_in(tmp_path: Path) -> None:
    def sat(sitting: str | None, scaled: float) -> dict[str, object]:
        one = statement("completed", "exam:practice", score={"scaled": scaled})
        return one | {"context": {"registration": sitting}} if sitting else one

    made = [sat("s", 0.5), sat("s", 0.75), sat("t", 0.25), sat(None, 0), sat(None, 1)]
    found = progress(read_export(write(tmp_path / "record.json", *made)).statements)
    assert found.exams == [Fraction(1, 2), Fraction(1, 4), Fraction(0), Fraction(1)]


def test_an_answer_to_no_item_counts_for_nothing(tmp_path: Path) -> None:
    odd = [statement("answered", f"check:a{more}", score={"scaled": 1}, response="a") for more in ("", ":item", ":act:one", ":notes:one")]
    odd.append(statement("experienced", "unit"))
    assert progress(read_export(write(tmp_path / "record.json", *odd)).statements) == Progress()


def test_of_two_notes_written_apart_neither_is_lost(tmp_path: Path) -> None:
    replaces = "urn:counteroffer:replaces"
    one = placed(statement("commented", "unit:a", response="Here."), 1, "x", **{replaces: []})
    other = placed(statement("commented", "unit:a", response="There."), 1, "y", **{replaces: []})
    again = placed(statement("commented", "unit:a", response="Here again."), 2, "x", **{replaces: [one["id"]]})
    found = progress(read_export(write(tmp_path / "record.json", again, one, other, version=2)).statements)
    assert found.notes == {"a": "There.\n\nHere again."}


def test_a_real_export_of_version_1_is_read_as_history() -> None:
    """Made by commit c84ad08 in Chromium: a questionnaire, a check, notes, a case, an audit, an examination."""
    read = read_export(Path(__file__).parent / "fixtures" / "version-1.json")
    found = progress(read.statements)
    assert read.faults == []
    assert all(one.context.edition == "" for one in read.statements)
    assert found.units == ["decisive-minorities", "two-offers"]
    assert len(found.checks["decisive-minorities"]) == 8
    assert set(found.checks["decisive-minorities"].values()) == {1}
    assert found.notes == {"decisive-minorities": "Who keeps the payroll?"}
    assert len(found.exams) == 1
    assert len(found.endings["the-camp-empties"]) == 1


def test_a_mark_of_byte_order_does_no_harm(tmp_path: Path) -> None:
    file = write(tmp_path / "record.json", statement("experienced", "unit:two-offers"))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert len(read_export(file).statements) == 1


def test_a_verb_is_that_word_and_no_other() -> None:
    told = Statement.model_validate(statement("completed", "https://example.org/x"))
    assert told.did("completed")
    assert not told.did("answered")
    assert not told.did("passed")
