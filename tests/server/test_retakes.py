"""Sitting again: the same person is known, sees nothing twice unless the examiner allows it, and waits as long as the blueprint says."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.server.conftest import Made, make

HOUR = 3600
ONE_ITEM: dict[str, Any] = {"items": 1, "outcomes": {"CO1": 1}}


def items(made: Made, number: int = 1) -> list[str]:
    from counteroffer.server.models import Candidate

    one = Candidate.objects.select_related("sitting").get(sitting=made.id, number=number)
    form: list[str] = one.sitting.forms[one.form]
    return form


def test_nothing_is_seen_twice_and_the_examiner_decides_where_the_bank_is_too_small(store: str) -> None:
    from counteroffer.server.create import Repeated
    from counteroffer.server.models import Entry, Sitting

    name = f"Ana of {store}"
    # the small course has five items
    met = [items(make(rows=[{"name": spelt}], repeat=False, **ONE_ITEM))[0] for spelt in (name, name.upper(), f" {name} ", name, name)]
    assert len(set(met)) == 5
    before = Sitting.objects.count()
    with pytest.raises(Repeated, match=r"1 of them would meet questions that they have seen, up to 1 each \(CO1: 1\)"):
        make(rows=[{"name": name}], repeat=False, **ONE_ITEM)
    assert Sitting.objects.count() == before
    allowed = make(rows=[{"name": name}], **ONE_ITEM)
    assert '"repeats":["item-' in Entry.objects.get(sitting=allowed.id, kind="candidate").data


def test_what_was_never_shown_is_not_seen(store: str) -> None:
    from counteroffer.server import acts
    from counteroffer.server.retakes import seen

    name = f"Bea of {store}"
    made = make(rows=[{"name": name}], **ONE_ITEM)
    assert seen([name, "nobody"]) == [frozenset(items(made)), frozenset()]
    acts.close("ana", made.id)
    assert seen([name]) == [frozenset()], "she never came"


def test_a_day_lies_between_two_sittings(store: str) -> None:
    from counteroffer.server.models import Candidate, Person

    rows = [{"name": f"Cy of {store}"}]
    first, second = make(rows=rows, retake_hours=24), make(rows=rows, retake_hours=24)
    first.at_work().post("/sit/review/")
    browser = second.client()
    assert "You may begin from" in browser.get("/sit/").content.decode()
    browser.post("/sit/")
    again = Candidate.objects.get(sitting=second.id)
    assert again.state == Candidate.WAITING, "a request of one's own making begins nothing either"
    Candidate.objects.filter(sitting=first.id).update(ended=time.time() - 24 * HOUR + 60)
    browser.post("/sit/")
    assert Candidate.objects.get(sitting=second.id).state == Candidate.WAITING
    Candidate.objects.filter(sitting=first.id).update(ended=time.time() - 24 * HOUR)
    assert "You may begin from" not in browser.get("/sit/").content.decode()
    browser.post("/sit/")
    assert Candidate.objects.get(sitting=second.id).state == Candidate.SITTING
    third = make(rows=rows, retake_hours=24)
    Person.objects.filter(candidate__sitting__in=[first.id, second.id]).delete()
    third.at_work()
    assert Candidate.objects.get(sitting=third.id).state == Candidate.SITTING, "whose name was deleted is nobody known"


def test_nobody_sits_more_often_than_the_blueprint_says(store: str) -> None:
    from counteroffer.server import acts
    from counteroffer.server.create import TooOften
    from counteroffer.server.models import Candidate, Sitting

    rows, once = [{"name": f"Fay of {store}"}, {"name": f"Gil of {store}"}], {**ONE_ITEM, "retakes": 1}
    first, second, third = (make(rows=rows, **once) for _ in range(3))
    first.at_work().post("/sit/review/")
    acts.annul("ana", second.id, 1, "The power failed.")
    second.at_work(2).post("/sit/review/")
    # annulled, and never begun
    make(rows=rows, **once)
    third.at_work().post("/sit/review/")
    with pytest.raises(TooOften, match=rf"more than 2 times, which these have: Fay of {store}\. Take"):
        make(rows=rows, **once)
    # a sitting that was made before
    late = make(rows=rows, **{**once, "retakes": 2})
    late.at_work().post("/sit/review/")
    over = make(rows=rows, **{**once, "retakes": 3})
    Sitting.objects.filter(pk=over.id).update(blueprint={**Sitting.objects.get(pk=over.id).blueprint, "retakes": 1})
    browser = over.client()
    assert "as often as its rules allow" in browser.get("/sit/").content.decode()
    browser.post("/sit/")
    assert Candidate.objects.get(sitting=over.id, number=1).state == Candidate.WAITING


def test_people_of_an_earlier_version_are_known_once_it_runs(store: str) -> None:
    from counteroffer.server.models import Person
    from counteroffer.server.retakes import recognise, seen

    name = f"Di of {store}"
    made = make(rows=[{"name": name}], **ONE_ITEM)
    Person.objects.filter(candidate__sitting=made.id).update(token="")
    assert seen([name]) == [frozenset()]
    recognise()
    assert seen([name]) == [frozenset(items(made))]
