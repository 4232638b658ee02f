"""Which packs there are, in the order in which they are drawn."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.handouts.case_pack import case_packs
from counteroffer.handouts.piece import Pack


def packs(course: Catalogue) -> list[Pack]:
    """Every pack of a course. What a course lacks (cases, an audit, explorers) has no pack."""
    return [*case_packs(course)]
