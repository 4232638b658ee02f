"""Figures of the examination, printed (`make bench`): a full room, a rush, forms, kills. Each against its budget."""

from __future__ import annotations

import dataclasses
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from counteroffer.course import load_course  # noqa: E402
from counteroffer.exam.bank import DEMONSTRATION, with_bank  # noqa: E402
from counteroffer.exam.forms import assemble  # noqa: E402
from counteroffer.exam.stock import Entry, stock  # noqa: E402
from tests.server.live import served  # noqa: E402
from tests.server.load import Device, save_on, share, together  # noqa: E402
from tests.server.loops import finish  # noqa: E402
from tests.server.test_kills import survive  # noqa: E402
from tests.server.test_rush import let_begin, lost, opened  # noqa: E402

# candidates; seconds of saving, one each five to ten; seconds in which all hand in
CANDIDATES, WORK, BETWEEN, RUSH = 500, 60.0, (5.0, 10.0), 60.0
# milliseconds within which 95 of 100 are answered
MOST = 100.0
ITEMS, FORMS, FORM_SECONDS = 2000, 500, 60.0
KILLS = 50


def many(number: int) -> list[Entry]:
    """The demonstration bank's items, over and over under other ids: what they ask of a form stays as it is."""
    own = stock(with_bank(load_course(ROOT), ROOT / DEMONSTRATION).checks.values())
    found: list[Entry] = []
    for copy in range(-(-number // len(own))):
        for one in own:
            enemies = frozenset(f"{enemy}-{copy}" for enemy in one.enemies)
            found.append(dataclasses.replace(one, id=f"{one.id}-{copy}", set=one.set and f"{one.set}-{copy}", enemies=enemies))
    return found[:number]


def forms() -> float:
    """Seconds for so many forms."""
    blueprint = load_course(ROOT).blueprint
    assert blueprint
    items = many(ITEMS)
    began = time.perf_counter()
    made = assemble(blueprint, items, seed="bench", forms=FORMS)
    took = time.perf_counter() - began
    assert all(len(set(form)) == blueprint.items for form in made)
    return took


def room(folder: Path) -> tuple[float, float, int, list[str]]:
    """Milliseconds of a save and of handing in (95 of 100), how many saves were acknowledged, and what of it is lost."""
    codes = opened(folder, CANDIDATES)
    with served(folder) as (_, address):
        let_begin(address)
        devices = [Device(address, code) for code in codes]

        async def sit() -> tuple[float, float]:
            await together(devices, CANDIDATES / 12, 1, "begin")
            await save_on(devices, WORK, BETWEEN, 2)
            saves = [took for one in devices for took in one.taken]
            for one in devices:
                one.taken.clear()
            await together(devices, RUSH, 3, "hand_in")
            return share(saves, 0.95), share([took for one in devices for took in one.taken], 0.95)

        saved, handed = finish(sit())
    return saved, handed, sum(one.acknowledged for one in devices), lost(folder, devices)


def line(what: str, found: float, budget: float, unit: str) -> None:
    print(f"{what:62} {found:8.1f} {unit:3} budget {budget:6.1f}  ratio {found / budget:5.2f}", flush=True)


def main() -> None:
    print("the examination", flush=True)
    line(f"{FORMS} forms from {ITEMS} items", forms(), FORM_SECONDS, "s")
    with tempfile.TemporaryDirectory() as folder:
        saved, handed, acknowledged, missing = room(Path(folder))
        line(f"a save, {CANDIDATES} candidates, one each 5–10 s, 95 of 100 within", saved, MOST, "ms")
        line(f"handing in, {CANDIDATES} in {RUSH:.0f} s, 95 of 100 within", handed, MOST, "ms")
        print(f"{acknowledged} saves acknowledged, {len(missing)} lost (budget: none)", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{KILLS} kills amid saves: {survive(Path(folder), KILLS)} answers acknowledged, none lost", flush=True)


if __name__ == "__main__":
    main()
