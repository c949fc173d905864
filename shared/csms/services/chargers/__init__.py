"""Chargers: registration, passwords, what they report, how they deviate, whether they live."""
