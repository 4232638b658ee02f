"""A certificate of the server's own: made once, remade when it no longer serves, its key sealed; pages by https with Secure cookies."""

from __future__ import annotations

import re
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from counteroffer.server import tls
from counteroffer.server.vault import Vault
from tests.server.live import create, served, token

VAULT = Vault(b"k" * 32)


def test_it_is_made_once_for_its_names(tmp_path: Path) -> None:
    first = tls.own_certificate(tmp_path, VAULT, ["192.168.1.10", "exam.local"])
    found = x509.load_pem_x509_certificate(first.certificate.read_bytes())
    assert tls._names(found) >= {"192.168.1.10", "exam.local", "localhost", "127.0.0.1"}
    assert re.fullmatch(r"([0-9A-F]{2}:){31}[0-9A-F]{2}", first.fingerprint)
    assert tls.own_certificate(tmp_path, VAULT, ["exam.local"]) == first
    other = tls.own_certificate(tmp_path, VAULT, ["other.local"])
    assert other.fingerprint != first.fingerprint


def test_it_is_remade_before_it_ends_and_where_its_key_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tls.own_certificate(tmp_path, VAULT, [])
    late = x509.load_pem_x509_certificate(first.certificate.read_bytes()).not_valid_after_utc - datetime.now(UTC)
    with monkeypatch.context() as soon:
        soon.setattr(tls, "_EARLY", late + timedelta(minutes=1))
        second = tls.own_certificate(tmp_path, VAULT, [])
    assert second.fingerprint != first.fingerprint
    second.key.write_text("damaged", encoding="utf-8")
    assert tls.own_certificate(tmp_path, VAULT, []).fingerprint != second.fingerprint


def test_its_key_lies_sealed(tmp_path: Path) -> None:
    made = tls.own_certificate(tmp_path, VAULT, [])
    assert made.key.stat().st_mode & 0o077 == 0
    assert serialization.load_pem_private_key(made.key.read_bytes(), made.password.encode())
    with pytest.raises(TypeError):
        serialization.load_pem_private_key(made.key.read_bytes(), None)


def cipher(host: str, port: int, version: ssl.TLSVersion) -> str:
    """What is agreed on by a client of one version of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.minimum_version = context.maximum_version = version
    with socket.create_connection((host, port)) as plain, context.wrap_socket(plain) as line:
        found = line.cipher()
    assert found
    return found[0]


@pytest.mark.slow
def test_the_server_speaks_https_by_it(tmp_path: Path) -> None:
    code = create(tmp_path, "name\nAna\n")[0]
    with served(tmp_path, "--tls") as (process, address):
        assert process.stdout
        said = re.search(r"[0-9A-F:]{95}", process.stdout.readline())
        assert address.startswith("https://")
        assert said
        trusted = ssl.create_default_context(cafile=str(tmp_path / "exam" / tls.CERTIFICATE))
        host, port = address.removeprefix("https://").split(":")
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            assert cipher(host, int(port), version).endswith(("GCM_SHA384", "GCM-SHA384", "GCM-SHA256", "POLY1305"))
        with pytest.raises(ssl.SSLError):
            cipher(host, int(port), ssl.TLSVersion.TLSv1_1)
        der = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate((host, int(port))))
        assert x509.load_der_x509_certificate(der).fingerprint(hashes.SHA256()).hex(":").upper() == said[0]
        with httpx.Client(base_url=address, verify=trusted) as ana:
            sent = {"csrfmiddlewaretoken": token(ana, "/"), "code": code}
            entered = ana.post("/enter/", data=sent, headers={"Referer": address + "/"})
            assert entered.status_code == 302, entered.text
            cookies = entered.headers.get_list("set-cookie")
            assert len(cookies) == 2
            assert all(one.startswith("__Host-") and "; Secure" in one and "; HttpOnly" in one for one in cookies)
        with httpx.Client(base_url=address) as stranger, pytest.raises(httpx.ConnectError):
            stranger.get("/")
