"""A small AWS on one machine: reads template.yaml and calls functions/*/handler.py."""
