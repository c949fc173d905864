"""The use cases, grouped by what they are about."""
