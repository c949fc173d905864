"""Calls to AWS where botocore's own clients cost too much (decision 12)."""
