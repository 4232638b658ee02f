"""What a good editor checks: claims and their sources, confidence, reading level, words, safety, shape, spelling.

A rule is a function that yields findings; the modules below `rules/` declare them and nothing central names them.
`review` runs all of them over a course and honours the waivers that writers left in the text.
"""

from counteroffer.review.report import Report, review

__all__ = ["Report", "review"]
