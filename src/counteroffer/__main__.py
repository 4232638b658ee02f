"""`counteroffer` and `python -m counteroffer`.

Nothing is imported before an interrupt is caught, so that even the earliest Ctrl+C ends without a traceback.
"""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from counteroffer.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
