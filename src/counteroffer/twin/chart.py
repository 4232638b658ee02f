"""The static face of a chart: the picture, its sentence, and under a fold the table, the rule of coding and the limits."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.figures.charts import Chart
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render


def chart_html(course: Catalogue, chart: Chart[Any], svg: str, links: Links) -> str:
    """A chart as one `<figure>`; `svg` is its picture."""
    return render(course, "chart.html", chart=chart, svg=Markup(svg), links=links)  # noqa: S704 (drawn by us)
