"""A session from Authorize to its bill, and what a charger gets when it says things twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from csms.domain.ids import ChargerId, TransactionId, fold_tag
from csms.domain.transaction import ClosedBy, TransactionState
from csms.services.charging import events
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import meter_value as meter_values
from csms.store import transaction_list as lists
from tests.integration.charging.world import (
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    TAG,
    add_charger,
    add_tag,
    bills,
    build,
    meter_payload,
    start_payload,
    stop_payload,
    stored,
    text,
)

pytestmark = pytest.mark.usefixtures("tables")
S = TransactionState


def test_a_session_is_authorised_metered_stopped_and_billed() -> None:
    frames = build()
    authorized = frames.send("Authorize", {"idTag": TAG}, NOW)
    assert authorized["idTagInfo"]["status"] == "Accepted"
    started = frames.start(NOW)
    number = started["transactionId"]
    assert started["idTagInfo"]["status"] == "Accepted"
    assert stored(number).state is S.RUNNING
    for minute in (10, 20, 30):
        frames.meter(number, NOW + minute * MINUTE, 1000 + minute * 100)
    assert frames.stop(number, NOW + HOUR, 11_000) == {}
    ended = stored(number)
    assert (ended.state, ended.closed_by) == (S.COMPLETED, ClosedBy.CHARGER)
    assert ended.bill is not None
    assert (ended.bill.energy_wh, ended.bill.price_minor) == (10_000, 450)
    assert (ended.readings.count, ended.readings.latest_register_wh) == (3, 4000)
    assert bills() == [(f"charge#{number}", -450)]
    assert ended.due_at is None
    connector = chargers.connector(frames.charger_id, ended.connector_id)
    assert connector is not None
    assert connector.transaction_id is None
    kinds = [entry.kind for entry in events.read(ended.transaction_id)]
    assert kinds[:3] == ["started", "readings", "stopped"]
    assert "billed" in kinds


def test_a_running_transaction_is_on_its_connector() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    connector = chargers.connector(frames.charger_id, stored(number).connector_id)
    assert connector is not None
    assert connector.transaction_id == number


def test_the_same_start_again_gets_the_same_answer_and_counts_once() -> None:
    frames = build()
    first = frames.start(NOW)
    again = [frames.start(NOW, NOW + n * MINUTE, message_id=f"again-{n}") for n in range(3)]
    assert again == [first] * 3
    assert len(lists.list_by_charger(frames.charger_id, None, 10).items) == 1


def test_a_repeat_gets_the_same_word_about_its_tag_although_the_tag_was_blocked_since() -> None:
    frames = build()
    first = frames.start(NOW, idTag="nobody")
    assert first["idTagInfo"]["status"] == "Invalid"
    add_tag("nobody")
    assert frames.start(NOW, NOW + MINUTE, idTag="nobody") == first
    assert frames.start(NOW + SECOND, idTag="nobody")["idTagInfo"]["status"] == "Accepted"


def test_sixteen_identical_starts_at_once_make_one_transaction() -> None:
    frames = build()
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda n: frames.start(NOW, message_id=f"m{n}"), range(16)))
    assert {answer["transactionId"] for answer in answers} == {answers[0]["transactionId"]}
    assert {answer["idTagInfo"]["status"] for answer in answers} == {"Accepted"}
    assert len(lists.list_by_charger(frames.charger_id, None, 50).items) == 1
    assert len(tags.claimed_starts(fold_tag(TAG))) == 1


def test_a_stop_again_changes_nothing() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    for n in range(3):
        assert frames.stop(number, NOW + HOUR, 11_000, NOW + HOUR + n * MINUTE) == {}
    frames.stop(number, NOW + 2 * HOUR, 20_000)
    assert stored(number).meter_stop_wh == 11_000
    assert bills() == [(f"charge#{number}", -450)]


def test_sixteen_stops_at_once_are_one_bill() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: frames.stop(number, NOW + HOUR, 11_000), range(16)))
    assert stored(number).state is S.COMPLETED
    assert bills() == [(f"charge#{number}", -450)]


def test_sixteen_readings_at_once_all_count_and_repeats_do_not() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    readings = [meter_payload(number, NOW + n * MINUTE, 1000 + n) for n in range(8)] * 2
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda one: frames.send("MeterValues", one, NOW + HOUR), readings))
    summary = stored(number).readings
    assert (summary.count, summary.latest_register_wh) == (8, 1007)


def test_a_reading_and_a_stop_at_once_both_count() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    calls = [
        ("MeterValues", meter_payload(number, NOW + 50 * MINUTE, 9000)),
        ("StopTransaction", stop_payload(number, NOW + HOUR, 11_000)),
    ]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda call: frames.send(call[0], call[1], NOW + HOUR), calls))
    ended = stored(number)
    assert (ended.readings.count, ended.meter_stop_wh) == (1, 11_000)
    assert bills() == [(f"charge#{number}", -450)]


def test_transaction_data_is_stored_like_meter_values_and_once() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    data = meter_payload(number, NOW + MINUTE, 1500)["meterValue"]
    for _ in range(2):
        frames.stop(number, NOW + HOUR, 11_000, transactionData=data)
    ended = stored(number)
    assert (ended.readings.count, ended.readings.latest_register_wh) == (1, 1500)
    series = meter_values.transaction_series(ended.transaction_id)
    assert len(meter_values.list_series(series, None, 10).items) == 1


def test_readings_after_the_stop_are_kept_and_marked() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    frames.stop(number, NOW + HOUR, 11_000)
    frames.meter(number, NOW + 30 * MINUTE, 6000, NOW + 2 * HOUR)
    series = meter_values.transaction_series(TransactionId(number))
    (late,) = meter_values.list_series(series, None, 10).items
    assert late.after_bill
    assert bills() == [(f"charge#{number}", -450)]


@pytest.mark.parametrize("sent", [None, 0, -1, 77_777])
def test_readings_without_a_usable_number_find_the_transaction_on_their_connector(
    sent: int | None,
) -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    frames.meter(sent, NOW + MINUTE, 1500)
    assert stored(number).readings.latest_register_wh == 1500


def test_readings_find_a_transaction_that_has_ended_by_their_time() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    frames.stop(number, NOW + HOUR, 11_000)
    frames.meter(None, NOW + MINUTE, 1500, NOW + 2 * HOUR)
    frames.meter(None, NOW + 90 * MINUTE, 11_000, NOW + 2 * HOUR)
    assert stored(number).readings.latest_register_wh == 1500
    own = meter_values.connector_series(frames.charger_id, stored(number).connector_id)
    assert len(meter_values.list_series(own, None, 10).items) == 1


def test_the_main_meter_counts_for_a_charger_with_one_connector_only() -> None:
    one = build(connectors=1)
    number = one.start(NOW)["transactionId"]
    one.send("MeterValues", meter_payload(None, NOW + MINUTE, 1500, connector_id=0), NOW + MINUTE)
    assert stored(number).readings.latest_register_wh == 1500
    two = add_charger("cp2")
    other = two.start(NOW, idTag="nobody")["transactionId"]
    two.send("MeterValues", meter_payload(None, NOW + MINUTE, 1500, connector_id=0), NOW + MINUTE)
    assert stored(other).readings.count == 0


def test_another_charger_cannot_stop_or_meter_it() -> None:
    frames = build()
    number = frames.start(NOW)["transactionId"]
    thief = add_charger("cp2")
    assert thief.stop(number, NOW + HOUR, 1001) == {}
    thief.meter(number, NOW + MINUTE, 9999)
    transaction = stored(number)
    assert (transaction.state, transaction.readings.count) == (S.RUNNING, 0)


def test_a_dead_clock_starts_two_transactions_and_repeats_each() -> None:
    frames = build()
    dead = "1970-01-01T00:00:00.000Z"
    first = frames.start(NOW, message_id="a", timestamp=dead)
    assert frames.start(NOW, NOW + MINUTE, message_id="a", timestamp=dead) == first
    assert frames.start(NOW, NOW + MINUTE, message_id="b", timestamp=dead) == first
    frames.stop(first["transactionId"], NOW + HOUR, 11_000)
    second = frames.start(NOW, NOW + 2 * HOUR, message_id="b", timestamp=dead)
    assert second["transactionId"] != first["transactionId"]
    assert frames.start(NOW, NOW + 2 * HOUR, message_id="b", timestamp=dead) == second
    assert stored(second["transactionId"]).state is S.RUNNING


def test_a_clock_that_is_wrong_is_found_and_shown_as_arrival() -> None:
    frames = build()
    payload = start_payload(NOW) | {"timestamp": text(NOW + HOUR)}
    reply = frames.answer("StartTransaction", payload, NOW)
    assert "clock-implausible" in {finding.code for finding in reply.findings}
    ok = frames.answer("StartTransaction", start_payload(NOW), NOW)
    assert not ok.findings


def test_a_stop_with_another_tag_is_told_unless_it_is_of_the_same_group() -> None:
    frames = build()
    add_tag("one", parent_id_tag="FLEET")
    add_tag("two", parent_id_tag="fleet")
    first = frames.start(NOW, idTag="one")["transactionId"]
    frames.stop(first, NOW + MINUTE, 1100, idTag="two")
    second = frames.start(NOW + HOUR, idTag="one")["transactionId"]
    frames.stop(second, NOW + 2 * HOUR, 1100, idTag=TAG)
    told = [[entry.kind for entry in events.read(TransactionId(n))] for n in (first, second)]
    assert ["other-tag" in kinds for kinds in told] == [False, True]


def test_numbers_that_nobody_has_are_answered() -> None:
    frames = build()
    huge = 10**400
    assert frames.stop(huge, NOW, 5) == {}
    frames.meter(huge, NOW, 5)
    started = frames.start(NOW, connectorId=10**9, idTag="nobody" * 1000)
    assert started["idTagInfo"]["status"] == "Invalid"
    assert len(stored(started["transactionId"]).id_tag) < 64
    assert len(chargers.connectors(frames.charger_id)) == 2


def test_a_transaction_id_is_never_used_twice() -> None:
    frames = build()
    numbers = [frames.start(NOW + n * SECOND)["transactionId"] for n in range(5)]
    assert len(set(numbers)) == 5
    assert all(0 < number < 2**31 for number in numbers)
    assert ChargerId("cp1") == frames.charger_id
