"""The practice items, a script for each check: a page that practises loads those that it has drawn, from a folder too."""

from __future__ import annotations

import json
from collections.abc import Iterator

from counteroffer.course import Catalogue
from counteroffer.twin.check import item_html, scenario_html
from counteroffer.twin.links import Links


def bank_scripts(course: Catalogue, links: Links) -> Iterator[tuple[str, str]]:
    """Name and text of each script. It calls `counterofferBank(check, scenario, {item: html})`.

    `links` give addresses as seen from the page that practises. Probes are left out: they teach nothing.
    """
    for check in course.checks.values():
        if check.mode == "practice":
            items = {item.id: item_html(course, check, item, links) for item in check.items}
            told = ",".join(json.dumps(part, ensure_ascii=False) for part in (check.check, scenario_html(course, check), items))
            yield f"{check.check}.js", f"counterofferBank({told});\n"
