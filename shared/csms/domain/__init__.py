"""Pure rules of charging: values and decisions, no input or output, no clock, no randomness."""
