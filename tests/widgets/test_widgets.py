"""Checks, cases and explorers as Python objects: their state, their marks, their static twin."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counteroffer.course import CourseError, load_course
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Explorer
from counteroffer.figures.kept import folder_of, frames_of
from counteroffer.widgets import ExplorerWidget, audit, case, check, explorer


@pytest.fixture(autouse=True)
def in_the_course(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small / "exercises")


def test_score_is_marked_from_the_answers() -> None:
    widget = check("first-unit")
    assert widget.score == 0
    widget.answers = {"item-single": "that-one", "item-multiple": ["the-first"]}
    assert widget.scores == {"item-single": 1.0, "item-multiple": 0.0}, "who ticks everything has two of three right as well"
    widget.answers = {**widget.answers, "item-ordering": ["earliest", "middle", "latest"]}
    assert widget.score == pytest.approx(2 / 5)


def test_state_follows_the_path() -> None:
    widget = case("small-case")
    assert widget.state.at == "step-1"
    widget.path = [{"decision": f"step-{i}", "cards": [], "option": f"wait-{i}"} for i in range(1, 7)]
    assert widget.ending == "alone"
    assert widget.meters == {"trust": 0, "pull": 0}


def test_moving_a_control_redraws_the_picture() -> None:
    widget = explorer("phase-map")
    before = widget.picture.value
    widget.controls["phase"].value = "two"
    assert widget.setting == {"phase": "two", "view": "people"}
    assert widget.picture.value != before
    assert "<svg" in widget.picture.value


def test_an_explorer_whose_pictures_are_kept_draws_none(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = load_course(small)
    frames_of(explorers(course)["phase-map"], folder_of(course.root))
    monkeypatch.setattr(Explorer, "frame", lambda *_: pytest.fail("drawn again"))
    widget = explorer("phase-map")
    before = widget.picture.value
    widget.controls["phase"].value = "two"
    assert "<svg" in widget.picture.value
    assert widget.picture.value != before
    assert "co-explorer" in widget._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("made", ["check", "case", "explorer", "audit"])
def test_twin_stands_in_the_bundle(made: str) -> None:
    makers: dict[str, Callable[[], Any]] = {
        "check": lambda: check("first-unit"),
        "case": lambda: case("small-case"),
        "explorer": lambda: explorer("phase-map"),
        "audit": audit,
    }
    widget = makers[made]()
    bundle = widget._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert f'data-co="{made}"' in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_kernel_loads_only_what_its_object_needs(small: Path) -> None:
    """Another page, the glossary and what is no part of a case may be broken; matplotlib takes longer to load than the case."""
    for broken in ("chapters/part-1/second-unit.md", "assets/glossary.yml", "exercises/checks/first-unit.yml", "_toc.yml"):
        (small / broken).write_text("---\n[\n---\n", encoding="utf-8")
    with pytest.raises(CourseError):
        load_course(small)
    code = (
        "import sys; from counteroffer.widgets import case; html = case('small-case').html; "
        "print('data-co=\"case\"' in html, sorted({'matplotlib', 'sphinx', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=small / "exercises", capture_output=True, text=True, check=False)
    assert done.stdout == "True []\n", done.stderr


def test_unknown_name_says_what_there_is() -> None:
    with pytest.raises(KeyError, match="first-unit"):
        check("no-such-unit")


def test_a_folder_without_a_course_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="No course stands at or above"):
        case("small-case")


def beside(widget: ExplorerWidget) -> list[str]:
    """What stands beside the sliders."""
    rows = [row for row in widget.children if hasattr(row, "children")]
    return [str(row.children[1].value) for row in rows]


def test_a_scale_is_a_slider_that_starts_where_the_page_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2] / "exercises")
    widget = explorer("limbo")
    assert {type(control).__name__ for control in widget.controls.values()} == {"SelectionSlider"}
    assert widget.setting == widget.explorer.start()
    before = widget.picture.value
    widget.controls["places"].index += 1
    assert "120 places" in widget.picture.value
    assert widget.picture.value != before
    assert "120 places" in beside(widget)
    town = explorer("decisive-minority")
    assert type(town.controls["protect"]).__name__ == "ToggleButtons"
    assert beside(town) == ["nobody protected"]


def test_limits_of_the_picture_stand_beside_it() -> None:
    html = explorer("phase-map")._repr_mimebundle_()["text/html"]
    for text in ("Dots.", "Much.", "By hand."):
        assert f"<dd>{text}</dd>" in html


def test_marks_redraw_the_picture_and_bring_the_widest_gaps() -> None:
    widget = audit()
    assert widget.marks == {}
    assert widget.phase == "one"
    before = widget.picture.value
    widget.rows["income"].value = 1
    widget.rows["files"].value = 0
    widget.rows["care"].value = "not known"
    assert widget.marks == {"income": 1, "files": 0, "care": None}
    assert widget.picture.value != before
    assert [row.dimension.id for row in widget.comparison.widest()] == ["files", "income"]
    assert widget.gaps.value.index("Mend files.") < widget.gaps.value.index("Mend income.")
    widget.choice.value = "four"
    assert widget.gaps.value == ""


def test_a_course_without_an_audit_says_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (small / "assets/offer-audit.yml").unlink()
    monkeypatch.chdir(small)
    with pytest.raises(KeyError, match=r"offer-audit\.yml"):
        audit()
