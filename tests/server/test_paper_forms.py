"""A room without devices: forms on paper, sheets that two people enter blind, and answers that count as any other."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.test import Client

from tests.server.conftest import Made, make
from tests.server.test_staff import act, on_duty, quick  # noqa: F401 (a fixture)


def sheet(made: Made, number: int = 1) -> str:
    return f"/staff/sittings/{made.id}/paper/{number}/"


def right(made: Made) -> dict[str, str]:
    """What is typed of a sheet on which everything is right, by the names of the fields."""
    from counteroffer.server.models import Sitting
    from counteroffer.server.sheets import questions

    typed = {}
    for one in questions(Sitting.objects.get(pk=made.id), 0):
        key = one.item.key()
        for signs in every(one.lines):
            if one.response(signs) == key or (isinstance(key, list) and one.item.kind == "multiple" and same(one.response(signs), key)):
                typed[f"q{one.place}"] = signs
                break
    assert len(typed) == 5
    return typed


def same(response: Any, key: list[str]) -> bool:
    return sorted(response or []) == sorted(key)


def every(lines: list[Any]) -> list[str]:
    """Every way to tick one box a line, or of one line with several any of its boxes."""
    from itertools import combinations, product

    if lines[0].several:
        return ["".join(some) for count in range(1, len(lines[0].boxes)) for some in combinations(lines[0].boxes, count)]
    return ["".join(one) for one in product(*(line.boxes for line in lines))]


def enter(browser: Client, made: Made, typed: dict[str, str], go: str = "done") -> Any:
    return browser.post(sheet(made), {**typed, "go": go})


def test_what_two_people_read_alike_counts_as_any_answer(sitting: Made) -> None:
    from counteroffer.server import acts
    from counteroffer.server.log import first_break
    from counteroffer.server.models import Answer, Candidate, Entry

    first, second = on_duty("invigilator"), on_duty("examiner")
    typed = right(sitting)
    assert enter(first, sitting, typed)["Location"].endswith("/paper/")
    assert not Answer.objects.filter(candidate__sitting=sitting.id).exists(), "one person's reading is none"
    blind = second.get(sheet(sitting)).content.decode()
    assert not re.search(r'value="[A-Z0-9?-]+" autocomplete', blind), "the second does not see what the first has entered"
    enter(second, sitting, {name: f" {' '.join(signs.lower())} " for name, signs in typed.items()})
    one = Candidate.objects.get(sitting=sitting.id, number=1)
    assert (one.state, bool(one.receipt), bool(one.started)) == (Candidate.SUBMITTED, True, True)
    logged = Entry.objects.filter(sitting=sitting.id, by="candidate 1", kind="answer")
    assert logged.count() == 5
    assert all('"paper":true' in entry.data for entry in logged)
    acts.close("ana", sitting.id)
    acts.release("ana", sitting.id)
    result: Any = Candidate.objects.get(pk=one.pk).result
    assert (result["score"], result["passed"]) == ([1, 1], True)
    assert first_break(Entry.objects.order_by("seq")) is None


def test_where_they_differ_the_sheet_is_looked_at_again_and_the_log_keeps_both(sitting: Made) -> None:
    from counteroffer.server.models import Answer, Candidate, Entry

    first, second = on_duty("examiner"), on_duty("invigilator")
    typed = right(sitting)
    place = next(name for name, signs in typed.items() if len(signs) == 1)
    wrong = "A" if typed[place] != "A" else "C"
    enter(first, sitting, typed)
    enter(second, sitting, {**typed, place: wrong})
    assert Candidate.objects.get(sitting=sitting.id, number=1).state == Candidate.WAITING
    compare = sheet(sitting) + "compare/"
    html = first.get(compare).content.decode()
    assert html.count("<input name=") == 1, "the question that they differ in"
    assert f'<td dir="ltr">{typed[place]}</td><td dir="ltr">{wrong}</td>' in html
    assert second.post(compare, {place: "Z"}).status_code == 422
    assert second.post(compare, {place: typed[place]}).status_code == 302
    told = Entry.objects.get(sitting=sitting.id, kind="paper")
    assert f'["{typed[place]}","{wrong}","{typed[place]}"]' in told.data
    assert Answer.objects.filter(candidate__sitting=sitting.id).count() == 5
    assert Candidate.objects.get(sitting=sitting.id, number=1).state == Candidate.SUBMITTED
    assert second.post(compare, {place: wrong}).status_code == 409, "it counts once"


def test_one_person_cannot_be_both_and_a_third_is_not_needed(sitting: Made) -> None:
    first, second, third = on_duty("examiner"), on_duty("examiner"), on_duty("examiner")
    assert enter(first, sitting, {"q1": ""}).status_code == 302
    assert enter(first, sitting, {"q1": ""}).status_code == 409
    assert enter(second, sitting, {"q1": "?"}, go="on").status_code == 302
    assert enter(third, sitting, {}).status_code == 409
    assert "not finished" in first.get(f"/staff/sittings/{sitting.id}/paper/").content.decode()


def test_what_no_sheet_can_say_is_said_beside_its_field_and_nothing_is_kept(sitting: Made) -> None:
    from counteroffer.server.models import Transcript

    browser = on_duty("examiner")
    answer = enter(browser, sitting, {f"q{place}": "ZZ" for place in range(1, 6)})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert html.count("No sheet can say this") == html.count('value="ZZ"') == html.count('aria-invalid="true"') == 5
    assert not Transcript.objects.filter(candidate__sitting=sitting.id).exists()


SIGNS = [
    ("item-single", "b", "B"),
    ("item-single", "", ""),
    ("item-single", "-", ""),
    ("item-single", "?", "?"),
    ("item-single", "AB", None),
    ("item-multiple", "c, a", "AC"),
    ("item-multiple", "AD", None),
    ("item-ordering", "3 1 2", "312"),
    ("item-ordering", "31", None),
    ("item-ordering", "---", ""),
    ("item-ordering", "?", "?"),
    ("item-matching", "d-b", "D-B"),
    ("item-judgement", "42?", "42?"),
    ("item-judgement", "425", None),
]


@pytest.mark.parametrize(("item", "typed", "signs"), SIGNS)
def test_signs_are_read_in_one_way(sitting: Made, item: str, typed: str, signs: str | None) -> None:
    from counteroffer.server.models import Sitting
    from counteroffer.server.sheets import Misread, questions

    one = next(one for one in questions(Sitting.objects.get(pk=sitting.id), 0) if one.item.id == item)
    if signs is None:
        with pytest.raises(Misread):
            one.signs(typed)
        return
    assert one.signs(typed) == signs
    standing = one.item.standing(one.response(signs))
    assert standing == ("open" if signs.strip("?") == "" else "half" if set(signs) & {"-", "?"} else "answered")


def test_who_began_on_a_device_goes_on_on_paper(sitting: Made) -> None:
    from counteroffer.server.models import Answer
    from tests.server.test_background import save

    save(sitting.at_work(), "item-single", "this-one")
    save(sitting.client(), "item-multiple", ["second"])
    typed = {name: signs for name, signs in right(sitting).items() if len(signs) > 2}
    for browser in (on_duty("examiner"), on_duty("examiner")):
        enter(browser, sitting, typed)
    kept = dict(Answer.objects.filter(candidate__sitting=sitting.id).values_list("item", "response"))
    assert (kept["item-single"], kept["item-multiple"]) == ("this-one", ["second"]), "blank on paper takes nothing away"
    assert len(kept) == 5


def test_a_form_prints_without_keys_and_its_printing_is_logged(sitting: Made) -> None:
    from counteroffer.server.models import Entry

    browser = on_duty("examiner")
    address = f"/staff/sittings/{sitting.id}/paper/form/1/"
    html = browser.get(address).content.decode()
    assert html.count('class="co-item"') == 5
    assert [int(place) for place in re.findall(r'<li value="(\d)"', html)] == [1, 2, 3, 4, 5]
    assert html.count('class="co-line"') == 1 + 1 + 3 + 3 + 3
    for hint in ("data-key", "data-edition", "Not this.", "Best answer", "co-answer"):
        assert hint not in html
    assert Entry.objects.filter(sitting=sitting.id, kind="paper-printed").count() == 1
    assert on_duty("invigilator").get(address).status_code == 404
    assert on_duty("auditor").get(sheet(sitting)).status_code == 404


def test_a_form_is_a_pdf_too(sitting: Made) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("weasyprint", reason="Left out: a form as a PDF, which wants WeasyPrint and the system's Pango")
    answer = on_duty("examiner").get(f"/staff/sittings/{sitting.id}/paper/form/1/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "Which belong?" in text
    assert "Answer sheet" in pages[-1].extract_text()


def test_sheets_are_entered_until_release_and_not_for_who_has_handed_in(store: str) -> None:  # noqa: ARG001
    from counteroffer.server import acts

    made = make(opened=False)
    browser = on_duty("examiner")
    assert enter(browser, made, {}).status_code == 409
    acts.open_sitting("ana", made.id)
    made.at_work(1).post("/sit/review/")
    assert enter(browser, made, {}).status_code == 409
    assert act(browser, made, "close").status_code == 302
    assert browser.post(sheet(made, 2), {"go": "done"}).status_code == 302
    assert browser.get(sheet(made, 9)).status_code == 404
