"""Payloads of our requests, as they go onto the wire."""

from typing import Any


def wire_payload(**members: object) -> dict[str, Any]:
    """The members of a payload by their names in the protocol, without those that are None."""
    return {name: value for name, value in members.items() if value is not None}
