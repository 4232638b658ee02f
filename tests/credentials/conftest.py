from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from counteroffer.credentials.holder import by_name
from counteroffer.credentials.model import Achievement, Criteria, Identity
from counteroffer.credentials.office import STATUS, Award, Office

# Debian's Pango comes with its Chromium
needs_pango = pytest.mark.skipif(
    sys.platform != "linux", reason="WeasyPrint wants the system's Pango: certificates on paper are tried on Linux"
)
AT = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
PASSED = Achievement(
    id="urn:uuid:5f6c5f3e-7f0c-4a52-9d46-8f6d0c3f1a11",
    name="An achievement of the tests",
    description="Passed the examination of the tests.",
    criteria=Criteria(narrative="At least the cut score on one form."),
)
Issue = Callable[..., dict[str, Any]]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.found(tmp_path / "office", "The Issuer of the Tests", "a passphrase", AT)


@pytest.fixture
def issue(office: Office) -> Issue:
    def one(holder: Identity | None = None, days: int | None = 365, by: Office = office, at: datetime = AT) -> dict[str, Any]:
        until = at + timedelta(days=days) if days is not None else None
        return by.issue([Award(holder or by_name("Élodie عمر"), PASSED, at, until)], at)[0]

    return one


def listed(office: Office) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((office.folder / STATUS).read_text(encoding="utf-8"))
    return read
