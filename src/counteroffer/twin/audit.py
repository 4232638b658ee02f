"""The static face of the audit: a sheet to fill in on paper, and all that its script shows, in words.

There is no form around the controls and no name on the text field, so that a browser without scripts sends nothing anywhere.
"""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit, TheirCode
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render

NAME_MOST = 60


def audit_html(course: Catalogue, audit: Audit, links: Links) -> str:
    """The audit as one `<section>`: the sheet, the codes of the competing offer, and what must be known to read them rightly."""
    _ = course.language.gettext

    def said(code: TheirCode) -> str:
        if code.code is None:
            return _("not known")
        step = audit.scale[code.code].lower()
        kept = _("{code}, {step}; kept", code=code.code, step=step)
        words = kept if code.basis == "kept" else _("{code}, {step}; a promise", code=code.code, step=step)
        return _("{said}; disputed", said=words) if code.contested else words

    return render(course, "audit.html", audit=audit, links=links, said=said, name_most=NAME_MOST)
