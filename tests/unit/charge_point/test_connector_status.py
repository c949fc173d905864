"""The state of a connector follows from its condition (§4.9)."""

import pytest
from ocpp.v16.enums import ChargePointStatus as Status

from simulators.charge_point.connector_status import MAY_FOLLOW, Condition, status_of

# §4.9, the table of transitions: columns 1 to 9 in the order of `COLUMNS`.
COLUMNS = (
    Status.available,
    Status.preparing,
    Status.charging,
    Status.suspended_ev,
    Status.suspended_evse,
    Status.finishing,
    Status.reserved,
    Status.unavailable,
    Status.faulted,
)
ROWS = {
    Status.available: "2345789",
    Status.preparing: "134569",
    Status.charging: "145689",
    Status.suspended_ev: "135689",
    Status.suspended_evse: "134689",
    Status.finishing: "1289",
    Status.reserved: "1289",
    Status.unavailable: "123459",
    Status.faulted: "12345678",
}


@pytest.mark.parametrize("status", COLUMNS)
def test_the_table_is_the_one_of_the_specification(status: Status) -> None:
    assert MAY_FOLLOW[status] == {COLUMNS[int(digit) - 1] for digit in ROWS[status]}


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        (Condition(), Status.available),
        (Condition(plugged=True), Status.preparing),
        (Condition(authorized=True), Status.preparing),
        (Condition(plugged=True, timed_out=True), Status.finishing),
        (Condition(plugged=True, after_transaction=True), Status.finishing),
        (Condition(plugged=True, in_transaction=True), Status.charging),
        (Condition(plugged=True, in_transaction=True, ev_ready=False), Status.suspended_ev),
        (Condition(in_transaction=True), Status.suspended_ev),
        (Condition(plugged=True, in_transaction=True, evse_allows=False), Status.suspended_evse),
        (Condition(reserved=True), Status.reserved),
        (Condition(reserved=True, plugged=True), Status.preparing),
        (Condition(operative=False), Status.unavailable),
        (Condition(operative=False, plugged=True), Status.unavailable),
        (Condition(operative=False, in_transaction=True, plugged=True), Status.charging),
        (Condition(faulted=True, in_transaction=True), Status.faulted),
        (Condition(faulted=True, operative=False), Status.faulted),
    ],
)
def test_a_condition_has_one_state(condition: Condition, status: Status) -> None:
    assert status_of(condition) is status
