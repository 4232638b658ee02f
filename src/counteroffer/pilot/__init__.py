"""Pilots of items with known groups: blind sheets out, answers in, sealed before a key is read, scored against chance and limits.

`sheet` draws and `face` writes what is handed out; `answers` reads what comes back, in the `notation` of the sheet; `seal` closes it;
`marks` gives each answer its mark; `figures` and `report` say what the groups did.
"""
