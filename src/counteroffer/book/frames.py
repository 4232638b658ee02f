"""Frames of explorers and pictures of charts, kept between builds until the model, the figure or the data changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from counteroffer.book.fingerprint import engine_fingerprint, fingerprint
from counteroffer.figures.charts.chart import Chart
from counteroffer.figures.explorer import Explorer, Frame


def chart_svg(chart: Chart[Any], folder: Path) -> str:
    """The picture of a chart, drawn only when `folder` holds none for the same engine and data."""
    key = fingerprint([], engine_fingerprint(), version("matplotlib"), chart.state())
    kept = folder / f"chart-{chart.id}-{key}.svg"
    if not kept.is_file():
        for stale in folder.glob(f"chart-{chart.id}-*.svg"):
            stale.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(chart.svg(), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def frames_of(explorer: Explorer, folder: Path) -> list[Frame]:
    """The frames of all settings, drawn only when `folder` holds none for the same model, figure and data."""
    key = fingerprint([], engine_fingerprint(), version("matplotlib"), explorer.state())
    kept = folder / f"frames-{explorer.id}-{key}.json"
    if kept.is_file():
        return [Frame(**frame) for frame in json.loads(kept.read_text(encoding="utf-8"))]
    frames = explorer.frames()
    for stale in folder.glob(f"frames-{explorer.id}-*.json"):
        stale.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps([asdict(frame) for frame in frames]), encoding="utf-8")
    return frames
