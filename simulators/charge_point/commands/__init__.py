"""The commands of the central system, one module each."""
