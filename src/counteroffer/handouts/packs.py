"""Which packs there are, in the order in which they are drawn."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.handouts.case_pack import case_packs
from counteroffer.handouts.explorer_pack import explorer_pack
from counteroffer.handouts.guide_pack import guide_pack
from counteroffer.handouts.piece import Edition, Pack
from counteroffer.handouts.question_pack import question_pack
from counteroffer.handouts.room_pack import room_pack
from counteroffer.handouts.slides import notes_pack
from counteroffer.handouts.unit_pack import unit_pack
from counteroffer.handouts.wall_pack import wall_pack


def packs(course: Catalogue, edition: Edition = Edition()) -> list[Pack]:  # noqa: B008 (frozen)
    """Every pack of a course. What a course lacks (explorers, an audit) has no pack."""
    found = [
        room_pack(course),
        guide_pack(course),
        notes_pack(course),
        question_pack(course),
        unit_pack(course, edition.address),
        explorer_pack(course),
        wall_pack(course),
        *case_packs(course),
    ]
    return [pack for pack in found if pack]
