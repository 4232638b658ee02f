"""`python -m counteroffer.web`: build the bundles and print what a learner loads."""

from __future__ import annotations

import gzip
import sys

from counteroffer.web.bundle import BundleError, bundle


def main() -> int:
    """Build, and print the size of each bundle as it is and gzipped."""
    try:
        dist = bundle()
    except BundleError as error:
        print(error, file=sys.stderr)
        return 2
    for path in sorted(dist.glob("*.*s")):
        content = path.read_bytes()
        print(f"{path.name:16} {len(content):7,} bytes {len(gzip.compress(content, 9)):7,} gzipped")
    return 0


if __name__ == "__main__":
    sys.exit(main())
