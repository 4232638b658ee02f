"""A certificate of one's own for a hotspot: nobody vouches for it but its fingerprint, which is printed and compared."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from counteroffer.server.vault import Vault

CERTIFICATE, KEY = "tls-certificate.pem", "tls-key.pem"
# Some browsers take no longer ones; a new one is made before the old one ends amid a sitting.
_LASTS, _EARLY = timedelta(days=365), timedelta(days=7)
_OWN = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Tls:
    """The files of a certificate and its key, the password of the key, and the fingerprint (SHA-256)."""

    certificate: Path
    key: Path
    password: str
    fingerprint: str


def own_certificate(folder: Path, vault: Vault, names: Iterable[str]) -> Tls:
    """The certificate in `folder` for the names and addresses under which the server is asked; made where there is none that serves.

    Its key lies encrypted under the server's keys. Raises OSError.
    """
    password = vault.key("tls").hex()
    wanted = {*_OWN, *(name for name in names if name not in {"0.0.0.0", "::"})}  # noqa: S104 (left out)
    path, key = folder / CERTIFICATE, folder / KEY
    found = _kept(path, key, password)
    if found is None or not wanted <= _names(found) or found.not_valid_after_utc < datetime.now(UTC) + _EARLY:
        found = _new(path, key, password, wanted)
    return Tls(path, key, password, found.fingerprint(hashes.SHA256()).hex(":").upper())


def _kept(path: Path, key: Path, password: str) -> x509.Certificate | None:
    try:
        found = x509.load_pem_x509_certificate(path.read_bytes())
        private = serialization.load_pem_private_key(key.read_bytes(), password.encode())
    except (FileNotFoundError, ValueError, TypeError):
        return None
    return found if private.public_key() == found.public_key() else None


def _names(certificate: x509.Certificate) -> set[str]:
    told = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return {*told.get_values_for_type(x509.DNSName), *map(str, told.get_values_for_type(x509.IPAddress))}


def _new(path: Path, key: Path, password: str, names: set[str]) -> x509.Certificate:
    private = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Counteroffer examination")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(own)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=12))
        .not_valid_after(now + _LASTS)
        .add_extension(x509.SubjectAlternativeName([_name(one) for one in sorted(names)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(password.encode())
    kept = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
    for file, data in ((key, kept), (path, made.public_bytes(serialization.Encoding.PEM))):
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(data)
    return made


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
