"""Judgement: each option is rated for how well it can be defended."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.judgement.model import JudgementItem, raw
from counteroffer.course.kinds.judgement.twin import body

KIND = Kind("judgement", JudgementItem, raw, body, "matching")
