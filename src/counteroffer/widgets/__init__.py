"""Check, case, explorer and audit as ipywidgets: live in a kernel, and with a static `text/html` twin wherever there is none."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counteroffer.widgets.audit_widget import AuditWidget, audit
    from counteroffer.widgets.explorer_widget import ExplorerWidget, explorer
    from counteroffer.widgets.interactive import CaseWidget, CheckWidget, case, check

__all__ = ["AuditWidget", "CaseWidget", "CheckWidget", "ExplorerWidget", "audit", "case", "check", "explorer"]

# a kernel that shows a case has no use for matplotlib, which takes longer to load than the case
_HOMES = {
    "AuditWidget": "audit_widget",
    "audit": "audit_widget",
    "ExplorerWidget": "explorer_widget",
    "explorer": "explorer_widget",
    "CaseWidget": "interactive",
    "CheckWidget": "interactive",
    "case": "interactive",
    "check": "interactive",
}


def __getattr__(name: str) -> Any:
    """Load a widget's module when the widget is first asked for."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"counteroffer.widgets.{_HOMES[name]}"), name)
