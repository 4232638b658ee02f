"""Single best answer: one option is the key."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.single.model import SingleItem, raw

KIND = Kind("single", SingleItem, raw, "choice")
