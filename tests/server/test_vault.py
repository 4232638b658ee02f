"""Keys and codes: opened by their passphrase alone; what is sealed cannot be altered."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from counteroffer.server.codes import ALPHABET, new_code, stored
from counteroffer.server.database import database
from counteroffer.server.vault import FILE, Vault, VaultError, new_vault, open_vault


def test_keys_open_by_their_passphrase_alone(tmp_path: Path) -> None:
    made = new_vault(tmp_path, "one phrase")
    sealed = made.seal("bank", "a text")
    assert open_vault(tmp_path, "one phrase").open("bank", sealed) == "a text"
    with pytest.raises(VaultError, match=r"keys.sealed:1: The passphrase does not open"):
        open_vault(tmp_path, "another")
    with pytest.raises(VaultError, match="keys already"):
        new_vault(tmp_path, "one phrase")
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"salt": "x", "nonce": "", "sealed": ""}'])
def test_a_damaged_file_of_keys_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(VaultError, match="holds no keys"):
        open_vault(tmp_path, "x")


def test_what_is_sealed_cannot_be_altered_or_used_elsewhere() -> None:
    vault = Vault(b"k" * 32)
    sealed = vault.seal("person", "Somebody")
    assert sealed != vault.seal("person", "Somebody")
    told = bytearray(base64.b64decode(sealed))
    told[-1] ^= 1
    for other in (base64.b64encode(told).decode(), sealed[:8], "", "no base64!"):
        with pytest.raises(VaultError):
            vault.open("person", other)
    for foreign, purpose in ((vault, "bank"), (Vault(b"o" * 32), "person")):
        with pytest.raises(VaultError):
            foreign.open(purpose, sealed)


def test_codes_have_eighty_bits_and_are_stored_as_nothing_that_tells_them() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert len(ALPHABET) ** 16 == 2**80
    one = codes.pop()
    assert stored(Vault(b"a" * 32), one) == stored(Vault(b"a" * 32), f" {one.lower()} ")
    assert stored(Vault(b"a" * 32), one) != stored(Vault(b"b" * 32), one)


def test_the_address_of_a_database_is_read_whole(tmp_path: Path) -> None:
    told = database(tmp_path, "postgresql://ana:p%40ss@db.example:5433/exam?sslmode=require")
    assert [told[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == ["ana", "p@ss", "db.example", "5433", "exam"]
    assert told["OPTIONS"] == {"sslmode": "require"}
    for wrong in ("mysql://x/y", "postgresql://host", "exam.db"):
        with pytest.raises(ValueError, match="looks like"):
            database(tmp_path, wrong)
