"""What a charger knows about one command of the central system."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from simulators.charge_point.charger import Charger

FollowUp = Callable[[Charger, Any], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Command:
    """answer: makes python-ocpp's result from its request.

    refusal: the result that says no; None where the protocol has no such word.
    afterwards: what happens once an answer other than the refusal is out.
    after_refusal: what happens once the refusal is out.
    """

    answer: Callable[[Charger, Any], object]
    refusal: object | None = None
    afterwards: FollowUp | None = None
    after_refusal: FollowUp | None = None
