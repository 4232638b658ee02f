"""Single best answer: one option is the key."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.single.model import SingleItem, raw
from counteroffer.course.kinds.single.twin import body

KIND = Kind("single", SingleItem, raw, body, "choice")
