"""The long table of a sitting: what others read, whom it names, and how seconds are reckoned."""

from __future__ import annotations

import csv
from pathlib import Path

from counteroffer.exam.analysis.answers import read_answers
from tests.server.conftest import Made, make


def rows(made: Made) -> list[dict[str, str]]:
    from counteroffer.server.models import Sitting
    from counteroffer.server.table import table, text

    return list(csv.DictReader(text(table(Sitting.objects.get(pk=made.id))).splitlines()))


def test_the_report_reads_it_and_nobody_is_named(store: str, tmp_path: Path) -> None:  # noqa: ARG001
    from counteroffer.server import acts
    from counteroffer.server.answers import keep
    from counteroffer.server.models import Candidate, Sitting
    from counteroffer.server.table import table, text

    made = make(
        rows=[{"name": "Person 1", "group": "=one"}, {"name": "Person 2", "language": "ar"}, {"name": "Person 3"}, {"name": "Person 4"}]
    )
    one, two, three, _ = Candidate.objects.filter(sitting=made.id).order_by("number")
    for number in (1, 2, 3):
        made.at_work(number)
    keep(one.pk, "item-matching", {"alpha": "one", "beta": "two", "gamma": "three"}, base=0)
    keep(two.pk, "item-multiple", ["the-first", "third"], base=0)
    acts.annul("ana", made.id, three.number, "A reason.")
    acts.close("ana", made.id)
    (tmp_path / "answers.csv").write_text(text(table(Sitting.objects.get(pk=made.id))), encoding="utf-8")
    read = read_answers(tmp_path / "answers.csv")
    assert len(read) == 10, "two of four handed in what counts, five items each"
    assert {one.candidate for one in read}.isdisjoint({"1", "2", "3", "4"})
    assert sorted((one.item, one.response, one.mark) for one in read if one.mark) == [
        ("item-matching", "alpha=one beta=two gamma=three", 1),
        ("item-multiple", "the-first third", 1),
    ]
    assert {(one["language"], one["group"]) for one in rows(made)} == {("en", "'=one"), ("ar", "")}
    assert read == read_answers(tmp_path / "answers.csv"), "pseudonyms stay"


def test_seconds_run_from_one_kept_change_to_the_next_without_pauses_and_breaks(sitting: Made) -> None:
    """Lines of the log are made here at moments of our own, as the server would have written them."""
    from functools import partial
    from unittest.mock import patch

    from counteroffer.server import running
    from counteroffer.server.log import note
    from counteroffer.server.models import Candidate, Sitting

    told = [("begin", 1000.0, {}), ("answer", 1060.0, {"item": "item-single"}), ("answer", 1190.0, {"item": "item-multiple"})]
    told.append(("answer", 1200.0, {"item": "item-single"}))
    for kind, at, data in told:
        with patch("counteroffer.server.log.time.time", return_value=at):
            running.write(partial(note, kind, sitting=sitting.id, by="candidate 1", **data))
    Candidate.objects.filter(sitting=sitting.id, number=1).update(state="submitted", breaks=[[1150.0, 1160.0]], rest=300)
    Sitting.objects.filter(pk=sitting.id).update(pauses=[[1070.0, 1100.0]])
    spent = {one["item"]: one["seconds"] for one in rows(sitting)}
    assert spent == {
        "item-single": "70.0",
        "item-multiple": "90.0",
        "item-ordering": "",
        "item-matching": "",
        "item-judgement": "",
    }
