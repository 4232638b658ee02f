"""Examinations: forms drawn by the blueprint. Marking is defined in `course/marking.py`, which every floor may use."""

from counteroffer.exam.practice import practice_forms

__all__ = ["practice_forms"]
