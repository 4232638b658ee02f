"""A sitting from the code to the result, by plain forms, as a browser without scripts sends them; on both databases."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.server.conftest import Made, make

Ids = Callable[[Made], list[str]]
RIGHT: dict[str, dict[str, Any]] = {
    "item-single": {"item-single": "that-one"},
    "item-multiple": {"item-multiple": ["the-first", "third"]},
    "item-ordering": {"item-ordering-earliest": "1", "item-ordering-middle": "2", "item-ordering-latest": "3"},
}


def post(browser: Client, place: int, fields: dict[str, Any], revision: int = 0, go: str = "next") -> Any:
    return browser.post(f"/sit/{place}/", {**fields, "revision": revision, "go": go})


def right(browser: Client, place: int) -> dict[str, Any]:
    """What answers a question rightly, whatever the order shown: read off the keys of the small course."""
    html = browser.get(f"/sit/{place}/").content.decode()
    id_ = re.search(r'data-item="([\w-]+)"', html)
    assert id_
    if id_[1] == "item-matching":
        lefts = re.findall(r'data-left="(\w+)"', html)
        partner = {"alpha": "one", "beta": "two", "gamma": "three"}
        return {f"item-matching-{number}": partner[left] for number, left in enumerate(lefts, start=1)}
    if id_[1] == "item-judgement":
        acts = re.findall(r'class="co-rating" data-option="([\w-]+)"', html)
        keyed = {"wait": 2, "ask": 4, "publish": 1}
        return {f"item-judgement-{chr(97 + at)}": keyed[act] for at, act in enumerate(acts)}
    return RIGHT[id_[1]]


def test_from_the_code_to_the_result(sitting: Made) -> None:
    from counteroffer.server import acts
    from counteroffer.server.log import first_break
    from counteroffer.server.models import Candidate, Entry

    browser = sitting.client()
    assert "Before you begin" in browser.get("/sit/").content.decode()
    assert browser.get("/sit/1/")["Location"] == "/sit/", "nothing is shown before the time runs"
    assert browser.post("/sit/")["Location"] == "/sit/"
    for place in range(1, 6):
        answered = post(browser, place, right(browser, place))
        assert answered["Location"] == (f"/sit/{place + 1}/" if place < 5 else "/sit/review/")
    review = browser.get("/sit/review/").content.decode()
    assert re.search(r"Not answered: none", review)
    assert browser.post("/sit/review/")["Location"] == "/sit/receipt/"
    receipt = browser.get("/sit/receipt/").content.decode()
    given = Candidate.objects.get(sitting=sitting.id, number=1).receipt
    assert given
    assert given in receipt
    assert "Passed" not in receipt
    assert post(browser, 1, {}, 1)["Location"] == "/sit/receipt/", "nothing changes what was handed in"
    acts.close("ana", sitting.id)
    acts.release("ana", sitting.id)
    receipt = browser.get("/sit/receipt/").content.decode()
    assert "Passed." in receipt
    assert "100 % of the marks" in receipt
    assert first_break(Entry.objects.order_by("seq")) is None


def test_what_was_answered_is_shown_again_and_half_answers_are_listed(sitting: Made) -> None:
    browser = sitting.at_work()
    halves = {
        "item-matching": {"item-matching-1": "two"},
        "item-ordering": {"item-ordering-latest": "2"},
        "item-judgement": {"item-judgement-b": "3"},
    }
    half = set()
    for place in range(1, 6):
        html = browser.get(f"/sit/{place}/").content.decode()
        id_ = str(re.search(r'data-item="([\w-]+)"', html)[1])  # type: ignore[index]
        if id_ in halves:
            half.add(place)
            post(browser, place, halves[id_])
            again = browser.get(f"/sit/{place}/").content.decode()
            assert len(re.findall(r" (?:checked|selected)\b", again)) == 1
    review = browser.get("/sit/review/").content.decode()
    listed = re.search(r"Half made, and not counted:(.*?)</p>", review)
    assert listed
    assert {int(one) for one in re.findall(r">(\d)</a>", listed[1])} == half


def test_a_flag_is_set_and_taken_away_and_keeps_the_answer(sitting: Made) -> None:
    browser = sitting.at_work()
    answer = right(browser, 2)
    assert post(browser, 2, answer, go="flag")["Location"] == "/sit/2/"
    assert "Question 2: answered, flagged" in browser.get("/sit/2/").content.decode()
    post(browser, 2, answer, 1, go="flag")
    assert "Question 2: answered" in browser.get("/sit/3/").content.decode()
    assert "flagged" not in browser.get("/sit/3/").content.decode()


def test_two_devices_never_lose_an_answer(sitting: Made, item_ids: Ids) -> None:
    from counteroffer.server.models import Entry

    first, second = sitting.at_work(), sitting.client()
    place = item_ids(sitting).index("item-single") + 1
    post(first, place, {"item-single": "third"})
    refused = post(second, place, {"item-single": "this-one"})
    html = refused.content.decode()
    assert refused.status_code == 409
    assert re.search(r'value="third"[^>]* checked', html), "the newer answer is shown"
    assert "another device" in html
    assert Entry.objects.filter(kind="answer-refused", sitting=sitting.id, data__contains="this-one").exists()
    revision = re.search(r'name="revision" value="(\d+)"', html)
    assert revision
    assert post(second, place, {"item-single": "this-one"}, int(revision[1])).status_code == 302
    assert re.search(r'value="this-one"[^>]* checked', first.get(f"/sit/{place}/").content.decode())


def test_all_on_one_page(sitting: Made) -> None:
    html = sitting.at_work().get("/sit/all/").content.decode()
    assert html.count('class="co-item"') == html.count('method="post"') == 5


def test_the_trial_item_is_never_kept(sitting: Made) -> None:
    from counteroffer.server.models import Answer

    browser = sitting.client()
    html = browser.post("/sit/trial/", {"trial": ["flag"], "revision": 0, "go": "next"}).content.decode()
    assert re.search(r'value="flag"[^>]* checked', html)
    assert not Answer.objects.filter(candidate__sitting=sitting.id).exists()


def test_orders_are_the_candidates_own_and_stay(sitting: Made) -> None:
    pages = [sitting.at_work(number).get("/sit/all/").content.decode() for number in (1, 2, 3)]
    orders = [re.findall(r'data-item="([\w-]+)"|value="([\w-]+)" id', page) for page in pages]
    assert len({str(order) for order in orders}) > 1
    again = re.findall(r'data-item="([\w-]+)"|value="([\w-]+)" id', sitting.client().get("/sit/all/").content.decode())
    assert again == orders[0]


def test_a_wrong_code_and_a_code_typed_freely(sitting: Made) -> None:
    browser = Client()
    wrong = browser.post("/enter/", {"code": "ABCD-ABCD-ABCD-ABCD"})
    assert wrong.status_code == 403
    assert "No candidate has this code" in wrong.content.decode()
    typed = sitting.cards[0].code.lower().replace("-", " ").replace("1", "l").replace("0", "o")
    assert browser.post("/enter/", {"code": typed}).status_code == 302


def test_guessing_is_capped_for_the_whole_server(store: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    from counteroffer.server import door
    from counteroffer.server.limits import Bucket

    monkeypatch.setattr(door, "wrong_codes", Bucket(3, 0))
    statuses = [Client().post("/enter/", {"code": str(number)}).status_code for number in range(5)]
    assert statuses == [403, 403, 403, 429, 429]


def test_pause_break_extension_and_extra_time(store: str) -> None:  # noqa: ARG001
    from counteroffer.server import acts

    made = make(rows=[{"name": "A", "extra_minutes": 10, "break_minutes": 5}, {"name": "B"}])
    with_more, other = made.at_work(1), made.at_work(2)

    def left(browser: Client) -> int:
        return int(browser.get("/sit/left/").json()["left"])

    assert 40 * 60 - 5 <= left(with_more) <= 40 * 60
    acts.extend("ana", made.id, 5)
    acts.extend("ana", made.id, 2, 2)
    assert 37 * 60 - 5 <= left(other) <= 37 * 60
    acts.pause("ana", made.id, begin=True)
    assert "paused the examination" in other.get("/sit/1/").content.decode()
    assert 'class="co-item"' not in other.get("/sit/all/").content.decode()
    acts.pause("ana", made.id, begin=False)
    with_more.post("/sit/break/", {"break": "begin"})
    assert "taking a break" in with_more.get("/sit/1/").content.decode()
    with_more.post("/sit/break/", {"break": "end"})
    assert 'class="co-item"' in with_more.get("/sit/1/").content.decode()
    other.post("/sit/break/", {"break": "begin"})
    assert 'class="co-item"' in other.get("/sit/1/").content.decode(), "who has no breaks takes none"


def test_an_annulled_sitting_reads_its_reason_and_is_not_marked(sitting: Made) -> None:
    from counteroffer.server import acts
    from counteroffer.server.models import Candidate

    browser = sitting.at_work()
    with pytest.raises(acts.Refused):
        acts.annul("ana", sitting.id, 1, " ")
    acts.annul("ana", sitting.id, 1, "Two people wrote <b>one</b> form.")
    html = browser.get("/sit/1/", follow=True).content.decode()
    assert "Two people wrote &lt;b&gt;one&lt;/b&gt; form." in html
    acts.close("ana", sitting.id)
    acts.release("ana", sitting.id)
    assert Candidate.objects.get(sitting=sitting.id, number=1).result is None


def test_what_is_not_handed_in_is_handed_in_at_closing(sitting: Made) -> None:
    from counteroffer.server import acts

    browser = sitting.at_work()
    post(browser, 1, right(browser, 1))
    acts.close("ana", sitting.id)
    assert "Your receipt" in browser.get("/sit/1/", follow=True).content.decode()
    acts.release("ana", sitting.id)
    assert "Not passed." in browser.get("/sit/receipt/").content.decode()
