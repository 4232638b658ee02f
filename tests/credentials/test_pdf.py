"""The certificate on paper carries the signed data twice, and reads as a tagged page."""

from __future__ import annotations

import io
import json
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.holder import by_word
from counteroffer.credentials.model import Achievement, Criteria
from counteroffer.credentials.office import Award, Office
from counteroffer.credentials.pdf import certificate_pdf, credential_in
from counteroffer.credentials.verify import verify
from tests.credentials.conftest import AT, Issue, listed, needs_pango

pytestmark = needs_pango


def test_attachment_and_code_are_the_signed_credential(office: Office, issue: Issue) -> None:
    document = issue()
    made = certificate_pdf(document, office.issuer)
    assert credential_in(made, "x.pdf") == document
    (code,) = zxingcpp.read_barcodes(pypdfium2.PdfDocument(made)[0].render(scale=150 / 72).to_pil())
    assert verify(json.loads(code.text), [office.issuer], [listed(office)], AT).answer == "yes"


def test_it_is_one_tagged_page_with_title_language_and_the_words_that_count(office: Office, issue: Issue) -> None:
    reader = PdfReader(io.BytesIO(certificate_pdf(issue(), office.issuer)))
    assert len(reader.pages) == 1
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert reader.metadata
    assert reader.metadata.title == "An achievement of the tests"
    text = reader.pages[0].extract_text()
    for word in ("Élodie", office.issuer.name, "2025-03-01", "2026-03-01"):
        assert word in text


def test_a_certificate_without_a_name_has_none_on_paper(office: Office, issue: Issue) -> None:
    text = PdfReader(io.BytesIO(certificate_pdf(issue(by_word("abcd"), days=None), office.issuer))).pages[0].extract_text()
    assert "is not named" in text
    assert "no end is set" in text


def test_what_is_too_long_for_a_code_is_refused(office: Office) -> None:
    long = Achievement(
        id="urn:uuid:5f6c5f3e-7f0c-4a52-9d46-8f6d0c3f1a11", name="ن" * 200, description="ن" * 200, criteria=Criteria(narrative="x" * 300)
    )
    document = office.issue([Award(by_word("abcd"), long, AT)], AT)[0]
    with pytest.raises(CredentialError, match="too long for a QR code"):
        certificate_pdf(document, office.issuer)


@pytest.mark.parametrize("junk", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"\xff\xfe", b"{", b"[" * 100_000])
def test_junk_is_refused_with_a_reason(junk: bytes) -> None:
    with pytest.raises(CredentialError, match=r"x\.pdf:1: "):
        credential_in(junk, "x.pdf")
