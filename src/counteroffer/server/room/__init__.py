"""The workshop's room on the server: pages for participants, the projector and the facilitator, and their stream of events."""
