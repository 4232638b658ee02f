"""`python -m counteroffer`."""

from counteroffer.cli import main

main()
