"""The rows of the record in which Firefox goes its own way, and the way out from a folder, walked in Firefox itself.

Their Chromium halves stand in `test_record_wiped.py`, `test_record_faults.py` and `test_record_pages.py`. One Firefox walks the rows of a place, each in a tab of its own.
"""

from __future__ import annotations

import pytest

from tests.browser.test_engines import installed, program, run

WIPED = "r01 a page that comes back after a wipe is empty"
OPEN_PAGES = "r02 a wipe empties every open page"
OLDER = "r09 an older file changes nothing that is newer"
FILLED = "r20 the record decides over what a browser fills in again"
APART = "r12 each page says that it keeps its own record"
UNSEEN = "reading without a trace holds on the pages before it"
NOT_OFFERED = "reading without a trace is not offered where it would hold for one page alone"
OUT = "the way out of a folder leaves nothing to go back to"

Faults = dict[str, str | None]


@pytest.fixture(scope="module")
def served(site: str) -> Faults:
    """What was wrong in each walk over http; None where nothing was."""
    where = program("firefox")
    installed()
    return run("firefox", where, site, [WIPED, UNSEEN, OPEN_PAGES, OLDER, FILLED])


@pytest.fixture(scope="module")
def copied(folder: str) -> Faults:
    """The same, over files."""
    where = program("firefox")
    installed()
    return run("firefox", where, folder, [APART, OUT, NOT_OFFERED])


def test_r01_a_page_that_comes_back_after_a_wipe_is_empty(served: Faults) -> None:
    assert served[WIPED] is None


def test_r02_a_wipe_empties_every_open_page_and_a_key_stroke_brings_nothing_back(served: Faults) -> None:
    assert served[OPEN_PAGES] is None


def test_r09_an_older_file_changes_nothing_that_is_newer(served: Faults) -> None:
    assert served[OLDER] is None


def test_r12_each_page_of_a_folder_says_that_it_keeps_its_own_record(copied: Faults) -> None:
    assert copied[APART] is None


def test_r20_the_record_decides_over_what_a_browser_fills_in_again(served: Faults) -> None:
    assert served[FILLED] is None


def test_reading_without_a_trace_holds_on_the_pages_before_it(served: Faults) -> None:
    assert served[UNSEEN] is None


def test_reading_without_a_trace_is_not_offered_where_it_would_hold_for_one_page_alone(copied: Faults) -> None:
    assert copied[NOT_OFFERED] is None


def test_the_way_out_of_a_folder_leaves_nothing_to_go_back_to(copied: Faults) -> None:
    assert copied[OUT] is None
