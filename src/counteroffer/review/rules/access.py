"""What cannot be seen must be said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

_NAMELESS = re.compile(r"<img\b(?![^>]*\balt=[\"'][^\"'])[^>]*>", re.IGNORECASE)


def _images(manuscript: Manuscript) -> Iterable[Finding]:
    remedy = "Say in one sentence what it shows."
    for page in manuscript.pages:
        for image in page.images:
            if not image.alt:
                yield Finding(page.file, image.line, image.line, f"The image {image.source} has no alternative text.", remedy)
        for number, line in enumerate(page.chapter.path.read_text(encoding="utf-8").splitlines(), 1):
            if _NAMELESS.search(line):
                yield Finding(page.file, number, number, "An image has no alternative text.", remedy)


def _explorers(manuscript: Manuscript) -> Iterable[Finding]:
    for one in manuscript.depictions:
        if not one.sentence.strip():
            message = f"The explorer `{one.explorer}` says nothing for the setting “{one.setting}”."
            yield Finding(one.file, 1, 1, message, "Let its `sentence` say what the figure shows.")


RULES = [
    Rule("R501", "image-without-alt", "error", "Somebody listens to this page.", _images),
    Rule("R502", "explorer-silent", "error", "Somebody listens to this figure.", _explorers),
]
