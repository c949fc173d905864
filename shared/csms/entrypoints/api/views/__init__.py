"""What is sent of each thing: pydantic models made from domain values."""
