"""The static face of a chart: the picture, its sentence, and under a fold the table, the rule of coding and the limits."""

from __future__ import annotations

from html import escape
from typing import Any

from counteroffer.course import Catalogue
from counteroffer.figures.charts import Chart
from counteroffer.twin.links import Links, cited


def chart_html(course: Catalogue, chart: Chart[Any], svg: str, links: Links) -> str:
    """A chart as one `<figure>`; `svg` is its picture."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (*chart.heads, "Sources"))
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line.cells)}<td>{cited(course, line.cite, links)}</td></tr>"
        for line in chart.lines()
    )
    return (
        f'<figure class="co-frame co-chart" id="chart-{chart.id}">{svg}'
        f'<figcaption><b class="co-setting">{escape(chart.title)}</b> <span class="co-alt">{escape(chart.sentence())}</span>'
        f"<details><summary>The figure as a table, and how it was made</summary><p>{escape(chart.note)}</p>"
        f'<div class="co-scroll" tabindex="0" role="group" aria-label="{escape(chart.title)}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"</details></figcaption></figure>"
    )
