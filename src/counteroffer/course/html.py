"""Small pieces of HTML that several faces share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from html import escape
from typing import Any, Literal

from counteroffer.course.items import letters
from counteroffer.course.text import inline


def attribute(value: Any) -> str:
    """`value` as JSON, ready to stand in a double- or single-quoted attribute."""
    return escape(json.dumps(value, separators=(",", ":"), ensure_ascii=False, sort_keys=True), quote=True)


def options(name: str, control: Literal["radio", "checkbox"], texts: Sequence[str]) -> str:
    """A lettered radio button or checkbox for each text, all named `name`."""
    return "".join(
        f'<div class="co-option" data-option="{id_}"><input type="{control}" name="{name}" value="{id_}" id="{name}-{id_}">'
        f'<label for="{name}-{id_}"><span class="co-letter">{id_.upper()}</span> {inline(text)}</label></div>'
        for id_, text in zip(letters(len(texts)), texts, strict=True)
    )


def mixed(seed: str, texts: Sequence[str]) -> list[int]:
    """The indices of `texts` in an order that depends on `seed` and the texts alone, and is not the order given."""
    order = sorted(range(len(texts)), key=lambda i: hashlib.sha256(f"{seed}\n{texts[i]}".encode()).digest())
    return order[1:] + order[:1] if order == sorted(order) else order
