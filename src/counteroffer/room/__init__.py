"""A workshop's room as a state and acts on it, and what each of three kinds of people may see of it. No clock, no store, no page.

Privacy stands here: what `views` gives is all that any screen or file can show.
"""
