"""Check, case and explorer as ipywidgets: live in a kernel, and with a static `text/html` twin wherever there is none."""

from counteroffer.widgets.explorer import ExplorerWidget, explorer
from counteroffer.widgets.interactive import CaseWidget, CheckWidget, case, check

__all__ = ["CaseWidget", "CheckWidget", "ExplorerWidget", "case", "check", "explorer"]
