"""Multiple response: several options are keys."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.multiple.model import MultipleItem, raw

KIND = Kind("multiple", MultipleItem, raw, "choice")
