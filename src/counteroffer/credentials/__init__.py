"""Certificates as Open Badges 3.0 credentials: keys, signing, revocation, verifying. All of it works without a network."""
