"""Saves in the background: what they answer, what they refuse, and that time is the server's."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.server.conftest import Made

Ids = Callable[[Made], list[str]]


def save(browser: Client, item: str, response: object, revision: int = 0, **more: object) -> Any:
    asked = {"item": item, "response": response, "revision": revision, **more}
    return browser.post("/sit/save/", json.dumps(asked), content_type="application/json")


def test_a_save_is_acknowledged_with_its_revision_and_the_time_left(sitting: Made) -> None:
    browser = sitting.at_work()
    kept = save(browser, "item-single", "third", flagged=True)
    assert kept.status_code == 200
    told = kept.json()
    assert (told["revision"], told["still"], told["over"]) == (1, False, False)
    assert 1790 <= told["left"] <= 1800
    assert 'data-given="&#34;third&#34;" data-flagged' in browser.get("/sit/all/").content.decode()


def test_a_save_that_is_sent_twice_is_kept_once_and_an_older_one_is_refused(sitting: Made) -> None:
    first, second = sitting.at_work(), sitting.client()
    assert save(first, "item-multiple", ["third"]).json()["revision"] == 1
    assert save(first, "item-multiple", ["third"]).json()["revision"] == 1, "the acknowledgement was lost, the save was not"
    refused = save(second, "item-multiple", ["second"])
    assert refused.status_code == 409
    assert refused.json()["response"] == ["third"]
    assert save(second, "item-multiple", ["second"], 1).json()["revision"] == 2


WRONG: list[tuple[str, object]] = [
    ("no-such-item", "x"),
    ("item-single", "no-such-option"),
    ("item-single", {"a": 1}),
    ("item-multiple", [["third"]]),
    ("item-multiple", "third"),
    ("item-matching", {"alpha": "nobody"}),
    ("item-matching", {"alpha": ["one"]}),
    ("item-judgement", {"wait": 9}),
    ("item-judgement", {"wait": True}),
    ("item-ordering", ["earliest"]),
    ("item-ordering", {"earliest": "17"}),
    ("item-single", 7),
]


@pytest.mark.parametrize(("item", "response"), WRONG)
def test_what_an_item_cannot_have_is_refused(sitting: Made, item: str, response: object) -> None:
    from counteroffer.server.models import Answer

    assert save(sitting.at_work(), item, response).status_code == 400
    assert not Answer.objects.filter(candidate__sitting=sitting.id).exists()


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"{", b"[" * 5000, b"\xff", b'{"item": "item-single", "response": "third", "revision": "1"}']
)
def test_a_body_that_is_no_save_is_refused(sitting: Made, body: bytes) -> None:
    assert sitting.at_work().post("/sit/save/", body, content_type="application/json").status_code == 400


def test_after_the_time_what_was_under_way_is_taken_and_nothing_more(sitting: Made) -> None:
    from counteroffer.server.models import Candidate
    from counteroffer.server.timing import GRACE

    browser = sitting.at_work()
    whom = Candidate.objects.filter(sitting=sitting.id, number=1)
    whom.update(started=time.time() - 1800 - GRACE / 2)
    assert "The time is over" in browser.get("/sit/1/").content.decode()
    late = save(browser, "item-single", "third")
    assert (late.status_code, late.json()["over"]) == (200, True)
    whom.update(started=time.time() - 1801 - GRACE)
    assert save(browser, "item-single", "this-one", 1).status_code == 410
    assert "Your receipt" in browser.post("/sit/review/", follow=True).content.decode()


def test_a_device_that_is_logged_out_is_led_away_and_a_foreign_page_saves_nothing(sitting: Made) -> None:
    browser = sitting.at_work()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert save(strict, "item-single", "third").status_code == 403
    browser.post("/leave/")
    assert save(browser, "item-single", "third").status_code == 302
    assert Client().get("/sit/1/")["Location"] == "/"


def test_nothing_of_a_key_leaves_before_release(sitting: Made) -> None:
    """Every page that a candidate can reach, at every stage, shows neither feedback nor the marks of a key."""
    browser = sitting.client()
    seen: list[str] = []
    pages = [
        "/",
        "/sit/",
        "/sit/trial/",
        "/sit/all/",
        "/sit/review/",
        "/sit/receipt/",
        "/sit/left/",
        *(f"/sit/{place}/" for place in range(7)),
    ]

    def crawl() -> None:
        seen.extend(browser.get(address, follow=True).content.decode() for address in pages)

    crawl()
    browser.post("/sit/")
    crawl()
    for item, response in (("item-single", "third"), ("item-multiple", ["second"]), ("item-single", "this-one")):
        seen.append(save(browser, item, response).content.decode())
    crawl()
    browser.post("/sit/review/")
    crawl()
    assert any('data-item="item-judgement"' in html for html in seen)
    for html in seen:
        for told in (
            "feedback",
            "Belongs.",
            "Not this.",
            "Weak.",
            "fact-0",
            "data-key",
            "data-scheme",
            "data-edition",
            "defensibility",
            "Best answer",
        ):
            assert told not in html, told
