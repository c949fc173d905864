"""What the store does without a database."""
