"""What a learner did, as xAPI statements, and the progress that follows from them.

The learner's script keeps the statements on the device; this side reads what a learner has exported.
"""

from counteroffer.record.export import Reading, RecordError, read_export
from counteroffer.record.progress import Progress, progress
from counteroffer.record.statement import Statement

__all__ = ["Progress", "Reading", "RecordError", "Statement", "progress", "read_export"]
