"""What a course is: objectives, sources, units, items, checks, cases, and the catalogue that joins them.

Nothing here knows of Sphinx, of a kernel or of a browser, and nothing is read but files below the course's root.
"""

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.diagnostics import CourseError, Diagnostic
from counteroffer.course.load import load_course

__all__ = ["Catalogue", "CourseError", "Diagnostic", "load_course"]
