"""The kinds of item, a folder each: schema and marking (`model.py`), static HTML (`twin.py`), player (`player.ts`), example."""
