"""Names are deleted by date. The log, which holds salted commitments alone, still proves."""

from __future__ import annotations

from collections import Counter
from datetime import date

from counteroffer.server import running
from counteroffer.server.log import note
from counteroffer.server.models import Person, Sitting


def forget_after(sitting: str, day: date) -> None:
    """Delete the names of a sitting once `day` is over: at the first start of a server or a command after it."""

    def write() -> None:
        Sitting.objects.filter(pk=sitting).update(forget=day)
        note("forget-after", sitting=sitting, day=day.isoformat())

    running.write(write)
    forget_due()


def forget_due(today: date | None = None) -> int:
    """Delete what is due, with the salts, and return how many people are forgotten."""
    limit = today or date.today()  # noqa: DTZ011 (the day of this place)
    due = Person.objects.filter(candidate__sitting__forget__lt=limit)

    def write() -> int:
        gone = Counter(due.values_list("candidate__sitting", flat=True))
        due.delete()
        for sitting, people in gone.items():
            note("forget", sitting=sitting, people=people)
        return gone.total()

    return running.write(write) if due.exists() else 0
