"""Multiple response: several options are keys."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.multiple.model import MultipleItem, raw
from counteroffer.course.kinds.multiple.twin import body

KIND = Kind("multiple", MultipleItem, raw, body, "choice")
