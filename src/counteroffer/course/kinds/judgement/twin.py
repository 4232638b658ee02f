"""Static HTML of judgement items: four radio buttons an option."""

from __future__ import annotations

from counteroffer.course.items import letters
from counteroffer.course.kinds.judgement.model import RATINGS, JudgementItem
from counteroffer.course.text import inline


def body(item: JudgementItem) -> str:
    """Each option with the scale from strong to harmful."""
    return "".join(
        _rating(f"{item.id}-{letter}", option.id, letter, option.text)
        for letter, option in zip(letters(len(item.options)), item.options, strict=True)
    )


def _rating(name: str, id_: str, letter: str, text: str) -> str:
    scale = "".join(
        f'<span class="co-option"><input type="radio" name="{name}" value="{rating}" id="{name}-{rating}">'
        f'<label for="{name}-{rating}">{word}</label></span>'
        for rating, word in RATINGS.items()
    )
    return f'<fieldset class="co-rating" data-option="{id_}"><legend><span class="co-letter">{letter.upper()}</span> {inline(text)}</legend>{scale}</fieldset>'
