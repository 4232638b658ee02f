"""Importing this keeps a slow grammar out of a process: that of internationalized addresses, which nothing of ours holds.

jsonschema compiles it for seconds, in each process that reads a notebook or a configuration, where JupyterLab has brought the package for it;
without the package it leaves such addresses unlooked at, as it does where JupyterLab is not installed.
"""

from __future__ import annotations

import sys
from typing import Any, cast

sys.modules["rfc3987_syntax"] = cast("Any", None)
