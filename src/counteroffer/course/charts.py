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
            faults.add(path, 1, "chart-unknown", f"There is no chart `{path.stem}`.", f"Name the file after one of {', '.join(MODELS)}.")
            continue
        data = read_one(path, MODELS[path.stem], faults, files)
        if data and data.chart != path.stem:
            line = files[path.relative_to(faults.root).as_posix()].line(("chart",))
            faults.add(path, line, "chart-file-name", f"The chart is called `{data.chart}`.", f"Name its file {data.chart}.yml.")
        elif data:
            found[path.stem] = data
    return found
