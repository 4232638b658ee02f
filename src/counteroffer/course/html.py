"""Small pieces of HTML that several faces share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any, Literal

from counteroffer.course.items import letters
from counteroffer.course.text import inline


def attribute(value: Any) -> str:
    """`value` as JSON, ready to stand in a double- or single-quoted attribute."""
    return escape(json.dumps(value, separators=(",", ":"), ensure_ascii=False, sort_keys=True), quote=True)


def options(name: str, control: Literal["radio", "checkbox"], texts: Mapping[str, str]) -> str:
    """A lettered radio button or checkbox for each text (by its id), all named `name`."""
    return "".join(
        f'<div class="co-option" data-option="{id_}"><input type="{control}" name="{name}" value="{id_}" id="{name}-{letter}">'
        f'<label for="{name}-{letter}"><span class="co-letter">{letter.upper()}</span> {inline(text)}</label></div>'
        for letter, (id_, text) in zip(letters(len(texts)), texts.items(), strict=True)
    )
