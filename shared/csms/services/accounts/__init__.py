"""People who sign in, and the tags they charge with."""
