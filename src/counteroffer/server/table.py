"""A sitting's answers as a long table, a row for each candidate and item: what `exam report`, mirt, R and jMetrik read."""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from counteroffer.course.items import Response
from counteroffer.server import running
from counteroffer.server.bank import bank_of
from counteroffer.server.marks import Marker, Rules, Sat, everybody
from counteroffer.server.models import Entry, Sitting
from counteroffer.server.rules import rules_of
from counteroffer.server.timing import worked


class Row(NamedTuple):
    """`candidate` is a pseudonym or a number; `response` is empty where nothing was answered; `mark` is from 0 to 1."""

    candidate: str
    form: str
    item: str
    response: str
    mark: float
    seconds: float | None
    language: str
    group: str


def table(sitting: Sitting, *, as_made: bool = False, numbers: bool = False) -> list[Row]:
    """Everybody whose work counts, each with every item of the form that counts.

    `as_made` leaves rulings aside: all items, by the keys with which they were made. Candidates have pseudonyms, of which only the
    server's keys know whose they are, or their `numbers`. Neither the order of rows nor that of items tells anything.
    """
    marker = Marker(bank_of(sitting), Rules() if as_made else rules_of(sitting))
    spent = _seconds(sitting)
    rows = [
        Row(
            str(one.candidate.number) if numbers else pseudonym(sitting, one.candidate.number),
            str(one.candidate.form + 1),
            item,
            cell(one.answers.get(item)),
            float(earned),
            spent[one.candidate.number].get(item),
            one.candidate.language,
            one.candidate.group,
        )
        for one in everybody(sitting)
        for item, earned in marker.marks(one.form, one.answers).items()
    ]
    return sorted(rows, key=lambda row: (row.candidate, row.item))


def text(rows: list[Row]) -> str:
    """As CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row._fields)
    for row in rows:
        seconds = "" if row.seconds is None else f"{row.seconds:.1f}"
        # a spreadsheet takes a cell that begins with one of these for a formula
        group = f"'{row.group}" if row.group[:1] in set("=+-@") else row.group
        writer.writerow(row._replace(mark=round(row.mark, 6), seconds=seconds, group=group))  # type: ignore[arg-type]
    return out.getvalue()


def pseudonym(sitting: Sitting, number: int) -> str:
    """What a candidate is called outside: the same in every table of the sitting, and another in every sitting."""
    key = running.now().vault.key("pseudonyms")
    return "c" + hmac.new(key, f"{sitting.id}\n{number}".encode(), hashlib.sha256).hexdigest()[:12]


def cell(response: Response | None) -> str:
    """A response in one cell: ids with blanks between them; where places, partners or ratings were given, `id=what`."""
    if isinstance(response, dict):
        return " ".join(f"{id_}={given}" for id_, given in sorted(response.items()))
    return " ".join(response) if isinstance(response, list) else response or ""


def _seconds(sitting: Sitting) -> dict[int, dict[str, float]]:
    """The working time of each candidate by item: between one change that was kept and the next, given to the item of the later.

    Pauses and breaks do not count. Of an item that was read and left the time goes to the item that was changed next.
    """
    found: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    people: dict[str, Sat] = {f"candidate {one.candidate.number}": one for one in everybody(sitting)}
    since: dict[str, float] = {}
    for by, at, told in _changes(sitting):
        if by in people:
            candidate = people[by].candidate
            if "item" in told and by in since:
                found[candidate.number][told["item"]] += worked(sitting, candidate, since[by], at)
            since[by] = at
    return found


def _changes(sitting: Sitting) -> Iterator[tuple[str, float, dict[str, Any]]]:
    kept = Entry.objects.filter(sitting=sitting.id, kind__in=["begin", "answer"]).order_by("seq")
    for by, at, data in kept.values_list("by", "at", "data").iterator():
        told = json.loads(data)
        # when a sheet was entered says nothing of the work on paper
        if not told.get("paper"):
            yield by, at, told
