"""The states of a connector (§4.9): which one follows from its condition, and which may follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from ocpp.v16.enums import ChargePointStatus as Status

MAY_FOLLOW: Mapping[Status, frozenset[Status]] = {
    Status.available: frozenset(
        {
            Status.preparing,
            Status.charging,
            Status.suspended_ev,
            Status.suspended_evse,
            Status.reserved,
            Status.unavailable,
            Status.faulted,
        }
    ),
    Status.preparing: frozenset(
        {
            Status.available,
            Status.charging,
            Status.suspended_ev,
            Status.suspended_evse,
            Status.finishing,
            Status.faulted,
        }
    ),
    Status.charging: frozenset(
        {
            Status.available,
            Status.suspended_ev,
            Status.suspended_evse,
            Status.finishing,
            Status.unavailable,
            Status.faulted,
        }
    ),
    Status.suspended_ev: frozenset(
        {
            Status.available,
            Status.charging,
            Status.suspended_evse,
            Status.finishing,
            Status.unavailable,
            Status.faulted,
        }
    ),
    Status.suspended_evse: frozenset(
        {
            Status.available,
            Status.charging,
            Status.suspended_ev,
            Status.finishing,
            Status.unavailable,
            Status.faulted,
        }
    ),
    Status.finishing: frozenset(
        {Status.available, Status.preparing, Status.unavailable, Status.faulted}
    ),
    Status.reserved: frozenset(
        {Status.available, Status.preparing, Status.unavailable, Status.faulted}
    ),
    Status.unavailable: frozenset(
        {
            Status.available,
            Status.preparing,
            Status.charging,
            Status.suspended_ev,
            Status.suspended_evse,
            Status.faulted,
        }
    ),
    Status.faulted: frozenset(set(Status) - {Status.faulted}),
}


@dataclass(slots=True)
class Condition:
    """Everything the state of a connector depends on."""

    faulted: bool = False
    operative: bool = True
    reserved: bool = False
    plugged: bool = False
    authorized: bool = False
    in_transaction: bool = False
    after_transaction: bool = False
    timed_out: bool = False
    evse_allows: bool = True
    ev_ready: bool = True


def status_of(condition: Condition) -> Status:
    """The one state a connector in this condition is in."""
    if condition.faulted:
        return Status.faulted
    if condition.in_transaction:
        return _status_in_transaction(condition)
    if not condition.operative:
        return Status.unavailable
    if condition.plugged and (condition.after_transaction or condition.timed_out):
        return Status.finishing
    if condition.plugged or condition.authorized:
        return Status.preparing
    return Status.reserved if condition.reserved else Status.available


def _status_in_transaction(condition: Condition) -> Status:
    if not condition.evse_allows:
        return Status.suspended_evse
    if not condition.ev_ready or not condition.plugged:
        return Status.suspended_ev
    return Status.charging
