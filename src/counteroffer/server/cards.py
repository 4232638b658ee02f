"""The cards with candidates' codes, a page to print."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from counteroffer.language import ENGLISH
from counteroffer.server.create import Card
from counteroffer.twin.templates import environment

_FOLDER = Path(__file__).with_name("templates")


def write_cards(folder: Path, sitting: str, title: str, cards: Sequence[Card]) -> Path:
    """The page, for its owner's eyes alone."""
    path = folder / f"cards-{sitting}.html"
    html = environment(ENGLISH, _FOLDER).get_template("cards.html").render(title=title, cards=cards)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(html)
    return path
