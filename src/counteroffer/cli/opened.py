"""A sitting in the examiner's folder, for the commands that come after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import stop
from counteroffer.cli.desk import prepare

if TYPE_CHECKING:
    from counteroffer.server.models import Sitting

SittingId = Annotated[str, typer.Option("--sitting", help="The id of the sitting.")]


@contextmanager
def opened(folder: Path, sitting: str, url: str | None) -> Iterator[Sitting]:
    """A sitting while the folder is open for writing; or the end of the command with what is wrong."""
    prepare(folder, url)
    from counteroffer.credentials.errors import CredentialError
    from counteroffer.server import running
    from counteroffer.server.acts import Refused
    from counteroffer.server.models import Sitting
    from counteroffer.server.vault import VaultError
    from counteroffer.server.writer import Unavailable

    try:
        found = Sitting.objects.filter(pk=sitting).first()
        if found is None:
            known = ", ".join(Sitting.objects.order_by("id").values_list("id", flat=True))
            stop(f"There is no sitting `{sitting}` in {folder}. Name one with --sitting: {known or 'there is none yet'}.")
        yield found
    except (Refused, CredentialError, VaultError, Unavailable) as error:
        stop(str(error))
    finally:
        running.stop()
