"""QR codes, as pictures that stand in a page."""

from __future__ import annotations


def code(text: str) -> str:
    """A QR code as an address of data."""
    import segno

    return str(segno.make_qr(text, error="m").svg_data_uri(border=2, encode_minimal=True))
