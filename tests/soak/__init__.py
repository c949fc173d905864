"""Random sessions with everything that goes wrong, until the books are counted."""
