"""What `make deploy` does around AWS SAM."""
