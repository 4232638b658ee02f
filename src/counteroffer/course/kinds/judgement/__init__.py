"""Judgement: each option is rated for how well it can be defended."""

from counteroffer.course.items import Kind
from counteroffer.course.kinds.judgement.model import JudgementItem, raw

KIND = Kind("judgement", JudgementItem, raw, "matching")
