"""What chargers answer: one file per command with effects beyond its own row."""
