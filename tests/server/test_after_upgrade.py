"""A database from before certificates: results that were released then say by which cut."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def test_results_of_before_say_their_cut(store: str) -> None:  # noqa: ARG001
    def migrate(name: str) -> Any:
        executor = MigrationExecutor(connection)
        executor.migrate([("server", name)])
        return MigrationExecutor(connection).loader.project_state([("server", name)]).apps

    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("server")[0][1]
    before = migrate("0002_log_only_grows")
    sitting = before.get_model("server", "Sitting").objects.create(
        id="old", title="Old", blueprint={"pass_mark": 0.75}, forms=[], bank="", seed=""
    )
    told = {"score": [1, 2], "passed": False, "profile": {}}
    for number, result in ((1, told), (2, None)):
        before.get_model("server", "Candidate").objects.create(
            sitting=sitting, number=number, code=f"code-{number}", form=0, language="en", result=result
        )
    migrate(latest)
    from counteroffer.server.models import Candidate

    found = Candidate.objects.filter(sitting="old").order_by("number")
    assert [one.result for one in found] == [{**told, "cut": [3, 4], "judges": 0}, None]
    assert [(one.consent, one.certificate) for one in found] == [("", "")] * 2
