"""The HTTP door: two applications, one for operators and one for drivers."""
