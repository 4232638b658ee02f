"""What stands on a figure that was drawn on a sheet."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.text import Text


def texts_of(figure: Figure) -> list[Text]:
    """The texts, in the order in which they were drawn."""
    return [one for one in figure.artists if isinstance(one, Text)]
