"""From tables to a report: what is said, what is not computed, and what is refused."""

from __future__ import annotations

import contextlib
import csv
import io
from pathlib import Path
from typing import Any

import matplotlib as mpl
import nbformat
import numpy as np
import pytest
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import CourseError
from counteroffer.exam.analysis.angoff import Ratings, cut_score, pass_rates, read_ratings
from counteroffer.exam.analysis.answers import Answer, forms, read_answers
from counteroffer.exam.analysis.notebook import CODE
from counteroffer.exam.analysis.report import NOTEBOOK, analyse, lines, write
from tests.exam.simulated import as_csv, sitting

HEAD = "candidate,form,item,response,mark,seconds\n"


def test_few_takers_get_counts_alone(tmp_path: Path) -> None:
    answers, _ = sitting(candidates=49)
    found = analyse(answers)
    (form,) = found.forms
    assert (form.reliability, form.consistency, form.pairs) == (None, None, None)
    assert {(one.difficulty, one.discrimination, one.seconds, one.taken, one.advice) for one in found.items} == {(None, None, None, (), ())}
    assert {one.responses for one in found.items} == {49}
    write(found, tmp_path)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("not computed") > 40
    assert "No standard has been set" in page
    with_one_more = analyse(sitting(candidates=50)[0])
    assert with_one_more.forms[0].reliability is not None
    assert with_one_more.items[0].difficulty is not None


def test_every_report_without_ratings_says_that_no_standard_is_set() -> None:
    answers, _ = sitting()
    found = analyse(answers)
    assert found.forms[0].cut.score == 30
    assert any("No standard has been set" in line for line in lines(found))
    assert any("No standard has been set" in advice for advice in found.forms[0].advice)


def rated(items: int = 40, judges: int = 8) -> Ratings:
    dice = np.random.default_rng(9)
    middle = dice.uniform(0.4, 0.9, size=(items, 1))
    marks = np.clip(middle + dice.normal(scale=0.05, size=(items, judges)), 0, 1)
    return Ratings(tuple(f"j{n}" for n in range(judges)), tuple(f"i{n:02}" for n in range(items)), marks)


def test_a_cut_score_is_the_sum_of_expected_marks_and_its_error_is_shown_in_the_pass_rate() -> None:
    answers, _ = sitting()
    (form,) = forms(answers)
    ratings = rated()
    cut = cut_score(form, ratings)
    sums = ratings.marks.sum(axis=0)
    assert cut.score == pytest.approx(sums.mean())
    assert cut.error == pytest.approx(sums.std(ddof=1) / np.sqrt(8))
    assert (cut.agreement or 0) > 0.8
    assert (cut.agreement_of_all or 0) > (cut.agreement or 0)
    rates = list(pass_rates(form.scores, cut))
    assert [round(at - cut.score, 6) for _, at, _ in rates] == [round(step * (cut.error or 0), 6) for step in (-2, -1, 0, 1, 2)]
    shares = [share for *_, share in rates]
    assert shares == sorted(shares, reverse=True)
    assert any("8 judges" in advice for advice in analyse(answers, ratings).forms[0].advice)


def test_ratings_that_do_not_cover_a_form_are_refused() -> None:
    (form,) = forms(sitting()[0])
    with pytest.raises(ValueError, match="Nobody has rated i39 of form A"):
        cut_score(form, rated(items=39))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lacks candidate"),
        ("candidate,form\n", "lacks item, response, mark, seconds"),
        (HEAD, "no answers"),
        (HEAD + "a,A,i,x,2,\n", ":2: error: The mark is '2'"),
        (HEAD + "a,A,i,x,nan,\n", ":2: error: The mark is 'nan'"),
        (HEAD + "a,A,i,x,1,soon\n", ":2: error: The seconds are 'soon'"),
        (HEAD + "a,A,i,x,1,nan\n", ":2: error: The seconds are 'nan'"),
        (HEAD + "a,A,,x,1,\n", ":2: error: Candidate, form or item is empty"),
        (HEAD + "a,A,i,x,1,\na,A,i,y,0,\n", ":3: error: a has answered i in line 2 already"),
        (HEAD + "a,A,i,x,1,\na,B,j,y,0,\n", ":2: error: a sits more than one form"),
        (HEAD + "a,A,i,x,1,\na,A,j,y,0,\nb,A,i,y,0,\n", ":4: error: b has no row for j of form A"),
        (HEAD + "a,A,i,x,1\n", ":2: error: This row has more or fewer cells"),
        (HEAD + 'a,A,i,"x,1,\n', "This is not a table"),
    ],
)
def test_a_table_that_is_wrong_says_where_and_what(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=r"answers\.csv") as caught:
        read_answers(path)
    assert said in str(caught.value)
    done = CliRunner().invoke(app, ["exam", "report", str(path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_ratings_that_are_wrong_say_where_and_what(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("judge,item,rating\nA,i,0.5\nA,i,0.6\nB,j,80\nB,k,.1\n", encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        read_ratings(path)
    said = str(caught.value)
    assert ":3: error: A has rated i already" in said
    assert ":4: error: The rating is '80'" in said
    assert "A has not rated k" in said
    assert "B has not rated i" in said


def test_the_command_writes_all_files_and_a_table_for_a_spreadsheet_holds_no_formula(tmp_path: Path) -> None:
    answers, _ = sitting(candidates=60)
    answers = [Answer("=1+1" if one.candidate == "A000" else one.candidate, *list(vars(one).values())[1:]) for one in answers]
    ratings = rated()
    rows = [f"{judge},{item},{ratings.marks[i, j]:.3f}" for i, item in enumerate(ratings.items) for j, judge in enumerate(ratings.judges)]
    (tmp_path / "ratings.csv").write_text("\n".join(["judge,item,rating", *rows]), encoding="utf-8")
    (tmp_path / "answers.csv").write_text(as_csv(answers), encoding="utf-8")
    out = tmp_path / "out"
    done = CliRunner().invoke(
        app, ["exam", "report", str(tmp_path / "answers.csv"), "--ratings", str(tmp_path / "ratings.csv"), "--out", str(out)]
    )
    assert done.exit_code == 0, done.output
    assert "Form A: 60 candidates" in done.output
    scores = list(csv.DictReader(io.StringIO((out / "scores.csv").read_text(encoding="utf-8"))))
    assert len(scores) == 60
    assert scores[0]["candidate"] == "'=1+1"
    assert "8 judges" in (out / "report.html").read_text(encoding="utf-8")
    assert nbformat.read(out / NOTEBOOK, as_version=4)


def test_the_notebook_runs_on_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mpl.use("Agg")
    write(analyse(sitting(candidates=60)[0]), tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()) as said:
        for code in CODE.values():
            exec(code, names)  # noqa: S102 (our own)
    assert "alpha" in said.getvalue()
    assert len(names["known"]) == 40


def test_markup_in_a_name_stays_text(tmp_path: Path) -> None:
    answers = [Answer(f"<b>{n}</b>", "<i>A", "<script>x</script>", "&<", float(n % 2), None) for n in range(60)]
    write(analyse(answers), tmp_path)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
