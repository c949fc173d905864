"""What speed and cost are measured with: `python -m benchmarks`."""
