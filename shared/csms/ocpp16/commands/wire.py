"""Payloads of our requests, from python-ocpp's payload classes."""

from typing import Any

from ocpp.charge_point import remove_nones, serialize_as_dict, snake_to_camel_case


def wire_payload(call: object) -> dict[str, Any]:
    """The payload of one of python-ocpp's `call` dataclasses: camel case, no empty members."""
    payload: dict[str, Any] = snake_to_camel_case(remove_nones(serialize_as_dict(call)))
    return payload
