"""Ordering: entries to be put into their right order."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.ordering.model import OrderingItem, raw

KIND = Kind("ordering", OrderingItem, raw, "sequencing")
