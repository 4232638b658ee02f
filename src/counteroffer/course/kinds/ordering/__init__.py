"""Ordering: entries to be put into their right order."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.ordering.model import OrderingItem, mark

KIND = Kind("ordering", OrderingItem, mark, "sequencing")
