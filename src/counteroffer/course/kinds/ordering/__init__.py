"""Ordering: entries to be put into their right order."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.ordering.model import OrderingItem, raw
from counteroffer.course.kinds.ordering.twin import body

KIND = Kind("ordering", OrderingItem, raw, body, "sequencing")
