"""Pictures are drawn once, and again only when what they are drawn from changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from counteroffer.course import Catalogue
from counteroffer.figures import kept
from counteroffer.figures.charts import charts
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Explorer, Frame, Setting
from counteroffer.figures.limbo import LimboExplorer
from counteroffer.figures.phase_map import PhaseMapExplorer
from counteroffer.models import erlang_a


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Setting]:
    """The settings that this process draws, as it draws them."""
    seen: list[Setting] = []
    frame = Explorer.frame

    def watched(self: Explorer, setting: Setting) -> Frame:
        seen.append(setting)
        return frame(self, setting)

    monkeypatch.setattr(Explorer, "frame", watched)
    return seen


def phase_map(course: Catalogue) -> PhaseMapExplorer:
    found = explorers(course)["phase-map"]
    assert isinstance(found, PhaseMapExplorer)
    return found


def test_a_second_time_draws_none(course: Catalogue, tmp_path: Path, drawn: list[Setting]) -> None:
    explorer = phase_map(course)
    first = kept.frames_of(explorer, tmp_path)
    assert drawn == explorer.settings()
    drawn.clear()
    assert kept.frames_of(explorer, tmp_path) == first
    assert drawn == []
    assert [path.name.rpartition("-")[0] for path in tmp_path.iterdir()] == ["phase-map"]


def test_changed_data_are_drawn_again_and_take_the_old_ones_place(course: Catalogue, tmp_path: Path, drawn: list[Setting]) -> None:
    explorer = phase_map(course)
    kept.frames_of(explorer, tmp_path)
    (tmp_path / "phase-map-of-another-course-0123.json").write_text("[]")
    drawn.clear()
    changed = PhaseMapExplorer(explorer.coding.model_copy(update={"title": "Another question?"}))
    frames = kept.frames_of(changed, tmp_path)
    assert drawn == explorer.settings()
    assert "Another question?" in frames[0].svg
    assert len(list(tmp_path.iterdir())) == 2


def test_changed_code_is_drawn_again(course: Catalogue, tmp_path: Path, drawn: list[Setting], monkeypatch: pytest.MonkeyPatch) -> None:
    explorer = phase_map(course)
    kept.frames_of(explorer, tmp_path)
    drawn.clear()
    other = tmp_path / "palette.py"
    other.write_text("# another palette")
    files = kept.drawn_with(PhaseMapExplorer)
    monkeypatch.setattr(kept, "drawn_with", lambda _: {*(one for one in files if one.name != "palette.py"), other})
    kept.frames_of(explorer, tmp_path)
    assert drawn == explorer.settings()


def test_a_picture_depends_on_its_model_its_figure_and_what_both_share() -> None:
    files = kept.drawn_with(LimboExplorer)
    names = {path.name for path in files}
    assert {"limbo.py", "erlang_a.py", "model_page.py", "explorer.py", "palette.py", "colours.py", "canvas.py", "squares.py"} <= names
    assert Path(erlang_a.__file__) in files
    assert not names & {"screening.py", "phase_map.py", "every_explorer.py", "cases.py"}


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(course: Catalogue, tmp_path: Path, drawn: list[Setting]) -> None:
    blocked = tmp_path / "figures"
    blocked.write_text("a file in the folder's place")
    assert len(kept.frames_of(phase_map(course), blocked)) == len(drawn) == 8
    chart = charts(course)["who-is-sought"]
    assert kept.chart_svg(chart, blocked) == chart.svg()


def test_a_chart_is_drawn_once(course: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = charts(course)["who-is-sought"]
    svg = kept.chart_svg(chart, tmp_path)
    monkeypatch.setattr(type(chart), "svg", lambda _: pytest.fail("drawn again"))
    assert kept.chart_svg(chart, tmp_path) == svg
