"""What an item says of other items, and of its own earlier text: its enemies must be there, and `wording` must speak of the present words."""

from __future__ import annotations

from collections.abc import Collection

from counteroffer.course.diagnostics import Faults
from counteroffer.course.editions import wording
from counteroffer.course.items import Check, Item
from counteroffer.course.yamlfile import Place, YamlFile


def check(check: Check, file: YamlFile, faults: Faults, items: Collection[str]) -> None:
    """Note a fault for each enemy that is not among `items` or stands in the same set, and for each `wording` that has lapsed."""
    places = {str(data.get("id")): index for index, data in enumerate(file.data["items"]) if isinstance(data, dict)}
    for item in check.items:
        where: Place = ("items", places[item.id])
        for enemy in item.enemies:
            line = file.line((*where, "enemies"))
            faults.known("item-unknown", "item", enemy, items, file.path, line)
            if check.scenario and enemy in places:
                message = f"`{item.id}` and `{enemy}` share a situation and may not stand on one form, so the set can never be drawn."
                faults.add(file.path, line, "set-of-enemies", message, "Change one of the two, so that neither tells the other's answer.")
        _wording(item, check.scenario, file, faults, where)


def _wording(item: Item, scenario: str | None, file: YamlFile, faults: Faults, where: Place) -> None:
    now = wording(item, scenario)
    if item.wording and item.wording.now != now:
        message = f"The text of `{item.id}` has changed since `wording` said that it asks the same as before."
        remedy = f"If it still does, write `now: {now}`; if it asks something else, take `wording` out."
        faults.add(file.path, file.line((*where, "wording")), "wording-stale", message, remedy)
