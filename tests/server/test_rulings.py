"""After a sitting: an item is withdrawn, a key mended, a standard set. Everybody is marked anew, and the log keeps both."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from tests.server.conftest import Made
from tests.server.test_staff import on_duty, quick

__all__ = ["quick"]
PART = [Fraction(1), Fraction(0)]


def sat(made: Made, **given: list[Any]) -> None:
    """Each item is answered as told, by candidate; then all is handed in and closed."""
    from counteroffer.server import acts
    from counteroffer.server.answers import keep
    from counteroffer.server.models import Candidate

    for number, one in enumerate(Candidate.objects.filter(sitting=made.id).order_by("number"), start=1):
        made.at_work(number)
        for item, responses in given.items():
            if len(responses) >= number:
                keep(one.pk, item.replace("_", "-"), responses[number - 1], base=0)
    acts.close("ana", made.id)


def scores(made: Made) -> list[Fraction]:
    from counteroffer.server.models import Candidate

    return [Fraction(*one.result["score"]) for one in Candidate.objects.filter(sitting=made.id).order_by("number")]


def marked(made: Made, *, as_made: bool = False) -> dict[str, list[float]]:
    """By item, what each candidate earned."""
    from counteroffer.server.models import Sitting
    from counteroffer.server.table import table

    found: dict[str, list[float]] = {}
    for row in sorted(table(Sitting.objects.get(pk=made.id), as_made=as_made, numbers=True)):
        found.setdefault(row.item, []).append(row.mark)
    return found


def test_a_key_is_mended_beside_and_alone_and_the_log_keeps_both(sitting: Made) -> None:
    from counteroffer.server import rulings
    from counteroffer.server.models import Entry

    sat(sitting, item_single=["that-one", "third", "this-one"])
    assert marked(sitting)["item-single"] == [1, 0, 0]
    rulings.mend_key("ana", sitting.id, "item-single", "Two answers can be argued for.", "third", beside=True)
    assert marked(sitting)["item-single"] == [1, 1, 0]
    rulings.mend_key("ana", sitting.id, "item-single", "The first was a slip.", "third", beside=False)
    assert marked(sitting)["item-single"] == [0, 1, 0]
    assert marked(sitting, as_made=True)["item-single"] == [1, 0, 0]
    rulings.restore("ana", sitting.id, "item-single", "It was right.")
    assert marked(sitting)["item-single"] == [1, 0, 0]
    lines = Entry.objects.filter(sitting=sitting.id, kind="mend-key")
    assert lines.count() == 2
    assert all("third" not in one.data for one in lines), "a key never stands in the log in plain words"
    assert {json.loads(one.data)["reason"] for one in lines} == {"Two answers can be argued for.", "The first was a slip."}


def test_a_withdrawn_item_counts_for_nobody_and_released_results_follow(sitting: Made) -> None:
    from counteroffer.server import acts, rulings
    from counteroffer.server.log import first_break
    from counteroffer.server.models import Entry

    sat(sitting, item_single=["that-one", "third"], item_multiple=[["the-first", "third"], ["the-first", "third"]])
    browser = sitting.client(2)
    acts.release("ana", sitting.id)
    assert scores(sitting) == [Fraction(2, 5), Fraction(1, 5), 0]
    assert "Not passed." in browser.get("/sit/receipt/").content.decode()
    assert rulings.withdraw("ana", sitting.id, "item-single", "It has no answer.") == [1, 2, 3]
    assert scores(sitting) == [Fraction(1, 4), Fraction(1, 4), 0]
    for item in ("item-ordering", "item-matching"):
        rulings.withdraw("ana", sitting.id, item, "It has no answer.")
    html = browser.get("/sit/receipt/").content.decode()
    assert "Passed." in html
    assert "50 % of the marks" in html
    assert "item-" not in html
    told = [json.loads(one.data) for one in Entry.objects.filter(sitting=sitting.id, kind="result").order_by("seq")]
    assert [one["score"] for one in told if one["number"] == 2] == [[1, 5], [1, 4], [1, 3], [1, 2]]
    assert [one["passed"] for one in told if one["number"] == 2] == [False, False, False, True]
    assert first_break(Entry.objects.order_by("seq")) is None


def test_what_cannot_be_ruled_is_said_and_nothing_is_written(sitting: Made) -> None:
    from counteroffer.server import acts, rulings
    from counteroffer.server.models import Entry

    with pytest.raises(acts.Refused, match="is open"):
        rulings.withdraw("ana", sitting.id, "item-single", "Too early.")
    sat(sitting)
    before = Entry.objects.count()
    with pytest.raises(acts.Refused, match="Give the reason"):
        rulings.withdraw("ana", sitting.id, "item-single", " ")
    with pytest.raises(acts.Refused, match="has the item"):
        rulings.withdraw("ana", sitting.id, "item-none", "A reason.")
    wrong: list[tuple[str, Any]] = [
        ("item-single", ""),
        ("item-multiple", ["the-first", "second", "third"]),
        ("item-ordering", {"earliest": "1"}),
        ("item-matching", {"alpha": "one", "beta": "one", "gamma": "one"}),
        ("item-judgement", {"wait": 2, "ask": 2, "publish": 2}),
    ]
    for item, key in wrong:
        with pytest.raises(acts.Refused, match="cannot be the key"):
            rulings.mend_key("ana", sitting.id, item, "A reason.", key, beside=True)
    assert Entry.objects.count() == before
    for item in ("single", "multiple", "ordering", "matching"):
        rulings.withdraw("ana", sitting.id, f"item-{item}", "A reason.")
    with pytest.raises(acts.Refused, match="no item left"):
        rulings.withdraw("ana", sitting.id, "item-judgement", "A reason.")


KEYS: list[tuple[str, dict[str, Any], Any]] = [
    ("item-single", {"item-single": "third"}, "third"),
    ("item-multiple", {"item-multiple": ["second"]}, ["second"]),
    (
        "item-ordering",
        {"item-ordering-latest": "1", "item-ordering-earliest": "2", "item-ordering-middle": "3"},
        ["latest", "earliest", "middle"],
    ),
    (
        "item-matching",
        {"item-matching-1": "four", "item-matching-2": "one", "item-matching-3": "two"},
        {"alpha": "four", "beta": "one", "gamma": "two"},
    ),
    (
        "item-judgement",
        {"item-judgement-a": "1", "item-judgement-b": "1", "item-judgement-c": "4"},
        {"wait": 1, "ask": 1, "publish": 4},
    ),
]


def test_an_examiner_rules_on_the_page_of_an_item(sitting: Made) -> None:
    browser, invigilator = on_duty("examiner"), on_duty("invigilator")
    base = f"/staff/sittings/{sitting.id}/items/"
    assert browser.get(base).status_code == 404, "the sitting is not closed"
    sat(sitting, **{item.replace("-", "_"): [key] for item, _, key in KEYS})
    assert (invigilator.get(base).status_code, sitting.client().get(base)["Location"]) == (404, "/staff/")
    for item, fields, _ in KEYS:
        html = browser.get(f"{base}{item}/").content.decode()
        assert 'value="beside"' in html
        done = browser.post(f"{base}{item}/", {**fields, "deed": "alone", "reason": "Experts <b>agree</b>."})
        assert done.status_code == 302, item
    assert all(earned == [1, 0, 0] for earned in marked(sitting).values())
    refused = browser.post(f"{base}item-single/", {"item-single": "third", "deed": "withdraw", "reason": " "})
    assert (refused.status_code, "Give the reason" in refused.content.decode()) == (409, True)
    assert browser.post(f"{base}item-single/", {"deed": "nonsense"}).status_code == 404
    assert browser.post(f"{base}item-single/", {"deed": "withdraw", "reason": "Enough."}).status_code == 302
    html = browser.get(base).content.decode()
    assert "Experts &lt;b&gt;agree&lt;/b&gt;." in html
    assert "withdrawn" in html


def test_judges_set_the_standard_over_the_items_that_count(sitting: Made) -> None:
    from counteroffer.server import acts, rulings

    ratings = {f"item-{kind}": [0.1, 0.3] for kind in ("single", "multiple", "ordering", "matching", "judgement")} | {
        "item-single": [0.9, 0.9]
    }
    sat(sitting, item_multiple=[["the-first", "third"]])
    with pytest.raises(acts.Refused, match="Nobody has rated item-judgement"):
        rulings.set_standard("ana", sitting.id, {"item-single": [1.0]})
    browser = sitting.client()
    acts.release("ana", sitting.id)
    html = browser.get("/sit/receipt/").content.decode()
    assert "No standard has been set" in html
    assert "50 % pass" in html
    rulings.set_standard("ana", sitting.id, ratings)
    html = browser.get("/sit/receipt/").content.decode()
    assert "No standard has been set" not in html
    assert "34 % pass" in html
    assert "Not passed." in html
    rulings.withdraw("ana", sitting.id, "item-single", "It has no answer.")
    assert "Passed." in browser.get("/sit/receipt/").content.decode(), "of four items judges expect a fifth, and a quarter was earned"
