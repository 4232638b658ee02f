"""Matching: what stands on the left is given its partner from the right."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.matching.model import MatchingItem, raw

KIND = Kind("matching", MatchingItem, raw, "matching")
