"""One process for examinations (and later the room): Django's views in threads that stay, one writer, an audit log that only grows.

It is an extra (`counteroffer[server]`); nothing below this floor needs it.
"""
