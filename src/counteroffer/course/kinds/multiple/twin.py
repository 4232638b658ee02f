"""Static HTML of multiple-response items: a checkbox an option."""

from __future__ import annotations

from counteroffer.course.html import options
from counteroffer.course.kinds.multiple.model import MultipleItem


def body(item: MultipleItem) -> str:
    """The options, lettered in the order in which they are written."""
    return options(item.id, "checkbox", {option.id: option.text for option in item.options})
