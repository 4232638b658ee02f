"""The certificate on paper: a tagged PDF that carries the signed credential twice, as an attachment and as a QR code."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from counteroffer.credentials.errors import CredentialError
from counteroffer.credentials.issuer import Issuer
from counteroffer.credentials.model import Credential, parse
from counteroffer.language import ENGLISH, Language

ATTACHED = "certificate.json"


def certificate_pdf(document: dict[str, Any], issuer: Issuer, language: Language = ENGLISH) -> bytes:
    """A signed credential, set on one page. Raises CredentialError where it holds too much for a QR code."""
    printer = weasyprint()
    text = json.dumps(document, separators=(",", ":"))
    page = _page(Credential.exactly(document, "a certificate of ours"), issuer, _code(text), language)
    attached = printer.Attachment(string=text.encode(), name=ATTACHED, description="The certificate as signed data", relationship="Data")
    # only what the page itself holds: nothing is fetched
    whole = printer.HTML(string=page, url_fetcher=printer.urls.URLFetcher(allowed_protocols=["data"]))
    made: bytes = whole.write_pdf(attachments=[attached], pdf_variant="pdf/ua-1", pdf_tags=True)
    return made


def weasyprint() -> Any:
    """What sets the page. Raises CredentialError where the system lacks what it draws with."""
    try:
        import weasyprint
    except OSError as error:
        remedy = "Install it (on Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)."
        raise CredentialError(f"The system's Pango is missing, which sets certificates on paper. {remedy}") from error
    return weasyprint


def credential_in(data: bytes, name: str) -> Any:
    """The credential (parsed JSON) in a file: the JSON itself, or a PDF that carries it. Raises CredentialError."""
    if not data.startswith(b"%PDF-"):
        return parse(data, name)
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        attached = PdfReader(io.BytesIO(data)).attachments.get(ATTACHED, [])
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise CredentialError(f"{name}:1: This PDF cannot be read: {error}. Give the file as it was issued.") from error
    if not attached:
        raise CredentialError(
            f"{name}:1: This PDF carries no certificate; a scan or a print of one does not. Give the file as it was issued."
        )
    return parse(attached[0], name)


def _code(text: str) -> str:
    import segno

    try:
        # all of the JSON is ASCII here, so that no scanner has to guess the encoding
        return segno.make_qr(text, error="l", boost_error=False).svg_data_uri(border=2, encode_minimal=True)
    except segno.DataOverflowError:
        raise CredentialError(
            f"The certificate is too long for a QR code by about {len(text) - 2953} bytes. Shorten what the achievement says of itself."
        ) from None


def _page(credential: Credential, issuer: Issuer, code: str, language: Language) -> str:
    from counteroffer.language.templates import speaking

    identity = credential.credential_subject.identifier[0]
    return (
        speaking(language, [Path(__file__).parent])
        .get_template("certificate.html")
        .render(
            credential=credential,
            achievement=credential.credential_subject.achievement,
            holder=None if identity.hashed else identity.identity_hash,
            issuer=issuer,
            code=code,
            **{"from": _day(credential.valid_from.date()), "until": credential.valid_until and _day(credential.valid_until.date())},
        )
    )


def _day(day: date) -> str:
    return day.isoformat()
