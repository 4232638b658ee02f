"""Check, case, explorer and audit as ipywidgets: live in a kernel, and with a static `text/html` twin wherever there is none."""

from counteroffer.widgets.audit import AuditWidget, audit
from counteroffer.widgets.explorer import ExplorerWidget, explorer
from counteroffer.widgets.interactive import CaseWidget, CheckWidget, case, check

__all__ = ["AuditWidget", "CaseWidget", "CheckWidget", "ExplorerWidget", "audit", "case", "check", "explorer"]
