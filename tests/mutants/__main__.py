"""`make mutants`: does any test notice when the code is changed? A seeded sample, part by part.

    python -m tests.mutants [--seed TEXT] [--most NUMBER] [part …]

Sources are changed in copies, one place at a time: Python by cosmic-ray, the learner's script by Stryker's instrumenter. A mutant that no test
of its part notices has survived: it is a test that is missing, or a change that changes nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from counteroffer.processes import end_with_pool
from counteroffer.web.bundle import bundle
from tests.mutants import python, script
from tests.mutants.parts import PARTS
from tests.mutants.sampled import Tried
from tests.mutants.trial import committed, try_in_copy

AIM = 0.9


def main() -> int:
    """Try the parts, and print how they did; 0 where the aim was reached."""
    about = argparse.ArgumentParser(prog="make mutants", description="Does any test notice when the code is changed?")
    about.add_argument("parts", nargs="*", metavar="part", help=f"which parts; all without: {', '.join(PARTS)}")
    about.add_argument("--seed", default="1", help="another seed takes another sample")
    about.add_argument("--most", type=int, default=8, help="mutants of a part in each language")
    given = about.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        about.error(f"There is no part {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}.")
    names = given.parts or list(PARTS)
    began = time.monotonic()
    script.install()
    bundle()
    jobs = [(name, "Python", python.try_part) for name in names] + [
        (name, "script", script.try_part) for name in names if PARTS[name].script
    ]
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2, get_context("spawn"), end_with_pool) as pool:
        files = committed()
        trying = {
            (name, language): pool.submit(try_in_copy, kind, files, Path(folder) / f"{name}-{language}", name, given.most, given.seed)
            for name, language, kind in jobs
        }
        found: dict[tuple[str, str], list[Tried]] = {}
        for job, tried in trying.items():
            found[job] = tried.result()
            for one in found[job]:
                if not one.killed:
                    print(f"survived: {one.place}\n{one.change}\n", flush=True)
    print(f"{'part':20} language  mutants  killed")
    for (name, language), own in found.items():
        print(f"{name:20} {language:8} {len(own):8} {_share(own):>7.0%}")
    whole = [one for own in found.values() for one in own]
    if late := sum(one.late for one in whole):
        print(f"{late} of the killed were found out because the tests came to no end.")
    print(f"{'all':20} {'':8} {len(whole):8} {_share(whole):>7.0%}   seed {given.seed}, {time.monotonic() - began:.0f} s, aim {AIM:.0%}")
    return 0 if _share(whole) >= AIM else 1


def _share(tried: list[Tried]) -> float:
    return sum(one.killed for one in tried) / len(tried) if tried else 1.0


if __name__ == "__main__":
    sys.exit(main())
