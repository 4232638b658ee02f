"""Frames of explorers, kept between builds until the model, the figure or the data changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from counteroffer.book.fingerprint import engine_fingerprint, fingerprint
from counteroffer.figures.explorer import Explorer, Frame


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
