"""Conditional writes on a real engine."""
