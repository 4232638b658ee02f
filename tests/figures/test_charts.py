"""The charts: their data holds, they draw the same twice, and what they show can be read and heard."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from tests.figures.sheets import texts_of

from counteroffer.course.chart_data import ChartData
from counteroffer.course.charts import MODELS, read_charts
from counteroffer.course.diagnostics import Faults
from counteroffer.course.phase_map import PhaseMap
from counteroffer.course.readers import read_list, read_one
from counteroffer.course.sources import Fact, read_sources
from counteroffer.figures.charts import Chart, charts
from counteroffer.figures.colours import ROLES
from counteroffer.language import ENGLISH

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"


def _evidence() -> SimpleNamespace:
    faults = Faults(ROOT)
    found = [fact for path in sorted((ASSETS / "evidence").glob("facts-*.yml")) for fact in read_list(path, Fact, faults, {})]
    phases = read_one(ASSETS / "explorers" / "phase-map.yml", PhaseMap, faults, {})
    data = read_charts(sorted((ASSETS / "figures").glob("*.yml")), faults, {})
    assert not list(faults)
    return SimpleNamespace(
        charts=data,
        explorers={"phase-map": phases},
        facts={fact.id: fact for fact in found},
        sources=read_sources(ASSETS / "sources.bib", faults),
        language=ENGLISH,
    )


EVIDENCE = _evidence()
MADE = charts(EVIDENCE)


@pytest.fixture(params=list(MODELS))
def chart(request: pytest.FixtureRequest) -> Chart[Any]:
    return MADE[request.param]


def test_every_citation_is_a_fact_or_a_source(chart: Chart[Any]) -> None:
    citable = {*EVIDENCE.facts, *EVIDENCE.sources}
    written = [cite for _, cites in chart.data.cited() for cite in cites]
    assert set(written) <= set(chart.cites()) <= citable
    assert chart.cites()


def test_titles_are_questions_and_notes_tell_rule_and_limits(chart: Chart[Any]) -> None:
    assert chart.title.endswith("?")
    assert chart.title.count("?") == 1
    assert chart.data.coding in chart.note
    assert chart.data.note in chart.note


def test_two_drawings_are_equal(chart: Chart[Any]) -> None:
    assert chart.svg() == chart.svg()


def test_colours_come_from_the_palette(chart: Chart[Any]) -> None:
    svg = chart.svg()
    known = {colour.lower() for colour in ROLES}
    assert {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", svg)} <= known
    assert not re.search(r'(?:fill|stroke)="#', svg), "a colour is not a custom property"
    assert svg.count('fill="var(--fig-') > 3
    assert not re.search(r"\brgb", svg)


def test_text_stays_text_and_is_large_enough(chart: Chart[Any]) -> None:
    svg = chart.svg()
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert len(sizes) == svg.count("<text")
    assert min(sizes) >= 8.5
    assert 'viewBox="0 0 342 ' in svg


def test_no_text_lies_on_another_or_runs_off_the_sheet(chart: Chart[Any]) -> None:
    figure = chart.draw()
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts_of(figure)]
    wide, tall = figure.bbox.width, figure.bbox.height
    for index, (words, box) in enumerate(boxes):
        assert box.x0 >= -1, words
        assert box.x1 <= wide + 1, words
        assert box.y0 >= -1, words
        assert box.y1 <= tall + 1, words
        for others, other in boxes[index + 1 :]:
            across = min(box.x1, other.x1) - max(box.x0, other.x0)
            down = min(box.y1, other.y1) - max(box.y0, other.y0)
            assert across <= 0 or down <= 1, f"{words!r} lies on {others!r}"


def test_state_changes_with_the_data(chart: Chart[Any]) -> None:
    changed = chart.data.model_copy(update={"title": "Another question?"})
    other = type(chart)(changed, EVIDENCE)
    assert other.state() != chart.state()
    assert chart.state() == MADE[chart.id].state()


def test_the_table_fits_its_heads(chart: Chart[Any]) -> None:
    assert chart.lines()
    assert {len(line.cells) for line in chart.lines()} == {len(chart.heads)}


SERIES: dict[str, Callable[[Any], list[str]]] = {
    "timeline": lambda data: [*data.kinds.values(), *(phase.label for phase in EVIDENCE.explorers["phase-map"].phases)],
    "who-is-sought": lambda _: [one.label for part in ("phases", "audiences") for one in getattr(EVIDENCE.explorers["phase-map"], part)],
    "instruments": lambda data: [
        *(row.label for row in EVIDENCE.explorers["phase-map"].instruments),
        *(one.label for one in data.weaknesses),
    ],
    "repentance-process": lambda data: [step.label for step in data.steps],
    "competing-offers": lambda data: [one.label for one in data.dimensions],
    "camps-and-detention": lambda data: [one.label for one in data.series],
    "affiliates": lambda data: [one.label for one in data.affiliates],
}


def test_the_sentence_names_every_series(chart: Chart[Any]) -> None:
    said = chart.sentence().lower()
    missing = [label for label in SERIES[chart.id](chart.data) if label.lower() not in said]
    assert not missing


def test_instruments_are_those_of_the_phase_map_and_all_are_joined() -> None:
    data: Any = EVIDENCE.charts["instruments"]
    assert {tie.instrument for tie in data.ties} == {row.id for row in EVIDENCE.explorers["phase-map"].instruments}
    assert {tie.weakness for tie in data.ties} == {one.id for one in data.weaknesses}


def test_a_disputed_fact_makes_a_disputed_mark() -> None:
    chart = MADE["repentance-process"]
    assert chart.grade(["seed-44", "pris-11"]) == "contested"
    assert chart.grade(["seed-47", "seed-44"]) == "stated"
    assert chart.grade(["seed-47"]) == "corroborated"


def test_making_charts_does_not_load_matplotlib() -> None:
    code = "import sys, counteroffer.figures.charts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_faults_name_file_line_and_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "figures"
    folder.mkdir(parents=True)
    shutil.copy(ASSETS / "figures" / "instruments.yml", folder / "affiliates.yml")
    (folder / "weather.yml").write_text("chart: weather\n", encoding="utf-8")
    text = (ASSETS / "figures" / "instruments.yml").read_text(encoding="utf-8")
    (folder / "instruments.yml").write_text(text.replace("weakness: records", "weakness: recrods"), encoding="utf-8")
    text = (ASSETS / "figures" / "who-is-sought.yml").read_text(encoding="utf-8")
    (folder / "who-is-sought.yml").write_text(text.replace("chart: who-is-sought", "chart: timeline"), encoding="utf-8")
    faults = Faults(tmp_path)
    found: dict[str, ChartData] = read_charts(sorted((tmp_path / "assets/figures").glob("*.yml")), faults, {})
    told = {fault.file.rsplit("/", 1)[-1]: fault for fault in faults}
    assert not found
    assert told["weather.yml"].code == "chart-unknown"
    assert told["who-is-sought.yml"].code == "chart-file-name"
    assert "recrods" in told["instruments.yml"].message
    assert "affiliates.yml" in told
    assert all(fault.remedy for fault in faults)
