"""Reads the data of the course's charts, each file by the model that its name stands for."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course.chart_data import (
    Affiliates,
    CampsAndDetention,
    ChartData,
    CompetingOffers,
    Instruments,
    RepentanceProcess,
    Timeline,
)
from counteroffer.course.diagnostics import Faults
from counteroffer.course.phase_map import PhaseMap
from counteroffer.course.readers import read_one
from counteroffer.course.yamlfile import YamlFile

MODELS: dict[str, type[ChartData]] = {
    "timeline": Timeline,
    "who-is-sought": ChartData,  # words only: its marks come from the phase map
    "instruments": Instruments,
    "repentance-process": RepentanceProcess,
    "competing-offers": CompetingOffers,
    "camps-and-detention": CampsAndDetention,
    "affiliates": Affiliates,
}


def read_charts(paths: list[Path], faults: Faults, files: dict[str, YamlFile]) -> dict[str, ChartData]:
    """The data of charts, by id; a file's name says which chart it is for."""
    found = {}
    for path in paths:
        if path.stem not in MODELS:
            faults.lose(path)
            faults.add(path, 1, "chart-unknown", f"There is no chart `{path.stem}`.", f"Name the file after one of {', '.join(MODELS)}.")
            continue
        data = read_one(path, MODELS[path.stem], faults, files)
        if data and data.chart != path.stem:
            faults.lose(path, path.stem, data.chart)
            line = files[path.relative_to(faults.root).as_posix()].line(("chart",))
            faults.add(path, line, "chart-file-name", f"The chart is called `{data.chart}`.", f"Name its file {data.chart}.yml.")
        elif data:
            found[path.stem] = data
    return found


def check(data: ChartData, coding: PhaseMap, file: YamlFile, faults: Faults) -> None:
    """Note what a chart and the phase map, which it is drawn with, do not know of each other."""
    if isinstance(data, Instruments):
        among = [row.id for row in coding.instruments]
        for place, tie in enumerate(data.ties):
            line = file.line(("ties", place, "instrument"))
            faults.known("instrument-unknown", "instrument", tie.instrument, among, file.path, line)
    if isinstance(data, Timeline):
        spans = {episode.phase for episode in coding.episodes}
        for phase in coding.phases:
            if phase.id not in spans:
                message = f"The phase map has no episode of the phase `{phase.id}`, whose years this chart tells."
                faults.add(file.path, 1, "phase-without-years", message, "Add one to `episodes` of the phase map, or take the chart out.")
