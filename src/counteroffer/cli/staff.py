"""`counteroffer exam staff`: who may log in to the staff's pages."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from counteroffer.cli.common import stop
from counteroffer.cli.desk import Database, Folder, prepare

_LONGEST = 60


def staff(
    folder: Folder,
    name: Annotated[str, typer.Argument(help="The name to log in by.")],
    role: Annotated[str, typer.Option(help="examiner, invigilator or auditor.")] = "examiner",
    second_factor: Annotated[bool, typer.Option("--second-factor", help="Ask for a code of an authenticator, too.")] = False,
    renew: Annotated[
        bool, typer.Option("--renew", help="Give somebody who is there a new password; it ends their log-ins, and a lock.")
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Let somebody log in no more.")] = False,
    database: Database = None,
) -> None:
    """Let somebody log in to the staff's pages. The password is asked for, or read from COUNTEROFFER_STAFF_PASSWORD."""
    prepare(folder, database)
    from django.db import IntegrityError

    from counteroffer.server import running
    from counteroffer.server.accounts import add
    from counteroffer.server.accounts import remove as let_go
    from counteroffer.server.accounts import renew as give
    from counteroffer.server.models import Staff
    from counteroffer.server.roles import ROLES

    if role not in ROLES:
        stop(f"There is no role `{role}`. There are: {', '.join(ROLES)}.")
    if not 0 < len(name) <= _LONGEST or not name.isprintable():
        stop(f"A name to log in by has 1 to {_LONGEST} characters, in one line.")
    try:
        if remove:
            let_go(name)
            typer.echo(f"{name} logs in no more.")
            return
        password = os.environ.get("COUNTEROFFER_STAFF_PASSWORD") or typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        secret = give(name, password, second_factor=second_factor) if renew else add(name, password, role, second_factor=second_factor)
    except ValueError as error:
        stop(str(error))
    except Staff.DoesNotExist:
        stop(f"Nobody called `{name}` logs in here.")
    except IntegrityError:
        stop(f"Somebody called `{name}` logs in already. Choose another name, or give a new password with --renew.")
    finally:
        running.stop()
    told = f"{name} has a new password; log-ins by the old one have ended." if renew else f"{name} may log in as {role}."
    typer.echo(told + (f" Secret for the authenticator: {secret}" if secret else ""))
