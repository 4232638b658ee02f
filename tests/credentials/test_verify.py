"""What our own verifier says, one question after the other."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counteroffer.credentials.contexts import load_document
from counteroffer.credentials.errors import CredentialError, ProofError
from counteroffer.credentials.holder import by_name, by_word, new_word
from counteroffer.credentials.issuer import Issuer
from counteroffer.credentials.model import StatusList
from counteroffer.credentials.office import ISSUER, Award, Office
from counteroffer.credentials.proof import signed
from counteroffer.credentials.status import PLACES, is_set, status_list
from counteroffer.credentials.verify import Verdict, verify
from tests.credentials.conftest import AT, PASSED, Issue, listed

LATER = AT + timedelta(days=30)


def findings(verdict: Verdict) -> dict[str, str]:
    return {one.about: one.answer for one in verdict.findings}


def test_all_questions_are_answered_yes(office: Office, issue: Issue) -> None:
    verdict = verify(issue(), [office.issuer], [listed(office)], LATER)
    assert verdict.answer == "yes"
    assert findings(verdict) == dict.fromkeys(["signature", "issuer", "time", "revocation", "holder"], "yes")


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, str):
        yield path
    elif isinstance(node, dict | list):
        for name, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(value, (*path, name))


def test_no_word_of_it_can_be_changed(office: Office, issue: Issue) -> None:
    good = issue()
    places = list(leaves(good))
    assert len(places) > 25
    for place in places:
        bad = copy.deepcopy(good)
        node = bad
        for name in place[:-1]:
            node = node[name]
        text = node[place[-1]]
        node[place[-1]] = text[:-1] + ("2" if text[-1] != "2" else "3")
        assert verify(bad, [office.issuer], [listed(office)], LATER).answer == "no", place


def test_no_word_can_be_added_or_taken_away(office: Office, issue: Issue) -> None:
    good = issue()
    for name in good:
        assert (
            verify({key: value for key, value in good.items() if key != name}, [office.issuer], [listed(office)], LATER).answer == "no"
        ), name
    assert verify({**good, "grade": "A"}, [office.issuer], [listed(office)], LATER).answer == "no"
    assert verify({**good, "validUntil": None}, [office.issuer], [listed(office)], LATER).answer == "no"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(["@context", "@id", "type", "id", "x"]), part, max_size=3),
    max_leaves=6,
)


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
def test_whatever_stands_in_a_part_of_it_is_refused_in_words(office: Office, issue: Issue, data: st.DataObject) -> None:
    good = issue()
    bad = copy.deepcopy(good)
    place = data.draw(st.sampled_from([one[:depth] for one in leaves(good) for depth in range(1, len(one) + 1)]))
    node: Any = bad
    for name in place[:-1]:
        node = node[name]
    node[place[-1]] = data.draw(JSON)
    verdict = verify(bad, [office.issuer], [listed(office)], LATER)
    assert (verdict.answer == "yes") == (bad == good)
    assert all(one.says for one in verdict.findings)


@pytest.mark.parametrize("junk", [None, [], "x", 3, {}, {"type": []}, {"proof": {}, "issuer": {}}])
def test_what_is_no_certificate_is_refused_with_a_reason(junk: Any) -> None:
    verdict = verify(junk, [], [], LATER)
    assert verdict.answer == "no"
    assert "This is not a certificate of ours" in verdict.findings[0].says


def test_time(office: Office, issue: Issue) -> None:
    one = issue(days=10)
    assert findings(verify(one, [office.issuer], [listed(office)], LATER))["time"] == "no"
    assert findings(verify(one, [office.issuer], [listed(office)], AT - timedelta(seconds=1)))["time"] == "no"
    assert findings(verify(issue(days=None), [office.issuer], [listed(office)], LATER))["time"] == "yes"


def test_an_issuer_or_a_list_that_was_not_given_leaves_the_question_open(office: Office, issue: Issue) -> None:
    one = issue()
    assert verify(one, [], [listed(office)], LATER).answer == "open"
    assert verify(one, [office.issuer], [], LATER).answer == "open"


def test_revocation(office: Office, issue: Issue) -> None:
    kept, gone = issue(), issue()
    office.revoke(gone["id"], "Annulled.", LATER)
    assert findings(verify(gone, [office.issuer], [listed(office)], LATER))["revocation"] == "no"
    assert findings(verify(kept, [office.issuer], [listed(office)], LATER))["revocation"] == "yes"
    with pytest.raises(CredentialError, match="already"):
        office.revoke(gone["id"], "Again.", LATER)
    with pytest.raises(CredentialError, match="was not issued"):
        office.revoke("urn:uuid:0", "None.", LATER)


def test_a_list_that_another_signed_settles_nothing(office: Office, issue: Issue, tmp_path: Any) -> None:
    gone = issue()
    office.revoke(gone["id"], "Annulled.", AT)
    stranger = Office.found(tmp_path / "other", "Another", "x", AT)
    clean = status_list(office.issuer.status_list, [], stranger.key, AT)
    assert findings(verify(gone, [office.issuer], [clean], LATER))["revocation"] == "open"


def test_the_youngest_of_the_issuers_own_lists_counts(office: Office, issue: Issue, tmp_path: Any) -> None:
    gone = issue()
    before = listed(office)
    office.revoke(gone["id"], "Annulled.", AT + timedelta(days=1))
    after = listed(office)
    stranger = Office.found(tmp_path / "other", "Another", "x", AT)
    forged = status_list(office.issuer.status_list, [], stranger.key, LATER)
    for lists in ([before, after, forged], [forged, after, before]):
        assert findings(verify(gone, [office.issuer], lists, LATER))["revocation"] == "no"
    office.renew(LATER)
    assert listed(office)["validFrom"] > after["validFrom"]
    assert findings(verify(gone, [office.issuer], [listed(office)], LATER))["revocation"] == "no"


def test_a_stranger_who_borrows_the_issuers_name_is_not_the_issuer(office: Office, tmp_path: Any) -> None:
    stranger = Office.found(tmp_path / "other", office.issuer.name, "x", AT)
    forged = stranger.issue([Award(by_name("Anybody"), PASSED, AT)], AT)[0]
    assert findings(verify(forged, [office.issuer], [listed(stranger)], LATER))["issuer"] == "open"
    # signed by the stranger, said to be the issuer's
    borrowed = signed(
        {**{k: v for k, v in forged.items() if k != "proof"}, "issuer": {**forged["issuer"], "id": office.key.did}}, stranger.key, AT
    )
    assert findings(verify(borrowed, [office.issuer], [listed(office)], LATER)) == {"signature": "no"}


def test_a_key_has_its_time(office: Office, issue: Issue) -> None:
    old = issue()
    renewed = office.rotate("a passphrase", LATER)
    new = issue(by=renewed, at=LATER)
    for one in (old, new):
        assert verify(one, [renewed.issuer], [listed(renewed)], LATER + timedelta(days=1)).answer == "yes"
    # the old key goes on signing
    late = issue(by=Office(office.folder, office.issuer, office.key), at=LATER + timedelta(days=1))
    assert findings(verify(late, [renewed.issuer], [listed(renewed)], LATER + timedelta(days=2)))["issuer"] == "no"
    assert Office.open(office.folder, "a passphrase").key.did == renewed.key.did


def test_nothing_of_a_withdrawn_key_is_believed(office: Office, issue: Issue) -> None:
    old = issue()
    renewed = office.rotate("a passphrase", LATER, withdrawn="Its laptop was stolen.")
    verdict = verify(old, [renewed.issuer], [listed(renewed)], LATER)
    assert findings(verdict)["issuer"] == "no"
    assert any("stolen" in one.says for one in verdict.findings)


def test_a_certificate_without_a_name_is_shown_to_be_ones_own_by_a_word(office: Office, issue: Issue) -> None:
    word = new_word()
    one = issue(by_word(word))
    assert "Élodie" not in str(one)
    assert word not in str(one)
    answers = [
        findings(verify(one, [office.issuer], [listed(office)], LATER, said))["holder"]
        for said in (word, word.upper() + " ", "guess", None)
    ]
    assert answers == ["yes", "yes", "no", "yes"]
    assert len({new_word() for _ in range(100)}) == 100


def test_the_fingerprint_follows_every_change_of_the_issuers_file(office: Office) -> None:
    first = office.issuer.fingerprint()
    assert len(first.split()) == 10
    assert Issuer.of(office.issuer.document(), "an issuer's file").fingerprint() == first
    assert office.rotate("a passphrase", LATER).issuer.fingerprint() != first


def test_the_folder_gives_nothing_away(office: Office) -> None:
    with pytest.raises(CredentialError, match=r"sealed:1: The passphrase does not open it"):
        Office.open(office.folder, "another passphrase")
    for path in office.folder.rglob("*"):
        if path.is_file():
            assert office.key.raw not in path.read_bytes()
    with pytest.raises(CredentialError, match="stands there already"):
        Office.found(office.folder, "Again", "x", AT)
    (office.folder / ISSUER).write_text("{\n", encoding="utf-8")
    with pytest.raises(CredentialError, match=r"issuer.json:2: This is not JSON"):
        Office.open(office.folder, "a passphrase")


def test_places_are_scattered_and_bits_stand_where_the_standard_says(office: Office, issue: Issue) -> None:
    places = [int(issue()["credentialStatus"]["statusListIndex"]) for _ in range(5)]
    assert len(set(places)) == 5
    assert places != sorted(places)
    document = status_list(office.issuer.status_list, [0, 9, PLACES - 1], office.key, AT)
    bits = StatusList.of(document, "a status list")
    assert [place for place in (0, 1, 7, 8, 9, 10, PLACES - 2, PLACES - 1) if is_set(bits, place)] == [0, 9, PLACES - 1]
    with pytest.raises(CredentialError, match="does not reach"):
        is_set(bits, PLACES)


def test_an_unknown_context_is_never_fetched() -> None:
    with pytest.raises(ProofError, match="not among those kept here"):
        load_document("https://example.org/context")
