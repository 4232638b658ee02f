"""Who passed says whether to have a certificate, and with what on it; nobody else gets one, and nobody gets two."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.holder import by_name, knows
from counteroffer.credentials.model import Credential
from counteroffer.credentials.office import Award, Office
from counteroffer.credentials.verify import verify
from tests.credentials.conftest import AT, PASSED, listed, needs_pango, office
from tests.server.conftest import Made, make
from tests.server.test_rulings import sat

__all__ = ["office"]
RIGHT = "that-one"


def released(number: int = 5) -> Made:
    """Candidates 1 to 4 pass, 5 does not; 4 is annulled."""
    from counteroffer.server import acts

    made = make(rows=[{"name": f"Person {one}"} for one in range(1, number + 1)], pass_mark=0.2)
    acts.annul("ana", made.id, 4, "A reason.")
    sat(made, item_single=[RIGHT, RIGHT, RIGHT, RIGHT, "third"][:number])
    acts.release("ana", made.id)
    return made


def offer(made: Made, issuer: str = "The Issuer of the Tests") -> None:
    from counteroffer.server.consent import propose

    propose(made.id, PASSED, issuer, 365)


def choose(made: Made, number: int, choice: str) -> str:
    """What the page says afterwards."""
    browser = made.client(number)
    assert browser.post("/sit/certificate/", {"certificate": choice}).status_code == 302
    return browser.get("/sit/receipt/").content.decode()


def consents(made: Made) -> list[str]:
    from counteroffer.server.models import Candidate

    return list(Candidate.objects.filter(sitting=made.id).order_by("number").values_list("consent", flat=True))


def test_what_it_would_say_is_shown_to_those_who_passed_alone(store: str) -> None:  # noqa: ARG001
    made = released()
    assert "Your certificate" not in made.client().get("/sit/receipt/").content.decode(), "none is offered"
    offer(made)
    html = made.client().get("/sit/receipt/").content.decode()
    for said in (PASSED.name, PASSED.description, PASSED.criteria.narrative, "The Issuer of the Tests", "Person 1", "365 days"):
        assert said in html
    assert "checked" not in html, "nothing is chosen for anybody"
    for number in (4, 5):
        assert "Your certificate" not in made.client(number).get("/sit/receipt/").content.decode()


def texts(document: object) -> Iterator[str]:
    """Every text in a signed file, however deep."""
    if isinstance(document, dict):
        for value in document.values():
            yield from texts(value)
    elif isinstance(document, list):
        for value in document:
            yield from texts(value)
    elif isinstance(document, str):
        yield document


def test_the_certificate_says_nothing_that_was_not_shown_before(store: str, office: Office) -> None:  # noqa: ARG001
    """Words stand on the page as they are; of what is no word the page says that it is there."""
    made = released()
    offer(made)
    html = made.client().get("/sit/receipt/").content.decode()
    document = office.issue([Award(by_name("Person 1"), PASSED, AT, AT + timedelta(days=365))], AT)[0]
    told = {"day of issue", "numbers that stand for", "issuer’s key", "signature", "list of certificates that were revoked"}
    assert all(one in html for one in told)
    number = re.compile(r"urn:uuid:[0-9a-f-]{36}|did:key:z\w+(#z\w+)?|z\w{80,}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{1,9}")
    terms = re.compile(r"https://(www\.w3\.org|purl\.imsglobal\.org)/\S+|[A-Z][A-Za-z]+|revocation|name|eddsa-rdfc-2022|assertionMethod")
    for text in texts(document):
        assert text in html or number.fullmatch(text) or terms.fullmatch(text), text


def test_after_release_no_page_of_a_candidate_shows_an_item(store: str) -> None:  # noqa: ARG001
    from counteroffer.server import rulings

    made = released()
    offer(made)
    rulings.mend_key("ana", made.id, "item-single", "A slip.", "third", beside=True)
    for number in range(1, 6):
        browser = made.client(number)
        for page in ("", "all/", "review/", "receipt/", "left/", "certificate/", *(f"{place}/" for place in range(1, 6))):
            html = browser.get(f"/sit/{page}", follow=True).content.decode()
            assert "item-" not in html, page
            assert "A slip." not in html, page


def test_a_choice_is_kept_can_be_changed_and_falls_with_the_text(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Entry

    made = released()
    offer(made)
    assert 'value="name" required checked' in choose(made, 1, "name")
    assert 'value="none" required checked' in choose(made, 1, "none")
    for number, choice in ((2, "word"), (3, "nonsense"), (4, "name"), (5, "name")):
        choose(made, number, choice)
    assert consents(made) == ["none", "word", "", "", ""]
    assert Entry.objects.filter(sitting=made.id, kind="consent").count() == 3
    offer(made)
    assert consents(made)[1] == "word"
    offer(made, "Another Issuer")
    assert consents(made) == [""] * 5, "who agreed to another text is asked again"


@needs_pango
def test_certificates_are_issued_once_to_those_who_passed_and_agreed(store: str, tmp_path: Path) -> None:  # noqa: ARG001
    from counteroffer.server import rulings
    from counteroffer.server.certify import certify, to_revoke
    from counteroffer.server.models import Candidate, Entry, Sitting

    made, out = released(), tmp_path / "out"
    office = Office.found(tmp_path / "office", "The Issuer of the Tests", "a passphrase", AT)

    def issue() -> int:
        return certify(Sitting.objects.get(pk=made.id), office, out, AT + timedelta(days=1))

    with pytest.raises(CredentialError, match="No certificate is offered"):
        issue()
    offer(made, "Another Issuer")
    with pytest.raises(CredentialError, match="agreed to a certificate by Another Issuer"):
        issue()
    offer(made)
    assert issue() == 0
    choose(made, 1, "name")
    choose(made, 2, "word")
    choose(made, 3, "none")
    # what no page allows
    Candidate.objects.filter(sitting=made.id, number__in=[4, 5]).update(consent="name")
    assert issue() == 2
    assert issue() == 0
    assert sorted(path.name for path in out.iterdir()) == ["1.json", "1.pdf", "2.json", "2.pdf", "words.csv"]
    for number in (1, 2):
        document = json.loads((out / f"{number}.json").read_text(encoding="utf-8"))
        assert verify(document, [office.issuer], [listed(office)], AT + timedelta(days=2)).answer == "yes"
        assert ("Person" in str(document)) == (number == 1)
    word = (out / "words.csv").read_text(encoding="utf-8").splitlines()[1].removeprefix("2,")
    assert knows(Credential.of(document, "a certificate").credential_subject.identifier[0], word)
    assert document["id"] in choose(made, 2, "none"), "it is issued, and the choice can be changed no more"
    assert consents(made)[1] == "word"
    assert Entry.objects.filter(sitting=made.id, kind="certificate").count() == 2
    choose(made, 3, "word")
    assert issue() == 1
    assert len((out / "words.csv").read_text(encoding="utf-8").splitlines()) == 3, "earlier words stay"
    rulings.mend_key("ana", made.id, "item-single", "A slip.", "third", beside=False)
    assert [one.number for one in to_revoke(Sitting.objects.get(pk=made.id))] == [1, 2, 3]


def test_a_deleted_name_stands_on_no_certificate(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.forget import forget_after, forget_due
    from counteroffer.server.log import first_break
    from counteroffer.server.models import Entry, Person

    made = released()
    offer(made)
    today = date.today()  # noqa: DTZ011
    forget_after(made.id, today)
    assert Person.objects.filter(candidate__sitting=made.id).count() == 5, "the day is not over"
    assert forget_due(today + timedelta(days=1)) == 5
    assert forget_due(today + timedelta(days=1)) == 0
    assert not Person.objects.filter(candidate__sitting=made.id).exists()
    html = choose(made, 1, "name")
    assert 'value="name"' not in html
    assert 'value="word"' in html
    assert consents(made)[0] == ""
    assert Entry.objects.filter(sitting=made.id, kind="forget").count() == 1
    assert first_break(Entry.objects.order_by("seq")) is None
