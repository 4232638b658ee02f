"""The report of a pilot: one page to read, and three tables for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from counteroffer.language import ENGLISH
from counteroffer.pilot import groups
from counteroffer.pilot.groups import Interval, Score
from counteroffer.pilot.marks import Pilot
from counteroffer.twin.templates import environment

HERE = Path(__file__).parent
_ = ENGLISH.gettext
PAGE, SCORES, ITEMS, SITTERS = "report.html", "scores.csv", "items.csv", "sitters.csv"


def write(pilot: Pilot, folder: Path) -> list[Path]:
    """Write all four into `folder`, and name them. Raises ValueError where no answer counts any more."""
    if not pilot.marks:
        raise ValueError("Every item that was sat has changed since: there is nothing to score.")
    files = {PAGE: _page(pilot), SCORES: _table(_scores(pilot)), ITEMS: _table(_items(pilot)), SITTERS: _table(_sitters(pilot))}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def lines(pilot: Pilot) -> Iterator[str]:
    """The scores as they are printed, a line each."""
    yield f"{'':40} items sitters  score   95 % interval   chance"
    for one in groups.scores(pilot.marks):
        yield f"{one.name:40} {one.items:5} {one.sitters:7} {one.score:6.0%}   {between(one.interval):14} {one.chance:7.0%}"
    for limit in groups.verdicts(pilot.marks, pilot.bank):
        yield f"{limit.condition}: {limit.limit}: {held(limit)}"
    for apart in groups.differences(pilot.marks):
        yield f"{apart.readers} less outsiders: {points(apart.value)} ({points(apart.interval[0])} to {points(apart.interval[1])}), {apart.items} items"
    yield f"{sum(bool(one.mend) for one in groups.results(pilot.marks))} items to mend"
    if pilot.changed:
        yield f"Changed since, so not counted: {', '.join(pilot.changed)}"


def between(interval: Interval) -> str:
    """An interval of shares in words."""
    return _("{low} to {high}", low=f"{interval[0]:.0%}", high=f"{interval[1]:.0%}")


def points(share: float) -> str:
    """A difference of shares, in points of a hundred."""
    return _("{points} points", points=f"{100 * share:+.0f}")


def held(verdict: groups.Verdict) -> str:
    """Whether a limit is kept, and whether the interval leaves a doubt."""
    if verdict.sure:
        return _("kept") if verdict.held else _("not kept")
    return _("kept, and the interval reaches over it") if verdict.held else _("not kept, and the interval reaches over it")


def _page(pilot: Pilot) -> str:
    template = environment(ENGLISH, HERE).get_template("report.html")
    items = groups.results(pilot.marks)
    return (
        template.render(
            pilot=pilot,
            scores=groups.scores(pilot.marks),
            kinds=groups.pooled(pilot.marks, lambda one: one.kind),
            outcomes=groups.pooled(pilot.marks, lambda one: one.outcome),
            verdicts=groups.verdicts(pilot.marks, pilot.bank),
            differences=groups.differences(pilot.marks),
            mend=[one for one in items if one.mend],
            items=sorted(items, key=lambda one: one.item),
            between=between,
            points=points,
            held=held,
        )
        + "\n"
    )


def _scores(pilot: Pilot) -> Iterator[Sequence[object]]:
    yield "group", "items", "sitters", "score", "low", "high", "chance", "lowest sitter", "highest sitter"
    by: Iterable[Score] = groups.scores(pilot.marks)
    for part in (by, groups.pooled(pilot.marks, lambda one: one.kind), groups.pooled(pilot.marks, lambda one: one.outcome)):
        for one in part:
            yield one.name, one.items, one.sitters, *(f"{share:.4f}" for share in (one.score, *one.interval, one.chance, *one.sitter_range))


def _items(pilot: Pilot) -> Iterator[Sequence[object]]:
    names = [one.name for one in groups.scores(pilot.marks)]
    yield (
        "item",
        "edition",
        "kind",
        "outcome",
        "chance",
        *(f"{name}: {what}" for name in names for what in ("mark", "whole marks", "sitters")),
        "mend",
    )
    for one in groups.results(pilot.marks):
        told: list[object] = []
        for name in names:
            told += [f"{one.by[name][0]:.4f}", *one.by[name][1:]] if name in one.by else ["", "", ""]
        yield one.item, one.edition, one.kind, one.outcome, f"{one.chance:.4f}", *told, "; ".join(one.mend)


def _sitters(pilot: Pilot) -> Iterator[Sequence[object]]:
    yield "sheet", "group", "sitter", "who", "date", "answered", "asked", "seal"
    for one in pilot.sat:
        yield one.sheet, one.condition, one.sitter, one.who, one.date, one.given, one.asked, one.seal


def _table(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    # a spreadsheet takes a cell that begins with one of these for a formula
    csv.writer(out, lineterminator="\n").writerows([f"'{cell}" if str(cell)[:1] in set("=+-@") else cell for cell in row] for row in rows)
    return out.getvalue()
