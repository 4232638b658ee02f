"""Colours of figures by the role that they play."""

from __future__ import annotations

# Each colour stands for a role; the value is what a reader without the stylesheet sees (on white, contrast at least 4.5:1
# for ink, muted and both accents). Okabe and Ito (2008) guided the accents: blue and vermilion differ for every reader.
INK, MUTED, ACCENT, ACCENT2, GRID, PAPER = "#1c2b33", "#55646d", "#00628f", "#b0500a", "#d5dbde", "#ffffff"
ROLES = {INK: "ink", MUTED: "muted", ACCENT: "accent", ACCENT2: "accent2", GRID: "grid", PAPER: "paper"}
