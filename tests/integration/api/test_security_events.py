"""Security events of a day: of one charger, of one kind, and page by page."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from csms.domain.ids import ChargerId
from csms.domain.security_event import SecurityEvent
from csms.store import security_event
from csms.store.security_event import SecurityEventRow
from tests.capacity import consumed_capacity
from tests.integration.api.client import Client
from tests.integration.api.world import ADMIN
from tests.integration.events import START

LIST = f"{ADMIN}/security-events"
TAMPER, REBOOT = "TamperDetectionActivated", "ResetOrReboot"


def happen(charger: str, kind: str, minute: int) -> None:
    at = START + timedelta(minutes=minute)
    security_event.record(SecurityEvent(ChargerId(charger), kind, at, at))


@pytest.fixture
def busy(admin: Client) -> Client:
    """A day on which one charger restarted again and again, and was tampered with at first."""
    happen("quiet", REBOOT, 0)
    happen("busy", TAMPER, 1)
    for minute in range(2, 32):
        happen("busy", REBOOT, minute)
    return admin


def pages(client: Client, **query: object) -> Iterator[list[dict[str, Any]]]:
    """The pages of the list of the first day."""
    for _ in range(100):
        answer = client.get(LIST, query={"day": START.date(), **query})
        assert answer.status == 200, answer.text
        yield answer.json["items"]
        if answer.json["next_cursor"] is None:
            return
        query["cursor"] = answer.json["next_cursor"]
    raise AssertionError("the list does not end")


@pytest.mark.parametrize("limit", [1, 7, 200])
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 32),
        ({"charger_id": "QUIET"}, 1),
        ({"charger_id": "busy"}, 31),
        ({"kind": TAMPER}, 1),
        ({"kind": REBOOT}, 31),
        ({"kind": REBOOT, "charger_id": "quiet"}, 1),
        ({"kind": TAMPER, "charger_id": "quiet"}, 0),
        ({"kind": "tamperdetectionactivated"}, 0),
        ({"charger_id": "nobody"}, 0),
    ],
)
def test_each_event_that_is_wanted_comes_once(
    busy: Client, query: dict[str, str], count: int, limit: int
) -> None:
    found = list(pages(busy, **query, limit=limit))
    events = [event for page in found for event in page]

    times = [event["at"] for event in events]
    assert len(events) == len(set(times)) == count
    assert times == sorted(times, reverse=True)
    assert {event["kind"] for event in events} <= {
        query.get("kind", event["kind"]) for event in events
    }
    assert max(len(page) for page in found) <= limit


def test_a_search_looks_at_so_many_events_and_goes_on(admin: Client) -> None:
    admin.get(LIST)
    fill(0, 100)
    few = cost_of_nothing(admin)
    fill(100, 1500)
    many = cost_of_nothing(admin)

    assert few == many
    assert many < 60


def test_what_can_be_no_charger_is_not_found(admin: Client) -> None:
    assert admin.get(LIST, query={"charger_id": "a/b"}).status == 404


def cost_of_nothing(admin: Client) -> float:
    """Read units of the first page of a search that finds nothing there."""
    with consumed_capacity() as consumed:
        page = admin.get(LIST, query={"day": START.date(), "kind": TAMPER, "limit": 20}).json
    assert page["items"] == []
    assert page["next_cursor"] is not None
    return consumed.read


def fill(first: int, last: int) -> None:
    """Store events side by side, of a size that does not change."""
    with SecurityEventRow.batch_write() as batch:
        for number in range(first, last):
            at = START + timedelta(seconds=number)
            event = SecurityEvent(ChargerId("busy"), REBOOT, at, at)
            batch.save(security_event.to_row(event))
