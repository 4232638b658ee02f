"""Single best answer: one option is the key."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.single.model import SingleItem, mark

KIND = Kind("single", SingleItem, mark, "choice")
