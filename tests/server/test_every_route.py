"""Every address, asked by everybody in every way: never a fault of the server, and markup in a text is never markup on a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counteroffer.course import load_course
from counteroffer.course.translation import translated
from counteroffer.language import Language
from counteroffer.language.catalogues import Domain
from tests.conftest import SMALL as COURSE
from tests.server.conftest import Made, make
from tests.server.routes import ITEMS, addresses, roles, stages, told
from tests.server.test_making import shelf
from tests.server.test_staff import PASSWORD, log_in, quick

if TYPE_CHECKING:
    from django.test import Client

__all__ = ["quick", "shelf"]
MARK = "\"'><u data-mark>{{ 7 * 7 }}"
FIELDS = [
    *("code", "revision", "go", "deed", "minutes", "number", "reason", "certificate", "break", "name", "password", "totp", "new", "again"),
    *("sitting", "title", "blueprint", "bank", "forms", "seed", "candidates", "repeat", "q1", "q2", "csrfmiddlewaretoken"),
    *ITEMS,
    *(f"item-ordering-{entry}" for entry in ("earliest", "latest")),
    *("item-matching-1", "item-judgement-a"),
]
KNOWN = [
    *("open", "pause", "go-on", "extend", "annul", "beside", "alone", "withdraw", "restore", "name", "word", "none", "begin", "end"),
    *("next", "back", "flag", "review", "on", "done", "this-one", "third", "one", "1", "2", "A", "AB-?", "one.yml", "bank", "name\nAna\n"),
    *("0", "-1", "99999999999999999999", "9" * 5000, "²", "٣", "1_0", "\x00", "a\x00b", "\ufeff", "../../etc/passwd", "=1+1", "%s{0}"),
]
VALUES = st.sampled_from(KNOWN) | st.text(max_size=60)
FORM = st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=8), VALUES | st.lists(VALUES, max_size=3), max_size=8)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(VALUES, inner, max_size=3),
    max_leaves=8,
)
SAVE = st.fixed_dictionaries(
    {"item": st.sampled_from(ITEMS) | VALUES, "response": ANY, "revision": st.integers() | ANY}, optional={"flagged": st.booleans() | ANY}
)
TYPES = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain; charset=none", "", "x"]
ODD = [
    "/sit/0/",
    "/sit/99999999999999999999/",
    "/staff/sittings/none/",
    "/staff/sittings/none/act/",
    "/assets/0/../../keys.sealed",
    "/%00/",
    "/é/",
]


@pytest.fixture
def stations(store: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> list[tuple[Made, dict[str, Client]]]:
    """A sitting in each of its states, with a browser of each sort of visitor."""
    from counteroffer.server import acts, door
    from counteroffer.server.limits import Bucket

    assert store
    request.getfixturevalue("quick")
    monkeypatch.setattr(door, "wrong_codes", Bucket(60, 1))
    found = []
    for last in ("made", "at work", "closed", "released"):
        made = make(opened=False)
        for stage in stages(made):
            if stage == last:
                break
        if last == "released":
            acts.release("ana", made.id)
        found.append((made, roles(made)))
    return found


@pytest.mark.usefixtures("shelf")
@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_no_request_makes_the_server_fail(stations: list[tuple[Made, dict[str, Client]]], data: st.DataObject) -> None:
    made, browsers = data.draw(st.sampled_from(stations))
    browser = data.draw(st.sampled_from([*browsers.values()]))
    browser.raise_request_exception = False
    known = [one for one in addresses(made.id) if not one.endswith("leave/") and not one.endswith("/pdf/")]
    address = data.draw(st.sampled_from([*known, *ODD]))
    method = data.draw(st.sampled_from(["GET", "HEAD", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "NONE"]))
    sent = data.draw(st.sampled_from(["form", "save", "bytes"]))
    if sent == "form" and method == "POST":
        answer: Any = browser.post(address, data.draw(FORM))
    elif sent == "save":
        asked = json.dumps(data.draw(SAVE))
        answer = browser.generic(method, "/sit/save/" if method == "POST" else address, asked, content_type="application/json")
    else:
        answer = browser.generic(method, address, data.draw(st.binary(max_size=80)), content_type=data.draw(st.sampled_from(TYPES)))
    assert answer.status_code < 500, f"{method} {address}: {answer.status_code}"
    said = told(answer)
    assert "Traceback" not in said
    assert "default-src 'none'" in said
    assert "nosniff" in said


class Marked(Language):
    """A language in which every text of the course is markup."""

    def domain(self, name: str) -> Domain:  # noqa: ARG002
        return cast("Domain", SimpleNamespace(gettext=lambda text: MARK + text, ngettext=lambda one, _many, _count: MARK + one))


@pytest.fixture
def marked(store: str) -> Made:  # noqa: ARG001
    checks = list(translated(load_course(COURSE), Marked("en")).checks.values())
    rows = [{"name": f"{MARK}{number}", "group": MARK} for number in range(3)]
    return make(opened=False, rows=rows, checks=checks, title=MARK)


def pages(made: Made) -> Iterator[tuple[str, str]]:
    """Every page to everybody at every stage, and what forms say to whoever types markup."""
    from counteroffer.server import acts
    from counteroffer.server.consent import propose
    from tests.credentials.conftest import PASSED

    def everything(stage: str) -> Iterator[tuple[str, str]]:
        for role, browser in roles(made).items():
            for address in addresses(made.id):
                if not address.endswith("/pdf/"):
                    yield f"{stage}: {role} {address}", told(browser.get(address, follow=True))

    for stage in stages(made):
        if stage in {"made", "at work", "closed"}:
            yield from everything(stage)
    propose(made.id, PASSED.model_copy(update={"name": MARK, "description": MARK}), MARK, 3)
    acts.release("ana", made.id)
    yield from everything("released")


def test_markup_in_a_text_stays_text(marked: Made) -> None:
    from counteroffer.server import accounts

    accounts.add(MARK[:20], PASSWORD, "examiner")
    browser, _ = log_in(MARK[:20])
    base = f"/staff/sittings/{marked.id}/"
    typed = dict.fromkeys(FIELDS, MARK)
    seen = 0
    for where, said in pages(marked):
        assert not BeautifulSoup(said, "html.parser").select("[data-mark]"), where
        assert "49" not in said.partition("data-mark&gt;")[2][:4], where
        seen += "&lt;u data-mark&gt;{{ 7 * 7 }}" in said
    assert seen > 40
    for address in (base + "act/", base + "paper/2/", base + "items/item-single/", "/staff/new/", "/staff/", "/enter/", "/staff/password/"):
        for deed in ("annul", "extend", "withdraw", MARK):
            said = told(browser.post(address, {**typed, "deed": deed}))
            assert not BeautifulSoup(said, "html.parser").select("[data-mark]"), address
