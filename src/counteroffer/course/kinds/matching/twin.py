"""Static HTML of matching items: a choice list a left side, and the right sides once more for paper."""

from __future__ import annotations

from counteroffer.course.items import letters
from counteroffer.course.kinds.matching.model import MatchingItem
from counteroffer.course.text import first_words, inline


def body(item: MatchingItem) -> str:
    """Left sides with a choice each; the lettered right sides above them."""
    choices = item.choices()
    lettered = "".join(f"<li>{inline(text)}</li>" for text in choices.values())
    listed = "".join(
        f'<option value="{id_}">{letter.upper()}: {inline(first_words(text))}</option>'
        for letter, (id_, text) in zip(letters(len(choices)), choices.items(), strict=True)
    )
    rows = "".join(
        f'<li class="co-pair" data-left="{pair.id}"><label for="{item.id}-{number}">{inline(pair.left)}</label> '
        f'<select id="{item.id}-{number}" name="{item.id}-{number}"><option value="">Choose</option>{listed}</select></li>'
        for number, pair in enumerate(item.pairs, start=1)
    )
    return f'<ol class="co-choices" type="A">{lettered}</ol><ol class="co-pairs">{rows}</ol>'
