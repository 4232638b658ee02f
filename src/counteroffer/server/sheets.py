"""Paper forms: what is printed of a sitting's form, and how the signs that are typed off an answer sheet become responses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from counteroffer.course.items import Item, Line, Response
from counteroffer.language import ENGLISH, Message, message
from counteroffer.server import assets
from counteroffer.server.bank import Bank, bank_of
from counteroffer.server.models import Sitting
from counteroffer.twin.check import paper_html
from counteroffer.twin.templates import environment

_FOLDER = Path(__file__).with_name("templates")
# Whose order of questions and options paper has: no candidate has this number.
_PAPER = 0
# Nothing is ticked; and what is ticked cannot be read, or is more than may be.
NONE, UNCLEAR = "-", "?"


class Misread(Exception):  # noqa: N818 (a slip of the hand)
    """No sheet can hold these signs; `said` is what can be typed."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.text)
        self.said = said


@dataclass(frozen=True)
class Question:
    """A question as it stands on paper, at its place from 1."""

    place: int
    item: Item
    bank: Bank

    @cached_property
    def lines(self) -> list[Line]:
        """Its lines on the answer sheet."""
        return self.item.sheet()

    @property
    def html(self) -> Markup:
        """The question without its key, numbered by its place however many situations stand before it."""
        plain = paper_html(ENGLISH, self.bank.check(self.item.id), self.item)
        return Markup(str(plain).replace("<li ", f'<li value="{self.place}" ', 1))  # noqa: S704 (a number is put into our own HTML)

    @property
    def scenario(self) -> str:
        """The situation that it shares with others, if it does."""
        return self.bank.check(self.item.id).scenario or ""

    @property
    def wanted(self) -> Message:
        """What can be typed of it."""
        first, boxes = self.lines[0], " ".join(self.lines[0].boxes)
        if first.several:
            return message("any of {boxes}", boxes=boxes)
        if len(self.lines) == 1:
            return message("one of {boxes}", boxes=boxes)
        labels = " ".join(line.label for line in self.lines)
        return message("for {labels} each one of {boxes}", labels=labels, boxes=boxes)

    def signs(self, typed: str) -> str:
        """What was typed, in one way of typing it. Raises Misread for signs that the sheet has not."""
        signs = re.sub(r"[\s,;./]", "", typed).upper()
        if signs in {"", NONE, UNCLEAR}:
            return signs.strip(NONE)
        if len(self.lines) > 1:
            known = [{*line.boxes, NONE, UNCLEAR} for line in self.lines]
            if len(signs) != len(known) or any(sign not in boxes for sign, boxes in zip(signs, known, strict=True)):
                raise Misread(self.wanted)
            return "" if set(signs) <= {NONE} else signs
        chosen = "".join(sorted(set(signs)))
        if not set(signs) <= set(self.lines[0].boxes) or (len(chosen) > 1 and not self.lines[0].several):
            raise Misread(self.wanted)
        return chosen

    def response(self, signs: str) -> Response | None:
        """The response that signs stand for; None where nothing is ticked."""
        if signs in {"", UNCLEAR}:
            return None
        each = [signs] if len(self.lines) == 1 else [*signs]
        ticked = {line.field: [line.boxes[sign] for sign in own if sign in line.boxes] for line, own in zip(self.lines, each, strict=True)}
        return self.item.posted(ticked) or None


def questions(sitting: Sitting, form: int) -> list[Question]:
    """The questions of a form (from 0) in the order of paper, which is the same for everybody."""
    bank = bank_of(sitting)
    return [Question(place, bank.item(id_, _PAPER), bank) for place, id_ in enumerate(bank.form(sitting.forms[form], _PAPER), start=1)]


def printed(sitting: Sitting, form: int, *, style: str | None = None) -> str:
    """A form and its answer sheet as a page to print; `style` stands in the page itself where it is no browser's."""
    template = environment(ENGLISH, _FOLDER).get_template("paper.html")
    return template.render(sitting=sitting, form=form + 1, questions=questions(sitting, form), style=style, asset=assets.address)


def pdf(sitting: Sitting, form: int) -> bytes | None:
    """The same as a PDF; None where the machine has nothing to make it with."""
    try:
        from counteroffer.credentials.errors import CredentialError
        from counteroffer.credentials.pdf import weasyprint

        printer = weasyprint()
    except (ImportError, CredentialError):
        return None
    style = (_FOLDER / "paper.css").read_text(encoding="utf-8")
    # nothing is fetched
    fetcher = printer.urls.URLFetcher(allowed_protocols=["data"])
    made: bytes = printer.HTML(string=printed(sitting, form, style=style), url_fetcher=fetcher).write_pdf(pdf_tags=True)
    return made
