"""Static HTML of ordering items: the entries as they are shown, with room for a number on paper."""

from __future__ import annotations

from counteroffer.course.kinds.ordering.model import OrderingItem
from counteroffer.course.text import inline


def body(item: OrderingItem) -> str:
    """A list of the entries, mixed."""
    texts = {entry.id: entry.text for entry in item.entries}
    return '<ol class="co-order">{}</ol>'.format(
        "".join(
            f'<li class="co-entry" data-option="{id_}"><span class="co-blank"></span><span class="co-text">{inline(texts[id_])}</span></li>'
            for id_ in item.shown()
        )
    )
