"""What a positive result means: Bayes' rule, counted in people.

Counting people instead of multiplying chances makes the rule easier to see: Gigerenzer and Hoffrage, "How to Improve
Bayesian Reasoning Without Instruction: Frequency Formats", Psychological Review 102 (1995).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Number = float | Fraction


@dataclass(frozen=True)
class Screened:
    """People by what they are and what the screening says; the four numbers add up to all who were screened."""

    found: Number
    """Dangerous, and flagged."""
    missed: Number
    """Dangerous, and passed."""
    wrongly_flagged: Number
    """Not dangerous, and flagged."""
    rightly_passed: Number
    """Not dangerous, and passed."""

    @property
    def flagged(self) -> Number:
        """Everybody whom the screening flags."""
        return self.found + self.wrongly_flagged

    @property
    def meaning(self) -> Number:
        """The share of those flagged who are dangerous (the positive predictive value). Raises ZeroDivisionError if nobody is flagged."""
        return self.found / self.flagged


def screen(people: int, base_rate: Number, sensitivity: Number, specificity: Number) -> Screened:
    """Screen `people`, a share `base_rate` of whom are dangerous.

    `sensitivity` is the share of the dangerous who are flagged, `specificity` that of all others who pass. Fractions in give
    fractions out. Raises ValueError for a share that is not between 0 and 1.
    """
    if not all(0 <= share <= 1 for share in (base_rate, sensitivity, specificity)):
        raise ValueError("base_rate, sensitivity and specificity are shares between 0 and 1")
    dangerous = people * base_rate
    others = people - dangerous
    return Screened(
        found=dangerous * sensitivity,
        missed=dangerous * (1 - sensitivity),
        wrongly_flagged=others * (1 - specificity),
        rightly_passed=others * specificity,
    )
