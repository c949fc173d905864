"""Counts the capacity units that DynamoDB says it consumed, indexes included."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from botocore.model import OperationModel

from csms.store.base import CONNECTION

READS = {"GetItem", "BatchGetItem", "Query", "TransactGetItems"}
BEFORE = "provide-client-params.dynamodb"
AFTER = "after-call.dynamodb"


@dataclass(slots=True)
class Consumed:
    """Units of reading and of writing, in how many calls, and by which, in their order."""

    read: float = 0.0
    written: float = 0.0
    rounds: int = 0
    calls: list[str] = field(default_factory=list)

    def count(self, operation: str, answer: Mapping[str, Any]) -> None:
        """Add what one call consumed; a write whose condition fails costs one unit all the same."""
        self.rounds += 1
        if answer.get("Error", {}).get("Code") == "ConditionalCheckFailedException":
            self.written += 1
            self.calls.append(f"{operation} refused 1")
        entries = answer.get("ConsumedCapacity", [])
        for entry in entries if isinstance(entries, list) else [entries]:
            units = float(entry["CapacityUnits"])
            if operation in READS:
                self.read += units
            else:
                self.written += units
            self.calls.append(f"{operation} {entry['TableName']} {units:g}")


@contextmanager
def consumed_capacity() -> Iterator[Consumed]:
    """Count what the calls inside consume. Calls of other threads count too."""
    consumed = Consumed()

    def ask(params: dict[str, Any], **_: object) -> None:
        params["ReturnConsumedCapacity"] = "INDEXES"

    def count(parsed: Mapping[str, Any], model: OperationModel, **_: object) -> None:
        consumed.count(model.name, parsed)

    events = CONNECTION.client.meta.events
    events.register(BEFORE, ask)
    events.register(AFTER, count)
    try:
        yield consumed
    finally:
        events.unregister(BEFORE, ask)
        events.unregister(AFTER, count)
