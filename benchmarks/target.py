"""What is put under load: a system with chargers that may dial in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

PASSWORD = "benchmarkbenchmark00"
FIRST_FUNDS_MINOR = 1_000_000


def charger_name(number: int) -> str:
    """The identity of a charger, which is also the tag of its driver."""
    return f"BENCH{number:06d}"


class Target(Protocol):
    """A running system on this machine. Charger and tag `number` are named `charger_name`."""

    name: str
    port: int

    def parts(self) -> Mapping[str, Sequence[int]]:
        """What it consists of, and the processes of each part."""

    def count_rows(self) -> Mapping[str, int]:
        """How many transactions, bills, meter values and logged messages are stored."""

    def close(self) -> None:
        """End it and wait for its end."""
