"""Static HTML of single-best-answer items: a radio button an option."""

from __future__ import annotations

from counteroffer.course.html import options
from counteroffer.course.kinds.single.model import SingleItem


def body(item: SingleItem) -> str:
    """The options, lettered in the order in which they are written."""
    return options(item.id, "radio", {option.id: option.text for option in item.options})
