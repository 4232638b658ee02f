"""What a good editor asks of a case beyond that it can be played."""
