"""What cannot be seen must be said; that a picture has words is a fault that `check` finds."""

from __future__ import annotations

from collections.abc import Iterable

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule


def _explorers(manuscript: Manuscript) -> Iterable[Finding]:
    for one in manuscript.depictions:
        if not one.sentence.strip():
            message = f"The explorer `{one.explorer}` says nothing for the setting “{one.setting}”."
            yield Finding(one.file, 1, 1, message, "Let its `sentence` say what the figure shows.")


RULES = [Rule("R502", "explorer-silent", "error", "Somebody listens to this figure.", _explorers)]
