"""The static face of every interactive: HTML that reads well with scripts off and on paper.

The learner's script upgrades this same HTML in place, in the book and in a live kernel alike.
"""

from counteroffer.twin.audit import audit_html
from counteroffer.twin.case import case_html
from counteroffer.twin.chart import chart_html
from counteroffer.twin.check import check_html
from counteroffer.twin.explorer import explorer_html, notes_html
from counteroffer.twin.links import Links, NoLinks, NotebookLinks

__all__ = ["Links", "NoLinks", "NotebookLinks", "audit_html", "case_html", "chart_html", "check_html", "explorer_html", "notes_html"]
