"""The charts of the course: pictures without controls, one module each, drawn from `assets/figures`."""

from __future__ import annotations

from typing import Any

from counteroffer.figures.charts.affiliates import AffiliatesChart
from counteroffer.figures.charts.camps_and_detention import CampsChart
from counteroffer.figures.charts.chart import Chart, Evidence, Line
from counteroffer.figures.charts.competing_offers import OffersChart
from counteroffer.figures.charts.instruments import InstrumentsChart
from counteroffer.figures.charts.repentance_process import RepentanceChart
from counteroffer.figures.charts.timeline import TimelineChart
from counteroffer.figures.charts.who_is_sought import SoughtChart

__all__ = ["Chart", "Evidence", "Line", "charts"]

_MADE: dict[str, type[Chart[Any]]] = {
    "timeline": TimelineChart,
    "who-is-sought": SoughtChart,
    "instruments": InstrumentsChart,
    "repentance-process": RepentanceChart,
    "competing-offers": OffersChart,
    "camps-and-detention": CampsChart,
    "affiliates": AffiliatesChart,
}


def charts(course: Evidence) -> dict[str, Chart[Any]]:
    """Every chart of the course whose data file is there, by id."""
    return {name: made(course.charts[name], course) for name, made in _MADE.items() if name in course.charts}
