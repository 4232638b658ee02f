"""The rules, a module for each idea; a module says what it holds in `RULES`."""
