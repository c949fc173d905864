"""The functions of the deployed system, one folder each: `handler.py` and nothing else."""
