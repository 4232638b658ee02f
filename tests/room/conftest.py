"""The small course, and a room of it in which a vote is open."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue, load_course
from counteroffer.room import acts
from counteroffer.room.state import Room
from tests.conftest import SMALL
from tests.room.rooms import begun


@pytest.fixture(scope="module")
def small_course() -> Catalogue:
    return load_course(SMALL)


@pytest.fixture
def voting(small_course: Catalogue) -> Room:
    return acts.vote(begun(small_course), small_course)
