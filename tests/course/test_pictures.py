"""A picture that is whole is no fault, whatever program wrote it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.image import imsave

from counteroffer.course.diagnostics import Faults
from counteroffer.course.pictures import SHOWN, check

NOISE = np.random.default_rng(1).random((40, 60))


@pytest.mark.parametrize("suffix", [one for one in SHOWN if one != ".svg"])
def test_a_whole_picture_is_no_fault(tmp_path: Path, suffix: str) -> None:
    path, faults = tmp_path / f"noise{suffix.upper()}", Faults(tmp_path)
    imsave(path, NOISE)
    check(path, faults)
    assert list(faults) == []


def test_a_whole_drawing_is_no_fault(tmp_path: Path) -> None:
    path, faults = tmp_path / "plot.svg", Faults(tmp_path)
    figure = Figure()
    figure.subplots().plot(NOISE[0])
    figure.savefig(path)
    check(path, faults)
    assert list(faults) == []
