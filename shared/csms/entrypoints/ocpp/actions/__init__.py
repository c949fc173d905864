"""What chargers send: one file per action, from a typed request to the reply."""
