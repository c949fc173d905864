"""Coverage-guided fuzzing of what strangers write: frames, payloads, answers, identities, times.

`make fuzz SECONDS=` runs it; what it finds becomes a file of tests/data/fuzz, which the unit tests
play without any fuzzer.
"""
